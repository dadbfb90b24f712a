"""Reads and writes gettext catalogues (.po) as they are: no compiled copy to make or to forget, each fault with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_CHAINE = re.compile(r'"((?:[^"\\]|\\.)*)"')
_LIGNE = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d)\])?)\s+(".*)')
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ECHAPPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}


@dataclass
class Entree:
    """One message. `ligne` counts from 1; `ancienne_source` is what it was translated from, if that is known to differ."""

    ligne: int = 0
    contexte: str | None = None
    source: str | None = None
    pluriel: str | None = None
    traductions: dict[int, str] = field(default_factory=dict)
    floue: bool = False
    ancienne_source: str | None = None
    commentaires: list[str] = field(default_factory=list)
    fichiers: list[str] = field(default_factory=list)

    @property
    def traduction(self) -> str:
        return self.traductions.get(0, "")


@dataclass(frozen=True)
class FautePo:
    """What cannot be read, for whoever wrote it."""

    ligne: int
    phrase: str


@dataclass
class Po:
    """A catalogue: its header, its messages in order, and what is wrong with it."""

    entete: dict[str, str] = field(default_factory=dict)
    entrees: list[Entree] = field(default_factory=list)
    preambule: list[str] = field(default_factory=list)
    fautes: list[FautePo] = field(default_factory=list)

    @property
    def relu(self) -> bool:
        """Whether its header says that a native speaker has reviewed it."""
        return self.entete.get("X-Relecture", "non").strip().lower().startswith("oui")


def lire(texte: str) -> Po:
    """Never raises: what is not understood is a fault, and the messages around it are read all the same."""
    lecture = _Lecture()
    for numero, ligne in enumerate(texte.lstrip("\ufeff").splitlines(), 1):
        lecture.ligne(numero, ligne.strip())
    lecture.finir()
    return lecture.po


class _Lecture:
    def __init__(self) -> None:
        self.po = Po()
        self._vus: dict[tuple[str | None, str], int] = {}
        self._nouvelle()

    def _nouvelle(self) -> None:
        self._entree, self._ou, self._gachee = Entree(), None, False

    def ligne(self, numero: int, ligne: str) -> None:
        if not ligne:
            self.finir()
        elif ligne.startswith("#"):
            self._commentaire(numero, ligne)
        elif ligne.startswith('"'):
            self._suite(numero, ligne)
        elif trouve := _LIGNE.fullmatch(ligne):
            self._mot(numero, trouve[1], trouve[2], trouve[3])
        else:
            self._faute(
                numero,
                "cette ligne n'est ni un commentaire, ni msgctxt, msgid ou msgstr suivi d'un texte entre \"guillemets droits\"",
            )

    def _commentaire(self, numero: int, ligne: str) -> None:
        if self._entree.traductions or ligne.startswith("#~"):
            self.finir()
        if ligne.startswith("#,") and "fuzzy" in ligne:
            self._entree.floue = True
        elif avant := re.fullmatch(r'#\|\s*(msgid\s+)?(".*")', ligne):
            # One line or several: the first says « msgid ».
            self._entree.ancienne_source = ("" if avant[1] else self._entree.ancienne_source or "") + self._texte(numero, avant[2])

        elif ligne.startswith("#:"):
            self._entree.fichiers += ligne[2:].split()
        elif ligne.startswith(("# ", "#.")) or ligne == "#":
            self._entree.commentaires.append(ligne)

    def _mot(self, numero: int, mot: str, rang: str | None, chaine: str) -> None:
        if mot in ("msgctxt", "msgid") and (self._entree.traductions or (mot == "msgctxt" and self._entree.source is not None)):
            self.finir()
        e, texte = self._entree, self._texte(numero, chaine)
        self._ou = mot, int(rang or 0)
        if mot == "msgctxt":
            e.contexte, e.ligne = texte, e.ligne or numero
        elif mot == "msgid":
            e.source, e.ligne = texte, e.ligne or numero
        elif e.source is None:
            self._ou = None
            self._faute(numero, f"« {mot} » vient avant son « msgid »")
        elif mot == "msgid_plural":
            e.pluriel = texte
        else:
            e.traductions[int(rang or 0)] = texte

    def _suite(self, numero: int, ligne: str) -> None:
        if self._ou is None:
            self._faute(numero, "ce texte ne suit aucun msgid ni msgstr")
            return
        (mot, rang), e, texte = self._ou, self._entree, self._texte(numero, ligne)
        if mot == "msgctxt":
            e.contexte += texte
        elif mot == "msgid":
            e.source += texte
        elif mot == "msgid_plural":
            e.pluriel += texte
        elif rang in e.traductions:
            e.traductions[rang] += texte

    def _texte(self, numero: int, ligne: str) -> str:
        chaine = _CHAINE.fullmatch(ligne)
        if chaine is None:
            self._faute(numero, "un texte s'écrit entre deux guillemets droits, et un guillemet dedans s'écrit \\\"")
            return ""
        texte = re.sub(r"\\(.)", lambda c: _ECHAPPES.get(c[1], "\0"), chaine[1])
        # Pages keep places for their parts with control characters: no text may hold one.
        if _INVISIBLE.search(texte):
            self._faute(numero, "ce texte contient un signe qui ne s'affiche pas, ou un « \\ » de trop")
            return ""
        return texte

    def _faute(self, numero: int, phrase: str) -> None:
        self._gachee = True
        self.po.fautes.append(FautePo(numero, phrase))

    def finir(self) -> None:
        """Keep the message that was being read, if it is one."""
        e = self._entree
        if self._gachee or e.source is None:
            if e.contexte is not None and not self._gachee:
                self.po.fautes.append(FautePo(e.ligne, "il manque « msgid » après « msgctxt »"))
        elif not e.traductions:
            self.po.fautes.append(FautePo(e.ligne, "il manque « msgstr » après « msgid »"))
        elif e.source == "" and e.contexte is None:
            self.po.preambule = e.commentaires
            for ligne in e.traduction.splitlines():
                nom, _, valeur = ligne.partition(":")
                self.po.entete[nom.strip()] = valeur.strip()
        elif premiere := self._vus.get((e.contexte, e.source)):
            self.po.fautes.append(FautePo(e.ligne, f"ce texte est déjà traduit à la ligne {premiere} : gardez-en un seul"))
        else:
            self._vus[e.contexte, e.source] = e.ligne
            self.po.entrees.append(e)
        self._nouvelle()


def ecrire(po: Po) -> str:
    """The catalogue as text: same content, same text. `#:` names files without lines, so that moving code changes nothing."""
    entete = "".join(f"{nom}: {valeur}\n" for nom, valeur in po.entete.items())
    blocs = ["\n".join([*po.preambule, 'msgid ""', f"msgstr {_cite(entete)}"])]
    return "\n\n".join([*blocs, *map(_bloc, po.entrees)]) + "\n"


def _bloc(e: Entree) -> str:
    lignes = list(e.commentaires)
    if e.fichiers:
        lignes.append("#: " + " ".join(e.fichiers))
    if e.floue:
        lignes.append("#, fuzzy")
        if e.ancienne_source is not None:
            lignes += [f"#| {ligne}" for ligne in f"msgid {_cite(e.ancienne_source)}".split("\n")]
    if e.contexte is not None:
        lignes.append(f"msgctxt {_cite(e.contexte)}")
    lignes.append(f"msgid {_cite(e.source or '')}")
    if e.pluriel is not None:
        lignes.append(f"msgid_plural {_cite(e.pluriel)}")
        lignes += [f"msgstr[{rang}] {_cite(texte)}" for rang, texte in sorted(e.traductions.items())]
    else:
        lignes.append(f"msgstr {_cite(e.traduction)}")
    return "\n".join(lignes)


def _cite(texte: str) -> str:
    def cite(part: str) -> str:
        for signe, ecrit in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")):
            part = part.replace(signe, ecrit)
        return f'"{part}"'

    parts = texte.splitlines(keepends=True) if "\n" in texte[:-1] else [texte]
    return "\n".join(['""', *map(cite, parts)]) if len(parts) > 1 else cite(texte)
