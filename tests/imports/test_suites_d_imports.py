"""Months of imports: whatever a source and people change in between, in whatever order, what follows holds after each import."""

from __future__ import annotations

import json
import random
import re
import shutil
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.imports.fichiers_essayes import JOUR, ecrit, service, structure

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.fields import champs
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.attente import Attente
from quifaitquoi.commands.import_ import _atelier
from quifaitquoi.echanges.entrees.bilan import Bilan
from quifaitquoi.echanges.entrees.conduite import Demande, importer
from quifaitquoi.echanges.entrees.formats import FORMATS
from quifaitquoi.edition.decoupe import EditionImpossible, Pose, editer

INTERNET, FRANCAIS = "numerique--acceder-a-une-connexion-internet", "lecture-ecriture-calcul--maitriser-le-francais"
IDS = ("dora--a", "dora--b", "dora--c")
DU_LIEU = {
    "nom": ("Maison du Port", "Le Clavier", "La Souris bleue"), "adresse": ("2 rue des Essais", "9 rue du Sel", None),
    "telephone": ("02 61 91 55 01", "02 61 91 55 02", None, "06 39 98 01 20", "rien"),
    "courriel": ("accueil@port.example.org", None),
    "commune": ("Port-Exemple", "L'Île-aux-Mouettes", None), "latitude": (46.3315, 46.34, None),
    "horaires_accueil": ("Mo-Fr 09:00-12:00", "We open", None), "description": ("Pour apprendre.", None, "Fermé en août. Venez.")}
DU_SERVICE = {
    "nom": ("Cours du soir", "Aide", "Douche"), "description": ("Pour apprendre.", None), "frais": ("gratuit", "payant", None),
    "thematiques": ([INTERNET], ["equipement-et-alimentation--alimentation"], [], [INTERNET, FRANCAIS]),
    "telephone": (None, "02 61 91 55 03"), "horaires_accueil": (None, "Th 10:00-11:00"), "publics": (None, ["tous-publics"])}
DES_GENS = ((("contact", "telephone"), "02 61 91 55 09"), (("nom",), "Chez nous"), (("horaires",), {"lundi": "10h-11h"}),
            (("presentation",), "Ce que nous en savons."), (("adresse", "voie"), "1 rue des Voisins"),
            (("acces", "rendez_vous"), "sans"), (("services", 0, "nom"), "Le cours"))
VERIFIEE = {"le": "2026-11-02", "comment": "telephone", "par": "coordination"}


def _un_de(table: dict) -> st.SearchStrategy:
    return st.sampled_from([(nom, valeur) for nom, valeurs in table.items() for valeur in valeurs])


SIEN, RANG = st.sampled_from(IDS), st.integers(0, 2)
PAS = st.one_of(
    st.tuples(st.just("change"), SIEN, _un_de(DU_LIEU)),
    st.tuples(st.just("change_service"), SIEN, RANG, _un_de(DU_SERVICE)),
    st.tuples(st.just("ajoute"), SIEN), st.tuples(st.just("retire_service"), SIEN, RANG), st.tuples(st.just("quitte"), SIEN),
    st.tuples(st.just("revient"), SIEN), st.tuples(st.just("echange"), SIEN, SIEN), st.tuples(st.just("demenage"), SIEN, SIEN),
    st.tuples(st.just("corrige"), RANG, st.sampled_from(DES_GENS)), st.tuples(st.just("verifie"), RANG),
    st.tuples(st.just("supprime"), RANG), st.tuples(st.just("ferme"), RANG), st.tuples(st.just("leve_les_doutes"), RANG),
    st.tuples(st.just("importe")), st.tuples(st.just("importe")))


