"""Of a whole directory: no file of it gives away the door of a withheld place, and no message repeats it."""

from __future__ import annotations

import shutil

import pytest
from PIL import Image
from tests.check.refuge_retenu import RETENUE, SECRET

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.model.textes import textes


@pytest.mark.parametrize("ajout", [
    f"presentation: Un accueil {SECRET}\n", f"ne_fait_pas: Rien {SECRET}\n", f"autres_noms: [Le refuge {SECRET}]\n",
    f"acces:\n  premiere_visite: Sonnez {SECRET}\n", f"a_confirmer:\n  - champ: horaires\n    pourquoi: vu {SECRET}\n",
    f"fermetures:\n  - du: 2026-12-24\n    motif: travaux {SECRET}\n", f"sources:\n  - titre: Affiche {SECRET}\n    date: 2026\n",
    f"sources:\n  - titre: Affiche\n    date: 2026\n    note: vue {SECRET}\n", f"horaires: 'Mo-Fr 09:00-12:00 \"{SECRET}\"'\n",
    f"complet:\n  depuis: 2026-11-01\n  precision: place {SECRET}\n", f"accessibilite:\n  precision: Rampe {SECRET}\n",
    f"accepte:\n  - regle: revue-depassee\n    pourquoi: vu {SECRET}\n", f"secteur:\n  precision: Tout près, {SECRET}\n",
    "anciens_slugs: [refuge-12-rue-du-secret]\n", f"# On entre {SECRET}.\n", f"langues:\n  parlees: [fr] # {SECRET}\n"])
def test_every_field_of_a_withheld_fiche_is_read_and_its_comments(ecrit, ajout):
    [probleme] = ecrit({"fiches/partout/refuge-horizon.yml": RETENUE + ajout})
    assert probleme.ligne > RETENUE.count("\n")


def test_a_zone_whose_own_file_is_faulty_has_nothing_of_a_fiche_purged(ecrit):
    retenue = RETENUE + "secteur:\n  quartiers: [gare]\n"
    sans_rayon = "nom: Gare\ncentre: [46.3285, -3.0510]\nrayon: 0\n"
    assert ecrit({"fiches/partout/refuge-horizon.yml": retenue, "quartiers/gare.yml": sans_rayon}) == []


@pytest.mark.parametrize("dit", ["Grande Saline", "Pour la Grande Saline"])
def test_a_zone_whose_own_file_is_faulty_has_nothing_of_a_fiche_purged_by_its_name_either(ecrit, dit):
    retenue = RETENUE + f"secteur:\n  quartiers: [gare]\n  precision: {dit}\n"
    zone = {"quartiers/gare.yml": "nom: Grande Saline\ncentre: [46.3285, -3.0510]\nrayon: 0\n"}
    assert ecrit({"fiches/partout/refuge-horizon.yml": retenue, **zone}) == []


def test_a_rectangle_that_is_upside_down_has_nothing_of_a_fiche_purged(ecrit, port_exemple):
    annuaire = (port_exemple / "annuaire.yml").read_text("utf-8").replace("sud: 46.30", "sud: 46.40")
    retenue = RETENUE.replace("commune: Port-Exemple", "commune: L'Île-aux-Mouettes")
    assert ecrit({"annuaire.yml": annuaire, "fiches/partout/refuge-horizon.yml": retenue}) == []


def test_a_town_that_is_called_as_a_zone_is_only_the_town(ecrit):
    retenue = RETENUE.replace("commune: Port-Exemple", "commune: L'Île-aux-Mouettes")
    assert ecrit({"fiches/partout/refuge-horizon.yml": retenue}) == []


@pytest.mark.parametrize("fichier", ["annuaire.yml", "vocabulaire/langues.yml"])
def test_nobody_is_sent_to_purge_before_the_files_that_name_everything_are_mended(ecrit, port_exemple, fichier):
    """The name of a town in a broken annuaire.yml is any name: what may be wrong is told after what is."""
    porte = {"fiches/partout/refuge-horizon.yml": RETENUE + f"presentation: Un accueil {SECRET}\n"}
    assert all("publiée : effacez-la, puis" in p.phrase for p in ecrit(porte))
    dits = [p.phrase for p in ecrit({fichier: (port_exemple / fichier).read_text("utf-8") + "\n  : [}\n", **porte})]
    d_abord = (f": corrigez d'abord les autres fautes ({fichier.split('/')[0]}), où des noms n'ont pas pu être lus ; "
               "si ce message reste, ")
    assert dits and all(d_abord in dit for dit in dits)


@pytest.mark.parametrize("commune", ["Port-Exemple (Neudorf)", "Port-Exemple, Neudorf", "port-exemple - neudorf"])
def test_more_than_the_name_of_the_town_is_refused(ecrit, commune):
    texte = RETENUE.replace("commune: Port-Exemple", f"commune: {commune}")
    [probleme] = ecrit({"fiches/partout/refuge-horizon.yml": texte})
    assert texte.splitlines()[probleme.ligne - 1].strip().startswith("commune:")


