"""HSDS 3 (Open Referral): each service in full, with its organisation, its places and its hours, on one page of a list.

Only what version 3.0 knows is written: 3.1 and 3.2 add fields and take none away, so that it is valid under each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.services import ServiceVu
from quifaitquoi.annuaire.model.accueil import Langues, Publics
from quifaitquoi.annuaire.model.organisme import Organisme
from quifaitquoi.annuaire.model.vocabulaire import Besoin
from quifaitquoi.echanges.sorties.adresses import uri
from quifaitquoi.echanges.sorties.hsds.horaires import schedules
from quifaitquoi.echanges.sorties.hsds.identifiants import identifiant
from quifaitquoi.echanges.sorties.hsds.lieu import le_lieu, lieux, phones
from quifaitquoi.echanges.sorties.lignes import Rangees, en_json, liste_json
from quifaitquoi.echanges.sorties.phrases import en_phrases
from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles import ou, texte
from quifaitquoi.paroles.acces import acces
from quifaitquoi.paroles.accueil import cout, publics
from quifaitquoi.paroles.dates import prochaines_dates
from quifaitquoi.paroles.equipe import equipe, pairs
from quifaitquoi.paroles.etat import complet, etat_et_motif, fermeture
from quifaitquoi.paroles.langues_parlees import langues
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.savoir import national
from quifaitquoi.savoir.donnees import D_AUTRES_BASES, Dits, Format

FICHIER = "hsds-3/services.json"
# What the format has text for: fields of ours (« * » stands for any) → theirs, said in French.
EN_MOTS = {
    **dict.fromkeys(("acces.conditions", "acces.sans_exiger", "acces.ouvert_a", "publics.*"), "eligibility_description"),
    "acces.delai": "wait_time", "acces.*": "application_process", "cout.*": "fees_description",
    **dict.fromkeys(("pairs.*", "equipe", "prochaines_dates"), "description"),
    **dict.fromkeys(("langues.mediateur", "langues.interprete", "langues.interprete_delai", "langues.documents",
                     "langues.precision"),
                    "interpretation_services"),
}
OU = {
    "nom": "location.name", "autres_noms": "location.alternate_name", "organisme": "organization.name, le premier",
    "genre": "location.location_type", "etat": "alert, en français", "presentation": "location.description",
    "ne_fait_pas": "service.description", "adresse": "location.addresses[]",
    "adresse.position": "location.latitude et longitude, si c'est celle de la porte", "adresse.y_aller": "location.transportation",
    "adresse_provisoire": "location.transportation, en français", "tournee": "service_at_locations[]",
    "secteur": "service_areas[]", "horaires": "schedules[] : les règles que iCalendar sait dire, et toujours le texte",
    "fermetures": "alert, en français", "complet": "alert, en français", "contact.telephone": "phones[]", "contact.sms": "phones[]",
    "contact.courriel": "service.email", "contact.site": "service.url",
    "contact.prise_de_rendez_vous": "application_process, en français", "langues.parlees": "languages[]",
    "publics.age": "minimum_age et maximum_age", "acces.documents": "required_documents[]", "cout.tarif": "cost_options[]",
    "accessibilite": "location.accessibility[]", "services.quoi": "attributes[].taxonomy_term", "services.nom": "service.name",
    "services.presentation": "service.description", "verification.le": "assured_date",
    **{notre: f"{leur}, en français" for notre, leur in EN_MOTS.items()},
}
PERDU = {
    "*identifiants.*": D_AUTRES_BASES,
    "accepte[].*": "Ce n'est que pour qui vérifie les fichiers.",
    "a_confirmer[].*": "Le format n'a pas de place pour un doute ; il est sur la page du lieu et dans le tableau.",
    "adresse*.position": "Une position qui n'est pas celle de la porte serait prise pour elle.",
    "adresse*.score": "Le score dit si la commande peut écrire une position ; un lecteur n'en fait rien.",
    "anciens_slugs": "Les anciennes adresses mènent à la page du lieu.",
    "pour_les_professionnels": "Ce n'est pas pour le public ; c'est sur la page du lieu et dans le tableau.",
    "confidentialite": "D'une adresse qui n'est pas publiée, il n'y a rien à dire.",
    "*etat.remplace_par": "Ce qui est remplacé n'est plus en service.",
    "responsables": "Qui tient la fiche est dit sur sa page.",
    "sources[].*": "D'où vient chaque fait est dit sur la page du lieu.",
    "verification.comment": "Comment, et quel rôle, est dit sur la page du lieu.",
    "verification.par": "Comment, et quel rôle, est dit sur la page du lieu.",
}


def un_lieu(territoire: Territoire) -> Callable[[FicheVue], Dits]:
    """Identifier and record, in JSON, of each service of a place."""
    parole = Parole.de_la_source(territoire.directory)
    return lambda vue: [(un["id"], en_json(un)) for un in _du_lieu(territoire, vue, parole)]


def reunir(_territoire: Territoire, lieux: Sequence[Dits]) -> dict[str, Iterable[bytes]]:
    """All services on one page of a list, by identifier."""
    tous = Rangees(lieux)
    page = {"total_items": len(tous), "total_pages": 1, "page_number": 1, "size": len(tous), "first_page": True,
            "last_page": True, "empty": not tous}
    return {FICHIER: liste_json(tous.colonne(1), page, "contents")}


def services(territoire: Territoire) -> list[dict]:
    """Every service in service, in full, by identifier."""
    parole = Parole.de_la_source(territoire.directory)
    return sorted((un for vue in territoire.fiches.values() for un in _du_lieu(territoire, vue, parole)), key=itemgetter("id"))


def _du_lieu(territoire: Territoire, vue: FicheVue, parole: Parole) -> Iterator[dict]:
    lieu = le_lieu(territoire, vue, parole)
    return (_service(territoire, vue, vu, parole, lieu) for vu in vue.services if vu.en_service)


def _service(territoire: Territoire, vue: FicheVue, vu: ServiceVu, parole: Parole, lieu: dict) -> dict:
    annuaire, confiance = territoire.directory.annuaire, vue.confiance
    ici = identifiant("service", national.id_de_service(annuaire, vue, vu))
    organisme = _organisme(vu.organismes)
    faits = (*acces(parole, vu.acces), *publics(parole, vu.publics), *cout(parole, vu.cout), *langues(parole, vu.langues),
             *pairs(parole, vu.pairs), *equipe(parole, vu.equipe), *prochaines_dates(parole, vu.prochaines_dates, vue.jour))
    contact, mots = vu.contact, en_phrases(parole, faits, EN_MOTS)
    en_ligne = contact and contact.prise_de_rendez_vous
    dit = {
        "id": ici, "organization_id": organisme and organisme["id"], "name": vu.nom,
        "alternate_name": vu.besoin.nom if vu.service.nom else None,
        **mots, "application_process": _lignes(mots.get("application_process"), en_ligne and f"Rendez-vous en ligne : {en_ligne}"),
        "description": _lignes(vu.service.presentation or vue.fiche.presentation, _sauf(vue), mots.get("description")),
        "url": uri(contact and contact.site), "email": contact and contact.courriel,
        "status": "temporarily closed" if any(x.du <= vue.jour for x in vue.fermetures) else "active", **_ages(vu.publics),
        "assured_date": confiance.verification.le.isoformat() if confiance.verification else None,
        "alert": _alerte(parole, vue, vu),
        "phones": phones(contact, ici, annuaire.pays),
        "schedules": schedules(ici, vu.horaires, parole.langue, territoire.directory.calendrier.fuseau),
        "service_areas": _secteur(parole, vue, ici), "languages": _langues(parole, vu.langues, ici),
        "service_at_locations": list(lieux(territoire, vue, parole, ici, lieu)), "organization": organisme,
        "cost_options": [{"id": identifiant("cost_option", ici), "option": vu.cout.tarif}] if vu.cout else None,
        "required_documents": _papiers(territoire, vu, ici), "attributes": _besoins(vu.besoin, ici),
    }
    return {nom: valeur for nom, valeur in dit.items() if valeur not in (None, "", [])}


def _sauf(vue: FicheVue) -> str:
    return f"Ce qu'on n'y trouve pas : {vue.fiche.ne_fait_pas}" if vue.fiche.ne_fait_pas else ""


def _lignes(*dites: str | None) -> str:
    return "\n".join(filter(None, dites))


def _organisme(organismes: tuple[Organisme, ...]) -> dict | None:
    """The first of those that run it, for the format has one; it wants a description, so a body without any has its name."""
    if not organismes:
        return None
    un = organismes[0]
    contact = un.contact
    dit = {"id": identifiant("organization", un.slug), "name": un.nom, "alternate_name": un.sigle,
           "description": un.presentation or un.nom, "email": contact and contact.courriel,
           "website": uri(contact and contact.site)}
    return {nom: valeur for nom, valeur in dit.items() if valeur}


def _alerte(parole: Parole, vue: FicheVue, vu: ServiceVu) -> str:
    dites = [etat_et_motif(parole, vu.etat, vue.jour)] if vu.etat else []
    dites += [complet(parole, vu.complet)] if vu.complet else []
    dites += [fermeture(parole, x) for x in vue.fermetures]
    return "\n".join(texte.en_texte(parole, dite) for dite in dites)


def _ages(x: Publics | None) -> dict[str, int | None]:
    return {"minimum_age": x.age.min, "maximum_age": x.age.max} if x and x.age else {}


def _secteur(parole: Parole, vue: FicheVue, ici: str) -> list[dict]:
    dit = "" if vue.retenue else texte.en_texte(parole, ou.secteur(parole, vue))
    return [{"id": identifiant("service_area", ici), "name": dit}] if dit else []


def _langues(parole: Parole, x: Langues | None, ici: str) -> list[dict]:
    return [{"id": identifiant("language", ici, code), "name": parole.nom_de_langue(code).texte, "code": code}
            for code in (x.parlees or () if x else ())]


def _papiers(territoire: Territoire, vu: ServiceVu, ici: str) -> list[dict]:
    connus = territoire.directory.vocabulaire.documents
    return [{"id": identifiant("required_document", ici, slug), "document": connus[slug].nom}
            for slug in (vu.acces.documents or () if vu.acces else ())]


def _besoins(besoin: Besoin, ici: str) -> list[dict]:
    """The need in our words, then in those of the national schema."""
    termes = [("Qui fait quoi", besoin.slug, besoin.nom), *(("data.inclusion", t, t) for t in besoin.data_inclusion or ())]
    return [{"id": identifiant("attribute", ici, taxonomie, code), "link_entity": "service", "link_id": ici,
             "taxonomy_term": {"id": identifiant("taxonomy_term", taxonomie, code), "code": code, "name": nom,
                               "description": nom, "taxonomy": taxonomie}}
            for taxonomie, code, nom in termes]


FORMAT = Format(
    nom="HSDS 3",
    pour=N_("Pour les annuaires d'ailleurs : la norme d'Open Referral, chaque service en entier"),
    adresse="https://docs.openreferral.org",
    chemins=(FICHIER,),
    un_lieu=un_lieu,
    reunir=reunir,
    ou=OU,
    perdu=PERDU,
)
