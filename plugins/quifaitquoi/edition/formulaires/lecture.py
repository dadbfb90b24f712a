"""The answers of a form, question by question: what each says of a fiche, and those that could not be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.base.texte import visible
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.edition.reponses import comprendre
from quifaitquoi.edition.reponses.comprendre import Incompris
from quifaitquoi.horaires import lire, phrase
from quifaitquoi.langues import langue

# Where each question of a form has its answer in a fiche, and how people's words become its value.
CHAMPS: dict[str, Chemin] = {
    "nom": ("nom",), "genre": ("genre",), "presentation": ("presentation",), "voie": ("adresse", "voie"),
    "code_postal": ("adresse", "code_postal"), "commune": ("adresse", "commune"), "horaires": ("horaires",),
    "langues": ("langues", "parlees"), "rendez_vous": ("acces", "rendez_vous"), "cout": ("cout",),
    "telephone": ("contact", "telephone"), "site": ("contact", "site"), "services": ("services",),
    "confidentialite": ("confidentialite",),
}
# Those that ask for words of the vocabulary, with its list.
TERMES = {"services": "besoins", "langues": "langues"}
# The choices of a form, in its words.
CHOIX = {
    "genre": {"Un lieu où aller": "lieu", "Une équipe qui vient": "equipe-mobile", "Une ligne à appeler": "telephone",
              "Un service en ligne": "en-ligne"},
    "rendez_vous": {"Sans rendez-vous": "sans", "Rendez-vous conseillé": "conseille", "Rendez-vous obligatoire": "obligatoire"},
    "cout": {"Gratuit": "gratuit", "Une participation": "participation", "Payant": "payant"},
    "confidentialite": {"oui": "adresse-non-publiee"},
}

T = TypeVar("T")


@dataclass(frozen=True)
class Laissee:
    """An answer that could not be read, in whole or in part: its question, its words, what to write instead."""

    question: str
    ecrit: str
    phrase: str
    refus: Incompris = field(default_factory=lambda: Incompris(""), compare=False, repr=False)

    @property
    def discrete(self) -> Laissee:
        """The same, repeating nothing that was written."""
        return Laissee(self.question, "", sans_citation(self.phrase, [self.ecrit]))


class Refusees(Incompris):
    """No file can come of the answers; `laissees` are those that could not be read."""

    def __init__(self, phrase: str, laissees: tuple[Laissee, ...] = ()):
        super().__init__(phrase)
        self.laissees = laissees


def sans_citation(phrase: str, ecrits: Iterable[str]) -> str:
    """A sentence that quotes nothing of what was written."""
    # Where that holds guillemets, nobody knows where a quotation ends: all goes, from the first to the last.
    return re.sub("«.*»" if any({*"«»"} & {*ecrit} for ecrit in ecrits) else "« [^»]* »", "« … »", phrase, flags=re.S)


class Lecture:
    """Reads each answer that it is asked for, with the readers and the model of the fiche."""

    def __init__(self, reponses: Mapping[str, str], directory: Directory):
        self.reponses, self.directory = reponses, directory
        self.laissees: list[Laissee] = []
        self.mots: dict[str, str] = {}

    def lit(self, question: str, lecteur: Callable[[str], T]) -> T | None:
        """The answer as `lecteur` understands it, or what of it was certain."""
        texte = self.reponses.get(question, "")
        try:
            return lecteur(texte)
        except Incompris as error:
            self.laissees.append(Laissee(question, texte, str(error), error))
            return error.compris

    def exige(self, question: str, lecteur: Callable[[str], T]) -> T:
        """The same; raises Refusees where it is not understood."""
        lue = self.lit(question, lecteur)
        if self.laissees and self.laissees[-1].question == question:
            self._refuse()
        return lue

    def valeurs(self, sauf: tuple[str, ...] = ()) -> list[tuple[str, Valeur]]:
        """Each question about a field of the fiche, with what is to be written there."""
        lues = [(question, self.lit(question, self._lecteur(question)))
                for question in self.reponses if question in CHAMPS and question not in sauf]
        for question, valeur in lues:
            if question in TERMES and valeur:
                noms = self.directory.vocabulaire.noms(TERMES[question])
                self.mots[question] = ", ".join(noms[slug][0] for slug in valeur)
            elif question == "horaires" and valeur:
                # Hours can be read otherwise than they were meant: whoever wrote them sees what they became.
                self.mots[question] = phrase(lire(valeur), langue("fr"))
        return [(question, [{"quoi": besoin} for besoin in valeur] if question == "services" else valeur)
                for question, valeur in lues if valeur]

    def refuse_sans(self, *questions: str) -> None:
        """Raises Refusees where nothing was understood of one of these, which were answered."""
        if any(laissee.question in questions and laissee.question not in self.mots for laissee in self.laissees):
            self._refuse()

    def _refuse(self) -> None:
        raise Refusees(" ; ".join(laissee.phrase for laissee in self.laissees), tuple(self.laissees))

    def _lecteur(self, question: str) -> Callable[[str], Valeur]:
        vocabulaire, chemin = self.directory.vocabulaire, CHAMPS[question]
        if question in CHOIX:
            return _choix(question)
        if question == "services":
            return lambda texte: comprendre.mots_connus(texte, TERMES[question], vocabulaire)
        return lambda texte: comprendre.acceptee(
            chemin, comprendre.valeur(chemin, texte, vocabulaire), self.directory.annuaire.pays)


def _choix(question: str) -> Callable[[str], str]:
    def lire(texte: str) -> str:
        if texte not in CHOIX[question]:
            raise Incompris(f"« {visible(comprendre.ligne(texte))} » n'est pas un choix du formulaire : "
                            f"{', '.join(CHOIX[question])}")
        return CHOIX[question][texte]
    return lire
