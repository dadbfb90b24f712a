"""A changed announcement, right, guide or list of relays is told in sentences, before and after; of a withheld place, nothing."""

from __future__ import annotations

from html import unescape

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.suivi.relecture import pieces

ANNONCE = """\
titre: Un atelier du matin
quand:
  du: 2026-11-24
  heures: 9h-12h
fiche: {fiche}
contact:
  telephone: "02 61 91 01 40"
sources:
  - titre: affiche
    date: 2026-11-10
"""


def ecrit(depot, fiche="la-chaloupe", **change):
    texte = ANNONCE.format(fiche=fiche)
    for avant, apres in change.values():
        texte = texte.replace(avant, apres)
    fichier = depot.territoire / "annonces" / "atelier.yml"
    fichier.parent.mkdir(exist_ok=True)
    fichier.write_text(texte, encoding="utf-8")


def dit(resume):
    return unescape(resume).replace("\u00a0", " ").replace("\u202f", " ").replace("\\", "")


def test_a_change_of_an_announcement_is_told_before_and_after(depot):
    ecrit(depot)
    depot.commit()
    ecrit(depot, heures=("9h-12h", "14h-16h"), jour=("2026-11-24", "2026-11-25"))
    fait, resume, page = depot.relit()
    assert fait.exit_code == 0
    assert "Aucune fiche et 1 annonce dans cette proposition" in dit(resume)
    assert "Annonce changée : Un atelier du matin" in dit(resume)
    assert ("| Quand | Le mardi 24 novembre 2026, de 9 h à 12 h | Le mercredi 25 novembre 2026, de 14 h à 16 h |"
            in dit(resume))
    assert "Contact" not in resume and "Autres fichiers" not in resume and "Annonce changée" in page


def test_a_new_one_is_told_whole_and_a_removed_one_says_so(depot):
    ecrit(depot)
    resume = dit(depot.relit()[1])
    assert "Nouvelle annonce : Un atelier du matin" in resume and "02 61 91 01 40" in resume
    assert "| ce que dit l'annonce |" in resume and "ce que dit la fiche" not in resume
    depot.commit()
    (depot.territoire / "annonces" / "atelier.yml").unlink()
    assert "Annonce retirée : Un atelier du matin" in dit(depot.relit()[1])


def test_nothing_is_repeated_of_one_that_a_withheld_place_makes(depot):
    ecrit(depot, "refuge-horizon")
    depot.commit()
    ecrit(depot, "refuge-horizon", titre=("du matin", "du soir"))
    _, resume, page = depot.relit()
    assert "seuls les noms des champs sont dits" in resume and "- Titre\n" in resume
    assert "du soir" not in resume + page and "du matin" not in resume + page


DROIT = """\
nom: Carte du bac
sigle: CDB
pour: Les habitants qui ont un petit revenu.
demarche: Au guichet du bac.
documents: [justificatif-identite, justificatif-domicile]
ouvert_par:
  fiches:
    - fiche: la-chaloupe
      quoi: petit-dejeuner
  besoins: [douche]
cas:
  - si: Vous avez moins de 18 ans
    alors: Venez avec un parent.
    besoins: [douche]
besoins: [tarif-transport]
jusqu_au: 2026-12-31
page: https://bac.example.org/carte
lu_le: 2026-10-12
sources:
  - adresse: https://bac.example.org/tarifs
    date: 2026-03
"""


def ecrit_le_droit(depot, *changes):
    texte = DROIT
    for avant, apres in changes:
        assert avant in texte
        texte = texte.replace(avant, apres)
    (depot.territoire / "droits" / "carte-du-bac.yml").write_text(texte, encoding="utf-8")


def test_a_right_tells_its_deadline_its_papers_and_who_opens_it(depot):
    ecrit_le_droit(depot)
    depot.commit()
    ecrit_le_droit(depot, ("2026-12-31", "2027-01-31"), ("justificatif-domicile", "photo-identite"),
                   ("fiche: la-chaloupe", "fiche: bains-du-port"), ("quoi: petit-dejeuner", "quoi: douche"))
    fait, resume, page = depot.relit()
    assert fait.exit_code == 0, fait.output
    assert "Aucune fiche et 1 droit dans cette proposition" in dit(resume) and "Droit changé : Carte du bac" in dit(resume)
    assert "| Dernier jour pour le demander | 31 décembre 2026 | 31 janvier 2027 |" in dit(resume)
    assert "| Papiers souvent demandés | Preuve d'adresse | Photo d'identité |" in dit(resume)
    assert "| Qui l'ouvre ici | La Chaloupe, accueil de jour · Petit-déjeuner | Bains-douches du Port · Douche |" in dit(resume)
    assert "| Pour qui" not in dit(resume) and "Autres fichiers" not in resume
    assert "<ins>31 janvier 2027</ins>" in dit(page) and "Droit changé" in page


