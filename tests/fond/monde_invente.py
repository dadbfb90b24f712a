"""Small worlds written by hand, the command as it is typed, and what lies inside a ring."""

from __future__ import annotations

from click.testing import CliRunner

from quifaitquoi.annuaire.read.fond import UNITE
from quifaitquoi.commands import main

BOITE = (-310_000, 4_630_000, -300_000, 4_636_000)


def lance(*arguments):
    return CliRunner().invoke(
        main, ["fond", *map(str, arguments)], prog_name="quifaitquoi", env={"SOURCE_DATE_EPOCH": "1795132800"}
    )


class Monde:
    """An extract written by hand: metres do not matter, units do."""

    def __init__(self):
        self.noeuds, self.voies, self.relations = [], [], []

    def noeud(self, x, y, **dits):
        self.noeuds.append(
            f'<node id="{len(self.noeuds) + 1}" version="1" lat="{y / UNITE:.7f}" lon="{x / UNITE:.7f}">{tags(dits)}</node>'
        )
        return len(self.noeuds)

    def voie(self, *points, **dits):
        refs = [point if isinstance(point, int) else self.noeud(*point) for point in points]
        suite = "".join(f'<nd ref="{ref}"/>' for ref in refs)
        self.voies.append(f'<way id="{len(self.voies) + 1}" version="1">{suite}{tags(dits)}</way>')
        return len(self.voies)

    def ecrit(self, fichier):
        fichier.write_text(
            "<?xml version='1.0'?>\n<osm version=\"0.6\">" + "\n".join([*self.noeuds, *self.voies, *self.relations]) + "</osm>",
            encoding="utf-8",
        )
        return fichier


def tags(dits):
    return "".join(f'<tag k="{cle}" v="{valeur}"/>' for cle, valeur in dits.items())


def dans(point, suites):
    """Even-odd, over all rings."""
    x, y = point
    return (
        sum(
            (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax
            for anneau in suites
            for (ax, ay), (bx, by) in zip(anneau, [*anneau[1:], anneau[0]], strict=True)
        )
        % 2
        == 1
    )
