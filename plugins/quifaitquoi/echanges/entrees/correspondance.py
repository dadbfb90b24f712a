"""Which column of somebody's table is which field of ours: read from a small file, or proposed from what the columns are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field, ValidationError

from quifaitquoi.annuaire.check.french import traduire, vraies_erreurs
from quifaitquoi.annuaire.model.types import AdresseWeb, Cite, DateSue, Element, Slug
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.source import lire_texte
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.lexique import Lexique
from quifaitquoi.base.refus import Refus
from quifaitquoi.edition.decoupe.ecriture import bloc

Champ = Literal[
    "id", "nom", "besoin", "presentation", "voie", "complement", "code_postal", "commune", "insee", "latitude", "longitude",
    "horaires", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "telephone", "courriel", "site", "cout",
    "conditions", "publics", "siret", "date", "ignorer"]
# What people call such a column.
APPELES: dict[str, tuple[str, ...]] = {
    "id": ("identifiant", "numéro", "n°", "code", "ref", "référence"),
    "nom": ("nom du lieu", "nom de la structure", "structure", "association", "lieu", "libellé", "intitulé", "dénomination",
            "raison sociale", "établissement", "name"),
    "besoin": ("type d'aide", "aide", "service", "activité", "prestation", "catégorie", "thème", "type"),
    "presentation": ("description", "descriptif", "commentaire", "remarques", "observations", "détail", "informations"),
    "voie": ("rue", "adresse", "numéro et rue", "adresse 1", "adresse postale", "adresse complète", "n° et voie", "address"),
    "complement": ("complément d'adresse", "complément", "adresse 2", "bâtiment", "étage"),
    "code_postal": ("code postal", "cp", "postal code"),
    "commune": ("ville", "localité", "city"),
    "insee": ("code insee", "insee commune", "code commune"),
    "latitude": ("lat", "y"),
    "longitude": ("lon", "lng", "long", "x"),
    "horaires": ("heures d'ouverture", "horaires d'ouverture", "horaire", "jours et heures", "ouverture", "permanences"),
    "telephone": ("téléphone", "tél", "tel", "numéro de téléphone", "phone"),
    "courriel": ("mail", "e-mail", "email", "adresse mail", "adresse électronique", "mél"),
    "site": ("site web", "site internet", "url", "lien", "web", "website"),
    "cout": ("prix", "tarif", "tarifs", "coût", "participation"),
    "conditions": ("condition", "conditions d'accès", "modalités", "accès"),
    "publics": ("public", "pour qui", "public accueilli", "bénéficiaires"),
    "siret": ("n° siret", "numéro siret"),
    "date": ("date de mise à jour", "mise à jour", "maj", "date maj", "mis à jour le"),
}
A_COMPLETER = "D'où vient ce tableau ?"
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
ENTETE = """\
# Quelle colonne de ce tableau est quel champ d'une fiche. Vérifiez chaque ligne, complétez « titre », puis importez de nouveau avec
# --correspondance et ce fichier. « ignorer » : la colonne n'est pas reprise.
# Champs possibles : {champs}.
"""


class Correspondance(Element):
    """`besoin` is the need of every row whose table has no such column; `besoins` are the table's words for needs."""

    nom: Slug
    titre: Cite
    adresse: AdresseWeb | None = None
    date: DateSue | None = None
    licence: Literal["etalab-2.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "ODbL-1.0"] | None = None
    feuille: Cite | None = None
    besoin: Slug | None = None
    besoins: dict[str, Slug] = Field(default_factory=dict)
    colonnes: dict[str, Champ] = Field(min_length=1)


def lire_la_correspondance(chemin: Path) -> Correspondance:
    """Raises Refus with the line at fault."""
    try:
        document = lire_yaml(lire_texte(chemin))
    except Illisible as error:
        raise Refus(f"{chemin}:{error.faute.ligne}:{error.faute.colonne}: {error.faute.phrase}") from None
    except OSError:
        raise Refus(f"« {chemin} » ne peut pas être lu") from None
    if document.fautes:
        faute = document.fautes[0]
        raise Refus(f"{chemin}:{faute.ligne}:{faute.colonne}: {faute.phrase}")
    try:
        lue = Correspondance.model_validate(document.valeur)
    except ValidationError as error:
        chemin_de_la_faute, phrase, cle, _ = next(traduire(vraies_erreurs(error)[0], Correspondance, document.valeur))
        ligne, colonne = document.place(chemin_de_la_faute, cle)
        raise Refus(f"{chemin}:{ligne}:{colonne}: {phrase}") from None
    if lue.titre == A_COMPLETER:
        ligne, colonne = document.place(("titre",))
        raise Refus(f"{chemin}:{ligne}:{colonne}: dites d'où vient ce tableau. Exemple : titre: Liste de la mairie, octobre 2026")
    if "nom" not in lue.colonnes.values():
        ligne, colonne = document.place(("colonnes",), True)
        raise Refus(f"{chemin}:{ligne}:{colonne}: aucune colonne n'est le « nom » du lieu")
    return lue


def proposer(colonnes: Sequence[str], nom: str) -> str:
    """A text of such a file, from the names of the columns; what nobody can tell is left aside, to be looked at."""
    lexique = Lexique({champ: (champ, *autres) for champ, autres in APPELES.items()} | {jour: (jour,) for jour in JOURS})
    pris: set[str] = set()
    proposees: dict[str, str] = {}
    for colonne in colonnes:
        champ = next((slug for slug in lexique.appeles(colonne) or lexique.seul(colonne) if slug not in pris), "ignorer")
        pris |= {champ} - {"ignorer"}
        proposees[colonne] = champ
    tete: Mapping = {"nom": nom, "titre": A_COMPLETER} | ({} if "besoin" in pris else {"besoin": "a-choisir"})
    return ENTETE.format(champs=", ".join(get_args(Champ))) + bloc({**tete, "colonnes": proposees}, 0, 2, 2, "\n") + "\n"
