"""What a mapper of OpenStreetMap may add or correct, to be compared with the map by hand: never sent, never an import.

Licences, both ways. What the directory keeps from OpenStreetMap (ODbL) does not leave under another licence: `publiable` has
taken it away. What goes to OpenStreetMap must be free to: the directory's own licence must allow it, and no fact comes from a
source under Creative Commons BY, which OpenStreetMap takes only with a permission of its own. What was merely read somewhere stays
out too: only what somebody asked the place itself, and that is still up to date, is the place's own word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.telephone import compose
from quifaitquoi.base.classeur import classeur, rangee
from quifaitquoi.echanges.sorties.adresses import uri
from quifaitquoi.echanges.sorties.lignes import Rangees, en_json, liste_json
from quifaitquoi.horaires import composer
from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles import ou
from quifaitquoi.savoir import national
from quifaitquoi.savoir.donnees import D_AUTRES_BASES, Dits, Format

DOSSIER = "openstreetmap"
# Licences of a directory whose facts may go into OpenStreetMap: beginnings of their names, in small letters.
LICENCES_LIBRES = ("licence ouverte", "etalab", "cc0", "odbl", "open database", "pddl")
# Those of sources whose facts may not, without a permission that nobody has asked for here.
RESERVEES = frozenset({"CC-BY-4.0", "CC-BY-SA-4.0"})
OUI_NON = {"oui": "yes", "non": "no", "en-partie": "limited"}
# Their tag → our field.
ETIQUETTES = {
    "name": "nom", "operator": "organisme", "opening_hours": "horaires", "phone": "contact.telephone", "email": "contact.courriel",
    "website": "contact.site", "fee": "cout.tarif", "wheelchair": "accessibilite.plain_pied",
    "toilets:wheelchair": "accessibilite.toilettes_adaptees", "hearing_loop": "accessibilite.boucle_magnetique",
    "check_date": "verification.le",
}
CONTEXTE = ("id", "page", "adresse", "latitude", "longitude")

AILLEURS = "OpenStreetMap n'a pas d'étiquette sûre pour cela ; c'est sur la page du lieu et dans le tableau."
PERDU = {
    **dict.fromkeys((
        "*acces.*", *(f"accessibilite.{nom}" for nom in (
            "ascenseur", "chien_d_assistance", "facile_a_lire", "langue_des_signes", "precision", "stationnement_adapte")),
        "adresse*.y_aller", "autres_noms", "contact.prise_de_rendez_vous", "contact.sms", "contact.telephone[].pour", "cout.aide",
        "cout.part_du_revenu_max", "cout.precision", "equipe[].*", "pour_les_professionnels", "prochaines_dates[].*",
        "*langues.*", "ne_fait_pas", "*pairs.*", "presentation", "*publics.*", "secteur.*"), AILLEURS),
    "services[].*": "Un point de la carte est un lieu : ce qui n'est vrai que d'un service n'y va pas.",
    "a_confirmer[].*": "Ce dont on doute n'est pas proposé.",
    "*identifiants.*": D_AUTRES_BASES,
    "accepte[].*": "Ce n'est que pour qui vérifie les fichiers.",
    "adresse.score": "Le score dit si la commande peut écrire une position ; un lecteur n'en fait rien.",
    "adresse_provisoire.*": "Ce qui ne dure que quelques mois n'a pas sa place sur la carte.",
    "anciens_slugs": "Les anciennes adresses mènent à la page du lieu.",
    "*complet.*": "Ce qui ne dure que quelques mois n'a pas sa place sur la carte.",
    "confidentialite": "D'un lieu dont l'adresse n'est pas publiée, il n'y a rien.",
    "contact.telephone": "D'un lieu dont l'adresse n'est pas publiée, il n'y a rien.",
    "etat.depuis": "N'y est que ce qui est en service.",
    "etat.jusqu_au": "N'y est que ce qui est en service.",
    "etat.motif": "N'y est que ce qui est en service.",
    "etat.remplace_par": "N'y est que ce qui est en service.",
    "fermetures[].*": "Ce qui ne dure que quelques mois n'a pas sa place sur la carte.",
    "responsables": "Qui tient la fiche est dit sur sa page.",
    "sources[].*": "D'où vient chaque fait est dit sur la page du lieu ; la licence décide de ce qui est proposé.",
    "tournee[].*": "Une équipe qui passe n'est pas un point de la carte.",
    "verification.comment": "Comment, et quel rôle, est dit sur la page du lieu.",
    "verification.par": "Comment, et quel rôle, est dit sur la page du lieu.",
}


def un_lieu(territoire: Territoire) -> Callable[[FicheVue], Dits]:
    """Slug, point in JSON and row of the workbook, of a place that may go there."""
    if not _libre(territoire):
        return lambda vue: []
    return lambda vue: [_dit_du_lieu(territoire, vue)] if _permis(vue) else []


def lieux_permis(territoire: Territoire) -> list[FicheVue]:
    """The places of a territory that may go there; `publiable` was asked first."""
    return [vue for vue in territoire.fiches.values() if _permis(vue)] if _libre(territoire) else []


def _libre(territoire: Territoire) -> bool:
    licence = territoire.directory.annuaire.licence_donnees
    return bool(licence and licence.nom.casefold().startswith(LICENCES_LIBRES))


def reunir(territoire: Territoire, lieux: Sequence[Dits]) -> dict[str, Iterable[bytes]]:
    """The same places, by slug, for an editor of the map, and to be read."""
    tous = Rangees(lieux)
    feuilles = {"À comparer": ((*CONTEXTE, *ETIQUETTES), tous.colonne(2))}
    return {f"{DOSSIER}/a-comparer.geojson": liste_json(
                tous.colonne(1), {"type": "FeatureCollection"}, "features"),
            f"{DOSSIER}/a-comparer.xlsx": [classeur(feuilles, territoire.directory.annuaire.nom, territoire.aujourdhui)]}


def _dit_du_lieu(territoire: Territoire, vue: FicheVue) -> tuple[str, str, str]:
    tags = etiquettes(territoire, vue)
    dit = contexte(territoire, vue) | tags
    return vue.slug, en_json(_point(territoire, vue, tags)), rangee([str(dit.get(nom, "")) for nom in (*CONTEXTE, *ETIQUETTES)])


def etiquettes(territoire: Territoire, vue: FicheVue) -> dict[str, str]:
    """Tag → value, of what is known for sure and may go there: a doubt, or a source that keeps its facts, takes a tag away."""
    fiche, pays = vue.fiche, territoire.directory.annuaire.pays
    contact, facilites = fiche.contact, fiche.accessibilite
    horaires = composer(fiche.horaires, None, ())  # what is closed for a fortnight is no part of a map
    tarifs = {vu.cout.tarif if vu.cout else None for vu in vue.services}
    numeros = contact.numeros if contact else ()
    dites = {
        "name": fiche.nom, "operator": ";".join(organisme.nom for organisme in vue.organismes),
        "opening_hours": horaires.osm if horaires else None,
        "phone": ";".join(compose(n.numero, pays) for n in numeros), "email": contact and contact.courriel,
        "website": uri(contact and contact.site), "fee": "no" if tarifs == {"gratuit"} else None,
        "wheelchair": OUI_NON.get(facilites.plain_pied) if facilites else None,
        "toilets:wheelchair": OUI_NON.get(facilites.toilettes_adaptees) if facilites else None,
        "hearing_loop": OUI_NON.get(facilites.boucle_magnetique) if facilites else None,
        "check_date": vue.confiance.verification.le.isoformat(),
    }
    libres = {nom for nom, champ in ETIQUETTES.items() if not _reserve(fiche, champ) and not _en_doute(fiche, champ)}
    return {nom: dit for nom, dit in dites.items() if dit and nom in libres}


def _permis(vue: FicheVue) -> bool:
    """Whether it has a door on the map, was verified in time, and nothing holds it back."""
    ici = vue.position and not vue.environ and vue.adresse is vue.fiche.adresse  # not where it is for a while
    reserve = any(_reserve(vue.fiche, champ) for champ in ("adresse.position", "nom"))
    return bool(vue.fiche.genre == "lieu" and ici and vue.confiance.sure and not reserve)


def _reserve(fiche: Fiche, champ: str) -> bool:
    return any(source.licence in RESERVEES and (source.pour is None or any(_dit(nom, champ) for nom in source.pour))
               for source in fiche.sources or ())


def _en_doute(fiche: Fiche, champ: str) -> bool:
    return any(_dit(doute.champ, champ) for doute in fiche.a_confirmer or ())


def _dit(nom: str, champ: str) -> bool:
    """Whether what is said of one is said of the other: of a block, of all in it; of a part, of the whole."""
    return f"{champ}.".startswith(f"{nom}.") or nom.startswith((f"{champ}.", f"{champ}["))


def _point(territoire: Territoire, vue: FicheVue, tags: dict[str, str]) -> dict:
    """An editor takes all properties for tags: there is nothing else among them."""
    latitude, longitude = vue.position
    return {"type": "Feature", "id": national.id_de_structure(territoire.directory.annuaire, vue),
            "geometry": {"type": "Point", "coordinates": [longitude, latitude]}, "properties": tags}


def contexte(territoire: Territoire, vue: FicheVue) -> dict[str, object]:
    latitude, longitude = vue.position
    return {"id": national.id_de_structure(territoire.directory.annuaire, vue),
            "page": national.page(territoire.directory.annuaire, vue) or "", "adresse": ou.adresse(vue.adresse),
            "latitude": latitude, "longitude": longitude}


FORMAT = Format(
    nom="OpenStreetMap",
    pour=N_("Pour qui dessine la carte libre : ce qui a été vérifié, à comparer avec elle lieu par lieu"),
    adresse="https://wiki.openstreetmap.org",
    chemins=(f"{DOSSIER}/a-comparer.geojson", f"{DOSSIER}/a-comparer.xlsx"),
    un_lieu=un_lieu,
    reunir=reunir,
    ou={champ: f"étiquette `{etiquette}`" for etiquette, champ in ETIQUETTES.items()} | {
        "adresse.position": "geometry, pour trouver le lieu : ne pas la recopier", "adresse": "colonne « adresse » du classeur"},
    perdu=PERDU,
)
