"""All that a template sets, as plain JSON: texts already worded, drawings already drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.base.pictogrammes import svg
from quifaitquoi.papier.depliants import qr
from quifaitquoi.papier.depliants.carte import Carte, carte
from quifaitquoi.papier.depliants.contenu import Choisie, Contenu
from quifaitquoi.papier.depliants.droits import du_depliant
from quifaitquoi.papier.depliants.duree import duree
from quifaitquoi.papier.depliants.ecriture import SEPARE, Paroles, Segment, joint
from quifaitquoi.papier.depliants.entree import Entrees
from quifaitquoi.papier.depliants.formats import Format
from quifaitquoi.papier.depliants.lignes import ESSENTIEL
from quifaitquoi.papier.depliants.urgences import note_des_urgences, urgences
from quifaitquoi.paroles.etat import etat
from quifaitquoi.savoir.depliants import Demande
from quifaitquoi.savoir.validite import validite

AVERTISSEMENT = 420  # characters
LEGENDE = ("clock-outline", "alert-outline", "door-open", "map-marker", "phone", "translate", "wheelchair", "help-circle-outline")


class Donnees:
    """Everything about one leaflet that no step of the fitting changes; `pour` gives what one step needs."""

    def __init__(self, territoire: Territoire, demande: Demande, forme: Format, contenu: Contenu, paroles: Paroles,
                 taille_du_plan: tuple[float, float], corps_du_plan: float) -> None:
        self.territoire, self.demande, self.forme, self.contenu = territoire, demande, forme, contenu
        self.p, self._ = paroles, paroles._
        self._plan = taille_du_plan, corps_du_plan
        self.validite = validite(territoire, [*(c.vue for c in contenu.toutes), *contenu.exclues])
        self._redacteur = Entrees(paroles, territoire, self.validite.limite)

    @property
    def titre(self) -> str:
        """What the reader's window says: nothing that tells, for a discreet leaflet."""
        if self.forme.discret:
            return self._("Infos pratiques")
        quartier = self.territoire.directory.quartiers[self.demande.quartier].nom
        return self._("{annuaire} : {quartier}", annuaire=self.territoire.directory.annuaire.nom, quartier=quartier)

    def pour(self, retirees: Set[str]) -> dict[str, object]:
        """The data without these entries, which are then listed with their names and phones."""
        reste = self.contenu.sans(retirees)
        numeros, points = _numerote(reste)
        dessin = carte(self.territoire, self.territoire.directory.quartiers[self.demande.quartier], points, self.p,
                       *self._plan, _a_peu_pres(reste, numeros))
        groupes = [self._groupe(g, numeros) for g in reste.groupes]
        donnees = {
            **self._fixe(),
            "groupes": groupes,
            "plan": self._plan_dit(dessin),
            "aussi": [self._aussi(c) for c in self.contenu.toutes if c.vue.slug in retirees],
        }
        donnees["sigles"] = self._sigles(donnees["groupes"])
        # Drawings are no texts: they join after the digits were isolated.
        return {**self.p.isole(donnees), "images": self._images(groupes, dessin)}

    # -- what stands around the entries

    def _fixe(self) -> dict[str, object]:
        t, _, p = self.territoire, self._, self.p
        annuaire, quartier = t.directory.annuaire, t.directory.quartiers[self.demande.quartier]
        adresse = qr.adresse(annuaire, self.demande.langue, f"quartiers/{quartier.slug}")
        n = len(self.contenu.toutes)
        avertissement = annuaire.avertissement and p.ecrit(annuaire.avertissement.texte, AVERTISSEMENT)
        contact = annuaire.contact
        moyens = (contact.courriel, contact.telephone and p.tel(contact.telephone)) if contact else ()
        signaler = [[["l", moyen]] for moyen in moyens if moyen]
        return {
            "quartier": p.nom(quartier.nom),
            "annuaire": p.nom(annuaire.nom),
            "discret": self.forme.discret,
            "titre_discret": _("Infos pratiques"),
            "source": annuaire.langues[0],
            "etranger": p.etranger,
            "sous_titre": p.n_("{n} adresse, par besoin", "{n} adresses, par besoin", n),
            "besoins": [{"nom": p.terme(r), "picto": r.pictogramme} for r in (g.racine for g in self.contenu.groupes)],
            "avertissement": avertissement or None,
            "imprime": _("Imprimé le {jour}", jour=p.date(t.aujourdhui)),
            **duree(p, self.validite, (c.vue for c in self.contenu.toutes)),
            "urgences": urgences(t, p),
            "legende": self._legende(),
            "adresse": adresse and adresse.removeprefix("https://").rstrip("/"),
            "qr": bool(adresse),
            "qr_alt": adresse and _("Code QR qui mène à {adresse}", adresse=adresse),
            "sans_adresse": _("Cet annuaire n'a pas encore d'adresse sur internet : il n'y a donc pas de code QR."),
            "exclues": [self._exclue(v) for v in self.contenu.exclues],
            "droits": du_depliant(t, self.contenu, p),
            "signaler": [_("Une erreur ? Dites-le :"), " ", *joint(signaler, SEPARE)] if signaler else None,
            "licence": annuaire.licence_donnees and p.nom(annuaire.licence_donnees.nom),
            "vide": None if self.contenu.toutes else _("Aucune adresse connue pour le moment."),
            "mots": {
                "urgences": _("Numéros d'urgence"),
                "urgences_note": note_des_urgences(t, p),
                "legende": _("Légende"),
                "plan": _("Plan du quartier"),
                "aussi_groupe": _("Aussi :"),
                "suite": _("(suite)"),
                "aussi": _("Aussi dans le quartier"),
                "exclues": _("Pas dans ce dépliant"),
                "sigles": _("Sigles"),
                "droits": _("À quoi ai-je droit ?"),
                "autres_droits": _("D'autres droits"),
                "deux_points": _(" : "),
                "en_ligne": _("À jour, sur internet"),
                "notes": _("Notes"),
                "adresses": _("Les adresses"),
                "page": _("page"),
                "etranger": _("En italique : écrit en français, pas encore traduit."),
                "qr": _("Code QR"),
                "par_besoin": _("Dans ce dépliant"),
            },
        }

    def _legende(self) -> list[dict]:
        """What each sign means, and the two rules by which hours are read."""
        _ = self._
        dits = {
            "clock-outline": _("Horaires. Un jour qui n'est pas nommé est fermé si c'est vérifié ; sinon, demandez. "
                               "Jours fériés : appelez, sauf si c'est écrit."),
            "alert-outline": _("Attention. Des horaires (entre parenthèses) ne sont pas vérifiés : ils ont pu changer, appelez."),
            "door-open": _("Comment entrer, pour qui, prix"),
            "map-marker": _("Où. Le numéro noir est celui du plan."),
            "phone": _("Téléphone"), "translate": _("Langues parlées sur place"),
            "wheelchair": _("Entrée sans marche : oui, non ou en partie"),
            "help-circle-outline": _("Nous ne le savons pas encore"),
        }
        return [{"picto": picto, "dit": dits[picto]} for picto in LEGENDE]

    def _exclue(self, vue: FicheVue) -> dict[str, object]:
        dit = [self.p.nom(vue.fiche.nom), " (", etat(self.p.parole, vue.fiche.etat, vue.jour), ")"]
        return {"slug": vue.slug, "dit": dit}

    def _plan_dit(self, dessin: Carte | None) -> dict | None:
        if dessin is None:
            return None
        dehors = self._("Hors du plan : {numeros}", numeros=", ".join(dessin.dehors)) if dessin.dehors else None
        (large, haut), corps = self._plan
        return {
            "alt": dessin.alternative,
            "dehors": dehors,
            "vagues": self._("Pointillé : à peu près") if dessin.vagues else None,
            "attribution": dessin.attribution,
            "l": large,
            "h": haut,
            "textes": dessin.textes,
        }

    # -- the entries

    def _groupe(self, groupe, numeros: dict[str, list[str]]) -> dict:
        entrees = []
        for c in groupe.entrees:
            propres = numeros.get(c.vue.slug, [])
            lieu = propres[0] if c.vue.position and propres else ""
            arrets = list(zip(_des_arrets(c, propres), c.arrets, strict=True))
            entrees.append(self._redacteur.entree(c.vue, c.services, lieu, arrets))
        return {"nom": self.p.terme(groupe.racine), "picto": groupe.racine.pictogramme, "entrees": entrees,
                "ailleurs": [self._renvoi(c, groupe.racine.slug, numeros) for c in groupe.ailleurs]}

    def _renvoi(self, c: Choisie, racine: str, numeros: dict[str, list[str]]) -> dict[str, object]:
        """« 3 La Chaloupe » and what it does for this need: printed in full under another."""
        propres = numeros.get(c.vue.slug, [])
        services = {s.nom: [self.p.ecrit(s.nom)] for s in c.services if racine in s.besoin.racines}
        numero = [["g", f"{propres[0] if c.vue.position else ', '.join(propres)} "]] if propres else []
        return {"slug": c.vue.slug, "qui": [*numero, self.p.nom(c.vue.fiche.nom)],
                "quoi": joint(services.values(), self.p.virgule)}

    def _aussi(self, c: Choisie) -> dict:
        contact = c.vue.fiche.contact
        numeros = [self.p.tel(n.numero) for n in contact.numeros] if contact else []
        numeros = numeros or [self.p.sms(contact.sms)] if contact and contact.sms else numeros
        return {"slug": c.vue.slug, "nom": self.p.nom(c.vue.fiche.nom),
                "tel": ", ".join(numeros) or self._("pas de téléphone connu")}

    def _sigles(self, groupes: list[dict]) -> list[list[Segment]]:
        """The acronyms that these entries use, spelt out."""
        textes = " ".join(_textes([[g["nom"], [a["qui"] for a in g["ailleurs"]], [[e["nom"], e["quoi"], [
            x["t"] for x in e["lignes"] if x["d"] == ESSENTIEL]] for e in g["entrees"]]] for g in groupes]))
        mots = set(re.findall(r"[\w'’-]+", textes))
        sigles = self.territoire.directory.vocabulaire.sigles
        return [[["g", cle], self._(" : "), self.p.ecrit(s.nom)] for cle, s in sorted(sigles.items())
                if cle.isupper() and (cle in mots or " " in cle and cle in textes)]

    def _images(self, groupes: list[dict], dessin: Carte | None) -> dict[str, str]:
        pictos = {*LEGENDE, *(r.racine.pictogramme for r in self.contenu.groupes)}
        pictos |= {ligne["p"] for g in groupes for e in g["entrees"] for ligne in e["lignes"] if ligne["p"]}
        pictos |= {e["genre"] for g in groupes for e in g["entrees"]}
        adresse = qr.adresse(self.territoire.directory.annuaire, self.demande.langue, f"quartiers/{self.demande.quartier}")
        return {"pictos": {nom: svg(nom) for nom in sorted(pictos)}, "plan": dessin.svg if dessin else "",
                "qr": qr.svg(adresse) if adresse else ""}


