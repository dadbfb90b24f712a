"""Withheld addresses: nothing in the file, its name and comments included, may lead there, and no message repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from math import inf

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.divulgation import PURGE, d_abord, ici
from quifaitquoi.annuaire.check.load import DIVULGUEE, NOMS, Lu
from quifaitquoi.annuaire.check.portes.lecture import INCONNU
from quifaitquoi.annuaire.check.portes.regard import SANS_PORTE, Regard, Regards
from quifaitquoi.annuaire.geographie import centre, contient, rayon
from quifaitquoi.annuaire.model.annonce import Annonce
from quifaitquoi.annuaire.model.droit import Guichet
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.organisme import Organisme
from quifaitquoi.annuaire.model.quartier import ListeReperes, Quartier
from quifaitquoi.annuaire.model.ressource import Ressource
from quifaitquoi.annuaire.model.types import Element, Sorte
from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.base.texte import cle_de_tri

LARGE = 2000  # metres: in a smaller zone, one finds a door by asking
INTERDITS = ("voie", "complement", "position", "precision", "score", "y_aller")
# Where the figures of a text are no part of what it says.
MUETTES = (None, Sorte.TELEPHONE, Sorte.CODE)
COMMENTAIRE = re.compile(r"(?:^|(?<=\s))#(?!\s*yaml-language-server:)(.*)")
NOMMENT = (Sorte.NOM, Sorte.CITEE, Sorte.ADRESSE)
# A line as written: what it says is behind its key, where it has one that the program knows.
VALEUR = re.compile(r"[ \t]*(?:- +)?(?P<ligne>(?:(?P<cle>\w+) *: *)?(?P<valeur>.*))")
ENTRE = re.compile(r" *, *")
CHIFFRES = re.compile(r"[\"']?(?:\d{1,3}|\d{5}|\d{4}(?:-\d\d){0,2})[\"']?\s*")  # ages, postcodes, dates


@regle(DIVULGUEE, "erreur", Element, mot_a_mot=True, ailleurs=True)
def adresse_divulguee(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Rien de ce qui est dit d'un lieu dont l'adresse n'est pas publiée ne peut mener à sa porte."""
    regard = _regard(lu, contexte)
    if regard is None:
        yield from _ailleurs(lu, contexte)
        return
    signalees: set[int] = set()
    annuaire = contexte.directory.annuaire
    for chemin in _interdits(lu.document.valeur, _communes(contexte)) if isinstance(lu.element, Fiche) else ():
        ligne, colonne = lu.document.place(chemin, cle=True)
        signalees.add(ligne)
        yield Signal(chemin, f"l'adresse de ce lieu n'est pas publiée, cette ligne la donne : {PURGE}", place=(ligne, colonne))
    if vus := regard.soupcons(lu.trouve.slug.replace("-", " "), nomme=True):
        yield Signal((), f"le nom de ce fichier est dans l'adresse de ses pages, et {vus[0].quoi} peut y mener à la porte : "
                         f"l'adresse de ce lieu n'est pas publiée ; {d_abord(contexte)}renommez-le sans garder l'ancien nom, puis "
                         "demandez à l'équipe de purger l'historique de git, qui le garde encore. "
                         f"{_sinon('ce nom ne mène nulle part')}", place=(1, 1))
    for i, role in enumerate(lu.element.responsables or ()) if isinstance(lu.element, Fiche) else ():
        noms = (role.replace("-", " "), annuaire.roles[role].nom if role in annuaire.roles else "")
        if any(regard.soupcons(nom, nomme=True) for nom in noms):
            yield Signal(("responsables", i), "le nom de ce rôle peut mener à la porte, et l'adresse de ce lieu n'est pas "
                                              "publiée : nommez-le autrement dans annuaire.yml")
    for quoi, (ligne, colonne) in _lus(lu, contexte, regard):
        if ligne not in signalees:
            signalees.add(ligne)
            yield Signal((), f"sur cette ligne, {quoi} peut mener à la porte, et l'adresse de ce lieu n'est pas publiée : "
                             f"{d_abord(contexte)}{_plus_simplement(quoi)}{PURGE}. "
                             f"{_sinon('ces mots ne mènent nulle part')}", place=(ligne, colonne))


