"""How to reach a place."""

from __future__ import annotations

from collections.abc import Iterator

from quifaitquoi.annuaire.model import telephone
from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import COURRIEL, DECISIF, LIEN, SMS, TEL, TOUT, Fait, Segment, Segments, a_la_suite, dit, ecrit

# That a number costs more is said wherever it stands (`Parole.tel`).
PRIX = {"gratuit": N_("appel gratuit"), "ordinaire": N_("prix d'un appel ordinaire")}


def contact(parole: Parole, x: Contact | None) -> Iterator[Fait]:
    """Numbers first; a mailbox or a site weighs less where somebody can be called."""
    if x is None:
        return
    for n in x.numeros:
        dits = (Segment(TEL, n.numero),), ecrit(n.pour) if n.pour else (), _prix(parole, n.numero)
        yield Fait("contact.telephone", "phone", "", a_la_suite(dits))
    if x.sms:
        yield Fait("contact.sms", "message-text-outline", "", (Segment(SMS, x.sms),))
    poids = TOUT if x.numeros or x.sms else DECISIF
    if x.prise_de_rendez_vous:
        yield Fait("contact.prise_de_rendez_vous", "calendar-clock", "",
                   (Segment(LIEN, parole._("Prendre rendez-vous en ligne"), x.prise_de_rendez_vous),), poids)
    if x.courriel:
        yield Fait("contact.courriel", "email-outline", "", (Segment(COURRIEL, x.courriel),), poids)
    if x.site:
        yield Fait("contact.site", "earth", "", (Segment(LIEN, "", x.site),), poids)


def _prix(parole: Parole, numero: str) -> Segments:
    prix = PRIX.get(telephone.prix(numero, parole.annuaire.pays))
    return dit(parole._(prix)) if prix else ()
