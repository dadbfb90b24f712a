"""Names of controlled terms in one language, and the words that find them. The French ones stay searchable in every language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.vocabulaire import Condition, Terme_, appele
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.langues import Langue, Traduit
from quifaitquoi.langues.marques import N_
from quifaitquoi.langues.mots_tapes import mots_vides, pesants
from quifaitquoi.langues.typographie import francais
from quifaitquoi.paroles.valeurs import FAMILLES, GENRE_PUBLIC, VECU
from quifaitquoi.site.pages.trouver.unites import FEMMES, HOMMES

SEPARATEUR, LIAISON = "|", "\u200c"
# What people type for somebody who has been through it.
PAIR = N_("pair-aidant, travailleur pair, entraide entre pairs, quelqu'un qui a vécu la même chose")


def typo(texte: str, langue: Langue) -> str:
    """With French spacing where it is French: in the language itself, or because nobody translated it."""
    return texte if isinstance(texte, Traduit) and not langue.francaise else francais(texte)


def cherches(*textes: Iterable[str] | str | None) -> str:
    """Texts that find something, besides its name; the browser cuts them into words. What Persian binds by an invisible mark, many
    write as one word."""
    ecrits = [texte for un in textes if un for texte in ((un,) if isinstance(un, str) else un)]
    tous = [texte for ecrit in ecrits for texte in (ecrit, ecrit.replace(LIAISON, ""))]
    return SEPARATEUR.join(dict.fromkeys(texte.replace(SEPARATEUR, " ") for texte in tous))


def mots_du_terme(terme: Terme_, source: Terme_, langue: Langue) -> list:
    """[slug, name to show, other words] of a term that this language may have translated from `source`."""
    autres = (*(terme.synonymes or ()), *(() if terme.nom == source.nom else (source.nom,)), *(source.synonymes or ()))
    return [terme.slug, typo(terme.nom, langue), cherches(_differents(autres, langue))]


def mots_de_la_dispense(terme: Condition, source: Condition, langue: Langue) -> list:
    """The same of what is not asked."""
    autres = (*(terme.synonymes or ()), *(() if terme.sans == source.sans else (source.sans,)), *(source.synonymes or ()))
    return [terme.slug, typo(terme.sans, langue), cherches(_differents(autres, langue))]


def _differents(textes: Iterable[str], langue: Langue) -> list[str]:
    """Each way of saying it once: to the search, « un repas » is « repas »; but « on me suit » is not « il suit »."""
    vides, gardes = {*mots_vides(langue).split()}, {}
    groupes = {mot: n for n, groupe in enumerate(pesants(langue)) for mot in groupe.split()}
    for texte in textes:
        mots = re.findall(r"\w+", cle_de_tri(texte))
        pleins = tuple(mot for mot in mots if mot not in vides) or tuple(mots)
        autour = frozenset(groupes[mot] for mot in mots if mot in vides and mot in groupes) if len(pleins) == 1 else None
        gardes.setdefault((pleins, autour), texte)
    return [*gardes.values()]


def mots_de_langue(code: str, directory: Directory, source: Directory, langue: Langue) -> list[str]:
    """The same of a spoken language: CLDR names most of them in most others, the territory the rest."""
    nom = langue.locale.languages.get(code.replace("-", "_"))
    if (terme := source.vocabulaire.langues.get(code)) is None:
        return [code, nom or code, ""]
    return [code, nom or directory.vocabulaire.langues[code].nom, cherches(terme.nom, terme.natif, terme.synonymes)]


def publics(directory: Directory, source: Directory, langue: Langue, slugs: Iterable[str]) -> list[list[str]]:
    """The same of each public: those of the vocabulary, women, men and family situations."""
    du_programme = {FEMMES: GENRE_PUBLIC[FEMMES], HOMMES: GENRE_PUBLIC[HOMMES], **FAMILLES}
    v, d_origine = directory.vocabulaire.publics, source.vocabulaire.publics
    return [mots_du_terme(v[slug], d_origine[slug], langue) if slug in v else [slug, langue.dire(du_programme[slug].dit), ""]
            for slug in slugs]


def vecus(langue: Langue, termes: Iterable[str]) -> list[list[str]]:
    """The same of what somebody there has lived."""
    autres = cherches(re.split(r"[,،] *", langue.dire(PAIR)))
    return [[terme, langue.dire(VECU[terme].dit), autres] for terme in termes]


def connus(directory: Directory, source: Directory, langue: Langue) -> str:
    """Words that the vocabulary knows and that may find nothing, parted by spaces: none of them is a slip of the finger."""
    termes = [terme for d in (directory, source) for liste in ("publics", "conditions", "documents", "temps_de_vie")
              for terme in getattr(d.vocabulaire, liste).values()]
    noms = [nom for terme in termes for nom in (terme.nom, *(terme.synonymes or ()))]
    noms += [nom for cle, sigle in source.vocabulaire.sigles.items() for nom in (cle, sigle.nom, *(sigle.anciens_noms or ()))]
    noms += [langue.locale.languages.get(code.replace("-", "_"), "") for code in source.vocabulaire.langues]
    noms += [nom for terme in source.vocabulaire.langues.values() for nom in appele(terme)]
    return " ".join(sorted({mot for nom in noms for mot in re.findall(r"[^\W_]{4,}", nom.lower())}))


def non_traduits(noms: Iterable[str | None]) -> list[int]:
    """The ranks of those that are still in the language of the fiches."""
    return [rang for rang, nom in enumerate(noms) if nom is not None and not isinstance(nom, Traduit)]
