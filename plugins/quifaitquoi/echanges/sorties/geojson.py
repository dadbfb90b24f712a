"""GeoJSON (RFC 7946): each place and each stop of a round as a point, with what it does, when, and how to call it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.telephone import affiche
from quifaitquoi.echanges.sorties.lignes import Rangees, en_json, liste_json
from quifaitquoi.horaires import Horaires, phrase
from quifaitquoi.langues import langue
from quifaitquoi.langues.marques import N_
from quifaitquoi.savoir import national
from quifaitquoi.savoir.donnees import D_AUTRES_BASES, Dits, Format

FICHIER = "lieux.geojson"
OU = {
    "nom": "properties.nom", "services.quoi": "properties.besoins", "adresse.voie": "properties.adresse",
    "adresse.commune": "properties.commune", "adresse.code_postal": "properties.code_postal", "adresse.position": "geometry",
    "adresse.precision": "properties.precision", "horaires": "properties.opening_hours et properties.horaires",
    "contact.telephone": "properties.telephone", "tournee.lieu": "properties.arret", "tournee.position": "geometry",
    "tournee.horaires": "properties.opening_hours et properties.horaires", "verification.le": "properties.verifie_le",
}

AILLEURS = "Un point dit quoi, où, quand et comment appeler ; le reste est dans le tableau."
PERDU = {
    **dict.fromkeys(("a_confirmer[].*", "*acces.*", "accessibilite.*", "adresse*.complement", "adresse*.y_aller",
                     "adresse_provisoire.au", "autres_noms", "*complet.*", "contact.courriel", "contact.prise_de_rendez_vous",
                     "contact.site", "contact.sms", "*contact.telephone[].pour", "*cout.*", "genre", "*langues.*",
                     "ne_fait_pas", "*organisme", "*pairs.*", "*equipe[].*", "*prochaines_dates[].*",
                     "pour_les_professionnels", "*presentation", "*publics.*", "secteur.*",
                     "services[].contact.*", "services[].horaires", "services[].nom", "tournee[].au", "tournee[].du",
                     "tournee[].y_aller"), AILLEURS),
    "*identifiants.*": D_AUTRES_BASES,
    "accepte[].*": "Ce n'est que pour qui vérifie les fichiers.",
    "adresse*.score": "Le score dit si la commande peut écrire une position ; un lecteur n'en fait rien.",
    "anciens_slugs": "Les anciennes adresses mènent à la page du lieu.",
    "confidentialite": "Une adresse qui n'est pas publiée n'a pas de point.",
    "contact.telephone": "Un lieu dont l'adresse n'est pas publiée n'a pas de point, ni donc de téléphone ici.",
    "*etat.*": "N'y est que ce qui est en service.",
    "responsables": "Qui tient la fiche est dit sur sa page.",
    "sources[].*": "D'où vient chaque fait est dit sur la page du lieu.",
    "verification.comment": "Comment, et quel rôle, est dit sur la page du lieu.",
    "verification.par": "Comment, et quel rôle, est dit sur la page du lieu.",
}


def un_lieu(territoire: Territoire) -> Callable[[FicheVue], Dits]:
    """Slug and point, in JSON, of the place and of its stops."""
    return lambda vue: [(vue.slug, en_json(point)) for point in _points(territoire, vue)]


def reunir(_territoire: Territoire, lieux: Sequence[Dits]) -> dict[str, Iterable[bytes]]:
    """All points, by slug; those of a round in its order."""
    return {FICHIER: liste_json(Rangees(lieux).colonne(1), {"type": "FeatureCollection"}, "features")}


def _points(territoire: Territoire, vue: FicheVue) -> Iterator[dict]:
    """The place, then its stops. Nothing of a withheld address has a position."""
    if vue.position:
        adresse = vue.adresse
        yield _point(territoire, vue, "", vue.position, {
            "adresse": adresse.voie, "code_postal": adresse.code_postal, "commune": adresse.commune, "precision": vue.precision,
            **_heures(territoire, vue.horaires)})
    for rang, arret in enumerate(vue.arrets, 1):
        if arret.position:
            yield _point(territoire, vue, f"--arret-{rang}", arret.position, {
                "arret": arret.lieu, "commune": arret.commune, **_heures(territoire, vue.horaires_de(arret))})


def _point(territoire: Territoire, vue: FicheVue, suite: str, position: tuple[float, float], propres: dict) -> dict:
    annuaire = territoire.directory.annuaire
    proprietes = {"nom": vue.fiche.nom, "besoins": list(dict.fromkeys(s.besoin.nom for s in vue.services if not s.clos)), **propres,
                  "telephone": affiche(vue.numeros[0].numero, annuaire.pays) if vue.numeros else None,
                  "verifie_le": vue.confiance.verification.le.isoformat() if vue.confiance.verification else None}
    latitude, longitude = position
    return {"type": "Feature", "id": national.id_de_structure(annuaire, vue) + suite,
            "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
            "properties": {nom: valeur for nom, valeur in proprietes.items() if valeur is not None}}


def _heures(territoire: Territoire, horaires: Horaires | None) -> dict[str, str | None]:
    francais = langue(territoire.directory.annuaire.langues[0])
    return {"opening_hours": horaires.osm if horaires else None, "horaires": phrase(horaires, francais) if horaires else None}


FORMAT = Format(
    nom="GeoJSON",
    pour=N_("Pour dessiner une carte : un point par lieu et par arrêt de tournée"),
    adresse="https://geojson.org",
    chemins=(FICHIER,),
    un_lieu=un_lieu,
    reunir=reunir,
    ou=OU,
    perdu=PERDU,
)
