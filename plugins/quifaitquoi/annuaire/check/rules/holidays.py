"""Public holidays that the law gives to a part of the country: a door that they close would read « ouvert »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.pays import ALSACE_MOSELLE, outre_mer_de


@regle("feries-du-departement", "avertissement", Fiche, ailleurs=True)
def feries_du_departement(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """L'annuaire a les jours fériés du département où sont la plupart de ses adresses."""
    # Said once, of the first of these addresses: who writes a fiche is not always who keeps annuaire.yml.
    premiere, manque = contexte.une_fois(_sans_ses_feries)
    if lu is premiere:
        yield Signal(("adresse", "code_postal"), f"la plupart des adresses de l'annuaire sont {manque}")


def _sans_ses_feries(contexte: Contexte) -> tuple[Lu | None, str]:
    """The first fiche where most are, and what annuaire.yml lacks there."""
    postales = [(lu, code) for lu, fiche in contexte.fiches_lues if fiche.adresse and (code := fiche.adresse.code_postal)]
    annuaire = contexte.directory.annuaire
    if annuaire.pays != "FR" or not postales:
        return None, ""
    (code, _), = Counter(code for _, code in postales).most_common(1)
    premiere = next(lu for lu, le_sien in postales if le_sien == code)
    if territoire := outre_mer_de(code):
        return premiere, (f"outre-mer ({code[:3]}) : écrivez « pays: {territoire} » dans annuaire.yml, pour ses jours fériés, "
                          "ses numéros et son heure")
    if code[:2] in ALSACE_MOSELLE and "Dec 26" not in {ferie.osm for ferie in annuaire.feries_locaux or ()}:
        return premiere, (f"en Moselle ou en Alsace ({code[:2]}), où le 26 décembre est férié, et le Vendredi saint dans beaucoup "
                          "de communes : ajoutez dans annuaire.yml, sous « feries_locaux », « quand: 26 décembre » et "
                          "« quand: pâques - 2 jours »")
    return None, ""
