"""Public holidays that the law gives to a part of the country: a door that they close would read « ouvert »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.pays import ALSACE_MOSELLE, outre_mer_de


@regle("feries-du-departement", "avertissement", Annuaire)
def feries_du_departement(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Les jours fériés sont ceux du département où sont la plupart des adresses."""
    if lu.element.pays != "FR" or not (codes := contexte.une_fois(_codes_postaux)):
        return
    (code, _), = codes.most_common(1)
    feries = {ferie.osm for ferie in lu.element.feries_locaux or ()}
    if territoire := outre_mer_de(code):
        yield Signal(("pays",), f"la plupart des adresses sont outre-mer ({code[:3]}) : écrivez « pays: {territoire} », pour ses "
                                "jours fériés, ses numéros et son heure")
    elif code[:2] in ALSACE_MOSELLE and "Dec 26" not in feries:
        yield Signal(("feries_locaux",) if feries else ("pays",), (
            f"la plupart des adresses sont en Moselle ou en Alsace ({code[:2]}), où le 26 décembre est férié, et le Vendredi saint "
            "dans beaucoup de communes : ajoutez sous « feries_locaux » « quand: 26 décembre » et « quand: pâques - 2 jours »"))


def _codes_postaux(contexte: Contexte) -> Counter[str]:
    return Counter(code for _, fiche in contexte.fiches_lues if fiche.adresse and (code := fiche.adresse.code_postal))
