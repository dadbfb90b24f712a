"""The workshop: a territory on disk → every file of its site. What did not change since the last time is not made again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from quifaitquoi.annuaire.check import Rapport, verifier
from quifaitquoi.annuaire.check.memory import LuesAvant
from quifaitquoi.annuaire.enrich import Territoire, en_langue, enrichir
from quifaitquoi.annuaire.enrich.empreintes import Empreintes, commun
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.partage import partage
from quifaitquoi.annuaire.read.source import lire_texte
from quifaitquoi.base.cache import Cache
from quifaitquoi.base.refus import Refus
from quifaitquoi.langues import Langue, langue
from quifaitquoi.savoir.depliants import Demande, Ecarts, Raison
from quifaitquoi.savoir.donnees import Format
from quifaitquoi.savoir.historique import Histoire, histoire
from quifaitquoi.site import agendas
from quifaitquoi.site.actifs import actifs
from quifaitquoi.site.cadre import Cadre
from quifaitquoi.site.ecriture import ParoleEnPage
from quifaitquoi.site.memoire import Memoire
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Feuillet
from quifaitquoi.site.pages import cartes, trouver
from quifaitquoi.site.pages.depliants.page import CHEMIN
from quifaitquoi.site.pages.ecrites.page import Ecrite
from quifaitquoi.site.pages.modifier import donnees as modifiables
from quifaitquoi.site.pages.modifier.page import en_marche
from quifaitquoi.site.pages.semaine import page as semaine
from quifaitquoi.site.racine import fichiers_de_racine
from quifaitquoi.site.sommaire import planifier


@dataclass(frozen=True, slots=True)
class Livrable:
    """One file of the site: `cle` is the digest of all that it depends on, `contenu` makes it, or gives it as it was last time."""

    chemin: str
    cle: Callable[[], bytes]
    contenu: Callable[[], str | bytes]


class Atelier:
    """Reads a territory and delivers its site. `garder` keeps what is finished for the next time, for `serve`."""

    def __init__(self, garder: bool = False, cache: Cache | None = None):
        self.garder = garder
        self._cache, self._lues = cache, LuesAvant(cache)
        self._memoire = Memoire(cache, garder)
        self._finies: dict[str, tuple[bytes, str | bytes]] = {}
        self.territoire: Territoire | None = None
        self._traduits: dict[str, Territoire] = {}
        self.histoire = Histoire()
        self._ecarts: dict[Demande, Raison] = {}
        self.formats: tuple[Format, ...] = ()

    def lire(self, racine: Path, aujourdhui: date) -> Rapport:
        """Read and check the territory; raises Refus, with every error, if it has one."""
        rapport = verifier(racine, aujourdhui, memoire=self._lues if self.garder else LuesAvant(self._cache))
        if rapport.directory is None:
            n = len(rapport.erreurs)
            fin = "1 erreur : rien n'est construit." if n == 1 else f"{n} erreurs : rien n'est construit."
            raise Refus("\n".join([*map(str, rapport.erreurs), fin]))
        partage(rapport.directory.fiches.values())
        avant, self._racine = self.territoire, racine
        nu = Territoire(rapport.directory, aujourdhui, {}, {}, {}, {}, {}, {}, {})
        meme = avant is not None and commun(avant, self.empreintes) == commun(nu, self.empreintes)
        self.territoire = enrichir(rapport.directory, aujourdhui, avant.fiches if meme else {})
        self._traduits.clear()
        self._cles = rapport.cles
        self._retiens(self.territoire, b"")
        self.histoire = histoire(racine, rapport.directory, aujourdhui)
        return rapport

    def en(self, code: str) -> Territoire:
        """The territory as the readers of that language see it."""
        if code not in self._traduits:
            traduit = self._traduits[code] = en_langue(self.territoire, code)
            if traduit is not self.territoire:
                self._retiens(traduit, self.empreintes.de(code, self.territoire.directory.traductions.get(code)))
        return self._traduits[code]

    def _retiens(self, territoire: Territoire, langue: bytes) -> None:
        """What is said of a fiche follows from its text and from what any page depends on: it need not be digested itself."""
        for slug, vue in territoire.fiches.items():
            self.empreintes.retiens(vue, self._cles[slug], langue)

    @property
    def empreintes(self) -> Empreintes:
        return self._memoire.empreintes

    @property
    def langues(self) -> tuple[Langue, ...]:
        return tuple(langue(code) for code in self.territoire.directory.annuaire.langues)

    def commun(self) -> bytes:
        """Digest of what anything of the site may depend on but its fiches."""
        return commun(self.territoire, self.empreintes)

    def tout(self) -> bytes:
        """Digest of the whole directory, translations included."""
        return self.empreintes.de(self.commun(), tuple(self.territoire.fiches.values()),
                                           self.territoire.directory.traductions)

    def livrables(self, ecrites: Mapping[str, str], dessiner: Callable[[dict], str]) -> Iterator[Livrable]:
        """Every page of every language. `ecrites` maps the hand-written files' paths to their text, `dessiner` is the theme."""
        vocabulaire = self.territoire.directory.vocabulaire
        self._actifs = actifs(b.pictogramme for b in (*vocabulaire.racines.values(), *vocabulaire.besoins.values()))
        vus = set()
        for lang in self.langues:
            pages = ecrites_en(ecrites, lang.code, self.langues[0].code)
            territoire = self.en(lang.code)
            cadre = Cadre(territoire.directory, lang, self.langues, territoire.aujourdhui, self._actifs,
                          tuple((titre_de(page), page.slug, page.langue) for page in pages), dessiner)
            du_cadre = Empreintes().de(
                [*self._actifs.fichiers],
                [trouver.actifs(autre).script for autre in self.langues],
                [un.nom for un in self.formats],
                [autre.code for autre in self.langues],
                cadre.ecrites,
                cadre.relue,
            )
            for feuille in planifier(territoire, lang, pages, self._memoire, self.histoire, self._ecarts, self.formats):
                chemin = f"{lang.code}/{feuille.chemin}"
                vus.add(chemin)
                yield self._livrable(chemin, partial(_cle, du_cadre, feuille), partial(self._faire, feuille, cadre))
        for livrable in self._fichiers():
            vus.add(livrable.chemin)
            yield livrable
        for chemin in self._finies.keys() - vus:
            del self._finies[chemin]

    def sans(self, ecarts: Ecarts, livrables: Iterable[Livrable]) -> list[Livrable]:
        """Those of `livrables` that lead to these leaflets: their `contenu` now says instead that they are missing."""
        self._ecarts.update(ecarts)
        return self.menent_a(ecarts, livrables)

    @staticmethod
    def menent_a(demandes: Collection[Demande], livrables: Iterable[Livrable]) -> list[Livrable]:
        """Those of `livrables` that may lead to one of these leaflets."""
        concernees = {CHEMIN, *(page for demande in demandes for page in (
            f"quartiers/{demande.quartier}/index.html", semaine.chemin(demande.quartier)))} if demandes else set()
        return [livrable for livrable in livrables if livrable.chemin.partition("/")[2] in concernees]

    def compiler(self) -> None:
        """Compile the templates once, for all processes that will make pages."""
        Moteur(ParoleEnPage(self.territoire.directory, self.langues[0])).compiler()

    def _livrable(self, chemin: str, cle: Callable[[], bytes], faire: Callable[[], str | bytes]) -> Livrable:
        return Livrable(chemin, cle, partial(self._repris, chemin, cle, faire) if self.garder else faire)

    def _repris(self, chemin: str, cle: Callable[[], bytes], faire: Callable[[], str | bytes]) -> str | bytes:
        depend, connu = cle(), self._finies.get(chemin)
        if connu is None or connu[0] != depend:
            connu = self._finies[chemin] = (depend, faire())
        return connu[1]

    @staticmethod
    def _faire(feuille: Feuillet, cadre: Cadre) -> str:
        page = feuille.faire()
        return page.contenu if feuille.nu else cadre.encadrer(page)

    def _fichiers(self) -> Iterator[Livrable]:
        """All that is not a page of one language."""
        t, annuaire, autour = self.territoire, self.territoire.directory.annuaire, self.commun()
        prets: dict[str, str | bytes] = {
            **self._actifs.fichiers,
            **{trouveur.script: trouveur.contenu for trouveur in map(trouver.actifs, self.langues)},
            **{chemin: source.read_bytes() for source, chemin in cartes.fichiers()},
            **cartes.d_abord(),
            **cartes.tuiles(t),
            **(trouver.rues_en_scripts(t.directory.fond) if t.directory.fond else {}),
            **fichiers_de_racine(annuaire, self.langues, self._actifs, t),
        }
        for chemin, contenu in prets.items():
            yield self._livrable(chemin, partial(self.empreintes.de, contenu), lambda contenu=contenu: contenu)
        yield self._livrable(cartes.TERRITOIRE, lambda: autour, lambda: cartes.generes(t)[cartes.TERRITOIRE])
        for vue in t.fiches.values():
            if ou := agendas.chemin(vue):
                yield self._livrable(ou, partial(self.empreintes.de, autour, vue), partial(agendas.agenda, t, vue))
        for fiche in filter(modifiables.se_modifie, t.directory.fiches.values()) if en_marche(annuaire) else ():
            depend = partial(self.empreintes.de, autour, self._cles[fiche.slug])
            yield self._livrable(f"{modifiables.DONNEES}{fiche.slug}.js", depend, partial(self._modifiable, fiche))

    def _modifiable(self, fiche: Fiche) -> str:
        return modifiables.script(fiche, lire_texte(self._racine / fiche.chemin), self.territoire.directory.vocabulaire)


def _cle(du_cadre: bytes, feuille: Feuillet) -> bytes:
    return du_cadre + feuille.depend_de()


def ecrites_en(fichiers: Mapping[str, str], code: str, source: str) -> list[Ecrite]:
    """Each hand-written page once: its version in this language (`page.en.md`), else the original (`page.md`)."""
    pages: dict[str, Ecrite] = {}
    rangs: dict[str, tuple] = {}
    for chemin, texte in sorted(fichiers.items()):
        slug, _, lang = Path(chemin).name.removesuffix(".md").partition(".")
        if "/" in chemin or slug == "README":
            continue
        # One that exists in other languages only is still a page of this one: the switcher stays on the same page.
        rang = ((lang or source) == code, not lang, chemin)
        if slug not in pages or rang > rangs[slug]:
            rangs[slug] = rang
            pages[slug] = Ecrite(slug, lang or source, texte, f"pages/{chemin}")
    return [pages[slug] for slug in sorted(pages)]


def titre_de(ecrite: Ecrite) -> str:
    premier = ecrite.texte.lstrip("\ufeff \n").partition("\n")[0]
    return premier.removeprefix("#").strip() if premier.startswith("# ") else ecrite.slug.replace("-", " ").capitalize()
