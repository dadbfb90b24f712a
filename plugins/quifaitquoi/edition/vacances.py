"""The school holidays of a zone, as the Ministry publishes them, in the words of vacances.yml.

It publishes moments: midnight in Paris, overseas too, told in UTC. Holidays begin the day after the one that is named, once the
last class is over, and end the day before the one on which classes begin again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

from quifaitquoi.base import reseau
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import sans_accents, visible
from quifaitquoi.edition.decoupe.ecriture import bloc

JEU = "https://data.education.gouv.fr/explore/dataset/fr-en-calendrier-scolaire/"
EXPORT = "https://data.education.gouv.fr/api/explore/v2.1/catalog/datasets/fr-en-calendrier-scolaire/exports/json"
PARIS = ZoneInfo("Europe/Paris")
# Those of pupils; teachers begin earlier, and some islands of a zone have dates of their own.
ELEVES = ("", "-", "eleves")
QUAND = 'end_date >= "{}"'
TROP_LONGUES = timedelta(130)


@dataclass(frozen=True, order=True)
class Publiees:
    """Holidays as published: `au` is None where nobody has said when classes begin again."""

    du: date
    au: date | None
    nom: str


def demander(adresse: str, depuis: date) -> bytes:
    """What the Ministry publishes of the holidays that are not over on `depuis`; another address is asked as it is."""
    ici = f"{EXPORT}?{urlencode({'where': QUAND.format(depuis)})}" if adresse == EXPORT else adresse
    if urlsplit(ici).scheme not in ("http", "https"):
        raise Refus(f"« {visible(adresse)} » n'est pas une adresse web : elle commence par https://")
    site = urlsplit(ici).netloc
    try:
        recue = reseau.avec_patience("GET", ici, {"Accept": "application/json"})
    except reseau.SansReponse as error:
        raise Refus(f"{site} : {error}. Vérifiez la connexion à internet, et recommencez plus tard. Rien n'a été écrit") from None
    if recue.statut != 200:
        raise Refus(f"{site} répond {recue.statut} : recommencez plus tard, ou écrivez vacances.yml à la main. Rien n'a été écrit")
    return recue.corps


def publiees(octets: bytes, zone: str, aujourdhui: date) -> tuple[Publiees, ...]:
    """The holidays of pupils of that zone that are not over, in order. Raises Refus for what is no such calendar."""
    try:
        lignes = json.loads(octets)
        if not isinstance(lignes, list) or not all(isinstance(ligne, dict) for ligne in lignes):
            raise ValueError
        siennes = {periode for ligne in lignes if _de_la_zone(ligne, zone) for periode in _periode(ligne)}
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise Refus("ce qui a été reçu n'est pas le calendrier scolaire, ou n'est pas entier : recommencez plus tard, ou écrivez "
                    "vacances.yml à la main. Rien n'a été écrit") from None
    a_venir = sorted((p for p in siennes if p.au is None or p.au >= aujourdhui), key=lambda p: (p.du, p.au or date.max))
    if not a_venir:
        raise Refus(f"aucunes vacances à venir pour la zone « {zone} » : vérifiez « zone_scolaire » dans annuaire.yml, ou écrivez "
                    "vacances.yml à la main. Rien n'a été écrit")
    for une, suivante in zip(a_venir, a_venir[1:], strict=False):
        if suivante.du <= (une.au or une.du):
            raise Refus(f"deux académies de la zone « {zone} » n'ont pas les mêmes dates ({_dite(une)} ; {_dite(suivante)}) : "
                        "écrivez vacances.yml à la main, sans « zone_scolaire » dans annuaire.yml. Rien n'a été écrit")
    return tuple(a_venir)


def en_yaml(vacances: tuple[Publiees, ...], aujourdhui: date) -> str:
    """vacances.yml: all holidays whose two ends are known, up to the last day before anything is unknown."""
    connues: list[Publiees] = []
    for periode in vacances:
        if periode.au is None:
            break
        connues.append(periode)
    if not connues:
        raise Refus(f"la fin des prochaines vacances ({visible(vacances[0].nom)}) n'est pas encore publiée : recommencez plus "
                    "tard. Rien n'a été écrit")
    # « Début des vacances d'été »: there is school until then, and nobody knows for how long there is none.
    inconnues = vacances[len(connues):]
    fin = inconnues[0].du - timedelta(1) if inconnues else connues[-1].au
    ecrit = bloc({
        "sources": [{"adresse": JEU}],
        "lu_le": str(aujourdhui),
        "jusqu_au": str(fin),
        "vacances": [{"nom": p.nom, "du": str(p.du), "au": str(p.au)} for p in connues],
    }, 0, 2, 2, "\n") + "\n"
    return ("# yaml-language-server: $schema=../plugins/quifaitquoi/schema/vacances.schema.json\n"
            "# Écrit par « quifaitquoi vacances » : ce qui est changé ici à la main est remplacé la prochaine fois.\n" + ecrit)


def _de_la_zone(ligne: dict, zone: str) -> bool:
    sienne = re.sub("[^a-z]+", "-", _mots(ligne["zones"])).removeprefix("zone-").removeprefix("la-")
    return sienne == zone.lower() and _mots(ligne.get("population") or "") in ELEVES


def _periode(ligne: dict) -> Iterator[Publiees]:
    nom = " ".join(re.sub(r"[^\w'’()-]+", " ", ligne["description"]).split())[:80]
    mots = _mots(nom)
    # Bridges and first days of school are in the same list.
    if "vacances" not in mots:
        return
    depart, reprise = _jour(ligne["start_date"]), _jour(ligne["end_date"] or ligne["start_date"])
    if reprise - depart > TROP_LONGUES:
        raise ValueError
    du = depart + timedelta(1)
    yield Publiees(du, reprise - timedelta(1) if reprise > du else None, nom)


def _jour(moment: str) -> date:
    """The day that began in Paris at that moment; UTC where it does not say."""
    lu = datetime.fromisoformat(moment)
    return (lu if lu.tzinfo else lu.replace(tzinfo=UTC)).astimezone(PARIS).date()


def _mots(texte: str) -> str:
    return sans_accents(texte.lower()).strip()


def _dite(p: Publiees) -> str:
    return f"{visible(p.nom)} du {p.du}" + (f" au {p.au}" if p.au else "")
