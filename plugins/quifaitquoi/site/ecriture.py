"""How one page is worded: its language, its way back to the root, and the acronyms it has already spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from quifaitquoi.annuaire.model import telephone
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.vocabulaire import Terme_
from quifaitquoi.langues import Langue, Traduit
from quifaitquoi.langues.typographie import francais
from quifaitquoi.paroles import segments
from quifaitquoi.paroles.parole import Parole, morceaux
from quifaitquoi.paroles.segments import Segment
from quifaitquoi.site import liens
from quifaitquoi.site.icones import icone
from quifaitquoi.site.sigles import Sigles, paragraphes

_ENTRE = Markup(" · ")
_FRANCAIS = Markup('<span lang="fr" dir="ltr">{}</span>')
# The isolates that `horaires` puts around a comment in another language.
_ECRIT_AILLEURS = re.compile("\u2068([^\u2068\u2069]*)\u2069")

# After its sign, and before what begins the next: « M. Dupont » or « 12 h. 30 » would else be cut. Arabic has no capitals.
_FIN_DE_PHRASE = re.compile(r"(?<=[.!?…؟።፧۔])\s+(?=[^\Wa-zà-ÿ\d])|\n\s*\n")


class ParoleEnPage(Parole):
    """One language of one territory, as all of its pages share it: what it says is escaped, and marked where it is foreign."""

    def __init__(self, directory: Directory, langue: Langue):
        super().__init__(directory, langue)
        self.en_texte = Parole(directory, langue)
        self.marque = Markup(' lang="{}" dir="ltr"').format(self.source) if self.etranger else Markup("")
        self._dites: dict[str, Markup] = {}

    @cached_property
    def sigles(self) -> Sigles:
        return Sigles(self.directory.vocabulaire.sigles)

    def _(self, message: str, **valeurs: object) -> Markup:
        """A sentence of the program, in this language; values are escaped."""
        if valeurs:
            return self._compose(self.langue.texte(message), valeurs)
        if (connue := self._dites.get(message)) is None:
            connue = self._dites[message] = self._compose(self.langue.texte(message), valeurs)
        return connue

    def entre_balises(self, message: str, **valeurs: object) -> Markup:
        """As `_`, for what templates write between tags, where French in spite of the page's language can be marked."""
        dit = self._(message, **valeurs)
        return _FRANCAIS.format(francais(dit)) if message in self.langue.catalogue.retenus else dit

    def mot(self, dit: str) -> Markup:
        """Words of the program as a page sets them, marked where they are in French in spite of its language."""
        return _FRANCAIS.format(francais(dit)) if self.reste_francais(dit) else escape(dit)

    def heures(self, dites: str) -> Markup:
        """Hours in words: what a contributor wrote among them is marked as theirs (see `horaires.mots.commentaire`)."""
        sur = str(escape(self.langue.typographie(dites)))
        return Markup(_ECRIT_AILLEURS.sub(rf"<span{self.marque}>\1</span>", sur) if self.etranger else sur)

    def n_(self, un: str, plusieurs: str, n: int, **valeurs: object) -> Markup:
        # The number is left out of `nombre`, which would fill in every placeholder unescaped.
        return self._compose(self.langue.catalogue.ngettext(un, plusieurs, n), {"n": n, **valeurs})

    def description(self, titre: str) -> str:
        """What a page with this title says of itself to search engines."""
        return self._("{titre} à {lieu}", titre=titre, lieu=self.annuaire.territoire).striptags()

    def _compose(self, message: str, valeurs: dict[str, object]) -> Markup:
        sur = escape(self.langue.typographie(message))
        if not valeurs:
            return sur
        # As Markup.format does, in a third of its time: a page has twenty of them.
        return Markup("".join([f"{texte}{escape(valeurs[nom]) if nom else ''}" for texte, nom in morceaux(sur)]))

    def liste(self, elements: Iterable[object]) -> Markup:
        return Markup(super().liste(escape(e) for e in elements))


def pour_un_script(dits: Mapping[str, Markup]) -> dict[str, str]:
    """Sentences that a script will write, as text: it escapes them itself."""
    return {nom: str(dit.unescape()) for nom, dit in dits.items()}


