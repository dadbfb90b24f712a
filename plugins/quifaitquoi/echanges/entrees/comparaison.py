"""A prepared notice beside what the territory has: which fiche it is, if any, and what that takes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from quifaitquoi.annuaire.check.fields import champs
from quifaitquoi.annuaire.check.load import mots
from quifaitquoi.annuaire.check.portes.regard import Regards
from quifaitquoi.annuaire.check.semblables import Lieu, Voisinage, lieu, meme_nom, nom_compare, rue_comparee
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.refus import Refus
from quifaitquoi.echanges.entrees.fiche import Preparee
from quifaitquoi.echanges.entrees.fusion import a_retenir, fusionner
from quifaitquoi.echanges.entrees.memoire import Memoire
from quifaitquoi.echanges.entrees.redaction import changee, doutes_de, neuve
from quifaitquoi.edition.decoupe import EditionImpossible, Pose, editer
from quifaitquoi.edition.decoupe.fichier import ouvrir
from quifaitquoi.edition.mise_en_forme.formes import dans_la_forme
from quifaitquoi.edition.reponses.comprendre import slug as slug_de

if TYPE_CHECKING:
    from quifaitquoi.echanges.entrees.conduite import Demande

NOUVELLE = "nouvelle"
SOSIE = ("ce nom ressemble à celui d'un lieu dont l'adresse n'est pas publiée, ou ce contact est le sien : si c'en est un autre, "
         "écrivez sa fiche à la main")
SEULE = ("seul un lieu dont l'adresse n'est pas publiée répond ici à ce besoin, et c'est peut-être lui, sous un autre nom : si "
         f"c'en est un autre, écrivez {NOUVELLE} dans « _fiche »")
RETENUE = "l'adresse de ce lieu n'est pas publiée : rien n'en est repris d'une autre base, complétez sa fiche à la main"


@dataclass(frozen=True)
class Decision:
    """`sort` is one of bilan.SORTS. `texte` is what its file is to hold; `propose` are the texts before and after of what a person
    is to decide; `valeurs` is what to remember of the source."""

    lue: Preparee
    sort: str
    slug: str = ""
    fichier: Path | None = None
    texte: str | None = None
    pourquoi: str = ""
    propose: tuple[str, str] | None = None
    valeurs: Mapping[str, str] | None = None


class Comparaison:
    """`noms` counts the names of this import: those that several have are told apart in the names of files. `ecrits` are the files
    as this import will leave them, so far: two records may be of one fiche."""

    def __init__(self, demande: Demande, memoire: Memoire, noms: Counter[str], ecrits: Mapping[Path, str]) -> None:
        self._ecrits = ecrits
        self._racine, self._directory, self._base = demande.racine, demande.directory, demande.forme.base
        self._pays, self._memoire, self._noms = demande.atelier.pays, memoire, noms
        fiches = demande.directory.siennes
        self._pris = {*fiches, *(ancien for f in fiches.values() for ancien in f.anciens_slugs or ())}
        self._par_id: dict[str, str] = {}
        self._voisins, self._retenus, self._regards = Voisinage(), [], Regards(demande.directory)
        # What nobody else answers here: whoever does, under any name, may be the place that must stay unknown. Its line in imports/
        # was erased, so that nothing else says that it was met before.
        tus, dits = ({service.quoi for fiche in fiches.values() if bool(fiche.confidentialite) is tue for service in fiche.services}
                     for tue in (True, False))
        self._besoins_retenus = tus - dits
        for slug, fiche in fiches.items():
            siens = [v for nom, v in fiche.identifiants.de_base() if nom == self._base] if fiche.identifiants else []
            self._par_id.update((sien, slug) for sien in siens if sien not in self._par_id)
            if fiche.confidentialite:
                self._retenus += [nom_compare(nom) for nom in (fiche.nom, *(fiche.autres_noms or ()))]
            elif not siens and not (fiche.etat and fiche.etat.statut in ("ferme", "remplace")):
                # What has another identifier of this source is another place: the source says so itself.
                self._voisins.ajoute(lieu(slug, fiche, demande.directory.annuaire))

    def decisions(self, lues: Iterable[Preparee]) -> Iterator[Decision]:
        for lue in lues:
            try:
                yield self._une(lue)
            except (EditionImpossible, Illisible) as error:
                phrase = error.faute.phrase if isinstance(error, Illisible) else str(error)
                yield Decision(lue, "refuses", pourquoi=f"sa fiche ne peut pas être complétée : {phrase}")
            except Refus as error:
                yield Decision(lue, "refuses", pourquoi=str(error))

    def _une(self, lue: Preparee) -> Decision:
        if slug := self._par_id.get(lue.id):
            if lue.fiche != slug and (constat := self._autre_lieu(lue, self._directory.fiches[slug])):
                return Decision(lue, "a_decider", pourquoi=(
                    f"{constat} : écrivez {slug} dans « _fiche » si c'est le même lieu ; sinon, corrigez l'identifiant"))
            return self._fusion(lue, slug, rattachee=False)
        if lue.fiche and lue.fiche != NOUVELLE:
            if lue.fiche not in self._directory.siennes:
                return Decision(lue, "refuses", pourquoi=f"« {lue.fiche} » (_fiche) n'est le nom d'aucune fiche")
            return self._fusion(lue, lue.fiche, rattachee=True)
        if (avant := self._memoire.fiche(lue.id)) is not None and lue.fiche != NOUVELLE:
            ou = "retirée, ou son identifiant en a été enlevé"
            return Decision(lue, "inchanges", avant, pourquoi=f"« {avant} », importée avant, a été {ou} : elle n'est pas récrite")
        nom = nom_compare(lue.arbre["nom"])
        if any(meme_nom(nom, retenu) for retenu in self._retenus) or self._nomme_un_lieu_retenu(lue):
            return Decision(lue, "refuses", pourquoi=SOSIE)
        if lue.fiche != NOUVELLE and self._besoins_retenus.intersection(s["quoi"] for s in lue.arbre["services"]):
            return Decision(lue, "refuses", pourquoi=SEULE)
        if lue.fiche != NOUVELLE and (semblables := list(self._voisins.semblables(self._lieu(lue)))):
            autre, quoi = semblables[0]
            constat = quoi.format(f"« {self._directory.fiches[autre.quoi].nom} »")
            return Decision(lue, "a_decider", pourquoi=(
                f"« {lue.arbre['nom']} » {constat} : écrivez dans « _fiche » {autre.quoi} si c'est le même lieu, {NOUVELLE} sinon"))
        slug = self._slug(lue)
        fichier = self._racine / "fiches" / lue.zone / f"{slug}.yml"
        texte = neuve(lue)
        self._pris.add(slug)
        return Decision(lue, "ecrits", slug, fichier, texte, valeurs=a_retenir(_entier(lue), self._base))

    def _fusion(self, lue: Preparee, slug: str, rattachee: bool) -> Decision:
        fiche: Fiche = self._directory.fiches[slug]
        if fiche.confidentialite:
            return Decision(lue, "refuses", slug, pourquoi=RETENUE)
        fichier = ouvrir(self._racine / fiche.chemin, self._racine)
        avant = self._ecrits.get(fichier.chemin, fichier.texte)
        arbre = dans_la_forme(lire_yaml(avant).valeur, self._pays)
        faite = fusionner(arbre, _entier(lue), self._memoire.valeurs(lue.id), self._base, fiche.verification is not None)
        faite.valeurs.pop("disparu", None)
        texte = changee(avant, lue, faite.poses, self._base, rattachee)
        propose = None
        if faite.proposes:
            propose = texte, changee(texte, lue, faite.proposes, self._base, rattachee=False)
        if texte != avant:
            return Decision(lue, "fusionnes", slug, fichier.chemin, texte, propose=propose, valeurs=faite.valeurs)
        return Decision(lue, "proposes" if propose else "inchanges", slug, propose=propose, valeurs=faite.valeurs)

    def _autre_lieu(self, lue: Preparee, fiche: Fiche) -> str:
        """What shows that a source gave an identifier again to somewhere else; "" where nothing does."""
        ici, la = (nom_compare(commune or "") for commune in (
            (lue.arbre.get("adresse") or {}).get("commune"), fiche.adresse and fiche.adresse.commune))
        if not ici or not la or ici == la or meme_nom(nom_compare(lue.arbre["nom"]), nom_compare(fiche.nom)):
            return ""
        return f"« {lue.arbre['nom']} » a l'identifiant de « {fiche.nom} », sous un autre nom et dans une autre commune"

    def _nomme_un_lieu_retenu(self, lue: Preparee) -> bool:
        """Whether a record answers where a place that must stay unknown does: another base may call that one otherwise."""
        dits = "\n".join(_noms_et_contacts(lue.arbre))
        return self._regards.peut_nommer(mots(dits), dits) and bool(self._regards.qui_nomme(dits))

    def _lieu(self, lue: Preparee) -> Lieu:
        adresse = lue.arbre.get("adresse") or {}
        ville = nom_compare(adresse.get("commune") or self._directory.annuaire.territoire)
        numeros = (lue.arbre.get("contact") or {}).get("telephone") or []
        return Lieu(lue.id, nom_compare(lue.arbre["nom"]), (rue_comparee(adresse["voie"]), ville) if "voie" in adresse else None,
                    lue.position, tuple(numeros) if isinstance(numeros, list) else (numeros,), self._pays)

    def _slug(self, lue: Preparee) -> str:
        """From the name; with the town where several have it, and the source's id where that is not enough."""
        nom, commune = lue.arbre["nom"], (lue.arbre.get("adresse") or {}).get("commune", "")
        plus_long = slug_de(f"{nom[:40]} {commune}")
        essais = [slug_de(nom)] * (self._noms[nom] == 1) + [plus_long, f"{plus_long[:50]}-{slug_de(lue.id)[-28:].strip('-')}"]
        libre = next((essai for essai in essais if essai not in self._pris), None)
        if libre is None:
            raise Refus("aucun nom de fichier n'est libre pour ce lieu : renommez-le")
        return libre


