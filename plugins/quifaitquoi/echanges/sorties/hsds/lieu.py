"""Where a service is given, as HSDS locations: the place itself, and each stop of its round."""

from __future__ import annotations

from collections.abc import Iterator

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.lieu import Arret, Contact
from quifaitquoi.annuaire.model.telephone import affiche
from quifaitquoi.echanges.sorties.adresses import uri
from quifaitquoi.echanges.sorties.hsds.horaires import schedules
from quifaitquoi.echanges.sorties.hsds.identifiants import identifiant
from quifaitquoi.paroles import ou, texte
from quifaitquoi.paroles.accessibilite import accessibilite
from quifaitquoi.paroles.etat import dates_de_l_arret
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.savoir import national

GENRES = {"lieu": "physical", "equipe-mobile": "physical", "telephone": "virtual", "en-ligne": "virtual"}


def lieux(territoire: Territoire, vue: FicheVue, parole: Parole, service: str, lieu: dict) -> Iterator[dict]:
    """The `service_at_locations` of one service at `lieu`, the place itself; nothing behind a closed door but its town."""
    yield {"id": identifiant("service_at_location", service, lieu["id"]), "location": lieu}
    fuseau, deja = territoire.directory.calendrier.fuseau, set()
    for arret in () if vue.clos else vue.arrets:
        la = _arret(territoire, vue, arret)
        ici = identifiant("service_at_location", service, la["id"])
        if ici in deja:  # the same stop at other hours
            ici = identifiant("service_at_location", service, la["id"], str(arret.horaires and arret.horaires.osm), str(arret.du))
        deja.add(ici)
        yield _connus({"id": ici, "location": la, "description": dates_de_l_arret(parole, arret),
                       "schedules": schedules(ici, vue.horaires_de(arret), parole.langue, fuseau, (arret.du, arret.au))})


def phones(contact: Contact | None, de: str, pays: str) -> list[dict]:
    """Each number to call, with what it is for; then the one that takes messages."""
    if contact is None:
        return []
    dits = [{"number": affiche(n.numero, pays), "type": "voice", "description": n.pour} for n in contact.numeros]
    dits += [{"number": affiche(contact.sms, pays), "type": "text"}] if contact.sms else []
    return [_connus({"id": identifiant("phone", de, str(n)), **dit}) for n, dit in enumerate(dits)]


def le_lieu(territoire: Territoire, vue: FicheVue, parole: Parole) -> dict:
    """The place itself, the same for all its services; nothing of a withheld address, or behind a closed door, but its town."""
    annuaire, fiche, cache = territoire.directory.annuaire, vue.fiche, vue.retenue or vue.clos
    nom = national.id_de_structure(annuaire, vue)
    ici = identifiant("location", nom)
    # There is no field for how precise a position is: one that is not the door's would be taken for it.
    latitude, longitude = (None, None) if cache or vue.environ or not vue.position else vue.position
    chemin = [] if cache else [texte.en_texte(parole, ou.demenagement(parole, vue)), vue.adresse.y_aller if vue.adresse else ""]
    facilites = accessibilite(parole, None if cache else fiche.accessibilite)
    return _connus({
        "id": ici, "location_type": GENRES[fiche.genre], "name": fiche.nom,
        "alternate_name": ", ".join(fiche.autres_noms or ()), "description": fiche.presentation,
        "url": uri(national.page(annuaire, vue)), "transportation": " ".join(filter(None, chemin)),
        "latitude": latitude, "longitude": longitude, "external_identifier": nom,
        "external_identifier_type": "data.inclusion", "addresses": _adresses(annuaire.pays, vue, ici, cache),
        "phones": phones(fiche.contact, ici, annuaire.pays),
        "accessibility": [{"id": identifiant("accessibility", ici, fait.champ), "description": texte.fait(parole, fait)}
                          for fait in facilites],
        "schedules": schedules(ici, vue.horaires, parole.langue, territoire.directory.calendrier.fuseau),
    })


def _adresses(pays: str, vue: FicheVue, ici: str, cache: bool) -> list[dict]:
    """The address of the day. The format asks for all of one, a province too: what is not known, or not said, is empty."""
    adresse = vue.adresse
    if adresse is None or not adresse.commune:
        return []
    dite = {"address_1": "", "address_2": None, "postal_code": ""} if cache else {
        "address_1": adresse.voie or "", "address_2": adresse.complement, "postal_code": adresse.code_postal or ""}
    sure = {nom: valeur for nom, valeur in dite.items() if valeur is not None}
    return [{"id": identifiant("address", ici), **sure, "city": adresse.commune, "state_province": "", "country": pays,
             "address_type": "physical"}]


def _arret(territoire: Territoire, vue: FicheVue, arret: Arret) -> dict:
    ici = identifiant("location", national.id_de_structure(territoire.directory.annuaire, vue), arret.lieu, arret.commune or "")
    latitude, longitude = arret.position or (None, None)
    return _connus({"id": ici, "location_type": "physical", "name": arret.lieu, "description": arret.commune,
                    "transportation": arret.y_aller, "latitude": latitude, "longitude": longitude})


def _connus(valeurs: dict) -> dict:
    return {nom: valeur for nom, valeur in valeurs.items() if valeur not in (None, "", [])}
