"""What another source says otherwise than a fiche, in the words of a review: nothing of it is written before somebody decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.markdown import echappe
from quifaitquoi.suivi.relecture.faits import A_CONFIRMER, Changement, Cote, changements

COULISSES = frozenset(Fiche.model_fields[nom].title for nom in ("sources", "identifiants"))


def en_proposition(directory: Directory, le: date, propositions: Iterable[tuple[str, str, str]]) -> str:
    """Markdown; each proposition is (slug, the fiche's text, its text as the source would have it)."""
    debut = ["# Ce qu'une autre source dit autrement", "Rien de ceci n'est écrit : changez la fiche si la source a raison."]
    return "\n\n".join([*debut, *(part for une in propositions for part in _une(directory, le, *une))]) + "\n"


def _une(directory: Directory, le: date, slug: str, avant: str, apres: str) -> Iterator[str]:
    fiche = directory.fiches[slug]
    yield f"## {echappe(fiche.nom)}"
    yield f"*{echappe(fiche.chemin)}*"
    dits = changements(*(_cote(directory, le, fiche, texte) for texte in (avant, apres)))
    yield "\n".join(_phrase(dit) for dit in dits if dit.titre not in COULISSES)


def _phrase(dit: Changement) -> str:
    if dit.titre == A_CONFIRMER:  # what the source says stands in the doubt itself
        return "\n".join(f"- {echappe(dit.titre)} : {echappe(doute)}" for doute in dit.apres or dit.avant)
    vieux, neuf = (", ".join(map(echappe, lignes)) for lignes in (dit.avant, dit.apres))
    if vieux and neuf:
        return f"- {echappe(dit.titre)} : la fiche dit « {vieux} », la source dit « {neuf} »"
    return f"- {echappe(dit.titre)} : " + (f"la source dit « {neuf} »" if neuf else f"la source ne dit pas « {vieux} »")


def _cote(directory: Directory, le: date, fiche: Fiche, texte: str) -> Cote:
    valeur = lire_yaml(texte).valeur
    lue = Fiche.model_validate(valeur, context={"pays": directory.annuaire.pays})
    lue.nomme(slug=fiche.slug, zone=fiche.zone)
    territoire = enrichir(replace(directory, fiches={fiche.slug: lue}), le)
    return Cote(territoire.fiches[fiche.slug], valeur, territoire)
