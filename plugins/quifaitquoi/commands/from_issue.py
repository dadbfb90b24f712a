"""`quifaitquoi from-issue`: a submitted form of the forge becomes a change of the directory, or a polite refusal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.base.fichier import ecrire
from quifaitquoi.base.markdown import echappe
from quifaitquoi.base.refus import Refus
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.edition.formulaires.formulaire import Formulaire, formulaires, lire
from quifaitquoi.edition.formulaires.lecture import CHAMPS, Laissee, Refusees
from quifaitquoi.edition.formulaires.pose import poser
from quifaitquoi.edition.formulaires.proposition import Proposition, proposer
from quifaitquoi.edition.reponses.comprendre import Incompris

OCTETS_MAX = 2_000_000
MERCI = "Merci d'avoir écrit."
A_COMPLETER = "Ceci n'a pas pu être lu, et manque encore à la fiche."
MODIFIER = "Vous pouvez modifier votre texte en haut de cette page : il sera relu aussitôt."


@click.command("from-issue")
@click.argument("evenement", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--vers", type=click.Path(path_type=Path), default=Path("build/formulaire"), show_default=True,
              help="Dossier de la réponse à publier, et du titre s'il y a une proposition.")
@click.option("--dans", "territoire", type=click.Path(path_type=Path), default=Path("directory"), show_default=True,
              help="L'annuaire.")
def from_issue(evenement: Path, vers: Path, territoire: Path) -> None:
    """Changer l'annuaire comme le demande un formulaire de la forge (EVENEMENT : le fichier JSON du workflow).

    Écrit reponse.md, et titre.txt si l'annuaire a changé. Code de sortie 1 si rien n'a changé.
    """
    numero, corps = _demande(evenement)
    (vers / "titre.txt").unlink(missing_ok=True)
    try:
        formulaire, reponses = lire(corps, formulaires())
        proposition, avertissements = _propose(numero, formulaire, reponses, racine_de(territoire))
    except Incompris as error:
        refusees = _a_completer(formulaire, error.laissees) if isinstance(error, Refusees) else []
        ecrire(vers / "reponse.md", _refus(refusees or [f"- {echappe(str(error))}"]))
        raise Refus(f"{str(error).rstrip('.')}. Rien n'a été écrit") from None
    a_completer = _a_completer(formulaire, proposition.laissees)
    ecrire(vers / "reponse.md", _accord(formulaire, proposition, avertissements, a_completer))
    # The first line is the title of the proposal, what follows its text.
    titre = [f"Formulaire n° {numero} : {proposition.slug}", *(["", A_COMPLETER, "", *a_completer] if a_completer else [])]
    ecrire(vers / "titre.txt", "\n".join(titre) + "\n")
    click.echo(f"{proposition.chemin} est prêt à être relu.")


def _demande(evenement: Path) -> tuple[int, str]:
    """Number and text of the issue that the event is about."""
    try:
        if evenement.stat().st_size > OCTETS_MAX:
            raise ValueError
        demande = json.loads(evenement.read_bytes())["issue"]
        numero, corps = demande["number"], demande["body"] or ""
        if type(numero) is not int or numero < 1 or not isinstance(corps, str):
            raise ValueError
    except (ValueError, KeyError, TypeError, RecursionError):
        raise click.ClickException(f"« {evenement} » n'est pas l'événement d'une demande (issue) de la forge") from None
    return numero, corps


def _propose(numero: int, formulaire: Formulaire, reponses: Mapping[str, str], racine: Path) -> tuple[Proposition, list[str]]:
    jour = aujourdhui(racine)
    avant = verifier(racine, jour)
    if avant.directory is None:
        raise Incompris("L'annuaire a des erreurs en ce moment, et ne peut pas changer : l'équipe s'en occupe")
    proposition = proposer(formulaire.nom, reponses, avant.directory, racine, f"Formulaire n° {numero}", jour)
    problemes = poser(proposition, racine, avant, jour)
    dits = [" : ".join(filter(None, (_ou(formulaire, p, proposition), p.phrase))) for p in problemes]
    if any(p.niveau == "erreur" for p in problemes):
        raise Incompris(" ; ".join(dits[:10]))
    return proposition, dits


def _ou(formulaire: Formulaire, probleme: Probleme, proposition: Proposition) -> str:
    """The question that the place of a problem was the answer of; its field, where there was none."""
    # Some faults know their line only: its key is the field.
    ligne = dict(enumerate(proposition.texte.splitlines(), 1)).get(probleme.ligne, "").strip()
    for question, label in formulaire.questions.items():
        chemin = CHAMPS.get(question, ("?",))
        if probleme.champ.startswith(".".join(chemin)) if probleme.champ else ligne.startswith(f"{chemin[-1]}:"):
            return label
    return probleme.champ


def _a_completer(formulaire: Formulaire, laissees: Sequence[Laissee]) -> list[str]:
    """What could not be read: which question, what was written, what to write instead."""
    return [f"- **{echappe(formulaire.questions[laissee.question])}** : "
            + echappe(f"« {laissee.ecrit} ». {laissee.phrase}" if laissee.ecrit else laissee.phrase) for laissee in laissees]


def _accord(formulaire: Formulaire, proposition: Proposition, avertissements: list[str], a_completer: list[str]) -> str:
    quoi = f"la fiche `{proposition.slug}`" if proposition.chemin.parts[0] == "fiches" else f"`{proposition.chemin}`"
    parts = [f"{MERCI} Votre réponse est devenue une proposition pour {quoi}. Une personne de l'équipe la relit ; le site change "
             "ensuite."]
    if proposition.lus:
        parts.append("Compris :\n\n" + "\n".join(f"- {echappe(formulaire.questions[question])} : {echappe(mots)}"
                                                   for question, mots in proposition.lus.items()))
    if a_completer:
        parts.append(f"{A_COMPLETER} {MODIFIER}\n\n" + "\n".join(a_completer))
    if avertissements:
        parts.append("À regarder en relisant :\n\n" + "\n".join(f"- {echappe(dit)}" for dit in avertissements[:20]))
    if proposition.remarque:
        parts.append("À changer à la main, d'après votre remarque : voir plus haut.")
    return "\n\n".join(parts) + "\n"


def _refus(raisons: list[str]) -> str:
    return (f"{MERCI} Ceci n'a pas pu devenir une proposition tout seul :\n\n" + "\n".join(raisons)
            + f"\n\n{MODIFIER} Sinon, laissez-le : une personne de l'équipe le lira.\n")
