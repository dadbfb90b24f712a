"""A territory's own words in another language: what is translated is shown, what is not stays French, what is wrong warns."""

from __future__ import annotations

import pytest
from babel.messages.pofile import read_po

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import en_langue, enrichir
from quifaitquoi.annuaire.model.textes import _avec_le_panneau, attendus, textes
from quifaitquoi.langues import Traduit
from quifaitquoi.langues.po import lire
from quifaitquoi.site.ecriture import Redaction

DOUCHE = 'msgctxt "besoins.douche.nom"\nmsgid "Douche"\nmsgstr "Shower"\n'


def des_traductions(rapport) -> list:
    return [p for p in rapport.problemes if p.regle.startswith("traduction-") and p.regle != "traduction-manquante"]


def douche(rapport):
    return en_langue(enrichir(rapport.directory, rapport_jour()), "en").directory.vocabulaire.besoins["douche"]


def rapport_jour():
    from datetime import date
    return date(2026, 11, 20)


def test_a_translated_term_takes_the_place_of_the_french_one(traduire):
    rapport = traduire(DOUCHE)
    assert des_traductions(rapport) == []
    nom = douche(rapport).nom
    assert nom == "Shower" and isinstance(nom, Traduit) and not nom.ancien


def test_the_french_words_still_find_a_translated_term(traduire):
    mots = (
        '\nmsgctxt "besoins.douche.synonymes"\nmsgid ""\n'
        '"se doucher, bains-douches, se laver, douche gratuite, salle de bain"\nmsgstr "wash, public bath"\n'
    )
    synonymes = douche(traduire(DOUCHE + mots)).synonymes
    assert synonymes[:2] == ("wash", "public bath") and {"Douche", "se laver"} <= set(synonymes)


@pytest.fixture
def en_arabe(copie, aujourdhui):
    """The directory as Arabic readers see it, with a catalogue of these entries."""
    def traduit(entrees: str):
        annuaire = copie / "annuaire.yml"
        annuaire.write_text(annuaire.read_text("utf-8").replace("langues: [fr, en]", "langues: [fr, ar]"), encoding="utf-8")
        (copie / "traductions" / "ar.po").write_text(entrees, encoding="utf-8")
        return en_langue(enrichir(verifier(copie, aujourdhui).directory, aujourdhui), "ar").directory

    return traduit


def test_arabic_commas_separate_words_too(en_arabe, copie, aujourdhui):
    francais = dict(textes(verifier(copie, aujourdhui).directory))["besoins.douche.synonymes"]
    arabe = en_arabe(f'msgctxt "besoins.douche.synonymes"\nmsgid "{francais}"\nmsgstr "دوش، حمام"\n')
    assert arabe.vocabulaire.besoins["douche"].synonymes[:2] == ("دوش", "حمام")


def test_a_translation_older_than_its_french_source_says_so_and_is_still_shown(traduire):
    rapport = traduire(DOUCHE.replace("Douche", "La douche"))
    [probleme] = des_traductions(rapport)
    assert (probleme.regle, probleme.ligne, probleme.champ) == ("traduction-perimee", 1, "besoins.douche.nom")
    assert douche(rapport).nom == "Shower" and douche(rapport).nom.ancien


def test_what_nobody_translated_stays_in_french_and_is_counted_once(traduire):
    rapport = traduire(DOUCHE)
    [manque] = [p for p in rapport.problemes if p.regle == "traduction-manquante"]
    assert "textes restent en français" in manque.phrase and "quifaitquoi translate" in manque.phrase
    mots = en_langue(enrichir(rapport.directory, rapport_jour()), "en").directory.vocabulaire
    assert mots.besoins["toilettes"].nom == "Toilettes" and not isinstance(mots.besoins["toilettes"].nom, Traduit)


@pytest.mark.parametrize(("catalogue", "regle", "ligne", "dit"), [
    ('msgctxt "besoins.douche.nom"\nmsgid "Douche"\nmsgstr "Shower\n', "traduction-illisible", 3, "guillemets"),
    ("ceci n'est pas un catalogue", "traduction-illisible", 1, "msgid"),
    (DOUCHE + "\n" + DOUCHE, "traduction-illisible", 5, "déjà traduit à la ligne 1"),
    (DOUCHE.replace("douche", "douches"), "traduction-inconnue", 1, "besoins.douche.nom"),
    ('msgctxt "fiches.bains-du-port.nom"\nmsgid "x"\nmsgstr "Baths"\n', "traduction-inconnue", 1, "ne se traduit pas"),
    (DOUCHE.replace("Shower", "x" * 5000), "traduction-illisible", 1, "raccourcissez"),
])
def test_a_malformed_catalogue_warns_at_its_line_and_breaks_nothing(traduire, catalogue, regle, ligne, dit):
    rapport = traduire(catalogue)
    probleme = des_traductions(rapport)[0]
    assert (probleme.regle, probleme.fichier, probleme.ligne) == (regle, "traductions/en.po", ligne)
    assert dit in probleme.phrase and probleme.niveau == "avertissement"
    assert rapport.directory is not None


