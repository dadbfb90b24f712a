"""Withheld addresses: nothing in the file, comments included, may lead there, and no message repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.base.texte import cle_de_tri

VOIES = (r"rue|avenue|av\.|boulevard|bd|place|quai|impasse|all[ée]e|chemin|route|passage|square|ruelle|venelle|faubourg|"
         r"esplanade|villa|rond[ -]point|promenade|sentier|traverse|mont[ée]e|galerie|parvis|stra(?:ss|ß)e")
# A street has a name or a number; « la rue » alone is where people live, not where a door is; « sur place »,
# « en route » and « en chemin » lead nowhere.
RUE = re.compile(
    rf"\b\d{{1,4}}\s*(?:bis|ter|quater|[a-d])?\s*,?\s+(?:{VOIES})\b"
    rf"|\b(?:{VOIES})\s+(?:de\s+la\s+|de\s+l['’]|des\s+|du\s+|de\s+|d['’])?(?-i:[A-ZÀ-Ý])"
    rf"|(?<!\bsur )(?<!\ben )\b(?:{VOIES})\s+(?:de\s+la|de\s+l['’]|des|du|d['’])\s*\w+"
    r"|\b(?:arr[êe]t|station)\s+(?:de\s+(?:bus|tram|m[ée]tro)\s+)?(?-i:[A-ZÀ-Ý])"
    r"|\b(?:tram|bus|m[ée]tro|ligne)\s+(?-i:[A-Z]?\d{0,3})\s*,\s*(?:arr[êe]t|station)"
    r"|\b\d{1,2}\.\d{4,}[^\d\n]{1,8}\d{1,3}\.\d{4,}", re.IGNORECASE)
# What stands for a space in the address of a page: « 12-rue-des-lilas » is a street there too.
COLLE = re.compile(r"[-_+]|%20")
INTERDITS = ("voie", "complement", "position", "score", "y_aller")
PURGE = ("effacez-la, puis demandez à l'équipe de purger l'historique de git, qui la garde encore (voir CONTRIBUTING.md, "
         "« Adresse non publiée »)")


@regle("adresse-divulguee", "erreur", Fiche)
def adresse_divulguee(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une fiche dont l'adresse n'est pas publiée ne contient ni rue, ni position, ni chemin, ni arrêt."""
    # A misspelt key or value says as clearly that the address must stay unknown.
    if not lu.discret or not any(cle_de_tri(cle).startswith("confiden") for cle in lu.document.valeur):
        return
    signalees: set[int] = set()
    for chemin in _interdits(lu.document.valeur):
        ligne, colonne = lu.document.place(chemin, cle=True)
        signalees.add(ligne)
        yield Signal(chemin, f"l'adresse de ce lieu n'est pas publiée, cette ligne la donne : {PURGE}", place=(ligne, colonne))
    for ligne, colonne in _rues(lu):
        if ligne not in signalees:
            signalees.add(ligne)
            yield Signal((), f"cette ligne ressemble à une adresse, un arrêt ou un chemin, et l'adresse de ce lieu n'est pas "
                             f"publiée : {PURGE}", place=(ligne, colonne))


def _rues(lu: Lu) -> Iterator[tuple[int, int]]:
    """Where something looks like a street: in each line, comments included, then in texts that go over several lines."""
    lignes = lu.texte.splitlines()
    for numero, ligne in enumerate(lignes, 1):
        if trouve := RUE.search(COLLE.sub(lambda colle: " " * len(colle[0]), ligne)) or RUE.search(ligne):
            yield numero, trouve.start() + 1
    for chemin, texte, _ in lu.textes:
        if chemin and RUE.search(texte) and not any(texte in ligne for ligne in lignes):
            yield lu.document.place(chemin)


def _interdits(donnees: dict) -> Iterable[tuple]:
    adresse = donnees.get("adresse")
    if isinstance(adresse, dict):
        yield from (("adresse", nom) for nom in INTERDITS if nom in adresse)
    elif adresse is not None:
        yield ("adresse",)
    if "tournee" in donnees:
        yield ("tournee",)
