"""The figures of a directory are those that one would count by hand, on its own day, whatever the machine's clock says."""

import json
import random
import re
import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
import time_machine
from click.testing import CliRunner
from data_inclusion.schema.v1.score_qualite import CRITERES
from hypothesis import given
from hypothesis import strategies as st

from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.base.cache import Cache
from quifaitquoi.commands import main
from quifaitquoi.horaires import etat
from quifaitquoi.paroles import champs as mots
from quifaitquoi.paroles.chiffres import CRITERES as MOTS_DES_CRITERES
from quifaitquoi.savoir.chiffres import Couverture, chiffres
from quifaitquoi.savoir.chiffres.qualite import en_national, noter, qualite
from quifaitquoi.savoir.chiffres.semaine import semaine_type
from quifaitquoi.site import memoire


@pytest.fixture(scope="module")
def compte(territoire):
    return chiffres(territoire)


@pytest.fixture(scope="module")
def en_service(territoire):
    return [vue for vue in territoire.fiches.values() if vue.en_service]


def test_only_what_is_in_service_counts(compte, territoire, en_service):
    assert (compte.fiches, compte.hors_service) == (len(en_service), len(territoire.fiches) - len(en_service)) == (68, 4)


def test_trust_and_years_add_up_to_every_fiche(compte, en_service):
    assert compte.fraicheur == {"verifiee": 55, "perimee": 2, "lue": 11}
    assert sum(compte.par_annee.values()) == len(en_service)
    assert list(compte.par_annee) == [2026, 2025, 2024, None]


def test_a_year_later_what_was_verified_is_due(territoire):
    plus_tard = territoire.aujourdhui + timedelta(366)
    assert chiffres(enrichir(territoire.directory, plus_tard)).fraicheur["verifiee"] == 0


def test_a_field_counts_where_it_can_be_filled_in(compte, en_service):
    champs = {champ.champ: champ for champ in compte.completude}
    lieux = [vue for vue in en_service if vue.fiche.genre == "lieu"]
    # A withheld street is not missing; what the building allows is, for whoever must know before calling.
    assert champs["adresse.voie"].sur == sum(not vue.retenue and not vue.clos for vue in lieux) < len(lieux)
    assert champs["accessibilite"].sur == len(lieux)
    assert champs["accessibilite"].n == sum(vue.fiche.accessibilite is not None for vue in lieux)
    assert champs["presentation"].sur == len(en_service)


def test_a_service_has_what_its_fiche_says_for_it(compte, en_service):
    langues = next(champ for champ in compte.completude if champ.champ == "langues")
    assert langues.n == sum(all(s.langues for s in vue.services) for vue in en_service)


def test_hours_at_the_stops_of_a_round_are_hours(compte, en_service):
    tournees = [vue for vue in en_service if vue.fiche.tournee and not vue.horaires]
    assert tournees
    horaires = next(champ for champ in compte.completude if champ.champ == "horaires")
    assert horaires.n >= sum(any(arret.horaires for arret in vue.fiche.tournee) for vue in tournees)


def test_every_field_and_criterion_has_its_words(compte):
    assert {champ.champ for champ in compte.completude} <= set(mots.CHAMPS)
    assert set(MOTS_DES_CRITERES) == {critere.__name__ for critere in CRITERES} == set(compte.qualite.criteres)


def test_each_service_has_its_national_score(compte, en_service):
    assert sum(compte.qualite.tranches) == sum(len(vue.services) for vue in en_service)
    assert compte.qualite.refuses == 0
    assert 0 < compte.qualite.moyenne < 1


@pytest.mark.parametrize("horloge", [datetime(2024, 1, 1), datetime(2039, 6, 1)])
def test_the_score_is_of_the_day_of_the_directory_not_of_the_machine(territoire, compte, horloge):
    with time_machine.travel(horloge):
        assert chiffres(territoire).qualite == compte.qualite


def test_the_score_only_grows_old_and_never_jumps_for_a_day(territoire):
    vue = territoire.fiches["la-roue-libre"]
    le = vue.confiance.verification.le
    notes = [qualite(noter(replace(territoire, aujourdhui=le + timedelta(n)), [vue])).moyenne for n in range(170, 760)]
    ecarts = [avant - apres for avant, apres in pairwise(notes)]
    assert min(ecarts) >= 0 and max(ecarts) <= 0.01 and notes[0] > notes[-1]


