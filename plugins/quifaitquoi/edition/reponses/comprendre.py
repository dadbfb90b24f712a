"""What people write → what YAML says, each field by its type in the model. What cannot be understood is told, never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import get_args

from pydantic import ValidationError

from quifaitquoi.annuaire.check.fields import champ_a, est_liste, modele_a
from quifaitquoi.annuaire.check.french import traduire, vraies_erreurs
from quifaitquoi.annuaire.check.rules.references import APPELES
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.sortes import termes
from quifaitquoi.annuaire.model.types import DatePartielle
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire
from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.base.lexique import Lexique
from quifaitquoi.base.proches import lequel, liste_ou
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import cite, en_slug, visible
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.horaires import Horaires, HorairesIllisibles, valeur_de_fiche
from quifaitquoi.horaires.dates import date_ecrite

LONGUEUR_MAX = 2000
LIGNES_MAX = 30
MORCEAUX_MAX = 8  # of a name that holds commas
ENTRE_MOTS = re.compile(r"\s*[,;/&+]\s*|\s+(?:et|ou)\s+", re.I)


class Incompris(Refus):
    """An answer that says nothing certain; carries a sentence for whoever wrote it, and what was certain all the same.

    `mot` is what was not understood, `choix` what it may mean, in words that are; empty where nobody can tell.
    """

    def __init__(self, phrase: str, compris: Valeur | None = None, mot: str = "", choix: Iterable[str] = ()):
        super().__init__(phrase)
        self.compris, self.mot, self.choix = compris, mot, tuple(choix)


def ligne(texte: str) -> str:
    """One line of plain text."""
    propre = " ".join("".join(c if c.isprintable() else " " for c in texte).split())
    if len(propre) > LONGUEUR_MAX:
        raise Incompris(f"« {visible(propre[:60])}… » est trop long : {LONGUEUR_MAX} caractères au plus")
    return propre


def lignes(texte: str) -> list[str]:
    """Its lines that say something, without the dashes of a list."""
    trouvees = [ligne(brute).lstrip("-*• ") for brute in texte.splitlines()]
    trouvees = [une for une in trouvees if une]
    if len(trouvees) > LIGNES_MAX:
        raise Incompris(f"{len(trouvees)} lignes, c'est trop pour une réponse : {LIGNES_MAX} au plus")
    return trouvees


def valeur(chemin: Chemin, texte: str, vocabulaire: Vocabulaire | None, autrement: Callable[[str], str] = ligne) -> Valeur:
    """The answer for this field of a fiche, as YAML holds it; terms ask for the vocabulary, `autrement` reads plain text."""
    champ = champ_a(Fiche, chemin)[1]
    classes = {*_classes(champ.annotation)} if champ else set()
    if (liste := liste_de(chemin)) and texte != "aucun":
        plusieurs = est_liste(champ.annotation)
        return mots_connus(texte, liste, vocabulaire) if plusieurs else un_de(texte, vocabulaire.noms(liste), APPELES[liste][0])
    lecteurs: dict[type, Callable[[str], Valeur]] = {Horaires: horaires, date: jour, DatePartielle: date_sue}
    return next((lit for classe, lit in lecteurs.items() if classe in classes), autrement)(texte)


def liste_de(chemin: Chemin) -> str | None:
    """The list of the vocabulary that the terms of this field come from."""
    nom, champ = champ_a(Fiche, chemin)
    noms = [rang for rang, partie in enumerate(chemin) if isinstance(partie, str)]
    return termes(modele_a(Fiche, chemin[:noms[-1]])).get(nom) if champ else None


def acceptee(chemin: Chemin, lue: Valeur, pays: str) -> Valeur:
    """The same value, if the model takes it there; raises Incompris with the sentences of the check."""
    *parents, nom = chemin
    modele, donnees = modele_a(Fiche, tuple(parents)), {nom: lue}
    try:
        modele.model_validate(donnees, context={"pays": pays})
    except ValidationError as error:
        ici = [phrase for e in vraies_erreurs(error) if e["loc"][:1] == (nom,) for _, phrase, _, _ in traduire(e, modele, donnees)]
        if ici:
            raise Incompris(" ".join(ici)) from None
    return lue


def mots_connus(texte: str, liste: str, vocabulaire: Vocabulaire) -> list[str]:
    """The terms of that list that a text names, from the words that people use for them."""
    noms = vocabulaire.noms(liste)
    lexique, trouves, inconnus, perdus = Lexique(noms), [], [], []
    for mot, slugs in (paire for une in lignes(texte) for paire in _mots(une, lexique)):
        if len(slugs) == 1:
            trouves += [slug for slug in slugs if slug not in trouves]
        else:
            inconnus.append(_inconnu(mot, slugs, lexique, noms, APPELES[liste][0]))
            perdus.append((mot, _dits(slugs or lexique.voisins(mot), noms)))
    if inconnus:
        exemples = ", ".join(nom for nom, *_ in [*noms.values()][:3])
        raise Incompris(f"{' '.join(inconnus)} Exemples : {exemples}. Tous sont dans vocabulaire/{APPELES[liste][1]}.yml", trouves,
                        *perdus[0])
    return trouves


def un_de(texte: str, noms: Mapping[str, Iterable[str]], quoi: str) -> str:
    """The slug of the one thing that is meant; `noms` gives the names of each."""
    lexique, dite = Lexique(noms), ligne(texte)
    slugs = lexique.appeles(dite)
    if len(slugs) != 1:
        exemples = ", ".join(next(iter(formes), slug) for slug, formes in [*noms.items()][:5])
        raise Incompris(f"{_inconnu(dite, slugs, lexique, noms, quoi)} Exemples : {exemples}", None, dite,
                        _dits(slugs or lexique.voisins(dite), noms))
    return slugs[0]


def _mots(une: str, lexique: Lexique) -> Iterator[tuple[str, list[str]]]:
    """Its words with what each means, the longest that are a name first: a name may hold commas and « et »."""
    bornes = [0, *(n for entre in ENTRE_MOTS.finditer(une) for n in entre.span()), len(une)]
    morceaux = [(debut, fin) for debut, fin in zip(bornes[::2], bornes[1::2], strict=True) if debut < fin]
    rang = 0
    while rang < len(morceaux):
        debut = morceaux[rang][0]
        for dernier in range(min(len(morceaux), rang + MORCEAUX_MAX) - 1, rang - 1, -1):
            mot = une[debut:morceaux[dernier][1]]
            slugs = lexique.appeles(mot)
            if len(slugs) == 1 or dernier == rang:
                break
        yield mot, slugs or lexique.seul(mot)
        rang = dernier + 1


def _inconnu(mot: str, slugs: list[str], lexique: Lexique, noms: Mapping[str, Iterable[str]], quoi: str) -> str:
    if slugs:
        return f"{cite(mot)} veut dire plusieurs choses : {liste_ou(f'« {nom} »' for nom in _dits(slugs, noms))}. Écrivez laquelle."
    return f"{cite(mot)} n'est pas {quoi}.{lequel(dict.fromkeys(_dits(lexique.voisins(mot), noms)))}"


def _dits(slugs: Iterable[str], noms: Mapping[str, Iterable[str]]) -> list[str]:
    return [next(iter(noms[slug]), slug) for slug in slugs]


def horaires(texte: str) -> dict[str, str] | str:
    """Days and hours as the fiche holds them."""
    try:
        return valeur_de_fiche("\n".join(lignes(texte)))
    except HorairesIllisibles as error:
        raise Incompris(" ".join(" : ".join([cite(une) for une in faute.chemin if cite(une) not in faute.message] + [faute.message])
                                 for faute in error.fautes)) from None


def jour(texte: str) -> str:
    """A day as YAML holds it."""
    ecrite = date_ecrite(ligne(texte))
    if ecrite is None or len(ecrite) < len("2026-12-24"):
        raise Incompris(f"{cite(texte)} n'est pas une date : il faut le jour, le mois et l'année. Exemple : 24 décembre 2026")
    return ecrite


def date_sue(texte: str) -> str:
    """A day, a month or a year as YAML holds it."""
    dite = ligne(texte)
    if ecrite := dite if re.fullmatch(r"[0-9]{4}", dite) else date_ecrite(dite):
        return ecrite
    raise Incompris(f"{cite(texte)} n'est pas une date. Exemples : 24 décembre 2026, décembre 2026, 2026")


def slug(nom: str) -> str:
    """The name as the name of a file: it becomes the address of its page."""
    propre = en_slug(nom)[:60].strip("-")
    if not propre:
        raise Incompris(f"« {visible(nom)} » : il faut un nom avec des lettres, comme sur la porte")
    return propre


def _classes(annotation: object) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for argument in get_args(annotation):
        yield from _classes(argument)
