"""The emergency numbers of a territory, as every sheet of paper says them."""

from __future__ import annotations

from collections.abc import Iterable

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.model.annuaire import Urgence
from quifaitquoi.annuaire.model.telephone import prix
from quifaitquoi.horaires import Horaires, phrase
from quifaitquoi.papier.depliants.ecriture import Paroles


def urgences(territoire: Territoire, p: Paroles, voulues: Iterable[Urgence] | None = None) -> list[dict[str, object]]:
    """Each number of the head, or each of those, with its hours where it does not always answer."""
    dites = []
    for urgence in territoire.directory.annuaire.urgences if voulues is None else voulues:
        heures = _heures(territoire, urgence)
        limitees = heures is not None and not heures.permanent
        dites.append({"numero": p.tel(urgence.numero), "nom": p.ecrit(urgence.nom), "pour": p.ecrit(urgence.pour),
                      "quand": phrase(heures, p.langue) if limitees else None})
    return dites


def note_des_urgences(territoire: Territoire, p: Paroles) -> str | None:
    """What holds of all of them."""
    annuaire = territoire.directory.annuaire
    permanentes = all(heures is None or heures.permanent for heures in (_heures(territoire, u) for u in annuaire.urgences))
    if not all(prix(u.numero, annuaire.pays) == "gratuit" for u in annuaire.urgences):
        return p._("Jour et nuit") if permanentes else None
    return p._("Gratuits, jour et nuit") if permanentes else p._("Appels gratuits")


def _heures(territoire: Territoire, urgence: Urgence) -> Horaires | None:
    vue = territoire.fiches.get(urgence.fiche or "")
    return vue.horaires if vue else None
