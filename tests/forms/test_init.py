"""A new territory passes the check and builds, before and after its first fiche; the README's steps are these commands."""

import re
import shutil
import subprocess
import sys

import pytest

from formulaire_rempli import DEPOT, MILIEU, lance
from garde import DOSSIER
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.enrich.en_langue import en_langue
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.edition.formulaires.zones_scolaires import DEPARTEMENTS, zone_scolaire
from quifaitquoi.edition.reponses.comprendre import Incompris

REPONSES = ["Trifouillis", "", "", "", "Trifouillis, Autreville", "fr, en, ar", "Centre-Ville", "47.1234, 1.5678", "900",
            "47.2, 1.6", ""]
FICHE = [
    "Bains du centre", "1", "douche", "non", "Centre-Ville", "", "", "", "", "mardi: 9h-12h", "", "02 61 91 99 11", "", "", "", "",
    "", "oui",
]


def commande(*mots: str, reponses: list[str] = ()) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "quifaitquoi", *mots], input="\n".join(reponses) + "\n", capture_output=True,
                          text=True, cwd=DEPOT, env=MILIEU)


def test_a_territory_is_started_checked_built_and_gets_its_first_fiche(tmp_path, port_exemple, aujourdhui):
    ici = tmp_path / "nouveau"
    fini = commande("init", str(ici), "--modele", str(port_exemple), reponses=REPONSES)
    assert fini.returncode == 0 and "annuaire.yml" in fini.stdout, fini.stderr
    rapport = verifier(ici / DOSSIER, aujourdhui)
    assert {p.regle for p in rapport.problemes} == {"traduction-manquante", "a-completer"}, (
        "only its own words are still to be written")
    annuaire = rapport.directory.annuaire
    assert (annuaire.territoire, annuaire.langues, annuaire.communes) == (
        "Trifouillis",
        ("fr", "en", "ar"),
        ("Trifouillis", "Autreville"),
    )
    assert annuaire.emprise.contient(rapport.directory.quartiers["centre-ville"].centre)
    assert commande("new", "--dans", str(ici / DOSSIER), reponses=FICHE).returncode == 0
    construit = commande("build", str(ici / DOSSIER), "--vers", str(tmp_path / "site"))
    assert construit.returncode == 0, construit.stderr
    page = (tmp_path / "site/ar/fiches/bains-du-centre/index.html").read_text()
    assert "Bains du centre" in page and "Port-Exemple" not in (tmp_path / "site/fr/index.html").read_text()


def test_what_is_not_understood_is_told_and_asked_again(tmp_path, port_exemple):
    fini = lance("init", tmp_path / "nouveau", "--modele", port_exemple, reponses=(
        "Trifouillis", "Atlantide", "", "Mozelle", "", "Lune", "", "Trifouillis", "en, fr", "fr, xx", "fr", "Centre", "loin",
        "95.1, 2.0", "47.1, 1.5", "dix", "10", "900", "l'Alsace", "B"))
    assert fini.exit_code == 0, fini.stderr
    for dit in ("« Atlantide » n'est pas un pays", "Vouliez-vous dire « Moselle »", "« Lune » n'est pas un fuseau horaire",
                "Commencez par fr", "« xx » n'est pas un code de langue connu", "deux nombres avec un point", "de 50 à 100000",
                "« l'Alsace » n'est ni un département, ni un code postal, ni une zone"):
        assert dit in fini.stdout


@pytest.mark.parametrize("pays, region, numeros, feries, fuseau", [
    ("", "Alsace", "112 15 17 18 114 115 119 3919 3114", ["Vendredi saint", "Saint-Étienne"], "Europe/Paris"),
    ("La Réunion", None, "112 15 17 18 114 115 119 3919 3114", [], "Indian/Reunion"),
    ("Belgique", None, "112 101 107", [], "Europe/Brussels"),
    ("Suisse", "Vaud", "112 117 118 144 143 147", ["Saint-Berchtold", "Vendredi saint", "Lundi de Pâques", "Lundi de Pentecôte"],
     "Europe/Zurich"),
    ("Luxembourg", None, "112 113", [], "Europe/Luxembourg"),
    ("Allemagne", "Bayern", "112 110", ["Heilige Drei Könige", "Allerheiligen"], "Europe/Berlin"),
    ("Canada", "Québec", "911 811", ["Fête nationale du Québec"], "America/Toronto"),
    ("Espagne", "", "112", [], "Europe/Madrid"),
])
def test_each_country_has_its_own_numbers_holidays_and_time(tmp_path, port_exemple, aujourdhui, pays, region, numeros, feries,
                                                            fuseau):
    ici = tmp_path / "nouveau"
    fini = lance("init", ici, "--modele", port_exemple, reponses=(
        "Trifouillis", pays, *([] if region is None else [region]), fuseau, "Trifouillis", "fr", "Centre", "47.1, 1.5", "900",
        *([""] if pays == "" else [])))
    assert fini.exit_code == 0, fini.output
    rapport = verifier(ici / DOSSIER, aujourdhui)
    assert not rapport.erreurs
    annuaire = rapport.directory.annuaire
    connus = [u.numero for u in annuaire.urgences]
    assert set(numeros.split()) <= set(connus)
    assert not {"15", "17", "18", "115", "3919"} & set(connus) or pays in ("", "La Réunion"), "no number crosses a border"
    assert set(feries) <= {f.nom for f in annuaire.feries_locaux or ()} and annuaire.fuseau == fuseau


