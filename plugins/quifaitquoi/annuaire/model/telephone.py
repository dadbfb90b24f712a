"""Phone numbers as people dial and read them (phonenumbers): 115 and 3919 are as good as ten digits."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType, shortnumberinfo


@lru_cache(maxsize=20_000)
def _parse(numero: str, pays: str) -> phonenumbers.PhoneNumber | None:
    # Letters would be read as a vanity number and a comma as an extension: neither is a phone number here.
    if not re.fullmatch(r"\+?[0-9\s./()\u00a0\u202f-]{2,24}", numero):
        return None
    try:
        return phonenumbers.parse(numero, pays)
    except NumberParseException:
        return None


@lru_cache(maxsize=20_000)
def _genre(numero: str, pays: str) -> int:
    """What kind of line answers (`PhoneNumberType`): asked once, by the model and then by the rules."""
    lu = _parse(numero, pays)
    return PhoneNumberType.UNKNOWN if lu is None else phonenumbers.number_type(lu)


def est_court(numero: str, pays: str = "FR") -> bool:
    """Whether this is a short number of the country, such as 115, 3919 or 116 006."""
    if len(numero) > 9:
        return False
    lu = _parse(numero, pays)
    return lu is not None and not numero.startswith("+") and shortnumberinfo.is_possible_short_number_for_region(
        lu, pays) and shortnumberinfo.is_valid_short_number_for_region(lu, pays)


def numero_possible(numero: str, pays: str = "FR") -> bool:
    """Whether somebody can dial it: a short number of the country, or a valid number of any country."""
    lu = _parse(numero, pays)
    if lu is None or est_court(numero, pays):
        return lu is not None
    # The library forgives a missing trunk zero; a phone does not.
    prefixe = phonenumbers.ndd_prefix_for_region(pays, True) or ""
    return numero.startswith(("+", prefixe)) and _genre(numero, pays) != PhoneNumberType.UNKNOWN


def est_mobile(numero: str, pays: str = "FR") -> bool:
    return _genre(numero, pays) == PhoneNumberType.MOBILE


def est_sms(numero: str, pays: str = "FR") -> bool:
    """Whether nobody answers a voice there, only messages: the 114 of France."""
    # Of other countries the library also counts numbers that take both.
    return pays == "FR" and est_court(numero, pays) and shortnumberinfo.is_sms_service_for_region(_parse(numero, pays), pays)


def lien(numero: str, pays: str = "FR") -> str:
    """The address that a page links to: `tel:`, or `sms:` where a voice would find nobody."""
    return lien_sms(numero, pays) if est_sms(numero, pays) else "tel:" + _compose(numero, pays)


def lien_sms(numero: str, pays: str = "FR") -> str:
    """The `sms:` address of a number that takes messages."""
    return "sms:" + _compose(numero, pays)


def _compose(numero: str, pays: str) -> str:
    """The number as a phone dials it, from anywhere if it can be."""
    if est_court(numero, pays):
        return re.sub(r"\D", "", numero)
    return phonenumbers.format_number(_parse(numero, pays), PhoneNumberFormat.E164)


def affiche(numero: str, pays: str = "FR") -> str:
    """The number grouped as its country writes it, with no-break spaces so that it stays on one line."""
    if est_court(numero, pays):
        texte = re.sub(r"\s+", " ", numero)
    else:
        lu = _parse(numero, pays)
        national = phonenumbers.region_code_for_number(lu) == pays
        texte = phonenumbers.format_number(lu, PhoneNumberFormat.NATIONAL if national else PhoneNumberFormat.INTERNATIONAL)
    return texte.replace(" ", "\u00a0")
