"""One entry: name, what, when, how to get in, where, phone, languages, step-free. Lines that the template only sets.

A line is {"p": pictogram, "t": segments, "d": detail}: it is printed where the leaflet's detail is at most `d` (0 leaves
nothing out, 2 is the least that an entry can say). "a" marks a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from quifaitquoi.enrich import FicheVue, ServiceVu, Territoire
from quifaitquoi.horaires import Horaires, composer
from quifaitquoi.langues.marques import N_
from quifaitquoi.leaflets.entrer import entrer
from quifaitquoi.leaflets.paroles import SEPARE, Paroles, Segment, joint, majuscule, simple
from quifaitquoi.leaflets.quand import compacte
from quifaitquoi.model.confiance import Complet
from quifaitquoi.model.lieu import Arret
from quifaitquoi.render import mots
from quifaitquoi.render.confiance import avis_horaires, conseil
from quifaitquoi.render.fiche import etat_dit

ESSENTIEL, UTILE, COMPLET = 2, 1, 0
PRESENTATION = 230  # characters; two or three lines of a column
Ligne = dict[str, object]


class Redacteur:
    """Writes the entries of one leaflet. `limite`: closures are announced up to that day."""

    def __init__(self, paroles: Paroles, territoire: Territoire, limite: date) -> None:
        self.paroles, self._ = paroles, paroles._
        self.territoire, self.limite = territoire, limite

    def entree(self, vue: FicheVue, services: Sequence[ServiceVu], numero: str, arrets: Sequence[tuple[str, Arret]]) -> dict:
        """`services`: those the leaflet is about. `numero`: on the map, or "". `arrets`: stops to come, each with its own."""
        p = self.paroles
        lignes = [ligne for ligne in self._lignes(vue, services, arrets) if ligne["t"]]
        return {"slug": vue.slug, "n": numero, "nom": p.nom(vue.fiche.nom), "genre": mots.PICTO_GENRE[vue.fiche.genre],
                "quoi": joint([[self._nom(s)] for s in _sans_doublon(services)], p.virgule), "lignes": lignes,
                "sur": vue.confiance.sure}

    def _lignes(self, vue: FicheVue, services: Sequence[ServiceVu], arrets) -> Iterator[Ligne]:
        p, _, fiche = self.paroles, self._, vue.fiche
        retenue = fiche.confidentialite is not None
        if fiche.etat:
            yield ligne("flask-outline", [simple(etat_dit(p.parole, fiche.etat))], alerte=True)
        if fiche.presentation and not retenue:
            yield ligne("", [p.ecrit(fiche.presentation, PRESENTATION)], COMPLET)
        yield from self._quand(vue, services, arrets)
        tous = entrer(p, fiche.acces, fiche.publics, fiche.cout)
        for detail, faits in tous:
            yield ligne("door-open", joint(faits, SEPARE), detail)
        yield from self._services(services, retenue)
        yield from self._ou(vue, arrets, retenue)
        yield from self._joindre(vue, retenue)
        yield from self._langues(vue)
        yield from self._marches(vue)
        yield from self._doutes(vue)
        if manque := self._inconnus(vue, services, retenue):
            yield ligne("help-circle-outline", [_("Non renseigné : {champs}", champs=p.virgule.join(manque))], UTILE)
        if vue.confiance.sure:
            yield ligne("check-circle-outline",
                        [_("Vérifié le {jour}", jour=p.date_courte(vue.confiance.verification.le))], COMPLET)

    # -- when

    def _quand(self, vue: FicheVue, services: Sequence[ServiceVu], arrets) -> Iterator[Ligne]:
        p, _, fiche = self.paroles, self._, vue.fiche
        propres = [s for s in _sans_doublon(services) if s.service.horaires]
        tous_propres = propres and len(propres) == len(_sans_doublon(services))
        dits: list[list[Segment]] = []
        parts = [([], composer(fiche.horaires, None, ()))] if fiche.horaires and not tous_propres else []
        parts += [([] if len(services) == 1 else [self._nom(s), _(" : ")], composer(fiche.horaires, s.service.horaires, ()))
                  for s in propres]
        semaines = [compacte(horaires, p.langue) for _n, horaires in parts]
        # What holds for all of them (holidays, mostly) is said once.
        communs = [x for x in semaines[0] if all(x in autres for autres in semaines)] if len(semaines) > 1 else []
        for (nom, _h), semaine in zip(parts, semaines, strict=True):
            if restent := [x for x in semaine if x not in communs]:
                dits.append([*nom, SEPARE.join(restent)])
        if communs:
            dits.append([majuscule(SEPARE.join(communs))])
        connus = bool(dits or any(a.horaires for _n, a in arrets))
        if connus and (avis := avis_horaires(p.parole, vue)):
            # Said before the hours, so that nobody reads them as if they held.
            yield ligne("alert-outline", [simple(avis)], alerte=True)
        elif not connus and not vue.confiance.sure:
            yield ligne("alert-outline", [_("Non vérifié : {conseil}", conseil=simple(conseil(p.parole, vue)))], alerte=True)
        for dit in dits:
            yield ligne("clock-outline", dit if vue.confiance.sure else ["(", *dit, ")"])
        for porteur, nom in [(vue.fiche, None), *((s.service, s) for s in services)]:
            if porteur.complet and (dit := self._complet(porteur.complet)):
                yield ligne("account-clock-outline", [self._nom(nom), _(" : "), *dit] if nom else dit, alerte=True)
        for f in sorted(fiche.fermetures or (), key=lambda f: f.du):
            if self.territoire.aujourdhui <= f.au and f.du <= self.limite:
                dit = (_("Fermé le {jour}", jour=p.date_courte(f.du)) if f.du == f.au else
                       _("Fermé du {du} au {au}", du=p.date_courte(f.du), au=p.date_courte(f.au)))
                yield ligne("calendar-remove-outline", [dit, *([" (", p.ecrit(f.motif), ")"] if f.motif else [])], alerte=True)

    def _horaires(self, horaires: Horaires) -> list[Segment]:
        # Comments inside hours were written by a contributor, but their sentence is ours: one text.
        return [SEPARE.join(compacte(horaires, self.paroles.langue))]

    def _complet(self, complet: Complet) -> list[Segment]:
        p, _ = self.paroles, self._
        if complet.jusqu_au and complet.jusqu_au < self.territoire.aujourdhui:
            return []
        dit = (_("complet jusqu'au {jour}", jour=p.date_courte(complet.jusqu_au)) if complet.jusqu_au else
               _("complet depuis le {jour}", jour=p.date_courte(complet.depuis)))
        return [dit, *([" (", p.ecrit(complet.precision), ")"] if complet.precision else [])]

    # -- what each service says for itself

    def _services(self, services: Sequence[ServiceVu], retenue: bool) -> Iterator[Ligne]:
        p = self.paroles
        for s in services:
            propre = s.service
            faits = [f for detail, faits in entrer(p, propre.acces, propre.publics, propre.cout) if detail for f in faits]
            if propre.contact and propre.contact.numeros:
                faits += [[["g", p.tel(n.numero)]] for n in propre.contact.numeros]
            if propre.etat:
                faits.insert(0, [simple(etat_dit(p.parole, propre.etat))])
            if faits:
                yield ligne("chevron-right", [self._nom(s), p._(" : "), *joint(faits, SEPARE)], UTILE if not propre.etat else
                            ESSENTIEL)
            if propre.presentation and not retenue:
                yield ligne("chevron-right", [self._nom(s), p._(" : "), p.ecrit(propre.presentation, 160)], COMPLET)

    def _nom(self, service: ServiceVu) -> Segment:
        return self.paroles.ecrit(service.nom)

    # -- where

    def _ou(self, vue: FicheVue, arrets, retenue: bool) -> Iterator[Ligne]:
        p, _, fiche = self.paroles, self._, vue.fiche
        if retenue:
            zones = [[p.nom(q.nom)] for q in vue.quartiers[:1]]
            yield ligne("map-marker-off-outline", [_("Adresse non publiée : appelez"), " (", *joint(zones, p.virgule), ")"])
            return
        adresse = fiche.adresse
        if adresse and (adresse.voie or adresse.complement):
            ville = adresse.commune if adresse.commune != self.territoire.directory.annuaire.territoire else None
            parts = [x for x in (adresse.voie, adresse.complement, ville) if x]
            # One address is one text: in an Arabic line its parts would else come in the wrong order.
            yield ligne("map-marker", [p.nom(", ".join(parts))])
        elif adresse and adresse.commune and fiche.genre == "lieu":
            yield ligne("map-marker", [p.nom(adresse.commune), _(" (rue non renseignée)")])
        if adresse and adresse.y_aller:
            yield ligne("walk", [p.ecrit(adresse.y_aller)], UTILE)
        for numero, arret in arrets:
            dit: list[Segment] = [["g", f"{numero} "], p.nom(arret.lieu)] if numero else [p.nom(arret.lieu)]
            if arret.horaires:
                dit += [p._(" : "), *self._horaires(arret.horaires)]
            if arret.au:
                dit.append(_(" (jusqu'au {jour})", jour=p.date_courte(arret.au)))
            if arret.du and arret.du > self.territoire.aujourdhui:
                dit.append(_(" (à partir du {jour})", jour=p.date_courte(arret.du)))
            yield ligne("map-marker", dit)
        if fiche.secteur:
            noms = p.noms([q.nom for q in vue.quartiers if q.slug in (fiche.secteur.quartiers or ())], p.virgule)
            precision = [p.ecrit(fiche.secteur.precision)] if fiche.secteur.precision else []
            yield ligne("map-marker-radius-outline", joint([noms, precision], SEPARE))

    # -- how to reach it, in which languages, over which steps

    def _joindre(self, vue: FicheVue, retenue: bool) -> Iterator[Ligne]:
        p, contact = self.paroles, vue.fiche.contact
        if contact is None:
            return
        numeros = [[["g", p.tel(n.numero)], *([" ", p.ecrit(n.pour)] if n.pour else [])] for n in contact.numeros]
        if contact.sms:
            numeros.append([p._("SMS :"), " ", ["g", p.tel(contact.sms)]])
        yield ligne("phone", joint(numeros, SEPARE))
        if retenue:  # zone and phone only: a site or a mailbox can lead to a door
            return
        ailleurs = [[["l", x]] for x in (contact.courriel, _adresse(contact.site)) if x]
        # Where there is no number, this is how to reach the place.
        yield ligne("email-outline" if contact.courriel else "earth", joint(ailleurs, SEPARE), COMPLET if numeros else ESSENTIEL)

    def _langues(self, vue: FicheVue) -> Iterator[Ligne]:
        p, x = self.paroles, vue.fiche.langues
        if x is None:
            return
        faits = [[p.nom_de_langue(code)] for code in x.parlees or ()]
        faits += [self._avec(code, N_("{langue} (médiation)")) for code in x.mediateur or ()]
        faits += [self._avec(code, N_("{langue} (interprète)")) for code in x.interprete or ()]
        yield ligne("translate", joint(faits, p.virgule))
        if x.documents:
            yield ligne("file-document-outline", [self._(mots.LANGUES["documents"]), " ", *joint(
                [[p.nom_de_langue(code)] for code in x.documents], p.virgule)], COMPLET)

    def _avec(self, code: str, message: str) -> list[Segment]:
        nom = self.paroles.nom_de_langue(code)
        avant, _milieu, apres = self._(message).partition("{langue}")
        return [part for part in (avant, nom, apres) if part]

    def _marches(self, vue: FicheVue) -> Iterator[Ligne]:
        a = vue.fiche.accessibilite
        if a is None or vue.fiche.confidentialite:
            return
        if a.plain_pied:
            dit = self._("{quoi} : {reponse}", quoi=self._(mots.ACCESSIBILITE["plain_pied"]),
                         reponse=self._(mots.OUI_NON[a.plain_pied]))
            yield ligne("wheelchair", [dit])
        if a.precision:
            yield ligne("wheelchair", [self.paroles.ecrit(a.precision)], COMPLET)

    # -- what is not sure, and what nobody knows

    def _doutes(self, vue: FicheVue) -> Iterator[Ligne]:
        champs = dict.fromkeys(self._(mots.nom_du_champ(re.sub(r"\[\d+\]", "", d.champ))) for d in vue.fiche.a_confirmer or ())
        if champs:
            yield ligne("alert-outline", [self._("À confirmer : {champs}", champs=self.paroles.virgule.join(champs))], alerte=True)

    def _inconnus(self, vue: FicheVue, services: Sequence[ServiceVu], retenue: bool) -> list[str]:
        """Of what a leaflet promises to say, what nobody knows."""
        f, lieu = vue.fiche, vue.fiche.genre == "lieu" and not retenue
        acces = f.acces or any(s.service.acces for s in services)
        heures = f.horaires or any(s.service.horaires for s in services) or any(a.horaires for a in f.tournee or ())
        manque = [("horaires", bool(heures)), ("comment entrer", bool(acces)),
                  ("rue", not lieu or bool(f.adresse and f.adresse.voie)),
                  ("téléphone", bool(f.contact and (f.contact.numeros or f.contact.sms))), ("langues", bool(f.langues)),
                  ("accessibilité", not lieu or bool(f.accessibilite and f.accessibilite.plain_pied))]
        return [self._(nom) for nom, connu in manque if not connu]


def ligne(picto: str, segments: list[Segment], detail: int = ESSENTIEL, alerte: bool = False) -> Ligne:
    segments = [majuscule(s) if rang == 0 and isinstance(s, str) and alerte else s for rang, s in enumerate(segments)]
    return {"p": picto, "t": segments, "d": detail, **({"a": True} if alerte else {})}


def _sans_doublon(services: Sequence[ServiceVu]) -> list[ServiceVu]:
    return list({s.nom: s for s in services}.values())


def _adresse(site: str | None) -> str | None:
    return site and site.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