@pytest.mark.parametrize(
    "champ", ["nom", "organisme", "genre", "presentation", "cout", "responsables", "autres_noms", "langues", "etat"])
@pytest.mark.parametrize("valeur", ["12-rue-zebulon", '"a » 12 rue Zebulon « b"', r'"a \u00bb 12 rue Zebulon \xab b"',
                                    r'"a\n » 12 rue Zebulon « b"', '"[12] rue Zebulon ]"', "{12 rue Zebulon: oui}"])
def test_no_message_repeats_what_it_refuses(port_exemple, tmp_path, aujourdhui, champ, valeur):
    shutil.copytree(port_exemple, tmp_path, dirs_exist_ok=True)
    lignes = [ligne for ligne in RETENUE.splitlines() if not ligne.startswith(f"{champ}:")]
    fichier = tmp_path / "fiches/partout/refuge-horizon.yml"
    fichier.write_text("\n".join([*lignes, f"{champ}: {valeur}", ""]), encoding="utf-8")
    siens = [p for p in verifier(tmp_path, aujourdhui, tmp_path).problemes if p.fichier.endswith("refuge-horizon.yml")]
    assert siens and not [p for p in siens if "zebulon" in str(p).lower()]


def test_no_message_about_a_body_that_gives_a_door_away_repeats_it(ecrit):
    refuge = {"fiches/partout/refuge-horizon.yml": RETENUE.replace("organisme: horizon", "organisme: abri-sans-nom")}
    corps = f"nom: Un abri\npresentation: Demandez Sophie Martin, {SECRET}\n"
    assert ecrit({"organismes/abri-sans-nom.yml": corps, **refuge})


@pytest.mark.parametrize(("fichier", "texte"), [
    ("fiches/gare/halte-de-nuit.yml", f"\nne_fait_pas: Pour le refuge Horizon, demandez {SECRET}.\n"),
    ("quartiers/gare.yml", f"\npresentation: Le Refuge Horizon est {SECRET}.\n")])
def test_a_text_of_another_file_that_names_a_withheld_place_is_read(ecrit, port_exemple, fichier, texte):
    ecrite = "\n".join(ligne for ligne in (port_exemple / fichier).read_text("utf-8").splitlines()
                       if not ligne.startswith(texte.strip().partition(":")[0] + ":"))
    assert [p.fichier for p in ecrit({fichier: ecrite + texte})] == [fichier]
    assert ecrit({fichier: ecrite + texte.replace("Horizon", "Lointain")}) == []


@pytest.mark.parametrize(
    "fichier", ["fiches/gare/halte-de-nuit.yml", "reperes.yml", "quartiers/gare.yml", "vocabulaire/besoins.yml"])
def test_a_remark_in_another_file_that_names_a_withheld_place_is_read(ecrit, port_exemple, fichier):
    ecrite = (port_exemple / fichier).read_text("utf-8")
    [probleme] = ecrit({fichier: f"{ecrite}# Refuge Horizon : {SECRET}\n"})
    assert (probleme.fichier, probleme.ligne) == (fichier, ecrite.count("\n") + 1)
    assert ecrit({fichier: f"{ecrite}# Refuge Horizon : relu en novembre\n"}) == []


@pytest.mark.parametrize("dit", ["Refuge Horizon, 7 Zdeer Street", "At Horizon, the refuge: 7 Zdeer Street"])
def test_a_translation_of_anything_else_that_names_a_withheld_place_is_read_and_not_shown(port_exemple, tmp_path, aujourdhui, dit):
    shutil.copytree(port_exemple, tmp_path, dirs_exist_ok=True)
    chemin = "organismes.horizon.presentation"
    source = dict(textes(verifier(tmp_path, aujourdhui, tmp_path).directory))[chemin]
    (tmp_path / "traductions/en.po").write_text(f'msgctxt "{chemin}"\nmsgid "{source}"\nmsgstr "{dit}"\n', "utf-8")
    rapport = verifier(tmp_path, aujourdhui, tmp_path)
    [probleme] = [p for p in rapport.problemes if p.regle == "traduction-divulguee"]
    assert (probleme.fichier, probleme.ligne) == ("traductions/en.po", 1) and "Zdeer" not in str(probleme)


@pytest.mark.parametrize(("fichier", "texte", "ligne"), [
    *((nom, f"# Notes\n\nLe Refuge Horizon : {SECRET}\n", 3) for nom in (
        "README.md", "fiches/README.md", "fiches/partout/README.md", "fond/LICENCE.txt", "vocabulaire/README.md",
        "LICENCE", "LICENSE.txt")),
    ("pages/venir.md", f"Refuge Horizon\n===\n\n## Venir\n\nOn entre {SECRET}.\n", 6),
    ("pages/venir.md", f"# Lieux\n\nRefuge Horizon\n---\n\n### Venir\n\nOn entre {SECRET}.\n", 8)])
