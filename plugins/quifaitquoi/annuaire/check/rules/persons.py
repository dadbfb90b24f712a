"""What looks like a person's name: nobody is named in the directory, roles answer for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu, mots
from quifaitquoi.annuaire.model.annuaire import Role
from quifaitquoi.annuaire.model.telephone import est_mobile
from quifaitquoi.annuaire.model.types import Element, Sorte
from quifaitquoi.base.texte import cle_de_tri, signes, visible

# First names common in France, without accents: enough to notice, never enough to be sure.
PRENOMS = frozenset("""
adam adele agathe agnes ahmed aicha alain alexandre alexis ali alice aline amandine amina amelie anais andre anne
antoine arnaud arthur audrey aurelie aurelien ayse barbara beatrice benjamin benoit bernard brigitte bruno camille
carole caroline catherine cecile celine charles charlotte chantal christelle christian christine christophe claire
claude claudine clement colette corinne cyril damien daniel daniele david delphine denis didier dominique dorothee
elena elise elisabeth elodie emilie emma emmanuel eric estelle etienne eva evelyne fabien fabienne fabrice fanny fatih
fatima fatma fatou fatoumata florence florian franck francois francoise frederic gabriel genevieve georges gerard ghislaine
gilles guillaume gregory hassan helene henri hugo ibrahim ines irene isabelle jacqueline jacques jean jeanne jennifer
jerome jessica joel jonathan josiane julia julie julien karim karine khadija kevin laetitia laura laurence laurent lea
lionel lise louis louise luc lucas lucie ludovic madeleine malika manon marc marcel margaux marguerite maria mariam
marie marine marion martin martine mathieu mathilde maurice maxime mehdi mehmet melanie michel michele mickael mohamed
mohammed monique muriel mustafa myriam nadia nadine nathalie nicolas nicole noemie odile olga olivier omar oumar ousmane
pascal pascale patrice patricia patrick paul pauline philippe pierre rachid raphael raymond regine remi rene robert
romain rose sabine sabrina said samir samira sandra sandrine sara sarah sebastien serge simon simone solange sonia
sophie stephane stephanie suzanne sylvain sylvie thierry thomas valentin valerie vanessa veronique victor vincent
virginie walid xavier yacine yann yasmina yasmine yves yvette yvonne zoe
""".split())

# What is a first name behind another one only: « Jean-Baptiste ». Marie-Galante and Pierre-Bénite are towns.
SECONDS = frozenset("""
abdel andree ange angelique antoinette aude baptiste bernadette blanche charlotte dominique edith edouard elise emmanuelle eve flore
france francoise gabrielle helene hubert jo jose josee josephe laure line lise loup luce maurice noel noelle paule rodolphe
roland sebastienne solene sylvestre therese yolande
""".split())

MOT = r"[A-ZÀ-Ý][\w'’‐‑-]+"
# After these words comes a place or a thing that is called after somebody, not somebody.
LIEUX = (r"rue|avenue|boulevard|place|quai|impasse|all[ée]e|chemin|route|square|parc|jardin|[ée]cole|coll[èe]ge|lyc[ée]e|"
         r"gymnase|stade|espace|centre|m[ée]diath[èe]que|biblioth[èe]que|h[ôo]pital|clinique|foyer|r[ée]sidence|maison|salle|"
         r"fondation|institut|th[ée][âa]tre|arr[êe]t|station|[ée]glise|paroisse|cit[ée]|quartier|pont|port|fort|saint|sainte")
CIVILITES = frozenset("m mme mmes mlle mr monsieur madame dr docteur pr maitre me".split())
CIVILITE = re.compile(rf"(?<!\w)(?:M\.|Mme|Mmes|Mlle|Mr|Monsieur|Madame|Dr|Docteur|Pr|Ma[îi]tre|Me)\s+({MOT}|[A-Z]\.)")
APPEL = re.compile(rf"\b(?:demande[rz]|appele[rz]|contacte[rz]|joindre|voir|aupr[èe]s d[e'’]|s['’]adresser [àa]|responsable\s*:|"
                   rf"r[ée]f[ée]rente?\s*:|contact\s*:)\s*({MOT})", re.IGNORECASE)
# A file, and then a text, with neither a first name nor a civility is not searched.
REVEIL = PRENOMS | CIVILITES
# Looked for from each word: « Avec Sophie Martin » must not be read as « Avec Sophie », and then « Martin ».
PRENOM_NOM = re.compile(rf"(?<![\w‐‑-])(?=(({MOT})\s+(?:{MOT}|[A-Z]\.)))")
COMMENTAIRE = re.compile(r"(?:^|\s)#+(.*)$")
NUMERO = re.compile(r"(?<![\w.-])\+?\d(?:[ .-]?\d){7,13}(?![\w-])")
# Streets and web addresses hold the names of the famous, titles of sources those of articles.
TUES = (Sorte.ADRESSE, Sorte.CITEE, Sorte.TELEPHONE, Sorte.CHERCHEE)


@regle("nom-de-personne", "avertissement", Element)
def nom_de_personne(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un texte semble nommer une personne."""
    for chemin, texte, sorte in lu.textes if not REVEIL.isdisjoint(lu.mots) else ():
        if sorte in TUES or (sorte is Sorte.NOM and chemin[-1] == "nom"):
            continue  # houses, zones and landmarks are called after people
        if texte[1:] == texte[1:].lower():
            continue  # a name has a capital behind a civility, a verb or a first name
        if REVEIL.isdisjoint(mots(texte)):
            continue
        if trouve := personne_nommee(texte) or (chemin[-1] == "pour" and _prenom(texte)):
            yield Signal(chemin, f"« {visible(trouve)} » semble nommer une personne : mettez son rôle (l'accueil, la permanence), "
                                 "jamais son nom")
    for chemin, role in lu.blocs(Role):
        if est_un_prenom(role.nom.split()[0]):
            yield Signal((*chemin, "nom"), f"« {visible(role.nom)} » semble nommer une personne : un rôle est une équipe ou une "
                                           "fonction. Exemple : Équipe de Neudorf")


