"""What was asked for and not found, as counts of twelve months: the same as the page of figures, small numbers merged there too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.base.formules import inerte
from quifaitquoi.echanges.sorties.lignes import en_json, ligne_de_csv, liste_json
from quifaitquoi.langues.marques import N_
from quifaitquoi.savoir.chiffres.demandes import MOINS_DE, introuvables, mois_comptes
from quifaitquoi.savoir.donnees import Dits, Format

NOM = "introuvables"
COLONNES = ("du", "au", "quartier", "quartier_nom", "besoin", "besoin_nom", "raison", "fois", "adresses")


def reunir(territoire: Territoire, _lieux: Sequence[Dits]) -> dict[str, Iterable[bytes]]:
    """A line a reason. `fois` is empty (null) for fewer than MOINS_DE; `adresses` are those that go out, for this need, there."""
    lignes = [*_lignes(territoire)]
    textes = [["" if valeur is None else str(valeur) for valeur in ligne] for ligne in lignes]
    en_csv = "".join(ligne_de_csv(map(inerte, ligne), ";", "\r\n") for ligne in [[*COLONNES], *textes])
    return {f"{NOM}.csv": [f"\ufeff{en_csv}".encode()],
            f"{NOM}.json": liste_json((en_json(dict(zip(COLONNES, ligne, strict=True))).encode() for ligne in lignes),
                                      {"fois_null": f"moins de {MOINS_DE}"}, "demandes")}


def _lignes(territoire: Territoire) -> Iterator[tuple[object, ...]]:
    quartiers, besoins = territoire.directory.quartiers, territoire.directory.vocabulaire.besoins
    du, au = map(str, mois_comptes(territoire.aujourdhui))
    for x in introuvables(territoire):
        for raison, fois in x.raisons.items():
            yield du, au, x.quartier, quartiers[x.quartier].nom, x.besoin, besoins[x.besoin].nom, raison, fois, x.adresses


FORMAT = Format(
    nom=N_("Ce qui n'a pas été trouvé"),
    pour=N_("Pour voir ce que les gens demandent et ne trouvent pas, par quartier et par besoin : des nombres, personne"),
    adresse=None,
    chemins=(f"{NOM}.csv", f"{NOM}.json"),
    un_lieu=lambda _territoire: lambda _vue: (),
    reunir=reunir,
    ou={"manques.yml, mois": "« du » et « au » : les douze derniers mois finis, ensemble", "manques.yml, quartier": "« quartier »",
        "manques.yml, besoin": "« besoin »", "manques.yml, complet … rien": "« raison » et « fois », vide en dessous de cinq"},
    perdu={"*": "Ces nombres ne disent rien d'un lieu, sinon combien répondent à ce besoin dans ce quartier."},
)
