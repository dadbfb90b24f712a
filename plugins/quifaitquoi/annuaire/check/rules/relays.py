"""Those who hang our sheets: their neighbourhood, the languages of their sheets, and when they were replaced."""

from __future__ import annotations

from collections.abc import Iterable

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.relais import ListeRelais
from quifaitquoi.base.proches import proche, vouliez_vous_dire
from quifaitquoi.base.texte import visible


@regle("relais-quartier-inconnu", "erreur", ListeRelais)
def relais_quartier_inconnu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Le quartier d'un relais existe dans quartiers/."""
    connus = contexte.slugs["quartier"]
    for i, relais in enumerate(lu.element.relais):
        if relais.quartier not in connus:
            yield Signal(("relais", i, "quartier"), f"« {visible(relais.quartier)} » n'est pas un quartier connu."
                         f"{vouliez_vous_dire(proche(relais.quartier, sorted(connus))) or ' Voir quartiers/.'}")


@regle("relais-langue-inconnue", "erreur", ListeRelais)
def relais_langue_inconnue(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Les feuilles d'un relais sont dans une langue du site."""
    connues = getattr(contexte.directory.annuaire, "langues", ())
    for i, relais in enumerate(lu.element.relais if connues else ()):
        for j, code in enumerate(relais.langues or ()):
            if code not in connues:
                ici = ("relais", i, "langues", j)
                yield Signal(ici if lu.document.ecrit(ici) else ici[:-1], f"« {visible(code)} » n'est pas une langue du site "
                             f"({', '.join(connues)}), il n'y a donc pas de feuille : prenez-en une autre, ou ajoutez-la à "
                             "annuaire.yml")


@regle("relais-date-future", "erreur", ListeRelais)
def relais_date_future(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Des feuilles n'ont pas été remplacées demain."""
    for i, relais in enumerate(lu.element.relais):
        if relais.remplace_le and relais.remplace_le > contexte.aujourdhui:
            yield Signal(("relais", i, "remplace_le"), f"{relais.remplace_le} n'est pas encore passé (aujourd'hui : "
                         f"{contexte.aujourdhui}) : mettez le jour où les feuilles ont été remplacées")
