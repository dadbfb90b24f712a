"""Which of the candidates is the address; none where that is not certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quifaitquoi.annuaire.model.annuaire import Emprise
from quifaitquoi.annuaire.model.lieu import Adresse
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import cle_de_tri, visible

SUR = 0.8  # below, the base itself is not sure
# What the base calls its answer → what its position is that of. A town's is that of none of them.
PRECISIONS = {"housenumber": "porte", "street": "rue", "locality": "quartier"}
PROCHE = 0.05  # two candidates whose scores are nearer than this are as good as each other


@dataclass(frozen=True)
class Candidat:
    """One answer of the base: `position` in degrees, `score` from 0 to 1, `genre` as the base says it."""

    nom: str
    genre: str
    code_postal: str
    commune: str
    position: tuple[float, float]
    score: float

    @property
    def precision(self) -> str:
        return PRECISIONS[self.genre]

    def __str__(self) -> str:
        return f"{visible(self.nom)} ({self.score:.2f})".replace(".", ",")


class Douteux(Refus):
    """No position can be taken; carries a sentence with the candidates."""


def question(adresse: Adresse) -> str | None:
    """What to ask the base; None where there is no street to ask for."""
    if not adresse.voie or not (adresse.commune or adresse.code_postal):
        return None
    return " ".join(part for part in (adresse.voie, adresse.code_postal, adresse.commune) if part)


def choisir(adresse: Adresse, candidats: Sequence[Candidat], emprise: Emprise) -> Candidat:
    """The one that is meant. Raises Douteux."""
    if not candidats:
        raise Douteux("aucune adresse ne ressemble à celle-ci : vérifiez la rue et la ville")
    meilleur, *autres = sorted(candidats, key=lambda c: -c.score)
    if meilleur.score < SUR:
        raise Douteux(f"rien n'est assez ressemblant. Candidats : {_liste(candidats)}")
    if meilleur.genre not in PRECISIONS:
        raise Douteux(f"la ville est connue, pas la rue. Candidats : {_liste(candidats)}")
    if meilleur.genre != "housenumber" and adresse.voie[0].isdigit():
        raise Douteux(f"la rue est connue, pas le numéro. Candidats : {_liste(candidats)}")
    if adresse.code_postal and meilleur.code_postal != adresse.code_postal:
        raise Douteux(f"le code postal trouvé est {visible(meilleur.code_postal)}. Candidats : {_liste(candidats)}")
    if adresse.commune and not adresse.code_postal and cle_de_tri(meilleur.commune) != cle_de_tri(adresse.commune):
        raise Douteux(f"la ville trouvée est {visible(meilleur.commune)}. Candidats : {_liste(candidats)}")
    if not emprise.contient(meilleur.position):
        raise Douteux(f"la position trouvée est hors du territoire. Candidats : {_liste(candidats)}")
    if any(meilleur.score - autre.score < PROCHE and autre.position != meilleur.position for autre in autres):
        raise Douteux(f"plusieurs adresses se valent. Candidats : {_liste(candidats)}")
    return meilleur


def _liste(candidats: Sequence[Candidat]) -> str:
    return " ; ".join(map(str, candidats[:5]))
