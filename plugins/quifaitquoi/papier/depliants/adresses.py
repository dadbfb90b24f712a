"""Where the place of an entry is: its door and how one comes to it, where it moved, its stops, or why none is said."""

from __future__ import annotations

from collections.abc import Iterator

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.lieu import Arret
from quifaitquoi.horaires import Horaires
from quifaitquoi.papier.depliants.ecriture import SEPARE, Paroles, Segment, joint
from quifaitquoi.papier.depliants.lignes import COMPLET, Ligne, ligne
from quifaitquoi.papier.depliants.quand import compacte
from quifaitquoi.paroles.arrets import depuis_l_arret
from quifaitquoi.paroles.ou import a_peu_pres, demenagement, secteur
from quifaitquoi.paroles.segments import UTILE


class Adresses:
    """Says in the lines of one leaflet where its places are."""

    def __init__(self, paroles: Paroles, territoire: Territoire) -> None:
        self.paroles, self._ = paroles, paroles._
        self.territoire = territoire

    def ou(self, vue: FicheVue, arrets) -> Iterator[Ligne]:
        p, _, fiche = self.paroles, self._, vue.fiche
        if vue.retenue:
            zones = [[p.nom(q.nom)] for q in vue.quartiers[:1]]
            yield ligne("map-marker-off-outline", [p.mot(_("Adresse non publiée : appelez")), " (", *joint(zones, p.virgule), ")"])
            return
        if vue.clos:
            yield ligne("door-closed-lock", [p.mot(_("On n'y entre pas de la rue"))])
            return
        adresse = vue.adresse
        if adresse and (adresse.voie or adresse.complement):
            ici = adresse.commune == self.territoire.directory.annuaire.territoire
            ville = None if ici else " ".join(filter(None, (adresse.code_postal, adresse.commune)))
            parts = [x for x in (adresse.voie, adresse.complement, ville) if x]
            # One address is one text: in an Arabic line its parts would else come in the wrong order.
            yield ligne("map-marker", [p.nom(", ".join(parts))])
        elif adresse and adresse.commune and fiche.genre == "lieu":
            yield ligne("map-marker", [p.nom(adresse.commune), _(" (rue inconnue)")])
        if demenage := demenagement(p.en_bref, vue):
            yield ligne("calendar-range", p.dit(demenage))
        if vue.environ:
            yield ligne("map-marker-radius-outline", [_(a_peu_pres(vue))], COMPLET)
        if adresse and adresse.y_aller:
            yield ligne("walk", [p.ecrit(adresse.y_aller)], UTILE)
        if arret := depuis_l_arret(p.parole, vue):
            # Who knows the place has often said better how to come.
            yield ligne("bus-stop", p.dit(arret), COMPLET)
        for numero, arret in arrets:
            yield from self._arret(numero, arret)
        if fiche.secteur:
            yield ligne("map-marker-radius-outline", p.dit(secteur(p.en_bref, vue)))

    def _arret(self, numero: str, arret: Arret) -> Iterator[Ligne]:
        p, _ = self.paroles, self._
        ici = arret.commune == self.territoire.directory.annuaire.territoire
        lieu = ", ".join(filter(None, (arret.lieu, None if ici else arret.commune)))
        dit: list[Segment] = [["g", f"{numero} "], p.nom(lieu)] if numero else [p.nom(lieu)]
        if arret.horaires:
            dit += [_(" : "), *self._horaires(arret.horaires)]
        if arret.au:
            dit.append(_(" (jusqu'au {jour})", jour=p.date_courte(arret.au)))
        if arret.du and arret.du > self.territoire.aujourdhui:
            dit.append(_(" (à partir du {jour})", jour=p.date_courte(arret.du)))
        yield ligne("map-marker", dit)
        if arret.y_aller:
            yield ligne("walk", [p.ecrit(arret.y_aller)], UTILE)

    def _horaires(self, horaires: Horaires) -> list[Segment]:
        # Comments inside hours were written by a contributor, but their sentence is ours: one text.
        return [SEPARE.join(compacte(horaires, self.paroles.langue))]
