"""Reads the territory's own catalogues, traductions/<code>.po. Whatever is wrong there warns, and French is shown instead."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from quifaitquoi.annuaire.check.load import mots
from quifaitquoi.annuaire.check.portes.paroles import LANGUES
from quifaitquoi.annuaire.check.portes.regard import Regard, Regards
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.check.rules.contact import dit_sosie
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.textes import attendus, textes
from quifaitquoi.annuaire.model.traductions import Traduction, Traductions, meme
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.source import lire_texte
from quifaitquoi.base.proches import proche, vouliez_vous_dire
from quifaitquoi.base.sosies import sosie
from quifaitquoi.base.texte import visible
from quifaitquoi.langues import comparaison, dangers, est_connue, glossaire
from quifaitquoi.langues.po import Entree, Po, lire

DOSSIER = "traductions"
TAILLE_MAX = 4 * 1024 * 1024
LONGUEUR_MAX = 4000
CONTEXTE = re.compile(r'(?:#[~|] *)?msgctxt "(.*)"')
COMMENTAIRE = re.compile(r'#(?![,:])[.~|]? *(?:msg\w+(?:\[\d\])? )?"?(.*?)"?$')
ENTETE = re.compile(r'"[\w-]+: *(.*?)(?:\\n)?"$')
CITES = 5  # how many missing texts a message names


def traductions(racine: Path, base: Path, directory: Directory,
                langues_en: tuple[int, int] = (1, 1)) -> tuple[Mapping[str, Traductions], list[Probleme]]:
    """The territory's catalogues by language, and what to say of them. `langues_en`: where annuaire.yml names the languages."""
    langues = [code for code in directory.annuaire.langues if code != "fr" and est_connue(code)]
    dossier = racine / DOSSIER
    fichiers = sorted(dossier.glob("*.po")) if dossier.is_dir() and not dossier.is_symlink() else []
    if not fichiers and not langues:
        return {}, []
    sources, regards, danger = dict(textes(directory)), Regards(directory), _danger(directory)
    lues, problemes = {}, []
    for fichier in fichiers:
        lecture = _Lecture(fichier, base, regards, sources, danger)
        if fichier.stem in langues:
            lues[fichier.stem] = lecture.traductions(attendus(directory, fichier.stem))
        else:
            lecture.signale("traduction-inutile", 1, f"« {visible(fichier.stem)} » n'est pas une langue du site : ajoutez-la à "
                            "« langues » dans annuaire.yml, ou renommez ce fichier")
        problemes += lecture.problemes
    chemin = os.path.relpath(racine / "annuaire.yml", base)
    problemes += [
        Probleme(
            chemin,
            *langues_en,
            "avertissement",
            "langues",
            f"il n'y a pas de traductions/{code}.po : les mots de ce territoire "
            f"restent en français dans cette langue. Pour le préparer : quifaitquoi translate",
            "traduction-absente",
        )
        for code in langues
        if code not in lues
    ]
    return lues, problemes


def _danger(directory: Directory) -> re.Pattern[str]:
    """The paths of what hurts somebody when it is said wrong."""
    urgences = {u.numero for u in directory.annuaire.urgences}
    return dangers.de_l_annuaire({slug for slug, fiche in directory.siennes.items()
                                  if fiche.contact and urgences & {n.numero for n in fiche.contact.numeros}})