def _entier(lue: Preparee) -> dict:
    """What the source says, its doubts among its facts; and the services as it calls them."""
    return {**lue.arbre, "a_confirmer": doutes_de(lue)}


def doute_du_lieu(texte: str, titre: str, aujourdhui: date) -> str | None:
    """The text with a doubt about whether the place is still there; None where somebody verified it, or doubts it already."""
    arbre = lire_yaml(texte).valeur
    doutes = arbre.get("a_confirmer") or []
    if "verification" in arbre or any(d.get("champ") == "etat" for d in doutes if isinstance(d, dict)):
        return None
    pourquoi = f"ce lieu n'est plus dans « {titre} » ({aujourdhui.isoformat()}) : existe-t-il encore ?"
    pose = Pose(("a_confirmer", len(doutes)), {"champ": "etat", "pourquoi": pourquoi})
    return editer(texte, [pose], lambda chemin: champs(Fiche, chemin))


def _noms_et_contacts(arbre: Mapping) -> Iterator[str]:
    for bloc in (arbre, *(arbre.get("services") or ())):
        yield from _textes((bloc.get("nom"), bloc.get("autres_noms"), bloc.get("contact")))


def _textes(valeur: object) -> Iterator[str]:
    if isinstance(valeur, str):
        yield valeur
    elif isinstance(valeur, Mapping):
        yield from _textes(list(valeur.values()))
    elif isinstance(valeur, (list, tuple)):
        for sienne in valeur:
            yield from _textes(sienne)
