"""One term of the field, one translation, in every text of a language; and no number that changes on the way."""

from __future__ import annotations

import pytest

from quifaitquoi.langues import comparaison, glossaire
from quifaitquoi.langues.extraction import Message
from quifaitquoi.langues.po import lire
from quifaitquoi.langues.verification import fautes


@pytest.mark.parametrize("code, francais, traduit", [
    ("en", "Un hébergement pour plusieurs mois", "A place to stay for several months"),
    ("en", "Accueil de jour", "Day centre for people without a home"),
    ("ar", "Sur rendez-vous, aux horaires du lieu", "بموعد، في أوقات الفتح"),
    ("ar", "Prendre rendez-vous : les horaires", "المواعيد: أوقات الفتح"),
    ("en", "Un hébergement d'urgence", "An emergency shelter"),
    ("en", "La PMI et l'OFPRA", "The PMI and OFPRA"),
    ("en", "Un bon repas", "A good meal"),
    ("en", "Passe à la maison", "Come home"),
    ("zh", "Un hébergement", "x"),
])
def test_a_term_said_as_the_glossary_says_it_is_no_fault(code, francais, traduit):
    assert list(glossaire.ecarts(code, francais, traduit)) == []


@pytest.mark.parametrize("code, francais, traduit, dit", [
    ("en", "Un hébergement pour plusieurs mois", "Housing for several months", "« hébergement » par « housing »"),
    ("en", "Un hébergement pour plusieurs mois", "Somewhere for several months", "« accommodation » ou « shelter »"),
    ("ar", "Horaires inconnus", "المواعيد غير معروفة", "« horaires » par « مواعيد »"),
    ("en", "L'OFPRA décide", "The office decides", "« OFPRA »"),
    ("en", "Titre de séjour ou récépissé", "Residence permit or receipt", "« récépissé » par « receipt »"),
    ("ar", "Un travailleur social", "مساعدة اجتماعية", "« travailleur social » par"),
])
def test_a_term_said_otherwise_is_told_with_what_to_write_instead(code, francais, traduit, dit):
    [ecart] = glossaire.ecarts(code, francais, traduit)
    assert dit in ecart


def test_every_term_says_what_it_means_and_how_it_is_said_in_each_language():
    for code in ("en", "ar"):
        assert len(glossaire.termes(code)) >= 40
        assert all(terme.dits and terme.sens for terme in glossaire.termes(code))
        assert not any(set(terme.dits) & set(terme.pas) for terme in glossaire.termes(code))


@pytest.mark.parametrize("francais, traduit", [
    ("Appelez le 115", "Call 115"), ("Le 116 006 répond", "يجيب 116\u00a0006"), ("De 9h à 20h", "From 9:00 to 20:00"),
    ("Jusqu'à six ans", "Until 6"), ("18 ans", "eighteen"), ("Au {lieu}", "قرب \u2068{lieu}\u2069"), ("1,50 euro", "1.50 euros"),
])
def test_what_stays_the_same_is_no_fault(francais, traduit):
    assert list(comparaison.ecarts(francais, traduit)) == []


@pytest.mark.parametrize("francais, traduit, dit", [
    ("Appelez le 115", "Call 119", "dit un numéro que le français ne dit pas : 119"),
    ("Appelez le 115", "Call for a bed", "ne dit plus le numéro 115"),
    ("Appelez le 15", "Call 16", "ne dit plus le numéro 15"),
    ("02 61 91 00 41", "02 61 91 00 14", "0261910014"),
    ("Au {lieu}", "قرب \u2068{lieu}", "sens de lecture"),
    ("Au {lieu}", "قرب {lieu}\u2069", "sens de lecture"),
    ("Au {lieu}", "\u202b{lieu}\u202c", "sens de lecture"),
])
def test_a_number_that_changed_and_a_direction_left_open_are_told(francais, traduit, dit):
    assert any(dit in ecart for ecart in comparaison.ecarts(francais, traduit))


def test_they_are_faults_of_a_catalogue_of_the_program():
    po = lire('msgid ""\nmsgstr "Language: en\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
              'msgid "le 115, avec un hébergement"\nmsgstr "112, with housing"\n')
    dites = list(fautes(po, [Message("le 115, avec un hébergement")]))
    assert [d.split(" : ")[0] for d in dites] == ["ligne 4"] * 4 and any("housing" in d for d in dites)


@pytest.mark.parametrize("francais, traduit, dit", [
    ("Allez au 15 rue des Essais", "Go to 51 Trial Street", "ne dit plus le numéro 15"),
    ("On appelle pour un hébergement", "Call for housing", "housing"),
])
def test_a_volunteer_learns_of_them_at_their_line(traduire, copie, francais, traduit, dit):
    fiche = next((copie / "fiches").rglob("bains-du-port.yml"))
    lignes = fiche.read_text("utf-8").splitlines()
    n = next(i for i, ligne in enumerate(lignes) if ligne.startswith("presentation:"))
    fiche.write_text("\n".join([*lignes[:n], f"presentation: {francais}", *lignes[n + 1:], ""]), encoding="utf-8")
    rapport = traduire(f'msgctxt "fiches.bains-du-port.presentation"\nmsgid "{francais}"\nmsgstr "{traduit}"\n')
    [probleme] = [p for p in rapport.problemes if p.regle == "traduction-ecart"]
    assert (probleme.fichier, probleme.ligne, probleme.champ) == ("traductions/en.po", 1, "fiches.bains-du-port.presentation")
    assert dit in probleme.phrase and probleme.niveau == "avertissement"
