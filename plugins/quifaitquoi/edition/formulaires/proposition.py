"""Answers → the file that they ask for. Nothing is written here, and no path leads out of fiches/, but to manques.yml."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from quifaitquoi.annuaire.check.fields import champs
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.read.faute import Chemin, Illisible
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.edition.decoupe import Edition, EditionImpossible, Pose, Retrait, editer
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.edition.decoupe.fichier import ouvrir
from quifaitquoi.edition.formulaires.changements import changements
from quifaitquoi.edition.formulaires.introuvable import CHEMIN as MANQUES
from quifaitquoi.edition.formulaires.introuvable import compter
from quifaitquoi.edition.formulaires.lecture import CHAMPS, TERMES, Laissee, Lecture, Refusees, sans_citation
from quifaitquoi.edition.reponses import comprendre
from quifaitquoi.edition.reponses.champs import nom_de
from quifaitquoi.edition.reponses.comprendre import Incompris
from quifaitquoi.edition.reponses.reponse import est_discret
from quifaitquoi.horaires.dates import date_ecrite

ENTETE = "# yaml-language-server: $schema=../../../plugins/quifaitquoi/schema/fiche.schema.json\n"
OU = ("voie", "code_postal", "commune")
JAMAIS_CORRIGES = ("nom", "genre", "services", "confidentialite")
REMARQUE_LUE = "Merci ! Une personne de l'équipe lira votre remarque et changera la fiche"
POUR_TOUJOURS = "Pour toujours"


@dataclass(frozen=True)
class Proposition:
    """A file as it should be: `chemin` in the territory, what to call it (its slug, of a fiche), and what a person is to read.

    `lus` says in our own words what was understood: terms of the vocabulary, hours as a sentence.
    """

    chemin: Path
    slug: str
    texte: str
    remarque: str = ""
    lus: Mapping[str, str] = field(default_factory=dict)
    laissees: tuple[Laissee, ...] = ()


def proposer(formulaire: str, reponses: Mapping[str, str], directory: Directory, racine: Path, source: str,
             aujourdhui: date) -> Proposition:
    """What the answers ask for. `source` names where they come from. Raises Incompris with a sentence for their author."""
    secret = "confidentialite" in reponses
    lues = Lecture(reponses, directory)
    try:
        if formulaire == "ajouter":
            proposition = ajouter(lues, source, aujourdhui)
        elif formulaire == "introuvable":
            texte, mots = compter(lues, racine, aujourdhui)
            proposition = Proposition(MANQUES, "ce qui n'a pas été trouvé", texte, lus=mots)
        else:
            slug, chemin = lues.exige("fiche", lambda texte: _fiche(texte, directory))
            fichier = ouvrir(racine / chemin, racine)
            secret = est_discret(fichier.texte)
            if secret and any(question in reponses for question in OU):
                raise Incompris("L'adresse de ce lieu n'est pas publiée : ne l'écrivez nulle part, et enlevez-la de cette page")
            if secret and "changements" in reponses:
                raise Incompris("L'adresse de ce lieu n'est pas publiée : le site ne prépare pas de changement de sa fiche")
            demande = {"corriger": _corrections, "fermeture": _fermeture}[formulaire]
            texte = _edite(fichier.texte, demande(lues, fichier.texte, source, aujourdhui))
            remarque = comprendre.ligne(reponses.get("remarque", ""))
            if texte == fichier.texte:
                raise Incompris(REMARQUE_LUE if remarque else "Merci ! La fiche le dit déjà : il n'y a rien à changer")
            proposition = Proposition(chemin, slug, texte, remarque, lues.mots, tuple(lues.laissees))
        return _discrete(proposition) if secret else proposition
    except (EditionImpossible, Illisible, Incompris) as error:
        # Where an address is withheld, no sentence repeats anything that was written.
        laissees = getattr(error, "laissees", ())
        raise Refusees(sans_citation(str(error), reponses.values()) if secret else str(error),
                       tuple(l.discrete for l in laissees) if secret else laissees) from None


def _discrete(proposition: Proposition) -> Proposition:
    """Without anything that was written: hours are said back with their comments."""
    lus = {question: mots for question, mots in proposition.lus.items() if question in TERMES}
    return replace(proposition, lus=lus, laissees=tuple(l.discrete for l in proposition.laissees))


def ajouter(lues: Lecture, source: str, aujourdhui: date) -> Proposition:
    """A new fiche; one that is there already is never replaced."""
    if lues.reponses.get("confidentialite") and any(lues.reponses.get(question) for question in OU[:2]):
        raise Incompris("Vous demandez que l'adresse reste secrète, et vous l'écrivez : enlevez-la de cette page, puis prévenez "
                        "l'équipe, car l'historique de la page la garde")
    slug = lues.lit("nom", lambda texte: nom_libre(texte, lues.directory))
    zone = lues.lit("quartier", lambda texte: quartier(texte, lues.directory))
    valeurs: dict[Chemin, Valeur] = {CHAMPS[question]: valeur for question, valeur in lues.valeurs()}
    lues.refuse_sans("nom", "quartier", "genre", "services")
    if position := re.findall(r"-?\d+\.\d+", lues.reponses.get("position", "")):
        valeurs["adresse", "position"] = position
    # What is withheld says no team: the name of one may lead to the door.
    if (role := _role(lues.directory, zone)) and not lues.reponses.get("confidentialite"):
        valeurs["responsables",] = [role]
    if source or lues.reponses.get("source"):
        valeurs["sources",] = [_source(lues.reponses, source, aujourdhui)]
    texte = rediger(valeurs)
    return Proposition(Path("fiches") / zone / f"{slug}.yml", slug, texte, lus=lues.mots, laissees=tuple(lues.laissees))


def _role(directory: Directory, zone: str) -> str | None:
    """The role that answers for most fiches of this zone; the only one there is; else none: the fiche is everybody's."""
    compte = Counter(role for fiche in directory.fiches.values() if fiche.zone == zone for role in fiche.responsables or ())
    roles = [*directory.annuaire.roles]
    return compte.most_common(1)[0][0] if compte else roles[0] if len(roles) == 1 else None


