"""`quifaitquoi remind`: one issue per role with what is due, opened, updated or closed."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.commands.territoire import territoire_verifie
from quifaitquoi.suivi.forge.api import forge
from quifaitquoi.suivi.forge.rappels import rappels
from quifaitquoi.suivi.forge.ticket import met_a_jour


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
def remind(territoire: Path) -> None:
    """Tenir à jour sur la forge une demande par rôle, avec ce qui est à vérifier : jamais deux.

    Demande GITHUB_TOKEN et GITHUB_REPOSITORY, que le workflow hebdomadaire donne. Pour lire la liste : « quifaitquoi stale ».
    """
    vu = territoire_verifie(territoire)
    faits = met_a_jour(forge(), rappels(vu))
    click.echo("\n".join(faits) or "Rien à changer : chaque demande dit déjà ce qui est à vérifier.")