@pytest.mark.parametrize(
    "octets", [b"\xff\xfem\x00", b"msgid \"\xe9\"\n", b"\x00", "msgid \"\u202e\"\n".encode(), b"#" * 5_000_000]
)
def test_a_catalogue_that_is_no_text_warns_and_all_stays_in_french(copie, aujourdhui, octets):
    (copie / "traductions" / "en.po").write_bytes(octets)
    rapport = verifier(copie, aujourdhui)
    assert any(p.regle == "traduction-illisible" for p in rapport.problemes) and rapport.directory is not None


def test_a_language_without_catalogue_warns_where_the_languages_are_named(copie, aujourdhui):
    [probleme] = des_traductions(verifier(copie, aujourdhui, base=copie))
    lignes = (copie / "annuaire.yml").read_text("utf-8").splitlines()
    assert probleme.regle == "traduction-absente" and lignes[probleme.ligne - 1].startswith("langues:")


def test_a_catalogue_of_a_language_that_the_site_does_not_have_is_told(traduire):
    assert any(p.regle == "traduction-inutile" and "« ro »" in p.phrase for p in traduire(DOUCHE, "ro.po").problemes)


@pytest.mark.parametrize("texte", ["At 12 rue des Lilas", "Near Market Street", "قرب محطة القطار"])
def test_a_translation_never_tells_a_withheld_address_and_no_message_repeats_it(traduire, texte):
    rapport = traduire(f'msgctxt "fiches.refuge-horizon.presentation"\nmsgid "x"\nmsgstr "{texte}"\n')
    [probleme] = des_traductions(rapport)
    assert probleme.regle == "traduction-divulguee" and texte not in str(probleme)
    assert "fiches.refuge-horizon.presentation" not in rapport.directory.traductions["en"].textes


PRESENTATION = (
    "Des appartements sûrs pour les femmes qui fuient des violences, seules ou avec leurs enfants. L'équipe vient vous chercher "
    "dans un endroit choisi avec vous."
)


def retenue(francais: str, traduction: str, avant: str = "") -> str:
    return f'{avant}msgctxt "fiches.refuge-horizon.presentation"\nmsgid "{francais}"\nmsgstr "{traduction}"\n'


def montree(rapport, code: str = "en") -> bool:
    return "fiches.refuge-horizon.presentation" in rapport.directory.traductions[code].textes


def test_a_translation_of_a_withheld_fiche_is_shown_where_its_french_is_the_same(traduire):
    rapport = traduire(retenue(PRESENTATION, "Safe homes for women and their children. We come and get you."))
    assert des_traductions(rapport) == [] and montree(rapport)


@pytest.mark.parametrize("catalogue", [
    retenue("Un refuge", "A shelter"), retenue(PRESENTATION, "A shelter", "#, fuzzy\n"),
    retenue(PRESENTATION, "A shelter", '#, fuzzy\n#| msgid "Un refuge"\n')])
def test_a_stale_translation_of_a_withheld_fiche_is_never_shown(traduire, catalogue):
    rapport = traduire(catalogue)
    [probleme] = des_traductions(rapport)
    assert probleme.regle == "traduction-retenue" and "la page reste en français" in probleme.phrase
    assert not montree(rapport)


def test_a_translation_into_a_language_that_cannot_be_searched_is_not_shown(copie, aujourdhui):
    annuaire = copie / "annuaire.yml"
    annuaire.write_text(annuaire.read_text("utf-8").replace("langues: [fr, en]", "langues: [fr, tr]"), encoding="utf-8")
    (copie / "traductions" / "tr.po").write_text(retenue(PRESENTATION, "Kadınlar için güvenli evler"), encoding="utf-8")
    rapport = verifier(copie, aujourdhui)
    [probleme] = des_traductions(rapport)
    assert (probleme.regle, probleme.ligne) == ("traduction-retenue", 1) and "dans cette langue" in probleme.phrase
    assert not montree(rapport, "tr")


