"""The leaflets that annuaire.yml lists, and the command that makes any other."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from quartier_invente import place, plusieurs, territoire

from oubli import oublier_les_papiers
from petit_port import des_sorties
from quifaitquoi.commands import main
from quifaitquoi.papier.depliants import composer
from quifaitquoi.papier.depliants.lot import Resultat, bilan, depliants_du_territoire, phrase
from quifaitquoi.savoir.depliants import Demande, depliants_voulus

MILIEU = {"SOURCE_DATE_EPOCH": "1795132800"}


def lance(*arguments):
    return CliRunner().invoke(main, ["leaflet", *map(str, arguments)], env=MILIEU)


def batit(port_exemple, ou, depliants: str, change: dict[str, str]):
    """The real build of a copy of Port-Exemple whose annuaire.yml asks for these leaflets, in a process of its own."""
    # Announcements and the days of leaving have sheets of their own, which annuaire.yml does not ask for.
    copie = shutil.copytree(port_exemple, ou / "port", ignore=shutil.ignore_patterns("annonces"))
    des_sorties(copie, 0)
    for fichier in (*copie.glob("fiches/*/*.yml"), *copie.glob("quartiers/*.yml")):
        texte = fichier.read_text("utf-8")
        for avant, apres in change.items():
            texte = re.sub(rf"(?m)^{avant}$", apres, texte)
        fichier.write_text(texte, encoding="utf-8")
    annuaire = copie / "annuaire.yml"
    annuaire.write_text(re.sub(r"(?m)^depliants:\n(?:  .*\n?)*", depliants, annuaire.read_text("utf-8")), encoding="utf-8")
    return subprocess.run([Path(sys.executable).parent / "quifaitquoi", "build", copie, "--vers", ou / "site"], capture_output=True,
                          text=True, env={**os.environ, **MILIEU})


def test_the_directory_lists_neighbourhoods_formats_and_languages():
    t = territoire([place("bains")], langues=["fr", "ar"], depliants=[
        {"formats": ["depliant", "livret"]}, {"quartiers": "vide", "formats": "discret", "langues": "fr", "besoins": ["laver"]},
        {"quartiers": "quai", "formats": "depliant", "langues": "fr", "selection": "auto"}])
    noms = [d.nom for d in depliants_voulus(t)]
    assert noms[:3] + noms[4:] == ["quai-depliant-ar", "quai-livret-fr", "quai-livret-ar", "quai-depliant-fr"]
    # Not even the name of the file tells what a discreet leaflet is about.
    assert re.fullmatch(r"infos-vide-\d{4}-fr", noms[3])


def test_one_that_fails_stops_no_other_and_leaves_no_file(tmp_path):
    t = territoire([place("bains")])
    dits = []
    resultats = depliants_du_territoire(t, tmp_path, dits.append, (Demande("inconnu"), Demande("vide")))
    assert [bool(r.erreur) for r in resultats] == [True, False]
    assert [f.name for f in (tmp_path / "depliants").iterdir()] == ["vide-depliant-fr.pdf"]
    assert len(dits) == 2
    assert dits[0].startswith("Dépliants : 1/2 inconnu-depliant-fr : échec. « inconnu » n'est pas un quartier connu.")


def test_one_that_no_longer_fits_ends_with_a_list_and_says_so(tmp_path):
    t, entiere = territoire(plusieurs(60)), Demande("quai", "affiche")
    dits = []
    (resultat,) = depliants_du_territoire(t, tmp_path, dits.append, (entiere,))
    assert resultat.raison == "abrege" and not resultat.erreur and 0 < len(resultat.aussi) < 60
    assert dits[0].startswith("Dépliants : 1/1 quai-affiche-fr : ne tient pas en entier. Seulement dans sa liste : ")
    # The same leaflet as where annuaire.yml had accepted it.
    assert (tmp_path / resultat.chemins[0]).read_bytes() == composer(t, Demande("quai", "affiche", selection=True)).pdf
    assert bilan([resultat]) == (
        "Un dépliant ne tient pas en entier et finit par une liste : quai-affiche-fr. Demandez plus de pages ou un autre format "
        "dans annuaire.yml, ou acceptez-le : « selection: auto ».")


def test_one_that_does_not_fit_even_so_has_no_file(tmp_path):
    t = territoire(plusieurs(400))
    (resultat,) = depliants_du_territoire(t, tmp_path, voulues=(Demande("quai", "affiche"),))
    assert resultat.raison == "place" and resultat.erreur.startswith("Tout ne tient pas sur 1 page") and not resultat.chemins


@pytest.mark.parametrize("forme", ["depliant", "livret", "grands-caracteres", "affiche", "discret"])
def test_a_place_with_a_sign_that_no_font_draws_is_only_listed_and_the_leaflet_is_made(tmp_path, texte, forme):
    t = territoire([place("bains"), place("cafe", contact={"telephone": "02 61 91 00 07"}, acces={"precision": "Apportez 2 ৳."})])
    dits = []
    [resultat] = depliants_du_territoire(t, tmp_path, dits.append, (Demande("quai", forme),))
    assert resultat.raison == "illisible" and resultat.aussi == ("Cafe",) and not resultat.erreur
    assert "une adresse n'y est pas en entier. Aucune police ne sait imprimer" in dits[0] and "dans cafe." in dits[0]
    lu = texte((tmp_path / resultat.chemins[0]).read_bytes())
    assert "Bains" in lu and "02 61 91 00 00" in lu and "Cafe" in lu and "02 61 91 00 07" in lu
    assert bilan([resultat]) == ("Dans un dépliant, une adresse n'est pas en entier, pour un signe qui ne s'imprime pas : "
                                 f"{resultat.demande.nom}. Écrivez-le autrement dans sa fiche.")


def test_a_place_whose_name_cannot_be_printed_is_left_out_and_told(tmp_path, texte):
    t = territoire([place("bains"), place("maison", nom="Maison 友好"), place("thé", nom="Thé 友", etat={"statut": "ferme"})])
    [resultat] = depliants_du_territoire(t, tmp_path, voulues=(Demande("quai"),))
    assert "« 友 » (U+53CB), « 好 » (U+597D) dans maison ; « 友 » (U+53CB) dans thé." in resultat.illisible
    lu = texte((tmp_path / resultat.chemins[0]).read_bytes())
    assert "Bains" in lu and "Maison" not in lu and "Thé" not in lu


def test_a_sign_of_the_directory_itself_leaves_no_file(tmp_path):
    t = territoire([place("bains")], nom="Annuaire 友")
    [resultat] = depliants_du_territoire(t, tmp_path, voulues=(Demande("quai"),))
    assert resultat.raison == "signe" and "« 友 » (U+53CB) dans l’annuaire." in resultat.erreur
    assert not (tmp_path / "depliants").exists()


def test_what_was_only_listed_is_told(tmp_path):
    dits = []
    depliants_du_territoire(territoire(plusieurs(60)), tmp_path, dits.append, (Demande("quai", "affiche", selection=True),))
    assert "seulement dans la liste « aussi dans le quartier » : Lieu 0" in dits[0]


def test_all_of_port_exemple_can_be_made(port, tmp_path):
    # A command makes them in processes of their own, which end: here they are all of one.
    resultats = depliants_du_territoire(port, tmp_path, lambda _phrase: oublier_les_papiers())
    assert [(r.demande.nom, r.erreur) for r in resultats if r.erreur] == []
    assert len(resultats) > 10 and all((tmp_path / c).is_file() for r in resultats for c in r.chemins)


def test_building_the_site_makes_its_leaflets_on_every_core_and_names_the_one_that_fails(port_exemple, port, tmp_path):
    fait = batit(
        port_exemple,
        tmp_path,
        "depliants:\n  - quartiers: [gare, vieux-port]\n    formats: [depliant, livret]\n    langues: [fr, ar]\n"
        "  - quartiers: la-saline\n    formats: livret\n    langues: fr\n    pages: 4\n"
        "  - quartiers: gare\n    formats: affiche\n    langues: fr\n",
        {"nom: La Saline": "nom: La Saline 友", "nom: Toilettes du quai": "nom: Toilettes du quai 友"},
    )
    # Neither an error of the directory (1) nor a command that was written wrong (2).
    assert fait.returncode == 3 and "Traceback" not in fait.stderr
    assert "Le site est construit. Un dépliant ne tient pas en entier et finit par une liste : gare-affiche-fr. " in fait.stderr
    assert "Un dépliant n'a pas pu être fait : la-saline-livret-fr." in fait.stderr
    assert re.findall(r"Dépliants : (\d+)/14 ", fait.stderr) == [str(n) for n in range(1, 15)]
    ecrits = {f.name: f.read_bytes() for f in (tmp_path / "site" / "depliants").iterdir()}
    assert "Dans 4 dépliants, une adresse n'est pas en entier" in fait.stderr
    assert len(ecrits) == 17 and not any("la-saline" in nom for nom in ecrits)
    for code, dits in (("fr", ("la place manque, les dernières adresses", "une adresse n'y est pas", "pas de PDF, un signe")),
                       ("ar", ("المساحة لا تكفي", "عنوان واحد", "لا يوجد ملف PDF")),
                       ("en", ("there is not room enough", "one address is not there in full", "no PDF, "))):
        page = (tmp_path / "site" / code / "depliants" / "index.html").read_text("utf-8")
        ecarts = re.findall(r'class="note ecart">(.+?)</p>', page.replace("’", "'").replace("\xa0", " "))
        # A leaflet and a booklet, each in two languages, hold the name that is not printed.
        assert [sum(dit in ecart for ecart in ecarts) for dit in dits] == [1, 4, 1] and len(ecarts) == 6
        zone = (tmp_path / "site" / code / "quartiers" / "la-saline" / "index.html").read_text("utf-8")
        # No link, and nothing that the script could open.
        assert "la-saline-livret" not in page + zone and "gare-livret-fr.pdf" in page and "gare-affiche-fr.pdf" in page
        # A list without anything in it is read aloud as a list.
        assert not re.search(r'class="?puces"?>\s*</ul>', page)
    # Whichever process made it, it is the leaflet that the command would make.
    for nom, pdf in composer(port, Demande("gare", "livret", "ar")).fichiers.items():
        assert ecrits[nom] == pdf


def test_the_command_makes_a_leaflet_and_says_where(port_exemple, tmp_path):
    fait = lance(port_exemple, "--quartier", "la-saline", "--besoins", "manger,se-laver", "--vers", tmp_path)
    assert fait.exit_code == 0, fait.output
    assert "depliants/la-saline-manger-se-laver-depliant-fr.pdf, 2 pages" in fait.output
    assert (tmp_path / "depliants" / "la-saline-manger-se-laver-depliant-fr.pdf").read_bytes().startswith(b"%PDF")


def test_the_command_makes_several_and_names_the_one_that_fails(petit_port, tmp_path):
    fait = lance(petit_port, "--quartier", "gare", "--quartier", "gard", "--format", "livret", "--vers", tmp_path)
    assert fait.exit_code == 1
    assert "Vouliez-vous dire « gare » ?" in fait.output and "Un dépliant n'a pas pu être fait : gard-livret-fr." in fait.output
    assert (tmp_path / "depliants" / "gare-livret-fr.pdf").is_file()
    assert (tmp_path / "depliants" / "gare-livret-fr-a-plier.pdf").is_file()


def test_one_leaflet_can_be_written_as_a_file_and_a_booklet_with_the_one_to_fold_beside_it(petit_port, tmp_path):
    fait = lance(petit_port, "--quartier", "gare", "--vers", tmp_path / "a" / "gare.pdf")
    assert fait.exit_code == 0 and f"{tmp_path / 'a' / 'gare.pdf'}, 2 pages" in fait.output
    assert (tmp_path / "a" / "gare.pdf").read_bytes().startswith(b"%PDF")
    assert lance(petit_port, "--quartier", "gare", "--format", "livret", "--vers", tmp_path / "b" / "x.PDF").exit_code == 0
    assert {f.name for f in (tmp_path / "b").iterdir()} == {"x.PDF", "x-a-plier.PDF"}


def test_several_leaflets_in_one_file_are_refused_before_anything_is_made(port_exemple, tmp_path):
    fait = lance(port_exemple, "--quartier", "gare", "--langue", "fr", "--langue", "ar", "--vers", tmp_path / "x.pdf")
    assert fait.exit_code == 1 and list(tmp_path.iterdir()) == []
    assert "est un seul fichier, et vous demandez 2 dépliants : donnez un dossier. Exemple : --vers" in fait.output


def test_a_place_that_cannot_be_written_to_is_one_french_sentence(petit_port, tmp_path):
    (tmp_path / "pris").write_text("")
    fait = lance(petit_port, "--quartier", "gare", "--vers", tmp_path / "pris")
    assert fait.exit_code == 1 and "ne peut pas être écrit : vérifiez le dossier et vos droits" in fait.output


@pytest.mark.parametrize("arguments, dit", [
    ([], "Dites pour quel quartier"),
    (["--quartier", "gare", "--besoins", "mangerr"], "« mangerr » n'est pas un besoin connu. Vouliez-vous dire « manger » ?"),
    (["--quartier", "gare", "--langue", "klingon"], "« klingon » n'est pas un code de langue connu"),
    (["--quartier", "gare", "--langue", "hy"], "Il manque une police pour composer en"),
    (["--quartier", "gare", "--papier", "a3"], "ne s'imprime pas en A3"),
    (["--quartier", "gare", "--format", "livret", "--pages", "3"], "multiple de 4"),
])
def test_what_cannot_be_done_is_one_french_sentence(petit_port, tmp_path, arguments, dit):
    fait = lance(petit_port, *arguments, "--vers", tmp_path)
    assert fait.exit_code == 1 and dit in fait.output and "Traceback" not in fait.output, fait.output


def test_a_directory_with_errors_is_sent_back_to_the_check(petit_port, tmp_path):
    copie = shutil.copytree(petit_port, tmp_path / "port")
    (copie / "fiches" / "gare" / "faux.yml").write_text("nom: [", encoding="utf-8")
    fait = lance(copie, "--quartier", "gare")
    assert fait.exit_code == 1 and "quifaitquoi check" in fait.output


def test_no_leaflet_asks_the_network_for_anything(port, monkeypatch):
    import socket

    def interdit(*_, **__):
        raise AssertionError("a leaflet used the network")
    monkeypatch.setattr(socket.socket, "connect", interdit)
    monkeypatch.setattr(socket, "getaddrinfo", interdit)
    assert composer(port, Demande("gare")).pages == 2


def test_a_line_of_the_terminal_names_a_dozen_places_and_counts_the_others():
    places = [tuple(f"Lieu {n}" for n in range(combien)) for combien in (13, 2845)]
    dit = [phrase(Resultat(Demande("centre", "livret", "fr"), ("depliants/centre.pdf",), 8, aussi)) for aussi in places]
    assert dit[0].endswith("Lieu 11, Lieu 12"), "one more is named rather than counted"
    assert dit[1].endswith("Lieu 10, Lieu 11 et 2833 autres")
