"""What changed in the fiches, and when, as git kept it: names of fields and roles, never of people, never what was there.

Values that were taken back may have been taken back for a reason: none is said again.
"""

from quifaitquoi.savoir.historique.changements import Changement, comparer, par_jour
from quifaitquoi.savoir.historique.lecture import Histoire, histoire

__all__ = ["Changement", "Histoire", "comparer", "histoire", "par_jour"]
