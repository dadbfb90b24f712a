"""The cuts themselves: one value set, or one taken out, at its place in the text.

What is not cut stays byte for byte. Comments inside what goes are kept, as lines of their own at the same place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.edition.decoupe.ecriture import (
    A_ENTOURER,
    Valeur,
    apres_deux_points,
    cle,
    element,
    en_flux,
    entree,
    replie,
    scalaire,
)
from quifaitquoi.edition.decoupe.trame import Part, Trame

TIRET = re.compile(r"-(?:[ \t]|#[^\r\n]*|[\r\n])*\Z")
LIGNE_DE_COMMENTAIRE = re.compile(r"(?:\r\n?|\n)( *)#[^\r\n]*")
COMMENTAIRE_DEDANS = ("un commentaire se trouve au milieu de ce qui changerait : faites ce changement à la main, pour "
                      "qu'il reste à sa place")


class Coupe(Exception):
    """This can't be cut cleanly; the sentence says why."""


class Coupure(NamedTuple):
    """What stands from `debut` to `fin` of a text becomes `neuf`."""

    debut: int
    fin: int
    neuf: str

    def dans(self, texte: str) -> str:
        return texte[:self.debut] + self.neuf + texte[self.fin:]


def pose(texte: str, chemin: Chemin, valeur: Valeur, ordre) -> str:
    """`texte` with `valeur` at `chemin`."""
    return coupure_de_pose(Trame(texte), chemin, valeur, ordre).dans(texte)


def coupure_de_pose(trame: Trame, chemin: Chemin, valeur: Valeur, ordre) -> Coupure:
    """What puts `valeur` at `chemin`."""
    part, flux = trame.racine, False
    for i, nom in enumerate(chemin):
        flux = flux or bool(part.style) and part.genre != "texte"
        if nom in part.enfants:
            part = part.enfants[nom]
            continue
        for reste in reversed(chemin[i + 1:]):
            valeur = [valeur] if isinstance(reste, int) else {reste: valeur}
        if part.genre == "texte":
            return _remplace(trame, chemin[:i], part, [valeur] if isinstance(nom, int) else {nom: valeur}, flux)
        return _ajoute(trame, part, nom, valeur, ordre(chemin[:i]))
    return _remplace(trame, chemin, part, valeur, flux)


def _remplace(trame: Trame, chemin: Chemin, part: Part, valeur: Valeur, flux: bool) -> Coupure:
    texte, nom = trame.texte, _dernier_nom(chemin)
    if isinstance(valeur, str) and part.genre == "texte" and (ecrit := _meme_style(trame, chemin, part, valeur, flux)):
        return Coupure(part.debut, part.fin, ecrit)
    deja = {ecrit: texte[p.debut:p.fin] for p, ecrit in _textes_de(trame, part) if p.style not in ("|", ">")}
    if flux or part.cle is None and part.style:
        if trame.commentaires_entre(part.debut, part.fin):
            raise Coupe(COMMENTAIRE_DEDANS)
        return Coupure(part.debut, part.fin, en_flux(valeur, nom, deja))
    if part.cle is None:
        depart, colonne = _tiret(trame, part), trame.colonne(_tiret(trame, part))
        nouveau = element(valeur, colonne, trame.pas, trame.decalage_des_tirets, trame.saut)
    else:
        depart = texte.index(":", part.cle[1]) + 1
        colonne = trame.colonne(part.cle[0])
        nouveau = apres_deux_points(nom, valeur, colonne, trame.pas, trame.decalage_des_tirets, trame.saut, deja)
    if "\n" not in nouveau and "\r" not in nouveau:
        # What follows on the line of the key may be its comment: it stays there.
        ligne = trame.fin_de_ligne(depart)
        sur_la_ligne = [(a, b) for a, b in trame.commentaires if depart <= a < ligne and b <= part.fin]
        if sur_la_ligne:
            a, b = sur_la_ligne[0]
            nouveau += texte[depart:a] + texte[a:b]
            return _garde(trame, depart, part.fin, nouveau, trame.commentaires_entre(b, part.fin))
        return _garde(trame, depart, part.fin, nouveau, trame.commentaires_entre(depart, part.fin))
    # On several lines, what was said beside the old value would end up beside the last of the new ones.
    fin = next((b for a, b in trame.commentaires if part.fin <= a < trame.fin_de_ligne(part.fin)), part.fin)
    return _garde(trame, depart, fin, nouveau, trame.commentaires_entre(depart, fin))


