"""What search engines read of a fiche: schema.org in JSON-LD, in the page itself, in the language of the page.

A place is a Place; each of its services is a Service, which a channel gives there, by phone or online. Of a withheld place, of one
that is behind a closed door or not in service: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from quifaitquoi.annuaire.enrich import FicheVue, ServiceVu, Territoire
from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.annuaire.model.telephone import compose
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.horaires import Horaires
from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.savoir.donnees import D_AUTRES_BASES, Correspondance
from quifaitquoi.savoir.ouvertures import JOURS, Plages, ouvertures
from quifaitquoi.savoir.publiable import vue_publiable

SEMAINE = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DU_SERVICE = "hoursAvailable"
# A place with more days that are not as usual has hours that the format cannot hold.
EXCEPTIONS_MAX = 24
FERME: Plages = ((0, 0),)  # the format's way to say that a day is closed: it ends as it begins

OU = {
    "nom": "Place.name", "autres_noms": "Place.alternateName", "genre": "Place ou Service seul",
    "organisme": "Service.provider", "presentation": "Place.description", "adresse.voie": "Place.address.streetAddress",
    "adresse.complement": "Place.address.streetAddress",
    "adresse.code_postal": "Place.address.postalCode", "adresse.commune": "Place.address.addressLocality",
    "adresse.position": "Place.geo, si c'est celle de la porte",
    "horaires": "Place.openingHoursSpecification et specialOpeningHoursSpecification, si la vérification est à jour",
    "fermetures": "Place.specialOpeningHoursSpecification", "contact.telephone": "Place.telephone et servicePhone",
    "contact.site": "Place.url", "contact.courriel": "servicePhone.email", "contact.prise_de_rendez_vous": "serviceUrl",
    "langues.parlees": "availableLanguage", "cout.tarif": "Place.isAccessibleForFree, si tout est gratuit",
    "accessibilite": "Place.amenityFeature, ce qui est oui", "services.quoi": "Service.serviceType", "services.nom": "Service.name",
    "services.presentation": "Service.description", "services.horaires": "Service.hoursAvailable",
}
AILLEURS = "Un moteur de recherche mène à la page, qui le dit."
PERDU = {
    "*identifiants.*": D_AUTRES_BASES,
    **dict.fromkeys((
        "*acces.a_la_sortie", "*acces.accompagnant", "*acces.animaux", "*acces.conditions", "*acces.consommation",
        "*acces.delai*", "*acces.documents",
        "*acces.duree*", "*acces.inscription", "*acces.oriente_par", "*acces.ou", "*acces.par", "*acces.porte", "*acces.precision",
        "*acces.premiere_visite", "*acces.rendez_vous", "*acces.renouvelable", "*acces.sans_exiger", "*acces.secret",
        "*acces.traitement_de_substitution", "*acces.vous_accompagne", "accessibilite.precision", "adresse*.y_aller",
        "adresse_provisoire.au", "*complet.*", "*contact.sms", "*contact.telephone[].pour", "*cout.aide",
        "*cout.part_du_revenu_max", "*cout.precision",
        "*etat.depuis", "*etat.jusqu_au", "*etat.motif", "fermetures[].motif", "ne_fait_pas", "*pairs.*", "*equipe[].*",
        "*prochaines_dates[].*", "pour_les_professionnels", "*publics.*",
        "secteur.*", "sources[].*", "tournee[].*", "verification.comment", "verification.par", "responsables"), AILLEURS),
    "a_confirmer[].*": "Un doute sur les heures les enlève ; les autres sont sur la page.",
    "accepte[].*": "Ce n'est que pour qui vérifie les fichiers.",
    "adresse*.position": "Une position qui n'est pas celle de la porte serait prise pour elle.",
    "adresse*.score": "Le score dit si la commande peut écrire une position ; un lecteur n'en fait rien.",
    "anciens_slugs": "Les anciennes adresses mènent à la page du lieu.",
    "contact.telephone": "D'un lieu dont l'adresse n'est pas publiée, rien n'est dit aux moteurs de recherche.",
    "*cout.tarif": "Le format ne sait dire que « gratuit », et seulement du lieu entier.",
    "*etat.remplace_par": "Ce qui est remplacé n'est plus en service.",
    "*langues.documents": AILLEURS,
    "*langues.interprete_delai": AILLEURS,
    "*langues.interprete": "Le format ne distingue pas qui parle : seules y sont les langues de l'équipe.",
    "*langues.mediateur": "Le format ne distingue pas qui parle : seules y sont les langues de l'équipe.",
    "*langues.precision": AILLEURS,
    "services[].horaires": "Un service n'a pas de jours à part : ses heures n'y sont que si aucun jour n'en change.",
    "verification.le": "Elle décide si les heures y sont ; la date est sur la page.",
}


def donnees_liees(territoire: Territoire, vue: FicheVue, parole: Parole, page: str | None) -> str:
    """The JSON of one page, safe between tags of HTML; "" where nothing may be said. `page` is its address, where it is known."""
    libre = None if vue.retenue or vue.clos else vue_publiable(territoire, vue)
    if libre is None:
        return ""
    noeuds = list(_Noeuds(territoire, libre, parole, page).tous())
    return json_sans_danger({"@context": "https://schema.org", "@graph": noeuds})


class _Noeuds:
    def __init__(self, territoire: Territoire, vue: FicheVue, parole: Parole, page: str | None):
        self.territoire, self.vue, self.parole, self.page = territoire, vue, parole, page
        self.pays = territoire.directory.annuaire.pays
        self.lieu = f"{page or ''}#lieu" if vue.fiche.genre == "lieu" else None

    def tous(self) -> Iterator[dict]:
        if self.lieu:
            yield self._lieu()
        yield from self._sans_redire([self._service(vu) for vu in self.vue.services if vu.en_service and not vu.clos])

    def _sans_redire(self, services: list[dict]) -> Iterator[dict]:
        """A channel that several services share is told with the first; the others name it."""
        voies = [service.get("availableChannel") for service in services]
        for rang, (service, voie) in enumerate(zip(services, voies, strict=True)):
            premier = voies.index(voie)
            if voie and voies.count(voie) > 1:
                nom = {"@id": f"{self.page or ''}#voie-{premier + 1}"}
                service["availableChannel"] = nom | voie if rang == premier else nom
            yield service

    def _lieu(self) -> dict:
        fiche, contact = self.vue.fiche, self.vue.fiche.contact
        couts = [vu.cout.tarif if vu.cout else None for vu in self.vue.services]
        return _connus({
            "@type": "Place", "@id": self.lieu, "name": self._dit(fiche.nom),
            "alternateName": [self._dit(nom) for nom in fiche.autres_noms or ()], "description": self._dit(fiche.presentation),
            "url": contact.site if contact and contact.site else self.page,
            "telephone": self._numero(contact), "address": self._adresse(), "geo": self._point(),
            "isAccessibleForFree": True if set(couts) == {"gratuit"} else None, "amenityFeature": list(self._facilites()),
            **self._heures("openingHoursSpecification", self.vue.horaires),
        })

    def _service(self, vu: ServiceVu) -> dict:
        contact, propre = vu.contact, vu.service
        # A number there may be for the place: of the service is said what the service has of its own.
        a_lui = contact if propre.contact or not self.lieu else None
        joindre = _connus({"@type": "ContactPoint", "telephone": self._numero(a_lui), "email": contact and contact.courriel})
        langues = list((vu.langues.parlees or ()) if vu.langues else ())
        voie = _connus({
            "@type": "ServiceChannel", "serviceLocation": {"@id": self.lieu} if self.lieu else None,
            "servicePhone": joindre if len(joindre) > 1 else None, "availableLanguage": langues,
            "serviceUrl": contact and contact.prise_de_rendez_vous})
        return _connus({
            "@type": "Service", "name": self._dit(vu.nom if self.lieu or propre.nom else self.vue.fiche.nom),
            "serviceType": self._dit(vu.besoin.nom) if vu.nom != vu.besoin.nom or not self.lieu else None,
            "description": self._dit(propre.presentation or (None if self.lieu else self.vue.fiche.presentation)),
            "url": None if self.lieu else (contact and contact.site) or self.page,
            "provider": [{"@type": "Organization", "name": self._dit(o.nom)} for o in vu.organismes],
            "availableChannel": voie,
            **(self._heures(DU_SERVICE, vu.horaires) if propre.horaires or not self.lieu else {}),
        })

    def _dit(self, ecrit: str | None) -> str | None:
        return self.parole.typo(ecrit) if ecrit else None

    def _numero(self, contact: Contact | None) -> str | None:
        return compose(contact.numeros[0].numero, self.pays) if contact and contact.numeros else None

    def _adresse(self) -> dict | None:
        adresse = self.vue.adresse
        if adresse is None:
            return None
        rue = ", ".join(filter(None, (adresse.voie, adresse.complement)))
        return _connus({"@type": "PostalAddress", "streetAddress": rue, "postalCode": adresse.code_postal,
                        "addressLocality": adresse.commune, "addressCountry": self.pays})

    def _point(self) -> dict | None:
        # There is no field for how precise a position is: one that is not the door's would be taken for it.
        if self.vue.environ or not self.vue.position:
            return None
        latitude, longitude = self.vue.position
        return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}

    def _facilites(self) -> Iterator[dict]:
        for champ, valeur in valeurs.ACCESSIBILITE.items():
            if self.vue.fiche.accessibilite and getattr(self.vue.fiche.accessibilite, champ) == "oui":
                yield {"@type": "LocationFeatureSpecification", "name": self.parole._(valeur.dit), "value": True}

    def _heures(self, nom: str, horaires: Horaires | None) -> dict[str, list[dict]]:
        """Until their review falls due, and no further than anyone looks; nothing where nobody verified them, or in doubt."""
        confiance, jour = self.vue.confiance, self.vue.jour
        if horaires is None or not confiance.sure or any("horaires" in doute.champ for doute in self.vue.fiche.a_confirmer or ()):
            return {}
        vues = ouvertures(horaires, self.territoire.directory.calendrier, jour,
                          min(confiance.a_revoir_le, jour + timedelta(JOURS - 1)))
        # A service has no list of special days: where some are not as usual, its week would open them.
        if not any(vues.semaine) or len(vues.exceptions) > (0 if nom == DU_SERVICE else EXCEPTIONS_MAX):
            return {}
        semaine = [_plage(plage, vues.du, vues.au) | {"dayOfWeek": [SEMAINE[n] for n in range(7) if plage in vues.semaine[n]]}
                   for plage in sorted({plage for plages in vues.semaine for plage in plages})]
        autres = [_plage(plage, du, au) for du, au, plages in vues.exceptions for plage in plages or FERME]
        return _connus({nom: semaine, "specialOpeningHoursSpecification": autres})


def _plage(plage: tuple[int, int], du: date, au: date) -> dict:
    """A whole day ends a minute before midnight, as the format wants it; an evening may end at it."""
    de, a = plage if plage != (0, 1440) else (0, 1439)
    return {"@type": "OpeningHoursSpecification", "opens": f"{de // 60:02d}:{de % 60:02d}",
            "closes": f"{a // 60 % 24:02d}:{a % 60:02d}", "validFrom": du.isoformat(), "validThrough": au.isoformat()}


def _connus(valeurs_: dict) -> dict:
    return {nom: valeur for nom, valeur in valeurs_.items() if valeur not in (None, "", [], {})}


CORRESPONDANCE = Correspondance(
    nom="schema.org",
    pour=N_("Pour les moteurs de recherche : dans chaque page de lieu, en JSON-LD"),
    adresse="https://schema.org",
    ou=OU,
    perdu=PERDU,
)
