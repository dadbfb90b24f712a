"""What the editor of the site asks for: one change of a fiche a line, `champ=valeur`, as `verify --change` takes them."""

from __future__ import annotations

from functools import lru_cache

from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.edition.decoupe import Edition, Pose
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.edition.reponses.champs import changement, nom_de
from quifaitquoi.edition.reponses.comprendre import Incompris

CHANGEMENTS_MAX = 60
# What a form never changes: whether an address is withheld, what others rely on, who answers for what, what only a call can say.
FERMES = frozenset((
    "accepte", "a_confirmer", "anciens_slugs", "confidentialite", "equipe", "etat", "identifiants", "organisme", "pairs",
    "prochaines_dates", "quoi", "responsables", "score", "position", "sources", "verification"))
# Here only: the kind of a fiche, not of whom it is for; what a position is that of, which goes with it; all services at once.
FERMES_LA = frozenset((("nom",), ("genre",), ("services",), ("adresse", "precision"), ("adresse_provisoire", "precision")))


@lru_cache(1000)  # the editor asks of each field of each fiche
def est_ouvert(chemin: Chemin) -> bool:
    """Whether a form may change what stands at `chemin`; `services` and other lists only item by item."""
    noms = [partie for partie in chemin if isinstance(partie, str)]
    hors_des_heures = noms[:noms.index("horaires") + 1] if "horaires" in noms else noms
    return not FERMES & {*hors_des_heures} and chemin not in FERMES_LA


def _ce_qu_il_tient(valeur: Valeur) -> frozenset[str]:
    """The names of all fields that this value brings along. The lines of hours are no fields."""
    if isinstance(valeur, list):
        return frozenset().union(*map(_ce_qu_il_tient, valeur))
    if isinstance(valeur, dict):
        return frozenset(valeur).union(*(_ce_qu_il_tient(dedans) for nom, dedans in valeur.items() if nom != "horaires"))
    return frozenset()


def _est_permis(edition: Edition, fiche: dict) -> bool:
    """Whether a form may ask for this: a new service says what it is, one that is there stays that."""
    chemin = edition.chemin
    dedans = _ce_qu_il_tient(edition.valeur) if isinstance(edition, Pose) else frozenset()
    services = fiche.get("services")
    if chemin[:1] == ("services",) and len(chemin) == 2 and chemin[1] >= (len(services) if isinstance(services, list) else 0):
        dedans -= {"quoi"}
    return est_ouvert(chemin) and not dedans & FERMES


def changements(texte: str, fiche: str, directory: Directory) -> list[Edition]:
    """The changes that `texte` asks for in the YAML `fiche`. Raises Incompris."""
    lignes = [ligne.strip() for ligne in texte.splitlines() if ligne.strip()]
    if len(lignes) > CHANGEMENTS_MAX:
        raise Incompris(f"{len(lignes)} changements, c'est trop pour une réponse : {CHANGEMENTS_MAX} au plus")
    document = lire_yaml(fiche)
    editions = []
    for ligne in lignes:
        try:
            edition = changement(ligne, document, lambda: directory.vocabulaire)
        except Refus as refus:
            raise Incompris(str(refus)) from None
        if not _est_permis(edition, document.valeur):
            raise Incompris(f"« {visible(nom_de(edition.chemin))} » ne se change pas par un formulaire : écrivez-le dans « Autre "
                            "chose à corriger », une personne le lira")
        editions.append(edition)
    return editions
