"""With which eyes a text about a withheld place is read: what the territory knows, and what this place may say of itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from functools import cached_property

from quifaitquoi.annuaire.check.load import DIVULGUEE
from quifaitquoi.annuaire.check.portes.appellations import Appellations, noms
from quifaitquoi.annuaire.check.portes.lecture import Soupcon, nommes, sans_voies, soupcons
from quifaitquoi.annuaire.check.portes.liens import liens, soupcon_de_lien
from quifaitquoi.annuaire.check.portes.lisse import lisse
from quifaitquoi.annuaire.check.portes.noms import Noms, mot_a_mot, mots_lisses, surs
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.organisme import Organisme

SANS_PORTE = frozenset({"telephone", "en-ligne"})


@dataclass(frozen=True)
class Regard:
    """`acceptes`: what its files say is right; `connus`: places that the territory knows; `permis`: its own zone and town;
    `noms`: words of which a capital says nothing new. In the place's own texts each word must be known: in the list of `langue`, or
    among `sus` (those with a capital only with it); where `ferme` is False, others are spoken of too, and any word passes."""

    acceptes: tuple[re.Pattern, ...] = ()
    connus: tuple[Noms, ...] = ()
    permis: tuple[re.Pattern, ...] = ()
    noms: frozenset[str] = frozenset()
    sus: frozenset[str] = frozenset()
    langue: str = "fr"
    ferme: bool = True

    def soupcons(self, texte: str, nomme: bool = False) -> list[Soupcon]:
        """What in `texte` may lead to the door, the first first. `nomme`: it is a name, so that capitals say nothing."""
        lus = [Soupcon(place, quoi) for place, lien in liens(texte)
               if (quoi := soupcon_de_lien(lien, self.connus, (*self.acceptes, *self.permis)))]
        for place, lien in liens(texte):  # what a link says was read as one
            texte = texte[:place] + " " * len(lien) + texte[place + len(lien):]
        return sorted({*lus, *soupcons(texte, self.connus, self.acceptes, self.permis, None if nomme else self.noms,
                                       self.langue if self.ferme else "", self.sus)})

    def accepte(self, texte: str) -> bool:
        """Whether a file says that these words, among others, are right."""
        return any(un.search(lisse(texte)) for un in self.acceptes)

    def acceptant(self, textes: Iterable[str]) -> Regard:
        """As this one, for a file that says that these texts are right."""
        return replace(self, acceptes=(*self.acceptes, *(mot_a_mot(texte) for texte in textes)))

    def sachant(self, texte: str) -> Regard:
        """As this one, where what `texte` names is nothing new: it was read already."""
        return replace(self, noms=self.noms | mots_lisses(texte), sus=self.sus | nommes(texte))

    def en(self, langue: str) -> Regard:
        """As this one, for a text in that language."""
        return replace(self, langue=langue)


class Regards:
    """The eyes for each place of one directory; `ecrits`: names of zones and bodies that it lacks, whose files are faulty."""

    def __init__(self, directory: Directory, ecrits: Set[str] = frozenset()):
        self._directory, self._ecrits = directory, ecrits

    def pour(self, fiche: Fiche) -> Regard:
        """For a withheld fiche, wherever one speaks of it."""
        siens = [self._directory.organismes[slug] for slug in self._organismes_de(fiche) if slug in self._directory.organismes]
        return self._regard((fiche,), siens).acceptant(acceptes(fiche))

    def pour_organisme(self, organisme: Organisme) -> Regard | None:
        """For a body all of whose doors are withheld, whatever lines it answers besides; None for any other."""
        siennes = [fiche for fiche in self._par_organisme.get(organisme.slug, ()) if fiche.genre not in SANS_PORTE]
        if not siennes or not all(fiche.confidentialite for fiche in siennes):
            return None
        regard = self._regard(siennes, (organisme,))
        return regard.acceptant(texte for element in (organisme, *siennes) for texte in acceptes(element))

    def du_texte(self, chemin: str) -> Regard | None:
        """For a text of a fiche or of a body, by the path that names it in catalogues; None where nothing is withheld."""
        genre, slug, *_ = (*chemin.split("."), "", "")
        fiche, organisme = self._directory.fiches.get(slug), self._directory.organismes.get(slug)
        if genre == "fiches" and fiche and fiche.confidentialite:
            return self.pour(fiche)
        return self.pour_organisme(organisme) if genre == "organismes" and organisme else None

    def qui_nomme(self, texte: str) -> list[Regard]:
        """For a text of anything else, the eyes for each withheld place, or body that has no other, that it names: such a text also
        speaks of others, so that its words need not all be known."""
        nommes = [*self._appellations.dans(texte)]
        dits = " ".join(nom for element in nommes for nom in (*noms(element), element.slug))
        return [replace(self._pour(element).sachant(dits), ferme=False) for element in nommes]

    def qui_nomme_un_lieu(self, texte: str) -> list[Regard]:
        """The same, for places alone."""
        return [self._pour(element) for element in self._appellations.dans(texte) if isinstance(element, Fiche)]

    def nomme_un_autre(self, texte: str) -> bool:
        """Whether it names a place or a body that anybody may find."""
        return next(self._connus_de_tous.dans(texte), None) is not None

    def peut_nommer(self, mots_du_texte: Set[str], texte: str) -> bool:
        """Whether it is worth asking who names them."""
        return self._appellations.peut_etre_dans(mots_du_texte, texte)

    def _pour(self, element: Fiche | Organisme) -> Regard:
        qui = type(element), element.slug
        if qui not in self._prets:
            self._prets[qui] = self.pour(element) if isinstance(element, Fiche) else self.pour_organisme(element)
        return self._prets[qui]

    @cached_property
    def _prets(self) -> dict[tuple[type, str], Regard]:
        return {}

    @cached_property
    def _appellations(self) -> Appellations:
        return Appellations(*self._tus_et_autres)

    @cached_property
    def _connus_de_tous(self) -> Appellations:
        tus, autres = self._tus_et_autres
        return Appellations(autres, tus)

    @cached_property
    def _tus_et_autres(self) -> tuple[list[Fiche | Organisme], list[Fiche | Organisme]]:
        d = self._directory
        tus, autres = [], []
        for element in (*d.fiches.values(), *d.organismes.values()):
            tu = element.confidentialite if isinstance(element, Fiche) else self.pour_organisme(element)
            (tus if tu else autres).append(element)
        return tus, autres

    def _regard(self, fiches: Iterable[Fiche], organismes: Iterable[Organisme]) -> Regard:
        annuaire, quartiers = self._directory.annuaire, self._directory.quartiers
        zones = {zone for fiche in fiches for zone in (fiche.zone, *((fiche.secteur.quartiers or ()) if fiche.secteur else ()))}
        permis = {annuaire.territoire, *self._ecrits, *(quartiers[zone].nom for zone in zones if zone in quartiers)}
        permis |= {fiche.adresse.commune for fiche in fiches if fiche.adresse and fiche.adresse.commune in self._communes}
        propres = [nom for element in (*fiches, *organismes) for nom in noms(element)]
        sien = {lisse(nom).lower() for nom in (*permis, *propres)}
        return Regard(
            connus=(Noms(self._lieux - sien), self._du_fond, self._en_arabe),
            permis=tuple(map(mot_a_mot, (*permis, *filter(_anodin, (nom for o in organismes for nom in noms(o)))))),
            noms=self._ordinaires | {mot for nom in (*permis, *propres) for mot in mots_lisses(nom)},
            sus=self._sus | self._siens(propres))

    def _siens(self, noms_propres: Iterable[str]) -> frozenset[str]:
        """Words that are the place's own: written with a capital in its name, and of no landmark nor any door by themselves."""
        dits = {mot.lower() for nom in noms_propres for mot in re.findall(r"\b[A-Z]\w+", lisse(nom))}
        return frozenset(mot.capitalize() for mot in dits - self._mots_des_lieux if _anodin(mot))

    @staticmethod
    def _organismes_de(fiche: Fiche) -> set[str]:
        return {slug for bloc in (fiche, *fiche.services) for slug in bloc.organisme or ()}

    @cached_property
    def _par_organisme(self) -> dict[str, list[Fiche]]:
        siennes: dict[str, list[Fiche]] = defaultdict(list)
        for fiche in self._directory.fiches.values():
            for slug in self._organismes_de(fiche):
                siennes[slug].append(fiche)
        return siennes

    @cached_property
    def _communes(self) -> frozenset[str]:
        return frozenset((self._directory.annuaire.territoire, *(self._directory.annuaire.communes or ())))

    @cached_property
    def _lieux(self) -> frozenset[str]:
        """How people call the places of the territory; of one that has a common noun for a name, nobody is sure."""
        return surs(self._noms_de_lieux())

    @cached_property
    def _mots_des_lieux(self) -> frozenset[str]:
        return frozenset(mot for nom in self._lieux for mot in re.findall(r"\w+", nom))

    @cached_property
    def _du_fond(self) -> Noms:
        """How the background map calls streets, stops and buildings, but towns, zones and bodies: each place may name its own."""
        d = self._directory
        corps = (nom for organisme in d.organismes.values() for nom in noms(organisme))
        a_chacun = {lisse(nom).lower() for nom in (*self._communes, *(q.nom for q in d.quartiers.values()), *corps)}
        return Noms(surs(d.fond.noms if d.fond else ()) - self._ordinaires - a_chacun)

    @cached_property
    def _en_arabe(self) -> Noms:
        """How the territory's translation calls its places, without « square » or « stop »: no capital gives them away there."""
        d = self._directory
        traduits = d.traductions["ar"].textes if "ar" in d.traductions else {}
        dits = {chemin: lisse(traduit.texte) for chemin, traduit in traduits.items()
                if re.fullmatch(r"(?:reperes|quartiers|lignes)\.[^.]+\.nom|annuaire\.territoire", chemin)}
        # The town and its zones: each place may name its own.
        a_chacun = {mot for chemin, dit in dits.items() if not chemin.startswith("reperes") for mot in re.findall(r"\w+", dit)}
        noms = (re.findall(r"\w+", sans_voies(dit)) for chemin, dit in dits.items() if chemin.startswith("reperes"))
        return Noms(nom for parts in noms if not a_chacun.issuperset(parts) and len(nom := " ".join(parts)) > 3)

    def _noms_de_lieux(self) -> Iterator[str]:
        d = self._directory
        for repere in d.reperes.values():
            yield from (repere.nom, *(repere.autres_noms or ()), *(repere.lignes or ()))
        yield from (ligne.nom for ligne in d.lignes.values())
        yield from (quartier.nom for quartier in d.quartiers.values())
        yield from self._communes
        for fiche in d.fiches.values():
            if fiche.confidentialite:
                continue
            yield from (arret.lieu for arret in fiche.tournee or ())
            for adresse in filter(None, (fiche.adresse, fiche.adresse_provisoire)):
                yield re.sub(r"^[\d\s,/-]+(?:bis|ter)?[\s,]*", "", adresse.voie or "")
            if fiche.genre == "lieu":
                yield from (nom for nom in (fiche.nom, *(fiche.autres_noms or ())) if re.search(r"\W[A-ZÀ-Ý]", nom))

    @cached_property
    def _ordinaires(self) -> frozenset[str]:
        """Words of the vocabularies and of emergency numbers: a capital at their head names no place."""
        vocabulaire, annuaire = self._directory.vocabulaire, self._directory.annuaire
        listes = (vocabulaire.besoins, vocabulaire.racines, vocabulaire.publics, vocabulaire.langues, vocabulaire.sigles,
                  vocabulaire.documents, vocabulaire.conditions)
        textes = [terme.nom for liste in listes for terme in liste.values()] + [urgence.nom for urgence in annuaire.urgences]
        return frozenset(mot for texte in textes for mot in mots_lisses(texte))

    @cached_property
    def _sus(self) -> frozenset[str]:
        """The languages and the acronyms that the territory knows: words of no list, and of no door."""
        vocabulaire = self._directory.vocabulaire
        return frozenset(mot for liste in (vocabulaire.langues, vocabulaire.sigles) for slug, terme in liste.items()
                         for mot in (*mots_lisses(slug), *(mots_lisses(terme.nom) if liste is vocabulaire.langues else ())))


def acceptes(element: Fiche | Organisme) -> tuple[str, ...]:
    """What a file says is right, word for word."""
    return tuple(a.texte for a in element.accepte or () if a.regle == DIVULGUEE and a.texte)


def _anodin(nom: str) -> bool:
    """Whether a name leads nowhere by itself: « Le 14 rue X » does not become harmless by being a name."""
    return next(soupcons(nom), None) is None
