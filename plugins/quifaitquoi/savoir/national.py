"""A place and its services in the words of data.inclusion v1, the national schema: what follows from the facts alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.services import ServiceVu
from quifaitquoi.annuaire.model.accueil import Acces, Publics
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.correspondance import VALEURS
from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.annuaire.model.pays import DIX_CHIFFRES
from quifaitquoi.annuaire.model.telephone import compose
from quifaitquoi.base.texte import cle_de_tri, en_slug

# The schema wants a date; one that nobody knows is as old as it can be.
SANS_DATE = date(2000, 1, 1)
NOM_MIN, NOM_MAX = 3, 150  # signs


def source(annuaire: Annuaire) -> str:
    """Who says so: the directory's own name, as the first part of each identifier."""
    return en_slug(annuaire.nom)


def id_de_structure(annuaire: Annuaire, vue: FicheVue) -> str:
    return f"{source(annuaire)}--{vue.slug}"


def id_de_service(annuaire: Annuaire, vue: FicheVue, service: ServiceVu) -> str:
    """The same however the lines of a file move: by the need, and by its name where the fiche answers that need twice."""
    seul = sum(s.besoin.slug == service.besoin.slug for s in vue.services) == 1
    nom = "" if seul or not service.service.nom else f"--{en_slug(service.service.nom)}"
    return f"{id_de_structure(annuaire, vue)}--{service.besoin.slug}{nom}"


def structure(territoire: Territoire, vue: FicheVue) -> dict[str, object]:
    """The place itself, what is unknown left out. Of a withheld one, nothing of the address but the commune."""
    annuaire, fiche = territoire.directory.annuaire, vue.fiche
    return _connus({
        "source": source(annuaire), "id": id_de_structure(annuaire, vue), "nom": _nom(fiche.nom, annuaire), "siret": siret(vue),
        "description": fiche.presentation, "date_maj": date_maj(vue), **_adresse(vue, vue.clos),
        **_joindre(fiche.contact, annuaire.pays),
        "site_web": fiche.contact.site if fiche.contact else None,
        "horaires_accueil": vue.horaires.osm if vue.horaires else None, "lien_source": page(annuaire, vue),
    })


def service(territoire: Territoire, vue: FicheVue, vu: ServiceVu) -> dict[str, object]:
    """A service: what it says, else what its fiche says for it, what is unknown left out."""
    annuaire, fiche, acces, cout, contact, publics = (
        territoire.directory.annuaire, vue.fiche, vu.acces, vu.cout, vu.contact, vu.publics)
    presentation = vu.service.presentation or fiche.presentation
    return _connus({
        "source": source(annuaire), "structure_id": id_de_structure(annuaire, vue), "id": id_de_service(annuaire, vue, vu),
        "nom": _nom(vu.nom, annuaire), "description": presentation or f"Service : {vu.nom}", "date_maj": date_maj(vue),
        "thematiques": _thematiques(vu), "modes_accueil": _modes_accueil(fiche.genre, acces),
        "modes_mobilisation": _traduits("acces.porte", acces.porte if acces else None),
        "mobilisable_par": _traduits("acces.par", _mobilisable_par(acces)),
        "frais": VALEURS["cout.tarif"][cout.tarif] if cout else None, "frais_precisions": cout.precision if cout else None,
        "publics": _publics(territoire, publics), "publics_precisions": publics.precision if publics else None,
        "zone_eligibilite": _zone(territoire, publics),
        **_joindre(contact, annuaire.pays), "lien_mobilisation": contact.prise_de_rendez_vous if contact else None,
        **_adresse(vue, vu.clos),
        "horaires_accueil": vu.horaires.osm if vu.horaires else None, "lien_source": page(annuaire, vue),
    })


def siret(vue: FicheVue) -> str | None:
    """Whoever knows it knows the door."""
    return vue.fiche.identifiants.siret if vue.fiche.identifiants and not vue.retenue and not vue.clos else None


