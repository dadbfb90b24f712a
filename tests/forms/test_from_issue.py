"""A submitted form becomes a valid change of one file, or a polite refusal that changes nothing."""

import filecmp
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from formulaire_rempli import LIEU, corps, lisible
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.commands import main
from quifaitquoi.edition.formulaires.formulaire import formulaires, lire
from quifaitquoi.edition.formulaires.proposition import proposer
from quifaitquoi.edition.reponses.comprendre import Incompris


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


def test_a_form_that_is_edited_after_its_proposal_was_merged_is_another_change(soumet, annuaire, aujourdhui):
    for numero in ("99", "98"):
        assert soumet(corps("corriger", fiche="la-chaloupe", telephone=f"02 61 91 02 {numero}"))[1]
    fiche = verifier(annuaire, aujourdhui).directory.fiches["la-chaloupe"]
    assert fiche.contact.numeros[0].numero == "02 61 91 02 98"
    assert [s.titre for s in fiche.sources].count("Formulaire n° 12") == 1, "of one form on one day there is one source"


def test_what_the_fiche_says_already_is_no_change(soumet, annuaire):
    fermeture = corps("fermeture", fiche="la-chaloupe", duree="Quelques jours ou semaines", du="24/12/2027", au="2028-01-03")
    assert soumet(fermeture)[1]
    avant = (annuaire / "fiches/vieux-port/la-chaloupe.yml").read_bytes()
    reponse, titre = soumet(fermeture)
    assert not titre and "La fiche le dit déjà" in unescape(reponse)
    assert (annuaire / "fiches/vieux-port/la-chaloupe.yml").read_bytes() == avant


def test_a_place_that_closed_for_ever_keeps_its_page(soumet, annuaire, aujourdhui):
    soumet(corps("fermeture", fiche="la-chaloupe", duree="Pour toujours", du="2026-11-01"))
    assert verifier(annuaire, aujourdhui).directory.fiches["la-chaloupe"].etat.statut == "ferme"


@pytest.mark.parametrize(
    ("nom", "reponses", "dit"),
    [
        ("ajouter", LIEU | {"services": "duche"}, "Vouliez-vous dire « Douche »"),
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


def test_a_refusal_names_each_question_that_is_to_be_answered_otherwise(soumet):
    reponse = lisible(soumet(corps("ajouter", **LIEU | {"services": "zumba", "quartier": "Atlantide"}))[0])
    assert "- **Ce qu'on y trouve** : « zumba »" in reponse and "- **Quartier** : « Atlantide »" in reponse
    reponse = lisible(soumet(corps("fermeture", fiche="la-chaloupe", duree="Quelques jours ou semaines", du="24 décembre"))[0])
    assert "- **Premier jour fermé** : « 24 décembre »" in reponse and "Exemple : 24 décembre 2026" in reponse


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
