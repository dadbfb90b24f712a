"""Two weeks of a fiche's hours, day by day, as they were and as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.base.texte import visible
from quifaitquoi.horaires import Calendrier, Horaires, Intervalle, composer, feries, intervalles
from quifaitquoi.horaires.modele import JOURNEE, Plage
from quifaitquoi.horaires.mots import plage_en_table
from quifaitquoi.langues import Langue
from quifaitquoi.langues.dates import jour_sans_annee

JOURS = 14
INCONNU = "non renseigné"


@dataclass(frozen=True)
class Jour:
    """One day: « mardi 24 novembre », and its hours on both sides."""

    nom: str
    avant: str
    apres: str


@dataclass(frozen=True)
class Agenda:
    """Two weeks of one thing that opens; `titre` is empty for the fiche itself. `avant` is empty where there was no fiche."""

    titre: str
    jours: tuple[Jour, ...]

    @property
    def change(self) -> bool:
        return any(jour.avant and jour.avant != jour.apres for jour in self.jours)


def agendas(avant: tuple[Fiche, Calendrier] | None, apres: tuple[Fiche, Calendrier] | None, le: date,
            langue: Langue) -> tuple[Agenda, ...]:
    """From `le` on: the hours of the fiche, then of each service and stop where they change. None: it was not, or is no more."""
    vieux, neufs = (_ouvertures(*cote) if cote else {} for cote in (avant, apres))
    faits = []
    for titre in [*neufs, *(t for t in vieux if t not in neufs)]:
        colonnes = [_quinzaine(ouvertures.get(titre), cote, le, langue) for ouvertures, cote in ((vieux, avant), (neufs, apres))]
        noms = _noms((apres or avant)[1], le, langue)
        agenda = Agenda(titre, tuple(Jour(*jour) for jour in zip(noms, *colonnes, strict=True)))
        if not titre or agenda.change or avant is None:
            faits.append(agenda)
    return tuple(faits)


def _ouvertures(fiche: Fiche, _: Calendrier) -> dict[str, Horaires | None]:
    """What opens, by its title."""
    fermetures = fiche.fermetures or ()
    trouvees = {"": composer(fiche.horaires, None, fermetures)}
    trouvees |= {f"Service « {s.nom or s.quoi} »": composer(fiche.horaires, s.horaires, fermetures)
                 for s in fiche.services if s.horaires}
    trouvees |= {f"Arrêt « {a.lieu} »": composer(fiche.horaires, a.horaires, fermetures) for a in fiche.tournee or () if a.horaires}
    return {titre: horaires for titre, horaires in trouvees.items() if horaires}


def _quinzaine(horaires: Horaires | None, cote: tuple[Fiche, Calendrier] | None, le: date, langue: Langue) -> list[str]:
    if horaires is None:
        return [INCONNU if cote else ""] * JOURS
    calendrier = cote[1]
    return [", ".join(_dites(horaires, calendrier, le + timedelta(n), langue)) or "fermé" for n in range(JOURS)]


def _dites(horaires: Horaires, calendrier: Calendrier, jour: date, langue: Langue) -> Iterator[str]:
    for intervalle in intervalles(horaires, calendrier, jour, jour):
        plage = _plage(intervalle, calendrier, jour)
        entier = plage == Plage(0, JOURNEE)
        heures = "24 heures sur 24" if entier else plage_en_table(plage, langue)
        precision = visible(intervalle.commentaire) or ("à confirmer" if intervalle.etat == "inconnu" else "")
        if precision:
            heures = precision if entier and intervalle.etat == "inconnu" else f"{heures} ({precision})"
        yield heures


def _plage(intervalle: Intervalle, calendrier: Calendrier, jour: date) -> Plage:
    """Its minutes on the clocks of that day."""
    minuit = datetime.combine(jour, time())
    debut, fin = (int((instant.astimezone(calendrier.zone).replace(tzinfo=None) - minuit).total_seconds()) // 60
                  for instant in intervalle[:2])
    return Plage(debut, fin)


def _noms(calendrier: Calendrier, le: date, langue: Langue) -> list[str]:
    chomes = {ferie.date: ferie.nom for ferie in feries(calendrier, le, le + timedelta(JOURS))}
    jours = [le + timedelta(n) for n in range(JOURS)]
    dits = [jour_sans_annee(jour, langue.locale) for jour in jours]
    return [f"{dit} ({langue.texte(chomes[jour])})" if jour in chomes else dit for dit, jour in zip(dits, jours, strict=True)]