class Redaction:
    """A page being written. Templates call it `p`."""

    def __init__(self, parole: ParoleEnPage, chemin: str):
        self.parole = parole
        self.chemin = chemin
        self.racine = liens.vers_la_racine(chemin)
        self._vus: set[str] = set()

    def url(self, chemin: str = "") -> str:
        """The way from this page to another of the same language: `url("fiches/maison/")`, `url("#urgences")`."""
        page, diese, fragment = chemin.partition("#")
        return f"{self.racine}{page}index.html{diese}{fragment}"

    def t(self, ecrit: str | None, sigles: bool = True) -> Markup:
        """What a contributor wrote: escaped, marked with its language, acronyms spelt out at their first appearance.

        A sentence of the program is in the reader's language already: it comes back as it is.
        """
        return ecrit if isinstance(ecrit, Markup) else self._marque(ecrit, self._ecrit(ecrit or "", sigles))

    def titre(self, ecrit: str) -> Markup:
        """As `t`, for headings and links: acronyms are spelt out but lead nowhere."""
        if isinstance(ecrit, Markup):
            return ecrit
        return self._marque(ecrit, self.parole.sigles.developper(self.parole.typo(ecrit), set(), None))

    def simple(self, ecrit: str) -> str:
        """As `t`, for places that hold no markup: titles of the window, labels."""
        return self.parole.typo(ecrit)

    @staticmethod
    def premiere_phrase(ecrit: str) -> str:
        """The first sentence of a text, as much its contributor's or its translator's as the whole is."""
        debut = _FIN_DE_PHRASE.split(ecrit.strip(), maxsplit=1)[0]
        return Traduit.de(debut, ecrit.ancien) if isinstance(ecrit, Traduit) else debut

    def ecrit_en(self, ecrit: str | None) -> str:
        """The name of the language that this text stays in, for whoever reads another one; "" where it is the reader's."""
        code, lue = self.parole.source, self.parole.langue.locale.language
        ailleurs = bool(ecrit) and not isinstance(ecrit, Traduit) and lue != code.partition("-")[0]
        return self.parole.nom_de_langue(code).texte if ailleurs else ""

    def paragraphes(self, ecrit: str | None) -> Markup:
        if not ecrit:
            return Markup("")
        # Cutting a text makes plain strings of it: each keeps what the whole is.
        dit = Traduit if isinstance(ecrit, Traduit) else str
        marque = "" if isinstance(ecrit, Traduit) else self.parole.marque
        html = Markup("").join(Markup(f"<p{marque}>{self._ecrit(dit(bloc))}</p>") for bloc in paragraphes(ecrit))
        return (
            html + Markup('<p class="note ancien">{}</p>').format(self.parole.ancien) if getattr(ecrit, "ancien", False) else html
        )

    def terme(self, terme: Terme_) -> Markup:
        """The name of a controlled term."""
        return self._marque(terme.nom, escape(self.parole.typo(terme.nom)))

    def termes(self, termes: Mapping[str, Terme_], cles: Iterable[str]) -> Markup:
        """Several controlled terms in a row; many hold a comma, so none separates them."""
        return Markup(" · ").join(self.terme(termes[cle]) for cle in cles if cle in termes)

    def textes(self, ecrits: Iterable[str]) -> Markup:
        """Several short texts of contributors as one list in words."""
        return self.parole.liste(self.t(ecrit, False) for ecrit in ecrits)

    def dit(self, dits: Iterable[Segment], sigles: bool = True) -> Markup:
        """What is said, as a page sets it."""
        return Markup("".join([self._segment(segment, sigles) for segment in dits]))

    def _segment(self, segment: Segment, sigles: bool) -> Markup:
        genre, texte, cible = segment
        if genre == segments.DIT:
            return self.parole.mot(texte)
        if genre == segments.ENTRE:
            return _ENTRE
        if genre == segments.TEL:
            return self.tel(texte)
        if genre == segments.SMS:
            return self.sms(texte)
        if genre == segments.LIEN:
            return self.dehors(cible, texte or None)
        if genre == segments.COURRIEL:
            return Markup('<a href="{}">{}</a>').format(liens.courriel(texte), _ltr(texte))
        if genre == segments.LANGUE:
            return self.langue(texte)
        if genre == segments.HEURES:
            return self.parole.heures(texte)
        return _ltr(texte) if genre == segments.CHIFFRES else self.t(texte, sigles and genre == segments.ECRIT)

    def langue(self, code: str) -> Markup:
        """A spoken language as its name here, then in itself: « arabe (العربية) »."""
        nom, terme = self.parole.nom_de_langue(code), self.parole.directory.vocabulaire.langues.get(code)
        dit = self.t(nom.texte, False) if nom.genre == segments.ECRIT else escape(nom.texte)
        if terme is None or nom.texte.casefold() == terme.natif.casefold():
            return dit
        return Markup('{} <bdi lang="{}" dir="{}">({})</bdi>').format(dit, code, terme.sens, terme.natif)

    def source(self, adresse: str, titre: str | None) -> Markup:
        """The page a fact was read from: its title, or whose page it is; on paper the whole address follows."""
        return self.dehors(adresse, self.t(titre, False) if titre else _ltr(urlsplit(adresse).hostname or adresse))

    def _ecrit(self, ecrit: str, sigles: bool = True) -> Markup:
        propre = self.parole.typo(ecrit)
        return self.parole.sigles.developper(propre, self._vus, self.url("glossaire/")) if sigles else escape(propre)

    def _marque(self, ecrit: str | None, html: Markup) -> Markup:
        if isinstance(ecrit, Traduit):
            return html + Markup(' <small class="ancien">({})</small>').format(self.parole.ancien) if ecrit.ancien else html
        return Markup(f"<span{self.parole.marque}>{html}</span>") if self.parole.etranger else html

    def tel(self, numero: str, classe: str = "", avec_icone: bool = False) -> Markup:
        """A phone number that calls when touched, or that one writes to where no voice is heard. Digits run from left to right
        in every language."""
        pays = self.parole.annuaire.pays
        if telephone.est_sms(numero, pays):
            return self._sms(numero, self.parole.en_texte.sms_en_bref(numero), classe, avec_icone)
        if telephone.prix(numero, pays) == "payant":
            return _lie(telephone.lien(numero, pays), self.dit(self.parole.en_texte.tel(numero)), "phone", classe, avec_icone)
        return _tel(numero, pays, classe, avec_icone)

    def sms(self, numero: str, classe: str = "", avec_icone: bool = False) -> Markup:
        """A number that takes messages: touched, it opens one."""
        return self._sms(numero, self.parole.en_texte.sms(numero), classe, avec_icone)

    def _sms(self, numero: str, dits: segments.Segments, classe: str, avec_icone: bool) -> Markup:
        adresse = telephone.lien_sms(numero, self.parole.annuaire.pays)
        return _lie(adresse, self.dit(dits), "message-text-outline", classe, avec_icone)

    def dehors(self, adresse: str, libelle: str | Markup | None = None, classe: str = "") -> Markup:
        """A link that leaves the site and tells the other side nothing. What is not a web address stays plain text."""
        href = liens.sur(adresse)
        if href is None:
            return escape(libelle or adresse)
        affiche = libelle or _ltr(href.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/"))
        return Markup(f'<a class="{_classes("dehors", classe)}" rel="noreferrer noopener external" href="{escape(href)}">'
                      f"{escape(affiche)}</a>")


def _classes(*noms: str) -> Markup:
    return escape(" ".join(filter(None, noms)))


def _ltr(adresse: str) -> Markup:
    """An address of the web reads from left to right in every language."""
    return Markup(f'<bdi dir="ltr">{escape(adresse)}</bdi>')


def _lie(adresse: str, dit: Markup, picto: str, classe: str, avec_icone: bool) -> Markup:
    return Markup('<a class="{}" href="{}">{}<span>{}</span></a>').format(
        _classes("tel", classe), adresse, icone(picto) if avec_icone else "", dit)


@lru_cache(maxsize=20_000)
def _tel(numero: str, pays: str, classe: str, avec_icone: bool) -> Markup:
    picto = icone("phone") if avec_icone else ""
    return Markup('<a class="{}" href="{}">{}<bdi dir="ltr">{}</bdi></a>').format(
        _classes("tel", classe), telephone.lien(numero, pays), picto, telephone.affiche(numero, pays))
