"""How to get in: the door, who may knock, appointment, conditions, papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quifaitquoi.annuaire.model.accueil import Acces
from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import (
    DECISIF,
    DIT,
    TERME,
    TOUT,
    UTILE,
    VA_DE_SOI,
    Fait,
    Segment,
    Segments,
    a_la_suite,
    dit,
    ecrit,
)

# Coming or calling goes without saying beside an address and a number.
_ORDINAIRES = frozenset(("se-presenter", "telephoner"))
# Where the team makes the first move, there is nothing to ask for.
_PREMIER_PAS = ("on-vous-appelle", "on-vous-ecrit", "porte-a-porte")


def acces(parole: Parole, x: Acces | None) -> Iterator[Fait]:
    """Every fact of the way in, in the order of whoever comes."""
    if x is None:
        return
    _, v = parole._, parole.directory.vocabulaire
    if x.ouvert_a:
        yield Fait("acces.ouvert_a", "door-closed-lock", "", dit(_(valeurs.OUVERT_A[x.ouvert_a].dit)))
    if x.ou:
        yield Fait("acces.ou", "map-marker-question-outline", _("Ça se passe :"),
                   parole.enumeration((Segment(DIT, _(valeurs.OU[ou].dit)) for ou in x.ou), ou=True),
                   VA_DE_SOI if x.ou == ("ici",) else DECISIF)
    for porte in x.porte or ():
        seule = not x.rendez_vous and len(x.porte) == 1
        yield Fait("acces.porte", valeurs.PORTE[porte].picto, "", dit(_(valeurs.PORTE[porte].dit)),
                   VA_DE_SOI if porte in _ORDINAIRES and not seule else DECISIF)
    if x.oriente_par:
        # Only who may come alone as well has another way in.
        seule = sur_orientation(x)
        yield Fait("acces.oriente_par", "account-arrow-right",
                   _("Il faut être envoyé par :") if seule else _("On peut aussi être envoyé par :"),
                   parole.enumeration((Segment(DIT, _(valeurs.ORIENTE_PAR[qui].dit)) for qui in x.oriente_par), ou=True),
                   DECISIF if seule else UTILE)
    if x.par:
        yield Fait("acces.par", "account-voice", "", dit(_(valeurs.PAR[frozenset(x.par)].dit)),
                   DECISIF if x.par == ("professionnels",) else VA_DE_SOI)
    if x.rendez_vous:
        yield Fait(
            "acces.rendez_vous", valeurs.RENDEZ_VOUS[x.rendez_vous].picto, "", dit(_(valeurs.RENDEZ_VOUS[x.rendez_vous].dit))
        )
    if x.inscription:
        yield Fait("acces.inscription", "clipboard-text-outline", "", dit(_(valeurs.INSCRIPTION[x.inscription].dit)), UTILE)
    if x.conditions:
        yield Fait("acces.conditions", "clipboard-check-outline", _("Conditions :"), parole.termes(v.conditions, x.conditions))
    if x.sans_exiger:
        yield Fait("acces.sans_exiger", "lock-open-variant-outline", "", dispenses(parole, x.sans_exiger))
    for sortie in x.a_la_sortie or ():
        yield Fait("acces.a_la_sortie", "exit-run", "", dit(_(valeurs.A_LA_SORTIE[sortie].dit)))
    yield from papiers(parole, x)
    if x.premiere_visite:
        yield Fait("acces.premiere_visite", "human-greeting", _("La première fois :"), ecrit(x.premiere_visite), TOUT)
    if x.accompagnant:
        yield Fait("acces.accompagnant", "account-multiple", "", dit(_(valeurs.ACCOMPAGNANT[x.accompagnant].dit)),
                   UTILE if x.accompagnant == "non" else TOUT)
    if x.vous_accompagne:
        yield Fait("acces.vous_accompagne", "account-arrow-right-outline", "",
                   dit(_(valeurs.VOUS_ACCOMPAGNE[x.vous_accompagne].dit)), UTILE if x.vous_accompagne == "oui" else TOUT)
    yield from secret(parole, x)
    if x.consommation:
        yield Fait("acces.consommation", "bottle-wine-outline", "", dit(_(valeurs.CONSOMMATION[x.consommation].dit)), UTILE)
    if x.traitement_de_substitution:
        yield Fait("acces.traitement_de_substitution", "pill", "",
                   dit(_(valeurs.SUBSTITUTION[x.traitement_de_substitution].dit)), UTILE)
    if x.animaux:
        yield Fait("acces.animaux", "dog-side", "", dit(_(valeurs.ANIMAUX[x.animaux].dit)), UTILE)
    yield from quand(parole, x)
    if x.precision:
        yield Fait("acces.precision", "information-outline", "", ecrit(x.precision), TOUT)


def dispenses(parole: Parole, termes: Iterable[str]) -> Segments:
    """What is not asked, each in a sentence of its own: « Sans devoir arrêter l'alcool ou les drogues »."""
    connus = parole.directory.vocabulaire.conditions
    return a_la_suite((Segment(TERME, connus[terme].sans),) for terme in termes if terme in connus and connus[terme].sans)


