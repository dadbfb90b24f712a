"""The sheet for the day that somebody leaves a place: tonight, papers, treatment, whom to call, on one page that tells nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner
from PIL import ImageChops

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.model.accueil import Publics
from quifaitquoi.commands import main
from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants import DepliantImpossible
from quifaitquoi.papier.depliants.sortie import ETAPES, feuille
from quifaitquoi.savoir.depliants import SORTIE, Demande, feuilles_de_sortie
from quifaitquoi.savoir.sortie import La, parties, peuvent_y_etre, sorties
from quifaitquoi.site.sommaire import planifier

TITRES = ("Ce soir", "Papiers", "Traitement", "Qui appeler", "Numéros d'urgence")
PRISON = Demande("", SORTIE, "fr", moment="je-sors-de-prison")


@pytest.fixture(scope="session")
def parts(texte):
    """The words of each part of a sheet, by its title."""
    def lit(pdf):
        dit = texte(pdf)
        debuts = [dit.index(titre) for titre in TITRES]
        assert debuts == sorted(debuts)
        return {titre: dit[de:a] for titre, de, a in zip(TITRES, debuts, [*debuts[1:], len(dit)], strict=True)}
    return lit


def avec(port, fiches):
    """Port-Exemple with these fiches alone, but for the emergency numbers."""
    gardees = {slug: fiche for slug, fiche in port.directory.fiches.items() if slug.startswith("numero-") or slug in fiches}
    return enrichir(replace(port.directory, fiches=gardees), port.aujourdhui)


def change(port, slug, **champs):
    """Port-Exemple with these fields of one fiche changed."""
    fiche = port.directory.fiches[slug].model_copy(update=champs)
    return enrichir(replace(port.directory, fiches={**port.directory.fiches, slug: fiche}), port.aujourdhui)


def test_a_man_who_leaves_prison_on_friday_evening_reads_where_to_sleep_who_treats_him_and_whom_to_call(port, parts, lire):
    assert port.aujourdhui == date(2026, 11, 20) and port.aujourdhui.isoweekday() == 5
    pdf = feuille(port, PRISON).pdf
    page, = lire(pdf).pages
    assert [round(float(cote) / 72 * 25.4) for cote in page.mediabox[2:]] == [210, 297]
    dites = parts(pdf)
    for mots in ("115", "Halte de nuit", "18 h 30", "En appelant le 115", "40 rue des Aiguillages", "Repas chaud"):
        assert mots in dites["Ce soir"]
    # Who came to see him inside stands first, and its door is nobody's from the street.
    papiers = dites["Papiers"]
    assert papiers.index("Le Relais de la maison d'arrêt") < papiers.index("La Chaloupe, accueil de jour, Courrier des Amarres")
    assert "L'équipe vous rencontre avant votre sortie" in papiers and "02 61 91 03 40" in papiers
    assert "On n'y entre pas de la rue" in papiers and "Oyats" not in papiers
    # Ten days for anybody else; he is received at once.
    traitement = dites["Traitement"]
    assert traitement.index("Le Fanal") < traitement.index("Centre de santé du Belvédère")
    assert "Sans attente à la sortie" in traitement and "18 rue des Balises" in traitement
    assert "Le Relais de la maison d'arrêt, Sortir de prison 02 61 91 03 40" in dites["Qui appeler"]
    assert all(numero in dites["Numéros d'urgence"] for numero in ("112", "15", "17", "18", "114", "115", "3114"))


def test_who_finds_it_in_a_pocket_does_not_learn_from_it_what_was_left(port, lire):
    faites = {temps.slug: feuille(port, Demande("", SORTIE, "fr", moment=temps.slug)) for temps in sorties(port)}
    assert len(faites) == 6 and len({nom for faite in faites.values() for nom in faite.fichiers}) == 6
    for slug, faite in faites.items():
        pdf = lire(faite.pdf)
        assert pdf.metadata.title == "Le jour de ma sortie"
        mots = {mot for mot in slug.split("-") if len(mot) > 4 and mot != "hebergement"} - {"sors"}
        nom, = faite.fichiers
        assert re.fullmatch(r"le-jour-meme-\d{4}-fr\.pdf", nom) and not any(mot in nom for mot in mots)
        dit = pdf.pages[0].extract_text()
        assert slug not in dit and re.sub(r"\s|\u200b", "", dit).endswith("port-exemple.example.org/fr/temps-de-vie")


def test_a_part_for_which_nobody_is_known_says_so_with_the_number_to_call(port, parts):
    dites = parts(feuille(avec(port, ()), PRISON).pdf)
    personne = "Nous ne connaissons encore personne ici pour cela. Appelez :"
    assert f"{personne} 115" in dites["Ce soir"]
    # The directory's own.
    assert f"{personne} 02 61 91 00 00" in dites["Papiers"] and f"{personne} 02 61 91 00 00" in dites["Traitement"]
    sans = avec(port, ())
    sans = enrichir(replace(sans.directory, annuaire=sans.directory.annuaire.model_copy(update={"contact": None})), sans.aujourdhui)
    assert f"{personne} 115" in parts(feuille(sans, PRISON).pdf)["Papiers"]


@pytest.mark.parametrize(("moment", "la"), [
    ("je-sors-de-prison", {"relais-de-la-maison-d-arret"}), ("je-sors-de-l-hopital", {"hopital-du-large-urgences"}),
    ("je-sors-d-un-placement", set())])
def test_behind_closed_doors_only_those_who_come_before_one_leaves_that_very_place_are_there(port, moment, la):
    temps = port.directory.vocabulaire.temps_de_vie[moment]
    assert {x.vue.slug for partie in parties(port, temps) for x in partie.la if x.vue.clos} == la


def test_inside_a_ward_nothing_is_open_to_everybody(port, parts):
    papiers = parts(feuille(port, Demande("", SORTIE, "fr", moment="je-sors-de-l-hopital")).pdf)["Papiers"]
    hopital = papiers[papiers.index("Hôpital du Large"):papiers.index("Aussi :")]
    assert "Seulement pour les personnes hospitalisées" in hopital and "L'équipe vous rencontre avant votre sortie" in hopital
    assert "Ouvert à tout le monde" not in hopital and "Belvédère" not in hopital


def test_a_withheld_place_has_neither_street_nor_site_on_it(port, texte):
    fiche = port.directory.fiches["la-chaloupe"]
    retenu = change(port, "la-chaloupe", confidentialite="adresse-non-publiee")
    seule = enrichir(replace(retenu.directory, fiches={"la-chaloupe": retenu.directory.fiches["la-chaloupe"]}), port.aujourdhui)
    dit, avant = (texte(feuille(t, PRISON).pdf) for t in (seule, avec(port, {"la-chaloupe"})))
    assert fiche.adresse.voie in avant
    assert "La Chaloupe" in dit and "Adresse non publiée" in dit and "02 61 91 02 01" in dit
    for mots in (fiche.adresse.voie, fiche.adresse.y_aller, fiche.adresse.code_postal, fiche.contact.site or "Porte bleue"):
        assert mots not in dit


def test_what_is_over_or_for_others_alone_is_not_there(port):
    temps = port.directory.vocabulaire.temps_de_vie["je-sors-de-prison"]

    def la(t):
        return {x.vue.slug for partie in parties(t, temps) for x in partie.la}
    assert "halte-de-nuit" in la(port)
    halte = port.directory.fiches["halte-de-nuit"]
    a_d_autres = halte.publics.model_copy(update={"situations": ("gens-de-mer",)})
    assert "halte-de-nuit" not in la(change(port, "halte-de-nuit", publics=a_d_autres))
    assert not any(vue.slug in la(port) for vue in port.fiches.values() if not vue.en_service)


def test_a_fiche_that_answers_no_need_of_a_sheet_changes_no_byte_of_it(port):
    for temps in sorties(port):
        demande = Demande("", SORTIE, "fr", moment=temps.slug)
        slugs = {vue.slug for vue in peuvent_y_etre(port, temps)}
        assert slugs < port.fiches.keys()
        assert feuille(avec(port, slugs), demande).fichiers == feuille(port, demande).fichiers


def test_those_made_for_who_leaves_come_before_those_for_everybody_and_for_others(port):
    temps = port.directory.vocabulaire.temps_de_vie["je-sors-de-prison"]
    modele = port.directory.fiches["point-sante-de-la-gare"]
    publics = {"a": ("gens-de-mer",), "b": None, "c": ("sortants-de-prison",)}
    services = tuple(s.model_copy(update={"publics": None}) for s in modele.services)
    fiches = {f"point-{lettre}": modele.model_copy(update={
        "slug": f"point-{lettre}", "nom": f"Point {lettre}", "services": services,
        "publics": Publics(situations=situations) if situations else None}) for lettre, situations in publics.items()}
    t = enrichir(replace(port.directory, fiches=fiches), port.aujourdhui)
    assert [x.vue.slug for x in parties(t, temps)[2].la] == ["point-c", "point-b", "point-a"]


def test_whom_to_call_for_one_service_is_who_answers_for_it(port):
    vue = port.fiches["la-chaloupe"]
    courrier, laverie = (tuple(s for s in vue.services if s.besoin.slug == quoi) for quoi in ("domiciliation", "laverie"))
    assert [n.numero for n in La(vue, courrier).numeros] == ["02 61 91 03 05"]
    assert La(vue, laverie).numeros == La(vue, courrier + laverie).numeros == vue.numeros


@pytest.mark.parametrize("n", [0, 1, 4, 60])
def test_it_is_one_page_whoever_is_there_and_counts_those_who_have_no_place(port, n, texte):
    modele = port.directory.fiches["point-sante-de-la-gare"]
    autres = {f"point-{i:02}": modele.model_copy(update={"slug": f"point-{i:02}", "nom": f"Point {i:02}"}) for i in range(n)}
    t = enrichir(replace(port.directory, fiches={**port.directory.fiches, **autres}), port.aujourdhui)
    faite = feuille(t, PRISON)
    dit = texte(faite.pdf)
    assert faite.pages == 1 and faite.niveau.corps >= ETAPES[-1].niveau.corps == 9
    traitement = parties(t, t.directory.vocabulaire.temps_de_vie["je-sors-de-prison"])[2]
    dites = dit[dit.index("Traitement"):dit.index("Qui appeler")]
    nommees = sum(x.vue.fiche.nom in dites for x in traitement.la)
    restent = re.search(r"et (\d+) autres? adresses?, sur internet", dites)
    assert nommees + int(restent[1] if restent else 0) == len(traitement.la) >= n


def test_a_sign_that_no_font_draws_leaves_its_place_out_and_says_so(port, texte):
    nom = "Halte 友 de nuit"
    faite = feuille(change(port, "halte-de-nuit", nom=nom), PRISON)
    assert "U+53CB" in faite.illisible and nom in faite.aussi and "Aiguillages" not in texte(faite.pdf)


def test_it_is_read_in_arabic_from_the_right(port, texte):
    dit = texte(feuille(port, Demande("", SORTIE, "ar", moment="je-sors-de-prison")).pdf)
    for mot in ("الليلة", "الأوراق", "العلاج", "115", "02.61.91.03.40", "40 rue des Aiguillages"):
        assert mot in dit
    assert re.search("Centre social Les Embruns ?، ?Écrivain public", dit), "a list has the comma of its language"


def test_it_is_black_on_white(port, image):
    dessin = image(feuille(port, PRISON).pdf).convert("RGB")
    rouge, vert, bleu = dessin.split()
    assert max(ImageChops.difference(rouge, vert).getextrema()[1], ImageChops.difference(vert, bleu).getextrema()[1]) <= 2


def test_the_pages_lead_to_it_in_each_language(port):
    assert len(feuilles_de_sortie(port)) == 24
    pages = {f.chemin: f for f in planifier(port, langue("en"))}
    for chemin in ("temps-de-vie/je-sors-de-prison/index.html", "depliants/index.html"):
        contenu = pages[chemin].faire().contenu
        liens = [f"../depliants/{Demande('', SORTIE, code, moment='je-sors-de-prison').fichiers[0]}"
                 for code in ("en", "fr", "ar", "fr-x-falc")]
        places = [contenu.index(lien) for lien in liens]
        assert places == sorted(places)
    assert "le-jour-meme" not in pages["temps-de-vie/je-me-separe/index.html"].faire().contenu


def test_one_is_asked_for_by_its_life_moment(port_exemple, tmp_path, texte):
    def lance(*arguments):
        return CliRunner().invoke(main, ["leaflet", str(port_exemple), *map(str, arguments)],
                                  env={"SOURCE_DATE_EPOCH": "1795132800"})
    fait = lance("--moment", "je-sors-de-cure", "--langue", "en", "--vers", tmp_path / "feuille.pdf")
    assert fait.exit_code == 0 and "The day I leave" in texte((tmp_path / "feuille.pdf").read_bytes())
    refus = lance("--moment", "je-sors-de-cur", "--vers", tmp_path)
    assert refus.exit_code == 1 and refus.output.count("Vouliez-vous dire « je-sors-de-cure »") == 1


def test_a_life_moment_without_a_sheet_has_none(port):
    with pytest.raises(DepliantImpossible, match="moment de sortie"):
        feuille(port, Demande("", SORTIE, "fr", moment="je-me-separe"))


def test_the_same_day_gives_the_same_bytes(port, port_exemple):
    autre = enrichir(verifier(port_exemple, port.aujourdhui).directory, port.aujourdhui)
    assert feuille(port, PRISON).pdf == feuille(autre, PRISON).pdf
