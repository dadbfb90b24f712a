"""`quifaitquoi review`: what somebody who accepts a change reads, programmer or not."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

AXE = Path(__file__).parents[2] / "build/npm/node_modules/axe-core/axe.min.js"
ROUE = "fiches/gare/la-roue-libre.yml"
REFUGE = "fiches/partout/refuge-horizon.yml"
BAINS = "fiches/vieux-port/bains-du-port.yml"


def lisible(resume):
    """The summary as the forge shows its text."""
    return unescape(resume).replace("\u2060", "")


def test_hours_are_told_day_by_day_before_and_after(depot):
    depot.change(ROUE, "mardi et jeudi: 17h-20h", "mardi et jeudi: 14h-17h")
    fait, resume, page = depot.relit()
    assert fait.exit_code == 0, fait.output
    assert "| mardi, jeudi | 17 h – 20 h | 14 h – 17 h |" in lisible(resume).replace("\u00a0", " ")
    assert "<th scope=\"row\">mardi, jeudi</th>" in page and "La Roue libre" in page


def test_days_in_a_row_that_change_alike_are_told_together(depot):
    depot.change(ROUE, "  mardi et jeudi: 17h-20h\n  samedi: 14h-18h\n", "  lundi au vendredi: 14h-17h\n  samedi: 14h-18h\n")
    resume = lisible(depot.relit()[1]).replace("\u00a0", " ")
    assert "| lundi, mercredi, vendredi | fermé | 14 h – 17 h |" in resume
    depot.commit()
    depot.change(ROUE, "lundi au vendredi: 14h-17h", "lundi au vendredi: 9h-11h")
    assert "| lundi à vendredi | 14 h – 17 h | 9 h – 11 h |" in lisible(depot.relit()[1]).replace("\u00a0", " ")


def test_two_weeks_from_today_show_both_versions(depot):
    depot.change(ROUE, "mardi et jeudi: 17h-20h", "mardi et jeudi: 14h-17h")
    resume = lisible(depot.relit()[1]).replace("\u00a0", " ")
    assert "| mardi 24 novembre | 17 h – 20 h | **14 h – 17 h** |" in resume
    assert "| mercredi 25 novembre | fermé | fermé |" in resume
    assert len(re.findall(r"^\| \w+ \d+(?:er)? (?:novembre|décembre) ", resume, re.M)) == 14


@pytest.mark.parametrize("ancien, nouveau, dit", [
    ("02 61 91 06 10", "02 61 91 06 11", "| Contact | 02 61 91 06 10 | 02 61 91 06 11 |"),
    ("5 impasse du Pédalier", "7 impasse du Pédalier",
     "| Adresse | 5 impasse du Pédalier, 99340 Port-Exemple | 7 impasse du Pédalier, 99340 Port-Exemple |"),
    ("parlees: [fr, it]", "parlees: [fr]", "| Langues | L’équipe parle : français et italien | L’équipe parle : français |"),
    ("rendez_vous: sans", "rendez_vous: obligatoire", "| Comment entrer | Sans rendez-vous | Sur rendez-vous |"),
    ("publics:\n", "fermetures:\n  - du: 2026-12-24\n    au: 2027-01-03\npublics:\n",
     "| Fermetures | — | Fermé du 24 décembre 2026 au 3 janvier 2027 |"),
    ("  - quoi: velo\n", "  - quoi: velo\n  - quoi: douche\n", "| Service « Douche » | — | proposé |"),
    ("accueil: inconditionnel", "accueil: exclusif\n  genre: femmes", "Réservé à : Femmes"),
    ("le: 2026-05-22", "le: 2026-11-10", "| Vérification | le : 2026-05-22 | le : 2026-11-10 |"),
    ("[46.3262, -3.0486]", "[46.3266, -3.0486]", "| Position sur la carte | — | déplacée de 40 m |"),
])
def test_each_fact_is_told_in_the_words_of_its_page(depot, ancien, nouveau, dit):
    depot.change(ROUE, ancien, nouveau)
    assert dit in lisible(depot.relit()[1]).replace("\u00a0", " ")


def test_what_changes_beside_something_else_is_told_too(depot):
    depot.change(
        ROUE,
        "    nom: Café des réparations\n",
        "    nom: Café des réparations\n    complet:\n      depuis: 2026-11-02\n    cout: gratuit\n",
    )
    resume = lisible(depot.relit()[1]).replace("\u00a0", " ")
    ligne = "| Service « Café des réparations (Réparer, emprunter) » | — | Plus de place depuis le 2 novembre 2026<br>Gratuit |"
    assert ligne in resume


def test_the_place_is_drawn_in_the_page_and_said_in_the_summary(depot):
    depot.change(ROUE, "[46.3262, -3.0486]", "[46.3312, -3.0486]")
    _, resume, page = depot.relit()
    assert page.count('<svg class="qfq-dessin"') == 2
    assert "<svg" not in resume and "Avant : À " in lisible(resume)


def test_a_new_fiche_and_a_removed_one_say_so(depot):
    roue = depot.territoire / ROUE
    (depot.territoire / "fiches/gare/autre-lieu.yml").write_text(roue.read_text().replace("La Roue libre", "Autre lieu"))
    roue.unlink()
    resume = lisible(depot.relit()[1])
    assert "## Nouvelle fiche : Autre lieu" in resume and "| Contact | 02 61 91 06 10 |" in resume.replace("\u00a0", " ")
    assert "## Fiche retirée : La Roue libre" in resume and "On ne supprime pas une fiche" in resume


def test_a_renamed_fiche_is_one_and_the_same(depot):
    (depot.territoire / ROUE).rename(depot.territoire / "fiches/gare/roue-libre.yml")
    depot.change("fiches/gare/roue-libre.yml", "responsables:", "anciens_slugs: [la-roue-libre]\nresponsables:")
    resume = lisible(depot.relit()[1])
    assert "# 1 fiche dans cette proposition" in resume
    assert "| Nom du fichier, et adresse de la page | la-roue-libre | roue-libre |" in resume


def test_a_change_that_nobody_can_read_says_so(depot):
    depot.change(ROUE, "genre: lieu", "genre: lieu  # rien de neuf")
    assert "Rien de ce qui se lit n'a changé" in lisible(depot.relit()[1])


def test_a_fiche_with_errors_shows_them_and_the_others_are_compared_all_the_same(depot):
    depot.change(ROUE, "genre: lieu", "genre: endroit")
    depot.change(BAINS, "organisme:", "autres_noms: [Les bains]\norganisme:")
    fait, resume, _ = depot.relit()
    assert fait.exit_code == 1
    assert "la comparaison viendra" in lisible(resume) and "**erreur**, ligne 4" in resume
    assert "| Autres noms | — |" in lisible(resume)


def test_organisations_that_change_too_are_named_as_they_were_and_as_they_are(depot):
    # What the base refers to may be gone from the head.
    (depot.territoire / "organismes/atelier.yml").write_text("nom: L'Atelier\n")
    depot.change(ROUE, "organisme: la-voilerie", "organisme: atelier")
    depot.commit()
    (depot.territoire / "organismes/atelier.yml").unlink()
    depot.change(ROUE, "organisme: atelier", "organisme: la-voilerie")
    fait, resume, _ = depot.relit()
    assert fait.exit_code == 0 and "| Organisme | atelier | la-voilerie |" in lisible(resume)
    assert "- organismes/atelier.yml" in lisible(resume)


def test_annotations_of_changed_files_come_first_whatever_their_names(depot):
    avant = depot.relit("--format", "github")[0].output.splitlines()
    depot.change("fiches/vieux-port/toilettes-du-quai.yml", "genre: lieu", "genre: endroit")
    apres = depot.relit("--format", "github")[0].output.splitlines()
    assert apres[0].startswith("::error file=") and "toilettes-du-quai.yml,line=" in apres[0]
    assert "toilettes-du-quai" not in avant[0] and len(apres) > len(avant)


def test_only_the_warnings_of_changed_files_are_told(depot):
    # A shower is asked about every four months: this one gets a warning, and its file is the last of all.
    roue = (depot.territoire / ROUE).read_text().replace("La Roue libre", "Zénith").replace("- quoi: velo", "- quoi: douche")
    (depot.territoire / "fiches/vieux-port/zenith.yml").write_text(roue)
    lignes = [ligne for ligne in depot.relit("--format", "github")[0].output.splitlines() if ligne.startswith("::")]
    assert lignes and all("zenith.yml" in ligne.partition("::")[2].partition("::")[0] for ligne in lignes)


def test_as_json_nothing_else_is_printed(depot):
    depot.change(ROUE, "02 61 91 06 10", "02 61 91 06 11")
    assert json.loads(depot.relit("--format", "json")[0].output)["fichiers"] > 30


def test_without_any_fiche_it_says_so(depot):
    (depot.territoire / "pages/neuve.md").write_text("# Neuve\n")
    _, resume, page = depot.relit()
    assert "# Aucune fiche dans cette proposition" in resume and "pages/neuve.md" in page


@pytest.mark.parametrize("base", ["nulle-part", "--output=/tmp/x", "HEAD^9", "HEAD\nHEAD", ""])
def test_a_base_that_git_does_not_know_is_refused_in_words(depot, base):
    from click.testing import CliRunner

    from quifaitquoi.commands import main
    fait = CliRunner().invoke(main, ["review", "--", base, str(depot.territoire)])
    assert fait.exit_code == 1 and "n'est pas une révision connue de ce dépôt" in fait.output


def test_outside_a_repository_it_says_so(port_exemple, tmp_path):
    import shutil

    from click.testing import CliRunner

    from quifaitquoi.commands import main
    shutil.copytree(port_exemple, tmp_path / "pe")
    fait = CliRunner().invoke(main, ["review", "HEAD", str(tmp_path / "pe")])
    assert fait.exit_code == 1 and "n'est pas dans un dépôt git" in fait.output


def test_the_page_loads_nothing_and_runs_nothing(depot, navigateur):
    depot.change(ROUE, "La Roue libre", "<script>document.title='prise'</script><img src=https://example.org/x>")
    depot.relit()
    page = navigateur.new_page()
    demandes = []
    page.on("request", lambda demande: demandes.append(demande.url))
    page.goto((depot.dossier / "sortie/relecture.html").as_uri())
    assert page.title() == "1 fiche dans cette proposition"
    assert [url for url in demandes if not url.startswith("file:")] == []
    assert page.locator("main svg[role=img]").count() == 1
    page.close()


@pytest.mark.parametrize("largeur", [320, 1280])
def test_the_page_is_for_everyone(depot, navigateur, largeur):
    depot.change(ROUE, "mardi et jeudi: 17h-20h", "mardi et jeudi: 14h-17h")
    depot.change(REFUGE, "02 61 91 09 09", "02 61 91 09 10")
    depot.relit()
    contexte = navigateur.new_context(bypass_csp=True, viewport={"width": largeur, "height": 800})
    page = contexte.new_page()
    page.goto((depot.dossier / "sortie/relecture.html").as_uri())
    page.add_script_tag(path=AXE)
    trouve = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice']})")["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]][:2]) for v in trouve] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= largeur
    contexte.close()


def test_as_the_forge_checks_a_proposal_out_only_its_own_changes_are_told(depot, tmp_path_factory):
    git = depot.git
    git("branch", "-q", "proposition")
    depot.change(BAINS, "organisme:", "autres_noms: [Les bains]\norganisme:")
    depot.commit()
    git("checkout", "-q", "proposition")
    depot.change(ROUE, "02 61 91 06 10", "02 61 91 06 11")
    depot.commit()
    git("checkout", "-q", "-")
    git("merge", "-q", "--no-ff", "-m", "fusion", "proposition")
    copie = tmp_path_factory.mktemp("copie")
    git("clone", "-q", "--depth", "2", depot.dossier.as_uri(), str(copie))
    fait, resume, _ = type(depot)(copie).relit(base="HEAD^1")
    assert fait.exit_code == 0, fait.output
    assert "# 1 fiche dans cette proposition" in resume and "La Roue libre" in resume


def test_without_the_revision_before_it_says_what_the_workflow_lacks(depot, tmp_path_factory):
    depot.change(ROUE, "02 61 91 06 10", "02 61 91 06 11")
    depot.commit()
    copie = tmp_path_factory.mktemp("copie")
    depot.git("clone", "-q", "--depth", "1", depot.dossier.as_uri(), str(copie))
    assert "fetch-depth: 2" in type(depot)(copie).relit(base="HEAD^1")[0].output


@pytest.mark.parametrize("nom", ["a|b.yml", "x\n## titre.yml", "<b>.yml", "É.yml", "a.yml.txt", "-p.yml", "@tous.yml"])
def test_files_with_any_name_are_named_and_do_no_harm(depot, nom):
    (depot.territoire / "fiches/gare" / nom).write_text("nom: rien")
    depot.commit()
    (depot.territoire / "fiches/gare" / nom).write_text("nom: autre chose")
    fait, resume, page = depot.relit()
    assert isinstance(fait.exception, SystemExit) and "Traceback" not in fait.output
    assert "\n## titre" not in resume and "<b>" not in resume + page and "@tous" not in unescape(resume)


def test_a_file_that_was_a_link_or_no_text_is_not_compared(depot):
    (depot.territoire / "fiches/gare/lien.yml").symlink_to("/etc/hostname")
    (depot.territoire / "fiches/gare/octets.yml").write_bytes(bytes(range(256)) * 10)
    depot.commit()
    for nom in ("lien", "octets"):
        fichier = depot.territoire / f"fiches/gare/{nom}.yml"
        fichier.unlink()
        fichier.write_text((depot.territoire / ROUE).read_text().replace("La Roue libre", f"Lieu {nom}"))
    resume = lisible(depot.relit()[1])
    assert resume.count("La version d'avant ne se lit pas entièrement") == 2 and "hostname" not in resume


def test_closures_and_holidays_show_in_the_two_weeks(depot):
    depot.change(ROUE, "publics:\n", "fermetures:\n  - du: 2026-11-23\n    au: 2026-11-25\n    motif: travaux\npublics:\n")
    resume = lisible(depot.relit()[1]).replace("\u00a0", " ")
    assert "| mardi 24 novembre | 17 h – 20 h | **fermé** |" in resume
    noel = lisible(depot.relit(le="1798070400")[1])
    assert "(Noël)" in noel and "jour férié : à vérifier" in noel


def test_hours_of_a_service_and_of_a_stop_have_their_own_two_weeks(depot):
    depot.change(ROUE, "      troisième dimanche du mois: 10h-13h", "      deuxième mardi du mois: 10h-13h\n      samedi: 9h-10h")
    assert "Les deux semaines qui viennent — Service « Café des réparations »" in lisible(depot.relit()[1])
    depot.commit()
    bus = depot.territoire / "fiches/partout/bus-des-soins.yml"
    heures = re.search(r"tournee:.*?horaires:\n\s+[^:\n]+: (\S+)", bus.read_text(), re.S)[1]
    depot.change("fiches/partout/bus-des-soins.yml", heures, "6h-7h")
    assert "Les deux semaines qui viennent — Arrêt « " in lisible(depot.relit()[1])


PARTAGES = ["annuaire.yml", "reperes.yml", "quartiers/gare.yml", "organismes/la-voilerie.yml", *(
    f"vocabulaire/{nom}.yml" for nom in ("besoins", "publics", "conditions", "langues", "sigles", "temps-de-vie"))]


@pytest.mark.parametrize("casse", ["nom: [", None])
@pytest.mark.parametrize("fichier", PARTAGES)
def test_a_broken_file_that_all_share_is_told_without_a_traceback(depot, fichier, casse):
    depot.change(ROUE, "02 61 91 06 10", "02 61 91 06 11")
    if casse is None and fichier != "annuaire.yml":
        (depot.territoire / fichier).unlink()
    else:
        (depot.territoire / fichier).write_text(casse or "")
    fait, resume, page = depot.relit()
    assert fait.exception is None or isinstance(fait.exception, SystemExit), fait.exc_info
    assert "roue" in resume.lower() and fichier in lisible(resume) and fichier in page


@pytest.mark.parametrize("fichier", PARTAGES)
def test_a_base_that_was_broken_there_does_not_stop_the_review(depot, fichier):
    bon = (depot.territoire / fichier).read_text()
    (depot.territoire / fichier).write_text("nom: [")
    depot.commit()
    (depot.territoire / fichier).write_text(bon)
    depot.change(ROUE, "02 61 91 06 10", "02 61 91 06 11")
    fait, resume, _ = depot.relit()
    assert fait.exit_code == 0 and "06 11" in resume.replace("\u00a0", " ")


def test_without_git_on_the_machine_it_says_so(depot, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert "git n'est pas installé" in depot.relit()[0].output


def test_a_folder_that_can_t_be_written_is_told(depot):
    (depot.dossier / "sortie").write_text("un fichier")
    fait, *_ = depot.relit()
    assert fait.exit_code != 0 and "Traceback" not in fait.output and "sortie" in fait.output
