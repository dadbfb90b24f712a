"""Reader of the OpenStreetMap notation: `Mo-Fr 09:00-12:00; Sa[1] 10:00-12:00; PH off` → rules."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace

from quifaitquoi.base.texte import cite

from .fautes import Illisible, deux_lectures
from .modele import (
    DERNIERE_ANNEE,
    JOURNEE,
    JOURS_OSM,
    MOIS_OSM,
    PREMIERE_ANNEE,
    Etat,
    Jalon,
    Jour,
    Periode,
    Plage,
    Regle,
    commentaire_propre,
    en_tete,
    journee,
    mois_joints,
    plage,
)

JOURS = {nom.lower(): j for j, nom in enumerate(JOURS_OSM)}
MOIS = {nom.lower(): m for m, nom in enumerate(MOIS_OSM, 1)}
ETATS: dict[str, Etat] = {"open": "ouvert", "off": "ferme", "closed": "ferme", "unknown": "inconnu"}
REFUS = {
    "sh": "« SH » (vacances scolaires) n'est pas calculable ici : écrivez les dates, "
    "par exemple « 2026 Jul 04-2026 Aug 31 off ».",
    "||": "« || » (sinon) ne se lit qu'une fois, après des heures sans « off » ni « ; », par exemple « Mo-Fr 09:00-12:00 || \"sur "
    "rendez-vous\" » : écrivez sinon une règle par cas, séparées par « ; ».",
} | {
    mot: f"« {mot} » dépend du soleil et n'est pas calculable ici : écrivez une heure, par exemple « 08:00-18:00 »."
    for mot in ("sunrise", "sunset", "dawn", "dusk")
}
SINON = re.compile(r'\|\|(?=(?:[^"]*"[^"]*")*[^"]*$)')
LEXEME = re.compile(r'\s*("[^"]*"|24/7|\d{1,2}:\d{2}|\d+|[^\W\d_]+|\|\||\S)')
EXEMPLE = "écrivez par exemple « Mo-Fr 09:00-12:00,14:00-17:30; PH off » (notation d'OpenStreetMap)"


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


class _Lecteur:
    """Recursive descent over the lexemes; each method reads one selector from where it stands."""

    def __init__(self, texte: str):
        self.lexemes = LEXEME.findall(texte)
        self.mots = [lexeme if lexeme[0] == '"' else lexeme.lower() for lexeme in self.lexemes] + [""] * 4
        self.n = 0

    # -- lexemes

    @property
    def mot(self) -> str:
        return self.mots[self.n]

    def prend(self, *attendus: str) -> str:
        """The current lexeme if it is one of these (any if none is given), else ""."""
        mot = self.mot
        if attendus and mot not in attendus:
            return ""
        self.n += 1
        return mot

    def continue_par(self, connus) -> bool:
        """Eats the comma of a list that goes on with one of these words."""
        if self.mot == "," and self.mots[self.n + 1] in connus:
            self.n += 1
            return True
        return False

    def nombre(self, bas: int, haut: int, quoi: str) -> int:
        mot = self.prend()
        if not (mot.isdecimal() and len(mot) <= 4 and bas <= int(mot) <= haut):
            raise Illisible(f"{cite(mot or 'rien')} n'est pas {quoi} (de {bas} à {haut}).")
        return int(mot)

    # -- rules

    def regles(self):
        ajoute = False
        while self.n < len(self.lexemes):
            if self.mot in (";", ","):
                ajoute = self.prend() == ","
                continue
            debut = self.n
            regle = self.regle(ajoute)
            if self.n == debut or self.mot not in (";", ",", ""):
                raise self.refus()
            yield regle

    def refus(self) -> Illisible:
        mot = self.mot
        if mot in REFUS:
            return Illisible(REFUS[mot])
        lexeme = self.lexemes[self.n][:40] if self.n < len(self.lexemes) else "la fin"
        if lexeme.isdecimal():
            return Illisible(f"« {lexeme} » n'est pas compris : les heures s'écrivent ici « 09:00-12:00 ».")
        return Illisible(f"« {lexeme} » n'est pas compris à cette place ; {EXEMPLE}.")

    def sans_heures(self, jours: str) -> str:
        if jours.lower() == "ph":
            return ("« PH open » ne dit pas les heures des jours fériés : écrivez « PH 09:00-12:00 », « PH unknown », "
                    "ou en français « jours fériés: ouvert » s'ils sont comme les autres jours.")
        return (f"{cite(jours or 'open')} ne dit pas les heures : écrivez « {jours or 'Mo-Fr'} 09:00-12:00 », « 00:00-24:00 » "
                "si c'est ouvert jour et nuit, ou « unknown » si personne ne les sait.")

    def regle(self, ajoute: bool) -> Regle:
        debut = self.n
        annees, periodes = self.dates()
        semaines = self.semaines() if self.prend("week") else ()
        self.prend(":")
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
        return Regle(annees, periodes, semaines, jours, feries, plages, etat, commentaire, ajoute and etat != "ferme")

    # -- selectors

    def dates(self):
        annees: list[tuple[int, int]] = []
        periodes: list[Periode] = []
        while True:
            if self.est_annee() and self.mots[self.n + 1] not in MOIS:
                debut = self.annee()
                fin = DERNIERE_ANNEE if self.prend("+") else self.annee() if self.prend("-") else debut
                if self.mot == "/":
                    raise Illisible("Une année sur deux : écrivez chaque année, par exemple « 2026,2028 ».")
                if fin < debut:
                    raise Illisible(f"Les années « {debut}-{fin} » vont à rebours.")
                annees.append((debut, fin))
            elif self.est_annee() or self.mot in MOIS or self.mot == "easter":
                periodes += self.periodes()
            else:
                break
            if self.est_annee(1):
                self.prend(",")
            else:
                self.continue_par({*MOIS, "easter"})
        return self.annees_et_mois(annees, periodes)

    def annees_et_mois(self, annees, periodes):
        # « 2026 Jul,Sep » is a year and months: the engines refuse a year inside a list of months.
        mois = [p for p in periodes if p.debut.mois and p.debut.jour is None]
        if any(p.debut.annee for p in mois):
            if len({p.debut.annee for p in periodes} - {None}) > 1 or annees or len(mois) < len(periodes):
                raise Illisible(
                    "Plusieurs années avec des mois : écrivez les jours, par exemple « 2026 Jul 01-2026 Aug 31 »."
                )
            annees = [(a, a) for a in {p.debut.annee for p in mois} if a]
            periodes = [Periode(Jalon(p.debut.mois), Jalon(p.fin.mois)) for p in mois]
        if annees and any(p.debut.paques is not None for p in periodes):
            raise Illisible("« easter » ne se combine pas avec une année : écrivez la date.")
        return tuple(annees), mois_joints(periodes)

    def est_annee(self, plus_loin: int = 0) -> bool:
        mot = self.mots[self.n + plus_loin]
        return len(mot) == 4 and mot.isdecimal()

    def annee(self) -> int:
        return self.nombre(PREMIERE_ANNEE, DERNIERE_ANNEE, "une année")

    def periodes(self) -> list[Periode]:
        debut = self.jalon(None)
        if debut.paques is not None:
            if self.mot == "-":
                raise Illisible("Une période qui part de Pâques n'est pas prise en charge : écrivez ses dates.")
            return [Periode(debut, debut)]
        fin = debut
        if self.prend("-"):
            if debut.jour and self.mot.isdecimal() and not self.est_annee():
                fin = self.verifie(Jalon(debut.mois, self.nombre(1, 31, "un jour du mois"), debut.annee))
            else:
                fin = self.jalon(debut.annee)
        resultat = [self.periode(debut, fin)]
        while debut.jour and self.mot == "," and self.mots[self.n + 1].isdecimal() and not self.est_annee(1):
            self.n += 1  # « Dec 24,31 »
            jalon = self.verifie(Jalon(debut.mois, self.nombre(1, 31, "un jour du mois"), debut.annee))
            resultat.append(Periode(jalon, jalon))
        return resultat

    def periode(self, debut: Jalon, fin: Jalon) -> Periode:
        if (debut.jour is None) != (fin.jour is None) or fin.paques is not None:
            raise Illisible("Une période va de mois à mois ou de jour à jour, par exemple « Jul 01-Aug 31 ».")
        if bool(debut.annee) != bool(fin.annee) or (debut.annee and fin.annee < debut.annee):
            raise Illisible(
                "Une période datée porte ses deux années dans l'ordre, par exemple « 2026 Dec 24-2027 Jan 03 »."
            )
        if debut.annee and debut.jour is None and fin.annee != debut.annee:
            raise Illisible(
                "Une période qui passe d'une année à l'autre porte ses jours, "
                "par exemple « 2026 Nov 01-2027 Feb 28 »."
            )
        if debut.annee and debut.jour and debut.annee == fin.annee and (debut.mois, debut.jour) > (fin.mois, fin.jour):
            raise Illisible(f"La période « {debut.osm}-{fin.osm} » finit avant de commencer.")
        return Periode(debut, fin)

    def jalon(self, annee: int | None) -> Jalon:
        if self.prend("easter"):
            # « easter - Jun 01 » is a period; « easter -2 days » is a day.
            if self.mots[self.n + 2] not in ("day", "days"):
                return Jalon(paques=0)
            signe = self.prend("+", "-")
            decalage = self.nombre(0, 200, "un nombre de jours")
            self.prend("day", "days")
            return Jalon(paques=decalage if signe == "+" else -decalage)
        if self.est_annee():
            annee = self.annee()
        if self.mot not in MOIS:
            raise self.refus()
        mois = MOIS[self.prend()]
        if self.mot.isdecimal() and not self.est_annee():
            return self.verifie(Jalon(mois, self.nombre(1, 31, "un jour du mois"), annee))
        return Jalon(mois, None, annee)

    def verifie(self, jalon: Jalon) -> Jalon:
        if jalon.jour > monthrange(jalon.annee or 2024, jalon.mois)[1]:
            raise Illisible(f"« {jalon.osm} » n'existe pas dans le calendrier.")
        return jalon

    def semaines(self) -> tuple[tuple[int, int, int], ...]:
        semaines = []
        while True:
            debut = self.nombre(1, 53, "un numéro de semaine")
            fin = self.nombre(debut, 53, "un numéro de semaine") if self.prend("-") else debut
            pas = self.nombre(1, 26, "un nombre de semaines") if self.prend("/") else 1
            semaines.append((debut, fin, pas))
            if not (self.mot == "," and self.mots[self.n + 1].isdecimal()):
                return tuple(semaines)
            self.n += 1

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
