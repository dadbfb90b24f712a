"""One entry: name, what, when, how to get in, where, phone, languages, step-free, in lines (`lignes.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from quifaitquoi.annuaire.enrich import FicheVue, ServiceVu, Territoire
from quifaitquoi.annuaire.model.accueil import Langues
from quifaitquoi.annuaire.model.lieu import Arret
from quifaitquoi.horaires import composer
from quifaitquoi.langues.typographie import majuscule
from quifaitquoi.papier.depliants.adresses import Adresses
from quifaitquoi.papier.depliants.ecriture import SEPARE, Paroles, Segment, joint
from quifaitquoi.papier.depliants.lignes import COMPLET, ESSENTIEL, Ligne, ligne
from quifaitquoi.papier.depliants.quand import compacte
from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.acces import acces
from quifaitquoi.paroles.accessibilite import accessibilite
from quifaitquoi.paroles.accueil import cout, publics
from quifaitquoi.paroles.champs import nom_du_champ
from quifaitquoi.paroles.confiance import avis_horaires, conseil
from quifaitquoi.paroles.contact import contact
from quifaitquoi.paroles.dates import prochaines_dates
from quifaitquoi.paroles.equipe import equipe, pairs
from quifaitquoi.paroles.etat import complet, etat_entier, fermeture
from quifaitquoi.paroles.langues_parlees import langues, sur_une_ligne
from quifaitquoi.paroles.segments import DECISIF, TOUT, UTILE, VA_DE_SOI, Fait
from quifaitquoi.paroles.service import du_service
from quifaitquoi.savoir.inconnus import inconnus

# What a leaflet promises to say, or to say that nobody knows.
PROMIS = ("horaires", "acces", "adresse.voie", "contact.telephone", "langues", "accessibilite")
# Of a withheld place, nothing else: a site or a mailbox can lead to a door.
PAR_TELEPHONE = ("contact.telephone", "contact.sms")
PRESENTATION = 230  # characters; two or three lines of a column


class Entrees:
    """Writes the entries of one leaflet. `limite`: closures are announced up to that day."""

    def __init__(self, paroles: Paroles, territoire: Territoire, limite: date) -> None:
        self.paroles, self._ = paroles, paroles._
        self.territoire, self.limite = territoire, limite
        self._adresses = Adresses(paroles, territoire)

    def entree(self, vue: FicheVue, services: Sequence[ServiceVu], numero: str, arrets: Sequence[tuple[str, Arret]]) -> dict:
        """`services`: those the leaflet is about. `numero`: on the map, or "". `arrets`: stops to come, each with its own."""
        p = self.paroles
        lignes = [ligne for ligne in self._lignes(vue, services, arrets) if ligne["t"]]
        return {"slug": vue.slug, "n": numero, "nom": p.nom(vue.fiche.nom), "genre": valeurs.GENRE[vue.fiche.genre].picto,
                "quoi": joint([[self._nom(s)] for s in _sans_doublon(services)], p.virgule), "lignes": lignes,
                "sur": vue.confiance.sure}

    def _lignes(self, vue: FicheVue, services: Sequence[ServiceVu], arrets) -> Iterator[Ligne]:
        p, _, fiche, parole = self.paroles, self._, vue.fiche, self.paroles.en_bref
        if fiche.etat:
            yield ligne("flask-outline", p.dit(etat_entier(parole, fiche.etat, vue.jour)), alerte=True)
        yield from self._nommer(vue)
        yield from self._quand(vue, services, arrets)
        yield from self._faits("calendar-star", prochaines_dates(parole, fiche.prochaines_dates, vue.jour))
        yield from self._faits("door-open", (
            *acces(parole, fiche.acces), *publics(parole, fiche.publics), *cout(parole, fiche.cout)))
        yield from self._faits("hand-heart-outline", pairs(parole, fiche.pairs))
        yield from self._faits("badge-account-horizontal-outline", equipe(parole, fiche.equipe))
        yield from self._services(services, vue.retenue)
        yield from self._adresses.ou(vue, arrets)
        yield from self._joindre(vue)
        yield from self._langues(fiche.langues)
        if not vue.retenue:
            yield from self._faits("wheelchair", accessibilite(parole, fiche.accessibilite))
        yield from self._doutes(vue)
        if manque := [_(nom_du_champ(champ)) for champ in inconnus(vue, PROMIS)]:
            yield ligne("help-circle-outline", [_("Nous ne savons pas encore : {champs}", champs=p.virgule.join(manque))], UTILE)
        if vue.confiance.sure:
            yield ligne("check-circle-outline",
                        [_("Vérifié le {jour}", jour=p.date_courte(vue.confiance.verification.le))], COMPLET)

    def _faits(self, picto: str, faits: Sequence[Fait] | Iterator[Fait]) -> Iterator[Ligne]:
        """Facts of one kind, those of one weight on one line: what decides first."""
        par_poids: dict[int, list[list[Segment]]] = {DECISIF: [], UTILE: [], TOUT: []}
        for fait in faits:
            if fait.poids != VA_DE_SOI:
                par_poids[fait.poids].append(self.paroles.fait(fait))
        for poids, dits in par_poids.items():
            yield ligne(picto, joint(dits, SEPARE), poids)

    def _nommer(self, vue: FicheVue) -> Iterator[Ligne]:
        """Its other names and who runs it, what it is, what one looks for there in vain."""
        p, fiche = self.paroles, vue.fiche
        noms = [*(fiche.autres_noms or ()), *(o.nom for o in vue.organismes if o.nom != fiche.nom)]
        yield ligne("", p.noms(noms, SEPARE), COMPLET)
        if fiche.presentation and not vue.retenue:
            yield ligne("", [p.ecrit(fiche.presentation, PRESENTATION)], COMPLET)
        if fiche.ne_fait_pas:
            yield ligne("cancel", [p.ecrit(fiche.ne_fait_pas, PRESENTATION)], COMPLET)

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
            yield ligne("alert-outline", [avis], alerte=True)
        elif not connus and not vue.confiance.sure:
            yield ligne("alert-outline", p.dit(p.parole.phrase("Non vérifié : {conseil}", conseil=conseil(p.en_bref, vue))),
                        alerte=True)
        for dit in dits:
            yield ligne("clock-outline", dit if vue.confiance.sure else ["(", *dit, ")"])
        if vue.complet:
            yield ligne("account-clock-outline", p.dit(complet(p.en_bref, vue.complet)), alerte=True)
        for service in services:
            if service.complet_a_lui:
                yield ligne("account-clock-outline", [
                    self._nom(service), _(" : "), *p.dit(complet(p.en_bref, service.complet))], alerte=True)
        for x in vue.fermetures:
            if x.du <= self.limite:
                yield ligne("calendar-remove-outline", p.dit(fermeture(p.en_bref, x)), alerte=True)

    # -- what each service says for itself

    def _services(self, services: Sequence[ServiceVu], retenue: bool) -> Iterator[Ligne]:
        """What each says for itself: its state and what decides, then the rest."""
        p, parole = self.paroles, self.paroles.en_bref
        for s in services:
            x = s.service
            faits = [f for f in du_service(parole, x, self.territoire.aujourdhui)
                     if not retenue or f.champ in PAR_TELEPHONE or not f.champ.startswith("contact.")]
            par = [[p._("Proposé par"), " ", *p.noms((o.nom for o in s.organismes), p.virgule)]] if x.organisme else []
            etat = [p.dit(etat_entier(parole, x.etat, self.territoire.aujourdhui))] if x.etat else []
            # What decides is worth a line wherever anything else than the name stands; a state always is.
            decisif = [*etat, *(p.fait(f) for f in faits if f.poids in (DECISIF, UTILE))]
            reste = [*par, *(p.fait(f) for f in faits if f.poids == TOUT)]
            for dits, detail in ((decisif, ESSENTIEL if etat else UTILE), (reste, COMPLET)):
                if dits:
                    yield ligne("chevron-right", [self._nom(s), p._(" : "), *joint(dits, SEPARE)], detail)
            if x.presentation and not retenue:
                yield ligne("chevron-right", [self._nom(s), p._(" : "), p.ecrit(x.presentation, 160)], COMPLET)

    def _nom(self, service: ServiceVu) -> Segment:
        return self.paroles.ecrit(service.nom)

    # -- how to reach it, in which languages

    def _joindre(self, vue: FicheVue) -> Iterator[Ligne]:
        p = self.paroles
        faits = list(contact(p.en_bref, vue.fiche.contact))
        numeros = [p.fait(f) for f in faits if f.champ in PAR_TELEPHONE]
        yield ligne("phone", joint(numeros, SEPARE))
        if vue.retenue:
            return
        ailleurs = [f for f in faits if f.champ not in PAR_TELEPHONE]
        if ailleurs:
            # Where there is no number, this is how to reach the place.
            yield ligne(ailleurs[0].picto, joint((p.fait(f) for f in ailleurs), SEPARE), COMPLET if numeros else ESSENTIEL)

    def _langues(self, x: Langues | None) -> Iterator[Ligne]:
        p = self.paroles
        if x is None:
            return
        yield ligne("translate", joint((p.dit(segments) for segments in sur_une_ligne(p.en_bref, x)), p.virgule))
        for fait in langues(p.en_bref, x):
            if fait.champ in ("langues.documents", "langues.precision", "langues.interprete_delai"):
                yield ligne(fait.picto, p.fait(fait), fait.poids)

    # -- what is not sure, and what nobody knows

    def _doutes(self, vue: FicheVue) -> Iterator[Ligne]:
        champs = dict.fromkeys(self._(nom_du_champ(d.champ)) for d in vue.fiche.a_confirmer or ())
        if champs:
            yield ligne("alert-outline", [self._("À confirmer : {champs}", champs=self.paroles.virgule.join(champs))], alerte=True)


def _sans_doublon(services: Sequence[ServiceVu]) -> list[ServiceVu]:
    return list({s.nom: s for s in services}.values())
