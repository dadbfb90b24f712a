"""The whole directory once it was read: everything that checks, enriches and renders works on this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from quifaitquoi.annuaire.model.annonce import Annonce
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.droit import Droit
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.manques import Manques
from quifaitquoi.annuaire.model.organisme import Organisme
from quifaitquoi.annuaire.model.pays import calendrier
from quifaitquoi.annuaire.model.quartier import Ligne, Quartier, Repere
from quifaitquoi.annuaire.model.relais import ListeRelais
from quifaitquoi.annuaire.model.ressource import Ressource
from quifaitquoi.annuaire.model.traductions import Traductions
from quifaitquoi.annuaire.model.vacances import CalendrierScolaire
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire
from quifaitquoi.annuaire.read.fond import Fond
from quifaitquoi.horaires import Calendrier
from quifaitquoi.horaires.vacances import INCONNUES


@dataclass(frozen=True)
class Directory:
    """One territory. Each mapping goes from slug to element, sorted by slug; `traductions` from language code.

    `droits` are those of the territory, and those of the program where annuaire.yml asks for them. `fiches` are those of the
    territory, and the help lines of the whole country that it has not itself: `siennes` are without these.
    `fond` is the background of its maps, the streets, where it has one.
    """

    annuaire: Annuaire
    vocabulaire: Vocabulaire = field(default_factory=Vocabulaire)
    fiches: Mapping[str, Fiche] = field(default_factory=dict)
    organismes: Mapping[str, Organisme] = field(default_factory=dict)
    quartiers: Mapping[str, Quartier] = field(default_factory=dict)
    annonces: Mapping[str, Annonce] = field(default_factory=dict)
    reperes: Mapping[str, Repere] = field(default_factory=dict)
    lignes: Mapping[str, Ligne] = field(default_factory=dict)
    traductions: Mapping[str, Traductions] = field(default_factory=dict)
    vacances: CalendrierScolaire | None = None
    manques: Manques | None = None
    relais: ListeRelais | None = None
    fond: Fond | None = None
    droits: Mapping[str, Droit] = field(default_factory=dict)
    ressources: Mapping[str, Ressource] = field(default_factory=dict)

    @cached_property
    def siennes(self) -> Mapping[str, Fiche]:
        """The fiches that have a file: what can be changed, translated, asked about."""
        return {slug: fiche for slug, fiche in self.fiches.items() if not fiche.national}

    @cached_property
    def calendrier(self) -> Calendrier:
        """National, local and school holidays and the time zone, for everything that evaluates hours."""
        locaux = tuple(ferie.osm for ferie in self.annuaire.feries_locaux or ())
        vacances = self.vacances.en_jours if self.vacances else INCONNUES
        return calendrier(self.annuaire.pays, self.annuaire.fuseau, locaux, vacances)

