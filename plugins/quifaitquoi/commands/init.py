"""`quifaitquoi init`: a new territory that passes the check and builds."""

from __future__ import annotations

import re
from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.pays import est_la_france, fuseau_connu, fuseau_de, fuseau_probable, pays_connu, pays_probable
from quifaitquoi.annuaire.model.telephone import est_court, exemples, numero_possible, repond
from quifaitquoi.annuaire.model.vacances import ZoneScolaire
from quifaitquoi.base.fourni import fourni
from quifaitquoi.base.proches import vouliez_vous_dire
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.edition.depot import neuf as depot
from quifaitquoi.edition.depot.neuf import DONNEES, FORGES
from quifaitquoi.edition.depot.programme import celui_ci
from quifaitquoi.edition.depot.programme import demande as demande_programme
from quifaitquoi.edition.formulaires.demander import demande
from quifaitquoi.edition.formulaires.feries import feries_de, subdivisions
from quifaitquoi.edition.formulaires.secours import TOUT, URGENCES, Secours, secours
from quifaitquoi.edition.formulaires.territoire_neuf import QuartierNeuf, TerritoireNeuf, ecrire
from quifaitquoi.edition.formulaires.zones_scolaires import OUTRE_MER, zone_scolaire
from quifaitquoi.edition.reponses import comprendre
from quifaitquoi.edition.reponses.comprendre import Incompris
from quifaitquoi.edition.traduction import mettre_a_jour_territoire, reprises
from quifaitquoi.langues import est_connue, langue, pourquoi_pas
from quifaitquoi.langues.catalogue import fichier
from quifaitquoi.langues.dangers import a_ecrire
from quifaitquoi.langues.po import Entree

RAYON_D_UNE_COMMUNE = 1500


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--modele", type=click.Path(path_type=Path), default=fourni("annuaire"), show_default="ceux du programme",
              help="L'annuaire dont le vocabulaire et ses traductions sont repris.")
@click.option("--forge", type=click.Choice(FORGES), default=FORGES[0], show_default=True, help="Où ce dépôt sera publié.")
@click.option("--programme", metavar="ADRESSE[@VERSION]", help="Le dépôt git du programme, s'il ne vient pas de là.")
def init(dossier: Path, modele: Path, forge: str, programme: str | None) -> None:
    """Commencer un nouveau territoire dans DOSSIER, qui ne doit pas encore exister, en répondant à quelques questions.

    DOSSIER devient un dépôt entier : l'annuaire dans directory/, et autour ce qu'il faut pour le vérifier, le publier et le garder
    à jour. Le programme n'y est pas copié : requirements.txt le nomme, à sa version.
    """
    if dossier.exists():
        raise click.ClickException(f"« {visible(str(dossier))} » existe déjà : donnez le nom d'un dossier nouveau, par exemple "
                                   "nouveau-territoire")
    du_programme = demande_programme(programme) if programme else celui_ci()
    directory = _lu(modele)
    neuf = _questions(directory)
    annuaire = dossier / DONNEES
    a_completer = ecrire(neuf, racine_de(modele), directory, annuaire)
    _traduit(neuf, racine_de(modele), annuaire)
    restes = depot.ecrire(dossier, neuf.nom, du_programme, forge)
    click.echo(f"\nLe territoire est dans {dossier}. À relire et à compléter :")
    for chemin in a_completer:
        click.echo(f"  {chemin}")
    click.echo("\nLes numéros d'urgence, tels qu'ils se liront. Vérifiez-les :")
    for ligne in neuf.urgences:
        click.echo(f"  {ligne.numero} : {ligne.nom}. {ligne.pour}")
    if any(repond(ligne.numero, neuf.pays) for ligne in neuf.urgences):
        click.echo("Chacun a sa fiche, qui vient du programme et se renouvelle avec lui. Une fiche à vous, avec le même numéro, "
                   "prend sa place.")
    _dit_les_vacances(neuf)
    positions = "quifaitquoi geocode                  les positions, sans lesquelles rien n'est sur la carte"
    if not est_la_france(neuf.pays):
        positions = "(dans chaque fiche)                  la position, lue sur une carte, sans laquelle rien n'est sur le plan"
    click.echo(f"""
Ensuite, dans cet ordre, depuis {dossier} :
  quifaitquoi import FORMAT FICHIER    pour partir d'une liste publique : ce qui est dans « emprise » (docs/import.md)
  quifaitquoi new                      une fiche, en répondant à des questions
  {positions}
  quifaitquoi fond --telecharger       les rues, sous la carte et sur le papier
  quifaitquoi check
  quifaitquoi leaflet --quartier {comprendre.slug(neuf.quartiers[0].nom)}   un premier dépliant""")
    for reste in restes:
        click.echo(reste)