def test_a_door_below_any_kind_of_title_is_found_and_in_notes_of_the_folder(ecrit, fichier, texte, ligne):
    assert [(p.fichier, p.ligne) for p in ecrit({fichier: texte})] == [(fichier, ligne)]


@pytest.mark.parametrize("fichier", ["README.md", "fond/LICENCE.txt"])
@pytest.mark.parametrize(("texte", "ligne", "colonne"), [
    ("Le Refuge Horizon accueille.\nOn entre {}.\n", 2, 10),
    ("On entre {}.\nC'est le Refuge Horizon.\n", 1, 10),
    ("Le Refuge\nHorizon accueille.\n\nAutre chose.\n", 0, 0),
    ("Le Refuge\nHorizon accueille\ndes femmes {}.\n", 3, 12),
    ("> Le Refuge Horizon\n> accueille\n> {}.\n", 3, 3),
    ("- Refuge Horizon\n  {}\n- La gare\n", 2, 3),
    ("- Refuge Horizon\n    - il accueille\n    - {}\n", 3, 7),
    ("Le Refuge Horizon :\n\n- Appeler\n- On entre {}\n", 4, 12),
    ("## Refuge Horizon\n\nIl accueille.\n\n### Venir\n\nOn entre {}.\n", 7, 10),
    ("- Refuge Horizon\n- Halte de nuit : 3 rue des Exemples\n", 0, 0),
    ("Le Refuge Horizon accueille.\n\nLa halte de nuit est 3 rue des Exemples.\n", 0, 0),
    ("| Refuge Horizon | caché |\n| Halte de nuit | 3 rue des Exemples |\n", 0, 0),
    ("## Refuge Horizon\n\nIl accueille.\n\n## Gare\n\n3 rue des Exemples\n", 0, 0)])
def test_a_note_is_read_in_the_lines_that_go_with_the_one_that_names_a_withheld_place(ecrit, fichier, texte, ligne, colonne):
    vus = [(p.fichier, p.ligne, p.colonne) for p in ecrit({fichier: texte.format(SECRET)})]
    assert vus == [(fichier, ligne, colonne)] * bool(ligne)


def test_the_message_of_a_line_of_a_note_that_does_not_name_the_place_says_why_it_is_read(ecrit):
    [probleme] = ecrit({"README.md": f"Le Refuge Horizon accueille.\nOn entre {SECRET}.\n"})
    assert "autour" in probleme.phrase and SECRET not in probleme.phrase


def test_the_message_of_a_later_part_says_why_it_is_read(ecrit):
    [probleme] = ecrit({"pages/venir.md": f"# Le Refuge Horizon\n\nIl accueille.\n\n# Venir\n\nOn entre {SECRET}.\n"})
    assert (probleme.ligne, probleme.colonne) == (7, 10) and "plus haut" in probleme.phrase and SECRET not in probleme.phrase


def test_a_door_in_the_calendar_of_schools_is_found(ecrit, port_exemple):
    texte = (port_exemple / "vacances.yml").read_text("utf-8")
    [probleme] = ecrit({"vacances.yml": f"{texte}# Refuge Horizon : {SECRET}\n"})
    assert (probleme.fichier, probleme.ligne) == ("vacances.yml", texte.count("\n") + 1)


@pytest.mark.parametrize("ligne", [f"# Refuge Horizon : {SECRET}", f'"X-Relecture: oui, au Refuge Horizon, {SECRET}\\n"'])
def test_a_door_at_the_head_of_a_catalogue_is_found(port_exemple, tmp_path, aujourdhui, ligne):
    shutil.copytree(port_exemple, tmp_path, dirs_exist_ok=True)
    (tmp_path / "traductions/en.po").write_text(f'{ligne}\n' if ligne[0] == "#" else f'msgid ""\nmsgstr ""\n{ligne}\n', "utf-8")
    [probleme] = [p for p in verifier(tmp_path, aujourdhui, tmp_path).problemes if p.regle == "traduction-divulguee"]
    assert (probleme.fichier, probleme.ligne) == ("traductions/en.po", 1 if ligne[0] == "#" else 3)
    assert SECRET not in str(probleme)


def test_a_body_with_a_line_besides_its_withheld_door_is_read_too(ecrit):
    corps = f"nom: Un abri\npresentation: Une équipe {SECRET}\n"
    ligne = ("nom: Écoute abri\norganisme: abri-sans-nom\ngenre: telephone\ncontact: {telephone: 02 61 91 88 88}\n"
             "services: [{quoi: violences}]\n")
    refuge = {"fiches/partout/refuge-horizon.yml": RETENUE.replace("organisme: horizon", "organisme: abri-sans-nom"),
              "fiches/partout/ecoute-abri.yml": ligne}
    assert [p.fichier for p in ecrit({"organismes/abri-sans-nom.yml": corps, **refuge})] == ["organismes/abri-sans-nom.yml"]


