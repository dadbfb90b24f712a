"""The figures in words: what each table of « L'annuaire en chiffres » says, for its page and for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from babel.numbers import format_percent

from quifaitquoi.annuaire.model.vocabulaire import Terme_
from quifaitquoi.horaires.modele import Plage
from quifaitquoi.horaires.mots import nom_du_jour, plage_en_table
from quifaitquoi.langues.marques import N_
from quifaitquoi.langues.typographie import majuscule
from quifaitquoi.paroles.champs import nom_du_champ
from quifaitquoi.paroles.introuvables import introuvables
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import CHIFFRES, Segment, Segments, dit
from quifaitquoi.savoir.chiffres import Chiffres, Couverture
from quifaitquoi.savoir.chiffres.demandes import mois_comptes
from quifaitquoi.savoir.chiffres.semaine import HEURES

FRAICHEUR = {
    "verifiee": N_("Vérifiées auprès du lieu, et à jour"),
    "perimee": N_("Vérifiées, à revérifier"),
    "lue": N_("Jamais vérifiées : lues sur une page"),
}
# The criteria of the national score, by their names there.
CRITERES = {
    "adresse_bien_definie": N_("Une adresse, là où l'on vient"),
    "modes_mobilisation_bien_definis": N_("Comment et par qui prendre contact"),
    "au_moins_un_public": N_("Pour qui"),
    "au_moins_une_thematique": N_("Un besoin que le schéma national connaît"),
    "au_moins_un_moyen_de_contact": N_("Un moyen de contact"),
    "courriel_bien_defini": N_("Un courriel, là où l'on écrit"),
    "date_maj_recente": N_("Une date récente : moins de six mois, au plus deux ans"),
    "frais_bien_definis": N_("Le prix"),
    "description_bien_definie": N_("Une présentation assez longue"),
    "telephone_bien_defini": N_("Un téléphone, là où l'on appelle"),
}


@dataclass(frozen=True)
class Ligne:
    """A line of a table: what, how many, and which part of the whole (0 to 1) its bar shows."""

    quoi: Segments
    n: Segments
    part: float


@dataclass(frozen=True)
class Jours:
    """Days with the same hours, in words: when nothing is open, and when nobody is sure (empty where that never is)."""

    nom: str
    rien: str
    peut_etre: str


@dataclass(frozen=True)
class Semaine:
    """A need's week: `dessin` is in hours, one row a day, as (day, first hour, how many, state)."""

    racine: Terme_
    resume: str
    dessin: tuple[tuple[int, int, int, str], ...]
    jours: tuple[Jours, ...]


