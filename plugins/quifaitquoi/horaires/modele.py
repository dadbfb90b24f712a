"""Opening hours as data: rules in the order of OpenStreetMap, where a later rule wins.

Times are minutes after midnight of the day a range starts on; weekdays count from Monday = 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from .fautes import Illisible
from .selecteurs import TOUJOURS, Jalon, Jour, Periode, annees_osm, date_dite, jours_osm, semaines_osm

# A rule is one of the first three; « rendez-vous » is what an open or unknown moment is to whoever has no appointment.
Etat = Literal["ouvert", "ferme", "inconnu", "rendez-vous"]

JOURNEE = 24 * 60
ETATS_OSM = {"ouvert": "open", "ferme": "off", "inconnu": "unknown"}


def texte(message: str) -> str:
    """Marks a French message for the catalogues where no language is at hand yet (`Langue.texte` says it later)."""
    return message


# Comments of ours: the only ones that the site can translate.
HEURES_A_CONFIRMER = texte("heures à confirmer")
NON_RENSEIGNE = texte("non renseigné")
SUR_RENDEZ_VOUS = texte("sur rendez-vous")
# What is said of hours during which nobody is received without an appointment.
RENDEZ_VOUS_DITS = (
    SUR_RENDEZ_VOUS,
    texte("le matin, sur rendez-vous"),
    texte("l'après-midi, sur rendez-vous"),
    texte("le soir, sur rendez-vous"),
)
SANS_RENDEZ_VOUS = texte("sans rendez-vous")
AVEC_OU_SANS = texte("avec ou sans rendez-vous")
FIN_INCONNUE = texte("heure de fin non renseignée")
FERIE_A_VERIFIER = texte("jour férié : à vérifier")
VACANCES_A_VERIFIER = texte("vacances scolaires : à vérifier")

# After a start without an end, the time during which nobody can tell; to midnight at least.
FIN_INCONNUE_MINUTES = 4 * 60


@dataclass(frozen=True)
class Fermeture:
    """A closure from one date to another, both included; without end where nobody knows it yet."""

    du: date
    au: date | None = None
    motif: str | None = None


@dataclass(frozen=True, order=True)
class Plage:
    """A time range of one day. `fin` goes past 1440 after midnight, and is None where nobody knows it."""

    debut: int
    fin: int | None

    @property
    def au_plus(self) -> int:
        """The end; where nobody knows it, that of the time during which nobody can tell."""
        return max(JOURNEE, self.debut + FIN_INCONNUE_MINUTES) if self.fin is None else self.fin

    @property
    def osm(self) -> str:
        debut = heure_osm(self.debut)
        return f"{debut}+" if self.fin is None else f"{debut}-{heure_osm(self.fin)}"


@dataclass(frozen=True)
class Regle:
    """One rule: the days where every given selector holds (an empty one holds always), then times and a state.

    `vacances` keeps the days of the school holidays, `quinzaine` one week in two from that day on. `feries` adds public
    holidays to `jours`: 0 for the day itself, -1 for its eve. No `plages` means all day.
    A rule replaces what earlier rules said of its days, unless `ajoute` (or closing some hours only).
    """

    annees: tuple[tuple[int, int], ...] = ()
    periodes: tuple[Periode, ...] = ()
    semaines: tuple[tuple[int, int, int], ...] = ()
    jours: tuple[Jour, ...] = ()
    feries: tuple[int, ...] = ()
    plages: tuple[Plage, ...] = ()
    etat: Etat = "ouvert"
    commentaire: str | None = None
    ajoute: bool = False
    vacances: bool = False
    quinzaine: date | None = None

    @property
    def quand(self) -> tuple:
        """All selectors, to compare two rules."""
        return (*self.saison, self.jours, self.feries)

    @property
    def saison(self) -> tuple:
        """The selectors wider than the week."""
        return (self.annees, self.periodes, self.semaines, self.quinzaine, self.vacances)

    @property
    def quoi(self) -> tuple:
        """What holds on those days."""
        return (self.plages, self.etat, self.commentaire)

    @property
    def est_simple(self) -> bool:
        """Whether it says the same every week of the year."""
        return not any(self.saison) and not self.feries and not any(jour.rang for jour in self.jours)

    @property
    def est_datee(self) -> bool:
        """Whether it is an exception of the calendar: one day, or a period without opening."""
        if self.feries or self.jours or not (self.periodes or self.vacances):
            return False
        return self.etat == "ferme" or not self.vacances and all(periode.jour_seul for periode in self.periodes)

    @property
    def remplace(self) -> bool:
        """Whether it takes the place of earlier rules on its days."""
        return not self.ajoute and not (self.etat == "ferme" and self.plages)

    @property
    def _sans_quinzaine(self) -> Regle:
        """What the notation can hold of one week in two, for which it has no words: nobody knows which."""
        depuis = self.quinzaine
        dit = f"une semaine sur deux, depuis le {date_dite(depuis)}"
        periodes = self.periodes or (Periode(Jalon(depuis.month, depuis.day, depuis.year), TOUJOURS),)
        return replace(self, quinzaine=None, periodes=periodes, etat="inconnu", commentaire=dit)

    @cached_property
    def osm(self) -> str:
        if self.quinzaine:
            return self._sans_quinzaine.osm
        if len(self.periodes) > 1 and any(jour.rang for jour in self.jours):
            # opening-hours-py reads « Jul,Sep Sa[1] » as all of July and one Saturday of September.
            lien = ", " if self.ajoute else "; "
            return lien.join(replace(self, periodes=(periode,)).osm for periode in self.periodes)
        mots = [
            ",".join(annees_osm(debut, fin) for debut, fin in self.annees),
            ",".join(periode.osm for periode in self.periodes),
            "week " + ",".join(map(semaines_osm, self.semaines)) if self.semaines else "",
            "SH" if self.vacances else "",
            jours_osm(self.jours, self.feries),
            ",".join(plage.osm for plage in self.plages),
        ]
        if not self.plages and self.etat == "ouvert":
            mots[-1] = "00:00-24:00" if any(mots) else "24/7"
        elif self.plages and not any(mots[:-1]):
            mots[-2] = "Mo-Su"
        if self.etat != "ouvert" or self.commentaire:
            mots.append(ETATS_OSM[self.etat])
        if self.commentaire:
            mots.append(f'"{self.commentaire}"')
        return " ".join(filter(None, mots))


@dataclass(frozen=True)
class Horaires:
    """Hours that can be evaluated, said and published.

    `feries_ordinaires`: someone said that holidays are like other days. OpenStreetMap has no words for it that
    both engines understand alike (`PH Mo-Fr` differs), so it stays beside the value: without it, hours
    that are silent about holidays are unknown on those days.
    """

    regles: tuple[Regle, ...]
    feries_ordinaires: bool = False

    @cached_property
    def osm(self) -> str:
        """The OpenStreetMap `opening_hours` value, in one spelling."""
        return "".join(
            regle.osm if n == 0 else f", {regle.osm}" if regle.ajoute else f"; {regle.osm}"
            for n, regle in enumerate(self.regles)
        )

    @property
    def permanent(self) -> bool:
        """Whether it is open day and night."""
        return self.regles == (Regle(),)

    @cached_property
    def parle_des_feries(self) -> bool:
        """Whether public holidays need no guess."""
        return self.permanent or 0 in self.feries_nommes

    @cached_property
    def feries_nommes(self) -> frozenset[int]:
        """Of which somebody wrote something: 0 for public holidays, -1 for their eves."""
        ordinaires = (0,) if self.feries_ordinaires else ()
        return frozenset((*ordinaires, *(decalage for regle in self.regles for decalage in regle.feries)))

    @cached_property
    def parle_des_vacances(self) -> bool:
        """Whether they ask for the dates of the school holidays."""
        return any(regle.vacances for regle in self.regles)

    @cached_property
    def a_dater(self) -> bool:
        """Whether they have selectors that no engine knows, so that their days are worked out here."""
        return self.parle_des_vacances or any(regle.quinzaine for regle in self.regles)

    @property
    def commentaires(self) -> tuple[str, ...]:
        """What is said in words beside the hours, each once."""
        return tuple(dict.fromkeys(regle.commentaire for regle in self.regles if regle.commentaire))

    @property
    def ouvre_les_feries(self) -> bool:
        """Whether they say that some public holiday is open."""
        return self.feries_ordinaires or self.permanent or any(0 in r.feries and r.etat == "ouvert" for r in self.regles)

    @property
    def dit_des_feries(self) -> bool:
        """Whether a rule of its own speaks of public holidays: what it leaves of them is as on other days, and needs no words."""
        return any(0 in regle.feries for regle in self.regles)

    @property
    def feries_a_verifier(self) -> bool:
        """Whether they open and leave everyone guessing on public holidays."""
        return not self.parle_des_feries and any(regle.etat == "ouvert" for regle in self.regles)

    def __hash__(self) -> int:
        return hash(self.osm)


def en_tete(regles: Iterable[Regle]) -> tuple[Regle, ...]:
    """The rules, the first of which has nothing to be added to."""
    regles = tuple(regles)
    return (replace(regles[0], ajoute=False), *regles[1:]) if regles and regles[0].ajoute else regles


def plage(debut: int, fin: int) -> Plage:
    """A range that may pass midnight; raises Illisible if it has no length or lasts over a day."""
    if fin < debut:
        fin += JOURNEE
    if fin == debut or fin - debut > JOURNEE:
        raise Illisible(
            "Une plage commence et finit à la même heure, ou dure plus d'un jour : "
            "pour toute la journée, écrivez « 24h/24 » (ou « 00:00-24:00 »)."
        )
    return Plage(debut, fin)


def journee(plages: list[Plage]) -> tuple[Plage, ...]:
    """Ranges in order, none where they are the whole day."""
    ordre = tuple(sorted(set(plages), key=lambda p: (p.debut, p.fin or 2 * JOURNEE)))
    return () if ordre == (Plage(0, JOURNEE),) else ordre


def heure_osm(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def commentaire_propre(texte: str) -> str | None:
    """`texte` as a comment that the notation can hold: one line, no double quote."""
    return " ".join(texte.replace('"', "'").split()) or None
