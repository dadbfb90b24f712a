"""What the page says beside a field is what the check says of it, word for word, and it refuses nothing that the check takes."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.fields import champs
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.edition.decoupe import Pose, editer
from quifaitquoi.edition.reponses.champs import chemin_de
from quifaitquoi.site.actifs import SITE
from trouveur_node import NODE

FICHE = "fiches/vieux-port/la-chaloupe.yml"
REGLES = """globalThis.window = globalThis;
window.quifaitquoi = {};
%s
var demande = JSON.parse(require("fs").readFileSync(0, "utf-8")), q = window.quifaitquoi, tout = demande.tout;
process.stdout.write(JSON.stringify(demande.saisies.map(function (s) {
  var saisie = tout.champs[s[0]], valeur = saisie.genre === "horaires" ? q.heuresDe(s[1]) : s[1];
  return s.length > 2 ? q.fauteEntre(saisie, s[1], s[2], tout) : q.fauteDe(saisie, valeur, tout);
})));
"""
# (field, how it is typed in, what is typed)
FAUTES = [
    ("contact.telephone", "Contact.telephone", "02 61 91"),
    ("contact.courriel", "Contact.courriel", "accueil@maison"),
    ("contact.site", "Contact.site", "maison.example.org"),
    ("adresse.code_postal", "Adresse.code_postal", "9934"),
    ("cout.precision", "Cout.precision", "x" * 401),
    ("acces.duree", "Acces.duree", "y" * 161),
    ("complet.depuis", "Complet.depuis", "2026-02-30"),
    ("cout.part_du_revenu_max", "Cout.part_du_revenu_max", "101"),
    ("publics.age.max", "Age.max", "121"),
    ("autres_noms", "Fiche.autres_noms", ["La Barque", "La Barque"]),
    ("horaires", "Fiche.horaires", "mardi: 9h-25h"),
    ("horaires", "Fiche.horaires", "mardi: 9h"),
    ("horaires", "Fiche.horaires", "mardi: 9h75-12h"),
]
BONNES = [
    ("contact.telephone", "Contact.telephone", "115"), ("contact.telephone", "Contact.telephone", "+49 7851 000000"),
    ("contact.telephone", "Contact.telephone", "02.61.91.00.00"),
    ("contact.courriel", "Contact.courriel", "accueil@maison.example.org"),
    ("contact.site", "Contact.site", "https://maison.example.org/contact?x=1"),
    ("contact.site", "Contact.site", "http://maison.example.org"),
    ("complet.depuis", "Complet.depuis", "2026-02-28"), ("cout.part_du_revenu_max", "Cout.part_du_revenu_max", "20"),
    ("horaires", "Fiche.horaires", "mardi: 9h-"),
    ("horaires", "Fiche.horaires", "du lundi au vendredi: 9h à 12h et de 14h à 17h30"),
    ("horaires", "Fiche.horaires", "mardi: fermé\njeudi: sur rendez-vous"), ("horaires", "Fiche.horaires", "samedi: 22h-2h"),
]


@pytest.fixture(scope="module")
def tout(site) -> dict:
    script = (site / "fr/modifier/reglages.js").read_text("utf-8")
    return json.loads(script.partition("=")[2].removesuffix(";\n"))


def de_la_page(tout: dict, *saisies) -> list[str]:
    script = REGLES % (SITE / "pages/modifier/modifier-regles.js").read_text("utf-8")
    demande = json.dumps({"tout": tout, "saisies": saisies})
    fini = subprocess.run([NODE, "-e", script], input=demande, capture_output=True, text=True, timeout=60)
    assert fini.returncode == 0, fini.stderr[-2000:]
    return json.loads(fini.stdout)


def du_check(copie, aujourdhui, *poses: tuple[str, object]) -> list[str]:
    """What the check says of these fields where they hold these values."""
    fichier = copie / FICHE
    avant = fichier.read_text("utf-8")
    editions = [_pose(nom, valeur) for nom, valeur in poses]
    fichier.write_text(editer(avant, editions, lambda chemin: champs(Fiche, chemin)), encoding="utf-8")
    rapport = verifier(copie, aujourdhui, copie)
    fichier.write_text(avant, encoding="utf-8")
    return [p.phrase for p in rapport.erreurs if p.fichier.endswith("la-chaloupe.yml")]


def _pose(nom: str, valeur) -> Pose:
    if nom == "horaires":
        return Pose((nom,), dict(re.split(r": ", ligne, maxsplit=1) for ligne in valeur.split("\n")))
    if nom.startswith("cout."):  # this fiche says its cost in a word
        return Pose(("cout",), {"tarif": "payant", nom.removeprefix("cout."): valeur})
    return Pose(chemin_de(nom), valeur)


def memes(texte: str) -> str:
    """Without what a file needs and a form does not: a whole line as an example, quotes around one, the end of a sentence."""
    simple = re.sub(r"\. Exemple : [a-z_]+: .*", "", texte).replace("’", "'").replace('"', "").rstrip(".")
    simple = simple.replace("\u00a0", " ").replace("\u202f", " ")
    return re.sub(r"^(?:mardi : )?(.)", lambda debut: debut[1].lower(), simple)


@pytest.mark.parametrize(("nom", "cle", "ecrit"), FAUTES, ids=lambda x: str(x)[:30])
def test_a_fault_is_told_in_the_same_words_by_the_page_and_by_the_check(tout, copie, aujourdhui, nom, cle, ecrit):
    [dit] = de_la_page(tout, (cle, ecrit))
    assert dit and [memes(phrase) for phrase in du_check(copie, aujourdhui, (nom, ecrit))] == [memes(dit)]


@pytest.mark.parametrize(("nom", "cle", "ecrit"), BONNES, ids=lambda x: str(x)[:30])
def test_what_the_check_takes_the_page_takes(tout, copie, aujourdhui, nom, cle, ecrit):
    assert du_check(copie, aujourdhui, (nom, ecrit)) == [] and de_la_page(tout, (cle, ecrit)) == [""]


@pytest.mark.parametrize(("premier", "dernier", "cle"), [
    (("fermetures[2].du", "2026-12-30"), ("fermetures[2].au", "2026-12-24"), "Fermeture.au"),
    (("complet.depuis", "2026-11-16"), ("complet.jusqu_au", "2026-11-01"), "Complet.jusqu_au"),
    (("publics.age.min", "25"), ("publics.age.max", "18"), "Age.max"),
])
def test_an_end_before_its_beginning_is_told_in_the_same_words_too(tout, copie, aujourdhui, premier, dernier, cle):
    [dit] = de_la_page(tout, (cle, premier[1], dernier[1]))
    assert dit and memes(dit) in [memes(phrase) for phrase in du_check(copie, aujourdhui, premier, dernier)]
