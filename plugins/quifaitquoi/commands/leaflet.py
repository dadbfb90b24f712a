"""`quifaitquoi leaflet`: any leaflet, in any format and language, for any needs."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.commands.build import DEPLIANTS_A_REVOIR
from quifaitquoi.commands.choix import langues_connues, sortie
from quifaitquoi.commands.territoire import territoire_verifie
from quifaitquoi.suivi.forge.api import forge
from quifaitquoi.suivi.forge.depliants import depliants_a_revoir
from quifaitquoi.suivi.forge.ticket import met_a_jour

FORMATS = ("affiche", "depliant", "livret", "grands-caracteres", "discret", "semaine", "ma-feuille")


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--quartier", "quartiers", multiple=True, metavar="QUARTIER",
              help="Nom d'un fichier de quartiers/ ; plusieurs fois pour plusieurs dépliants.")
@click.option("--moment", "moments", multiple=True, metavar="MOMENT",
              help="Temps de vie « Je sors de… » : sa feuille pour le jour de la sortie, à la place d'un quartier.")
@click.option("--langue", "langues", multiple=True, metavar="CODE", help="Langue du dépliant ; plusieurs fois pour plusieurs.  "
              "[défaut : la première du site]")
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="Plusieurs fois pour plusieurs ; semaine : la feuille "
    "« Cette semaine, chez vous » d'un quartier, ou de tout le territoire ; ma-feuille : « Ma feuille pour les jours "
    "difficiles ».  [défaut : depliant]"
)
@click.option(
    "--besoins", default="", metavar="A,B", help="Besoins ou racines du vocabulaire, séparés par des virgules. Absent : tous."
)
@click.option("--pages", metavar="N", help="Nombre de pages : 2, 8, ou 4n pour un multiple de quatre. Absent : celui du format.")
@click.option("--papier", type=click.Choice(("a4", "a3")), default="a4", show_default=True, help="a3 : pour l'affiche.")
@click.option(
    "--selection", type=click.Choice(("auto",)), help="auto : ce qui n'a pas de place va dans une liste avec les téléphones."
)
@click.option("--tous", is_flag=True, help="Tous les dépliants que annuaire.yml demande, et les feuilles qui vont avec le site.")
@click.option("--signaler", is_flag=True, help="Avec --tous : tenir aussi à jour la demande « Dépliants à revoir » sur la forge.")
@click.option("--vers", type=click.Path(path_type=Path), default=Path("build"), show_default=True,
              help="Dossier où le dossier « depliants » est écrit ; ou, pour un seul dépliant, le fichier .pdf à écrire.")
def leaflet(territoire: Path, quartiers: tuple[str, ...], moments: tuple[str, ...], langues: tuple[str, ...],
            formats: tuple[str, ...], besoins: str, pages: str | None, papier: str, selection: str | None, tous: bool,
            signaler: bool, vers: Path) -> None:
    """Fabriquer un dépliant en PDF : --quartier, et au choix --format, --langue, --besoins, --pages.

    Un dépliant qui ne tient pas en entier finit par une liste : le code de sortie est alors 3. Celui qui ne peut pas
    être fait n'arrête pas les autres : le code de sortie est alors 1.
    """
    langues_connues(langues)
    if signaler and not tous:
        raise click.UsageError("« --signaler » va avec --tous : la demande parle de tous les dépliants de annuaire.yml.")
    sortie(vers, territoire, ".pdf" if vers.suffix.lower() == ".pdf" else "")
    ici = forge() if signaler else None
    vu = territoire_verifie(territoire)
    if not quartiers and not tous and formats and set(formats) <= {"semaine", "ma-feuille"}:
        quartiers = ("",)  # the whole territory
    if not quartiers and not moments and not tous:
        raise click.ClickException("Dites pour quel quartier : --quartier " + "|".join(vu.directory.quartiers)
                                   + ", ou --tous pour ceux que annuaire.yml demande.")
    # Typesetting and maps take a while to import: a wrong option is told at once.
    from quifaitquoi.papier.depliants.lot import a_revoir, bilan, depliants_du_territoire
    from quifaitquoi.savoir.depliants import SEMAINE, SORTIE, Demande, a_imprimer
    choisis = tuple(mot.strip() for mot in besoins.split(",") if mot.strip())
    langues = langues or vu.directory.annuaire.langues[:1]
    voulues = a_imprimer(vu) if tous else (
        *(Demande(quartier, forme, langue, choisis, pages, selection == "auto", papier)
          for quartier in quartiers for forme in formats or ("depliant",) for langue in langues),
        *(Demande("", SORTIE, langue, moment=moment) for moment in moments for langue in langues))
    voulues = tuple(d for d in voulues if d.format != SEMAINE or _annonce(vu, d.quartier))
    fichier = vers.suffix.lower() == ".pdf" and not vers.is_dir()
    if fichier and len(voulues) > 1:
        raise click.ClickException(f"« --vers {vers} » est un seul fichier, et vous demandez {len(voulues)} dépliants : donnez un "
                                   f"dossier. Exemple : --vers {vers.with_suffix('')}")
    resultats = depliants_du_territoire(vu, vers, click.echo, voulues, fichier)
    for fait in met_a_jour(ici, [depliants_a_revoir(a_revoir(resultats))]) if ici else ():
        click.echo(fait)
    if dit := bilan(resultats):
        erreur = click.ClickException(dit)
        erreur.exit_code = 1 if any(resultat.erreur for resultat in resultats) else DEPLIANTS_A_REVOIR
        raise erreur


def _annonce(territoire: Territoire, quartier: str) -> bool:
    """Whether there is anything for a sheet of the week; says so where there is not. An unknown neighbourhood is told later."""
    from quifaitquoi.savoir.annonces import de_la_semaine
    d = territoire.directory
    if de_la_semaine(d, territoire.aujourdhui, quartier or None) or quartier not in ("", *d.quartiers):
        return True
    nom = d.quartiers[quartier].nom if quartier else d.annuaire.territoire
    click.echo(f"Rien n'est annoncé dans les sept jours qui viennent ({nom}) : il n'y a pas de feuille à afficher.")
    return False
