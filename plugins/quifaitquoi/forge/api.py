"""The forge's interface for issues: pages of them, patience where it asks for some, and a sentence where it refuses."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from quifaitquoi.base.refus import Refus
from quifaitquoi.base.reseau import Reponse, SansReponse, requete

PAR_PAGE, PAGES_MAX = 100, 200
ESSAIS, ATTENTE_MAX = 4, 60
ILLISIBLE = "La réponse de la forge ne se lit pas : vérifiez GITHUB_API_URL"


class ForgeRefuse(Refus):
    """The forge did not do it; carries a sentence. `panne`: it may have done it all the same."""

    def __init__(self, phrase: str, panne: bool = False) -> None:
        super().__init__(phrase)
        self.panne = panne


@dataclass(frozen=True)
class Forge:
    """One repository on a forge that speaks as GitHub does."""

    adresse: str
    depot: str
    jeton: str = field(repr=False)
    attendre: Callable[[float], None] = time.sleep

    def demandes(self) -> Iterator[dict]:
        """Every issue, open or closed, that the program or somebody with write access opened; no pull request."""
        for page in range(1, PAGES_MAX + 1):
            trouvees = self._appel("GET", f"issues?state=all&sort=created&direction=asc&per_page={PAR_PAGE}&page={page}")
            if not isinstance(trouvees, list):
                raise ForgeRefuse(ILLISIBLE)
            if not trouvees:
                return
            yield from filter(_de_confiance, trouvees)

    def ouvre(self, titre: str, corps: str) -> dict:
        return self._appel("POST", "issues", {"title": titre, "body": corps})

    def change(self, numero: int, **champs: str) -> dict:
        return self._appel("PATCH", f"issues/{numero}", champs)

    def _appel(self, methode: str, chemin: str, envoi: object = None) -> object:
        entetes = {"Authorization": f"Bearer {self.jeton}", "Accept": "application/vnd.github+json",
                   "X-GitHub-Api-Version": "2022-11-28"}
        for essai in range(1, ESSAIS + 1):
            try:
                recue = requete(methode, f"{self.adresse}/repos/{self.depot}/{chemin}", entetes, envoi)
            except SansReponse as error:
                raise ForgeRefuse(f"La forge ne répond pas ({error}) : vérifiez la connexion à internet, et recommencez",
                                  panne=True) from None
            if recue.statut < 300:
                try:
                    return json.loads(recue.corps)
                except ValueError:
                    raise ForgeRefuse(ILLISIBLE) from None
            attente = _attente(recue, essai)
            # To create twice would be worse than not to create: whoever asked looks first.
            if attente is None or essai == ESSAIS or (recue.statut >= 500 and methode == "POST"):
                raise ForgeRefuse(_refus(recue), panne=recue.statut >= 500)
            self.attendre(attente)
        raise AssertionError("the last try returns or raises")


def forge() -> Forge:
    """The forge that the environment names. Raises ForgeRefuse where it names none."""
    jeton, depot = (os.environ.get(nom, "").strip() for nom in ("GITHUB_TOKEN", "GITHUB_REPOSITORY"))
    adresse = os.environ.get("GITHUB_API_URL", "").strip().rstrip("/") or "https://api.github.com"
    if not jeton or not re.fullmatch(r"[\w.-]+/[\w.-]+", depot):
        raise ForgeRefuse("Il manque GITHUB_TOKEN (un jeton qui peut écrire les demandes) ou GITHUB_REPOSITORY "
                          "(« compte/dépôt ») : le workflow hebdomadaire les donne. Rien n'a été publié")
    return Forge(adresse, depot, jeton)


def _de_confiance(demande: dict) -> bool:
    """Anybody may copy a mark into an issue of their own: only those of who may write here count."""
    auteur = (demande.get("user") or {}).get("type")
    return "pull_request" not in demande and (
        auteur == "Bot" or demande.get("author_association") in ("OWNER", "MEMBER", "COLLABORATOR"))


def _attente(recue: Reponse, essai: int) -> float | None:
    """How long to wait before asking again; None where asking again is no use."""
    if recue.statut >= 500:
        return 2.0 ** (essai - 1)
    if recue.statut not in (403, 429):
        return None
    if (apres := recue.entetes.get("Retry-After", "")).isdigit():
        return min(int(apres), ATTENTE_MAX)
    if recue.entetes.get("X-RateLimit-Remaining") == "0":
        fin = recue.entetes.get("X-RateLimit-Reset", "")
        return min(max(int(fin) - time.time(), 1), ATTENTE_MAX) if fin.isdigit() else ATTENTE_MAX
    return None


def _refus(recue: Reponse) -> str:
    if recue.statut >= 500:
        return f"La forge est en panne ({recue.statut}) : recommencez plus tard"
    if recue.statut in (403, 429) and _attente(recue, 1) is not None:
        return "La forge demande d'attendre : trop de requêtes. Recommencez plus tard"
    return {
        401: "La forge ne connaît pas ce jeton (401) : donnez-en un autre dans GITHUB_TOKEN",
        403: "La forge refuse (403) : le jeton doit pouvoir écrire les demandes (permission « issues: write »)",
        404: "La forge ne trouve pas ce dépôt (404), ou le jeton ne le voit pas : vérifiez GITHUB_REPOSITORY",
        410: "Les demandes (issues) sont désactivées dans ce dépôt (410) : activez-les dans ses réglages",
    }.get(recue.statut, f"La forge refuse ({recue.statut})")
