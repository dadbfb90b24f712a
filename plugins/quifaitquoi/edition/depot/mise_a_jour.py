"""Files of an earlier program → the same facts in the words of this one, proved by the check before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import unified_diff
from pathlib import Path

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.tree import parcourir
from quifaitquoi.annuaire.model.formes import FORMES, MARQUE, marque
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.fichier import ecrire_ensemble
from quifaitquoi.base.refus import Refus
from quifaitquoi.edition.decoupe import EditionImpossible, editer
from quifaitquoi.edition.decoupe.fichier import Fichier, ouvrir, ouvrir_ou_neuf
from quifaitquoi.edition.depot.migrations import migrations
from quifaitquoi.edition.depot.neuf import de_la_forge
from quifaitquoi.edition.depot.programme import Programme, poser
from quifaitquoi.edition.essai import essayer_ensemble

DITS_MAX = 10


@dataclass
class MiseAJour:
    """What would be written: path → (what was read, its new text). `phrases`: what changes in the files, for who writes them."""

    racine: Path
    textes: dict[Path, tuple[Fichier, str]] = field(default_factory=dict)
    phrases: list[str] = field(default_factory=list)

    def prevoit(self, fichier: Fichier, texte: str) -> None:
        if texte != fichier.texte or fichier.octets is None:
            self.textes[fichier.chemin] = (fichier, texte)

    def difference(self) -> str:
        """What would change, as git shows it."""
        lignes: list[str] = []
        for chemin, (fichier, texte) in sorted(self.textes.items()):
            nom = chemin.relative_to(self.racine).as_posix()
            avant, apres = fichier.texte.splitlines(True), texte.splitlines(True)
            lignes += unified_diff(avant, apres, "/dev/null" if fichier.octets is None else f"a/{nom}", f"b/{nom}")
        return "".join(ligne if ligne.endswith("\n") else ligne + "\n" for ligne in lignes)

    def ecrire(self) -> None:
        """All of it or nothing."""
        for chemin, (fichier, _) in self.textes.items():
            if ouvrir_ou_neuf(chemin, self.racine).octets != fichier.octets:
                raise Refus(f"« {chemin} » vient d'être changé ailleurs : recommencez")
        marques = {chemin: b"\xef\xbb\xbf" if (f.octets or b"").startswith(b"\xef\xbb\xbf") else b""
                   for chemin, (f, _) in self.textes.items()}
        ecrire_ensemble({chemin: marques[chemin] + texte.encode() for chemin, (_, texte) in self.textes.items()}, self.racine)


def des_formes(maj: MiseAJour, annuaire: Path, jour: date) -> None:
    """Plan the changes of form that the files of `annuaire` lack. Raises Refus where one can't be made, or would break a file."""
    place = ouvrir_ou_neuf(annuaire / MARQUE, maj.racine)
    recues = {ligne.strip() for ligne in place.texte.splitlines()}
    if inconnues := [nom for nom in recues if nom and not nom.startswith("#") and nom not in FORMES]:
        raise Refus(f"Ces fichiers sont pour une version plus récente du programme que celle-ci (« {inconnues[0][:80]} ») : "
                    "rien n'a été changé")
    textes = {fichier.chemin: texte for fichier, texte in _changes(maj, annuaire, {*FORMES} - recues)}
    if textes:
        _prouve(textes, annuaire, jour)
    maj.prevoit(place, marque())


def _changes(maj: MiseAJour, annuaire: Path, manquent: set[str]) -> Iterator[tuple[Fichier, str]]:
    nombres = dict.fromkeys(FORMES, 0)
    for trouve in parcourir(annuaire):
        voulues = {nom: m for nom, m in migrations().items() if nom in manquent and trouve.genre in m.GENRES}
        if not voulues or trouve.faute:
            continue
        try:
            fichier = ouvrir(trouve.fichier, annuaire)
            texte = fichier.texte
            for nom, migration in voulues.items():
                neuf = editer(texte, migration.editions(lire_yaml(texte).valeur))
                nombres[nom] += neuf != texte
                texte = neuf
        except Illisible as error:
            raise Refus(f"{trouve.fichier}:{error.faute.ligne}:{error.faute.colonne}: {error.faute.phrase}. Corrigez d'abord : "
                        "rien n'a été changé") from None
        except EditionImpossible as error:
            raise Refus(f"{trouve.fichier} : {error}. Rien n'a été changé") from None
        if texte != fichier.texte:
            maj.prevoit(fichier, texte)
            yield fichier, texte
    maj.phrases += [f"{migrations()[nom].PHRASE} ({n} fichier{'s' if n > 1 else ''})" for nom, n in nombres.items() if n]


def _prouve(textes: Mapping[Path, str], annuaire: Path, jour: date) -> None:
    """Nothing that the check accepted before may be refused afterwards."""
    avant = {(p.fichier, p.phrase) for p in verifier(annuaire, jour, base=annuaire).erreurs}
    neuves = [p for p in essayer_ensemble(textes, annuaire, jour) if (p.fichier, p.phrase) not in avant]
    if neuves:
        raise Refus("\n".join(["Cette mise à jour ferait une erreur qui n'y est pas : rien n'a été changé.",
                               *map(str, neuves[:DITS_MAX])]))


def du_programme(maj: MiseAJour, avant: Programme, apres: Programme) -> None:
    """Plan the new version wherever the repository names the program; the forge's files too where it could not have them yet."""
    nommes = [maj.racine / "requirements.txt", *sorted((maj.racine / ".github/workflows").glob("*.y*ml"))]
    for chemin in nommes:
        fichier = ouvrir(chemin, maj.racine)
        maj.prevoit(fichier, poser(fichier.texte, avant, apres))
    ailleurs = any((maj.racine / nom).exists() for nom in (".gitlab-ci.yml", ".forgejo"))
    if apres.nom_du_depot and not avant.nom_du_depot and not ailleurs:
        for nom, texte in de_la_forge(apres, "github"):
            fichier = ouvrir_ou_neuf(maj.racine / nom, maj.racine)
            if fichier.octets is None:
                maj.prevoit(fichier, texte)
