"""Each format's own traps: what its words mean, and what they do not."""

from __future__ import annotations

import osmium
import pytest
from tests.imports.fichiers_essayes import compte, doutes, ecrit, service, structure

from quifaitquoi.echanges.entrees.data_inclusion import liste
from quifaitquoi.echanges.entrees.fiche import TU

LIEU = {"commune": "Port-Exemple", "code_postal": "99340", "adresse": "2 rue des Essais", "latitude": 46.3315, "longitude": -3.0560}


@pytest.mark.parametrize("ecrit_, lue", [
    (["a", "b"], ["a", "b"]), ("""['a', "x'y"]""", ["a", "x'y"]),
    ('["a", "b"]', ["a", "b"]), ("a, b", ["a", "b"]), ("", []), (None, []),
    ("[" * 10_000, []), ("__import__('os')", ["__import__('os')"])])
def test_a_list_is_read_in_each_notation_that_is_published(ecrit_, lue):
    assert liste(ecrit_) == lue


@pytest.mark.parametrize("zone, dite", [(["99002", "99003"], "99002, 99003"), (["99001"], "99001"), (["67"], "67"),
                                        ("['99']", ""), (["france"], ""), ([], ""), (None, "")])
def test_where_one_must_live_is_told_in_the_codes_of_the_source(importee, zone, dite):
    lue = importee("data-inclusion", [structure(code_insee="99001")], [service(zone_eligibilite=zone)])
    assert doutes(lue).get("services[1].publics.communes", "") == (dite and (
        f"la source dit que c'est pour qui habite : {dite} (codes de communes)"))


def test_digital_help_in_its_two_forms(importee):
    neuf = {"id": "a", "pivot": "00000000000000", "nom": "Le Clavier", **LIEU, "date_maj": "2026-10-01",
            "horaires": "Mo-Fr 09:00-12:00", "telephone": "+33261915501",
            "services": "Accès internet et matériel informatique|Aide aux démarches administratives",
            "frais_a_charge": "Gratuit", "modalites_acces": "Se présenter|Téléphoner", "prise_rdv": "https://rdv.example.org",
            "courriels": "accueil@clavier.example.org|marie.dupont@clavier.example.org",
            "site_web": "https://clavier.example.org|www.souris.example.org",
            "publics_specifiquement_adresses": "Jeunes|Femmes",
            "prise_en_charge_specifique": "Langues étrangères (anglais)|Surdité"}
    lue = importee("mednum", [neuf])
    assert [s["quoi"] for s in lue["services"]] == ["acces-internet", "aide-aux-demarches"]
    assert lue["acces"]["porte"] == ["se-presenter", "telephoner"] and lue["cout"] == "gratuit"
    assert lue["contact"] == {"telephone": "02 61 91 55 01", "courriel": "accueil@clavier.example.org",
                              "site": "https://clavier.example.org", "prise_de_rendez_vous": "https://rdv.example.org"}
    assert doutes(lue)["contact.site"] == "la source donne aussi : www.souris.example.org"
    assert lue["publics"]["situations"] == ["jeunes"] and lue["langues"]["parlees"] == ["fr", "en"]
    assert "siret" not in lue["identifiants"] and "Surdité" in doutes(lue)["publics"]
    ancien = {"id": "b", "pivot": "00000000000000", "nom": "La Souris", **LIEU, "adresse": "9 rue du Sel", "latitude": 46.334,
              "date_maj": "2022-05-09", "services": "Accéder à du matériel;Prendre en main un ordinateur",
              "conditions_acces": "Gratuit : Je peux accéder gratuitement au lieu et à ses services;Payant : oui",
              "publics_accueillis": "Seniors (+ 65 ans);Uniquement femmes", "courriel": "accueil@souris.example.org"}
    lue = importee("mednum", [ancien], nom="ancien.json")
    assert [s["quoi"] for s in lue["services"]] == ["acces-internet", "aide-numerique"]
    assert lue["publics"]["situations"] == ["personnes-agees"] and lue["contact"]["courriel"] == "accueil@souris.example.org"
    assert "cout" not in lue and doutes(lue)["cout"] == "la source dit : Gratuit, Payant"
    assert "les femmes seulement ?" in doutes(lue)["publics.genre"]