@regle("personne-en-commentaire", "avertissement", Element)
def personne_en_commentaire(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un commentaire ne nomme personne et ne donne aucun portable : les fichiers sont publics."""
    if "#" not in lu.texte:
        return
    for ligne, ecrite in enumerate(lu.texte.splitlines(), 1):
        trouve = COMMENTAIRE.search(ecrite)
        if not trouve:
            continue
        numeros = (numero[0] for numero in NUMERO.finditer(trouve[1]) if est_mobile(numero[0], contexte.directory.annuaire.pays))
        if dit := personne_nommee(trouve[1]) or next(numeros, None):
            yield Signal((), f"« {visible(dit)} » dans un commentaire : les fichiers sont publics, et l'historique les garde. "
                             "Mettez un rôle (l'accueil, la permanence), jamais le nom ou le portable de quelqu'un",
                         place=(ligne, trouve.start(1) + 1))


def personne_nommee(texte: str) -> str | None:
    """What in the text names somebody: a civility and a name, a first name to call, a first name and a surname."""
    for trouve in CIVILITE.finditer(texte):
        if not _est_un_lieu(texte, trouve.start()):
            return trouve[0]
    for trouve in APPEL.finditer(texte):
        if trouve[1][0].isupper() and est_un_prenom(trouve[1]):
            return trouve[1]
    for trouve in PRENOM_NOM.finditer(texte):
        if est_un_prenom(trouve[2]) and not _est_un_lieu(texte, trouve.start()):
            return trouve[1]
    return None


def _prenom(texte: str) -> str | None:
    """A first name alone: beside a number it is who answers."""
    seuls = (trouve for trouve in re.finditer(rf"(?<![\w‐‑-]){MOT}", texte) if est_un_prenom(trouve[0]))
    return next((trouve[0] for trouve in seuls if not _est_un_lieu(texte, trouve.start())), None)


def est_un_prenom(mot: str) -> bool:
    """« Jean », « Jean-Pierre »: each part is a first name, and one of them can stand alone."""
    parts = cle_de_tri(signes(mot)).split("-")
    return not PRENOMS.isdisjoint(parts) and all(part in PRENOMS or part in SECONDS for part in parts)


def _est_un_lieu(texte: str, debut: int) -> bool:
    """Whether the name that starts there comes after a word such as « rue » or « école »."""
    avant = texte[max(0, debut - 40):debut]
    return re.search(rf"\b(?:{LIEUX})[\s-]+(?:du |de la |de l['’]|des |de |d['’])?(?:\w+[\s-])?$", avant, re.IGNORECASE) is not None