def _lu(modele: Path) -> Directory:
    """A model as far as it can be read: the program's own has words and no fiches, and leads to some all the same."""
    racine = racine_de(modele)
    rapport = verifier(racine, aujourdhui(racine), base=racine)
    fautes = [p for p in rapport.erreurs
              if p.fichier.startswith(("annuaire.yml", "vocabulaire/")) and not p.regle.endswith(("-inconnu", "-inconnue"))]
    if fautes:
        raise Refus("\n".join(["L'annuaire repris a des erreurs : corrigez-les d'abord.", *map(str, fautes[:20])]))
    return rapport.lisible


def _questions(directory: Directory) -> TerritoireNeuf:
    nom = demande("Nom du territoire (une ville, un canton…)", comprendre.slug, obligatoire=True)
    pays = _code_du_pays(demande("Pays [Entrée : France]", _pays, facultatif="") or "FR")
    region = _region(pays)
    fuseau = fuseau_de(pays)
    dit = demande(f"Fuseau horaire [Entrée : {fuseau}]", _fuseau, facultatif="")
    communes = [c.strip() for c in demande("Communes, séparées par des virgules", obligatoire=True).split(",") if c.strip()]
    exemple = ", ".join(directory.annuaire.langues)
    langues = _codes(demande(f"Langues du site, la première est le français (exemple : {exemple})", _langues, obligatoire=True))
    quartiers = [QuartierNeuf(
        demande("Premier quartier", comprendre.slug, obligatoire=True),
        _position(demande("Son centre, latitude puis longitude (exemple : 48.5691, 7.7629)", _position, obligatoire=True)),
        _rayon(demande("Son rayon en mètres (exemple : 800)", _rayon, obligatoire=True)))]
    for commune in communes[1:]:
        # Else a place of another commune would have nowhere to go but this neighbourhood, or everywhere.
        if comprendre.slug(commune) not in {comprendre.slug(q.nom) for q in quartiers} | {"partout"} and (
                centre := demande(f"Le centre de {commune}, pour en faire un quartier", _position)):
            quartiers.append(QuartierNeuf(commune, _position(centre), RAYON_D_UNE_COMMUNE))
    zone = _zone_scolaire(pays)
    feries, autres = feries_de(pays, region) if region else ([], [])
    if autres:
        click.echo(f"  Ces jours fériés changent de date et ne s'écrivent pas d'avance : {', '.join(autres)}. Annoncez-les dans "
                   "les « fermetures » des fiches.")
    lignes = secours(pays, region, {**directory.vocabulaire.besoins, **directory.vocabulaire.racines})
    return TerritoireNeuf(nom=nom, communes=communes, langues=langues, quartiers=quartiers, pays=pays, fuseau=dit or fuseau,
                          feries=feries, urgences=lignes or [_a_dire(pays, directory)], zone_scolaire=zone)


def _traduit(neuf: TerritoireNeuf, modele: Path, dossier: Path) -> None:
    """The catalogues of the new territory, with what is translated already: the vocabulary, and the emergency numbers."""
    nouveau = verifier(dossier, aujourdhui(dossier)).directory
    for code in neuf.langues[1:] if nouveau else ():
        connues = reprises([modele / "traductions" / f"{code}.po"])
        catalogue = langue(code).catalogue
        for ligne in neuf.urgences:
            for champ, francais in (("nom", ligne.nom), ("pour", ligne.pour)):
                # What the program has in that language; a proper name is the same in all of them.
                if fichier(code).is_file():
                    # Its catalogues are compared with them before they are given out.
                    connues[f"annuaire.{champ}", francais] = Entree(
                        source=francais, traductions={0: catalogue.gettext(francais)}, commentaires=[a_ecrire(francais)])
        mettre_a_jour_territoire(nouveau, dossier, code, lambda _: True, connues)


