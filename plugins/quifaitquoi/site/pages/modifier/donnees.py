"""One fiche for the editor: what its fields say and, where all of its text may be seen, that text and where each change is cut.

Whatever the site does not show is not put online here either: of a fiche that holds a comment, or a field for those who keep the
files, there is no text, only the fields. Of one that withholds its address there is nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quifaitquoi.annuaire.check.fields import champs
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire
from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.edition.decoupe.moules import Moule, moule, vide
from quifaitquoi.edition.decoupe.trame import Part, Trame
from quifaitquoi.edition.reponses.champs import nom_de
from quifaitquoi.site.pages.modifier.champs import LISTES, Element, Liste, Montre, champs_de, titre_de

DONNEES = "modifier/"  # below the root of the site: the same for every language
# What no page of the site shows (tests/silence/silences.tsv).
INTERNES = frozenset(("accepte", "identifiants"))
# The first line of a file tells an editor of files which schema it follows.
MODELINE = re.compile(r"\A# yaml-language-server: \$schema=\S+(?=\r?\n)")


def script(fiche: Fiche, texte: str, vocabulaire: Vocabulaire) -> str:
    """What the page loads of this fiche, as a classic script."""
    return f"quifaitquoi.modifiee({json_sans_danger(fiche.slug)},{json_sans_danger(_donnees(fiche, texte, vocabulaire))});\n"


def se_modifie(fiche: Fiche) -> bool:
    """Whether the editor knows this fiche at all."""
    return fiche.confidentialite is None and not fiche.national


def tout_se_montre(texte: str, trame: Trame, arbre: dict) -> bool:
    """Whether the whole text may be put online: nothing in it is for those who keep the files only."""
    entete = MODELINE.match(texte)
    commentaires = [span for span in trame.commentaires if not (entete and span[1] <= entete.end())]
    return not commentaires and not any(nom in INTERNES for nom in _noms(arbre))


def _noms(arbre: object) -> Iterator[str]:
    if isinstance(arbre, dict):
        yield from arbre
        yield from (nom for valeur in arbre.values() for nom in _noms(valeur))
    elif isinstance(arbre, list):
        yield from (nom for valeur in arbre for nom in _noms(valeur))


def _donnees(fiche: Fiche, texte: str, vocabulaire: Vocabulaire) -> dict:
    arbre, trame = lire_yaml(texte).valeur, Trame(texte)
    montres = list(champs_de(arbre))
    commun = {"nom": fiche.nom, "chemin": fiche.chemin, "groupes": _groupes(montres, arbre)}
    if not tout_se_montre(texte, trame, arbre):
        return {**commun, "champs": [_montre(un) for un in montres]}
    coupes = [{**_montre(un), **coupe} for un in montres if (coupe := _coupe(trame, un)) is not None]
    noms = {coupe["n"] for coupe in coupes}
    blocs = [*_blocs(trame, noms)]
    # What is in a list goes as a block, or cannot be taken out here.
    partent = {nom for nom, *_ in blocs}
    coupes = [coupe for coupe in coupes if "e" not in coupe or coupe["n"] in partent]
    return {**commun, "texte": texte, "champs": coupes, "blocs": blocs,
            "restes": _restes(trame, arbre, {re.split(r"[.[]", coupe["n"])[0] for coupe in coupes if {"v", "e"} & coupe.keys()})}


def _coupe(trame: Trame, un: Montre) -> dict | None:
    """`m`: the mould of its value; `t`: that of a whole list, in the place of what is there; `r`: the cut that takes it out."""
    if isinstance(un, Element):
        return {}
    if isinstance(un, Liste):
        t = moule(trame, un.chemin, "elements", _ordre) if un.combien else None
        m = t if un.seul else moule(trame, (*un.chemin, un.combien), "lignes", _ordre)
        return {"m": _en_liste(m), **({"t": _en_liste(t)} if t else {})} if m and (t or not un.combien) else None
    forme = "liste" if un.saisie.genre in LISTES else "lignes" if un.saisie.genre == "horaires" else "texte"
    m = moule(trame, un.chemin, forme, _ordre)
    r = vide(trame, un.chemin) if un.valeur is not None else None
    return {"m": _en_liste(m), **({"r": [r.debut, r.fin, r.reste]} if r else {})} if m else None


def _en_liste(m: Moule) -> list:
    return [m.debut, m.fin, m.avant, m.apres, m.style]


def _ordre(chemin: Chemin) -> Sequence[str]:
    return _noms_a(tuple(0 if isinstance(partie, int) else partie for partie in chemin))


@lru_cache(maxsize=500)
def _noms_a(chemin: Chemin) -> Sequence[str]:
    """Asked for eighty times a fiche, of thirty places in all: a tenth of the time that its data take."""
    return champs(Fiche, chemin)


def _montre(un: Montre) -> dict:
    """`n`: its name as `verify --change` has it; `c`: how it is typed in; `v`: its value, where it has one.

    Of a list, whose name ends with « [] », `k` is how many it holds, and `s` that it is a text yet; an item of a list has `e`.
    """
    if isinstance(un, Element):
        return {"n": nom_de(un.chemin), "e": 1}
    if isinstance(un, Liste):
        return {"n": f"{nom_de(un.chemin)}[]", "c": un.saisie.cle, "k": un.combien, **({"s": 1} if un.seul else {})}
    return {"n": nom_de(un.chemin), "c": un.saisie.cle, **({} if un.valeur is None else {"v": un.valeur})}


def _groupes(montres: Sequence[Montre], arbre: dict) -> list[list]:
    """(the names of its fields begin so, field of the fiche, which of its items, what tells that from the others) of each part of
    the form, in the order of the model."""
    groupes: dict[str, list] = {}
    for un in montres:
        racine, *suite = un.chemin
        if suite and isinstance(suite[0], int):
            groupes[nom_de(un.chemin[:2])] = [racine, suite[0] + 1, _dit(arbre[racine][suite[0]])]
        elif suite:
            groupes[racine] = [racine]
        elif isinstance(un, Liste):
            groupes[f"{racine}[]"] = [racine]
        else:
            groupes.setdefault("", [""])
    return [[debut, *groupe] for debut, groupe in groupes.items()]


def _dit(element: dict) -> str:
    """What tells an item of a list from the others: words, or a need of the vocabulary."""
    return next((str(element[nom]) for nom in ("nom", "quoi", "lieu", "du") if nom in element), "")


def _blocs(trame: Trame, noms: set[str]) -> Iterator[list]:
    """(its name, its fields, the cut that takes it out, where its inside begins and ends) of each block of nothing but fields.

    It goes where all of them are emptied, and is written anew where others come in their place, which a list cannot be. What an
    item of a list holds beside its fields goes by the name of the item.
    """
    for chemin, part in _collections(trame.racine, (), noms):
        feuilles = [*dict.fromkeys(_feuilles(part, chemin, noms))]
        if noms.issuperset(feuilles) and (r := vide(trame, chemin)):
            enfants = part.enfants.values()
            dans = [min(e.cle[0] for e in enfants), max(e.fin for e in enfants)] if part.genre == "bloc" else None
            yield [nom_de(chemin), feuilles, [r.debut, r.fin, r.reste], dans]


def _collections(part: Part, chemin: Chemin, noms: set[str]) -> Iterator[tuple[Chemin, Part]]:
    """The blocks and lists that are no field themselves, those around the others first."""
    for nom, enfant in part.enfants.items():
        ici = (*chemin, nom)
        if enfant.genre != "texte" and (isinstance(nom, int) or nom_de(ici) not in noms):
            yield ici, enfant
            yield from _collections(enfant, ici, noms)


def _feuilles(part: Part, chemin: Chemin, noms: set[str], element: str = "") -> Iterator[str]:
    nom = nom_de(chemin)
    if isinstance(chemin[-1], int) and part.genre == "bloc":
        element = nom if nom in noms else ""
    elif nom in noms:
        yield nom
        return
    if part.genre == "texte":
        yield element or nom
    for dedans, enfant in part.enfants.items():
        yield from _feuilles(enfant, (*chemin, dedans), noms, element)


def _restes(trame: Trame, arbre: dict, montrees: set[str]) -> list[list]:
    """(title, begin, end) of the parts of the text that no field shows."""
    parts = []
    for nom in arbre:
        part = trame.part((nom,))
        if nom not in montrees and part and part.cle:
            parts.append([titre_de(nom), part.cle[0], trame.fin_de_ligne(part.fin)])
    return parts
