"""The rules, one idea a module. Each states itself in one line and yields what it finds with its place."""

from quifaitquoi.annuaire.check.rules import (  # noqa: F401 - importing registers the rules
    access,
    announcements,
    asked,
    confidentiality,
    contact,
    dates,
    duplicates,
    geography,
    holidays,
    hours,
    leaflets,
    peers,
    persons,
    printing,
    references,
    relays,
    rights,
    school,
    vocabulary,
    wording,
)
