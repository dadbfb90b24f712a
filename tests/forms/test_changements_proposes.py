"""What the editor of the site prepared, and a form carries: exactly that, checked as whatever a volunteer writes."""

from __future__ import annotations

from formulaire_rempli import corps, lisible
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml

FICHE = "fiches/vieux-port/la-chaloupe.yml"


def change(soumet, *lignes: str, fiche: str = "la-chaloupe"):
    return soumet(corps("corriger", fiche=fiche, changements="\n".join(lignes)))


def test_each_line_is_a_change_of_the_fiche_word_for_word(soumet, annuaire):
    avant = (annuaire / FICHE).read_text("utf-8")
    change(soumet, 'contact.telephone="02 61 91 02 99"', 'horaires={"lundi": "9h-12h, 14h-17h", "jours fériés": "fermé"}',
           'langues.parlees=["fr", "ar"]', 'acces.precision="Sonner deux fois : « ici », # puis \\"là\\""')
    lue = lire_yaml((annuaire / FICHE).read_text("utf-8")).valeur
    assert lue["contact"]["telephone"] == "02 61 91 02 99"
    assert lue["horaires"] == {"lundi": "9h-12h, 14h-17h", "jours fériés": "fermé"}
    assert lue["langues"]["parlees"] == ["fr", "ar"]
    assert lue["acces"]["precision"] == 'Sonner deux fois : « ici », # puis "là"'
    assert lue["sources"][-1]["pour"] == ["contact.telephone", "horaires", "langues.parlees", "acces.precision"]
    assert lue["services"] == lire_yaml(avant).valeur["services"]


def test_an_empty_value_takes_the_field_out(soumet, annuaire):
    change(soumet, "contact.courriel=")
    assert "courriel" not in lire_yaml((annuaire / FICHE).read_text("utf-8")).valeur["contact"]


def test_what_only_a_call_or_the_team_can_say_is_not_changed_by_a_form(soumet, annuaire):
    avant = (annuaire / FICHE).read_bytes()
    for ligne in ('verification.le="2026-11-20"', 'confidentialite="adresse-non-publiee"', 'services[1].quoi="douche"',
                  'responsables=["coordination"]', 'nom="Autre"', "services=", "adresse.position=[46.3, -3.0]", "services[1]=x"):
        reponse, titre = change(soumet, ligne)
        assert titre is None and (annuaire / FICHE).read_bytes() == avant, ligne
    assert "« responsables » ne se change pas par un formulaire" in lisible(change(soumet, 'responsables=["coordination"]')[0])


def test_a_new_service_and_a_new_closure_come_and_another_goes(soumet, annuaire):
    avant = lire_yaml((annuaire / FICHE).read_text("utf-8")).valeur
    combien = len(avant["services"])
    change(soumet, 'contact.telephone="02 61 91 02 99"',
           f'services[{combien + 1}]={{"quoi": "douche", "horaires": {{"mardi": "9h-12h"}}, "cout": "gratuit"}}',
           f'services[{combien + 2}]={{"quoi": "laverie"}}',
           'fermetures[2]={"du": "2026-12-24", "au": "2027-01-03", "motif": "congés"}', "services[1]=")
    lue = lire_yaml((annuaire / FICHE).read_text("utf-8")).valeur
    assert lue["services"] == [*avant["services"][1:], {"quoi": "douche", "horaires": {"mardi": "9h-12h"}, "cout": "gratuit"},
                               {"quoi": "laverie"}]
    assert lue["fermetures"] == [*avant["fermetures"], {"du": "2026-12-24", "au": "2027-01-03", "motif": "congés"}]
    assert lue["sources"][-1]["pour"] == ["contact.telephone", "services", "fermetures"], "their numbers have changed"


def test_no_value_brings_along_what_a_form_never_changes(soumet, annuaire):
    avant = (annuaire / FICHE).read_bytes()
    for ligne in ('services[1]={"quoi": "laverie"}', 'services[2]={"quoi": "laverie", "identifiants": {"soliguide": ["1"]}}',
                  'adresse={"commune": "Port-Exemple", "position": [46.3, -3.0]}', 'fermetures[9]={"du": "2026-12-24"}'):
        assert change(soumet, ligne)[1] is None and (annuaire / FICHE).read_bytes() == avant, ligne


def test_a_wrong_value_is_told_and_nothing_is_written(soumet, annuaire):
    avant = (annuaire / FICHE).read_bytes()
    for ligne, dit in (('contact.telephone="12 34"', "n'est pas un numéro"), ('horaires={"lundi": "9h-25h"}', "25h"),
                       ("nimporte.quoi=x", "n'est pas un champ connu"), ("sans égal", "il faut un champ"),
                       ("contact.telephone=[", "ne se lit pas")):
        reponse, titre = change(soumet, ligne)
        assert titre is None and dit in lisible(reponse), (ligne, reponse)
    assert (annuaire / FICHE).read_bytes() == avant


def test_of_a_place_that_withholds_its_address_no_change_is_prepared_and_nothing_is_repeated(soumet, annuaire):
    reponse, titre = change(soumet, 'presentation="Au 9 rue du Secret"', fiche="refuge-horizon")
    assert titre is None and "Secret" not in reponse


def test_there_are_not_more_changes_than_a_person_reads(soumet):
    reponse, titre = change(soumet, *['contact.telephone="02 61 91 02 99"'] * 61)
    assert titre is None and "60 au plus" in lisible(reponse)
