"""Holidays of a territory: the country's, as opening-hours-py knows them, local ones, and those of its schools."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateutil.easter import easter
from opening_hours import OpeningHours, State, UnknownCountryError

from .fautes import Faute, HorairesIllisibles, Illisible
from .modele import texte
from .osm import lire_osm
from .selecteurs import Jalon
from .vacances import INCONNUES, Vacances

NOMS = {
    "Jan 01": texte("Jour de l’an"),
    "easter -2 days": texte("Vendredi saint"),
    "easter": texte("Pâques"),
    "easter +1 day": texte("Lundi de Pâques"),
    "May 01": texte("Fête du travail"),
    "May 08": texte("Victoire de 1945"),
    "easter +39 days": texte("Ascension"),
    "easter +49 days": texte("Pentecôte"),
    "easter +50 days": texte("Lundi de Pentecôte"),
    "Jul 14": texte("Fête nationale"),
    "Aug 15": texte("Assomption"),
    "Nov 01": texte("Toussaint"),
    "Nov 11": texte("Armistice de 1918"),
    "Dec 25": texte("Noël"),
    "Dec 26": texte("Saint-Étienne"),
}
# Named where they are holidays of the territory alone: elsewhere in the world the same day is another feast.
NOMS_LOCAUX = dict.fromkeys(
    ("Apr 27", "May 22", "May 27", "May 28", "Jun 10", "Oct 09", "Dec 20"), texte("Abolition de l’esclavage")
)
SANS_NOM = texte("Jour férié")


@dataclass(frozen=True)
class Calendrier:
    """Where hours are evaluated.

    `pays` is an ISO code ("FR"), `feries_locaux` days in OpenStreetMap's words ("easter -2 days", "Dec 26"),
    `fuseau` an IANA zone. Raises HorairesIllisibles if one of them is unknown. `vacances` are those of its schools.
    """

    pays: str = "FR"
    feries_locaux: tuple[str, ...] = ()
    fuseau: str = "Europe/Paris"
    vacances: Vacances = INCONNUES

    def __post_init__(self) -> None:
        fautes = []
        for local in self.feries_locaux:
            try:
                _jalons_locaux(local)
            except Illisible as illisible:
                fautes.append(Faute(str(illisible), ("feries_locaux", local)))
        try:
            _nationaux(self.pays, 2026)
        except UnknownCountryError:
            message = f"« {self.pays} » n'est pas un code de pays connu : écrivez par exemple « FR »."
            fautes.append(Faute(message, ("pays",)))
        try:
            ZoneInfo(self.fuseau)
        except (ValueError, OSError, KeyError):
            message = f"« {self.fuseau} » n'est pas un fuseau horaire : écrivez par exemple « Europe/Paris »."
            fautes.append(Faute(message, ("fuseau",)))
        if fautes:
            raise HorairesIllisibles(fautes)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.fuseau)


@lru_cache(maxsize=32)
def lectures(calendrier: Calendrier) -> tuple[Calendrier, Calendrier]:
    """The same calendar without, then with, school holidays on each day of which it knows nothing."""
    sans, avec = calendrier.vacances.lectures
    return replace(calendrier, vacances=sans), replace(calendrier, vacances=avec)


@dataclass(frozen=True, order=True)
class Ferie:
    """One dated holiday; `nom` is a French message, to be said through `Langue.texte`."""

    date: date
    nom: str
    local: bool


@lru_cache(maxsize=4096)
def feries(calendrier: Calendrier, du: date, au: date) -> tuple[Ferie, ...]:
    """The holidays from `du` to `au`, both included, in order."""
    trouves = {}
    for annee in range(du.year, au.year + 1):
        jalons_locaux = (jalon for local in calendrier.feries_locaux for jalon in _jalons_locaux(local))
        locaux = {jour for jalon in jalons_locaux if (jour := date_de(jalon, annee))}
        nationaux = _nationaux(calendrier.pays, annee)
        trouves |= {jour: jour not in nationaux for jour in nationaux | locaux}
    return tuple(Ferie(jour, _nom(jour, local), local) for jour, local in sorted(trouves.items()) if du <= jour <= au)


def date_de(jalon: Jalon, annee: int) -> date | None:
    """The day in that year, or None if it has none."""
    if jalon.paques is not None:
        return easter(annee) + timedelta(jalon.paques)
    if jalon.annee not in (None, annee):
        return None
    try:
        return date(annee, jalon.mois, jalon.jour)
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _jalons_locaux(texte_osm: str) -> tuple[Jalon, ...]:
    regles = lire_osm(f"{texte_osm} off")
    jalons = [periode.jour_seul for regle in regles for periode in regle.periodes]
    if not jalons or None in jalons or any(r.jours or r.feries or r.semaines or r.annees for r in regles):
        raise Illisible(f"« {texte_osm} » n'est pas un jour : écrivez par exemple « Dec 26 » ou « easter -2 days ».")
    return tuple(jalons)


@lru_cache(maxsize=512)
def _nationaux(pays: str, annee: int) -> frozenset[date]:
    jours = OpeningHours("PH", country=pays).intervals(datetime(annee, 1, 1), datetime(annee + 1, 1, 1))
    return frozenset(
        debut.date() + timedelta(n)
        for debut, fin, etat, _ in jours
        if etat != State.CLOSED
        for n in range((fin - debut).days)
    )


def _nom(jour: date, local: bool) -> str:
    fixe, mobile = Jalon(jour.month, jour.day), Jalon(paques=(jour - easter(jour.year)).days)
    return (NOMS_LOCAUX.get(fixe.osm) if local else None) or NOMS.get(fixe.osm) or NOMS.get(mobile.osm) or SANS_NOM