def test_the_numbers_of_a_country_are_translated_by_the_program(tmp_path, port_exemple, aujourdhui):
    ici = tmp_path / "nouveau"
    assert lance("init", ici, "--modele", port_exemple, reponses=(
        "Liège", "Belgique", "", "Liège", "fr, en, ar", "Outremeuse", "50.63, 5.58", "900")).exit_code == 0
    arabe = en_langue(enrichir(verifier(ici / DOSSIER, aujourdhui).directory, aujourdhui), "ar").directory.annuaire
    for urgence in arabe.urgences:
        assert re.search("[\u0600-\u06ff]", urgence.nom) and re.search("[\u0600-\u06ff]", urgence.pour), urgence


def test_no_word_of_another_country_tells_to_dial_its_numbers(tmp_path, port_exemple, aujourdhui):
    modele, ici = tmp_path / "modele", tmp_path / "nouveau"
    shutil.copytree(port_exemple, modele)
    besoins = modele / "vocabulaire/besoins.yml"
    texte = besoins.read_text("utf-8")
    assert "Un lit ce soir, pour une ou plusieurs nuits." in texte
    besoins.write_text(texte.replace("Un lit ce soir, pour une ou plusieurs nuits.", "Appelez le 115."), encoding="utf-8")
    avant = verifier(modele, aujourdhui).lisible.vocabulaire
    assert lance("init", ici, "--modele", modele, reponses=(
        "Liège", "Belgique", "", "Liège", "fr", "Outremeuse", "50.63, 5.58", "900")).exit_code == 0
    mots = verifier(ici / DOSSIER, aujourdhui).directory.vocabulaire
    dits = [f"{terme.presentation}" for liste in (mots.besoins, mots.racines, mots.publics, mots.temps_de_vie)
            for terme in liste.values()] + [f"{sigle.nom} {sigle.explication}" for sigle in mots.sigles.values()]
    assert not [dit for dit in dits if re.search(r"\b(115|3919|3114|119)\b", dit)]
    assert mots.besoins.keys() == avant.besoins.keys() and 0 < len(avant.sigles) - len(mots.sigles) < 6


def test_where_no_number_is_sure_it_is_asked_for(tmp_path, port_exemple, aujourdhui):
    ici = tmp_path / "nouveau"
    fini = lance("init", ici, "--modele", port_exemple, reponses=(
        "Rabat", "Maroc", "", "Rabat", "fr", "Centre", "34.02, -6.83", "900", "115115", "19"))
    assert fini.exit_code == 0 and "Ce n'est pas un numéro qui se compose là-bas" in fini.output
    assert [u.numero for u in verifier(ici / DOSSIER, aujourdhui).directory.annuaire.urgences] == ["19"]


def test_what_is_the_model_s_own_stays_behind(tmp_path, port_exemple, aujourdhui):
    ici = tmp_path / "nouveau"
    assert lance("init", ici, "--modele", port_exemple, reponses=REPONSES).exit_code == 0
    for page in (ici / DOSSIER / "pages").iterdir():
        assert "À compléter" in page.read_text("utf-8"), page
    sigles, siens = (verifier(ou, aujourdhui).directory.vocabulaire.sigles for ou in (ici / DOSSIER, port_exemple))
    assert len(sigles) < len(siens) and not [s for s in sigles.values() if "Port-Exemple" in f"{s.nom} {s.explication}"]


def test_every_setting_stands_there_with_its_sentence_and_an_example_that_the_check_takes(tmp_path, port_exemple, aujourdhui):
    ici = tmp_path / "nouveau"
    assert lance("init", ici, "--modele", port_exemple, reponses=REPONSES).exit_code == 0
    fichier = ici / DOSSIER / "annuaire.yml"
    texte = fichier.read_text("utf-8")
    for nom, champ in Annuaire.model_fields.items():
        assert re.search(rf"^{nom}:", texte, re.M) or re.search(rf"^# {re.escape(champ.title)}\..*\n# {nom}:", texte, re.M), nom
    assert "# depliants:\n#   - quartiers: centre-ville\n#     formats: depliant\n" in texte
    dits, titre, reglages = texte.partition("# Tout ce qui peut encore se dire ici")
    fichier.write_text(dits + titre + re.sub(r"^# (?=[a-z_]+:|  )", "", reglages, flags=re.M), encoding="utf-8")
    rapport = verifier(ici / DOSSIER, aujourdhui)
    assert not rapport.erreurs and rapport.directory.annuaire.model_fields_set == {*Annuaire.model_fields}


