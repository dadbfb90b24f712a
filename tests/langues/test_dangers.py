"""What hurts somebody when it is said wrong is shown in a language once its translation was compared with the present French."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quifaitquoi
from quifaitquoi.annuaire.enrich import en_langue, enrichir
from quifaitquoi.langues import Traduit
from quifaitquoi.langues.catalogue import Catalogue
from quifaitquoi.langues.dangers import LISTE, a_ecrire, de_l_annuaire, du_programme, empreinte
from quifaitquoi.langues.extraction import messages
from quifaitquoi.langues.po import lire
from quifaitquoi.langues.verification import fautes

ENTETE = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
SORTIE = "Tout effacer et quitter"
POUR = "Quelqu'un est en danger maintenant, et vous ne savez pas quel numéro appeler"


def anglais(commentaire: str, msgid: str = SORTIE, msgstr: str = "Clear all and leave") -> Catalogue:
    ligne = f"{commentaire}\n" if commentaire else ""
    return Catalogue(lire(f'{ENTETE}{ligne}msgid "{msgid}"\nmsgstr "{msgstr}"\n'))


def test_a_sentence_of_danger_is_french_until_somebody_says_that_it_was_compared():
    assert anglais("").gettext(SORTIE) == SORTIE
    assert anglais(a_ecrire(SORTIE)).gettext(SORTIE) == "Clear all and leave"


def test_it_is_french_again_once_its_french_has_moved():
    assert anglais(a_ecrire("Tout effacer")).gettext(SORTIE) == SORTIE
    assert anglais("# comparé : 12345678").gettext(SORTIE) == SORTIE


def test_a_translation_that_somebody_doubts_is_not_shown_though_it_was_compared():
    assert anglais(f"{a_ecrire(SORTIE)}\n#, fuzzy").gettext(SORTIE) == SORTIE


def test_other_sentences_need_no_such_line():
    assert anglais("", "Ma sélection", "My selection").gettext("Ma sélection") == "My selection"


def test_spaces_and_ends_of_lines_do_not_move_the_french():
    assert empreinte("Un lit\n ce soir") == empreinte("Un lit ce soir") != empreinte("Un lit chaque soir")


def test_the_catalogue_of_the_program_that_is_not_compared_is_a_fault_with_the_line_to_write():
    po = lire(f'{ENTETE}msgid "{SORTIE}"\nmsgstr "Clear all and leave"\n')
    [faute] = fautes(po, [m for m in messages() if m.source == SORTIE])
    assert faute.startswith("ligne 4 : ") and a_ecrire(SORTIE) in faute


def test_the_list_names_sentences_that_exist_and_says_why():
    _, *lignes = LISTE.read_text("utf-8").splitlines()
    assert all(len(parts) == 3 and len(parts[2]) > 10 for parts in (ligne.split("\t") for ligne in lignes))
    assert du_programme() <= {m.source for m in messages()} and 30 <= len(du_programme()) <= 50


@pytest.mark.parametrize("chemin, voulu", [
    ("annuaire.urgences.115.pour", True), ("sigles.OQTF.explication", True), ("fiches.numero-115.presentation", True),
    ("fiches.numero-115.nom", False), ("fiches.bains.presentation", False), ("sigles.OQTF.nom", False),
    ("conditions.donner-son-nom.sans", True), ("besoins.douche.nom", False),
])
def test_the_texts_of_a_territory_that_are_on_the_list(chemin, voulu):
    assert bool(de_l_annuaire({"numero-115"}).fullmatch(chemin)) is voulu


def test_no_template_writes_such_a_sentence_where_its_language_cannot_be_marked():
    racine = Path(quifaitquoi.__file__).parent
    for gabarit in racine.rglob("*.html"):
        for dit in re.findall(r"""="[^"<>]*?\{\{\s*_\('((?:[^'\\]|\\.)*)'""", gabarit.read_text("utf-8")):
            assert dit.replace("\\'", "'") not in du_programme(), f"{gabarit.name} : {dit}"


def urgence(francais: str, commentaire: str = "", floue: bool = False) -> str:
    return (f"{commentaire}\n" if commentaire else "") + ("#, fuzzy\n" if floue else "") + (
        f'msgctxt "annuaire.urgences.112.pour"\nmsgid "{francais}"\nmsgstr "Someone is in danger"\n')


def vu(rapport, aujourdhui) -> str:
    anglais = en_langue(enrichir(rapport.directory, aujourdhui), "en").directory
    return next(u.pour for u in anglais.annuaire.urgences if u.numero == "112")


def test_what_an_emergency_number_is_for_is_said_in_a_language_once_it_was_compared(traduire, aujourdhui):
    rapport = traduire(urgence(POUR, a_ecrire(POUR)))
    assert [p for p in rapport.problemes if p.regle == "traduction-a-comparer"] == []
    assert isinstance(dite := vu(rapport, aujourdhui), Traduit) and dite == "Someone is in danger"


@pytest.mark.parametrize("catalogue", [
    urgence(POUR), urgence(POUR, "# comparé : 12345678"), urgence("Quelqu'un est en danger", a_ecrire("Quelqu'un est en danger")),
    urgence(POUR, a_ecrire(POUR), floue=True),
])
def test_till_then_the_page_says_it_in_french_and_the_volunteer_learns_what_to_write_and_where(traduire, aujourdhui, catalogue):
    rapport = traduire(catalogue)
    [probleme] = [p for p in rapport.problemes if p.regle == "traduction-a-comparer"]
    ligne = 1 + catalogue[:catalogue.index("msgctxt")].count("\n")
    assert (probleme.fichier, probleme.ligne, probleme.colonne, probleme.niveau) == ("traductions/en.po", ligne, 1, "avertissement")
    assert probleme.champ == "annuaire.urgences.112.pour" and a_ecrire(POUR) in probleme.phrase
    dite = vu(rapport, aujourdhui)
    assert dite == POUR and not isinstance(dite, Traduit)


def test_the_line_of_who_compared_betrays_no_withheld_place(traduire):
    texte = 'msgctxt "fiches.refuge-horizon.presentation"\nmsgid "x"\nmsgstr ""\n'
    rapport = traduire(f"{a_ecrire('x')}\n{texte}")
    assert not [p for p in rapport.problemes if p.regle == "traduction-divulguee"]
    assert [p.ligne for p in traduire(f"# 12 rue des Lilas\n{texte}").problemes if p.regle == "traduction-divulguee"] == [1]
