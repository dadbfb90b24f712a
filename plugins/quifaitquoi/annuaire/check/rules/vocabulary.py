"""The vocabularies and annuaire.yml hold together: roots, pictograms, languages of the site."""

from __future__ import annotations

import os
from collections.abc import Iterable

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.annuaire import Annuaire, Urgence
from quifaitquoi.annuaire.model.vocabulaire import PARTIES, Besoins, ListeTempsDeVie
from quifaitquoi.base.lexique import Lexique
from quifaitquoi.base.pictogrammes import dossier
from quifaitquoi.base.proches import lequel, proche, vouliez_vous_dire
from quifaitquoi.base.texte import visible
from quifaitquoi.langues import est_connue, pourquoi_pas

_TERMES = {"besoins": "un besoin connu", "publics": "une situation connue"}


@regle("pictogramme-inconnu", "erreur", Besoins, ListeTempsDeVie)
def pictogramme_inconnu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Chaque pictogramme est une icône « material »."""
    for nom in type(lu.element).model_fields:
        for slug, terme in getattr(lu.element, nom).items():
            # A name is asked for alone: listing the seven thousand would take longer than the rest of this file.
            if not os.path.isfile(dossier() / f"{terme.pictogramme}.svg"):
                question = vouliez_vous_dire(proche(terme.pictogramme, [f.stem for f in dossier().glob("*.svg")]))
                yield Signal((nom, slug, "pictogramme"), f"« {visible(terme.pictogramme)} » n'est pas un pictogramme connu."
                                                         f"{question}")


@regle("racine-inconnue", "erreur", Besoins)
def racine_inconnue(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Chaque besoin est rangé sous des racines qui existent."""
    racines = lu.document.valeur["racines"]  # as written: one with a fault of its own exists all the same
    for slug, besoin in lu.element.besoins.items():
        for i, racine in enumerate(besoin.racines):
            if racine not in racines:
                question = vouliez_vous_dire(proche(racine, racines))
                yield Signal(("besoins", slug, "racines", i), f"« {visible(racine)} » n'est pas une racine connue.{question}")


@regle("slug-de-besoin-en-double", "erreur", Besoins)
def slug_de_besoin_en_double(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une racine et un besoin n'ont pas le même identifiant : leurs pages auraient la même adresse."""
    for slug in lu.element.besoins:
        if slug in lu.element.racines:
            yield Signal(("besoins", slug), f"« {slug} » est déjà une racine : renommez le besoin", cle=True)


@regle("terme-de-vie-inconnu", "erreur", ListeTempsDeVie)
def terme_de_vie_inconnu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Les besoins et les publics d'un temps de vie, et de sa feuille de sortie, existent."""
    for slug, temps in lu.element.temps_de_vie.items():
        dits = [(("besoins",), temps.besoins, "besoins"), (("publics",), temps.publics or (), "publics")]
        dits += [(("sortie", partie), getattr(temps.sortie, partie), "besoins") for partie in PARTIES] if temps.sortie else []
        for chemin, valeurs, liste in dits:
            if liste not in contexte.listes:
                continue
            connus = getattr(contexte.directory.vocabulaire, liste)
            for i, valeur in enumerate(valeurs):
                if valeur not in connus:
                    yield Signal(("temps_de_vie", slug, *chemin, i), f"« {visible(valeur)} » n'est pas {_TERMES[liste]}."
                                                                     f"{vouliez_vous_dire(proche(valeur, connus))}")


@regle("besoin-d-urgence", "erreur", Annuaire)
def besoin_d_urgence(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Les besoins d'un numéro d'urgence sont des besoins ou des racines du vocabulaire."""
    if not {"besoins", "racines"} <= contexte.listes:
        return
    connus = contexte.directory.vocabulaire.noms("racines") | contexte.directory.vocabulaire.noms("besoins")
    for chemin, urgence in lu.blocs(Urgence):
        for i, valeur in enumerate(urgence.besoins or ()):
            if valeur not in connus:
                question = lequel({slug: connus[slug][0] for slug in Lexique(connus).voisins(valeur)})
                yield Signal((*chemin, "besoins", i), f"« {visible(valeur)} » n'est pas un besoin connu."
                                                      f"{question or ' Voir vocabulaire/besoins.yml.'}")


@regle("langue-du-site", "erreur", Annuaire)
def langue_du_site(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Les langues du site sont des codes connus, le français compris, et leurs dates se disent."""
    for i, code in enumerate(lu.element.langues):
        if not est_connue(code):
            yield Signal(("langues", i), f"« {visible(code)} » {pourquoi_pas(code)}. Exemples : fr, en, ar")


@regle("langue-source", "erreur", Annuaire)
def langue_source(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """La première langue du site est celle des fiches : le français."""
    if lu.element.langues[0] != "fr":
        yield Signal(("langues", 0), "la première langue est celle des fiches : le français. Exemple : langues: [fr, en]")