class Mois:
    """A territory, what the source says now, and what people wrote: slug → path → value."""

    def __init__(self, port: Path, dossier: Path) -> None:
        self.port, self.dossier = Path(shutil.copytree(port, dossier / "port")), dossier
        self.invites = {f.name for f in (self.port / "fiches").rglob("*.yml")}
        self.source = {sien: [structure(sien, nom=f"Lieu {n} du quai", adresse=f"{n} rue des Essais", latitude=46.331 + n / 300),
                              service(f"{sien}-0", sien)] for n, sien in enumerate(IDS)}
        self.partis: dict[str, list[dict]] = {}
        self.dites: dict[str, dict[tuple, object]] = {}

    # What the source does.
    def change(self, sien: str, quoi: tuple[str, object]) -> None:
        if sien in self.source:
            self.source[sien][0][quoi[0]] = quoi[1]

    def change_service(self, sien: str, rang: int, quoi: tuple[str, object]) -> None:
        for un in self.source.get(sien, [])[1 + rang:2 + rang]:
            un[quoi[0]] = quoi[1]

    def ajoute(self, sien: str) -> None:
        if 0 < len(self.source.get(sien, ())) < 4:
            pris = {un["id"] for tous in self.source.values() for un in tous}
            self.source[sien].append(service(next(i for n in range(99) if (i := f"{sien}-{n}") not in pris), sien))

    def retire_service(self, sien: str, rang: int) -> None:
        if len(self.source.get(sien, ())) > 2:
            del self.source[sien][1 + rang:2 + rang]

    def quitte(self, sien: str) -> None:
        if sien in self.source:
            self.partis[sien] = self.source.pop(sien)

    def revient(self, sien: str) -> None:
        if sien in self.partis:
            self.source[sien] = self.partis.pop(sien)

    def echange(self, un: str, autre: str) -> None:
        """Two identifiers are given each to the other's place."""
        if un in self.source and autre in self.source:
            self.source[un], self.source[autre] = self.source[autre], self.source[un]
            self._renoue()

    def demenage(self, de: str, vers: str) -> None:
        """A service is another structure's from now on."""
        if de != vers and len(self.source.get(de, ())) > 2 and vers in self.source:
            self.source[vers].append(self.source[de].pop())
            self._renoue()

    def _renoue(self) -> None:
        for sien, (lieu, *siens) in self.source.items():
            self.source[sien] = [{**lieu, "id": sien}, *({**un, "structure_id": sien} for un in siens)]

    # What people do, as long as the check lets them.
    def corrige(self, rang: int, quoi: tuple[tuple, object]) -> None:
        if fichier := self._ecrit(rang, lambda texte: pose(texte, *quoi)):
            self.dites.setdefault(fichier.stem, {})[quoi[0]] = quoi[1]

    def verifie(self, rang: int) -> None:
        self._ecrit(rang, lambda texte: texte if "\nverification:" in texte else pose(texte, ("verification",), VERIFIEE))

    def ferme(self, rang: int) -> None:
        self._ecrit(rang, lambda texte: pose(texte, ("etat",), {"statut": "ferme", "depuis": "2026-11-01"}))

    def leve_les_doutes(self, rang: int) -> None:
        self._ecrit(rang, lambda texte: re.sub(r"(?m)^a_confirmer:\n(?:[ -].*\n)*", "", texte))

    def supprime(self, rang: int) -> None:
        for fichier in self.importees()[rang:rang + 1]:
            fichier.unlink()
            self.dites.pop(fichier.stem, None)

    def importees(self) -> list[Path]:
        return sorted(f for f in (self.port / "fiches").rglob("*.yml") if f.name not in self.invites)

    def _ecrit(self, rang: int, ainsi) -> Path | None:
        for fichier in self.importees()[rang:rang + 1]:
            avant = fichier.read_text("utf-8")
            try:
                fichier.write_text(ainsi(avant), encoding="utf-8")
            except EditionImpossible:
                return None
            if not verifier(self.port, JOUR).erreurs:
                return fichier
            fichier.write_text(avant, encoding="utf-8")
        return None

    # And the command.
    def importe(self, port: Path, hasard: random.Random) -> tuple[Bilan, int]:
        """The account, and how many proposals, of the records in some order, in one file or two."""
        tous = [un for siens in self.source.values() for un in siens]
        hasard.shuffle(tous)
        fichiers = [ecrit(self.dossier, f"{n}.json", part) for n, part in enumerate((tous[::2], tous[1::2])) if part]
        directory, forme = verifier(port, JOUR).directory, FORMATS["data-inclusion"]
        demande = Demande(port, directory, forme, fichiers, _atelier(forme, directory, {}, JOUR))
        with closing(Attente()) as attente:
            fait = importer(demande, attente, lambda dit: None)
            return fait.bilan, len(fait.propositions)

    def etat(self, port: Path | None = None) -> dict[str, str]:
        ici = port or self.port
        return {str(f.relative_to(ici)): f.read_text("utf-8") for nom in ("fiches", "imports")
                for f in sorted((ici / nom).rglob("*")) if f.is_file()}


