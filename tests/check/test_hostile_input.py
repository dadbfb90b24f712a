"""Whatever is written in a file, the check answers within a minute, with a place, and never with a traceback."""

from __future__ import annotations

import random

import pytest
from tests.check.dossier_hostile import FICHE, examine, un_fichier, une_erreur
from tests.check.fixtures import TERRITOIRE

from quifaitquoi.annuaire.read.source import TAILLE_MAX


def test_a_file_of_50_megabytes_is_refused_without_being_read(territoire):
    with open(territoire / "fiches/centre/essai.yml", "wb") as flux:
        flux.truncate(50_000_000)
    assert [(p.regle, p.ligne, p.colonne) for p in examine(territoire).problemes] == [("taille", 1, 1)]


def test_a_file_with_too_many_elements_is_refused(territoire):
    une_erreur(territoire, "nom: [" + "a," * (TAILLE_MAX // 2 - 20) + "a]\n", "taille")


@pytest.mark.parametrize(
    "signe, regle, lieu",
    [
        ("[", "profondeur", "1:55"), ("{", "cle", "1:7"), ("- ", "profondeur", None), ("? ", None, None),
        ("\"", "yaml", None), ("'", "yaml", None), ("]", "yaml", "1:6"), (": ", "yaml", None), ("&a ", "yaml", None),
        ("*a ", "yaml", None), ("!a ", "yaml", None), ("#", "vide", None), ("`", "yaml", "1:6"), ("\t", None, None),
        ("a: ", "yaml", None), ("<<: ", "yaml", None), ("[a, ", "profondeur", None), ("{a: ", "profondeur", None),
        ("%", "yaml", None),
    ],
)
def test_forty_thousand_times_the_same_sign(territoire, signe, regle, lieu):
    prefixe = "\n" if signe in ("- ", "? ") else " "
    problemes = un_fichier(territoire, f"nom:{prefixe}{signe * 40_000}\n")
    assert any(p.niveau == "erreur" for p in problemes)
    problemes_seuls = un_fichier(territoire, signe * 40_000)
    assert any(p.niveau == "erreur" for p in problemes_seuls)
    if regle == "profondeur":
        assert problemes[0].regle == problemes_seuls[0].regle == "profondeur"
    if lieu:
        assert f"{problemes[0].ligne}:{problemes[0].colonne}" == lieu


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor(territoire):
    bombe = "a: &a [x, x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20))
    assert une_erreur(territoire, bombe, "ancre") == "1:4"


def test_blocks_nested_a_thousand_deep_are_refused(territoire):
    une_erreur(territoire, "".join(f"{' ' * i}a:\n" for i in range(900)), "profondeur")


@pytest.mark.parametrize(
    "octets",
    [
        FICHE.replace("Essai", "Été").encode("latin-1"),
        FICHE.encode("utf-16"),
        FICHE.encode("utf-16-le"),
        FICHE.encode("utf-16-be"),
        FICHE.encode("utf-32"),
        b"\0" * 1000,
        b"nom: a\0b\n",
        b"nom: \xed\xa0\x80\n",
        b"nom: \xff\xfe\n",
        b"\xef\xbb\xbf\xef\xbb\xbfnom: a\n",
        b"\x80",
        b"\x1b[2J\x1b[H",
        "nom: \u202egauche\n".encode(),
        bytes(range(256)),
        random.Random(1).randbytes(4096),
        random.Random(2).randbytes(400_000),
    ],
    ids=lambda octets: repr(octets[:12]),
)
def test_what_is_not_clean_utf8_is_refused_at_its_place(territoire, octets):
    problemes = un_fichier(territoire, octets)
    assert len(problemes) == 1 and problemes[0].regle in ("encodage", "caractere")


def test_the_place_of_a_wrong_byte_counts_characters_as_an_editor_does(territoire):
    assert une_erreur(territoire, "nom: Été\r\ngenre: Été ".encode() + b"\xe9\n", "encodage") == "2:12"
    assert une_erreur(territoire, b"\xef\xbb\xbfnom: \xe9\n", "encodage") == "1:6"
    assert une_erreur(territoire, "nom: a\rgenre: é\x07\r".encode(), "caractere") == "2:9"


def test_ten_thousand_keys_are_answered_briefly_and_say_that_there_are_more(territoire):
    problemes = un_fichier(territoire, FICHE + "".join(f"champ{i}: {i}\n" for i in range(10_000)))
    assert len(problemes) == 201 and problemes[-1].regle == "trop-de-problemes"


def test_ten_thousand_terms_that_nobody_knows_are_answered_in_time(territoire):
    un_fichier(territoire, FICHE + "langues:\n  parlees: [" + ", ".join(f"l{i}" for i in range(10_000)) + "]\n")
    un_fichier(territoire, FICHE + "langues:\n  parlees: [" + ", ".join(f"l{i}" for i in range(199)) + "]\n")
    un_fichier(territoire, "nom: Essai\ngenre: lieu\nservices:\n" + "  - quoi: douchee\n    langues: {parlees: [arab]}\n" * 199)


def test_warnings_by_the_hundreds_never_hide_an_error(territoire):
    sources = "".join(f"  - adresse: https://bit.ly/{i}\n" for i in range(199))
    services = "".join("  - quoi: douche\n    presentation: Pour les SDF\n    nom: M{}\n    contact:\n      site: https://bit.ly/a\n".format(i)
                       for i in range(150))
    problemes = un_fichier(
        territoire, f"nom: Essai\ngenre: lieu\nservices:\n{services}sources:\n{sources}langues:\n  parlees: [arab]\n"
    )
    assert len([p for p in problemes if p.niveau == "avertissement"]) == 201
    assert [p.regle for p in problemes if p.niveau == "erreur"] == ["terme-inconnu"]


@pytest.mark.parametrize(
    "contenu",
    [
        f"? {'k' * 100_000}\n: 1\n",
        f"\"{'k' * 900}\": 1\n",
        f"nom: {'v' * 500_000}\n",
        f"nom: \"{'v ' * 200_000}\"\n",
        f"presentation: >-\n{'  mot' * 1000}\n" * 2,
        FICHE.replace("lieu", "9" * 5000),
        FICHE + f"publics: {{age: {{min: {'9' * 5000}}}}}\n",
        FICHE + f"adresse: {{position: [{'9' * 5000}, 1e999]}}\n",
        FICHE + "adresse: {position: [nan, inf]}\n",
        FICHE + "adresse: {score: nan}\n",
        FICHE + f"adresse: {{score: {'9' * 5000}}}\n",
        FICHE + "adresse: {position: [1_0, ٤٦]}\n",
        FICHE + "a_confirmer: [{champ: 'services[²].nom', pourquoi: x}, {champ: 'services[٣].nom', pourquoi: x}, "
        "{champ: ..., pourquoi: x}]\n",
        FICHE + "fermetures: [{du: 0000-00-00, au: 9999-99-99}, {du: 9999-12-31, au: 9999-12-31}]\n",
        FICHE + "verification: {le: 9999-12-31, comment: visite, par: equipe-centre}\n",
        FICHE + "verification: {le: 0001-01-01, comment: visite, par: equipe-centre}\n",
        FICHE + "sources: [{date: 9999-12-31}, {date: 0001}, {date: ٢٠٢٦}]\n",
        FICHE + f"contact: {{courriel: {'a' * 5000}@example.org, site: 'https://{'a' * 5000}.org', telephone: '{'0' * 5000}'}}\n",
        FICHE + "contact: {site: 'https://[::1', courriel: 'a@[1', telephone: ٠٢٦١٩١٠٠٠٠}\n",
        FICHE + "contact: {site: 'https://xn--a.org', courriel: é@é.fr}\n",
        FICHE + f"organisme: {'a-' * 5000}a\n",
        FICHE + f"horaires: {'Mo-Fr 09:00-12:00; ' * 5000}\n",
        FICHE + f"horaires: {{lundi: {'9h-12h, ' * 100}}}\n",
        FICHE + "horaires: {" + ", ".join(f"'lundi {i}': 9h-12h" for i in range(1000)) + "}\n",
        "presentation: \"" + "demander " * 20_000 + "\"\n",
        FICHE + "presentation: '" + "M. " * 900 + "'\n",
        FICHE + "presentation: '" + "a" * 2900 + "'\n",
        FICHE + "presentation: '" + "rue " * 700 + "'\n",
        FICHE + "confidentialite: adresse-non-publiee\npresentation: '" + "rue de la " * 280 + "'\n",
        FICHE + "presentation: '" + "Aa" * 1400 + "'\n",
        FICHE + "presentation: '" + "a·" * 1400 + "'\n",
    ],
    ids=lambda contenu: contenu.removeprefix(FICHE)[:40].strip(),
)
def test_values_out_of_all_measure_are_answered(territoire, contenu):
    un_fichier(territoire, contenu)


@pytest.mark.parametrize(
    "contenu",
    [
        "nom: [\n", "fuseau: ../../etc/passwd\n", "fuseau: 'a/b'\n", f"fuseau: {'a' * 5000}\n", "pays: ZZ\n",
        "langues: [fr, '../..', x-y-z]\n", "emprise: {sud: nan, ouest: inf, nord: -inf, est: 1e999}\n",
        "roles: {a: {nom: ' '}}\n", "roles: []\n", "urgences: {}\n", "",
    ],
)
def test_an_annuaire_that_makes_no_sense_is_answered(territoire, contenu):
    assert any(p.niveau == "erreur" for p in un_fichier(territoire, contenu, "annuaire.yml"))
    texte = (TERRITOIRE / "annuaire.yml").read_text(encoding="utf-8")
    un_fichier(territoire, texte + contenu, "annuaire.yml")


@pytest.mark.parametrize(
    "contenu", ["", "besoins: []\n", "besoins: {a: b}\n", "racines: {}\nbesoins: {}\n", "a\n", "[]\n", "racines: x\nbesoins: y\n"]
)
def test_a_vocabulary_that_makes_no_sense_is_answered_once(territoire, contenu):
    un_fichier(territoire, contenu, "vocabulaire/besoins.yml")
    # Nothing else is blamed for what the broken list does not hold any more, unless the list is whole.
    autres = [p for p in examine(territoire).problemes if not p.fichier.startswith("vocabulaire/besoins")]
    assert not autres or contenu == "racines: {}\nbesoins: {}\n"


@pytest.mark.parametrize(
    "valeur", ["a\\nb", "\\e[31mrouge", "\\u202egauche", "\\u2028", "\\0", "\\a", "\\x9b31m", "\\ud800", "\\uFEFF"]
)
@pytest.mark.parametrize("champ", ["nom", "genre", "organisme", "presentation", "cle", "horaires", "contact"])
def test_escapes_in_quoted_values_are_neutralised_in_messages(territoire, valeur, champ):
    ligne = {
        "cle": f"\"{valeur}\": 1",
        "contact": f"contact: {{telephone: \"{valeur}\", courriel: \"{valeur}\", site: \"{valeur}\"}}",
        "horaires": f"horaires: {{\"{valeur}\": \"{valeur}\"}}",
    }.get(champ, f"{champ}: \"{valeur} Les SDF, M. Dupont\"")
    un_fichier(territoire, "\n".join([ligne, *(autre for autre in FICHE.splitlines() if not autre.startswith(champ))]) + "\n")
