"""`quifaitquoi from-sheet`: what a review meeting ticked and crossed, typed in by whoever wrote it down."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.check.tree import Trouve, parcourir
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.commands.comite import PAR_DEFAUT
from quifaitquoi.commands.verify import date_de, raconte, refuse_le_passe, role_connu
from quifaitquoi.edition.decoupe.fichier import ecrire, ouvrir
from quifaitquoi.edition.formulaires.demander import demande
from quifaitquoi.edition.reponses.comprendre import Incompris
from quifaitquoi.edition.reponses.reponse import Reponse, repondre
from quifaitquoi.edition.reponses.reunion import FAUX, JUSTE, appel, corrige
from quifaitquoi.suivi.comite.feuille import Feuille, cote_a_cote

COMMENT = {"1": "visite", "2": "telephone", "3": "la-structure-elle-meme"}
# What to write where a word alone would not say which field it is.
EXEMPLES = {"nom": "etat.statut=ferme", "horaires": "mardi: 9h-12h", "contact": "contact.telephone=02 61 91 00 11",
            "adresse": "adresse.voie=3 rue des Exemples", "tournee": "tournee[1].lieu=Devant la gare",
            "secteur": "secteur.precision=Toute la ville", "publics": "publics.precision=À partir de 16 ans"}


@click.command("from-sheet")
@click.argument("feuille", type=click.Path(path_type=Path, dir_okay=False), default=cote_a_cote(PAR_DEFAUT))
@click.option("--par", metavar="ROLE", help="Le rôle d'annuaire.yml qui tient la réunion, jamais une personne.")
@click.option("--le", metavar="DATE", help="Le jour de la réunion. Aujourd'hui par défaut.")
@click.option("--dans", "territoire", type=click.Path(path_type=Path), default=Path("directory"), show_default=True,
              help="L'annuaire.")
def from_sheet(feuille: Path, par: str | None, le: str | None, territoire: Path) -> None:
    """Recopier ce qu'une réunion a coché : chaque fiche, par son numéro sur le papier, puis juste ou faux.

    FEUILLE : le fichier .json que « comite » a écrit à côté de son PDF. Chaque réponse est gardée aussitôt : on s'arrête et on
    reprend quand on veut. Chaque fiche finie est changée dans son fichier, à relire et à proposer comme un autre changement.
    """
    racine = racine_de(territoire)
    jour = aujourdhui(racine)
    lue, role, quand = Feuille(feuille), role_connu(par, racine), date_de(le, jour)
    trouves = {trouve.slug: trouve for trouve in parcourir(racine) if trouve.genre == "fiche"}
    while (slug := _laquelle(lue)) is not None:
        if slug not in trouves:
            click.echo("  Cette fiche n'est plus dans l'annuaire.")
            continue
        try:
            _une(lue, slug, _Essai(trouves[slug], racine, role, quand, jour))
        except Refus as refus:
            click.echo(f"  {refus}\n  Rien n'a été écrit dans cette fiche. Vos réponses sont gardées.")
    n, s = len(lue.faites), "s" if len(lue.faites) > 1 else ""
    click.echo(f"{n} fiche{s} notée{s}, {len(lue.fiches) - n} sans réponse. Relisez ce qui a changé, puis « quifaitquoi check » "
               "et proposez-le : le prochain dossier le dira.")


class _Essai:
    """One fiche, its file as it is now, and what answers would make of it."""

    def __init__(self, trouve: Trouve, racine: Path, par: str, le: date, jour: date) -> None:
        self.trouve, self._racine, self._par, self._le, self._jour = trouve, racine, par, le, jour
        self.fichier = ouvrir(trouve.fichier, racine)
        self.document = lire_yaml(self.fichier.texte)

    def donne(self, reponses: dict[str, str], doutees: list[str], comment: str) -> Reponse:
        """Raises Refus with a sentence."""
        demandee = appel(reponses, doutees, self.document, comment, self._par, self._le)
        reponse = repondre(self.fichier, self.trouve, self._racine, demandee, self._jour)
        if comment:
            refuse_le_passe(reponse, demandee, self.fichier.texte)
        if reponse.erreurs:
            raise Refus(" ; ".join(p.phrase for p in reponse.erreurs[:3]))
        return reponse

    def ecrit(self, reponse: Reponse) -> None:
        if reponse.texte != self.fichier.texte:
            ecrire(self.fichier, reponse.texte)
        raconte(reponse, self.trouve, self._jour)


def _laquelle(feuille: Feuille) -> str | None:
    """The slug of the fiche that was named by its number; None where all is typed in."""
    n = len(feuille.fiches)

    def un_numero(texte: str) -> None:
        if not (texte.isascii() and texte.isdecimal() and 1 <= int(texte[:4]) <= n):
            raise Incompris(f"« {visible(texte)} » n'est pas un numéro de la feuille : de 1 à {n}")

    dit = demande(f"\nFiche n° (1 à {n})", un_numero, facultatif=" [Entrée : c'est fini]")
    if not dit:
        return None
    slug, nom, _ = feuille.fiches[int(dit) - 1]
    click.echo(f"{dit}. {visible(nom)}" + (" (déjà notée : ceci s'y ajoute)" if slug in feuille.faites else ""))
    return slug


def _une(feuille: Feuille, slug: str, essai: _Essai) -> None:
    """Ask for each question what was ticked, keep each answer, then put all of them in the file."""
    questions = next(siennes for autre, _, siennes in feuille.fiches if autre == slug)
    for champ, titre, _ in questions:
        deja = feuille.de(slug).get(champ, "")
        dit = demande(f"  {visible(titre)} : j (juste), f (faux)", _coche, facultatif=" [Entrée : on ne sait pas]",
                      deja=deja and ("j" if deja == JUSTE else "f"))[:1].lower()
        if dit == "f":
            feuille.repond(slug, champ, FAUX)
            feuille.repond(slug, champ, _la_verite(champ, deja if deja != JUSTE else "", essai))
        else:
            feuille.repond(slug, champ, JUSTE if dit else "")
    reponses = dict(feuille.de(slug))
    if not reponses:
        click.echo("  Rien de coché : la fiche ne change pas.")
        return
    comment = demande("  Quelqu'un l'a-t-il vérifié ? 1 : en y allant, 2 : en téléphonant, 3 : le lieu était là", _comment,
                      facultatif=" [Entrée : non]")
    reponse = essai.donne(reponses, [champ for champ, _, doute in questions if doute], COMMENT.get(comment, ""))
    essai.ecrit(reponse)
    feuille.est_faite(slug)


def _la_verite(champ: str, deja: str, essai: _Essai) -> str:
    """What is true, as the file is to say it; FAUX where nobody knows."""

    def se_lit(texte: str) -> None:
        try:
            essai.donne({champ: corrige(champ, texte)}, [], "")
        except Refus as refus:
            raise Incompris(str(refus)) from None

    exemple = f". Exemple : {EXEMPLES[champ]}" if champ in EXEMPLES else ""
    dit = demande(f"    Ce qui est vrai{exemple}", se_lit, facultatif=" [Entrée : personne ne le sait]",
                  deja="" if deja == FAUX else deja.removeprefix(f"{champ}="))
    return corrige(champ, dit) if dit else FAUX


def _coche(texte: str) -> None:
    if texte.lower() not in ("j", "f", JUSTE, FAUX):
        raise Incompris("Répondez j (juste) ou f (faux), ou appuyez sur Entrée")


def _comment(texte: str) -> None:
    if texte not in COMMENT:
        raise Incompris("Répondez 1, 2 ou 3, ou appuyez sur Entrée")