def pose(texte: str, chemin: tuple, valeur: object) -> str:
    return editer(texte, [Pose(chemin, valeur)], lambda ou: champs(Fiche, ou))


def lu(arbre: object, chemin: tuple) -> object:
    for partie in chemin:
        try:
            arbre = arbre[partie]
        except (KeyError, IndexError, TypeError):
            return None
    return arbre


def tient(mois: Mois, hasard: random.Random) -> None:
    """An import, and all that must be true of it."""
    avant, autre = mois.etat(), Path(shutil.copytree(mois.port, mois.dossier / "autre"))
    bilan, _ = mois.importe(mois.port, hasard)
    apres = mois.etat()
    assert bilan.tombe_juste and bilan.lus == sum(map(len, mois.source.values()))
    assert verifier(mois.port, JOUR).erreurs == ()
    assert mois.importe(autre, hasard)[0].sorts == bilan.sorts and mois.etat(autre) == apres, "the order of the records"
    shutil.rmtree(autre)
    encore, proposes = mois.importe(mois.port, hasard)
    assert mois.etat() == apres and not proposes and not encore.sorts["ecrits"] + encore.sorts["fusionnes"], "a second import"
    assert avant.keys() <= apres.keys(), "nothing is taken out"
    disparus = _disparus(mois, avant)
    for nom in (nom for nom in avant if nom.endswith(".yml")):
        fiche, neuve = lire_yaml(avant[nom]).valeur, lire_yaml(apres[nom]).valeur
        siens = (fiche.get("identifiants") or {}).get("data_inclusion")
        if "verification" in fiche or not siens:
            assert apres[nom] == avant[nom], "a verified fact, or a fiche of nobody else"
        for chemin in mois.dites.get(Path(nom).stem, ()):
            assert lu(neuve, chemin) == lu(fiche, chemin), "what people wrote"
        sources = mois.source.get(siens, [])
        if sources and not any(un.get("telephone") for un in sources):
            assert lu(neuve, ("contact", "telephone")) == lu(fiche, ("contact", "telephone")), "an emptied telephone"
        if Path(nom).stem in disparus and "verification" not in fiche:
            assert "etat" in {doute["champ"] for doute in neuve.get("a_confirmer", ())}, "what left is doubted"


def _disparus(mois: Mois, avant: dict[str, str]) -> set[str]:
    """The fiches that this import is to doubt: their records are gone since the last one, and most others are not."""
    memoire = [json.loads(ligne) for ligne in avant.get("imports/data_inclusion.jsonl", "").splitlines()]
    ici = {Path(nom).stem for nom in avant}
    connus = [un for un in memoire if un["fiche"] in ici]
    partis = [un for un in connus if un["id"] not in mois.source]
    return {un["fiche"] for un in partis if "disparu" not in un["valeurs"]} if 2 * len(partis) <= len(connus) else set()


@pytest.fixture(scope="module")
def minuscule(petit_port, tmp_path_factory) -> Path:
    """As little as an import can go into: a second of a check is a minute of these."""
    vers = tmp_path_factory.mktemp("suites") / "port"
    shutil.copytree(petit_port, vers, ignore=shutil.ignore_patterns("droits", "fond", "pages", "images", "reperes.yml"))
    for fichier in (vers / "fiches").rglob("*.yml"):
        if not fichier.name.startswith("numero-"):
            fichier.unlink()
    assert verifier(vers, JOUR).erreurs == ()
    return vers


@settings(max_examples=10)
@given(st.lists(PAS, min_size=2, max_size=12), st.randoms(use_true_random=False))
@example([("echange", "dora--a", "dora--b")], random.Random(1))
@example([("verifie", 0), ("change", "dora--a", ("telephone", "02 61 91 55 02"))], random.Random(2))
@example([("corrige", 0, DES_GENS[0]), ("change", "dora--a", ("telephone", None)), ("importe",), ("quitte", "dora--a")],
         random.Random(3))
def test_months_of_imports(minuscule, pas, hasard):
    with tempfile.TemporaryDirectory() as dossier:
        mois = Mois(minuscule, Path(dossier))
        tient(mois, hasard)
        for quoi, *reste in [*pas, ("importe",)]:
            tient(mois, hasard) if quoi == "importe" else getattr(mois, quoi)(*reste)
