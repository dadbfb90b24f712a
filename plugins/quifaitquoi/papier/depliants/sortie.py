"""The sheet for the day that one leaves a place: one A4 page in four parts, tonight, papers, treatment, telephone.

It is carried in a pocket: neither its title, its name nor the address on it says which place one leaves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quifaitquoi.annuaire.enrich import ServiceVu, Territoire, en_langue
from quifaitquoi.base.pictogrammes import svg
from quifaitquoi.langues import langue as langue_de
from quifaitquoi.langues.marques import N_
from quifaitquoi.papier.depliants import qr
from quifaitquoi.papier.depliants.demande import DepliantImpossible, NeTientPas, inconnu
from quifaitquoi.papier.depliants.droits import nommes
from quifaitquoi.papier.depliants.duree import duree
from quifaitquoi.papier.depliants.ecriture import SEPARE, Paroles, Segment, joint
from quifaitquoi.papier.depliants.entree import ESSENTIEL, Entrees, ligne
from quifaitquoi.papier.depliants.fabrique import Depliant
from quifaitquoi.papier.depliants.formats import Niveau
from quifaitquoi.papier.depliants.urgences import note_des_urgences, urgences
from quifaitquoi.paroles.acces import acces
from quifaitquoi.pdf import CaractereManquant, Composition
from quifaitquoi.savoir.depliants import Demande
from quifaitquoi.savoir.droits import du_temps_de_vie
from quifaitquoi.savoir.sortie import La, Partie, parties, sorties
from quifaitquoi.savoir.validite import validite

GABARIT = "papier/depliants/gabarits/sortie.typ"
CORPS_MINIMAL = 9.0  # points
TITRES = {"ce_soir": (N_("Ce soir"), "weather-night"), "papiers": (N_("Papiers"), "file-document-outline"),
          "traitement": (N_("Traitement"), "pill"), "qui_appeler": (N_("Qui appeler"), "phone")}


@dataclass(frozen=True)
class Etape:
    """How tight: the first `entieres` of each part in full (one more for tonight, which asks for a bed and a meal), the next
    `nommees` with their telephone, any other counted. Whom one only calls is never more than named.
    """

    niveau: Niveau
    entieres: int
    nommees: int
    droits: bool = True

    def en_entier(self, partie: Partie) -> int:
        return {"qui_appeler": 0, "ce_soir": self.entieres + 1}.get(partie.nom, self.entieres)


# The largest type in which all fits; then facts in a row, then fewer in full; the rights go before an address does.
ETAPES = (
    *(Etape(Niveau(corps, ESSENTIEL, 1.0), 99, 9) for corps in (13.0, 11.5)),
    *(Etape(Niveau(corps, ESSENTIEL, 0.8, True), 99, 9) for corps in (11.5, 10.5)),
    *(Etape(Niveau(10.0, ESSENTIEL, 0.7, True), n, 8, droits) for n in (5, 4, 3, 2) for droits in (True, False)),
    *(Etape(Niveau(corps, ESSENTIEL, 0.7, True), n, 6, droits)
      for n in (2, 1) for corps in (9.5, CORPS_MINIMAL) for droits in (True, False)),
    Etape(Niveau(CORPS_MINIMAL, ESSENTIEL, 0.6, True), 0, 4, False),
)


def feuille(territoire: Territoire, demande: Demande) -> Depliant:
    """The sheet asked for. What has no place on it, or no font, is counted there beside the address of the site.

    Raises DepliantImpossible where the life moment has no such sheet, NeTientPas where not even names fit, PoliceManquante where
    the language cannot be set, CaractereManquant where what is no fiche cannot.
    """
    connus = {temps.slug: temps for temps in sorties(territoire)}
    if demande.moment not in connus:
        raise DepliantImpossible(inconnu("moment de sortie", demande.moment, connus))
    return _Feuille(territoire if territoire.traduit_de else en_langue(territoire, demande.langue), demande).faire()


class _Feuille:
    def __init__(self, territoire: Territoire, demande: Demande) -> None:
        self.territoire, self.demande = territoire, demande
        self.p = Paroles(territoire.directory, langue_de(demande.langue))
        self.temps = territoire.directory.vocabulaire.temps_de_vie[demande.moment]
        self.parties = parties(territoire, self.temps)
        self.vues = tuple({x.vue.slug: x.vue for partie in self.parties for x in partie.la}.values())
        self.validite = validite(territoire, self.vues)
        self._redacteur = Entrees(self.p, territoire, self.validite.limite)
        self._manquent: dict[str, set[str]] = {}
        self._derniere: tuple[Etape, dict[str, set[str]], Composition] | None = None

    def faire(self) -> Depliant:
        """All in the roomiest step in which it fits: each that fits less is looked for among half of the others."""
        large, serre = 0, len(ETAPES) - 1
        while large < serre:
            milieu = (large + serre) // 2
            large, serre = (large, milieu) if self._tient(ETAPES[milieu]) else (milieu + 1, serre)
        etape = ETAPES[serre]
        if not self._tient(etape):
            raise NeTientPas("Les quatre parties de la feuille ne tiennent pas sur une page, même en liste.", ())
        pdf = self._composee(etape).pdf()
        aussi = {x.vue.fiche.nom: None for partie in self.parties for x in self._lisibles(partie)[etape.en_entier(partie):]}
        absentes = {vue.fiche.nom: None for vue in self.vues if vue.slug in self._manquent}
        illisible = str(CaractereManquant(self._manquent)) if self._manquent else None
        return Depliant(self.demande, dict(zip(self.demande.fichiers, [pdf], strict=True)), 1, etape.niveau,
                        tuple(aussi | absentes), illisible)

    def _lisibles(self, partie: Partie) -> list[La]:
        return [x for x in partie.la if x.vue.slug not in self._manquent]

    def _tient(self, etape: Etape) -> bool:
        return self._composee(etape).demande("pages") == [1]

    def _composee(self, etape: Etape) -> Composition:
        """The sheet at this step; the last one that was looked at is most often the one that is printed."""
        if self._derniere is None or self._derniere[:2] != (etape, self._manquent):
            composition = self._compose(etape)
            self._derniere = etape, {**self._manquent}, composition
        return self._derniere[2]

    def _compose(self, etape: Etape) -> Composition:
        while True:
            try:
                return Composition(GABARIT, self._donnees(etape), self.p._("Le jour de ma sortie"), self.demande.langue,
                                   self.territoire.aujourdhui)
            except CaractereManquant as refus:
                if "" in refus.manquent or not refus.manquent.keys() <= {vue.slug for vue in self.vues}:
                    raise
                self._manquent |= refus.manquent

    # -- words

    def _donnees(self, etape: Etape) -> dict[str, object]:
        t, p, _ = self.territoire, self.p, self.p._
        annuaire = t.directory.annuaire
        # Which life moment it is stands in no address.
        adresse = qr.adresse(annuaire, self.demande.langue, "temps-de-vie")
        en_entier: set[str] = set()
        dites = [self._partie(partie, etape, en_entier) for partie in self.parties]
        droits = nommes(p, du_temps_de_vie(t, self.temps.slug)) if etape.droits else []
        donnees = {
            "source": annuaire.langues[0], "discret": False, "etranger": p.etranger,
            "annuaire": p.nom(annuaire.nom), "titre": _("Le jour de ma sortie"),
            "parties": dites, "droits": droits,
            "imprime": _("Imprimé le {jour}", jour=p.date(t.aujourdhui)), **duree(p, self.validite, self.vues),
            "urgences": urgences(t, p),
            "adresse": adresse and adresse.removeprefix("https://").rstrip("/"),
            "qr": bool(adresse), "qr_alt": adresse and _("Code QR qui mène à {adresse}", adresse=adresse),
            "sans_adresse": _("Cet annuaire n'a pas encore d'adresse sur internet : il n'y a donc pas de code QR."),
            "mots": {
                "urgences": _("Numéros d'urgence"), "urgences_note": note_des_urgences(t, p),
                "deux_points": _(" : "), "virgule": p.virgule, "en_ligne": _("À jour, sur internet"),
                "etranger": _("En italique : écrit en français, pas encore traduit."), "droits": _("À quoi ai-je droit ?"),
                "aussi": _("Aussi :"), "a_ecrire": _("À écrire avec qui prépare votre sortie : un nom, un numéro, un rendez-vous"),
            },
        }
        pictos = {dit["p"] for partie in dites for e in partie["entrees"] for dit in e["lignes"]} - {""}
        pictos |= {e["genre"] for partie in dites for e in partie["entrees"]} | {picto for _t, picto in TITRES.values()}
        # Drawings and sizes are no texts.
        return {**p.isole(donnees), "corps": etape.niveau.corps, "minimum": CORPS_MINIMAL, "espace": etape.niveau.espace,
                "detail": etape.niveau.detail, "continu": etape.niveau.continu,
                "images": {"pictos": {nom: svg(nom) for nom in sorted(pictos)}, "qr": qr.svg(adresse) if adresse else ""}}

    def _partie(self, partie: Partie, etape: Etape, en_entier: set[str]) -> dict[str, object]:
        """`en_entier`: the fiches that an earlier part says in full; this one adds its own."""
        p, lisibles = self.p, self._lisibles(partie)
        n = etape.en_entier(partie)
        entieres, reste = lisibles[:n], lisibles[n:]
        entrees = [self._entree(x) for x in entieres if x.vue.slug not in en_entier]
        plus_haut = [x for x in entieres if x.vue.slug in en_entier]
        en_entier |= {x.vue.slug for x in entieres}
        nommees = [*plus_haut, *reste[:etape.nommees]]
        restent = len(partie.la) - len(entieres) - len(reste[:etape.nommees])
        titre, picto = TITRES[partie.nom]
        return {
            "nom": p._(titre), "picto": picto,
            "numeros": [{"numero": p.tel(u.numero), "nom": p.ecrit(u.nom), "pour": p.ecrit(u.pour)} for u in partie.numeros],
            "entrees": entrees, "nommees": [self._nommee(x) for x in nommees], "aussi": bool(entrees),
            "restent": p.n_("et {n} autre adresse, sur internet", "et {n} autres adresses, sur internet", restent)
            if restent > 0 else None,
            "rien": None if partie.la else list(self._rien(partie)),
        }

    def _entree(self, x: La) -> dict:
        """In full, with what decides on that day and that a service alone says."""
        entree = self._redacteur.entree(x.vue, x.services, "", [("", arret) for arret in x.vue.arrets])
        dits = [] if x.vue.clos else [joint(self._a_la_sortie(s, len(x.services) > 1), SEPARE) for s in x.services]
        return {**entree, "lignes": [*(ligne("exit-run", dit) for dit in dits if dit), *entree["lignes"]]}

    def _a_la_sortie(self, service: ServiceVu, nomme: bool) -> Iterator[list[Segment]]:
        nom = [self.p.ecrit(service.nom), self.p._(" : ")] if nomme else []
        for fait in acces(self.p.en_bref, service.service.acces):
            if fait.champ == "acces.a_la_sortie":
                yield [*nom, *self.p.fait(fait)]
                nom = []

    def _nommee(self, x: La) -> dict[str, object]:
        """A name, what it is for, and its telephone."""
        services = joint(([self.p.ecrit(nom)] for nom in dict.fromkeys(s.nom for s in x.services)), self.p.virgule)
        tel = self.p.virgule.join(self.p.tel(n.numero) for n in x.numeros)
        return {"slug": x.vue.slug, "nom": self.p.nom(x.vue.fiche.nom), "quoi": services, "tel": tel}

    def _rien(self, partie: Partie) -> Iterator[Segment]:
        """That nobody is known, and the number to call all the same: the one for it, the directory's own, else that of tonight."""
        p, annuaire = self.p, self.territoire.directory.annuaire
        sien = [annuaire.contact.telephone] if annuaire.contact and annuaire.contact.telephone else []
        ce_soir = (*self.parties[0].numeros, *annuaire.urgences)
        numero = next(iter([*(u.numero for u in partie.numeros), *sien, *(u.numero for u in ce_soir)]), None)
        yield p._("Nous ne connaissons encore personne ici pour cela.")
        if numero:
            yield " "
            yield p._("Appelez :")
            yield " "
            yield ["g", p.tel(numero)]
