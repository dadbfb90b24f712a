"""The forge's interface for issues: pages of them, and a sentence where it refuses."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from quifaitquoi.base.refus import Refus
from quifaitquoi.base.reseau import Reponse, SansReponse, attente, avec_patience

PAR_PAGE, PAGES_MAX = 100, 200
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

    def tickets(self) -> Iterator[dict]:
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
        try:
            recue = avec_patience(methode, f"{self.adresse}/repos/{self.depot}/{chemin}", entetes, envoi, attendre=self.attendre)
        except SansReponse as error:
            raise ForgeRefuse(f"La forge ne répond pas ({error}) : vérifiez la connexion à internet, et recommencez",
                              panne=True) from None
        if recue.statut >= 300:
            raise ForgeRefuse(_refus(recue), panne=recue.statut >= 500)
        try:
            return json.loads(recue.corps)
        except ValueError:
            raise ForgeRefuse(ILLISIBLE) from None


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


def _refus(recue: Reponse) -> str:
    if recue.statut >= 500:
        return f"La forge est en panne ({recue.statut}) : recommencez plus tard"
    if recue.statut in (403, 429) and attente(recue) is not None:
        return "La forge demande d'attendre : trop de requêtes. Recommencez plus tard"
    return {
        401: "La forge ne connaît pas ce jeton (401) : donnez-en un autre dans GITHUB_TOKEN",
        403: "La forge refuse (403) : le jeton doit pouvoir écrire les demandes (permission « issues: write »)",
        404: "La forge ne trouve pas ce dépôt (404), ou le jeton ne le voit pas : vérifiez GITHUB_REPOSITORY",
        410: "Les demandes (issues) sont désactivées dans ce dépôt (410) : activez-les dans ses réglages",
    }.get(recue.statut, f"La forge refuse ({recue.statut})")
