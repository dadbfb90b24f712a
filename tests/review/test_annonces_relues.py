"""A changed announcement is told in sentences, before and after; of a withheld place, nothing of it."""

from __future__ import annotations

from html import unescape

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
    assert "rien de cette annonce n'est répété ici" in dit(resume).replace("’", "'")
    assert "du soir" not in resume + page and "du matin" not in resume + page
