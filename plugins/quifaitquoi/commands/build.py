"""`quifaitquoi build` and `quifaitquoi serve`: the website of a territory, written or previewed."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from quifaitquoi.base.cache import Cache
from quifaitquoi.commands.cache import sans_cache

DEPLIANTS_A_REVOIR = 3  # 1 is a directory with errors or a crash, 2 a command that was written wrong


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--vers", type=click.Path(path_type=Path), default=Path("build/site"), show_default=True,
              help="Dossier du site.")
@click.option("--part", "part", metavar="N/TOTAL", help="Ne construire qu'une partie, à réunir ensuite avec « quifaitquoi join ».")
@sans_cache
def build(territoire: Path, vers: Path, part: str | None, cache: Cache) -> None:
    """Vérifier l'annuaire, construire son site et les dépliants que annuaire.yml demande.

    Un dépliant qui ne tient plus en entier finit par une liste. Celui qui ne peut pas être fait n'arrête ni le site
    ni les autres. La page « Dépliants » dit lesquels et pourquoi, et le code de sortie est alors 3.
    """
    from quifaitquoi.site.inchange import Inchange
    from quifaitquoi.site.parties import ENTIER, Partie
    partie = Partie.lue(part) if part else ENTIER
    avant = Inchange(territoire, vers, cache)
    if not part and (dit := avant.dit()) is not None:
        click.echo(f"Rien n'a changé depuis la dernière fois. Site prêt : {vers / 'index.html'}", err=True)
        return _fini(dit)
    # All that follows stays to the end: looking for cycles among it as often as Python does by itself costs a tenth of a build.
    gc.set_threshold(50_000, 20, 50)
    # MkDocs takes half a second to import: the other commands must not wait for it.
    from quifaitquoi.annuaire.enrich import Territoire
    from quifaitquoi.annuaire.enrich.empreintes import Empreintes
    from quifaitquoi.base.registre import Registre
    from quifaitquoi.echanges.sorties import FORMATS
    from quifaitquoi.papier.depliants.lot import bilan, depliants_du_territoire, ecarts
    from quifaitquoi.papier.depliants.reprise import Reprise
    from quifaitquoi.savoir.depliants import Ecarts
    from quifaitquoi.site.adapter import construire
    resultats = []

    def depliants(vu: Territoire, registre: Registre, empreintes: Empreintes) -> Ecarts:
        reprise = Reprise(vu, registre, empreintes)
        resultats.extend(depliants_du_territoire(vu, vers, lambda phrase: click.echo(phrase, err=True), reprise=reprise))
        return ecarts(resultats)

    note = construire(territoire, vers, depliants, FORMATS, cache, partie)
    dit = bilan(resultats) or ""
    if part:
        note(dit).pose(vers)
        return click.echo(f"Partie {partie.rang}/{partie.sur} prête : {vers}", err=True)
    avant.retient(dit)
    _fini(dit)


def _fini(dit: str) -> None:
    """Ends with what is to be said of the leaflets, if anything is."""
    if dit:
        erreur = click.ClickException(f"Le site est construit. {dit}")
        erreur.exit_code = DEPLIANTS_A_REVOIR
        raise erreur


@click.command()
@click.argument("parties", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PARTIE...")
@click.option("--vers", type=click.Path(path_type=Path), default=Path("build/site"), show_default=True, help="Dossier du site.")
def join(parties: tuple[Path, ...], vers: Path) -> None:
    """Réunir les parties que « quifaitquoi build --part » a construites : le site est celui d'une seule construction.

    PARTIE : le dossier de chacune, dans n'importe quel ordre.
    """
    from quifaitquoi.site.parties import joindre
    dit = joindre(parties, vers)
    click.echo(f"Site prêt : {vers / 'index.html'}", err=True)
    _fini(dit)


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port local.")
def serve(territoire: Path, port: int) -> None:
    """Prévisualiser le site : chaque fichier enregistré rafraîchit la page."""
    from quifaitquoi.site.adapter import servir
    servir(territoire, port)
