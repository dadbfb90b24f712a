"""Reader of the OpenStreetMap notation: `Mo-Fr 09:00-12:00; Sa[1] 10:00-12:00; PH off` → rules."""

from __future__ import annotations

import re
from dataclasses import replace

from quifaitquoi.base.texte import cite

from .fautes import Illisible, deux_lectures
from .modele import (
    JOURNEE,
    Etat,
    Plage,
    Regle,
    commentaire_propre,
    en_tete,
    journee,
    plage,
)
from .osm_dates import REFUS, Dates
from .selecteurs import JOURS_OSM, Jour

JOURS = {nom.lower(): j for j, nom in enumerate(JOURS_OSM)}
ETATS: dict[str, Etat] = {"open": "ouvert", "off": "ferme", "closed": "ferme", "unknown": "inconnu"}
SINON = re.compile(r'\|\|(?=(?:[^"]*"[^"]*")*[^"]*$)')


def lire_osm(texte: str) -> tuple[Regle, ...]:
    """The rules of an OpenStreetMap value; raises Illisible with a sentence about the first fault."""
    habituel, *sinon = SINON.split(texte)
    regles = tuple(_Lecteur(habituel).regles())
    if sinon:
        regles = _sinon(regles, tuple(_Lecteur(sinon[0]).regles()) if len(sinon) == 1 else ())
    return en_tete(regles)


def _sinon(regles: tuple[Regle, ...], reste: tuple[Regle, ...]) -> tuple[Regle, ...]:
    """« A || B »: B, to which A is added; where A closes or replaces anything, the two cannot be told in one order."""
    simples = all(regle.etat != "ferme" and (regle.ajoute or n == 0) for n, regle in enumerate(regles))
    if len(reste) != 1 or reste[0].etat == "ferme" or not (regles and simples):
        raise Illisible(REFUS["||"])
    return (*reste, *(replace(regle, ajoute=True) for regle in regles))


