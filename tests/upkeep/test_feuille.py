"""The sheet to phone through: everything that is due, once, with what we believe and room to answer."""

import io
import re
import zipfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from xml.etree import ElementTree

import pypdfium2
import pytest
from pypdf import PdfReader

from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.savoir.echeances import dues
from quifaitquoi.suivi.appel.consignes import presentation
from quifaitquoi.suivi.appel.feuille import feuille
from quifaitquoi.suivi.appel.feuille_pdf import composition, en_pdf
from quifaitquoi.suivi.appel.tableur import COLONNES, en_tableur

RETENUES = ("halte-des-peres", "refuge-horizon")


@pytest.fixture(scope="module")
def entiere(territoire):
    return feuille(territoire, tout=True)


def ailleurs(faire, *arguments):
    """In a process of its own: Typst keeps what it laid out, and a whole sheet is some 300 MB of that."""
    with ProcessPoolExecutor(1, get_context("spawn")) as autre:
        return autre.submit(faire, *arguments).result()


def posee(feuille, jour) -> tuple[bytes, list[dict]]:
    """The sheet as PDF, and its marks: where each frame begins and ends."""
    mise_en_page = composition(feuille, "fr", jour)
    return mise_en_page.pdf(), mise_en_page.demande("borne")


@pytest.fixture(scope="module")
def imprimee(entiere, aujourdhui):
    return ailleurs(posee, entiere, aujourdhui)


@pytest.fixture(scope="module")
def pdf(imprimee):
    return imprimee[0]


