"""Hours as one sentence, for a leaflet, a feed or a screen reader."""

from __future__ import annotations

from functools import lru_cache, reduce

from ..langues import Langue
from .modele import Horaires, Regle
from .mots import commentaire, liste, plage_en_phrase, quand
from .visibles import Groupe, groupes


@lru_cache(maxsize=8192)
def phrase(horaires: Horaires, langue: Langue) -> str:
    """« du lundi au vendredi de 9 h à 12 h ; fermé les jours fériés », without capital or full stop."""
    dits, autres = _autres_jours(horaires)
    textes = [_groupe(groupe, langue) for groupe in dits]
    if autres:
        textes.insert(sum(_est_de_la_semaine(groupe) for groupe in dits), _des_autres_jours(autres.tete, langue))
    if horaires.feries_ordinaires and not horaires.dit_des_feries:
        textes.append(langue.texte("les jours fériés comme les autres jours"))
    elif horaires.feries_a_verifier:
        textes.append(langue.texte("jours fériés : à vérifier"))
    return reduce(lambda debut, suite: langue.texte("{debut} ; {suite}", debut=debut, suite=suite), textes)


def regle_dite(regle: Regle, langue: Langue) -> str:
    """One rule alone: « du lundi au vendredi de 9 h à 12 h »."""
    return _groupe(Groupe([regle], 0), langue)


def _autres_jours(horaires: Horaires) -> tuple[list[Groupe], Groupe | None]:
    """The groups, without the one of a first rule for all days that others leave some of: that is said after them."""
    tous, base = groupes(horaires.regles), horaires.regles[0]
    semaine = [groupe for groupe in tous if _est_de_la_semaine(groupe)]
    if base.jours or base.plages or base.etat == "ouvert" or not base.est_simple or len(semaine) < 2:
        return tous, None
    autres = next((groupe for groupe in semaine if [regle.quoi for regle in groupe.regles] == [base.quoi]), None)
    return [groupe for groupe in tous if groupe is not autres], autres


def _est_de_la_semaine(groupe: Groupe) -> bool:
    return groupe.tete.est_simple and groupe.tete.remplace


def _des_autres_jours(regle: Regle, langue: Langue) -> str:
    autres, dit = langue.texte("les autres jours"), commentaire(regle, langue)
    if regle.etat == "inconnu":
        return langue.texte("{quand} : {condition}", quand=autres, condition=dit)
    return langue.texte("fermé {quand} ({motif})", quand=autres, motif=dit) if dit else langue.texte("fermé {quand}", quand=autres)


def _groupe(groupe: Groupe, langue: Langue) -> str:
    tete = groupe.tete
    jours = quand(tete, langue)
    partout = not any(tete.quand)
    if tete.etat == "ferme":
        motif = commentaire(tete, langue)
        if tete.plages:
            jours = langue.texte("{quand} {heures}", quand=jours, heures=_heures(tete, langue))
        if motif:
            return langue.texte("fermé {quand} ({motif})", quand=jours, motif=motif)
        return langue.texte("fermé {quand}", quand=jours)
    sinon, dites = _sinon(groupe)
    if not tete.plages and not sinon:
        if tete.etat == "inconnu":
            condition = commentaire(tete, langue)
            return condition if partout else langue.texte("{quand} : {condition}", quand=jours, condition=condition)
        if partout and not tete.commentaire:
            return langue.texte("24 heures sur 24, 7 jours sur 7")
    heures = liste([_heures_et_condition(regle, langue) for regle in dites], langue)
    if sinon:
        heures = langue.texte("{heures}, sinon {condition}", heures=heures, condition=commentaire(sinon, langue))
    if groupe.aussi:
        return langue.texte("{quand}, aussi {heures}", quand=jours, heures=heures)
    if groupe.mais:
        return langue.texte("mais {quand} {heures}", quand=jours, heures=heures)
    return langue.texte("{quand} {heures}", quand=jours, heures=heures)


def _sinon(groupe: Groupe) -> tuple[Regle | None, list[Regle]]:
    """What holds the rest of the day, where hours are added to it; and those hours."""
    tete, *suite = groupe.regles
    reste = tete.etat == "inconnu" and not tete.plages and suite
    return (tete, suite) if reste else (None, groupe.regles)


def _heures(regle: Regle, langue: Langue) -> str:
    if not regle.plages:
        return langue.texte("24 heures sur 24")
    return liste([plage_en_phrase(plage, langue) for plage in regle.plages], langue)


def _heures_et_condition(regle: Regle, langue: Langue) -> str:
    heures, condition = _heures(regle, langue), commentaire(regle, langue)
    return langue.texte("{heures} ({condition})", heures=heures, condition=condition) if condition else heures