def _a_dire(pays: str, directory: Directory) -> Secours:
    """Where the program is sure of no number, whoever starts the territory is."""
    def possible(texte: str) -> None:
        if not (est_court(texte, pays) or numero_possible(texte, pays)):
            raise Incompris(f"Ce n'est pas un numéro qui se compose là-bas. {exemples(pays)}")
    numero = demande("Quel numéro appelle-t-on là-bas pour toutes les urgences ?", possible, obligatoire=True)
    besoins = ("urgences",) if "urgences" in directory.vocabulaire.besoins else ()
    return Secours(numero, URGENCES, TOUT, besoins, "dit par qui a commencé ce territoire")


def _region(pays: str) -> str | None:
    """The part of the country, where some have public holidays of their own."""
    connues = subdivisions(pays)
    if not connues:
        return None
    noms: dict[str, list[str]] = {}
    for nom, code in connues.items():
        noms.setdefault(code, []).append(nom)

    def lue(texte: str) -> str:
        return comprendre.un_de(texte, noms, "une région de ce pays qui a des jours fériés à elle")
    dite = demande(f"Région qui a des jours fériés à elle : {', '.join(formes[0] for formes in noms.values())} "
                   "[Entrée : aucune]", lue, facultatif="")
    return lue(dite) if dite else None


def _zone_scolaire(pays: str) -> ZoneScolaire | None:
    """In which zone its schools are; None where that is not known."""
    if pays != "FR":
        return OUTRE_MER.get(pays)
    dite = demande("Département, pour les vacances scolaires (exemple : 67)", zone_scolaire)
    return zone_scolaire(dite) if dite else None


def _dit_les_vacances(neuf: TerritoireNeuf) -> None:
    """What to do for hours that change with the school holidays: the dates themselves are the Ministry's to give."""
    if neuf.zone_scolaire:
        click.echo(f"Zone scolaire : {neuf.zone_scolaire}. Pour écrire ses vacances, si des horaires en parlent : quifaitquoi "
                   "vacances")
    elif neuf.pays == "FR":
        click.echo("La zone scolaire n'est pas dite. Si des horaires parlent des vacances scolaires, écrivez-la dans annuaire.yml "
                   "(« zone_scolaire: B »), puis lancez « quifaitquoi vacances ».")
    else:
        click.echo("Le programme ne connaît pas les vacances scolaires d'ici. Si des horaires en parlent, écrivez-les dans "
                   "vacances.yml.")


def _code_du_pays(texte: str) -> str:
    return texte if pays_connu(texte) else pays_probable(texte) or "FR"


def _pays(texte: str) -> None:
    if not pays_connu(texte) and not pays_probable(texte):
        raise Incompris(f"« {visible(texte)} » n'est pas un pays dont les numéros et les jours fériés sont connus. Exemples : "
                        "France, La Réunion, Belgique, Canada")


def _fuseau(texte: str) -> None:
    if not fuseau_connu(texte):
        raise Incompris(f"« {visible(texte)} » n'est pas un fuseau horaire connu."
                        + (vouliez_vous_dire(fuseau_probable(texte)) or " Exemple : Europe/Paris"))


def _codes(texte: str) -> list[str]:
    return [code for code in re.split(r"[\s,;]+", texte) if code]


def _langues(texte: str) -> None:
    codes = _codes(texte)
    inconnus = [code for code in codes if not est_connue(code)]
    if inconnus:
        raise Incompris(f"« {visible(inconnus[0])} » {pourquoi_pas(inconnus[0])}. Exemples : fr, en, ar")
    if codes[:1] != ["fr"] or len(set(codes)) < len(codes):
        raise Incompris("Commencez par fr, et nommez chaque langue une fois. Exemple : fr, en, ar")


def _position(texte: str) -> tuple[float, float]:
    lu = re.fullmatch(r"\s*(-?\d{1,2}\.\d+)\s*[,; ]\s*(-?\d{1,3}\.\d+)\s*", texte)
    if not lu or abs(float(lu[1])) > 89 or abs(float(lu[2])) > 179:
        raise Incompris("Il faut deux nombres avec un point. Exemple : 48.5691, 7.7629")
    return float(lu[1]), float(lu[2])


def _rayon(texte: str) -> int:
    if not texte.isdecimal() or not 50 <= int(texte) <= 100_000:
        raise Incompris("Il faut un nombre de mètres, de 50 à 100000. Exemple : 800")
    return int(texte)
