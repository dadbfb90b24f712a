"""`quifaitquoi format`: one order and one spelling, and never a fact or a comment lost."""

import re
import shutil
from functools import lru_cache
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.tree import parcourir
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.commands import main
from quifaitquoi.edition.decoupe.preuve import commentaires
from quifaitquoi.edition.mise_en_forme import mettre_en_forme

PORT_EXEMPLE = Path(__file__).parents[1] / "port-exemple"
FICHES = sorted(PORT_EXEMPLE.glob("fiches/*/*.yml"))


def mis_en_forme(texte: str, modele=Fiche) -> str:
    return mettre_en_forme(dedent(texte), modele, "FR")


@pytest.mark.parametrize("avant, apres", [
    ("telephone: 0261910000", 'telephone: "02 61 91 00 00"'),
    ("telephone: '02.61.91.00.00'", 'telephone: "02 61 91 00 00"'),
    ("telephone: +33 2 61 91 00 00", 'telephone: "02 61 91 00 00"'),
    ('telephone: "+49785112345"', 'telephone: "+49 7851 12345"'),
    ("telephone: 115", 'telephone: "115"'),
    ("sms: 0261910041", 'sms: "02 61 91 00 41"'),
    ('telephone: ["0261910000", "3919"]', 'telephone: ["02 61 91 00 00", "3919"]'),
    ("telephone: demandez au 12", 'telephone: "demandez au 12"'),
])
def test_phone_numbers_are_grouped_as_their_country_writes_them(avant, apres):
    assert mis_en_forme(f"contact:\n  {avant}\n") == f"contact:\n  {apres}\n"


@pytest.mark.parametrize("avant, apres", [
    ("Lundi au Vendredi: 09:00 - 12:00", "lundi au vendredi: 9h-12h"),
    ("lundi:  de 9h00 à 12h30 et de 14 h à 17 h", "lundi:  9h-12h30, 14h-17h"),
    ("lundi: 14h-17h, 9h-12h", "lundi: 9h-12h, 14h-17h"),
    ("JOURS FERIES: Fermé", "jours fériés: fermé"),
    ("du 1er Juillet au 31 Aout: ferme", "du 1er juillet au 31 août: fermé"),
    ("lundi: 9h-12h,14h-17h30 sur rdv", "lundi: 9h-12h, 14h-17h30 sur rendez-vous"),
    ("lundi: 19h-24h", "lundi: 19h-minuit"),
    ("vendredi: 22h à 5h30", "vendredi: 22h-5h30"),
    ("vendredi: à partir de 9h", "vendredi: 9h-"),
    ("lundi: matin", "lundi: matin"),
    ("lundi: 24h/24", "lundi: 24h/24"),
    ("lundi: vers neuf heures", "lundi: vers neuf heures"),
])
def test_lines_of_hours_get_one_spelling_and_what_cannot_be_read_stays(avant, apres):
    assert mis_en_forme(f"horaires:\n  {avant}\n") == f"horaires:\n  {apres}\n"


@pytest.mark.parametrize("avant, apres", [
    ('"Mo-Fr 9:00-12:00,14:00-17:00; PH off"', "Mo-Fr 09:00-12:00,14:00-17:00; PH off"),
    ("24h/24, 7j/7", "24h/24, 7j/7"),
    ("lundi et mardi 9h-12h", "lundi et mardi 9h-12h"),
])
def test_the_other_notation_of_hours_gets_one_spelling_too(avant, apres):
    assert mis_en_forme(f"horaires: {avant}\n") == f"horaires: {apres}\n"


def test_two_lines_about_the_same_days_are_left_to_the_volunteer():
    deux = "horaires:\n  Lundi: 9h-12h\n  lundi: 9h-12h\n"
    assert mis_en_forme(deux) == deux


@pytest.mark.parametrize(
    "avant, apres",
    [
        ("'Le Ressac'", "Le Ressac"), ('"Le Ressac"', "Le Ressac"), ("'L''Escale'", "L'Escale"),
        ("'Maison : accueil'", '"Maison : accueil"'), ('"quai #2"', '"quai #2"'), ('"2024"', '"2024"'),
        ("'2024'", '"2024"'), ('"no"', '"no"'), ('"01000"', '"01000"'),
        ("""'"Chez nous", bar'""", """'"Chez nous", bar'"""), ('"deux\\nlignes"', '"deux\\nlignes"'),
    ],
)
def test_quotes_stay_only_where_someone_would_read_something_else_without_them(avant, apres):
    assert mis_en_forme(f"nom: {avant}\n") == f"nom: {apres}\n"


