"""The page changes a text as the program itself would: each field of each fiche, one by one and many at once, run by Node."""

from __future__ import annotations

import json
import random
import subprocess
from copy import deepcopy

import pytest

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
  return [window.quifaitquoi.texteChange(recues, demande.valeurs, {}), window.quifaitquoi.changementsDe(recues, demande.valeurs)];
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
def fiches(port_exemple, directory):
    """(script of the page, text, its data) of each fiche whose text may be seen."""
    trouvees = []
    for fiche in directory.fiches.values():
        texte = (port_exemple / fiche.chemin).read_text("utf-8")
        dites = donnees._donnees(fiche, texte, directory.vocabulaire)
        if donnees.se_modifie(fiche) and "texte" in dites:
            trouvees.append((donnees.script(fiche, texte, directory.vocabulaire), texte, dites))
    return trouvees


def un_bloc(liste: str, tire: random.Random) -> list:
    """A new block as the page gives it: [name, value, whether it is a telephone] of each field that says something."""
    dits = []
    for cle in saisies()[liste].contient:
        saisie = saisies()[cle]
        if saisie.requis or tire.random() < .5:
            texte = "douche" if saisie.liste else tire.choice(TEXTES)
            valeur = [list(ligne) for ligne in tire.choice(HEURES)] if saisie.genre == "horaires" else texte
            dits.append([cle.partition(".")[2], valeur, saisie.genre == "telephone"])
    return dits


def valeurs_pour(champ: dict, dites: dict, tire: random.Random) -> dict:
    """What the page asks for where this field is changed, this block taken out, this list longer."""
    if "e" in champ:
        return {autre["n"]: "" for autre in dites["champs"] if autre["n"].startswith(champ["n"]) and autre.get("k") is None}
    saisie = saisies()[champ["c"]]
    if "k" in champ:
        seul = [champ_a(dites, champ["n"][:-2])["v"]] if "s" in champ else []
        return {champ["n"]: seul + [un_bloc(champ["c"], tire) for _ in range(tire.randint(1, 2))]}
    if saisie.genre == "horaires":
        return {champ["n"]: [list(ligne) for ligne in tire.choice(HEURES)]}
    return {champ["n"]: tire.sample(TEXTES, 3) if saisie.genre in LISTES else tire.choice(TEXTES)}


def champ_a(dites: dict, nom: str) -> dict:
    return next(champ for champ in dites["champs"] if champ["n"] == nom)


def efface(champ: dict) -> bool:
    """Whether the page lets it go alone: what its block cannot be without does not."""
    return "r" in champ and not saisies()[champ["c"]].requis


def ensemble(dites: dict, choisis: list[dict], tire: random.Random) -> dict:
    """All that is asked of these fields at once: of a block that goes nothing else is, and one number is in its list or alone."""
    valeurs = {}
    for champ in sorted(choisis, key=lambda champ: "e" in champ or "k" in champ):
        valeurs |= {champ["n"]: ""} if efface(champ) and tire.random() < .5 else valeurs_pour(champ, dites, tire)
    partis = [champ["n"] for champ in choisis if "e" in champ]
    valeurs = {nom: valeur for nom, valeur in valeurs.items()
               if not valeur or not any(nom.startswith(parti) for parti in partis)}
    return {nom: valeur for nom, valeur in valeurs.items() if f"{nom}[]" not in valeurs or "s" not in champ_a(dites, f"{nom}[]")}


def en_arbre(valeur):
    """A value of the page as the file says it."""
    if isinstance(valeur, str) or isinstance(valeur[0], str):
        return valeur
    return {nom: en_arbre(dit) for nom, dit, *_ in valeur}


def attendu(arbre: dict, valeurs: dict) -> dict:
    """What the file must say, worked out without its text: first what is put, then what is taken out, the last block first."""
    for nom, valeur in valeurs.items():
        if not valeur:
            continue
        if nom.endswith("[]"):
            chemin, neufs = chemin_de(nom[:-2]), [en_arbre(un) for un in valeur]
            deja = valeur_a(arbre, chemin)
            arbre = avec(arbre, chemin, [*deja, *neufs] if isinstance(deja, list) else neufs)
        else:
            arbre = avec(arbre, chemin_de(nom), en_arbre(valeur))
    vides = [nom for nom, valeur in valeurs.items() if not valeur]
    entiers = [nom for nom in vides if nom.endswith("]")]
    for nom in sorted((nom for nom in vides if not any(nom.startswith(f"{bloc}.") for bloc in entiers)), key=rang, reverse=True):
        if valeur_a(arbre, chemin_de(nom)) is not None:
            arbre = sans(arbre, chemin_de(nom))
    return arbre


def rang(nom: str) -> list:
    """Items of a list by their number."""
    return [(isinstance(partie, int), partie if isinstance(partie, int) else 0, str(partie)) for partie in chemin_de(nom)]


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
            for valeurs in (valeurs_pour(champ, dites, tire), {champ["n"]: ""} if efface(champ) else None):
                if valeurs is not None:
                    demandes.append({"script": script, "valeurs": valeurs})
                    textes.append(texte)
    compare(demandes, textes)


def test_many_changes_at_once_do_not_meet(fiches):
    tire, demandes, textes = random.Random(2), [], []
    for script, texte, dites in fiches:
        for combien in (2, 5, 20, 400):
            pris = tire.sample(dites["champs"], min(combien, len(dites["champs"])))
            demandes.append({"script": script, "valeurs": ensemble(dites, pris, tire)})
            textes.append(texte)
    compare(demandes, textes)


def test_all_blocks_of_a_list_may_go_and_others_come_in_their_place(fiches):
    tire, demandes, textes = random.Random(3), [], []
    for script, texte, dites in fiches:
        for liste in (champ for champ in dites["champs"] if champ.get("k") and "s" not in champ):
            partent = [champ for champ in dites["champs"] if "e" in champ and champ["n"].startswith(liste["n"][:-1])]
            for pris in (partent, [*partent, liste], [partent[0], liste] if partent else []):
                if len(partent) == liste["k"] and pris:
                    demandes.append({"script": script, "valeurs": ensemble(dites, pris, tire)})
                    textes.append(texte)
    assert len(demandes) > 100
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
