"""What became of the web addresses, for a terminal and for one issue."""

from __future__ import annotations

from collections.abc import Sequence

from quifaitquoi.base.markdown import echappe
from quifaitquoi.base.texte import visible
from quifaitquoi.suivi.forge.liens import Constat
from quifaitquoi.suivi.forge.ticket import Ticket, borne

TITRES = {
    "morte": "Adresses mortes",
    "deplacee": "Adresses qui ont changé",
    "muette": "Sites qui n'ont pas répondu cette fois",
}
CONSEILS = {
    "morte": "Cherchez la nouvelle page, ou retirez l'adresse. Une source morte garde sa date : remplacez-la quand vous aurez "
             "mieux.",
    "deplacee": "Ouvrez la nouvelle page : si c'est bien la même chose, recopiez son adresse.",
    "muette": "Une panne passe souvent toute seule : ne changez rien si la page s'ouvre chez vous.",
}


def en_texte(constats: Sequence[Constat]) -> str:
    parts = [_bilan(constats)]
    for etat, titre in TITRES.items():
        siens = [c for c in constats if c.etat == etat]
        if siens:
            parts.append("\n".join([f"{titre} ({len(siens)})", *(_ligne(c) for c in siens)]))
    return "\n\n".join(parts)


def en_demande(constats: Sequence[Constat]) -> Ticket:
    """The issue; empty where no address died or moved. A silent site alone is no reason to call anybody."""
    lignes: list[str] = []
    for etat, titre in TITRES.items():
        siens = sorted((c for c in constats if c.etat == etat), key=lambda c: c.adresse)
        if siens:
            lignes += [f"## {titre}", "", CONSEILS[etat], "", *(f"- {_en_markdown(c)}" for c in siens), ""]
    a_faire = any(c.etat in ("morte", "deplacee") for c in constats)
    corps = borne(lignes, "Et {n} lignes encore : `quifaitquoi links`.") if a_faire else ""
    return Ticket("liens", "Adresses web à corriger", corps)


def _bilan(constats: Sequence[Constat]) -> str:
    n, etats = len(constats), [c.etat for c in constats]
    pluriel = lambda n, mot: f"{n} {mot}{'s' if n > 1 else ''}"
    mortes, deplacees = pluriel(etats.count("morte"), "morte"), pluriel(etats.count("deplacee"), "déplacée")
    return f"{pluriel(n, 'adresse')} : {mortes}, {deplacees}, {etats.count('muette')} sans réponse."


def _ligne(c: Constat) -> str:
    return f"  {visible(c.adresse, 500)}\n    {visible(c.detail or f'→ {c.vers}', 600)}\n    {visible(' ; '.join(c.ou), 400)}"


def _en_markdown(c: Constat) -> str:
    return f"{echappe(c.adresse)} : {echappe(c.detail or f'→ {c.vers}')} — {echappe(' ; '.join(c.ou[:5]))}"
