"""What surrounds a page. The theme draws the frame once per language and depth; each page is then put into it.

Knows pages and languages, no generator: `dessiner` is the theme's template, whoever runs it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import blake2b
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from quifaitquoi.annuaire.model.annuaire import Annuaire, Avertissement
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.langues import Langue
from quifaitquoi.site.actifs import DESSINENT, Actifs
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.icones import des_feuilles, icone, numerotees, planche
from quifaitquoi.site.liens import courriel, sur
from quifaitquoi.site.moteur import sans_marges
from quifaitquoi.site.page import Page
from quifaitquoi.site.regles import REGLES

# A map pin that is also a question: where, and whom to ask.
LOGO = Markup(
    '<svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><path class="logo-fond" d="M16 1.5c7.2 0 13 '
    '5.3 13 12 0 5.4-3.8 9.6-8.7 11.2L16 30.5l-4.3-5.8C6.8 23.1 3 18.9 3 13.5c0-6.7 5.8-12 13-12z"/><path class="logo-trait" '
    'd="M11.9 11.2c.2-2.4 2-3.9 4.3-3.9 2.4 0 4.2 1.5 4.2 3.7 0 3.2-3.9 3.3-3.9 6.2"/><circle class="logo-point" cx="16.4" '
    'cy="20.4" r="1.5"/></svg>'
)

# Where a page's own parts go. YAML and templates refuse the NUL character, so no text can look like one.
_PLACES = ("titre", "description", "canonique", "langues", "alternes", "contenu", "planche", "modifier")
_PLACE = re.compile(r"\0(\w+)\0")
# Check boxes, layers and places that Material's scripts would use: no page of ours runs them, and without a style some would show.
_RESTES = re.compile(
    r'<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>|<div class="md-dialog".*?</div>\s*</div>'
    r'|<div data-md-component="(?:skip|announce)">\s*</div>', re.S
)


def cle_de(annuaire: Annuaire) -> str:
    """Under which name a browser keeps what its visitor chose here: two directories on one host, or one stick, do not mix."""
    return f"quifaitquoi.{blake2b(annuaire.territoire.encode(), digest_size=4).hexdigest()}"


@dataclass(frozen=True)
class Cadre:
    """The frame of one language."""

    directory: Directory
    langue: Langue
    langues: tuple[Langue, ...]
    aujourdhui: date
    actifs: Actifs
    ecrites: tuple[tuple[str, str, str], ...]
    dessiner: Callable[[dict[str, object]], str]
    _coquilles: dict[tuple[str, str], list[str]] = field(default_factory=dict, compare=False)

    @cached_property
    def parole(self) -> ParoleEnPage:
        return ParoleEnPage(self.directory, self.langue)

    @cached_property
    def relue(self) -> bool:
        """Whether native speakers have reviewed all that this language's pages say."""
        du_territoire = self.directory.traductions.get(self.langue.code)
        return not self.parole.etranger or (self.langue.catalogue.relu and (du_territoire is None or du_territoire.relu))

    def encadrer(self, page: Page) -> str:
        """The complete document."""
        racine = Redaction(self.parole, page.chemin).racine
        if (coquille := self._coquilles.get((racine, page.genre))) is None:
            dessinee = sans_marges(_RESTES.sub("", self.dessiner(self._valeurs(racine, page.genre))))
            # Material gives the direction to the body only; the window's title and bars want it too.
            dessinee = dessinee.replace("<html lang=", f'<html dir="{self.langue.sens}" lang=', 1)
            # Every second piece is the name of a place.
            coquille = self._coquilles[racine, page.genre] = _PLACE.split(dessinee)
        annuaire = self.directory.annuaire
        nom = self.parole.typo(annuaire.nom)
        parties = {
            "titre": escape(self.langue.titre(page.titre, *(() if page.genre == "accueil" else (nom,)))),
            "description": escape(page.description),
            "canonique": escape(annuaire.adresse_de(f"{self.langue.code}/{page.chemin}") or ""),
            "langues": self._langues(page, racine),
            "alternes": self._alternes(page),
            "contenu": page.contenu,
            "planche": "\0planche\0",
            "modifier": self._modifier(page),
        }
        html = des_feuilles("".join(parties[morceau] if n % 2 else morceau for n, morceau in enumerate(coquille)),
                            self.actifs.dessines(page.genre))
        html, dessins = numerotees(html) if page.genre not in DESSINENT else (html, planche(html))
        return html.replace("\0planche\0", dessins, 1)

    def _valeurs(self, racine: str, genre: str) -> dict[str, object]:
        """What the theme's template prints: the same for all pages of this depth and kind, and the places of the rest."""
        annuaire = self.directory.annuaire
        p = Redaction(self.parole, racine.replace("../", "x/") + "index.html")
        contact, avertissement, licence = annuaire.contact, annuaire.avertissement, annuaire.licence_donnees
        if licence:
            licence = p.dehors(licence.adresse, p.t(licence.nom, False)) if licence.adresse else p.t(licence.nom)
        moyens = [p.tel(contact.telephone)] if contact and contact.telephone else []
        if contact and contact.courriel:
            moyens.append(Markup('<a href="{}"><bdi dir="ltr">{}</bdi></a>').format(courriel(contact.courriel), contact.courriel))
        return {
            **{nom: Markup(f"\0{nom}\0") for nom in _PLACES},
            "a_une_adresse": bool(annuaire.adresse_du_site),
            "langue": self.langue,
            "plusieurs_langues": len(self.langues) > 1,
            "genre": genre,
            "racine": racine,
            "actifs": f"{racine}../",
            "styles": self.actifs.styles(genre),
            "script": self.actifs.script,
            "script_discret": self.actifs.discret,
            "icone_du_site": self.actifs.icone,
            "scripts_a_part": self.actifs.scripts(genre),
            "regles": REGLES,
            "cle": cle_de(annuaire),
            "sortie": annuaire.sortie,
            "chez": urlsplit(annuaire.sortie).hostname,
            "nom": p.t(annuaire.nom, False),
            "logo": LOGO,
            "fr": self.parole.marque,
            "ecrites": self.ecrites,
            "a_des_droits": bool(self.directory.droits),
            "a_des_ressources": bool(self.directory.ressources),
            "a_des_organismes": bool(self.directory.organismes),
            "a_ma_feuille": annuaire.jours_difficiles is not None,
            "relue": self.relue,
            "contact": Markup(" · ").join(moyens),
            "jour": self.parole.date(self.aujourdhui),
            "jour_iso": self.aujourdhui.isoformat(),
            "fuseau": self.directory.calendrier.fuseau,
            "licence": licence or "",
            **_avertissement(p, avertissement, genre),
            "_": self.parole.entre_balises,
            "n_": self.parole.n_,
            "icone": icone,
        }

    def _langues(self, page: Page, racine: str) -> Markup:
        """The switcher: the same page in every language, each by its own name."""
        return Markup("").join(
            Markup('<li><a href="{}../{}/{}" lang="{}" hreflang="{}" dir="{}"{}>{}</a></li>').format(
                racine, autre.code, page.chemin, autre.code, autre.code, autre.sens,
                Markup(' aria-current="true"') if autre == self.langue else "", autre.nom)
            for autre in self.langues) if len(self.langues) > 1 else Markup("")

    def _alternes(self, page: Page) -> Markup:
        """The same page in the other languages, for search engines: they want complete addresses."""
        annuaire = self.directory.annuaire
        if not annuaire.adresse_du_site or len(self.langues) == 1:
            return Markup("")
        liens = [(autre.code, annuaire.adresse_de(f"{autre.code}/{page.chemin}")) for autre in self.langues]
        return Markup("\n").join(Markup('<link rel="alternate" hreflang="{}" href="{}">').format(*lien)
                                 for lien in (*liens, ("x-default", liens[0][1])))

    def _modifier(self, page: Page) -> Markup:
        depot = self.directory.annuaire.depot
        adresse = sur(f"{depot.modifier.rstrip('/')}/{page.source}") if depot and depot.modifier and page.source else None
        return Markup('<li><a rel="noreferrer noopener external" href="{}">{}</a></li>').format(
            adresse, self.parole._("Corriger cette page")) if adresse else Markup("")


def _avertissement(p: Redaction, avertissement: Avertissement | None, genre: str) -> dict[str, Markup | None]:
    """Its first sentence, which stands above the page, and the whole where that says more: a phone has no room for it on top."""
    if avertissement is None or (avertissement.partout == "non" and genre != "accueil"):
        return {"avertissement": None, "avertissement_entier": None}
    debut = p.premiere_phrase(avertissement.texte)
    entier = p.paragraphes(avertissement.texte) if debut != avertissement.texte else None
    return {"avertissement": p.t(debut), "avertissement_entier": entier}
