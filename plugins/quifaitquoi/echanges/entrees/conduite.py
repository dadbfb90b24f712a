"""An import from its files to its fiches: read, prepared, compared, tried, and only then written, all or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.base.attente import Attente
from quifaitquoi.base.fichier import ecrire_ensemble
from quifaitquoi.base.refus import Refus
from quifaitquoi.echanges.entrees.bilan import Bilan
from quifaitquoi.echanges.entrees.comparaison import Comparaison, Decision, doute_du_lieu
from quifaitquoi.echanges.entrees.en_attente import Suite, Textes
from quifaitquoi.echanges.entrees.fiche import Preparee, preparer
from quifaitquoi.echanges.entrees.memoire import Memoire, empreinte
from quifaitquoi.echanges.entrees.notice import Atelier, Format, Notice, Refusee
from quifaitquoi.echanges.entrees.placement import HORS, SANS_PLACE, Placement
from quifaitquoi.echanges.entrees.renvoi import Renvoyes
from quifaitquoi.edition.essai import essayer_ensemble

LUS_PAR_PAS = 500  # records between two words of progress
Annonce = Callable[[str], None]


@dataclass
class Resultat:
    """`propositions` are (slug, text as it is, text as the source would have it), for a person to decide.

    `de` says of each file that is to be written of which ids it comes, and what each counts as.
    """

    attente: Attente
    bilan: Bilan = field(default_factory=Bilan)
    ecrits: Textes = field(init=False)
    renvoyes: Renvoyes = field(init=False)
    propositions: Suite = field(init=False)
    de: dict[Path, list[tuple[str, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ecrits, self.renvoyes, self.propositions = Textes(self.attente), Renvoyes(self.attente), Suite(self.attente)


@dataclass(frozen=True)
class Demande:
    """What was asked for: which format of which files, into which territory, only which zone and needs."""

    racine: Path
    directory: Directory
    forme: Format
    fichiers: Sequence[Path]
    atelier: Atelier
    zone: str | None = None
    besoins: frozenset[str] = frozenset()
    essai: bool = False


def importer(demande: Demande, attente: Attente, annonce: Annonce) -> Resultat:
    """Everything is read and tried before anything is written. Raises Refus, and then nothing was. What the result holds waits in
    `attente`, and is gone once that is closed."""
    resultat = Resultat(attente)
    memoire = Memoire(demande.racine, demande.forme.base)
    lues = _lire(demande, memoire, resultat, annonce)
    decisions = Comparaison(demande, memoire, lues.noms, resultat.ecrits).decisions(lues.relues())
    _retenir(decisions, memoire, resultat, annonce)
    if not lues.renvoi:
        _disparus(demande, memoire, lues.vus, resultat)
    _essayer(demande, lues, resultat, memoire, annonce)
    if not demande.essai and resultat.ecrits:
        annonce("Écriture")
        ecrire_ensemble(resultat.ecrits, demande.racine)
    return resultat


class _Lues:
    """Notices that wait on disk, each id once: the version of the latest date, whatever the order of the files. `vus` are the ids
    that were there of those that an earlier import left."""

    def __init__(self, attente: Attente) -> None:
        self._attente, self._places = attente, {}
        self.noms: Counter[str] = Counter()
        self.vus: set[str] = set()
        self.renvoi = False

    def ajoute(self, lue: Preparee) -> Preparee | None:
        """Keeps it, and gives the one that it, or which, is put aside for another of the same id."""
        rang = (lue.source.get("date", ""), empreinte([lue.arbre, lue.doutes]))
        autre = self._places.get(lue.id)
        if autre and autre[0] >= rang:
            return lue
        self._places[lue.id] = (rang, self._attente.ajoute(lue))
        return self._attente.relu(autre[1]) if autre else None

    def relues(self) -> Iterator[Preparee]:
        """By id: nothing that follows depends on the order of the files."""
        yield from (self.relue(sien) for sien in sorted(self._places))

    def relue(self, sien: str) -> Preparee:
        return self._attente.relu(self._places[sien][1])


def _lire(demande: Demande, memoire: Memoire, resultat: Resultat, annonce: Annonce) -> _Lues:
    lues, placement = _Lues(resultat.attente), Placement(demande.directory, demande.zone)
    for n, lue in enumerate(demande.forme.lire(demande.fichiers, demande.atelier)):
        if n % LUS_PAR_PAS == 0:
            annonce(f"Lecture : {resultat.bilan.lus}")
        lues.renvoi = lues.renvoi or any("_pourquoi" in un.champs for un in lue.enregistrements)
        if isinstance(lue, Notice):
            if lue.id in memoire:
                lues.vus.add(lue.id)
            lue = preparer(lue, demande.forme, demande.directory, demande.atelier.aujourdhui)
        if isinstance(lue, Refusee):
            _refuse(resultat, [un.place for un in lue.enregistrements], [un.propres for un in lue.enregistrements], lue.pourquoi)
            continue
        zone = placement.zone(lue)
        if zone == HORS or demande.besoins and not demande.besoins & {s["quoi"] for s in lue.arbre["services"]}:
            resultat.bilan.compte("hors", len(lue.places))
        elif zone is None:
            _refuse(resultat, lue.places, lue.bruts, SANS_PLACE)
        else:
            lue.zone = zone
            if ecartee := lues.ajoute(lue):
                _refuse(resultat, ecartee.places, ecartee.bruts,
                        f"« {ecartee.id} » est deux fois dans ces fichiers : le plus récent est gardé")
    for lue in lues.relues():
        lues.noms[lue.arbre["nom"]] += 1
    return lues


def _refuse(resultat: Resultat, places: Sequence[str], bruts: Sequence[dict], pourquoi: str, sort: str = "refuses") -> None:
    resultat.bilan.compte(sort, len(places))
    resultat.bilan.cas[sort].ajoute(places[0], pourquoi)
    for brut in bruts:
        resultat.renvoyes.ajoute(brut, pourquoi)


def _retenir(decisions: Iterator[Decision], memoire: Memoire, resultat: Resultat, annonce: Annonce) -> None:
    bilan = resultat.bilan
    for n, decision in enumerate(decisions):
        if n % LUS_PAR_PAS == 0:
            annonce(f"Comparaison : {n}")
        lue = decision.lue
        if decision.sort in ("refuses", "a_decider"):
            _refuse(resultat, lue.places, lue.bruts, decision.pourquoi, decision.sort)
            continue
        bilan.compte(decision.sort, len(lue.places))
        if decision.sort in ("ecrits", "fusionnes"):
            bilan.ecartes.update(lue.ecartes)
            bilan.doutes += len(lue.doutes)
        if decision.texte is not None:
            resultat.ecrits[decision.fichier] = decision.texte
            resultat.de.setdefault(decision.fichier, []).append((lue.id, decision.sort))
        if decision.sort == "inchanges" and decision.pourquoi:
            bilan.cas["retirees"].ajoute(lue.places[0], decision.pourquoi)
        if decision.propose:
            resultat.propositions.ajoute((decision.slug, *decision.propose))
        if decision.valeurs is not None:
            memoire.retient(lue.id, decision.slug, decision.valeurs)


def _disparus(demande: Demande, memoire: Memoire, vus: set[str], resultat: Resultat) -> None:
    """What the source had, and has no more: doubted, never taken out. Files that lack most of them are a part of the whole."""
    fiches = demande.directory.siennes
    siens = [sien for sien in memoire if memoire.fiche(sien) in fiches]
    if demande.zone:
        siens = [sien for sien in siens if fiches[memoire.fiche(sien)].zone == demande.zone]
    partis = [sien for sien in siens if sien not in vus]
    if not partis:
        return
    if 2 * len(partis) > len(siens):
        resultat.bilan.remarques.append(f"{len(partis)} enregistrements importés avant, sur {len(siens)}, ne sont pas dans ces "
                                        "fichiers : ce n'est sans doute qu'une partie, et rien n'est dit de ceux-là.")
        return
    noms = []
    for sien in sorted(partis):
        slug, valeurs = memoire.fiche(sien), dict(memoire.valeurs(sien))
        noms.append(slug)
        if "disparu" in valeurs:
            continue
        memoire.retient(sien, slug, {**valeurs, "disparu": "oui"})
        fichier = demande.racine / fiches[slug].chemin
        texte = resultat.ecrits.get(fichier) or fichier.read_text("utf-8")
        if neuf := doute_du_lieu(texte, demande.forme.titre, demande.atelier.aujourdhui):
            resultat.ecrits[fichier] = neuf
    resultat.bilan.remarques.append(f"Plus dans la source, à vérifier ({len(noms)}) : {', '.join(noms[:12])}"
                                    + (" …" if len(noms) > 12 else "."))


def _essayer(demande: Demande, lues: _Lues, resultat: Resultat, memoire: Memoire, annonce: Annonce) -> None:
    """A copy of the territory with all that is to be written goes through the check: a fiche with an error is not written."""
    if resultat.ecrits:
        annonce("Vérification")
        ailleurs = []
        for erreur in essayer_ensemble(resultat.ecrits, demande.racine, demande.atelier.aujourdhui):
            fichier = demande.racine / erreur.fichier
            if fichier in resultat.de:
                for sien, sort in resultat.de.pop(fichier):
                    lue = lues.relue(sien)
                    resultat.bilan.decompte(sort, len(lue.places))
                    memoire.oublie(sien)
                    _refuse(resultat, lue.places, lue.bruts,
                            f"la vérification refuserait cette fiche : {erreur.champ} {erreur.phrase}")
                del resultat.ecrits[fichier]
            elif fichier not in resultat.ecrits and not any(erreur.fichier == autre for autre in ailleurs):
                ailleurs.append(str(erreur))
        if ailleurs:
            raise Refus("avec ces fiches, la vérification refuserait d'autres fichiers. Rien n'a été écrit :\n  "
                        + "\n  ".join(ailleurs[:10]))
    if (texte := memoire.texte()) is not None:
        resultat.ecrits[memoire.chemin] = texte
