"""The territory as a whole: its name, languages, roles, local holidays and review rhythm, and what its site shows."""

from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from quifaitquoi.annuaire.model.depliants import DepliantsVoulus
from quifaitquoi.annuaire.model.feries import FerieLocal
from quifaitquoi.annuaire.model.fond_de_carte import PLAN_IGN, FondOuAucun
from quifaitquoi.annuaire.model.pays import fuseau_connu, fuseau_probable, pays_connu, pays_probable
from quifaitquoi.annuaire.model.types import (
    AdresseWeb,
    Cite,
    Courriel,
    Element,
    Liste,
    Mention,
    Nomme,
    Note,
    OuiNon,
    Paragraphe,
    Phrase,
    Slug,
    Sorte,
    Telephone,
    Terme,
    Voie,
    faux,
)
from quifaitquoi.annuaire.model.vacances import ZoneScolaire
from quifaitquoi.base.proches import vouliez_vous_dire


def _pays(valeur: object) -> object:
    if isinstance(valeur, str) and not pays_connu(valeur):
        raise faux("pays", "« {lu} » n'est pas le code d'un pays dont les jours fériés et les numéros sont connus. {conseil}",
                   lu=valeur, conseil=vouliez_vous_dire(pays_probable(valeur)).strip() or "Exemples : FR, RE, BE")
    return valeur


def _fuseau(valeur: object) -> object:
    # Some files of the system's table are no zone of a browser: posix/…, right/…, localtime.
    if isinstance(valeur, str) and not fuseau_connu(valeur):
        raise faux("fuseau", "« {lu} » n'est pas un fuseau horaire connu. {conseil}", lu=valeur,
                   conseil=vouliez_vous_dire(fuseau_probable(valeur)).strip() or "Exemple : Europe/Paris")
    return valeur


class Role(Nomme):
    """Who answers for fiches: a team or a function with its mailbox, never a person's name."""

    nom: Mention = Field(title="Nom du rôle", examples=["Équipe de Neudorf"])
    courriel: Courriel | None = Field(None, title="Boîte de fonction", description="Une boîte que plusieurs relèvent.")
    telephone: Telephone | None = Field(
        None, title="Standard", description="Un standard, jamais le portable d'une personne.")


class Urgence(Element):
    """An emergency number, shown on the home page and on each leaflet."""

    numero: Telephone = Field(title="Numéro", examples=["115"])
    nom: Mention = Field(title="Nom", examples=["Hébergement d'urgence"])
    pour: Phrase = Field(title="Quand l'appeler", examples=["Vous n'avez nulle part où dormir ce soir"])
    fiche: Slug | None = Field(None, title="Fiche qui en dit plus", description="L'identifiant d'une fiche de l'annuaire.")
    besoins: Liste(Slug) | None = Field(
        None, title="Besoins pour lesquels l'appeler", examples=[["violences", "se-proteger"]],
        description="Un besoin : la recherche montre ce numéro avant tout le reste. Une racine : elle y renvoie là où aucune "
                    "adresse n'est connue.")


class Emprise(Element):
    """The rectangle that every position must be in, in degrees."""

    # What takes its place while it is faulty: no position is then told to be out of it.
    EN_ATTENDANT: ClassVar[dict[str, float]] = {"sud": -90, "ouest": -180, "nord": 90, "est": 180}

    sud: Annotated[float, Field(ge=-90, le=90)] = Field(title="Latitude la plus au sud", examples=["48.49"])
    ouest: Annotated[float, Field(ge=-180, le=180)] = Field(title="Longitude la plus à l'ouest", examples=["7.60"])
    nord: Annotated[float, Field(ge=-90, le=90)] = Field(title="Latitude la plus au nord", examples=["48.65"])
    est: Annotated[float, Field(ge=-180, le=180)] = Field(title="Longitude la plus à l'est", examples=["7.84"])

    @model_validator(mode="after")
    def _dans_le_bon_sens(self) -> Self:
        if self.sud >= self.nord or self.ouest >= self.est:
            raise faux("emprise", "le sud doit être plus petit que le nord, et l'ouest plus petit que l'est")
        return self

    def contient(self, position: tuple[float, float]) -> bool:
        return self.sud <= position[0] <= self.nord and self.ouest <= position[1] <= self.est


