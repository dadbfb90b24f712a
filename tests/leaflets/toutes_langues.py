"""The languages of Port-Exemple, as its annuaire.yml names them: one that is added there is read back by itself."""

from __future__ import annotations

import yaml

from garde import DEPOT
from quifaitquoi.langues import langue

LANGUES: list[str] = yaml.safe_load((DEPOT / "tests" / "port-exemple" / "annuaire.yml").read_text("utf-8"))["langues"]
DE_DROITE = [code for code in LANGUES if langue(code).sens == "rtl"]
