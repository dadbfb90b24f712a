"""The switches without which a repository does not publish, does not answer or falls asleep: asked of the forge, one by one.

Nothing is changed there. Without a token only what is public can be seen, and the rest is said not to have been.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.base import git
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.reseau import SansReponse, avec_patience
from quifaitquoi.base.texte import visible

API = "https://api.github.com"
LABEL = "formulaire"


@dataclass(frozen=True)
class Reglage:
    """`quoi` names it, `comment` says where it is made, in sentences for whoever has never seen a forge's settings."""

    quoi: str
    comment: str


DEMANDES = Reglage("Les demandes (« Issues ») sont ouvertes", "Settings, General, Features : cochez « Issues ».")
BRANCHE = Reglage("La branche principale s'appelle main", "Settings, General, Default branch : renommez-la « main ».")
PAGES = Reglage("Le site est publié par les workflows",
                "Settings, Pages, Build and deployment, Source : choisissez « GitHub Actions ».")
PROPOSITIONS = Reglage("Les workflows peuvent ouvrir des propositions",
                       "Settings, Actions, General, Workflow permissions : cochez « Allow GitHub Actions to create and approve "
                       "pull requests ».")
ETIQUETTE = Reglage(f"L'étiquette « {LABEL} » existe", f"Issues, Labels, New label : écrivez « {LABEL} ».")
WORKFLOWS = Reglage("Les workflows sont là et en marche",
                    "Onglet Actions : ouvrez chaque workflow arrêté, puis « Enable workflow ». La forge arrête ceux de chaque "
                    "semaine après 60 jours sans changement.")
ADRESSE = Reglage("annuaire.yml dit l'adresse du site",
                  "Ajoutez « adresse_du_site: https://… » : sans elle, ni QR code ni partage.")
SIGNALER = Reglage("annuaire.yml dit où signaler une erreur",
                   "Ajoutez « depot: », puis « signaler: https://github.com/compte/dépôt/issues/new/choose ».")
REGLAGES = (DEMANDES, BRANCHE, PAGES, PROPOSITIONS, ETIQUETTE, WORKFLOWS, ADRESSE, SIGNALER)
ATTENDUS = ("check.yml", "site.yml", "formulaire.yml", "hebdomadaire.yml")


class Etat(Enum):
    FAIT = "Fait"
    MANQUE = "Manque"
    CACHE = "À regarder vous-même"


@dataclass(frozen=True)
class Constat:
    reglage: Reglage
    etat: Etat
    precision: str = ""


@dataclass(frozen=True)
class _Forge:
    adresse: str
    depot: str
    jeton: str = field(repr=False)

    def lit(self, chemin: str) -> tuple[int, object]:
        """Status and what was said; raises Refus where nothing came back."""
        entetes = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}
        if self.jeton:
            entetes["Authorization"] = f"Bearer {self.jeton}"
        try:
            recue = avec_patience("GET", f"{self.adresse}/repos/{self.depot}{chemin}", entetes)
        except SansReponse as error:
            raise Refus(f"La forge ne répond pas ({error}) : vérifiez la connexion à internet, et recommencez") from None
        try:
            return recue.statut, json.loads(recue.corps) if recue.statut == 200 else {}
        except ValueError:
            raise Refus("La réponse de la forge ne se lit pas : vérifiez GITHUB_API_URL") from None


def depot_de(racine: Path, choisi: str | None) -> str:
    """« compte/dépôt »: what was said, what a workflow says, or where git says that this folder is from. Raises Refus."""
    # git may keep a password in it: what is not understood of it is never repeated.
    origine = re.fullmatch(r"(?:https://(?:[^/@]+@)?|git@|ssh://git@)github\.com[/:]([\w.-]+/[\w.-]+?)/?", git.origine(racine)[0])
    dit = choisi or os.environ.get("GITHUB_REPOSITORY", "").strip()
    depot = dit or (origine[1] if origine else "")
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", depot):
        quoi = f"« {visible(dit)} » n'est pas un dépôt de GitHub." if dit else "Ce dossier ne vient d'aucun dépôt de GitHub."
        raise Refus(f"{quoi} Dites lequel : --depot compte/dépôt. Pour GitLab et Codeberg, la page « Publier » du programme dit "
                    "quoi regarder")
    return depot


def constats(depot: str, annuaire: Annuaire) -> Iterator[Constat]:
    """Each switch with its state. Raises Refus where the forge does not know the repository, or does not answer."""
    adresse, jeton = (os.environ.get(nom, "").strip() for nom in ("GITHUB_API_URL", "GITHUB_TOKEN"))
    forge = _Forge(adresse.rstrip("/") or API, depot, jeton)
    statut, vu = forge.lit("")
    if statut != 200 or not isinstance(vu, dict):
        raise Refus({
            401: "La forge ne connaît pas ce jeton (401) : donnez-en un autre dans GITHUB_TOKEN, ou aucun",
            404: f"La forge ne trouve pas « {depot} » (404) : vérifiez le nom ; un dépôt privé demande un jeton (GITHUB_TOKEN)",
        }.get(statut, f"La forge refuse ({statut}) : recommencez plus tard, ou avec un jeton (GITHUB_TOKEN)"))
    yield Constat(DEMANDES, _si(vu.get("has_issues")))
    branche = vu.get("default_branch")
    yield Constat(BRANCHE, _si(branche == "main"), "" if branche == "main" else f"elle s'appelle « {visible(str(branche))} »")
    yield _pages(forge, bool(vu.get("has_pages")))
    statut, droits = forge.lit("/actions/permissions/workflow")
    yield Constat(PROPOSITIONS, _si(droits.get("can_approve_pull_request_reviews")) if statut == 200 else Etat.CACHE,
                  "" if statut == 200 else "ce jeton ne le voit pas" if forge.jeton else "ne se voit qu'avec un jeton")
    yield Constat(ETIQUETTE, {200: Etat.FAIT, 404: Etat.MANQUE}.get(forge.lit(f"/labels/{LABEL}")[0], Etat.CACHE))
    yield _workflows(*forge.lit("/actions/workflows?per_page=100"))
    yield Constat(ADRESSE, _si(annuaire.adresse_du_site))
    yield Constat(SIGNALER, _si(annuaire.depot and annuaire.depot.signaler))


def _si(fait: object) -> Etat:
    return Etat.FAIT if fait else Etat.MANQUE


def _pages(forge: _Forge, en_ligne: bool) -> Constat:
    statut, pages = forge.lit("/pages")
    if statut == 200 and isinstance(pages, dict):
        par = pages.get("build_type")
        return Constat(PAGES, _si(par == "workflow"), "" if par == "workflow" else "il est publié depuis une branche")
    if not en_ligne:
        return Constat(PAGES, Etat.MANQUE)
    return Constat(PAGES, Etat.CACHE, "un site est publié ; d'où ne se voit qu'avec un jeton")


def _workflows(statut: int, vus: object) -> Constat:
    if statut != 200 or not isinstance(vus, dict) or not isinstance(vus.get("workflows"), list):
        return Constat(WORKFLOWS, Etat.CACHE)
    etats = {str(w.get("path", "")).rpartition("/")[2]: w.get("state") for w in vus["workflows"] if isinstance(w, dict)}
    absents = [nom for nom in ATTENDUS if nom not in etats]
    arretes = [nom for nom in ATTENDUS if etats.get(nom, "active") != "active"]
    dits = [f"{quoi} : {', '.join(noms)}" for quoi, noms in (("absents", absents), ("arrêtés", arretes)) if noms]
    return Constat(WORKFLOWS, _si(not dits), " ; ".join(dits))