class Avertissement(Element):
    """A sentence that readers must see first, on the home page or on every page."""

    texte: Paragraphe = Field(title="Texte", description="Deux phrases au plus, dans des mots de tous les jours.")
    partout: OuiNon = Field("non", title="Sur toutes les pages")


class JoursDifficiles(Element):
    """What is printed on « Ma feuille pour les jours difficiles » beside what its owner writes by hand."""

    numeros: Liste(Telephone) = Field(
        title="Numéros à y imprimer", examples=[["3114", "15", "114"]],
        description="Parmi ceux de « urgences », dans l'ordre où les appeler.")
    besoins: Liste(Terme("besoins")) | None = Field(
        None, title="Besoins dont les lieux y sont imprimés", examples=[["soutien-psychologique", "ecoute"]],
        description="Leurs pages y mènent aussi.")


class Depot(Element):
    """Where the files can be changed and an error told."""

    modifier: AdresseWeb | None = Field(
        None, title="Page pour modifier un fichier", examples=["https://forge.example.org/annuaire/edit/main/directory"],
        description="L'adresse jusqu'au dossier ; le chemin du fichier y est ajouté.")
    signaler: AdresseWeb | None = Field(
        None, title="Page pour signaler une erreur",
        description="Exemple : https://github.com/votre-equipe/annuaire/issues/new.")


class LicenceDonnees(Element):
    nom: Cite = Field(title="Nom de la licence", examples=["Licence Ouverte 2.0"])
    adresse: AdresseWeb | None = Field(
        None, title="Texte de la licence", description="La page qui porte la licence entière.")


class ContactAnnuaire(Element):
    """How to reach the team, for somebody without any account: a mailbox, a phone, a postal address."""

    courriel: Courriel | None = Field(
        None, title="Boîte de fonction", description="Une boîte de fonction. Exemple : bonjour@annuaire.example.org.")
    telephone: Telephone | None = Field(
        None, title="Téléphone", description="Un numéro que l'équipe décroche, jamais celui d'une personne.")
    courrier: Note | None = Field(None, title="Adresse postale", description="Où rendre une feuille de correction.")


