"""YAML as text with positions: every scalar stays as written, and what YAML would hide is said.

PyYAML by itself turns `01000` into 512 and `no` into False and keeps the last of two equal keys. Here the
events of its parser are walked one by one, without recursion, inside fixed bounds; pydantic converts later.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from quifaitquoi.annuaire.read.causes import SANS_ESPACE
from quifaitquoi.annuaire.read.document import Document, Marques, marque
from quifaitquoi.annuaire.read.faute import Chemin, Faute, Illisible
from quifaitquoi.annuaire.read.source import INTERDITS
from quifaitquoi.annuaire.read.traps import plainte

EVENEMENTS_MAX = 60_000
PROFONDEUR_MAX = 50
VIDES = frozenset(("", "~", "null", "Null", "NULL"))
CHARGEUR = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
INSECABLES = "\u00a0\u202f\u2007 \t"


def lire_yaml(texte: str) -> Document:
    """The document in `texte` with the faults it has. Raises Illisible where nothing can be made of it."""
    lecteur = _Lecteur(texte)
    try:
        lecteur.parcourt(CHARGEUR(texte).get_event)
    except yaml.MarkedYAMLError as error:
        raise Illisible(Faute("yaml", *plainte(error, lecteur.lignes))) from None
    except yaml.YAMLError:
        raise Illisible(Faute("yaml", "ce fichier n'est pas du texte YAML lisible")) from None
    if lecteur.documents == 0:
        raise Illisible(Faute("vide", "ce fichier est vide : partez du modèle de directory/README.md"))
    return lecteur.document


def _refus(regle: str, phrase: str, event: yaml.Event) -> Illisible:
    return Illisible(Faute(regle, phrase, event.start_mark.line + 1, event.start_mark.column + 1))


class _Noeud:
    """A collection being filled: its path, where its parts stand, and the key that waits for its value.

    `ignore` says that it hangs on a repeated key: it is read, for its own faults, and not kept.
    """

    __slots__ = ("cle", "collection", "est_bloc", "flux", "ignore", "marque_cle", "marques", "nom", "parent")

    def __init__(self, collection: dict | list, marques: Marques, parent: _Noeud | None, nom: str | int, flux: bool,
                 ignore: bool) -> None:
        self.collection, self.marques, self.parent, self.nom = collection, marques, parent, nom
        self.est_bloc, self.flux, self.ignore = type(collection) is dict, flux, ignore
        self.cle: str | None = None
        self.marque_cle = 0

    @property
    def chemin(self) -> Chemin:
        return (*self.parent.chemin, self.nom) if self.parent else ()


class _Lecteur:
    def __init__(self, texte: str) -> None:
        self.lignes = texte.splitlines()
        self.diese_suspect = re.search(r"\s#(?=[^\s#])", texte) is not None
        self.document = Document()
        self.pile: list[_Noeud] = []
        self.documents = 0

    def parcourt(self, suivant: Callable[[], yaml.Event]) -> None:
        """Take every event in turn. Nine in ten are plain scalars of a block: they go the shortest way."""
        pile = self.pile
        for _ in range(EVENEMENTS_MAX):
            event = suivant()
            genre = type(event)
            if genre is ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_ancre_et_etiquette(event)
                noeud = pile[-1] if pile else None
                if noeud is not None and noeud.est_bloc and noeud.cle is None:
                    self._cle(noeud, event)
                else:
                    self._valeur(noeud, event)
            elif genre is MappingStartEvent:
                self._ouvre(event, {})
            elif genre is SequenceStartEvent:
                self._ouvre(event, [])
            elif genre is MappingEndEvent or genre is SequenceEndEvent:
                pile.pop()
            elif genre is StreamEndEvent:
                return
            else:
                self._autre(event)
        raise _refus("taille", "ce fichier contient trop d'éléments : un fichier décrit un seul lieu", event)

    def _autre(self, event: yaml.Event) -> None:
        if isinstance(event, AliasEvent):
            raise _refus("alias", "une valeur ne peut pas commencer par « * » : entourez-la de guillemets. "
                                  "Exemple : \"* sur inscription\"", event)
        if isinstance(event, DocumentStartEvent):
            self._document(event)
        elif isinstance(event, DocumentEndEvent) and event.explicit and self._suite(event.start_mark.line + 1):
            raise _refus("documents", "« ... » termine le document : ce qui suit serait perdu", event)

    def _document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _refus("documents", "« --- » commence un deuxième document : un fichier n'en contient qu'un", event)
        if event.version or event.tags:
            raise _refus("directive", "une ligne ne peut pas commencer par « % » : effacez-la, ou entourez la valeur de "
                                      "guillemets", event)

    def _suite(self, depuis: int) -> bool:
        """Whether something other than comments follows line `depuis`, counted from 0."""
        return any(ligne.strip() and not ligne.lstrip().startswith("#") for ligne in self.lignes[depuis:])

    def _refuse_ancre_et_etiquette(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        if event.anchor is not None:
            raise _refus("ancre", "une valeur ne peut pas commencer par « & » : entourez-la de guillemets. "
                                  "Exemple : \"& Compagnie\"", event)
        if event.tag is not None:
            ecrite = event.tag.replace("tag:yaml.org,2002:", "!!")[:40]
            raise _refus("etiquette", f"« {ecrite} » : une valeur ne peut pas commencer par « ! » sans "
                                      "guillemets. Exemple : \"!important\"", event)

    def _ouvre(self, event: MappingStartEvent | SequenceStartEvent, collection: dict | list) -> None:
        self._refuse_ancre_et_etiquette(event)
        if len(self.pile) >= PROFONDEUR_MAX:
            raise _refus("profondeur", f"trop de crochets ou d'accolades imbriqués ({PROFONDEUR_MAX} au plus)", event)
        parent = self.pile[-1] if self.pile else None
        if parent and parent.est_bloc and parent.cle is None:
            raise _refus("cle", "une clé doit être un mot, pas une liste ni un bloc", event)
        nom = "" if parent is None else parent.cle if parent.est_bloc else len(parent.collection)
        ignore = self._pose(collection, event)
        marques = {} if ignore else self.document.marques_de(collection)
        self.pile.append(_Noeud(collection, marques, parent, nom, bool(event.flow_style), ignore))

    def _refuse_invisible(self, event: ScalarEvent) -> None:
        """`"\\u202e"`: an escape may write what the source itself may not hold."""
        if cache := INTERDITS.search(event.value):
            raise _refus("caractere", f"« \\ » écrit ici un caractère invisible (U+{ord(cache[0]):04X}) : effacez-le", event)

    def _valeur(self, noeud: _Noeud | None, event: ScalarEvent) -> None:
        valeur = event.value
        if event.style == "\"":
            self._refuse_invisible(event)
        if not event.style:  # libyaml says "" for a plain scalar, the Python parser None
            if valeur == "" and noeud is not None and noeud.flux and noeud.cle is not None and self._seule(noeud):
                self._virgule(noeud)
                return
            if self.diese_suspect:
                self._commentaire_avale(noeud, event)
            if valeur in VIDES:
                valeur = ""
        self._pose(valeur, event)

    def _cle(self, noeud: _Noeud, event: ScalarEvent) -> None:
        cle = event.value
        if event.style == "\"":
            self._refuse_invisible(event)
        if cle == "<<" and not event.style:
            raise _refus("fusion", "« << » n'est pas permis : recopiez les lignes voulues", event)
        if cle[:1] == "-" and not event.style:
            raise _refus("tiret", SANS_ESPACE, event)
        if cle.strip(INSECABLES) != cle:
            if not event.style and cle[0] in INSECABLES:
                raise _refus("espace-insecable", "cette ligne est décalée avec des espaces insécables : remplacez-les par des "
                                                 "espaces ordinaires", event)
            cle = cle.strip(INSECABLES)
            self._faute("espace-insecable", f"une espace insécable est collée à « {cle} » : effacez-la et tapez "
                                            f"« {cle}: »", event.start_mark, noeud)
        noeud.cle = cle
        if cle in noeud.collection and not noeud.ignore:
            premiere, _ = self.document.place_de(noeud.marques[cle][0])
            self._faute("cle-en-double", f"« {cle} » est écrit deux fois (déjà ligne {premiere}) : "
                                         "gardez une seule des deux lignes", event.start_mark, noeud)
            noeud.marque_cle = -1
        else:
            noeud.marque_cle = marque(event.start_mark)

    def _pose(self, valeur: dict | list | str, event: yaml.Event) -> bool:
        """Put `valeur` where it belongs; returns whether it hangs on a repeated key, and is not kept."""
        if not self.pile:
            self.document.valeur = valeur
            return False
        noeud = self.pile[-1]
        if not noeud.est_bloc:
            noeud.collection.append(valeur)
            if not noeud.ignore:
                noeud.marques[len(noeud.collection) - 1] = (marque(event.start_mark),)
            return noeud.ignore
        cle, noeud.cle = noeud.cle, None
        if noeud.ignore or noeud.marque_cle < 0:
            return True
        noeud.collection[cle] = valeur
        noeud.marques[cle] = (noeud.marque_cle, marque(event.start_mark))
        return False

    def _seule(self, noeud: _Noeud) -> bool:
        """Whether the key that waits for its value has no colon in the source, and is no repeated key."""
        if noeud.marque_cle < 0:
            return False
        ligne, colonne = self.document.place_de(noeud.marque_cle)
        suite = self.lignes[ligne - 1][colonne - 1:].lstrip("\"'").removeprefix(noeud.cle)
        return not suite.lstrip("\"' \t").startswith(":")

    def _virgule(self, noeud: _Noeud) -> None:
        """`{lundi: 9h-12h, 14h-17h30}`: the comma made a key of what was meant as the rest of the value."""
        cle, noeud.cle = noeud.cle, None
        avant = next(reversed(noeud.collection), None)
        conseil = (f"écrivez « {avant}: \"{noeud.collection[avant]}, {cle}\" », ou une ligne par élément"
                   if avant and isinstance(noeud.collection[avant], str) else "écrivez une ligne par élément")
        ligne, colonne = self.document.place_de(noeud.marque_cle)
        self.document.fautes.append(Faute(
            "virgule", f"entre accolades, la virgule sépare : « {cle} » est devenu une clé sans valeur ; {conseil}",
            ligne, colonne, noeud.chemin))

    def _commentaire_avale(self, noeud: _Noeud | None, event: ScalarEvent) -> None:
        """`quai #2`: YAML drops ` #2` as a comment. A comment meant as one has a space after its #."""
        fin = event.end_mark
        reste = self.lignes[fin.line][fin.column:] if fin.line < len(self.lignes) else ""
        if avale := re.match(r"\s+#(?=[^\s#])(.{0,30})", reste):
            perdu = avale[1].strip()
            voulu = f"{event.value[-30:]} #{perdu}".lstrip()
            chemin = () if noeud is None else noeud.chemin if noeud.cle is None else (*noeud.chemin, noeud.cle)
            self.document.fautes.append(Faute(
                "diese", f"« #{perdu} » est pris pour un commentaire et serait perdu : entourez toute la valeur de guillemets, "
                         f"« \"{voulu}\" », ou mettez une espace après « # » si c'en est un",
                fin.line + 1, fin.column + 1 + avale[0].index("#"), chemin))

    def _faute(self, regle: str, phrase: str, mark: yaml.Mark, noeud: _Noeud) -> None:
        self.document.fautes.append(Faute(regle, phrase, mark.line + 1, mark.column + 1, noeud.chemin))
