"""Whom to call in an emergency, by country: what a new territory starts with. No number is ever copied across a border.

Each line has the page that says so. A country that is not here gets 112 where its numbering plan has it, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from phonenumbers import country_code_for_region, shortnumberinfo

from quifaitquoi.annuaire.model.pays import DIX_CHIFFRES, OUTRE_MER
from quifaitquoi.annuaire.model.telephone import repond
from quifaitquoi.langues.marques import N_

TOUT = N_("Quelqu'un est en danger maintenant, et vous ne savez pas quel numéro faire")
BLESSE = N_("Quelqu'un est gravement blessé ou gravement malade")
MENACE = N_("Quelqu'un vous menace, vous frappe ou vous suit")
FEU = N_("Il y a un feu ou un accident")
SUICIDE = N_("Vous pensez au suicide, ou vous avez peur pour quelqu'un")
PARLER = N_("Vous n'en pouvez plus, et vous voulez parler à quelqu'un")
COUPLE = N_("Vous subissez des violences à la maison, ou vous vous inquiétez pour quelqu'un")
FEMME = N_("Vous êtes une femme et vous subissez des violences, ou vous vous inquiétez pour une femme")
JEUNE = N_("Vous êtes jeune, quelque chose ne va pas et vous voulez en parler")
AMBULANCE = N_("Quelqu'un est gravement blessé ou gravement malade, ou il y a un feu")
POMPIERS, POLICE, URGENCES = N_("Pompiers"), N_("Police"), N_("Toutes les urgences")
PREVENTION = N_("Prévention du suicide")


@dataclass(frozen=True)
class Secours:
    """A line of « urgences », with the page that it was read from."""

    numero: str
    nom: str
    pour: str
    besoins: tuple[str, ...]
    source: str


def _tout(source: str, numero: str = "112", nom: str = URGENCES) -> Secours:
    return Secours(numero, nom, TOUT, ("urgences",), source)


def _police(numero: str, source: str, nom: str = POLICE) -> Secours:
    return Secours(numero, nom, MENACE, ("urgences", "violences", "lieu-refuge"), source)


SERVICE_PUBLIC = "https://www.service-public.fr/particuliers/vosdroits/F33954"
POLICE_BE, WALLONIE = "https://www.police.be/5998/fr/contact/numeros-durgence", (
    "https://www.wallonie.be/fr/violences-conjugales-et-intrafamiliales")
ECOUTE_BE = "https://www.ecouteviolencesconjugales.be/qui-sommes-nous/presentation/"
ALERTSWISS = "https://blog.alertswiss.ch/fr/rubrique/nouvelles-de-lofpp/journee-europeenne-du-numero-durgence-112"
VAUD, RTS = "https://www.protectioncivile-vd.ch/particuliers", (
    "https://pages.rts.ch/la-1ere/programmes/on-en-parle/"
    "9800321-suicide-des-jeunes-detecter-les-signaux-de-detresse-10-09-2018.html")
FRANKEN = ("https://amp.infranken.de/ratgeber/technik/"
           "deutschland-plant-neue-notruf-nummer-wen-erreicht-man-unter-der-113-art-5989416")
OUTAOUAIS = "https://cisss-outaouais.gouv.qc.ca/language/en/accessing-a-service/care-and-services-in-the-community/crisis-811/"
WEST_ISLAND = "https://www.westislandnews.com/post/together-stop-the-virus-and-the-violence-24-7-help-hotlines"

SECOURS: dict[str, tuple[Secours, ...]] = {
    "FR": (
        _tout(SERVICE_PUBLIC),
        Secours("15", N_("SAMU"), BLESSE, ("urgences",), SERVICE_PUBLIC),
        _police("17", SERVICE_PUBLIC, N_("Police secours")),
        Secours("18", POMPIERS, FEU, ("urgences",), SERVICE_PUBLIC),
        Secours("114", N_("Urgence par message"), N_("Vous n'entendez pas ou vous ne pouvez pas parler : envoyez un SMS"),
                ("urgences",), SERVICE_PUBLIC),
        Secours("115", N_("Hébergement d'urgence"),
                N_("Vous n'avez nulle part où dormir, ou vous avez vu une personne à la rue"),
                ("hebergement-urgence", "maraude", "dormir", "manger", "se-laver"), SERVICE_PUBLIC),
        Secours("119", N_("Allô enfance en danger"), N_("Un enfant est en danger, ou vous vous inquiétez pour lui"),
                ("enfant-en-danger",), SERVICE_PUBLIC),
        Secours("3919", N_("Violences Femmes Info"), FEMME, ("violences", "hebergement-protege"), SERVICE_PUBLIC),
        Secours("3114", PREVENTION, SUICIDE, ("prevention-suicide",), SERVICE_PUBLIC),
        Secours("116 006", N_("Aide aux victimes"), N_("Vous êtes victime ou témoin : vous voulez en parler et savoir quoi faire"),
                ("aide-aux-victimes",), SERVICE_PUBLIC),
    ),
    "BE": (
        Secours("112", N_("Ambulance et pompiers"), AMBULANCE, ("urgences",), POLICE_BE),
        _police("101", POLICE_BE),
        Secours("0800 30 030", N_("Écoute violences conjugales"), COUPLE, ("violences", "hebergement-protege"), ECOUTE_BE),
        Secours("0800 32 123", PREVENTION, SUICIDE, ("prevention-suicide",), WALLONIE),
        Secours("107", N_("Télé-Accueil"), PARLER, ("ecoute",), ECOUTE_BE),
    ),
    "CH": (
        _tout(ALERTSWISS),
        _police("117", ALERTSWISS),
        Secours("118", POMPIERS, FEU, ("urgences",), ALERTSWISS),
        Secours("144", N_("Ambulance"), BLESSE, ("urgences",), VAUD),
        Secours("143", N_("La Main Tendue"), PARLER, ("ecoute", "prevention-suicide"), RTS),
        Secours("147", N_("Conseils aux jeunes (Pro Juventute)"), JEUNE, ("enfant-en-danger",), RTS),
    ),
    "LU": (
        Secours("112", N_("Ambulance et pompiers"), AMBULANCE, ("urgences",),
                "https://infos.rtl.lu/actu/luxembourg/a/2168149.html"),
        _police("113", "https://lequotidien.lu/police-justice/luxembourg-le-113-recoit-en-moyenne-441-appels-par-jour"),
        Secours("2060 1060", N_("Helpline violence"), COUPLE, ("violences", "hebergement-protege"),
                "http://www.lessentiel.lu/de/luxemburg/story/23263626"),
        Secours("45 45 45", N_("SOS Détresse"), PARLER, ("ecoute", "prevention-suicide"),
                "https://454545.lu/de/ueber-uns/unsere-gemeinnuetzige-organisation/"),
        Secours("116 111", N_("Kanner-Jugendtelefon"), JEUNE, ("enfant-en-danger",),
                "https://childhelplineinternational.org/20-years-20-voices-kjt-luxembourg/"),
    ),
    "DE": (
        Secours("112", N_("Ambulance et pompiers"), AMBULANCE, ("urgences",), FRANKEN),
        _police("110", FRANKEN),
        Secours("116 016", N_("Hilfetelefon, violences contre les femmes"), FEMME, ("violences", "hebergement-protege"),
                "https://www.der-paritaetische.de/alle-meldungen/"
                "bundesweites-hilfetelefon-gewalt-gegen-frauen-wird-zehn-und-bekommt-vereinfachte-rufnummer/"),
        Secours("0800 1110111", N_("Telefonseelsorge"), PARLER, ("ecoute", "prevention-suicide"), FRANKEN),
        Secours("116 111", N_("Nummer gegen Kummer"), JEUNE, ("enfant-en-danger",), FRANKEN),
    ),
    "CA-QC": (
        _tout(OUTAOUAIS, "911"),
        Secours("811", N_("Info-Santé et Info-Social"), N_("Vous avez besoin d'un conseil de santé, ou de parler à quelqu'un"),
                ("ecoute", "medecin"), OUTAOUAIS),
        Secours("1 866 277-3553", PREVENTION, SUICIDE, ("prevention-suicide",), OUTAOUAIS),
        Secours("1 800 363-9010", N_("SOS violence conjugale"), COUPLE, ("violences", "hebergement-protege"), WEST_ISLAND),
        Secours("1 800 263-2266", N_("Tel-jeunes"), JEUNE, ("enfant-en-danger",), WEST_ISLAND),
    ),
}
PLAN = "https://github.com/google/libphonenumber"


def _partout(pays: str) -> Secours:
    return _tout(PLAN, "911" if country_code_for_region(pays) == 1 else "112")


def secours(pays: str, subdivision: str | None, besoins: Iterable[str]) -> tuple[Secours, ...]:
    """The lines of that country, with only the needs that the vocabulary has; none where nothing is sure."""
    connus = {*besoins}
    lignes = SECOURS.get(f"{pays}-{subdivision}") or SECOURS.get("FR" if pays in DIX_CHIFFRES else pays) or tuple(
        # Of France, what the numbering plan of the territory has itself; elsewhere what a whole part of the world has alike.
        ligne for ligne in (SECOURS["FR"] if pays in OUTRE_MER else (_partout(pays),))
        if (repond(ligne.numero, pays) if pays in OUTRE_MER else shortnumberinfo.is_emergency_number(ligne.numero, pays)))
    return tuple(replace(ligne, besoins=tuple(b for b in ligne.besoins if b in connus)) for ligne in lignes)
