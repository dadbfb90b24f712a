"""A copy of a territory that speaks other languages."""

import re
import shutil
from pathlib import Path


def copier(territoire: Path, ou: Path, langues: str) -> Path:
    """The territory with these languages and no catalogue of its own yet."""
    shutil.copytree(territoire, ou, ignore=shutil.ignore_patterns("traductions"))
    (ou / "traductions").mkdir()
    annuaire = ou / "annuaire.yml"
    annuaire.write_text(re.sub(r"(?m)^langues: .*$", f"langues: [{langues}]", annuaire.read_text("utf-8")), encoding="utf-8")
    return ou
