"""One fiche as a message: a few lines of plain text, which a telephone sends and a picture shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from quifaitquoi.paroles.contact import contact
from quifaitquoi.site.faits import d_un_trait
from quifaitquoi.site.pages.fiche.vue import VueDePage

# Spaces and hyphens that make a message cost twice as much.
_ORDINAIRES = str.maketrans("\u00a0\u202f\u2011", "  -", "\u2060")
_MARQUES = str.maketrans("", "", "\u2066\u2067\u2068\u2069")
_A_PART = re.compile(r'<(bdi|span)\b([^>]*)>((?:(?!<\1\b).)*?)</\1>', re.S)


def message(c: VueDePage) -> str:
    """Name, what, state, hours, how to reach it, address, how sure that is: a line each. `c` never holds a withheld address."""
    texte = "\n".join(filter(None, (_simple(Markup(ligne)) for ligne in _lignes(c))))
    return texte if c.parole.langue.sens == "rtl" else texte.translate(_MARQUES)


def _simple(ligne: Markup) -> str:
    """A line without its marks, but those without which a number or an address among Arabic letters is read backwards."""
    marquee = _A_PART.sub(lambda lu: f"\u2066{lu[3]}\u2069" if 'dir="ltr"' in lu[2] else f"\u2068{lu[3]}\u2069", str(ligne))
    return " ".join(Markup(marquee).striptags().translate(_ORDINAIRES).split())


def _lignes(c: VueDePage) -> Iterator[str | Markup]:
    f, p, _ = c.fiche, c.p, c.parole._
    un = lambda s: p.t(s.service.nom, False) if s.service.nom else p.terme(s.besoin)
    yield p.t(f.nom, False)
    yield Markup(" · ").join(un(s) for s in c.vue.services)
    if f.etat:
        yield c.etat(f.etat)
    if c.vue.en_service:
        if c.vue.complet:
            yield c.complet(c.vue.complet)
        yield from map(c.fermeture, c.fermetures)
        yield from _heures(c, un)
        if c.sans_telephone:
            yield _("Téléphone inconnu")
        yield d_un_trait(p, contact(c.parole.en_texte, f.contact))
        if c.retenue:
            yield _("Adresse non publiée")
        elif c.vue.clos:
            yield _("On n'y entre pas de la rue")
        elif c.adresse:
            yield Markup(" · ").join(filter(None, (c.ligne_d_adresse, c.demenagement)))
    yield c.etiquette


def _heures(c: VueDePage, un) -> Iterator[str | Markup]:
    f, _ = c.fiche, c.parole._
    if f.horaires:
        yield c.phrase(f.horaires)
    for s in c.services_a_horaires:
        yield Markup("{} : {}").format(un(s), c.phrase(c.horaires_de(s))) if len(f.services) > 1 else c.phrase(c.horaires_de(s))
    for arret in c.arrets:
        dit = c.phrase(arret.horaires) if arret.horaires else _("Horaires inconnus")
        yield Markup("{} : {}").format(c.p.t(arret.lieu, False), dit)
    if not (f.horaires or c.services_a_horaires or c.arrets):
        yield _("Horaires inconnus")
    elif c.avis_horaires:
        yield c.avis_horaires
