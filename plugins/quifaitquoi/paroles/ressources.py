"""What a guide, a kit or a course is, in words."""

from __future__ import annotations

from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles.valeurs import Valeur

GENRE = {
    "guide": Valeur(N_("Un guide à lire"), "book-open-variant"),
    "kit": Valeur(N_("Un kit à utiliser"), "clipboard-check-outline"),
    "cours": Valeur(N_("Un cours, avec quelqu'un"), "school-outline"),
}
# In the order of the page: who reads it for herself first.
POUR = {
    "soi": Valeur(N_("Pour vous-même")),
    "entourage": Valeur(N_("Pour aider un proche")),
    "pairs": Valeur(N_("Pour aider parce qu'on est passé par là")),
    "benevoles": Valeur(N_("Pour aider comme bénévole")),
    "professionnels": Valeur(N_("Pour aider dans son travail")),
}