class _Lecteur(Dates):
    """Recursive descent over the lexemes; each method reads one part of a rule from where it stands."""

    # -- rules

    def regles(self):
        ajoute = False
        while self.n < len(self.lexemes):
            if self.mot in (";", ","):
                ajoute = self.prend() == ","
                continue
            debut = self.n
            regles = self.regle(ajoute)
            if self.n == debut or self.mot not in (";", ",", ""):
                raise self.refus()
            yield from regles

    def sans_heures(self, jours: str) -> str:
        if jours.lower() == "ph":
            return ("« PH open » ne dit pas les heures des jours fériés : écrivez « PH 09:00-12:00 », « PH unknown », "
                    "ou en français « jours fériés: ouvert » s'ils sont comme les autres jours.")
        return (f"{cite(jours or 'open')} ne dit pas les heures : écrivez « {jours or 'Mo-Fr'} 09:00-12:00 », « 00:00-24:00 » "
                "si c'est ouvert jour et nuit, ou « unknown » si personne ne les sait.")

    def regle(self, ajoute: bool) -> tuple[Regle, ...]:
        debut = self.n
        annees, periodes = self.dates()
        semaines = self.semaines() if self.prend("week") else ()
        self.prend(":")
        vacances, ou_feries = self.vacances()
        jours, feries = self.jours()
        self.prend(":")
        avant_les_heures = self.n
        plages = () if self.prend("24/7") else self.plages()
        dit_les_heures = self.n > avant_les_heures
        etat = ETATS.get(self.mot)
        if etat:
            self.prend()
        entre_guillemets = self.mot.startswith('"') and len(self.mot) > 1
        commentaire = commentaire_propre(self.prend()[1:-1]) if entre_guillemets else None
        # A bare comment is a condition: the specification calls such hours unknown.
        etat = etat or ("inconnu" if commentaire else "ouvert")
        ecrite = "".join(self.lexemes[debut:avant_les_heures])
        if etat == "ouvert" and not dit_les_heures and self.n > debut and self.mot in (";", ",", ""):
            raise Illisible(self.sans_heures(ecrite))
        if ecrite.lower() in ("mar", "marsa"):
            raise Illisible(deux_lectures(" ".join(self.lexemes[debut:self.n])))
        ajoute = ajoute and etat != "ferme"
        regle = Regle(annees, periodes, semaines, jours, feries, plages, etat, commentaire, ajoute, vacances)
        return (replace(regle, feries=()), replace(regle, vacances=False)) if ou_feries else (regle,)

    # -- selectors

    def vacances(self) -> tuple[bool, bool]:
        """Whether a rule is about school holidays, and whether about holidays as well: « SH,PH off » is two rules."""
        ou_feries = [self.mots[self.n + n] for n in range(3)] in (["sh", ",", "ph"], ["ph", ",", "sh"])
        if ou_feries:
            self.n += 2
            self.mots[self.n] = "ph"
            if self.mots[self.n + 1] in (",", "+", "-", *JOURS):
                raise Illisible(REFUS["sh"])
            return True, True
        if self.prend("sh"):
            if self.mot in (",", "+", "-"):
                raise Illisible(REFUS["sh"])
            return True, False
        return False, False

    def jours(self):
        jours: set[Jour] = set()
        feries: set[int] = set()
        while self.mot in JOURS or self.mot == "ph":
            if self.prend("ph"):
                feries.add(self.decalage_ferie())
            else:
                jours |= self.jour()
            if not self.continue_par({*JOURS, "ph", "sh"}):
                break
        if self.mot == "sh":
            raise self.refus()
        jours = {jour for jour in jours if not jour.rang or Jour(jour.jour) not in jours}
        entiere = len(jours) == 7 and not any(jour.rang for jour in jours) and not feries
        return () if entiere else tuple(sorted(jours)), tuple(sorted(feries, reverse=True))

    def jour(self) -> set[Jour]:
        debut = JOURS[self.prend()]
        if self.prend("-"):
            if self.mot not in JOURS:
                raise self.refus()
            fin = JOURS[self.prend()]
            return {Jour(j % 7) for j in range(debut, fin + 1 if fin >= debut else fin + 8)}
        if not self.prend("["):
            return {Jour(debut)}
        rangs: set[int] = set()
        while True:
            signe = -1 if self.prend("-") else 1
            rang = self.nombre(1, 5, "un rang dans le mois")
            fin = self.nombre(rang, 5, "un rang dans le mois") if signe > 0 and self.prend("-") else rang
            rangs |= {signe * r for r in range(rang, fin + 1)}
            if not self.prend(","):
                break
        if not self.prend("]"):
            raise self.refus()
        if self.mot in ("+", "-"):
            raise Illisible("Un décalage après un rang (« Mo[1] +1 day ») : écrivez le jour lui-même.")
        return {Jour(debut, rang) for rang in rangs}

    def decalage_ferie(self) -> int:
        if self.mot not in ("+", "-"):
            return 0
        if (self.prend(), self.prend(), self.prend()) not in (("-", "1", "day"), ("-", "1", "days")):
            raise Illisible("Autour d'un jour férié, seule la veille est prise en charge : « PH -1 day ».")
        return -1

    def plages(self) -> tuple[Plage, ...]:
        plages = []
        while self.est_heure():
            debut = self.heure(JOURNEE - 1)
            if self.prend("-"):
                if not self.est_heure():
                    raise self.refus()
                fin = self.heure(2 * JOURNEE)
                if self.mot in ("+", "/"):
                    raise Illisible(f"« {self.mot} » après une plage : écrivez « 19:00+ » ou « 09:00-12:00 ».")
                plages.append(plage(debut, fin))
            elif self.prend("+"):
                plages.append(Plage(debut, None))
            else:
                raise Illisible(
                    "Une heure seule ne dit pas quand on ferme : écrivez « 09:00-12:00 », "
                    "ou « 09:00+ » si la fin est inconnue."
                )
            if not (self.mot == "," and self.est_heure(1)):
                break
            self.n += 1
        return journee(plages)

    def est_heure(self, plus_loin: int = 0) -> bool:
        return self.mots[self.n + plus_loin][:1].isdecimal() and ":" in self.mots[self.n + plus_loin]

    def heure(self, maximum: int) -> int:
        mot = self.prend()
        heures, minutes = mot.split(":")
        total = int(heures) * 60 + int(minutes)
        if int(minutes) > 59 or total > maximum:
            raise Illisible(f"« {mot} » n'est pas une heure : les heures vont de 00:00 à 24:00.")
        return total
