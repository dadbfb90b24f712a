"""The pages' own words, without their markup: the sheet and the table say what the pages say."""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup

from quifaitquoi.enrich import Territoire
from quifaitquoi.langues import langue
from quifaitquoi.render.redaction import Parole


def parole_de(territoire: Territoire) -> Parole:
    """The language of the fiches, which is that of those who phone."""
    return Parole(territoire.directory, langue(territoire.directory.annuaire.langues[0]))


def simple(html: object) -> str:
    """Markup as plain text."""
    return unescape(re.sub(r"<[^>]*>", "", str(html))) if isinstance(html, Markup) else str(html)


# A language's name in itself helps those who speak it, not whoever phones; and paper has not every script.
NOM_NATIF = re.compile(r" <bdi lang=[^>]*>\([^<]*\)</bdi>")


def lignes(html: Markup) -> list[str]:
    """The items of a list of facts, each as plain text."""
    propres = (simple(Markup(NOM_NATIF.sub("", item))).strip() for item in str(html).split("</li>"))
    return [propre for propre in propres if propre]
