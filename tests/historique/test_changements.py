"""What changed and when, as git kept it: fields and roles, never people, never what was taken back."""

import re
import shutil
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depot_d_essai import Depot, git
from garde import DOSSIER
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.langues import langue
from quifaitquoi.paroles import champs as mots
from quifaitquoi.savoir.historique import Histoire, comparer, histoire, lecture, par_jour
from quifaitquoi.savoir.historique.changements import DITS
from quifaitquoi.site.sommaire import planifier

ROUE, REFUGE = "fiches/gare/la-roue-libre.yml", "fiches/partout/refuge-horizon.yml"
PLUS_TARD = "2026-11-10T23:30:00+00:00"
MOMENT = datetime(2026, 11, 10, tzinfo=UTC)


def test_the_first_landing_adds_every_fiche(depot, raconte):
    conte = raconte(depot, toute=True)
    assert conte.connue and conte.entiere
    fiches = sorted(fichier.stem for fichier in depot.territoire.glob("fiches/*/*.yml"))
    assert fiches and sorted(c.slug for c in conte.changements) == fiches and all(c.ajoutee for c in conte.changements)


def test_a_year_later_it_is_no_news_any_more(depot, raconte):
    depot.git("commit", "--amend", "-qm", "essai", le="2025-01-01T10:00:00+00:00")
    assert raconte(depot, toute=True).changements == ()


def test_a_change_names_its_fields(depot, raconte):
    depot.change(ROUE, "02 61 91 06 10", "02 61 91 06 11")
    depot.change(ROUE, "mardi et jeudi: 17h-20h", "mardi et jeudi: 16h-20h")
    depot.commit(le=PLUS_TARD)
    fait, = raconte(depot).changements
    assert (fait.slug, fait.champs, fait.ajoutee) == ("la-roue-libre", ("contact.telephone", "horaires"), False)
    assert fait.quand == datetime(2026, 11, 10, 23, 30, tzinfo=UTC)


def test_the_day_is_that_of_the_territory(depot, pages):
    depot.change(ROUE, "17h-20h", "16h-20h")
    depot.commit(le=PLUS_TARD)
    assert "11\u00a0novembre\u00a02026" in pages(depot)["changements/index.html"]


def test_what_lands_in_several_steps_of_one_day_is_told_once(depot, raconte, pages):
    depot.change(ROUE, "17h-20h", "16h-20h")
    depot.commit(le="2026-11-10T09:00:00+00:00")
    depot.change(ROUE, "le: 2026-05-22", "le: 2026-11-09")
    depot.commit(le="2026-11-10T10:00:00+00:00")
    depot.change(ROUE, "02 61 91 06 10", "02 61 91 06 11")
    depot.commit(le=PLUS_TARD)  # the day after, where the territory is
    jours = par_jour(raconte(depot).changements, ZoneInfo("Europe/Paris"))
    assert [(jour.isoformat(), x.champs, x.verifiee_par) for jour, x in jours] == [
        ("2026-11-11", ("contact.telephone",), None), ("2026-11-10", ("horaires",), "equipe-gare")]
    page = pages(depot)["changements/index.html"].partition("1er\u00a0septembre")[0]
    assert page.count("la-roue-libre/index.html") == 2


def test_a_verification_names_the_role_and_how(depot, raconte, pages):
    depot.change(ROUE, "le: 2026-05-22", "le: 2026-11-09")
    depot.commit(le=PLUS_TARD)
    fait, = raconte(depot).changements
    assert (fait.champs, fait.verifiee_par, fait.comment) == ((), "equipe-gare", "visite")
    assert "vérifiée sur place le 9\u00a0novembre\u00a02026 (Équipe de la Gare)" in pages(depot)["changements/index.html"]


