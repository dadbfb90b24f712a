"""The words of hours in any language: times, days, seasons; whole patterns, so that each orders its own.

The texts use no-break spaces where French wants them.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton, get_day_names
from babel.lists import format_list

from ..langues import Langue, Traduit
from ..langues.dates import comme_on_l_ecrit, noms_des_mois
from .modele import JOURNEE, Plage, Regle
from .selecteurs import DEPUIS_TOUJOURS, DERNIERE_ANNEE, TOUJOURS, Jalon, Jour, Periode, suites

ESPACE = "\u00a0"
DEBUT_ISOLE, FIN_ISOLE = "\u2068", "\u2069"


def liste(textes: list[str], langue: Langue) -> str:
    """« a, b et c »."""
    return textes[0] if len(textes) == 1 else format_list(textes, locale=langue.locale)


@lru_cache(maxsize=8192)
def heure(minutes: int, langue: Langue) -> str:
    """« 9 h 30 », « minuit »; « 9:30 » in other languages."""
    minutes %= JOURNEE
    if minutes == 0:
        return langue.texte("minuit")
    heures, reste = divmod(minutes, 60)
    if langue.francaise:
        return f"{heures}{ESPACE}h{ESPACE}{reste:02d}" if reste else f"{heures}{ESPACE}h"
    # Doors, phones and timetables here count to 24: « 2:30 PM » would be one thing more to translate.
    return f"{heures}:{reste:02d}"


def plage_en_phrase(plage: Plage, langue: Langue) -> str:
    if plage.fin is None:
        return langue.texte("à partir de {heure_debut}", heure_debut=heure(plage.debut, langue))
    debut, fin = heure(plage.debut, langue), heure(plage.fin, langue)
    return langue.texte("de {heure_debut} à {heure_fin}", heure_debut=debut, heure_fin=fin)


def plage_en_table(plage: Plage, langue: Langue) -> str:
    if plage.fin is None:
        return langue.texte("à partir de {heure_debut}", heure_debut=heure(plage.debut, langue))
    debut, fin = heure(plage.debut, langue), heure(plage.fin, langue)
    return langue.texte("{heure_debut} – {heure_fin}", heure_debut=debut, heure_fin=fin)


@lru_cache(maxsize=1024)
def nom_du_jour(jour: int, langue: Langue) -> str:
    return get_day_names("wide", locale=langue.locale)[jour]


def jours(regle: Regle, langue: Langue) -> str:
    """The days of the week and the holidays of a rule; every day where it names none."""
    if not regle.jours and not regle.feries:
        return langue.texte("tous les jours")
    textes = []
    for debut, fin in suites(jour.jour for jour in regle.jours if not jour.rang):
        if (debut, fin) == (0, 6):
            textes.append(langue.texte("tous les jours"))
        elif fin - debut > 1:
            premier, dernier = nom_du_jour(debut, langue), nom_du_jour(fin, langue)
            textes.append(langue.texte("du {premier} au {dernier}", premier=premier, dernier=dernier))
        else:
            textes += [langue.texte("le {jour}", jour=nom_du_jour(j, langue)) for j in range(debut, fin + 1)]
    textes += [_rang(jour, langue) for jour in regle.jours if jour.rang]
    if -1 in regle.feries:
        textes.append(langue.texte("les veilles de jours fériés"))
    if 0 in regle.feries:
        textes.append(langue.texte("les jours fériés"))
    return liste(textes, langue)


def _rang(jour: Jour, langue: Langue) -> str:
    nom = nom_du_jour(jour.jour, langue)
    match jour.rang:
        case 1:
            return langue.texte("le premier {jour} du mois", jour=nom)
        case 2:
            return langue.texte("le deuxième {jour} du mois", jour=nom)
        case 3:
            return langue.texte("le troisième {jour} du mois", jour=nom)
        case 4:
            return langue.texte("le quatrième {jour} du mois", jour=nom)
        case 5:
            return langue.texte("le cinquième {jour} du mois", jour=nom)
        case -1:
            return langue.texte("le dernier {jour} du mois", jour=nom)
        case -2:
            return langue.texte("l’avant-dernier {jour} du mois", jour=nom)
        case rang:
            return langue.texte("le {rang}e {jour} du mois en partant de la fin", jour=nom, rang=-rang)


def saison(regle: Regle, langue: Langue) -> str:
    """The part of the year of a rule, "" where it holds all year round."""
    textes = []
    if regle.periodes:
        textes.append(liste([periode(p, langue) for p in regle.periodes], langue))
    if regle.annees:
        annees = liste([_annees(a, b, langue) for a, b in regle.annees], langue)
        if textes:
            seules = liste([str(a) for a, b in regle.annees if a == b] or [annees], langue)
            textes = [langue.texte("{periode} {annee}", periode=textes[0], annee=seules)]
        else:
            textes.append(annees)
    if regle.semaines:
        textes.append(liste([_semaines(*semaines, langue) for semaines in regle.semaines], langue))
    if regle.quinzaine:
        jalon = Jalon(regle.quinzaine.month, regle.quinzaine.day, regle.quinzaine.year)
        textes.append(langue.texte("une semaine sur deux depuis le {date}", date=jour_date(jalon, langue)))
    if regle.vacances:
        textes.append(langue.texte("pendant les vacances scolaires"))
    dits = textes[:1]
    for suite in textes[1:]:
        dits = [langue.texte("{periode}, {jours}", periode=dits[0], jours=suite)]
    return "".join(dits)


@lru_cache(maxsize=2048)
def periode(periode: Periode, langue: Langue) -> str:
    """« en juillet », « d’octobre à avril », « du 1er juillet au 31 août 2026 »."""
    debut, fin = periode.debut, periode.fin
    if debut.paques is not None:
        return _paques(debut.paques, langue)
    if debut.jour:
        if fin == TOUJOURS:
            return langue.texte("à partir du {date}", date=jour_date(debut, langue))
        if debut == DEPUIS_TOUJOURS:
            return langue.texte("jusqu’au {date}", date=jour_date(fin, langue))
        if debut == fin:
            return langue.texte("le {date}", date=jour_date(debut, langue))
        dates = {"date_debut": jour_date(debut, langue), "date_fin": jour_date(fin, langue)}
        return langue.texte("du {date_debut} au {date_fin}", **dates)
    mois = noms_des_mois(langue.locale)
    if fin.mois - debut.mois in (0, 1):
        return liste([langue.texte("en {mois}", mois=mois[m]) for m in range(debut.mois, fin.mois + 1)], langue)
    if debut.mois in (4, 8, 10):  # French elides before « avril », « août », « octobre »
        return langue.texte("d’{mois_debut} à {mois_fin}", mois_debut=mois[debut.mois], mois_fin=mois[fin.mois])
    return langue.texte("de {mois_debut} à {mois_fin}", mois_debut=mois[debut.mois], mois_fin=mois[fin.mois])


@lru_cache(maxsize=2048)
def jour_date(jalon: Jalon, langue: Langue) -> str:
    """« 1er mai », « 24 décembre 2026 »."""
    jour = date(jalon.annee or 2024, jalon.mois, jalon.jour)
    if jalon.annee:
        texte = format_date(jour, "long", locale=langue.locale)
    else:
        texte = format_skeleton("MMMMd", jour, locale=langue.locale)
    if langue.locale.language == "fr" and texte.startswith("1 "):
        texte = "1er" + texte[1:]
    return comme_on_l_ecrit(texte, jour, langue.locale).replace(" ", ESPACE, 1)


def _paques(decalage: int, langue: Langue) -> str:
    match decalage:
        case 0:
            return langue.texte("le jour de Pâques")
        case -2:
            return langue.texte("le Vendredi saint")
        case 1:
            return langue.texte("le lundi de Pâques")
        case 39:
            return langue.texte("le jeudi de l’Ascension")
        case 50:
            return langue.texte("le lundi de Pentecôte")
    if decalage < 0:
        return langue.nombre("{n} jour avant Pâques", "{n} jours avant Pâques", -decalage)
    return langue.nombre("{n} jour après Pâques", "{n} jours après Pâques", decalage)


def _annees(debut: int, fin: int, langue: Langue) -> str:
    if debut == fin:
        return langue.texte("en {annee}", annee=debut)
    if fin == DERNIERE_ANNEE:
        return langue.texte("à partir de {annee}", annee=debut)
    return langue.texte("de {annee_debut} à {annee_fin}", annee_debut=debut, annee_fin=fin)


def _semaines(debut: int, fin: int, pas: int, langue: Langue) -> str:
    if pas == 2 and debut <= 2 and fin >= 52:
        return langue.texte("les semaines paires") if debut == 2 else langue.texte("les semaines impaires")
    if debut == fin:
        return langue.texte("la semaine {n} de l’année", n=debut)
    if pas == 1:
        return langue.texte("de la semaine {debut} à la semaine {fin} de l’année", debut=debut, fin=fin)
    return langue.texte(
        "une semaine sur {pas}, de la semaine {debut} à la semaine {fin} de l’année", pas=pas, debut=debut, fin=fin
    )


def quand(regle: Regle, langue: Langue) -> str:
    """All the days of a rule: « en juillet, du mardi au vendredi »."""
    annee = saison(regle, langue)
    if not annee:
        return jours(regle, langue)
    if not regle.jours and not regle.feries and (regle.est_datee or regle.etat == "ferme"):
        return annee
    return langue.texte("{periode}, {jours}", periode=annee, jours=jours(regle, langue))


def commentaire(regle: Regle, langue: Langue) -> str:
    """The comment of a rule, translated where it is one of ours; "" if it has none and needs none.

    One that nobody translated stands between Unicode's isolates: pages mark what is between them as French.
    """
    if regle.commentaire:
        return commentaire_dit(regle.commentaire, langue)
    return langue.texte("à confirmer") if regle.etat == "inconnu" else ""


def commentaire_dit(ecrit: str, langue: Langue) -> str:
    """The same of a comment alone."""
    dit = langue.texte(ecrit) if ecrit else ecrit
    # What a contributor wrote in French keeps its own direction among the words of another language.
    ecrit_ailleurs = ecrit and not langue.francaise and dit is ecrit and not isinstance(dit, Traduit)
    return f"{DEBUT_ISOLE}{dit}{FIN_ISOLE}" if ecrit_ailleurs else dit
