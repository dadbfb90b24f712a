"""One state for a service at a moment, whoever tells it: asked of Port-Exemple and of the pilot alike."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from quifaitquoi.annuaire.enrich import FicheVue, ServiceVu, Territoire
from quifaitquoi.horaires import Horaires, composer, etat
from quifaitquoi.savoir.chiffres.semaine import couvertures
from quifaitquoi.site.pages.trouver.unites import unites
from quifaitquoi.suivi.relecture.agenda import _ouvertures

MOMENTS = 500


def desaccords(territoire: Territoire) -> list[tuple]:
    """The service, the moment and what each tells, where they are not one; at seeded moments of the coming year."""
    hasard, calendrier = random.Random(11), territoire.directory.calendrier
    debut = datetime.combine(territoire.aujourdhui, datetime.min.time(), UTC)
    tous = [(vue, s) for vue in territoire.fiches.values() for s in vue.services if s.horaires and not vue.arrets]
    trouves = []
    for _ in range(MOMENTS):
        vue, service = hasard.choice(tous)
        instant = debut + timedelta(minutes=hasard.randrange(365 * 1440))
        dits = {qui: etat(horaires, calendrier, instant)[0] for qui, horaires in _tous(vue, service).items()}
        if len(set(dits.values())) > 1:
            trouves.append((vue.slug, service.nom, instant.isoformat(), dits))
    return trouves


def _tous(vue: FicheVue, service: ServiceVu) -> dict[str, Horaires]:
    """The hours of a service, as each part of the product has them."""
    fiche, propres = vue.fiche, service.service.horaires
    dits = {
        "enrichissement": service.horaires,
        "page, vignette et dépliant": composer(fiche.horaires, propres, vue.fermetures),
        "relecture": _ouvertures(fiche, None).get(f"Service « {service.service.nom or service.service.quoi} »" if propres else ""),
    }
    if service.en_service:
        dits["finder"] = next(u.horaires for u in unites(vue) if service.besoin.slug in u.besoins and (
            u.horaires == service.horaires or len([s for s in vue.services if s.besoin == service.besoin]) == 1))
    return {qui: horaires for qui, horaires in dits.items() if horaires}


def heures_comptees_a_tort(territoire: Territoire) -> list[tuple]:
    """The need and the hour of the coming week that the figures count open while no service of it is, or the reverse."""
    calendrier, jour = territoire.directory.calendrier, territoire.aujourdhui
    lundi = jour - timedelta(jour.weekday())
    vues = tuple(territoire.fiches.values())
    trouves = []
    for racine, couverture in couvertures(territoire, vues, lundi).items():
        siens = [s.horaires for v in vues if v.fiche.genre == "lieu" and not v.fiche.tournee for s in v.services
                 if s.en_service and not s.clos and s.horaires and racine in s.besoin.racines]
        for heure in range(0, 168, 5):
            instant = datetime.combine(lundi, datetime.min.time(), calendrier.zone) + timedelta(hours=heure, minutes=30)
            ouvert = any(etat(h, calendrier, instant)[0] == "ouvert" for h in siens)
            if ouvert and not couverture.ouvert >> heure & 1:
                trouves.append((racine, heure))
    return trouves
