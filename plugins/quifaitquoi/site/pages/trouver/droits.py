"""Rights in the index: what they are called and for whom they are. They are no places, and stand apart from them."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.langues import Langue, Traduit
from quifaitquoi.langues.marques import N_
from quifaitquoi.savoir.droits import en_cours
from quifaitquoi.site.pages.trouver.vocabulaire import cherches, typo

TITRE = N_("Des droits, pas des adresses")


def droits(territoire: Territoire, langue: Langue) -> dict | None:
    """Their heading, and of each right that one may ask for [slug, name to show, other words, for whom, whether that is still
    French]. None where there is none: such an index holds no word of them."""
    source = territoire.source.directory.droits
    tous = [[d.slug, typo(d.nom, langue) + (f" ({d.sigle_a_part})" if d.sigle_a_part else ""),
             cherches(d.nom, d.sigle, d.synonymes, source[d.slug].nom, source[d.slug].synonymes), typo(d.pour, langue),
             int(not langue.francaise and not isinstance(d.pour, Traduit))] for d in en_cours(territoire)]
    return {"titre": langue.dire(TITRE), "tous": tous} if tous else None
