"""What people type, and what must come first: `requetes.tsv` read, and a finder's answers judged by it.

`attendu` says what a person would be sent to: needs of the vocabulary, any of them (`repas-chaud|colis-alimentaire`); before them
the numbers to call, any of which must stand above all (`appel:3919|17 violences`), or that none of them must (`sans:appel`); after
them the needs whose places it would be cruel to be sent to (`jamais:grossesse`); a word to offer (`offre:douche`); or `rien`.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quifaitquoi.annuaire.enrich import Territoire, en_langue
from trouveur_node import reponses

LIGNES = 3  # that the page shows
SANS_APPEL, JAMAIS = "sans:appel", "jamais:"
GRAVES = ("appel", "alarme", "cruel")
TABLE = Path(__file__).with_name("requetes.tsv")


@dataclass(frozen=True)
class Requete:
    langue: str
    tape: str
    attendu: str

    @property
    def appels(self) -> set[str]:
        return {n for mot in self.attendu.split(" ") if mot.startswith("appel:") for n in mot.removeprefix("appel:").split("|")}

    @property
    def besoins(self) -> set[str]:
        return {slug for mot in self.attendu.split(" ") if ":" not in mot and mot != "rien" for slug in mot.split("|")}

    @property
    def jamais(self) -> set[str]:
        return {slug for mot in self.attendu.split(" ") if mot.startswith(JAMAIS) for slug in mot.removeprefix(JAMAIS).split("|")}


def requetes() -> list[Requete]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        lignes = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Requete(ligne["langue"], ligne["tapé"], ligne["attendu"]) for ligne in lignes]


def fautes(territoire: Territoire) -> tuple[int, list[str], list[str]]:
    """How many were asked, what was answered wrong, and what of it is grave: the right line to call is not above, one that nobody
    asked for is, or a place that it is cruel to be sent to is found."""
    connus = territoire.directory.vocabulaire.besoins
    par_langue = defaultdict(list)
    for requete in requetes():
        # A territory whose vocabulary has none of the needs says nothing of this row.
        if not requete.besoins or requete.besoins & {*connus}:
            par_langue[requete.langue].append(requete)
    fausses, graves, n = [], [], 0
    for code, liste in par_langue.items():
        dite = territoire if code == territoire.directory.annuaire.langues[0] else en_langue(territoire, code)
        for requete, reponse in zip(liste, reponses(dite, code, [requete.tape for requete in liste]), strict=True):
            n += 1
            raisons = [*_fautes(requete, reponse)]
            if raisons:
                fausses.append(f"{code} « {requete.tape} » : {' ; '.join(raisons)}")
            if any(raison.startswith(GRAVES) for raison in raisons):
                graves.append(fausses[-1])
    return n, fausses, graves


def _fautes(requete: Requete, reponse: dict) -> Iterator[str]:
    if requete.attendu.startswith("offre:"):
        offerts = [mot for _, mots in reponse["offres"] for mot in mots]
        if requete.attendu.removeprefix("offre:") not in offerts or reponse["n"]:
            yield f"offre {offerts}, {reponse['n']} résultats"
        return
    if requete.attendu == "rien":
        if reponse["n"] or reponse["offres"] and reponse["offres"][0][1] or reponse["vides"]:
            yield "quelque chose"
        return
    if requete.appels and not requete.appels & {*reponse["secours"][:LIGNES]}:
        yield f"appel {reponse['secours']}"
    if SANS_APPEL in requete.attendu.split(" ") and reponse["secours"]:
        yield f"alarme {reponse['secours']}"
    if cruels := requete.jamais & {slug for premier in reponse["premiers"] for slug in premier["besoins"]}:
        yield f"cruel {sorted(cruels)}"
    if not requete.besoins:
        return
    meilleurs = [slug for slug, valeur, entier in reponse["besoins"] if [valeur, entier] == reponse["besoins"][0][1:]]
    if not requete.besoins & {*meilleurs}:
        yield f"besoin {reponse['besoins'][:3]}"
    elif not requete.besoins & {*reponse["vides"]}:
        premier = reponse["premiers"][0] if reponse["premiers"] else {"nom": "rien", "besoins": []}
        if not requete.besoins & {*premier["besoins"]}:
            yield f"d'abord {premier['nom']} {premier['besoins']}"