@pytest.fixture(scope="module")
def pages(pdf):
    return [simple(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


def simple(texte: str) -> str:
    return re.sub(r"\s+", " ", texte.replace("’", "'"))


def blocs(faite):
    return [bloc for _, ici in faite.sections for bloc in ici]


def slugs(faite):
    return [fiche.slug for bloc in blocs(faite) for fiche in bloc.fiches]


def test_each_fiche_that_is_due_is_on_the_sheet_once(territoire):
    assert sorted(slugs(feuille(territoire))) == sorted(due.vue.slug for due in dues(territoire))


def test_each_fiche_is_on_paper_once_and_its_frame_names_it(entiere, pages):
    for slug in slugs(entiere):
        assert sum(len(re.findall(rf"fiche : {re.escape(slug)} Question", page)) for page in pages) == 1, slug


def test_a_frame_is_never_cut_unless_it_is_longer_than_a_page(entiere, imprimee):
    _, bornes = imprimee
    debuts, fins = bornes[::2], bornes[1::2]
    assert len(debuts) >= entiere.structures
    for debut, fin in zip(debuts, fins, strict=True):
        assert debut["page"] == fin["page"] or debut["secable"]
    assert sum(debut["secable"] for debut in debuts) <= 1


def test_fiches_of_one_body_behind_one_phone_are_one_call(territoire, entiere):
    appels = {}
    for bloc in blocs(entiere):
        if bloc.joindre.moyen == "appeler":
            for fiche in bloc.fiches:
                organisme = territoire.fiches[fiche.slug].fiche.organisme
                cle = (organisme, bloc.joindre.numeros[0].chiffres) if organisme else (fiche.slug,)
                assert appels.setdefault(cle, bloc) is bloc, fiche.slug
    assert any(len(bloc.fiches) > 1 for bloc in blocs(entiere))


def test_who_has_a_phone_comes_first_by_zone_and_emergency_lines_last_with_a_warning(territoire, entiere, pages):
    titres = [titre for titre, _ in entiere.sections]
    assert titres == ["À appeler", "À visiter ou à écrire", "Numéros d'urgence : ne pas appeler"]
    for _, ici in entiere.sections:
        zones = [bloc.zone for bloc in ici]
        assert len(set(zones)) == sum(a != b for a, b in zip(zones, zones[1:], strict=False)) + 1
    assert any("N'occupez jamais ces lignes" in page for page in pages)


def test_a_withheld_address_is_nowhere_and_nobody_is_asked_for_it(entiere, pages, aujourdhui):
    classeur = en_tableur(entiere, aujourdhui)
    cellules = "\n".join(textes_partages(classeur))
    for slug in RETENUES:
        fiche = next(f for bloc in blocs(entiere) for f in bloc.fiches if f.slug == slug)
        toutes = fiche.questionnaire.posees + fiche.questionnaire.ouvertes
        assert [q.cru[0][:19] for q in toutes if q.titre == "Adresse"] == ["Adresse non publiée"]
        assert not {q.champ for q in toutes} & {"adresse", "tournee", "secteur", "accessibilite"}
    assert any("Adresse non publiée" in page for page in pages) and "Adresse non publiée" in cellules


def test_even_an_address_that_slipped_through_the_check_is_not_on_the_sheet(aujourdhui, directory):
    """The check refuses such a fiche; the sheet would hold its tongue all the same."""
    fiche = directory.fiches["refuge-horizon"]
    adresse = fiche.adresse.model_copy(
        update={"voie": "3 rue du Secret", "y_aller": "Bus 9, arrêt Caché", "position": (46.32, -3.05)}
    )
    trahie = fiche.model_copy(update={"adresse": adresse})
    trahie._slug, trahie._zone = fiche.slug, fiche.zone
    vu = enrichir(replace(directory, fiches={**directory.fiches, "refuge-horizon": trahie}), aujourdhui)
    dit = repr(feuille(vu, tout=True))
    assert "Secret" not in dit and "Caché" not in dit and "46.32," not in dit


def test_the_pdf_says_its_title_its_language_and_its_structure(pdf):
    lu = PdfReader(io.BytesIO(pdf))
    racine = lu.trailer["/Root"]
    assert lu.metadata.title.startswith("Feuille d’appel, Qui fait quoi")
    assert racine["/Lang"].startswith("fr") and racine["/MarkInfo"]["/Marked"]
    assert "pdfuaid:part" in racine["/Metadata"].get_data().decode()
    assert lu.outline, "bookmarks lead to each zone"
    polices = {str(police["/BaseFont"]) for page in lu.pages for police in
               (f.get_object() for f in page["/Resources"]["/Font"].values())}
    assert polices and all("+" in nom for nom in polices), "fonts are embedded"


def test_the_first_page_has_the_words_to_begin_with_and_the_rules(entiere, pages):
    assert simple(presentation(entiere))[:60] in pages[0].replace("\u202f", " ")
    assert "Jamais de nom" in pages[0] and "Notez la date et votre rôle" in pages[0]


def test_pages_are_numbered(pages):
    for n, page in enumerate(pages, 1):
        assert f"page {n} sur {len(pages)}" in page


def test_what_is_in_doubt_is_asked_about(territoire, pages):
    tout = " ".join(pages).replace("\u202f", " ").replace("\xa0", " ")
    for vue in territoire.fiches.values():
        if vue.fiche.etat and vue.fiche.etat.statut in ("ferme", "remplace"):
            continue
        for doute in vue.fiche.a_confirmer or ():
            debut = simple(doute.pourquoi).split(" ")[:3]
            assert " ".join(debut).rstrip(".,;:") in re.sub(r" ([;:?!»])", r" \1", tout), (vue.slug, doute.champ)


def test_the_same_day_gives_the_same_bytes(entiere, pdf, aujourdhui):
    assert ailleurs(en_pdf, entiere, "fr", aujourdhui) == pdf
    assert en_tableur(entiere, aujourdhui) == en_tableur(entiere, aujourdhui)


def test_nothing_is_in_colour(pdf):
    for page in list(pypdfium2.PdfDocument(pdf))[:3]:
        rouge, vert, bleu = page.render(scale=30 / 72).to_pil().convert("RGB").split()
        assert rouge.tobytes() == vert.tobytes() == bleu.tobytes()


def test_a_sheet_for_one_role_and_one_zone_holds_only_theirs_and_says_so(territoire):
    faite = feuille(territoire, par="equipe-gare", quartier="gare", tout=True)
    assert faite.pour == "Équipe de la Gare · Gare"
    for slug in slugs(faite):
        vue = territoire.fiches[slug]
        assert "equipe-gare" in vue.fiche.responsables and "gare" in {q.slug for q in vue.quartiers}


MARQUES = "#emph[x] *gras* $1$ <balise> \\ \" = + @ https://a.example"


def test_markup_in_a_name_comes_out_as_it_is_written(aujourdhui, territoire):
    faite = feuille(territoire, tout=True)
    titre, ici = faite.sections[0]
    longue = replace(ici[0], nom=MARQUES, fiches=(replace(ici[0].fiches[0], nom=MARQUES),))
    pages = PdfReader(io.BytesIO(en_pdf(replace(faite, sections=((titre, (longue,)),)), "fr", aujourdhui))).pages
    assert simple(MARQUES)[:20] in simple(" ".join(page.extract_text() for page in pages))


def test_a_fiche_longer_than_a_page_goes_on_under_its_name(aujourdhui, territoire):
    faite = feuille(territoire, tout=True)
    titre, ici = faite.sections[0]
    une = ici[0].fiches[0]
    posees = tuple(replace(q, cru=(q.cru or ("",)) + ("mot " * 150,)) for q in une.questionnaire.posees)
    longue = replace(ici[0], fiches=(replace(une, questionnaire=replace(une.questionnaire, posees=posees)),))
    pages = [simple(p.extract_text()) for p in PdfReader(io.BytesIO(
        en_pdf(replace(faite, sections=((titre, (longue,)),)), "fr", aujourdhui))).pages]
    suites = [page for page in pages if f"{simple(une.nom)} : ce que nous croyons" in page.replace("\xa0", " ")]
    assert len(suites) >= 2


# The workbook

ESPACE = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def textes_partages(classeur: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(classeur)) as archive:
        racine = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in si.iter("{%(m)s}t" % ESPACE)) for si in racine]


