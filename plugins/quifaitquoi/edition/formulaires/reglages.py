"""The settings that a new annuaire.yml does not say yet: each with its sentence and an example, ready to lose its « # »."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.edition.decoupe.ecriture import Valeur, entree

ENTETE = """
# Tout ce qui peut encore se dire ici. Pour l'écrire, enlevez « # » et mettez ce qui vaut chez vous.
"""
FORGE = "https://forge.example.org/equipe/annuaire"
# What no other place of the model gives as an example. The first leaflet and the numbers are the territory's own.
EXEMPLES: dict[str, Valeur] = {
    "adresse_du_site": "https://annuaire.example.org/",
    "feries_locaux": [{"nom": "Vendredi saint", "quand": "pâques - 2 jours"}],
    "contact": {"courriel": "bonjour@annuaire.example.org"},
    "depot": {"modifier": f"{FORGE}/edit/main/directory", "signaler": f"{FORGE}/issues/new"},
    "fond_de_carte": "aucun",
    "licence_donnees": {"nom": "Licence Ouverte 2.0"},
}


def commentes(dits: Collection[str], quartier: str, numero: str) -> str:
    """The lines of every setting that is not among `dits`. `quartier` is the slug of the first, `numero` one to call for help."""
    siens = {"depliants": [{"quartiers": quartier, "formats": "depliant"}], "jours_difficiles": {"numeros": [numero]}}
    return ENTETE + "\n".join(_lignes(dits, EXEMPLES | siens)) + "\n"


def _lignes(dits: Collection[str], exemples: dict[str, Valeur]) -> Iterator[str]:
    for nom, champ in Annuaire.model_fields.items():
        if nom not in dits:
            exemple = exemples.get(nom) or str((champ.examples or [champ.default])[0])
            yield from ("#", f"# {champ.title}. {champ.description or ''}".rstrip())
            yield from (f"# {ligne}" for ligne in entree(nom, exemple, 0, 2, 2, "\n").split("\n"))
