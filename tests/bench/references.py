"""What the figures stand beside: other tools doing a comparable job on as much text, in the same run."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tests.bench.measures import Mesure, mesure

MOTS = "un lieu ouvert à tous pour se poser demander de l'aide et faire ses papiers avec des voisins ".split()


def markdown_aussi_long(pages_html: list[Path], vers: Path) -> None:
    """As many Markdown pages as there are built pages, each with as many characters of text."""
    vers.mkdir(parents=True)
    for i, page in enumerate(pages_html):
        longueur = len(texte_visible(page.read_text(encoding="utf-8")))
        mots = (MOTS * (longueur // len(" ".join(MOTS)) + 1))
        corps = " ".join(mots)[:longueur]
        paragraphes = "\n\n".join(f"## Partie {n}\n\n{corps[n * 300:(n + 1) * 300]}" for n in range(longueur // 300 + 1))
        (vers / f"page-{i:05}.md").write_text(f"# Page {i}\n\n{paragraphes}\n", encoding="utf-8")


def texte_visible(html: str) -> str:
    corps = re.sub(r"(?s)<(script|style|svg|head)\b.*?</\1>", " ", html)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", corps)).strip()


def mkdocs_nu(docs: Path, dossier: Path) -> Mesure:
    """Plain MkDocs: its default theme, its default nav."""
    config = dossier / "mkdocs.yml"
    config.write_text(f"site_name: Référence\ndocs_dir: {docs}\nsite_dir: {dossier / 'site'}\n", encoding="utf-8")
    return mesure(sys.executable, "-m", "mkdocs", "build", "-q", "-f", config)


def check_jsonschema(schema: Path, fichiers: list[Path]) -> Mesure:
    """The same files against the generated JSON Schema: no lines, no references."""
    fois = 3 if len(fichiers) <= 1000 else 1
    return mesure(sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *fichiers, fois=fois)


def hugo(docs: Path, dossier: Path) -> Mesure:
    """Hugo on the same Markdown pages, with the smallest layout: for scale only."""
    (dossier / "layouts" / "_default").mkdir(parents=True)
    gabarit = "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>"
    for nom in ("single", "list"):
        (dossier / "layouts" / "_default" / f"{nom}.html").write_text(gabarit, encoding="utf-8")
    (dossier / "content").symlink_to(docs)
    (dossier / "hugo.toml").write_text('title = "Référence"\n', encoding="utf-8")
    return mesure(Path(sys.executable).parent / "hugo", "--quiet", "--source", dossier)
