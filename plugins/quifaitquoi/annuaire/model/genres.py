"""The kinds of files that a territory is made of: what each is called, its model, where its files are. Said here alone."""

from __future__ import annotations

from typing import NamedTuple

from quifaitquoi.annuaire.model.annonce import Annonce
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.droit import Droit
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.manques import Manques
from quifaitquoi.annuaire.model.organisme import Organisme
from quifaitquoi.annuaire.model.quartier import ListeReperes, Quartier
from quifaitquoi.annuaire.model.relais import ListeRelais
from quifaitquoi.annuaire.model.ressource import Ressource
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.annuaire.model.vacances import CalendrierScolaire
from quifaitquoi.annuaire.model.vocabulaire import VOCABULAIRES


class Genre(NamedTuple):
    """A kind of files. One without `dossier` is a single file at the top, `<nom>.yml`.

    `dossier` is also the field of Directory that maps the slug of each of its files to what it says. A fiche has the folder of
    its zone between. The lists of the vocabulary are no kinds of this table: `vocabulaire.VOCABULAIRES` says their names.
    """

    nom: str
    modele: type[Element]
    dossier: str = ""

    @property
    def ou(self) -> str:
        """What of the territory's own folder holds it."""
        return self.dossier or f"{self.nom}.yml"


GENRES = {genre.nom: genre for genre in (
    Genre("annuaire", Annuaire),
    Genre("vacances", CalendrierScolaire),
    Genre("manques", Manques),
    Genre("relais", ListeRelais),
    Genre("quartier", Quartier, "quartiers"),
    Genre("reperes", ListeReperes),
    Genre("droit", Droit, "droits"),
    Genre("ressource", Ressource, "ressources"),
    Genre("organisme", Organisme, "organismes"),
    Genre("annonce", Annonce, "annonces"),
    Genre("fiche", Fiche, "fiches"),
)}
# The model of every file, the lists of the vocabulary included.
MODELES = (*(genre.modele for genre in GENRES.values()), *VOCABULAIRES.values())
