"""Who gets in: what a place asks and what it does not, never both, and never everybody where the public stays out."""

from __future__ import annotations

from collections.abc import Iterable

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.accueil import Acces, Cout
from quifaitquoi.annuaire.model.fiche import Fiche, Service
from quifaitquoi.base.texte import visible


@regle("exigence-contradictoire", "erreur", Fiche)
def exigence_contradictoire(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Ce qui n'est pas demandé n'est ni une condition, ni un papier à apporter."""
    for chemin, acces in lu.blocs(Acces):
        for i, terme in enumerate(acces.sans_exiger or ()):
            for champ in ("conditions", "documents"):
                if terme in (getattr(acces, champ) or ()):
                    yield Signal((*chemin, "sans_exiger", i), f"« {visible(terme)} » est aussi dans « {champ} » : ou bien le lieu "
                                                              "le demande, ou bien non. Gardez la ligne qui est vraie")


@regle("secret-contradictoire", "erreur", Fiche)
def secret_contradictoire(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Ce qui n'est dit à personne n'est pas dit à d'autres."""
    for chemin, acces in lu.blocs(Acces):
        if acces.secret and "personne" in acces.secret and len(acces.secret) > 1:
            yield Signal((*chemin, "secret", acces.secret.index("personne")),
                         "« personne » veut dire que rien n'est répété à quiconque : gardez-le seul, ou enlevez-le")


@regle("gratuit-et-payant", "erreur", Fiche)
def gratuit_et_payant(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Ce qui est gratuit ne prend aucune part des revenus."""
    for chemin, cout in lu.blocs(Cout):
        if cout.tarif == "gratuit" and cout.part_du_revenu_max:
            yield Signal((*chemin, "part_du_revenu_max"), "c'est « gratuit » juste au-dessus : gardez la ligne qui est vraie, par "
                                                          "exemple « tarif: participation »")


@regle("ferme-a-tout-le-monde", "erreur", Fiche)
def ferme_a_tout_le_monde(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Ce qui est à l'intérieur d'un lieu fermé n'est pas ouvert à tout le monde."""
    for genre in (Fiche, Service):
        for chemin, bloc in lu.blocs(genre):
            ouvert_a = (bloc.acces and bloc.acces.ouvert_a) or (lu.element.acces and lu.element.acces.ouvert_a)
            if ouvert_a and bloc.publics and bloc.publics.accueil == "inconditionnel":
                phrase = (f"« ouvert_a: {ouvert_a} » dit que le public n'y entre pas : ce n'est pas « inconditionnel ». Gardez la "
                          "ligne qui est vraie")
                yield Signal((*chemin, "publics", "accueil"), phrase)


@regle("exigence-sans-mots", "erreur", Fiche)
def exigence_sans_mots(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Ce qui n'est pas demandé a ses mots dans le vocabulaire : le nom d'une condition dit qu'on la demande."""
    conditions = contexte.directory.vocabulaire.conditions
    if "conditions" not in contexte.listes:
        return
    for chemin, acces in lu.blocs(Acces):
        for i, terme in enumerate(acces.sans_exiger or ()):
            if terme in conditions and not conditions[terme].sans:
                dites = ", ".join(nom for nom, condition in conditions.items() if condition.sans)
                yield Signal((*chemin, "sans_exiger", i), f"rien ne dit comment écrire que « {visible(terme)} » n'est pas demandé"
                             " : ajoutez « sans » à ce terme, dans vocabulaire/conditions.yml. Exemple : sans: Sans devoir adhérer."
                             + (f" Termes qui l'ont déjà : {dites}" if dites else ""))
