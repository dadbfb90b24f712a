"""The sheet on paper: a PDF that anybody can print in black and white and write on."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from quifaitquoi.langues.typographie import francais
from quifaitquoi.pdf import Composition
from quifaitquoi.suivi.appel.consignes import CONSEIL_DES_RELAIS, CONSEILS, CONSIGNES, RELAIS, conclusion, presentation
from quifaitquoi.suivi.appel.feuille import Bloc, Feuille

GABARIT = "suivi/appel/gabarits/feuille.typ"


def en_pdf(feuille: Feuille, langue: str, jour: date) -> bytes:
    """PDF/UA-1. Raises `quifaitquoi.pdf.PoliceManquante` where the set-up did not bring the fonts, CaractereManquant where none
    draws what a fiche says."""
    return composition(feuille, langue, jour).pdf()


def composition(feuille: Feuille, langue: str, jour: date) -> Composition:
    """The sheet laid out. Its marks `borne` say on which page each frame begins and ends."""
    titre = "Feuille d'appel" + (f" : {feuille.pour}" if feuille.pour else "")
    donnees = {
        "titre": titre, "annuaire": feuille.annuaire, "date": feuille.date, "structures": feuille.structures,
        "fiches": feuille.fiches, "presentation": presentation(feuille), "consignes": CONSIGNES, "conclusion": conclusion(),
        "sections": [{"titre": nom, "conseil": CONSEILS[nom], "zones": _zones(blocs)} for nom, blocs in feuille.sections],
        "relais": {"titre": RELAIS, "conseil": CONSEIL_DES_RELAIS, "lieux": feuille.relais},
    }
    return Composition(GABARIT, _typographie(donnees), francais(f"{titre}, {feuille.annuaire}"), langue, jour)


def _zones(blocs: tuple[Bloc, ...]) -> list[dict[str, object]]:
    zones: dict[str, list[dict]] = {}
    for bloc in blocs:
        # What cannot be printed in the name of a structure is a matter of its fiches: the rest of the sheet is made.
        zones.setdefault(bloc.zone, []).append(asdict(bloc) | {"slug": bloc.fiches[0].slug})
    return [{"nom": nom, "blocs": ici} for nom, ici in zones.items()]


def _typographie(valeur: object) -> object:
    """French spacing everywhere but in what is no sentence: slugs and names of fields."""
    if isinstance(valeur, dict):
        return {cle: v if cle in ("slug", "champ", "chiffres", "moyen") else _typographie(v) for cle, v in valeur.items()}
    if isinstance(valeur, (list, tuple)):
        return [_typographie(v) for v in valeur]
    return francais(valeur) if isinstance(valeur, str) else valeur
