"""`quifaitquoi verify`: record in a fiche that somebody asked the place, and what it answered."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import get_args

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.check.load import lire
from quifaitquoi.annuaire.check.tree import Trouve, parcourir
from quifaitquoi.annuaire.fraicheur import confiance
from quifaitquoi.annuaire.model.confiance import Verification
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.source import lire_texte
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.fichier import premier_lien
from quifaitquoi.base.lexique import Lexique
from quifaitquoi.base.proches import lequel, proche, vouliez_vous_dire
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.commands.territoire import refuse_inconnu
from quifaitquoi.edition.decoupe.fichier import ecrire, ouvrir
from quifaitquoi.edition.reponses import comprendre
from quifaitquoi.edition.reponses.reponse import Appel, Reponse, repondre

COMMENT = get_args(Verification.model_fields["comment"].annotation)
RIEN = "Rien n'a été écrit."


@click.command()
@click.argument("fiche")
@click.option("--comment", metavar="COMMENT", help=f"Comment : {', '.join(COMMENT)}.")
@click.option("--par", metavar="ROLE", help="Le rôle d'annuaire.yml qui a demandé, jamais une personne.")
@click.option("--le", metavar="DATE", help="Le jour de l'appel ou de la visite. Aujourd'hui par défaut.")
@click.option("--change", "changes", multiple=True, metavar="CHAMP=VALEUR",
              help="Une correction, autant de fois qu'il faut. Sans valeur, le champ redevient « non renseigné ».")
@click.option("--confirme", "confirmes", multiple=True, metavar="CHAMP", help="Ce champ n'est plus « à confirmer ».")
@click.option("--dans", "territoire", type=click.Path(path_type=Path), default=Path("directory"), show_default=True,
              help="L'annuaire, quand FICHE est un nom.")
def verify(fiche: str, comment: str | None, par: str | None, le: str | None, changes: tuple[str, ...],
           confirmes: tuple[str, ...], territoire: Path) -> None:
    """Noter dans une fiche qu'on a demandé au lieu lui-même, et ce qu'il a répondu.

    FICHE : le nom d'une fiche (la-plateforme) ou son fichier. Le reste du fichier, commentaires compris, ne change pas.

    \b
    quifaitquoi verify la-plateforme --comment telephone --par equipe-neudorf
        --change horaires.vendredi="14h-16h" --confirme horaires
    """
    racine, trouve = _trouve(fiche, territoire)
    jour = aujourdhui(racine)
    appel = Appel(_comment(comment), role_connu(par, racine), date_de(le, jour), changes, confirmes)
    try:
        fichier = ouvrir(trouve.fichier, racine)
        reponse = repondre(fichier, trouve, racine, appel, jour)
        refuse_le_passe(reponse, appel, fichier.texte)
        if reponse.erreurs:
            for probleme in reponse.erreurs:
                click.echo(str(probleme), err=True)
            raise click.ClickException(RIEN)
        if reponse.texte != fichier.texte:
            ecrire(fichier, reponse.texte)
    except Refus as error:
        raise Refus(f"{error}. {RIEN}" if not str(error).endswith(("?", ".")) else f"{error} {RIEN}") from None
    raconte(reponse, trouve, jour)


def _trouve(fiche: str, territoire: Path) -> tuple[Path, Trouve]:
    """The territory and the file that `fiche` names, by its path or by its slug."""
    chemin = Path(fiche)
    if chemin.suffix in (".yml", ".yaml") or os.sep in fiche:
        if not os.path.lexists(chemin):
            raise click.ClickException(f"« {visible(fiche)} » n'existe pas : donnez le nom de la fiche, ou son fichier")
        racine = racine_de(chemin.parent)
        ici = Path(os.path.abspath(chemin))
        if lien := premier_lien(ici, Path(os.path.abspath(racine))):
            raise click.ClickException(f"« {visible(str(lien))} » est un lien : modifiez le vrai fichier")
        for trouve in parcourir(racine):
            if Path(os.path.abspath(trouve.fichier)) == ici and trouve.genre == "fiche":
                return racine, trouve
        raise click.ClickException(f"« {visible(fiche)} » n'est pas une fiche : une fiche est un fichier "
                                   "fiches/<quartier>/<nom>.yml")
    racine = racine_de(territoire)
    fiches = [trouve for trouve in parcourir(racine) if trouve.genre == "fiche"]
    trouves = [trouve for trouve in fiches if trouve.slug == fiche]
    # Named as on the door: the files are asked only where no file is called so.
    noms = {} if trouves else {trouve.slug: _noms(trouve) for trouve in fiches}
    if len(slugs := Lexique(noms).appeles(fiche)) == 1:
        trouves = [trouve for trouve in fiches if trouve.slug == slugs[0]]
    if len(trouves) > 1:
        raise click.ClickException(f"Plusieurs fiches s'appellent « {fiche} » : donnez le fichier, "
                                   + " ou ".join(str(t.fichier) for t in trouves))
    if not trouves:
        voisins = Lexique(noms).voisins(fiche)
        raise click.ClickException(f"« {visible(fiche)} » n'est pas une fiche de {racine}."
                                   + (lequel(dict.fromkeys(voisins)) or " « quifaitquoi stale » dit leurs noms."))
    return racine, trouves[0]


def _noms(trouve: Trouve) -> tuple[str, ...]:
    """What the fiche says that the place is called; nothing where it cannot be read."""
    try:
        nom = lire_yaml(lire_texte(trouve.fichier)).valeur_a(("nom",))
    except Illisible:
        return ()
    return (nom,) if isinstance(nom, str) and nom else ()


def _comment(comment: str | None) -> str:
    if comment is None:
        raise click.ClickException(f"Dites comment : --comment {', '.join(COMMENT[:-1])} ou {COMMENT[-1]}")
    if comment not in COMMENT:
        raise click.ClickException(f"--comment « {visible(comment)} » n'est pas possible : {', '.join(COMMENT)}."
                                   + vouliez_vous_dire(proche(comment, COMMENT)))
    return comment


def role_connu(par: str | None, racine: Path) -> str:
    """The role that asked, which annuaire.yml names."""
    annuaire = next((t for t in parcourir(racine) if t.genre == "annuaire"), None)
    lu = lire(annuaire, racine, Path.cwd(), "FR") if annuaire else None
    if lu is None or lu.element is None:
        raise click.ClickException(f"{racine / 'annuaire.yml'} ne se lit pas : lancez « quifaitquoi check ». {RIEN}")
    roles = {slug: role.nom for slug, role in lu.element.roles.items()}
    if par is None:
        raise click.ClickException(f"Dites quel rôle a demandé : --par {' ou --par '.join(roles)}")
    refuse_inconnu("un rôle d'annuaire.yml", par, roles)
    return par


def date_de(le: str | None, jour: date) -> date:
    """The day that was typed, today where none was; never one to come."""
    if le is None:
        return jour
    try:
        lu = date.fromisoformat(comprendre.jour(le))
    except comprendre.Incompris as error:
        raise click.ClickException(f"--le : {error}") from None
    if lu > jour:
        raise click.ClickException(f"--le : {lu} n'est pas encore passé (aujourd'hui : {jour}). {RIEN}")
    return lu


def refuse_le_passe(reponse: Reponse, appel: Appel, texte: str) -> None:
    """Raises Refus where the fiche was verified since."""
    if not reponse.recit:
        return
    ancienne = lire_yaml(texte).valeur_a(("verification", "le"))
    if isinstance(ancienne, str) and ancienne > appel.le.isoformat():
        raise Refus(f"cette fiche a été vérifiée depuis, le {visible(ancienne, 10)} : une réponse du {appel.le} "
                    "ne la remplace pas")


def raconte(reponse: Reponse, trouve: Trouve, jour: date) -> None:
    """Tell what is in the file now."""
    click.echo(f"{trouve.fichier}")
    for ligne in reponse.recit:
        click.echo(f"  {ligne}")
    if not reponse.recit:
        click.echo("  Rien à changer : tout était déjà écrit.")
    for remarque in reponse.remarques:
        click.echo(f"  {remarque}")
    for probleme in reponse.problemes:
        click.echo(str(probleme))
    if reponse.rapport.directory and (fiche := reponse.rapport.directory.fiches.get(trouve.slug)):
        jugee = confiance(reponse.rapport.directory, fiche, jour)
        click.echo(f"  À revérifier après le {jugee.a_revoir_le}." if jugee.sure else
                   f"  Déjà à revérifier depuis le {jugee.a_revoir_le}.")
