"""What a country decides: time, holidays and numbers. France overseas is France, with days and a clock of its own."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from phonenumbers import SUPPORTED_REGIONS

from quifaitquoi.base.proches import proche
from quifaitquoi.horaires import Calendrier, HorairesIllisibles, Vacances
from quifaitquoi.horaires.vacances import INCONNUES

# The territories of France overseas, each with the holidays that the law gives to it alone, in OpenStreetMap's words. What custom
# or a commune adds is not known here: whoever keeps the directory writes it in « feries_locaux ».
OUTRE_MER: dict[str, tuple[str, ...]] = {
    "GP": ("May 27",), "MQ": ("May 22",), "GF": ("Jun 10",), "RE": ("Dec 20",), "YT": ("Apr 27",), "BL": ("Oct 09",),
    "MF": ("May 28",), "PM": (), "NC": ("Sep 24",), "PF": ("Mar 05", "easter -2 days", "Nov 20"),
    "WF": ("Apr 28", "Jun 29", "Jul 29")}
# Their postcodes, the longest first; and the départements of the mainland that have holidays of their own.
CODES_POSTAUX = {"97133": "BL", "97150": "MF", "971": "GP", "972": "MQ", "973": "GF", "974": "RE", "975": "PM", "976": "YT",
                 "986": "WF", "987": "PF", "988": "NC"}
ALSACE_MOSELLE = frozenset(("57", "67", "68"))
# Where the ten digits of metropolitan France are dialled as they are, and answered by its short numbers.
DIX_CHIFFRES = frozenset(("FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF"))
# Of several zones, where nearly everybody lives.
FUSEAUX = {"PF": "Pacific/Tahiti"}


# How a postcode is written there: its pattern, in words, and an example.
FRANCAIS = (r"[0-9]{5}", "cinq chiffres", "67100")
POSTES = {"BE": (r"[1-9][0-9]{3}", "quatre chiffres", "1000"), "CH": (r"[1-9][0-9]{3}", "quatre chiffres", "1003"),
          "LU": (r"[1-9][0-9]{3}", "quatre chiffres", "1234"), "DE": (r"[0-9]{5}", "cinq chiffres", "77694"),
          "CA": (r"[A-Z][0-9][A-Z] [0-9][A-Z][0-9]", "trois signes, une espace, trois signes", "H1W 2B5")}
# What letters stand before it on an envelope, beside those of the country's code.
DEVANT = {"FR": "F", "BE": "B", "LU": "L", "DE": "D"}
AILLEURS = (r"[0-9A-Z][0-9A-Z -]{1,9}", "des chiffres et des majuscules", "1000-001")


def est_la_france(pays: str) -> bool:
    """Whether this is France, overseas included: what the State publishes of addresses holds there."""
    return pays == "FR" or pays in OUTRE_MER


def poste(pays: str) -> tuple[str, str, str]:
    """How a postcode is written in this country: a pattern for all of it, what that is in words, and an example."""
    return FRANCAIS if est_la_france(pays) else POSTES.get(pays, AILLEURS)


def code_postal_lu(ecrit: str, pays: str) -> str:
    """As that country's post writes it, from how people do: « L-1234 », « h1w2b5 », « 67 000 », and in France the four digits to
    which a workbook brought five; else as it is written, in capitals."""
    brut, pays = ecrit.strip().upper(), "FR" if est_la_france(pays) else pays
    colle = re.sub(r"[ .\-‐‑–]", "", re.sub(rf"^(?:{DEVANT.get(pays, pays)}|{pays})[ .\-‐‑–]*(?=\d)", "", brut))
    essais = [brut, colle, *(f"{colle[:rang]} {colle[rang:]}" for rang in range(1, min(len(colle), 10)))]
    if pays == "FR":
        essais.append(f"0{colle}")
    return next((essai for essai in essais if re.fullmatch(poste(pays)[0], essai)), brut)


def pays_connu(code: str) -> bool:
    """Whether its holidays and its phone numbers are known."""
    try:
        return code in OUTRE_MER or (code in SUPPORTED_REGIONS and bool(Calendrier(pays=code)))
    except HorairesIllisibles:
        return False


def outre_mer_de(code_postal: str) -> str | None:
    """The territory of France overseas that a postcode is of."""
    return next((code for debut, code in CODES_POSTAUX.items() if code_postal.startswith(debut)), None)


def pays_probable(lu: str) -> str | None:
    """The code that was meant by small letters, or by a name in French."""
    if pays_connu(lu.upper()):
        return lu.upper()
    noms = {nom: code for code, nom in Locale("fr").territories.items() if pays_connu(code)}
    trouve = proche(lu, noms, 80)
    return noms[trouve] if trouve else None


def calendrier(pays: str, fuseau: str | None, feries_locaux: tuple[str, ...],
               vacances: Vacances = INCONNUES) -> Calendrier:
    """The days of the whole country, overseas those of the territory, then those that the team adds; in its own time."""
    locaux = tuple(dict.fromkeys((*OUTRE_MER.get(pays, ()), *feries_locaux)))
    return Calendrier(pays="FR" if pays in OUTRE_MER else pays, fuseau=fuseau or fuseau_de(pays), feries_locaux=locaux,
                      vacances=vacances)


def fuseau_de(pays: str) -> str:
    """The time of a country that has only one; else that of Paris, for annuaire.yml to say otherwise."""
    zones = get_global("territory_zones").get(pays, ())
    return FUSEAUX.get(pays) or (zones[0] if len(zones) == 1 else "Europe/Paris")


def fuseau_connu(nom: str) -> bool:
    """Whether it is the name of a zone."""
    # « Etc/Unknown » is in that list of countries, and no zone.
    return nom in get_global("zone_territories") and not nom.startswith("Etc/") or nom in fuseaux()


@cache
def fuseaux() -> frozenset[str]:
    """Every zone, old names too: looked for in some 600 files of the system, where the list of countries is not enough."""
    return frozenset(available_timezones())


def fuseau_probable(lu: str) -> str | None:
    """The zone that was meant by this word: « Reunion », « Europe/paris »."""
    villes = {zone.rpartition("/")[2]: zone for zone in sorted(fuseaux()) if "/" in zone}
    return proche(lu, fuseaux(), 80) or villes.get(proche(lu, villes, 80) or "")
