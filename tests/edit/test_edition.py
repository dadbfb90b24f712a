"""Changing a YAML file: what is asked for, where a volunteer would write it, with everything around it as it was."""

from textwrap import dedent

import pytest

from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.edition.decoupe import Ajout, EditionImpossible, Pose, Retrait, editer, editer_entrees

NOMS = {(): ("nom", "genre", "adresse", "horaires", "langues", "cout", "contact", "services", "verification", "sources"),
        ("adresse",): ("voie", "complement", "code_postal", "commune"), ("verification",): ("le", "comment", "par")}


def edite(texte: str, *editions) -> str:
    return editer(dedent(texte), editions, lambda chemin: NOMS.get(chemin, ()))


def test_a_value_changes_and_the_comment_beside_it_stays():
    assert edite('telephone: "02 61 91 00 00"   # le standard\n', Pose(("telephone",), "02 61 91 00 11")) == (
        'telephone: "02 61 91 00 11"   # le standard\n')


@pytest.mark.parametrize("avant, valeur, apres", [
    ("nom: 'Le Ressac'", "L'Escale", "nom: 'L''Escale'"),
    ('nom: "Le Ressac"', 'Le "Ressac"', 'nom: "Le \\"Ressac\\""'),
    ("nom: Le Ressac", "L'Escale", "nom: L'Escale"),
    ("nom: Le Ressac", "Maison : accueil", 'nom: "Maison : accueil"'),
    ("nom: Le Ressac", "quai #2", 'nom: "quai #2"'),
    ("nom: Le Ressac", "* sur inscription", 'nom: "* sur inscription"'),
    ("nom: Le Ressac", "01000", 'nom: "01000"'),
    ("nom: Le Ressac", "9:30", 'nom: "9:30"'),
    ("nom: Le Ressac", "null", 'nom: "null"'),
    ("nom: Le Ressac", "2026-11-20", "nom: 2026-11-20"),
    ("nom: Le Ressac", "oui", "nom: oui"),
])
def test_quotes_stay_as_they_were_and_come_only_where_they_must(avant, valeur, apres):
    assert edite(avant + "\n", Pose(("nom",), valeur)) == apres + "\n"


def test_a_phone_number_or_a_postcode_is_always_written_in_quotes():
    assert edite("nom: x\n", Pose(("contact", "telephone"), "115"), Pose(("adresse", "code_postal"), "67100")) == dedent("""\
        nom: x
        adresse:
          code_postal: "67100"
        contact:
          telephone: "115"
        """)


def test_a_new_field_takes_its_place_among_those_there_are():
    assert edite("nom: x\nsources: [y]\n", Pose(("verification", "le"), "2026-11-20"), Pose(("verification", "par"), "equipe"),
                 Pose(("verification", "comment"), "visite")) == dedent("""\
        nom: x
        verification:
          le: 2026-11-20
          comment: visite
          par: equipe
        sources: [y]
        """)


def test_a_new_first_field_of_a_block_comes_before_the_others():
    assert edite("adresse:\n  # la ville\n  commune: Strasbourg\n", Pose(("adresse", "voie"), "3 rue X")) == (
        "adresse:\n  # la ville\n  voie: 3 rue X\n  commune: Strasbourg\n")


def test_a_comment_that_ends_a_block_stays_with_its_block():
    assert edite("horaires:\n  lundi: 9h\n  # fermé en août\n# le reste\nservices: [x]\n", Pose(("langues",), ["fr", "ar"])) == (
        "horaires:\n  lundi: 9h\n  # fermé en août\nlangues: [fr, ar]\n# le reste\nservices: [x]\n")


def test_a_removed_field_leaves_its_comment_as_a_line():
    assert edite("nom: x\ncout: gratuit  # vu en mai\ngenre: lieu\n", Retrait(("cout",))) == "nom: x\n# vu en mai\ngenre: lieu\n"


def test_a_block_that_loses_its_last_field_goes_with_it():
    assert edite("nom: x\ncontact:\n  telephone: '1'\ngenre: lieu\n", Retrait(("contact", "telephone"))) == "nom: x\ngenre: lieu\n"


def test_one_item_of_a_list_goes_and_the_others_stay_as_they_were():
    assert edite("a:\n  - champ: x\n    pourquoi: y\n  - champ: z # z\n", Retrait(("a", 0))) == "a:\n  - champ: z # z\n"
    assert edite("a: [b,  'c', d]\n", Retrait(("a", 1))) == "a: [b,  d]\n"
    assert edite("a: [b,  'c', d]\n", Retrait(("a", 2))) == "a: [b,  'c']\n"


def test_the_items_that_stay_in_a_list_keep_their_quotes():
    assert edite("a: ['fr', ar] # deux\n", Pose(("a",), ["fr", "so"])) == "a: ['fr', so] # deux\n"


