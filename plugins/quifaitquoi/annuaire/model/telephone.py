"""Phone numbers as people dial and read them (phonenumbers): 115 and 3919 are as good as ten digits."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType, ShortNumberCost, shortnumberinfo

from quifaitquoi.annuaire.model.pays import DIX_CHIFFRES, OUTRE_MER

# The country codes of France overseas, and what the ten digits of each begin with after the 0: the library only knows the
# blocks in use, and a new one is no mistake of the volunteer's.
INDICATIFS = {
    262: ("262", "263", "269", "639", "692", "693"), 508: ("508", "708"), 590: ("590", "690", "691"), 594: ("594", "694"),
    596: ("596", "696", "697")}
DEBUTS = tuple(debut for debuts in INDICATIFS.values() for debut in debuts)
# « 02 61 91 00 00 poste 212 », « 02 61 91 00 00 (p. 212) »
POSTE = re.compile(r"(.+?)[\s,(]*(?:poste|p\.|ext\.?|extension|x|#|,)\s*(?:n°\s*)?(\d{1,6})\s*\)?", re.IGNORECASE)
# A number among words: « 115 (gratuit) », « 02 61 91 00 00 puis tapez 1 »
SEUL = re.compile(r"(?<![\w+])\+?\d(?:[ .-]?\d)+(?!\w)")
# Hours beside a number are no second one, and 15 h is not the 15: « 119 24h/24 7j/7 », « 3230 (9h-16h30) »
HEURES = re.compile(
    r"(?<!\d)(?:\d{1,2}\s?h(?:\s?(?:/|sur)\s?24|\s?\d\d)?|7\s?j(?:ours)?\s?(?:/|sur)\s?7)(?!\w)", re.IGNORECASE)
# What the law makes free and the library takes for a premium number.
GRATUITS = frozenset(("3919",))
# In service, and not known to the library yet (9.0.43): the line of Germany for women who are hurt, since June 2023.
COURTS_NEUFS = frozenset((("DE", "116016"),))
Prix = Literal["gratuit", "ordinaire", "payant"]
# Their lines are nobody's land: 0 800 and the like are of the whole country.
DE_TOUT_LE_PAYS = frozenset((PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST, PhoneNumberType.PREMIUM_RATE,
                             PhoneNumberType.UAN, PhoneNumberType.VOIP))


@lru_cache(maxsize=20_000)
def _lu(numero: str, pays: str) -> tuple[PhoneNumber | None, int]:
    """The number, and what kind of line answers (`PhoneNumberType`): asked once, by the model and then by the rules."""
    # Letters would be read as a vanity number and a comma as an extension: neither is a phone number here.
    if not re.fullmatch(r"\+?[0-9\s./()\u00a0\u202f-]{2,24}", numero):
        return None, PhoneNumberType.UNKNOWN
    francais = pays in DIX_CHIFFRES
    try:
        lu = phonenumbers.parse(numero, pays if _sans_zero(numero, pays) or not francais else "FR")
    except NumberParseException:
        return None, PhoneNumberType.UNKNOWN
    genre = phonenumbers.number_type(lu)
    return _ou_il_mene(lu, genre) if lu.country_code == 33 and not numero.startswith(("+", "00")) else (lu, genre)


def _ou_il_mene(lu: PhoneNumber, genre: int) -> tuple[PhoneNumber, int]:
    """Ten digits of France with the country code that they have from elsewhere: 0262… is +262 262…, never +33."""
    chiffres = str(lu.national_number)
    if len(chiffres) != 9 or genre in DE_TOUT_LE_PAYS or (
            genre != PhoneNumberType.UNKNOWN and not chiffres.startswith(DEBUTS)):
        return lu, genre
    # Six digits, in Saint-Pierre-et-Miquelon alone, stand behind their own code.
    possibles = [PhoneNumber(code, int(chiffres.removeprefix("508"))) for code in INDICATIFS]
    if valide := next(filter(phonenumbers.is_valid_number, possibles), None):
        return valide, phonenumbers.number_type(valide)
    if genre == PhoneNumberType.UNKNOWN:
        return next((autre for autre in possibles if _d_un_bloc_neuf(autre)), lu), genre
    return lu, genre


def _d_un_bloc_neuf(lu: PhoneNumber) -> bool:
    """Whether an overseas number may be of a block that the library does not know yet."""
    chiffres = str(lu.national_number)
    return len(chiffres) == 9 and chiffres.startswith(INDICATIFS.get(lu.country_code, ()))


def _sans_zero(numero: str, pays: str) -> bool:
    """Whether six digits are a whole number there."""
    return pays == "PM" and len(re.sub(r"\D", "", numero)) == 6


def _parse(numero: str, pays: str) -> PhoneNumber | None:
    return _lu(numero, pays)[0]


def _genre(numero: str, pays: str) -> int:
    return _lu(numero, pays)[1]


def _pays_des_courts(pays: str) -> tuple[str, ...]:
    """Whose short numbers are dialled there: those of France in all its territories."""
    return ("FR",) if pays in DIX_CHIFFRES else (pays, "FR") if pays in OUTRE_MER else (pays,)


def repond(numero: str, pays: str) -> bool:
    """Whether this short number of France is answered in one of its territories: where ten digits are dialled, all of them are;
    elsewhere, those for emergencies that the numbering plan of the territory has itself."""
    return pays in DIX_CHIFFRES or pays in OUTRE_MER and shortnumberinfo.is_emergency_number(numero, pays)


@lru_cache(maxsize=20_000)
def est_court(numero: str, pays: str = "FR") -> bool:
    """Whether this is a short number of the country, such as 115, 3919 or 116 006."""
    if len(numero) > 9 or numero.startswith("+"):
        return False
    if (pays, re.sub(r"\s", "", numero)) in COURTS_NEUFS:
        return True
    return any(shortnumberinfo.is_valid_short_number_for_region(lu, celui)
               for celui in _pays_des_courts(pays) if (lu := _parse(numero, celui)))


def numero_possible(numero: str, pays: str = "FR") -> bool:
    """Whether somebody can dial it: a short number of the country, or a valid number of any country."""
    lu = _parse(numero, pays)
    if lu is None or est_court(numero, pays):
        return lu is not None
    # The library forgives a missing trunk zero; a phone does not, where numbers are written with one: not in Québec.
    prefixe = "" if _sans_zero(numero, pays) else phonenumbers.ndd_prefix_for_region(pays, True) or ""
    if not phonenumbers.format_number(lu, PhoneNumberFormat.NATIONAL).startswith(prefixe):
        prefixe = ""
    return numero.startswith(("+", prefixe)) and (_genre(numero, pays) != PhoneNumberType.UNKNOWN or _d_un_bloc_neuf(lu))


def est_mobile(numero: str, pays: str = "FR") -> bool:
    """Whether somebody carries it: of France, whatever begins like one, since blocks are given out before the library knows."""
    lu = _parse(numero, pays)
    if lu is None or _genre(numero, pays) != PhoneNumberType.UNKNOWN:
        return _genre(numero, pays) == PhoneNumberType.MOBILE
    return bool(re.fullmatch(r"[67]\d{8}", str(lu.national_number))) and (lu.country_code == 33 or _d_un_bloc_neuf(lu))


def ecrire_plutot(numero: str, pays: str = "FR") -> str:
    """How to write what is more than a number: two of them, an extension, words; "" where that is not what stands there."""
    nu = numero.strip("“”«»‘’\"' \u00a0\u202f")
    if nu != numero and numero_possible(nu, pays):
        return f"Ces guillemets ne sont pas ceux du clavier : écrivez-le entre guillemets droits, « \"{nu}\" »"
    numeros = [part.strip() for part in re.split(r"[/;,|]| ou | et | - ", numero[:200]) if part.strip()]
    if len(numeros) > 1 and all(numero_possible(part, pays) for part in numeros):
        liste = ", ".join(f'"{part}"' for part in numeros)
        return f"Un numéro à la fois ; sous « contact », une liste : « telephone: [{liste}] »"
    poste = POSTE.fullmatch(numero[:200])
    if poste and numero_possible(poste[1], pays):
        return ("Le poste se dit dans « pour » ; sous « contact », « telephone: », puis à la ligne "
                f"« - numero: \"{poste[1]}\" » et « pour: demander le poste {poste[2]} »")
    ile = re.sub(r"^(?:\+|00)33[\s.]*", "0", numero)
    if ile != numero and numero_possible(ile, pays) and pays in DIX_CHIFFRES:
        return f"Écrivez « {affiche(ile, pays)} »".replace("\u00a0", " ")
    sans_heures = HEURES.sub("", numero[:200])
    seuls = [seul for seul in SEUL.findall(sans_heures) if numero_possible(seul, pays)]
    if len(seuls) == 1 and not re.search(r"\d\d", sans_heures.replace(seuls[0], "", 1)) and seuls[0] != numero:
        return (f"Le numéro seul, et le reste dans « pour » : sous « contact », « telephone: », puis à la ligne « - numero: "
                f"\"{seuls[0]}\" » et « pour: » ce qu'il faut en savoir")
    return ""


def exemples(pays: str) -> str:
    """Numbers that can be dialled there, to end a refusal."""
    if pays in DIX_CHIFFRES:
        return 'Exemples : "03 88 00 00 00", "115", "+49 7851 000000"'
    du_pays = phonenumbers.format_number(phonenumbers.example_number(pays), PhoneNumberFormat.NATIONAL)
    donnes = [du_pays, *(["112"] if est_court("112", pays) else []), "+33 2 61 91 00 00"]
    return "Exemples : " + ", ".join(f'"{numero}"' for numero in donnes)


@lru_cache(maxsize=20_000)
def prix(numero: str, pays: str = "FR") -> Prix | None:
    """What a call costs beside one to a neighbour; None where it is that, or where nobody can tell."""
    if est_court(numero, pays):
        return _prix_d_un_court(re.sub(r"\D", "", numero), pays)
    lu = _parse(numero, pays)
    # A free number of another country is not free from here.
    if lu is None or not _du_pays(lu, pays):
        return None
    genre = _genre(numero, pays)
    if genre == PhoneNumberType.UAN:
        return "ordinaire"
    return "gratuit" if genre == PhoneNumberType.TOLL_FREE else (
        "payant" if genre in (PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST) else None)


def _prix_d_un_court(numero: str, pays: str) -> Prix | None:
    regions = _pays_des_courts(pays)
    prix = {shortnumberinfo.expected_cost_for_region(_parse(numero, region), region) for region in regions}
    if ShortNumberCost.TOLL_FREE in prix or ("FR" in regions and numero in GRATUITS):
        return "gratuit"
    # The library takes every 32… to 39… of France as premium: many cost a plain call, such as the 3230 of the CAF.
    return "payant" if ShortNumberCost.PREMIUM_RATE in prix and not ("FR" in regions and len(numero) == 4) else None


def est_sms(numero: str, pays: str = "FR") -> bool:
    """Whether nobody answers a voice there, only messages: the 114 of France."""
    # Of other countries the library also counts numbers that take both.
    return "FR" in _pays_des_courts(pays) and est_court(numero, pays) and shortnumberinfo.is_sms_service_for_region(
        _parse(numero, "FR"), "FR")


def lien(numero: str, pays: str = "FR") -> str:
    """The address that a page links to: `tel:`, or `sms:` where a voice would find nobody."""
    return lien_sms(numero, pays) if est_sms(numero, pays) else "tel:" + compose(numero, pays)


def lien_sms(numero: str, pays: str = "FR") -> str:
    """The `sms:` address of a number that takes messages."""
    return "sms:" + compose(numero, pays)


def compose(numero: str, pays: str) -> str:
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
        if pays in DIX_CHIFFRES and lu.country_code in INDICATIFS:
            chiffres = f"508{lu.national_number}"[-9:]
            texte = re.sub(r"^(\d{3})(\d\d)(\d\d)(\d\d)$", r"0\1 \2 \3 \4", chiffres)
        else:
            national = _du_pays(lu, pays)
            texte = phonenumbers.format_number(lu, PhoneNumberFormat.NATIONAL if national else PhoneNumberFormat.INTERNATIONAL)
    return texte.replace(" ", "\u00a0")


def _du_pays(lu: PhoneNumber, pays: str) -> bool:
    siens = DIX_CHIFFRES if pays in DIX_CHIFFRES else (pays,)
    return phonenumbers.region_code_for_number(lu) in siens
