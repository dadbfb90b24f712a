"""A submitted form becomes a valid change of one file, or a polite refusal that changes nothing."""

import filecmp
import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from formulaire_rempli import corps
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.commands import main
from quifaitquoi.edition.formulaires.formulaire import formulaires, lire
from quifaitquoi.edition.formulaires.proposition import proposer
from quifaitquoi.edition.reponses.comprendre import Incompris
from quifaitquoi.horaires import lire as lire_horaires

LIEU = {
    "nom": "Maison de la Mer",
    "genre": "Un lieu où aller",
    "services": "- Douche\n- cours de français",
    "quartier": "Vieux-Port",
    "voie": "3 rue des Exemples",
    "code_postal": "01000",
    "commune": "Port-Exemple",
    "telephone": "02 61 91 99 11",
    "horaires": "lundi au vendredi: 9h-12h, 14h-17h\nsamedi: 10h-12h",
    "langues": "français, arabe",
    "cout": "Gratuit",
    "rendez_vous": "Sans rendez-vous",
    "presentation": "Un lieu pour se laver.",
    "site": "https://mer.example.org",
}


def changes(avant: Path, apres: Path) -> list[str]:
    """Every file that differs, whatever happened to it."""
    def tous(racine):
        return {str(f.relative_to(racine)) for f in racine.rglob("*") if f.is_file()}
    return sorted(nom for nom in tous(avant) | tous(apres)
                  if not ((avant / nom).exists() and (apres / nom).exists() and filecmp.cmp(avant / nom, apres / nom, False)))


def test_a_place_that_nobody_knew_becomes_a_fiche_that_passes_the_check(soumet, annuaire, petit_port, aujourdhui):
    reponse, titre = soumet(corps("ajouter", **LIEU))
    assert changes(petit_port, annuaire) == ["fiches/vieux-port/maison-de-la-mer.yml"]
    fiche = verifier(annuaire, aujourdhui).directory.fiches["maison-de-la-mer"]
    assert [s.quoi for s in fiche.services] == ["douche", "cours-de-francais"]
    assert (fiche.adresse.code_postal, fiche.langues.parlees, fiche.cout.tarif) == ("01000", ("fr", "ar"), "gratuit")
    assert fiche.verification is None, "a form was read, nobody asked the place"
    assert fiche.sources[0].titre == "Formulaire n° 12"
    assert titre == "Formulaire n° 12 : maison-de-la-mer\n" and "`maison-de-la-mer`" in reponse


def test_the_hours_that_were_read_are_said_back(soumet, annuaire, aujourdhui):
    reponse, _ = soumet(corps("ajouter", **LIEU | {"horaires": "Lun-Ven 9h30 12h\nsur rendez-vous le samedi"}))
    assert "Horaires : du lundi au vendredi de 9 h 30 à 12 h ; le samedi : sur rendez-vous" in unescape(reponse).replace(
        "\u00a0", " ")


def test_hours_of_a_secret_address_are_not_said_back(soumet):
    reponse, titre = soumet(corps("ajouter", **LIEU | {
        "confidentialite": "- [X] oui", "voie": "", "code_postal": "", "commune": "", "horaires": "lundi 9h-12h"}))
    assert "Horaires" not in reponse and (titre or "lundi" not in reponse)


def test_what_was_left_empty_stays_unknown(soumet, annuaire, aujourdhui):
    soumet(corps("ajouter", **{q: LIEU[q] for q in ("nom", "genre", "services", "quartier")}))
    fiche = verifier(annuaire, aujourdhui).directory.fiches["maison-de-la-mer"]
    assert (fiche.horaires, fiche.acces, fiche.cout, fiche.contact, fiche.adresse) == (None,) * 5


def test_a_correction_changes_what_it_names_and_not_a_comment_more(soumet, annuaire, petit_port):
    soumet(corps("corriger", fiche="https://annuaire.example.org/ar/fiches/la-chaloupe/", telephone="02 61 91 02 99"))
    avant, apres = ((racine / "fiches/vieux-port/la-chaloupe.yml").read_text().splitlines() for racine in (petit_port, annuaire))
    assert changes(petit_port, annuaire) == ["fiches/vieux-port/la-chaloupe.yml"]
    assert [ligne for ligne in avant if ligne not in apres] == ['  telephone: "02 61 91 02 01"']
    assert [ligne.strip() for ligne in apres if ligne not in avant] == [
        'telephone: "02 61 91 02 99"', "- titre: Formulaire n° 12", "date: 2026-11-20", "pour: [contact.telephone]"]


