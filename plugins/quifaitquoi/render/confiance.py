"""What a page says about how sure it is: never fresh where nobody asked, and what is in doubt beside the fact."""

from __future__ import annotations

from markupsafe import Markup

from quifaitquoi.enrich import FicheVue
from quifaitquoi.enrich.confiance import lu_le
from quifaitquoi.model.confiance import AConfirmer
from quifaitquoi.model.types import DatePartielle
from quifaitquoi.render.redaction import Parole


def etiquette(parole: Parole, vue: FicheVue) -> Markup:
    """The label of trust, in words, as every list and page shows it."""
    _, sure = parole._, vue.confiance
    if sure.statut == "verifiee":
        return _("Vérifié le {jour}", jour=parole.date(sure.verification.le))
    if sure.statut == "perimee":
        return _("Vérifié le {jour}, à revérifier", jour=parole.date(sure.verification.le))
    return _constat(parole, sure.lue_le, _("Lu le {jour}, non vérifié"),
                    _("Lu en {jour}, non vérifié"), _("Non vérifié"))


def etiquette_courte(parole: Parole, vue: FicheVue) -> Markup:
    """The label where the date already stands beside the hours."""
    if vue.confiance.statut == "verifiee":
        return etiquette(parole, vue)
    return parole._("À revérifier") if vue.confiance.statut == "perimee" else parole._("Non vérifié")


def avis_horaires(parole: Parole, vue: FicheVue, champ: str = "horaires") -> Markup | None:
    """What stands beside hours that may have changed; None where they were verified in time."""
    _, sure = parole._, vue.confiance
    if sure.statut == "verifiee":
        return None
    if sure.statut == "perimee":
        constat = _("Horaires vérifiés le {jour}, à revérifier", jour=parole.date(sure.verification.le))
    else:
        constat = _constat(parole, lu_le(vue.fiche, champ) or lu_le(vue.fiche, "horaires"),
                           _("Horaires lus le {jour}, non vérifiés"),
                           _("Horaires lus en {jour}, non vérifiés"),
                           _("Horaires lus sur une page sans date, non vérifiés"))
    return _("{constat} : {conseil}", constat=constat, conseil=conseil(parole, vue))


def conseil(parole: Parole, vue: FicheVue) -> Markup:
    """What to do about it, for this kind of fiche."""
    if vue.fiche.genre in ("telephone", "en-ligne"):
        return parole._("ils ont pu changer")
    if vue.fiche.contact and vue.fiche.contact.telephone:
        return parole._("appelez avant de venir")
    return parole._("renseignez-vous avant de venir")


def _constat(parole: Parole, lu: DatePartielle | None, au_jour: str, sinon: str, sans_date: Markup) -> Markup:
    # « le 3 mai 2021 », but « en mai 2021 » and « en 2021 »: two sentences, because languages differ here.
    if lu is None:
        return sans_date
    return Markup(au_jour if lu.jour else sinon).format(jour=parole.date(lu))


class Doutes:
    """The facts in doubt of one fiche; each is said once, beside the field it is about."""

    def __init__(self, vue: FicheVue):
        self._restants: list[AConfirmer] = list(vue.fiche.a_confirmer or ())

    def sur(self, *champs: str) -> list[AConfirmer]:
        """Those about these fields or anything inside them, not said yet."""
        trouves = [d for d in self._restants if self._touche(d, champs)]
        self._restants = [d for d in self._restants if d not in trouves]
        return trouves

    def encore(self, *champs: str) -> bool:
        """Whether `sur` would find any."""
        return any(self._touche(d, champs) for d in self._restants)

    def autres(self) -> list[AConfirmer]:
        restants, self._restants = self._restants, []
        return restants

    @staticmethod
    def _touche(doute: AConfirmer, champs: tuple[str, ...]) -> bool:
        return any(doute.champ == c or doute.champ.startswith((c + ".", c + "[")) for c in champs)
