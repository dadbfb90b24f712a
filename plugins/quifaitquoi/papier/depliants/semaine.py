"""« Cette semaine, chez vous » to hang on a wall: one A4 page of what is announced, day by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from quifaitquoi.annuaire.enrich import Territoire, en_langue
from quifaitquoi.annuaire.model.annonce import Annonce
from quifaitquoi.base.pictogrammes import svg
from quifaitquoi.langues import langue as langue_de
from quifaitquoi.langues.dates import date_et_jour
from quifaitquoi.papier.depliants import qr
from quifaitquoi.papier.depliants.demande import DepliantImpossible, NeTientPas, inconnu
from quifaitquoi.papier.depliants.ecriture import Paroles, Segment
from quifaitquoi.papier.depliants.fabrique import Depliant
from quifaitquoi.papier.depliants.formats import Niveau
from quifaitquoi.papier.depliants.urgences import note_des_urgences, urgences
from quifaitquoi.paroles import annonces as dites
from quifaitquoi.paroles.contact import contact
from quifaitquoi.paroles.segments import DECISIF
from quifaitquoi.pdf import CaractereManquant, Composition
from quifaitquoi.savoir.annonces import SEMAINE, de_la_semaine
from quifaitquoi.savoir.depliants import Demande

GABARIT = "papier/depliants/gabarits/semaine.typ"
# The largest type in which all fits, read standing at an arm's length; then facts that follow each other on a line.
CORPS_MINIMAL = 11.0  # points
NIVEAUX = (*(Niveau(corps, 0, 1.0) for corps in (16.0, 14.0, 12.5, CORPS_MINIMAL)), Niveau(CORPS_MINIMAL, 0, 1.0, True))
PICTOS = ("clock-outline", "map-marker", "account-multiple", "clipboard-check-outline", "phone", "message-text-outline",
          "calendar-clock", "email-outline", "earth")


def feuille(territoire: Territoire, demande: Demande) -> Depliant:
    """The sheet asked for. What has no place on it, or no font, is counted there beside the address of the page.

    Raises DepliantImpossible where the neighbourhood is unknown or nothing is announced, NeTientPas where not even the emergency
    numbers fit, PoliceManquante where the language cannot be set, CaractereManquant where what is no announcement cannot.
    """
    quartiers = territoire.directory.quartiers
    if demande.quartier and demande.quartier not in quartiers:
        raise DepliantImpossible(inconnu("quartier", demande.quartier, quartiers))
    return _Feuille(territoire if territoire.traduit_de else en_langue(territoire, demande.langue), demande).faire()


class _Feuille:
    def __init__(self, territoire: Territoire, demande: Demande) -> None:
        self.territoire, self.demande = territoire, demande
        self.p = Paroles(territoire.directory, langue_de(demande.langue))
        self.annonces = de_la_semaine(territoire.directory, territoire.aujourdhui, demande.quartier or None)
        if not self.annonces:
            raise DepliantImpossible("Rien n'est annoncé dans les sept jours qui viennent : il n'y a pas de feuille à afficher.")
        self._manquent: dict[str, set[str]] = {}

    def faire(self) -> Depliant:
        """All in the roomiest level in which it fits; else, in the tightest, as many of the first ones as fit."""
        for niveau in NIVEAUX:
            if self._tient(niveau, len(self._lisibles())):
                return self._faite(niveau, len(self._lisibles()))
        bas, haut = 0, len(self._lisibles())
        while haut - bas > 1:
            milieu = (bas + haut) // 2
            bas, haut = (milieu, haut) if self._tient(NIVEAUX[-1], milieu) else (bas, milieu)
        if not self._tient(NIVEAUX[-1], bas):
            raise NeTientPas("Les numéros d'urgence ne laissent pas de place aux annonces sur une page.", ())
        return self._faite(NIVEAUX[-1], bas)

    def _faite(self, niveau: Niveau, n: int) -> Depliant:
        pdf = self._compose(niveau, n).pdf()
        mises = {a.slug for a in self._lisibles()[:n]}
        illisible = str(CaractereManquant(self._manquent)) if self._manquent else None
        return Depliant(self.demande, dict(zip(self.demande.fichiers, [pdf], strict=True)), 1, niveau,
                        tuple(a.titre for a in self.annonces if a.slug not in mises), illisible)

    def _lisibles(self) -> list[Annonce]:
        return [a for a in self.annonces if a.slug not in self._manquent]

    def _tient(self, niveau: Niveau, n: int) -> bool:
        return self._compose(niveau, n).demande("pages") == [1]

    def _compose(self, niveau: Niveau, n: int) -> Composition:
        while True:
            try:
                return Composition(GABARIT, self._donnees(niveau, self._lisibles()[:n]), self._titre(), self.demande.langue,
                                   self.territoire.aujourdhui)
            except CaractereManquant as refus:
                if "" in refus.manquent or not refus.manquent.keys() <= {a.slug for a in self.annonces}:
                    raise
                self._manquent |= refus.manquent

    # -- words

    def _lieu(self) -> str:
        d = self.territoire.directory
        return d.quartiers[self.demande.quartier].nom if self.demande.quartier else d.annuaire.territoire

    def _titre(self) -> str:
        return self.p._("{titre} : {nom}", titre=self.p._("Cette semaine, chez vous"), nom=self._lieu())

    def _donnees(self, niveau: Niveau, mises: Sequence[Annonce]) -> dict[str, object]:
        t, p, _ = self.territoire, self.p, self.p._
        annuaire, jour, restent = t.directory.annuaire, t.aujourdhui, len(self.annonces) - len(mises)
        adresse = qr.adresse(annuaire, self.demande.langue, "/".join(filter(None, ("semaine", self.demande.quartier))))
        autres = p.n_("Et {n} autre annonce", "Et {n} autres annonces", restent) if restent else None
        par_jour = groupby(mises, lambda a: max(a.quand.du, jour))
        donnees = {
            "source": annuaire.langues[0], "discret": False, "etranger": p.etranger,
            "annuaire": p.nom(annuaire.nom), "lieu": p.nom(self._lieu()), "titre": _("Cette semaine, chez vous"),
            "jours": [{"nom": date_et_jour(du, p.langue.locale), "annonces": [self._annonce(a) for a in siennes]}
                      for du, siennes in par_jour],
            "autres": autres and (autres + _(" : ") if adresse else autres),
            "imprime": _("Imprimé le {jour}", jour=p.date(jour)),
            "apres": _("Après le {jour}, cette feuille n'est plus à jour.", jour=p.date(jour + SEMAINE)),
            "urgences": urgences(t, p),
            "adresse": adresse and adresse.removeprefix("https://").rstrip("/"),
            "qr": bool(adresse),
            "qr_alt": adresse and _("Code QR qui mène à {adresse}", adresse=adresse),
            "sans_adresse": _("Cet annuaire n'a pas encore d'adresse sur internet : il n'y a donc pas de code QR."),
            "mots": {"urgences": _("Numéros d'urgence"), "urgences_note": note_des_urgences(t, p),
                     "en_ligne": _("À jour, sur internet"),
                     "etranger": _("En italique : écrit en français, pas encore traduit.")},
        }
        # Drawings and sizes are no texts.
        return {**p.isole(donnees), "corps": niveau.corps, "minimum": CORPS_MINIMAL, "espace": niveau.espace, "detail": 0,
                "continu": niveau.continu,
                "images": {"pictos": {nom: svg(nom) for nom in PICTOS}, "qr": qr.svg(adresse) if adresse else ""}}

    def _annonce(self, a: Annonce) -> dict[str, object]:
        lignes = [{"p": picto, "t": segments} for picto, segments in self._lignes(a) if segments]
        return {"slug": a.slug, "titre": self.p.ecrit(a.titre), "lignes": lignes}

    def _lignes(self, a: Annonce) -> Iterator[tuple[str, list[Segment]]]:
        """What stands under its title: under the heading of its day, a single day need not be said again."""
        p, v, vue = self.p, self.territoire.directory.vocabulaire, self.territoire.fiches.get(a.fiche or "")
        un_jour = a.quand.fin == a.quand.du
        yield "clock-outline", p.dit(dites.heures(p.parole, a) if un_jour else dites.quand(p.parole, a))
        yield "", [p.ecrit(a.presentation)] if a.presentation else []
        yield "map-marker", p.dit(dites.ou(a, vue))
        if a.publics:
            yield "account-multiple", [p._("Pour :"), " ", *p.dit(p.parole.termes(v.publics, a.publics))]
        yield "clipboard-check-outline", [p.ecrit(a.inscription)] if a.inscription else []
        for fait in contact(p.parole, a.contact):
            if fait.poids == DECISIF:
                yield fait.picto, p.fait(fait)
