"""An address with a letter of another alphabet is told wherever a file has one, with the place of the letter."""

import re
import shutil

from quifaitquoi.annuaire.check import verifier

ADRESSE = re.compile(r"(https://[\w.-]*|\w@)example\.org")


def test_an_address_that_looks_like_another_is_told_in_every_kind_of_file(port_exemple, tmp_path, aujourdhui):
    shutil.copytree(port_exemple, tmp_path, dirs_exist_ok=True)
    attendus = set()
    for fichier in tmp_path.rglob("*.yml"):
        texte = fichier.read_text("utf-8")
        # One in each file, and none in a remark.
        if trouve := next((t for t in ADRESSE.finditer(texte) if "#" not in texte[:t.start()].rpartition("\n")[2]), None):
            fichier.write_text(f"{texte[:trouve.end(1)]}е{texte[trouve.end(1) + 1:]}", encoding="utf-8")
            avant = texte[:trouve.end(1)].split("\n")
            attendus.add((fichier.relative_to(tmp_path).as_posix(), len(avant), len(avant[-1]) + 1))
    problemes = [p for p in verifier(tmp_path, aujourdhui, tmp_path).problemes if p.regle == "adresse-sosie"]
    assert {(p.fichier, p.ligne, p.colonne) for p in problemes} == attendus
    assert {fichier.partition("/")[0] for fichier, *_ in attendus} >= {
        "annuaire.yml", "droits", "fiches", "organismes", "quartiers", "reperes.yml", "ressources"}
    assert all("« е » (U+0435) est ici une lettre d'un autre alphabet" in p.phrase for p in problemes)


def test_a_translation_with_such_an_address_is_told_and_not_shown(port_exemple, tmp_path, aujourdhui):
    shutil.copytree(port_exemple, tmp_path, dirs_exist_ok=True)
    catalogue = tmp_path / "traductions/en.po"
    texte = catalogue.read_text("utf-8")
    entree = re.search(r'msgctxt "(?P<ou>organismes[^"]+presentation)"\nmsgid [^\n]*\nmsgstr "', texte)
    catalogue.write_text(f"{texte[:entree.end()]}https://еxample.org {texte[entree.end():]}", encoding="utf-8")
    rapport = verifier(tmp_path, aujourdhui, tmp_path)
    [probleme] = [p for p in rapport.problemes if p.regle == "adresse-sosie"]
    assert (probleme.fichier, probleme.champ) == ("traductions/en.po", entree["ou"])
    assert probleme.ligne == texte[:entree.start()].count("\n") + 1
    assert entree["ou"] not in rapport.directory.traductions["en"].textes
