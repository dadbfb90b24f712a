"""The page of a fiche: nine questions in the order people ask them. What nobody knows is said once, together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from markupsafe import Markup

from quifaitquoi import agendas
from quifaitquoi.enrich import FicheVue, ServiceVu
from quifaitquoi.horaires import Horaires, composer, phrase, semaine
from quifaitquoi.langues.marques import N_
from quifaitquoi.model.accueil import Acces
from quifaitquoi.model.confiance import AConfirmer, Complet, Etat, Fermeture
from quifaitquoi.model.lieu import Adresse, Arret
from quifaitquoi.render import mots
from quifaitquoi.render.confiance import Doutes, avis_horaires, conseil, etiquette
from quifaitquoi.render.icones import icone
from quifaitquoi.render.redaction import Parole, Redaction
from quifaitquoi.render.texte import majuscule


@dataclass
class VueDePage:
    """A fiche as its template reads it. Made for one page: doubts and acronyms are said at their first place."""

    parole: Parole
    p: Redaction
    vue: FicheVue
    aujourdhui: date
    remplace_par: FicheVue | None
    dessin: Markup | None

    def __post_init__(self):
        self.fiche = self.vue.fiche
        self._doutes = Doutes(self.vue)
        self.doute_encore = self._doutes.encore

    def doutes(self, *champs: str) -> Markup:
        """What is to be confirmed about these fields, to stand beside them."""
        return self._dits(self._doutes.sur(*champs))

    def autres_doutes(self) -> Markup:
        return self._dits(self._doutes.autres())

    def _dits(self, doutes: list[AConfirmer]) -> Markup:
        tete = Markup("<b>{}</b> ").format(self.parole._("À confirmer :")) if doutes else ""
        return Markup("\n").join(
            Markup('<p class="doute">{}<span>{}{}</span></p>').format(icone("help-circle-outline"), tete, self.p.t(d.pourquoi))
            for d in doutes)

    @property
    def etiquette(self) -> Markup:
        return etiquette(self.parole, self.vue)

    @cached_property
    def avis_horaires(self) -> Markup | None:
        return avis_horaires(self.parole, self.vue)

    @property
    def conseil(self) -> Markup:
        return conseil(self.parole, self.vue)

    @cached_property
    def retenue(self) -> bool:
        """Whether the address is withheld: then nothing but the commune is ever read from it."""
        return self.fiche.confidentialite is not None

    @cached_property
    def adresse(self) -> Adresse | None:
        adresse = self.fiche.adresse
        if adresse and self.retenue:
            return Adresse.model_construct(commune=adresse.commune, code_postal=adresse.code_postal)
        return adresse

    @property
    def ligne_d_adresse(self) -> Markup:
        """The address on one line, nothing but the commune where it is withheld."""
        a = self.adresse
        # One text in one direction: in an Arabic line the street would otherwise come after its town.
        return self.p.t(", ".join(filter(None, (a.voie, a.complement, " ".join(filter(None, (a.code_postal, a.commune)))))), False)

    @cached_property
    def arrets(self) -> list[Arret]:
        """The stops of a round that are still to come or have no end, in their order."""
        if self.retenue:
            return []
        return [a for a in self.fiche.tournee or () if a.au is None or a.au >= self.aujourdhui]

    @cached_property
    def fermetures(self) -> list[Fermeture]:
        return agendas.fermetures_a_venir(self.vue, self.aujourdhui)

    @property
    def agenda(self) -> str | None:
        """Where the calendar to keep is, from the site's root."""
        return agendas.chemin(self.vue, self.aujourdhui)

    def complet(self, complet: Complet | None) -> Complet | None:
        """No room, unless that was announced to be over by now."""
        return complet if complet and (complet.jusqu_au is None or complet.jusqu_au >= self.aujourdhui) else None

    def phrase(self, horaires: Horaires) -> Markup:
        return self.parole.heures(majuscule(phrase(horaires, self.parole.langue)))

    def semaine(self, horaires: Horaires):
        return semaine(horaires, self.parole.langue)

    def horaires_de(self, service: ServiceVu) -> Horaires | None:
        """A service's own hours with the holiday rule of its fiche; closures are listed apart."""
        return composer(self.fiche.horaires, service.service.horaires, ())

    @cached_property
    def services_a_horaires(self) -> list[ServiceVu]:
        return [s for s in self.vue.services if s.service.horaires]

    def particularites(self, service: ServiceVu) -> bool:
        """Whether a service says anything that its fiche does not say."""
        return bool(service.propre - {"quoi", "nom", "presentation"})

    @property
    def on_peut_passer(self) -> bool:
        """Whether somebody can go there to ask."""
        adresse = self.fiche.adresse
        return self.vue.en_service and self.fiche.genre == "lieu" and not self.retenue and bool(adresse and adresse.voie)

    @property
    def on_peut_nous_le_dire(self) -> bool:
        """Whether there is any way to report an error."""
        annuaire = self.parole.annuaire
        contact = annuaire.contact
        return bool((contact and (contact.courriel or contact.telephone or contact.courrier))
                    or (annuaire.depot and (annuaire.depot.signaler or annuaire.depot.modifier)))

    def numeros(self):
        return self.fiche.contact.numeros if self.fiche.contact else ()

    @cached_property
    def inconnus(self) -> list[Markup]:
        """What nobody knows yet, in the order of the page. Nothing that this kind of fiche cannot have."""
        f, sait = self.fiche, self._quelque_part
        if not self.vue.en_service:
            return []
        lieu = f.genre == "lieu"
        manque = [
            (N_("présentation"), bool(f.presentation)),
            (N_("pour qui"), sait("publics")),
            (N_("comment entrer"), sait("acces")),
            (N_("papiers à apporter"), not lieu or sait("acces", "documents")),
            (N_("prix"), sait("cout")),
            (N_("horaires"), bool(f.horaires or self.services_a_horaires or any(a.horaires for a in f.tournee or ()))),
            (N_("rue"), not lieu or self.retenue or bool(f.adresse and f.adresse.voie)),
            (N_("position sur la carte"), not lieu or self.retenue or bool(f.adresse and f.adresse.position)),
            (N_("accessibilité"), not lieu or bool(f.accessibilite)),
            (N_("langues"), sait("langues")),
            (N_("téléphone"), bool(sait("contact", "telephone"))),
        ]
        return [self.parole._(nom) for nom, connu in manque if not connu]

    def _quelque_part(self, *noms: str) -> bool:
        """Whether the fiche or one of its services states the field."""
        return any(_suit(objet, noms) is not None for objet in (self.fiche, *(s.service for s in self.vue.services)))

    def noms_du_secteur(self) -> list[str]:
        voulus = self.fiche.secteur.quartiers or ()
        return [q.nom for q in self.vue.quartiers if q.slug in voulus]

    def noms_des_responsables(self) -> list[str]:
        roles = self.parole.annuaire.roles
        return [roles[r].nom for r in self.fiche.responsables or () if r in roles]

    def accessibilite(self) -> tuple[list[tuple[str, str]], list[Markup]]:
        """What is known of the building, then what is not."""
        acc = self.fiche.accessibilite
        if acc is None:
            return [], []
        lignes = [(nom, getattr(acc, champ)) for champ, nom in mots.ACCESSIBILITE.items()]
        return [(n, v) for n, v in lignes if v], [self.parole._(n) for n, v in lignes if not v]

    def erreur_par_courriel(self) -> tuple[str, str]:
        """Subject and body of a message that reports an error: the questions of the form, for who has no account."""
        _, f = self.parole.langue.texte, self.fiche
        questions = [_(dite) for nom, dite in mots.CORRIGER.items() if not (f.confidentialite and nom in mots.CORRIGER_OU)]
        corps = "\n\n".join((
            _("Fiche à corriger : {nom}", nom=f"{f.nom} ({f.slug})"), _("Écrivez seulement ce qui est faux, et laissez le reste vide."),
            *(f"– {dite}" for dite in questions)))
        return _("Erreur dans la fiche « {nom} »", nom=f.nom), corps


