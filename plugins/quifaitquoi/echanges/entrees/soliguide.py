"""Places of Soliguide's API. Not open data: what comes in stays under its own terms, and the account says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from quifaitquoi.base.proches import liste_ou
from quifaitquoi.echanges.entrees import heures
from quifaitquoi.echanges.entrees.lecture import Enregistrement, enregistrements
from quifaitquoi.echanges.entrees.notice import Atelier, Format, Notice, Refusee
from quifaitquoi.echanges.entrees.valeurs import (
    COURT,
    PARAGRAPHE,
    PHRASE,
    coupe,
    courriel,
    jour,
    pose_adresse,
    pose_position,
    pose_telephone,
    pose_texte,
    site,
    texte,
)

JOURS = dict(zip(heures.JOURS, ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), strict=True))
# Their codes of languages that are not ours.
LANGUES = {"lsf": "fsl", "dar": "prs", "pac": "ps", "pe": "ff", "son": "snk", "brk": "kab", "brc": "shi", "tl": "fil", "ku": "kmr"}
# Only what means the same: « violence » is more than women, « prison » more than those who left it.
PUBLICS = {"asylum": "demandeurs-asile", "refugee": "refugies", "student": "etudiants", "handicap": "personnes-handicapees",
           "prostitution": "personnes-en-situation-de-prostitution", "lgbt": "lgbti",
           "addiction": "personnes-concernees-par-une-addiction", "mentalHealth": "personnes-en-souffrance-psychique"}
MODALITES = ("appointment", "inscription", "orientation", "price", "animal")
FAMILLES = {"isolated": "personnes-seules", "couple": "couples", "family": "familles-avec-enfants", "pregnant": "femmes-enceintes"}
TOUS = {"administrative": 4, "familialle": 4, "gender": 2, "other": 9}  # as many as there are: everybody, which is the default


def lire(fichiers: Sequence[Path], atelier: Atelier) -> Iterator[Notice | Refusee]:
    for fichier in fichiers:
        for un in enregistrements(fichier):
            yield _notice(un, atelier)


def _bloc(valeur: object, nom: str) -> Mapping[str, object]:
    dedans = valeur.get(nom) if isinstance(valeur, Mapping) else None
    return dedans if isinstance(dedans, Mapping) else {}


def _liste(valeur: Mapping[str, object], nom: str) -> list:
    dedans = valeur.get(nom)
    return dedans if isinstance(dedans, list) else []


def _notice(un: Enregistrement, atelier: Atelier) -> Notice | Refusee:
    champs = un.champs
    sien = texte(champs.get("lieu_id"))
    if not sien or not texte(champs.get("name")):
        return Refusee([un], "il manque lieu_id ou name : ce n'est pas un lieu de Soliguide")
    if texte(champs.get("visibility")) == "PRO":
        return Refusee([un], "ce lieu n'est visible que des professionnels (visibility PRO) : il n'est pas à publier")
    if (statut := texte(champs.get("status")) or "ONLINE") in ("DRAFT", "OFFLINE"):
        return Refusee([un], f"ce lieu n'est pas en ligne dans Soliguide (status {statut})")
    notice = Notice(sien, [un])
    notice.pose("nom", coupe(texte(champs["name"]), COURT))
    tournee = _liste(champs, "parcours")
    notice.pose("genre", "equipe-mobile" if tournee or texte(champs.get("placeType")) == "PARCOURS_MOBILE" else "lieu")
    if statut == "PERMANENTLY_CLOSED":
        notice.pose("etat.statut", "ferme")
    pose_texte(notice, "presentation", champs.get("description"), PARAGRAPHE, atelier.pays)
    _ou(notice, champs, tournee)
    notice.pose("horaires", _horaires(notice, _bloc(champs, "newhours"), "horaires") if not tournee else None)
    _fermeture(notice, _bloc(_bloc(champs, "tempInfos"), "closure"), atelier.aujourdhui)
    _contact(notice, _bloc(champs, "entity"), atelier.pays, bool(tournee))
    _commun(notice, champs, atelier.pays)
    notice.pose("langues.parlees", _langues(champs))
    if _bloc(_bloc(champs, "modalities"), "pmr").get("checked") is True:
        notice.doute("accessibilite", "la source dit le lieu accessible en fauteuil : sans marche ? toilettes adaptées ?")
    notice.source = {"adresse": f"https://soliguide.fr/fr/fiche/{texte(champs['seo_url'])}" if re.fullmatch(
        r"[\w-]{1,200}", texte(champs.get("seo_url"))) else "", "date": jour(champs.get("updatedByUserAt"), atelier.aujourdhui)}
    refus = _services(notice, champs, atelier)
    return Refusee([un], refus) if refus else notice


def _services(notice: Notice, champs: Mapping[str, object], atelier: Atelier) -> str:
    """Sets the services; a sentence where none can be."""
    ecrits: list[dict] = []
    questions: list[str] = []
    voulus = [b for b in re.split(r"\s*,\s*", texte(champs.get("_besoins"))) if atelier.besoins.connu(b)]
    for service in [s for s in _liste(champs, "services_all") if isinstance(s, Mapping)][:100]:
        categorie = texte(service.get("category"))
        lus = atelier.besoins.lus([categorie] if categorie else [], texte(service.get("name")))
        questions += [f"{terme} veut dire plusieurs choses, {liste_ou(slugs)}." for terme, slugs in lus.hesite.items()]
        questions += [f"{terme} n'est le mot d'aucun besoin du vocabulaire." for terme in lus.inconnus]
        for quoi in lus.surs:
            ici = _service(notice, service, len(ecrits) + 1, atelier)
            ecrits.append({"quoi": quoi, **ici})
    ecrits += [{"quoi": quoi} for quoi in voulus if quoi not in [e["quoi"] for e in ecrits]]
    uniques = [e for n, e in enumerate(ecrits) if e not in ecrits[:n]]
    if not uniques:
        return " ".join(dict.fromkeys(questions)) or "ce lieu n'a aucun service"
    for question in [] if voulus else dict.fromkeys(questions):
        notice.doute("services", question)
    notice.pose("services", uniques)
    return ""


def _service(notice: Notice, service: Mapping[str, object], rang: int, atelier: Atelier) -> dict:
    ici = Notice("", [])
    ici.pose("nom", coupe(texte(service.get("name")), COURT))
    pose_texte(ici, "presentation", service.get("description"), PARAGRAPHE, atelier.pays)
    if service.get("differentHours") is True:
        ici.pose("horaires", _horaires(ici, _bloc(service, "hours"), "horaires"))
    propres = {nom: service.get(nom) for nom in ("modalities", "publics")
               if service.get(f"different{nom.capitalize()}") is True}
    _commun(ici, propres, atelier.pays)
    _fermeture(ici, _bloc(service, "close"), atelier.aujourdhui, du_service=True)
    # One id stands for all services of a place in some answers: then it tells none from another.
    sien = texte(service.get("serviceObjectId"))
    if sien.strip("0") not in ("", "1"):
        ici.pose("identifiants.soliguide", sien)
    notice.doutes += [(f"services[{rang}].{champ}", pourquoi) for champ, pourquoi in ici.doutes]
    notice.ecartes += ici.ecartes
    return ici.valeurs


def _ou(notice: Notice, champs: Mapping[str, object], tournee: list) -> None:
    if tournee:
        arrets = []
        for etape in [e for e in tournee if isinstance(e, Mapping)][:100]:
            ou = _bloc(etape, "position")
            arret = {"lieu": coupe(texte(etape.get("description")) or texte(ou.get("address")) or texte(ou.get("adresse")), COURT),
                     "horaires": _horaires(notice, _bloc(etape, "hours"), f"tournee[{len(arrets) + 1}].horaires")}
            seule = Notice("", [])
            _position(seule, ou)
            if seule.position:
                arret["position"] = [str(part) for part in seule.position]
                notice.position = notice.position or seule.position
            if arret["lieu"]:
                arrets.append({nom: valeur for nom, valeur in arret.items() if valeur})
        notice.pose("tournee", [a for n, a in enumerate(arrets) if a not in arrets[:n]])
        if notice.position is None:
            _position(notice, _bloc(champs, "position"))
            notice.valeurs.pop("adresse", None)
        return
    ou = _bloc(champs, "position")
    code, ville = texte(ou.get("postalCode") or ou.get("codePostal")), texte(ou.get("city") or ou.get("ville"))
    entiere = texte(ou.get("address") or ou.get("adresse"))
    # « 55 Rue de l'Aqueduc, 75010 Paris, France »: the street is what stands before the postcode.
    voie = re.split(rf",?\s*\b{re.escape(code)}\b" if code else r",", entiere, maxsplit=1)[0]
    pose_adresse(notice, voie, ou.get("additionalInformation") or ou.get("complementAdresse"), code, ville)
    insee = texte(ou.get("cityCode"))
    if insee and insee != code:  # often the postcode
        notice.identifiants["insee"] = insee
    _position(notice, ou)


def _position(notice: Notice, ou: Mapping[str, object]) -> None:
    """Longitude first, as GeoJSON has it."""
    lieu = _liste(_bloc(ou, "location"), "coordinates")
    if len(lieu) == 2:
        pose_position(notice, lieu[1], lieu[0])


def _horaires(notice: Notice, brut: Mapping[str, object], champ: str) -> object:
    jours = {}
    for nom, leur in JOURS.items():
        du_jour = _bloc(brut, leur)
        plages = [(p.get("start"), p.get("end")) for p in _liste(du_jour, "timeslot") if isinstance(p, Mapping)]
        lues = [(_heure(de), _heure(a)) for de, a in plages]
        if du_jour.get("open") is True and lues and all(de and a for de, a in lues):
            jours[nom] = [("00:00", "24:00")] if lues == [("00:00", "23:59")] else lues
        elif du_jour.get("open") is True:
            notice.doute(champ, f"la source dit ouvert le {nom}, sans heures qui se lisent")
    lignes = heures.semaine(jours)
    feries = texte(brut.get("closedHolidays"))
    if lignes and feries == "CLOSED":
        lignes["jours fériés"] = "fermé"
    elif lignes and feries == "OPEN":
        notice.doute(champ, "la source dit ouvert les jours fériés : à quelles heures ?")
    lues, doute = heures.comprises_en_lignes(lignes)
    notice.doute(champ, doute)
    remarque = Notice("", [])
    pose_texte(remarque, "texte", brut.get("description"), PHRASE)
    if dite := remarque.valeurs.get("texte"):
        notice.doute(champ, f"la source ajoute : « {coupe(dite, 360)} »")
    notice.ecartes += remarque.ecartes
    return lues


def _heure(valeur: object) -> str:
    """930 is « 09:30 »; "" for what is no hour."""
    if isinstance(valeur, bool) or not isinstance(valeur, (int, float)) or valeur != int(valeur):
        return ""
    heure, minutes = divmod(int(valeur), 100)
    return f"{heure:02}:{minutes:02}" if 0 <= heure <= 24 and minutes < 60 else ""


def _fermeture(notice: Notice, brut: Mapping[str, object], aujourdhui: date, du_service: bool = False) -> None:
    if brut.get("actif") is not True:
        return
    du, au = (texte(brut.get(nom))[:10] for nom in ("dateDebut", "dateFin"))
    if au and au < aujourdhui.isoformat():
        return
    motif = Notice("", [])
    pose_texte(motif, "texte", brut.get("description"), COURT)
    dit = motif.valeurs.get("texte", "")
    if du_service or not re.fullmatch(r"\d{4}-\d\d-\d\d", du):
        notice.doute("horaires" if du_service else "fermetures",
                     f"la source annonce une fermeture du {du or '?'} au {au or '?'} {dit}".rstrip())
        return
    notice.pose("fermetures", [{nom: v for nom, v in (("du", du), ("au", au), ("motif", dit)) if v}])


def _contact(notice: Notice, entite: Mapping[str, object], pays: str, equipe: bool) -> None:
    numeros = []
    for un in [p for p in _liste(entite, "phones") if isinstance(p, Mapping)][:10]:
        seul = Notice("", [])
        pose_telephone(seul, un.get("phoneNumber"), pays, equipe)
        lu = seul.valeurs.get("contact", {}).get("telephone")
        notice.ecartes += seul.ecartes
        notice.doutes += seul.doutes
        if isinstance(lu, str):
            etiquette = Notice("", [])
            pose_texte(etiquette, "pour", un.get("label"), COURT, pays)
            numeros.append({"numero": lu, **etiquette.valeurs})
    numeros = [n for rang, n in enumerate(numeros) if n["numero"] not in [a["numero"] for a in numeros[:rang]]]
    if len(numeros) == 1:
        notice.pose("contact.telephone", numeros[0]["numero"])
    else:
        notice.pose("contact.telephone", [n if "pour" in n else n["numero"] for n in numeros])
    notice.pose("contact.courriel", courriel(notice, entite.get("mail")))
    notice.pose("contact.site", site(entite.get("website")))


def _langues(champs: Mapping[str, object]) -> list[str]:
    """What is spoken; French alone is what every place begins with, and says nothing."""
    dites = [LANGUES.get(code, code) for code in map(texte, _liste(champs, "languages"))]
    return [] if dites == ["fr"] else [code for code in dict.fromkeys(dites) if code]


def _commun(ici: Notice, champs: Mapping[str, object], pays: str) -> None:
    """What a place and a service say alike: for whom, and how one gets in. What is not checked is the default, and says nothing."""
    modalites, publics = _bloc(champs, "modalities"), _bloc(champs, "publics")
    coches = {nom: _bloc(modalites, nom).get("checked") is True for nom in MODALITES}
    if modalites.get("inconditionnel") is True and not any(coches[n] for n in ("appointment", "inscription", "orientation")):
        ici.pose("acces.porte", ["se-presenter"])
    if coches["appointment"]:
        ici.pose("acces.rendez_vous", "obligatoire")
    if coches["inscription"]:
        ici.doute("acces.inscription", "la source demande une inscription : à tout moment, ou par session ?")
    if coches["orientation"]:
        ici.doute("acces.oriente_par", "la source demande une orientation : par qui ?")
    if coches["animal"]:
        ici.pose("acces.animaux", "acceptes")
    if coches["price"]:
        ici.doute("cout", "la source dit qu'une participation est demandée : combien ?")
    dits = [texte(_bloc(modalites, nom).get("precisions")) for nom in MODALITES if coches[nom]]
    pose_texte(ici, "acces.precision", " ".join(filter(None, [*dits, texte(modalites.get("other"))])), PHRASE, pays)
    if (accueil := publics.get("accueil")) in (1, 2):
        ici.pose("publics.accueil", ("prioritaire", "exclusif")[int(accueil) - 1])
        _pour_qui(ici, publics)
    pose_texte(ici, "publics.precision", publics.get("description"), PHRASE, pays)


def _pour_qui(ici: Notice, publics: Mapping[str, object]) -> None:
    listes = {nom: list(dict.fromkeys(map(texte, _liste(publics, nom)))) for nom in TOUS}
    choisis = {nom: dits for nom, dits in listes.items() if dits and "all" not in dits and len(dits) < TOUS[nom]}
    if genre := choisis.get("gender"):
        ici.pose("publics.genre", {"women": "femmes", "men": "hommes"}.get(genre[0]))
    ici.pose("publics.familles", [FAMILLES[dit] for dit in choisis.get("familialle", ()) if dit in FAMILLES])
    situations = [dit for nom in ("administrative", "other") for dit in choisis.get(nom, ())]
    ici.pose("publics.situations", [PUBLICS[dit] for dit in situations if dit in PUBLICS])
    if autres := [dit for dit in situations if dit not in PUBLICS]:
        ici.doute("publics.situations", f"la source dit aussi : {', '.join(autres)[:300]}")
    age = _bloc(publics, "age")
    bornes = {nom: str(int(v)) for nom, vide in (("min", 0), ("max", 99))
              if isinstance(v := age.get(nom), (int, float)) and not isinstance(v, bool) and v == v and 0 <= v <= 120 and v != vide}
    ici.pose("publics.age", bornes)


FORMAT = Format(
    nom="soliguide", base="soliguide", titre="Soliguide", adresse="https://soliguide.fr", licence=None, lire=lire,
    termes="soliguide",
    remarque="Soliguide n'est pas en données ouvertes : demandez-lui son accord avant de publier ces fiches.")
