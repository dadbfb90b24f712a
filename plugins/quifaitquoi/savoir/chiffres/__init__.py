"""What the directory knows, how fresh it is, and what is missing. Of visitors it knows nothing; places it does not rank.

A territory → `Chiffres`, in slugs and numbers: whoever shows them finds the words.
"""

from quifaitquoi.savoir.chiffres.bilan import Chiffres, chiffres
from quifaitquoi.savoir.chiffres.completude import Champ
from quifaitquoi.savoir.chiffres.demandes import Introuvable
from quifaitquoi.savoir.chiffres.langues import Parlee
from quifaitquoi.savoir.chiffres.manques import Manque
from quifaitquoi.savoir.chiffres.qualite import Qualite
from quifaitquoi.savoir.chiffres.semaine import Couverture

__all__ = ["Champ", "Chiffres", "Couverture", "Introuvable", "Manque", "Parlee", "Qualite", "chiffres"]