def feuille_xml(classeur: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(classeur)) as archive:
        return archive.read("xl/worksheets/sheet2.xml").decode()


def test_the_workbook_has_a_line_for_each_question_and_none_to_guess(entiere, aujourdhui):
    xml = feuille_xml(en_tableur(entiere, aujourdhui))
    questions = sum(len(f.questionnaire.posees + f.questionnaire.ouvertes) for b in blocs(entiere) for f in b.fiches)
    assert xml.count("<row ") == questions + 1
    textes = textes_partages(en_tableur(entiere, aujourdhui))
    assert {nom for nom, _ in COLONNES} <= set(textes)
    assert '"oui,non,ne sait pas"' in xml.replace("&quot;", '"')


def test_no_cell_is_ever_a_formula_a_link_or_a_number(aujourdhui, territoire):
    faite = feuille(territoire, tout=True)
    titre, ici = faite.sections[0]
    noms = [
        '=HYPERLINK("http://x","y")', "+33 1", "-1", "@SUM(A1)", "\t=1", "0261910000", "https://x.example",
        "=cmd|' /C calc'!A0",
    ]
    mauvais = tuple(replace(ici[0], nom=nom) for nom in noms)
    classeur = en_tableur(replace(faite, sections=((titre, mauvais),)), aujourdhui)
    xml = feuille_xml(classeur)
    assert "<f>" not in xml and "<hyperlink" not in xml
    assert set(re.findall(r'<c r="\w+" s="\d+"( t="\w+")?', xml)) <= {' t="s"', ""}
    assert set(noms) <= set(textes_partages(classeur))
    with zipfile.ZipFile(io.BytesIO(classeur)) as archive:
        # Copied or saved as CSV, they still are marked as text.
        assert 'quotePrefix="1"' in archive.read("xl/styles.xml").decode()