def _garde(trame: Trame, debut: int, fin: int, nouveau: str, commentaires: list[str]) -> Coupure:
    """What puts `nouveau` between `debut` and `fin`, and above that line the comments that stood inside."""
    ligne = trame.debut_de_ligne(debut)
    marge = re.match(r"[ ]*", trame.texte[ligne:])[0]
    gardes = "".join(f"{marge}{c}{trame.saut}" for c in commentaires)
    return Coupure(ligne, fin, gardes + trame.texte[ligne:debut] + nouveau)


def _meme_style(trame: Trame, chemin: Chemin, part: Part, valeur: str, flux: bool) -> str | None:
    """The new text in the quotes, or the folds, of the old one; None where its lines can't hold it."""
    if part.vide:
        return " " + scalaire(valeur, flux=flux, entoure=_dernier_nom(chemin) in A_ENTOURER)
    if part.style in ("|", ">"):
        entete = trame.texte[part.debut:trame.fin_de_ligne(part.debut)]
        colonne = trame.colonne(part.cle[0]) if part.cle else trame.colonne(_tiret(trame, part))
        suite = re.search(r"[\r\n]+( *)\S", trame.texte[part.debut:part.fin])
        marge = len(suite[1]) if suite else colonne + trame.pas
        lignes = replie(valeur, marge, trame.saut) if entete.startswith(">-") else None
        return None if lignes is None else entete + lignes
    if "\n" in valeur and not part.style and not flux:
        return None
    entoure = not part.style and _dernier_nom(chemin) in A_ENTOURER
    return scalaire(valeur, part.style, flux, entoure)


def _ajoute(trame: Trame, part: Part, nom: str | int, valeur: Valeur, noms: Sequence[str]) -> Coupure:
    """A new key in its place among those there are, or a new item after the last."""
    enfants = part.enfants
    avant = _avant(nom, enfants, noms)
    if part.style:
        ecrit = en_flux(valeur) if isinstance(nom, int) else f"{cle(nom, True)}: {en_flux(valeur, nom)}"
        if avant is None:
            suite = ", " if enfants else ""
            return Coupure(part.debut + 1, part.debut + 1, ecrit + suite)
        ici = max(enfants[avant].fin, (enfants[avant].cle or (0, 0))[1])
        return Coupure(ici, ici, ", " + ecrit)
    colonne = trame.colonne(part.debut)
    if isinstance(nom, int):
        ecrit = element(valeur, colonne, trame.pas, trame.decalage_des_tirets, trame.saut)
    else:
        ecrit = entree(nom, valeur, colonne, trame.pas, trame.decalage_des_tirets, trame.saut)
    if avant is None:
        ici = min(enfant.cle[0] for enfant in enfants.values())
        return Coupure(ici, ici, ecrit + trame.saut + " " * colonne)
    ici = fin_avec_ses_commentaires(trame, enfants[avant].fin, colonne)
    return Coupure(ici, ici, trame.saut + " " * colonne + ecrit)


def ajout(texte: str, chemin: Chemin, entrees: dict[str, Valeur]) -> str:
    """`texte` with `entrees` after the last one of the block at `chemin`."""
    trame = Trame(texte)
    part = trame.part(chemin)
    if part.style:
        raise Coupe("ce bloc est écrit entre accolades : écrivez-le d'abord à la ligne")
    colonne, dernier = trame.colonne(part.debut), max(enfant.fin for enfant in part.enfants.values())
    ici = fin_avec_ses_commentaires(trame, dernier, colonne)
    ecrites = "".join(trame.saut + " " * colonne + entree(nom, valeur, colonne, trame.pas, trame.decalage_des_tirets, trame.saut)
                      for nom, valeur in entrees.items())
    return texte[:ici] + ecrites + texte[ici:]


