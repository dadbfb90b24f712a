"""A small invented territory, a site of maps written the way the adapter does, and pages that remember what happened."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from petit_territoire import invente

from quifaitquoi.langues import langue
from quifaitquoi.site.pages.cartes import adresse, apercu, d_abord, fichiers, generes


@pytest.fixture(scope="session")
def territoire():
    return invente()


@pytest.fixture
def site(tmp_path, territoire):
    """Writes a site with one map and says where it is: site(vues=…, titre=…) -> its file."""

    def ecrit(territoire=territoire, vues=None, code="fr", titre="Douche", **reste) -> Path:
        for source, destination in fichiers():
            (tmp_path / destination).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, tmp_path / destination)
        for destination, texte in (generes(territoire) | d_abord()).items():
            (tmp_path / destination).write_text(texte, encoding="utf-8")
        page = tmp_path / code / adresse("besoin", "douche")
        page.parent.mkdir(parents=True, exist_ok=True)
        vues = tuple(territoire.fiches.values()) if vues is None else vues
        page.write_text(apercu(vues, territoire, langue(code), titre=titre, liste="../besoins/douche/index.html", **reste),
                        encoding="utf-8")
        return page

    return ecrit


@pytest.fixture
def ouvre(navigateur):
    """Opens an address and keeps what happens: page.demandes (every request), page.erreurs, page.politique."""
    contextes = []

    def page(adresse, *, largeur=1280, hauteur=800, **options):
        # Without movement a click lands where it was aimed, however busy the machine is.
        options = {"reduced_motion": "reduce"} | options
        contexte = navigateur.new_context(viewport={"width": largeur, "height": hauteur}, **options)
        contextes.append(contexte)
        # Nothing leaves the machine even if a test is wrong; a tile is answered by a picture of ours.
        pixel = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                              "1f15c4890000000d49444154789c6360a0a5000000dd0001"
                              "a2b4d3ae0000000049454e44ae426082")
        contexte.route(lambda url: not url.startswith(("file:", "http://127.0.0.1", "data:")),
                       lambda route: route.fulfill(body=pixel, content_type="image/png"))
        vue = contexte.new_page()
        vue.demandes, vue.erreurs = [], []
        vue.on("request", lambda demande: vue.demandes.append(demande))
        vue.on("pageerror", lambda erreur: vue.erreurs.append(str(erreur)))
        vue.on("console", lambda m: vue.erreurs.append(m.text) if m.type in ("error", "warning") else None)
        vue.on("dialog", lambda d: (vue.erreurs.append("dialog " + d.message), d.dismiss()))
        vue.goto(adresse.as_uri() if isinstance(adresse, Path) else adresse)
        return vue

    yield page
    for contexte in contextes:
        contexte.close()
