"""A secret in each place where an address could be written, and none of them in anything that leaves the machine.

Two territories: in one, the fiche withholds now what it told in a commit before; in the other, everything stands in the file, and
the rule that would refuse it is switched off: what the check lets through by mistake must not be shown either.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote_plus

import pypdfium2
import pytest
from click.testing import CliRunner

from depot_d_essai import Depot
from formulaire_rempli import FORMULAIRES as ISSUE_TEMPLATE
from formulaire_rempli import corps
from garde import DOSSIER
from oubli import oublier_les_papiers
from petit_port import reduit
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.context import REGLES
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.commands import main
from quifaitquoi.suivi.forge.rappels import rappels
from serveurs import service

TOUT_EST_DU = date(2028, 11, 20)

FLUX = re.compile(rb"stream\r?\n(\x78[\x01\x5e\x9c\xda].*?)endstream", re.DOTALL)  # those that are packed
EN_CHIFFRES = re.compile(rb"<FEFF((?:[0-9A-F]{4})*)>", re.IGNORECASE)
REFUGE = "fiches/partout/refuge-horizon.yml"
# Each secret is one word that nothing else says; positions are numbers that nothing else has.
ADRESSE = """\
adresse:
  voie: 7 rue Zvoie
  complement: Porte Zcomplement
  code_postal: "99340"
  commune: Port-Exemple
  position: [46.35891, -3.08867]
  score: 0.91
  y_aller: Longer Zchemin
tournee:
  - lieu: Place Zarret
    position: [46.35792, -3.08768]
    y_aller: Au fond, Zfond
    horaires: "Mo 09:00-12:00"
identifiants:
  siret: "99988877710002"
  data_inclusion: Zinclusion
  soliguide: Zsoliguide
  france_services: Zservices
  mediation_numerique: Zmediation
  osm: node/987612345
  tableau: Ztableau
"""
RETENUS = ("zvoie", "zcomplement", "zchemin", "zarret", "zfond", "99988877710002", "zinclusion", "zsoliguide", "zservices",
           "zmediation", "987612345", "ztableau", "46.358", "46.359", "3.0887", "3.0886", "3.0877")
ANCIENS = ("zancien", "zvieux")
COULISSES = ("zcommentaire", "zaccepte", "zremarque", "zmorte", "zperimee", "zsource")


def ecrite(texte: str) -> str:
    """The fiche with a secret in each field of an address, and in what readers are never shown."""
    sans_adresse = re.sub(r"(?m)^adresse:\n(?:  .*\n)+", "", texte)
    return (sans_adresse.replace("pourquoi: C'est un classeur", "pourquoi: Zaccepte, c'est un classeur") + ADRESSE
            + "# Zcommentaire\n")


CATALOGUE = """\
# Zremarque
msgctxt "fiches.refuge-horizon.presentation"
msgid "Zsource"
msgstr "Zperimee"

#~ msgctxt "fiches.refuge-horizon.ne_fait_pas"
#~ msgid "Zmorte"
#~ msgstr "Zmorte"
"""


# What somebody writes about the place, in public: even what they tell is not said again.
FORMULAIRES = {
    "fermeture": {"duree": "Quelques jours ou semaines", "du": "24/12/2027", "au": "03/01/2028"},
    "corriger": {"voie": "7 rue Zvoie", "code_postal": "99340", "commune": "Port-Exemple", "telephone": "02 61 91 02 99"},
}


DEPLIANTS = """\
depliants:
  - quartiers: partout
    formats: [depliant, livret, discret]
  - quartiers: gare
    formats: [depliant, grands-caracteres, discret]
  - quartiers: gare
    formats: affiche
    selection: auto
