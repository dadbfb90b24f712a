"""What the directory and an extract of OpenStreetMap say differently, for a person to settle: nothing is sent, nothing is changed.

Two files, since two licences: what is ours alone, and all that holds a word of the map, which stays under the ODbL.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quifaitquoi.annuaire.check.load import mots
from quifaitquoi.annuaire.check.portes.regard import Regards
from quifaitquoi.annuaire.check.semblables import Lieu, Voisinage, lieu, meme_nom, nom_compare, rue_comparee
from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.telephone import compose, est_mobile, numero_possible
from quifaitquoi.base.classeur import classeur, rangee
from quifaitquoi.echanges.entrees import valeurs
from quifaitquoi.echanges.entrees.lecture import Enregistrement
from quifaitquoi.echanges.entrees.osm import FAUTEUIL, FERMES, LIEUX, objets_de
from quifaitquoi.echanges.sorties.openstreetmap import CONTEXTE, ETIQUETTES, contexte, etiquettes, lieux_permis
from quifaitquoi.horaires import HorairesIllisibles, lire
from quifaitquoi.savoir.publiable import publiable

# Tag → the tags under which the map may hold it.
COMPAREES = {"opening_hours": ("opening_hours",), "phone": ("phone", "contact:phone"), "website": ("website", "contact:website"),
             "wheelchair": ("wheelchair",)}
# Tags of what people go to: a street or a stop may have the name of a place too.
GENRES = ("amenity", "office", "shop", "healthcare", "leisure", "social_facility", "club", "tourism")
A_VOIR = "à voir sur sa page"
OBJET = re.compile(r"(node|way|relation)/\d+")
ODBL = "© les contributeurs d'OpenStreetMap, sous licence ODbL 1.0 : https://www.openstreetmap.org/copyright"


@dataclass
class Ecarts:
    """Rows of each list, sorted, and how many of their objects were read. `tus` counts those that stay out: what they say is
    also said of a place whose address is not published."""

    absents_de_la_carte: list[tuple[str, ...]] = field(default_factory=list)
    differents: list[tuple[str, ...]] = field(default_factory=list)
    absents_d_ici: list[tuple[str, ...]] = field(default_factory=list)
    lus: int = 0
    tus: int = 0


@dataclass(frozen=True)
class _Objet:
    """One of theirs, as it is compared."""

    sien: str
    tags: Mapping[str, str]
    position: tuple[float, float]

    @property
    def page(self) -> str:
        return f"https://www.openstreetmap.org/{self.sien}"

    def dit(self, etiquette: str) -> str:
        return next((self.tags[nom] for nom in COMPAREES[etiquette] if self.tags.get(nom)), "")

    @property
    def a_prendre(self) -> str:
        """What the import would call it, where it takes such places; else ""."""
        nom = next((nom for (cle, valeur), (nom, _) in LIEUX.items() if self.tags.get(cle) == valeur), "")
        return "" if self.tags.get("access") in FERMES else nom


def ecarts(territoire: Territoire, fichiers: Sequence[Path]) -> Ecarts:
    """Raises Refus for a file that cannot be read. An object is theirs of ours by its identifier, else by its name nearby."""
    comparaison = _Comparaison(territoire)
    for fichier in fichiers:
        for un in objets_de(fichier, GENRES):
            comparaison.prend(un)
    return comparaison.finie()


def classeurs(territoire: Territoire, faits: Ecarts) -> dict[str, bytes]:
    """Name of a file → workbook: what is ours alone, under our licence, then what holds words of the map, under its own."""
    annuaire = territoire.directory.annuaire
    licence = annuaire.licence_donnees
    notres = {"Absents d'OpenStreetMap": ((*CONTEXTE, *ETIQUETTES), _rangees(faits.absents_de_la_carte)),
              "Licence": (("licence",), _rangees([(f"{annuaire.nom}, {licence.nom}" if licence else annuaire.nom,)]))}
    leurs = {"Étiquettes qui diffèrent": (("objet", "page", "étiquette", "OpenStreetMap", "annuaire", "vérifié le"),
                                          _rangees(faits.differents)),
             "Absents de l'annuaire": (("objet", "nom", "latitude", "longitude", *COMPAREES), _rangees(faits.absents_d_ici)),
             "Licence": (("licence",), _rangees([(ODBL,)]))}
    return {"notre-annuaire.xlsx": classeur(notres, annuaire.nom, territoire.aujourdhui),
            "avec-openstreetmap-odbl.xlsx": classeur(leurs, annuaire.nom, territoire.aujourdhui)}


def _rangees(lignes: Iterable[Sequence[str]]) -> list[bytes]:
    return [rangee(ligne).encode() for ligne in lignes]


class _Comparaison:
    def __init__(self, territoire: Territoire) -> None:
        directory = territoire.directory
        self._annuaire, self._regards = directory.annuaire, Regards(directory)
        self._public = publiable(territoire)
        self._proposes: dict[str, FicheVue] = {vue.slug: vue for vue in lieux_permis(self._public)}
        self._par_id: dict[str, str] = {}
        self._voisins, self._retenus, self._ids_retenus = Voisinage(), [], set()
        for slug, fiche in directory.siennes.items():
            siens = [sien for base, sien in fiche.identifiants.de_base() if base == "osm"] if fiche.identifiants else []
            if fiche.confidentialite:
                self._retenus += [nom_compare(nom) for nom in (fiche.nom, *(fiche.autres_noms or ()))]
                self._ids_retenus.update(siens)
                continue
            self._par_id |= dict.fromkeys(siens, slug)
            if not siens:
                self._voisins.ajoute(lieu(slug, fiche, self._annuaire))
        self._trouves: set[str] = set()
        self._differents: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._absents: dict[str, tuple[str, ...]] = {}
        self._faits = Ecarts()

    def prend(self, un: Enregistrement) -> None:
        objet = _objet(un)
        if objet is None:
            return
        self._faits.lus += 1
        if self._nomme_un_lieu_retenu(objet):
            self._faits.tus += 1
            return
        slugs = [self._par_id[objet.sien]] if objet.sien in self._par_id else self._semblables(objet)
        self._trouves.update(slugs)
        for slug in slugs:
            if vue := self._proposes.get(slug):
                self._differents[f"{slug} {objet.sien}"] = self._differences(vue, objet)
        if not slugs and objet.a_prendre and self._annuaire.emprise.contient(objet.position):
            latitude, longitude = objet.position
            self._absents[objet.sien] = (objet.page, objet.tags.get("name") or objet.a_prendre, str(latitude), str(longitude),
                                         *(self._dit(objet, nom) for nom in COMPAREES))

    def finie(self) -> Ecarts:
        for slug, vue in self._proposes.items():
            if slug not in self._trouves:
                dit = contexte(self._public, vue) | etiquettes(self._public, vue)
                self._faits.absents_de_la_carte.append(tuple(str(dit.get(nom, "")) for nom in (*CONTEXTE, *ETIQUETTES)))
        self._faits.absents_de_la_carte.sort()
        self._faits.differents = [ligne for _, lignes in sorted(self._differents.items()) for ligne in lignes]
        self._faits.absents_d_ici = [ligne for _, ligne in sorted(self._absents.items())]
        return self._faits

    def _semblables(self, objet: _Objet) -> list[str]:
        nom = nom_compare(objet.tags.get("name", ""))
        if not nom:
            return []
        ville = nom_compare(objet.tags.get("addr:city") or self._annuaire.territoire)
        voie = " ".join(filter(None, (objet.tags.get("addr:housenumber"), objet.tags.get("addr:street"))))
        un = Lieu(objet.sien, nom, (rue_comparee(voie), ville) if voie else None, objet.position, (), self._annuaire.pays)
        return sorted({autre.quoi for autre, _ in self._voisins.semblables(un)})

    def _differences(self, vue: FicheVue, objet: _Objet) -> list[tuple[str, ...]]:
        notres = etiquettes(self._public, vue)
        page, le = str(contexte(self._public, vue)["page"]) or vue.slug, notres.get("check_date", "")
        return [(objet.page, page, nom, dit, notres[nom], le) for nom in COMPAREES if nom in notres
                and self._lu(nom, notres[nom]) != self._lu(nom, dit := self._dit(objet, nom, notres[nom]))]

    def _dit(self, objet: _Objet, etiquette: str, notre: str = "") -> str:
        """What the map says, but what may be a person's: a mobile that we do not give ourselves, a remark that names somebody."""
        dit, pays = objet.dit(etiquette), self._annuaire.pays
        if etiquette == "phone":
            numeros = [numero for numero in re.split(r"\s*[;,/|]\s*", dit) if numero]
            gardes = [n for n in numeros if not est_mobile(n, pays) or self._lu("phone", n) <= self._lu("phone", notre)]
            return "; ".join(gardes) if gardes or not numeros else A_VOIR
        return A_VOIR if valeurs.d_une_personne(dit, pays) else dit

    def _lu(self, etiquette: str, dit: str) -> object:
        """What a value means, whichever way it is written."""
        if etiquette == "phone":
            pays = self._annuaire.pays
            return {compose(n, pays) if numero_possible(n, pays) else n for n in map(str.strip, dit.split(";")) if n}
        if etiquette == "website":
            return re.sub(r"^https?://(www\.)?", "", dit.casefold()).rstrip("/")
        if etiquette == "wheelchair":
            return FAUTEUIL.get(dit, dit)
        try:
            return lire(dit).osm if dit else ""
        except HorairesIllisibles:
            return dit

    def _nomme_un_lieu_retenu(self, objet: _Objet) -> bool:
        nom = nom_compare(objet.tags.get("name", ""))
        dits = "\n".join(objet.tags.values())
        return (objet.sien in self._ids_retenus or any(meme_nom(nom, retenu) for retenu in self._retenus if nom)
                or self._regards.peut_nommer(mots(dits), dits) and bool(self._regards.qui_nomme(dits)))


def _objet(un: Enregistrement) -> _Objet | None:
    """None for what is nowhere, or is nothing that people go to."""
    champs = un.champs
    ecrits = champs["tags"] if isinstance(champs.get("tags"), Mapping) else {}
    tags = {str(nom): valeurs.texte(valeur) for nom, valeur in ecrits.items()}
    sien = f"{valeurs.mot(champs.get('type'))}/{valeurs.mot(champs.get('id'))}"
    centre = champs["center"] if isinstance(champs.get("center"), Mapping) else champs
    position = valeurs.position_lue(centre.get("lat"), centre.get("lon"))
    return _Objet(sien, tags, position) if OBJET.fullmatch(sien) and position and any(nom in tags for nom in GENRES) else None
