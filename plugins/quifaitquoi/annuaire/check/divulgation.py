"""What is said where a text may lead to a withheld door: to erase it, to purge it, or to say that it leads nowhere."""

from __future__ import annotations

from quifaitquoi.annuaire.check.context import Contexte

PURGE = ("effacez-la, puis demandez à l'équipe de purger l'historique de git, qui la garde encore (voir CONTRIBUTING.md, "
         "« Adresse non publiée »)")


def ici(contexte: Contexte, quoi: str) -> str:
    """The sentence for a text that names the place."""
    return (f"ce texte nomme un lieu dont l'adresse n'est pas publiée, et sur cette ligne {quoi} peut mener à sa porte : "
            f"{d_abord(contexte)}{PURGE}. Si ces mots ne mènent nulle part, dites-le dans « accepte », dans la fiche de ce lieu : "
            "« texte » (ces mots mêmes) et « pourquoi »")


def plus_bas(contexte: Contexte, quoi: str) -> str:
    """The same, for what stands in a later part of a page that names the place."""
    return (f"cette page nomme plus haut un lieu dont l'adresse n'est pas publiée, et sur cette ligne {quoi} peut mener à sa "
            f"porte : {d_abord(contexte)}{PURGE}. Si cette partie parle d'un autre lieu de l'annuaire, nommez-le dans son titre ; "
            "si ces mots ne mènent nulle part, dites-le dans « accepte », dans la fiche du lieu : « texte » (ces mots mêmes) et "
            "« pourquoi »")


def autour(contexte: Contexte, quoi: str) -> str:
    """The same, for a line of a note that goes with the one that names the place."""
    return (f"les lignes autour nomment un lieu dont l'adresse n'est pas publiée, et sur celle-ci {quoi} peut mener à sa porte : "
            f"{d_abord(contexte)}{PURGE}. Si elle parle d'autre chose, mettez-la dans une autre partie, sous son propre titre ; "
            "si ces mots ne mènent nulle part, dites-le dans « accepte », dans la fiche du lieu : « texte » (ces mots mêmes) et "
            "« pourquoi »")


def d_abord(contexte: Contexte) -> str:
    """What to mend before anything is purged: with names missing, the name of a town is any name."""
    ou = ", ".join(contexte.noms_perdus)
    return f"corrigez d'abord les autres fautes ({ou}), où des noms n'ont pas pu être lus ; si ce message reste, " if ou else ""