def test_the_name_of_its_body_is_no_excuse(ecrit):
    refuge = {"fiches/partout/refuge-horizon.yml": RETENUE.replace("organisme: horizon", "organisme: abri-sans-nom")}
    assert ecrit({"organismes/abri-sans-nom.yml": "nom: Le 14 rue Zdeer\n", **refuge})


def test_the_name_of_its_role_is_read(ecrit, port_exemple):
    annuaire = (port_exemple / "annuaire.yml").read_text("utf-8").replace(
        "roles:\n", "roles:\n  equipe-x: {nom: Équipe du 14 rue Zdeer}\n", 1)
    refuge = RETENUE.replace("responsables: [coordination]", "responsables: [equipe-x]")
    [probleme] = ecrit({"annuaire.yml": annuaire, "fiches/partout/refuge-horizon.yml": refuge})
    assert refuge.splitlines()[probleme.ligne - 1].startswith("responsables")


def test_another_fault_of_the_file_makes_nothing_else_a_door(ecrit):
    tete = "# yaml-language-server: $schema=../../../plugins/quifaitquoi/schema/fiche.schema.json\n"
    assert ecrit({"fiches/partout/refuge-horizon.yml": f"{tete}{RETENUE}langues:\n  interprete: [tr, ru, ps]\ncle: x\n"}) == []


@pytest.mark.parametrize(("page", "lignes"), [
    (f"# Le Refuge Horizon\n\nIl accueille.\n\n## Venir\n\nOn entre {SECRET}.\n", [7]),
    (f"# Dormir\n\nPar exemple [ici](../fiches/refuge-horizon/index.html),\n{SECRET}.\n\n# Nous\n\n3 rue des Exemples\n", [4, 8]),
    (f"# Le Refuge Horizon\n\nIl accueille.\n\n# Venir\n\nOn entre {SECRET}.\n", [7]),
    ("# Dormir\n\nLe refuge Horizon accueille.\n\n# Halte de nuit\n\n3 rue des Exemples\n", []),
    ("# Nous écrire\n\n3 rue des Exemples\n\n# Dormir\n\nLe refuge Horizon accueille 12 femmes.\n", [])])
def test_a_hand_written_page_is_read_where_it_names_a_withheld_place(ecrit, page, lignes):
    assert [p.ligne for p in ecrit({"pages/venir.md": page})] == lignes


def test_a_page_whose_name_is_that_of_a_withheld_place_is_read_whole(ecrit):
    assert [p.ligne for p in ecrit({"pages/refuge-horizon.md": f"# Bienvenue\n\n{SECRET}\n"})] == [3]


@pytest.mark.parametrize(("nom", "refuse"), [
    ("refuge-horizon-au-fond-de-la-cour.png", True), ("facade-du-refuge-horizon.png", True),
    ("atelier-du-refuge-horizon.png", False)])
def test_the_name_of_a_picture_that_names_a_withheld_place_is_read(ecrit, tmp_path, nom, refuse):
    (tmp_path / "pages/images").mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (8, 8)).save(tmp_path / "pages/images" / nom)
    assert [(p.fichier, p.ligne) for p in ecrit({})] == [(f"pages/images/{nom}", 1)] * refuse


def test_what_is_right_is_acknowledged_word_for_word(ecrit):
    accepte = "accepte:\n  - regle: adresse-divulguee\n    texte: Le 30\n    pourquoi: C'est son nom, public.\n"
    autre = f"presentation: Le 30 accueille {SECRET}.\n"
    nom = "fiches/partout/refuge-horizon.yml"
    assert ecrit({nom: RETENUE + "presentation: Le 30 accueille jour et nuit.\n"})
    assert ecrit({nom: RETENUE + "presentation: Le 30 accueille jour et nuit.\n" + accepte}) == []
    assert len(ecrit({nom: RETENUE + autre + accepte})) == 1


def test_a_body_that_runs_only_withheld_places_is_read_with_the_same_eyes(ecrit):
    texte = f"nom: {{}}\npresentation: Une équipe {SECRET}\n"
    refuge = {"fiches/partout/refuge-horizon.yml": RETENUE.replace("organisme: horizon", "organisme: abri-sans-nom")}
    [probleme] = ecrit({"organismes/abri-sans-nom.yml": texte.format("Un abri"), **refuge})
    assert (probleme.fichier, probleme.ligne) == ("organismes/abri-sans-nom.yml", 2)
    assert len(ecrit({"organismes/sillage.yml": texte.format("Sillage")})) == 1
