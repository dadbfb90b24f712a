"""What eighteen languages cost beside one, and what a copy of one without network weighs."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.measures import mesure
from tests.bench.territory import MODELE, territoire

FICHES = 1_000


def lignes(ligne: Callable[..., None], quifaitquoi: Sequence[str], nombre: int = FICHES) -> None:
    """One generated territory, in French, then in every language of Port-Exemple; nothing is taken up."""
    toutes = re.search(r"(?m)^langues: .*$", (MODELE / "annuaire.yml").read_text("utf-8"))[0]
    with tempfile.TemporaryDirectory(prefix="quifaitquoi-langues-") as dossier:
        source, site, par_langues = territoire(nombre, Path(dossier, "territoire")), Path(dossier, "site"), []
        annuaire = source / "annuaire.yml"
        for langues in ("langues: [fr]", toutes):
            annuaire.write_text(re.sub(r"(?m)^langues: .*$", langues, annuaire.read_text("utf-8")), "utf-8")
            par_langues.append(mesure(*quifaitquoi, "build", source, "--vers", site, "--sans-cache"))
            if len(par_langues) == 1:
                lot = json.loads((site / "fr/hors-ligne/lot.js").read_text("utf-8").partition("(")[2].rpartition(")")[0])
                poids = lot["poids"][0] + sum(partie["poids"][0] for partie in lot["parts"].values())
                ligne(f"{nombre} fiches : copie sans réseau, une langue", f"{poids / 1e6:.2f} Mo", "but 1,5 Mo pour 1 000")
        une, dix_huit = par_langues
        ligne(f"{nombre} fiches : {toutes.count(',') + 1} langues", f"{dix_huit.processeur:.0f} s",
              f"de processeur, une langue {une.processeur:.0f} s", f"{dix_huit.processeur / une.processeur:.1f} fois (but : 6)")
        ligne("", f"{dix_huit.memoire:.0f} Mio", f"une langue {une.memoire:.0f} Mio",
              f"{dix_huit.memoire / une.memoire:.2f} (but : 1,5)")
