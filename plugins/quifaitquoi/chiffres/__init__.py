"""What the directory knows, how fresh it is, and what is missing. Of visitors it knows nothing; places it does not rank.

A territory → `Chiffres`, in slugs and numbers: whoever shows them finds the words.
"""

from quifaitquoi.chiffres.bilan import Chiffres, chiffres
from quifaitquoi.chiffres.completude import Champ
from quifaitquoi.chiffres.langues import Parlee
from quifaitquoi.chiffres.manques import Manque
from quifaitquoi.chiffres.qualite import Qualite
from quifaitquoi.chiffres.semaine import Couverture

__all__ = ["Champ", "Chiffres", "Couverture", "Manque", "Parlee", "Qualite", "chiffres"]
