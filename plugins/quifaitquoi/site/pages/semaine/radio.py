"""What is announced as a text to be read on local radio: whole sentences, nothing in figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.annonce import Annonce
from quifaitquoi.annuaire.model.telephone import affiche
from quifaitquoi.paroles import a_voix_haute
from quifaitquoi.paroles import annonces as dites


def texte(territoire: Territoire, annonces: Sequence[Annonce], lieu: str) -> str:
    """The text of a territory in French, for its neighbourhood or whole that is called `lieu`."""
    jour, pays = territoire.aujourdhui, territoire.directory.annuaire.pays
    dites = [f"Cette semaine, chez vous, {lieu}. Texte écrit pour le {a_voix_haute.jour(jour)}, et pour les six jours qui suivent."]
    dites += [_annonce(a, territoire.fiches.get(a.fiche or ""), jour, pays) for a in annonces]
    return "\n\n".join(dites) + "\n"


def _annonce(a: Annonce, vue: FicheVue | None, jour: date, pays: str) -> str:
    ou = [segment.texte for segment in dites.ou(a, vue) if segment.texte]
    phrases = [f"{_quand(a, jour)} : {a.titre}", a.presentation, f"{_chez(vue)} : {', '.join(ou)}" if ou else None, a.inscription]
    for numero in a.contact.numeros if a.contact else ():
        dit = a_voix_haute.telephone(affiche(numero.numero, pays), pays)
        phrases.append(f"Le numéro à appeler : {dit}. Je répète : {dit}")
    return "\n".join(f"{p.rstrip('.')}." for p in phrases if p)


def _chez(vue: FicheVue | None) -> str:
    return "C'est proposé par" if vue and vue.retenue else "C'est ici"


def _quand(a: Annonce, jour: date) -> str:
    q = a.quand
    if q.fin == q.du:
        dit = f"le {a_voix_haute.jour(q.du)}"
    elif q.du < jour:
        dit = f"jusqu'au {a_voix_haute.jour(q.fin)}"
    else:
        dit = f"du {a_voix_haute.jour(q.du)} au {a_voix_haute.jour(q.fin)}"
    dit = f"{dit}, {a_voix_haute.heures(q.heures)}" if q.heures else dit
    return dit[0].upper() + dit[1:]