def test_a_block_in_braces_is_edited_within_its_braces():
    assert edite("verification: {le: 2025-01-02, par: equipe}\n", Pose(("verification", "comment"), "visite"),
                 Pose(("verification", "le"), "2026-11-20")) == "verification: {le: 2026-11-20, comment: visite, par: equipe}\n"


def test_a_new_item_is_written_as_the_others_are():
    avant = "fermetures:\n- du: 2026-12-24\n  au: 2027-01-03\nnom: x\n"
    pose = Pose(("fermetures", 1), {"du": "2027-08-01", "au": "2027-08-31"})
    assert edite(avant, pose) == (
        "fermetures:\n- du: 2026-12-24\n  au: 2027-01-03\n- du: 2027-08-01\n  au: 2027-08-31\nnom: x\n"
    )


def test_a_folded_text_stays_folded():
    avant = "presentation: >-\n  Une grande maison.\n  On y vient.\n\nnom: x\n"
    assert edite(avant, Pose(("presentation",), "mot " * 30 + "fin")) == (
        "presentation: >-\n  " + "mot " * 26 + "mot\n  mot mot mot fin\n\nnom: x\n")


def test_a_short_form_becomes_a_block_and_its_comment_stands_above():
    assert edite("cout: gratuit  # vu\n", Pose(("cout",), {"tarif": "gratuit", "precision": "sauf le thé"})) == (
        "# vu\ncout:\n  tarif: gratuit\n  precision: sauf le thé\n")


def test_line_ends_of_windows_and_a_missing_last_one_stay():
    assert edite("nom: x\r\ngenre: lieu", Pose(("cout",), "gratuit")) == "nom: x\r\ngenre: lieu\r\ncout: gratuit"
    assert edite("nom: x\r\ngenre: lieu", Retrait(("genre",))) == "nom: x"


def test_what_is_said_already_changes_nothing():
    texte = "nom:    x   # deux\n"
    assert edite(texte, Pose(("nom",), "x"), Retrait(("cout",))) is not None
    assert edite(texte, Pose(("nom",), "x"), Retrait(("cout",))) == texte


@pytest.mark.parametrize("texte, edition, phrase", [
    ("services: [x]\n", Pose(("services", 4, "quoi"), "y"), "rien à cette place"),
    ("nom: x\n", Pose(("nom", "court"), "y"), "rien à cette place"),
    ("a: [b, # le b\n  c]\n", Retrait(("a", 0)), "un commentaire se trouve au milieu"),
    ("nom: x\n", Pose(("nom",), ""), "rien à cette place"),
])
def test_what_cannot_be_done_without_harm_is_refused_in_words(texte, edition, phrase):
    with pytest.raises(EditionImpossible, match=phrase):
        edite(texte, edition)


def test_an_edit_that_would_touch_anything_else_is_not_kept(monkeypatch):
    monkeypatch.setattr("quifaitquoi.edition.decoupe.edition.pose", lambda texte, *_: texte.replace("x", "y").replace("lieu", "z"))
    with pytest.raises(EditionImpossible, match="toucherait autre chose"):
        edite("nom: x\ngenre: lieu\n", Pose(("nom",), "y"))


def test_a_file_that_is_no_yaml_is_not_edited():
    with pytest.raises(Illisible):
        edite("nom: x\nnom: y\n", Pose(("nom",), "z"))


ENTREES = """# en tête
reperes:
  # avant la gare
  gare:
    nom: Gare  # à côté
    lignes: [A]
    # à la fin de la gare
  quai: {nom: Quai}

  phare:
    nom: "Phare"
# plus loin
autre: x
"""
POSES = [Pose(("reperes", "phare", "lignes"), ["B"]), Pose(("reperes", "gare", "lignes"), ["A", "C"]),
         Pose(("reperes", "quai", "gtfs"), "Q"), Pose(("reperes", "gare", "gtfs"), "G")]


def test_many_entries_are_edited_as_one_by_one():
    assert editer_entrees(ENTREES, "reperes", POSES) == editer(ENTREES, POSES)
    un_bloc = "reperes: {gare: {nom: Gare}}\n"
    assert editer_entrees(un_bloc, "reperes", POSES[3:]) == editer(un_bloc, POSES[3:])
    assert editer_entrees(ENTREES, "reperes", []) == ENTREES


def test_new_entries_follow_the_last_one_in_one_piece():
    neuf = editer(ENTREES, [Ajout(("reperes",), {"halle": {"nom": "Halle"}, "pont": {"nom": "Pont", "lignes": ["A"]}})])
    assert neuf == ENTREES.replace('    nom: "Phare"\n', '    nom: "Phare"\n  halle:\n    nom: Halle\n  pont:\n    nom: Pont\n'
                                                        "    lignes: [A]\n")


def test_an_entry_that_is_there_already_is_never_added_again():
    with pytest.raises(EditionImpossible):
        editer(ENTREES, [Ajout(("reperes",), {"gare": {"nom": "Autre"}})])
    with pytest.raises(EditionImpossible):
        editer(ENTREES, [Ajout(("autre",), {"gare": {"nom": "Autre"}})])
