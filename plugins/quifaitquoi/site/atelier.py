"""The workshop: a territory on disk → every file of its site. What did not change since the last time is not made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from quifaitquoi.annuaire.check import Rapport, verifier
from quifaitquoi.annuaire.check.memory import LuesAvant
from quifaitquoi.annuaire.enrich import Territoire, en_langue, enrichir
from quifaitquoi.base.refus import Refus
from quifaitquoi.langues import Langue, langue
from quifaitquoi.savoir.depliants import Demande, Ecarts, Raison
from quifaitquoi.savoir.donnees import Format
from quifaitquoi.savoir.historique import Histoire, histoire
from quifaitquoi.site.actifs import actifs
from quifaitquoi.site.agendas import agendas
from quifaitquoi.site.cadre import Cadre
from quifaitquoi.site.empreinte import Empreintes
from quifaitquoi.site.memoire import Memoire
from quifaitquoi.site.page import Feuillet
from quifaitquoi.site.pages import cartes, trouver
from quifaitquoi.site.pages.depliants.page import CHEMIN
from quifaitquoi.site.pages.ecrites.page import Ecrite
from quifaitquoi.site.racine import fichiers_de_racine
from quifaitquoi.site.sommaire import commun, planifier


@dataclass(frozen=True)
class Livrable:
    """One page of the site: `html` makes it, or gives it as it was last time."""

    chemin: str
    html: Callable[[], str]


class Atelier:
    """Reads a territory and delivers its site. `garder` keeps finished pages for the next time, for `serve`."""

    def __init__(self, garder: bool = False):
        self.garder = garder
        self._lues = LuesAvant()
        self._memoire = Memoire()
        self._finies: dict[str, tuple[bytes, str]] = {}
        self.territoire: Territoire | None = None
        self._traduits: dict[str, Territoire] = {}
        self.histoire = Histoire()
        self._ecarts: dict[Demande, Raison] = {}
        self.formats: tuple[Format, ...] = ()

    def lire(self, racine: Path, aujourdhui: date) -> Rapport:
        """Read and check the territory; raises Refus, with every error, if it has one."""
        rapport = verifier(racine, aujourdhui, memoire=self._lues if self.garder else None)
        if rapport.directory is None:
            n = len(rapport.erreurs)
            fin = "1 erreur : rien n'est construit." if n == 1 else f"{n} erreurs : rien n'est construit."
            raise Refus("\n".join([*map(str, rapport.erreurs), fin]))
        avant = self.territoire
        nu = Territoire(rapport.directory, aujourdhui, {}, {}, {}, {}, {}, {}, {})
        meme = avant is not None and commun(avant, self._memoire) == commun(nu, self._memoire)
        self.territoire = enrichir(rapport.directory, aujourdhui, avant.fiches if meme else {})
        self._traduits.clear()
        self.histoire = histoire(racine, rapport.directory, aujourdhui)
        return rapport

    def en(self, code: str) -> Territoire:
        """The territory as the readers of that language see it."""
        if code not in self._traduits:
            self._traduits[code] = en_langue(self.territoire, code)
        return self._traduits[code]

    @property
    def langues(self) -> tuple[Langue, ...]:
        return tuple(langue(code) for code in self.territoire.directory.annuaire.langues)

    def livrables(self, ecrites: Mapping[str, str], dessiner: Callable[[dict], str]) -> Iterator[Livrable]:
        """Every page of every language. `ecrites` maps the hand-written files' paths to their text, `dessiner` is the theme."""
        self._actifs = actifs()
        vus = set()
        for lang in self.langues:
            pages = ecrites_en(ecrites, lang.code, self.langues[0].code)
            territoire = self.en(lang.code)
            cadre = Cadre(territoire.directory, lang, self.langues, territoire.aujourdhui, self._actifs,
                          tuple((titre_de(page), page.slug, page.langue) for page in pages), dessiner)
            du_cadre = Empreintes().de(
                self._actifs.style,
                self._actifs.style_a_part,
                self._actifs.style_du_trouveur,
                self._actifs.script,
                self._actifs.icone,
                self._actifs.script_selection,
                self._actifs.script_depliants,
                [un.nom for un in self.formats],
                [autre.code for autre in self.langues],
                cadre.ecrites,
                cadre.relue,
            )
            for feuille in planifier(territoire, lang, pages, self._memoire, self.histoire, self._ecarts, self.formats):
                chemin = f"{lang.code}/{feuille.chemin}"
                vus.add(chemin)
                yield Livrable(chemin, partial(self._html, chemin, du_cadre, feuille, cadre))
        for chemin in self._finies.keys() - vus:
            del self._finies[chemin]

    def sans(self, ecarts: Ecarts, livrables: Iterable[Livrable]) -> list[Livrable]:
        """Those of `livrables` that lead to these leaflets: their `html` now says instead that they are missing."""
        self._ecarts.update(ecarts)
        concernees = {CHEMIN, *(f"quartiers/{demande.quartier}/index.html" for demande in ecarts)} if ecarts else set()
        return [livrable for livrable in livrables if livrable.chemin.partition("/")[2] in concernees]

    def _html(self, chemin: str, du_cadre: bytes, feuille: Feuillet, cadre: Cadre) -> str:
        if not self.garder:
            return self._faire(feuille, cadre)
        cle, connue = du_cadre + feuille.depend_de(), self._finies.get(chemin)
        if connue is None or connue[0] != cle:
            connue = self._finies[chemin] = (cle, self._faire(feuille, cadre))
        return connue[1]

    @staticmethod
    def _faire(feuille: Feuillet, cadre: Cadre) -> str:
        page = feuille.faire()
        return page.contenu if feuille.nu else cadre.encadrer(page)

    def fichiers(self) -> dict[str, str | bytes | Path]:
        """Path in the site → content, or the file to copy, of all that is not a page of one language."""
        annuaire = self.territoire.directory.annuaire
        trouveurs = [trouver.actifs(langue) for langue in self.langues]
        return {
            **self._actifs.fichiers,
            **{trouveur.script: trouveur.contenu for trouveur in trouveurs},
            **{chemin: source for source, chemin in cartes.fichiers()},
            **cartes.generes(self.territoire),
            **cartes.tuiles(self.territoire),
            **(trouver.rues_en_scripts(self.territoire.directory.fond) if self.territoire.directory.fond else {}),
            **agendas(self.territoire),
            **fichiers_de_racine(annuaire, self.langues, self._actifs, self.territoire),
        }


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
