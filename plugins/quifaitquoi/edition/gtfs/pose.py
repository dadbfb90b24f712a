"""What a feed changes in reperes.yml: what is known is changed in its place, what is new follows, what is gone is only told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from quifaitquoi.annuaire.check.fields import champs
from quifaitquoi.annuaire.geographie import metres
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.quartier import ARRETS, Ligne, ListeReperes, Repere
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import simple
from quifaitquoi.edition.decoupe import Ajout, EditionImpossible, Pose, editer, editer_entrees
from quifaitquoi.edition.decoupe.edition import Ordre
from quifaitquoi.edition.gtfs.reseau import GENRES, QUAIS, ArretDuReseau, LigneDuReseau, Reseau
from quifaitquoi.edition.reponses.comprendre import Incompris, slug

DEPLACE = 30  # metres: a stop that moved less is where it was
ARRETS_MAX = 3_000
ENTETE = "# yaml-language-server: $schema=../plugins/quifaitquoi/schema/reperes.schema.json\nreperes: {}\n"


@dataclass(frozen=True)
class Compte:
    """What was done, in names."""

    nouveaux: tuple[str, ...]
    changes: tuple[str, ...]
    partis: tuple[str, ...]
    lignes: tuple[str, ...]


def poser(texte: str, reseau: Reseau, directory: Directory, genres: Collection[str], source: str,
          jour: date) -> tuple[str, Compte]:
    """The text of reperes.yml with the stops and lines of the feed, and what became of them.

    The same feed twice changes nothing.
    """
    if len(reseau.arrets) > ARRETS_MAX:
        raise Refus(f"ce réseau a {len(reseau.arrets)} arrêts sur le territoire, {ARRETS_MAX} au plus : choisissez avec --genres")
    texte = texte if texte.strip() else ENTETE
    connus = _reconnus(reseau.arrets, directory.reperes)
    citee = {"titre": source, "date": str(jour)}
    # A kind of line that this feed has none of is another network's: what stops say of it stays.
    siens = {ligne.genre for ligne in reseau.lignes} & set(genres)
    poses: list[Pose] = []
    changes, slugs, neufs = [], {}, {}
    pris = set(directory.reperes)
    for arret in reseau.arrets:
        if repere := connus.get(arret.id):
            slugs[arret.id] = repere.slug
            if siennes := list(_changent(repere, arret, siens)):
                poses += [*siennes, *_cite(("reperes", repere.slug), repere, citee)]
                changes.append(repere.nom)
        elif libre := _libre(f"arret-{arret.nom}", pris):
            slugs[arret.id] = libre
            neufs[libre] = _neuf(arret, citee)
    lignes_neuves = {}
    pris = set(directory.lignes)
    changees = []
    for ligne in reseau.lignes:
        arrets = [slugs[arret] for arret in ligne.arrets if arret in slugs]
        sienne = _la_ligne(ligne, directory)
        if len(arrets) < 2:
            continue
        if sienne is None and (libre := _libre(ligne.nom, pris)):
            lignes_neuves[libre] = {"nom": ligne.nom, "genre": ligne.genre, "arrets": arrets, "gtfs": ligne.id,
                                    "sources": [dict(citee)]}
            changees.append(ligne.nom)
        elif sienne and (arrets != list(sienne.arrets) or sienne.gtfs != ligne.id):
            chemin = ("lignes", sienne.slug)
            poses += [Pose((*chemin, "arrets"), arrets), Pose((*chemin, "gtfs"), ligne.id), *_cite(chemin, sienne, citee)]
            changees.append(sienne.nom)
    partis = tuple(e.nom for e in (*directory.reperes.values(), *directory.lignes.values()) if e.gtfs and e.gtfs not in reseau.ids)
    neuf = _ecrit(texte, poses, {"reperes": neufs, "lignes": lignes_neuves})
    return neuf, Compte(tuple(n["nom"] for n in neufs.values()), tuple(changes), partis, tuple(changees))


def source_connue(directory: Directory) -> str | None:
    """The title that stops of a feed bear already: most often the same feed, renewed."""
    titres = Counter(source.titre for repere in directory.reperes.values() if repere.gtfs
                     for source in repere.sources or () if source.titre)
    return titres.most_common(1)[0][0] if titres else None


def _ecrit(texte: str, poses: list[Pose], neufs: dict[str, dict]) -> str:
    ordre: Ordre = lambda chemin: champs(ListeReperes, chemin)
    for nom, entrees in neufs.items():
        texte = editer_entrees(texte, nom, [pose for pose in poses if pose.chemin[0] == nom], ordre)
        if entrees:
            deja = lire_yaml(texte).valeur.get(nom)
            texte = editer(texte, [Ajout((nom,), entrees) if deja else Pose((nom,), entrees)], ordre)
    try:
        ListeReperes.model_validate(lire_yaml(texte).valeur)
    except ValidationError:
        raise EditionImpossible("ce réseau dit des choses que reperes.yml ne peut pas garder : rien n'a été écrit") from None
    return texte


def _reconnus(arrets: tuple[ArretDuReseau, ...], reperes: dict[str, Repere]) -> dict[str, Repere]:
    """Each stop of the feed → the landmark that it is: the one that bears its id, else the nearest one of its name."""
    par_id = {repere.gtfs: repere for repere in reperes.values() if repere.gtfs}
    par_nom: dict[str, list[Repere]] = {}
    for repere in reperes.values():
        if repere.genre in ARRETS and not repere.gtfs:
            for nom in (repere.nom, *(repere.autres_noms or ())):
                par_nom.setdefault(_nu(nom), []).append(repere)
    connus = {arret.id: par_id[arret.id] for arret in arrets if arret.id in par_id}
    for arret in arrets:
        if arret.id not in connus:
            deja = {repere.slug for repere in connus.values()}
            loin: Callable[[Repere], float] = lambda repere, ici=arret.position: metres(ici, repere.position)
            siens = [r for r in par_nom.get(_nu(arret.nom), ()) if r.slug not in deja and loin(r) <= QUAIS]
            if siens:
                connus[arret.id] = min(siens, key=loin)
    return connus


def _changent(repere: Repere, arret: ArretDuReseau, genres: Collection[str]) -> Iterator[Pose]:
    chemin = ("reperes", repere.slug)
    if metres(repere.position, arret.position) > DEPLACE:
        yield Pose((*chemin, "position"), _ecrite(arret))
    lignes = [*arret.lignes, *(nom for nom in repere.lignes or () if nom not in arret.lignes and not _du_genre(nom, genres))]
    # What is there in another order says the same.
    if set(lignes) != set(repere.lignes or ()) and lignes:
        yield Pose((*chemin, "lignes"), lignes)
    if repere.gtfs != arret.id:
        yield Pose((*chemin, "gtfs"), arret.id)


def _du_genre(nom: str, genres: Collection[str]) -> bool:
    """Whether a line of that name would be in the feed, if it still ran."""
    return any(GENRES[genre][0] and simple(nom).startswith(simple(GENRES[genre][0]) + " ") for genre in genres)


def _cite(chemin: tuple[str, str], element: Repere | Ligne, citee: dict[str, str]) -> Iterator[Pose]:
    """The source, with its new date where it is there already."""
    sources = element.sources or ()
    rang = next((i for i, source in enumerate(sources) if source.titre == citee["titre"]), None)
    if rang is None:
        yield Pose((*chemin, "sources", len(sources)), dict(citee))
    else:
        yield Pose((*chemin, "sources", rang, "date"), citee["date"])


def _neuf(arret: ArretDuReseau, citee: dict[str, str]) -> dict:
    debut = simple(arret.nom).split(" ")[0]
    return {"nom": arret.nom if debut in ("arret", "gare", "station") else f"Arrêt {arret.nom}",
            "genre": "gare" if debut == "gare" and any(nom.startswith("Train ") for nom in arret.lignes) else "arret",
            "position": _ecrite(arret), **({"lignes": list(arret.lignes)} if arret.lignes else {}), "gtfs": arret.id,
            "sources": [dict(citee)]}


def _ecrite(arret: ArretDuReseau) -> list[str]:
    return [f"{axe:.5f}" for axe in arret.position]


def _la_ligne(ligne: LigneDuReseau, directory: Directory) -> Ligne | None:
    siennes = directory.lignes.values()
    return next((x for x in siennes if x.gtfs == ligne.id), None) or next(
        (x for x in siennes if simple(x.nom) == simple(ligne.nom)), None)


def _nu(nom: str) -> str:
    return simple(nom).removeprefix("arret ").removeprefix("station ")


def _libre(nom: str, pris: set[str]) -> str | None:
    """A slug that nothing has yet, taken from now on; None for a name without a letter that an address could bear."""
    try:
        base = slug(nom)
    except Incompris:
        return None
    if base == "arret":
        return None
    libre = next(essai for n in range(1, len(pris) + 2) if (essai := base if n == 1 else f"{base}-{n}") not in pris)
    pris.add(libre)
    return libre
