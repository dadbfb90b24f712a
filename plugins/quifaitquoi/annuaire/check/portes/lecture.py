"""Reads a text as somebody would who looks for a door. What is harmless is taken away first; anything left may lead there.

A list of streets would never do: a number that counts nothing, a way or a building, a place beside another, a name nobody knows, a
position are each enough. So most of what is listed here is no door.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from babel import Locale

from quifaitquoi.annuaire.check.portes.allemand import sans_petits_mots
from quifaitquoi.annuaire.check.portes.lisse import Lisse, lisse
from quifaitquoi.annuaire.check.portes.mots import alternatives, motif, motifs, mots, un_des_mots
from quifaitquoi.annuaire.check.portes.noms import Noms
from quifaitquoi.annuaire.check.portes.paroles import premier_mot_inconnu, sans_porte

# What is said of a word that is in no list of paroles/.
INCONNU = "un mot que la vérification ne connaît pas"
# What was taken away, because it leads nowhere or because it may be said; a noun that can be counted; a number in words.
ANODIN, PERMIS, NOM, CHIFFRE = "\x00", "\x01", "\x02", "߂"
N = r"(?:\d{1,3}(?:[ .]\d{3})+|\d+)(?:[.,]\d+)?(?!\w)"
NS = rf"{N}(?: ?(?:a|-|ou|et|/|,|x|jusqu'a|to|or|and|bis|und|oder|الي|او|و) ?{N}){{0,5}}"

MESURE = rf"(?<![\w.])(?:{N}|quelques) ?"
A_PIED = r"a pied|de marche|en (?:bus|tram|voiture|train|metro|velo)|walk|zu fuss|from|du|de la|de l'|des"
DISTANCE = re.compile(
    rf"{MESURE}(?:m|metres?|km|kilometres?|meters?|metern?|pas)(?!\w|²)|{MESURE}(?:mn|min\w*) (?:{A_PIED})\b"
    rf"|(?:quarts? d'heure|demi[ -]heure) (?:a pied|de marche|en (?:bus|tram|voiture|train|velo))|encablures?|jet de pierre",
    re.IGNORECASE)
POSITION = re.compile(
    r"geo:|///|\d ?°(?! ?c\b)|\d+ ?' ?\d|(?<![\w.,])-?\d{1,3}[.,]\d{3,}(?!\d* ?€)"
    # … but a thousand of something is none: « 3,200 people ».
    r"(?!(?<=\D\d{3}) (?!(?:nord|nort|sud|sout|east|ost|oues|west|lat|lon|deg|grad|درج|شمال|جنوب|شرق|غرب|bis|ter|puis|then))"
    r"[^\W\d]{3,})"
    r"|(?<![\w.@])[^\W\d]{3,}\.[^\W\d]{3,}\.[^\W\d]{3,}(?![\w.@])|[^\W\d]{3,} \. [^\W\d]{3,} \. [^\W\d]{3,}"  # three words
    r"|[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{0,4}", re.IGNORECASE)  # an open location code
COLLEE = re.compile(
    r"(?<![a-z])\d*(?:rue|avenue|boulevard|impasse|place|quai|allee|chemin|route|square)(?:de|du|des|dela|d)[a-z]{3,}"
    r"|(?<![a-z])\d*(?:rue|avenue|boulevard|impasse|quai)[a-z]{3,}",
    re.IGNORECASE)
CAPITALE = re.compile(r"(?<![\w'])(?:[dlDL]')?([A-Z][\w'-]*[a-z][\w'-]*)")
DEBUT = re.compile(r"(?:^|[.!?:;…«\"(\[•|/]|[ ]-) *[-*•«\"(]* *$")
PHRASE = re.compile(r"[^.!?;؟؛]+")
COMPOSE_MIN = 7  # letters, of what may end a longer word: « Gemeinschaftswohnungen »
# The languages for which mots.txt says how they speak of a school or a bus that leads nowhere; « idiomes » says it for French.
USAGES = frozenset({"en", "de", "ar"})
# The sections of mots.txt whose words stand in its patterns, by their name in capitals.
UN_DES_MOTS = ("jours", "rangs", "etablissements", "dependances", "nombres",
               *(f"{quoi}_{langue}" for quoi in ("services", "sorties") for langue in ("en", "de", "ar")))
# Whose days, languages and countries are names of no place.
LOCALES = ("fr", "en", "de")
# Where a capital makes no name: each noun has one, or no letter has.
SANS_CAPITALES = frozenset({"de", "ar"})
# How a noun in the plural looks, in the languages where no list of them is needed, and what makes the number before it a door's.
PLURIELS = {"en": re.compile(r"[a-z]{2,}s"), "de": re.compile(r"[A-Z][a-z]{2,}(?:e|en|er|n|s)"), "ar": re.compile(r"\w{3,}")}
DE_PORTE = re.compile(
    r"(?<!\w)(?:at|in|on|no|number|nr|nummer|haus|flat|room|bei|im|am|an|auf|zu|zur|button|knopf|klingel"
    r"|(?:ال)?رقم|عند|(?:ال)?جرس|(?:ال)?زر) \d[\d ]*$", re.IGNORECASE)
ETRANGERE = re.compile(r"[^\W\d_A-Za-zªº\u0600-\u06ff\ufb50-\ufeff]")


@dataclass(frozen=True, order=True)
class Soupcon:
    """Where something may lead to a door, in the text as written, and what it is."""

    place: int
    quoi: str


class _Motifs:
    """The patterns of mots.txt, compiled when the first text is read: most commands read none."""

    def __init__(self):
        parties = {"N": N, "NS": NS, "ANNEE": r"(?:19|20)\d\d", "JOUR": r"(?:1er|[0-3]?\d)(?!\d)", "EN_LETTRES": CHIFFRE,
                   "MOIS": rf"(?:{un_des_mots('mois')})\b\.?"}
        parties |= {nom.upper(): un_des_mots(nom) for nom in UN_DES_MOTS}
        parties |= {nom.upper(): alternatives(nom) for nom in ("avant", "apres", "appels", "nommes")}
        self.nombres = re.compile(
            rf"(?<!\w)(?:{un_des_mots('nombres')})(?:-(?:et-)?(?:{un_des_mots('nombres')}|une?|neuf))*(?!\w)", re.IGNORECASE)
        self.idiomes = motifs("idiomes", N=N)
        self.parties = parties
        self.comptent = motifs("comptent", **parties)
        # Behind a number, what counts; an idiom counts too: « 3 cours de français ».
        compte = f"[{ANODIN}{NOM}]"
        # In Arabic « and », « by » are written with what follows.
        debut = r"(?:(?<![\w.,+#])|(?<=\b[وفبل]))(?<!au )(?<!n° )(?<!numero )"
        self.compte = re.compile(
            rf"{debut}{NS} ?(?:/|×|x)? ?{compte}+(?! (?:de la|des|du|de l')\b)"
            rf"|{debut}(?<!le )(?<!du ){NS} (?:[a-z]{{3,}} ){{1,2}}?{compte}+(?! (?:de la|des|du|de l')\b)"
            rf"|(?<={compte})[ ,]*(?:ou|et|a|-|/|to|or|and|dont|sur|de|von|of) (?:[a-z]{{2,}} )?{N}(?![ ,-]*\d)"
            rf"|{N} (?:ou|a|et|to|or|-) (?={ANODIN})", re.IGNORECASE)
        self.urgences = motif(alternatives("urgences", **parties))
        self.nombre = re.compile(alternatives("numeros", **parties), re.IGNORECASE)
        self.voies = motif(alternatives("voies", **parties)), COLLEE
        self.aupres = motif(alternatives("aupres", N=N))
        self.alentours = Noms(_formes(mots("alentours"))), motif(alternatives("contextes", N=N))
        self.toujours = motif(alternatives("toujours", **parties))
        self.courants = motifs("courants", **parties)
        self.codes = motif(alternatives("codes"))
        self.comptables = frozenset(mots("comptes"))
        self.capitales = frozenset(mots("capitales")).union(*map(_de_tous, LOCALES))
        self.noms_propres = self.capitales - {*mots("etablissements"), *mots("dependances")}
        self.allemand = frozenset(mots("allemand"))

    @cached_property
    def conduisent(self) -> re.Pattern:
        """What leads somewhere in a sentence."""
        return motif(alternatives("conduisent"))


@lru_cache(maxsize=1)
def _motifs() -> _Motifs:
    return _Motifs()


def soupcons(texte: str, connus: Iterable[re.Pattern] = (), acceptes: Iterable[re.Pattern] = (),
             permis: Iterable[re.Pattern] = (), noms: frozenset[str] | None = None, langue: str = "",
             sus: frozenset[str] = frozenset()) -> Iterator[Soupcon]:
    """What in `texte` may lead to a door. `acceptes`: what was said to be right; `connus`: the places of the territory; `permis`:
    those that may be named; `noms`: words that a capital does not make a name of, None where names are to be expected; `langue`:
    the one in whose list each word must be, or else among `sus`, or a name; "" where any word passes."""
    ecrit, m = Lisse(texte), _motifs()
    accepte = _sans(ecrit.texte, acceptes, PERMIS)
    reste = _sans(accepte, permis, PERMIS)
    chiffre = _sans(reste, (m.nombres,), CHIFFRE)
    sans_idiomes = _sans(chiffre, m.idiomes)
    if langue in USAGES:
        sans_idiomes = _sans_usages(sans_idiomes, m, langue)
    compte = _sans(_sans(sans_idiomes, (m.urgences,)), m.comptent)
    compte = _sans(_marques(compte, m.comptables, langue), (m.compte,))
    for quoi, lu, cherches in (
        ("un nom de lieu", accepte, connus), ("une distance", chiffre, (DISTANCE,)), ("une position", reste, (POSITION,)),
        ("le code d'une porte", reste, (m.codes,)), ("une façon de reconnaître la porte", reste, (m.toujours,)),
        ("une voie, un bâtiment ou un arrêt", sans_idiomes, m.voies), ("un chemin", compte, (m.aupres,)),
        ("un repère (un arbre, un commerce, une couleur, un bruit…)", sans_idiomes, m.alentours),
        ("un nombre qui ne compte ni ne date rien", compte, (m.nombre,)),
        ("une écriture que la vérification ne sait pas lire", reste, (ETRANGERE,)),
    ):
        for cherche in cherches:
            # The patterns are of all languages: what is a way in one is a harmless word of another (« aber »).
            trouve = next((t for t in cherche.finditer(lu) if not (
                langue not in ("", "fr") and t[0].isalpha() and sans_porte(t[0].lower(), langue))), None)
            if trouve:
                yield Soupcon(ecrit.place(trouve.start()), quoi)
    if noms is None:
        return
    if langue not in SANS_CAPITALES and (place := _nom_inconnu(sans_idiomes, noms, m)) is not None:
        yield Soupcon(ecrit.place(place), "un nom que l'annuaire ne connaît pas")
    if langue:
        def connu(mot: str) -> bool:
            bas = mot.lower()
            propre = mot[0].isupper() and (mot.capitalize() in sus or bas in m.noms_propres)
            return propre or bas in sus or bas in _de_tous(langue)

        reste = _sans(compte, m.courants)
        if langue == "de":
            reste = sans_petits_mots(reste, ecrit.texte, ANODIN)
        if (place := premier_mot_inconnu(reste, langue, connu)) is not None:
            yield Soupcon(ecrit.place(place), INCONNU)


def sans_voies(texte: str) -> str:
    """What is left of a smooth name without the words for a way, a stop or a building."""
    return _motifs().voies[0].sub(" ", texte)


def nommes(texte: str) -> frozenset[str]:
    """Words of a text that have a capital which no beginning of a sentence gave them, smooth, with it."""
    lu = lisse(texte)
    return frozenset(part for trouve in CAPITALE.finditer(lu) if not DEBUT.search(lu[:trouve.start()])
                     for part in map(str.capitalize, re.findall(r"\w+", trouve[1])))


def _sans(texte: str, motifs: Iterable[re.Pattern], signe: str = ANODIN) -> str:
    for un in motifs:
        texte = un.sub(lambda trouve: signe * len(trouve[0]), texte)
    return texte


@lru_cache(maxsize=None)
def _usages(langue: str) -> tuple[re.Pattern, ...]:
    """How a language speaks of what has an address, and leads nowhere."""
    return tuple(un for section in (f"usages_{langue}", "usages") for un in motifs(section, **_motifs().parties))


def _sans_usages(texte: str, m: _Motifs, langue: str) -> str:
    """Without what has an address and is spoken of for what it does, in each sentence where nothing leads anywhere."""
    return PHRASE.sub(lambda phrase: phrase[0] if m.conduisent.search(phrase[0]) else _sans(phrase[0], _usages(langue)), texte)


def _marques(texte: str, comptables: frozenset[str], langue: str) -> str:
    """Nouns that can be counted are marked where a number stands shortly before them, those that end a compound too; in other
    languages than French any noun in the plural that leads nowhere, right behind a number that nothing makes a door's."""
    composes = tuple(comptable for comptable in comptables if len(comptable) >= COMPOSE_MIN)

    def marque(trouve: re.Match) -> str:
        mot = trouve[0].lower()
        connu = mot.endswith(composes) or any(comptables.intersection(map(part.removesuffix, ("", "s", "x", "es")))
                                              for part in (mot, mot.partition("-")[0]))
        apres_un_nombre = re.search(r"\d[ /×x]*(?:[a-z'-]+ ){0,2}$", texte[:trouve.start()], re.IGNORECASE)
        if not connu and langue in PLURIELS and PLURIELS[langue].fullmatch(trouve[0]) and sans_porte(mot, langue):
            connu = DE_PORTE.search(texte[:trouve.start()]) is None and re.search(r"\d ?$", texte[:trouve.start()])
        return NOM * len(mot) if connu and apres_un_nombre else trouve[0]

    return re.sub(r"[^\W\d]+(?:-[^\W\d]+)*", marque, texte)


