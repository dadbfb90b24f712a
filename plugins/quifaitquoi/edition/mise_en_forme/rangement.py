"""Keys in the order of the model. Each moves with the comments above it and beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.edition.decoupe.chirurgie import fin_avec_ses_commentaires
from quifaitquoi.edition.decoupe.edition import Ordre
from quifaitquoi.edition.decoupe.trame import Part, Trame

TIRET_SEUL = re.compile(r" *- +")
POUR_L_EDITEUR = "# yaml-language-server:"


def ranger(texte: str, ordre: Ordre) -> str:
    """`texte` with the keys of every block in the order that `ordre` gives; keys that it does not name follow their neighbour."""
    for chemin, noms in list(_en_desordre(Trame(texte).racine, ordre)):
        trame = Trame(texte)
        part = trame.part(chemin)
        texte = _entre_accolades(trame, part, noms) if part.style else _en_lignes(trame, part, noms, est_racine=not chemin)
    return texte


def _en_desordre(part: Part, ordre: Ordre, chemin: Chemin = ()) -> Iterator[tuple[Chemin, list[str]]]:
    """Every block whose keys are to move, with the order that they are to have."""
    if part.genre == "bloc":
        noms = _ordonnes(list(part.enfants), ordre(chemin))
        if noms != list(part.enfants):
            yield chemin, noms
    for nom, enfant in part.enfants.items():
        if enfant.enfants:
            yield from _en_desordre(enfant, ordre, (*chemin, nom))


def _ordonnes(noms: list[str], voulus: Sequence[str]) -> list[str]:
    rangs, rang = {}, -1
    for nom in noms:
        rang = voulus.index(nom) if nom in voulus else rang
        rangs[nom] = rang
    return sorted(noms, key=rangs.__getitem__)


def _entre_accolades(trame: Trame, part: Part, noms: list[str]) -> str:
    """Keys change places, what stands between them does not. With a comment inside, nobody knows what it is about: none moves."""
    if trame.commentaires_entre(part.debut, part.fin):
        return trame.texte
    places = [(p.cle[0], max(p.fin, p.cle[1])) for p in part.enfants.values()]
    textes = {nom: trame.texte[debut:fin] for nom, (debut, fin) in zip(part.enfants, places, strict=True)}
    texte = trame.texte
    for (debut, fin), nom in reversed(list(zip(places, noms, strict=True))):
        texte = texte[:debut] + textes[nom] + texte[fin:]
    return texte


def _en_lignes(trame: Trame, part: Part, noms: list[str], est_racine: bool) -> str:
    texte, saut = trame.texte, trame.saut
    enfants = list(part.enfants.values())
    colonne = trame.colonne(enfants[0].cle[0])
    debut = trame.debut_de_ligne(enfants[0].cle[0])
    tiret = texte[debut:enfants[0].cle[0]]
    if tiret.strip() and not TIRET_SEUL.fullmatch(tiret):
        return texte  # dashes within dashes, an anchor: no volunteer writes this
    depuis = debut if tiret.strip() else _debut_des_commentaires(trame, debut, est_racine)
    tetes, corps, ici = {}, {}, depuis
    for nom, enfant in part.enfants.items():
        fin = fin_avec_ses_commentaires(trame, max(enfant.fin, enfant.cle[1]), colonne)
        tetes[nom] = texte[ici:trame.debut_de_ligne(enfant.cle[0])]
        corps[nom] = texte[enfant.cle[0]:fin]
        ici = trame.apres_la_ligne(fin)
    marge = " " * colonne
    if not tiret.strip():
        return texte[:depuis] + saut.join(tetes[nom] + marge + corps[nom] for nom in noms) + texte[fin:]
    # What is said above the key that comes first now is said above its dash.
    au_dessus = "".join(tiret.replace("-", " ")[:tiret.index("-")] + ligne.strip() + saut
                        for ligne in tetes[noms[0]].splitlines() if ligne.strip())
    lignes = [tiret + corps[noms[0]], *(tetes[nom] + marge + corps[nom] for nom in noms[1:])]
    return texte[:debut] + au_dessus + saut.join(lignes) + texte[fin:]


def _debut_des_commentaires(trame: Trame, ligne: int, est_racine: bool) -> int:
    """Where the comments and empty lines right above `ligne` begin. At the head of a file, what speaks of the whole stays."""
    debut = ligne
    while debut:
        fin = debut - (2 if trame.texte[:debut].endswith("\r\n") else 1)
        avant = trame.debut_de_ligne(fin)
        au_dessus = trame.texte[avant:fin].strip()
        du_fichier = est_racine and (not au_dessus or au_dessus.startswith(POUR_L_EDITEUR))
        if du_fichier or not au_dessus.startswith("#") and au_dessus:
            break
        debut = avant
    return debut
