"""What a page weighs, in each language of the program."""

from __future__ import annotations

import gzip
import subprocess
import sys

LOURD = 15_000  # bytes, compressed
# In a process of its own: eighteen languages are more than what tests keep.
CONSTRUIT = """import sys
from datetime import date
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from site_bati import construit
construit(Path(sys.argv[2]), Path(sys.argv[3]), date.fromisoformat(sys.argv[4]))
"""


def test_no_page_is_above_15_kilobytes_compressed_in_any_language(port_en_toutes_langues, aujourdhui, tmp_path):
    site = tmp_path / "site"
    fini = subprocess.run([sys.executable, "-c", CONSTRUIT, port_en_toutes_langues.parent, port_en_toutes_langues, site,
                           aujourdhui.isoformat()], capture_output=True, text=True)
    assert fini.returncode == 0, fini.stderr
    poids = {str(page.relative_to(site)): len(gzip.compress(page.read_bytes(), 9, mtime=0))
             for page in site.rglob("*.html")}
    assert len({page.partition("/")[0] for page in poids}) > 18 and "ka/fiches/la-chaloupe/index.html" in poids
    assert {page: lourd for page, lourd in poids.items() if lourd > LOURD} == {}