class Mots:
    """The figures in the words of one language."""

    def __init__(self, chiffres: Chiffres, parole: Parole):
        self.chiffres, self.parole = chiffres, parole
        self.vocabulaire, self.quartiers = parole.directory.vocabulaire, parole.directory.quartiers

    def valeurs(self) -> dict[str, object]:
        c, _ = self.chiffres, self.parole._
        plein = max(c.par_annee.values(), default=1)
        return {
            "c": c,
            "fraicheur": [self._sur(dit(_(FRAICHEUR[statut])), n, c.fiches) for statut, n in c.fraicheur.items()],
            "annees": [
                Ligne(dit(str(annee) if annee else _("Sans date")), dit(str(n)), n / plein) for annee, n in c.par_annee.items()
            ],
            "completude": [
                self._sur(dit(majuscule(_(nom_du_champ(champ.champ)))), champ.n, champ.sur) for champ in c.completude if champ.sur
            ],
            "score": self._pourcent(c.qualite.moyenne) if c.qualite.moyenne is not None else None,
            "tranches": list(self._tranches()),
            "criteres": list(self._criteres()),
            "manques": [(self.quartiers[m.quartier], m, self._termes(m.racines), self._termes(m.besoins)) for m in c.manques],
            "sans_adresse": self._termes(c.sans_adresse),
            "introuvables": introuvables(self.parole, c.introuvables),
            "mois_comptes": tuple(self.parole.date(mois) for mois in mois_comptes(c.le)),
            "lundi": self.parole.date(c.lundi),
            "dimanche": self.parole.date(c.lundi + timedelta(6)),
            "toujours": self._termes(racine for racine, couverture in c.semaine.items() if couverture.heures_ouvertes == HEURES),
            "semaines": [
                self._semaine(racine, couverture)
                for racine, couverture in c.semaine.items()
                if couverture.services and couverture.heures_ouvertes < HEURES
            ],
            "langues": [
                (d.langue, self._parlee(d.equipe), d.interprete, [(self.quartiers[slug], n) for slug, n in d.quartiers])
                for d in c.langues
            ],
        }

    def _sur(self, quoi: Segments, n: int, sur: int) -> Ligne:
        part = n / sur if sur else 0.0
        return Ligne(
            quoi, self.parole.phrase("{n} sur {total} ({part})", n=str(n), total=str(sur), part=self._pourcent(part)), part
        )

    def _pourcent(self, part: float) -> Segments:
        return (Segment(CHIFFRES, format_percent(part, locale=self.parole.langue.locale)),)

    def _tranches(self) -> Iterator[Ligne]:
        tranches = self.chiffres.qualite.tranches
        total = sum(tranches)
        for rang, n in enumerate(tranches):
            bornes = {nom: self._pourcent(borne / len(tranches)) for nom, borne in (("debut", rang), ("fin", rang + 1))}
            yield self._sur(self.parole.phrase("de {debut} à {fin}", **bornes), n, total)

    def _criteres(self) -> Iterator[Ligne]:
        for nom, (moyenne, n) in self.chiffres.qualite.criteres.items():
            if n:
                yield Ligne(dit(self.parole._(CRITERES[nom])), self._pourcent(moyenne), moyenne)

    def _termes(self, slugs: Iterable[str]) -> Segments:
        return self.parole.termes({**self.vocabulaire.besoins, **self.vocabulaire.racines}, slugs)

    def _semaine(self, racine: str, couverture: Couverture) -> Semaine:
        dessin = tuple(
            (jour, debut, fin - debut, etat) for jour in range(7) for debut, fin, etat in couverture.etats(jour) if etat != "rien"
        )
        resume = self.parole.n_(
            "{n} heure de la semaine avec une adresse ouverte",
            "{n} heures de la semaine avec une adresse ouverte",
            couverture.heures_ouvertes,
        )
        return Semaine(self.vocabulaire.racines[racine], resume, dessin, tuple(self._jours(couverture)))

    def _jours(self, couverture: Couverture) -> Iterator[Jours]:
        langue = self.parole.langue
        etats = [tuple(couverture.etats(jour)) for jour in range(7)]
        for memes, groupe in groupby(range(7), key=etats.__getitem__):
            jours = list(groupe)
            nom = nom_du_jour(jours[0], langue) if len(jours) == 1 else self.parole._(
                "{premier} – {dernier}", premier=nom_du_jour(jours[0], langue), dernier=nom_du_jour(jours[-1], langue))
            yield Jours(nom, self._heures(memes, "rien") or self.parole._("à aucun moment"), self._heures(memes, "peut-etre"))

    def _heures(self, etats: tuple[tuple[int, int, str], ...], voulu: str) -> str:
        plages = [Plage(debut * 60, fin * 60) for debut, fin, etat in etats if etat == voulu]
        if plages == [Plage(0, 24 * 60)]:
            return self.parole._("toute la journée")
        return self.parole.liste(plage_en_table(plage, self.parole.langue) for plage in plages)

    def _parlee(self, equipe: int) -> Ligne:
        plus = max((d.equipe for d in self.chiffres.langues), default=1)
        return Ligne((), dit(str(equipe)), equipe / plus if equipe else 0.0)
