"""A fiche: a place you can go to, a team that comes to you, a line you can call, a service online."""

from typing import Literal

from pydantic import Field

from quifaitquoi.annuaire.model.accueil import Acces, CoutLu, Langues, Publics
from quifaitquoi.annuaire.model.confiance import Acceptation, AConfirmer, Complet, Etat, Fermeture, Source, Verification
from quifaitquoi.annuaire.model.dates import Dates
from quifaitquoi.annuaire.model.equipe import Equipe, Metier, Pairs
from quifaitquoi.annuaire.model.heures import HorairesLus
from quifaitquoi.annuaire.model.identifiants import Identifiants, IdentifiantsDeService
from quifaitquoi.annuaire.model.lieu import Accessibilite, Adresse, AdresseProvisoire, Arret, Contact, Secteur
from quifaitquoi.annuaire.model.types import Cite, Element, Liste, Mention, Nom, Nomme, Paragraphe, Slug, Terme, UnOuPlusieurs

HORAIRES = "Ligne par ligne : un jour ou plusieurs, puis les heures. Ou une valeur OpenStreetMap (opening_hours)."


class Service(Element):
    """One answer to one need. What it does not say, its fiche says for it (see `enrich.services`)."""

    quoi: Terme("besoins") = Field(title="Besoin", description="Terme de vocabulaire/besoins.yml.", examples=["douche"])
    nom: Mention | None = Field(None, title="Nom du service", examples=["Permanence de la Boussole"])
    presentation: Paragraphe | None = Field(
        None, title="Précisions sur ce service",
        description="Ce qui n'est vrai que de ce service. Le reste vient de la fiche.")
    organisme: UnOuPlusieurs(Slug) | None = Field(
        None, title="Organisme qui assure ce service", description="S'il n'est pas celui de la fiche (permanence).")
    horaires: HorairesLus | None = Field(
        None, title="Horaires de ce service", description=HORAIRES, examples=[{"mardi et jeudi": "9h-11h30"}])
    prochaines_dates: Dates | None = Field(
        None, title="Prochaines dates de ce service", description="D'un groupe, d'une session. Chacune s'en va le jour passé.",
        examples=[["2026-12-03", "2026-12-17"]])
    langues: Langues | None = Field(
        None, title="Langues pour ce service", description="Seulement si elles ne sont pas celles de la fiche.")
    publics: Publics | None = Field(None, title="Pour qui", description="Seulement si ce n'est pas le public de la fiche.")
    pairs: Pairs | None = Field(
        None, title="Des gens qui sont passés par là", description="Seulement si ce ne sont pas ceux de la fiche.")
    equipe: Equipe | None = Field(
        None, title="Métiers de l'équipe", description="Seulement si ce ne sont pas ceux de la fiche.", examples=[["juriste"]])
    acces: Acces | None = Field(
        None, title="Comment entrer", description="Seulement ce qui n'est pas comme pour le reste de la fiche.")
    cout: CoutLu | None = Field(None, title="Coût", examples=["gratuit"])
    contact: Contact | None = Field(
        None, title="Contact propre à ce service", description="Seulement s'il a un numéro ou une boîte à lui.")
    complet: Complet | None = Field(None, title="Complet", description="Quand ce service n'a plus de place.")
    etat: Etat | None = Field(None, title="État, s'il n'est pas simplement en service", description="Absent : en service.")
    identifiants: IdentifiantsDeService | None = Field(
        None, title="Identifiants de ce service", description="Comment d'autres bases l'appellent : un import le retrouve par là.")


