"""What was asked for and not found is counted over twelve months that are over, and small numbers never show."""

import json
import shutil
from dataclasses import replace
from datetime import date

from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.model.manques import RAISONS, Demande, Manques
from quifaitquoi.annuaire.model.textes import traduire
from quifaitquoi.annuaire.model.types import DatePartielle
from quifaitquoi.commands import main
from quifaitquoi.paroles.introuvables import RAISONS as MOTS_DES_RAISONS
from quifaitquoi.savoir.chiffres.demandes import MOINS_DE, introuvables, mois_comptes


def avec(territoire, *demandes):
    lues = Manques.model_validate({"demandes": [{"quartier": "gare", "besoin": "douche", **d} for d in demandes]})
    return replace(territoire, directory=replace(territoire.directory, manques=lues))


def test_each_need_of_a_neighbourhood_is_counted_over_the_months_of_a_year(territoire):
    dentiste, abri = [x for x in introuvables(territoire) if x.quartier == "gare"][::-1]
    assert (dentiste.besoin, dict(dentiste.raisons), dentiste.adresses) == ("dentiste", {"trop_loin": None, "rien": 17}, 0)
    assert (abri.besoin, abri.adresses) == ("hebergement-urgence", 1)
    assert abri.raisons == {"complet": 21, "refuse": 6, "langue": None}
    assert [territoire.directory.manques.demandes[i].devenu for i in abri.devenues] == [
        "La halte de nuit a six lits de plus depuis la mi-novembre."]


@given(st.lists(st.tuples(st.integers(1, 10), st.sampled_from(RAISONS), st.integers(1, 12)), min_size=1, max_size=20,
                unique_by=lambda ligne: ligne[:2]))
def test_a_number_below_five_is_in_no_figure(territoire, lignes):
    par_mois = {}
    for mois, raison, n in lignes:
        par_mois.setdefault(mois, {})[raison] = n
    [x] = introuvables(avec(territoire, *({"mois": f"2026-{mois:02}", **raisons} for mois, raisons in par_mois.items())))
    for raison in RAISONS:
        fois = sum(n for _, r, n in lignes if r == raison)
        assert x.raisons.get(raison, 0) == (fois if fois == 0 or fois >= MOINS_DE else None)


def test_a_month_that_goes_on_and_what_is_older_than_a_year_are_not_counted(territoire):
    vu = avec(territoire, *({"mois": mois, "rien": n} for mois, n in (
        ("2025-10", 1000), ("2025-11", 10), ("2026-10", 100), ("2026-11", 10_00))))
    assert [dict(x.raisons) for x in introuvables(vu)] == [{"rien": 110}]


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_twelve_months_are_counted_and_the_last_is_the_one_before(jour):
    premier, dernier = mois_comptes(jour)
    assert dernier.fin < jour.replace(day=1) and (jour.replace(day=1) - dernier.fin).days == 1
    assert (dernier.annee * 12 + dernier.mois) - (premier.annee * 12 + premier.mois) == 11
    assert DatePartielle(jour.year, jour.month) > dernier


def test_each_reason_has_its_column_its_field_and_its_words():
    champs = [nom for nom in Demande.model_fields if nom not in ("mois", "quartier", "besoin", "devenu")]
    assert tuple(champs) == RAISONS == tuple(MOTS_DES_RAISONS)
    assert [Demande.model_fields[nom].title for nom in RAISONS] == list(MOTS_DES_RAISONS.values())


def rapporte(port, *options):
    return CliRunner().invoke(main, ["report", str(port), *options], env={"SOURCE_DATE_EPOCH": "1795132800"}).output.replace(
        "\u00a0", " ").replace("\u202f", " ")


def test_the_report_says_them_in_words_and_repeats_no_small_number(port_exemple):
    dit = rapporte(port_exemple)
    assert "Demandé, et pas trouvé, de novembre 2025 à octobre 2026" in dit
    assert "    Douche (2 adresses) : C’était complet : moins de 5 · C’était fermé à ce moment : 11\n" in dit
    assert "      octobre 2026 : Les bains du port ouvrent aussi le dimanche matin" in dit
    objet = json.loads(rapporte(port_exemple, "--format", "json"))
    nombres = {n for x in objet["introuvables"] for n in x["raisons"].values()}
    assert nombres == {None, 6, 11, 17, 21}


def test_a_territory_without_the_file_says_nothing_of_it(port_exemple, tmp_path):
    port = shutil.copytree(port_exemple, tmp_path / "port")
    (port / "manques.yml").unlink()
    assert "pas trouvé" not in rapporte(port)


def test_what_became_of_it_is_translated_like_any_text(port_exemple, tmp_path, aujourdhui):
    port = shutil.copytree(port_exemple, tmp_path / "port")
    fait = CliRunner().invoke(main, ["translate", str(port), "--langue", "en", "--toutes-les-fiches"])
    assert fait.exit_code == 0, fait.output
    chemin = "manques.demandes.2026-10-gare-hebergement-urgence.devenu"
    assert f'msgctxt "{chemin}"' in (port / "traductions/en.po").read_text("utf-8")
    anglais = traduire(verifier(port, aujourdhui).directory, lambda ou, dit: "Six more beds." if ou == chemin else dit)
    assert [d.devenu for d in anglais.manques.demandes if d.devenu][0] == "Six more beds."
