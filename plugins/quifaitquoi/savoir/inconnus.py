"""What is known of a fiche and what nobody knows yet: decided once, for pages, paper and figures alike."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import FicheVue

# In the order of a page.
SUIVIS = ("presentation", "publics", "acces", "acces.porte", "acces.rendez_vous", "acces.documents", "cout", "horaires",
          "adresse.voie", "adresse.position", "adresse.y_aller", "accessibilite", "langues", "contact.telephone",
          "contact.courriel", "contact.site")
# What readers miss where nobody knows it: one question about the way in, and no other way to write or to find the door.
ATTENDUS = tuple(champ for champ in SUIVIS if champ not in {
    "acces.porte", "acces.rendez_vous", "adresse.y_aller", "contact.courriel", "contact.site"})
# What the figures count: the parts of the way in, each by itself.
COMPTES = tuple(champ for champ in SUIVIS if champ != "acces")


def connait(vue: FicheVue, champ: str) -> bool:
    """Whether the fiche, or one of its services, says anything of this field (its path in YAML)."""
    if champ == "presentation":  # a service's presents that service
        return vue.fiche.presentation is not None
    if champ == "horaires" and any(arret.horaires for arret in vue.fiche.tournee or ()):
        return True
    return any(_a(objet, champ) for objet in (vue.fiche, *vue.fiche.services))


def concerne(vue: FicheVue, champ: str) -> bool:
    """Whether this kind of fiche could have the field: only a place has a door, and what is withheld is not missing."""
    if champ.startswith("adresse."):
        return vue.fiche.genre == "lieu" and not vue.retenue and not vue.clos
    if champ == "contact.telephone" and vue.fiche.genre == "telephone":
        return not vue.sms  # a line that one writes to has no voice to miss
    return vue.fiche.genre == "lieu" or champ not in ("accessibilite", "acces.documents")


def inconnus(vue: FicheVue, champs: tuple[str, ...] = ATTENDUS) -> list[str]:
    """Those that nobody knows yet; none of what is not in service."""
    return [champ for champ in champs if concerne(vue, champ) and not connait(vue, champ)] if vue.en_service else []


def _a(objet: object, champ: str) -> bool:
    for nom in champ.split("."):
        objet = getattr(objet, nom, None)
    return objet is not None
