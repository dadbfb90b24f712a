"""What a document promises, looked up: commands, files, and a model of a fiche."""

import re
import shutil
from datetime import date
from pathlib import Path

from quifaitquoi.annuaire.check import Rapport, verifier
from quifaitquoi.commands import COMMANDES

DEPOT = Path(__file__).parent.parent


def promesses_vaines(document: Path) -> list[str]:
    """The targets of make, the commands, the links and the modules that a document names and that are not there."""
    texte, makefile = document.read_text(), (DEPOT / "Makefile").read_text()
    cibles = [cible for cible in re.findall(r"\bmake ([a-z-]+)\b", texte) if not re.search(rf"^{cible}:", makefile, re.M)]
    commandes = [commande for commande in re.findall(r"`quifaitquoi ([a-z-]+)", texte) if commande not in COMMANDES]
    liens = [lien for lien in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", texte) if not (document.parent / lien).exists()]
    modules = [nom for nom in re.findall(r"[\w-]+(?:/[\w-]+)+\.py\b", texte)
               if not any([*DEPOT.glob(nom), *(DEPOT / "plugins" / "quifaitquoi").glob(f"**/{nom}")])]
    return cibles + commandes + liens + modules


def modele_verifie(document: Path, port_exemple: Path, vers: Path, jour: date) -> Rapport:
    """The check of the first model of a fiche that a document shows, as it stands, in a small territory made in `vers`."""
    modele = re.search(r"```yaml\n(.*?)```", document.read_text(), re.S)[1]
    territoire = vers / "territoire"
    ailleurs = ("fiches", "droits", "ressources", "annonces", "traductions", "manques.yml", "relais.yml")
    shutil.copytree(port_exemple, territoire, ignore=shutil.ignore_patterns(*ailleurs))
    annuaire = (territoire / "annuaire.yml").read_text()
    annuaire = re.sub(r"^langues: .*$", "langues: [fr]", annuaire, flags=re.M)
    # A model is of no town in particular.
    annuaire = re.sub(r"^communes:.*\n(?:  .*\n)*", "", annuaire, flags=re.M)
    # Its own emergency numbers lead to fiches that were left out; the model's role must exist.
    annuaire = re.sub(r"^\s+fiche: .*\n", "", annuaire, flags=re.M)
    (territoire / "annuaire.yml").write_text(annuaire.replace("roles:\n", "roles:\n  equipe-exemple:\n    nom: Équipe\n"))
    (territoire / "organismes" / "ville-exemple.yml").write_text("nom: Ville d'Exemple\n")
    (territoire / "quartiers" / "centre.yml").write_text("nom: Centre\netendue: partout\n")
    fiche = territoire / "fiches" / "centre" / "maison-des-habitants.yml"
    fiche.parent.mkdir(parents=True)
    fiche.write_text(modele)
    return verifier(territoire, jour)
