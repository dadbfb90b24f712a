"""`quifaitquoi cle`: the site in one archive, for a stick."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.base.cache import Cache
from quifaitquoi.base.fichier import ecrire
from quifaitquoi.commands.build import DEPLIANTS_A_REVOIR, build
from quifaitquoi.commands.cache import sans_cache
from quifaitquoi.commands.choix import sortie
from quifaitquoi.commands.territoire import refuse_inconnu, territoire_verifie

PAR_DEFAUT = Path("build/cle.zip")


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--langue", "langues", multiple=True, metavar="CODE", help="Une langue du site ; plusieurs fois pour plusieurs.  "
              "[défaut : toutes]")
@click.option("--vers", type=click.Path(path_type=Path, dir_okay=False), default=PAR_DEFAUT, show_default=True,
              help="L'archive à écrire.")
@click.option("--site", type=click.Path(path_type=Path), default=Path("build/site"), show_default=True,
              help="Dossier du site, construit d'abord.")
@sans_cache
@click.pass_context
def cle(ctx: click.Context, territoire: Path, langues: tuple[str, ...], vers: Path, site: Path, cache: Cache) -> None:
    """Mettre l'annuaire sur une clé USB : une archive .zip à ouvrir dans un dossier, puis OUVRIR.html. Sans réseau.

    Elle tient en 400 fichiers et 30 Mo : le reste de la place va aux dépliants, chacun dans toutes les langues choisies.
    """
    sortie(vers, territoire, ".zip")
    vu = territoire_verifie(territoire)
    connues = vu.directory.annuaire.langues
    for code in langues:
        refuse_inconnu("une langue de ce site", code, {une: "" for une in connues})
    try:
        ctx.invoke(build, territoire=territoire, vers=site, part=None, cache=cache)
    except click.ClickException as a_revoir:
        if a_revoir.exit_code != DEPLIANTS_A_REVOIR:
            raise
        a_revoir.show()  # a leaflet that ends with a list is no reason to go without the rest
    from quifaitquoi.langues import langue
    from quifaitquoi.site.cle.copie import copie
    from quifaitquoi.site.cle.plan import plan
    faite = copie(site, plan(vu, [langue(code) for code in connues if not langues or code in langues]))
    ecrire(vers, faite.archive)
    click.echo(f"Écrit : {vers}. Une fois ouverte : {faite.fichiers} fichiers, {round(faite.octets / 1e6)} Mo, "
               f"{faite.depliants} dépliants sur {faite.sur}. Commencez par OUVRIR.html.")
