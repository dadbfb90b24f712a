"""The invented territory is a territory: zones, trust, needs, terms; and the check says of it what it must."""

from __future__ import annotations

import re

import pytest
from data_inclusion.schema import v1

from port_exemple_lu import BRUT, FICHES, FICHIERS_YAML, RACINE, TEXTES
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich.territoire import enrichir
from quifaitquoi.annuaire.geographie import contient

EN_TETE = "# yaml-language-server: $schema=../../../../plugins/quifaitquoi/schema/fiche.schema.json"
# What the check says of this territory on purpose; README.md explains each to its readers.
EXEMPLES_VIVANTS = {
    ("fiches/les-hauts/mairie-annexe-des-hauts.yml", "revue-depassee"),
    ("fiches/les-dunes/maison-medicale-des-dunes.yml", "revue-depassee"),
    ("fiches/vieux-port/bibliotheque-du-phare.yml", "fermeture-passee"),
    ("fiches/les-hauts/creche-les-crevettes.yml", "complet-passe"),
    ("fiches/partout/bus-des-soins.yml", "tournee-passee"),
    ("fiches/partout/troc-du-port.yml", "sans-horaires"),
    ("traductions/ar.po", "traduction-perimee"),
    ("traductions/en.po", "traduction-perimee"),
}


@pytest.fixture(scope="module")
def rapport(aujourdhui):
    return verifier(RACINE, aujourdhui, base=RACINE)


@pytest.fixture(scope="module")
def territoire(rapport, aujourdhui):
    return enrichir(rapport.directory, aujourdhui)


def test_about_sixty_fiches_stand_in_six_neighbourhoods_and_one_zone_for_all():
    zones = [nom.split("/")[1] for nom in FICHES]
    assert 55 <= len(FICHES) <= 75
    assert set(zones) == {nom.split("/")[1].removesuffix(".yml") for nom in BRUT if nom.startswith("quartiers/")}
    assert len(set(zones) - {"partout"}) == 6
    assert min(zones.count(zone) for zone in set(zones)) >= 4


def test_about_forty_fiches_are_verified_in_time_and_each_other_degree_of_trust_is_there(territoire):
    statuts = [vue.confiance.statut for vue in territoire.fiches.values()]
    assert 40 <= statuts.count("verifiee") <= 60
    assert statuts.count("perimee") == 2
    assert statuts.count("lue") >= 8


def test_each_fiche_lies_inside_the_neighbourhood_that_it_is_filed_under(territoire):
    for vue in territoire.fiches.values():
        if vue.position and vue.fiche.zone != "partout":
            assert contient(territoire.directory.quartiers[vue.fiche.zone], vue.position), vue.slug


def test_neighbourhoods_overlap_so_that_a_fiche_can_be_in_two(territoire):
    par_position = [q for vue in territoire.fiches.values() if vue.position for q in [vue.quartiers] if len(q) > 1]
    assert len(par_position) >= 3


def test_each_root_need_is_answered_in_several_neighbourhoods(territoire):
    for racine in territoire.directory.vocabulaire.racines:
        zones = {q.slug for vue in territoire.par_racine[racine] for q in vue.quartiers}
        assert len(zones) >= 2, racine


def test_some_needs_have_no_answer_on_the_island_and_some_have_none_at_all(territoire):
    ile = {racine for vue in territoire.par_quartier["ile-aux-mouettes"] for b in vue.besoins for racine in b.racines}
    assert {"dormir", "apprendre-le-francais", "travailler-et-se-former"} & ile == set()
    assert set(territoire.directory.vocabulaire.besoins) - set(territoire.par_besoin) >= {"dentiste", "handicap"}


def test_each_public_condition_paper_and_body_is_used_by_a_fiche():
    vocabulaire = "\n".join(texte for nom, texte in TEXTES.items() if nom.startswith(("fiches/", "vocabulaire/temps")))
    mots = set(re.findall(r"[a-z0-9-]+", vocabulaire))
    for fichier, liste in (("publics", "publics"), ("conditions", "conditions"), ("conditions", "documents")):
        assert set(BRUT[f"vocabulaire/{fichier}.yml"][liste]) - mots == set()
    assert {nom.split("/")[1].removesuffix(".yml") for nom in BRUT if nom.startswith("organismes/")} - mots == set()


def test_the_terms_of_data_inclusion_are_those_of_its_package():
    besoins, publics = BRUT["vocabulaire/besoins.yml"]["besoins"], BRUT["vocabulaire/publics.yml"]["publics"]
    assert {t for b in besoins.values() for t in b.get("data_inclusion", ())} <= {t.value for t in v1.Thematique}
    assert {t for p in publics.values() for t in p.get("data_inclusion", ())} <= {t.value for t in v1.Public}


def test_each_fiche_begins_with_the_line_that_lets_editors_help():
    for nom in FICHES:
        assert TEXTES[nom].splitlines()[0] == EN_TETE, nom


def test_each_handwritten_page_begins_with_its_title():
    pages = {nom: texte for nom, texte in TEXTES.items() if nom.startswith("pages/")}
    assert {"pages/mentions-legales.md", "pages/confidentialite.md", "pages/licence.md"} <= set(pages)
    for nom, texte in pages.items():
        assert re.match(r"# \w", texte), nom


def test_the_check_finds_no_error(rapport):
    assert [str(p) for p in rapport.erreurs] == []
    assert rapport.directory is not None and rapport.fichiers == len(FICHIERS_YAML)


def test_the_check_warns_of_the_living_examples_and_of_nothing_else(rapport):
    assert sorted((p.fichier, p.regle) for p in rapport.problemes) == sorted(EXEMPLES_VIVANTS)


def test_the_readme_explains_each_living_example():
    for fichier, regle in EXEMPLES_VIVANTS:
        assert re.search(rf"\| `{re.escape(fichier)}` \| `{regle}` \|", TEXTES["README.md"]), fichier


def test_each_file_that_the_readme_names_exists():
    dossiers = ("fiches/", "")
    for nom in re.findall(r"`((?:fiches/|organismes/|quartiers/)?[a-z-]+/[a-z0-9-]+)(?:\.yml)?`", TEXTES["README.md"]):
        assert any(f"{dossier}{nom}.yml" in BRUT for dossier in dossiers), nom


def test_each_accepted_warning_would_be_given_if_it_were_not_accepted(tmp_path, aujourdhui):
    acceptes = set()
    for nom, texte in TEXTES.items():
        cible = tmp_path / nom
        cible.parent.mkdir(parents=True, exist_ok=True)
        cible.write_text(re.sub(r"^accepte:\n(?:  .*\n)+", "", texte, flags=re.MULTILINE), encoding="utf-8")
        acceptes |= {(nom, a["regle"]) for a in BRUT.get(nom, {}).get("accepte", ())}
    sans = verifier(tmp_path, aujourdhui, base=tmp_path)
    assert {(p.fichier, p.regle) for p in sans.problemes} == EXEMPLES_VIVANTS | acceptes
    assert len(acceptes) >= 5
