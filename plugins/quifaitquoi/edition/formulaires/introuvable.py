"""« Je n'ai pas trouvé »: one more in manques.yml. A need, a neighbourhood, a month and why; no person, no day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from quifaitquoi.annuaire.check.fields import champs
from quifaitquoi.annuaire.model.manques import RAISONS, Demande, Manques
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.edition.decoupe import Pose, editer
from quifaitquoi.edition.decoupe.fichier import ouvrir_ou_neuf
from quifaitquoi.edition.formulaires.lecture import Lecture, Refusees
from quifaitquoi.edition.reponses import comprendre
from quifaitquoi.edition.reponses.comprendre import Incompris

CHEMIN = Path("manques.yml")
ENTETE = "# yaml-language-server: $schema=../plugins/quifaitquoi/schema/manques.schema.json\n"
# The choices of the form, in its words: those of the model.
POURQUOI = {Demande.model_fields[raison].title: raison for raison in RAISONS}
LIGNE = ("mois", "quartier", "besoin")


def compter(lues: Lecture, racine: Path, aujourdhui: date) -> tuple[str, dict[str, str]]:
    """The text of manques.yml with one more, and what was understood, in our words. Raises Incompris, EditionImpossible."""
    d = lues.directory
    besoins, quartiers = d.vocabulaire.noms("besoins"), {slug: (q.nom,) for slug, q in d.quartiers.items()}
    dits = {
        "besoin": lues.lit("besoin", lambda texte: comprendre.un_de(texte, besoins, "un besoin de l'annuaire")),
        "quartier": lues.lit("quartier", lambda texte: comprendre.un_de(texte, quartiers, "un quartier de l'annuaire")),
        "mois": lues.lit("mois", lambda texte: _mois(texte, aujourdhui)),
        "pourquoi": lues.lit("pourquoi", _raison),
    }
    if lues.laissees:
        raise Refusees(" ; ".join(laissee.phrase for laissee in lues.laissees), tuple(lues.laissees))
    texte = _un_de_plus(ouvrir_ou_neuf(racine / CHEMIN, racine).texte, {nom: dits[nom] for nom in LIGNE}, dits["pourquoi"])
    return texte, {"besoin": besoins[dits["besoin"]][0], "quartier": d.quartiers[dits["quartier"]].nom, "mois": dits["mois"]}


def _un_de_plus(texte: str, ligne: Mapping[str, str], raison: str) -> str:
    if not texte.strip():
        dites = "\n    ".join(f"{nom}: {dit}" for nom, dit in {**ligne, raison: "1"}.items())
        return f"{texte}{ENTETE}demandes:\n  - {dites}\n"
    deja = lire_yaml(texte).valeur_a(("demandes",))
    if not isinstance(deja, list):
        raise Incompris("L'annuaire compte les demandes dans manques.yml, et ce fichier ne se lit pas : l'équipe s'en occupe")
    rang = next((i for i, d in enumerate(deja) if isinstance(d, dict) and ligne.items() <= {*_plats(d)}), None)
    pose = (Pose(("demandes", len(deja)), {**ligne, raison: "1"}) if rang is None
            else Pose(("demandes", rang, raison), str(_nombre(deja[rang].get(raison)) + 1)))
    return editer(texte, [pose], lambda chemin: champs(Manques, chemin))


def _plats(demande: Mapping[str, object]) -> Iterable[tuple[str, str]]:
    """What it says in one word each."""
    return ((nom, dit) for nom, dit in demande.items() if isinstance(dit, str))


def _nombre(ecrit: object) -> int:
    return int(ecrit) if isinstance(ecrit, str) and re.fullmatch(r"[0-9]{1,4}", ecrit) else 0


def _mois(texte: str, aujourdhui: date) -> str:
    lu = comprendre.date_sue(texte)
    if not re.fullmatch(r"\d{4}-\d\d", lu):
        raise Incompris(f"{comprendre.cite(texte)} : " + ("un mois suffit, le jour ne se note pas" if lu.count("-") == 2 else
                                                          "il y manque le mois") + ". Exemple : octobre 2026")
    if lu > f"{aujourdhui:%Y-%m}":
        raise Incompris(f"{comprendre.cite(texte)} : ce mois n'a pas encore commencé")
    return lu


def _raison(texte: str) -> str:
    if texte not in POURQUOI:
        raise Incompris(f"{comprendre.cite(texte)} n'est pas un choix du formulaire : {', '.join(POURQUOI)}")
    return POURQUOI[texte]
