"""Soliguide's words → ours, for a place as for a service: hours, languages, for whom, and how one gets in."""

from __future__ import annotations

from collections.abc import Mapping

from quifaitquoi.echanges.entrees import heures
from quifaitquoi.echanges.entrees.notice import Notice
from quifaitquoi.echanges.entrees.valeurs import PHRASE, coupe, mot, pose_texte, texte

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


def bloc(valeur: object, nom: str) -> Mapping[str, object]:
    dedans = valeur.get(nom) if isinstance(valeur, Mapping) else None
    return dedans if isinstance(dedans, Mapping) else {}


def liste(valeur: Mapping[str, object], nom: str) -> list:
    dedans = valeur.get(nom)
    return dedans if isinstance(dedans, list) else []


def horaires(notice: Notice, brut: Mapping[str, object], champ: str, pays: str) -> object:
    jours = {}
    for nom, leur in JOURS.items():
        du_jour = bloc(brut, leur)
        plages = [(p.get("start"), p.get("end")) for p in liste(du_jour, "timeslot") if isinstance(p, Mapping)]
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
    pose_texte(remarque, "texte", brut.get("description"), PHRASE, pays)
    if dite := remarque.valeurs.get("texte"):
        notice.doute(champ, f"la source ajoute : « {coupe(dite, 360)} »")
    notice.ecartes += remarque.ecartes
    return lues


def _heure(valeur: object) -> str:
    """930 is « 09:30 »; "" for what is no hour."""
    if isinstance(valeur, bool) or not isinstance(valeur, (int, float)) or not 0 <= valeur <= 2400 or valeur != int(valeur):
        return ""
    heure, minutes = divmod(int(valeur), 100)
    return f"{heure:02}:{minutes:02}" if 0 <= heure <= 24 and minutes < 60 else ""


def langues(champs: Mapping[str, object]) -> list[str]:
    """What is spoken; French alone is what every place begins with, and says nothing."""
    dites = [LANGUES.get(code, code) for code in map(texte, liste(champs, "languages"))]
    return [] if dites == ["fr"] else [code for code in dict.fromkeys(dites) if code]


def pose_l_accueil(ici: Notice, champs: Mapping[str, object], pays: str) -> None:
    """What a place and a service say alike: for whom, and how one gets in. What is not checked is the default, and says nothing."""
    modalites, publics = bloc(champs, "modalities"), bloc(champs, "publics")
    coches = {nom: bloc(modalites, nom).get("checked") is True for nom in MODALITES}
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
    dits = [mot(bloc(modalites, nom).get("precisions")) for nom in MODALITES if coches[nom]]
    pose_texte(ici, "acces.precision", " ".join(filter(None, [*dits, mot(modalites.get("other"))])), PHRASE, pays)
    if (accueil := publics.get("accueil")) in (1, 2):
        ici.pose("publics.accueil", ("prioritaire", "exclusif")[int(accueil) - 1])
        _pour_qui(ici, publics)
    pose_texte(ici, "publics.precision", publics.get("description"), PHRASE, pays)


def _pour_qui(ici: Notice, publics: Mapping[str, object]) -> None:
    listes = {nom: list(dict.fromkeys(map(texte, liste(publics, nom)))) for nom in TOUS}
    choisis = {nom: dits for nom, dits in listes.items() if dits and "all" not in dits and len(dits) < TOUS[nom]}
    if genre := choisis.get("gender"):
        ici.pose("publics.genre", {"women": "femmes", "men": "hommes"}.get(genre[0]))
    ici.pose("publics.familles", [FAMILLES[dit] for dit in choisis.get("familialle", ()) if dit in FAMILLES])
    situations = [dit for nom in ("administrative", "other") for dit in choisis.get(nom, ())]
    ici.pose("publics.situations", [PUBLICS[dit] for dit in situations if dit in PUBLICS])
    if autres := [dit for dit in situations if dit not in PUBLICS]:
        ici.doute("publics.situations", f"la source dit aussi : {', '.join(autres)[:300]}")
    age = bloc(publics, "age")
    bornes = {nom: str(int(v)) for nom, vide in (("min", 0), ("max", 99))
              if isinstance(v := age.get(nom), (int, float)) and not isinstance(v, bool) and v == v and 0 <= v <= 120 and v != vide}
    ici.pose("publics.age", bornes)
