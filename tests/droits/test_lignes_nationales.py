"""Help lines of the whole country: the program's fiches, where a territory has none; its readers' to find, nobody's to keep."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from html import unescape

import pytest

from formulaire_rempli import TERRITOIRE, corps, lance
from garde import DOSSIER
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.lignes import avec_les_lignes, lignes_lues, numeros
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.enrich.en_langue import en_langue
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.telephone import est_court
from quifaitquoi.annuaire.model.textes import textes
from quifaitquoi.edition.formulaires.proposition import nom_libre
from quifaitquoi.edition.formulaires.secours import SECOURS
from quifaitquoi.langues import langue
from quifaitquoi.langues.mise_a_jour import codes
from quifaitquoi.papier.depliants.ecriture import Paroles
from quifaitquoi.papier.depliants.urgences import note_des_urgences, urgences
from quifaitquoi.savoir.chiffres.bilan import chiffres
from quifaitquoi.savoir.echeances import dues, tenues
from quifaitquoi.savoir.publiable import publiable
from quifaitquoi.site.pages import trouver
from quifaitquoi.site.pages.modifier.donnees import se_modifie
from quifaitquoi.site.sommaire import planifier
from quifaitquoi.suivi.forge.liens import adresses

SLUGS = ["112-urgences", "114-urgence-par-message", "115-hebergement-urgence", "116006-aide-aux-victimes", "119-enfance-en-danger",
         "15-samu", "17-police-secours", "18-pompiers", "3114-prevention-suicide", "3919-violences-femmes-info"]
SIENNE = "nom: {nom}\ngenre: telephone\ncontact: {contact}\nservices: [{{quoi: urgences}}]\nsources: [{{titre: Affiche}}]\n"


@pytest.fixture(scope="module")
def neuve(tmp_path_factory, port_exemple):
    """A territory that was just begun, in French and Arabic, without a fiche, with a word for what each line does: to be copied."""
    ici, modele = (tmp_path_factory.mktemp("lignes") / nom for nom in ("ville", "modele"))
    shutil.copytree(port_exemple, modele)
    with (modele / "vocabulaire/besoins.yml").open("a", encoding="utf-8") as mots:
        mots.write("  aide-aux-victimes:\n    nom: Aide aux victimes\n    pictogramme: phone\n    racines: [se-proteger]\n"
                   "    revue: 6\n")
    debut = ["fr, ar" if dit == "fr" else dit for dit in TERRITOIRE]
    assert lance("init", ici, "--modele", modele, reponses=debut).exit_code == 0
    return ici / DOSSIER


@pytest.fixture(scope="module")
def territoire(neuve, aujourdhui):
    return enrichir(verifier(neuve, aujourdhui).directory, aujourdhui)


@pytest.fixture
def ici(neuve, tmp_path):
    return shutil.copytree(neuve, tmp_path / "ville")


def nationales(racine, jour) -> list[str]:
    rapport = verifier(racine, jour)
    assert not rapport.erreurs, rapport.erreurs
    return [slug for slug, fiche in rapport.directory.fiches.items() if fiche.national]


def ecrit(racine, slug: str, texte: str):
    fiche = racine / "fiches/partout" / f"{slug}.yml"
    fiche.parent.mkdir(exist_ok=True)
    fiche.write_text(texte, "utf-8")


def regle(racine, avant: str, apres: str):
    annuaire = racine / "annuaire.yml"
    texte = annuaire.read_text("utf-8")
    assert avant in texte
    annuaire.write_text(texte.replace(avant, apres), "utf-8")


# -- those that belong to the program


def test_each_line_of_the_program_is_read_without_a_fault():
    assert [lu.trouve.slug for lu in lignes_lues()] == SLUGS
    assert [str(p) for lu in lignes_lues() for p in lu.problemes] == []


@pytest.mark.parametrize("lu", lignes_lues(), ids=lambda lu: lu.trouve.slug)
def test_a_line_says_where_each_of_its_facts_was_read(lu):
    ligne: Fiche = lu.element
    dits = {champ for champ in Fiche.model_fields if getattr(ligne, champ)} - {"nom", "genre", "sources", "acces"}
    assert all(source.adresse or source.titre for source in ligne.sources)
    assert {champ for source in ligne.sources for champ in source.pour} == dits
    assert ligne.genre == "telephone" and all(est_court(numero, "FR") for numero in numeros(ligne))


def test_a_line_is_what_init_writes_among_the_emergency_numbers():
    """One number, one name, one sentence: annuaire.yml and the fiche never say two things."""
    lignes = {numero: lu.element for lu in lignes_lues() for numero in numeros(lu.element)}
    assert lignes.keys() == {u.numero.replace(" ", "") for u in SECOURS["FR"]}
    for u in SECOURS["FR"]:
        ligne = lignes[u.numero.replace(" ", "")]
        assert (ligne.nom, ligne.presentation) == (f"{u.numero} - {u.nom}", u.pour)
        assert u.source in [source.adresse for source in ligne.sources]


@pytest.mark.parametrize("code", codes())
def test_every_text_of_a_line_is_translated(code):
    connus = langue(code).catalogue._messages
    assert [texte for lu in lignes_lues() for texte in (lu.element.nom, lu.element.presentation)
            if not connus.get((None, texte))] == []


# -- who shows them


def test_a_french_territory_that_was_just_begun_shows_them_all(neuve, aujourdhui):
    assert nationales(neuve, aujourdhui) == SLUGS
    assert not list((neuve / "fiches").rglob("*.yml")), "they are the program's, and renewed with it"


def test_its_emergency_numbers_lead_to_them(neuve, territoire):
    menent = {u.numero: u.fiche for u in territoire.directory.annuaire.urgences}
    assert menent.keys() == {u.numero for u in SECOURS["FR"]} and sorted(menent.values()) == SLUGS


@pytest.mark.parametrize("slug, contact, remplacee", [
    ("ici-le-115", "{telephone: '115'}", "115-hebergement-urgence"),
    ("aide-aux-victimes", "{telephone: '116 006'}", "116006-aide-aux-victimes"),
    ("par-message", "{sms: '114'}", "114-urgence-par-message"),
    ("15-samu", "{telephone: '02 61 91 00 00'}", "15-samu"),
])
def test_a_fiche_of_one_s_own_takes_its_place(ici, aujourdhui, slug, contact, remplacee):
    ecrit(ici, slug, SIENNE.format(nom="Chez nous", contact=contact))
    assert nationales(ici, aujourdhui) == [autre for autre in SLUGS if autre != remplacee]


def test_a_former_name_keeps_its_address(ici, aujourdhui):
    sienne = SIENNE.format(nom="Chez nous", contact="{courriel: a@example.org}")
    ecrit(ici, "samu-de-la-ville", sienne + "anciens_slugs: [15-samu]\n")
    assert "15-samu" not in nationales(ici, aujourdhui)


def test_a_place_that_is_asked_for_by_that_number_is_not_the_line(ici, aujourdhui):
    ecrit(ici, "abri", SIENNE.format(nom="Abri", contact="{telephone: '115'}").replace("genre: telephone", "genre: en-ligne"))
    assert nationales(ici, aujourdhui) == SLUGS


def test_annuaire_yml_may_say_no(ici, aujourdhui):
    regle(ici, "droits_nationaux:", "lignes_nationales: non\ndroits_nationaux:")
    assert nationales(ici, aujourdhui) == []


@pytest.mark.parametrize("pays, attendues", [
    ("RE", SLUGS), ("MQ", SLUGS), ("BE", []), ("CH", []), ("DE", []), ("CA", []),
    ("PF", ["15-samu", "17-police-secours", "18-pompiers"]),
])
def test_no_number_crosses_a_border(territoire, pays, attendues):
    sans = replace(territoire.directory, fiches={})
    ailleurs = replace(sans, annuaire=sans.annuaire.model_copy(update={"pays": pays}))
    assert [*avec_les_lignes(ailleurs).fiches] == attendues


def test_without_a_zone_that_is_everywhere_there_is_nowhere_to_show_them(territoire):
    sans = replace(territoire.directory, fiches={}, quartiers={
        slug: q for slug, q in territoire.directory.quartiers.items() if q.etendue != "partout"})
    assert avec_les_lignes(sans) is sans


def test_a_line_that_the_vocabulary_has_no_word_for_is_left_out(territoire):
    mots = territoire.directory.vocabulaire
    besoins = {slug: b for slug, b in mots.besoins.items() if slug not in ("violences", "maraude")}
    sans = replace(territoire.directory, fiches={}, vocabulaire=mots.model_copy(update={"besoins": besoins, "publics": {}}))
    lignes = avec_les_lignes(sans).fiches
    assert [*lignes] == [slug for slug in SLUGS if not slug.startswith("3919")]
    assert [s.quoi for s in lignes["115-hebergement-urgence"].services] == ["hebergement-urgence"]
    assert {ligne.publics for ligne in lignes.values()} == {None}, "no block is left with nothing to say"


def test_port_exemple_has_its_own(port_exemple, aujourdhui):
    assert nationales(port_exemple, aujourdhui) == []


# -- readers


@pytest.fixture(scope="module")
def page(territoire):
    def de(chemin: str, code: str = "fr") -> str:
        vu = en_langue(territoire, code)
        return next(str(f.faire().contenu) for f in planifier(vu, langue(code)) if f.chemin == chemin)
    return de


def test_their_pages_say_that_they_come_from_the_program(page):
    assert "Cette page vient du programme" in page("fiches/3919-violences-femmes-info/index.html")
    assert "هذه الصفحة تأتي مع البرنامج" in page("fiches/3919-violences-femmes-info/index.html", "ar")


def test_they_are_said_in_the_reader_s_language(page):
    lue = page("fiches/18-pompiers/index.html", "ar")
    assert "18 - الإطفاء" in lue and "يوجد حريق أو حادث" in lue and "Pompiers" not in lue


def test_se_proteger_is_no_dead_end(page):
    liste = page("besoins/se-proteger/index.html")
    for slug in ("17-police-secours", "119-enfance-en-danger", "3919-violences-femmes-info", "116006-aide-aux-victimes"):
        assert f"fiches/{slug}/index.html" in liste


def test_the_finder_knows_them(page, territoire):
    assert "3114 - Prévention du suicide" in "".join(map(page, trouver.chemins(territoire)))


def test_a_line_that_does_not_answer_at_night_is_not_said_to_on_paper(territoire):
    p = Paroles(territoire.directory, langue("fr"))
    assert note_des_urgences(territoire, p) == "Appels gratuits"
    assert [u["numero"] for u in urgences(territoire, p) if u["quand"]] == ["116\u00a0006"]


# -- nobody's work


def test_they_are_nobody_s_to_verify_to_phone_or_to_look_after(neuve, territoire):
    assert tenues(territoire) == () and dues(territoire) == ()
    assert adresses(territoire.directory) == {}
    assert "il n'y en a encore aucune" in lance("stale", neuve).output


def test_they_are_not_counted_in_what_the_territory_knows(territoire):
    c = chiffres(territoire)
    assert (c.fiches, c.hors_service, sum(c.fraicheur.values()), c.par_annee) == (0, 0, 0, {})
    assert "urgences" not in c.sans_adresse, "somebody answers it all the same"


def test_they_are_not_given_out_as_the_territory_s_own_data(territoire):
    assert publiable(territoire).fiches == {}


def test_they_are_not_the_territory_s_to_translate(neuve, territoire):
    assert not [chemin for chemin, _ in textes(territoire.directory) if chemin.startswith("fiches.")]
    refus = lance("translate", neuve, "--fiche", "15-samu")
    assert refus.exit_code == 1 and "il n'y a pas de fiche « 15-samu »" in refus.output


def test_nobody_changes_them_from_the_site(page, territoire):
    assert not any(se_modifie(fiche) for fiche in territoire.directory.fiches.values())
    assert 'href="https://forge.example.org' not in page("fiches/15-samu/index.html")


def test_whoever_corrects_one_is_told_how(ici, tmp_path):
    evenement, vers = tmp_path / "evenement.json", tmp_path / "formulaire"
    texte = corps("corriger", fiche="https://annuaire.example.org/fr/fiches/15-samu/", telephone="02 61 91 02 99")
    evenement.write_text(json.dumps({"issue": {"number": 12, "body": texte}}), "utf-8")
    assert lance("from-issue", evenement, "--vers", vers, "--dans", ici).exit_code == 1
    assert "est une fiche du programme, la même dans tout le pays" in unescape((vers / "reponse.md").read_text("utf-8"))


def test_one_s_own_may_have_the_same_name(ici, aujourdhui):
    assert nom_libre("15 - SAMU", verifier(ici, aujourdhui).directory) == "15-samu"


def test_annuaire_yml_may_name_one(ici, aujourdhui):
    regle(ici, 'numero: "115"', 'fiche: 17-police-secours\n    numero: "115"')
    assert {u.fiche for u in verifier(ici, aujourdhui).directory.annuaire.urgences if u.numero == "115"} == {"17-police-secours"}