def jours(**ouverts: list[tuple[int, int]]) -> dict:
    return {nom: {"open": nom in ouverts, "timeslot": [{"start": de, "end": a} for de, a in ouverts.get(nom, ())]}
            for nom in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")}


COCHES = {nom: {"checked": False} for nom in ("appointment", "inscription", "orientation", "price", "animal", "pmr")}
SOLIGUIDE = {
    "lieu_id": 9387, "name": "Douches du quai", "description": "Un lieu d&#233;di&#233; &agrave; l'hygi&egrave;ne.",
    "status": "ONLINE",
    "visibility": "ALL", "placeType": "LIEU", "parcours": [], "languages": ["fr"], "seo_url": "douches-387",
    "updatedByUserAt": "2026-06-17T10:00:45.084Z", "modalities": {**COCHES, "inconditionnel": True},
    "publics": {"accueil": 0, "gender": ["men", "women"], "familialle": ["isolated", "couple", "family", "pregnant"],
                "administrative": ["regular", "asylum", "refugee", "undocumented"], "age": {"min": 0, "max": 99}},
    "position": {"location": {"type": "Point", "coordinates": [-3.0560, 46.3315]},
                 "address": "2 rue des Essais, 99340 Port-Exemple, France",
                 "postalCode": "99340", "city": "Port-Exemple", "cityCode": "99340"},
    "entity": {"phones": [{"label": "Accueil", "phoneNumber": "0261915501"}], "mail": "accueil@quai.example.org", "website": ""},
    "newhours": {**jours(monday=[(930, 1200), (1400, 1730)], sunday=[(0, 2359)]), "closedHolidays": "UNKOWN", "description": ""},
    "services_all": [{"category": "shower", "name": None, "description": "", "differentHours": False,
                      "hours": {**jours(friday=[(900, 1000)]), "closedHolidays": "CLOSED"}}]}


def test_a_place_of_soliguide(importee):
    lue = importee("soliguide", [SOLIGUIDE])
    assert lue["adresse"] == {"voie": "2 rue des Essais", "code_postal": "99340", "commune": "Port-Exemple",
                              "position": ["46.3315", "-3.056"]}
    assert lue["horaires"] == {"lundi": "9h30-12h, 14h-17h30", "dimanche": "0h-24h"}
    assert lue["presentation"] == "Un lieu dédié à l'hygiène."
    assert lue["acces"] == {"porte": ["se-presenter"]} and lue["services"] == [{"quoi": "douche"}]
    # What is everybody's default says nothing: neither for whom, nor which language, nor what is not checked.
    assert not lue.keys() & {"publics", "langues", "cout", "accessibilite", "verification", "a_confirmer"}
    assert lue["sources"] == [{"adresse": "https://soliguide.fr/fr/fiche/douches-387", "titre": "Soliguide", "date": "2026-06-17"}]
    assert lue["identifiants"] == {"soliguide": "9387"}


def test_what_a_place_of_soliguide_says_otherwise_than_the_default(importee):
    service = {**SOLIGUIDE["services_all"][0], "differentHours": True, "saturated": {"status": "HIGH"}}
    lue = importee("soliguide", [{
        **SOLIGUIDE, "languages": ["fr", "lsf", "dar"], "services_all": [service, dict(service)],
        "modalities": {**COCHES, "inconditionnel": False, "appointment": {"checked": True, "precisions": "le matin"},
                       "orientation": {"checked": True}, "animal": {"checked": True}},
        "publics": {**SOLIGUIDE["publics"], "accueil": 2, "gender": ["women"],
                    "administrative": ["asylum", "refugee", "undocumented"], "age": {"min": 18, "max": 99}},
        "tempInfos": {"closure": {"actif": True, "dateDebut": "2026-12-24T00:00:00.000Z", "dateFin": None,
                                  "description": "<p>Travaux</p>"}}}])
    assert lue["langues"]["parlees"] == ["fr", "fsl", "prs"] and lue["fermetures"] == [{"du": "2026-12-24", "motif": "Travaux"}]
    assert lue["acces"] == {"rendez_vous": "obligatoire", "animaux": "acceptes", "precision": "le matin"}
    assert lue["publics"] == {"accueil": "exclusif", "genre": "femmes", "age": {"min": "18"}, "situations": ["demandeurs-asile"]}
    assert lue["services"] == [{"quoi": "douche", "horaires": {"vendredi": "9h-10h", "jours fériés": "fermé"}}]  # once
    # « refugies » is in no list of this territory, « undocumented » in no list at all.
    assert doutes(lue)["publics.situations"] == "la source dit aussi : undocumented ; la source dit aussi : refugies"
    assert {"acces.oriente_par", "publics.situations"} == doutes(lue).keys()


@pytest.mark.parametrize("champs, dit", [({"visibility": "PRO"}, "n'est visible que des professionnels"),
                                         ({"status": "DRAFT"}, "n'est pas en ligne"), ({"services_all": []}, "aucun service"),
                                         ({"name": ""}, "il manque lieu_id ou name")])
def test_what_soliguide_does_not_show_does_not_come_in(importe, tmp_path, champs, dit):
    sortie = importe("soliguide", ecrit(tmp_path, "a.json", [{**SOLIGUIDE, **champs}])).output
    assert compte(sortie) == {"lus": 1, "refusés": 1} and dit in sortie


def test_a_round_has_its_stops(importee):
    etape = {"description": "Place du Kiosque", "hours": jours(tuesday=[(1950, 2030)]),
             "position": {"location": {"coordinates": [-3.0560, 46.3315]}}}
    lue = importee("soliguide", [{**SOLIGUIDE, "placeType": "PARCOURS_MOBILE", "parcours": [etape]}])
    assert lue["genre"] == "equipe-mobile" and "adresse" not in lue and "horaires" not in lue
    assert lue["tournee"] == [{"lieu": "Place du Kiosque", "position": ["46.3315", "-3.056"], "horaires": {"mardi": "19h50-20h30"}}]


def noeud(sien: int, **tags: str) -> dict:
    siens = {nom.replace("_DP_", ":"): valeur for nom, valeur in tags.items()}
    return {"type": "node", "id": sien, "lat": 46.3315, "lon": -3.0560, "tags": siens}


def test_a_place_of_openstreetmap_keeps_its_licence(importee):
    lue = importee("osm", {"version": 0.6, "elements": [noeud(
        12, amenity="toilets", fee="no", wheelchair="limited", opening_hours="Mo-Su 08:00-20:00", check_date="2026-05-02",
        addr_DP_street="quai des Essais")]})
    assert (lue["nom"], lue["cout"], lue["accessibilite"]) == ("Toilettes, quai des Essais", "gratuit", {"plain_pied": "en-partie"})
    assert lue["sources"] == [{"adresse": "https://www.openstreetmap.org/node/12", "titre": "OpenStreetMap", "date": "2026-05-02",
                               "licence": "ODbL-1.0"}]
    assert lue["identifiants"] == {"osm": "node/12"}


@pytest.mark.parametrize("tags, dit", [
    ({"amenity": "shelter"}, "ce n'est ni une douche"),
    ({"amenity": "social_facility", "name": "Refuge"}, "ce n'est ni une douche"),
    ({"amenity": "shower", "access": "private"}, "n'est pas ouvert à tous"),
    ({"amenity": "give_box"}, '--besoins "amenity=give_box=…"')])
def test_a_shelter_or_what_is_private_never_comes_in(importe, tmp_path, tags, dit):
    sortie = importe("osm", ecrit(tmp_path, "a.json", {"elements": [noeud(1, **tags)]})).output
    assert compte(sortie) == {"lus": 1, "refusés": 1} and dit in sortie


@pytest.mark.parametrize("fin", [".osm", ".osm.pbf"])
def test_an_extract_gives_the_same_as_an_answer_in_json(importee, tmp_path, fin):
    texte, extrait = tmp_path / "source.osm", tmp_path / f"extrait{fin}"
    texte.write_text("""<osm version="0.6">
      <node id="1" lat="46.3314" lon="-3.0561" version="1"/><node id="2" lat="46.3316" lon="-3.0559" version="1"/>
      <node id="3" lat="46.3316" lon="-3.0559" version="1"><tag k="amenity" v="shelter"/></node>
      <way id="5" version="1" timestamp="2026-01-02T00:00:00Z"><nd ref="1"/><nd ref="2"/>
      <tag k="amenity" v="shower"/></way></osm>""")
    with osmium.SimpleWriter(str(extrait)) as vers:
        for objet in osmium.FileProcessor(str(texte)):
            vers.add(objet)
    lue = importee("osm", extrait)
    assert lue["identifiants"] == {"osm": "way/5"} and lue["adresse"]["position"] == ["46.3315", "-3.056"]
    assert lue["sources"][0]["date"] == "2026-01-02"


@pytest.fixture
def bibliotheque_en_morceaux(tmp_path):
    """An extract with a library drawn as a relation of two ways, beside one that is not closed."""
    extrait, coins = tmp_path / "extrait.osm.pbf", ((46.3310, -3.0560), (46.3310, -3.0564), (46.3314, -3.0564), (46.3314, -3.0560))
    etiquettes = {"type": "multipolygon", "amenity": "library"}
    with osmium.SimpleWriter(str(extrait)) as vers:
        for rang, (lat, lon) in enumerate(coins, 1):
            vers.add_node(osmium.osm.mutable.Node(id=rang, location=(lon, lat)))
        for sien, noeuds in ((5, [1, 2, 3]), (6, [3, 4, 1])):
            vers.add_way(osmium.osm.mutable.Way(id=sien, nodes=noeuds))
        for sien, nom, voies in ((3, "Bibliothèque du Sel", (5, 6)), (4, "Ouverte", (5,))):
            vers.add_relation(osmium.osm.mutable.Relation(
                id=sien, members=[("w", voie, "outer") for voie in voies], tags={**etiquettes, "name": nom}))
    return extrait


def test_what_the_map_draws_in_several_pieces_is_read_from_an_extract_too(importee, bibliotheque_en_morceaux):
    lue = importee("osm", bibliotheque_en_morceaux, mots=("--besoins", "amenity=library=douche"))
    assert (lue["nom"], lue["identifiants"]) == ("Bibliothèque du Sel", {"osm": "relation/3"})
    assert lue["adresse"]["position"] == ["46.3312", "-3.0562"]


COMPTOIR = {"id_fs": "1", "lib_fs": "Comptoir", "lib_com": "Port-Exemple", "latitude": "46.3310", "longitude": "-3.0550",
            "h_lundi": "09:00 - 12:00", "prise_rdv": "Non", "format_fs": "Fixe"}


@pytest.mark.parametrize("commentaire, porte", [
    ("", ["se-presenter"]), ("Accueil sans rendez-vous le matin", ["se-presenter"]), ("UNIQUEMENT SUR RDV", None),
    ("L'après-midi sur rendez-vous", None), ("Sans RDV le matin, sur rendez vous ensuite", None)])
def test_nobody_is_sent_without_an_appointment_where_the_comment_speaks_of_one(importee, commentaire, porte):
    lue = importee("france-services", [{**COMPTOIR, "commentaire": commentaire}])
    assert lue.get("acces", {}).get("porte") == porte
    assert ("en faut-il un" in doutes(lue).get("acces.porte", "")) == (porte is None)


@pytest.mark.parametrize("mail, porte", [
    ("comptoir@example.org", ["telephoner", "envoyer-un-courriel"]), ("", ["telephoner"]),
    ("jeanne.martin@example.org", ["telephoner"])])
def test_an_appointment_is_taken_by_what_is_known_of_the_counter(importee, mail, porte):
    lue = importee("france-services", [{**COMPTOIR, "prise_rdv": "Oui", "telephone": "02 61 91 66 01", "mail": mail}])
    assert lue["acces"]["porte"] == porte and "obligatoire" in doutes(lue)["acces.rendez_vous"]


def test_hours_of_a_counter_with_several_sites_are_in_doubt(importee):
    lue = importee("france-services", [{**COMPTOIR, "format_fs": "Multisites"}])
    assert lue["horaires"] == {"lundi": "9h-12h"} and "plusieurs sites" in doutes(lue)["horaires"]


def test_a_text_that_a_form_wrote_in_codes_is_read(importee):
    lue = importee("france-services", [{**COMPTOIR, "commentaire": r"Acc\xE8s\x20par\x20la\x20cour\x2C \x3Cb\x3E\xE0\x20gauche"}])
    assert lue["presentation"] == "Accès par la cour, à gauche"


@pytest.mark.parametrize("remarque, doute", [
    ("Dispositif hivernal, du 1er décembre au 31 mars.", True),
    ("Apportez un sac. Fermé en août.", True), ("Fermeture à Noël", True),
    ("On vient de mai à octobre", True), ("Apportez un sac, demain aussi.", False)])
def test_hours_beside_a_text_that_speaks_of_a_season_are_in_doubt(importee, tmp_path, remarque, doute):
    table = ecrit(tmp_path, "t.csv", f"nom;ville;heures;note\nPaniers;Port-Exemple;lundi 9h-12h;{remarque}\n")
    lue = importee("tableau", table, mots=("--correspondance", ecrit(
        tmp_path, "c.yml", "nom: paniers\ntitre: Liste\nbesoin: colis-alimentaire\ncolonnes:\n  nom: nom\n  ville: commune\n"
                           "  heures: horaires\n  note: presentation\n")))
    assert lue["horaires"] and ("toute l'année" in doutes(lue).get("horaires", "")) == doute


@pytest.mark.parametrize("dites, lues", [
    ('Mo 08:00-18:00 open "Marie Dupont"; Tu 09:00-10:00', {"lundi": "8h-18h", "mardi": "9h-10h"}), ("appeler Sophie Martin", None),
    ("Mo-Fr 09:00-12:00; sur rendez-vous au 06 39 98 01 20", {"lundi au vendredi": "9h-12h"}),
    ('Mo-Fr 09:00-12:00 "appelez le 06 39 98 01 20"', "Mo-Fr 09:00-12:00 unknown")])
def test_hours_and_what_is_in_doubt_name_nobody(importee, dites, lues):
    services = "Accès internet et matériel informatique|Sophie Martin"
    lue = importee("mednum", [{"id": "a", "nom": "Le Clavier", **LIEU, "services": services, "horaires": dites}])
    assert lue.get("horaires") == lues and doutes(lue)["horaires"] == doutes(lue)["services"] == TU
    assert not any(nom in str(lue) for nom in ("Dupont", "Martin", "06 39"))
