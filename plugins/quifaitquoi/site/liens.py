"""Addresses inside and outside the site. Inside, they are relative with their `index.html`: a folder on a stick works too."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.annuaire.model.pages import SCHEMES

_ASCII = re.compile(r"[\x00-\x7f]+")


def vers_la_racine(chemin: str) -> str:
    """From the page at `chemin` back up to the folder that its path starts in: "fiches/a/index.html" → "../../"."""
    return "../" * chemin.count("/")


def sur(adresse: str | None) -> str | None:
    """The address if a link may carry it, else None: what is not a web address or a number never becomes one."""
    if not adresse:
        return None
    try:
        scheme = urlsplit(adresse.strip()).scheme
    except ValueError:
        return None
    return adresse.strip() if scheme in SCHEMES else None


def courriel(adresse: str, sujet: str = "", corps: str = "") -> str:
    """A `mailto:` link; subject and body are already written for a reader who only has to complete them.

    Letters beyond ASCII stay as they are: browsers encode them, and in Arabic that is half a kilobyte saved on each page.
    """
    dits = [(nom, texte) for nom, texte in (("subject", sujet), ("body", corps)) if texte]
    champs = [f"{nom}={_ASCII.sub(lambda signes: quote(signes[0], safe=''), texte)}" for nom, texte in dits]
    return f"mailto:{quote(adresse, safe='@+')}" + ("?" + "&".join(champs) if champs else "")


def carte(position: tuple[float, float]) -> str:
    """A map of the place on OpenStreetMap: what a computer or an iPhone can open. Asked for by a touch, and only then."""
    return f"https://www.openstreetmap.org/?mlat={position[0]:.5f}&mlon={position[1]:.5f}#map=18/{position[0]:.5f}/{position[1]:.5f}"


def carte_d_adresse(adresse: str) -> str:
    """The same of an address whose door nobody placed: its map looks for it, once it is touched."""
    return f"https://www.openstreetmap.org/search?query={quote(adresse, safe='')}"


def y_aller(vue: FicheVue) -> str | None:
    """The way there, to the door, else to the street. `imprimer.js` makes of it what a phone with a map of its own opens."""
    if vue.position and not vue.environ:
        return carte(vue.position)
    adresse = vue.adresse
    if vue.fiche.genre != "lieu" or vue.retenue or vue.clos or not (adresse and adresse.voie):
        return None
    ou = ", ".join(filter(None, (adresse.voie, adresse.commune)))
    return carte_d_adresse(ou)


def correction(signaler: str, slug: str) -> str:
    """Where to report an error about a fiche: on a forge with our forms, the right one with the fiche already named."""
    return f"{signaler}?template=corriger.yml&fiche={slug}" if signaler.endswith("/issues/new") else signaler
