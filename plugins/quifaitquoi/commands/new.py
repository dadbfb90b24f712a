"""`quifaitquoi new`: a handful of questions, and a valid fiche."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.base.refus import Refus
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.commands.territoire import rapport_sans_erreur
from quifaitquoi.edition.formulaires.demander import SANS_REPONSE, demande
from quifaitquoi.edition.formulaires.lecture import CHOIX, Lecture
from quifaitquoi.edition.formulaires.pose import poser
from quifaitquoi.edition.formulaires.proposition import ajouter, nom_libre, quartier
from quifaitquoi.edition.reponses import comprendre
from quifaitquoi.edition.reponses.comprendre import Incompris


@click.command()
@click.option("--dans", "territoire", type=click.Path(path_type=Path), default=Path("directory"), show_default=True,
              help="L'annuaire.")
def new(territoire: Path) -> None:
    """Écrire une fiche en répondant à quelques questions. Ce qu'on ne sait pas reste vide, et le site le dit."""
    racine = racine_de(territoire)
    jour = aujourdhui(racine)
    rapport = rapport_sans_erreur(racine, jour)
    reponses = _questions(rapport.directory)
    source = reponses.pop("source_dite", "Saisie sans source en ligne")
    try:
        proposition = ajouter(Lecture(reponses, rapport.directory), source, jour)
        problemes = poser(proposition, racine, rapport, jour)
    except Incompris as error:
        raise Refus(f"{str(error).rstrip('.')}. Rien n'a été écrit") from None
    for probleme in problemes:
        click.echo(str(probleme), err=True)
    if any(p.niveau == "erreur" for p in problemes):
        raise click.ClickException("Rien n'a été écrit : recommencez avec ce qui est demandé au-dessus")
    click.echo(f"\nLa fiche est écrite : {racine / proposition.chemin}\nRelisez-la, complétez-la, puis « quifaitquoi check ».")


def _questions(directory: Directory) -> dict[str, str]:
    """The answers by question, in the forms' words; what is not known is not there."""
    def champ(quoi: str, question: str, obligatoire: bool = False) -> str:
        """Each answer is read as the form's would be, and what was understood of words is said."""
        def comprise(texte: str) -> None:
            lue = Lecture({question: texte}, directory)
            lue.valeurs()
            if lue.laissees:
                raise Incompris(lue.laissees[0].phrase)
            if question in lue.mots:
                click.echo(f"  Compris : {lue.mots[question]}")
        return demande(quoi, comprise, obligatoire)

    zones = ", ".join(quartier.nom for quartier in directory.quartiers.values())
    reponses = {
        "nom": demande("Nom, comme sur la porte", lambda texte: nom_libre(texte, directory), obligatoire=True),
        "genre": _choix("Qu'est-ce que c'est ?", "genre", obligatoire=True),
        "services": champ("Ce qu'on y trouve, séparé par des virgules (douche, repas chaud…)", "services", obligatoire=True),
        "quartier": demande(f"Quartier ({zones})", lambda texte: quartier(texte, directory), obligatoire=True),
    }
    if reponses["genre"] == "Un lieu où aller":
        if demande("L'adresse doit-elle rester secrète ? (oui ou non)", _oui_ou_non, obligatoire=True).lower() == "oui":
            reponses["confidentialite"] = "oui"
        else:
            reponses |= {"voie": champ("Numéro et rue", "voie"), "code_postal": champ("Code postal", "code_postal"),
                         "commune": champ("Ville", "commune")}
    reponses |= {
        "horaires": _horaires(),
        "telephone": champ("Téléphone (un standard, jamais un portable)", "telephone"),
        "site": champ("Site web (https://…)", "site"),
        "langues": champ("Langues parlées (français, arabe…)", "langues"),
        "rendez_vous": _choix("Faut-il un rendez-vous ?", "rendez_vous"),
        "cout": _choix("Combien ça coûte ?", "cout"),
        "source": demande("D'où le savez-vous ? (une adresse web, ou en quelques mots : plaquette de la mairie, janvier 2026)"),
    }
    if reponses["source"] and not reponses["source"].startswith(("http://", "https://")):
        reponses["source_dite"] = comprendre.ligne(reponses.pop("source"))
    return {question: texte for question, texte in reponses.items() if texte}


def _choix(quoi: str, question: str, obligatoire: bool = False) -> str:
    possibles = list(CHOIX[question])
    click.echo(quoi)
    for rang, possible in enumerate(possibles, 1):
        click.echo(f"  {rang}. {possible}")

    def numero(texte: str) -> None:
        if texte not in map(str, range(1, len(possibles) + 1)):
            raise Incompris(f"Répondez par un chiffre, de 1 à {len(possibles)}")
    reponse = demande("  Votre choix", numero, obligatoire)
    return possibles[int(reponse) - 1] if reponse else ""


def _horaires() -> str:
    """Line by line, each understood before the next; a line that contradicts another is asked again."""
    click.echo(f"Horaires, une ligne par jour ou par groupe de jours (lundi au vendredi: 9h-12h). [{SANS_REPONSE}, ou j'ai fini]")
    lignes: list[str] = []
    while texte := demande("  ", lambda ligne: comprendre.horaires("\n".join([*lignes, ligne]))):
        lignes.append(texte)
    return "\n".join(lignes)


def _oui_ou_non(texte: str) -> None:
    if texte.lower() not in ("oui", "non"):
        raise Incompris("Répondez par oui ou par non")