def secret(parole: Parole, x: Acces) -> Iterator[Fait]:
    """Who is told what one says there: nobody, or those alone that the list names."""
    if not x.secret:
        return
    dits = [Segment(DIT, parole._(valeurs.SECRET[qui].dit)) for qui in x.secret]
    seul = x.secret == ("personne",)
    yield Fait("acces.secret", "lock-outline", "" if seul else parole._("Ce que vous dites n'est répété qu'à :"),
               parole.enumeration(dits), UTILE)


def quand(parole: Parole, x: Acces) -> Iterator[Fait]:
    """How long one waits and how long one may stay: in classes that compare, then as the place says it."""
    _ = parole._
    if x.delai_environ or x.delai:
        yield Fait("acces.delai", "timer-sand", _("Délai :"), a_la_suite((
            dit(_(valeurs.DELAI[x.delai_environ].dit)) if x.delai_environ else (), ecrit(x.delai) if x.delai else ())), UTILE)
    if x.duree_environ or x.renouvelable or x.duree:
        yield Fait("acces.duree", "calendar-range", _("Durée :"), a_la_suite((
            dit(_(valeurs.DUREE[x.duree_environ].dit)) if x.duree_environ else (),
            dit(_(valeurs.RENOUVELABLE[x.renouvelable].dit)) if x.renouvelable else (),
            ecrit(x.duree) if x.duree else ())), UTILE)


def papiers(parole: Parole, x: Acces) -> Iterator[Fait]:
    """The papers to bring, or that none are."""
    if x.documents:
        yield Fait("acces.documents", "file-document-outline", parole._("Papiers à apporter :"),
                   parole.termes(parole.directory.vocabulaire.documents, x.documents))
    elif x.documents is not None:
        yield Fait("acces.documents", "file-document-outline", "", dit(parole._("Aucun document à apporter")), UTILE)


def sur_orientation(x: Acces) -> bool:
    """Whether nobody gets in there without being sent."""
    return bool(x.oriente_par) and "personnes" not in (x.par or ())


def porte_en_bref(x: Acces | None) -> str | None:
    """The door as a card says it: that the public stays out, else the one that nobody would guess, else the first without
    an appointment."""
    if x and x.ouvert_a:
        return valeurs.OUVERT_A[x.ouvert_a].dit
    if x and sur_orientation(x):
        return valeurs.SUR_ORIENTATION.dit
    portes = (x.porte if x else None) or ()
    speciale = next((porte for porte in portes if porte in ("par-le-115", "l-equipe-vient", *_PREMIER_PAS)), None)
    porte = speciale or (portes[0] if portes and not x.rendez_vous else None)
    return valeurs.PORTE[porte].dit if porte else None