def test_a_closure_is_added_to_those_announced(soumet, annuaire, aujourdhui):
    soumet(corps("fermeture", fiche="La Chaloupe, accueil de jour", duree="Quelques jours ou semaines", du="24/12/2027",
                 au="2028-01-03", motif="congés"))
    fermeture = verifier(annuaire, aujourdhui).directory.fiches["la-chaloupe"].fermetures[-1]
    assert (fermeture.du, fermeture.au, fermeture.motif) == (date(2027, 12, 24), date(2028, 1, 3), "congés")


def test_a_place_that_closed_for_ever_keeps_its_page(soumet, annuaire, aujourdhui):
    soumet(corps("fermeture", fiche="la-chaloupe", duree="Pour toujours", du="2026-11-01"))
    assert verifier(annuaire, aujourdhui).directory.fiches["la-chaloupe"].etat.statut == "ferme"


@pytest.mark.parametrize(
    ("nom", "reponses", "dit"),
    [
        ("ajouter", LIEU | {"services": "duche"}, "Vouliez&#45;vous dire « Douche »"),
        ("ajouter", LIEU | {"quartier": "Atlantide"}, "n'est pas un quartier"),
        ("corriger", {"fiche": "la-chaloupe", "horaires": "lundi 9h"}, "une heure seule ne dit pas quand on ferme"),
        ("corriger", {"fiche": "la-chaloupe", "horaires": "lundi: 9h-25h"}, "25h"),
        ("corriger", {"fiche": "la-chaloupe", "telephone": "12"}, "n'est pas un numéro"),
        ("ajouter", LIEU | {"nom": "La chaloupe !"}, "s'appelle déjà"),
        ("ajouter", LIEU | {"nom": "؟"}, "il faut un nom"),
        ("corriger", {"fiche": "nulle part", "telephone": "02 61 91 02 99"}, "n'est pas une fiche"),
        ("corriger", {"fiche": "la-chaloupe"}, "Rien n'est à corriger"),
        ("corriger", {"fiche": "la-chaloupe", "remarque": "La porte est verte"}, "Une personne de l'équipe lira"),
        ("fermeture", {"fiche": "la-chaloupe", "duree": "Quelques jours ou semaines", "du": "demain"}, "n'est pas une date"),
        ("fermeture", {"fiche": "la-chaloupe", "duree": "Quelques jours ou semaines", "du": "2026-12-24"}, "dernier jour"),
        (
            "fermeture",
            {"fiche": "la-chaloupe", "duree": "Quelques jours ou semaines", "du": "2026-12-24", "au": "31/12/9999"},
            "l'année 9999 n'est pas possible ici",
        ),
        ("fermeture", {"fiche": "la-chaloupe", "duree": "Pour toujours", "du": "24/12/0026"}, "l'année 0026 n'est pas possible"),
        (
            "fermeture",
            {"fiche": "la-chaloupe", "duree": "Quelques jours ou semaines", "du": "2026-12-24", "au": "2026-12-01"},
            "vérifiez",
        ),
    ],
)
def test_what_cannot_be_done_is_refused_politely_and_changes_nothing(soumet, annuaire, petit_port, nom, reponses, dit):
    reponse, titre = soumet(corps(nom, **reponses))
    assert titre is None and reponse.startswith("Merci") and dit in reponse
    assert changes(petit_port, annuaire) == []


def nouvelle(annuaire, aujourdhui):
    return verifier(annuaire, aujourdhui).directory.fiches["maison-de-la-mer"]


@pytest.mark.parametrize("horaires", [
    "lundi au vendredi 9h-12h", "du lundi au vendredi de 9h à 12h et de 14h à 17h", "24h/24", "sur rendez-vous",
    "lundi 09:00-12:00", "- lundi: 9h-12h\n- mardi 14h-17h\n- jours fériés fermé", "Lun-Ven 9h/12h 14h-17h, sauf jours fériés",
    "lundi au jeudi 9h-17h, vendredi 9h-16h", "Mo-Fr 09:00-12:00\nSa 10:00-12:00"])
