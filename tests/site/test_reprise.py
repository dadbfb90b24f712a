"""A build that takes up what was built before gives what one from nothing gives, byte for byte, whatever was edited meanwhile."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from quifaitquoi.base.cache import Cache
from quifaitquoi.base.refus import Refus
from quifaitquoi.echanges.sorties import FORMATS
from quifaitquoi.papier.depliants.lot import depliants_du_territoire, ecarts
from quifaitquoi.papier.depliants.reprise import Reprise
from quifaitquoi.site.adapter import construire
from quifaitquoi.site.inchange import Inchange

NOMS = "ABCDEFGHIJKLMNOPQRSTU"
MOTS = st.sampled_from(("Le Phare", "La Vigie", "Chez Nous & Cie", "L'Ancre <b>", "Le Quai SAMU"))
DEPLIANT = "depliants:\n  - quartiers: vieux-port\n    formats: affiche\n    langues: fr\n    selection: auto\n"


def bati(territoire: Path, vers: Path, cache: Cache | None = None) -> dict[str, bytes] | str:
    """Every file of the site, leaflets and open data included; or why there is none."""
    def depliants(vu, registre, empreintes):
        return ecarts(depliants_du_territoire(vu, vers, reprise=Reprise(vu, registre, empreintes)))

    avant = Inchange(territoire, vers, cache) if cache else None
    if avant is None or avant.dit() is None:
        try:
            construire(territoire, vers, depliants, FORMATS, cache)
        except Refus as refus:
            return str(refus)
        if avant:
            avant.retient("")
    return {f.relative_to(vers).as_posix(): f.read_bytes() for f in sorted(vers.rglob("*")) if f.is_file()}


class Editions(RuleBasedStateMachine):
    """What people do to a directory, its site and its cache between two builds."""

    def __init__(self, petit_port: Path) -> None:
        super().__init__()
        self.modele = petit_port
        self.ici = Path(tempfile.mkdtemp(prefix="reprise-"))
        self.territoire = Path(shutil.copytree(petit_port, self.ici / "territoire"))
        shutil.copytree(petit_port.parent / "traductions", self.territoire / "traductions", dirs_exist_ok=True)
        self.change("annuaire.yml", r"(?m)^langues: .*$", "langues: [fr, en]")
        self.change("annuaire.yml", r"(?m)^depliants:\n(?:  .*\n?)*", DEPLIANT)
        self.jour, self.milieu = date(2026, 11, 20), pytest.MonkeyPatch()
        self._neuf_de, self._neuf = None, None
        # Leaflets are made here rather than in a fork, and after them nothing may fork: Typst has threads.
        self.milieu.setattr("quifaitquoi.base.parallele._coeurs", lambda: 1)

    def teardown(self) -> None:
        self.milieu.undo()
        shutil.rmtree(self.ici)

    def change(self, nom: str, avant: str, apres: str) -> None:
        fichier = self.territoire / nom
        fichier.write_text(re.sub(avant, lambda _: apres, fichier.read_text("utf-8"), count=1), encoding="utf-8")

    def une(self, rang: int) -> Path:
        # The emergency numbers of annuaire.yml lead to fiches, which stay.
        fiches = sorted(f for f in self.territoire.glob("fiches/*/*.yml") if not f.stem.startswith("numero-"))
        return fiches[rang % len(fiches)]

    @rule(rang=st.integers(0, 20), nom=MOTS)
    def renommer_un_lieu(self, rang: int, nom: str) -> None:
        self.change(self.une(rang).relative_to(self.territoire), r"(?m)^nom: .*$", f'nom: "{nom} {NOMS[rang]}"')

    @rule(rang=st.integers(0, 20), autre=st.integers(0, 20))
    def remplacer_un_lieu(self, rang: int, autre: int) -> None:
        fiche = self.une(rang)
        fiche.write_text(re.sub(r"(?m)^etat:\n(?:  .*\n)*", "", fiche.read_text("utf-8"))
                         + f"etat:\n  statut: remplace\n  depuis: 2026-09\n  remplace_par: {self.une(autre).stem}\n", "utf-8")

    @rule(rang=st.integers(0, 20))
    def changer_le_nom_d_un_fichier(self, rang: int) -> None:
        self.une(rang).rename(self.une(rang).with_stem(f"lieu-{rang}"))

    @rule(rang=st.integers(0, 20), quartier=st.sampled_from(("gare", "vieux-port", "partout")))
    def ajouter_le_meme_ailleurs(self, rang: int, quartier: str) -> None:
        shutil.copy(self.une(rang), self.territoire / "fiches" / quartier / f"copie-{rang}.yml")

    @rule(rang=st.integers(0, 20))
    def retirer_un_lieu(self, rang: int) -> None:
        if len([*self.territoire.glob("fiches/*/[!n]*.yml")]) > 1:
            self.une(rang).unlink()

    @rule()
    def reprendre_les_fiches_du_debut(self) -> None:
        shutil.rmtree(self.territoire / "fiches")
        shutil.copytree(self.modele / "fiches", self.territoire / "fiches")

    @rule(nom=MOTS, fichier=st.sampled_from(("annuaire.yml", "quartiers/vieux-port.yml", "organismes/la-chaloupe.yml")))
    def renommer_autour(self, nom: str, fichier: str) -> None:
        self.change(fichier, r"(?m)^nom: .*$", f'nom: "{nom}"')

    @rule(titre=MOTS, ou=st.sampled_from(("licence", "neuve")))
    def ecrire_une_page(self, titre: str, ou: str) -> None:
        (self.territoire / f"pages/{ou}.md").write_text(f"# {titre.replace('<b>', '')}\n\nUne page.\n", encoding="utf-8")

    @rule()
    def retirer_une_page(self) -> None:
        (self.territoire / "pages/neuve.md").unlink(missing_ok=True)

    @rule(langues=st.sampled_from(("[fr]", "[fr, en]", "[fr, ar]")))
    def changer_les_langues(self, langues: str) -> None:
        self.change("annuaire.yml", r"(?m)^langues: .*$", f"langues: {langues}")

    @rule(dit=st.sampled_from(("A warm room", "Somewhere to rest")))
    def traduire(self, dit: str) -> None:
        self.change("traductions/en.po", r'(?m)(?<=^msgstr ")[A-Z][^"\\]+(?="$)', dit)

    @rule(jours=st.integers(1, 400))
    def attendre(self, jours: int) -> None:
        self.jour += timedelta(jours)

    @rule(rang=st.integers(0, 1000), quoi=st.sampled_from((Path.unlink, lambda f: f.write_text("autre chose"))))
    def toucher_au_site(self, rang: int, quoi: Callable[[Path], object]) -> None:
        if faits := sorted(f for f in (self.ici / "site").rglob("*") if f.is_file() and not f.name.startswith(".")):
            quoi(faits[rang % len(faits)])

    @rule()
    def ne_rien_faire(self) -> None:
        pass

    @rule()
    def perdre_le_cache(self) -> None:
        shutil.rmtree(self.ici / "cache", ignore_errors=True)

    @invariant()
    def rien_ne_s_y_voit(self) -> None:
        self.milieu.setenv("SOURCE_DATE_EPOCH", str(int(datetime.combine(self.jour, time(11), UTC).timestamp())))
        repris = bati(self.territoire, self.ici / "site", Cache(self.ici / "cache"))
        # From nothing, the same files on the same day give the same site: tests/site/test_construction.py says so.
        de = self.jour, {f: f.read_bytes() for f in self.territoire.rglob("*") if f.is_file()}
        if de != self._neuf_de:
            self._neuf_de, self._neuf = de, bati(self.territoire, self.ici / "neuf")
            shutil.rmtree(self.ici / "neuf", ignore_errors=True)
        neuf = self._neuf
        if isinstance(repris, dict) and isinstance(neuf, dict):
            assert {nom for nom in repris.keys() | neuf.keys() if repris.get(nom) != neuf.get(nom)} == set()
        assert repris == neuf


def test_whatever_was_edited_meanwhile_a_build_gives_what_one_from_nothing_gives(petit_port, port_exemple, tmp_path):
    modele = Path(shutil.copytree(petit_port, tmp_path / "petit-port"))
    shutil.copytree(port_exemple / "traductions", tmp_path / "traductions")
    run_state_machine_as_test(lambda: Editions(modele), settings=settings(max_examples=2, stateful_step_count=12))