def test_a_withheld_address_gives_the_score_nothing(territoire):
    vue = territoire.fiches["refuge-horizon"]
    national = en_national(territoire, vue, vue.services[0])
    assert not {"adresse", "complement_adresse", "latitude", "longitude"} & national.keys()


def test_a_service_that_the_schema_refuses_is_counted_not_lost(territoire):
    vue = territoire.fiches["la-roue-libre"]
    trop = replace(vue, services=(replace(vue.services[0], service=vue.services[0].service.model_copy(
        update={"presentation": "x" * 10_001})),))
    seul = replace(territoire, fiches={vue.slug: trop})
    assert (chiffres(seul).qualite.refuses, chiffres(seul).qualite.moyenne) == (1, None)


def test_what_is_missing_in_a_neighbourhood_really_is(compte, territoire):
    offerts = {besoin.slug for vue in territoire.fiches.values() if vue.en_service for besoin in vue.besoins}
    assert "dentiste" in compte.sans_adresse and not offerts & {*compte.sans_adresse}
    besoins = territoire.directory.vocabulaire.besoins
    for manque in compte.manques:
        vues = [vue for vue in territoire.par_quartier[manque.quartier] if vue.en_service]
        servis = {b.slug for vue in vues for b in vue.besoins}
        assert manque.adresses == len(vues)
        assert not servis & set(manque.besoins)
        # Needs are told by their root where nothing answers any of its needs.
        assert servis | set(manque.besoins) | {
            slug for slug, besoin in besoins.items() if set(besoin.racines) <= set(manque.racines)} == set(besoins)


def test_zones_wider_than_a_neighbourhood_are_not_said_to_lack_anything(compte, territoire):
    assert {manque.quartier for manque in compte.manques} == {
        slug for slug, q in territoire.directory.quartiers.items() if q.etendue == "quartier"}


@pytest.mark.parametrize("jour, lundi", [(date(2026, 11, 20), date(2026, 11, 23)), (date(2026, 11, 23), date(2026, 11, 23)),
                                         (date(2026, 11, 22), date(2026, 11, 23)), (date(2026, 12, 31), date(2027, 1, 4))])
def test_the_week_begins_on_the_next_monday(jour, lundi):
    assert semaine_type(jour) == lundi


def test_each_hour_of_the_week_is_what_the_services_say(compte, territoire, en_service):
    alea, calendrier = random.Random(3), territoire.directory.calendrier
    services = [
        (s, vue.fiche.tournee or ())
        for vue in en_service
        if vue.fiche.genre in ("lieu", "equipe-mobile")
        for s in vue.services
        if (s.etat is None or s.etat.statut == "experimental") and not s.clos
    ]
    for racine, couverture in compte.semaine.items():
        ici = [h for s, tournee in services if racine in s.besoin.racines
               for h in (s.horaires, *(a.horaires for a in tournee if (a.au is None or a.au >= compte.lundi))) if h]
        for heure in alea.sample(range(168), 24):
            debut = datetime.combine(compte.lundi, datetime.min.time(), calendrier.zone) + timedelta(hours=heure)
            ouvert = any(etat(h, calendrier, debut + timedelta(minutes=m))[0] == "ouvert" for h in ici for m in range(0, 60, 5))
            assert bool(couverture.ouvert >> heure & 1) == ouvert, (racine, heure)


def test_a_line_that_answers_at_night_does_not_hide_that_nothing_is_open(territoire):
    lignes = {slug: vue for slug, vue in territoire.fiches.items() if vue.fiche.genre == "telephone" and vue.horaires}
    assert len(lignes) > 5
    assert {couverture.services for couverture in chiffres(replace(territoire, fiches=lignes)).semaine.values()} == {0}


@given(st.integers(0, 2**168 - 1), st.integers(0, 2**168 - 1), st.integers(0, 6))
def test_a_day_is_cut_into_runs_that_cover_it(ouvert, peut_etre, jour):
    suites = list(Couverture(ouvert, peut_etre & ~ouvert, 1, 0).etats(jour))
    assert suites[0][0] == 0 and suites[-1][1] == 24
    assert all(a[1] == b[0] and a[2] != b[2] for a, b in zip(suites, suites[1:], strict=False))
    for debut, fin, dit in suites:
        for heure in range(debut, fin):
            bit = jour * 24 + heure
            assert dit == ("ouvert" if ouvert >> bit & 1 else "peut-etre" if peut_etre >> bit & 1 else "rien")