def _numerote(contenu: Contenu) -> tuple[dict[str, list[str]], list]:
    """Numbers in the order of reading, for what is drawn: « 3 » for a place, « 4a », « 4b » for the stops of a round."""
    numeros: dict[str, list[str]] = {}
    points, suivant = [], 1
    for c in contenu.toutes:
        if not c.positions:
            continue
        noms = [str(suivant)] if len(c.positions) == 1 else [f"{suivant}{_lettre(n)}" for n in range(len(c.positions))]
        numeros[c.vue.slug] = noms
        points += zip(noms, c.positions, strict=True)
        suivant += 1
    return numeros, points


def _a_peu_pres(contenu: Contenu, numeros: dict[str, list[str]]) -> frozenset[str]:
    """The numbers that do not stand where the door is. That of a place comes before those of its stops."""
    return frozenset(numeros[c.vue.slug][0] for c in contenu.toutes if c.vue.environ and c.vue.slug in numeros)


def _lettre(n: int) -> str:
    return (chr(96 + n // 26) if n >= 26 else "") + chr(97 + n % 26)


def _des_arrets(c: Choisie, numeros: list[str]) -> list[str]:
    """The number of each stop; "" for one that has no position."""
    restants = iter(numeros[1:] if c.vue.position else numeros)
    return [next(restants, "") if arret.position else "" for arret in c.arrets]


def _textes(valeur: object) -> Iterator[str]:
    if isinstance(valeur, str):
        yield valeur
    elif isinstance(valeur, list):
        for v in valeur:
            yield from _textes(v)
