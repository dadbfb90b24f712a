"""HSDS wants UUIDs: the same for the same thing, whatever line it stands on and whenever the site is built."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5


def identifiant(genre: str, *de_quoi: str) -> str:
    """The UUID of an object of this kind, by what names it in the directory."""
    return str(uuid5(NAMESPACE_URL, "/".join(("urn:quifaitquoi", genre, *de_quoi))))