def test_a_closure_says_its_state_and_the_way_back_too(depot, raconte, pages):
    depot.change(ROUE, "genre: lieu\n", "genre: lieu\netat:\n  statut: remplace\n  remplace_par: la-chaloupe\n")
    depot.commit(le=PLUS_TARD)
    assert raconte(depot).changements[0].statut == "remplace"
    assert "Remplacé" in pages(depot)["changements/index.html"]
    depot.change(ROUE, "etat:\n  statut: remplace\n  remplace_par: la-chaloupe\n", "")
    depot.commit(le="2026-11-12T10:00:00+00:00")
    assert [c.statut for c in raconte(depot).changements] == ["", "remplace"]
    assert "de nouveau en service" in pages(depot)["changements/index.html"]


def test_a_closed_place_keeps_its_address_and_says_what_replaces_it(depot, aujourdhui):
    depot.change(ROUE, "genre: lieu\n", "genre: lieu\netat:\n  statut: remplace\n  remplace_par: la-chaloupe\n")
    territoire = enrichir(verifier(depot.territoire, aujourdhui).directory, aujourdhui)
    page = next(f for f in planifier(territoire, langue("fr")) if f.chemin == "fiches/la-roue-libre/index.html").faire().contenu
    assert "5 impasse du Pédalier" in page
    assert re.search(r'href="\.\./\.\./fiches/la-chaloupe/index\.html"', page) and "Remplacé" in page


@pytest.mark.parametrize("ancien, nouveau", [
    ("responsables: [equipe-gare]", "responsables: [equipe-gare, coordination]"),
    ("nom: La Roue libre", "nom: 'La Roue libre'  # comme sur la porte"),
    ('telephone: "02 61 91 06 10"', 'telephone: "0261910610"'),
    ("mardi et jeudi: 17h-20h", "Mardi et Jeudi: 17:00 - 20:00"),
])
def test_what_no_reader_would_see_is_no_change(depot, raconte, ancien, nouveau):
    depot.change(ROUE, ancien, nouveau)
    depot.commit(le=PLUS_TARD)
    assert raconte(depot).changements == ()


def test_nobody_is_named_but_roles(depot, pages):
    depot.change(ROUE, "02 61 91 06 10", "02 61 91 06 11")
    depot.commit(le=PLUS_TARD)
    dites = "".join(pages(depot).values())
    assert "Camille" not in dites and "camille@" not in dites


def test_what_was_there_is_never_said_again(depot, pages):
    depot.change(ROUE, "Un atelier où l'on répare", "Demander Dominique au 06 39 98 00 00. On répare")
    depot.commit(le="2026-11-08T10:00:00+00:00")
    depot.change(ROUE, "Demander Dominique au 06 39 98 00 00. ", "")
    depot.commit(le=PLUS_TARD)
    dites = "".join(pages(depot).values())
    assert "Dominique" not in dites and "06 39" not in dites and "présentation" in dites


def test_of_a_withheld_address_nothing_but_the_word_is_said(depot, raconte, pages):
    texte = (depot.territoire / REFUGE).read_text()
    (depot.territoire / REFUGE).write_text(texte.replace("confidentialite: adresse-non-publiee\n", "").replace(
        "adresse:\n", "adresse:\n  voie: 9 rue du Secret\n"))
    depot.commit(le="2026-11-08T10:00:00+00:00")
    (depot.territoire / REFUGE).write_text(texte)
    depot.commit(le=PLUS_TARD)
    assert {c.champs for c in raconte(depot).changements} == {("adresse",)}
    assert "Secret" not in "".join(pages(depot).values())


def test_a_key_that_is_no_field_is_not_repeated():
    fait = comparer("x", MOMENT, "r", b"nom: A\nnumero de Dominique: '06'\n", b"nom: B\n", "FR")
    assert fait.champs == ("nom",)


def test_a_renamed_fiche_is_the_same_one(depot, raconte):
    fichier = depot.territoire / ROUE
    fichier.write_text(fichier.read_text().replace("17h-20h", "16h-20h") + "anciens_slugs: [la-roue-libre]\n")
    fichier.rename(fichier.with_name("atelier-velo.yml"))
    depot.commit(le=PLUS_TARD)
    fait, = raconte(depot).changements
    assert (fait.slug, fait.ajoutee, fait.champs) == ("atelier-velo", False, ("horaires",))


