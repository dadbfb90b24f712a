"""Whom to call, as a phone dials the number and as people read it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model import telephone
from quifaitquoi.annuaire.model.lieu import Numero
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.texte import en_texte


def urgences(territoire: Territoire, parole: Parole, rangs: Mapping[str, int]) -> list[list]:
    """Each line to call: as dialled, as written, its name, when to call it, the fiche that tells of it, the needs and the roots it
    is for."""
    v = territoire.directory.vocabulaire
    return [
        [*a_appeler(parole, u.numero), parole.langue.typographie(u.nom), parole.langue.typographie(u.pour), rangs.get(u.fiche),
         *([n for n, slug in enumerate(liste) if slug in (u.besoins or ())] for liste in (v.besoins, v.racines))]
        for u in territoire.directory.annuaire.urgences
    ]


def a_appeler(parole: Parole, numero: str | None) -> list[str] | None:
    """A number as a phone dials it and as people read it."""
    pays = parole.annuaire.pays
    if numero and telephone.est_sms(numero, pays):
        return [telephone.lien_sms(numero, pays), en_texte(parole, parole.sms_en_bref(numero))]
    return [telephone.lien(numero, pays), en_texte(parole, parole.tel(numero))] if numero else None


def gardien(parole: Parole) -> list[str] | None:
    """Who keeps the directory: its number, as a phone dials it and as people read it, and its name."""
    annuaire = parole.annuaire
    appele = a_appeler(parole, annuaire.contact.telephone) if annuaire.contact else None
    return appele and [*appele, parole.langue.typographie(annuaire.nom)]


def telephone_de(vue: FicheVue, parole: Parole, propres: Sequence[Numero] = ()) -> str:
    """The first number, of a service (`propres`) if it has its own, as a phone dials it, then as it is written where the rule of
    `liste.js` would write it otherwise; where there is none to call, the address and the words of one to write to."""
    pays = parole.annuaire.pays
    numeros = propres or vue.numeros
    if not numeros:
        return f"{telephone.lien_sms(vue.sms, pays)}|{en_texte(parole, parole.sms(vue.sms))}" if vue.sms else ""
    numero = numeros[0].numero
    appele, ecrit = telephone.lien(numero, pays).removeprefix("tel:"), en_texte(parole, parole.tel(numero))
    national = re.sub(r"(..)(?=.)", "\\1\u00a0", "0" + appele[3:]) if re.fullmatch(r"\+33\d{9}", appele) else appele
    return appele if ecrit == national else f"{appele}|{ecrit}"
