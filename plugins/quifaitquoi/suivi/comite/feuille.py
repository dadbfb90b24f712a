"""What a committee had before it, by the numbers on its paper, and what it answered so far: kept until all is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from quifaitquoi.base.fichier import ecrire
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.suivi.appel.questions import RETENUE
from quifaitquoi.suivi.comite.dossier import Dossier

OCTETS_MAX = 1_000_000
PAS_UNE_FEUILLE = ("n'est pas la feuille d'une réunion : « quifaitquoi comite » l'écrit à côté de son PDF, avec le même nom et "
                   "« .json »")


def cote_a_cote(pdf: Path) -> Path:
    """Where the sheet of a folder stands."""
    return pdf.with_suffix(".json")


def note(dossier: Dossier, chemin: Path) -> None:
    """Write the sheet of a meeting that has not answered yet; nothing of a withheld address is asked. Raises Refus where that would
    take the place of answers that are in no fiche yet."""
    if chemin.exists() and Feuille(chemin).reponses:
        raise Refus(f"« {chemin} » a des réponses qui ne sont encore dans aucune fiche : finissez avec « quifaitquoi from-sheet "
                    f"{chemin} », ou donnez un autre nom avec --vers")
    fiches = [{"slug": f.slug, "nom": f.nom, "questions": [[q.champ, q.titre, bool(q.doutes)] for q in f.questions
                                                           if q.cru != (RETENUE,)]} for f in dossier.fiches]
    ecrire(chemin, json.dumps({"quartier": dossier.quartier, "fiches": fiches, "reponses": {}, "faites": []}, ensure_ascii=False))


class Feuille:
    """`fiches`: each with slug, nom and questions (field, title, whether it was in doubt), in the order of their numbers.

    `reponses`: slug → field → what was ticked; `faites`: the slugs whose answers are in their files.
    """

    def __init__(self, chemin: Path) -> None:
        """Raises Refus where this is no sheet."""
        self._chemin = chemin
        try:
            with chemin.open("rb") as flux:
                lue = json.loads(flux.read(OCTETS_MAX))
            json.dumps(lue, ensure_ascii=False).encode()  # half a sign could not be written again
            self.quartier = str(lue["quartier"])
            self.fiches = [(str(f["slug"]), str(f["nom"]), [(str(q[0]), str(q[1]), bool(q[2])) for q in f["questions"]])
                           for f in lue["fiches"]]
            self.reponses = {str(slug): {str(champ): str(dit) for champ, dit in siennes.items()}
                             for slug, siennes in lue["reponses"].items()}
            self.faites = [str(slug) for slug in lue["faites"]]
        except OSError:
            raise Refus(f"« {visible(str(chemin))} » ne peut pas être lu : faites d'abord le dossier, « quifaitquoi comite »"
                        ) from None
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            raise Refus(f"« {visible(str(chemin))} » {PAS_UNE_FEUILLE}") from None

    def repond(self, slug: str, champ: str, dit: str) -> None:
        """Keep what was ticked; nothing ticked takes it out."""
        siennes = self.reponses.setdefault(slug, {})
        siennes.pop(champ, None)
        if dit:
            siennes[champ] = dit
        self._garde()

    def est_faite(self, slug: str) -> None:
        """Its answers are in its file: nothing of them is kept here any more."""
        self.reponses.pop(slug, None)
        self.faites = [*(s for s in self.faites if s != slug), slug]
        self._garde()

    def de(self, slug: str) -> Mapping[str, str]:
        return self.reponses.get(slug, {})

    def _garde(self) -> None:
        fiches = [{"slug": slug, "nom": nom, "questions": questions} for slug, nom, questions in self.fiches]
        ecrire(self._chemin, json.dumps({"quartier": self.quartier, "fiches": fiches, "reponses": self.reponses,
                                         "faites": self.faites}, ensure_ascii=False))
