"""What the program reads back of its own: whatever is there, it is taken for what was written, or as if it were absent."""

from __future__ import annotations

import copy
import os
import re
import shutil
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from quifaitquoi.annuaire.check import LuesAvant, verifier
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.base.cache import Cache, cle
from quifaitquoi.base.carnet import NOTRE, Carnet
from quifaitquoi.base.conforme import conforme
from quifaitquoi.base.registre import Notes, Registre
from quifaitquoi.edition.positions.choix import Candidat
from quifaitquoi.site.inchange import Inchange

FUZZ = settings.get_current_profile_name() == "fuzz"
CANDIDAT = Candidat("4 quai du Canari", "housenumber", "99340", "Port-Exemple", (46.15, -1.16), 0.97)
PROBLEME = Probleme("a.yml", 1, 2, "erreur", "nom", "une phrase", "regle")
SIMPLES = st.sampled_from((None, True, 3, -1.5, "un texte", b"octets", PROBLEME, {"nom": "x"}, [PROBLEME], (None, False)))
VALEURS = st.recursive(SIMPLES, lambda v: st.lists(v, max_size=4) | st.lists(v, max_size=4).map(tuple)
                       | st.dictionaries(st.sampled_from(("fr/x.html", b"x", 3)), v, max_size=3), max_leaves=8)
# What is of the right kind is what was written, for all that anybody can tell.
VALEURS = VALEURS.filter(lambda valeur: not any(conforme(genre)(valeur) for genre in (list[Probleme], Notes)))


class PleinDeNimporteQuoi(Cache):
    """Whatever key is asked for, something was kept under it."""

    def __init__(self, dossier, valeurs: list, hasard: Random) -> None:
        super().__init__(dossier)
        self._valeurs, self._hasard = valeurs, hasard

    def lis(self, cles, genre):
        cles = [*cles]
        self.garde({cle: self._hasard.choice(self._valeurs) for cle in cles})
        return super().lis(cles, genre)


def _abime(valeur: object, hasard: Random) -> object:
    """A copy of which one field, at any depth, holds what no field of ours holds."""
    change = ici = copy.deepcopy(valeur)
    while True:
        nom = hasard.choice(sorted(vars(ici)))
        dedans = vars(ici)[nom]
        dedans = dedans[0] if isinstance(dedans, tuple) and dedans else dedans
        if not hasattr(dedans, "__dict__") or hasard.random() < 0.3:
            vars(ici)[nom] = [object]
            return change
        ici = dedans


@given(graine=st.integers(0, 2**32))
def test_a_fiche_of_which_any_field_is_of_another_kind_is_no_fiche(directory, graine):
    hasard = Random(graine)
    fiche = hasard.choice([*directory.fiches.values()])
    assert conforme(Fiche)(fiche)
    assert not conforme(Fiche)(_abime(fiche, hasard))


@settings(max_examples=30 if FUZZ else 3, phases=[Phase.generate])
@given(valeurs=st.lists(VALEURS, min_size=3, max_size=12), graine=st.integers(0, 2**32))
def test_whatever_a_cache_holds_a_check_finds_what_it_finds_without(petit_port, aujourdhui, tmp_path_factory, valeurs, graine):
    cache = PleinDeNimporteQuoi(tmp_path_factory.mktemp("relu"), valeurs, Random(graine))
    assert verifier(petit_port, aujourdhui, memoire=LuesAvant(cache)) == verifier(petit_port, aujourdhui)


@given(valeurs=st.lists(VALEURS, min_size=3, max_size=12), graine=st.integers(0, 2**32))
def test_whatever_a_cache_holds_a_folder_is_only_known_by_what_was_noted(petit_port, tmp_path_factory, valeurs, graine):
    dossier = tmp_path_factory.mktemp("relu")
    cache = PleinDeNimporteQuoi(dossier / "cache", valeurs, Random(graine))
    registre = Registre(dossier / "site", cache)
    assert not registre.tient("fr/x.html", b"a") and not registre.entier() and registre.empreinte
    assert Inchange(petit_port, dossier / "site", cache).dit() is None


def test_once_an_address_is_withheld_no_cache_holds_it_any_more(petit_port, aujourdhui, tmp_path):
    ici = Path(shutil.copytree(petit_port, tmp_path / "ville"))
    cache, reponse = tmp_path / "cache", tmp_path / "cache" / "geocode" / f"{'0a' * 16}.json"
    fiche = ici / "fiches/vieux-port/la-chaloupe.yml"
    ouverte = fiche.read_text("utf-8")
    fiche.write_text(ouverte.replace("4 quai des Goélands", "4 quai du Canari"), encoding="utf-8")
    contient = lambda: [f for f in cache.rglob("*") if f.is_file() and "Canari".encode() in f.read_bytes()]
    verifier(ici, aujourdhui, memoire=LuesAvant(Cache(cache)))
    Cache(cache).garde({cle("adresse", "4 quai du Canari"): [CANDIDAT]})
    reponse.parent.mkdir()
    reponse.write_text('[{"label": "4 quai du Canari"}]', encoding="utf-8")
    assert len(contient()) == 2
    sans = re.sub(r"(?m)^(adresse|adresse_provisoire|y_aller|acces):.*\n(?:  .*\n|\n(?=  ))*", "", ouverte)
    fiche.write_text(sans + "confidentialite: adresse-non-publiee\n", encoding="utf-8")
    rapport = verifier(ici, aujourdhui, memoire=LuesAvant(Cache(cache)))
    assert rapport.lisible.fiches["la-chaloupe"].confidentialite and not contient()


def test_a_cache_from_which_nothing_new_is_withheld_keeps_all(petit_port, aujourdhui, tmp_path):
    for _ in range(2):
        cache = Cache(tmp_path / "cache")
        verifier(petit_port, aujourdhui, memoire=LuesAvant(cache))
        cache.garde({cle("essai"): "gardé"})
    verifier(petit_port, aujourdhui, memoire=LuesAvant(Cache(tmp_path / "cache")))
    assert Cache(tmp_path / "cache").lis([cle("essai")], str) == {cle("essai"): "gardé"}


@given(octets=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_a_drawing_that_was_cut_or_changed_is_made_again(tmp_path_factory, octets):
    with pytest.MonkeyPatch.context() as milieu:
        milieu.setenv("QUIFAITQUOI_CACHE", str(tmp_path_factory.mktemp("carnet")))
        carnet = Carnet("rues", "a")
        carnet.garde("carré", lambda: "<svg/>")
        garde, = (f for f in Path(os.environ["QUIFAITQUOI_CACHE"]).rglob("*") if NOTRE.fullmatch(f.name) and f.is_file())
        garde.write_bytes(octets)
        assert carnet.garde("carré", lambda: "refait") == carnet.garde("carré", lambda: "jamais") == "refait"
