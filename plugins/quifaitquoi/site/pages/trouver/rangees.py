"""The rows of some fiches and of their units: columns of small numbers beside short lists of names.

A row of `f` columns is a fiche, a row of `u` columns one of its units (see unites.py). The browser unfolds them in `rangees.js`;
what a column means is said there and here, once each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.vocabulaire import Sigle
from quifaitquoi.langues.typographie import francais
from quifaitquoi.paroles.confiance import avis_en_bref, etiquette
from quifaitquoi.paroles.ou import provisoire
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.texte import en_texte
from quifaitquoi.paroles.valeurs import ETAT, GENRE
from quifaitquoi.site.pages.trouver import vocabulaire
from quifaitquoi.site.pages.trouver.appels import telephone_de
from quifaitquoi.site.pages.trouver.colonnes import Ensembles, Table, paires, pas, plat, repris, signes
from quifaitquoi.site.pages.trouver.commun import commun_de, jour_compte
from quifaitquoi.site.pages.trouver.exigences import Exigences
from quifaitquoi.site.pages.trouver.heures import NON_RENSEIGNES
from quifaitquoi.site.pages.trouver.slugs import adresse_du_nom

GENRES = tuple(GENRE)
# In columns: as for the fiche's first unit; never verified; and how many days before the build a review may have been due.
COMME_AVANT, JAMAIS, LONGTEMPS = -2, -1, 4000


class Rangees:
    """Rows of a territory in the language of `parole`: what they have in common are the terms, each of which has one rank in all of
    them, known once all are written."""

    def __init__(self, territoire: Territoire, parole: Parole):
        self.territoire, self.parole, self.commun = territoire, parole, commun_de(territoire)
        self.besoins, self.quartiers = Table(*territoire.directory.vocabulaire.besoins), Table(*territoire.directory.quartiers)
        self.langues, self.publics, self.vecus = Table(), Table(), Table()

    def de(self, rangs: Sequence[int]) -> tuple[dict, dict]:
        """Of these fiches, in the order of their ranks: what finds them, and what cards and better searches add."""
        commun, territoire, parole = self.commun, self.territoire, self.parole
        langue, vues = parole.langue, [commun.vues[rang] for rang in rangs]
        besoins, langues, publics, vecus = map(Ensembles, (self.besoins, self.langues, self.publics, self.vecus))
        quartiers, exigences, organismes = Ensembles(self.quartiers), Exigences(commun.non_exiges), Ensembles(Table())
        acces, avis, etats, arrets, heures = Table(), Table(""), Table(""), Table(""), Table(NON_RENSEIGNES)
        f: dict[str, list] = {nom: [] for nom in ("nom", "slug", "q", "g", "sur", "lu", "etat", "n")}
        # First the first unit of each fiche, then all others, which say little: likes side by side compress better.
        u, autres_unites = ({nom: [] for nom in ("b", "h", "l", "p", "c", "s", "v")} for _ in range(2))
        autres, complets, stops, places, appels = {}, {}, {}, [], {}
        portes, communes, etiquettes = Table(""), Table(""), Table("")
        tel, o, porte, rue, commune, sure, provisoires = [], [], [], [], [], [], {}
        origine, emprise, unite_n = commun.grilles.du, territoire.directory.annuaire.emprise, 0
        for n, (rang, vue) in enumerate(zip(rangs, vues, strict=True)):
            fiche, traduite = vue.fiche, territoire.fiches[vue.slug].fiche
            f["nom"].append(vocabulaire.typo(traduite.nom, langue))
            f["slug"].append(adresse_du_nom(fiche.slug, f["nom"][n]))
            f["q"].append(quartiers(q.slug for q in vue.quartiers))
            o.append(organismes(
                dict.fromkeys(o.slug for o in (*vue.organismes, *(o for s in vue.services for o in s.organismes)))))
            f["g"].append(GENRES.index(fiche.genre))
            f["sur"].append(JAMAIS if (jour := jour_compte(vue.confiance.a_revoir_le, origine)) is None else jour + LONGTEMPS)
            f["lu"].append(avis(avis_en_bref(parole, vue)))
            tel.append(telephone_de(vue, parole))
            adresse = vue.adresse if fiche.genre == "lieu" and not vue.retenue and not vue.clos else None
            rue.append(francais(adresse.voie) if adresse and adresse.voie else "" if not vue.retenue else 0)
            if adresse and adresse.voie and (jusqu_a := provisoire(parole, vue)):
                provisoires[n] = en_texte(parole, jusqu_a)
            commune.append(communes(adresse.commune or "" if adresse else ""))
            sure.append(etiquettes(etiquette(parole, vue)))
            f["etat"].append(0 if vue.en_service else etats(langue.dire(ETAT[fiche.etat.statut].dit)))
            f["n"].append(len(commun.unites[rang]))
            if noms := vocabulaire.cherches(
                    traduite.autres_noms, fiche.autres_noms, () if traduite.nom == fiche.nom else (fiche.nom,)):
                autres[n] = noms
            premiere = None
            for unite, numero in zip(commun.unites[rang], commun.horaires[rang], strict=True):
                ligne = (besoins(unite.besoins), heures(numero), langues(unite.langues), publics(unite.publics),
                         acces(unite.conditions), exigences(unite), vecus(unite.vecu))
                for nom, valeur, avant in zip(u, ligne, premiere or ligne, strict=True):
                    if premiere is None:
                        u[nom].append(valeur)
                    else:
                        autres_unites[nom].append(COMME_AVANT if valeur == avant else valeur)
                if premiere is None or unite.arret:
                    places.append(unite.position)
                premiere = premiere or ligne
                porte.append(portes(langue.dire(unite.porte) if unite.porte else ""))
                if unite.arret:
                    stops[unite_n] = [arrets(francais(unite.arret)), jour_compte(unite.au, origine)]
                if unite.complet:
                    complets[unite_n] = [jour_compte(unite.complet.depuis, origine), jour_compte(unite.complet.jusqu_au, origine)]
                if unite.numeros and (propre := telephone_de(vue, parole, unite.numeros)) != tel[n]:
                    appels[unite_n] = propre
                unite_n += 1
        f["nom"] = repris(f["nom"])
        for colonnes, nom in [(f, nom) for nom in ("q", "g", "sur", "lu", "etat", "n")] + [(u, nom) for nom in u]:
            colonnes[nom] = signes(colonnes[nom] + (autres_unites[nom] if colonnes is u else []))
        source = territoire.source.directory
        ecrits, ou_ecrits = self._ecrits(rangs)
        return {
            "acces": list(acces), "lus": list(avis), "etats": list(etats), "arrets": list(arrets),
            "heures": commun.grilles.quelques((numero for numero in heures if numero != NON_RENSEIGNES), langue),
            "ensembles": {"b": plat(besoins), "l": plat(langues), "p": plat(publics), "q": plat(quartiers),
                          "s": plat(exigences.ensembles), "v": plat(vecus)},
            "f": f, "u": u, "autres": autres, "complets": complets, "stops": stops,
            # Fiches whose position is not that of their door: metres around it within which that is.
            "environ": {n: vue.environ for n, vue in enumerate(vues) if vue.environ},
        }, {
            "tel": tel, "appels": appels, "xy": paires(places, emprise), "o": o, "organismesDe": plat(organismes),
            "sigles": _sigles(vues, source.vocabulaire.sigles),
            "organismes": [[francais(x.nom), vocabulaire.cherches(x.autres_noms)]
                           for x in (source.organismes[slug] for slug in organismes.table)],
            "cartes": {"rue": rue, "provisoire": provisoires, "commune": signes(commune), "communes": list(communes),
                       "etiquette": signes(sure), "etiquettes": list(etiquettes), "porte": signes(porte), "portes": list(portes)},
            "ecrits": ecrits, "ouEcrits": ou_ecrits,
        }

    def _ecrits(self, rangs: Sequence[int]) -> tuple[str, list[int]]:
        """The words of their texts alone, parted by spaces, and of each the steps between the places of the fiches that hold it."""
        par_mot: dict[str, list[int]] = {}
        for n, rang in enumerate(rangs):
            for mot in self.commun.textes[rang]:
                par_mot.setdefault(mot, []).append(n)
        return " ".join(sorted(par_mot)), plat(pas(par_mot[mot]) for mot in sorted(par_mot))


def _sigles(vues: Sequence[FicheVue], sigles: Mapping[str, Sigle]) -> list[list]:
    """[words, ranks of the fiches that name it]: « Pôle emploi » finds what is called France Travail today."""
    if not sigles:
        return []
    motif = re.compile("|".join(rf"\b{re.escape(cle)}\b" for cle in sorted(sigles, key=len, reverse=True)))
    ou: dict[str, list[int]] = {}
    for n, vue in enumerate(vues):
        noms = " · ".join((vue.fiche.nom, *(vue.fiche.autres_noms or ()), *(o.nom for o in vue.organismes),
                           *(s.nom or "" for s in vue.fiche.services), *(o.nom for s in vue.services for o in s.organismes)))
        for cle in dict.fromkeys(motif.findall(noms)):
            ou.setdefault(cle, []).append(n)
    return [[vocabulaire.cherches(cle, sigles[cle].nom, sigles[cle].anciens_noms, sigles[cle].synonymes), rangs]
            for cle, rangs in ou.items()]
