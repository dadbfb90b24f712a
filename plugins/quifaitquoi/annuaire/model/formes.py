"""The changes of form that the files of a territory have gone through: each has a name, the oldest first."""

# `edition/depot/migrations/` has a module for each.
FORMES = ("oriente-par", "consommation")
# Beside annuaire.yml, the names of those that its files have had, one a line. A territory without it is read as up to date.
MARQUE = ".formes"
TETE = "# Les changements de forme que ces fichiers ont reçus (« quifaitquoi mettre-a-jour »).\n"


def marque(noms: tuple[str, ...] = FORMES) -> str:
    """What MARQUE says where the files have had these."""
    return TETE + "".join(f"{nom}\n" for nom in noms)