def test_what_is_no_longer_written_is_told_as_what_that_means(depot):
    ecrit_le_droit(depot)
    depot.commit()
    ecrit_le_droit(depot, ("jusqu_au: 2026-12-31\n", ""))
    assert "| Dernier jour pour le demander | 31 décembre 2026 | rien d'écrit : il n'a pas de fin |" in dit(depot.relit()[1])


def test_a_new_right_is_told_whole(depot):
    ecrit_le_droit(depot)
    resume = dit(depot.relit()[1])
    assert "Nouveau droit : Carte du bac" in resume and "| ce que dit le droit |" in resume
    assert "Vous avez moins de 18 ans : Venez avec un parent. (suite : Douche)" in resume
    assert "Tous les services qui répondent à : Douche" in resume


def test_of_a_right_that_a_withheld_place_opens_only_the_fields_are_named(depot):
    droit = depot.territoire / "droits" / "aide-d-urgence.yml"
    droit.write_text(droit.read_text("utf-8").replace("Appelez d'abord.", "Téléphonez."), encoding="utf-8")
    fait, resume, page = depot.relit()
    assert fait.exit_code == 0 and "seuls les noms des champs sont dits" in resume
    assert "- Où et comment le demander\n" in dit(resume) + "\n"
    assert "léphonez" not in resume + page and "Appelez d" not in resume + page and "Horizon" not in resume + page


def test_a_guide_and_the_relays_are_told_beside_what_else_changes(depot):
    (depot.territoire / "ressources").mkdir()
    guide = depot.territoire / "ressources" / "ecouter.yml"
    guide.write_text("nom: Écouter\ngenre: guide\npour: entourage\npresentation: Quoi dire.\nlangues: [fr]\ndate: 2024\n"
                     "page: https://ville.example.org/ecouter\n", encoding="utf-8")
    depot.commit()
    guide.write_text(guide.read_text("utf-8").replace("entourage", "benevoles").replace("[fr]", "[fr, ar]")
                     .replace("2024", "2025-04"), encoding="utf-8")
    relais = depot.territoire / "relais.yml"
    relais.write_text(relais.read_text("utf-8").replace("remplace_le: 2026-10-02", "remplace_le: 2026-11-19"), encoding="utf-8")
    ecrit_le_droit(depot)
    _, resume, _ = depot.relit()
    resume = dit(resume)
    assert "Aucune fiche, 1 droit, 1 ressource et la liste des relais dans cette proposition" in resume
    assert "Ressource changée : Écouter" in resume
    assert "| Pour qui | Pour aider un proche | Pour aider comme bénévole |" in resume
    assert "| De quand il date | 2024 | avril 2025 |" in resume and "| Langues | — | arabe |" in resume
    assert "Liste des relais changée : relais.yml" in resume
    assert "Boulangerie Madame Sophie · Vieux-Port · 2 feuilles (fr) · remplacées le 2 octobre 2026" in resume
    assert "remplacées le 19 novembre 2026" in resume and "Hall de la tour" not in resume


def test_a_right_with_a_fault_says_so_and_tells_it_at_its_line(depot):
    ecrit_le_droit(depot)
    depot.commit()
    ecrit_le_droit(depot, ("justificatif-domicile", "rigolo"))
    fait, resume, _ = depot.relit()
    assert fait.exit_code == 1 and "la comparaison viendra quand elles seront corrigées" in resume
    assert "ligne 5 : documents : « rigolo » n'est pas un papier connu" in dit(resume)


def test_no_field_of_any_of_them_changes_unseen(port_exemple, aujourdhui):
    """Each field of each file is taken away in turn: its own title is what is told."""
    directory = verifier(port_exemple, aujourdhui).directory
    elements = [*directory.ressources.values(), *directory.annonces.values(), directory.relais,
                *(droit for droit in directory.droits.values() if not droit.national)]
    vus = {modele: set() for modele in map(type, elements)}
    for element in elements:
        for champ in element.model_fields_set:
            dits = pieces.changements(element, element.model_copy(update={champ: None}), (directory, directory))
            assert [dit.titre for dit in dits] == [type(element).model_fields[champ].title], (element.slug, champ)
            vus[type(element)].add(champ)
    assert vus == {modele: set(modele.model_fields) for modele in vus}
