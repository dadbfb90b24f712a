"""From files to models: each file is read, validated, and kept with what is wrong in it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from quifaitquoi.annuaire.check.bouchons import sans_les_fautes
from quifaitquoi.annuaire.check.contents import Texte, contenus, inventaire
from quifaitquoi.annuaire.check.fields import sous_modeles
from quifaitquoi.annuaire.check.french import traduire, vraies_erreurs
from quifaitquoi.annuaire.check.problem import Niveau, Probleme
from quifaitquoi.annuaire.check.tree import Trouve
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.pays import pays_connu
from quifaitquoi.annuaire.model.types import Element, Nomme
from quifaitquoi.annuaire.model.vocabulaire import VOCABULAIRES
from quifaitquoi.annuaire.read.document import Document
from quifaitquoi.annuaire.read.faute import Chemin, Illisible
from quifaitquoi.annuaire.read.source import lire_texte
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.texte import en_ascii, visible

# Everything but small letters becomes a space: a table of bytes is ten times faster than a pattern.
SEPARATEURS = "’ʼ‘‐‑‒–—―−«»…•"
LETTRES = bytes(octet if 97 <= octet <= 122 else 32 for octet in range(256))
PROBLEMES_MAX = 200  # of each level in one file
# Every name that the program gives to a field: all that messages about a file that withholds its address may repeat.
NOMS = frozenset(nom for modele in sous_modeles(Element) for nom in modele.model_fields) | {"adresse-non-publiee"}
# Rules whose sentence never repeats anything that the file says.
DIVULGUEE = "adresse-divulguee"
SANS_CITATION = frozenset({DIVULGUEE, "zone-etroite", "yaml"})


# What a Lu works out of its text when asked.
RETROUVE = ("document", "_inventaire", "mots")


@dataclass
class Lu:
    """One file once read. `element` is None where nothing could be made of it.

    `partiel` says that faulty fields were left out of it: what it lacks is then no fault of its own. `bouches`
    holds the fields that it can't do without and that stand-ins took the place of. `cle` is the digest of all that it was made
    from, None where it has none.
    """

    trouve: Trouve
    chemin: str
    element: Element | None = None
    partiel: bool = False
    bouches: frozenset[Chemin] = frozenset()
    problemes: list[Probleme] = field(default_factory=list)
    texte: str = ""
    cle: bytes | None = None

    @cached_property
    def document(self) -> Document:
        """What the text says and where: few files are ever asked for a place."""
        try:
            return lire_yaml(self.texte)
        except Illisible:
            return Document()

    def __getstate__(self) -> dict:
        """Without its place and its text either: whoever had it read elsewhere, or kept, has both and gives them back."""
        return {nom: valeur for nom, valeur in self.__dict__.items() if nom not in (*RETROUVE, "trouve", "texte")}

    def oublie(self) -> None:
        """Let go of all that the text gives again: it weighs twice what is kept, and a country has 100,000 files."""
        for nom in RETROUVE:
            self.__dict__.pop(nom, None)

    @cached_property
    def discret(self) -> bool:
        """Whether the file means to withhold an address, well written or not: then no message repeats what it says."""
        bas = self.texte.lower()
        return ("confiden" in bas and re.search(r"(?m)^\W*confiden\w*\W*:", bas) is not None) or re.search(
            "adresse.non.publi", bas) is not None

    def bouche(self, chemin: Chemin) -> bool:
        """Whether a stand-in is at this path: nothing that a rule says of it concerns the volunteer."""
        return any(chemin[:n] in self.bouches for n in range(1, len(chemin) + 1))

    @cached_property
    def _inventaire(self) -> tuple[dict[type[Element], list[tuple[Chemin, Element]]], list[tuple[Chemin, str]]]:
        return inventaire(self.element)

    def blocs(self, genre: type[Element]) -> list[tuple[Chemin, Element]]:
        """Every block of one kind in this file, the whole included, with its path."""
        # Most kinds of file hold none: to walk through each of them would take a sixth of a check with nothing changed.
        return self._inventaire[0].get(genre, []) if self.element and genre in contenus(type(self.element)) else []

    @property
    def textes(self) -> list[Texte]:
        """Every text that this file holds, with its path and its kind."""
        return self._inventaire[1]

    @cached_property
    def mots(self) -> frozenset[str]:
        """Every word of the file, in small letters without accents: what tells a rule that it need not look closer."""
        return mots(self.texte)

    def signale(self, regle: str, niveau: Niveau, chemin: Chemin, phrase: str, cle: bool = False,
                place: tuple[int, int] | None = None) -> None:
        """Add a problem at the place where `chemin` is written."""
        chemin = self.document.tel_qu_ecrit(chemin)
        ligne, colonne = place or self.document.place(chemin, cle)
        if self.discret:
            chemin = tuple(p if isinstance(p, int) or p in NOMS else "…" for p in chemin)
            phrase = phrase if regle in SANS_CITATION else sans_citation(phrase, self.texte)
        deja = sum(p.niveau == niveau for p in self.problemes)
        if deja > PROBLEMES_MAX:
            return
        if deja == PROBLEMES_MAX:
            regle, chemin, phrase = "trop-de-problemes", (), "il y en a d'autres dans ce fichier : corrigez d'abord celles-ci"
        self.problemes.append(Probleme(self.chemin, ligne, colonne, niveau, visible(nom_du_champ(chemin), 120),
                                       visible(phrase, 800), regle))


    def tait_ce_qui_divulgue(self) -> None:
        """Once something was found that may lead to a withheld door, no message about this file repeats anything of it."""
        if not self.discret and any(p.regle == DIVULGUEE for p in self.problemes):
            self.problemes = [p if p.regle in SANS_CITATION else replace(p, phrase=sans_citation(p.phrase, self.texte))
                              for p in self.problemes]


def mots(texte: str) -> frozenset[str]:
    """The words of a text, in small letters without accents."""
    if not texte.isascii():
        # A printer's apostrophe, hyphen or dash parts words as a plain one does.
        for signe in SEPARATEURS:
            texte = texte.replace(signe, " ")
    return frozenset(en_ascii(texte).lower().encode().translate(LETTRES).decode().split())


def sans_citation(phrase: str, texte: str = "«") -> str:
    """The sentence without what it quotes: what a message repeats always stands in « », or as a list to write."""
    # A value with quotes of its own, which an escape may write too, would end its quote too soon: then everything between the first
    # and the last goes.
    motif = r"« (.*) »" if re.search(r"[«»]|\\[xuU]", texte) else r"« ([^»]*) »"
    phrase = re.sub(motif, lambda cite: cite[0] if cite[1] in NOMS else "« … »", phrase, flags=re.DOTALL)
    return re.sub(r"\[.*\]", "[…]", phrase, flags=re.DOTALL)


def nom_du_champ(chemin: Chemin) -> str:
    """`("services", 1, "acces")` as people count: `services[2].acces`. The place in a plain list is left out."""
    nom = ""
    for i, partie in enumerate(chemin):
        if isinstance(partie, int):
            nom += f"[{partie + 1}]" if i + 1 < len(chemin) else ""
        else:
            nom += f".{partie}" if nom else str(partie)
    return nom


def lire(trouve: Trouve, racine: Path, base: Path, pays: str) -> Lu:
    """Read and validate one file. `base` is the folder that shown paths are relative to."""
    chemin = os.path.relpath(trouve.fichier, base)
    try:
        return analyser(trouve, chemin, "" if trouve.faute else lire_texte(trouve.fichier), pays)
    except Illisible as error:
        lu = Lu(trouve, chemin)
        lu.signale(error.faute.regle, "erreur", (), error.faute.phrase, place=(error.faute.ligne, error.faute.colonne))
        return lu


def analyser(trouve: Trouve, chemin: str, texte: str, pays: str) -> Lu:
    """What a file with this `texte` says, and what is wrong in it. `chemin` is how messages call it; the disk is not looked at."""
    lu = Lu(trouve, chemin)
    if trouve.faute:
        lu.signale(trouve.faute.regle, "erreur", (), trouve.faute.phrase)
        return lu
    if (modele := trouve.modele) is None:
        lu.signale("fichier-mal-place", "erreur", (), f"« {trouve.fichier.name} » n'est pas un vocabulaire connu : "
                   + ", ".join(f"{nom}.yml" for nom in VOCABULAIRES))
        return lu
    try:
        lu.texte = texte
        lu.document = lire_yaml(lu.texte)
    except Illisible as error:
        faute = error.faute
        lu.signale(faute.regle, "erreur", (), faute.phrase, place=(faute.ligne, faute.colonne))
        return lu
    for faute in lu.document.fautes:
        lu.signale(faute.regle, "erreur", faute.chemin, faute.phrase, place=(faute.ligne, faute.colonne))
    if not isinstance(lu.document.valeur, dict):
        lu.signale("structure", "erreur", (), "il faut des champs, un par ligne. Exemple : nom: Maison des habitants")
        return lu
    _valide(lu, modele, pays)
    return lu


def _valide(lu: Lu, modele: type[Element], pays: str) -> None:
    donnees = lu.document.valeur
    # annuaire.yml says itself in which country its own numbers are dialled.
    sien = donnees.get("pays") if modele is Annuaire else None
    contexte = {"pays": sien if isinstance(sien, str) and pays_connu(sien) else pays}
    try:
        lu.element = modele.model_validate(donnees, context=contexte)
    except ValidationError as error:
        for erreur in vraies_erreurs(error)[:PROBLEMES_MAX + 1]:
            for chemin, phrase, cle, regle in traduire(erreur, modele, donnees):
                lu.signale(regle, "erreur", chemin, phrase, cle)
        lu.element, lu.bouches = sans_les_fautes(error, modele, donnees,
                                                 lambda reste: modele.model_validate(reste, context=contexte))
        lu.partiel = True
    if lu.element is not None:
        nommer(lu)


def nommer(lu: Lu) -> None:
    """Give the element, and the named elements inside it, the slugs that their file or key is."""
    if isinstance(lu.element, Nomme):
        lu.element.nomme(slug=lu.trouve.slug, zone=lu.trouve.zone)
    for nom in type(lu.element).model_fields:
        valeur = getattr(lu.element, nom)
        if isinstance(valeur, dict):
            for cle, terme in valeur.items():
                terme.nomme(slug=cle)
