"""Small reusable types: each turns one written text into one value, or says in French what to write instead."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from quifaitquoi.annuaire.model.pays import poste
from quifaitquoi.annuaire.model.telephone import ecrire_plutot, exemples, numero_possible
from quifaitquoi.horaires.dates import date_ecrite


class Element(BaseModel):
    """Base of every model: unknown keys are refused and nothing changes after it was read.

    `periode` names the two fields of a block that are the ends of one period of time. Validators are built once a model is first
    asked for, with those of the blocks that it holds: to build each block's own as well is a fifth of a command's start.
    """

    periode: ClassVar[tuple[str, str] | None] = None
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, regex_engine="python-re",
                              defer_build=True)

    def model_post_init(self, contexte: object, /) -> None:
        self._partage_ses_champs()

    def __setstate__(self, etat: dict) -> None:
        super().__setstate__(etat)
        self._partage_ses_champs()

    def _partage_ses_champs(self) -> None:
        """Which fields were written is the same few sets for all places: one each would be a third of what is kept of a file."""
        ecrits = self.__pydantic_fields_set__
        # A plain set, as pydantic wants to add to a copy of it; nothing adds to this one, for nothing changes after it was read.
        object.__setattr__(self, "__pydantic_fields_set__", _ECRITS.setdefault(frozenset(ecrits), ecrits))


DEVANT_MAX = 64  # signs of a mailbox before its « @ » that mail carries (RFC 5321)
_ECRITS: dict[frozenset[str], set[str]] = {}


class Nomme(Element):
    """An element that other files point at by its slug: the file's name, or its key in a list of terms.

    `zone`: the folder of a fiche, slug of a quartier. `national`: it belongs to the program, whose own catalogues translate it,
    and to no file of the territory.
    """

    slug: ClassVar[str] = ""
    zone: ClassVar[str] = ""
    national: ClassVar[bool] = False

    def nomme(self, **noms: str | bool) -> None:
        """Tell the element what its place in the tree calls it. Pages ask for it a million times: a private attribute
        of pydantic would take forty times as long."""
        self.__dict__.update(noms)


def faux(code: str, phrase: str, **valeurs: object) -> PydanticCustomError:
    """An error whose sentence goes to the volunteer as it stands."""
    # Pydantic would fill a {placeholder} that a value holds, too. A value that is too long would push out the advice.
    courts = {nom: f"{v[:79]}…" if isinstance(v, str) and len(v) > 80 else v for nom, v in valeurs.items()}
    return PydanticCustomError(code, phrase.format_map(courts), {"rang": valeurs["rang"]} if "rang" in valeurs else None)


def _slug(valeur: object) -> object:
    if isinstance(valeur, str) and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", valeur):
        raise faux("slug", "« {lu} » ne peut pas être un identifiant : minuscules sans accent, chiffres et tirets. "
                           "Exemple : maison-des-habitants", lu=valeur)
    return valeur


def _pays_de(info) -> str:
    return (info.context or {}).get("pays", "FR")


def _code_postal(valeur: object, info) -> object:
    motif, en_mots, exemple = poste(_pays_de(info))
    if isinstance(valeur, str) and not re.fullmatch(motif, valeur):
        raise faux("code_postal", "« {lu} » n'est pas un code postal : {forme}. Exemple : \"{exemple}\"", lu=valeur, forme=en_mots,
                   exemple=exemple)
    return valeur


def _telephone(valeur: object, info) -> object:
    pays = _pays_de(info)
    if isinstance(valeur, str) and not numero_possible(valeur, pays):
        conseil = ecrire_plutot(valeur, pays) or exemples(pays)
        raise faux("telephone", "« {lu} » n'est pas un numéro de téléphone possible. " + conseil, lu=valeur)
    return valeur


def _siret(valeur: object) -> object:
    if isinstance(valeur, str):
        chiffres = re.sub(r"[\s\u00a0\u202f]", "", valeur)
        if not re.fullmatch(r"[0-9]{14}", chiffres):
            raise faux("siret", "« {lu} » n'est pas un SIRET : quatorze chiffres. Exemple : \"99999999900017\"", lu=valeur)
        # La Poste has more establishments than the usual key can tell apart: theirs add up to a multiple of five.
        if _luhn(chiffres) % 10 and not (chiffres.startswith("356000000") and sum(map(int, chiffres)) % 5 == 0):
            raise faux("siret", "« {lu} » n'est pas un SIRET : un chiffre est faux, la clé ne tombe pas juste. "
                                "Recopiez-le de l'annuaire des entreprises", lu=valeur)
        return chiffres
    return valeur


def _luhn(chiffres: str) -> int:
    return sum(int(c) if rang % 2 == 0 else sum(divmod(2 * int(c), 10)) for rang, c in enumerate(reversed(chiffres)))


def _insee(valeur: object) -> object:
    if isinstance(valeur, str) and not re.fullmatch(r"(?:[013-9][0-9]|2[0-9AB])[0-9]{3}", valeur):
        raise faux("insee", "« {lu} » n'est pas le code INSEE d'une commune : cinq signes. Exemples : \"67482\", \"2A004\"",
                   lu=valeur)
    return valeur


def _courriel(valeur: object) -> object:
    if isinstance(valeur, str):
        # Most files have no mailbox, and the library is slow to load.
        from email_validator import EmailNotValidError, validate_email
        try:
            validate_email(valeur, check_deliverability=False, test_environment=True)
        except EmailNotValidError:
            raise faux("courriel", "« {lu} » n'est pas une adresse de courriel. Exemple : accueil@maison.example.org",
                       lu=valeur) from None
        if len(valeur.rpartition("@")[0]) > DEVANT_MAX:
            raise faux("courriel", "« {lu} » ne peut pas exister : devant le @, une boîte a {au_plus} signes au plus. Recopiez-la",
                       lu=valeur, au_plus=DEVANT_MAX)
    return valeur


def _adresse_web(valeur: object) -> object:
    if isinstance(valeur, str):
        try:
            parts = urlsplit(valeur)
            hote = parts.hostname or ""
            parts.port  # noqa: B018 - reading it is what refuses a port that is not a number
        except ValueError:
            parts, hote = None, ""
        if (parts is None or parts.scheme not in ("http", "https") or "." not in hote or parts.username is not None
                or len(valeur) > 500 or re.search(r"[\s<>\"'`\\]", valeur)):
            raise faux("adresse_web", "« {lu} » n'est pas une adresse web complète : elle commence par https:// "
                                      "et n'a pas d'espace. Exemple : https://example.org", lu=valeur)
    return valeur


def _adresse_sure(valeur: object) -> object:
    if isinstance(valeur, str) and valeur.lower().startswith("http://"):
        raise faux("adresse_sure", "« {lu} » n'est pas protégée : pour que personne d'autre ne lise ce qu'on y cherche, elle "
                                   "commence par https://", lu=valeur)
    return _adresse_web(valeur)


def _jour(valeur: object) -> object:
    if not isinstance(valeur, str):
        return valeur
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", valeur):
            raise ValueError
        return date.fromisoformat(valeur)
    except ValueError:
        ecrite = date_ecrite(valeur) or ""
        raise faux("date", "« {lu} » n'est pas un jour : écrivez l'année, le mois, le jour. Exemple : {exemple}",
                   lu=valeur, exemple=ecrite if len(ecrite) == 10 else "2026-12-24") from None


@dataclass(frozen=True, order=True)
class DatePartielle:
    """A date known to the year, the month or the day: `mois` and `jour` are None where unknown."""

    annee: int
    mois: int | None = None
    jour: int | None = None

    @property
    def debut(self) -> date:
        """The first day it can mean: how old a source is at the most."""
        return date(self.annee, self.mois or 1, self.jour or 1)

    @property
    def fin(self) -> date:
        """The last day it can mean."""
        if self.jour:
            return self.debut
        return date(self.annee, self.mois or 12, monthrange(self.annee, self.mois or 12)[1])

    def __str__(self) -> str:
        return "-".join([f"{self.annee:04}"] + [f"{part:02}" for part in (self.mois, self.jour) if part is not None])


def _date_partielle(valeur: object) -> object:
    if not isinstance(valeur, str):
        return valeur
    lu = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", valeur)
    try:
        if not lu or "00" in lu.groups()[1:]:
            raise ValueError
        partielle = DatePartielle(*(int(part) if part else None for part in lu.groups()))
        partielle.debut  # noqa: B018 - an impossible month or day fails here
        return partielle
    except ValueError:
        raise faux("date_partielle", "« {lu} » n'est pas une date. {exemples}",
                   lu=valeur, exemples=f"Exemple : {date_ecrite(valeur)}" if date_ecrite(valeur) else
                   "Exemples : 2026, 2026-12, 2026-12-24") from None


def _position(valeur: object) -> object:
    if not isinstance(valeur, (list, tuple)):
        return valeur
    try:
        latitude, longitude = (float(part) for part in valeur)
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise ValueError
        return latitude, longitude
    except (ValueError, TypeError):
        raise faux("position", "une position est [latitude, longitude] en degrés, avec des points. "
                               "Exemple : [48.56790, 7.76010]") from None


def _une_liste(valeur: object) -> object:
    return [valeur] if isinstance(valeur, (str, dict)) else valeur


class Sorte(Enum):
    """What a text is, which decides whether it is translated, and whether words in it are looked at."""

    DITE = "describes: translated, searched for labels and for persons"
    NOTE = "explains to whoever keeps the file: not translated, searched all the same"
    CHERCHEE = "what people type to find it, rude as it may be: translated, never shown"
    NOM = "stands on a door or a sign: nobody translates it"
    CITEE = "as others write it: nicknames, titles of pages, credits, codes, names of fields and rules"
    ADRESSE = "a street, a town, an address of the web: holds the names of the famous"
    TELEPHONE = "a number to call"
    CODE = "figures that are no number"


@dataclass(frozen=True)
class Vers:
    """The list of the vocabulary that a term comes from; a rule checks that it is there."""

    liste: str


# Each field says which kind its text is, in one of these or in the model: a test finds the one that does not.
Court = Annotated[str, StringConstraints(min_length=1, max_length=160)]
Mention = Annotated[Court, Sorte.DITE]
Cherche = Annotated[Court, Sorte.CHERCHEE]
Phrase = Annotated[str, StringConstraints(min_length=1, max_length=400), Sorte.DITE]
Paragraphe = Annotated[str, StringConstraints(min_length=1, max_length=3000), Sorte.DITE]
Note = Annotated[str, StringConstraints(min_length=1, max_length=400), Sorte.NOTE]
Nom = Annotated[Court, Sorte.NOM]
Cite = Annotated[Court, Sorte.CITEE]
Voie = Annotated[Court, Sorte.ADRESSE]
Slug = Annotated[str, BeforeValidator(_slug), Field(max_length=80), WithJsonSchema(
    {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}), Sorte.CITEE]


def Terme(liste: str) -> type:
    """A controlled term of that list of the vocabulary."""
    return Annotated[str, StringConstraints(min_length=1, max_length=80), Vers(liste), Sorte.CITEE]


CodePostal = Annotated[str, BeforeValidator(_code_postal), WithJsonSchema(
    {"anyOf": [{"type": "string", "pattern": "^[0-9A-Z][0-9A-Z -]{1,9}$"}, {"type": "integer"}]}), Sorte.CODE]
Siret = Annotated[str, BeforeValidator(_siret), WithJsonSchema(
    {"anyOf": [{"type": "string", "pattern": "^[0-9 ]{14,20}$"}, {"type": "integer"}]}), Sorte.CODE]
CodeInsee = Annotated[str, BeforeValidator(_insee), WithJsonSchema(
    {"anyOf": [{"type": "string", "pattern": "^[0-9AB]{5}$"}, {"type": "integer"}]}), Sorte.CODE]
Telephone = Annotated[str, BeforeValidator(_telephone), WithJsonSchema({"type": ["string", "integer"]}), Sorte.TELEPHONE]
Courriel = Annotated[str, BeforeValidator(_courriel), WithJsonSchema({"type": "string", "format": "email"}), Sorte.ADRESSE]
AdresseWeb = Annotated[
    str, BeforeValidator(_adresse_web), WithJsonSchema({"type": "string", "pattern": "^https?://"}), Sorte.ADRESSE
]
AdresseSure = Annotated[
    str, BeforeValidator(_adresse_sure), WithJsonSchema({"type": "string", "pattern": "^https://"}), Sorte.ADRESSE
]
Jour = Annotated[date, BeforeValidator(_jour), WithJsonSchema(
    {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"})]
DateSue = Annotated[DatePartielle, BeforeValidator(_date_partielle), WithJsonSchema(
    {"anyOf": [{"type": "string", "pattern": r"^\d{4}(-\d\d){0,2}$"}, {"type": "integer"}]})]
Position = Annotated[tuple[float, float], BeforeValidator(_position), WithJsonSchema(
    {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2})]
OuiNon = Literal["oui", "non"]
OuiNonEnPartie = Literal["oui", "non", "en-partie"]


def _sans_doublon(valeur: tuple) -> tuple:
    for i, element in enumerate(valeur):
        if element in valeur[:i]:
            lu = "ce bloc" if isinstance(element, BaseModel) else f"« {str(element)[:80]} »"
            raise faux("doublon", "{lu} est écrit deux fois : gardez-le une seule fois", lu=lu, rang=i)
    return valeur


def Liste(element: type) -> type:
    """One or more of `element`, none twice. An empty list is refused: absent means unknown."""
    return Annotated[tuple[element, ...], Field(min_length=1, max_length=200), AfterValidator(_sans_doublon)]


class _UnOuListe:
    """JSON Schema of "one or a list of": pydantic by itself describes the list only."""

    def __get_pydantic_json_schema__(self, core_schema, handler):
        schema = handler(core_schema)
        return {"anyOf": [schema["items"], schema]}


def UnOuPlusieurs(element: type) -> type:
    """As `Liste`, and a single element may be written without brackets."""
    return Annotated[tuple[element, ...], BeforeValidator(_une_liste), Field(min_length=1, max_length=20),
                     AfterValidator(_sans_doublon), _UnOuListe()]
