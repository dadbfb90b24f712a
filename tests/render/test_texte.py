"""Texts as they are printed."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale

from quifaitquoi.annuaire.model.types import DatePartielle
from quifaitquoi.langues.dates import date_longue
from quifaitquoi.langues.typographie import francais, nombres_entiers
from quifaitquoi.paroles.parole import date_sue
from quifaitquoi.site import liens
from quifaitquoi.site.sigles import Sigles


@pytest.mark.parametrize(("ecrit", "imprime"), [
    ("Quand ?", "Quand\u202f?"), ("À noter : rien", "À noter\u00a0: rien"), ("« mot »", "«\u202fmot\u202f»"),
    ("l'accueil", "l’accueil"), ("1 euro", "1\u00a0euro"), ("https://a.org ?", "https://a.org\u202f?")])
def test_french_spacing_never_lets_a_mark_start_a_line(ecrit, imprime):
    assert francais(ecrit) == imprime


@pytest.mark.parametrize(("ecrit", "imprime"), [
    ("اتصل بالرقم 02 61 91 00 00.", "اتصل بالرقم 02\u00a061\u00a091\u00a000\u00a000."),
    ("+33 3 88 00 00 00", "+33\u00a03\u00a088\u00a000\u00a000\u00a000"),
    ("116 006", "116\u00a0006"), ("12 000 habitants", "12\u00a0000 habitants"), ("de 9 h à 12 h", "de 9 h à 12 h"),
    ("67000 Strasbourg", "67000 Strasbourg"), ("1 quai, 2 rue", "1 quai, 2 rue"), ("2026-11-28 2 fois", "2026-11-28 2 fois")])
def test_the_groups_of_a_number_stay_together_and_in_order(ecrit, imprime):
    assert nombres_entiers(ecrit) == imprime


@pytest.mark.parametrize(
    ("jour", "dit"),
    [
        (DatePartielle(2013), "2013"),
        (DatePartielle(2013, 10), "octobre\u00a02013"),
        (DatePartielle(2013, 10, 1), "1er\u00a0octobre\u00a02013"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(jour, dit):
    assert date_sue(jour, Locale("fr")) == dit
    assert date_longue(date(2026, 11, 1), Locale("fr")) == "1er\u00a0novembre\u00a02026"


def test_a_middle_dot_inside_a_word_is_written_with_a_hyphen():
    assert Sigles({}).developper("seul·e · ici", set(), None) == "seul-e · ici"


def test_links_lead_up_to_the_folder_of_the_language():
    assert liens.vers_la_racine("index.html") == "" and liens.vers_la_racine("fiches/a/index.html") == "../../"
