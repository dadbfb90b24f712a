"""What a page needs to say what is open now, without the index of the finder: hours of a few places, and the words for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.vocabulaire import Besoin, Vocabulaire
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.base.navigateur import script
from quifaitquoi.langues import Langue
from quifaitquoi.paroles.confiance import avis_en_bref
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.site.pages.trouver import mots, vocabulaire
from quifaitquoi.site.pages.trouver.appels import telephone_de
from quifaitquoi.site.pages.trouver.colonnes import Table
from quifaitquoi.site.pages.trouver.commun import commun_de, jour_compte
from quifaitquoi.site.pages.trouver.fichiers import DES_CARTES, STATIC
from quifaitquoi.site.pages.trouver.heures import ETATS, NON_RENSEIGNES
from quifaitquoi.site.pages.trouver.unites import qui_parmi, qui_repond, voulus

# What cannot wait: a meal, a bed, a shower, somebody to talk to. A territory whose vocabulary lacks one goes without.
PRESSANTS = ("repas-chaud", "hebergement-urgence", "douche", "ecoute")
# Of each, as many places as will surely hold one that is open: those verified in time first, then those that answer the phone.
AU_PLUS = 24
UN_JOUR = 1380  # minutes: a day may have an hour less


def ouverture(vue: FicheVue, territoire: Territoire, langue: Langue) -> tuple[str, str]:
    """What the page of a fiche needs to say whether it is open now, as JSON; else what it says at any hour, of unverified hours.

    Both are "" where there is nothing to say.
    """
    commun = commun_de(territoire)
    rang = commun.rangs[vue.slug]
    premiere, numero = commun.unites[rang][0], commun.horaires[rang][0]
    if not vue.en_service or premiere.horaires is None or premiere.arret is not None:
        return "", ""
    if lu := avis_en_bref(Parole(territoire.directory, langue), vue):
        return "", lu
    return json_sans_danger({
        **_heures([numero], territoire, mots.statut(langue), langue), "numero": 1, "telephone": bool(vue.numeros),
        "source": territoire.source.directory.annuaire.langues[0],
        "sur": jour_compte(vue.confiance.a_revoir_le, commun.grilles.du)}), ""


def etats(cartes: Iterable[tuple[FicheVue, str]], territoire: Territoire, langue: Langue) -> str:
    """Of each card its state, in the order of the page: a fiche, and the need or family of needs that it answers."""
    numeros = Table(NON_RENSEIGNES)
    etat = _etat_de(territoire, langue, numeros)
    dites = [etat(vue, besoin) for vue, besoin in cartes]
    return json_sans_danger({"cartes": dites} | _cadre(territoire, langue, numeros))


def pressants(vocabulaire: Vocabulaire) -> list[Besoin]:
    """The needs that the home page answers before anybody types."""
    return [vocabulaire.besoins[slug] for slug in PRESSANTS if slug in vocabulaire.besoins]


def maintenant(territoire: Territoire, langue: Langue) -> str:
    """A classic script with the places that may answer them, and what shows them."""
    parole, numeros, besoins = Parole(territoire.directory, langue), Table(NON_RENSEIGNES), {}
    etat = _etat_de(territoire, langue, numeros)
    # A number that the directory gives for emergencies is called, whatever the age of the page that told its hours.
    lignes = {urgence.fiche for urgence in territoire.directory.annuaire.urgences}
    for besoin in pressants(territoire.directory.vocabulaire):
        vues = [vue for vue in territoire.par_besoin.get(besoin.slug, ())
                if vue.en_service and not vue.clos and not _complet(vue, besoin.slug)]
        vues.sort(key=lambda vue: (vue.confiance.statut != "verifiee", not (vue.numeros or vue.sms)))
        besoins[besoin.slug] = [
            [vocabulaire.typo(vue.fiche.nom, langue), vue.slug,
             telephone_de(vue, parole, qui_repond(vue, {besoin.slug})[0].numeros),
             *etat(vue, besoin.slug), int(vue.slug in lignes)] for vue in vues[:AU_PLUS]]
    valeur = json_sans_danger({"besoins": besoins} | _cadre(territoire, langue, numeros))
    return f"{_script()}quifaitquoi.maintenant({valeur});\n"


@cache
def _script() -> str:
    return script("\n".join((STATIC / f"{nom}.js").read_text("utf-8") for nom in (DES_CARTES, "maintenant")))


def _complet(vue: FicheVue, besoin: str) -> bool:
    return all(s.complet for s in vue.services if s.besoin.slug == besoin)


def _etat_de(territoire: Territoire, langue: Langue, numeros: Table) -> Callable[[FicheVue, str], list]:
    """[hours, the last day that they may be trusted, what is said of them where nobody verified them, whether one can call].

    Several hours are those of several stops or services: the browser says the ones that open first.
    """
    commun, parole = commun_de(territoire), Parole(territoire.directory, langue)
    cherches = cache(lambda besoin: voulus(territoire.directory.vocabulaire, besoin))

    def etat(vue: FicheVue, besoin: str) -> list:
        unites = qui_parmi(commun.unites[commun.rangs[vue.slug]], cherches(besoin))
        heures = dict.fromkeys(commun.grilles.numero(u.horaires, u.du, u.au) for u in unites)
        return [[numeros(n) for n in heures if n != NON_RENSEIGNES], jour_compte(vue.confiance.a_revoir_le, commun.grilles.du),
                avis_en_bref(parole, vue), int(bool(vue.numeros))]

    return etat


def _cadre(territoire: Territoire, langue: Langue, numeros: Table) -> dict:
    """What all of them share."""
    donnees = _heures([n for n in numeros if n != NON_RENSEIGNES], territoire, mots.cartes(langue), langue)
    return donnees | {"source": territoire.source.directory.annuaire.langues[0]}


def _heures(numeros: Iterable[int], territoire: Territoire, dits: dict[str, object], langue: Langue) -> dict:
    """These hours, and those of the words that they may need: each page pays for its own."""
    heures = commun_de(territoire).grilles.quelques(numeros, langue)
    plages = [contenu[n:n + 3] for contenu in heures["contenus"] for n in range(0, len(contenu), 3)]
    presents = {ETATS[quoi % len(ETATS)] for _, _, quoi in plages}
    if any(debut == 0 or debut + duree >= UN_JOUR for debut, duree, _ in plages):
        presents.add("nuit")
    if any(heures["commentaires"]):
        presents.add("commentaire")
    return {"heures": heures, "mots": {cle: mot for cle, mot in dits.items() if _ce_qu_il_faut(cle) in (None, *presents)}}


def _ce_qu_il_faut(cle: str) -> str | None:
    """What must be among hours for a word to be said of them: a state, a comment, or that some go on past midnight."""
    if "rendez_vous" in cle:
        return "rendez-vous"
    return {"a_confirmer": "inconnu", "condition": "commentaire",
            "ouvert_demain": "nuit", "ouvert_jour": "nuit", "ouvert_toujours": "nuit"}.get(cle)
