"""Calendars to keep: the closures that are announced and the stops of mobile teams, one file a fiche (iCalendar)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.lieu import Arret
from quifaitquoi.base.jours import lendemain
from quifaitquoi.horaires import intervalles

DOSSIER = "agendas"
JOURS = 90  # stops are worked out for as long as the finder knows hours
PASSAGES_MAX = 300


def _arrets(vue: FicheVue) -> list[Arret]:
    """The stops whose hours somebody verified in time: a calendar that one keeps says nothing of doubts."""
    return [a for a in vue.arrets if a.horaires] if vue.en_service and vue.confiance.sure else []


def chemin(vue: FicheVue) -> str | None:
    """Where the calendar of a fiche is in the site; None where there is nothing to keep."""
    quelque_chose = vue.fermetures or _arrets(vue)
    return f"{DOSSIER}/{vue.slug}.ics" if quelque_chose else None


def agendas(territoire: Territoire) -> dict[str, bytes]:
    """Path in the site → content. The same territory on the same day gives the same bytes."""
    trouves = ((chemin(vue), vue) for vue in territoire.fiches.values())
    return {ou: agenda(territoire, vue) for ou, vue in trouves if ou}


def agenda(territoire: Territoire, vue: FicheVue) -> bytes:
    """The calendar of one fiche, which has one."""
    # Few builds need it, and it takes a tenth of a second to import.
    from icalendar import Calendar, Event
    jour, directory = territoire.aujourdhui, territoire.directory
    hote = urlsplit(directory.annuaire.adresse_du_site or "").hostname or "quifaitquoi.invalid"
    agenda = Calendar()
    agenda.add("prodid", "-//Qui fait quoi//FR")
    agenda.add("version", "2.0")
    agenda.add("x-wr-calname", vue.fiche.nom)
    for nom, debut, fin, titre, champs in (*_fermetures(vue), *_passages(territoire, vue)):
        evenement = Event()
        evenement.add("uid", f"{vue.slug}-{nom}@{hote}")
        evenement.add("dtstamp", datetime.combine(jour, time(), UTC))
        evenement.add("dtstart", debut)
        evenement.add("dtend", fin)
        evenement.add("summary", titre)
        for champ, texte in champs.items():
            evenement.add(champ, texte)
        agenda.add_component(evenement)
    return agenda.to_ical()


def _fermetures(vue: FicheVue) -> Iterator[tuple]:
    for fermeture in vue.fermetures:
        # A calendar has no « until further notice »: the first day says it.
        yield (f"ferme-{fermeture.du}", fermeture.du, lendemain(fermeture.au or fermeture.du), f"Fermé : {vue.fiche.nom}",
               {"transp": "TRANSPARENT"} | ({"description": fermeture.motif} if fermeture.motif else {}))


def _passages(territoire: Territoire, vue: FicheVue) -> list[tuple]:
    jour, zone = territoire.aujourdhui, territoire.directory.calendrier.zone
    passages = []
    for arret in _arrets(vue):
        rang = vue.fiche.tournee.index(arret) + 1
        du, au = max(arret.du or jour, jour), min(arret.au or date.max, jour + timedelta(JOURS))
        horaires = vue.horaires_de(arret)
        for passage in intervalles(horaires, territoire.directory.calendrier, du, au):
            if passage.etat in ("ouvert", "rendez-vous"):
                debut, fin = (instant.astimezone(zone) for instant in passage[:2])
                passages.append((f"arret{rang}-{debut:%Y%m%dT%H%M}", debut.astimezone(UTC), fin.astimezone(UTC), vue.fiche.nom,
                                 {"location": ", ".join(part for part in (arret.lieu, arret.commune) if part)}))
    return sorted(passages, key=lambda passage: passage[1])[:PASSAGES_MAX]
