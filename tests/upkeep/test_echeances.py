"""What is due: the judgement of the pages, in the order of the work."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.model.confiance import Etat
from quifaitquoi.base.markdown import echappe
from quifaitquoi.horaires import lire
from quifaitquoi.paroles.confiance import etiquette
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.savoir.echeances import dues, en_vie, est_due, passe_depuis
from quifaitquoi.suivi.appel.feuille import feuille
from quifaitquoi.suivi.forge.rappels import rappels
from quifaitquoi.suivi.rapport.tableau import en_json, en_tableau


def test_due_is_exactly_what_pages_do_not_call_verified_or_announced_for_a_day_that_is_past(territoire):
    parole = Parole.de_la_source(territoire.directory)
    dits = {vue.slug: etiquette(parole, vue) for vue in territoire.fiches.values() if en_vie(vue)}
    passes = {"creche-les-crevettes"}  # full until the end of October
    assert {due.vue.slug for due in dues(territoire)} == passes | {
        slug for slug, dit in dits.items() if "à revérifier" in dit or "on vérifié" in dit}


@pytest.mark.parametrize(("etat", "attendu"), [
    (Etat(statut="suspendu", depuis="2026-06-01", jusqu_au="2026-10-15"), date(2026, 10, 16)),
    (Etat(statut="suspendu", depuis="2026-06-01", jusqu_au="2026-11"), None),
    (Etat(statut="suspendu", depuis="2026-06-01"), None),
    (Etat(statut="prevu", depuis="2026-10"), date(2026, 10, 31)),
    (Etat(statut="prevu", depuis="2027-02-01"), None),
    (Etat(statut="prevu"), None),
    (Etat(statut="experimental", jusqu_au="2025"), date(2026, 1, 1)),
    (Etat(statut="ferme", jusqu_au="2025"), None),
])
def test_a_state_is_due_from_the_day_on_which_it_was_announced_to_end(territoire, etat, attendu):
    vue = territoire.fiches["la-roue-libre"]
    vue = replace(vue, fiche=vue.fiche.model_copy(update={"etat": etat}))
    assert passe_depuis(vue) == attendu
    assert est_due(vue) == (attendu is not None)


def test_hours_that_are_all_past_are_due(territoire):
    vue = territoire.fiches["la-roue-libre"]
    passes = lire({"du 1er novembre 2025 au 31 mars 2026": "20h-8h", "jours fériés": "ouvert"})
    assert passe_depuis(replace(vue, fiche=vue.fiche.model_copy(update={"horaires": passes}))) == vue.jour


def test_the_table_says_of_each_fiche_what_its_page_says(territoire):
    parole = Parole.de_la_source(territoire.directory)
    tableau = en_tableau(territoire, dues(territoire), None)
    for due in dues(territoire):
        ligne = next(ligne for ligne in tableau.splitlines() if ligne.startswith(due.vue.slug + " "))
        assert etiquette(parole, due.vue) in ligne


def test_never_verified_comes_first_then_the_most_overdue(territoire):
    ordre = dues(territoire)
    jamais = [due.jamais for due in ordre]
    assert jamais == sorted(jamais, reverse=True)
    retards = [due.retard for due in ordre if not due.jamais]
    assert retards == sorted(retards, reverse=True) and retards[0] > 0
    lus = [due.vue.confiance.lue_le.debut for due in ordre if due.jamais and due.vue.confiance.lue_le]
    assert lus == sorted(lus)


def test_what_is_closed_or_replaced_is_not_due_but_what_is_suspended_or_planned_is(territoire):
    dus = {due.vue.slug for due in dues(territoire)}
    for vue in territoire.fiches.values():
        statut = vue.fiche.etat.statut if vue.fiche.etat else ""
        if statut in ("ferme", "remplace"):
            assert vue.slug not in dus
        elif statut in ("suspendu", "prevu", "experimental") and not vue.confiance.sure:
            assert vue.slug in dus


def test_a_fiche_falls_due_the_day_after_its_rhythm_and_says_since_when(aujourdhui, directory):
    limite = enrichir(directory, aujourdhui).fiches["halte-de-nuit"].confiance.a_revoir_le
    du = {jour: "halte-de-nuit" in {d.vue.slug for d in dues(enrichir(directory, jour))}
          for jour in (limite, date.fromordinal(limite.toordinal() + 1))}
    assert list(du.values()) == [False, True]


def test_only_the_fiches_of_a_role_are_listed_for_that_role(territoire):
    slugs = {due.vue.slug for due in dues(territoire, "equipe-port")}
    assert slugs and slugs < {due.vue.slug for due in dues(territoire)}
    assert all("equipe-port" in (territoire.fiches[slug].fiche.responsables or ("equipe-port",)) for slug in slugs)


def test_a_fiche_that_names_no_role_is_everybody_s(territoire):
    sans = {due.vue.slug: due.vue.fiche.nom for due in dues(territoire) if not due.responsables}
    assert sans, "Port-Exemple has one"
    for role in territoire.directory.annuaire.roles:
        assert sans.keys() <= {due.vue.slug for due in dues(territoire, role)}
        corps = next(ticket.corps for ticket in rappels(territoire) if ticket.sujet == f"role:{role}")
        assert all(echappe(nom) in corps for nom in sans.values())
        assert sans.keys() <= {f.slug for _, blocs in feuille(territoire, role).sections for bloc in blocs for f in bloc.fiches}


def test_of_an_empty_set_nothing_is_said_to_be_verified(territoire):
    vide = replace(territoire, fiches={})
    assert en_tableau(vide, (), None).startswith("Aucune fiche à vérifier : il n'y en a encore aucune.")
    assert en_tableau(vide, (), None, "coordination").startswith(
        "Aucune fiche à vérifier : « coordination » n'en tient encore aucune.")


@pytest.mark.parametrize("largeur", [40, 80, 100])
def test_no_line_is_wider_than_the_terminal(territoire, largeur):
    for ligne in en_tableau(territoire, dues(territoire), largeur).splitlines():
        # Below 80 columns, the name of a file is kept whole all the same: it is what one copies.
        assert len(ligne) <= max(largeur, 80), ligne


def test_columns_stand_below_each_other(territoire):
    entete, *lignes = en_tableau(territoire, dues(territoire), None).split("À revérifier (")[1].split("\n\n")[1].splitlines()
    for colonne in ("nom", "ce que dit sa page", "à revérifier depuis", "téléphone", "responsables"):
        ici = re.search(rf"  {colonne}", entete).start()
        assert all(ligne[ici:ici + 2] == "  " and ligne[ici + 2] != " " for ligne in lignes), colonne


def test_the_json_has_the_order_of_the_table_and_dates_a_program_reads(territoire):
    lu = json.loads(en_json(territoire, dues(territoire)))
    assert [f["fiche"] for f in lu["fiches"]] == [due.vue.slug for due in dues(territoire)]
    assert lu["jamais_verifiees"] + lu["a_reverifier"] == len(lu["fiches"])
    mairie = next(f for f in lu["fiches"] if f["fiche"] == "mairie-annexe-des-hauts")
    assert (mairie["statut"], mairie["verifiee_le"], mairie["a_revoir_depuis"]) == ("a-reverifier", "2025-03-11", "2025-09-11")
    assert mairie["telephones"] == [{"numero": "02 61 91 01 60", "pour": ""}]


def test_nobody_is_sent_to_call_an_emergency_line(territoire):
    urgences = territoire.directory.annuaire.urgences
    lignes, numeros = {u.fiche for u in urgences}, {re.sub(r"\D", "", u.numero) for u in urgences}
    dus = dues(territoire)
    assert not [due.vue.slug for due in dus if numeros & {n.chiffres for n in due.joindre.numeros}]
    moyens = {due.vue.slug: due.joindre.moyen for due in dus if due.vue.slug in lignes}
    assert moyens and set(moyens.values()) == {"sans-appeler"}, moyens


def test_when_nothing_is_due_the_table_says_so(territoire):
    jour = "20\u00a0novembre\u00a02026"
    rien, droits, _, feuilles, _, vacances = en_tableau(territoire, (), None).split("\n\n")
    assert (droits, feuilles) == ("Droits à relire (2)", "Feuilles à remplacer (2)")
    assert rien == f"Rien à vérifier au {jour} : tout a été demandé aux lieux eux-mêmes, et à temps."
    assert vacances.startswith("Vacances scolaires : leurs dates ne sont connues que jusqu'au ")
