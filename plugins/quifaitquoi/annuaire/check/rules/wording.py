"""Words that label people, shut them out, or break for screen readers and search."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu, mots
from quifaitquoi.annuaire.model.genres import GENRES
from quifaitquoi.annuaire.model.quartier import ListeReperes
from quifaitquoi.annuaire.model.types import Element, Sorte
from quifaitquoi.annuaire.model.vocabulaire import Sigles
from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.base.texte import visible

# What is found, and what to write instead: conditions describe the service, never the reader.
ETIQUETTES: tuple[tuple[str, str], ...] = (
    (r"SDF|sans[ -]abris?|clochards?|sans domicile fixe", "personnes sans domicile"),
    (r"toxicomanes?|toxicos?|drogu(?:é|ée)s?|camée?s|junkies?", "personnes concernées par une addiction"),
    (r"(?<!boisson )(?<!boissons )alcooliques?(?! anonymes)|alcoolos?", "personnes concernées par l'alcool"),
    (
        r"publics? (?:très )?éloignés?|publics? empêchés?|hors des radars|publics? captifs?|(?:les|des|aux|publics?) invisibles",
        "personnes concernées",
    ),
    (r"cas soc(?:iaux|ial)|cassos|(?:les|des|aux) assistés|indigents?|nécessiteux", "personnes en difficulté"),
    (r"clandestins?|migrants? illéga(?:l|ux)|illégaux|sans-papiers?", "personnes sans titre de séjour"),
    (r"(?:les|des|aux|pour) (?:handicapés|(?-i:invalides))|infirmes?|attardés?", "personnes handicapées"),
    (
        r"malades? menta(?:l|ux)|débiles?|(?:les|des|aux|pour) fous|schizophrènes",
        "personnes concernées par des troubles psychiques",
    ),
    (r"prostituée?s?", "personnes en situation de prostitution"),
    (r"filles?-mères?|mères? isolées?", "personnes qui élèvent seules leurs enfants"),
    (r"petits? vieux|vieillards?|le troisième âge", "personnes âgées"),
    (r"délinquants?|taulards?|ex-détenus?", "personnes placées sous main de justice, ou sortant de prison"),
    (r"gens du voyage sédentarisés|romanos?|manouches?", "gens du voyage"),
)
ETIQUETTE = re.compile(r"\b(?:" + "|".join(f"({motif})" for motif, _ in ETIQUETTES) + r")\b", re.IGNORECASE)
# Each pattern has one of these words, without accents: a file, and then a text, that has none of them is not searched.
REVEIL = frozenset("""
sdf abri abris clochard clochards fixe toxicomane toxicomanes toxico toxicos drogue drogues droguee droguees camee camees
came cames junkie junkies alcoolique alcooliques alcoolo alcoolos eloigne eloignes empeche empeches radars captif captifs
invisibles soc sociaux social cassos assistes indigent indigents necessiteux clandestin clandestins illegal illegaux
handicapes invalides infirme infirmes attarde attardes mental mentaux debile debiles fous schizophrenes prostitue
prostitues prostituee prostituees mere meres vieux vieillard vieillards troisieme delinquant delinquants taulard taulards
detenu detenus sedentarises romano romanos manouche manouches
""".split())
# The glossary says the labels that stand on papers, to explain them; landmarks are called what their signs say.
PAS_RELUS = (Sigles, ListeReperes)
# Each kind of which there are many: all that it says is for readers.
LUS_PAR_TOUS = tuple(genre.modele for genre in GENRES.values() if genre.dossier)
# What readers read as it is written.
LUES = (Sorte.DITE, Sorte.NOTE, Sorte.NOM)
SIGLE = re.compile(r"(?<![\w@./-])[A-Z][A-Za-z]?[A-Z][A-Z0-9]*s?(?![\w@-])")
CHIFFRES_ROMAINS = re.compile(r"[IVXLC]+")
COMPRIS = frozenset("OK TV SMS PDF WC CD DVD USB GPS RDC WIFI QR FAQ SOS BD ADN VTT HLM CDI CDD CV UE ONU SDF".split())
MARQUES_DE_GENRE = ("·", "•", "‧", "(e)", ".e", "-e")
POINT_MEDIAN = re.compile(r"\w+[·•‧]\w+(?:[·•‧]\w+)?|\w{3,}\(e\)s?(?!\w)|\w{3,}\.e(?:\.?s)?\b|\w{3,}-e-?s\b")


def _reveille(mots: frozenset[str], texte: str) -> bool:
    return not REVEIL.isdisjoint(mots) or "ans-papier" in texte


def _lus(lu: Lu) -> Iterable[tuple[Chemin, str]]:
    return ((chemin, texte) for chemin, texte, sorte in lu.textes if sorte in LUES)


@regle("mot-qui-etiquette", "avertissement", Element, sauf=PAS_RELUS)
def mot_qui_etiquette(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un mot colle une étiquette aux personnes."""
    if not _reveille(lu.mots, lu.texte):
        return
    for chemin, texte in _lus(lu):
        for trouve in ETIQUETTE.finditer(texte) if _reveille(mots(texte), texte) else ():
            propose = ETIQUETTES[trouve.lastindex - 1][1]
            yield Signal(chemin, f"« {visible(trouve[0])} » colle une étiquette : écrivez plutôt « {propose} »")


