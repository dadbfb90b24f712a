"""OpenStreetMap: showers, toilets, water, libraries, give boxes. A first list, under ODbL: it may be shared, not swallowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from quifaitquoi.echanges.entrees import heures, valeurs
from quifaitquoi.echanges.entrees.lecture import Enregistrement, enregistrements
from quifaitquoi.echanges.entrees.lecture.fichiers import genre
from quifaitquoi.echanges.entrees.notice import Atelier, Format, Notice, Refusee

# Tag → what it is called where it has no name, and our need. Never a shelter or a social facility: it may withhold its address.
LIEUX: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {
    ("amenity", "shower"): ("Douches", ("douche",)),
    ("amenity", "toilets"): ("Toilettes", ("toilettes",)),
    ("amenity", "drinking_water"): ("Eau à boire", ("fontaine",)),
    ("amenity", "library"): ("Bibliothèque", ("bibliotheque",)),
    ("amenity", "give_box"): ("Boîte à dons", ()),
    ("amenity", "public_bookcase"): ("Boîte à livres", ()),
}
FERMES = frozenset({"private", "no", "customers", "permit"})
FAUTEUIL = {"yes": "oui", "designated": "oui", "limited": "en-partie", "no": "non"}


def lire(fichiers: Sequence[Path], atelier: Atelier) -> Iterator[Notice | Refusee]:
    """Of an extract only these places are read; an answer of Overpass may hold others, which are refused."""
    for fichier in fichiers:
        for un in objets_de(fichier, LIEUX):
            yield _notice(un, atelier)


def objets_de(fichier: Path, voulus: Iterable[tuple[str, str] | str]) -> Iterator[Enregistrement]:
    """Of an extract, those of one of these tags or keys; of an answer of Overpass, all that was asked."""
    if genre(fichier) == "json":
        return enregistrements(fichier)
    from quifaitquoi.echanges.entrees.lecture.extrait_osm import objets  # osmium takes its time to load
    return objets(fichier, voulus)


def _notice(un: Enregistrement, atelier: Atelier) -> Notice | Refusee:
    champs = un.champs
    ecrits = champs["tags"] if isinstance(champs.get("tags"), Mapping) else {}
    tags = {str(nom): valeurs.texte(valeur) for nom, valeur in ecrits.items()}
    sien = f"{valeurs.mot(champs.get('type'))}/{valeurs.mot(champs.get('id'))}"
    lieu = next((cle for cle in LIEUX if tags.get(cle[0]) == cle[1]), None)
    if lieu is None or not re.fullmatch(r"(node|way|relation)/\d+", sien):
        return Refusee([un], "ce n'est ni une douche, ni des toilettes, ni de l'eau, ni une bibliothèque, ni une boîte à dons")
    if tags.get("access") in FERMES:
        return Refusee([un], f"ce lieu n'est pas ouvert à tous (access={tags['access']})")
    terme = "=".join(lieu)
    besoins = atelier.besoins.lus([terme])
    if not besoins.surs:
        return Refusee([un], f"dites à quel besoin cela répond : --besoins \"{terme}=…\" (un terme de vocabulaire/besoins.yml)")
    notice = Notice(sien, [un])
    rue = " ".join(filter(None, (tags.get("addr:housenumber"), tags.get("addr:street"))))
    appele = f"{LIEUX[lieu][0]}, {tags['addr:street']}" if tags.get("addr:street") else LIEUX[lieu][0]
    notice.pose("nom", valeurs.coupe(tags.get("name") or appele, valeurs.COURT))
    notice.pose("genre", "lieu")
    valeurs.pose_texte(notice, "presentation", tags.get("description"), valeurs.PARAGRAPHE, atelier.pays)
    valeurs.pose_adresse(notice, rue, "", tags.get("addr:postcode"), tags.get("addr:city"), pays=atelier.pays)
    centre = champs["center"] if isinstance(champs.get("center"), Mapping) else champs
    valeurs.pose_position(notice, centre.get("lat"), centre.get("lon"))
    heures.pose(notice, heures.comprises(tags.get("opening_hours")))
    notice.pose("cout", {"yes": "payant", "no": "gratuit"}.get(tags.get("fee", "")))
    notice.pose("accessibilite.plain_pied", FAUTEUIL.get(tags.get("wheelchair", "")))
    valeurs.pose_telephone(notice, tags.get("contact:phone") or tags.get("phone"), atelier.pays)
    notice.pose("contact.courriel", valeurs.courriel(notice, tags.get("contact:email") or tags.get("email")))
    valeurs.pose_site(notice, "contact.site", tags.get("contact:website") or tags.get("website"))
    notice.pose("services", [{"quoi": quoi} for quoi in besoins.surs])
    vu = valeurs.jour(tags.get("check_date"), atelier.aujourdhui) or valeurs.jour(champs.get("timestamp"), atelier.aujourdhui)
    notice.source = {"adresse": f"https://www.openstreetmap.org/{sien}", "date": vu}
    return notice


FORMAT = Format(
    nom="osm", base="osm", titre="OpenStreetMap", adresse="https://www.openstreetmap.org", licence="ODbL-1.0", lire=lire,
    connus={"=".join(cle): slugs for cle, (_, slugs) in LIEUX.items()},
    remarque="Ces faits viennent d'OpenStreetMap (ODbL) : écrivez « © les contributeurs OpenStreetMap » dans vos mentions ; ils ne "
             "sont pas dans les données ouvertes de l'annuaire.")
