"""A file of somebody else's → its records, one at a time, whatever is in it."""

from quifaitquoi.echanges.entrees.lecture.enregistrement import Enregistrement
from quifaitquoi.echanges.entrees.lecture.fichiers import enregistrements

__all__ = ["Enregistrement", "enregistrements"]
