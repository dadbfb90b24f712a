"""What was asked for and not found: in a neighbourhood that is known, in a month that has begun, each line once."""

from __future__ import annotations

from collections.abc import Iterable

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.manques import Manques
from quifaitquoi.base.proches import proche, vouliez_vous_dire
from quifaitquoi.base.texte import visible


@regle("mois-a-venir", "erreur", Manques)
def mois_a_venir(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Ce qui a été demandé l'a été pendant un mois qui a commencé."""
    for i, demande in enumerate(lu.element.demandes):
        if demande.mois.debut > contexte.aujourdhui:
            yield Signal(("demandes", i, "mois"), f"« {demande.mois} » n'a pas encore commencé (aujourd'hui : "
                                                  f"{contexte.aujourdhui}) : personne n'a pu y demander quoi que ce soit")


@regle("quartier-de-demande-inconnu", "erreur", Manques)
def quartier_de_demande_inconnu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Le quartier d'une demande existe dans quartiers/."""
    connus = contexte.slugs["quartier"]
    for i, demande in enumerate(lu.element.demandes):
        if demande.quartier not in connus:
            conseil = vouliez_vous_dire(proche(demande.quartier, sorted(connus))) or " Voir quartiers/."
            yield Signal(("demandes", i, "quartier"), f"« {visible(demande.quartier)} » n'est pas un quartier connu.{conseil}")


@regle("demande-en-double", "erreur", Manques)
def demande_en_double(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Le même besoin n'est compté qu'une fois par mois et par quartier."""
    premieres: dict[tuple, int] = {}
    for i, demande in enumerate(lu.element.demandes):
        premiere = premieres.setdefault((demande.mois, demande.quartier, demande.besoin), i)
        if premiere != i:
            ligne, _ = lu.document.place(("demandes", premiere))
            yield Signal(("demandes", i), f"ce mois, ce quartier et ce besoin sont déjà comptés à la ligne {ligne} : additionnez "
                                          "les nombres, et gardez une seule des deux")
