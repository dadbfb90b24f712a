"""The index of one language: columns of small numbers beside short lists of names, in one classic script.

A row of `f` columns is a fiche, a row of `u` columns one of its units (see unites.py). The browser reads it in
`lecture.js`; what a column means is said there and here, once each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.geographie import centre
from quifaitquoi.annuaire.model.quartier import Repere
from quifaitquoi.annuaire.model.vocabulaire import Sigle
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.base.souvenir import une_fois
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.langues import Langue
from quifaitquoi.langues.typographie import francais
from quifaitquoi.paroles.confiance import avis_en_bref, etiquette
from quifaitquoi.paroles.ou import provisoire
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.texte import en_texte
from quifaitquoi.paroles.valeurs import ETAT, GENRE
from quifaitquoi.site.pages.trouver import mots, vocabulaire
from quifaitquoi.site.pages.trouver.appels import a_appeler, telephone_de, urgences
from quifaitquoi.site.pages.trouver.colonnes import DIX_METRES, Ensembles, Table, paires, plat, repris, signes
from quifaitquoi.site.pages.trouver.contenu_ecrit import mots_des_textes
from quifaitquoi.site.pages.trouver.droits import droits
from quifaitquoi.site.pages.trouver.exigences import Exigences
from quifaitquoi.site.pages.trouver.fichiers import troncs
from quifaitquoi.site.pages.trouver.heures import Grilles
from quifaitquoi.site.pages.trouver.ressources import ressources
from quifaitquoi.site.pages.trouver.slugs import adresse_du_nom
from quifaitquoi.site.pages.trouver.temps_de_vie import temps_de_vie
from quifaitquoi.site.pages.trouver.unites import CLOS, CONDITIONS, INCONDITIONNEL, unites

GENRES = tuple(GENRE)
# In columns: as for the fiche's first unit; never verified; and how many days before the build a review may have been due.
COMME_AVANT, JAMAIS, LONGTEMPS = -2, -1, 4000


class Commun:
    """What every language shares, worked out once for a territory: units and their hours."""

    def __init__(self, territoire: Territoire):
        self.grilles = Grilles(territoire.directory.calendrier, territoire.aujourdhui)
        self.vues = sorted(territoire.fiches.values(), key=lambda v: (cle_de_tri(v.fiche.nom), v.slug))
        self.rangs = {vue.slug: n for n, vue in enumerate(self.vues)}
        self.unites = [unites(vue) for vue in self.vues]
        self.horaires = [[self.grilles.numero(u.horaires, u.du, u.au) for u in suite] for suite in self.unites]
        self.textes = mots_des_textes(self.vues)


_commun_de = une_fois(Commun)


def commun_de(territoire: Territoire) -> Commun:
    return _commun_de(territoire.source)


def index(territoire: Territoire, langue: Langue) -> tuple[str, str, str]:
    """Three scripts that hand a language's index to the finder: what it needs to start, what makes its search better, and the
    stops, of which a city has hundreds: they come to whoever says where."""
    premiere, suite = donnees(territoire, langue)
    arrets = _reperes(territoire, langue, lambda repere: repere.genre == "arret")
    return _script("index", premiere), _script("suite", suite), f"window.quifaitquoi.arrets={json_sans_danger(arrets)};\n"


def _script(nom: str, valeur: dict) -> str:
    # A script may come before or after those of the page: whoever is second starts.
    q = "quifaitquoi"
    return (f"(window.{q}=window.{q}||{{}}).{nom}={json_sans_danger(valeur)};\n"
            f'if({q}.arrive){q}.arrive("{nom}");\n')


def donnees(territoire: Territoire, langue: Langue) -> tuple[dict, dict]:
    """The two parts of the index as plain data."""
    commun, directory, source = commun_de(territoire), territoire.directory, territoire.source.directory
    parole = Parole(directory, langue)
    v, vs = directory.vocabulaire, source.vocabulaire
    besoins, langues_, publics, quartiers = Ensembles(v.besoins), Ensembles(), Ensembles(), Ensembles(directory.quartiers)
    vecus, acces = Ensembles(), Table()
    exigences = Exigences(u for suite in commun.unites for u in suite)
    organismes, avis, etats, arrets = Ensembles(), Table(""), Table(""), Table("")
    f: dict[str, list] = {nom: [] for nom in ("nom", "slug", "q", "o", "g", "sur", "lu", "tel", "etat", "n")}
    # First the first unit of each fiche, then all others, which say little: likes side by side compress better.
    u, autres_unites = ({nom: [] for nom in ("b", "h", "l", "p", "c", "s", "v")} for _ in range(2))
    autres, complets, stops, places, appels = {}, {}, {}, [], {}
    # What cards alone say: it comes with the second part.
    portes, communes, etiquettes = Table(""), Table(""), Table("")
    porte, rue, commune, sure, provisoires = [], [], [], [], {}
    origine, emprise, rang = commun.grilles.du, directory.annuaire.emprise, 0
    for n, vue in enumerate(commun.vues):
        fiche, traduite = vue.fiche, territoire.fiches[vue.slug].fiche
        f["nom"].append(vocabulaire.typo(traduite.nom, langue))
        f["slug"].append(adresse_du_nom(fiche.slug, f["nom"][n]))
        f["q"].append(quartiers(q.slug for q in vue.quartiers))
        f["o"].append(
            organismes(dict.fromkeys(o.slug for o in (*vue.organismes, *(o for s in vue.services for o in s.organismes))))
        )
        f["g"].append(GENRES.index(fiche.genre))
        f["sur"].append(JAMAIS if (jour := jour_compte(vue.confiance.a_revoir_le, origine)) is None else jour + LONGTEMPS)
        f["lu"].append(avis(avis_en_bref(parole, vue)))
        f["tel"].append(telephone_de(vue, parole))
        adresse = vue.adresse if fiche.genre == "lieu" and not vue.retenue and not vue.clos else None
        rue.append(francais(adresse.voie) if adresse and adresse.voie else "" if not vue.retenue else 0)
        if adresse and adresse.voie and (jusqu_a := provisoire(parole, vue)):
            provisoires[n] = en_texte(parole, jusqu_a)
        commune.append(communes(adresse.commune or "" if adresse else ""))
        sure.append(etiquettes(etiquette(parole, vue)))
        f["etat"].append(0 if vue.en_service else etats(langue.dire(ETAT[fiche.etat.statut].dit)))
        f["n"].append(len(commun.unites[n]))
        if noms := vocabulaire.cherches(traduite.autres_noms, fiche.autres_noms, () if traduite.nom == fiche.nom else (fiche.nom,)):
            autres[n] = noms
        premiere = None
        for unite, heures in zip(commun.unites[n], commun.horaires[n], strict=True):
            ligne = (besoins(unite.besoins), heures, langues_(unite.langues), publics(unite.publics), acces(unite.conditions),
                     exigences(unite), vecus(unite.vecu))
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
                stops[rang] = [arrets(francais(unite.arret)), jour_compte(unite.au, origine)]
            if unite.complet:
                complets[rang] = [jour_compte(unite.complet.depuis, origine), jour_compte(unite.complet.jusqu_au, origine)]
            if unite.numeros and (propre := telephone_de(vue, parole, unite.numeros)) != f["tel"][n]:
                appels[rang] = propre
            rang += 1
    tel, o, f["nom"] = f.pop("tel"), f.pop("o"), repris(f["nom"])
    for colonnes, nom in [(f, nom) for nom in ("q", "g", "sur", "lu", "etat", "n")] + [(u, nom) for nom in u]:
        colonnes[nom] = signes(colonnes[nom] + (autres_unites[nom] if colonnes is u else []))
    xy = paires(places, emprise)
    premiere_partie = {
        "langue": langue.code,
        "troncs": troncs(langue),
        "urgences": urgences(territoire, parole, commun.rangs),
        "contact": a_appeler(parole, directory.annuaire.contact.telephone) if directory.annuaire.contact else None,
        "mots": mots.trouver(langue),
        "conditions": {
            nom: [c.place, c.masque, [c.valeurs[v].code for v in c.filtre],
                  {c.valeurs[v].code: langue.dire(dit) for v, dit in c.dites.items()}]
            for nom, c in CONDITIONS.items()
        },
        "genres": [[genre, GENRE[genre].picto, langue.dire(GENRE[genre].dit)] for genre in GENRES],
        # Of which kinds a card names the neighbourhood and the street.
        "surPlace": [int(genre in ("lieu", "equipe-mobile")) for genre in GENRES],
        "acces": list(acces),
        "inconditionnel": INCONDITIONNEL,
        "clos": CLOS,
        "heures": commun.grilles.donnees(langue),
        "origine": [emprise.sud, emprise.ouest],
        "pas": DIX_METRES,
        "longtemps": LONGTEMPS,
        "racines": [[*vocabulaire.mots_du_terme(r, vs.racines[r.slug], langue), r.pictogramme] for r in v.racines.values()],
        "besoins": [
            [
                *vocabulaire.mots_du_terme(b, vs.besoins[b.slug], langue),
                [list(v.racines).index(slug) for slug in b.racines if slug in v.racines],
            ]
            for b in v.besoins.values()
        ],
        "langues": [vocabulaire.mots_de_langue(code, directory, source, langue) for code in langues_.table],
        "publics": vocabulaire.publics(directory, source, langue, publics.table),
        "sans": [vocabulaire.mots_de_la_dispense(v.conditions[slug], vs.conditions[slug], langue) for slug in exigences.termes],
        "pairs": vocabulaire.vecus(langue, vecus.table),
        "quartiers": [
            [q.slug, vocabulaire.typo(q.nom, langue), *_point(centre(q)), int(q.etendue == "partout")]
            for q in (directory.quartiers[slug] for slug in quartiers.table)
        ],
        "reperes": _reperes(territoire, langue, lambda repere: repere.genre != "arret"),
        "lus": list(avis),
        "etats": list(etats),
        "arrets": list(arrets),
        "ensembles": {"b": plat(besoins), "l": plat(langues_), "p": plat(publics), "q": plat(quartiers),
                      "s": plat(exigences.ensembles), "v": plat(vecus)},
        "f": f,
        "u": u,
        "autres": autres,
        "complets": complets,
        "stops": stops,
        # Fiches whose position is not that of their door: metres around it within which that is.
        "environ": {n: vue.environ for n, vue in enumerate(commun.vues) if vue.environ},
    }
    if langue.code != source.annuaire.langues[0]:
        premiere_partie["source"] = source.annuaire.langues[0]
        premiere_partie["etrangers"] = {
            "b": vocabulaire.non_traduits(b.nom for b in v.besoins.values()),
            "r": vocabulaire.non_traduits(r.nom for r in v.racines.values()),
            "p": vocabulaire.non_traduits(v.publics[slug].nom if slug in v.publics else None for slug in publics.table),
            "s": vocabulaire.non_traduits(v.conditions[slug].sans for slug in exigences.termes),
            "q": vocabulaire.non_traduits(directory.quartiers[slug].nom for slug in quartiers.table),
            "u": vocabulaire.non_traduits(u.pour for u in directory.annuaire.urgences)}
    return premiere_partie, {
        "tel": tel, "appels": appels, "xy": xy, "o": o, "organismesDe": plat(organismes), "sigles": _sigles(commun.vues, vs.sigles),
        "organismes": [[francais(x.nom), vocabulaire.cherches(x.autres_noms)]
                       for x in (source.organismes[slug] for slug in organismes.table)],
        "cartes": {"rue": rue, "provisoire": provisoires, "commune": signes(commune), "communes": list(communes),
                   "etiquette": signes(sure), "etiquettes": list(etiquettes), "porte": signes(porte), "portes": list(portes)},
        "connus": vocabulaire.connus(directory, source, langue),
        "ecrits": commun.textes[0], "ouEcrits": plat(commun.textes[1]),
        **({"droits": vus} if (vus := droits(territoire, langue)) else {}),
        **({"temps": dits} if (dits := temps_de_vie(territoire, langue)) else {}),
        **({"ressources": vues} if (vues := ressources(territoire, langue)) else {}),
    }


def _reperes(territoire: Territoire, langue: Langue, veut: Callable[[Repere], bool]) -> list[list]:
    """Places that one may be near to: slug, name, what else it is called, position."""
    source = territoire.source.directory.reperes
    return [[r.slug, vocabulaire.typo(r.nom, langue), vocabulaire.cherches(r.autres_noms, r.lignes, source[r.slug].nom),
             *_point(r.position)] for r in territoire.directory.reperes.values() if veut(r)]


def _point(position: tuple[float, float] | None) -> tuple:
    return (round(position[0], 4), round(position[1], 4)) if position else (None, None)


def jour_compte(jour: date | None, origine: date) -> int | None:
    return (jour - origine).days if jour else None


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