@pytest.mark.parametrize(("avant", "ligne"), [
    ("# derrière l'église\n", 1), ("#. derrière l'église\n", 1), ('#, fuzzy\n#| msgid "derrière l\'église"\n', 3)])
def test_remarks_and_former_sources_of_a_withheld_text_are_read(traduire, avant, ligne):
    problemes = des_traductions(traduire(retenue(PRESENTATION, "A shelter", avant)))
    assert ("traduction-divulguee", ligne) in {(p.regle, p.ligne) for p in problemes}


def test_entries_of_a_withheld_text_that_are_no_longer_in_use_are_read(traduire):
    mort = '#~ msgctxt "fiches.refuge-horizon.ne_fait_pas"\n#~ msgid "x"\n#~ msgstr "behind the church"\n'
    [probleme] = des_traductions(traduire(mort))
    assert (probleme.regle, probleme.ligne) == ("traduction-divulguee", 3) and "church" not in probleme.phrase


def test_every_text_that_can_be_translated_has_a_path_of_its_own(directory):
    chemins = [chemin for chemin, _ in textes(directory)]
    assert len(chemins) == len(set(chemins))


def test_hours_and_places_are_worked_out_once_for_all_languages(traduire):
    francais = enrichir(traduire(DOUCHE).directory, rapport_jour())
    anglais = en_langue(francais, "en")
    assert anglais.source is francais and francais.source is francais
    assert en_langue(francais, "zh") is francais


@pytest.mark.parametrize("code", ["en", "ar", "fr-x-falc"])
def test_port_exemple_has_all_its_terms_in_every_language(code, port_exemple, directory):
    po = lire((port_exemple / "traductions" / f"{code}.po").read_text("utf-8"))
    traduits = {e.contexte for e in po.entrees if e.traduction}
    termes = [chemin for chemin in attendus(directory, code) if not chemin.endswith(".synonymes")]
    assert po.fautes == [] and [chemin for chemin in termes if chemin not in traduits] == []
    assert po.entete["X-Relecture"] == "non"  # true until a native speaker has read it


GARE = (
    'msgctxt "quartiers.gare.nom"\nmsgid "Gare"\nmsgstr "{}"\n\n'
    'msgctxt "reperes.arret-phare.nom"\nmsgid "Arrêt Phare"\nmsgstr "{}"\n'
)


def test_a_neighbourhood_is_said_in_another_script_and_keeps_what_its_sign_says(en_arabe):
    arabe = en_arabe(GARE.format("المحطة", "موقف المنارة"))
    assert arabe.quartiers["gare"].nom == "المحطة (Gare)" and isinstance(arabe.quartiers["gare"].nom, Traduit)
    assert arabe.reperes["arret-phare"].nom == "موقف المنارة (Arrêt Phare)"


def test_a_translation_that_holds_the_sign_does_not_repeat_it(en_arabe):
    arabe = en_arabe(GARE.format("حي Gare", ""))
    assert arabe.quartiers["gare"].nom == "حي Gare" and arabe.reperes["arret-phare"].nom == "Arrêt Phare"


@pytest.mark.parametrize(("code", "demande"), [("ar", True), ("en", False), ("ro", False), ("uk", True)])
def test_only_who_reads_another_script_is_asked_how_signs_are_said(code, demande, directory):
    chemins = attendus(directory, code)
    assert ("quartiers.gare.nom" in chemins) is demande
    assert ("reperes.place-de-la-criee.nom" in chemins) is demande
    assert "reperes.arret-phare.nom" not in chemins and "quartiers.partout.nom" in chemins


def test_a_sign_that_holds_brackets_stands_in_no_others():
    assert _avec_le_panneau("نودورف", "Neudorf (Ampère, Musau)") == "نودورف · Neudorf (Ampère, Musau)"


def test_the_first_sentence_of_a_warning_ends_at_the_full_stop_of_each_script(port_en_toutes_langues):
    avertis = {}
    for fichier in (port_en_toutes_langues / "traductions").glob("*.po"):
        with fichier.open("rb") as lu:
            avertis[fichier.stem] = next((m.string for m in read_po(lu) if m.context == "annuaire.avertissement.texte"), "")
    assert all(avertis[code] for code in ("ti", "fa", "ps", "ka", "ar"))
    assert {code: dit for code, dit in avertis.items() if dit and not 5 < len(Redaction.premiere_phrase(dit)) < 45} == {}
