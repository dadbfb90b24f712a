"""Everything that points at something else must lead somewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from quifaitquoi.annuaire.check.context import REGLES, Contexte, Signal, regle
from quifaitquoi.annuaire.check.fields import champs, modele_a
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.annonce import Annonce
from quifaitquoi.annuaire.model.annuaire import Urgence
from quifaitquoi.annuaire.model.confiance import Acceptation, AConfirmer, Etat, Source, Verification
from quifaitquoi.annuaire.model.droit import Guichet
from quifaitquoi.annuaire.model.fiche import Fiche, Service
from quifaitquoi.annuaire.model.genres import GENRES
from quifaitquoi.annuaire.model.lieu import Secteur
from quifaitquoi.annuaire.model.organisme import Organisme
from quifaitquoi.annuaire.model.quartier import ListeReperes
from quifaitquoi.annuaire.model.ressource import Ressource
from quifaitquoi.annuaire.model.sortes import modeles, termes
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.base.lexique import Lexique
from quifaitquoi.base.proches import lequel, proche, vouliez_vous_dire
from quifaitquoi.base.texte import visible

# How a volunteer calls a term of each list, and the file that it stands in.
APPELES = {"besoins": ("un besoin connu", "besoins"), "langues": ("une langue connue", "langues"),
           "publics": ("une situation connue", "publics"), "conditions": ("une condition connue", "conditions"),
           "documents": ("un papier connu", "conditions"), "temps_de_vie": ("un moment de la vie connu", "temps-de-vie")}
TERMES = [(modele, nom, liste) for modele in dict.fromkeys(m for genre in GENRES.values() for m in modeles(genre.modele))
          for nom, liste in termes(modele).items()]
# The field of each block that names a fiche.
CITENT = ((Etat, "remplace_par"), (Urgence, "fiche"), (Guichet, "fiche"), (Annonce, "fiche"), (Ressource, "fiche"))


def _valeurs(bloc: Element, champ: str) -> Iterator[tuple[tuple, str]]:
    valeur = getattr(bloc, champ)
    if isinstance(valeur, str):
        yield (champ,), valeur
    for i, element in enumerate(valeur or ()) if not isinstance(valeur, str) else ():
        yield (champ, i), element


@regle("terme-inconnu", "erreur", *(modele for modele, *_ in TERMES))
def terme_inconnu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Chaque terme contrôlé existe dans son vocabulaire."""
    for genre, nom, liste in TERMES:
        if liste not in contexte.listes:
            continue
        (quoi, fichier), connus = APPELES[liste], getattr(contexte.directory.vocabulaire, liste)
        for chemin, bloc in lu.blocs(genre):
            for suite, valeur in _valeurs(bloc, nom):
                if valeur not in connus:
                    aucun = " Pour dire qu'il n'en faut pas, écrivez « documents: aucun », sans crochets."
                    voisins = Lexique(contexte.directory.vocabulaire.noms(liste)).voisins(valeur)
                    conseil = lequel({slug: connus[slug].nom for slug in voisins}) or f" Voir vocabulaire/{fichier}.yml."
                    yield Signal((*chemin, *suite), f"« {visible(valeur)} » n'est pas {quoi}."
                                 + (aucun if valeur == "aucun" and liste == "documents" else conseil))


def _inconnus(chemin: tuple, valeurs: Iterable[tuple[tuple, str]], connus: Iterable[str], quoi: str,
              ou: str) -> Iterator[Signal]:
    connus = set(connus)
    for suite, valeur in valeurs:
        if valeur not in connus:
            question = vouliez_vous_dire(proche(valeur, sorted(connus)))
            yield Signal((*chemin, *suite), f"« {visible(valeur)} » n'est pas {quoi}.{question or f' Voir {ou}.'}")


