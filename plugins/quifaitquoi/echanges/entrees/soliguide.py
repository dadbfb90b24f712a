"""Places of Soliguide's API. Not open data: what comes in stays under its own terms, and the account says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quifaitquoi.base.proches import liste_ou
from quifaitquoi.echanges.entrees import valeurs
from quifaitquoi.echanges.entrees.lecture import Enregistrement, enregistrements
from quifaitquoi.echanges.entrees.notice import Atelier, Format, Notice, Refusee
from quifaitquoi.echanges.entrees.soliguide_mots import bloc, horaires, langues, liste, pose_l_accueil


def lire(fichiers: Sequence[Path], atelier: Atelier) -> Iterator[Notice | Refusee]:
    for fichier in fichiers:
        for un in enregistrements(fichier):
            yield _notice(un, atelier)


def _notice(un: Enregistrement, atelier: Atelier) -> Notice | Refusee:
    champs = un.champs
    sien = valeurs.mot(champs.get("lieu_id"))
    if not sien or not valeurs.texte(champs.get("name")):
        return Refusee([un], "il manque lieu_id ou name : ce n'est pas un lieu de Soliguide")
    if valeurs.mot(champs.get("visibility")) == "PRO":
        return Refusee([un], "ce lieu n'est visible que des professionnels (visibility PRO) : il n'est pas à publier")
    if (statut := valeurs.mot(champs.get("status")) or "ONLINE") in ("DRAFT", "OFFLINE"):
        return Refusee([un], f"ce lieu n'est pas en ligne dans Soliguide (status {statut})")
    notice = Notice(sien, [un])
    notice.pose("nom", valeurs.coupe(valeurs.texte(champs["name"]), valeurs.COURT))
    tournee = liste(champs, "parcours")
    notice.pose("genre", "equipe-mobile" if tournee or valeurs.mot(champs.get("placeType")) == "PARCOURS_MOBILE" else "lieu")
    if statut == "PERMANENTLY_CLOSED":
        notice.pose("etat.statut", "ferme")
    valeurs.pose_texte(notice, "presentation", champs.get("description"), valeurs.PARAGRAPHE, atelier.pays)
    _ou(notice, champs, tournee, atelier.pays)
    notice.pose("horaires", horaires(notice, bloc(champs, "newhours"), "horaires", atelier.pays) if not tournee else None)
    _fermeture(notice, bloc(bloc(champs, "tempInfos"), "closure"), atelier)
    _contact(notice, bloc(champs, "entity"), atelier.pays, bool(tournee))
    pose_l_accueil(notice, champs, atelier.pays)
    notice.pose("langues.parlees", langues(champs))
    if bloc(bloc(champs, "modalities"), "pmr").get("checked") is True:
        notice.doute("accessibilite", "la source dit le lieu accessible en fauteuil : sans marche ? toilettes adaptées ?")
    page = valeurs.mot(champs.get("seo_url"))
    notice.source = {"adresse": f"https://soliguide.fr/fr/fiche/{page}" if re.fullmatch(r"[\w-]{1,200}", page) else "",
                     "date": valeurs.jour(champs.get("updatedByUserAt"), atelier.aujourdhui)}
    refus = _services(notice, champs, atelier)
    return Refusee([un], refus) if refus else notice


def _services(notice: Notice, champs: Mapping[str, object], atelier: Atelier) -> str:
    """Sets the services; a sentence where none can be."""
    ecrits: list[dict] = []
    questions: list[str] = []
    voulus = [b for b in re.split(r"\s*,\s*", valeurs.mot(champs.get("_besoins"))) if atelier.besoins.connu(b)]
    for service in [s for s in liste(champs, "services_all") if isinstance(s, Mapping)][:100]:
        categorie = valeurs.mot(service.get("category"))
        lus = atelier.besoins.lus([categorie] if categorie else [], valeurs.texte(service.get("name")))
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
    ici.pose("nom", valeurs.coupe(valeurs.texte(service.get("name")), valeurs.COURT))
    valeurs.pose_texte(ici, "presentation", service.get("description"), valeurs.PARAGRAPHE, atelier.pays)
    if service.get("differentHours") is True:
        ici.pose("horaires", horaires(ici, bloc(service, "hours"), "horaires", atelier.pays))
    propres = {nom: service.get(nom) for nom in ("modalities", "publics")
               if service.get(f"different{nom.capitalize()}") is True}
    pose_l_accueil(ici, propres, atelier.pays)
    _fermeture(ici, bloc(service, "close"), atelier, du_service=True)
    # One id stands for all services of a place in some answers: then it tells none from another.
    sien = valeurs.mot(service.get("serviceObjectId"))
    if sien.strip("0") not in ("", "1"):
        ici.pose("identifiants.soliguide", sien)
    notice.doutes += [(f"services[{rang}].{champ}", pourquoi) for champ, pourquoi in ici.doutes]
    notice.ecartes += ici.ecartes
    return ici.valeurs


def _ou(notice: Notice, champs: Mapping[str, object], tournee: list, pays: str) -> None:
    if tournee:
        arrets = []
        for etape in [e for e in tournee if isinstance(e, Mapping)][:100]:
            ou = bloc(etape, "position")
            dit = valeurs.texte(etape.get("description")) or valeurs.mot(ou.get("address")) or valeurs.mot(ou.get("adresse"))
            arret = {"lieu": valeurs.coupe(dit, valeurs.COURT),
                     "horaires": horaires(notice, bloc(etape, "hours"), f"tournee[{len(arrets) + 1}].horaires", pays)}
            seule = Notice("", [])
            _position(seule, ou)
            if seule.position:
                arret["position"] = [str(part) for part in seule.position]
                notice.position = notice.position or seule.position
            if arret["lieu"]:
                arrets.append({nom: valeur for nom, valeur in arret.items() if valeur})
        notice.pose("tournee", [a for n, a in enumerate(arrets) if a not in arrets[:n]])
        if notice.position is None:
            _position(notice, bloc(champs, "position"))
            notice.valeurs.pop("adresse", None)
        return
    ou = bloc(champs, "position")
    code, ville = valeurs.mot(ou.get("postalCode") or ou.get("codePostal")), valeurs.mot(ou.get("city") or ou.get("ville"))
    entiere = valeurs.mot(ou.get("address") or ou.get("adresse"))
    # « 55 Rue de l'Aqueduc, 75010 Paris, France »: the street is what stands before the postcode.
    voie = re.split(rf",?\s*\b{re.escape(code)}\b" if code else r",", entiere, maxsplit=1)[0]
    valeurs.pose_adresse(notice, voie, ou.get("additionalInformation") or ou.get("complementAdresse"), code, ville, pays=pays)
    insee = valeurs.mot(ou.get("cityCode"))
    if insee and insee != code:  # often the postcode
        notice.identifiants["insee"] = insee
    _position(notice, ou)


def _position(notice: Notice, ou: Mapping[str, object]) -> None:
    """Longitude first, as GeoJSON has it."""
    lieu = liste(bloc(ou, "location"), "coordinates")
    if len(lieu) == 2:
        valeurs.pose_position(notice, lieu[1], lieu[0])


def _fermeture(notice: Notice, brut: Mapping[str, object], atelier: Atelier, du_service: bool = False) -> None:
    if brut.get("actif") is not True:
        return
    du, au = (valeurs.texte(brut.get(nom))[:10] for nom in ("dateDebut", "dateFin"))
    if au and au < atelier.aujourdhui.isoformat():
        return
    motif = Notice("", [])
    valeurs.pose_texte(motif, "texte", brut.get("description"), valeurs.COURT, atelier.pays)
    dit = motif.valeurs.get("texte", "")
    if du_service or not re.fullmatch(r"\d{4}-\d\d-\d\d", du):
        notice.doute("horaires" if du_service else "fermetures",
                     f"la source annonce une fermeture du {du or '?'} au {au or '?'} {dit}".rstrip())
        return
    notice.pose("fermetures", [{nom: v for nom, v in (("du", du), ("au", au), ("motif", dit)) if v}])


def _contact(notice: Notice, entite: Mapping[str, object], pays: str, equipe: bool) -> None:
    numeros = []
    for un in [p for p in liste(entite, "phones") if isinstance(p, Mapping)][:10]:
        seul = Notice("", [])
        valeurs.pose_telephone(seul, un.get("phoneNumber"), pays, equipe)
        lu = seul.valeurs.get("contact", {}).get("telephone")
        notice.ecartes += seul.ecartes
        notice.doutes += seul.doutes
        if isinstance(lu, str):
            etiquette = Notice("", [])
            valeurs.pose_texte(etiquette, "pour", un.get("label"), valeurs.COURT, pays)
            numeros.append({"numero": lu, **etiquette.valeurs})
    numeros = [n for rang, n in enumerate(numeros) if n["numero"] not in [a["numero"] for a in numeros[:rang]]]
    if len(numeros) == 1:
        notice.pose("contact.telephone", numeros[0]["numero"])
    else:
        notice.pose("contact.telephone", [n if "pour" in n else n["numero"] for n in numeros])
    notice.pose("contact.courriel", valeurs.courriel(notice, entite.get("mail")))
    valeurs.pose_site(notice, "contact.site", entite.get("website"))


FORMAT = Format(
    nom="soliguide", base="soliguide", titre="Soliguide", adresse="https://soliguide.fr", licence=None, lire=lire,
    termes="soliguide",
    remarque="Soliguide n'est pas en données ouvertes : demandez-lui son accord avant de publier ces fiches.")
