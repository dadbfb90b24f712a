"""Lieux de médiation numérique 1.0.2: each place of digital help as a line of the national schema's CSV (Table Schema).

The schema is France's: without a street, a town and a postcode of five digits there is no line. Lists are joined by « | ».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.services import ServiceVu
from quifaitquoi.annuaire.model.accueil import Langues
from quifaitquoi.annuaire.model.identifiants import Identifiants
from quifaitquoi.annuaire.model.telephone import compose
from quifaitquoi.echanges.sorties.adresses import uri
from quifaitquoi.echanges.sorties.lignes import Rangees, ligne_de_csv
from quifaitquoi.langues.marques import N_
from quifaitquoi.savoir import national
from quifaitquoi.savoir.donnees import D_AUTRES_BASES, Dits, Format

FICHIER = "mediation-numerique-1.0.2.csv"
COLONNES = (
    "id", "pivot", "nom", "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "latitude", "longitude",
    "typologie", "telephone", "courriels", "site_web", "horaires", "presentation_resume", "presentation_detail", "source",
    "itinerance", "structure_parente", "date_maj", "services", "publics_specifiquement_adresses", "prise_en_charge_specifique",
    "frais_a_charge", "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels", "modalites_acces",
    "modalites_accompagnement", "fiche_acces_libre", "prise_rdv")
OBLIGATOIRES = ("id", "nom", "commune", "code_postal", "adresse", "date_maj")
# What the schema asks of the fields that it does not leave free.
FORMES = {
    "code_postal": re.compile(r"[0-9]{5}"),
    "telephone": re.compile(r"\+(33|590|594|262|596|269|687|689|508|681)[0-9]{6,9}"),
}
# The schema asks for a SIRET of every place; whoever has none writes this, as the published files do.
SANS_SIRET = "0" * 14
RESUME_MAX = 280  # signs

# The need's own term of data.inclusion → theirs. Only the first of a need: the others are what it may also be.
SERVICES = {
    "numerique--acceder-a-des-services-en-ligne": "Aide aux démarches administratives",
    "numerique--maitriser-les-fondamentaux-du-numerique": "Maîtrise des outils numériques du quotidien",
    "numerique--acceder-a-une-connexion-internet": "Accès internet et matériel informatique",
    "numerique--acquerir-un-equipement": "Acquisition de matériel informatique à prix solidaire",
}
PUBLICS = {"jeunes": "Jeunes", "etudiants": "Étudiants", "familles": "Familles et/ou enfants", "seniors": "Seniors",
           "femmes": "Femmes"}
FRAIS = {"gratuit": "Gratuit", "participation": "Payant", "adhesion": "Gratuit sous condition", "payant": "Payant"}
PORTES = {"se-presenter": "Se présenter", "telephoner": "Téléphoner", "envoyer-un-courriel": "Contacter par mail",
          "utiliser-lien-mobilisation": "Prendre un RDV en ligne"}
PRISES_EN_CHARGE = {"en": "Langues étrangères (anglais)", "fsl": "Surdité"}
ITINERANCE = {"lieu": "Fixe", "equipe-mobile": "Itinérant"}
A_DISTANCE = frozenset({"telephone", "video"})

OU = {
    "identifiants.siret": "pivot", "identifiants.insee": "code_insee",
    "nom": "nom", "services.quoi": "services", "organisme": "structure_parente", "genre": "itinerance",
    "presentation": "presentation_resume (jusqu'à 280 signes) ou presentation_detail", "adresse.voie": "adresse",
    "adresse.complement": "complement_adresse", "adresse.code_postal": "code_postal", "adresse.commune": "commune",
    "adresse.position": "latitude et longitude, si c'est celle de la porte", "horaires": "horaires (OpenStreetMap)",
    "contact.telephone": "telephone", "contact.courriel": "courriels", "contact.site": "site_web",
    "contact.prise_de_rendez_vous": "prise_rdv", "publics.situations": "publics_specifiquement_adresses",
    "publics.genre": "publics_specifiquement_adresses", "langues": "prise_en_charge_specifique",
    "accessibilite.langue_des_signes": "prise_en_charge_specifique", "cout.tarif": "frais_a_charge",
    "acces.porte": "modalites_acces", "acces.ou": "modalites_accompagnement", "verification.le": "date_maj",
}
AILLEURS = "Le schéma n'a pas de place pour cela ; c'est sur la page du lieu et dans le tableau."
CONDITIONS = "Le schéma ne connaît que la façon de prendre contact ; c'est sur la page du lieu et dans le tableau."
PERDU = {
    **{f"*identifiants.{nom}*": D_AUTRES_BASES for nom in (*Identifiants.de_bases(), "thematiques")},
    "accepte[].*": "Ce n'est que pour qui vérifie les fichiers.",
    "a_confirmer[].*": AILLEURS,
    **{f"{ou}acces.{nom}": CONDITIONS for ou in ("", "services[].") for nom in (
        "a_la_sortie", "accompagnant", "animaux", "conditions", "consommation", "delai*", "documents", "duree*", "inscription",
        "oriente_par", "par", "precision", "premiere_visite", "rendez_vous", "renouvelable", "sans_exiger", "secret",
        "traitement_de_substitution", "vous_accompagne")},
    "*acces.ouvert_a": "Là où le public n'entre pas, il n'y a pas de lieu à mettre sur la carte.",
    **{f"accessibilite.{nom}": "Le schéma n'a qu'un lien vers acceslibre ; le reste est dans le tableau." for nom in (
        "ascenseur", "boucle_magnetique", "chien_d_assistance", "facile_a_lire", "plain_pied", "precision",
        "stationnement_adapte", "toilettes_adaptees")},
    "adresse*.score": "Le score dit si la commande peut écrire une position ; un lecteur n'en fait rien.",
    "adresse.y_aller": AILLEURS,
    "adresse_provisoire.*": "L'adresse est celle du jour ; jusqu'à quand est sur la page du lieu et dans le tableau.",
    "anciens_slugs": "Les anciennes adresses mènent à la page du lieu.",
    "autres_noms": AILLEURS,
    "*complet.*": AILLEURS,
    "confidentialite": "D'un lieu dont l'adresse n'est pas publiée, il n'y a pas de ligne.",
    "*contact.sms": AILLEURS,
    "contact.telephone": "D'un lieu dont l'adresse n'est pas publiée, il n'y a pas de ligne.",
    "*contact.telephone[].pour": "Le schéma n'a qu'un numéro, sans ce pour quoi on le compose.",
    **dict.fromkeys(("*cout.aide", "*cout.part_du_revenu_max", "*cout.precision"), AILLEURS),
    "*etat.depuis": "N'y est que ce qui est en service.",
    "*etat.jusqu_au": "N'y est que ce qui est en service.",
    "*etat.motif": "N'y est que ce qui est en service.",
    "*etat.remplace_par": "N'y est que ce qui est en service.",
    "*langues.*": "Le schéma ne distingue que l'anglais et les autres langues ; lesquelles est dans le tableau.",
    "ne_fait_pas": AILLEURS,
    **dict.fromkeys(("*pairs.*", "*equipe[].*", "*prochaines_dates[].*", "pour_les_professionnels"), AILLEURS),
    **{f"{ou}publics.{nom}": "Le schéma n'a que cinq publics ; le reste est sur la page du lieu et dans le tableau."
       for ou in ("", "services[].") for nom in ("accueil", "age.*", "communes", "enfants.*", "familles", "precision",
                                                 "sans_separer")},
    "responsables": "Qui tient la fiche est dit sur sa page.",
    "secteur.*": AILLEURS,
    **dict.fromkeys(("services[].nom", "services[].organisme", "services[].presentation"),
                    "Une ligne est un lieu ; ses services sont dans data.inclusion et dans le tableau."),
    "sources[].*": "D'où vient chaque fait est dit sur la page du lieu.",
    "tournee[].*": "Une équipe sans adresse n'a pas de ligne ; ses arrêts sont dans le fichier GeoJSON.",
    "verification.comment": "Comment, et quel rôle, est dit sur la page du lieu.",
    "verification.par": "Comment, et quel rôle, est dit sur la page du lieu.",
}


def un_lieu(territoire: Territoire) -> Callable[[FicheVue], Dits]:
    """Identifier and line, where the place has one."""
    lignes = lambda vue: filter(None, (_ligne(territoire, vue),))
    return lambda vue: [(ligne["id"], ligne_de_csv(ligne.get(nom, "") for nom in COLONNES)) for ligne in lignes(vue)]


def reunir(_territoire: Territoire, dits: Sequence[Dits]) -> dict[str, Iterable[bytes]]:
    """All lines, by identifier."""
    return {FICHIER: chain([ligne_de_csv(COLONNES).encode()], Rangees(dits).colonne(1))}


def lieux(territoire: Territoire) -> list[dict[str, str]]:
    """Each place of digital help that the schema has a line for, by identifier; only what is known."""
    lignes = (_ligne(territoire, vue) for vue in territoire.fiches.values())
    return sorted((ligne for ligne in lignes if ligne), key=lambda ligne: ligne["id"])


def _ligne(territoire: Territoire, vue: FicheVue) -> dict[str, str] | None:
    siens = [vu for vu in vue.services if vu.en_service and not vu.clos and _service(vu)]
    adresse, annuaire, fiche = vue.adresse, territoire.directory.annuaire, vue.fiche
    if not siens or vue.retenue or vue.clos or not adresse:
        return None
    contact, horaires = _commun(siens, lambda vu: vu.contact, fiche.contact), _commun(siens, lambda vu: vu.horaires, vue.horaires)
    latitude, longitude = ("", "") if vue.environ or not vue.position else vue.position
    presentation = " ".join((fiche.presentation or "").split())
    ligne = {
        "id": national.id_de_structure(annuaire, vue), "pivot": national.siret(vue) or SANS_SIRET, "nom": fiche.nom,
        "adresse": adresse.voie, "complement_adresse": adresse.complement, "code_postal": adresse.code_postal,
        "commune": adresse.commune, "code_insee": fiche.identifiants and fiche.identifiants.insee,
        "latitude": latitude, "longitude": longitude,
        "telephone": compose(contact.numeros[0].numero, annuaire.pays) if contact and contact.numeros else "",
        "courriels": contact and contact.courriel, "site_web": uri(contact and contact.site),
        "prise_rdv": uri(contact and contact.prise_de_rendez_vous), "horaires": horaires.osm if horaires else "",
        "presentation_resume" if len(presentation) <= RESUME_MAX else "presentation_detail": presentation,
        "source": annuaire.nom, "itinerance": ITINERANCE.get(fiche.genre),
        "structure_parente": ", ".join(organisme.nom for organisme in vue.organismes),
        "date_maj": national.date_maj(vue).isoformat(), "services": _liste(map(_service, siens)),
        "publics_specifiquement_adresses": _liste(_publics(territoire, siens)),
        "prise_en_charge_specifique": _liste(_prise_en_charge(vue, siens)),
        "frais_a_charge": _liste(FRAIS[vu.cout.tarif] for vu in siens if vu.cout),
        "modalites_acces": _liste(PORTES.get(porte) for vu in siens if vu.acces for porte in vu.acces.porte or ()),
        "modalites_accompagnement": _liste(
            "À distance" for vu in siens if vu.acces and not A_DISTANCE.isdisjoint(vu.acces.ou or ())),
    }
    ligne = {colonne: str(dit) for colonne, dit in ligne.items() if dit not in (None, "") and _acceptee(colonne, str(dit))}
    return ligne if all(ligne.get(colonne) for colonne in OBLIGATOIRES) else None


def _acceptee(colonne: str, dit: str) -> bool:
    return colonne not in FORMES or bool(FORMES[colonne].fullmatch(dit))


def _service(vu: ServiceVu) -> str | None:
    """What it is in their words; None where it is no digital help."""
    return next((SERVICES[terme] for terme in vu.besoin.data_inclusion or () if terme in SERVICES), None)


def _commun(services: list[ServiceVu], lire: Callable[[ServiceVu], object], du_lieu: object) -> object:
    """What all these services say alike; where they differ, what the place says."""
    dits = [lire(vu) for vu in services]
    return dits[0] if all(dit == dits[0] for dit in dits) else du_lieu


def _publics(territoire: Territoire, services: list[ServiceVu]) -> Iterator[str | None]:
    """Whom it says that it is for, never whom it only welcomes among everybody."""
    connus = territoire.directory.vocabulaire.publics
    for publics in (vu.publics for vu in services if vu.publics and vu.publics.accueil != "inconditionnel"):
        yield PUBLICS["femmes"] if publics.genre == "femmes" else None
        for situation in publics.situations or ():
            yield from (PUBLICS.get(terme) for terme in connus[situation].data_inclusion or ())


def _prise_en_charge(vue: FicheVue, services: list[ServiceVu]) -> Iterator[str]:
    if vue.fiche.accessibilite and vue.fiche.accessibilite.langue_des_signes == "oui":
        yield "Surdité"
    for code in (code for vu in services for code in _langues_orales(vu.langues)):
        if code != "fr":
            yield PRISES_EN_CHARGE.get(code, "Langues étrangères (autres)")


def _langues_orales(langues: Langues | None) -> tuple[str, ...]:
    return (*(langues.parlees or ()), *(langues.mediateur or ()), *(langues.interprete or ())) if langues else ()


def _liste(termes: Iterable[str | None]) -> str:
    return "|".join(sorted({terme for terme in termes if terme}))


FORMAT = Format(
    nom="Lieux de médiation numérique 1.0.2",
    pour=N_("Pour la cartographie nationale de la médiation numérique : les lieux où l'on aide avec internet et les ordinateurs"),
    adresse="https://schema.data.gouv.fr/LaMednum/standard-mediation-num/",
    chemins=(FICHIER,),
    un_lieu=un_lieu,
    reunir=reunir,
    ou=OU,
    perdu=PERDU,
)
