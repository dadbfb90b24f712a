"""What pydantic found, in sentences for a volunteer: what was read, what is expected, an example."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from quifaitquoi.annuaire.check.autrement import conseil, dit_autrement
from quifaitquoi.annuaire.check.fields import bornes, champ_a, champs, exemple, modele_a, modeles_dans, ou_va
from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.base.proches import proche, vouliez_vous_dire
from quifaitquoi.base.texte import simple, visible

BLOC = "il faut un bloc : à la ligne, décalé de deux espaces, un champ par ligne{exemple}"
PHRASES = {
    "model_type": BLOC, "model_attributes_type": BLOC, "dict_type": BLOC, "is_instance_of": BLOC,
    "tuple_type": "il faut une liste entre crochets{exemple}",
    "list_type": "il faut une liste entre crochets{exemple}",
    "string_type": "il faut un texte sur une ligne, pas un bloc ni une liste{exemple}",
    "string_too_long": "c'est trop long : {n} signes. Écrivez-en {max_length} au plus",
    "string_pattern_mismatch": "« {lu} » n'a pas la forme attendue{exemple}",
    "int_parsing": "« {lu} » n'est pas un nombre entier{exemple}",
    "int_from_float": "« {lu} » n'est pas un nombre entier{exemple}",
    "int_type": "il faut un nombre entier{exemple}",
    "float_parsing": "« {lu} » n'est pas un nombre{exemple}",
    "float_type": "il faut un nombre{exemple}",
    "finite_number": "« {lu} » n'est pas un nombre{exemple}",
    "greater_than_equal": "« {lu} » est trop petit : au moins {ge:g}",
    "less_than_equal": "« {lu} » est trop grand : au plus {le:g}",
    "too_long": "il y a trop d'éléments : {max_length} au plus",
    "int_parsing_size": "ce nombre est trop grand{exemple}",
}
# Where it has a least and a most, both are said whatever is wrong with a number.
NOMBRES = frozenset(("int_parsing", "int_from_float", "int_parsing_size", "greater_than_equal", "less_than_equal"))
# What people write for a field that has another name here.
SYNONYMES = {"rue": "voie", "ville": "commune", "cp": "code_postal", "tel": "telephone", "mail": "courriel", "email": "courriel",
             "description": "presentation", "type": "genre", "prix": "cout", "tarif": "cout", "besoin": "quoi", "web": "site"}


def vraies_erreurs(error: ValidationError) -> list[ErrorDetails]:
    """Pydantic's errors, without the one it adds for a list that would be empty if its faulty items were not counted."""
    return [e for e in error.errors(include_url=False)
            if not (e["type"] == "too_short" and len(e["input"]) >= e["ctx"]["min_length"])]


