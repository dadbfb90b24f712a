"""Answers → the file that they ask for. Nothing is written here, and no path leads out of fiches/."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quifaitquoi.annuaire.check.fields import champs
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.read.faute import Chemin, Illisible
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.texte import visible
from quifaitquoi.edition.decoupe import Edition, EditionImpossible, Pose, editer
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.edition.decoupe.fichier import ouvrir
from quifaitquoi.edition.formulaires import comprendre
from quifaitquoi.edition.formulaires.comprendre import Incompris
from quifaitquoi.edition.reponses.reponse import est_discret

ENTETE = "# yaml-language-server: $schema=../../../plugins/quifaitquoi/schema/fiche.schema.json\n"
# Where each question of a form has its answer in a fiche, and how people's words become its value.
CHAMPS: dict[str, Chemin] = {
    "nom": ("nom",), "genre": ("genre",), "presentation": ("presentation",), "voie": ("adresse", "voie"),
    "code_postal": ("adresse", "code_postal"), "commune": ("adresse", "commune"), "horaires": ("horaires",),
    "langues": ("langues", "parlees"), "rendez_vous": ("acces", "rendez_vous"), "cout": ("cout",),
    "telephone": ("contact", "telephone"), "site": ("contact", "site"), "services": ("services",),
    "confidentialite": ("confidentialite",),
}
# The choices of a form, in its words.
CHOIX = {
    "genre": {"Un lieu où aller": "lieu", "Une équipe qui vient": "equipe-mobile", "Une ligne à appeler": "telephone",
              "Un service en ligne": "en-ligne"},
    "rendez_vous": {"Sans rendez-vous": "sans", "Rendez-vous conseillé": "conseille", "Rendez-vous obligatoire": "obligatoire"},
    "cout": {"Gratuit": "gratuit", "Une participation": "participation", "Payant": "payant"},
    "confidentialite": {"oui": "adresse-non-publiee"},
}
OU = ("voie", "code_postal", "commune")
POUR_TOUJOURS = "Pour toujours"


@dataclass(frozen=True)
class Proposition:
    """A file as it should be: `chemin` in the territory, its slug, and what is left for a person to read."""

    chemin: Path
    slug: str
    texte: str
    remarque: str = ""


def proposer(formulaire: str, reponses: Mapping[str, str], directory: Directory, racine: Path, source: str,
             aujourdhui: date) -> Proposition:
    """What the answers ask for. `source` names where they come from. Raises Incompris with a sentence for their author."""
    secret = "confidentialite" in reponses
    try:
        if formulaire == "ajouter":
            return ajouter(reponses, directory, racine, source, aujourdhui)
        slug, chemin = _fiche(reponses.get("fiche", ""), directory)
        fichier = ouvrir(racine / chemin, racine)
        secret = est_discret(fichier.texte)
        if secret and any(question in reponses for question in OU):
            raise Incompris("L'adresse de ce lieu n'est pas publiée : ne l'écrivez nulle part, et enlevez-la de cette page")
        demande = {"corriger": _corrections, "fermeture": _fermeture}[formulaire]
        texte = _edite(fichier.texte, demande(reponses, directory, lire_yaml(fichier.texte).valeur, source, aujourdhui))
        return Proposition(chemin, slug, texte, comprendre.ligne(reponses.get("remarque", "")))
    except (EditionImpossible, Illisible, Incompris) as error:
        # Where an address is withheld, no sentence repeats anything that was written.
        raise Incompris(re.sub("« [^»]* »", "« … »", str(error)) if secret else str(error)) from None


def ajouter(reponses: Mapping[str, str], directory: Directory, racine: Path, source: str, aujourdhui: date) -> Proposition:
    """A new fiche; one that is there already is never replaced."""
    nom = comprendre.ligne(reponses.get("nom", ""))
    slug = comprendre.slug(nom)
    pris = {*directory.fiches, *(ancien for f in directory.fiches.values() for ancien in f.anciens_slugs or ())}
    if slug in pris:
        raise Incompris(f"Une fiche s'appelle déjà « {slug} » : corrigez-la, ou donnez un nom plus précis")
    zone = comprendre.un_de(reponses.get("quartier", ""), {s: (q.nom,) for s, q in directory.quartiers.items()},
                            "un quartier de l'annuaire")
    if reponses.get("confidentialite") and any(reponses.get(nom) for nom in ("voie", "code_postal")):
        raise Incompris("Vous demandez que l'adresse reste secrète, et vous l'écrivez : enlevez-la de cette page, puis prévenez "
                        "l'équipe, car l'historique de la page la garde")
    valeurs = {CHAMPS[question]: valeur for question, valeur in _valeurs(reponses, directory) if question in CHAMPS}
    texte = rediger({**valeurs, ("sources",): [_source(reponses, source, aujourdhui)]})
    return Proposition(Path("fiches") / zone / f"{slug}.yml", slug, texte)


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


def _valeurs(reponses: Mapping[str, str], directory: Directory) -> list[tuple[str, Valeur]]:
    vocabulaire = directory.vocabulaire
    lecteurs: dict[str, Callable[[str], Valeur]] = {
        "services": lambda texte: [{"quoi": besoin} for besoin in comprendre.besoins(texte, vocabulaire)],
        "langues": lambda texte: comprendre.langues(texte, vocabulaire),
        "horaires": comprendre.horaires,
        **{question: _choix(question) for question in CHOIX},
    }
    lues = [(question, lecteurs.get(question, comprendre.ligne)(texte)) for question, texte in reponses.items()]
    return [(question, valeur) for question, valeur in lues if valeur]


def _choix(question: str) -> Callable[[str], str]:
    def lire(texte: str) -> str:
        if texte not in CHOIX[question]:
            raise Incompris(f"« {visible(comprendre.ligne(texte))} » n'est pas un choix du formulaire : "
                            f"{', '.join(CHOIX[question])}")
        return CHOIX[question][texte]
    return lire


def _source(reponses: Mapping[str, str], source: str, aujourdhui: date, pour: Sequence[str] = ()) -> dict:
    lue = comprendre.ligne(reponses.get("source", ""))
    quoi = {"adresse": lue} if re.match(r"https?://", lue) else {"titre": source}
    return {**quoi, "date": aujourdhui.isoformat()} | ({"pour": [*pour]} if pour else {})


def _fiche(dite: str, directory: Directory) -> tuple[str, Path]:
    """The fiche that is named by its slug, its name, or the address of its page."""
    dite = comprendre.ligne(dite)
    page = re.search(r"/fiches/([a-z0-9-]{1,80})(?:/|$)", dite)
    noms = {slug: (fiche.nom, *(fiche.autres_noms or ()), *(fiche.anciens_slugs or ()))
            for slug, fiche in directory.fiches.items()}
    slug = comprendre.un_de(page[1] if page else dite, noms, "une fiche de l'annuaire")
    return slug, Path("fiches") / directory.fiches[slug].zone / f"{slug}.yml"


def _corrections(reponses: Mapping[str, str], directory: Directory, avant: dict, source: str, aujourdhui: date) -> list[Edition]:
    demandes = {q: t for q, t in reponses.items() if q in CHAMPS and q not in ("nom", "genre", "services", "confidentialite")}
    if not demandes:
        raise Incompris("Merci ! Une personne de l'équipe lira votre remarque et changera la fiche" if "remarque" in reponses else
                        "Rien n'est à corriger dans ce formulaire : écrivez ce qui est faux, tel que cela doit être")
    editions = [Pose(CHAMPS[question], valeur) for question, valeur in _valeurs(demandes, directory)]
    return [*editions, _de_plus(avant, "sources", _source(
        reponses, source, aujourdhui, [".".join(map(str, edition.chemin)) for edition in editions]))]


def _fermeture(reponses: Mapping[str, str], directory: Directory, avant: dict, source: str, aujourdhui: date) -> list[Edition]:
    du, motif = comprendre.jour(reponses.get("du", "")), comprendre.ligne(reponses.get("motif", ""))
    if reponses.get("duree") == POUR_TOUJOURS:
        etat = {"statut": "ferme", "depuis": du} | ({"motif": motif} if motif else {})
        return [Pose(("etat",), etat), _de_plus(avant, "sources", _source(reponses, source, aujourdhui, ["etat"]))]
    if "au" not in reponses:
        raise Incompris("Il manque le dernier jour fermé. Si personne ne le sait, dites-le en écrivant à l'équipe")
    au = comprendre.jour(reponses["au"])
    if au < du:
        raise Incompris("Le dernier jour fermé vient avant le premier : vérifiez les deux dates")
    fermeture = {"du": du, "au": au} | ({"motif": motif} if motif else {})
    return [_de_plus(avant, "fermetures", fermeture),
            _de_plus(avant, "sources", _source(reponses, source, aujourdhui, ["fermetures"]))]


def _de_plus(avant: dict, champ: str, element: dict) -> Pose:
    deja = avant.get(champ)
    return Pose((champ, len(deja)), element) if isinstance(deja, list) and deja else Pose((champ,), [element])
