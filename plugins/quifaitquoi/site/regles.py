"""What a page of ours may load: its own files. A browser that knows these rules refuses all the rest, whatever a page holds."""

from __future__ import annotations

from markupsafe import Markup

# `file:` is for a copy on a stick: not every browser takes two files of one folder for the same origin. On the web it
# opens nothing, for no site may load a file of its visitor's.
_ICI = "'self' file:"

# Between double quotes it needs no escape.
REGLES = Markup(f"default-src 'none'; script-src {_ICI}; style-src {_ICI}; img-src {_ICI} data:; frame-src {_ICI}; "
                "form-action 'self'; base-uri 'none'")
