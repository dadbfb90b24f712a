"""Seconds and bytes of a leaflet of 10, 30 and 100 entries, beside the same content through WeasyPrint."""

from __future__ import annotations

import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

DEPOT = Path(__file__).parents[2]
sys.path[:0] = [str(DEPOT), str(DEPOT / "tests" / "leaflets")]

from quartier_invente import plusieurs, territoire
from tests.bench.measures import mesure as mesure_de_commande
from tests.bench.territory import MODELE

from quifaitquoi.papier.depliants import Demande, composer
from quifaitquoi.papier.depliants.fabrique import Fabrique

QUIFAITQUOI = Path(sys.executable).parent / "quifaitquoi"


def mesure(nombre: int, format: str = "livret", fois: int = 5) -> dict[str, float]:
    """froid: first of the process. chaud: median of the next ones, each a new leaflet. weasyprint: the same words, the same run."""
    t = territoire(plusieurs(nombre))
    demande = Demande("quai", format, selection=True)
    temps = []
    for _ in range(fois + 1):
        debut = time.perf_counter()
        depliant = composer(t, demande)
        temps.append(time.perf_counter() - debut)
    chauds = sorted(temps[1:])
    reference, octets_reference = weasyprint(Fabrique(t, demande).donnees.pour(set()))
    return {"froid": temps[0], "chaud": chauds[len(chauds) // 2], "octets": len(depliant.pdf), "pages": depliant.pages,
            "weasyprint": reference, "octets_weasyprint": octets_reference}


def weasyprint(donnees: dict) -> tuple[float, int]:
    """One pass over the same entries on A5 pages, without any fitting, map or code."""
    from weasyprint import HTML
    dit = lambda segments: escape("".join(s if isinstance(s, str) else s[1] for s in segments))
    corps = ""
    for groupe in donnees["groupes"]:
        corps += f"<h2>{escape(str(groupe['nom']))}</h2>"
        for e in groupe["entrees"]:
            lignes = "".join(f"<p>{dit(x['t'])}</p>" for x in e["lignes"])
            corps += f"<article><h3>{dit([e['nom']])}</h3><p>{dit(e['quoi'])}</p>{lignes}</article>"
    html = (f"<html lang=fr><title>x</title><style>@page{{size:148mm 210mm;margin:12mm}}body{{font:10pt 'Noto Sans',sans-serif}}"
            f"article{{break-inside:avoid}}</style>{corps}")
    debut = time.perf_counter()
    pdf = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    return time.perf_counter() - debut, len(pdf)


def lignes(ligne: Callable[..., None]) -> None:
    """The rows of the table: each size in two formats, then everything that Port-Exemple asks for, by the real command."""
    import typst  # noqa: F401 - its import is the process's, not the leaflet's
    for format in ("livret", "depliant"):
        for nombre in (10, 30, 100):
            m = mesure(nombre, format)
            but = " (but : 0,15)" if nombre == 30 else ""
            ligne(f"{format}, {nombre} adresses : à chaud{but}", f"{m['chaud']:.3f} s", f"weasyprint {m['weasyprint']:.2f} s",
                  f"{m['chaud'] / m['weasyprint']:.2f} de son temps")
            ligne("", f"{m['octets'] / 1000:.0f} Ko", f"weasyprint {m['octets_weasyprint'] / 1000:.0f} Ko, sans plan ni code",
                  f"{m['pages']} pages ; à froid {m['froid']:.3f} s")
    with tempfile.TemporaryDirectory(prefix="quifaitquoi-depliants-") as dossier:
        tous = mesure_de_commande(QUIFAITQUOI, "leaflet", MODELE, "--tous", "--vers", dossier, cwd=DEPOT)
        fichiers = list(Path(dossier).glob("depliants/*.pdf"))
        poids = sum(fichier.stat().st_size for fichier in fichiers)
    ligne("Port-Exemple : tous ses dépliants", f"{tous.secondes:.1f} s", "but 60 s", f"{len(fichiers)} PDF, {poids / 1e6:.1f} Mo")
    with tempfile.TemporaryDirectory(prefix="quifaitquoi-cle-") as dossier:
        archive = Path(dossier) / "cle.zip"
        faite = mesure_de_commande(QUIFAITQUOI, "cle", MODELE, "--site", Path(dossier) / "site", "--vers", archive, cwd=DEPOT)
        with zipfile.ZipFile(archive) as ouverte:
            tailles = [un.file_size for un in ouverte.infolist()]
    ligne("Port-Exemple : sur une clé", f"{sum(tailles) / 1e6:.1f} Mo", "but 30 Mo, 400 fichiers",
          f"{len(tailles)} fichiers ; {faite.secondes:.0f} s avec le site")


if __name__ == "__main__":
    lignes(lambda quoi, valeur, reference="", rapport="": print(f"{quoi:<50} {valeur:>12}   {reference:<38} {rapport}"))
