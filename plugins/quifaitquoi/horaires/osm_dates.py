"""Reader of the part of a rule of OpenStreetMap's notation that is wider than the week: `2026 Jul 01-Aug 31 week 02-53/2`."""

from __future__ import annotations

import re
from calendar import monthrange

from quifaitquoi.base.texte import cite

from .fautes import Illisible
from .selecteurs import DERNIERE_ANNEE, MOIS_OSM, PREMIERE_ANNEE, Jalon, Periode, mois_joints

MOIS = {nom.lower(): m for m, nom in enumerate(MOIS_OSM, 1)}
REFUS = {
    "sh": "« SH » (vacances scolaires) avec d'autres jours se lit de deux façons : écrivez « SH Mo-Fr 10:00-12:00 » pour ces "
    "jours-là pendant les vacances, ou « Mo-Fr 10:00-12:00; SH 10:00-12:00 » pour ces jours-là et toutes les vacances.",
    "||": "« || » (sinon) ne se lit qu'une fois, après des heures sans « off » ni « ; », par exemple « Mo-Fr 09:00-12:00 || \"sur "
    "rendez-vous\" » : écrivez sinon une règle par cas, séparées par « ; ».",
} | {
    mot: f"« {mot} » dépend du soleil et n'est pas calculable ici : écrivez une heure, par exemple « 08:00-18:00 »."
    for mot in ("sunrise", "sunset", "dawn", "dusk")
}
LEXEME = re.compile(r'\s*("[^"]*"|24/7|\d{1,2}:\d{2}|\d+|[^\W\d_]+|\|\||\S)')
EXEMPLE = "écrivez par exemple « Mo-Fr 09:00-12:00,14:00-17:30; PH off » (notation d'OpenStreetMap)"


class Dates:
    """The lexemes of a value and where the reader stands; each method reads one selector of the year from there."""

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

    def refus(self) -> Illisible:
        mot = self.mot
        if mot in REFUS:
            return Illisible(REFUS[mot])
        lexeme = self.lexemes[self.n][:40] if self.n < len(self.lexemes) else "la fin"
        if lexeme.isdecimal():
            return Illisible(f"« {lexeme} » n'est pas compris : les heures s'écrivent ici « 09:00-12:00 ».")
        return Illisible(f"« {lexeme} » n'est pas compris à cette place ; {EXEMPLE}.")

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
