"""Checks pages/: hand-written Markdown and its pictures. What passes here is published; what is neither is refused."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from quifaitquoi.annuaire.check.context import Contexte
from quifaitquoi.annuaire.check.divulgation import d_abord, ici, plus_bas
from quifaitquoi.annuaire.check.images import legendee, situee
from quifaitquoi.annuaire.check.load import DIVULGUEE, sans_citation
from quifaitquoi.annuaire.check.portes.lecture import Soupcon
from quifaitquoi.annuaire.check.portes.regard import Regard, Regards
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.check.rules.confidentiality import les_regards
from quifaitquoi.annuaire.check.rules.contact import dit_sosie
from quifaitquoi.annuaire.check.tree import SLUG
from quifaitquoi.annuaire.model.pages import PAR_NOM, PRISES, SCHEMES, VERS_ECRITE, VERS_ICI, VERS_PAGE
from quifaitquoi.annuaire.read.faute import Faute, Illisible
from quifaitquoi.annuaire.read.source import lire_texte
from quifaitquoi.base.proches import proche, vouliez_vous_dire
from quifaitquoi.base.sosies import sosie
from quifaitquoi.base.texte import visible
from quifaitquoi.langues import est_connue

DOSSIER, IMAGES = "pages", "images"
FICHIERS_MAX, IMAGE_MAX = 500, 1024 * 1024
# How the files of each kind begin: none of them can hold a script.
SIGNATURES = {
    ".png": rb"\x89PNG\r\n\x1a\n", ".jpg": rb"\xff\xd8\xff", ".jpeg": rb"\xff\xd8\xff", ".gif": rb"GIF8[79]a",
    ".webp": rb"RIFF....WEBP"}
CONSEILS = {
    ".html": "recopiez son texte dans une page .md", ".htm": "recopiez son texte dans une page .md",
    ".svg": "enregistrez ce dessin en .png", ".txt": "donnez-lui un nom qui finit par .md"}
# Marks of lists and quotes before a text: each is a level that whoever reads the page, and the program, goes down.
RETRAIT = re.compile(r"(?:[ \t>]|[-*+:][ \t]|\d+\.[ \t])*")
RETRAIT_MAX = 60
TITRE = re.compile(r" {0,3}(#{1,6})(?=\s|$)")
SOULIGNE = re.compile(r" {0,3}(=+|-+)[ \t]*")
CIBLE = re.compile(r"(?<=\])\([^)]*\)|<[^<>]*>|`[^`]*`")  # where a link leads was read as a link
CODE_OU_IMAGE = re.compile(r"`[^`]*`|!\[[^\]]*\]\([^)]*\)")
LIEN = re.compile(r"\]\(\s*<?(?P<la>(?:[^\s()<>]|\([^\s()]*\))*)|^ {0,3}\[[^\]]+\]:\s*<?(?P<ici>[^\s<>]+)")


def pages_ecrites(racine: Path, base: Path, contexte: Contexte) -> list[Probleme]:
    """What is wrong in pages/: each fault stops the publication, as those of any other file."""
    fichiers = [*_fichiers(racine / DOSSIER)]
    ecrites = frozenset(f.name.partition(".")[0] for f in fichiers if f.suffix == ".md" and f.parent.name == DOSSIER)
    problemes = []
    for fichier in fichiers[:FICHIERS_MAX]:
        chemin = os.path.relpath(fichier, base)
        fautes = [*_fautes(fichier, fichier.parent.name == IMAGES, ecrites, contexte), *_divulguees(fichier, contexte)]
        if any(faute.regle == DIVULGUEE for faute in fautes):
            fautes = [faute if faute.regle == DIVULGUEE else replace(faute, phrase=sans_citation(faute.phrase)) for faute in fautes]
        problemes += [Probleme(chemin, faute.ligne, faute.colonne, "erreur", "", visible(faute.phrase, 800), faute.regle)
                      for faute in fautes]
    if len(fichiers) > FICHIERS_MAX:
        phrase = f"plus de {FICHIERS_MAX} fichiers : la suite n'est pas lue"
        problemes.append(Probleme(os.path.relpath(racine / DOSSIER, base), 1, 1, "erreur", "", phrase, "trop-de-fichiers"))
    return problemes


def _fichiers(dossier: Path) -> Iterator[Path]:
    """What stands there, in order, and in its folder of pictures; hidden files are tools'."""
    # A folder that is a link is told with the rest of the tree.
    if dossier.is_symlink() or not dossier.is_dir():
        return
    for fichier in sorted(dossier.iterdir()):
        if fichier.name.startswith("."):
            continue
        if dossier.name == DOSSIER and fichier.name == IMAGES and fichier.is_dir() and not fichier.is_symlink():
            yield from _fichiers(fichier)
        else:
            yield fichier