def _suit(objet: object, noms: tuple[str, ...]) -> object:
    for nom in noms:
        objet = getattr(objet, nom, None)
        if objet is None:
            return None
    return objet


def entree(parole: Parole, acces: Acces | None) -> list[tuple[str, Markup]]:
    """How the door opens, in two facts at most: (pictogram, words). For cards."""
    if acces is None:
        return []
    dit = []
    portes = acces.porte or ()
    speciales = [porte for porte in portes if porte in ("sur-orientation", "par-le-115", "l-equipe-vient")]
    if acces.rendez_vous:
        picto = {"sans": "door-open", "conseille": "calendar-clock", "obligatoire": "calendar-clock"}[acces.rendez_vous]
        dit.append((picto, parole._(mots.RENDEZ_VOUS[acces.rendez_vous])))
    elif portes and not speciales:
        dit.append((mots.PICTO_PORTE[portes[0]], parole._(mots.PORTE[portes[0]])))
    dit += [(mots.PICTO_PORTE[porte], parole._(mots.PORTE[porte])) for porte in speciales[:1]]
    return dit


def etat_dit(parole: Parole, etat: Etat) -> Markup:
    """The state in words, with its dates."""
    _ = parole._
    dit = _(mots.ETAT[etat.statut])
    if etat.depuis and etat.depuis.jour:
        dit = _("{etat}, depuis le {date}", etat=dit, date=parole.date(etat.depuis))
    elif etat.depuis:
        dit = _("{etat}, depuis {date}", etat=dit, date=parole.date(etat.depuis))
    if etat.jusqu_au and etat.jusqu_au.jour:
        dit = _("{etat}, jusqu'au {date}", etat=dit, date=parole.date(etat.jusqu_au))
    elif etat.jusqu_au:
        dit = _("{etat}, jusqu'à {date}", etat=dit, date=parole.date(etat.jusqu_au))
    return dit
