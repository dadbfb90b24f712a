"""What may lead to a door that must stay unknown: every way to give it away is refused, and ordinary sentences pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from quifaitquoi.annuaire.check.portes.liens import liens, soupcon_de_lien
from quifaitquoi.annuaire.check.portes.lisse import Lisse, lisse
from quifaitquoi.annuaire.check.portes.paroles import LANGUES
from quifaitquoi.annuaire.check.portes.regard import Regards

DATA = Path(__file__).parent.parent / "data" / "retenue"
# Of some 190 harmless sentences that the rule was never mended with, how many it may refuse, and of 120 ways to give a door away,
# how many may pass: what was measured, and less is better.
MESURE = {"fr": (10, 0), "en": (18, 0), "de": (20, 0), "ar": (30, 0)}


def phrases(nom: str) -> list[str]:
    return [ligne for ligne in (DATA / nom).read_text(encoding="utf-8").splitlines() if ligne and not ligne.startswith("#")]


@pytest.fixture(scope="module")
def regard(directory):
    return Regards(directory).pour(directory.fiches["refuge-horizon"])


@pytest.mark.parametrize("langue", sorted(LANGUES))
def test_every_way_to_give_a_door_away_is_refused_in_each_language(regard, langue):
    divulgations = phrases(f"divulgations.{langue}.txt")
    assert len(set(divulgations)) == len(divulgations) >= 300
    assert [phrase for phrase in divulgations if not regard.en(langue).soupcons(phrase)] == []


@pytest.mark.parametrize("langue", sorted(LANGUES))
def test_of_harmless_sentences_one_in_a_hundred_may_be_refused(regard, langue):
    innocentes = phrases(f"innocentes.{langue}.txt")
    assert len(set(innocentes)) == len(innocentes) >= 300
    refusees = [phrase for phrase in innocentes if regard.en(langue).soupcons(phrase)]
    assert len(refusees) * 100 <= len(innocentes), refusees


@pytest.mark.parametrize("langue", sorted(LANGUES))
def test_of_sentences_kept_for_the_measure_no_more_are_judged_wrongly_than_were(regard, langue):
    refusees = [phrase for phrase in phrases(f"mesure/innocentes.{langue}.txt") if regard.en(langue).soupcons(phrase)]
    passees = [phrase for phrase in phrases(f"mesure/divulgations.{langue}.txt") if not regard.en(langue).soupcons(phrase)]
    assert (len(refusees), len(passees)) <= MESURE[langue] and len(passees) <= MESURE[langue][1]


@pytest.mark.parametrize("phrase", ["12 rue du Secret", "près de la gare", "à 5 minutes à pied", "bât. C, 2e étage"])
@pytest.mark.parametrize("deguise", [str.upper, str.title, lambda t: t.replace("e", "\u0435"), lambda t: "\u200b".join(t),
                                     lambda t: t.replace(" ", "\u00a0"), lambda t: t.replace(" ", "\n"),
                                     lambda t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t)])
def test_no_disguise_of_letters_hides_it(regard, phrase, deguise):
    assert regard.soupcons(deguise(phrase))


def test_each_place_that_the_territory_knows_is_refused_but_its_own(regard, directory):
    lieux = [repere.nom for repere in directory.reperes.values()]
    lieux += [q.nom for q in directory.quartiers.values() if q.etendue == "quartier"]
    assert [lieu for lieu in lieux if not regard.soupcons(f"Rendez-vous vers {lieu}.")] == []
    assert regard.soupcons("Un lieu sûr à Port-Exemple") == []


def test_the_place_of_a_finding_is_where_it_was_written():
    texte = "Œuvre sœur  : 12 rue X"  # letters that become two, spaces that become one
    assert texte[Lisse(texte).place(lisse(texte).index("12")):].startswith("12 rue")


@pytest.mark.parametrize("lien", [
    "https://cartes.example.org/x", "https://horizon.example.org/nous-trouver", "https://horizon.example.org/plan.pdf",
    "https://t.co/abc", "https://maps.google.com/?q=refuge", "https://www.google.fr/maps/place/x", "https://tiny.cc/abc",
    "https://horizon.example.org/#16/46.3212/-3.0512", "https://horizon.example.org/46.32,-3.05", "accueil-12-rue-x@example.org",
    "https://horizon.example.org/%72%75%65-du-secret"])
def test_a_link_to_a_map_of_any_site_is_refused(lien):
    assert soupcon_de_lien(lien)


@pytest.mark.parametrize("lien", [
    "https://horizon.example.org", "https://horizon.example.org/2024/03/15/femmes-et-droits", "accueil@horizon.example.org",
    "http://www.solidarite.example.org/index.php?page=12", "https://journal.example.org/articles/1234567-un-pilier-de-l-aide"])
def test_a_link_to_a_page_about_the_place_is_not(lien):
    assert soupcon_de_lien(lien) == ""


def test_a_link_is_found_in_a_sentence():
    trouves = [lien for _, lien in liens("Voir https://a.example.org/x, ou b@c.example.org.")]
    assert trouves == ["https://a.example.org/x", "b@c.example.org"]


@pytest.mark.parametrize(
    "texte", ["12-" * 1000, "1, 2, 3 ou 4 et " * 190, "1a" * 1500, "x-" * 1500, "a.b." * 700, "rue " * 750, "é" * 3000])
def test_no_text_keeps_the_reader_busy(regard, texte):
    """What is as long as a field may be is read like any other: the search never goes back on itself."""
    assert len(regard.soupcons(texte[:3000])) < 20
