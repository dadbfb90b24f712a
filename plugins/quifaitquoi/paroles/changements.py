"""What happened to a fiche, in words. Roles are named, people never."""

from __future__ import annotations

from datetime import date

from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.champs import nom_du_champ
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import Segments, a_la_suite, dit, nom
from quifaitquoi.savoir.historique import Changement


def changement(parole: Parole, x: Changement) -> Segments:
    """Added, its state, who checked it and how, which fields are no more the same."""
    _, dits = parole._, []
    if x.ajoutee:
        dits.append(dit(_("ajoutée à l'annuaire")))
    if x.statut is not None:
        dits.append(dit(_(valeurs.ETAT[x.statut].dit) if x.statut in valeurs.ETAT else _("de nouveau en service")))
    role = parole.annuaire.roles.get(x.verifiee_par or "")
    if role and x.comment in valeurs.COMMENT:
        comment, qui = _(valeurs.COMMENT[x.comment].dit), nom(role.nom)
        jour = _jour_lu(x.verifiee_le)
        dits.append(
            parole.phrase("vérifiée {comment} le {jour} ({role})", comment=comment, jour=parole.date(jour), role=qui)
            if jour
            else parole.phrase("vérifiée {comment} ({role})", comment=comment, role=qui)
        )
    if x.champs:
        noms = dict.fromkeys(nom_du_champ(champ) for champ in x.champs)
        dits.append(dit(_("changé : {champs}", champs=parole.liste(_(nom) for nom in noms))))
    return a_la_suite(dits)


def _jour_lu(ecrit: str | None) -> date | None:
    """The day that an old version gave, None where it was none."""
    try:
        return date.fromisoformat(ecrit) if ecrit else None
    except ValueError:
        return None