def test_a_language_is_counted_once_a_fiche_and_by_who_speaks_it(compte, en_service):
    for parlee in compte.langues:
        parlent = {vue.slug for vue in en_service for langues in (vue.fiche.langues, *(s.langues for s in vue.services))
                   if langues and parlee.langue in (langues.parlees or ())}
        assert parlee.equipe == len(parlent)
    arabe = next(parlee for parlee in compte.langues if parlee.langue == "ar")
    assert (arabe.equipe, arabe.interprete, arabe.quartiers[0]) == (13, 4, ("partout", 6))


def test_an_empty_directory_has_figures_too(territoire):
    vide = enrichir(replace(territoire.directory, fiches={}), territoire.aujourdhui)
    compte = chiffres(vide)
    assert (compte.fiches, compte.qualite.moyenne, compte.langues) == (0, None, ())


def lance(*arguments):
    return CliRunner().invoke(main, ["report", *map(str, arguments)], env={"SOURCE_DATE_EPOCH": "1795132800"})


def test_the_report_says_what_the_page_says(port_exemple):
    dit = lance(port_exemple).output
    assert dit.startswith("Qui fait quoi à Port-Exemple, le 20\u00a0novembre\u00a02026\n  68 adresses en service, 4 hors service")
    barre = "Vérifiées auprès du lieu, et à jour   ████████████████····  55 sur 68 (81\u202f%)"
    assert barre in dit.replace("81\u00a0%", "81\u202f%")
    assert "Dentiste" in next(ligne for ligne in dit.splitlines() if "Nulle part : " in ligne)
    assert "À toute heure, une adresse au moins est ouverte pour : Dormir, se loger" in dit
    assert "    vendredi : minuit – 8\u00a0h ; peut-être ouvert : 22\u00a0h – minuit\n" in dit
    assert "  Travailler, se former\n" in dit and "dimanche : toute la journée" in dit
    assert "arabe : 13, et 4 avec interprète ou médiation (Partout à Port-Exemple 6" in dit


def test_as_json_it_is_for_a_program(port_exemple, compte):
    objet = json.loads(lance(port_exemple, "--format", "json").output)
    assert objet["fraicheur"] == compte.fraicheur
    assert len(objet["semaine"]["manger"]["ouvert"]) == compte.semaine["manger"].heures_ouvertes
    assert objet["par_annee"] == {"2026": 63, "2025": 3, "2024": 1, "sans-date": 1}


def test_a_directory_that_nobody_verified_says_so(port_exemple, tmp_path):
    jamais = shutil.copytree(port_exemple, tmp_path / "jamais")
    for fiche in jamais.glob("fiches/*/*.yml"):
        fiche.write_text(re.sub(r"(?m)^verification:\n(?:  .*\n)+", "", fiche.read_text()))
    objet = json.loads(lance(jamais, "--format", "json").output)
    assert objet["fraicheur"] == {"verifiee": 0, "perimee": 0, "lue": objet["fiches"]}


@pytest.fixture
def notees(monkeypatch):
    """How many fiches were given notes each time that any were."""
    combien = []

    def compte_et_note(territoire, vues):
        combien.append(len(vues))
        return noter(territoire, vues)

    monkeypatch.setattr(memoire, "noter", compte_et_note)
    return combien


def test_notes_that_the_cache_holds_are_not_worked_out_again(territoire, compte, en_service, notees, tmp_path):
    for _ in range(2):
        assert memoire.Memoire(Cache(tmp_path)).chiffres(territoire) == compte
    assert notees == [len(en_service)]


def test_a_preview_works_out_the_notes_of_the_fiche_that_changed_and_no_other(territoire, en_service, notees):
    la = memoire.Memoire(garder=True)
    la.chiffres(territoire)
    autre = replace(en_service[0], fiche=en_service[0].fiche.model_copy(update={"nom": "Un autre nom"}))
    la.chiffres(replace(territoire, fiches={**territoire.fiches, autre.slug: autre}))
    assert notees == [len(en_service), 1]
