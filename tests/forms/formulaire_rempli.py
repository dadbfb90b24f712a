"""The text that the forge makes of a form that somebody filled in."""

from pathlib import Path

import yaml

DEPOT = Path(__file__).parents[2]
# The day that every test looks at: 20 November 2026.
MILIEU = {"SOURCE_DATE_EPOCH": "1795132800", "PATH": "/usr/bin:/bin"}
FORMULAIRES = DEPOT / ".github" / "ISSUE_TEMPLATE"


def corps(nom: str, /, **reponses: str) -> str:
    """The text that the forge makes of a form: each question as a title, then the answer."""
    posees = [bloc for bloc in yaml.safe_load((FORMULAIRES / f"{nom}.yml").read_text())["body"] if "id" in bloc]
    assert reponses.keys() <= {bloc["id"] for bloc in posees}
    return "\n\n".join(f"### {bloc['attributes']['label']}\n\n{reponses.get(bloc['id'], '_No response_')}" for bloc in posees)
