"""`quifaitquoi review`: what somebody who accepts a change reads, programmer or not."""

import json
import re
from pathlib import Path

import pytest
from resume_relu import BAINS, REFUGE, ROUE, lisible

AXE = Path(__file__).parents[2] / "build/npm/node_modules/axe-core/axe.min.js"


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
