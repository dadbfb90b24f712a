"""What was fresh on the day of the build is judged again on the visitor's day, on every page."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from promenade import finie
from quifaitquoi.horaires import Calendrier, lire
from quifaitquoi.langues import langue
from quifaitquoi.site.pages.trouver.heures import Grilles
from quifaitquoi.site.pages.trouver.mots import statut
from site_bati import construit

PAGES = (
    "index.html",
    "trouver/index.html",
    "tout/index.html",
    "besoins/manger/index.html",
    "fiches/la-chaloupe/index.html",
    "glossaire/index.html",
)


def simple(texte: str) -> str:
    return texte.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2019", "'")


@pytest.mark.parametrize("chemin", PAGES)
def test_a_copy_that_nobody_rebuilt_for_a_year_says_so_on_every_page(ouvre, en_ligne, chemin):
    page = ouvre(f"{en_ligne}/fr/{chemin}", quand="2027-11-22T11:00:00Z")
    assert "il y a plus d'un an" in simple(page.locator(".vieille-copie").inner_text())


def test_a_fresh_copy_says_nothing(ouvre, en_ligne):
    assert ouvre(f"{en_ligne}/fr/index.html", quand="2026-12-20T11:00:00Z").locator(".vieille-copie").count() == 0


def test_a_copy_of_a_season_ago_says_what_it_no_longer_knows(ouvre, en_ligne):
    page = ouvre(f"{en_ligne}/fr/index.html", quand="2027-04-01T11:00:00Z")
    assert "appelez avant de venir" in simple(page.locator(".vieille-copie").inner_text())


def test_a_fiche_says_whether_it_is_open(ouvre, en_ligne):
    adresse = f"{en_ligne}/fr/fiches/cuisine-du-quai/index.html"
    assert simple(ouvre(adresse).locator("[data-ouverture]").inner_text()) == "Ouvert, ferme à 13 h 30"
    assert simple(ouvre(adresse, quand="2026-11-20T22:00:00Z").locator("[data-ouverture]").inner_text()).startswith("Fermé, ouvre ")


def test_what_hours_depend_on_is_said_in_the_reader_s_language(ouvre, trouver, en_ligne):
    fiche = ouvre(f"{en_ligne}/ar/fiches/les-amarres-asile/index.html", quand="2026-11-20T19:00:00Z")
    carte = trouver("q=asile", langue="ar", quand="2026-11-20T19:00:00Z").locator(".vignette .statut").first
    dit = langue("ar").texte("heure de fin non renseignée")
    assert dit in fiche.locator("[data-ouverture]").inner_text() and dit in carte.inner_text()


def test_what_a_contributor_wrote_among_hours_is_marked_as_french(ouvre, en_ligne):
    page = ouvre(f"{en_ligne}/ar/trouver/index.html")
    grilles = Grilles(Calendrier(), date(2026, 11, 20))
    numero = grilles.numero(lire('24/7 open "sonner à l\'accueil"'))
    commentaires = grilles.quelques([numero], langue("ar"))["commentaires"]
    html = page.evaluate("""([mots, dit]) => {
        const dire = new quifaitquoi.Dire(mots, "ar", "Europe/Paris", "fr"), p = document.createElement("p");
        return dire.pose(p, dire.statut({etat: "ouvert", fin: null, condition: dit}, 0)).innerHTML;
    }""", [statut(langue("ar")), next(dit for dit in commentaires if "sonner" in dit)])
    assert '<span lang="fr" dir="auto">sonner à l\'accueil</span>' in html


def test_hours_past_their_review_are_not_trusted_any_more(ouvre, en_ligne):
    page = ouvre(f"{en_ligne}/fr/fiches/cuisine-du-quai/index.html", quand="2027-06-10T11:00:00Z")
    dit = simple(page.locator("[data-ouverture]").inner_text())
    assert dit.startswith("Horaires à revérifier (c'était prévu le ") and dit.endswith("), appelez")
    assert simple(page.locator(".confiance").inner_text()).endswith(", à revérifier")


def test_the_day_is_that_of_the_territory_wherever_a_clock_is(ouvre, en_ligne):
    adresse = f"{en_ligne}/fr/fiches/cuisine-du-quai/index.html"
    revoir = ouvre(adresse).locator(".confiance").get_attribute("data-a-revoir-le")
    for ailleurs in ("America/New_York", "Asia/Tokyo"):
        for heure, passe in (("20:30", False), ("23:30", True)):  # evening in the territory, then past midnight
            page = ouvre(adresse, quand=f"{revoir}T{heure}:00Z", timezone_id=ailleurs)
            assert simple(page.locator(".confiance").inner_text()).endswith(", à revérifier") is passe
            assert ("à revérifier" in simple(page.locator("[data-ouverture]").inner_text())) is passe
    jour = ouvre(adresse, quand="2026-11-20T23:30:00Z").evaluate("quifaitquoi.ceJour()")
    assert (jour["year"], jour["month"], jour["day"]) == (2026, 11, 21)


def test_hours_that_were_only_read_are_never_open(ouvre, trouver, en_ligne):
    page = trouver("q=laverie des voyageurs")
    carte = simple(page.locator(".vignette", has_text="Laverie des voyageurs").inner_text())
    assert "Horaires lus sur une page sans date" in carte and "Ouvert" not in carte


def test_the_finder_says_open_of_nothing_once_reviews_are_due(trouver):
    page = trouver("", quand="2027-02-01T11:00:00Z")
    for carte in page.locator("[data-liste] .statut-ouvert").all():
        assert "Ouvert" in carte.inner_text()
    tard = trouver("", quand="2028-01-10T11:00:00Z")
    assert tard.locator("[data-liste] .statut-ouvert").count() == 0
    assert "Inconnu" in tard.locator("[data-liste]").inner_text()


def test_past_ninety_days_the_finder_knows_nothing_and_shows_everything(trouver):
    page = trouver("besoin=manger&ouvert=maintenant", quand="2027-03-15T11:00:00Z")
    assert page.locator("[data-rien]").is_visible()
    assert page.locator("[data-liste] h3").count() > 0
    assert "Ouvert" not in page.locator("[data-liste]").inner_text()


# One fiche whose every text tries to run.
PIRATE = """</script><script>window.pirate=1</script><img src=x onerror="window.pirate=1">'"`${window.pirate=1}{{7*7}}"""