def _nom_inconnu(texte: str, noms: frozenset[str], m: _Motifs) -> int | None:
    if sum(mot in m.allemand for mot in re.findall(r"[a-z]+", texte.lower())) >= 2:
        return None
    for trouve in CAPITALE.finditer(texte):
        parts = [part for part in re.split(r"[-']", trouve[1].lower()) if part]
        connu = all(part in noms or {part, part.removesuffix("s")} & m.capitales for part in parts)
        if not connu and not DEBUT.search(texte[:trouve.start()]):
            return trouve.start(1)
    return None


def _formes(noms: Iterable[str]) -> Iterator[str]:
    """Names as they stand in texts: in the plural, and in Arabic behind an article or what is written with it."""
    for nom in noms:
        fins = ("", "s", "x") if nom[0] < "\u0600" else ("",)
        debuts = ("",) if nom[0] < "\u0600" else ("", "ال", "لل", "بال", "وال", "فال", "كال", "و", "ب", "ل")
        yield from (debut + nom + fin for debut in debuts for fin in fins)


@lru_cache(maxsize=None)
def _de_tous(langue: str) -> frozenset[str]:
    """Words that have a capital and name no place of a town, in that language: days, languages, countries."""
    if langue not in LOCALES:
        return frozenset()
    locale = Locale(langue)
    return frozenset(
        lisse(nom).lower()
        for liste in (locale.languages, locale.territories, locale.days["format"]["wide"], locale.months["format"]["wide"])
        for nom in liste.values() if " " not in nom)
