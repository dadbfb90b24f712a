"""The page changes a text as the program itself would: each field of each fiche, one by one and many at once, run by Node."""

from __future__ import annotations

import json
import random
import subprocess
from copy import deepcopy

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.edition.decoupe.preuve import avec, commentaires, sans, valeur_a
from quifaitquoi.edition.reponses.champs import chemin_de
from quifaitquoi.site.actifs import SITE
from quifaitquoi.site.pages.modifier import donnees
from quifaitquoi.site.pages.modifier.champs import LISTES, saisies
from trouveur_node import NODE

SCRIPT = """globalThis.window = globalThis;
%s
var recues = {};
window.quifaitquoi.modifiee = function (nom, fiche) { recues = fiche; };
var sorties = JSON.parse(require("fs").readFileSync(0, "utf-8")).map(function (demande) {
  var quifaitquoi = window.quifaitquoi;
  (0, eval)(demande.script);
  return [window.quifaitquoi.texteChange(recues, demande.valeurs, {}), window.quifaitquoi.changementsDe(demande.valeurs)];
});
process.stdout.write(JSON.stringify(sorties));
"""
TEXTES = ("Sonner deux fois", "oui", "12", "1er étage", "deux-points : ici", "# dièse", "l'été", 'des "guillemets"', "été 🌞 2026",
          "- tiret", "[crochets], et {accolades}", "null", "0612", "9:30", "à la fin:", "une\nautre ligne",
          "x" * 150 + " " + "y" * 120, "\\ barre", "*étoile", "&ancre", "!non", "%", "@", "`", "a #b", "a# b", "1e3", "2026-12-24",
          "~", "?", "? question", "|", "> plus")
HEURES = ((("lundi au vendredi", "9h-12h, 14h-17h30"), ("jours fériés", "fermé")),
          (("du 1er juillet au 31 août, samedi", "10h-12h"),))


def change(demandes: list[dict]) -> list[tuple[str, list[str]]]:
    script = SCRIPT % (SITE / "pages/modifier/modifier-texte.js").read_text("utf-8")
    fini = subprocess.run([NODE, "-e", script], input=json.dumps(demandes), capture_output=True, text=True, timeout=120)
    assert fini.returncode == 0, fini.stderr[-2000:]
    return json.loads(fini.stdout)


@pytest.fixture(scope="module")
def fiches(port_exemple, aujourdhui):
    """(script of the page, text, its data) of each fiche whose text may be seen."""
    directory = verifier(port_exemple, aujourdhui).directory
    trouvees = []
    for fiche in directory.fiches.values():
        texte = (port_exemple / fiche.chemin).read_text("utf-8")
        dites = donnees._donnees(fiche, texte, directory.vocabulaire)
        if donnees.se_modifie(fiche) and "texte" in dites:
            trouvees.append((donnees.script(fiche, texte, directory.vocabulaire), texte, dites))
    return trouvees


def valeur_pour(champ: dict, tire: random.Random):
    genre = saisies()[champ["c"]].genre
    if genre == "horaires":
        return [list(ligne) for ligne in tire.choice(HEURES)]
    return tire.sample(TEXTES, 3) if genre in LISTES else tire.choice(TEXTES)


def efface(champ: dict) -> bool:
    """Whether the page lets it go alone: what its block cannot be without does not."""
    return "r" in champ and not saisies()[champ["c"]].requis


def attendu(arbre: dict, valeurs: dict) -> dict:
    """What the file must say, worked out without its text: first what is put, then what is taken out."""
    for nom, valeur in sorted(valeurs.items(), key=lambda v: not v[1]):
        chemin = chemin_de(nom)
        if valeur:
            arbre = avec(arbre, chemin, dict(map(tuple, valeur)) if isinstance(valeur[0], list) else valeur)
        elif valeur_a(arbre, chemin) is not None:
            arbre = sans(arbre, chemin)
    return arbre


def compare(demandes: list[dict], textes: list[str]) -> None:
    for demande, avant, (apres, _) in zip(demandes, textes, change(demandes), strict=True):
        lue = lire_yaml(apres)
        assert not lue.fautes, (demande["valeurs"], apres)
        assert lue.valeur == attendu(deepcopy(lire_yaml(avant).valeur), demande["valeurs"]), (demande["valeurs"], apres)
        assert not commentaires(avant) - commentaires(apres)


def test_each_field_put_in_and_each_taken_out_changes_that_and_nothing_else(fiches):
    tire, demandes, textes = random.Random(1), [], []
    for script, texte, dites in fiches[::3]:
        for champ in dites["champs"]:
            for valeur in (valeur_pour(champ, tire), "" if efface(champ) else None):
                if valeur is not None:
                    demandes.append({"script": script, "valeurs": {champ["n"]: valeur}})
                    textes.append(texte)
    compare(demandes, textes)


def test_many_changes_at_once_do_not_meet(fiches):
    tire, demandes, textes = random.Random(2), [], []
    for script, texte, dites in fiches:
        for combien in (2, 5, 20, 400):
            pris = tire.sample(dites["champs"], min(combien, len(dites["champs"])))
            valeurs = {champ["n"]: "" if efface(champ) and tire.random() < .5 else valeur_pour(champ, tire) for champ in pris}
            demandes.append({"script": script, "valeurs": valeurs})
            textes.append(texte)
    compare(demandes, textes)


def test_a_block_whose_every_field_is_emptied_goes_as_a_whole(fiches):
    for racine in ("contact", "langues", "fermetures", "cout"):
        script, texte, dites = next(f for f in fiches if any(bloc[0] == racine for bloc in f[2]["blocs"]))
        feuilles = next(bloc[1] for bloc in dites["blocs"] if bloc[0] == racine)
        apres = lire_yaml(change([{"script": script, "valeurs": dict.fromkeys(feuilles, "")}])[0][0])
        assert not apres.fautes and apres.valeur == {cle: v for cle, v in lire_yaml(texte).valeur.items() if cle != racine}


def test_the_only_number_may_give_way_to_a_mailbox(fiches):
    script, texte, _ = next(f for f in fiches if list(lire_yaml(f[1]).valeur.get("contact", ())) == ["telephone"])
    valeurs = {"contact.telephone": "", "contact.courriel": "accueil@maison.example.org"}
    apres = change([{"script": script, "valeurs": valeurs}])[0][0]
    assert lire_yaml(apres).valeur["contact"] == {"courriel": "accueil@maison.example.org"}
    assert len(apres.splitlines()) == len(texte.splitlines())


def test_one_changed_line_is_the_only_one_that_differs(fiches):
    script, texte, _ = next(f for f in fiches if "02 61 91 01 20" in f[1])
    apres, lignes = change([{"script": script, "valeurs": {"contact.telephone": "02 61 91 01 21"}}])[0]
    assert apres == texte.replace("02 61 91 01 20", "02 61 91 01 21")
    assert lignes == ['contact.telephone="02 61 91 01 21"']
