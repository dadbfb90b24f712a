"""The figures of a directory, for a terminal and for a program. In a terminal they are in the words of their page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.paroles.chiffres import Jours, Ligne, Mots
from quifaitquoi.paroles.introuvables import BesoinIntrouvable
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.texte import en_texte as texte
from quifaitquoi.savoir.chiffres import Chiffres

BARRE = 20


def en_texte(territoire: Territoire, chiffres: Chiffres) -> str:
    """What the page says, part after part, with bars made of letters."""
    parole = Parole.de_la_source(territoire.directory)
    v = Mots(chiffres, parole).valeurs()
    quartiers = territoire.directory.quartiers
    parts = [
        (
            f"{parole.annuaire.nom}, le {parole.date(chiffres.le)}",
            [
                f"{_nombre(chiffres.fiches, 'adresse')} en service, "
                f"{chiffres.hors_service} hors service (fermées, prévues, suspendues)"
            ],
        ),
        ("De quand cela date", _barres(parole, v["fraicheur"])),
        ("De quand date ce que nous savons", _barres(parole, v["annees"])),
        ("Ce qui est renseigné", _barres(parole, v["completude"])),
        (
            "Qualité selon le schéma national (data.inclusion)",
            [
                f"Score moyen des services : {texte(parole, v['score']) if v['score'] else 'aucun'}",
                *_barres(parole, v["criteres"]),
                *(
                    [f"{_nombre(chiffres.qualite.refuses, 'service')} sans score : le schéma les refuse"]
                    if chiffres.qualite.refuses
                    else []
                ),
            ],
        ),
        (
            "Besoins sans adresse",
            [
                *([f"Nulle part : {texte(parole, v['sans_adresse'])}"] if v["sans_adresse"] else []),
                *(
                    f"{quartiers[m.quartier].nom} ({_nombre(m.adresses, 'adresse')}) : "
                    f"{texte(parole, racines) or 'aucun grand besoin'}, et {_nombre(len(m.besoins), 'besoin')} plus précis"
                    for _, m, racines, _ in v["manques"]
                ),
            ],
        ),
        *(
            [
                (
                    "Demandé, et pas trouvé, de {} à {}".format(*v["mois_comptes"]),
                    [ligne for q, besoins in v["introuvables"] for ligne in (q.nom, *(_introuvable(x) for x in besoins))],
                )
            ]
            if v["introuvables"]
            else []
        ),
        (
            f"Heures où rien n'est ouvert, du {v['lundi']} au {v['dimanche']}",
            [
                *(
                    [f"À toute heure, une adresse au moins est ouverte pour : {texte(parole, v['toujours'])}"]
                    if v["toujours"]
                    else []
                ),
                *(ligne for s in v["semaines"] for ligne in (s.racine.nom, *map(_jours, s.jours))),
            ],
        ),
        (
            "Langues parlées, et où",
            [
                f"{parole.nom_de_langue(code).texte} : {texte(parole, parlee.n)}"
                f"{f', et {interprete} avec interprète ou médiation' if interprete else ''} "
                f"({' · '.join(f'{q.nom} {n}' for q, n in ou)})"
                for code, parlee, interprete, ou in v["langues"]
            ],
        ),
    ]
    return "\n\n".join("\n".join([titre, *(f"  {ligne}" for ligne in lignes)]) for titre, lignes in parts)


def en_json(chiffres: Chiffres) -> str:
    """Every figure by its name in `Chiffres`; hours of a week as the numbers of those in which something is open."""
    objet = asdict(chiffres)
    objet["semaine"] = {racine: {
        "ouvert": list(_heures(c.ouvert)), "peut_etre": list(_heures(c.peut_etre)), "services": c.services,
        "sans_horaires": c.sans_horaires} for racine, c in chiffres.semaine.items()}
    objet["par_annee"] = {str(annee or "sans-date"): n for annee, n in chiffres.par_annee.items()}
    objet["qualite"]["criteres"] = {nom: {"moyenne": round(moyenne, 3), "services": n}
                                    for nom, (moyenne, n) in chiffres.qualite.criteres.items()}
    return json.dumps(objet, ensure_ascii=False, indent=2, default=str)


def _barres(parole: Parole, lignes: Iterable[Ligne]) -> list[str]:
    tout = [(texte(parole, ligne.quoi), texte(parole, ligne.n), ligne.part) for ligne in lignes]
    large = max((len(quoi) for quoi, _, _ in tout), default=0)
    return [f"{quoi.ljust(large)}  {('█' * round(part * BARRE)).ljust(BARRE, '·')}  {n}" for quoi, n, part in tout]


def _introuvable(x: BesoinIntrouvable) -> str:
    raisons = " · ".join(f"{raison} : {fois}" for raison, fois in x.raisons)
    devenues = "".join(f"\n      {mois} : {demande.devenu}" for mois, demande in x.devenues)
    return f"  {x.besoin.nom} ({_nombre(x.adresses, 'adresse')}) : {raisons}{devenues}"


def _jours(jours: Jours) -> str:
    return f"  {jours.nom} : {jours.rien}" + (f" ; peut-être ouvert : {jours.peut_etre}" if jours.peut_etre else "")


def _nombre(n: int, quoi: str) -> str:
    return f"{n} {quoi}{'s' if n > 1 else ''}"


def _heures(bits: int) -> Iterator[int]:
    return (heure for heure in range(7 * 24) if bits >> heure & 1)