def nom_libre(texte: str, directory: Directory) -> str:
    """The slug of a name that no fiche has yet."""
    slug = comprendre.slug(comprendre.ligne(texte))
    if slug in {*directory.siennes, *(ancien for f in directory.siennes.values() for ancien in f.anciens_slugs or ())}:
        raise Incompris(f"Une fiche s'appelle déjà « {slug} » : corrigez-la, ou donnez un nom plus précis")
    return slug


def quartier(texte: str, directory: Directory) -> str:
    """The slug of a neighbourhood, from its name."""
    return comprendre.un_de(texte, {slug: (q.nom,) for slug, q in directory.quartiers.items()}, "un quartier de l'annuaire")


def rediger(valeurs: Mapping[Chemin, Valeur]) -> str:
    """The text of a fiche that holds these values, in the order of its model."""
    ordre = {nom: rang for rang, nom in enumerate(Fiche.model_fields)}
    poses = [Pose(chemin, valeur) for chemin, valeur in sorted(valeurs.items(), key=lambda paire: ordre[paire[0][0]])]
    try:
        return _edite(f"{ENTETE}nom: \"\"\n", poses)
    except EditionImpossible as error:
        raise Incompris(str(error)) from None


def _edite(texte: str, editions: Sequence[Edition]) -> str:
    return editer(texte, editions, lambda chemin: champs(Fiche, chemin))


def _source(reponses: Mapping[str, str], source: str, aujourdhui: date, pour: Sequence[str] = ()) -> dict:
    lue = comprendre.ligne(reponses.get("source", ""))
    # « La plaquette du CCAS, janvier 2026 » says of when it is. A form was received today; of anything else, its author says when.
    titre, _, de_quand = (source or lue).rpartition(",")
    datee = date_ecrite(de_quand)
    quoi = {"adresse": lue} if re.match(r"https?://", lue) else {"titre": titre if datee else source or lue}
    de_quand = comprendre.date_sue(reponses["lu_le"]) if "lu_le" in reponses else aujourdhui.isoformat() if source else ""
    return {**quoi, **({"date": dite} if (dite := datee or de_quand) else {})} | ({"pour": [*pour]} if pour else {})


