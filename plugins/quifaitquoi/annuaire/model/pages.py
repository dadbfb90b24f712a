"""Hand-written pages: what they may be called, and where a link of theirs may lead."""

import re

# What the program's own pages are called, in each language: a page of the same name would take the place of one of them.
PRISES = frozenset((
    "accueil-telephonique", "besoins", "cartes", "changements", "chiffres", "depliants", "donnees", "droits", "fiches", "glossaire",
    "hors-ligne", "jamais", "jours-difficiles", "modifier", "organismes", "publics", "quartiers", "ressources", "selection",
    "semaine", "temps-de-vie", "tout", "trouver"))
# Pages of the site that are one of many, each under its own name.
PAR_NOM = frozenset(("besoins", "droits", "fiches", "organismes", "quartiers", "temps-de-vie"))
SCHEMES = frozenset(("http", "https", "tel", "mailto", "geo", "sms"))
VERS_ECRITE = re.compile(r"(?:\./)?(?P<slug>[a-z0-9-]+)\.md(?P<ancre>#[\w-]*)?")
VERS_PAGE = re.compile(r"\.\./(?P<chemin>(?:[a-z0-9-]+/)+)index\.html(?:#[\w-]*)?")
VERS_ICI = re.compile(r"#[\w-]*")