def test_hours_are_read_as_the_fiche_reads_them(soumet, annuaire, aujourdhui, horaires):
    soumet(corps("ajouter", **LIEU | {"horaires": horaires}))
    assert nouvelle(annuaire, aujourdhui).horaires == lire_horaires(re.sub(r"(?m)^- ", "", horaires).replace("\n", "; "))


@pytest.mark.parametrize(("langues", "codes"), [
    ("français, arabe et anglais", ("fr", "ar", "en")), ("anglais/arabe", ("en", "ar")), ("langue des signes", ("fsl",)),
    ("Dari\npersan", ("prs", "fa")), ("FR ; العربية", ("fr", "ar")), ("le kurde ou le turc", ("ku", "tr"))])
def test_languages_are_read_by_their_names(soumet, annuaire, aujourdhui, langues, codes):
    soumet(corps("ajouter", **LIEU | {"langues": langues}))
    assert nouvelle(annuaire, aujourdhui).langues.parlees == codes


@pytest.mark.parametrize(("services", "besoins"), [
    ("repas et douches", ["repas-chaud", "douche"]), ("Repas", ["repas-chaud"]), ("avocat", ["conseil-juridique"]),
    ("Apprendre à lire et à écrire", ["lire-et-ecrire"]),
    ("Couches, lait, affaires de bébé, vaccins", ["affaires-de-bebe", "vaccination"])])
def test_needs_are_read_by_their_names_and_the_words_of_the_search(soumet, annuaire, aujourdhui, services, besoins):
    reponse, _ = soumet(corps("ajouter", **LIEU | {"services": services}))
    assert [s.quoi for s in nouvelle(annuaire, aujourdhui).services] == besoins
    noms = verifier(annuaire, aujourdhui).directory.vocabulaire.besoins
    assert "Ce qu'on y trouve : " + ", ".join(noms[besoin].nom for besoin in besoins) in reponse.replace("&#39;", "'").replace(
        "&#45;", "-"), "what was understood is read back"


def test_every_need_and_language_accepts_the_name_it_is_shown_by(soumet, annuaire, aujourdhui, directory):
    v = directory.vocabulaire
    besoins = [", ".join(b.nom for b in [*v.besoins.values()][n:n + 10]) for n in range(0, len(v.besoins), 10)]
    soumet(corps("ajouter", **LIEU | {"services": "\n".join(besoins), "langues": ", ".join(x.nom for x in v.langues.values())}))
    fiche = nouvelle(annuaire, aujourdhui)
    assert [s.quoi for s in fiche.services] == list(v.besoins) and fiche.langues.parlees == tuple(v.langues)


def test_what_cannot_be_read_is_kept_and_asked_about_and_the_rest_is_proposed(soumet, annuaire, aujourdhui):
    reponse, titre = soumet(corps("ajouter", **LIEU | {
        "services": "douche\nzumba", "horaires": "lundi: 9h-12h\nmardi: toute la journée", "telephone": "12", "code_postal": "1000",
        "site": "mer.example.org", "langues": "arabe, klingon"}))
    fiche = nouvelle(annuaire, aujourdhui)
    assert [s.quoi for s in fiche.services] == ["douche"] and fiche.langues.parlees == ("ar",)
    assert (fiche.horaires, fiche.contact, fiche.adresse.code_postal) == (None, None, None)
    for question, ecrit, quoi_ecrire in [
            ("Ce qu'on y trouve", "zumba", "vocabulaire/besoins.yml"), ("Horaires", "mardi: toute la journée", "« 9h-18h »"),
            ("Téléphone", "12", "Exemples"), ("Code postal", "1000", "cinq chiffres"), ("Site web", "mer.example.org", "https://"),
            ("Langues parlées", "klingon", "Exemples : français")]:
        for texte in (reponse, titre):
            ligne, = [ligne for ligne in lisible(texte).splitlines() if ligne.startswith(f"- **{question}** : ")]
            assert ecrit in ligne and quoi_ecrire in ligne, ligne
    assert lisible(titre).startswith("Formulaire n° 12 : maison-de-la-mer\n\n") and "Vouliez-vous" not in lisible(reponse)


def lisible(texte: str) -> str:
    return unescape(texte).replace("\u2060", "")


