"""Whom to call about a fiche: its own number, else that of a service, else that of who runs it. Never an emergency line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.annuaire.model import telephone
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.lieu import Contact


@dataclass(frozen=True)
class Numero:
    """A number as it is shown, what it is for, and its bare digits."""

    affiche: str
    pour: str
    chiffres: str


@dataclass(frozen=True)
class Joindre:
    """`moyen` says what to do: call `numeros`, go there or write, or leave the line free for those in need."""

    moyen: Literal["appeler", "visiter", "sans-appeler"]
    numeros: tuple[Numero, ...] = ()
    organisme: str = ""


def joindre(directory: Directory, vue: FicheVue) -> Joindre:
    urgences = {re.sub(r"\D", "", urgence.numero) for urgence in directory.annuaire.urgences}
    pistes = [(vue.fiche.contact, "")]
    pistes += [(service.service.contact, "") for service in vue.services]
    pistes += [(organisme.contact, organisme.nom) for organisme in vue.organismes]
    occupe = False
    for contact, organisme in pistes:
        tous = _numeros(contact, directory.annuaire.pays)
        appelables = tuple(n for n in tous if n.chiffres not in urgences)
        if vue.fiche.genre == "telephone" and len(appelables) < len(tous):
            # The other numbers of an emergency line ring at the same desk.
            appelables = ()
        if appelables:
            return Joindre("appeler", appelables, organisme)
        sms = contact.sms if contact else None
        occupe = occupe or bool(tous) or (sms is not None and re.sub(r"\D", "", sms) in urgences)
    # A line where seconds count is no line to ask for opening hours on.
    return Joindre("sans-appeler" if occupe else "visiter")


def _numeros(contact: Contact | None, pays: str) -> tuple[Numero, ...]:
    return tuple(Numero(telephone.affiche(n.numero, pays), n.pour, re.sub(r"\D", "", n.numero))
                 for n in (contact.numeros if contact else ()))
