"""« Ma feuille pour les jours difficiles »: one A4 leaf, blank on its front; whom to call and where to go on its back."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import FicheVue, Territoire, en_langue
from quifaitquoi.base.pictogrammes import svg
from quifaitquoi.langues import langue as langue_de
from quifaitquoi.papier.depliants import qr
from quifaitquoi.papier.depliants.demande import DepliantImpossible, NeTientPas
from quifaitquoi.papier.depliants.ecriture import Paroles
from quifaitquoi.papier.depliants.fabrique import Depliant
from quifaitquoi.papier.depliants.formats import Niveau
from quifaitquoi.papier.depliants.urgences import urgences
from quifaitquoi.paroles import jours_difficiles as dites
from quifaitquoi.pdf import CaractereManquant, Composition
from quifaitquoi.savoir import jours_difficiles as savoir
from quifaitquoi.savoir.depliants import Demande

GABARIT = "papier/depliants/gabarits/ma_feuille.typ"
# Points: it is read on a day when reading is hard, and smaller only in a language whose words leave no room.
NIVEAUX = (Niveau(12.0, 0, 1.0), Niveau(11.0, 0, 1.0), Niveau(10.0, 0, 1.0))
PAGES = 2
PICTOS = ("phone", "map-marker")


def feuille(territoire: Territoire, demande: Demande) -> Depliant:
    """The sheet in the language asked for. A place that has no room, or no font, is counted beside the address of its page.

    Raises DepliantImpossible where annuaire.yml says nothing to print on it, NeTientPas where not even its blank parts and the
    numbers fit, PoliceManquante where the language cannot be set, CaractereManquant where what is no place cannot.
    """
    if not territoire.directory.annuaire.jours_difficiles:
        raise DepliantImpossible("annuaire.yml ne dit pas quels numéros imprimer sur cette feuille. Exemple : jours_difficiles, "
                                 "puis à la ligne « numeros: [\"3114\", \"15\"] »")
    return _Feuille(territoire if territoire.traduit_de else en_langue(territoire, demande.langue), demande).faire()


class _Feuille:
    def __init__(self, territoire: Territoire, demande: Demande) -> None:
        self.territoire, self.demande = territoire, demande
        self.p = Paroles(territoire.directory, langue_de(demande.langue))
        self.lieux = savoir.lieux(territoire)
        self._manquent: dict[str, set[str]] = {}
        self._niveau = NIVEAUX[0]

    def faire(self) -> Depliant:
        n = self._le_plus()
        pdf = self._compose(n).pdf()
        mis = {vue.slug for vue in self._lisibles()[:n]}
        illisible = str(CaractereManquant(self._manquent)) if self._manquent else None
        return Depliant(self.demande, dict(zip(self.demande.fichiers, [pdf], strict=True)), PAGES, self._niveau,
                        tuple(vue.fiche.nom for vue in self.lieux if vue.slug not in mis), illisible)

    def _le_plus(self) -> int:
        """How many places fit, in the largest letters that leave room for all that is no place."""
        for self._niveau in NIVEAUX:
            if self._tient(0):
                n = len(self._lisibles())
                while not self._tient(n):
                    n = min(n, len(self._lisibles())) - 1
                return n
        raise NeTientPas("La feuille à remplir et ses numéros ne tiennent pas sur deux pages : moins de numéros dans "
                         "jours_difficiles.", ())

    def _lisibles(self) -> list[FicheVue]:
        return [vue for vue in self.lieux if vue.slug not in self._manquent]

    def _tient(self, n: int) -> bool:
        return self._compose(n).demande("pages") == [PAGES]

    def _compose(self, n: int) -> Composition:
        while True:
            try:
                return Composition(GABARIT, self._donnees(self._lisibles()[:n]), self.p.langue.dire(dites.TITRE),
                                   self.demande.langue, self.territoire.aujourdhui)
            except CaractereManquant as refus:
                if "" in refus.manquent or not refus.manquent.keys() <= {vue.slug for vue in self.lieux}:
                    raise
                self._manquent |= refus.manquent

    def _donnees(self, mis: list[FicheVue]) -> dict[str, object]:
        p, _, dire = self.p, self.p._, self.p.langue.dire
        annuaire, restent = self.territoire.directory.annuaire, len(self.lieux) - len(mis)
        adresse = qr.adresse(annuaire, self.demande.langue, "jours-difficiles")
        donnees = {
            "source": annuaire.langues[0], "discret": False, "etranger": p.etranger,
            "titre": dire(dites.TITRE), "a_vous": dire(dites.A_VOUS), "montrer": dire(dites.MONTRER),
            "ecrite_le": _("Écrite le :"),
            "rubriques": [{"titre": dire(r.titre), "aide": dire(r.aide) if r.aide else "", "lignes": r.lignes}
                          for r in dites.RUBRIQUES],
            "en_danger": dire(dites.EN_DANGER),
            "urgences": urgences(self.territoire, p, savoir.numeros(self.territoire)),
            "lieux": [self._lieu(vue) for vue in mis],
            "autres": p.n_("Et {n} autre adresse", "Et {n} autres adresses", restent) if restent else None,
            "imprime": _("Imprimé le {jour}. Un numéro peut changer : refaites la feuille chaque année.",
                         jour=p.date(self.territoire.aujourdhui)),
            "adresse": adresse and adresse.removeprefix("https://").rstrip("/"), "qr": bool(adresse),
            "qr_alt": adresse and _("Code QR qui mène à {adresse}", adresse=adresse),
            "sans_adresse": "",
            "mots": {"urgences": _("Des numéros où quelqu'un répond"), "urgences_note": None,
                     "lieux": _("Des lieux et des lignes, ici"), "appeler": _("Appelez avant de venir."),
                     "les_miens": _("Mes numéros à moi"), "en_ligne": _("À jour, sur internet"),
                     "etranger": _("En italique : écrit en français, pas encore traduit.")},
        }
        return {**p.isole(donnees), "corps": self._niveau.corps, "minimum": self._niveau.corps - 1,
                "espace": self._niveau.espace, "detail": 0,
                "continu": False, "images": {"pictos": {nom: svg(nom) for nom in PICTOS}, "qr": qr.svg(adresse) if adresse else ""}}

    def _lieu(self, vue: FicheVue) -> dict[str, object]:
        """A place that may be visited says its street; one that is withheld, or closed to passers-by, its name and number only."""
        p, visible = self.p, vue.adresse and not vue.retenue and not vue.clos
        ou = ", ".join(filter(None, (vue.adresse.voie, vue.adresse.commune))) if visible else ""
        return {"slug": vue.slug, "nom": p.nom(vue.fiche.nom), "tel": p.tel(vue.numeros[0].numero) if vue.numeros else "",
                "ou": p.nom(ou) if ou else ""}