def test_a_fiche_that_moved_to_another_zone_did_not_change(depot, raconte):
    fichier = depot.territoire / ROUE
    fichier.rename(depot.territoire / "fiches" / "vieux-port" / fichier.name)
    depot.commit(le=PLUS_TARD)
    assert raconte(depot).changements == ()


def test_a_fiche_that_was_taken_out_is_not_named(depot, pages):
    (depot.territoire / ROUE).unlink()
    depot.commit(le=PLUS_TARD)
    assert "Roue" not in "".join(pages(depot).values())


def test_a_proposal_counts_on_the_day_that_it_lands(depot, raconte):
    depot.git("checkout", "-qb", "proposition")
    depot.change(ROUE, "17h-20h", "16h-20h")
    depot.commit(le="2026-10-01T10:00:00+00:00")
    depot.change(ROUE, "14h-18h", "13h-18h")
    depot.commit(le="2026-10-02T10:00:00+00:00")
    depot.git("checkout", "-q", "-")
    depot.git("merge", "-q", "--no-ff", "-m", "essai", "proposition", le=PLUS_TARD)
    fait, = raconte(depot).changements
    assert (fait.quand.date(), fait.champs) == (date(2026, 11, 10), ("horaires",))


def test_a_copy_without_its_past_does_not_call_everything_new(depot, tmp_path, raconte):
    depot.change(ROUE, "17h-20h", "16h-20h")
    depot.commit(le="2026-11-01T10:00:00+00:00")
    depot.change(ROUE, "14h-18h", "13h-18h")
    depot.commit(le=PLUS_TARD)
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{depot.dossier}", "copie")
    fait, = raconte(Depot(tmp_path / "copie"), toute=True).changements
    assert fait.slug == "la-roue-libre" and not fait.ajoutee


def test_outside_of_git_a_sentence_says_so_and_there_is_no_feed(tmp_path, port_exemple, monkeypatch, aujourdhui):
    shutil.copytree(port_exemple, tmp_path / DOSSIER)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    territoire = enrichir(verifier(tmp_path / DOSSIER, aujourdhui).directory, aujourdhui)
    conte = histoire(tmp_path / DOSSIER, territoire.directory, aujourdhui)
    assert conte == Histoire() and not conte.connue
    feuilles = [f for f in planifier(territoire, langue("fr"), histoire=conte) if f.chemin.startswith("changements/")]
    assert [f.chemin for f in feuilles] == ["changements/index.html"]
    assert "sans l’historique de l’annuaire" in feuilles[0].faire().contenu


def test_without_git_on_the_machine_it_is_the_same(depot, aujourdhui, monkeypatch):
    monkeypatch.setenv("PATH", "/nulle-part")
    assert histoire(depot.territoire, verifier(depot.territoire, aujourdhui).directory, aujourdhui) == Histoire()


def test_a_long_history_is_cut_and_says_so(depot, raconte, pages, monkeypatch):
    monkeypatch.setattr(lecture, "CHANGEMENTS_MAX", 3)
    conte = raconte(depot, toute=True)
    assert len(conte.changements) == 3 and not conte.entiere
    assert "Ce qui est plus ancien n’est pas montré." in pages(depot)["changements/index.html"]


def test_a_version_that_was_broken_stops_nothing(depot, raconte):
    bon = (depot.territoire / ROUE).read_bytes()
    (depot.territoire / ROUE).write_bytes(b"\xff\xfe nom: [\n")
    depot.commit(le="2026-11-08T10:00:00+00:00")
    (depot.territoire / ROUE).write_bytes(bon)
    depot.commit(le=PLUS_TARD)
    assert {c.slug for c in raconte(depot).changements} == {"la-roue-libre"}


@given(st.none() | st.binary(max_size=200), st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_two_versions_are_compared_or_say_nothing(avant, apres):
    fait = comparer("x", MOMENT, "r", avant, apres, "FR")
    assert fait is None or set(fait.champs) <= {champ for champ in fait.champs if champ.split(".")[0] in Fiche.model_fields}


def test_every_field_that_may_change_has_a_name():
    assert {nom for nom in DITS if mots.nom_du_champ(nom) == nom and nom not in mots.CHAMPS} == set()
