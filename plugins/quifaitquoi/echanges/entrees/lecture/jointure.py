"""Records that belong together, from files in any order, kept on disk until each has found its own."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from quifaitquoi.echanges.entrees.lecture.enregistrement import Enregistrement

Groupe = tuple[Enregistrement | None, list[Enregistrement], list[Enregistrement]]


class Jointure:
    """Structures (`parent` empty) and what names one of them as its parent. An unnamed database: SQLite keeps it in a file of the
    system's own once it grows, and removes it."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("")
        self._base.execute("create table t (rang integer primary key, parent text, id text, place text, feuille text, champs text)")

    def ajoute(self, un: Enregistrement, parent: str, sien: str) -> None:
        champs = json.dumps(un.champs, ensure_ascii=False).encode("utf-8", "replace").decode()
        self._base.execute("insert into t (parent, id, place, feuille, champs) values (?, ?, ?, ?, ?)",
                           (parent, sien, un.place, un.feuille, champs))

    def __iter__(self) -> Iterator[Groupe]:
        """(structure, its services, records that say what another of the same id said): orphans come last, without structure.

        By id, not in the order of the files: what is made of them does not depend on it.
        """
        self._base.execute("create index par_parent on t (parent, id)")
        for sien, *_ in self._base.execute("select distinct id from t where parent = '' order by id"):
            services, repetes = _uniques(self._lus("parent = ? and parent <> ''", sien))
            gardees, repetees = _uniques(self._lus("parent = '' and id = ?", sien))
            yield gardees[0], services, [*repetees, *repetes]
            # Without an id none is another's double.
            yield from ((autre, [], []) for autre in gardees[1:])
        orphelins = self._lus("parent <> '' and parent not in (select id from t where parent = '')")
        yield from ((None, [un], []) for un in orphelins)

    def _lus(self, condition: str, *valeurs: str) -> Iterator[Enregistrement]:
        requete = f"select place, feuille, champs from t where {condition} order by id, champs"
        for place, feuille, champs in self._base.execute(requete, valeurs):
            yield Enregistrement(place, json.loads(champs), feuille)

    def close(self) -> None:
        self._base.close()


def _uniques(lus: Iterator[Enregistrement]) -> tuple[list[Enregistrement], list[Enregistrement]]:
    """Each id once, as its latest version says it, and the others."""
    gardes: dict[object, Enregistrement] = {}
    autres = []
    for rang, un in enumerate(sorted(lus, key=lambda un: str(un.champs.get("date_maj")), reverse=True)):
        cle = un.champs.get("id") or rang
        if cle in gardes:
            autres.append(un)
        else:
            gardes[cle] = un
    return list(gardes.values()), autres