def _fiche(dite: str, directory: Directory) -> tuple[str, Path]:
    """The fiche that is named by its slug, its name, or the address of its page."""
    dite = comprendre.ligne(dite)
    page = re.search(r"/fiches/([a-z0-9-]{1,80})(?:/|$)", dite)
    noms = {slug: (fiche.nom, *(fiche.autres_noms or ()), *(fiche.anciens_slugs or ()))
            for slug, fiche in directory.fiches.items()}
    slug = comprendre.un_de(page[1] if page else dite, noms, "une fiche de l'annuaire")
    if directory.fiches[slug].national:
        raise Incompris(f"« {slug} » est une fiche du programme, la même dans tout le pays : rien n'est à changer ici. Pour en "
                        "dire autre chose, ajoutez une fiche à vous, avec le même numéro : elle prend sa place")
    return slug, Path("fiches") / directory.fiches[slug].zone / f"{slug}.yml"


def _corrections(lues: Lecture, fiche: str, source: str, aujourdhui: date) -> list[Edition]:
    editions: list[Edition] = [Pose(CHAMPS[question], valeur) for question, valeur in lues.valeurs(sauf=JAMAIS_CORRIGES)]
    editions += changements(lues.reponses.get("changements", ""), fiche, lues.directory)
    if not editions and lues.laissees:
        raise Refusees("Rien de ce qui est à corriger n'a pu être lu", tuple(lues.laissees))
    if not editions:
        raise Incompris(REMARQUE_LUE if "remarque" in lues.reponses else
                        "Rien n'est à corriger dans ce formulaire : écrivez ce qui est faux, tel que cela doit être")
    pour = _ce_qui_change(editions)
    return [*editions, *_de_plus(fiche, "sources", _source(lues.reponses, source, aujourdhui, pour))] if pour else editions


def _ce_qui_change(editions: Sequence[Edition]) -> list[str]:
    """The fields that a source is for. A list stands for its items where one is new or goes, for their numbers change."""
    bougent = {edition.chemin[:-1] for edition in editions if isinstance(edition.chemin[-1], int)}
    noms = []
    for edition in editions:
        if not isinstance(edition, Retrait):
            chemin = edition.chemin
            noms.append(nom_de(next((chemin[:n] for n in range(1, len(chemin)) if chemin[:n] in bougent), chemin)))
    return [*dict.fromkeys(noms)]


def _fermeture(lues: Lecture, fiche: str, source: str, aujourdhui: date) -> list[Edition]:
    du, motif = lues.exige("du", comprendre.jour), comprendre.ligne(lues.reponses.get("motif", ""))
    if lues.reponses.get("duree") == POUR_TOUJOURS:
        etat = {"statut": "ferme", "depuis": du} | ({"motif": motif} if motif else {})
        return [Pose(("etat",), etat), *_de_plus(fiche, "sources", _source(lues.reponses, source, aujourdhui, ["etat"]))]
    if "au" not in lues.reponses:
        raise Incompris("Il manque le dernier jour fermé. Si personne ne le sait, dites-le en écrivant à l'équipe")
    au = lues.exige("au", comprendre.jour)
    if au < du:
        raise Incompris("Le dernier jour fermé vient avant le premier : vérifiez les deux dates")
    fermeture = {"du": du, "au": au} | ({"motif": motif} if motif else {})
    return [*_de_plus(fiche, "fermetures", fermeture),
            *_de_plus(fiche, "sources", _source(lues.reponses, source, aujourdhui, ["fermetures"]))]


def _de_plus(fiche: str, champ: str, element: dict) -> list[Edition]:
    """What adds one to a list; nothing where it says so already, as a second form of the same day may."""
    deja = lire_yaml(fiche).valeur.get(champ)
    if not isinstance(deja, list) or not deja:
        return [Pose((champ,), [element])]
    return [] if element in deja else [Pose((champ, len(deja)), element)]
