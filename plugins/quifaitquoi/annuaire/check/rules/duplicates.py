"""Two fiches that probably describe one place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.check.semblables import Lieu, lieu, semblables
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.base.texte import visible

CITES = 3  # how many fiches like it a message names; where there are more, the first and their number


@regle("doublon-probable", "avertissement", Fiche, ailleurs=True)
def doublon_probable(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une autre fiche porte presque le même nom, à moins de 100 mètres ou à la même adresse, ou y a le même téléphone."""
    trouves, nombre = contexte.une_fois(_doublons)
    restent = nombre[lu.chemin] - CITES
    for autre, pourquoi in trouves.get(lu.chemin, ())[:1 if restent > 0 else CITES]:
        constat = pourquoi.format(f"« {visible(autre.element.nom)} » ({autre.chemin})")
        if restent > 0:
            constat += f", et {nombre[lu.chemin] - 1} autres fiches lui ressemblent aussi"
        yield Signal(("nom",), f"{constat} : si c'est le même lieu, gardez une seule fiche ; sinon, dites-le dans « accepte »")


def _doublons(contexte: Contexte) -> tuple[dict[str, list[tuple[Lu, str]]], Counter[str]]:
    """For each fiche's path, the first fiches like it and what brings them together, and how many; found once a check."""
    trouves: dict[str, list[tuple[Lu, str]]] = defaultdict(list)
    nombre: Counter[str] = Counter()
    for un, autre, pourquoi in semblables(_lieux(contexte)):
        for lu, semblable in ((un.quoi, autre.quoi), (autre.quoi, un.quoi)):
            nombre[lu.chemin] += 1
            # Hundreds of one name make as many pairs as their square: no memory holds that.
            if nombre[lu.chemin] <= CITES:
                trouves[lu.chemin].append((semblable, pourquoi))
    return trouves, nombre


def _lieux(contexte: Contexte) -> Iterator[Lieu]:
    for lu, fiche in contexte.fiches_lues:
        adresse = fiche.adresse
        # A withheld address is compared with nothing: even a message about it would tell where it is.
        if adresse and not lu.discret and not (fiche.etat and fiche.etat.statut in ("ferme", "remplace")):
            yield lieu(lu, fiche, contexte.directory.annuaire)