@regle("organisme-inconnu", "erreur", Fiche)
def organisme_inconnu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Chaque organisme cité a son fichier dans organismes/."""
    for genre in (Fiche, Service):
        for chemin, bloc in lu.blocs(genre):
            for suite, valeur in _valeurs(bloc, "organisme"):
                if valeur not in contexte.slugs["organisme"]:
                    question = vouliez_vous_dire(proche(valeur, sorted(contexte.slugs["organisme"])))
                    # Written without brackets, the one value stands at the field itself.
                    ecrit = (*chemin, *suite) if lu.document.ecrit((*chemin, *suite)) else (*chemin, suite[0])
                    yield Signal(ecrit, f"« {visible(valeur)} » n'est pas un organisme connu.{question} "
                                        f"Sinon, créez « organismes/{visible(valeur)}.yml ».")


@regle("arret-inconnu", "erreur", ListeReperes)
def arret_inconnu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Chaque arrêt d'une ligne est un repère du même fichier."""
    # As written: a landmark that is faulty otherwise is no broken reference.
    connus = lu.document.valeur.get("reperes") or {}
    for slug, ligne in (lu.element.lignes or {}).items():
        arrets = [((i,), arret) for i, arret in enumerate(ligne.arrets)]
        yield from _inconnus(("lignes", slug, "arrets"), arrets, connus, "un repère connu", "« reperes », dans ce fichier")


@regle("quartier-inconnu", "erreur", Fiche)
def quartier_inconnu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Le dossier d'une fiche et les quartiers de son secteur existent dans quartiers/."""
    quartiers = contexte.slugs["quartier"]
    if lu.trouve.zone not in quartiers:
        yield Signal((), f"le dossier « {visible(lu.trouve.zone)} » n'est pas un quartier connu."
                         f"{vouliez_vous_dire(proche(lu.trouve.zone, sorted(quartiers)))} Sinon, créez "
                         f"« quartiers/{visible(lu.trouve.zone)}.yml ».", place=(1, 1))
    for chemin, secteur in lu.blocs(Secteur):
        yield from _inconnus(chemin, _valeurs(secteur, "quartiers"), quartiers, "un quartier connu", "quartiers/")


@regle("role-inconnu", "erreur", Fiche)
def role_inconnu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Les responsables et qui a vérifié sont des rôles d'annuaire.yml."""
    if "roles" not in contexte.listes:
        return
    roles = contexte.directory.annuaire.roles
    yield from _inconnus((), _valeurs(lu.element, "responsables"), roles, "un rôle connu", "les rôles d'annuaire.yml")
    for chemin, verification in lu.blocs(Verification):
        yield from _inconnus(chemin, _valeurs(verification, "par"), roles, "un rôle connu", "les rôles d'annuaire.yml")


