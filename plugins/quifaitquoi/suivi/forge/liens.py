"""Whether the web addresses that fiches name still lead somewhere: dead, moved, silent. Found out, never forbidden."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, urljoin, urlsplit

from quifaitquoi.annuaire.check.contents import inventaire
from quifaitquoi.annuaire.check.load import nom_du_champ
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.base import reseau
from quifaitquoi.base.reseau import Reponse, SansReponse

Etat = Literal["vivante", "deplacee", "morte", "muette"]

SAUTS_MAX = 5
OCTETS_MAX = 65_536  # enough to know that something answers
DELAIS = 10, 15
A_LA_FOIS = 8  # sites, never two requests to one of them
PAUSE = 1.0  # seconds between two requests to one site
PERMANENT, PASSAGER = (301, 308), (302, 303, 307)
PERDU = (404, 410)
FERME_AUX_ROBOTS = (401, 403, 405, 406, 429, 451, 999)


@dataclass(frozen=True)
class Constat:
    """What became of one address; `ou` says which files name it, `vers` where it moved, `repondu` whether a site answered."""

    adresse: str
    ou: tuple[str, ...]
    etat: Etat
    detail: str = ""
    vers: str = ""
    repondu: bool = True


def adresses(directory: Directory) -> dict[str, tuple[str, ...]]:
    """Every web address of fiches, organisations, rights and guides, with the files and fields that name it."""
    trouvees: dict[str, list[str]] = {}
    elements = [(f.chemin, f) for f in directory.siennes.values()]
    elements += [(f"organismes/{slug}.yml", organisme) for slug, organisme in directory.organismes.items()]
    elements += [(droit.chemin, droit) for droit in directory.droits.values() if not droit.national]
    elements += [(f"ressources/{slug}.yml", ressource) for slug, ressource in directory.ressources.items()]
    for fichier, element in elements:
        for chemin, texte, _ in inventaire(element)[1]:
            if re.fullmatch(r"https?://\S+", texte):
                trouvees.setdefault(texte, []).append(f"{fichier}, {nom_du_champ(chemin)}")
    return {adresse: tuple(ou) for adresse, ou in trouvees.items()}


def constats(trouvees: Mapping[str, tuple[str, ...]], pause: float = PAUSE, delais: tuple[float, float] = DELAIS) -> list[Constat]:
    """What became of each, in the order given: several sites at once, one request at a time to each of them."""
    par_site: dict[str, list[str]] = {}
    for adresse in trouvees:
        par_site.setdefault(urlsplit(adresse).hostname or "", []).append(adresse)

    def un_site(siennes: list[str]) -> Iterable[tuple[str, Constat]]:
        def demande(methode: str, adresse: str) -> Reponse:
            # A redirection may lead elsewhere: the site that sent us there waits for us all the same.
            time.sleep(pause)
            return reseau.requete(methode, adresse, delais=delais, octets=OCTETS_MAX)

        return [(adresse, _constat(adresse, trouvees[adresse], demande)) for adresse in siennes]

    with ThreadPoolExecutor(A_LA_FOIS) as equipe:
        faits = {adresse: constat for part in equipe.map(un_site, par_site.values()) for adresse, constat in part}
    return [faits[adresse] for adresse in trouvees]


Demander = Callable[[str, str], Reponse]


def _constat(adresse: str, ou: tuple[str, ...], demande: Demander) -> Constat:
    ici, vues, definitif = adresse, {adresse}, True
    try:
        while True:
            recue = _reponse(ici, demande)
            suite = recue.entetes.get("Location") if recue.statut in PERMANENT + PASSAGER else None
            if suite is None:
                break
            # Only what moved for good, from the first step on, is another address.
            definitif = definitif and recue.statut in PERMANENT
            ici = urljoin(ici, suite)
            if ici in vues or len(vues) > SAUTS_MAX:
                return Constat(adresse, ou, "morte", "tourne en rond : chaque page renvoie vers une autre")
            vues.add(ici)
    except SansReponse as error:
        return Constat(adresse, ou, "morte" if error.inconnu else "muette", str(error), repondu=False)
    if recue.statut in PERDU:
        return Constat(adresse, ou, "morte", f"page introuvable ({recue.statut})")
    if recue.statut >= 400 and recue.statut not in FERME_AUX_ROBOTS:
        return Constat(adresse, ou, "muette", f"le site répond par une erreur ({recue.statut})")
    if definitif and _nue(ici) != _nue(adresse):
        return Constat(adresse, ou, "deplacee", vers=ici)
    return Constat(adresse, ou, "vivante")


def _reponse(adresse: str, demande: Demander) -> Reponse:
    """HEAD, which costs the site least; GET where it does not know that."""
    parts = _parts(adresse)
    if reseau.prive(parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)):
        raise SansReponse("mène à un réseau privé, que personne ne voit de dehors", inconnu=True)
    try:
        recue = demande("HEAD", adresse)
    except SansReponse as error:
        if error.inconnu:
            raise
        return demande("GET", adresse)
    return recue if recue.statut < 400 or recue.statut == 410 else demande("GET", adresse)


def _parts(adresse: str) -> SplitResult:
    try:
        parts = urlsplit(adresse)
        parts.port  # noqa: B018 - reading it is what refuses a port that is not a number
    except ValueError:
        parts = None
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or len(adresse) > 2000:
        raise SansReponse("renvoie vers autre chose qu'une page du web", inconnu=True)
    return parts


def _nue(adresse: str) -> tuple[str, str]:
    """What makes an address another one: neither the s of https, nor www, nor a last slash."""
    parts = urlsplit(adresse)
    return (parts.hostname or "").removeprefix("www."), parts._replace(scheme="", netloc="", fragment="").geturl().rstrip("/")
