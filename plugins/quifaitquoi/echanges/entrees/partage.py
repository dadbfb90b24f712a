"""What the services of a place share is said once, for the place: sources repeat it in each, and nobody keeps five copies true."""

from __future__ import annotations

import re
from collections import Counter

from quifaitquoi.echanges.entrees.notice import Notice
from quifaitquoi.edition.decoupe.ecriture import Valeur

# A service takes these from its fiche as they are, those key by key, and a contact whole (`annuaire.enrich.services`).
ENTIERS = ("presentation", "horaires", "cout")
PAR_CLE = ("acces", "publics", "langues")
DU_SERVICE = re.compile(r"services\[\d+\]\.(.+)")
Arbre = dict[str, Valeur]


def partager(arbre: Arbre, notice: Notice) -> None:
    """`arbre` is that of the fiche: what its services share goes to it, and what it says itself leaves them; doubts as well."""
    services = arbre.get("services")
    if not services:
        return
    _monte(arbre, services, ENTIERS)
    for bloc in (*PAR_CLE, "contact"):
        du_lieu, siens = arbre.get(bloc, {}), [service.get(bloc, {}) for service in services]
        _monte(du_lieu, siens, tuple(siens[0]), au_moins=max(2, len(services)) if bloc == "contact" else 2)
        if du_lieu:
            arbre[bloc] = du_lieu
    for service in services:
        for nom in ENTIERS:
            if nom in service and service[nom] == arbre.get(nom):
                del service[nom]
        for bloc in PAR_CLE:
            if bloc in service:
                service[bloc] = {cle: dit for cle, dit in service[bloc].items() if arbre.get(bloc, {}).get(cle) != dit}
        if service.get("contact", {}).items() <= arbre.get("contact", {}).items():
            service["contact"] = {}
        for bloc in (*PAR_CLE, "contact"):
            if not service.get(bloc):
                service.pop(bloc, None)
    notice.doutes = _doutes_communs(notice.doutes, len(services))


def _monte(du_lieu: Arbre, services: list[Arbre], noms: tuple[str, ...], au_moins: int = 2) -> None:
    """What every service says something about: the place says what most of them do, and the others keep what they say."""
    for nom in noms:
        dits = [service.get(nom) for service in services]
        le_plus = max(dits, key=dits.count)
        if nom not in du_lieu and None not in dits and dits.count(le_plus) >= au_moins:
            du_lieu[nom] = le_plus


def _doutes_communs(doutes: list[tuple[str, str]], combien: int) -> list[tuple[str, str]]:
    """A doubt that every service has is one of the place."""
    dits = [(trouve[1] if (trouve := DU_SERVICE.fullmatch(champ)) else "", champ, pourquoi) for champ, pourquoi in doutes]
    partout = {un for un, n in Counter((sien, pourquoi) for sien, _, pourquoi in dits if sien).items() if n == combien > 1}
    return list(dict.fromkeys((sien if (sien, pourquoi) in partout else champ, pourquoi) for sien, champ, pourquoi in dits))