@regle("fiche-inconnue", "erreur", *(modele for modele, _ in CITENT))
def fiche_inconnue(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une fiche citée ailleurs existe."""
    for genre, champ in CITENT:
        for chemin, bloc in lu.blocs(genre):
            if getattr(bloc, champ):
                connus = contexte.slugs["fiche"] | (contexte.slugs["organisme"] if isinstance(lu.element, Organisme) else set())
                yield from _inconnus(chemin, _valeurs(bloc, champ), connus, "une fiche connue", "fiches/")


@regle("regle-inconnue", "erreur", Acceptation)
def regle_inconnue(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Ce qui est accepté porte le nom d'une règle qui avertit, ou d'une erreur qui s'accepte mot à mot."""
    for chemin, acceptation in lu.blocs(Acceptation):
        connue = REGLES.get(acceptation.regle)
        avertissements = [nom for nom, r in REGLES.items() if r.niveau == "avertissement"]
        if connue is None:
            question = vouliez_vous_dire(proche(acceptation.regle, sorted(avertissements)))
            yield Signal((*chemin, "regle"), f"« {visible(acceptation.regle)} » n'est pas le nom d'un avertissement."
                         + (question or f" Possibles : {', '.join(sorted(avertissements))}."))
        elif connue.mot_a_mot and not acceptation.texte:
            yield Signal((*chemin, "regle"), f"« {acceptation.regle} » ne s'accepte que mot à mot : ajoutez « texte », avec les "
                                             "mots mêmes qui ne mènent nulle part. Exemple : texte: Le 30")
        elif connue.mot_a_mot:
            continue
        elif acceptation.texte:
            yield Signal((*chemin, "texte"), "« texte » ne sert qu'à accepter des mots pour « adresse-divulguee » : retirez-le")
        elif connue.niveau == "erreur":
            yield Signal((*chemin, "regle"), f"« {acceptation.regle} » est une erreur : elle se corrige, elle ne s'accepte pas")


# A line of reperes.yml has sources of its own, which speak of that line and not of the file.
@regle("champ-inexistant", "erreur", Source, AConfirmer, sauf=(ListeReperes,))
def champ_inexistant(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un champ cité par une source ou à confirmer existe dans le modèle."""
    modele = lu.trouve.modele
    cites = [((*chemin, "pour", i), champ) for chemin, source in lu.blocs(Source)
             for i, champ in enumerate(source.pour or ())]
    cites += [((*chemin, "champ"), doute.champ) for chemin, doute in lu.blocs(AConfirmer)]
    for chemin, champ in cites:
        *parents, nom = champ.replace("[", ".").replace("]", "").split(".")
        ecrit = tuple(int(p) - 1 if p.isdecimal() else p for p in parents)
        connus = champs(modele, ecrit) if not parents or modele_a(modele, ecrit) else champs(modele, ())
        if nom not in connus or (parents and modele_a(modele, ecrit) is None):
            propose = proche(nom, connus)
            question = vouliez_vous_dire(champ.removesuffix(nom) + propose if propose and modele_a(modele, ecrit) else propose)
            yield Signal(chemin, f"« {visible(champ)} » n'est pas un champ de ce fichier."
                         + (question or " Exemples : horaires, contact.telephone, services[1].acces"))


@regle("slug-en-double", "erreur", Fiche, ailleurs=True)
def slug_en_double(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Deux fiches ne portent pas le même identifiant, même dans deux quartiers, anciens identifiants compris."""
    occupants = contexte.slugs_occupes
    for autre in occupants[lu.trouve.slug]:
        if autre is not lu and autre.trouve.slug == lu.trouve.slug:
            yield Signal((), f"l'identifiant « {lu.trouve.slug} » est déjà celui de {autre.chemin} : les adresses des pages "
                             "sont uniques ; renommez l'un des deux fichiers", place=(1, 1))
        elif autre is not lu:
            yield Signal((), f"« {lu.trouve.slug} » est une ancienne adresse de {autre.chemin} : retirez-la de ses "
                             "« anciens_slugs », ou renommez ce fichier-ci", place=(1, 1))
    for i, ancien in enumerate(lu.element.anciens_slugs or ()):
        for autre in occupants[ancien]:
            if autre is lu and ancien == lu.trouve.slug:
                yield Signal(("anciens_slugs", i), f"« {ancien} » est le nom de ce fichier, pas un ancien : retirez-le d'ici")
            elif autre is not lu:
                yield Signal(("anciens_slugs", i), f"« {ancien} » est déjà l'adresse de {autre.chemin} : retirez-le d'ici")


@regle("identifiant-en-double", "avertissement", Fiche, ailleurs=True)
def identifiant_en_double(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une autre fiche porte le même identifiant d'une autre base : un import ne saurait laquelle compléter."""
    porteurs = contexte.une_fois(_porteurs)
    for champ, valeur in (lu.element.identifiants.de_base() if lu.element.identifiants else ()):
        autre = next((chemin for chemin in porteurs[champ, valeur] if chemin != lu.chemin), None)
        if autre:
            yield Signal(("identifiants", champ), f"« {visible(valeur)} » est aussi dans {autre} : si c'est le même lieu, gardez "
                                                  "une seule fiche ; sinon, laissez-le à celle dont cette base parle")


def _porteurs(contexte: Contexte) -> dict[tuple[str, str], list[str]]:
    """(register, identifier) → the files that hold it."""
    porteurs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for lu, fiche in contexte.fiches_lues:
        for cle in (fiche.identifiants.de_base() if fiche.identifiants else ()):
            porteurs[cle].append(lu.chemin)
    return porteurs