@regle("sigle-inconnu", "avertissement", *LUS_PAR_TOUS, ailleurs=True)
def sigle_inconnu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un sigle n'est pas dans le glossaire : beaucoup de lecteurs ne le comprendront pas."""
    if "sigles" not in contexte.listes:
        return
    connus = contexte.une_fois(_connus)
    # Nothing that YAML reads in a text is absent from the file, but what an escape writes: most files are done with here.
    if "\\" not in lu.texte and all(_compris(sigle, connus) for sigle in SIGLE.findall(lu.texte)):
        return
    vus: set[str] = set()
    for chemin, texte in _lus(lu):
        if chemin == ("nom",):
            continue
        for sigle in SIGLE.findall(texte):
            if sigle in vus or _compris(sigle, connus):
                continue
            vus.add(sigle)
            yield Signal(chemin, f"le sigle « {visible(sigle.removesuffix('s'))} » n'est pas dans le glossaire : écrivez-le en "
                                 "toutes lettres, ou ajoutez-le à vocabulaire/sigles.yml")


def _compris(sigle: str, connus: frozenset[str]) -> bool:
    nu = sigle.removesuffix("s")
    return sigle.upper() in connus or nu.upper() in connus or CHIFFRES_ROMAINS.fullmatch(nu) is not None


def _connus(contexte: Contexte) -> frozenset[str]:
    """Acronyms that readers can look up, or that are somebody's name."""
    directory = contexte.directory
    noms = [texte for slug, sigle in directory.vocabulaire.sigles.items() for texte in (slug, *(sigle.anciens_noms or ()))]
    for element in (*directory.organismes.values(), *directory.fiches.values()):
        noms += [element.nom, *(element.autres_noms or ()), getattr(element, "sigle", None) or ""]
    noms += [nom for droit in directory.droits.values() for nom in (droit.nom, droit.sigle or "")]
    return frozenset(mot.upper() for nom in noms for mot in re.findall(r"\w+", nom)) | COMPRIS


@regle("point-median", "avertissement", Element, sauf=PAS_RELUS)
def point_median(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Le point médian coupe les mots pour les lecteurs d'écran et la recherche."""
    for chemin, texte in _lus(lu):
        if any(marque in texte for marque in MARQUES_DE_GENRE) and (trouve := POINT_MEDIAN.search(texte)):
            yield Signal(chemin, f"« {visible(trouve[0])} » est mal lu à voix haute : écrivez les deux mots, ou un mot pour tous. "
                                 "Exemple : les habitantes et habitants")
