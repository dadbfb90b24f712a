"""An answer becomes a change of the file: worked out, checked as the whole directory would be, and only then written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quifaitquoi.annuaire.check import Rapport, verifier
from quifaitquoi.annuaire.check.fields import champs
from quifaitquoi.annuaire.check.load import NOMS, Lu
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.check.tree import Trouve
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire
from quifaitquoi.annuaire.read.document import Document
from quifaitquoi.annuaire.read.faute import Chemin, Illisible
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.proches import proche, vouliez_vous_dire
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.edition.decoupe import Edition, EditionImpossible, Pose, Retrait, editer
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.edition.decoupe.fichier import Fichier
from quifaitquoi.edition.essai import essayer
from quifaitquoi.edition.reponses.champs import changement, chemin_de
from quifaitquoi.edition.reponses.recit import recit

DIVULGUEE = "adresse-divulguee"


@dataclass(frozen=True)
class Appel:
    """Who asked, how and when; what the place answered. Without `comment` nobody asked it, and nothing is marked as verified."""

    comment: str
    par: str
    le: date
    changes: Sequence[str] = ()
    confirmes: Sequence[str] = ()


@dataclass(frozen=True)
class Reponse:
    """The text as it should be, what that changes in words, what the check says of it, remarks on the way."""

    texte: str
    recit: tuple[str, ...]
    problemes: tuple[Probleme, ...]
    remarques: tuple[str, ...]
    rapport: Rapport

    @property
    def erreurs(self) -> tuple[Probleme, ...]:
        return tuple(p for p in self.problemes if p.niveau == "erreur")


def est_discret(*textes: str) -> bool:
    """Whether one of these texts means to withhold an address: then nothing of it is ever printed."""
    return any(Lu(Trouve(Path(), None), "", texte=texte).discret for texte in textes)


def repondre(fichier: Fichier, trouve: Trouve, racine: Path, appel: Appel, aujourdhui: date) -> Reponse:
    """Works the answer out; nothing is written. Raises Refus with a sentence."""
    try:
        document = lire_yaml(fichier.texte)
        if document.fautes or not isinstance(document.valeur, dict):
            raise Illisible(document.fautes[0]) if document.fautes else Refus("ce fichier n'est pas une fiche")
    except Illisible:
        # The check words the fault, and knows what may not be repeated.
        rapport, problemes = essayer(fichier.texte, trouve, racine, aujourdhui)
        return Reponse(fichier.texte, (), problemes, (), rapport)
    # An edit that withholds the address must not print it on the way.
    discret = est_discret(fichier.texte, *appel.changes)
    texte, remarques = fichier.texte, []

    def vocabulaire() -> Vocabulaire:
        lu = verifier(racine, aujourdhui).directory
        if lu is None:
            raise Refus("l'annuaire a des erreurs : « quifaitquoi check » les dit. Corrigez-les d'abord")
        return lu.vocabulaire

    try:
        for ecrit in appel.changes:
            texte = _edite(texte, changement(ecrit, lire_yaml(texte), vocabulaire, discret))
        for champ in appel.confirmes:
            texte, remarque = _confirme(texte, champ, discret)
            remarques += [remarque] if remarque else []
        for nom, valeur in (("le", appel.le.isoformat()), ("comment", appel.comment), ("par", appel.par)) if appel.comment else ():
            texte = _edite(texte, Pose(("verification", nom), valeur))
    except EditionImpossible as error:
        raise Refus(str(error)) from None
    apres = lire_yaml(texte)
    rapport, problemes = essayer(texte, trouve, racine, aujourdhui)
    if any(p.regle == DIVULGUEE for p in problemes):
        _refuse_une_adresse(fichier.texte, trouve, racine, aujourdhui)
    remarques += _encore_a_confirmer(appel, apres, discret)
    return Reponse(texte, tuple(recit(document.valeur, apres.valeur, discret)), problemes, tuple(remarques), rapport)


def _refuse_une_adresse(texte: str, trouve: Trouve, racine: Path, aujourdhui: date) -> None:
    """Where the file does not hold the address yet, nothing is to be purged: it only must not be written."""
    if not any(p.regle == DIVULGUEE for p in essayer(texte, trouve, racine, aujourdhui)[1]):
        raise Refus("l'adresse de ce lieu n'est pas publiée, et ce changement la donnerait : ne la notez nulle part")


def _edite(texte: str, edition: Edition) -> str:
    document = lire_yaml(texte)

    def ordre(chemin: Chemin) -> Sequence[str]:
        if chemin and chemin[-1] == "horaires":
            return _lignes_d_horaires(document.valeur_a(chemin), edition.chemin[-1])
        return champs(Fiche, chemin)

    return editer(texte, [edition], ordre)


def _lignes_d_horaires(lignes: Valeur | None, nouvelle: str | int) -> list[str]:
    """Weekdays before public holidays, which close the list in most fiches."""
    cles = [*lignes] if isinstance(lignes, dict) else []
    feries = next((i for i, cle in enumerate(cles) if "férié" in cle.lower()), len(cles))
    return [*cles[:feries], str(nouvelle), *cles[feries:]] if nouvelle not in cles else cles


def _confirme(texte: str, champ: str, discret: bool) -> tuple[str, str]:
    """The text without what was in doubt about `champ`, and a remark where nothing was."""
    doutes = lire_yaml(texte).valeur_a(("a_confirmer",))
    noms = [d.get("champ", "") if isinstance(d, dict) else "" for d in doutes] if isinstance(doutes, list) else []
    if champ not in noms:
        if propose := proche(champ, [nom for nom in noms if nom]):
            raise Refus(f"« {'…' if discret else visible(champ)} » n'est pas à confirmer dans cette fiche."
                        f"{'' if discret else vouliez_vous_dire(propose)}")
        chemin_de(champ, discret)
        return texte, f"« {_nom_sur(champ, discret)} » n'était pas à confirmer."
    for rang in reversed([i for i, nom in enumerate(noms) if nom == champ]):
        texte = _edite(texte, Retrait(("a_confirmer", rang)))
    return texte, ""


def _nom_sur(champ: str, discret: bool) -> str:
    """The name of a field as it was typed; where nothing typed may be repeated, only if it is made of known names."""
    connu = all(partie in NOMS for partie in re.split(r"[.\[\]\d]+", champ) if partie)
    return visible(champ) if connu or not discret else "…"


def _encore_a_confirmer(appel: Appel, document: Document, discret: bool) -> list[str]:
    """Fields that were changed and still are in doubt: only the person who called knows whether that is settled."""
    doutes = document.valeur_a(("a_confirmer",))
    doutes = doutes if isinstance(doutes, list) else []
    noms = {d["champ"] for d in doutes if isinstance(d, dict) and isinstance(d.get("champ"), str)}
    changes = [ecrit.partition("=")[0].strip() for ecrit in appel.changes]
    return [f"« {_nom_sur(nom, discret)} » reste à confirmer. Si la réponse est sûre, ajoutez --confirme "
            f"{_nom_sur(nom, discret)}" for nom in sorted(noms)
            if any(change == nom or change.startswith(nom + ".") for change in changes)]