def test_a_name_is_written_as_one_says_it(tmp_path, port_exemple, aujourdhui):
    ici = tmp_path / "nouveau"
    assert lance("init", ici, "--modele", port_exemple, reponses=(
        "Le Havre", "", "", "", "Le Havre", "fr", "Les Neiges", "49.49, 0.1", "900", "76")).exit_code == 0
    directory = verifier(ici / DOSSIER, aujourdhui).directory
    assert directory.annuaire.nom == "Qui fait quoi au Havre" and directory.quartiers["partout"].nom == "Partout au Havre"
    assert directory.annuaire.roles["equipe-les-neiges"].nom == "Équipe Les Neiges"


def test_each_commune_may_be_a_neighbourhood(tmp_path, port_exemple, aujourdhui):
    ici = tmp_path / "nouveau"
    assert lance("init", ici, "--modele", port_exemple, reponses=REPONSES).exit_code == 0
    assert {*verifier(ici / DOSSIER, aujourdhui).directory.quartiers} == {"centre-ville", "autreville", "partout"}


def test_a_folder_that_is_there_is_left_alone(tmp_path, port_exemple):
    fini = commande("init", str(tmp_path), "--modele", str(port_exemple))
    assert fini.returncode == 1 and "existe déjà" in fini.stderr and not list(tmp_path.iterdir())


@pytest.mark.parametrize("commande", ["quifaitquoi init nouveau", "quifaitquoi new", "make check", "make serve"])
def test_the_readme_s_steps_are_these_commands(commande):
    etapes = re.search(r"## Votre territoire en cinq étapes\n(.*?)\n## ", (DEPOT / "README.md").read_text(), re.S)[1]
    assert commande in etapes


# -- school holidays


def test_each_departement_of_the_mainland_is_in_one_zone():
    tous = {f"{n:02}" for n in range(1, 96)} - {"20"} | {"2A", "2B"}
    dits = [d for academies in DEPARTEMENTS.values() for siens in academies.values() for d in siens.split()]
    assert sorted(dits) == sorted(tous | {"20"}), "20 stands for both, in postcodes"


@pytest.mark.parametrize("dit, zone", [
    ("67", "B"), ("1", "A"), ("01", "A"), ("2a", "corse"), ("20200", "corse"), ("75011", "C"), ("44000", "B"), ("B", "B"),
    ("zone c", "C"), ("corse", "corse"), ("Corse", "corse"), ("réunion", "reunion")])
def test_a_zone_is_known_by_its_departement_a_postcode_or_its_name(dit, zone):
    assert zone_scolaire(dit) == zone


@pytest.mark.parametrize("dit", ["99", "96000", "D", "670", "6700", "Bas-Rhin", "zone", "٦٧"])
def test_what_is_none_of_these_is_asked_again(dit):
    with pytest.raises(Incompris, match="Exemples : 67, 2A, 44000, B"):
        zone_scolaire(dit)


@pytest.mark.parametrize("pays, departement, zone, dit", [
    ("", "67", "B", "Zone scolaire : B. Pour écrire ses vacances"),
    ("", "", None, "La zone scolaire n'est pas dite."),
    ("La Réunion", None, "reunion", "Zone scolaire : reunion."),
    ("Saint-Martin", None, None, "Le programme ne connaît pas les vacances scolaires d'ici."),
    ("Luxembourg", None, None, "Le programme ne connaît pas les vacances scolaires d'ici."),
])
def test_a_new_territory_says_its_school_zone_or_that_nobody_did(tmp_path, port_exemple, aujourdhui, pays, departement, zone, dit):
    ici = tmp_path / "nouveau"
    fini = lance("init", ici, "--modele", port_exemple, reponses=(
        "Trifouillis", pays, *([""] if pays == "" else []), "", "Trifouillis", "fr", "Centre", "47.1, 1.5", "900",
        *([] if departement is None else [departement])))
    assert fini.exit_code == 0 and dit in fini.output, fini.output
    assert verifier(ici / DOSSIER, aujourdhui).directory.annuaire.zone_scolaire == zone
    assert not (ici / DOSSIER / "vacances.yml").exists(), "no date is known before the Ministry was asked"
