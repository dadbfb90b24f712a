"""What an overview map is made of, before any browser sees it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from petit_territoire import FOND, ici, invente, place

from quifaitquoi.base.npm import NpmManquant
from quifaitquoi.langues import langue
from quifaitquoi.langues.traduit import Traduit
from quifaitquoi.site.pages.cartes import adresse, apercu, d_abord, fichiers, generes

FR = langue("fr")


def document(territoire, vues=None, **reste):
    vues = tuple(territoire.fiches.values()) if vues is None else vues
    return apercu(vues, territoire, FR, titre="Douche", liste="../besoins/douche/index.html", **reste)


def donnees(html):
    return json.loads(re.search(r'id="donnees">(.*?)</script>', html)[1])


def test_a_marker_bears_the_number_of_its_fiche_in_the_list(territoire):
    vues = tuple(territoire.fiches.values())
    for element in donnees(document(territoire, vues))["lieux"]["features"]:
        assert vues[element["properties"]["n"] - 1].slug == element["properties"]["slug"]
    assert "n" not in donnees(document(territoire, numerotee=False))["lieux"]["features"][0]["properties"]


@pytest.mark.parametrize("traduit_en", ["الميناء القديم", "الميناء القديم (Vieux-Port)"])
def test_who_reads_another_script_reads_both_names_of_a_zone_once(territoire, traduit_en):
    arabe = Traduit.de(traduit_en)
    quartiers = territoire.directory.quartiers
    directory = replace(territoire.directory, quartiers=quartiers | {"vieux-port": quartiers["vieux-port"].model_copy(
        update={"nom": arabe})})
    traduit = replace(territoire, directory=directory, traduit_de=territoire)
    lues = donnees(apercu((), traduit, langue("ar"), titre="Douche", liste="../besoins/douche/index.html"))
    assert lues["zones"] == {"vieux-port": "الميناء القديم (Vieux-Port)"}
    assert "zones" not in donnees(document(territoire))


def test_withheld_and_unknown_places_are_counted_as_on_the_list_and_closed_ones_are_not_there(territoire):
    html = document(territoire)
    dit = "7 adresses sur la carte. 2 autres sont dans la liste seulement : position inconnue ou non publiée."
    assert dit in html.replace("\u00a0", " ")
    assert not re.search("refuge|sans-position|ferme-depuis-peu|Parking fini", html, re.I)
    assert "1 adresse sur la carte.</p>" in document(territoire, [territoire.fiches["maison-du-quai"]])
    assert "Aucune adresse à montrer sur la carte." in document(territoire, [])


def test_a_withheld_address_stays_away_even_if_somebody_wrote_it():
    territoire = invente([place("abri", 777, 333, confidentialite="adresse-non-publiee", tournee=[
        {"lieu": "Rue cachée", "position": ici(10, 10)}])])
    html = document(territoire)
    assert "cachée" not in html and donnees(html)["lieux"]["features"] == []
    assert str(ici(777, 333)[0])[:7] not in html + "".join(generes(territoire).values())


def test_nothing_in_the_document_runs_inline_or_comes_from_elsewhere(territoire):
    html = document(territoire)
    assert re.findall(r"<script(?![^>]*(?:src=|application/json))", html) == []
    assert not re.search(r"<style|style=|\son\w+=", html)
    liens = re.findall(r'(?:src|href)="([^"]*)"', html)
    # Only the way out leads elsewhere.
    assert [lien for lien in liens if not lien.startswith("../")] == [territoire.directory.annuaire.sortie]
    assert "user-scalable" not in html and '<html lang="fr" dir="ltr">' in html
    for mot in ("jquery", "bootstrap", "awesome", "cdn", "http:"):
        assert mot not in html + generes(territoire)["assets/cartes/territoire.js"]


def test_the_policy_names_the_host_of_the_background_and_no_other(territoire):
    def images(**annuaire):
        return re.search(r"img-src ([^\"]*)\"", document(invente(**annuaire)))[1]

    assert images() == "'self' file: data: https://tuiles.example.org"
    assert images(fond_de_carte="aucun") == "'self' file: data:"
    plusieurs = FOND | {"tuiles": "https://{s}.tuiles.example.org:8443/{z}/{x}/{y}"}
    assert images(fond_de_carte=plusieurs) == "'self' file: data: https://*.tuiles.example.org:8443"
    assert "data.geopf.fr" in images(fond_de_carte={"nom": "Plan IGN", "attribution": "© IGN", "tuiles":
                                                    "https://data.geopf.fr/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"})


@pytest.mark.parametrize("hote", ["moi:secret@tuiles.example.org", "{z}.example.org", "tuiles.example.org;script-src", "*"])
def test_a_host_that_a_visitor_cannot_judge_is_never_offered(hote):
    html = document(invente(fond_de_carte=FOND | {"tuiles": f"https://{hote}/{{z}}/{{x}}/{{y}}"}))
    assert "fond" not in donnees(html) and "img-src 'self' file: data:\"" in html


def test_every_file_the_document_names_is_provided(territoire):
    fournis = {destination for _, destination in fichiers()} | set(generes(territoire)) | set(d_abord())
    page = Path("/site/fr") / adresse("besoin", "douche")
    for lien in re.findall(r'(?:src|link rel="stylesheet" href)="([^"]*)"', document(territoire)):
        assert os.path.relpath(os.path.normpath(page.parent / lien), "/site") in fournis
    css = next(source for source, destination in fichiers() if destination.endswith("leaflet.css")).read_text()
    for image in re.findall(r"url\((images/[^)]*)\)", css):
        assert f"assets/cartes/{image}" in fournis


def test_a_missing_set_up_is_told_in_french(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIFAITQUOI_NPM", str(tmp_path))
    with pytest.raises(NpmManquant, match="Lancez « make site »"):
        fichiers()


def test_two_builds_are_the_same_to_the_byte():
    programme = ("from test_apercu import *; t = invente(); "
                 "print(document(t), generes(t), [dessin(v, t, FR) for v in t.fiches.values()])")
    sorties = {
        subprocess.run(
            [sys.executable, "-c", "from quifaitquoi.dessins.position import dessin; " + programme],
            cwd=Path(__file__).parent,
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": graine},
        ).stdout
        for graine in ("1", "2")
    }
    assert len(sorties) == 1 and len(sorties.pop()) > 10_000


def test_the_territory_is_made_once_for_all_languages(territoire):
    assert generes(territoire) == generes(invente())
    assert set(generes(territoire)) == {"assets/cartes/territoire.js"}
