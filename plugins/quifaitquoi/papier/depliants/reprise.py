"""Which leaflets are there already, as they would be made today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.enrich.empreintes import Empreintes, commun, remplacants
from quifaitquoi.base.cache import cle
from quifaitquoi.base.registre import Registre
from quifaitquoi.savoir import jours_difficiles
from quifaitquoi.savoir.depliants import MA_FEUILLE, SEMAINE, SORTIE, Demande
from quifaitquoi.savoir.sortie import peuvent_y_etre, sorties


class _Resultat(Protocol):
    chemins: tuple[str, ...]


Resultat = TypeVar("Resultat", bound=_Resultat)


class Reprise:
    """What became of each demand, by all that it depends on; its files are those that `registre` holds."""

    def __init__(self, territoire: Territoire, registre: Registre, empreintes: Empreintes) -> None:
        self._territoire, self._registre, self._empreintes = territoire, registre, empreintes
        annuaire = territoire.directory.annuaire
        # Beside its own fiches: those that emergency numbers lead to, and the names of those that replace others.
        self._partout = (commun(territoire, empreintes), remplacants(territoire),
                         tuple(territoire.fiches.get(urgence.fiche or "") for urgence in annuaire.urgences))
        # The announcements themselves are among what all depend on.
        self._annoncees = tuple(territoire.fiches.get(a.fiche or "") for a in territoire.directory.annonces.values())
        self._sortantes = {temps.slug: peuvent_y_etre(territoire, temps) for temps in sorties(territoire)}
        self._difficiles = jours_difficiles.lieux(territoire)
        self._langues = {code: empreintes.de(traductions) for code, traductions in territoire.directory.traductions.items()}

    def connus(self, demandes: Iterable[Demande], genre: type[Resultat]) -> dict[Demande, Resultat]:
        """The result of each whose files are there."""
        cles = {demande: self._cle(demande) for demande in demandes}
        trouves = self._registre.cache.lis(cles.values(), genre)
        return {demande: trouves[depend] for demande, depend in cles.items() if depend in trouves
                and all(self._registre.tient(chemin, depend) for chemin in trouves[depend].chemins)}

    def retient(self, resultats: Mapping[Demande, _Resultat]) -> None:
        """Keep what became of these demands, and what their files hold now."""
        cles = {demande: self._cle(demande) for demande in resultats}
        self._registre.cache.garde({cles[demande]: resultat for demande, resultat in resultats.items()})
        for demande, resultat in resultats.items():
            self._registre.note_tel_quel(resultat.chemins, cles[demande])

    def _cle(self, demande: Demande) -> bytes:
        a_part = {SEMAINE: self._annoncees, SORTIE: self._sortantes.get(demande.moment), MA_FEUILLE: self._difficiles}
        siennes = a_part.get(demande.format) or self._territoire.par_quartier.get(demande.quartier, ())
        return cle("dépliant", self._empreintes.de(*self._partout, demande, siennes, self._langues.get(demande.langue)))
