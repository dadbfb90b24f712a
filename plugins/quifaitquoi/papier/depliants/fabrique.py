"""One leaflet from what is asked for to its bytes."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from quifaitquoi.annuaire.enrich import Territoire, en_langue
from quifaitquoi.langues import langue as langue_de
from quifaitquoi.papier.depliants.ajustement import Ajuste, Mesure, ajuster
from quifaitquoi.papier.depliants.contenu import contenu
from quifaitquoi.papier.depliants.demande import NeTientPas, verifie
from quifaitquoi.papier.depliants.donnees import Donnees
from quifaitquoi.papier.depliants.ecriture import Paroles
from quifaitquoi.papier.depliants.estimation import entree as estimer_entree
from quifaitquoi.papier.depliants.estimation import hauteur as estimer
from quifaitquoi.papier.depliants.formats import Niveau
from quifaitquoi.papier.depliants.plans import PLACES, taille_du_plan
from quifaitquoi.pdf import CaractereManquant, Composition
from quifaitquoi.savoir.depliants import Demande

_FIXES = {
    "~couverture": "la couverture",
    "~plan": "le plan et la légende",
    "~dos": "le dos (numéros d'urgence, listes)",
    "~renvois": "les renvois d'un besoin à l'autre",
    "~tete": "l'en-tête",
    "~titre": "des titres de besoins",
    "urgences": "les numéros d'urgence",
    "aussi": "la liste « aussi dans le quartier »",
    "exclues": "la liste de ce qui n'est pas en service",
    "sigles": "la liste des sigles",
    "dates": "les dates",
    "qr": "le code QR",
    "~pages": "trop de pages",
}


@dataclass(frozen=True)
class Depliant:
    """A finished leaflet. `fichiers`: name → PDF, the one to read first; a booklet has a second one to print and fold."""

    demande: Demande
    fichiers: dict[str, bytes]
    pages: int
    niveau: Niveau
    aussi: tuple[str, ...]  # names of the entries that stand only in the list
    illisible: str | None = None  # the French sentence that tells why some are not there in full

    @property
    def pdf(self) -> bytes:
        return next(iter(self.fichiers.values()))


class Fabrique:
    """Holds one leaflet while it is made to fit; `composition` is its latest layout."""

    def __init__(self, territoire: Territoire, demande: Demande, listees: Set[str] = frozenset(),
                 absentes: Set[str] = frozenset()) -> None:
        """`territoire` in the language of its fiches or of the leaflet; `listees` stand only in the list, `absentes` nowhere.

        Raises DepliantImpossible where the demand makes no sense.
        """
        # In the reader's words, unless it already is in some language.
        self.territoire = territoire if territoire.traduit_de else en_langue(territoire, demande.langue)
        territoire = self.territoire
        self.demande = demande
        self.forme, self.budget = verifie(territoire, demande)
        self.paroles = Paroles(territoire.directory, langue_de(demande.langue))
        self.contenu = contenu(territoire, demande).sans(absentes)
        self._listees = frozenset(listees)
        taille, corps = taille_du_plan(territoire.directory, demande)
        self.donnees = Donnees(territoire, demande, self.forme, self.contenu, self.paroles, taille, corps)
        self.composition: Composition | None = None
        self._pour: dict[frozenset[str], dict] = {}
        # Each layout that was tried: the one that is chosen need not be made again.
        self._faites: dict[tuple[Niveau, frozenset[str]], Composition] = {}

    def faire(self) -> Depliant:
        """Raises NeTientPas where the pages are too few, PoliceManquante where the language cannot be set, CaractereManquant where
        one of its texts cannot."""
        ajuste = self._ajuste_libre() if self.budget.maximum is None else self._ajuste(self.budget.maximum)
        if ajuste.debordent:
            raise NeTientPas(self._plainte(ajuste), tuple(map(self._nom, ajuste.debordent)))
        pages = self._complete(ajuste)
        pdfs = [self.composition.pdf()]
        if self.forme.impose:
            from quifaitquoi.papier.depliants.imposition import imposer
            pdfs.append(imposer(pdfs[0], pages, self.donnees.titre, self.paroles.langue, self.territoire.aujourdhui))
        fichiers = dict(zip(self.demande.fichiers, pdfs, strict=True))
        aussi = tuple(c.vue.fiche.nom for c in self.contenu.toutes if c.vue.slug in ajuste.retirees | self._listees)
        return Depliant(self.demande, fichiers, pages, ajuste.niveau, aussi)

    # -- fitting

    def _ajuste(self, maximum: int) -> Ajuste:
        toutes: frozenset[str] = frozenset()
        groupes, (largeur, hauteur) = self._donnees_pour(toutes)["groupes"], PLACES[self.forme.nom, self.demande.papier]
        hauteurs = [estimer(groupes, niveau, largeur) for niveau in self.forme.niveaux]
        return ajuster(self.forme.niveaux, lambda niveau, retirees: self._mesure(niveau, retirees, maximum), hauteurs,
                       hauteur * (1 if self.forme.colonnes else max(1, maximum - 3)),
                       self._importance(groupes, largeur), self.demande.selection)

    def _importance(self, groupes: list[dict], largeur: float) -> list[tuple[str, float]]:
        """Each entry, the most important first, with about how tall it is at the tightest level."""
        niveau = self.forme.niveaux[-1]
        hauteurs = {e["slug"]: estimer_entree(e, niveau, largeur) for g in groupes for e in g["entrees"]}
        return [(c.vue.slug, hauteurs[c.vue.slug]) for c in self.contenu.sans(self._listees).par_importance()]

    def _ajuste_libre(self) -> Ajuste:
        """As many pages as it takes at a comfortable size; one leaf less where a little less space is enough for it."""
        confort, rien = self.forme.niveaux[1], frozenset()
        pages, multiple = self._pages(confort, rien), self.budget.multiple
        if pages > multiple > 1 and pages % multiple == 1:
            for niveau in self.forme.niveaux[2:4]:
                if self._pages(niveau, rien) < pages:
                    return Ajuste(niveau)
        return Ajuste(confort)

    def _mesure(self, niveau: Niveau, retirees: frozenset[str], maximum: int) -> Mesure:
        self._compose(niveau, retirees)
        if self.forme.colonnes:
            fait = self.composition.demande("deborde")[0]
            return Mesure(tuple(dict.fromkeys(fait["debordent"])), fait["charge"], fait["parts"])
        pages = self.composition.demande("pages")[0]["utiles"]
        # The last page belongs to the back cover.
        trop = [slug for slug, page in self.composition.demande("entrees")[0] if page >= maximum]
        return Mesure(tuple(trop or ["~pages"]) if pages > maximum else (), pages / maximum)

    def _pages(self, niveau: Niveau, retirees: frozenset[str]) -> int:
        """Those with something on them."""
        self._compose(niveau, retirees)
        return self.composition.demande("pages")[0]["utiles"]

    def _compose(self, niveau: Niveau, retirees: frozenset[str]) -> None:
        if (niveau, retirees) not in self._faites:
            donnees = self._donnees_pour(retirees)
            reglages = {
                "corps": niveau.corps,
                "detail": niveau.detail,
                "espace": niveau.espace,
                "continu": niveau.continu,
                "multiple": self.budget.multiple,
                "papier": self.demande.papier,
                "minimum": self.forme.niveaux[-1].corps,
                "longues": self._longues(donnees["groupes"], niveau),
            }
            self._faites[niveau, retirees] = Composition(self.forme.gabarit, {**donnees, **reglages}, self.donnees.titre,
                                                         self.demande.langue, self.territoire.aujourdhui)
        self.composition = self._faites[niveau, retirees]

    def _longues(self, groupes: list[dict], niveau: Niveau) -> list[str]:
        """Entries that may take a good part of a page."""
        largeur, hauteur = PLACES[self.forme.nom, self.demande.papier]
        return [e["slug"] for g in groupes for e in g["entrees"] if estimer_entree(e, niveau, largeur) > hauteur / 4]

    def _donnees_pour(self, retirees: frozenset[str]) -> dict:
        if retirees not in self._pour:
            self._pour[retirees] = self.donnees.pour(retirees | self._listees)
        return self._pour[retirees]

    def _complete(self, ajuste: Ajuste) -> int:
        """The layout that was chosen. Gives the number of pages, blank ones to write on included."""
        self._compose(ajuste.niveau, ajuste.retirees)
        return self.budget.maximum if self.forme.colonnes else self.composition.demande("pages")[0]["pages"]

    # -- words

    def _nom(self, slug: str) -> str:
        vue = self.territoire.fiches.get(slug)
        return vue.fiche.nom if vue and slug not in _FIXES else _FIXES.get(slug, slug)

    def _plainte(self, ajuste: Ajuste) -> str:
        niveau, n = ajuste.niveau, self.budget.maximum
        noms = ", ".join(map(self._nom, ajuste.debordent))
        return (f"Tout ne tient pas sur {n} page{'s' if n > 1 else ''}, même en {niveau.corps:g} points. Il reste : {noms}. "
                "Choisissez un autre format, plus de pages (--pages), moins de besoins (--besoins), ou « --selection auto » "
                "qui imprime la liste de ce qui n'a pas de place.")


def composer(territoire: Territoire, demande: Demande) -> Depliant:
    """The leaflet asked for. Same territory, same day, same demand: same bytes.

    A place with a text that no font draws is only listed, with its name and phone; without a name to print, it is left out.
    Raises CaractereManquant only for what belongs to no place.
    """
    listees: frozenset[str] = frozenset()
    absentes: frozenset[str] = frozenset()
    manquent: dict[str, Set[str]] = {}
    while True:
        try:
            depliant = Fabrique(territoire, demande, listees, absentes).faire()
        except CaractereManquant as refus:
            if "" in refus.manquent or absentes & refus.manquent.keys():
                raise
            absentes |= listees & refus.manquent.keys()
            listees |= refus.manquent.keys()
            manquent |= {slug: manquent.get(slug, set()) | signes for slug, signes in refus.manquent.items()}
        else:
            return replace(depliant, illisible=str(CaractereManquant(manquent)) if manquent else None)
