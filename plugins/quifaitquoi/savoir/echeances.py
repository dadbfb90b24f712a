"""What is due: never verified first, then the most overdue. The pages' own judgement, in the order of work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.base.jours import lendemain
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.horaires import plus_rien
from quifaitquoi.savoir.joindre import Joindre, joindre

# One does not phone a place that is closed for good. What is planned or suspended may have opened since.
PLUS_RIEN_A_DEMANDER = ("ferme", "remplace")


@dataclass(frozen=True)
class Echeance:
    """A fiche that somebody should ask about again. `depuis` is the day its review fell due, None if it never was verified."""

    vue: FicheVue
    depuis: date | None
    retard: int
    joindre: Joindre

    @property
    def jamais(self) -> bool:
        return self.depuis is None

    @property
    def responsables(self) -> tuple[str, ...]:
        return self.vue.fiche.responsables or ()


def en_vie(vue: FicheVue) -> bool:
    """Whether there still is somebody to ask."""
    return vue.fiche.etat is None or vue.fiche.etat.statut not in PLUS_RIEN_A_DEMANDER


def passe_depuis(vue: FicheVue) -> date | None:
    """The first day on which something that was announced should have changed, and nobody said whether it did."""
    fiche, jours = vue.fiche, []
    for porteur in (fiche, *fiche.services):
        if porteur.etat and (change := porteur.etat.change()):
            jours.append(change)
        if porteur.complet and porteur.complet.jusqu_au:
            jours.append(lendemain(porteur.complet.jusqu_au))
    passes = [jour for jour in jours if jour <= vue.jour]
    if any(quand.horaires and plus_rien(quand.horaires, vue.jour) for quand in (fiche, *fiche.services)):
        passes.append(vue.jour)
    return min(passes, default=None)


def est_due(vue: FicheVue) -> bool:
    return en_vie(vue) and (not vue.confiance.sure or passe_depuis(vue) is not None)


def echeance(territoire: Territoire, vue: FicheVue) -> Echeance:
    jours = (vue.confiance.a_revoir_le, passe_depuis(vue))
    depuis = min((jour for jour in jours if jour), default=None) if vue.confiance.a_revoir_le else None
    return Echeance(vue, depuis, (territoire.aujourdhui - depuis).days if depuis else 0, joindre(territoire.directory, vue))


def tenues(territoire: Territoire, par: str | None = None) -> tuple[FicheVue, ...]:
    """The fiches that somebody can be asked about, of one role or of all. One that names no role is everybody's; those of the
    program are nobody's here."""
    return tuple(vue for vue in territoire.fiches.values()
                 if en_vie(vue) and not vue.fiche.national and (par is None or par in (vue.fiche.responsables or (par,))))


def dues(territoire: Territoire, par: str | None = None) -> tuple[Echeance, ...]:
    """All that is due, for one maintaining role or for all."""
    vues = [vue for vue in tenues(territoire, par) if est_due(vue)]
    return tuple(sorted((echeance(territoire, vue) for vue in vues), key=_urgence))


def _urgence(due: Echeance) -> tuple:
    """Never verified: no date at all, then what was read longest ago. Verified once: the longest overdue."""
    lu = due.vue.confiance.lue_le if due.jamais else None
    return (not due.jamais, -due.retard, lu.debut if lu else date.min, cle_de_tri(due.vue.fiche.nom), due.vue.slug)


def bilan(echeances: Iterable[Echeance]) -> tuple[int, int]:
    """How many were never verified, how many are overdue."""
    toutes = list(echeances)
    jamais = sum(due.jamais for due in toutes)
    return jamais, len(toutes) - jamais