class Annuaire(Element):
    """annuaire.yml: what holds for the whole territory."""

    nom: Mention = Field(title="Nom de l'annuaire", examples=["Qui fait quoi à Port-Exemple"])
    territoire: Mention = Field(title="Nom du territoire", examples=["Port-Exemple"])
    presentation: Phrase = Field(
        title="Une phrase de présentation", description="Ce que c'est et pour qui, sous le titre de l'accueil.")
    avertissement: Avertissement | None = Field(
        None, title="Avertissement aux lecteurs",
        description="Ce que chaque lecteur doit savoir d'abord. Exemple : personne n'a encore téléphoné.")
    adresse_du_site: AdresseWeb | None = Field(
        None, title="Adresse publique du site", description="Absente : ni QR code, ni adresse canonique.")
    langues: Liste(Cite) = Field(
        ("fr",), title="Langues du site", description="La première est celle des fiches.", examples=[["fr", "en", "ar"]])
    pays: Annotated[str, BeforeValidator(_pays), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"}), Sorte.CITEE] = Field(
        "FR", title="Pays", examples=["FR", "RE"],
        description="Code ISO : jours fériés, numéros de téléphone et heure. L'outre-mer a le sien : GP, MQ, GF, RE, YT…")
    fuseau: Annotated[str, BeforeValidator(_fuseau), Sorte.CITEE] | None = Field(
        None, title="Fuseau horaire", description="Où l'on lit l'heure. Absent : celui du pays. Exemple : Europe/Paris.")
    emprise: Emprise = Field(
        title="Rectangle du territoire", description="Une position hors de ce rectangle est une faute de frappe.")
    communes: Liste(Voie) | None = Field(None, title="Communes", description="Les communes que l'annuaire couvre.")
    roles: dict[Slug, Role] = Field(
        title="Rôles", min_length=1, description="Qui tient les fiches : des équipes, jamais des personnes.")
    feries_locaux: Liste(FerieLocal) | None = Field(
        None, title="Jours fériés locaux",
        description="Ceux que le reste du pays n'a pas. Exemple : 26 décembre. Outre-mer, ceux de la loi sont connus ; ceux de "
                    "l'usage ou d'une commune s'écrivent ici.")
    zone_scolaire: ZoneScolaire | None = Field(
        None, title="Zone scolaire", examples=["B", "reunion"],
        description="Celle dont « quifaitquoi vacances » écrit les vacances dans vacances.yml, pour les horaires qui en parlent.")
    revue: Annotated[int, Field(ge=1, le=24)] = Field(
        12, title="Rythme de revue, en mois", description="Pour les besoins qui n'en ont pas de plus court.")
    droits_nationaux: OuiNon = Field(
        "non", title="Montrer les droits nationaux",
        description="oui : le site montre aussi les droits de tout le pays que le programme connaît (docs/droits.md).")
    lignes_nationales: OuiNon = Field(
        "oui", title="Montrer les lignes nationales",
        description="non : le site ne montre pas les lignes d'urgence et d'aide de la France que le programme connaît (15, 115, "
                    "3919…). Celles qui ont une fiche ici n'y sont jamais deux fois.")
    urgences: Liste(Urgence) = Field(
        title="Numéros d'urgence", description="En tête de l'accueil et au bas de chaque papier, dans cet ordre.")
    jours_difficiles: JoursDifficiles | None = Field(
        None, title="Ma feuille pour les jours difficiles",
        description="Le site a alors une feuille à remplir à la main, pour préparer une crise (docs/jours-difficiles.md).")
    sortie: AdresseWeb = Field(
        "https://fr.wikipedia.org/", title="Page neutre où mène « Tout effacer et quitter »",
        description="Un site que chacun peut avoir ouvert : encyclopédie, météo.", examples=["https://fr.wikipedia.org/"])
    contact: ContactAnnuaire | None = Field(
        None, title="Contact de l'équipe", description="Où signaler une erreur sans compte.")
    fiches_par_partie: Annotated[int, Field(ge=1000, le=100_000)] | None = Field(
        None, title="Fiches par partie", examples=[20_000],
        description="Avec plus de fiches que cela, les machines de la forge se partagent la construction du site. Absent : une "
                    "seule machine construit tout.")
    depot: Depot | None = Field(
        None, title="Dépôt des fichiers", description="Où sont les fichiers sur la forge : les pages y mènent.")
    fond_de_carte: FondOuAucun = Field(
        PLAN_IGN, title="Fond de carte", description="« aucun » pour n'en proposer aucun.")
    licence_donnees: LicenceDonnees | None = Field(
        None, title="Licence des données",
        description="Ce que chacun peut faire des données. Exemple : Licence Ouverte 2.0.")
    cle_usb: OuiNon = Field(
        "non", title="Copie pour clé USB",
        description="oui : le site a une archive à mettre sur une clé, avec toutes ses langues et des dépliants.")
    depliants: Liste(DepliantsVoulus) | None = Field(
        None, title="Dépliants", description="Les PDF que chaque construction du site fabrique.")

    def adresse_de(self, chemin: str) -> str | None:
        """Where this file of the site is on the web; None as long as the site has no address."""
        return f"{self.adresse_du_site.rstrip('/')}/{chemin}" if self.adresse_du_site else None
