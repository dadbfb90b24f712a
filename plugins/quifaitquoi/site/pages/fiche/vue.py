"""The page of a fiche: nine questions in the order people ask them. What nobody knows is said once, together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue, ServiceVu
from quifaitquoi.annuaire.model.confiance import AConfirmer, Complet, Etat, Fermeture
from quifaitquoi.annuaire.model.lieu import Adresse, Arret
from quifaitquoi.annuaire.model.organisme import Organisme
from quifaitquoi.edition.formulaires.questions import CORRIGER, CORRIGER_OU
from quifaitquoi.horaires import Horaires, composer, phrase, semaine
from quifaitquoi.langues.typographie import majuscule
from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.arrets import autres_arrets, depuis_l_arret
from quifaitquoi.paroles.champs import nom_du_champ
from quifaitquoi.paroles.confiance import avis_horaires, etiquette
from quifaitquoi.paroles.etat import complet, dates_de_l_arret, etat_entier, etat_et_motif, fermeture
from quifaitquoi.paroles.ou import a_peu_pres, adresse, demenagement, secteur
from quifaitquoi.paroles.segments import Segments
from quifaitquoi.paroles.vacances import prochaines_vacances
from quifaitquoi.savoir.doutes import Doutes
from quifaitquoi.savoir.inconnus import concerne, inconnus
from quifaitquoi.site import agendas, liens
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.icones import icone
from quifaitquoi.site.pages.fiche.bref import EnBref, en_bref
from quifaitquoi.site.pages.modifier.donnees import se_modifie
from quifaitquoi.site.pages.modifier.page import en_marche


@dataclass
class VueDePage:
    """A fiche as its template reads it. Made for one page: doubts and acronyms are said at their first place."""

    parole: ParoleEnPage
    p: Redaction
    vue: FicheVue
    remplace_par: FicheVue | None
    dessin: Markup | None

    def __post_init__(self):
        self.fiche = self.vue.fiche
        self.retenue, self.arrets, self.fermetures = self.vue.retenue, self.vue.arrets, self.vue.fermetures
        self._doutes = Doutes(self.vue)
        self.doute_encore = self._doutes.encore

    @property
    def sans_telephone(self) -> bool:
        """Whether a reader would miss a number here."""
        return not self.vue.numeros and concerne(self.vue, "contact.telephone")

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
    def dit_le_secret(self) -> bool:
        """Whether it says who is told what one confides there: a word to explain."""
        return bool(self.fiche.acces and self.fiche.acces.secret)

    @property
    def etiquette(self) -> Markup:
        return self.parole.mot(etiquette(self.parole.en_texte, self.vue))

    @cached_property
    def avis_horaires(self) -> str:
        # A number that the directory itself gives for emergencies is called, whatever the age of the page that told it.
        d_urgence = any(self.vue.slug == urgence.fiche for urgence in self.parole.annuaire.urgences)
        return "" if d_urgence else avis_horaires(self.parole.en_texte, self.vue)

    @property
    def vacances(self) -> Markup:
        """When the next school holidays are; "" where no hours of the fiche change with them."""
        return self.p.dit(prochaines_vacances(self.parole.en_texte, self.vue))

    @cached_property
    def adresse(self) -> Adresse | None:
        ecrite = self.vue.adresse
        if ecrite and self.retenue:
            return Adresse.model_construct(commune=ecrite.commune, code_postal=ecrite.code_postal)
        if ecrite and self.vue.clos:  # whose place it is, and no way to its door
            return ecrite.model_copy(update={"position": None, "y_aller": None})
        return ecrite

    @property
    def ligne_d_adresse(self) -> Markup:
        """The address on one line, nothing but the commune where it is withheld."""
        # One text in one direction: in an Arabic line the street would otherwise come after its town.
        return self.p.t(adresse(self.adresse), False)

    @property
    def demenagement(self) -> Markup:
        """Until when it is elsewhere, or from when it will be; "" without a move."""
        return self.p.dit(demenagement(self.parole.en_texte, self.vue))

    @property
    def a_appeler(self) -> bool:
        """Whether it is a line: its number is what people came for, and stands first."""
        return self.fiche.genre == "telephone" and self.vue.en_service

    @property
    def y_aller(self) -> str | None:
        """The way there: a map on the web."""
        return liens.y_aller(self.vue)

    @property
    def a_peu_pres(self) -> str:
        """What its position is that of, where that is less than its door; "" elsewhere."""
        return self.parole._(a_peu_pres(self.vue)) if self.vue.environ else ""

    @cached_property
    def depuis_l_arret(self) -> Markup:
        return self.p.dit(depuis_l_arret(self.parole.en_texte, self.vue))

    @property
    def autres_arrets(self) -> Markup:
        return self.p.dit(autres_arrets(self.parole.en_texte, self.vue))

    @property
    def agenda(self) -> str | None:
        """Where the calendar to keep is, from the site's root."""
        return agendas.chemin(self.vue)

    def fermeture(self, x: Fermeture) -> Markup:
        return self._en_gras(fermeture(self.parole.en_texte, x))

    def complet(self, x: Complet) -> Markup:
        return self._en_gras(complet(self.parole.en_texte, x))

    def etat(self, x: Etat) -> Markup:
        return self._en_gras(etat_et_motif(self.parole.en_texte, x, self.vue.jour))

    def etat_du_service(self, x: Etat) -> Markup:
        return self._en_gras(etat_entier(self.parole.en_texte, x, self.vue.jour))

    def _en_gras(self, segments: Segments) -> Markup:
        """What matters is said first, in bold."""
        return Markup("<b>{}</b>{}").format(self.p.dit(segments[:1]), self.p.dit(segments[1:]))

    def dates_de_l_arret(self, arret: Arret) -> str:
        return dates_de_l_arret(self.parole.en_texte, arret)

    @property
    def secteur(self) -> Markup:
        """Where a team goes; "" of a withheld place."""
        return Markup("") if self.retenue else self.p.dit(secteur(self.parole.en_texte, self.vue))

    def nom(self, service: ServiceVu) -> Markup:
        """A service by its own name, else by that of the need that it answers."""
        return self.p.t(service.service.nom, False) if service.service.nom else self.p.terme(service.besoin)

    @property
    def en_bref(self) -> list[EnBref]:
        return en_bref(self)

    def phrase(self, horaires: Horaires) -> Markup:
        return self.parole.heures(majuscule(phrase(horaires, self.parole.langue)))

    def semaine(self, horaires: Horaires):
        return semaine(horaires, self.parole.langue, self.vue.confiance.semaine_entiere)

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
    def avant_de_venir(self) -> str:
        """What to do where nobody knows the hours: never to ask where there is no way to."""
        _ = self.parole._
        if self.vue.numeros:
            return _("Avant de venir : appelez.")
        return _("Avant de venir : renseignez-vous.") if self.vue.joignable else _(
            "Nous ne connaissons pas de numéro pour ce lieu : c'est peut-être fermé.")

    @property
    def on_peut_passer(self) -> bool:
        """Whether somebody can go there to ask."""
        adresse = self.vue.adresse
        pour_les_autres = all(s.acces and s.acces.par == ("professionnels",) for s in self.vue.services)
        public = self.fiche.genre == "lieu" and not self.retenue and not self.vue.clos
        return self.vue.en_service and public and bool(adresse and adresse.voie) and not pour_les_autres

    @property
    def organismes_a_joindre(self) -> list[Organisme]:
        """Whom one can reach where the fiche itself says nothing of it."""
        muette = not (self.fiche.contact or self.retenue or any(s.service.contact for s in self.vue.services))
        return [o for o in self.vue.organismes if o.contact] if muette else []

    @property
    def se_modifie(self) -> bool:
        """Whether the editor of the site changes this fiche."""
        return en_marche(self.parole.annuaire) and se_modifie(self.fiche)

    @property
    def on_peut_nous_le_dire(self) -> bool:
        """Whether there is any way to report an error."""
        annuaire = self.parole.annuaire
        contact = annuaire.contact
        return bool((contact and (contact.courriel or contact.telephone or contact.courrier))
                    or (annuaire.depot and (annuaire.depot.signaler or annuaire.depot.modifier)))

    @cached_property
    def inconnus(self) -> list[str]:
        """What nobody knows yet, in the order of the page."""
        return [self.parole.en_texte._(nom_du_champ(champ)) for champ in inconnus(self.vue)]

    def noms_des_responsables(self) -> list[str]:
        roles = self.parole.annuaire.roles
        return [roles[r].nom for r in self.fiche.responsables or () if r in roles]

    def accessibilite(self) -> tuple[list[tuple[str, str]], list[Markup]]:
        """What is known of the building, then what is not."""
        acc = self.fiche.accessibilite
        if acc is None:
            return [], []
        lignes = [(valeur.dit, getattr(acc, champ)) for champ, valeur in valeurs.ACCESSIBILITE.items()]
        return [(n, v) for n, v in lignes if v], [self.parole._(n) for n, v in lignes if not v]

    def erreur_par_courriel(self) -> tuple[str, str]:
        """Subject and body of a message that reports an error: the questions of the form, for who has no account."""
        _, f = self.parole.langue.texte, self.fiche
        questions = [_(dite) for nom, dite in CORRIGER.items() if not (self.retenue and nom in CORRIGER_OU)]
        corps = "\n\n".join(
            (
                _("Page à corriger : {nom}", nom=f"{f.nom} ({f.slug})"),
                _("Écrivez seulement ce qui doit changer, comme il faut le lire. Laissez le reste vide."),
                *(f"– {dite}" for dite in questions),
            )
        )
        return _("Erreur dans la page « {nom} »", nom=f.nom), corps
