"""What is due, for a terminal, for a file, for a program."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.base.texte import visible
from quifaitquoi.paroles.confiance import etiquette
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.relais import relais as dit
from quifaitquoi.savoir.droits import a_relire, perime, tient
from quifaitquoi.savoir.echeances import Echeance, bilan, tenues
from quifaitquoi.savoir.relais import a_remplacer
from quifaitquoi.savoir.vacances import a_renouveler

COLONNES = ("fiche", "nom", "ce que dit sa page", "à revérifier depuis", "téléphone", "responsables")
LARGEUR_ETROITE = 80


def en_tableau(territoire: Territoire, echeances: Sequence[Echeance], largeur: int | None, par: str | None = None) -> str:
    """Aligned columns, one line a fiche; three short lines each where `largeur` (None: no limit) can't hold that.

    `par` is the role that `echeances` are of, None for all.
    """
    parole = Parole.de_la_source(territoire.directory)
    rangees = [_rangee(parole, due) for due in echeances]
    larges = [max(map(len, colonne)) for colonne in zip(COLONNES, *rangees, strict=True)]
    tient = largeur is None or sum(larges) + 2 * (len(larges) - 1) <= largeur
    constat = _constat(parole, territoire, echeances, par)
    parts = [constat if largeur is None else textwrap.fill(constat, largeur)]
    for jamais, titre in ((True, "Jamais vérifiées"), (False, "À revérifier")):
        ici = [r for r, due in zip(rangees, echeances, strict=True) if due.jamais == jamais]
        if not ici:
            continue
        if tient:
            # The one column that says the same in each line goes.
            gardees = [i for i in range(len(COLONNES)) if not (jamais and i == 3)]
            lignes = [[COLONNES[i] for i in gardees], *([rangee[i] for i in gardees] for rangee in ici)]
            corps = "\n".join("  ".join(c.ljust(larges[i]) for i, c in zip(gardees, ligne, strict=True)).rstrip()
                              for ligne in lignes)
        else:
            corps = "\n".join(_etroite(rangee, jamais, min(largeur, 120)) for rangee in ici)
        parts.append(f"{titre} ({len(ici)})\n\n{corps}")
    if droits := _droits(parole, territoire):
        titre, *lignes = (ligne if largeur is None else textwrap.fill(ligne, largeur, subsequent_indent="    ") for ligne in droits)
        parts.append("\n".join((titre, "", *lignes)))
    if relais := a_remplacer(territoire):
        lignes = [f"Feuilles à remplacer ({len(relais)})", "", *("  ".join(map(visible, dit(parole, un))) for un in relais)]
        parts.append("\n".join(x if largeur is None else textwrap.fill(x, largeur, subsequent_indent="    ") for x in lignes))
    if vacances := _vacances(parole, territoire):
        parts.append(vacances if largeur is None else textwrap.fill(vacances, largeur))
    return "\n\n".join(parts)


def en_json(territoire: Territoire, echeances: Sequence[Echeance]) -> str:
    """An object with `le` (the day), `jamais_verifiees`, `a_reverifier`, `droits_a_relire`, `feuilles_a_remplacer` and
    `fiches`, the latter as in the table."""
    parole = Parole.de_la_source(territoire.directory)
    jamais, retard = bilan(echeances)
    return json.dumps({
        "le": territoire.aujourdhui.isoformat(), "jamais_verifiees": jamais, "a_reverifier": retard,
        "droits_a_relire": [droit.slug for droit in a_relire(territoire)],
        "feuilles_a_remplacer": [{
            "lieu": un.lieu, "quartier": un.quartier, "langues": list(un.langues or parole.annuaire.langues[:1]),
            "feuilles": un.feuilles, "remplace_le": un.remplace_le.isoformat() if un.remplace_le else None,
            "telephone": un.telephone} for un in a_remplacer(territoire)],
        "vacances_scolaires_a_renouveler": a_renouveler(territoire),
        "fiches": [_objet(parole, due) for due in echeances]}, ensure_ascii=False, indent=2)


def _droits(parole: Parole, territoire: Territoire) -> list[str]:
    """A title, then a line for each right of the territory that somebody should read again; nothing where there is none."""
    dus = a_relire(territoire)
    lignes = []
    for droit in dus:
        quand = "jamais relu" if droit.lu_le is None else f"relu le {parole.date(droit.lu_le)}"
        fin = "" if tient(droit, territoire.aujourdhui) else f", terminé depuis le {parole.date(droit.jusqu_au)}"
        quoi = ", à relire" if perime(territoire, droit) else ""
        lignes.append(f"{droit.slug}  {visible(droit.nom)}  {quand}{quoi}{fin}")
    return [f"Droits à relire ({len(dus)})", *lignes] if dus else []


def _vacances(parole: Parole, territoire: Territoire) -> str:
    if not a_renouveler(territoire):
        return ""
    if (calendrier := territoire.directory.vacances) is None:
        return "Vacances scolaires : des horaires en parlent, et l'annuaire n'a pas leurs dates (« quifaitquoi vacances »)."
    return f"Vacances scolaires : leurs dates ne sont connues que jusqu'au {parole.date(calendrier.dernier_jour)} ; à renouveler."


def _objet(parole: Parole, due: Echeance) -> dict[str, object]:
    confiance = due.vue.confiance
    return {
        "fiche": due.vue.slug, "nom": due.vue.fiche.nom, "fichier": due.vue.fiche.chemin, "zone": due.vue.fiche.zone,
        "responsables": list(due.responsables), "statut": "jamais-verifiee" if due.jamais else "a-reverifier",
        "verifiee_le": confiance.verification.le.isoformat() if confiance.verification else None,
        "lue_le": str(confiance.lue_le) if confiance.lue_le else None,
        "a_revoir_depuis": due.depuis.isoformat() if due.depuis else None, "jours_de_retard": due.retard,
        "etiquette": etiquette(parole, due.vue), "moyen": due.joindre.moyen,
        "telephones": [{"numero": n.affiche.replace("\u00a0", " "), "pour": n.pour} for n in due.joindre.numeros],
    }


def _constat(parole: Parole, territoire: Territoire, echeances: Sequence[Echeance], par: str | None) -> str:
    jour = parole.date(territoire.aujourdhui)
    if not tenues(territoire, par):
        return "Aucune fiche à vérifier : " + (f"« {par} » n'en tient encore aucune." if par else "il n'y en a encore aucune.")
    if not echeances:
        return f"Rien à vérifier au {jour} : tout a été demandé aux lieux eux-mêmes, et à temps."
    jamais, retard = bilan(echeances)
    n = len(echeances)
    dits = [f"{jamais} jamais vérifiée{'s' if jamais > 1 else ''}"] * bool(jamais) + [f"{retard} à revérifier"] * bool(retard)
    return f"{n} fiche{'s' if n > 1 else ''} à vérifier au {jour} : {', '.join(dits)}."


def _rangee(parole: Parole, due: Echeance) -> tuple[str, ...]:
    return (due.vue.slug, visible(due.vue.fiche.nom), etiquette(parole, due.vue),
            "jamais vérifiée" if due.jamais else parole.date(due.depuis), telephone(due), ", ".join(due.responsables)
            or "tous")


def telephone(due: Echeance) -> str:
    if due.joindre.moyen == "sans-appeler":
        return "urgence, ne pas appeler"
    if not due.joindre.numeros:
        return "aucun"
    return due.joindre.numeros[0].affiche + (" (organisme)" if due.joindre.organisme else "")


def _etroite(rangee: tuple[str, ...], jamais: bool, largeur: int) -> str:
    fiche, nom, page, depuis, tel, roles = rangee
    tel = "sans téléphone" if tel == "aucun" else tel
    reste = largeur - len(tel) - 2
    nom = nom if len(nom) <= reste else nom[:reste - 1] + "…"
    quand = page if jamais else f"{page} depuis le {depuis}"
    return f"{nom.ljust(reste)}  {tel}\n    {fiche}\n    {quand}\n    {roles}\n".rstrip("\n")
