"""Rights: those of the program are sound, each is shown where it belongs, found by what people call it, and gives nobody away."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
import yaml
from tests.trouveur_node import a_part

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.droits import DOSSIER, nationaux_lus
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.model.droit import Droit
from quifaitquoi.annuaire.model.sortes import modeles, termes
from quifaitquoi.langues import langue
from quifaitquoi.langues.mise_a_jour import codes
from quifaitquoi.savoir import droits as savoir
from quifaitquoi.site.pages.trouver import index
from quifaitquoi.site.sommaire import planifier

TEXTES = ("nom", "pour", "presentation", "demarche", "si", "alors")


# -- those that belong to the program


def test_each_file_of_the_program_is_read_without_a_fault():
    assert len(nationaux_lus()) >= 25
    assert [str(p) for lu in nationaux_lus() for p in lu.problemes] == []


def test_a_right_of_the_program_leads_to_an_official_page_or_says_its_source():
    sans = [lu.trouve.slug for lu in nationaux_lus() if not (lu.element.page or lu.element.sources)]
    assert sans == []
    assert {lu.element.page.partition("/")[0] for lu in nationaux_lus() if lu.element.page} == {"https:"}


def test_a_right_of_the_program_says_no_amount():
    for lu in nationaux_lus():
        assert not re.search(r"€|\beuros?\b", lu.texte), lu.trouve.slug


def test_each_term_of_the_program_s_rights_is_in_a_vocabulary(port_exemple, directory):
    """In that of Port-Exemple, or, since a territory chooses its words, spelt as terms are."""
    for lu in nationaux_lus():
        for modele in modeles(type(lu.element)):
            for chemin, bloc in lu.blocs(modele):
                for champ in termes(modele):
                    valeur = getattr(bloc, champ) or ()
                    for terme in (valeur,) if isinstance(valeur, str) else valeur:
                        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", terme), (lu.trouve.slug, chemin, terme)


@pytest.mark.parametrize("code", codes())
def test_every_text_of_the_program_s_rights_is_translated(code):
    la, manquent = langue(code), []

    def visite(noeud):
        for cle, valeur in noeud.items() if isinstance(noeud, dict) else ():
            if cle in TEXTES and la.catalogue._messages.get((None, valeur)) is None:
                manquent.append(valeur)
            visite(valeur)
        for valeur in noeud if isinstance(noeud, list) else ():
            visite(valeur)

    for fichier in DOSSIER.glob("*.yml"):
        visite(yaml.load(fichier.read_text("utf-8"), yaml.BaseLoader))
    assert manquent == []


def test_a_territory_that_does_not_ask_for_them_has_none(directory):
    siens = {slug for slug, droit in directory.droits.items() if not droit.national}
    assert siens == {"aide-d-urgence", "carte-maree", "cheque-rentree", "conges-des-gens-de-mer"}
    assert len(directory.droits) == len(siens) + len(nationaux_lus())


def test_what_a_territory_says_of_a_right_takes_the_place_of_what_the_program_says(petit_port, tmp_path, aujourdhui):
    import shutil
    copie = shutil.copytree(petit_port, tmp_path / "t")
    (copie / "droits" / "rsa.yml").write_text(
        "nom: RSA de Port-Exemple\npour: Tout le monde.\nbesoins: [emploi]\npage: https://example.org\n", encoding="utf-8")
    droit = verifier(copie, aujourdhui).directory.droits["rsa"]
    assert droit.nom == "RSA de Port-Exemple" and not droit.national


# -- what holds on a day


def test_what_is_over_is_on_no_list_and_its_page_says_so(territoire, site):
    assert "cheque-rentree" not in {droit.slug for droit in savoir.en_cours(territoire)}
    page = (site / "fr/droits/cheque-rentree/index.html").read_text("utf-8")
    assert "On pouvait le demander jusqu’au 30\u00a0septembre\u00a02026. C’est fini." in page
    assert "cheque-rentree" not in (site / "fr/droits/index.html").read_text("utf-8")


def test_on_its_last_day_it_may_still_be_asked_for(directory):
    droit = directory.droits["cheque-rentree"]
    assert savoir.tient(droit, date(2026, 9, 30)) and not savoir.tient(droit, date(2026, 10, 1))


def test_who_opens_it_here_is_in_service(directory, aujourdhui):
    assert [p.vue.slug for p in savoir.portes(enrichir(directory, aujourdhui), directory.droits["carte-maree"])] == [
        "guichet-sillage", "ccas-vieux-port"]
    fiche = directory.fiches["guichet-sillage"]
    ferme = fiche.model_validate(
        {"nom": fiche.nom, "genre": fiche.genre, "services": [{"quoi": "emploi"}], "etat": {"statut": "ferme"}})
    ferme.nomme(slug=fiche.slug, zone=fiche.zone)
    sans = enrichir(replace(directory, fiches={**directory.fiches, "guichet-sillage": ferme}), aujourdhui)
    assert [p.vue.slug for p in savoir.portes(sans, directory.droits["carte-maree"])] == ["ccas-vieux-port"]


# -- pages


def test_a_need_and_a_life_moment_show_its_rights_and_lead_to_them(site):
    for page in ("besoins/tarif-transport", "temps-de-vie/je-deviens-senior", "besoins/se-deplacer"):
        html = (site / f"fr/{page}/index.html").read_text("utf-8")
        assert '../../droits/carte-maree/index.html"><span>Carte Marée solidaire' in html, page


def test_the_page_shows_where_its_addresses_lead_and_when_it_was_read(site):
    page = (site / "fr/droits/carte-maree/index.html").read_text("utf-8")
    assert '<bdi dir="ltr">ville.port-exemple.example.org/carte-maree</bdi>' in page
    assert "Page officielle relue le 12\u00a0octobre\u00a02026." in page
    assert "À relire sur la page officielle" in (site / "fr/droits/rsa/index.html").read_text("utf-8")


def test_in_another_language_the_name_on_papers_stays_beside_it(site):
    page = (site / "ar/droits/rsa/index.html").read_text("utf-8")
    assert "دخل التضامن الفعّال" in page and '<bdi lang="fr" dir="ltr">Revenu de solidarité active</bdi>' in page


def test_a_right_that_sends_to_a_withheld_place_says_its_name_and_phone_only(site):
    page = (site / "fr/droits/aide-d-urgence/index.html").read_text("utf-8")
    ici = page[page.index('id="ici"'):page.index("Sources")]
    assert "Refuge Horizon" in ici and "geo:" not in ici and "openstreetmap" not in ici and " rue " not in ici


def test_the_map_for_search_engines_names_them(site):
    assert "/fr/droits/rsa/index.html" in (site / "sitemap.xml").read_text("utf-8")


def test_a_territory_without_rights_has_no_page_and_no_word_of_them_in_its_index(directory, aujourdhui):
    sans = enrichir(replace(directory, droits={}), aujourdhui)
    assert '"droits"' not in "".join(index(sans, langue("fr")).values())


@pytest.mark.parametrize("slug", ["carte-maree", "rsa", "contester-une-decision", "mon-assistante-sociale"])
def test_a_right_prints_whole_on_one_sheet(site, navigateur, slug):
    from io import BytesIO

    from pypdf import PdfReader
    onglet = navigateur.new_page()
    onglet.goto((site / "fr/droits" / slug / "index.html").as_uri())
    feuilles = PdfReader(BytesIO(onglet.pdf(prefer_css_page_size=True))).pages
    onglet.close()
    assert len(feuilles) == 1


# -- no field is silent


TOUT = Droit.model_validate({
    "nom": "Carte solidaire", "sigle": "CST", "synonymes": ["bus gratuit"], "pour": "Les petits revenus.",
    "presentation": "Le bus est moins cher.", "demarche": "À la mairie.",
    "cas": [{"si": "Vous travaillez", "alors": "Demandez à l'employeur.", "besoins": ["emploi"]}],
    "documents": ["photo-identite"],
    "ouvert_par": {"fiches": [{"fiche": "ccas-vieux-port", "quoi": "domiciliation"}], "besoins": ["domiciliation"]},
    "besoins": ["douche"], "publics": ["gens-de-mer"], "temps_de_vie": ["je-deviens-senior"], "page": "https://ville.example.org/carte",
    "simulateur": "https://calcul.example.org", "jusqu_au": "2027-12-31", "lu_le": "2026-10-02",
    "sources": [{"titre": "Affiche"}]})
SANS = {champ: {champ: None} for champ in Droit.model_fields if champ not in ("nom", "pour", "accepte")} | {
    "nom": {"nom": "Autre nom"}, "pour": {"pour": "Autre chose."},
    "cas.si": {"cas": (TOUT.cas[0].model_copy(update={"si": "Autre"}),)},
    "cas.alors": {"cas": (TOUT.cas[0].model_copy(update={"alors": "Autre"}),)},
    "cas.besoins": {"cas": (TOUT.cas[0].model_copy(update={"besoins": None}),)},
    "ouvert_par.fiches": {"ouvert_par": TOUT.ouvert_par.model_copy(update={"fiches": None})},
    "ouvert_par.besoins": {"ouvert_par": TOUT.ouvert_par.model_copy(update={"besoins": None})},
    "ouvert_par.fiches.quoi": {"ouvert_par": TOUT.ouvert_par.model_copy(
        update={"fiches": (TOUT.ouvert_par.fiches[0].model_copy(update={"quoi": None}),)})}}


@pytest.fixture(scope="module")
def dit(directory, aujourdhui):
    """All that pages and the finder say of one right."""

    def de(droit: Droit) -> str:
        droit.nomme(slug="carte", national=False)
        territoire = enrichir(replace(directory, droits={"carte": droit}), aujourdhui)
        voulues = ("droits/index.html", "droits/carte/index.html", "besoins/douche/index.html",
                   "temps-de-vie/je-deviens-senior/index.html")
        feuilles = planifier(territoire, langue("fr"))
        pages = [str(f.faire().contenu) for f in feuilles if f.chemin in voulues]
        return "".join([*pages, *index(territoire, langue("fr")).values()])

    return de


@pytest.mark.parametrize("champ", SANS)
def test_each_field_of_a_right_is_said_somewhere(dit, champ):
    assert dit(TOUT.model_copy(update=SANS[champ])) != dit(TOUT)


# -- the finder

TROUVES = {
    "RSA": "rsa", "rsa": "rsa", "CMU": "complementaire-sante-solidaire", "c2s": "complementaire-sante-solidaire",
    "aide au logement": "aide-au-logement", "apl": "aide-au-logement", "loyer impayé": "fonds-de-solidarite-logement",
    "minimum vieillesse": "minimum-vieillesse", "assistante sociale": "mon-assistante-sociale",
    "avocat gratuit": "aide-juridictionnelle",
    "contester une décision de la CAF": "contester-une-decision", "trop de dettes": "dossier-de-surendettement",
    "bus gratuit": "carte-maree", "pension impayée": "allocation-de-soutien-familial"}


def test_a_right_is_found_by_its_name_its_acronym_and_what_people_call_it(territoire):
    trouves = dict(zip(TROUVES, a_part(territoire, "fr", "droits", [*TROUVES]), strict=True))
    assert {texte: slugs[:1] for texte, slugs in trouves.items()} == {texte: [slug] for texte, slug in TROUVES.items()}


@pytest.mark.parametrize("texte", ["douche", "aide", "manger", "dormir ce soir", "logement", "médecin"])
def test_who_asks_for_a_place_is_shown_no_right(territoire, texte):
    assert a_part(territoire, "fr", "droits", [texte]) == [[]]


def test_the_page_shows_the_right_above_the_places(site, navigateur):
    onglet = navigateur.new_page()
    onglet.goto((site / "fr/trouver/index.html").as_uri() + "#q=cmu")
    bloc = onglet.locator("[data-droits]")
    bloc.locator("a").first.wait_for()
    assert bloc.locator("h2").inner_text() == "Des droits, pas des adresses"
    assert bloc.locator("a").first.get_attribute("href").endswith("droits/complementaire-sante-solidaire/index.html")
    onglet.close()