def _fautes(fichier: Path, image: bool, ecrites: frozenset[str], contexte: Contexte) -> Iterator[Faute]:
    nom, fin = fichier.name, fichier.suffix.lower()
    if fichier.is_symlink():
        yield Faute("lien", "ce fichier est un lien : remplacez-le par un vrai fichier")
    elif fichier.is_dir():
        yield Faute("fichier-mal-place", "ce dossier serait oublié : les pages vont dans pages/, les images dans pages/images/, "
                                         "sans autre dossier")
    elif fin in SIGNATURES:
        yield from _fautes_d_image(fichier, image)
    elif fichier.suffix != ".md" or image:
        quoi = "une image" if image else "une page Markdown (.md)"
        conseil = "" if image else CONSEILS.get(fin, "")
        yield Faute("fichier-ignore", f"« {nom} » n'est pas {quoi} : retirez-le"
                    + (f", ou {conseil}" if conseil else f". Sont publiées : les images {', '.join(SIGNATURES)}" if image else ""))
    else:
        yield from _fautes_de_nom(nom)
        yield from _fautes_de_page(fichier, ecrites, contexte)


def _fautes_d_image(fichier: Path, a_sa_place: bool) -> Iterator[Faute]:
    nom, fin = fichier.name, fichier.suffix
    if not a_sa_place:
        yield Faute("fichier-mal-place", f"« {nom} » est une image : mettez-la dans pages/images/")
    elif not SLUG.fullmatch(fichier.stem) or fin != fin.lower() or len(nom) > 80:
        yield Faute("nom-de-fichier", f"« {nom} » : un nom d'image s'écrit en minuscules sans accent, chiffres et tirets. "
                                      "Exemple : facade.jpg")
    elif not fichier.is_file():
        yield Faute("fichier", "ce n'est pas un fichier ordinaire : remplacez-le par une image")
    elif fichier.stat().st_size > IMAGE_MAX:
        yield Faute("taille", f"cette image est trop grosse : {IMAGE_MAX // 1024} Ko au plus. Réduisez-la")
    elif not re.match(SIGNATURES[fin], octets := _octets(fichier), re.DOTALL):
        yield Faute("image", f"« {nom} » n'est pas une image {fin}, malgré son nom : enregistrez-la de nouveau, en .png ou en .jpg")
    elif situee(octets):
        yield Faute("image-situee", f"« {nom} » dit où cette photo a été prise, et qui l'enregistre le lit : remplacez-la par une "
                                    "capture d'écran de cette image, puis demandez à l'équipe de purger l'historique de git")
    elif legendee(octets):
        yield Faute("image-legendee", f"« {nom} » porte une légende que l'on ne voit pas, et qui l'enregistre la lit : "
                                      "remplacez-la par une capture d'écran de cette image")


def _octets(fichier: Path) -> bytes:
    try:
        return fichier.read_bytes()
    except OSError:
        return b""


def _fautes_de_nom(nom: str) -> Iterator[Faute]:
    slug, point, code = nom.removesuffix(".md").partition(".")
    if nom == "README.md":
        return
    if not SLUG.fullmatch(slug) or len(slug) > 80 or (point and not est_connue(code)):
        yield Faute("nom-de-fichier", f"« {nom} » : un nom de page s'écrit en minuscules sans accent, chiffres et tirets (80 au "
                                      "plus), puis, pour une traduction, un point et le code de sa langue. Exemples : "
                                      "mentions.md, mentions.en.md")
    elif slug == "index":
        yield Faute("page-prise", f"« {nom} » : l'accueil du site est fait d'annuaire.yml et des fiches. Donnez un autre nom à "
                                  "cette page. Exemple : a-propos.md")
    elif slug in PRISES:
        yield Faute("page-prise", f"« {nom} » prendrait la place d'une page du site : donnez-lui un autre nom. Exemple : "
                                  f"a-propos-{slug}.md")


def _fautes_de_page(fichier: Path, ecrites: frozenset[str], contexte: Contexte) -> Iterator[Faute]:
    try:
        texte = lire_texte(fichier)
    except Illisible as illisible:
        yield illisible.faute
        return
    for numero, ligne in enumerate(re.split(r"\r\n?|\n", texte), 1):
        retrait = RETRAIT.match(ligne)[0].expandtabs(4)
        if len(retrait) > RETRAIT_MAX and ligne.strip(" \t-*"):
            yield Faute("profondeur", f"trop de listes ou de citations les unes dans les autres ({RETRAIT_MAX} signes au plus "
                                      "avant le texte) : écrivez-les à la suite", numero)
            return
        if vu := sosie(ligne):
            yield Faute("adresse-sosie", dit_sosie(vu[1]), numero, vu[0] + 1)
        for lien in LIEN.finditer(CODE_OU_IMAGE.sub(lambda lu: " " * len(lu[0]), ligne)):
            groupe = lien.lastgroup or "la"
            if conseil := _nulle_part(lien[groupe], ecrites, contexte):
                dit = f"« {lien[groupe]} »" if lien[groupe] else "ce lien"
                yield Faute("lien-nulle-part", f"{dit} ne mène nulle part : {conseil}", numero, lien.start(groupe) + 1)