def test_a_refusal_names_each_question_that_is_to_be_answered_otherwise(soumet):
    reponse = lisible(soumet(corps("ajouter", **LIEU | {"services": "zumba", "quartier": "Atlantide"}))[0])
    assert "- **Ce qu'on y trouve** : « zumba »" in reponse and "- **Quartier** : « Atlantide »" in reponse
    reponse = lisible(soumet(corps("fermeture", fiche="la-chaloupe", duree="Quelques jours ou semaines", du="24 décembre"))[0])
    assert "- **Premier jour fermé** : « 24 décembre »" in reponse and "Exemple : 24 décembre 2026" in reponse


def test_where_several_fit_they_are_listed_and_none_is_chosen(soumet):
    reponse = lisible(soumet(corps("ajouter", **LIEU | {"services": "soins"}))[0])
    assert "Vouliez-vous dire « Soins sans carte ni mutuelle », « Soins aux animaux » ou « Dentiste » ?" in reponse
    reponse = lisible(soumet(corps("ajouter", **LIEU | {"services": "loyer"}))[0])
    assert "« loyer » veut dire plusieurs choses : « Trouver un logement » ou « Loyer impayé, expulsion »." in reponse


def test_a_fiche_is_found_by_its_name_in_any_order(soumet):
    assert soumet(corps("corriger", fiche="L'accueil de jour La Chaloupe", telephone="02 61 91 02 99"))[1].endswith(
        " : la-chaloupe\n")


@pytest.mark.parametrize("du", ["24/12/2027", "24 décembre 2027", "le 24 déc. 2027", "vendredi 24 décembre 2027", "2027-12-24"])
def test_a_date_is_read_as_people_write_it(soumet, annuaire, aujourdhui, du):
    soumet(corps("fermeture", fiche="la-chaloupe", duree="Quelques jours ou semaines", du=du, au="3 janv. 2028"))
    fermeture = verifier(annuaire, aujourdhui).directory.fiches["la-chaloupe"].fermetures[-1]
    assert (fermeture.du, fermeture.au) == (date(2027, 12, 24), date(2028, 1, 3))


@pytest.mark.parametrize("texte", ["", "Bonjour", "### Nom du lieu\n\nx", "### " * 2000, "x" * 80_000,
                                   corps("ajouter", **LIEU) + "\n\n### Horaires\n\nlundi: 9h-10h"])
def test_what_is_no_form_is_refused(soumet, annuaire, petit_port, texte):
    reponse, titre = soumet(texte)
    assert titre is None and reponse.startswith("Merci")
    assert changes(petit_port, annuaire) == []


@pytest.mark.parametrize("numero", ["12; rm -rf /", None, -1, 1.5, True])
def test_a_number_that_is_none_gets_no_answer_at_all(soumet, numero):
    assert "n'est pas l'événement" in soumet(corps("ajouter", **LIEU), numero)[0]


HOSTILES = ["../../../etc/passwd", "x\nverification:\n  le: 2026-01-01", "*ancre", "!!python/object:os.system", "$(touch /tmp/x)",
            "`id`", "<script>alert(1)</script>", "@everyone #1 closes #2", "a: b: c", "\u202e\u0000renversé", "---\n...", "'\"\\"]


@pytest.mark.parametrize("hostile", HOSTILES)
def test_hostile_words_stay_words(soumet, annuaire, petit_port, aujourdhui, hostile):
    reponse, titre = soumet(corps("ajouter", **LIEU | {"nom": f"Maison {hostile}", "presentation": hostile}))
    assert all(nom.startswith("fiches/vieux-port/maison") for nom in changes(petit_port, annuaire))
    if titre:
        nouvelle = verifier(annuaire, aujourdhui).directory.fiches[titre.strip().rsplit(" ", 1)[1]]
        assert nouvelle.verification is None
    assert "<script>" not in reponse and "@everyone" not in reponse


