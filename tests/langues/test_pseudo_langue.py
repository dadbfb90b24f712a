"""Adding a language is a catalogue and one line: a language that nobody speaks shows every word that went past them."""

from __future__ import annotations

import importlib
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.dates import get_day_names, get_month_names

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.langues import langue

sys.path.insert(0, str(Path(__file__).parent))
from copie_de_territoire import copier
from pseudo import CODE, MOT, Restes, catalogue_du_programme, catalogue_du_territoire


@pytest.fixture(scope="module")
def grand_site(tmp_path_factory, port_exemple, batir, aujourdhui) -> Iterator[Path]:
    racine = copier(port_exemple, tmp_path_factory.mktemp("territoire") / "t", f"fr, {CODE}")
    lus = importlib.import_module("quifaitquoi.langues.catalogue")
    # Beside the real ones: other sites are built while this one is looked at.
    catalogues = Path(shutil.copytree(lus.DOSSIER, tmp_path_factory.mktemp("catalogues") / "ici"))
    catalogue_du_programme(catalogues)
    catalogue_du_territoire(racine, verifier(racine, aujourdhui).directory)
    with pytest.MonkeyPatch.context() as ici:
        ici.setattr(lus, "DOSSIER", catalogues)
        langue.cache_clear()
        yield batir(racine)
    langue.cache_clear()


@pytest.fixture(scope="module")
def permis() -> frozenset[str]:
    """What CLDR says in the language that the pseudo-language is a variant of."""
    locale = langue(CODE).locale
    dits = (
        *locale.languages.values(),
        *get_day_names("wide", locale=locale).values(),
        *get_month_names("wide", locale=locale).values(),
        "and",
        "or",
    )
    return frozenset(mot.lower() for dit in dits for mot in MOT.findall(dit))


@pytest.fixture(scope="module")
def noms(port_exemple, directory) -> frozenset[str]:
    """Names that stay as they are written on doors and signs; a title or a label cannot mark them as French."""
    pages = [f.read_text("utf-8").split("\n", 1)[0] for f in (port_exemple / "pages").glob("*.md")]
    listes = (directory.fiches, directory.organismes, directory.quartiers, directory.reperes)
    ecrits = (*(e.nom for liste in listes for e in liste.values()), *pages)
    return frozenset(mot.lower() for nom in ecrits for mot in MOT.findall(nom))


@pytest.mark.parametrize(
    "genre",
    [
        "index.html", "besoins", "quartiers", "temps-de-vie", "organismes", "publics", "tout", "glossaire", "trouver",
        "fiches", "cartes", "selection", "mentions-legales", "confidentialite",
    ],
)
def test_no_word_of_the_program_or_of_the_vocabulary_is_left_in_french(grand_site, permis, noms, genre):
    ici = grand_site / CODE / genre
    pages = [ici] if ici.suffix else sorted(ici.rglob("*.html"))
    assert pages
    restes = {}
    for page in pages:
        html = _sans_noms_ni_adresses(page.read_text("utf-8"))
        for ou, mot in Restes(html, permis).mots:
            if not (ou in ("title", "svg aria-label") or genre == "cartes") or mot.lower() not in noms:
                restes.setdefault((ou, mot), page.parent.name)
    assert restes == {}


def _sans_noms_ni_adresses(html: str) -> str:
    """Without what is no word: mailboxes and addresses of the web."""
    html = re.sub(r'<bdi dir="ltr">[^<]*</bdi>', "", html)
    return re.sub(r"[\w-]+(?:\.[\w-]+)*\.(?:org|fr)\b", "", html)


@pytest.mark.parametrize("quand", ["2026-11-20T19:00:00Z", "2026-11-25T13:30:00Z", "2026-12-25T11:00:00Z"])
@pytest.mark.parametrize("page", ["trouver", "selection", "fiches/les-amarres-asile"])
def test_what_scripts_write_is_in_the_reader_s_language_too(grand_site, permis, noms, page, quand, navigateur):
    onglet = navigateur.new_page()
    # Evening hours without an end, hours to be confirmed, a holiday that nobody asked about: each has words of its own.
    onglet.clock.set_fixed_time(quand)
    onglet.goto((grand_site / CODE / page / "index.html").as_uri())
    if page == "trouver":
        onglet.wait_for_selector("[data-liste] li")
    restes = [(ou, mot) for ou, mot in Restes(_sans_noms_ni_adresses(onglet.content()), permis).mots
              if mot.lower() not in noms]
    onglet.close()
    assert restes == []


def test_french_pages_do_not_change_when_a_language_is_added(grand_site, batir, port_exemple, tmp_path):
    # With another second language, and a copy too: a copy has no history to tell.
    autrement = batir(copier(port_exemple, tmp_path / "t", "fr, en"))
    sans_langues = re.compile(r'<nav class="langues".*?</nav>|<link rel="alternate"[^>]*>\n?', re.S)
    for chemin in ("index.html", "fiches/bains-du-port/index.html", "besoins/douche/index.html"):
        un, autre = ((racine / "fr" / chemin).read_text("utf-8") for racine in (grand_site, autrement))
        assert sans_langues.sub("", un) == sans_langues.sub("", autre)
