"""The way in: a text and what must change in it → the changed text, proved, or a sentence that says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quifaitquoi.annuaire.read.faute import Chemin, Illisible
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.refus import Refus
from quifaitquoi.edition.decoupe import preuve
from quifaitquoi.edition.decoupe.chirurgie import Coupe, ajout, fin_avec_ses_commentaires, pose, retrait
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.edition.decoupe.trame import Trame

AILLEURS = "ce changement toucherait autre chose dans le fichier : faites-le à la main"

# From the path of a block to the names of its fields, in the order in which a new one takes its place.
Ordre = Callable[[Chemin], Sequence[str]]


class EditionImpossible(Refus):
    """The change can't be made without touching something else; carries a sentence for the volunteer."""


@dataclass(frozen=True)
class Pose:
    """`valeur` (a text, or lists and blocks of texts) is to stand at `chemin`."""

    chemin: Chemin
    valeur: Valeur


@dataclass(frozen=True)
class Ajout:
    """`entrees` are to follow what the block at `chemin` holds, hundreds of them in one cut; none may be there already."""

    chemin: Chemin
    entrees: dict[str, Valeur]


@dataclass(frozen=True)
class Retrait:
    """Nothing is to stand at `chemin` any more; blocks that this leaves empty go with it."""

    chemin: Chemin


Edition = Pose | Ajout | Retrait


def editer(texte: str, editions: Iterable[Edition], ordre: Ordre = lambda chemin: ()) -> str:
    """`texte` with all `editions` made, one after the other. Raises EditionImpossible, Illisible if it is no YAML.

    Each is proved before the next: what was asked for stands at its place, nothing else changed its meaning or its
    order, no comment went. A text that says everything already comes back as it is.
    """
    for edition in editions:
        texte = _une(texte, edition, ordre)
    return texte


def editer_entrees(texte: str, bloc: str, editions: Sequence[Pose], ordre: Ordre = lambda chemin: ()) -> str:
    """As `editer`, for changes in many entries of one block: each is cut within its own lines, so that a file of hundreds is not
    read again for every one of them."""
    par_entree: dict[str, list[Pose]] = {}
    for edition in editions:
        par_entree.setdefault(edition.chemin[1], []).append(Pose(edition.chemin[1:], edition.valeur))
    avant, trame = texte, Trame(texte)
    part, attendu = trame.part((bloc,)), lire_yaml(texte).valeur
    if not part or not part.en_lignes:
        return editer(texte, editions, ordre)
    for nom, siennes in sorted(par_entree.items(), key=lambda entree: part.enfants[entree[0]].debut, reverse=True):
        cle = part.enfants[nom].cle[0]
        debut, fin = trame.debut_de_ligne(cle), fin_avec_ses_commentaires(trame, part.enfants[nom].fin, trame.colonne(cle))
        neuve = editer(texte[debut:fin], siennes, lambda chemin: ordre((bloc, *chemin)))
        texte = texte[:debut] + neuve + texte[fin:]
        attendu = preuve.avec(attendu, (bloc, nom), lire_yaml(neuve).valeur[nom])
    if texte != avant and not preuve.tient(avant, texte, attendu):
        raise EditionImpossible(AILLEURS)
    return texte


def _une(texte: str, edition: Edition, ordre: Ordre) -> str:
    document = lire_yaml(texte)
    if document.fautes:
        raise Illisible(document.fautes[0])
    deja = preuve.valeur_a(document.valeur, edition.chemin)
    if isinstance(edition, Ajout):
        if not isinstance(deja, dict) or not edition.entrees or deja.keys() & edition.entrees.keys():
            raise EditionImpossible("il y a déjà autre chose à cette place")
        attendu = preuve.avec(document.valeur, edition.chemin, {**deja, **edition.entrees})
        essai = _coupe(ajout, texte, edition.chemin, edition.entrees)
    elif isinstance(edition, Retrait):
        if deja is None:
            return texte
        if not edition.chemin:
            raise EditionImpossible("un fichier ne peut pas être vidé")
        attendu = preuve.sans(document.valeur, edition.chemin)
        essai = _coupe(retrait, texte, edition.chemin)
    else:
        if deja == edition.valeur:
            return texte
        if not edition.valeur or not _sans_trou(document.valeur, edition.chemin):
            raise EditionImpossible("il n'y a rien à cette place : vérifiez le nom du champ et les numéros entre crochets")
        attendu = preuve.avec(document.valeur, edition.chemin, edition.valeur)
        essai = _coupe(pose, texte, edition.chemin, edition.valeur, ordre)
    if not preuve.tient(texte, essai, attendu):
        raise EditionImpossible(AILLEURS)
    return essai


def _coupe(geste: Callable[..., str], *arguments: object) -> str:
    try:
        return geste(*arguments)
    except Coupe as error:
        raise EditionImpossible(str(error)) from None
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        # YAML has forms that no volunteer writes. Where the cut does not know one, it must not guess.
        raise EditionImpossible("ce fichier est écrit d'une façon inattendue : faites ce changement à la main") from None


def _sans_trou(arbre: Valeur, chemin: Chemin) -> bool:
    """Whether `chemin` leads to something that is or may come next: the third item of a list that has two, not the ninth."""
    for nom in chemin:
        if isinstance(nom, int):
            liste = arbre if isinstance(arbre, list) else []
            if (arbre and not isinstance(arbre, list)) or not 0 <= nom <= len(liste):
                return False
            arbre = liste[nom] if nom < len(liste) else ""
        else:
            if arbre and not isinstance(arbre, dict):
                return False
            arbre = arbre.get(nom, "") if isinstance(arbre, dict) else ""
    return True