def test_a_secret_address_is_repeated_nowhere(soumet, annuaire, petit_port):
    reponse, titre = soumet(corps("ajouter", **LIEU | {"confidentialite": "- [X] oui", "voie": "9 rue du Secret"}))
    assert titre is None and "Secret" not in reponse and "prévenez" in reponse
    reponse, titre = soumet(corps("corriger", fiche="refuge-horizon", voie="9 rue du Secret", commune="Port-Exemple"))
    assert titre is None and "Secret" not in reponse
    reponse, titre = soumet(corps("ajouter", **LIEU | {"confidentialite": "- [X] oui", "services": "9 rue du Secret", "voie": "",
                                                       "code_postal": ""}))
    assert titre is None and "Secret" not in reponse
    assert changes(petit_port, annuaire) == []
    reponse, titre = soumet(corps("corriger", fiche="refuge-horizon", telephone="02 61 91 99 11", langues="9 rue du Secret"))
    assert "Secret" not in reponse + titre and "**Les langues" in reponse, "what is not read is asked about, and not repeated"
    reponse, titre = soumet(
        corps("corriger", fiche="refuge-horizon", telephone="02 61 91 99 12", langues="9 » rue du Secret « 3"), 13)
    assert "Secret" not in reponse + titre, "nor where it holds guillemets"


def test_what_the_check_refuses_names_the_question(soumet, annuaire, petit_port):
    sans = {question: texte for question, texte in LIEU.items() if question not in ("voie", "code_postal")}
    reponse, titre = soumet(corps("ajouter", **sans | {"confidentialite": "- [X] oui", "presentation": "Au 9 rue du Secret."}))
    assert titre is None and lisible(reponse).count("- En une phrase : ") == 1 and "Secret" not in reponse
    assert changes(petit_port, annuaire) == []


@pytest.fixture(scope="module")
def directory(petit_port):
    return verifier(petit_port, date(2026, 11, 20)).directory


@settings(max_examples=75)
@given(st.sampled_from(["ajouter", "corriger", "fermeture"]), st.data())
def test_any_answers_give_a_file_of_its_own_or_a_sentence(directory, petit_port, nom, data):
    formulaire = next(f for f in formulaires() if f.nom == nom)
    bonnes = LIEU | {"fiche": "la-chaloupe", "du": "2026-12-24", "au": "2026-12-26", "duree": "Quelques jours ou semaines"}
    texte = st.text(max_size=60) | st.sampled_from(HOSTILES)
    reponses = {q: data.draw(texte | st.just(bonnes[q])) if q in bonnes else data.draw(texte) for q in formulaire.questions
                if data.draw(st.booleans()) or q in ("nom", "quartier", "fiche")}
    ecrit = "\n\n".join(f"### {label}\n\n{reponses.get(q, '_No response_')}" for q, label in formulaire.questions.items())
    try:
        lu, dites = lire(ecrit, formulaires())
        proposition = proposer(lu.nom, dites, directory, petit_port, "Formulaire n° 1", date(2026, 11, 20))
    except Incompris as error:
        assert str(error)
        return
    chemin = (petit_port / proposition.chemin).resolve()
    assert chemin.parent.parent == (petit_port / "fiches").resolve() and chemin.parent.is_dir() and chemin.suffix == ".yml"
    document = lire_yaml(proposition.texte)
    assert not document.fautes and document.valeur["sources"]


def test_on_a_full_disk_the_directory_is_as_it_was(soumet, annuaire, petit_port, monkeypatch):
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "plein")))
    for texte in (corps("ajouter", **LIEU), corps("corriger", fiche="la-chaloupe", telephone="02 61 91 02 99")):
        reponse, titre = soumet(texte)
        assert titre is None and "il n'y a plus de place sur le disque" in reponse
        assert changes(petit_port, annuaire) == []


def test_a_fiche_is_never_in_its_place_before_the_check_has_read_it(soumet, annuaire, petit_port, monkeypatch):
    monkeypatch.setattr("quifaitquoi.edition.formulaires.pose.ecrire", lambda *_, **__: pytest.fail("it was written"))
    soumet(corps("fermeture", fiche="la-chaloupe", duree="Quelques jours ou semaines", du="24/12/2027", au="2027-01-03"))
    assert changes(petit_port, annuaire) == []


def test_without_the_forms_of_the_repository_it_says_where_to_be(annuaire, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "evenement.json").write_text('{"issue": {"number": 12, "body": "rien"}}')
    fait = CliRunner().invoke(main, ["from-issue", "evenement.json", "--dans", str(annuaire)])
    assert fait.exit_code == 1
    assert fait.output == ("Erreur : Le formulaire « .github/ISSUE_TEMPLATE/ajouter.yml » n'est pas ici. Lancez la commande depuis "
                           "la racine du dépôt, là où est le dossier .github\n")