def date_maj(vue: FicheVue) -> date:
    """When somebody last knew: when it was verified, else the day of the page that it was read from."""
    if vue.confiance.verification:
        return vue.confiance.verification.le
    return max(vue.confiance.lue_le.debut, SANS_DATE) if vue.confiance.lue_le else SANS_DATE


def _nom(nom: str, annuaire: Annuaire) -> str:
    court = nom[:NOM_MAX].rstrip(". ")
    return court if len(court) >= NOM_MIN else f"{court} ({annuaire.territoire})"


def _adresse(vue: FicheVue, clos: bool) -> dict[str, object]:
    """Where one goes; of what is withheld, or behind a closed door, the town."""
    adresse = vue.adresse
    if adresse is None or vue.retenue or clos:
        return {"commune": adresse.commune if adresse else None}
    # There is no field for how precise a position is: one that is not the door's would be taken for it.
    latitude, longitude = (None, None) if vue.environ or not vue.position else vue.position
    connus = vue.fiche.identifiants
    return {"adresse": adresse.voie, "complement_adresse": adresse.complement, "commune": adresse.commune,
            "code_insee": connus.insee if connus and adresse is vue.fiche.adresse else None,
            "code_postal": adresse.code_postal, "latitude": latitude, "longitude": longitude}


def _joindre(contact: Contact | None, pays: str) -> dict[str, object]:
    numero = contact.numeros[0].numero if contact and contact.numeros else None
    # Ten digits are a number of France to whoever reads the national file: those of elsewhere have their country's code.
    return {"telephone": compose(numero, pays) if numero and pays not in DIX_CHIFFRES else numero,
            "courriel": contact.courriel if contact else None}


def page(annuaire: Annuaire, vue: FicheVue) -> str | None:
    """The address of its page, where the site has one."""
    return annuaire.adresse_de(f"{annuaire.langues[0]}/fiches/{vue.slug}/index.html")


def _thematiques(vu: ServiceVu) -> tuple[str, ...]:
    """Those of its need; where an import kept its own, no others: a need is often wider than one service."""
    siennes = vu.service.identifiants.thematiques if vu.service.identifiants else None
    du_besoin = vu.besoin.data_inclusion or ()
    return tuple(terme for terme in siennes or () if terme in du_besoin) or du_besoin


def _modes_accueil(genre: str, acces: Acces | None) -> tuple[str, ...]:
    """What the service says of where it takes place, else what its fiche is: a place, a team, a line."""
    dits = _traduits("acces.ou", acces.ou if acces else None)
    return tuple(sorted({*dits})) or (VALEURS["genre"][genre],)


def _mobilisable_par(acces: Acces | None) -> tuple[str, ...] | None:
    """Who is to be sent by somebody may not ask alone."""
    return (acces.par or (("professionnels",) if acces.oriente_par else None)) if acces else None


def _traduits(champ: str, valeurs: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(dit for valeur in valeurs or () if (dit := VALEURS[champ][valeur]))


def _publics(territoire: Territoire, publics: Publics | None) -> tuple[str, ...]:
    if publics is None:
        return ()
    connus = territoire.directory.vocabulaire.publics
    dits = {dit for slug in publics.situations or () for dit in connus[slug].data_inclusion or ()}
    return tuple(sorted(dits)) or (("tous-publics",) if publics.accueil == "inconditionnel" else ())


def _zone(territoire: Territoire, publics: Publics | None) -> tuple[str, ...]:
    """The codes of the towns where one must live: all of them, or none where one is not known, for others would then be refused."""
    codes = [territoire.codes_insee.get(cle_de_tri(commune)) for commune in (publics.communes or () if publics else ())]
    return tuple(codes) if all(codes) else ()


def _connus(valeurs: dict[str, object]) -> dict[str, object]:
    return {nom: valeur for nom, valeur in valeurs.items() if valeur not in (None, "", ())}
