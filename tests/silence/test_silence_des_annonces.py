"""Nothing of an announcement is lost without a word: page, feed, radio and sheet say each field, or it is written here why not."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import date

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.model.annonce import Annonce, QuandAnnonce
from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants.formats import Niveau
from quifaitquoi.papier.depliants.semaine import _Feuille
from quifaitquoi.savoir.depliants import feuilles_de_la_semaine
from quifaitquoi.site.sommaire import planifier

JOUR = date(2026, 11, 20)
ENTIERE = {
    "titre": "Un atelier", "presentation": "On répare ensemble.",
    "quand": {"du": "2026-11-23", "au": "2026-11-24", "heures": "9h-12h"},
    "fiche": "la-chaloupe", "lieu": "Dans la cour", "quartiers": ["gare"], "besoins": ["emploi"], "publics": ["jeunes"],
    "contact": {"telephone": "02 61 91 01 40", "sms": "02 61 91 01 41", "courriel": "atelier@port-exemple.example.org",
                "site": "https://atelier.example.org", "prise_de_rendez_vous": "https://rdv.example.org"},
    "inscription": "Appelez la veille", "sources": [{"titre": "affiche", "date": "2026-11-10"}],
    "accepte": [{"regle": "portable-personnel", "pourquoi": "C'est celui de l'atelier."}],
}
# A file cannot do without these: they are said otherwise instead.
AUTREMENT = {"titre": "Une fête", "quand.du": "2026-11-22", "sources": [{"titre": "tract", "date": "2026-11-11"}]}
SANS_NOUVELLES = "Le flux dit ce qui est nouveau et quand ; le reste est sur la page où il mène."
A_LA_VOIX = "À la radio, on retient un titre, un jour, un lieu et un numéro à appeler."
AU_MUR = "Au mur, un numéro à appeler suffit ; la page, dont l'adresse y est, dit le reste."
RAISONS = {
    "page": {"accepte": "Un avertissement accepté ne regarde que l'équipe."},
    "flux": dict.fromkeys(("presentation", "fiche", "lieu", "besoins", "publics", "contact.telephone", "contact.sms",
                           "contact.courriel", "contact.site", "contact.prise_de_rendez_vous", "inscription", "sources"),
                          SANS_NOUVELLES) | {"accepte": "Un avertissement accepté ne regarde que l'équipe."},
    "radio": dict.fromkeys(("besoins", "publics", "contact.sms", "contact.courriel", "contact.site",
                            "contact.prise_de_rendez_vous", "sources"), A_LA_VOIX)
             | {"accepte": "Un avertissement accepté ne regarde que l'équipe."},
    "feuille": dict.fromkeys(("besoins", "contact.courriel", "contact.site", "contact.prise_de_rendez_vous", "sources"), AU_MUR)
               | {"accepte": "Un avertissement accepté ne regarde que l'équipe."},
}


def champs() -> list[str]:
    imbriques = {"quand": QuandAnnonce, "contact": Contact}
    return [f"{nom}.{dedans}" if nom in imbriques else nom for nom in Annonce.model_fields
            for dedans in (imbriques[nom].model_fields if nom in imbriques else (nom,))]


def sans(champ: str) -> dict:
    brut = copy.deepcopy(ENTIERE)
    *dessus, cle = champ.split(".")
    bloc = brut[dessus[0]] if dessus else brut
    if champ in AUTREMENT:
        bloc[cle] = AUTREMENT[champ]
    else:
        del bloc[cle]
    return brut


@pytest.fixture(scope="module")
def directory(port_exemple):
    return verifier(port_exemple, JOUR).directory


@pytest.fixture(scope="module")
def dire(directory):
    def dites(brut: dict) -> dict[str, str]:
        annonce = Annonce.model_validate(brut, context={"pays": "FR"})
        annonce.nomme(slug="atelier")
        t = enrichir(replace(directory, annonces={"atelier": annonce}), JOUR)
        pages = {f.chemin: f for f in planifier(t, langue("fr"))}

        def page(chemin: str) -> str:
            return "".join(str(pages[f"semaine/{ou}{chemin}"].faire().contenu) for ou in ("", "gare/", "la-saline/")
                           if f"semaine/{ou}{chemin}" in pages)
        feuilles = [_Feuille(t, demande) for demande in feuilles_de_la_semaine(t) if demande.langue == "fr"]
        jours = [f._donnees(Niveau(11, 0, 1.0), f.annonces)["jours"] for f in feuilles]
        return {"page": page("index.html"), "flux": page("annonces.xml"), "radio": page("radio.txt"),
                "feuille": json.dumps(jours, ensure_ascii=False)}
    return dites


def test_the_announcement_states_every_field():
    assert {c for c in champs() if c.split(".")[0] not in ENTIERE} == set()
    assert all(c.split(".")[1] in ENTIERE[c.split(".")[0]] for c in champs() if "." in c)


@pytest.mark.parametrize("champ", champs())
def test_each_output_says_each_field_or_it_is_written_why_not(dire, champ):
    entiere, autre = dire(ENTIERE), dire(sans(champ))
    tues = {sortie for sortie in entiere if entiere[sortie] == autre[sortie]}
    assert tues == {sortie for sortie, raisons in RAISONS.items() if champ in raisons}
