"""Scripts and styles as browsers get them: what only helps who reads the source is left out, each visitor would pay for it."""

from __future__ import annotations

import json
import re
from hashlib import blake2b
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin


def script(js: str) -> str:
    """Without comments and indentation."""
    return f"{jsmin(js)}\n"


def style(css: str) -> str:
    """Without comments and indentation."""
    return f"{cssmin(css)}\n"


def empreinte(contenu: str | bytes) -> str:
    """A few signs that change with the content."""
    return blake2b(contenu.encode() if isinstance(contenu, str) else contenu, digest_size=4).hexdigest()


def mention(paquet: Path) -> str:
    """The comment that names a package of npm, its version, whose it is and its licence: what its licence asks for."""
    dit = json.loads((paquet / "package.json").read_text("utf-8"))
    licence = next(paquet.glob("LICENSE*")).read_text("utf-8")
    droits = re.search(r"(?m)^Copyright .*$", licence)[0]
    return f"/* {dit['name']} {dit['version']}. {droits}. {dit['license']} License. */\n"


def classique(module: str, nom: str) -> str:
    """A module as a script that puts what it exports into `window.quifaitquoi.<nom>`.

    It exports each thing where it is declared, or all in one `export{…}` at its end. Pages from a folder may not load modules.
    """
    corps, exportes = re.fullmatch(r"(?s)(.*?)(?:export\s*\{([\w\s,]*)\};?\s*)?", module).groups()
    paires = [exporte.split(" as ") for exporte in exportes.split(",")] if exportes else []
    paires += [(declare, declare) for declare in re.findall(r"\bexport (?:function|const) (\w+)", corps)]
    corps = re.sub(r"\bexport (?=(?:function|const) \w)", "", corps)
    rendus = ",".join(f"{dehors}:{dedans}" for dedans, dehors in paires)
    return f'"use strict";(function(){{{corps}window.quifaitquoi.{nom}={{{rendus}}}}})();\n'
