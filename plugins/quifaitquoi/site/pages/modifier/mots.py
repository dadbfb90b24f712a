"""What the editor calls its fields and their values: in the reader's words where the program has them, else in French, marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from quifaitquoi.annuaire.check.fields import modele_a
from quifaitquoi.annuaire.model.accueil import Cout
from quifaitquoi.annuaire.model.fiche import Fiche, Service
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire
from quifaitquoi.langues import Traduit
from quifaitquoi.paroles.champs import CHAMPS
from quifaitquoi.paroles.choix import CHOIX
from quifaitquoi.paroles.valeurs import Valeur
from quifaitquoi.site.ecriture import ParoleEnPage
from quifaitquoi.site.pages.modifier.champs import Saisie, titre_de


def en_mots(saisie: Saisie, parole: ParoleEnPage) -> dict[str, object]:
    """How this field is typed in, for the page's scripts: without what is empty. `francais` names the texts that are French."""
    titre, titre_francais = _dit(parole, saisie.titre, _noms().get(saisie.cle))
    aide, aide_francaise = _dit(parole, _aide(saisie))
    francais = [nom for nom, oui in (("titre", titre_francais), ("aide", aide and aide_francaise)) if oui]
    return {nom: valeur for nom, valeur in {
        "genre": saisie.genre, "titre": titre, "aide": aide, "exemple": "" if saisie.choix or saisie.liste else saisie.exemple,
        "max": saisie.max, "bornes": saisie.bornes, "choix": _choix(saisie, parole), "liste": saisie.liste, "requis": saisie.requis,
        "contient": saisie.contient, "apres": saisie.apres, "francais": francais}.items() if valeur}


def titres(racines: Sequence[str], parole: ParoleEnPage) -> dict[str, list]:
    """(title, whether it is French in spite of the page) of each field of a fiche."""
    return {racine: [*_dit(parole, titre_de(racine), CHAMPS.get(racine))] for racine in racines}


def termes(vocabulaire: Vocabulaire, listes: Sequence[str], parole: ParoleEnPage) -> dict[str, list[list]]:
    """(slug, name, whether that is French) of each term of these lists, in the order of their names."""
    return {liste: sorted(([slug, str(noms[0]), int(parole.etranger and not isinstance(noms[0], Traduit))]
                           for slug, noms in vocabulaire.noms(liste).items()), key=lambda terme: terme[1])
            for liste in listes}


@cache
def _noms() -> Mapping[str, str]:
    """The name that other pages have for a field, by its key."""
    noms = {}
    for ou, nom in CHAMPS.items():
        *chemin, champ = ou.split(".")
        for modele in [modele_a(Fiche, tuple(chemin))] if chemin else [Fiche, Service]:
            noms[f"{modele.__name__}.{champ}"] = noms[f"{modele.__name__}.{champ}[]"] = nom
    return noms


def _dit(parole: ParoleEnPage, *francais: str | None) -> tuple[str, bool]:
    """The first of these texts that the reader's language has, and whether it is none: then the first, in French."""
    catalogue = parole.langue.catalogue
    trouve = next((texte for texte in francais if texte and not catalogue.en_francais(texte)), None)
    dit = str(parole._(trouve or francais[0] or "").unescape())
    return dit[:1].upper() + dit[1:], trouve is None and parole.etranger


def _aide(saisie: Saisie) -> str:
    """Its help, but for what is about the words of the file, where the page has those of the reader."""
    if "vocabulaire/" in saisie.aide or any(f"{un} :" in saisie.aide for un in saisie.choix):
        return ""
    return saisie.aide


def _choix(saisie: Saisie, parole: ParoleEnPage) -> list[list[str]]:
    modele, _, champ = saisie.cle.partition(".")
    # « cout: gratuit » is short for its tarif.
    dits = _CHOIX[f"{Cout.__name__}.tarif" if champ == "cout" else saisie.cle] if saisie.choix else {}
    return [[un, _dit(parole, dits[un].dit)[0]] for un in saisie.choix]


_CHOIX: Mapping[str, Mapping[str, Valeur]] = {f"{modele.__name__}.{champ}": dits for (modele, champ), dits in CHOIX.items()}
