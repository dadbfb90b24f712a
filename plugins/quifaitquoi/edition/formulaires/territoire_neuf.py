"""A new territory: all that a directory needs before its first fiche. Words common to all come from another one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.pays import fuseau_de
from quifaitquoi.annuaire.model.vacances import ZoneScolaire
from quifaitquoi.base import fichier
from quifaitquoi.base.texte import sans_accents
from quifaitquoi.edition.decoupe import Retrait, editer
from quifaitquoi.edition.decoupe.ecriture import Valeur, bloc
from quifaitquoi.edition.formulaires.reglages import commentes
from quifaitquoi.edition.formulaires.secours import Secours
from quifaitquoi.edition.reponses import comprendre
from quifaitquoi.langues.noms import a

SCHEMA = "# yaml-language-server: $schema={}plugins/quifaitquoi/schema/{}.schema.json\n"
MARGE = 0.12  # degrees on each side of the centre: about ten kilometres
# Kept word for word from the directory that a new one starts from: they name no place.
COMMUNS = ("README.md", "vocabulaire")
# Where the law of France holds as it stands: the other overseas territories have benefits of their own.
DROIT_COMMUN = frozenset(("FR", "GP", "MQ", "GF", "RE"))
PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class QuartierNeuf:
    """`centre` in degrees, `rayon` in metres."""

    nom: str
    centre: tuple[float, float]
    rayon: int


@dataclass(frozen=True)
class TerritoireNeuf:
    """What a new territory says of itself; the first of `quartiers` has the first team."""

    nom: str
    communes: Sequence[str]
    langues: Sequence[str]
    quartiers: Sequence[QuartierNeuf]
    urgences: Sequence[Secours]
    pays: str = "FR"
    fuseau: str = ""
    feries: Sequence[Mapping[str, str]] = field(default=())
    zone_scolaire: ZoneScolaire | None = None


def ecrire(neuf: TerritoireNeuf, modele: Path, directory: Directory, vers: Path) -> list[Path]:
    """Write it into `vers`, which must not be there yet, with the vocabulary of `directory` (read from `modele`).

    Gives the files that are to be completed.
    """
    for commun in COMMUNS:
        source, cible = modele / commun, vers / commun
        cible.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, cible)
        elif source.is_file():
            shutil.copyfile(source, cible)
    _sans_ce_qui_est_d_ailleurs(vers / "vocabulaire", directory, neuf)
    pages = {f"pages/{page.name}": page.read_text("utf-8") for page in sorted(PAGES.glob("*.md"))}
    slugs = [comprendre.slug(quartier.nom) for quartier in neuf.quartiers]
    a_completer = {
        "annuaire.yml": _yaml("../", "annuaire", _annuaire(neuf, f"equipe-{slugs[0]}")) + _reglages(neuf),
        **{f"quartiers/{slug}.yml": _yaml("../../", "quartier", {
            "nom": q.nom, "centre": [f"{axe:.5f}" for axe in q.centre], "rayon": str(q.rayon), "schematique": "oui"})
           for slug, q in zip(slugs, neuf.quartiers, strict=True)},
        "quartiers/partout.yml": _yaml("../../", "quartier", {"nom": f"Partout {a(neuf.nom)}", "etendue": "partout"}),
        "reperes.yml": SCHEMA.format("../", "reperes") + "reperes: {}\n",
        **pages,
    }
    for chemin, texte in a_completer.items():
        fichier.ecrire(vers / chemin, texte)
    for slug in slugs:
        (vers / "fiches" / slug).mkdir(parents=True)
    return [vers / chemin for chemin in a_completer]


def _sans_ce_qui_est_d_ailleurs(vocabulaire: Path, directory: Directory, neuf: TerritoireNeuf) -> None:
    """Takes out of the words what holds at the other territory only: acronyms that name it, or somebody who is there; whatever
    tells to dial a number that is not one here."""
    annuaire, mots = directory.annuaire, directory.vocabulaire
    perdus = {u.numero for u in annuaire.urgences} - {u.numero for u in neuf.urgences}
    compose = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(perdus)))})\b(?! ans\b)") if perdus else None
    # « strasbourgeois » is of Strasbourg.
    lieux = [sans_accents(nom.lower()) for nom in (annuaire.territoire, *(annuaire.communes or ()))]
    gens = {nom for liste in (directory.organismes, directory.fiches) for x in liste.values()
            for nom in (x.nom, *(x.autres_noms or ()))}

    def d_ailleurs(cle: str, texte: str) -> bool:
        return cle in gens or bool(compose and compose.search(texte)) or any(
            lieu in sans_accents(texte.lower()) for lieu in lieux)

    _retire(vocabulaire / "sigles.yml", [Retrait(("sigles", cle)) for cle, sigle in mots.sigles.items()
                                         if d_ailleurs(cle, f"{sigle.nom} {sigle.explication or ''}")], len(mots.sigles))
    for nom, listes in (("besoins", ("racines", "besoins")), ("temps-de-vie", ("temps_de_vie",)), ("publics", ("publics",))):
        _retire(vocabulaire / f"{nom}.yml", [
            Retrait((liste, slug, "presentation")) for liste in listes for slug, terme in getattr(mots, liste).items()
            if terme.presentation and compose and compose.search(terme.presentation)])


def _retire(fichier_: Path, retraits: list[Retrait], sur: int = 0) -> None:
    """A list that would be left with nothing stays as it is."""
    if fichier_.is_file() and retraits and len(retraits) != sur:
        fichier.ecrire(fichier_, editer(fichier_.read_text("utf-8"), retraits))


def _yaml(haut: str, genre: str, valeur: Valeur) -> str:
    return SCHEMA.format(haut, genre) + bloc(valeur, 0, 2, 2, "\n") + "\n"


def _annuaire(neuf: TerritoireNeuf, role: str) -> dict:
    latitudes, longitudes = zip(*(quartier.centre for quartier in neuf.quartiers), strict=True)
    return {
        "nom": f"Qui fait quoi {a(neuf.nom)}",
        "territoire": neuf.nom,
        "presentation": f"Manger, dormir, se laver, se soigner, faire ses papiers : qui fait quoi, quand et où, {a(neuf.nom)}.",
        "avertissement": {"texte": "Cet annuaire commence. Appelez avant d'y aller.", "partout": "non"},
        "langues": [*neuf.langues],
        "pays": neuf.pays,
        "fuseau": neuf.fuseau or fuseau_de(neuf.pays),
        "communes": [*neuf.communes],
        "emprise": {
            "sud": f"{max(min(latitudes) - MARGE, -90):.4f}", "ouest": f"{max(min(longitudes) - MARGE, -180):.4f}",
            "nord": f"{min(max(latitudes) + MARGE, 90):.4f}", "est": f"{min(max(longitudes) + MARGE, 180):.4f}",
        },
        "droits_nationaux": "oui" if neuf.pays in DROIT_COMMUN else "non",
        "roles": {role: {"nom": f"Équipe {neuf.quartiers[0].nom}"}},
        **({"feries_locaux": [dict(ferie) for ferie in neuf.feries]} if neuf.feries else {}),
        **({"zone_scolaire": neuf.zone_scolaire} if neuf.zone_scolaire else {}),
        "urgences": [{"numero": u.numero, "nom": u.nom, "pour": u.pour, **({"besoins": [*u.besoins]} if u.besoins else {})}
                     for u in neuf.urgences],
    }


def _reglages(neuf: TerritoireNeuf) -> str:
    """Where its numbers come from, and every setting that is not written yet."""
    sources = [f"#   {u.numero} : {u.source}" for u in neuf.urgences]
    return "\n".join(["", "# D'où viennent ces numéros. Vérifiez-les avant de publier.", *sources, ""]) + commentes(
        _annuaire(neuf, "equipe"), comprendre.slug(neuf.quartiers[0].nom), neuf.urgences[0].numero)
