"""One table: each figure, the reference measured in the same run, and their ratio."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import click
from tests.bench import cartes, inclusion, langues, leaflets, pays, references
from tests.bench.contribute import mise_en_forme
from tests.bench.ecran import premier_ecran
from tests.bench.finder import trouveur
from tests.bench.measures import Mesure, avec_ce_qu_elle_charge, mesure, poids
from tests.bench.review import proposition
from tests.bench.serve import edition
from tests.bench.territory import DEPOT, MODELE, territoire

QUIFAITQUOI = [str(Path(sys.executable).parent / "quifaitquoi")]
SCHEMA = DEPOT / "plugins" / "quifaitquoi" / "schema" / "fiche.schema.json"


def ligne(quoi: str, valeur: str, reference: str = "", rapport: str = "") -> None:
    click.echo(f"{quoi:<50} {valeur:>12}   {reference:<38} {rapport}")


def grandeur(nombre: int, dossier: Path) -> dict[str, float]:
    """Every measure at one size; returns the seconds that the sizes are compared by."""
    source = territoire(nombre, dossier / "territoire")
    fiches = sorted((source / "fiches").glob("*/*.yml"))
    site = dossier / "site"

    check = mesure(*QUIFAITQUOI, "check", source, "--sans-cache", fois=3 if nombre <= 1000 else 1)
    jsonschema = references.check_jsonschema(SCHEMA, fiches)
    ligne(f"{nombre} fiches : vérification", f"{check.secondes:.2f} s", f"check-jsonschema {jsonschema.secondes:.2f} s",
          f"{jsonschema.secondes / check.secondes:.1f} fois plus vite (but : 10)")

    build = mesure(*QUIFAITQUOI, "build", source, "--vers", site, "--sans-cache", fois=5 if nombre <= 1000 else 1)
    pages = sorted((site / "fr" / "fiches").glob("*/index.html"))
    references.markdown_aussi_long(pages, dossier / "docs")
    for nom in ("mkdocs", "hugo"):
        (dossier / nom).mkdir()
    hugo = references.hugo(dossier / "docs", dossier / "hugo")
    ligne(f"{nombre} fiches : site complet", f"{build.secondes:.2f} s", f"hugo {hugo.secondes:.2f} s",
          f"{build.secondes / hugo.secondes:.1f} fois son temps (but : {3 if nombre <= 1000 else 5})")
    ligne("", f"{build.processeur:.2f} s", f"de processeur, hugo {hugo.processeur:.2f} s",
          f"{build.processeur / hugo.processeur:.1f} fois son travail (but : 5)")
    ligne(f"{nombre} fiches : mémoire du site complet", f"{build.memoire:.0f} Mio", f"hugo {hugo.memoire:.0f} Mio",
          f"{build.memoire / hugo.memoire:.2f} de la sienne" + (" (but : 300 Mio)" if nombre == 10_000 else ""))
    encore(nombre, source, dossier, check, build)
    if nombre <= 1000:  # its time grows with the square: a quarter of an hour for 10,000
        mkdocs = references.mkdocs_nu(dossier / "docs", dossier / "mkdocs")
        ligne("", f"{build.secondes:.2f} s", f"mkdocs nu {mkdocs.secondes:.2f} s",
              f"{build.secondes / mkdocs.secondes:.2f} de son temps")
        ligne("", f"{build.memoire:.0f} Mio", f"mkdocs nu {mkdocs.memoire:.0f} Mio",
              f"{build.memoire / mkdocs.memoire:.2f} de la sienne")

    relue = proposition(source, dossier, QUIFAITQUOI)
    ligne(f"{nombre} fiches : relecture d'une proposition de 5", f"{relue.secondes:.2f} s", f"vérification {check.secondes:.2f} s",
          f"but 2 s pour 1 000 ; {relue.secondes / check.secondes:.1f} fois son temps")
    if nombre <= 1000:
        forme, ruamel = mise_en_forme(source, dossier, QUIFAITQUOI)
        ligne(f"{nombre} fiches : remises en forme", f"{forme.secondes:.2f} s", f"ruamel.yaml {ruamel.secondes:.2f} s",
              f"but 5 s pour 1 000 ; {forme.secondes / ruamel.secondes:.2f} de son temps")

    moyenne = sum(poids([page]) for page in pages) / len(pages)
    autres = [page for page in site.rglob("*.html") if page.relative_to(site).parts[1:2] != ("fiches",)]
    grosse = max(autres, key=lambda page: poids([page]) if page.stat().st_size > 25_000 else 0)
    ligne(f"{nombre} fiches : la plus lourde des autres pages", f"{poids([grosse]) / 1000:.1f} Ko", "but 25 Ko",
          grosse.relative_to(site).as_posix())
    lourde = max(pages, key=lambda page: page.stat().st_size)
    ligne(f"{nombre} fiches : page de fiche, moyenne compressée", f"{moyenne / 1000:.1f} Ko", "but 14 Ko")
    ligne(f"{nombre} fiches : la plus lourde", f"{poids([lourde]) / 1000:.1f} Ko", "but 14 Ko")
    for nom, page in (("fiche", lourde), ("accueil", site / "fr" / "index.html")):
        tout = avec_ce_qu_elle_charge(page)
        ligne(f"{nombre} fiches : première visite, {nom}", f"{poids(tout) / 1000:.1f} Ko", f"but 30 Ko ; {len(tout)} fichiers")
    if nombre <= 100:  # the same page, whatever the size: lists of thousands have lines instead of cards
        for quoi, (pixels, au_plus) in premier_ecran(site).items():
            ligne(f"téléphone, {quoi}", f"{pixels} px", f"but {au_plus} px")

    if nombre <= 1000:
        ligne(f"{nombre} fiches : de l'enregistrement à la page",
              f"{edition([*QUIFAITQUOI, 'serve'], source, 8471):.2f} s", "but 2 s")
    if nombre >= 1000:
        recherche(nombre, site)
    return {"vérification": check.secondes, "site complet": build.secondes}


def encore(nombre: int, source: Path, dossier: Path, check: Mesure, build: Mesure) -> None:
    """What a second run costs, in a new process that takes up what the first one made."""
    fiche, numeros = sorted((source / "fiches").glob("*/*.yml"))[nombre // 2], count()
    texte = fiche.read_text(encoding="utf-8")
    change = lambda: fiche.write_text(re.sub(r"(?m)^nom: .*$", f"nom: Retouche {'abcdefghij'[next(numeros) % 10]}", texte), "utf-8")
    verifie, construit = (*QUIFAITQUOI, "check", source), (*QUIFAITQUOI, "build", source, "--vers", dossier / "site-repris")
    fois = 5 if nombre <= 1000 else 3
    with milieu({"QUIFAITQUOI_CACHE": str(dossier / "cache")}):
        for quoi, commande, entier, avant, but in (
            ("vérification après un changement", verifie, check, change, "0,15"),
            ("site après un changement", construit, build, change, "0,08"),
            ("site, rien n'a changé", construit, build, lambda: None, "0,03"),
        ):
            mesure(*commande)
            repris = mesure(*commande, fois=fois, avant=avant)
            ligne(f"{nombre} fiches : {quoi}", f"{repris.secondes:.2f} s", f"en entier {entier.secondes:.2f} s",
                  f"{repris.secondes / entier.secondes:.3f}, processeur {repris.processeur / entier.processeur:.3f} (but : {but})")
    fiche.write_text(texte, "utf-8")


def en_plusieurs_langues() -> None:
    """Port-Exemple whole: four languages and its leaflets, again after one change, and what the site weighs."""
    with tempfile.TemporaryDirectory(prefix="quifaitquoi-langues-") as dossier, milieu({"QUIFAITQUOI_CACHE": f"{dossier}/cache"}):
        source, site = Path(shutil.copytree(MODELE, f"{dossier}/territoire")), Path(dossier, "site")
        commande = (*QUIFAITQUOI, "build", source, "--vers", site)
        entier = mesure(*commande)
        fiche = source / "fiches/vieux-port/la-chaloupe.yml"
        fiche.write_text(fiche.read_text("utf-8").replace("8h30-12h", "8h45-12h"), "utf-8")
        repris = mesure(*commande)
        ligne("Port-Exemple et ses dépliants : après un changement", f"{repris.secondes:.1f} s",
              f"en entier {entier.secondes:.1f} s",
              f"{repris.secondes / entier.secondes:.2f}, processeur {repris.processeur / entier.processeur:.2f} (but : 0,15)")
        faits = [fichier for fichier in site.rglob("*") if fichier.is_file()]
        ligne("Port-Exemple : le site sur le disque", f"{sum(f.stat().st_size for f in faits) / 1e6:.1f} Mo",
              f"{len(faits)} fichiers")
        annuaire = source / "annuaire.yml"
        texte = re.sub(r"(?m)^depliants:\n(?:  .*\n?)*", "", annuaire.read_text("utf-8"))
        par_langues = {}
        for langues in ("[fr]", "[fr, en, ar, fr-x-falc]"):
            annuaire.write_text(re.sub(r"(?m)^langues: .*$", f"langues: {langues}", texte), "utf-8")
            par_langues[langues] = mesure(*commande, "--sans-cache", fois=3)
        une, quatre = par_langues.values()
        ligne("Port-Exemple : quatre langues", f"{quatre.secondes:.1f} s", f"une langue {une.secondes:.1f} s",
              f"{quatre.secondes / une.secondes:.1f}, processeur {quatre.processeur / une.processeur:.1f} (but : 2,5)")


@contextmanager
def milieu(variables: dict[str, str]) -> Iterator[None]:
    avant = dict(os.environ)
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(avant)


def recherche(nombre: int, site: Path) -> None:
    """The finder on a cheap phone: a real Chromium four times slower, and slow 3G for what is loaded."""
    trouve = trouveur(site)
    ligne(f"{nombre} fiches : index de la recherche, compressé", f"{trouve.index / 1000:.0f} Ko", "but 80 Ko pour 1 000")
    ligne(f"{nombre} fiches : chargé pour toute recherche autour d'un lieu", f"{trouve.charge / 1000:.0f} Ko", "but 200 Ko")
    ligne(f"{nombre} fiches : recherche prête, 3G lente", f"{trouve.recherche_prete:.1f} s", "but 5 s",
          f"première liste à {trouve.premiere_liste:.1f} s")
    ligne(f"{nombre} fiches : d'une lettre à ses résultats", f"{trouve.frappe:.0f} ms", "but 26 ms (médiane)",
          f"la plus lente {trouve.frappe_pire:.0f} ms")
    ligne(f"{nombre} fiches : plus longue tâche au chargement", f"{trouve.plus_longue_tache:.0f} ms", "but 200 ms")


def a_part() -> None:
    """What is measured on its own, whatever the sizes asked for."""
    click.echo("— plusieurs langues —")
    en_plusieurs_langues()
    langues.lignes(ligne, QUIFAITQUOI)
    click.echo("— dépliants —")
    leaflets.lignes(ligne)
    click.echo("— cartes —")
    cartes.lignes(ligne)
    click.echo("— données des autres —")
    inclusion.lignes(ligne, QUIFAITQUOI)
    click.echo("— tout un pays —")
    pays.lignes(ligne, QUIFAITQUOI)


def main() -> None:
    tailles = [int(mot) for mot in sys.argv[1:]] or [100, 1_000, 10_000]
    par_taille: dict[int, dict[str, float]] = {}
    demarre = mesure(*QUIFAITQUOI, "check", "--help", fois=5)
    ligne("démarrage de check", f"{demarre.secondes:.2f} s", f"de processeur {demarre.processeur:.2f} s", "(but : 0,15)")
    with tempfile.TemporaryDirectory(prefix="quifaitquoi-bench-") as dossier:
        for nombre in tailles:
            ici = Path(dossier) / str(nombre)
            ici.mkdir()
            click.echo(f"— {nombre} fiches générées —")
            par_taille[nombre] = grandeur(nombre, ici)
            shutil.rmtree(ici)
    if {1_000, 10_000} <= par_taille.keys():
        for nom in par_taille[1_000]:
            petit, grand = par_taille[1_000][nom] / 1_000, par_taille[10_000][nom] / 10_000
            ligne(f"coût par fiche, {nom} : 10 000 contre 1 000", f"{grand * 1000:.2f} ms", f"{petit * 1000:.2f} ms à 1 000",
                  f"{grand / petit:.2f} (but : 1,2 au plus)")
    a_part()


if __name__ == "__main__":
    main()
