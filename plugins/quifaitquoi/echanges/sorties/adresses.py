"""Web addresses as formats want them: a volunteer copies « https://maison.example.org/équipe », a URI is plain ASCII (RFC 3986)."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_LAISSES = "/%:@!$&'()*+,;=~"


def uri(adresse: str | None) -> str | None:
    """The same address in ASCII; None without one, or where its host has no name in ASCII."""
    if not adresse:
        return None
    parts = urlsplit(adresse)
    try:
        hote = (parts.hostname or "").encode("idna").decode()
    except UnicodeError:
        return None
    port = f":{parts.port}" if parts.port else ""
    return parts._replace(netloc=f"{hote}{port}", path=quote(parts.path, _LAISSES), query=quote(parts.query, f"{_LAISSES}?"),
                          fragment=quote(parts.fragment, f"{_LAISSES}?")).geturl()