def test_hostile_texts_of_a_fiche_never_run(tmp_path, petit_port, aujourdhui, servir, ouvre):
    territoire = tmp_path / "territoire"
    shutil.copytree(petit_port, territoire)
    # As one line between quotation marks, YAML takes it all.
    texte = "'" + PIRATE.replace("'", "''") + "'"
    fiche = territoire / "fiches" / "vieux-port" / "pirate.yml"
    fiche.write_text(
        f"nom: {texte}\nautres_noms: [{texte}]\ngenre: lieu\npresentation: {texte}\nadresse:\n  voie: {texte}\n"
        f"  commune: {texte}\n  position: [46.3186, -3.0651]\nhoraires: 'Mo-Su 00:00-24:00 \"pirate <b>\"; PH off'\n"
        f"contact:\n  telephone: \"02 61 91 00 00\"\nservices:\n  - quoi: douche\n    nom: {texte}\n    presentation: {texte}\n"
        "verification:\n  le: 2026-11-02\n  comment: telephone\n  par: coordination\n",
        encoding="utf-8",
    )
    adresse = servir(construit(territoire, tmp_path / "site", aujourdhui))
    for chemin in ("fr/trouver/index.html#q=pirate", "fr/fiches/pirate/index.html", "fr/trouver/index.html#besoin=douche"):
        page = ouvre(f"{adresse}/{chemin}")
        finie(page)
        page.wait_for_timeout(200)  # a picture that is not there says so a little later
        assert page.evaluate("window.pirate") is None and not page.erreurs, chemin
    assert "</script><script>" in page.locator("[data-liste]").inner_text()
