"""`quifaitquoi new`: a handful of questions, and a valid fiche."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.telephone import numero_possible
from quifaitquoi.base.refus import Refus
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.commands.territoire import rapport_sans_erreur
from quifaitquoi.edition.formulaires import comprendre
from quifaitquoi.edition.formulaires.comprendre import Incompris
from quifaitquoi.edition.formulaires.demander import SANS_REPONSE, demande
from quifaitquoi.edition.formulaires.essai import poser
from quifaitquoi.edition.formulaires.proposition import CHOIX, ajouter
from quifaitquoi.horaires import HorairesIllisibles, lire


@click.command()
@click.option("--dans", "territoire", type=click.Path(path_type=Path), default=Path("directory"), show_default=True,
              help="L'annuaire.")
def new(territoire: Path) -> None:
    """Écrire une fiche en répondant à quelques questions. Ce qu'on ne sait pas reste vide : le site dira « non renseigné »."""
    racine = racine_de(territoire)
    jour = aujourdhui(racine)
    rapport = rapport_sans_erreur(racine, jour)
    reponses = _questions(rapport.directory)
    try:
        proposition = ajouter(reponses, rapport.directory, racine, reponses.pop("source_dite", "Saisie sans source en ligne"), jour)
        problemes = poser(proposition, racine, rapport, jour)
    except Incompris as error:
        raise Refus(f"{error}. Rien n'a été écrit") from None
    for probleme in problemes:
        click.echo(str(probleme), err=True)
    if any(p.niveau == "erreur" for p in problemes):
        raise click.ClickException("Rien n'a été écrit : recommencez avec ce qui est demandé au-dessus")
    click.echo(f"\nLa fiche est écrite : {racine / proposition.chemin}\nRelisez-la, complétez-la, puis « quifaitquoi check ».")


def _questions(directory: Directory) -> dict[str, str]:
    """The answers by question, in the forms' words; what is not known is not there."""
    v, pays = directory.vocabulaire, directory.annuaire.pays
    zones = {slug: (quartier.nom,) for slug, quartier in directory.quartiers.items()}
    reponses = {
        "nom": demande("Nom, comme sur la porte", comprendre.slug, obligatoire=True),
        "genre": _choix("Qu'est-ce que c'est ?", "genre", obligatoire=True),
        "services": demande("Ce qu'on y trouve, séparé par des virgules (douche, repas chaud…)",
                             lambda texte: comprendre.besoins(texte, v), obligatoire=True),
        "quartier": demande(f"Quartier ({', '.join(nom for nom, in zones.values())})",
                             lambda texte: comprendre.un_de(texte, zones, "un quartier de l'annuaire"), obligatoire=True),
    }
    if reponses["genre"] == "Un lieu où aller":
        if demande("L'adresse doit-elle rester secrète ? (oui ou non)", _oui_ou_non, obligatoire=True).lower() == "oui":
            reponses["confidentialite"] = "oui"
        else:
            reponses |= {"voie": demande("Numéro et rue"), "code_postal": demande("Code postal"), "commune": demande("Ville")}
    reponses |= {
        "horaires": _horaires(),
        "telephone": demande("Téléphone (un standard, jamais un portable)", lambda texte: _telephone(texte, pays)),
        "site": demande("Site web (https://…)"),
        "langues": demande("Langues parlées (français, arabe…)", lambda texte: comprendre.langues(texte, v)),
        "rendez_vous": _choix("Faut-il un rendez-vous ?", "rendez_vous"),
        "cout": _choix("Combien ça coûte ?", "cout"),
        "source": demande("D'où le savez-vous ? (une adresse web, ou en quelques mots)"),
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
    while texte := demande("  ", lambda ligne: _lisibles([*lignes, ligne])):
        lignes.append(texte)
    return "\n".join(lignes)


def _lisibles(lignes: list[str]) -> None:
    try:
        lire(comprendre.horaires("\n".join(lignes)))
    except HorairesIllisibles as error:
        raise Incompris(error.fautes[0].message) from None


def _oui_ou_non(texte: str) -> None:
    if texte.lower() not in ("oui", "non"):
        raise Incompris("Répondez par oui ou par non")


def _telephone(texte: str, pays: str) -> None:
    if not numero_possible(texte, pays):
        raise Incompris(f"« {comprendre.ligne(texte)} » n'est pas un numéro possible. Exemple : 02 61 91 00 00")
