"""data.inclusion v1, the national schema: structures and services, in JSON, in CSV and as the workbook of the public « valideur ».

Lists are JSON in CSV too, where the published files have Python's own notation; keys and terms are sorted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain
from operator import itemgetter

from pydantic import BaseModel, ValidationError

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.services import ServiceVu
from quifaitquoi.annuaire.model.accueil import Acces, Cout, Publics
from quifaitquoi.annuaire.model.correspondance import CHAMPS, VALEURS
from quifaitquoi.annuaire.model.identifiants import Identifiants
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire
from quifaitquoi.base.classeur import classeur, rangee
from quifaitquoi.echanges.sorties.lignes import Rangees, en_json, ligne_de_csv, liste_json
from quifaitquoi.echanges.sorties.phrases import en_phrases
from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles.acces import acces
from quifaitquoi.paroles.accueil import cout, publics
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import Fait, ecrit
from quifaitquoi.savoir import national
from quifaitquoi.savoir.donnees import D_AUTRES_BASES, Dits, Format

DOSSIER = "data-inclusion-v1"
Enregistrement = dict[str, object]
DESCRIPTION_MIN, DESCRIPTION_MAX = 5, 10_000  # signs

# What the schema has text for, fields of ours (« * » stands for any) → field of theirs: said in French, as the page says it.
EN_MOTS = {
    **dict.fromkeys(("acces.conditions", "acces.documents", "acces.sans_exiger", "acces.ouvert_a", "acces.consommation",
                     "acces.traitement_de_substitution", "acces.animaux", "acces.accompagnant"), "conditions_acces"),
    "acces.*": "mobilisation_precisions", "publics.*": "publics_precisions", "cout.*": "frais_precisions",
}
AILLEURS = "Le schéma n'a pas de place pour cela ; c'est sur la page du lieu (lien_source) et dans le tableau."
PERDU = {
    **{f"*identifiants.{nom}*": D_AUTRES_BASES for nom in Identifiants.de_bases()},
    "accepte[].*": "Ce n'est que pour qui vérifie les fichiers.",
    "a_confirmer[].*": AILLEURS,
    "accessibilite.*": "Le schéma n'a qu'un lien vers acceslibre ; c'est sur la page du lieu et dans le tableau.",
    "adresse*.position": "Une position qui n'est pas celle de la porte serait prise pour elle.",
    "adresse*.score": "Le score dit si la commande peut écrire une position ; un lecteur n'en fait rien.",
    "adresse*.y_aller": AILLEURS,
    "adresse_provisoire.au": "L'adresse est celle du jour ; jusqu'à quand est sur la page du lieu et dans le tableau.",
    "anciens_slugs": "Les anciennes adresses mènent à la page du lieu.",
    "autres_noms": AILLEURS,
    "*complet.*": AILLEURS,
    "confidentialite": "D'une adresse qui n'est pas publiée, il n'y a rien à dire.",
    "*contact.sms": AILLEURS,
    "*contact.telephone[].pour": "Le schéma n'a qu'un numéro, sans ce pour quoi on le compose.",
    "*etat.*": "N'y est que ce qui est en service.",
    "*langues.*": AILLEURS,
    "ne_fait_pas": AILLEURS,
    **dict.fromkeys(("*pairs.*", "*equipe[].*", "*prochaines_dates[].*"), AILLEURS),
    "pour_les_professionnels": AILLEURS,
    "*organisme": "Le schéma ne connaît que 108 réseaux nationaux ; c'est sur la page du lieu et dans le tableau.",
    "responsables": "Qui tient la fiche est dit sur sa page.",
    "secteur.*": "Où passe une équipe n'est pas où il faut habiter ; c'est sur la page du lieu et dans le tableau.",
    "services[].contact.site": "Le site est celui de la structure.",
    "sources[].*": "D'où vient chaque fait est dit sur la page du lieu.",
    "tournee[].*": AILLEURS,
    "verification.comment": "Comment, et quel rôle, est dit sur la page du lieu.",
    "verification.par": "Comment, et quel rôle, est dit sur la page du lieu.",
}


def structures(territoire: Territoire) -> list[Enregistrement]:
    """Every place, by identifier; each is one that `data_inclusion.schema.v1.Structure` accepts."""
    return _tous(territoire, "structures")


def services(territoire: Territoire) -> list[Enregistrement]:
    """Every service in service, by identifier; each is one that `data_inclusion.schema.v1.Service` accepts."""
    return _tous(territoire, "services")


def _tous(territoire: Territoire, nom: str) -> list[Enregistrement]:
    parole = Parole.de_la_source(territoire.directory)
    tous = (un for vue in territoire.fiches.values() for table, un in _du_lieu(territoire, vue, parole) if table == nom)
    return sorted(tous, key=itemgetter("id"))


def _du_lieu(territoire: Territoire, vue: FicheVue, parole: Parole) -> Iterator[tuple[str, Enregistrement]]:
    """Table → record: the place, then its services in service."""
    modeles = _modeles()
    yield "structures", _accepte(modeles["structures"], national.structure(territoire, vue))
    for vu in vue.services:
        if vu.en_service:
            yield "services", _accepte(modeles["services"], _service(territoire, vue, vu, parole))


def un_lieu(territoire: Territoire) -> Callable[[FicheVue], Dits]:
    """Records of their table, with their identifier, as JSON, as a line of CSV and as a row of the workbook."""
    _modeles()  # before this process is shared out
    parole = Parole.de_la_source(territoire.directory)
    return lambda vue: [(nom, un["id"], en_json(un), _csv(nom, un), rangee(["", *(_en_cellule(un.get(c)) for c in _colonnes(nom))]))
                        for nom, un in _du_lieu(territoire, vue, parole)]


def reunir(territoire: Territoire, lieux: Sequence[Dits]) -> dict[str, Iterable[bytes]]:
    """Both tables, by identifier."""
    toutes = Rangees(lieux, 2)
    tables = {nom: toutes.de(nom) for nom in _modeles()}
    faits: dict[str, Iterable[bytes]] = {}
    for nom, table in tables.items():
        faits[f"{DOSSIER}/{nom}.json"] = liste_json(table.colonne(2))
        faits[f"{DOSSIER}/{nom}.csv"] = chain([ligne_de_csv(_colonnes(nom)).encode()], table.colonne(3))
    feuilles = {nom.capitalize(): (["__ignore__", *_colonnes(nom)], table.colonne(4)) for nom, table in tables.items()}
    faits[f"{DOSSIER}/valideur.xlsx"] = [classeur(feuilles, territoire.directory.annuaire.nom, territoire.aujourdhui)]
    return faits


def _service(territoire: Territoire, vue: FicheVue, vu: ServiceVu, parole: Parole) -> Enregistrement:
    accueil = _sans_les_termes(vu.publics, parole.directory.vocabulaire)
    faits = (*acces(parole, _sans_les_modes(vu.acces)), *publics(parole, accueil), *_prix(parole, vu.cout))
    dits = en_phrases(parole, faits, EN_MOTS)
    sien = national.service(territoire, vue, vu)
    if len(description := sien["description"]) < DESCRIPTION_MIN:
        description = f"{sien['nom']} : {description}"
    return sien | {"description": description[:DESCRIPTION_MAX]} | dits


def _sans_les_modes(un: Acces | None) -> Acces | None:
    """What the record has in terms is not said in words as well: whoever reads it back would have it twice."""
    portes = tuple(porte for porte in (un.porte if un else None) or () if not VALEURS["acces.porte"][porte])
    # Who has to be sent by somebody is « professionnels » there, whatever else is said.
    return un.model_copy(update={"porte": portes or None, "par": un.par if un.oriente_par else None}) if un else None


def _sans_les_termes(un: Publics | None, vocabulaire: Vocabulaire) -> Publics | None:
    """The same of situations, where each is the only one that has its term and nothing says how strictly they are meant."""
    if un is None or un.accueil in ("prioritaire", "exclusif"):
        return un
    termes = {slug: public.data_inclusion or () for slug, public in vocabulaire.publics.items()}
    combien = Counter(terme for siens in termes.values() for terme in siens)
    seuls = all(any(combien[terme] == 1 for terme in termes[slug]) for slug in un.situations or ())
    return un.model_copy(update={"situations": None}) if seuls else un


def _prix(parole: Parole, un: Cout | None) -> Iterator[Fait]:
    """« gratuit » and « payant » are terms of theirs too: alone they need no words."""
    seul = un and VALEURS["cout.tarif"][un.tarif] == un.tarif and not un.part_du_revenu_max
    for fait in cout(parole, un):
        if not seul or fait.champ != "cout.tarif":
            yield fait
        elif un.precision:
            yield fait._replace(segments=ecrit(un.precision))


def _accepte(modele: type[BaseModel], un: Enregistrement) -> Enregistrement:
    """The record without the optional fields that the schema refuses, such as a postcode from elsewhere."""
    un = {nom: _plat(valeur) for nom, valeur in un.items()}
    try:
        modele.model_validate(un)
    except ValidationError as refus:
        un = {nom: valeur for nom, valeur in un.items() if nom not in {erreur["loc"][0] for erreur in refus.errors()}}
        modele.model_validate(un)
    return un


def _plat(valeur: object) -> object:
    """What JSON can hold: days as ISO 8601, lists in order."""
    if isinstance(valeur, date):
        return valeur.isoformat()
    return sorted(valeur) if isinstance(valeur, (tuple, set, frozenset)) else valeur


@cache
def _modeles() -> dict[str, type[BaseModel]]:
    # The package takes a quarter of a second to load: only who writes these files waits for it.
    from data_inclusion.schema.v1 import Service, Structure
    return {"structures": Structure, "services": Service}


@cache
def _colonnes(nom: str) -> tuple[str, ...]:
    return tuple(_modeles()[nom].model_fields)


def _csv(nom: str, un: Enregistrement) -> str:
    valeurs = (un.get(colonne, "") for colonne in _colonnes(nom))
    return ligne_de_csv(en_json(valeur) if isinstance(valeur, list) else valeur for valeur in valeurs)


def _en_cellule(valeur: object) -> str:
    return ", ".join(valeur) if isinstance(valeur, list) else "" if valeur is None else str(valeur)


def _ou() -> Mapping[str, str]:
    return {champ: f"{objet}.{nom}" for champ, (objet, nom) in CHAMPS.items()} | {
        champ: f"service.{nom}, en français" for champ, nom in EN_MOTS.items()}


FORMAT = Format(
    nom="data.inclusion v1",
    pour=N_("Pour les annuaires nationaux : le schéma national de l'offre d'insertion, structures et services"),
    adresse="https://www.data.inclusion.gouv.fr",
    chemins=(*(f"{DOSSIER}/{nom}.{fin}" for nom in ("structures", "services") for fin in ("json", "csv")),
             f"{DOSSIER}/valideur.xlsx"),
    un_lieu=un_lieu,
    reunir=reunir,
    ou=_ou(),
    perdu=PERDU,
)