"""


@pytest.fixture
def depot(tmp_path, port_exemple, monkeypatch) -> Depot:
    """A few fiches in French and English, in a repository of their own."""
    territoire = reduit(port_exemple, tmp_path / DOSSIER)
    annuaire = territoire / "annuaire.yml"
    texte = annuaire.read_text("utf-8").replace("langues: [fr]", "langues: [fr, en]")
    annuaire.write_text(re.sub(r"(?m)^depliants:\n(?:  .*\n)+", DEPLIANTS, texte), encoding="utf-8")
    # What it announces is on pages, in feeds, in a text for the radio and on sheets of its own.
    (territoire / "annonces").mkdir()
    shutil.copy(port_exemple / "annonces" / "groupe-de-parole.yml", territoire / "annonces")
    (tmp_path / ".gitignore").write_text("sorties/\n", encoding="utf-8")
    shutil.copytree(ISSUE_TEMPLATE, tmp_path / ".github" / "ISSUE_TEMPLATE")
    depot = Depot(tmp_path)
    depot.git("init", "-q", "-b", "main")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795132800")
    return depot


def dit_par(octets: bytes) -> str:
    """What a file says, whatever its kind; what an archive holds, names included."""
    if octets.startswith(b"%PDF"):
        pdf = pypdfium2.PdfDocument(octets)
        return " ".join([*(page.get_textpage().get_text_range() for page in pdf), *dans_un_pdf(octets)])
    if octets.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            return " ".join(f"{nom} {dit_par(archive.read(nom))}" for nom in archive.namelist())
    return octets.decode("utf-8", "replace")


def dans_un_pdf(octets: bytes) -> Iterator[str]:
    """What no page shows: its titles, what is read aloud in place of a drawing, who made it; whole, unpacked, in either writing."""
    for part in (octets, *(zlib.decompressobj().decompress(flux) for flux in FLUX.findall(octets))):
        yield part.decode("latin-1")
        yield part.replace(b"\0", b"").decode("latin-1")
        yield from (bytes.fromhex(dit.decode()).decode("utf-16-be", "replace") for dit in EN_CHIFFRES.findall(part))


def sorties(depot: Depot) -> dict[str, str]:
    """Everything that a territory gives away: by the name of a file, or of a command, what it says in small letters."""
    vers, dites = depot.dossier / "sorties", {}
    for nom, commande in {
        "build": ["--vers", f"{vers}/site"], "check": [], "report": [], "stale": [],
        "call-sheet": ["--tout", "--vers", f"{vers}/feuille.pdf", "--tableur", f"{vers}/feuille.xlsx"],
        "review": ["HEAD~1", DOSSIER, "--vers", f"{vers}/relecture"],
        "cle": ["--site", f"{vers}/site", "--vers", f"{vers}/cle.zip"],
        "build --part 1/2": ["--vers", f"{vers}/parties/1"], "build --part 2/2": ["--vers", f"{vers}/parties/2"],
        "comite": ["--quartier", "partout", "--vers", f"{vers}/comite.pdf"],
        "tick-sheet": ["--quartier", "gare", "--vers", f"{vers}/manques.pdf"],
        "leaflet --format semaine": ["--vers", f"{vers}/semaine.pdf"],
        "leaflet --format ma-feuille": ["--vers", f"{vers}/ma-feuille.pdf"],
    }.items():
        fait = CliRunner().invoke(main, [*nom.split(), *([] if nom == "review" else [DOSSIER]), *commande])
        assert fait.exit_code == 0, f"{nom} : {fait.output}"
        dites[nom] = fait.output
        oublier_les_papiers()  # a command ends with its process, which gives them back
    vu = enrichir(verifier(depot.territoire, TOUT_EST_DU).directory, TOUT_EST_DU)
    dites["remind"] = " ".join(f"{ticket.titre} {ticket.corps}" for ticket in rappels(vu))
    dites["geocode"] = demandes_de_positions(depot)
    dites["comparer"] = compare_a_la_carte(depot)
    dites |= {str(f.relative_to(vers)): f"{f.relative_to(vers)} {dit_par(f.read_bytes())}" for f in vers.rglob("*") if f.is_file()}
    dites |= {str(f.relative_to(depot.dossier)): dit_par(f.read_bytes())
              for f in (depot.dossier / "build").rglob("*") if f.is_file()}
    dites |= reponses_aux_formulaires(depot)
    return {nom: dit.lower() for nom, dit in dites.items()}


def compare_a_la_carte(depot: Depot) -> str:
    """What `comparer` says beside an extract in which a stranger is all there is."""
    extrait = depot.dossier / "sorties" / "extrait.json"
    douche = {"type": "node", "id": 7, "lat": 46.325, "lon": -3.055, "tags": {"amenity": "shower", "name": "Douches"}}
    extrait.write_text(json.dumps({"version": 0.6, "elements": [douche]}), encoding="utf-8")
    fait = CliRunner().invoke(main, ["comparer", str(extrait), "--dans", str(depot.territoire)])
    assert fait.exit_code == 0, fait.output
    return fait.output


def demandes_de_positions(depot: Depot) -> str:
    """What `geocode` asks of a service outside, and what it says; without its position the address would be one to ask for."""
    copie = shutil.copytree(depot.territoire, depot.dossier / "sorties" / "a-situer")
    for fiche in (copie / "fiches").rglob("*.yml"):
        fiche.write_text(re.sub(r"(?m)^ *(position|score|precision): .*\n", "", fiche.read_text("utf-8")), encoding="utf-8")
    with service(b'{"type": "FeatureCollection", "features": []}') as base:
        fait = CliRunner().invoke(main, ["geocode", str(copie)], env={"QUIFAITQUOI_GEOCODAGE": base.adresse})
    shutil.rmtree(copie)
    assert base.demandes and isinstance(fait.exception, SystemExit | None), fait.exc_info
    return " ".join([*map(unquote_plus, base.demandes), fait.output])


def reponses_aux_formulaires(depot: Depot) -> dict[str, str]:
    """What is answered, in public, to who writes about the place: a closure, and a change that is no change."""
    vers, dites = depot.dossier / "sorties" / "formulaire", {}
    evenement = depot.dossier / "sorties" / "evenement.json"
    for nom, reponses in FORMULAIRES.items():
        evenement.write_text(json.dumps({"issue": {"number": 12, "body": corps(nom, fiche="refuge-horizon", **reponses)}}))
        fait = CliRunner().invoke(main, ["from-issue", str(evenement), "--vers", str(vers), "--dans", str(depot.territoire)])
        assert isinstance(fait.exception, SystemExit | None), fait.exc_info
        dites[f"from-issue {nom}"] = " ".join([fait.output, *(f.read_text("utf-8") for f in sorted(vers.glob("*")))])
    return dites


def fuites(dites: dict[str, str], secrets: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(nom, secret) for nom, dit in dites.items() for secret in secrets if secret in dit]


def sont_toutes_la(dites: dict[str, str]) -> None:
    """Asks that the outputs are there and speak of the place: else nothing found in them would mean nothing."""
    genres = {Path(nom).suffix for nom in dites}
    assert {"", ".html", ".js", ".json", ".xml", ".ics", ".pdf", ".xlsx", ".md"} <= genres
    parlent = {Path(nom).suffix for nom, dit in dites.items() if "refuge horizon" in dit}
    assert {".html", ".js", ".pdf", ".xlsx"} <= parlent
    # The newer ones: an editor's data, the desk, what is kept offline, what is announced, shared and taken along.
    for sortie in ("site/fr/accueil-telephonique/", "site/fr/modifier/", "site/fr/hors-ligne/", "site/hors-ligne.js",
                   "site/modifier/", "site/data/", "parties/1/", "parties/2/", "cle.zip", "comite.pdf", "manques.pdf",
                   "semaine.pdf", "ma-feuille.pdf"):
        assert any(nom.startswith(sortie) for nom in dites), sortie
    assert any(nom.endswith("/radio.txt") for nom in dites)
    assert "build/openstreetmap/notre-annuaire.xlsx" in dites
    # The discreet leaflet does not say in its name what it is.
    for format in ("affiche", "depliant", "grands-caracteres", "infos", "livret", "livret-fr-a-plier"):
        assert any(nom.startswith("site/depliants/") and format in nom for nom in dites), format
    assert all("refuge horizon" in dites[nom] for nom in ("cle.zip", "comite.pdf"))
    assert "refuge horizon" in dites["remind"] and "quai des goélands" in dites["geocode"]
    assert "refuge-horizon" in dites["from-issue fermeture"] and "adresse" in dites["from-issue corriger"]


def test_the_review_speaks_of_what_the_place_makes_public(depot):
    """Of the two below it tells nothing at all, since what changed there is withheld."""
    depot.commit()
    depot.change(REFUGE, "Six mois renouvelables", "Huit mois")
    depot.commit()
    fait = CliRunner().invoke(main, ["review", "HEAD~1", DOSSIER, "--vers", str(depot.dossier / "relecture")])
    assert fait.exit_code == 0, fait.output
    assert "refuge horizon" in (depot.dossier / "relecture/resume.md").read_text("utf-8").lower()


def test_nothing_tells_what_a_past_commit_told(depot):
    texte = (depot.territoire / REFUGE).read_text("utf-8")
    publique = texte.replace("confidentialite: adresse-non-publiee\n", "").replace("duree: Six mois", "duree: Zvieux, six mois")
    publique = publique.replace("presentation: >-\n", "presentation: >-\n  Zancien.\n")
    (depot.territoire / REFUGE).write_text(ecrite(publique), encoding="utf-8")
    depot.commit(le="2026-11-08T10:00:00+00:00")
    (depot.territoire / REFUGE).write_text(texte, encoding="utf-8")
    depot.commit(le="2026-11-15T10:00:00+00:00")
    dites = sorties(depot)
    sont_toutes_la(dites)
    assert fuites(dites, (*RETENUS, *ANCIENS, *COULISSES)) == []


def test_nothing_tells_what_the_file_holds_even_if_the_check_let_it_through(depot, monkeypatch):
    depot.commit(le="2026-11-08T10:00:00+00:00")
    fiche = depot.territoire / REFUGE
    fiche.write_text(ecrite(fiche.read_text("utf-8")), encoding="utf-8")
    (depot.territoire / "traductions").mkdir()
    (depot.territoire / "traductions" / "en.po").write_text(CATALOGUE, encoding="utf-8")
    depot.commit(le="2026-11-15T10:00:00+00:00")
    monkeypatch.setitem(REGLES, "adresse-divulguee", replace(REGLES["adresse-divulguee"], examen=lambda lu, contexte: ()))
    dites = sorties(depot)
    sont_toutes_la(dites)
    assert fuites(dites, (*RETENUS, *COULISSES)) == []