def _divulguees(fichier: Path, contexte: Contexte) -> Iterator[Faute]:
    """What a page says of a withheld place, in each part that names it; what the name of any file says of one."""
    regards = contexte.une_fois(les_regards)
    nom = fichier.stem.replace("-", " ")
    if vus := next((vus for regard in regards.qui_nomme(fichier.stem) if (vus := regard.soupcons(nom, nomme=True))), None):
        yield Faute(DIVULGUEE, f"le nom de ce fichier est publié, il nomme un lieu dont l'adresse n'est pas publiée, et "
                               f"{vus[0].quoi} peut mener à sa porte : {d_abord(contexte)}renommez-le, puis demandez à "
                               "l'équipe de purger l'historique de git, qui le garde encore")
    try:
        texte = lire_texte(fichier) if fichier.suffix == ".md" else ""
    except Illisible:
        return
    lignes = re.split(r"\r\n?|\n", texte)
    dites: set[int] = set()
    plus_haut: list[Regard] = []
    for debut, fin in parties(lignes, regards) if regards.qui_nomme(f"{fichier.stem}\n{texte}") else ():
        partie = "\n".join((fichier.stem, *lignes[debut:fin]))
        nommes = regards.qui_nomme(partie)
        # A part that names nobody goes on with those above; one that names another place of the directory speaks of that one.
        suite = not nommes and plus_haut and not regards.nomme_un_autre(partie)
        for regard in plus_haut if suite else nommes:
            for numero in range(debut, fin):
                if numero not in dites and (vus := _vus(lignes[numero], regard, regards)):
                    dites.add(numero)
                    dire = plus_bas if suite else ici
                    yield Faute(DIVULGUEE, dire(contexte, vus[0].quoi), numero + 1, vus[0].place + 1)
        plus_haut += nommes


def _vus(ligne: str, regard: Regard, regards: Regards) -> list[Soupcon]:
    """What a line of such a part may give away; where it names the place itself, each of its words must be known."""
    dite = TITRE.sub(lambda titre: " " * len(titre[0]), ligne)
    return regard.soupcons(dite) or (replace(regard, ferme=True).soupcons(CIBLE.sub(lambda lu: " " * len(lu[0]), dite))
                                     if regards.qui_nomme(ligne) else [])


def parties(lignes: list[str], regards: Regards) -> Iterator[tuple[int, int]]:
    """Where each part of a page begins and ends: from a title to the next one, or to the next as high where the title names."""
    titres = [(numero, len(lu[1])) for numero, ligne in enumerate(lignes) if (lu := TITRE.match(ligne))]
    soulignes = ((numero, SOULIGNE.fullmatch(suite)) for numero, suite in enumerate(lignes[1:]) if lignes[numero].strip())
    titres = sorted([*titres, *((numero, 1 if lu[1][0] == "=" else 2) for numero, lu in soulignes if lu)])
    yield 0, titres[0][0] if titres else len(lignes)
    for rang, (numero, niveau) in enumerate(titres):
        plus_profond = niveau if regards.qui_nomme(lignes[numero]) else 6
        yield numero, next((suivant for suivant, autre in titres[rang + 1:] if autre <= plus_profond), len(lignes))


def _nulle_part(vers: str, ecrites: frozenset[str], contexte: Contexte) -> str:
    """What to write instead of this link; "" where it leads somewhere."""
    if VERS_ICI.fullmatch(vers):
        return ""
    if page := VERS_ECRITE.fullmatch(vers):
        slug = page["slug"]
        return "" if slug in ecrites else "cette page n'est pas dans pages/." + vouliez_vous_dire(
            (p := proche(slug, ecrites)) and f"{p}.md")
    if page := VERS_PAGE.fullmatch(vers):
        premier, *suite = page["chemin"].strip("/").split("/")
        connus = _noms(premier, contexte)
        if not suite and premier in PRISES | ecrites or len(suite) == 1 and (connus is None or suite[0] in connus):
            return ""
        return "aucune page du site n'a cette adresse." + vouliez_vous_dire(
            (p := proche(suite[0], connus)) and f"../{premier}/{p}/index.html" if suite and connus else None)
    try:
        scheme = urlsplit(vers).scheme
    except ValueError:
        scheme = ""
    return "" if scheme in SCHEMES else ("écrivez une adresse complète (https://example.org), une autre page (mentions-legales.md) "
                                         "ou une page du site (../besoins/index.html)")


def _noms(premier: str, contexte: Contexte) -> frozenset[str] | None:
    """The names of the pages below that one; None where a list could not be read whole, and nobody knows."""
    if premier not in PAR_NOM:
        return frozenset()
    vocabulaire = contexte.directory.vocabulaire
    if premier == "droits":
        return contexte.slugs["droit"] | contexte.directory.droits.keys()
    if premier == "fiches":
        return frozenset(contexte.slugs_occupes)
    if premier in ("organismes", "quartiers"):
        return contexte.slugs[premier[:-1]]
    listes = ("besoins", "racines") if premier == "besoins" else ("temps_de_vie",)
    return frozenset(slug for liste in listes for slug in getattr(vocabulaire, liste)) if {*listes} <= contexte.listes else None
