"""Hours as sources write them → as fiches hold them. What cannot be read is told with the source's text, and never becomes 24/7."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quifaitquoi.base.texte import signes
from quifaitquoi.echanges.entrees.notice import Notice
from quifaitquoi.echanges.entrees.valeurs import d_une_personne, texte
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.horaires import HorairesIllisibles, en_francais, en_lignes, lire, valeur_de_fiche

JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
FERMANT = re.compile(r"\b(?:off|closed)\b", re.I)
DATE = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|easter|week)\b|\b\d{4}\b(?!:)", re.I)
ENTRE = re.compile(r';\s*(?=(?:[^"]*"[^"]*")*[^"]*$)')  # a semicolon that is not within quotes
Plages = Sequence[tuple[str, str]]


def pose(notice: Notice, compris: tuple[Valeur | None, str | None]) -> None:
    """Sets what `comprises` or `comprises_en_lignes` gave, with its doubt."""
    lues, doute = compris
    notice.pose("horaires", lues)
    notice.doute("horaires", doute)


def comprises(valeur: object) -> tuple[Valeur | None, str | None]:
    """(hours, why they are in doubt): either may be None; where both are, the source says nothing."""
    ecrit = signes(texte(valeur)).strip(" ;,")
    if not ecrit:
        return None, None
    if lues := _lues(ecrit):
        return lues, None
    parts = [part.strip() for part in ENTRE.split(ecrit) if part.strip()]
    bonnes = [part for part in parts if _lisible(part)]
    if len(bonnes) < len(parts) and (lues := _lues("; ".join(bonnes))):
        return lues, dit(ecrit)
    return None, dit(ecrit)


def comprises_en_lignes(lignes: dict[str, str]) -> tuple[Valeur | None, str | None]:
    """As `comprises`, for lines of a fiche."""
    try:
        return (lire(lignes) and lignes) if lignes else None, None
    except HorairesIllisibles:
        return None, dit(" ; ".join(f"{jour} {heures}" for jour, heures in lignes.items()))


def sans_personnes(valeur: Valeur, pays: str) -> Valeur | None:
    """The same hours without the remarks that name somebody or give their mobile, nor the lines; None where nothing is left."""
    if isinstance(valeur, Mapping):
        return {jour: dites for jour, dites in valeur.items() if not d_une_personne(str(dites), pays)} or None
    if not d_une_personne(str(valeur), pays):
        return valeur
    reste = re.sub(r'\s*"[^"]*"', lambda remarque: "" if d_une_personne(remarque[0], pays) else remarque[0], str(valeur))
    return None if d_une_personne(reste, pays) else comprises(reste)[0]


def dit(ecrit: str) -> str:
    return f"la source écrit : « {ecrit[:360]} »"


def _lues(ecrit: str) -> Valeur | None:
    """The value as a fiche holds it; None where it opens nowhere, or means otherwise than it was meant."""
    if not ecrit or _ferme_pour_rien(ecrit):
        return None
    try:
        if en_francais(ecrit):
            return valeur_de_fiche(ecrit)
        lus = lire(ecrit)
        return en_lignes(lus) or lus.osm
    except HorairesIllisibles:
        return None


def _lisible(part: str) -> bool:
    """Whether it can be read by itself; what only closes is read behind something that opens. A remark alone is about all days,
    and would take the place of their hours."""
    if part.startswith('"') or _lues(part):
        return not part.startswith('"')
    return bool(FERMANT.search(part)) and _lues(f"Mo-Su 09:00-10:00; {part}") is not None and not re.search(r"\d:\d\d", part)


def _ferme_pour_rien(ecrit: str) -> bool:
    """A season that closes, and then hours that open it again: in the notation the later rule wins, and nobody means that."""
    regles = ENTRE.split(ecrit)
    ferme = next((rang for rang, regle in enumerate(regles) if FERMANT.search(regle) and DATE.search(regle)), None)
    return ferme is not None and any(not FERMANT.search(regle) and not DATE.search(regle) for regle in regles[ferme + 1:])


def semaine(jours: Mapping[str, Plages]) -> dict[str, str]:
    """Lines of a fiche from each day's hours, « 09:00 » to « 12:00 »; days in a row that have the same share a line."""
    lignes: dict[str, str] = {}
    groupes: dict[tuple, list[int]] = {}
    for rang, nom in enumerate(JOURS):
        if plages := tuple(jours.get(nom, ())):
            groupes.setdefault(plages, []).append(rang)
    for plages, rangs in groupes.items():
        lignes[_noms(rangs)] = ", ".join(f"{_heure(de)}-{_heure(a)}" for de, a in plages)
    return lignes


def _noms(rangs: list[int]) -> str:
    suites: list[list[int]] = []
    for rang in rangs:
        if suites and suites[-1][-1] == rang - 1:
            suites[-1].append(rang)
        else:
            suites.append([rang])
    if len(suites) == 1 and len(rangs) > 2:
        return f"{JOURS[rangs[0]]} au {JOURS[rangs[-1]]}"
    *debut, fin = (JOURS[rang] for rang in rangs)
    return f"{', '.join(debut)} et {fin}" if debut else fin


def _heure(ecrite: str) -> str:
    heures, minutes = ecrite.split(":")
    return f"{int(heures)}h" + (minutes if int(minutes) else "")
