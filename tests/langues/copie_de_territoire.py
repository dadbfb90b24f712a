"""A copy of a territory that speaks other languages."""

import re
import shutil
from pathlib import Path


def copier(port_exemple: Path, ou: Path, langues: str) -> Path:
    """Port-Exemple with these languages and no catalogue of its own yet."""
    shutil.copytree(port_exemple, ou)
    shutil.rmtree(ou / "traductions")
    (ou / "traductions").mkdir()
    annuaire = ou / "annuaire.yml"
    annuaire.write_text(re.sub(r"(?m)^langues: .*$", f"langues: [{langues}]", annuaire.read_text("utf-8")), encoding="utf-8")
    return ou
