"""The questions of a new fiche, in the terminal: each answer is read as it comes, and kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import inf

import click

from quifaitquoi.annuaire.geographie import rayon
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.edition.formulaires.brouillon import Brouillon
from quifaitquoi.edition.formulaires.demander import SANS_REPONSE, demande, demande_oui
from quifaitquoi.edition.formulaires.lecture import CHOIX, Lecture
from quifaitquoi.edition.formulaires.proposition import nom_libre, quartier
from quifaitquoi.edition.reponses import comprendre
from quifaitquoi.edition.reponses.comprendre import Incompris
from quifaitquoi.horaires.dates import date_ecrite

LIEU = "Un lieu où aller"


class Entretien:
    """Asks about one fiche of a directory. `reponses` are by question, in the forms' words; what is not known is not there."""

    def __init__(self, directory: Directory, brouillon: Brouillon):
        self.directory, self._brouillon = directory, brouillon
        self.reponses: dict[str, str] = {}

    def mene(self) -> dict[str, str]:
        """All the answers."""
        zones = ", ".join(zone.nom for zone in self.directory.quartiers.values())
        self._pose("nom", "Nom, comme sur la porte", lambda texte: nom_libre(texte, self.directory), obligatoire=True)
        self._choisit("genre", "Qu'est-ce que c'est ?", obligatoire=True)
        self._champ("services", "Ce qu'on y trouve, séparé par des virgules (douche, repas chaud…)", obligatoire=True)
        secret = self.reponses["genre"] == LIEU and demande_oui("L'adresse doit-elle rester secrète ?")
        if secret:
            # The narrower the zone, the nearer the door: the widest one is taken, and nothing of the address is asked but the town.
            for question in ("voie", "code_postal", "position"):
                self._retient(question, "")
            self.reponses |= {"confidentialite": "oui", "quartier": self._zone_la_plus_large()}
            self._champ("commune", "Ville")
        else:
            self._pose("quartier", f"Quartier ({zones})", lambda texte: quartier(texte, self.directory), obligatoire=True)
            if self.reponses["genre"] == LIEU:
                self._champ("voie", "Numéro et rue")
                self._champ("code_postal", "Code postal")
                self._champ("commune", "Ville")
                self._pose("position", "Position, latitude puis longitude, lue sur une carte", self._position,
                           facultatif=" [Entrée : « quifaitquoi geocode » la cherchera]")
        self._horaires()
        self._champ("telephone", "Téléphone (un standard, jamais un portable)")
        self._champ("site", "Site web (https://…)")
        self._champ("langues", "Langues parlées (français, arabe…)")
        self._choisit("rendez_vous", "Faut-il un rendez-vous ?")
        self._choisit("cout", "Combien ça coûte ?")
        self._pose("source", "D'où le savez-vous ? (une adresse web, ou en quelques mots : plaquette de la mairie, janvier 2026)")
        if self.reponses.get("source") and not date_ecrite(self.reponses["source"].rpartition(",")[2]):
            self._pose("lu_le", "De quand est-ce ? (le jour où vous l'avez lu ou entendu, ou un mois, ou une année)",
                       comprendre.date_sue)
        return self.reponses

    def _pose(self, question: str, quoi: str, comprise: Callable[[str], object] = comprendre.ligne, obligatoire: bool = False,
              facultatif: str = f" [{SANS_REPONSE}]") -> None:
        texte = demande(quoi, comprise, obligatoire, facultatif, deja=self._brouillon.reponses.get(question, ""))
        self._retient(question, texte)

    def _retient(self, question: str, texte: str) -> None:
        self._brouillon.garde(question, texte)
        if texte:
            self.reponses[question] = texte

    def _champ(self, question: str, quoi: str, obligatoire: bool = False) -> None:
        """Each answer is read as the form's would be, and what was understood of words is said."""
        def comprise(texte: str) -> None:
            lue = Lecture({question: texte}, self.directory)
            lue.valeurs()
            if lue.laissees:
                raise lue.laissees[0].refus
            if question in lue.mots:
                click.echo(f"  Compris : {lue.mots[question]}")
        self._pose(question, quoi, comprise, obligatoire)

    def _choisit(self, question: str, quoi: str, obligatoire: bool = False) -> None:
        possibles = list(CHOIX[question])
        click.echo(quoi)
        for rang, possible in enumerate(possibles, 1):
            click.echo(f"  {rang}. {possible}")

        def numero(texte: str) -> None:
            if texte not in map(str, range(1, len(possibles) + 1)):
                raise Incompris(f"Répondez par un chiffre, de 1 à {len(possibles)}")
        avant = self._brouillon.reponses.get(question)
        deja = str(possibles.index(avant) + 1) if avant in possibles else ""
        reponse = demande("  Votre choix", numero, obligatoire, deja=deja)
        self._retient(question, possibles[int(reponse) - 1] if reponse else "")

    def _horaires(self) -> None:
        """Line by line, each understood before the next; a line that contradicts another is asked again."""
        if avant := self._brouillon.reponses.get("horaires"):
            click.echo(f"Horaires :\n{avant}")
            if demande_oui("Les garder ?"):
                return self._retient("horaires", avant)
        click.echo("Horaires, une ligne par jour ou par groupe de jours (lundi au vendredi: 9h-12h). "
                   f"[{SANS_REPONSE}, ou j'ai fini]")
        lignes: list[str] = []
        while texte := demande("  ", lambda ligne: comprendre.horaires("\n".join([*lignes, ligne]))):
            lignes.append(texte)
        return self._retient("horaires", "\n".join(lignes))

    def _position(self, texte: str) -> None:
        lue = re.fullmatch(r"\s*(-?\d{1,2}\.\d+)\s*[,; ]\s*(-?\d{1,3}\.\d+)\s*", texte)
        if not lue:
            raise Incompris("Il faut deux nombres avec un point. Exemple : 48.5691, 7.7629")
        if not self.directory.annuaire.emprise.contient((float(lue[1]), float(lue[2]))):
            raise Incompris("Cette position n'est pas dans le territoire : la latitude vient d'abord. Exemple : 48.5691, 7.7629")

    def _zone_la_plus_large(self) -> str:
        large = max(self.directory.quartiers.values(), key=lambda zone: inf if zone.etendue == "partout" else rayon(zone) or 0)
        return large.nom
