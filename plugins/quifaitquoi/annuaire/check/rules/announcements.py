"""Announcements: where they lead, whom they are for, and when they are over."""

from __future__ import annotations

from collections.abc import Iterable

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.annonce import Annonce
from quifaitquoi.base.proches import proche, vouliez_vous_dire
from quifaitquoi.base.texte import visible


@regle("annonce-passee", "avertissement", Annonce)
def annonce_passee(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une annonce finie n'est plus montrée : son fichier peut être supprimé."""
    quand = lu.element.quand
    if quand.du <= quand.fin < contexte.aujourdhui:
        yield Signal(("quand",), f"cette annonce est finie depuis le {quand.fin} et n'est plus montrée : supprimez ce fichier, "
                                 "ou donnez les prochaines dates")


@regle("annonce-sans-lieu", "erreur", Annonce, absence=True)
def annonce_sans_lieu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une annonce dit où aller, ou qui appeler."""
    x = lu.element
    if not (x.fiche or x.lieu or x.contact):
        yield Signal(("titre",), "personne ne saurait où aller : ajoutez « fiche », « lieu » ou « contact »")


@regle("annonce-quartier-inconnu", "erreur", Annonce)
def annonce_quartier_inconnu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Les quartiers d'une annonce existent dans quartiers/."""
    connus = contexte.slugs["quartier"]
    for i, slug in enumerate(lu.element.quartiers or ()):
        if slug not in connus:
            ecrit = ("quartiers", i) if lu.document.ecrit(("quartiers", i)) else ("quartiers",)
            yield Signal(ecrit, f"« {visible(slug)} » n'est pas un quartier connu."
                                f"{vouliez_vous_dire(proche(slug, sorted(connus))) or ' Voir quartiers/.'}")


@regle("annonce-lieu-retenu", "erreur", Annonce, ailleurs=True)
def annonce_lieu_retenu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une annonce d'un lieu dont l'adresse n'est pas publiée ne dit pas où il est, ni dans quel quartier."""
    fiche = contexte.directory.fiches.get(lu.element.fiche)
    if fiche is None or not fiche.confidentialite:
        return
    for champ in ("lieu", "quartiers"):
        if getattr(lu.element, champ):
            yield Signal((champ,), "l'adresse de ce lieu n'est pas publiée : retirez cette ligne, et dites dans « contact » qui "
                                   "appeler", cle=True)