def traduire(erreur: ErrorDetails, modele: type[BaseModel], donnees: object) -> Iterator[tuple[Chemin, str, bool, str]]:
    """Each yields (path in the written data, sentence, whether the key is at fault, name of the rule)."""
    chemin = chemin_ecrit(erreur["loc"], donnees)
    genre, contexte, lu = erreur["type"], erreur.get("ctx") or {}, erreur["input"]
    cle = erreur["loc"][-1:] == ("[key]",)
    if genre == "horaires":
        for faute in contexte["fautes"]:
            yield (*chemin, *faute.chemin), visible(faute.message, 400), faute.sur_la_cle, "horaires"
    elif genre == "extra_forbidden":
        yield chemin, _champ_inconnu(str(erreur["loc"][-1]), modele, chemin), True, "champ-inconnu"
    elif genre == "missing" and _presque(donnees, chemin):
        return  # « Nom: » is told where it stands: once is enough
    elif genre == "slug" and chemin and {"par", "responsables"} & {*chemin}:
        phrase = ("n'est pas un rôle : écrivez l'identifiant d'un rôle d'annuaire.yml (sous « roles »), jamais le nom d'une "
                  "personne. Exemple : equipe-neudorf")
        yield chemin, f"« {visible(str(lu))} » {phrase}", cle, "valeur"
    elif genre == "missing":
        yield chemin, f"il manque « {erreur['loc'][-1]} »{exemple(modele, chemin)}", True, "champ-manquant"
    elif isinstance(lu, str) and not lu.strip() and genre != "documents_vides":
        yield chemin, _vide(modele, chemin), cle, "vide"
    elif genre == "too_short":
        assez = contexte["min_length"]
        phrase = f"il faut au moins {assez} éléments" if assez > 1 else "il faut au moins un élément"
        facultatif = "" if _obligatoire(modele, chemin) else " ; si on ne sait pas, supprimez la ligne"
        yield chemin, f"{phrase}{facultatif}{exemple(modele, chemin)}", False, "valeur"
    elif genre == "literal_error":
        permis = [valeur.strip("'") for valeur in contexte["expected"].replace(" or ", ", ").split(", ")]
        propose = (dit_autrement(lu, chemin, permis) or proche(lu, permis)) if isinstance(lu, str) else None
        trouve = f"« {visible(lu)} » n'est pas possible ici" if isinstance(lu, str) else "il faut un seul mot ici"
        yield chemin, f"{trouve} : {', '.join(permis)}.{vouliez_vous_dire(propose)}{conseil(lu, chemin)}", cle, "valeur"
    elif genre in PHRASES:
        phrase = PHRASES[genre]
        if phrase is BLOC and isinstance(lu, str) and re.match(r"[\w-]+:\S", lu):
            phrase = "il manque une espace après « : »{exemple}"
        elif genre == "tuple_type" and list(modeles_dans(getattr(champ_a(modele, chemin)[1], "annotation", None))):
            phrase = "il faut une liste : à la ligne, un tiret devant chaque élément{exemple}"
        elif genre in NOMBRES and (entre := bornes(modele, chemin)):
            phrase = f"« {{lu}} » n'est pas un nombre de {entre[0]:g} à {entre[1]:g}{{exemple}}"
        yield chemin, phrase.format_map({"lu": visible(str(lu)), "exemple": exemple(modele, chemin), "n": len(str(lu)), **contexte}
                                        ), cle, "valeur"
    else:
        # Our own types say their sentence themselves, already in French.
        if "rang" in contexte:
            chemin = (*chemin, contexte["rang"])
        yield chemin, visible(erreur["msg"], 600), cle, genre


def _champ_inconnu(cle: str, modele: type[BaseModel], chemin: Chemin) -> str:
    ici, connus = modele_a(modele, chemin[:-1]), champs(modele, chemin[:-1])
    synonyme = SYNONYMES.get(cle.lower())
    propose = synonyme if synonyme in connus else proche(cle, connus)
    ailleurs = ou_va(ici, synonyme or cle) if ici else None
    if propose:
        conseil = vouliez_vous_dire(propose)
    elif ailleurs:
        conseil = f" Écrivez « {synonyme or cle} » dans « {ailleurs} »."
    else:
        conseil = f" Champs possibles : {', '.join(connus)}."
    return f"« {visible(cle)} » n'est pas un champ connu ici.{conseil}"


def _obligatoire(modele: type[BaseModel], chemin: Chemin) -> bool:
    _, champ = champ_a(modele, chemin)
    return champ is not None and champ.is_required()


def _vide(modele: type[BaseModel], chemin: Chemin) -> str:
    if chemin and isinstance(chemin[-1], int):
        return "cet élément de la liste est vide : complétez-le, ou supprimez-le"
    if _obligatoire(modele, chemin):
        return f"ce champ est vide : complétez-le{exemple(modele, chemin)}"
    return "ce champ est vide : complétez-le, ou supprimez la ligne (absent veut dire « non renseigné »)"


def chemin_ecrit(loc: tuple[str | int, ...], donnees: object) -> Chemin:
    """Pydantic's location without the names it adds for the branch of a union: only keys that can be written."""
    chemin: list[str | int] = []
    for i, partie in enumerate(loc):
        if isinstance(donnees, dict) and isinstance(partie, str):
            if partie in donnees:
                donnees = donnees[partie]
            elif i + 1 < len(loc) or partie.startswith(("function-", "lax-or-strict", "tuple[")) or partie in TAGS:
                continue
        elif isinstance(donnees, list) and isinstance(partie, int) and partie < len(donnees):
            donnees = donnees[partie]
        else:
            # A single element that was written without brackets, or the tag of a union.
            continue
        chemin.append(partie)
    return tuple(chemin)


TAGS = frozenset({"texte", "bloc", "anneau", "morceaux", "[key]"})


def _presque(donnees: object, chemin: Chemin) -> bool:
    """Whether the block has this field, with a capital or an accent that it should not have."""
    for partie in chemin[:-1]:
        try:
            donnees = donnees[partie]
        except (KeyError, IndexError, TypeError):
            return False
    return isinstance(donnees, dict) and chemin[-1] in (simple(nom) for nom in donnees if nom != chemin[-1])
