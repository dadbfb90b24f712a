"""The review for the page of a workflow: Markdown in which no contributor can write any."""

from __future__ import annotations

from collections.abc import Iterator

from quifaitquoi.annuaire.check.problem import Probleme, bilan
from quifaitquoi.base.markdown import echappe
from quifaitquoi.suivi.relecture.agenda import Agenda
from quifaitquoi.suivi.relecture.relecture import FicheRelue, Relecture

SUITE = "*La suite est dans la page relecture.html, jointe à cette vérification.*"
OCTETS_MAX = 900_000  # the forge takes a summary of 1 MiB, or none at all
PROBLEMES_MAX = 50  # of one fiche


def en_markdown(relecture: Relecture) -> str:
    parts = [f"# {relecture.titre}", f"`{bilan(relecture.problemes, relecture.fichiers)}`"]
    if relecture.autres_problemes:
        parts += ["## À corriger ailleurs", *_problemes(relecture.autres_problemes, ailleurs=True)]
    taille = 0
    for fiche in relecture.fiches:
        dit = list(_fiche(fiche))
        taille += sum(len(part.encode()) + 2 for part in dit)
        if taille > OCTETS_MAX:
            parts.append(SUITE)
            break
        parts += dit
    if relecture.autres:
        parts += ["## Autres fichiers changés", "\n".join(f"- {echappe(autre)}" for autre in relecture.autres[:100])]
    return "\n\n".join(parts) + "\n"


def _fiche(fiche: FicheRelue) -> Iterator[str]:
    yield f"## {echappe(fiche.titre)}"
    yield f"*{echappe(fiche.chemin)}*"
    yield from (f"**{echappe(remarque)}**" for remarque in fiche.remarques)
    if fiche.champs:
        yield "\n".join(f"- {echappe(champ)}" for champ in fiche.champs)
    if fiche.changements and fiche.comparee:
        yield "| | avant | après |\n|---|---|---|\n" + "\n".join(
            f"| {echappe(c.titre)} | {_cellule(c.avant)} | {_cellule(c.apres)} |" for c in fiche.changements)
    elif fiche.changements:
        yield f"| | ce que dit {fiche.nom} |\n|---|---|\n" + "\n".join(
            f"| {echappe(c.titre)} | {_cellule(c.apres)} |" for c in fiche.changements)
    yield from (_agenda(agenda) for agenda in fiche.agendas)
    for place in fiche.places:
        yield f"{echappe(place.titre or 'Où')} : {echappe(place.phrase)} (le plan est dans relecture.html)"
    yield from _problemes(fiche.problemes)


def _cellule(lignes: tuple[str, ...]) -> str:
    return "<br>".join(map(echappe, lignes)) or "—"


def _agenda(agenda: Agenda) -> str:
    titre = f"Les deux semaines qui viennent{' — ' + agenda.titre if agenda.titre else ''}"
    if agenda.change:
        lignes = ["| | avant | après |", "|---|---|---|"]
        lignes += [f"| {echappe(j.nom)} | {echappe(j.avant)} | {_gras(j.avant != j.apres, j.apres)} |" for j in agenda.jours]
    else:
        lignes = ["| | heures |", "|---|---|", *(f"| {echappe(j.nom)} | {echappe(j.apres)} |" for j in agenda.jours)]
    return f"<details><summary>{echappe(titre)}</summary>\n\n" + "\n".join(lignes) + "\n\n</details>"


def _gras(change: bool, texte: str) -> str:
    return f"**{echappe(texte)}**" if change and texte else echappe(texte)


def _problemes(problemes: tuple[Probleme, ...], ailleurs: bool = False) -> Iterator[str]:
    if problemes:
        yield "\n".join(
            f"- **{p.niveau}**, {f'{echappe(p.fichier)}, ' if ailleurs else ''}ligne {p.ligne} : "
            + echappe(f"{p.champ} : {p.phrase}" if p.champ else p.phrase) for p in problemes[:PROBLEMES_MAX])
    if len(problemes) > PROBLEMES_MAX:
        yield f"… et {len(problemes) - PROBLEMES_MAX} autres."
