"""What a committee of residents reviews around a table: what is most in need of it, and what became of the last meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.paroles.changements import changement
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.texte import en_texte
from quifaitquoi.savoir.echeances import dues, tenues
from quifaitquoi.savoir.historique import Histoire, par_jour
from quifaitquoi.savoir.joindre import joindre
from quifaitquoi.suivi.appel.questions import Question, Questions

FICHES = 20  # two hours and a half, with a break
UN_MOIS = timedelta(31)
# What somebody who lives there can tell, in the order in which it is read out. « confidentialite » takes the place of an address.
DEMANDES = ("nom", "horaires", "contact", "adresse", "confidentialite", "tournee", "secteur", "publics")


@dataclass(frozen=True)
class ARelire:
    """One fiche: its questions, those that nobody could answer yet included (their `cru` is empty)."""

    slug: str
    nom: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Dossier:
    """`devenues`: (name of a fiche, what changed in it), the newest first; None where no history is known."""

    annuaire: str
    quartier: str
    date: str
    fiches: tuple[ARelire, ...]
    devenues: tuple[tuple[str, str], ...] | None


def dossier(territoire: Territoire, quartier: str, histoire: Histoire) -> Dossier:
    """At most FICHES of that neighbourhood: what is due, in the order of its urgency, then what will be soonest."""
    parole = Parole.de_la_source(territoire.directory)
    questions = Questions(parole)
    ici = {vue.slug for vue in territoire.par_quartier.get(quartier, ())}
    # What an emergency number is, nobody around the table has to say.
    choisies = [vue for vue in _par_urgence(territoire)
                if vue.slug in ici and joindre(territoire.directory, vue).moyen != "sans-appeler"][:FICHES]
    return Dossier(
        territoire.directory.annuaire.nom, territoire.directory.quartiers[quartier].nom, parole.date(territoire.aujourdhui),
        tuple(ARelire(vue.slug, vue.fiche.nom, _demandees(questions, vue)) for vue in choisies),
        tuple(_devenues(territoire, parole, ici, histoire)) if histoire.connue else None)


def _par_urgence(territoire: Territoire) -> Iterable[FicheVue]:
    urgentes = [due.vue for due in dues(territoire)]
    deja = {vue.slug for vue in urgentes}
    autres = (vue for vue in tenues(territoire) if vue.slug not in deja)
    return (*urgentes, *sorted(autres, key=lambda vue: (vue.confiance.a_revoir_le or date.max, vue.slug)))


def _demandees(questions: Questions, vue: FicheVue) -> tuple[Question, ...]:
    feuille = questions.questionnaire(vue)
    par_champ = {question.champ: question for question in (*feuille.posees, *feuille.ouvertes)}
    return tuple(par_champ[champ] for champ in DEMANDES if champ in par_champ)


def _devenues(territoire: Territoire, parole: Parole, ici: set[str], histoire: Histoire) -> Iterable[tuple[str, str]]:
    depuis = territoire.aujourdhui - UN_MOIS
    for jour, x in par_jour(histoire.changements, territoire.directory.calendrier.zone):
        if x.slug in ici and depuis <= jour <= territoire.aujourdhui:
            yield territoire.fiches[x.slug].fiche.nom, f"{parole.date(jour)} : {en_texte(parole, changement(parole, x))}"