class Fiche(Nomme):
    """One file of directory/fiches/<zone>/. Absent fields are unknown, never « non »."""

    nom: Nom = Field(title="Nom", description="Comme on le lit sur la porte.", examples=["Maison des habitants"])
    autres_noms: Liste(Cite) | None = Field(
        None, title="Autres noms", description="Anciens noms, surnoms, sigles : la recherche les trouve.")
    organisme: UnOuPlusieurs(Slug) | None = Field(
        None, title="Organisme", description="Nom d'un fichier de organismes/, ou une liste.", examples=["ville-exemple"])
    genre: Literal["lieu", "equipe-mobile", "telephone", "en-ligne"] = Field(
        title="Genre", description="Un lieu où aller, une équipe qui vient, une ligne à appeler, un service en ligne.")
    etat: Etat | None = Field(
        None, title="État, si elle n'est pas simplement en service",
        description="Prévu, à l'essai, saisonnier, suspendu, fermé ou remplacé. Absent : en service. On ne supprime pas une fiche.")
    presentation: Paragraphe | None = Field(
        None, title="Présentation", description="Deux ou trois phrases simples : ce qu'on y trouve.")
    ne_fait_pas: Paragraphe | None = Field(
        None, title="Ce que ce lieu ne fait pas",
        description="Ce qu'on y demande souvent en vain. Exemple : on ne peut pas y dormir.")
    confidentialite: Literal["adresse-non-publiee"] | None = Field(
        None, title="Confidentialité", description="adresse-non-publiee : ni rue, ni position, ni chemin ne peuvent "
                                                   "être écrits ; seulement la commune et un téléphone.")
    adresse: Adresse | None = Field(
        None, title="Adresse", description="Où aller. D'un lieu qui protège, seulement la commune.")
    adresse_provisoire: AdresseProvisoire | None = Field(
        None, title="Adresse provisoire",
        description="Où aller à la place de l'adresse habituelle, du premier jour au dernier : pendant des travaux, l'hiver. "
                    "Le dernier jour passé, l'adresse habituelle revient d'elle-même.")
    tournee: Liste(Arret) | None = Field(
        None, title="Tournée d'une équipe mobile", description="Les arrêts, chacun avec ses horaires et ses dates.")
    secteur: Secteur | None = Field(
        None, title="Secteur d'une équipe mobile ou d'un service",
        description="Quand l'équipe n'a pas d'arrêt fixe. Jamais la place d'un campement.")
    horaires: HorairesLus | None = Field(
        None, title="Horaires", description=HORAIRES,
        examples=[{"lundi au vendredi": "9h-12h, 14h-17h30", "jours fériés": "fermé"}])
    prochaines_dates: Dates | None = Field(
        None, title="Prochaines dates", examples=[["2026-12-03", "2026-12-17"]],
        description="D'un groupe ou d'une session qui n'a pas de jour fixe. Chacune s'en va d'elle-même le jour passé.")
    fermetures: Liste(Fermeture) | None = Field(
        None, title="Fermetures annoncées", description="Les congés, les travaux : du, au, et pourquoi.")
    complet: Complet | None = Field(
        None, title="Complet", description="Quand il n'y a plus de place : depuis quand, jusqu'à quand si on le sait.")
    langues: Langues | None = Field(
        None, title="Langues", description="Qui les parle : l'équipe, un interprète, un médiateur ; et celles des papiers.")
    publics: Publics | None = Field(
        None, title="Pour qui", description="Qui est accueilli. Absent : non renseigné, jamais « tout le monde ».")
    pairs: Pairs | None = Field(
        None, title="Des gens qui sont passés par là",
        description="Ceux qui reçoivent ou accompagnent après l'avoir vécu eux-mêmes. Ce qu'ils ont vécu, jamais qui ils sont.")
    equipe: Equipe | None = Field(
        None, title="Métiers de l'équipe", examples=[["psychologue", "juriste"]],
        description="Qui l'on peut y rencontrer : des métiers, jamais des personnes.")
    acces: Acces | None = Field(
        None, title="Comment entrer", description="Comment on entre : rendez-vous, papiers, conditions, animaux.")
    cout: CoutLu | None = Field(None, title="Coût", examples=["gratuit"])
    contact: Contact | None = Field(
        None, title="Contact", description="Téléphone, courriel et site du lieu, jamais d'une personne.")
    accessibilite: Accessibilite | None = Field(
        None, title="Accessibilité", description="Ce que le bâtiment permet. Une ligne absente veut dire « non renseigné ».")
    pour_les_professionnels: Liste(Literal["avis-par-telephone", "intervient-chez-vous", "visite",
                                           "partenaires-signataires"]) | None = Field(
        None, title="Pour les professionnels", examples=[["avis-par-telephone", "visite"]],
        description="intervient-chez-vous : l'équipe vient dans d'autres services. visite : on peut venir voir comment elle "
                    "travaille. partenaires-signataires : seuls ceux qui ont signé une convention envoient quelqu'un.")
    services: Liste(Service) = Field(title="Services", description="Au moins un : ce qu'on y trouve.")
    responsables: Liste(Slug) | None = Field(
        None, title="Rôles responsables de la fiche", description="Rôles d'annuaire.yml ; deux si possible. Absent : tous.")
    verification: Verification | None = Field(
        None, title="Vérification", description="Seulement quand quelqu'un a demandé au lieu lui-même.")
    sources: Liste(Source) | None = Field(
        None, title="Sources", description="Les pages publiques où les faits ont été lus, avec leur date.")
    a_confirmer: Liste(AConfirmer) | None = Field(
        None, title="À confirmer", description="Ce dont on doute : la page le dit, la feuille d'appel le demande.")
    accepte: Liste(Acceptation) | None = Field(
        None, title="Avertissements acceptés",
        description="Les avertissements de la vérification qui n'ont pas lieu d'être ici.")
    identifiants: Identifiants | None = Field(
        None, title="Identifiants", description="Comment d'autres bases appellent ce lieu : un import le retrouve par là.")
    anciens_slugs: Liste(Slug) | None = Field(
        None, title="Anciens identifiants", description="Les anciennes adresses mènent à cette fiche.")


    @property
    def chemin(self) -> str:
        """Its file, from the root of the territory's folder."""
        return f"fiches/{self.zone}/{self.slug}.yml"


# The blocks that have hours of their own.
AVEC_HORAIRES = (Fiche, Service, Arret, Pairs, Metier)
