"""From `services[2].horaires.mardi=9h-12h`, as it is typed after a call, to a change at a place of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quifaitquoi.annuaire.check.fields import champs, est_liste, modele_a, ou_va
from quifaitquoi.annuaire.check.french import SYNONYMES
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire
from quifaitquoi.annuaire.read.document import Document
from quifaitquoi.annuaire.read.faute import Chemin, Illisible
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.proches import proche, vouliez_vous_dire
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import simple, visible
from quifaitquoi.edition.decoupe import Edition, Pose, Retrait
from quifaitquoi.edition.decoupe.preuve import valeur_a
from quifaitquoi.edition.reponses import comprendre

PARTIE = re.compile(r"([^.\[\]=]+)((?:\[\d+\])*)(?:\.|$)")


def changement(ecrit: str, document: Document, vocabulaire: Callable[[], Vocabulaire], discret: bool = False) -> Edition:
    """`champ=valeur` as a change of `document`; an empty value takes the field out. Raises Refus.

    Only terms ask for the vocabulary. With `discret`, no sentence repeats anything that was typed but the names of fields.
    """
    nom, egal, valeur = ecrit.partition("=")
    if not egal:
        raise Refus(f"{_cite(nom, discret)} : il faut un champ, « = » et sa valeur. "
                    "Exemple : --change contact.telephone=\"02 61 91 00 11\"")
    chemin = _comme_dans_le_fichier(chemin_de(nom, discret), document)
    if chemin[0] == "verification":
        raise Refus("« verification » se remplit avec --comment, --par et --le")
    if not valeur.strip():
        return Retrait(chemin)
    return _pose(chemin, _valeur(nom, chemin, valeur.strip(), vocabulaire, discret), document)


def chemin_de(nom: str, discret: bool = False) -> Chemin:
    """`services[2].acces` as a path; every name in it must be a field of a fiche."""
    chemin: list[str | int] = []
    reste = nom.strip()
    while reste:
        if chemin and chemin[-1] == "horaires":
            # What a line of hours says may hold anything: « du 1er juillet au 31 août, samedi ».
            return (*chemin, " ".join(reste.split()))
        partie = PARTIE.match(reste)
        if partie is None:
            raise Refus(f"{_cite(nom, discret)} n'est pas un champ. "
                        "Exemples : contact.telephone, services[2].horaires.mardi")
        _connu(partie[1].strip(), tuple(chemin), discret)
        chemin.append(partie[1].strip())
        for numero in re.findall(r"\d+", partie[2]):
            if numero.strip("0") == "" or len(numero) > 4:
                raise Refus(f"« {nom_de(chemin)}[{numero[:9]}] » : les éléments d'une liste se comptent "
                            "à partir de 1")
            chemin.append(int(numero) - 1)
        _liste_ou_non(tuple(chemin), bool(partie[2]), partie.end() < len(reste))
        reste = reste[partie.end():]
    if not chemin:
        raise Refus("il manque le nom du champ avant « = ». Exemple : contact.telephone")
    return tuple(chemin)


def nom_de(chemin: Sequence[str | int]) -> str:
    """The path as people count: the second service is `services[2]`."""
    nom = ""
    for partie in chemin:
        nom += f"[{partie + 1}]" if isinstance(partie, int) else f".{partie}" if nom else partie
    return nom


def _cite(texte: str, discret: bool) -> str:
    return "« … »" if discret else f"« {visible(texte)} »"


def _connu(nom: str, ici: Chemin, discret: bool) -> None:
    modele = modele_a(Fiche, ici) if ici else Fiche
    connus = champs(Fiche, ici)
    if ici and isinstance(ici[-1], str) and not connus:
        raise Refus(f"« {nom_de(ici)} » n'a pas de sous-champ : écrivez --change {nom_de(ici)}=…")
    if nom in connus:
        return
    synonyme = SYNONYMES.get(nom.lower(), nom)
    devant = f"{nom_de(ici)}." if ici else ""
    propose = synonyme if synonyme in connus else proche(nom, connus)
    if not propose and modele and (bloc := ou_va(modele, synonyme)):
        propose = f"{bloc}.{synonyme}"
    suite = vouliez_vous_dire(f"{devant}{propose}") if propose else f" Champs possibles : {', '.join(connus)}."
    raise Refus(f"{_cite(devant + nom, discret)} n'est pas un champ connu.{suite}")


def _liste_ou_non(chemin: Chemin, numerote: bool, suivi: bool) -> None:
    """A number asks for a list, and a field inside an item asks for a number."""
    noms = [i for i, partie in enumerate(chemin) if isinstance(partie, str)]
    dernier = noms[-1]
    parent = modele_a(Fiche, chemin[:dernier]) if dernier else Fiche
    liste = parent is not None and est_liste(parent.model_fields[chemin[dernier]].annotation)
    seul = nom_de(chemin[:dernier + 1])
    if numerote and not liste:
        raise Refus(f"« {seul} » n'est pas une liste : enlevez les crochets")
    if suivi and liste and not numerote:
        raise Refus(f"« {seul} » est une liste : dites lequel, par exemple {seul}[1].…")


def _comme_dans_le_fichier(chemin: Chemin, document: Document) -> Chemin:
    """The path in the forms that this file uses: « lundi » where it says « Lundi », one phone where it has no list."""
    if len(chemin) > 1 and chemin[-2] == "horaires":
        lignes = valeur_a(document.valeur, chemin[:-1])
        if isinstance(lignes, str) and lignes:
            raise Refus(f"« {nom_de(chemin[:-1])} » est écrit d'un seul tenant dans cette fiche : "
                        f"changez-le en entier, --change {nom_de(chemin[:-1])}=\"…\"")
        if isinstance(lignes, dict):
            ecrite = next((cle for cle in lignes if simple(cle) == simple(chemin[-1])), chemin[-1])
            return (*chemin[:-1], ecrite)
    if chemin and chemin[-1] == 0 and isinstance(valeur_a(document.valeur, chemin[:-1]), str):
        return chemin[:-1]
    return chemin


def _valeur(nom: str, chemin: Chemin, ecrit: str, vocabulaire: Callable[[], Vocabulaire], discret: bool) -> str | list | dict:
    """What people write for this field, or what brackets, braces or quotes hold."""
    if ecrit[0] not in "[{" and not (len(ecrit) > 1 and ecrit[0] == ecrit[-1] and ecrit[0] in "\"'"):
        try:
            return comprendre.valeur(chemin, ecrit, vocabulaire() if comprendre.liste_de(chemin) else None, autrement=str)
        except comprendre.Incompris as error:
            raise Refus(f"« {nom.strip()} » : la valeur ne se lit pas" + ("" if discret else f" : {error}")) from None
    try:
        document = lire_yaml(f"x: {ecrit}")
        fautes = [faute.phrase for faute in document.fautes]
    except Illisible as error:
        fautes = [error.faute.phrase]
    if fautes:
        raise Refus(f"« {nom.strip()} » : la valeur ne se lit pas" + ("" if discret else f" : {fautes[0]}"))
    return document.valeur["x"]


def _pose(chemin: Chemin, valeur: str | list | dict, document: Document) -> Edition:
    if len(chemin) > 1 and chemin[-2] == "cout" and isinstance(tarif := valeur_a(document.valeur, chemin[:-1]), str):
        # « cout: gratuit » is short for a block with a tarif: it becomes that block as soon as something is added.
        return Pose(chemin[:-1], valeur if chemin[-1] == "tarif" else {"tarif": tarif, chemin[-1]: valeur})
    ancienne = valeur_a(document.valeur, chemin)
    if isinstance(ancienne, list) and any(isinstance(v, dict) for v in ancienne) and not (
            isinstance(valeur, list) and any(isinstance(v, dict) for v in valeur)):
        sous = next(iter(next(v for v in ancienne if isinstance(v, dict))))
        raise Refus(f"« {nom_de(chemin)} » a plusieurs éléments dans cette fiche : dites lequel change, par exemple "
                    f"--change {nom_de(chemin)}[1].{sous}=…")
    return Pose(chemin, valeur)