def test_keys_take_the_order_of_the_model_with_what_is_said_beside_them():
    assert mis_en_forme("""\
        # yaml-language-server: $schema=x
        # Cette fiche a été relue en réunion.

        genre: lieu  # et non une équipe
        # comme sur la porte
        nom: Maison
        services:
          - nom: Le linge
            # le mardi seulement
            quoi: laverie
        contact:
          site: https://a.example.org
            # ancien site
          # le standard
          telephone: "115"
        # fin
        """) == dedent("""\
        # yaml-language-server: $schema=x
        # Cette fiche a été relue en réunion.

        # comme sur la porte
        nom: Maison
        genre: lieu  # et non une équipe
        contact:
          # le standard
          telephone: "115"
          site: https://a.example.org
            # ancien site
        services:
          # le mardi seulement
          - quoi: laverie
            nom: Le linge
        # fin
        """)


@pytest.mark.parametrize("texte", [
    "fermetures:\n  - {du: 2026-12-24, au: 2027-01-03, motif: congés}\n",
    "fermetures:\n- du: 2026-12-24\n  au: 2027-01-03\n",
])
def test_what_is_in_order_stays_byte_for_byte(texte):
    assert mis_en_forme(texte) == texte


def test_keys_between_braces_change_places_and_a_comment_there_keeps_them():
    assert mis_en_forme("fermetures: [{au: 2027-01-03,  du: 2026-12-24}]\n") == "fermetures: [{du: 2026-12-24,  au: 2027-01-03}]\n"
    garde = "fermetures: [{au: 2027-01-03,  # incertain\n  du: 2026-12-24}]\n"
    assert mis_en_forme(garde) == garde


def test_an_unknown_key_follows_the_one_above_it_and_free_keys_stay_in_their_order():
    assert mis_en_forme("genre: lieu\nprenom: x\nnom: y\n") == "nom: y\ngenre: lieu\nprenom: x\n"
    assert mis_en_forme("roles:\n  zoe:\n    nom: Z\n  nom:\n    nom: N\nnom: Ici\n", Annuaire) == (
        "nom: Ici\nroles:\n  zoe:\n    nom: Z\n  nom:\n    nom: N\n")


def test_line_ends_of_windows_and_a_missing_last_one_stay():
    assert mis_en_forme("# en tête\r\n# de nom\r\n\r\ngenre: lieu\r\n# la porte\r\nnom: Maison") == (
        "# en tête\r\n# de nom\r\n\r\n# la porte\r\nnom: Maison\r\ngenre: lieu")


@pytest.mark.parametrize("fichier", [pytest.param(f, id=f.stem) for f in FICHES])
def test_every_fiche_comes_back_with_the_same_meaning(fichier):
    texte = fichier.read_text(encoding="utf-8")
    # Upside down: each key moves.
    melange = "".join(reversed(re.split(r"(?m)^(?=[a-z_]+:)", texte)[1:]))
    for avant in (texte, melange):
        apres = mettre_en_forme(avant, Fiche, "FR")
        assert Fiche.model_validate(lire_yaml(apres).valeur) == Fiche.model_validate(lire_yaml(avant).valeur)
        assert commentaires(apres) == commentaires(avant)
        assert mettre_en_forme(apres, Fiche, "FR") == apres
        assert [cle for cle in lire_yaml(apres).valeur] == [nom for nom in Fiche.model_fields if nom in lire_yaml(avant).valeur]


def test_port_exemple_is_in_its_usual_form():
    for trouve in parcourir(PORT_EXEMPLE):
        texte = trouve.fichier.read_text(encoding="utf-8")
        assert mettre_en_forme(texte, trouve.modele, "FR") == texte, f"lancez : quifaitquoi format {trouve.fichier}"


@lru_cache
def _lu(fichier: Path) -> str:
    return fichier.read_text(encoding="utf-8")


@st.composite
def fiches_en_desordre(draw):
    """A fiche whose blocks are shuffled, with comments, quotes, other spellings and other line ends strewn in."""
    texte = _lu(draw(st.sampled_from(FICHES)))
    tete, *blocs = re.split(r"(?m)^(?=[a-z_]+:)", texte)
    texte = tete + "".join(draw(st.permutations(blocs)))
    alea = draw(st.randoms(use_true_random=False))
    lignes = []
    for ligne in texte.splitlines():
        if (trouve := re.fullmatch(r"( *)([a-z_]+): ([^\[{>|'\"&*#]+)", ligne)) and alea.random() < .3:
            marge, nom, valeur = trouve.groups()
            lignes.append(alea.choice([
                f"{marge}# sur {nom}\n{ligne}", f"{ligne}  # à côté", f"{marge}{nom}: '{valeur.replace(chr(39), chr(39) * 2)}'",
                f'{marge}{nom}: "{valeur}"' if "\\" not in valeur else ligne, f"\n{ligne}", f"{marge}{nom}:   {valeur}"]))
        else:
            lignes.append(
                re.sub(r"(\d)h(\d\d)?(?=[-,]|$)", lambda h: f"{h[1]} h {h[2] or '00'}", ligne) if alea.random() < 0.3 else ligne
            )
    return alea.choice(["\n", "\r\n"]).join("\n".join(lignes).split("\n"))