def _avant(nom: str | int, presents: Mapping[str | int, Part], noms: Sequence[str]) -> str | int | None:
    """After which of those that are there a new one comes: the nearest before it in `noms`; None for the very first."""
    if isinstance(nom, int) or nom not in noms:
        return next(reversed(presents), None)
    return next((p for p in reversed(noms[:noms.index(nom)]) if p in presents), None)


def fin_avec_ses_commentaires(trame: Trame, fin: int, colonne: int) -> int:
    """The end of the last line of what ends at `fin`, comment lines that are indented deeper than its key included."""
    ici = trame.fin_de_ligne(fin)
    while (ligne := LIGNE_DE_COMMENTAIRE.match(trame.texte, ici)) and len(ligne[1]) > colonne:
        ici = ligne.end()
    return ici


def retrait(texte: str, chemin: Chemin) -> str:
    """`texte` without what stands at `chemin`, nor what would be left empty around it."""
    return coupure_de_retrait(Trame(texte), chemin).dans(texte)


def coupure_de_retrait(trame: Trame, chemin: Chemin) -> Coupure:
    """What takes out what stands at `chemin`, and what would be left empty around it."""
    texte = trame.texte
    while len(chemin) > 1 and len(trame.part(chemin[:-1]).enfants) == 1:
        chemin = chemin[:-1]
    parent, part = trame.part(chemin[:-1]), trame.part(chemin)
    if parent.style:
        return _retire_du_flux(trame, parent, chemin[-1])
    depart = part.cle[0] if part.cle else _tiret(trame, part)
    ligne = trame.debut_de_ligne(depart)
    if texte[ligne:depart].strip():
        # The first key of an item, behind its dash: the next one takes its place.
        suite = min(p.cle[0] for p in parent.enfants.values() if p.cle[0] > depart)
        gardes = "".join(f"{c}{trame.saut}{' ' * trame.colonne(depart)}" for c in trame.commentaires_entre(depart, suite))
        return Coupure(depart, suite, gardes)
    marge = texte[ligne:depart]
    fin = trame.apres_la_ligne(part.fin)
    gardes = "".join(f"{marge}{c}{trame.saut}" for c in trame.commentaires_entre(depart, fin))
    if fin == len(texte) and fin == trame.fin_de_ligne(part.fin):
        # The file did not end with a line break, and must not begin to.
        debut = re.search(r"(?:\r\n?|\n)?\Z", texte[:ligne]).start()
        return Coupure(debut, fin, trame.saut + gardes.removesuffix(trame.saut) if gardes else "")
    return Coupure(ligne, fin, gardes)


def _retire_du_flux(trame: Trame, parent: Part, nom: str | int) -> Coupure:
    noms = list(parent.enfants)
    rang = noms.index(nom)
    debuts = [(p.cle[0] if p.cle else p.debut) for p in parent.enfants.values()]
    fins = [max(p.fin, p.cle[1] if p.cle else 0) for p in parent.enfants.values()]
    debut, fin = ((debuts[rang], debuts[rang + 1]) if rang + 1 < len(noms) else (fins[rang - 1], fins[rang]))
    if trame.commentaires_entre(debut, fin):
        raise Coupe(COMMENTAIRE_DEDANS)
    return Coupure(debut, fin, "")


def _tiret(trame: Trame, part: Part) -> int:
    trouve = TIRET.search(trame.texte, trame.debut_de_ligne(part.debut), part.debut) or TIRET.search(
        trame.texte[:part.debut])
    if trouve is None:
        raise Coupe("cette liste est écrite d'une façon inattendue : faites ce changement à la main")
    return trouve.start()


def _dernier_nom(chemin: Chemin) -> str:
    return next((nom for nom in reversed(chemin) if isinstance(nom, str)), "")


def _textes_de(trame: Trame, part: Part) -> list[tuple[Part, str]]:
    """The texts of a plain list, each with what it says: those that stay keep the form they had."""
    if part.genre != "liste":
        return []
    return [(p, _lu(trame.texte[p.debut:p.fin])) for p in part.enfants.values()
            if p.genre == "texte" and not p.vide and p.style not in ("|", ">")]


@lru_cache(1000)
def _lu(element: str) -> str:
    """What an item of a list says. The same few words are in the lists of all fiches."""
    return str(lire_yaml(f"[{element}]").valeur[0])
