"""What people write → what YAML says. Whatever cannot be understood is told, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire
from quifaitquoi.base.lexique import Lexique
from quifaitquoi.base.proches import lequel
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import cle_de_tri, en_ascii, visible

LONGUEUR_MAX = 2000
LIGNES_MAX = 30
JOUR = re.compile(r"(?:(?P<a>\d{4})-(?P<m>\d{1,2})-(?P<j>\d{1,2})|(?P<j2>\d{1,2})[/.](?P<m2>\d{1,2})[/.](?P<a2>\d{4}))")


class Incompris(Refus):
    """An answer that says nothing certain; carries a sentence for whoever wrote it."""


def ligne(texte: str) -> str:
    """One line of plain text."""
    propre = " ".join("".join(c if c.isprintable() else " " for c in texte).split())
    if len(propre) > LONGUEUR_MAX:
        raise Incompris(f"« {visible(propre[:60])}… » est trop long : {LONGUEUR_MAX} caractères au plus")
    return propre


def lignes(texte: str) -> list[str]:
    """Its lines that say something, without the dashes of a list."""
    trouvees = [ligne(brute).lstrip("-*• ") for brute in texte.splitlines()]
    trouvees = [une for une in trouvees if une]
    if len(trouvees) > LIGNES_MAX:
        raise Incompris(f"{len(trouvees)} lignes, c'est trop pour une réponse : {LIGNES_MAX} au plus")
    return trouvees


def besoins(texte: str, vocabulaire: Vocabulaire) -> list[str]:
    """Needs by their slug, from the words that people use for them."""
    noms = {slug: (besoin.nom, *besoin.synonymes) for slug, besoin in vocabulaire.besoins.items()}
    return _termes(_mots(texte), noms, "quelque chose que l'annuaire connaît", "douche, repas chaud, cours de français")


def langues(texte: str, vocabulaire: Vocabulaire) -> list[str]:
    """Languages by their code, from their names."""
    noms = {code: (langue.nom, langue.natif, *(langue.synonymes or ())) for code, langue in vocabulaire.langues.items()}
    return _termes(_mots(texte), noms, "une langue connue", "français, arabe, turc")


def un_de(texte: str, noms: Mapping[str, Iterable[str]], quoi: str) -> str:
    """The slug of the one thing that is meant; `noms` gives the names of each."""
    return _termes([ligne(texte)], noms, quoi, ", ".join(next(iter(n), slug) for slug, n in list(noms.items())[:5]))[0]


def _mots(texte: str) -> list[str]:
    return [mot.strip() for une in lignes(texte) for mot in re.split(r"[,;]", une) if mot.strip()]


def _termes(mots: list[str], noms: Mapping[str, Iterable[str]], quoi: str, exemples: str) -> list[str]:
    exacts = {cle_de_tri(forme): slug for slug, formes in noms.items() for forme in (slug, *formes)}
    trouves, inconnus = [], []
    for mot in mots:
        slug = exacts.get(cle_de_tri(mot))
        if slug is None:
            voisins = {next(iter(noms[proche]), proche): None for proche in Lexique(noms).voisins(mot)}
            inconnus.append(f"« {visible(mot)} » n'est pas {quoi}.{lequel(voisins)}")
        elif slug not in trouves:
            trouves.append(slug)
    if inconnus:
        raise Incompris(" ".join(inconnus) + f" Exemples : {exemples}")
    return trouves


def horaires(texte: str) -> dict[str, str] | str:
    """Lines of days and hours as the fiche holds them, or one OpenStreetMap value. The check says whether they hold."""
    trouvees = lignes(texte)
    if len(trouvees) == 1 and not re.search(r"[^\W\d_]\s*:", trouvees[0]) and re.match(r"24/7|[A-Z][a-z]\b", trouvees[0]):
        return trouvees[0]
    dites: dict[str, str] = {}
    for une in trouvees:
        jours, deux_points, heures = une.partition(":")
        if not deux_points or not heures.strip():
            raise Incompris(f"« {visible(une)} » : il faut les jours, « : », puis les heures. Exemple : lundi au vendredi: 9h-12h")
        if jours.strip() in dites:
            raise Incompris(f"« {visible(jours.strip())} » est écrit deux fois dans les horaires : gardez une seule ligne")
        dites[jours.strip()] = heures.strip()
    return dites


def jour(texte: str) -> str:
    """A date as YAML holds it, from « 24/12/2026 » or « 2026-12-24 »."""
    lu = JOUR.fullmatch(ligne(texte))
    if lu:
        try:
            return date(int(lu["a"] or lu["a2"]), int(lu["m"] or lu["m2"]), int(lu["j"] or lu["j2"])).isoformat()
        except ValueError:
            pass
    raise Incompris(f"« {visible(ligne(texte))} » n'est pas une date. Exemple : 24/12/2026")


def slug(nom: str) -> str:
    """The name as the name of a file: it becomes the address of its page."""
    propre = re.sub(r"[^a-z0-9]+", "-", en_ascii(nom.casefold())).strip("-")[:60].strip("-")
    if not propre:
        raise Incompris(f"« {visible(nom)} » : il faut un nom avec des lettres, comme sur la porte")
    return propre
