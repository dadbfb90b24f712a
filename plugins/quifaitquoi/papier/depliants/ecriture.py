"""What is said, as a leaflet's template sets it: the third way of rendering segments, beside the page and plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quifaitquoi.annuaire.model import telephone
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.vocabulaire import Terme_
from quifaitquoi.langues import Langue, Traduit
from quifaitquoi.langues.typographie import INSECABLE, francais
from quifaitquoi.paroles import segments as dits
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import Fait
from quifaitquoi.paroles.segments import Segment as Dit

# A text for the template: plain, or ["s", text] for what stands in the language of the fiches, ["p", text] for a name
# in it, which nobody translates, ["g", text] for what must be seen, ["l", text] for an address, which runs from left to right.
Segment = str | list[str]

# The dot stays at the end of its line.
SEPARE = f"{INSECABLE}· "

_POINT_MEDIAN = re.compile(r"(?<=\w)[·•‧](?=\w)")
# Isolates of Unicode: in an Arabic line « 9:00 – 12:00 » would otherwise read « 12:00 – 9:00 ».
_GAUCHE, _FIN = "\u2066", "\u2069"
_ENTRE_GROUPES = re.compile("(?<=\\d)[ \u00a0](?=\\d)")
# A comma before a space parts two of them: « 9:00–12:00, 13:30–17:00 » held together in part would change partners.
_CHIFFRES = re.compile("[+(]?\\d(?:(?:[\\d .:/–+()h\u00a0\u202f-]|,(?! ))*[\\dh])?[a-z]?")
# Keys whose values are names of ours, or are set from left to right by the template itself.
_PAS_DES_TEXTES = frozenset(("slug", "p", "picto", "genre", "n", "numero", "adresse", "source", "textes"))


class Paroles:
    """One language of one territory, on paper."""

    def __init__(self, directory: Directory, langue: Langue) -> None:
        self.directory, self.langue = directory, langue
        self.parole, self.en_bref = Parole(directory, langue), Parole(directory, langue, court=True)
        self._, self.n_ = self.parole._, self.parole.n_
        self.date, self.date_courte = self.parole.date, self.en_bref.date
        # Easy French is French: nothing stands out in it.
        self.etranger = self.parole.etranger and langue.locale.language != self.parole.source
        self.virgule = langue.texte(", ")
        self._rtl = langue.sens == "rtl"

    def dit(self, segments: Iterable[Dit]) -> list[Segment]:
        """What is said, on one line of paper."""
        return [morceau for segment in segments for morceau in self._segment(segment)]

    def fait(self, fait: Fait) -> list[Segment]:
        """A fact with what it is about."""
        return [*([self.mot(fait.titre), " "] if fait.titre else []), *self.dit(fait.segments)]

    def _segment(self, segment: Dit) -> list[Segment]:
        genre, texte, cible = segment
        if genre == dits.ENTRE:
            return [self.virgule]
        if genre == dits.TEL:
            return [["g", self.tel(texte)]]
        if genre == dits.SMS:
            return [["g", s.texte] if s.genre == dits.CHIFFRES else self.mot(s.texte) for s in self.parole.sms(texte)]
        if genre == dits.LIEN:
            return [*([texte, self._(" : ")] if texte else []), ["l", adresse_courte(cible)]]
        if genre == dits.COURRIEL:
            return [["l", texte]]
        if genre == dits.LANGUE:
            return self._segment(self.parole.nom_de_langue(texte))
        if genre == dits.NOM:
            return [self.nom(texte)]
        if genre == dits.DIT:
            return [self.mot(texte)]
        return [self.ecrit(texte) if genre in (dits.ECRIT, dits.TERME) else texte]

    def mot(self, dit: str) -> Segment:
        """Words of the program, marked where they are in French in spite of the reader's language."""
        return ["s", francais(dit)] if self.etranger and self.parole.reste_francais(dit) else dit

    def ecrit(self, texte: str, longueur: int | None = None) -> Segment:
        """What a contributor wrote, on one line, marked where nobody has put it into the reader's language yet."""
        dit = coupe(texte, longueur) if longueur else " ".join(texte.split(" ")).replace("\n", " ")
        dit = self.parole.typo(Traduit(_POINT_MEDIAN.sub("-", dit)) if isinstance(texte, Traduit) else _POINT_MEDIAN.sub("-", dit))
        if isinstance(texte, Traduit):
            return f"{dit} ({self.parole.ancien})" if texte.ancien else str(dit)
        return ["s", dit] if self.etranger else dit

    def nom(self, texte: str) -> Segment:
        """A name or an address: no reader needs it translated."""
        dit = self.ecrit(texte)
        return ["p", dit[1]] if isinstance(dit, list) else dit

    def noms(self, textes: Iterable[str], separateur: str) -> list[Segment]:
        return joint([[self.nom(texte)] for texte in textes], separateur)

    def terme(self, terme: Terme_) -> Segment:
        """The name of a controlled term."""
        return self.ecrit(terme.nom)

    def tel(self, numero: str) -> str:
        """A number that no line cuts, with what to do where it is not to call."""
        pays = self.directory.annuaire.pays
        if telephone.est_sms(numero, pays):
            return self.sms(numero)
        return self._groupes("".join(s.texte for s in self.parole.tel(numero)))

    def sms(self, numero: str) -> str:
        """A number to write a message to, where numbers to call stand beside it."""
        return self._groupes("".join(s.texte for s in self.parole.sms_en_bref(numero)))

    def _groupes(self, dit: str) -> str:
        # Whoever reads a PDF back turns round, in a line from right to left, the groups that a blank parts; a stop holds them.
        return (_ENTRE_GROUPES.sub(".", dit) if self._rtl else dit).replace(" ", INSECABLE)

    def isole(self, valeur: object) -> object:
        """Every text inside `valeur` with its digits isolated, where the language is read from the right."""
        if not self._rtl:
            return valeur
        if isinstance(valeur, str):
            return _CHIFFRES.sub(lambda trouve: f"{_GAUCHE}{trouve[0]}{_FIN}", valeur)
        if isinstance(valeur, list):
            if len(valeur) == 2 and valeur[0] in ("s", "p", "l"):
                return [valeur[0], f"{_GAUCHE}{valeur[1]}{_FIN}"]
            return [self.isole(v) for v in valeur]
        if isinstance(valeur, dict):
            return {cle: v if cle in _PAS_DES_TEXTES else self.isole(v) for cle, v in valeur.items()}
        return valeur


def joint(parts: Iterable[list[Segment]], separateur: str) -> list[Segment]:
    """Texts in a row with something between them."""
    tout: list[Segment] = []
    for part in parts:
        if part:
            tout += [separateur, *part] if tout else part
    return tout


def coupe(texte: str, longueur: int) -> str:
    """The first sentences that fit, or the first words and an ellipsis."""
    texte = " ".join(texte.split())
    if len(texte) <= longueur:
        return texte
    phrases = [m.end() for m in re.finditer(r"[.!?](?=\s)", texte[:longueur + 1])]
    if phrases and phrases[-1] > longueur // 3:
        return texte[:phrases[-1]]
    return texte[:longueur].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def adresse_courte(site: str) -> str:
    """A web address as people type it."""
    return site.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
