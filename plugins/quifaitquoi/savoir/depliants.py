"""The leaflets that annuaire.yml lists, and what their files are called: pages link to them before they are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from zlib import crc32

from quifaitquoi.annuaire.enrich.territoire import Territoire
from quifaitquoi.savoir.annonces import lieux_de_la_semaine
from quifaitquoi.savoir.sortie import sorties

DOSSIER = "depliants"  # below the site's root
# The sheet « Cette semaine, chez vous »: made wherever anything is announced, without being asked for.
SEMAINE = "semaine"
# The sheet for the day that one leaves a place: made for each life moment that has one, without being asked for.
SORTIE = "sortie"
# « Ma feuille pour les jours difficiles »: blank, to be filled in by hand. Made where annuaire.yml says what to print on it.
MA_FEUILLE = "ma-feuille"
# What keeps a leaflet from being what was asked for: it ends with a list, for want of room; a place is not there in full, for a
# character that no font draws; or it has no file, because there is no room even so, no font for the script, such a character
# outside of any place, or anything else.
Raison = Literal["abrege", "illisible", "place", "police", "signe", "autre"]


@dataclass(frozen=True)
class Demande:
    """One leaflet. `besoins` are needs or roots of the vocabulary, none for all; `pages` as written, None for the format's own.

    `quartier` is "" for what is of the whole territory: the week's sheet, the one for hard days, and the one for the day of
    leaving, whose life moment is `moment`.
    """

    quartier: str
    format: str = "depliant"
    langue: str = "fr"
    besoins: tuple[str, ...] = ()
    pages: str | None = None
    selection: bool = False
    papier: str = "a4"
    moment: str = ""

    @property
    def nom(self) -> str:
        """The file's name without its ending. What is carried in a pocket has a discreet name: its needs, or the place that one
        leaves, are only a number in it."""
        if self.format == SORTIE:
            return f"le-jour-meme-{_en_chiffres(self.moment)}-{self.langue}"
        if self.format == SEMAINE:
            return "-".join(filter(None, ("cette-semaine", self.quartier, self.langue)))
        if self.format == MA_FEUILLE:
            return f"{MA_FEUILLE}-{self.langue}"
        if self.format == "discret":
            theme = [_en_chiffres(",".join(self.besoins))] if self.besoins else []
            return "-".join(["infos", self.quartier, *theme, self.langue])
        papier = [self.papier] if self.papier != "a4" else []
        return "-".join([self.quartier, *self.besoins, self.format, *papier, self.langue])

    @property
    def fichiers(self) -> tuple[str, ...]:
        """Its files: the one to read, then for a booklet the one to print and fold."""
        return (f"{self.nom}.pdf", *((f"{self.nom}-a-plier.pdf",) if self.format == "livret" else ()))


def _en_chiffres(mots: str) -> str:
    return f"{crc32(mots.encode()) % 10_000:04}"


# Leaflets that are not what was asked for.
Ecarts = Mapping[Demande, Raison]


def a_un_fichier(demande: Demande, ecarts: Ecarts) -> bool:
    """Whether a page may lead to it."""
    return ecarts.get(demande, "abrege") in ("abrege", "illisible")


def depliants_voulus(territoire: Territoire) -> tuple[Demande, ...]:
    """Every leaflet that annuaire.yml lists, once, in its order.

    Neighbourhoods without a fiche in service get none unless named.
    """
    annuaire, voulues = territoire.directory.annuaire, []
    for bloc in annuaire.depliants or ():
        quartiers = bloc.quartiers or [slug for slug in territoire.directory.quartiers
                                       if any(vue.en_service for vue in territoire.par_quartier.get(slug, ()))]
        voulues += [Demande(quartier, forme, langue, bloc.besoins or (), bloc.pages, bloc.selection == "auto", bloc.papier)
                    for quartier in quartiers for forme in bloc.formats for langue in bloc.langues or annuaire.langues]
    return tuple({demande.nom: demande for demande in reversed(voulues)}.values())[::-1]


def feuilles_de_la_semaine(territoire: Territoire) -> tuple[Demande, ...]:
    """The sheet to hang, in each language of the site, of the territory and of each neighbourhood where anything is announced."""
    lieux = lieux_de_la_semaine(territoire.directory, territoire.aujourdhui)
    return tuple(Demande(slug, SEMAINE, langue) for slug in lieux for langue in territoire.directory.annuaire.langues)


def feuilles_de_sortie(territoire: Territoire) -> tuple[Demande, ...]:
    """The sheet of each life moment that has one, in each language of the site."""
    return tuple(Demande("", SORTIE, langue, moment=temps.slug) for temps in sorties(territoire)
                 for langue in territoire.directory.annuaire.langues)


def mes_feuilles(territoire: Territoire) -> tuple[Demande, ...]:
    """The sheet for hard days, in each language of the site."""
    annuaire = territoire.directory.annuaire
    return tuple(Demande("", MA_FEUILLE, langue) for langue in annuaire.langues) if annuaire.jours_difficiles else ()


def a_imprimer(territoire: Territoire) -> tuple[Demande, ...]:
    """Every PDF that comes with a site."""
    return (*depliants_voulus(territoire), *feuilles_de_la_semaine(territoire), *feuilles_de_sortie(territoire),
            *mes_feuilles(territoire))