@regle("zone-etroite", "avertissement", Fiche)
def zone_etroite(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une fiche dont l'adresse n'est pas publiée est rangée dans une zone assez large pour ne pas la donner."""
    fiche, quartiers = lu.element, contexte.directory.quartiers
    if not fiche.confidentialite:
        return
    petite = "l'adresse de ce lieu n'est pas publiée, et cette zone est assez petite pour la donner"
    if large := _plus_large(fiche.zone, quartiers):
        yield Signal((), f"{petite} : déplacez ce fichier de son dossier à fiches/{large}/", place=(1, 1))
    for i, slug in enumerate((fiche.secteur.quartiers or ()) if fiche.secteur else ()):
        if large := _plus_large(slug, quartiers):
            yield Signal(("secteur", "quartiers", i), f"{petite} : nommez plutôt {large}")


def _plus_large(slug: str, quartiers: Mapping[str, Quartier]) -> str:
    """Of a zone that is too narrow, the narrowest that is not and holds it, or the one that is everywhere; "" if there is none."""
    zone = quartiers.get(slug)
    if zone is None or not _etroite(zone):
        return ""
    larges = [q for q in quartiers.values() if not _etroite(q) and (q.etendue == "partout" or contient(q, centre(zone)))]
    return min(larges, key=lambda q: (rayon(q) or inf, q.slug)).slug if larges else ""


def _etroite(zone: Quartier) -> bool:
    return (rayon(zone) or LARGE) < LARGE


def _ailleurs(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """What a text of another file says of a withheld place that it names."""
    regards, connus = contexte.une_fois(les_regards), contexte.une_fois(_identifiants)
    situe = isinstance(lu.element, (ListeReperes, Quartier)) or isinstance(lu.element, Fiche) and lu.element.genre not in SANS_PORTE
    siens = tuple(map(regards.pour, _qui_ouvrent(lu, contexte)))
    if not siens and not regards.peut_nommer(lu.mots, lu.texte):
        return
    for chemin, texte, sorte in lu.textes:
        nommes = regards.qui_nomme(texte)
        if vus := next((vus for regard in nommes if (vus := regard.soupcons(texte))), None):
            yield Signal(chemin, ici(contexte, vus[0].quoi))
        elif sorte not in MUETTES and texte not in connus and chemin[-1] != "fiche" and (vus := next(
                (vus for regard in siens if (vus := regard.soupcons(texte, nomme=sorte in NOMMENT or chemin[-1] == "nom"))), None)):
            yield Signal(chemin, ici(contexte, vus[0].quoi))
        elif (situe and nommes and (sorte in NOMMENT or chemin[-1] == "nom") and texte not in connus
              and not all(regard.accepte(texte) for regard in regards.qui_nomme_un_lieu(texte))):
            yield Signal(chemin, "ce nom est celui d'un lieu dont l'adresse n'est pas publiée : ce qui le porte, sur une carte ou "
                                 f"à une adresse, y mène ; {d_abord(contexte)}{PURGE}. Si ce n'est pas le même lieu, dites-le dans "
                                 "« accepte », dans la fiche de ce lieu : « texte » (ces mots mêmes) et « pourquoi »")
    for numero, ligne in enumerate(lu.texte.splitlines(), 1):
        if (dit := COMMENTAIRE.search(ligne)) and (vus := next(
                (vus for regard in (*siens, *regards.qui_nomme(dit[1])) if (vus := regard.soupcons(dit[1]))), None)):
            yield Signal((), ici(contexte, vus[0].quoi), place=(numero, dit.start(1) + 1))


def _qui_ouvrent(lu: Lu, contexte: Contexte) -> Iterable[Fiche]:
    """The withheld places that a right sends to: all that its file says is about them."""
    citees = (contexte.directory.fiches.get(guichet.fiche) for _, guichet in lu.blocs(Guichet))
    return (fiche for fiche in citees if fiche and fiche.confidentialite)


def _plus_simplement(quoi: str) -> str:
    """What to try first where a word is only unknown."""
    return "écrivez-le avec des mots plus courants ; s'il y mène vraiment, " if quoi == INCONNU else ""


def _sinon(quoi: str) -> str:
    return f"Si {quoi}, dites-le dans « accepte » : « texte » (ces mots mêmes) et « pourquoi »"


def _regard(lu: Lu, contexte: Contexte) -> Regard | None:
    """With which eyes the file must be read; None where nothing in it is withheld."""
    regards = contexte.une_fois(les_regards)
    if isinstance(lu.element, Organisme):
        return regards.pour_organisme(lu.element)
    if isinstance(lu.element, (Annonce, Ressource)):
        fiche = contexte.directory.fiches.get(lu.element.fiche)
        return regards.pour(fiche) if fiche and fiche.confidentialite else None
    if not isinstance(lu.element, Fiche):
        return None
    # A misspelt key or value says as clearly that the address must stay unknown.
    retenue = lu.discret and any(cle_de_tri(cle).startswith("confiden") for cle in lu.document.valeur)
    return regards.pour(lu.element) if retenue else None


def les_regards(contexte: Contexte) -> Regards:
    """The eyes for every withheld place, the same for all files."""
    return Regards(contexte.directory, contexte.noms_ecrits)


def _lus(lu: Lu, contexte: Contexte, regard: Regard) -> Iterator[tuple[str, tuple[int, int]]]:
    """What was found in each text, then in each comment, with its place."""
    connus, communes = contexte.une_fois(_identifiants), _communes(contexte)
    lignes = lu.texte.splitlines()
    for chemin, texte, sorte in lu.textes:
        if sorte in MUETTES or texte in connus or _champ(texte) or (chemin[0], chemin[-1]) == ("accepte", "texte"):
            continue
        if chemin == ("adresse", "commune") and texte in communes:  # and no zone of the same name
            continue
        if vus := regard.soupcons(texte, nomme=sorte in NOMMENT):
            ligne, colonne = lu.document.place(lu.document.tel_qu_ecrit(chemin))
            ecrit = lignes[ligne - 1][colonne - 1:].find(texte)
            yield vus[0].quoi, (ligne, colonne + (ecrit + vus[0].place if ecrit in (0, 1) else 0))
    for numero, ligne in enumerate(lignes, 1):
        if (trouve := COMMENTAIRE.search(ligne)) and (vus := regard.soupcons(trouve[1])):
            yield vus[0].quoi, (numero, trouve.start(1) + vus[0].place + 1)
    # What could not be read, or stands there twice, is in no text.
    for numero, ligne in enumerate(lignes, 1) if lu.partiel or lu.document.fautes else ():
        if ligne.lstrip().startswith("#"):
            continue
        valeur = VALEUR.match(ligne)
        debut = valeur.start("valeur" if valeur["cle"] in NOMS else "ligne")
        ecrit = ligne[debut:]
        anodin = CHIFFRES.fullmatch(ecrit) or connus.issuperset(ENTRE.split(ecrit.strip(" []")))
        if not anodin and (vus := regard.soupcons(ecrit, nomme=True)):
            yield vus[0].quoi, (numero, debut + vus[0].place + 1)


def _champ(texte: str) -> bool:
    """Whether it is the name of a field, as sources and doubts write it."""
    return all(part in NOMS or part.isdigit() for part in re.split(r"[.\[\]]+", texte.rstrip("]")))


def _identifiants(contexte: Contexte) -> frozenset[str]:
    """Terms, roles, zones, bodies and rules: chosen from lists, they say nothing of one place."""
    d = contexte.directory
    listes = (getattr(d.vocabulaire, nom) for nom in type(d.vocabulaire).model_fields)
    # A zone or a body whose own file is faulty has its name all the same: nothing of the fiche would then be to purge.
    return frozenset(slug for liste in (*listes, d.annuaire.roles, contexte.slugs["organisme"], contexte.slugs["quartier"])
                     for slug in liste or ())


def _communes(contexte: Contexte) -> tuple[str, ...]:
    """The towns that annuaire.yml names."""
    annuaire = contexte.directory.annuaire
    return annuaire.territoire, *(annuaire.communes or ())


def _interdits(donnees: dict, communes: Iterable[str]) -> Iterable[Chemin]:
    adresse = donnees.get("adresse")
    if isinstance(adresse, dict):
        yield from (("adresse", nom) for nom in INTERDITS if nom in adresse)
        # More than the name of a town is a part of it: « Strasbourg (Neudorf) ».
        ecrite = cle_de_tri(str(adresse.get("commune") or ""))
        connues = {cle_de_tri(commune) for commune in communes}
        if ecrite not in connues and any(re.match(rf"{re.escape(connue)}\W", ecrite) for connue in connues):
            yield "adresse", "commune"
    elif adresse is not None:
        yield ("adresse",)
    yield from ((champ,) for champ in ("adresse_provisoire", "tournee") if champ in donnees)
    # A register of the public gives an address for each of its identifiers; only the code of the town says no more than the town.
    if isinstance(siens := donnees.get("identifiants"), dict):
        yield from (("identifiants", nom) for nom in siens if nom != "insee")
    for rang, service in enumerate(donnees["services"] if isinstance(donnees.get("services"), list) else ()):
        if isinstance(service, dict) and "identifiants" in service:
            yield "services", rang, "identifiants"
