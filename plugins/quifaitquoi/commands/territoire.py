"""A territory that passed the check, for the commands that need one; or the errors that stand in the way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.check import Rapport, verifier
from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.base.proches import proche, vouliez_vous_dire
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.commands.couleur import colore


def territoire_verifie(chemin: Path) -> Territoire:
    """The territory that `chemin` belongs to. Says its errors and stops where it has any."""
    racine = racine_de(chemin)
    jour = aujourdhui(racine)
    return enrichir(rapport_sans_erreur(racine, jour).directory, jour)


def rapport_sans_erreur(racine: Path, jour: date, sauf: str = "") -> Rapport:
    """What the check says of this territory. Says its errors and stops where it has any, but those of the rule `sauf`."""
    rapport = verifier(racine, jour)
    if erreurs := [probleme for probleme in rapport.erreurs if probleme.regle != sauf]:
        for probleme in erreurs[:20]:
            click.echo(colore(str(probleme)), err=True)
        n = len(erreurs)
        raise Refus(f"L'annuaire a {n} erreur{'s' if n > 1 else ''} : corrigez d'abord, puis recommencez "
                    f"(« quifaitquoi check {racine} » les dit toutes)")
    return rapport


def role_connu(territoire: Territoire, role: str | None) -> None:
    if role is not None:
        refuse_inconnu("un rôle d'annuaire.yml", role, {s: r.nom for s, r in territoire.directory.annuaire.roles.items()})


def quartier_connu(territoire: Territoire, quartier: str | None) -> None:
    if quartier is not None:
        refuse_inconnu("un quartier", quartier, {s: q.nom for s, q in territoire.directory.quartiers.items()})


def quartier_voulu(territoire: Territoire, quartier: str | None) -> str:
    """The one that was asked for. Stops where none was, naming them all."""
    if quartier is None:
        raise click.ClickException("Dites pour quel quartier : --quartier " + "|".join(territoire.directory.quartiers))
    quartier_connu(territoire, quartier)
    return quartier


def refuse_inconnu(quoi: str, lu: str, connus: dict[str, str]) -> None:
    """Stops where `lu` is none of `connus` (slug → name), proposing the nearest."""
    if lu not in connus:
        trouve = proche(lu, connus)
        question = vouliez_vous_dire(trouve, connus.get(trouve)) or f" Connus : {', '.join(connus)}."
        raise click.ClickException(f"« {visible(lu)} » n'est pas {quoi}.{question}")