class _Lecture:
    """One catalogue, with what is found wrong in it."""

    def __init__(self, fichier: Path, base: Path, regards: Regards, sources: Mapping[str, str],
                 danger: re.Pattern[str]):
        self._fichier, self._regards, self._sources, self._danger = fichier, regards, sources, danger
        self._tus: set[str] = set()
        self._chemin = os.path.relpath(fichier, base)
        self.problemes: list[Probleme] = []

    def signale(self, regle: str, ligne: int, phrase: str, champ: str = "") -> None:
        self.problemes.append(Probleme(self._chemin, ligne, 1, "avertissement", visible(champ, 120), visible(phrase, 800), regle))

    def traductions(self, attendus: Iterable[str]) -> Traductions:
        po = self._po()
        trouvees = {e.contexte: Traduction(e.ancienne_source or e.source, e.traduction, e.floue)
                    for e in po.entrees if self._bonne(e) and e.traduction}
        self._manquantes(chemin for chemin in attendus if chemin not in trouvees and chemin not in self._tus
                         and not chemin.endswith(".synonymes"))
        return Traductions(self._fichier.stem, trouvees, po.relu)

    def _po(self) -> Po:
        try:
            texte = lire_texte(self._fichier, TAILLE_MAX)
            po = lire(texte)
        except Illisible as illisible:
            self.signale(
                "traduction-illisible", illisible.faute.ligne, f"{illisible.faute.phrase}. En attendant, tout reste en français"
            )
            return Po()
        self._relis_les_commentaires(texte)
        for faute in po.fautes:
            self.signale("traduction-illisible", faute.ligne, f"{faute.phrase}. En attendant, ce texte reste en français")
        return po

    def _bonne(self, e: Entree) -> bool:
        """Whether a page may show it; says why not, and what is old."""
        source = self._sources.get(e.contexte or "")
        regard = self._regards.du_texte(e.contexte or "")
        if regard is not None and not self._se_montre(e, source, regard):
            return False
        if regard is None and self._nomme_une_porte(e, source):
            return False
        if source is None:
            if e.traduction:
                self.signale(
                    "traduction-inconnue",
                    e.ligne,
                    f"« {e.contexte or ''} » n'est le nom d'aucun texte de cet annuaire, ou ce texte "
                    "ne se traduit pas." + vouliez_vous_dire(proche(e.contexte or "", self._sources)),
                )
            return False
        if len(e.traduction) > LONGUEUR_MAX:
            self.signale(
                "traduction-illisible", e.ligne, f"cette traduction a plus de {LONGUEUR_MAX} signes : raccourcissez-la", e.contexte
            )
            return False
        if vu := sosie(e.traduction):
            self.signale("adresse-sosie", e.ligne, f"{dit_sosie(vu[1])}. En attendant, ce texte reste en français", e.contexte)
            return False
        if e.traduction and self._danger.fullmatch(e.contexte) and (e.floue or not dangers.est_comparee(e, source)):
            self._tus.add(e.contexte)
            self.signale("traduction-a-comparer", e.ligne, "en cas de danger, un mot faux fait du mal : ce texte reste en français "
                         "tant que personne n'a comparé sa traduction au français d'aujourd'hui. Comparez-les, puis écrivez "
                         f"au-dessus de « msgctxt » la ligne : {dangers.a_ecrire(source)}", e.contexte)
            return False
        if e.traduction and (e.floue or not meme(e.source, source)):
            self.signale(
                "traduction-perimee",
                e.ligne,
                "le texte français a changé depuis cette traduction : corrigez-la, mettez le nouveau "
                "texte français à « msgid » (quifaitquoi translate le fait) et enlevez « fuzzy ». En attendant, la page dit "
                "qu'elle est plus ancienne",
                e.contexte,
            )
        elif e.traduction and not e.contexte.endswith(".synonymes"):
            for ecart in (*comparaison.ecarts(source, e.traduction), *glossaire.ecarts(self._fichier.stem, source, e.traduction)):
                self.signale("traduction-ecart", e.ligne, f"cette traduction {ecart}", e.contexte)
        return True

    def _se_montre(self, e: Entree, source: str | None, regard: Regard) -> bool:
        """Whether a text about a withheld place may be shown. No sentence says again what it refuses."""
        code = self._fichier.stem.partition("-")[0]
        if e.traduction and code not in LANGUES:
            self._tait(e, "la vérification ne sait pas chercher une adresse dans cette langue : cette traduction n'est pas "
                          "montrée, et la page reste en français. Effacez-la")
        elif (regard.en(code).sachant(source or "").soupcons(e.traduction)
              or any(regard.sachant(source or "").soupcons(texte) for texte in (e.source or "", e.ancienne_source or ""))):
            self._divulgue(e.ligne)
        elif e.traduction and source is not None and (e.floue or not meme(e.source, source)):
            self._tait(e, "le texte français a changé depuis cette traduction, qui n'est donc plus montrée : la page reste en "
                          "français. Corrigez-la, mettez le nouveau texte français à « msgid » (quifaitquoi translate le fait) et "
                          "enlevez « fuzzy »")
        else:
            return True
        return False

    def _nomme_une_porte(self, e: Entree, source: str | None) -> bool:
        """Whether a text about anything else names a withheld place, and says what may lead there."""
        nommes = self._regards.qui_nomme(e.traduction) if e.traduction else ()
        if nommes and self._fichier.stem.partition("-")[0] not in LANGUES:
            self._tait(e, "la vérification ne sait pas chercher une adresse dans cette langue : cette traduction, qui le nomme, "
                          "n'est pas montrée. Effacez-la")
            return True
        if any(regard.sachant(source or "").soupcons(e.traduction) for regard in nommes):
            self._divulgue(e.ligne)
            return True
        return False

    def _tait(self, e: Entree, pourquoi: str) -> None:
        self.signale("traduction-retenue", e.ligne, f"l'adresse de ce lieu n'est pas publiée, et {pourquoi}", e.contexte)

    def _divulgue(self, ligne: int) -> None:
        self.signale("traduction-divulguee", ligne, "l'adresse de ce lieu n'est pas publiée, et ce texte peut mener à sa porte : "
                     "effacez-le, puis demandez à l'équipe de purger l'historique de git. S'il ne mène nulle part, dites-le dans "
                     "« accepte », dans la fiche : « texte » (ces mots mêmes) et « pourquoi »")

    def _relis_les_commentaires(self, texte: str) -> None:
        """What nobody reads on a page is in the repository all the same: remarks, and entries that are no longer in use."""
        nommes = self._regards.peut_nommer(mots(texte), texte)
        for vide, bloc in groupby(enumerate(texte.splitlines(), 1), lambda ligne: not ligne[1].strip()):
            # A digest says nothing: it is the line of who compared.
            lignes = () if vide else tuple(ligne for ligne in bloc if not dangers.COMPARE.fullmatch(ligne[1]))
            contexte = next((lu[1] for _, ligne in lignes if (lu := CONTEXTE.match(ligne))), "")
            if regard := self._regards.du_texte(contexte):
                for numero, ligne in lignes:
                    if (dit := COMMENTAIRE.match(ligne)) and regard.soupcons(_sans_le_slug(dit[1], contexte)):
                        self._divulgue(numero)
            elif nommes:
                for numero, ligne in lignes:
                    dit = COMMENTAIRE.match(ligne) or (not contexte and ENTETE.match(ligne))
                    if dit and any(regard.soupcons(dit[1]) for regard in self._regards.qui_nomme(dit[1])):
                        self._divulgue(numero)

    def _manquantes(self, chemins: Iterable[str]) -> None:
        """One sentence for all the terms without translation. Texts of fiches are many, and their French is shown as such."""
        if manquent := [*chemins]:
            suite = ", …" if len(manquent) > CITES else ""
            n = "1 texte reste" if len(manquent) == 1 else f"{len(manquent)} textes restent"
            self.signale(
                "traduction-manquante",
                1,
                f"{n} en français : {', '.join(manquent[:CITES])}{suite}. Pour les ajouter ici, vides : quifaitquoi translate",
            )


def _sans_le_slug(dit: str, contexte: str) -> str:
    """The path of a text in words, without the name of its file, which is told elsewhere."""
    return re.sub(r"[._\d]+", " ", contexte.split(".", 2)[-1]) if dit == contexte else dit
