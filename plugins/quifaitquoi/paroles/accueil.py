"""Who is welcome, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator

from quifaitquoi.annuaire.model.accueil import Age, Cout, Publics
from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import DECISIF, NOM, TOUT, VA_DE_SOI, Fait, Segment, Segments, a_la_suite, dit, ecrit


def publics(parole: Parole, x: Publics | None) -> Iterator[Fait]:
    """Whom a place is for: how strictly, then situations, women or men, age, families."""
    if x is None:
        return
    _, choisi, tous = parole._, x.accueil in ("prioritaire", "exclusif"), x.accueil == "inconditionnel"
    # Situations and families that are named all the same take nothing away from anybody.
    poids = VA_DE_SOI if tous else DECISIF
    suite = [*_qui(parole, x, poids)]
    if tous:
        yield Fait("publics.accueil", "account-check", "", dit(_(valeurs.ACCUEIL["inconditionnel"].dit)))
    if x.situations:
        tete = _(valeurs.ACCUEIL[x.accueil].dit) if choisi else _("Pour :")
        yield Fait("publics.situations", "account-group", tete,
                   parole.l_un_des(parole.directory.vocabulaire.publics, x.situations), poids)
    elif choisi and (not suite or suite[0].titre):
        yield Fait("publics.accueil", "account-group", "", dit(
            _("Certaines personnes passent d'abord : demandez") if x.accueil == "prioritaire"
            else _("Réservé à certaines personnes : demandez")))
    # Without a situation, whom a place is for stands in the lines below: the first of them says how strictly.
    reserve = _(valeurs.ACCUEIL[x.accueil].dit) if choisi and not x.situations else ""
    for n, fait in enumerate(suite):
        yield fait._replace(titre=reserve) if reserve and n == 0 and not fait.titre else fait


def _qui(parole: Parole, x: Publics, poids: int) -> Iterator[Fait]:
    _ = parole._
    if x.genre:
        yield Fait("publics.genre", "account-multiple", "", dit(_(valeurs.GENRE_PUBLIC[x.genre].dit)),
                   VA_DE_SOI if x.genre == "tous" else DECISIF)
    if x.age and (an := age(parole, x.age)):
        yield Fait("publics.age", "cake-variant", "", dit(an))
    if x.familles:
        yield Fait("publics.familles", "human-male-female-child", "",
                   a_la_suite(dit(_(valeurs.FAMILLES[f].dit)) for f in x.familles), poids)
    if x.enfants and (ages := age(parole, x.enfants)):
        yield Fait("publics.enfants", "baby-face-outline", _("Enfants :"), dit(ages), poids)
    if x.sans_separer:
        yield Fait("publics.sans_separer", "account-multiple-check-outline", "", dit(_(valeurs.SANS_SEPARER[x.sans_separer].dit)),
                   poids)
    if x.communes:
        yield Fait("publics.communes", "home-group", _("Pour qui habite :"),
                   parole.enumeration((Segment(NOM, commune) for commune in x.communes), ou=True), DECISIF)
    if x.precision:
        yield Fait("publics.precision", "information-outline", "", ecrit(x.precision), TOUT)


def age(parole: Parole, a: Age) -> str:
    """« De 16 à 25 ans », and whether that is applied to the letter; "" where neither end is known."""
    if a.min is None and a.max is None:
        return ""
    if a.min is None:
        dite = parole._("Jusqu'à {max} ans", max=a.max)
    elif a.max is None:
        dite = parole._("À partir de {min} ans", min=a.min)
    else:
        dite = parole._("De {min} à {max} ans", min=a.min, max=a.max)
    if a.strict == "non":
        return parole._("{age} (âge indicatif)", age=dite)
    return parole._("{age} (âge strict)", age=dite) if a.strict == "oui" else dite


def cout(parole: Parole, x: Cout | None) -> Iterator[Fait]:
    """What it costs, and who helps to pay."""
    if x is None:
        return
    mot = parole._(valeurs.TARIF[x.tarif].dit)
    # « Gratuit · Gratuit pour les partenaires » would say it twice.
    tarif: Segments = () if f"{x.precision} ".startswith(f"{mot} ") else dit(mot)
    part: Segments = dit(parole._("{part} % de vos revenus au plus", part=x.part_du_revenu_max)) if x.part_du_revenu_max else ()
    yield Fait("cout.tarif", "cash", "", a_la_suite((tarif, part, ecrit(x.precision) if x.precision else ())))
    if x.aide:
        yield Fait("cout.aide", "hand-coin-outline", parole._("Aide pour payer :"), ecrit(x.aide), TOUT)