@settings(max_examples=75)
@given(fiches_en_desordre())
def test_any_disorder_is_put_in_order_without_losing_a_fact_or_a_comment(texte):
    avant = lire_yaml(texte)
    if avant.fautes:
        return
    apres = mettre_en_forme(texte, Fiche, "FR")
    assert Fiche.model_validate(lire_yaml(apres).valeur) == Fiche.model_validate(avant.valeur)
    assert commentaires(apres) == commentaires(texte)
    assert mettre_en_forme(apres, Fiche, "FR") == apres


@pytest.fixture
def copie(tmp_path, monkeypatch):
    shutil.copytree(PORT_EXEMPLE, tmp_path / "ici")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "ici"


def lance(*arguments):
    return CliRunner().invoke(main, ["format", *map(str, arguments)], env={"SOURCE_DATE_EPOCH": "1795132800"})


def test_the_command_tells_what_it_wrote_and_writes_no_more_the_second_time(copie, aujourdhui):
    fiche = copie / "fiches" / "gare" / "la-roue-libre.yml"
    fiche.write_text(fiche.read_text().replace('"02 61 91 06 10"', "0261910610"))
    avant, fichiers = verifier(copie, aujourdhui).directory, len(list(copie.rglob("*.yml")))
    fait = lance("ici")
    assert (fait.exit_code, fait.output) == (0, f"ici/fiches/gare/la-roue-libre.yml\n1 fichier remis en forme sur {fichiers}.\n")
    assert 'telephone: "02 61 91 06 10"' in fiche.read_text()
    apres = verifier(copie, aujourdhui).directory
    assert apres.fiches["la-roue-libre"].contact.telephone[0] == "02 61 91 06 10"
    autres = avant.fiches.keys() - {"la-roue-libre"}
    assert avant.fiches.keys() == apres.fiches.keys()
    assert all(avant.fiches[slug] == apres.fiches[slug] for slug in autres)
    assert lance("ici").output == f"0 fichier remis en forme sur {fichiers}.\n"


def test_only_what_is_asked_for_is_written(copie):
    fiche = copie / "fiches" / "gare" / "la-roue-libre.yml"
    fiche.write_text("genre: lieu\nnom: x\n")
    assert lance("ici/fiches/vieux-port").output.startswith("0 fichier")
    roue = "ici/fiches/gare/la-roue-libre.yml"
    assert lance(roue).output == f"{roue}\n1 fichier remis en forme sur 1.\n"


def test_a_file_that_cannot_be_read_stays_as_it_is_with_its_line_and_column(copie):
    fiche = copie / "fiches" / "gare" / "la-roue-libre.yml"
    fiche.write_text("nom: x\nnom: y\n")
    fait = lance("ici/fiches/gare")
    assert fait.exit_code == 1
    assert "ici/fiches/gare/la-roue-libre.yml:2:1: " in fait.output
    assert "Erreur : 1 fichier laissé tel quel : lancez « quifaitquoi check »" in fait.output
    assert fiche.read_text() == "nom: x\nnom: y\n"


def test_a_result_that_would_lose_something_is_refused_and_the_file_stays(copie, monkeypatch):
    from quifaitquoi.edition.mise_en_forme import mise_en_forme
    monkeypatch.setattr(mise_en_forme, "ranger", lambda texte, ordre: texte.replace("# à garder\n", ""))
    fiche = copie / "fiches" / "gare" / "la-roue-libre.yml"
    fiche.write_text(avant := fiche.read_text() + "# à garder\n")
    fait = lance(str(fiche.relative_to(copie.parent)))
    assert fait.exit_code == 1
    assert ("ici/fiches/gare/la-roue-libre.yml: ce fichier est écrit d'une façon inattendue : mettez-le en forme à la main"
            in fait.output)
    assert fiche.read_text() == avant


def test_a_merge_that_was_left_half_way_is_told_at_its_line(copie):
    fiche = copie / "fiches" / "gare" / "la-roue-libre.yml"
    fiche.write_text("nom: x\n<<<<<<< ici\ngenre: lieu\n=======\ngenre: telephone\n>>>>>>> ailleurs\n")
    assert "la-roue-libre.yml:2: ce fichier contient un conflit de fusion" in lance("ici/fiches/gare").output


def test_every_place_in_the_tree_is_either_formatted_or_left_to_the_check(copie):
    (copie / "fiches" / "perdue.yml").write_text("genre: lieu\nnom: x\n")
    assert lance("ici").exit_code == 0
    assert (copie / "fiches" / "perdue.yml").read_text() == "genre: lieu\nnom: x\n"
