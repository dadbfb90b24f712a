"""A sheet for one neighbourhood and one month: needs in rows, reasons in columns, boxes large enough for many ticks."""

from __future__ import annotations

from collections.abc import Collection

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.langues.typographie import francais
from quifaitquoi.paroles.introuvables import RAISONS
from quifaitquoi.pdf import compiler

GABARIT = "suivi/coches/gabarits/coches.typ"
CONSIGNES = (
    "Quelqu'un cherche quelque chose, et ne le trouve pas : faites une croix, dans la ligne du besoin, sous la raison.",
    "Une croix par demande. Deux raisons : la première que la personne a dite.",
    "Jamais de nom, jamais de jour, jamais d'histoire : cette feuille ne garde personne.",
    "À la fin du mois, comptez les croix, et recopiez les nombres dans manques.yml, ou donnez la feuille à qui tient l'annuaire.",
)


def en_pdf(territoire: Territoire, quartier: str, choisis: Collection[str] = ()) -> bytes:
    """PDF/UA-1, in the language of the fiches. `choisis`: needs, or roots of which all needs are meant; none for all.

    Raises as `quifaitquoi.pdf.compiler`.
    """
    directory = territoire.directory
    titre = f"Demandé, et pas trouvé : {directory.quartiers[quartier].nom}"
    donnees = {
        "titre": francais(titre), "annuaire": francais(directory.annuaire.nom),
        "consignes": [francais(ligne) for ligne in CONSIGNES],
        "raisons": [{"dit": francais(dit), "champ": champ} for champ, dit in RAISONS.items()],
        "groupes": [{"nom": francais(nom), "besoins": [{"dit": francais(dit), "slug": slug} for slug, dit in besoins.items()]}
                    for nom, besoins in groupes(territoire, choisis).items()],
    }
    return compiler(GABARIT, donnees, francais(f"{titre}, {directory.annuaire.nom}"), directory.annuaire.langues[0],
                    territoire.aujourdhui)


def groupes(territoire: Territoire, choisis: Collection[str] = ()) -> dict[str, dict[str, str]]:
    """Name of a root → slug of a need → its name: each need once, under the most natural of its roots."""
    vocabulaire = territoire.directory.vocabulaire
    ranges: dict[str, dict[str, str]] = {slug: {} for slug in vocabulaire.racines}
    for slug, besoin in vocabulaire.besoins.items():
        if not choisis or slug in choisis or not set(choisis).isdisjoint(besoin.racines):
            ranges[besoin.racines[0]][slug] = besoin.nom
    return {vocabulaire.racines[racine].nom: besoins for racine, besoins in ranges.items() if besoins}
