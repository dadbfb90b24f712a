"""Fiches that between them state every field of the model, and the same without one of their leaves."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import reduce
from typing import get_args

from pydantic import BaseModel, ValidationError

from quifaitquoi.annuaire.model.fiche import Fiche

Chemin = tuple[str | int, ...]
PUBLICS = {"accueil": "prioritaire", "genre": "femmes", "age": {"min": "16", "max": "25", "strict": "non"},
           "familles": ["couples"], "communes": ["Port-Exemple"], "enfants": {"min": "2", "max": "11", "strict": "non"},
           "sans_separer": "oui",
           "situations": ["jeunes"], "precision": "Parfois jusqu'à trente ans."}
ACCES = {
    "porte": ["par-le-115", "telephoner"],
    "oriente_par": ["travailleur-social"],
    "ou": ["telephone"],
    "par": ["professionnels"],
    "rendez_vous": "obligatoire",
    "inscription": "par-session",
    "conditions": ["habiter-la-commune"],
    "sans_exiger": ["abstinence"],
    "documents": ["justificatif-identite"],
    "accompagnant": "oui",
    "vous_accompagne": "oui",
    "secret": ["equipe"],
    "consommation": "avant",
    "traitement_de_substitution": "oui",
    "animaux": "dehors",
    "premiere_visite": "On fait le tour de la maison.",
    "a_la_sortie": ["sans-attente"],
    "delai_environ": "ce-mois",
    "delai": "Trois semaines",
    "duree_environ": "6-mois-a-1-an",
    "renouvelable": "oui",
    "duree": "Six mois",
    "precision": "Sonner deux fois.",
}
LANGUES = {"parlees": ["fr"], "mediateur": ["ti"], "interprete": ["ps"], "interprete_delai": "le-jour-meme", "documents": ["en"],
           "precision": "Au téléphone."}
PAIRS = {"vecu": ["rue"], "plusieurs": "oui", "horaires": "We 14:00-17:00", "langues": ["sq"]}
EQUIPE_D_ICI = [{"metier": "juriste", "horaires": "We 14:00-17:00", "langues": ["ka"]}]
DATES = [{"le": "2026-12-08", "au": "2026-12-09", "precision": "de 14h à 16h"}]
COUT = {"tarif": "participation", "precision": "1 euro par repas", "part_du_revenu_max": "20", "aide": "Demander le tarif réduit."}
ETAT = {"statut": "experimental", "depuis": "2026-09", "jusqu_au": "2027-06", "motif": "Un an pour essayer."}


def contact(n: int) -> dict:
    return {
        "telephone": [
            {"numero": f"02 61 91 00 1{n}", "pour": "prendre rendez-vous"},
            {"numero": f"02 61 91 00 2{n}", "pour": "l'accueil"},
        ],
        "sms": f"02 61 91 00 3{n}",
        "courriel": f"accueil{n}@maison.example.org",
        "site": f"https://maison{n}.example.org",
        "prise_de_rendez_vous": f"https://rdv{n}.example.org",
    }


def service(n: int) -> dict:
    """What it says is not what its fiche says: what a service takes from its fiche could hide what it says itself."""
    autres = {
        "publics": {
            **PUBLICS,
            "accueil": "exclusif",
            "age": {"min": "18", "max": "30", "strict": "oui"},
            "genre": "hommes",
            "familles": ["personnes-seules"],
            "communes": ["Port-Voisin"],
            "enfants": {"min": "3", "max": "6", "strict": "oui"},
            "sans_separer": "non",
            "situations": ["etudiants"],
            "precision": "Jusqu'à 26 ans.",
        },
        "pairs": {"vecu": ["exil"], "plusieurs": "oui", "horaires": "Th 14:00-17:00", "langues": ["ti"]},
        "equipe": [{"metier": "avocat", "horaires": "Th 14:00-17:00", "langues": ["uk"]}],
        "prochaines_dates": [{"le": "2026-12-10", "au": "2026-12-11", "precision": "de 9h à 12h"}],
        "acces": {
            **ACCES,
            "a_la_sortie": ["intervient-avant"],
            "delai_environ": "ce-soir",
            "duree_environ": "une-nuit",
            "renouvelable": "non",
            "sans_exiger": ["accord-des-parents"],
            "porte": ["l-equipe-vient", "se-presenter"],
            "oriente_par": ["mairie"],
            "par": ["personnes"],
            "rendez_vous": "conseille",
            "inscription": "a-tout-moment",
            "conditions": ["habiter-le-quartier"],
            "documents": ["justificatif-domicile"],
            "accompagnant": "non",
            "vous_accompagne": "non",
            "traitement_de_substitution": "non",
            "animaux": "refuses",
            "ou": ["lieu-neutre"],
            "secret": ["justice"],
            "consommation": "refusee",
            "premiere_visite": "On prend un café.",
            "delai": "Un mois",
            "duree": "Un an",
            "precision": "Frapper fort.",
        },
        "langues": {
            **LANGUES,
            "parlees": ["tr"],
            "mediateur": ["so"],
            "interprete": ["ru"],
            "interprete_delai": "sur-reservation",
            "documents": ["es"],
            "precision": "Le mardi.",
        },
        "cout": {"tarif": "adhesion", "precision": "2 euros", "part_du_revenu_max": "30", "aide": "Voir l'accueil."},
    }
    return {"quoi": "aide-numerique", "nom": "Ateliers du matin", "presentation": "Tablettes prêtées.", "organisme": "la-voilerie",
            "horaires": "Mo 09:00-10:00; PH off", **autres, "contact": contact(n),
            "complet": {"depuis": "2026-11-03", "jusqu_au": "2027-01-05", "precision": "Liste d'attente."}, "etat": ETAT,
            "identifiants": {"data_inclusion": "dora--service", "soliguide": "387-1",
                             "thematiques": ["numerique--maitriser-les-fondamentaux-du-numerique"]}}


COMMUN = {
    "nom": "Maison entière",
    "autres_noms": ["L'Entière"],
    "organisme": ["ville-de-port-exemple"],
    "genre": "lieu",
    "etat": ETAT,
    "presentation": "Un lieu pour tout dire.",
    "ne_fait_pas": "On ne peut pas y dormir.",
    "adresse": {
        "voie": "3 quai des Essais",
        "complement": "Entrée par la cour",
        "code_postal": "99340",
        "commune": "Port-Exemple",
        "position": [46.3310, -3.0550],
        "precision": "rue",
        "score": "0.9",
        "y_aller": "Bus 2, arrêt Essai.",
    },
    "horaires": "Tu 09:00-12:00; PH off",
    "fermetures": [{"du": "2026-12-24", "au": "2027-01-03", "motif": "congés"}],
    "complet": {"depuis": "2026-11-02", "jusqu_au": "2027-02-01", "precision": "Quelques places en février."},
    "langues": LANGUES,
    "publics": PUBLICS,
    "pairs": PAIRS,
    "equipe": EQUIPE_D_ICI,
    "prochaines_dates": DATES,
    "pour_les_professionnels": ["visite"],
    "acces": ACCES,
    "cout": COUT,
    "contact": contact(0),
    "accessibilite": {
        "plain_pied": "oui",
        "ascenseur": "oui",
        "toilettes_adaptees": "oui",
        "stationnement_adapte": "oui",
        "boucle_magnetique": "oui",
        "langue_des_signes": "oui",
        "facile_a_lire": "oui",
        "chien_d_assistance": "oui",
        "precision": "Rampe à demander.",
    },
    "services": [service(1)],
    "responsables": ["equipe-port"],
    "verification": {"le": "2026-10-02", "comment": "telephone", "par": "equipe-port"},
    "sources": [
        {
            "adresse": "https://maison.example.org/infos",
            "titre": "Plaquette",
            "date": "2026-09",
            "pour": ["horaires"],
            "licence": "CC-BY-4.0",
            "note": "Page datée.",
        }
    ],
    "a_confirmer": [{"champ": "cout", "pourquoi": "deux pages donnent deux prix"}],
    "accepte": [{"regle": "doublon-probable", "texte": "Deux lieux", "pourquoi": "Deux lieux différents."}],
    "identifiants": {"siret": "99999999900017", "insee": "67482", "data_inclusion": ["dora--lieu"], "soliguide": ["387"],
                     "france_services": ["12"], "mediation_numerique": ["Coop_30203fcf"], "osm": ["node/12"],
                     "tableau": ["colis--12"]},
    "anciens_slugs": ["maison-ancienne"],
}
LIEU = COMMUN
EQUIPE = {
    **{nom: v for nom, v in COMMUN.items() if nom not in ("adresse", "horaires", "accessibilite")},
    "genre": "equipe-mobile",
    "tournee": [
        {
            "lieu": "Place de la Gare",
            "commune": "Port-Voisin",
            "position": [46.3300, -3.0500],
            "y_aller": "Le camion blanc.",
            "horaires": "Th 19:00-20:00",
            "du": "2026-12-01",
            "au": "2027-04-30",
        }
    ],
    "secteur": {"quartiers": ["la-saline"], "precision": "Toute la ville, sur appel."},
}
PROVISOIRE = {
    "voie": "8 rue des Essais",
    "complement": "Au fond de la cour",
    "code_postal": "99341",
    "commune": "Port-Voisin",
    "position": [46.3325, -3.0570],
    "precision": "quartier",
    "score": "0.8",
    "y_aller": "Bus 3, arrêt Bord.",
    "du": "2026-11-02",
    "au": "2027-01-31",
}
# A move that holds, and one that is announced: the first is shown in place of the usual address, the second beside it.
DEMENAGEE = {"nom": "Maison déménagée", "genre": "lieu", "adresse": COMMUN["adresse"], "adresse_provisoire": PROVISOIRE,
             "services": [{"quoi": "douche"}]}
ANNONCEE = {**DEMENAGEE, "adresse_provisoire": {**PROVISOIRE, "du": "2026-12-07"}}
RETENUE = {
    "nom": "Maison retenue",
    "genre": "lieu",
    "confidentialite": "adresse-non-publiee",
    "adresse": {"commune": "Port-Exemple"},
    "contact": {"telephone": "02 61 91 00 44"},
    "services": [{"quoi": "douche"}],
}
REMPLACEE = {"nom": "Maison remplacée", "genre": "lieu", "etat": {"statut": "remplace", "remplace_par": "la-chaloupe"},
             "services": [{"quoi": "douche", "etat": {"statut": "remplace", "remplace_par": "la-chaloupe"}}]}
# What its service leaves unsaid; its door is known, and nothing in doubt or kept by a licence is something that a format tells.
HERITEE = {**LIEU, "nom": "Maison qui dit tout pour ses services", "services": [{"quoi": "aide-numerique"}],
           "adresse": {**COMMUN["adresse"], "precision": "porte"}, "cout": {**COUT, "tarif": "gratuit"},
           "sources": [{**COMMUN["sources"][0], "licence": "etalab-2.0"}],
           "a_confirmer": [{"champ": "pairs", "pourquoi": "deux pages se contredisent"}]}
# What says that the public stays out hides the way there: apart from the rest, once for all and once for a service.
CLOSE = {"nom": "Maison close au public", "genre": "lieu", "acces": {"ouvert_a": "prison"}, "services": [{"quoi": "douche"}]}
CLOSE_EN_PARTIE = {"nom": "Maison entrouverte", "genre": "lieu",
                   "services": [{"quoi": "douche", "acces": {"ouvert_a": "hopital"}}, {"quoi": "laverie"}]}
VARIANTES = {"lieu": LIEU, "heritee": HERITEE, "equipe": EQUIPE, "demenagee": DEMENAGEE, "annoncee": ANNONCEE, "retenue": RETENUE,
             "remplacee": REMPLACEE, "close": CLOSE, "entrouverte": CLOSE_EN_PARTIE}

# What a fiche cannot be without is changed instead of taken away.
AUTREMENT = {
    "nom": "Autre maison",
    "genre": "en-ligne",
    "quoi": "laverie",
    "vecu": ["deuil"],
    "metier": "medecin",
    "statut": "prevu",
    "tarif": "payant",
    "du": "2026-12-15",
    "au": "2027-01-04",
    "depuis": "2026-11-10",
    "le": "2026-10-03",
    "comment": "visite",
    "par": "equipe-gare",
    "champ": "langues",
    "pourquoi": "autre raison",
    "regle": "autre-regle",
    "lieu": "Place du Marché",
    "numero": "02 61 91 00 99",
    "pour": "autre chose",
}


def fiche(brut: dict) -> Fiche:
    lue = Fiche.model_validate(brut, context={"pays": "FR"})
    lue.nomme(slug="maison-entiere", zone="vieux-port", chemin="fiches/vieux-port/maison-entiere.yml")
    return lue


def feuilles(brut: object, chemin: Chemin = ()) -> Iterator[Chemin]:
    """The path of everything that is written; a list of plain values is one leaf."""
    if isinstance(brut, dict):
        for nom, valeur in brut.items():
            yield from feuilles(valeur, (*chemin, nom))
    elif isinstance(brut, list) and brut and isinstance(brut[0], dict):
        yield from feuilles(brut[0], (*chemin, 0))
    else:
        yield chemin


def nomme(chemin: Chemin) -> str:
    """« services[].acces.documents »."""
    return ".".join(str(part) for part in chemin).replace(".0", "[]")


def sans(brut: dict, chemin: Chemin) -> dict:
    """The fiche without this leaf, or with another one where it cannot be without."""
    autre = copy.deepcopy(brut)
    ou = reduce(lambda ici, part: ici[part], chemin[:-1], autre)
    del ou[chemin[-1]]
    try:
        fiche(_propre(autre))
    except ValidationError:
        ou[chemin[-1]] = AUTREMENT[chemin[-1]]
    return _propre(autre)


def _propre(valeur):
    """Without the blocks that are left empty."""
    if isinstance(valeur, dict):
        return {nom: propre for nom, v in valeur.items() if (propre := _propre(v)) not in ({}, [], None)}
    return [_propre(v) for v in valeur] if isinstance(valeur, list) else valeur


def champs_du_modele(modele: type[BaseModel] = Fiche, avant: str = "") -> Iterator[str]:
    """Every leaf that a fiche can have, named as `nomme` does."""
    for nom, info in modele.model_fields.items():
        if nom in ("slug", "zone", "chemin"):
            continue
        dedans, en_liste = _modele(info.annotation)
        chemin = f"{avant}{nom}{'[]' if dedans and en_liste else ''}"
        if dedans:
            yield from champs_du_modele(dedans, f"{chemin}.")
        else:
            yield chemin


def _modele(annotation: object, en_liste: bool = False) -> tuple[type[BaseModel] | None, bool]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, en_liste
    origine = getattr(annotation, "__origin__", None)
    for argument in get_args(annotation):
        trouve, liste = _modele(argument, en_liste or origine in (tuple, list))
        if trouve:
            return trouve, liste
    return None, en_liste
