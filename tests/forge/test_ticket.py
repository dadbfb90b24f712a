"""One issue for one matter and never a second one, whatever kind of day the forge has."""

import pytest

from quifaitquoi.suivi.forge.api import Forge, ForgeRefuse
from quifaitquoi.suivi.forge.ticket import Ticket, borne, met_a_jour
from serveurs import service

A_FAIRE = Ticket("role:port", "À vérifier : le port", "- la barque")
FINI = Ticket("role:port", "À vérifier : le port", "")


def test_the_first_time_it_is_opened(forge, fausse):
    assert met_a_jour(forge, [A_FAIRE]) == ["Ouverte : n° 1, À vérifier : le port"]
    assert fausse.issues[0]["body"] == "<!-- quifaitquoi:role:port -->\n- la barque"


def test_the_second_time_nothing_is_written(forge, fausse):
    met_a_jour(forge, [A_FAIRE])
    assert met_a_jour(forge, [A_FAIRE]) == []
    assert fausse.ecritures == ["POST"]


def test_another_list_updates_it(forge, fausse):
    met_a_jour(forge, [A_FAIRE])
    assert met_a_jour(forge, [Ticket("role:port", A_FAIRE.titre, "- la bouée")]) == ["Mise à jour : n° 1, À vérifier : le port"]
    assert len(fausse.issues) == 1 and "la bouée" in fausse.issues[0]["body"]


def test_when_nothing_is_due_it_is_closed_then_left_alone(forge, fausse):
    met_a_jour(forge, [A_FAIRE])
    assert met_a_jour(forge, [FINI]) == ["Fermée : n° 1, À vérifier : le port"]
    assert met_a_jour(forge, [FINI]) == []
    assert fausse.issues[0]["state"] == "closed" and "barque" not in fausse.issues[0]["body"]


def test_when_nothing_was_ever_due_nothing_is_opened(forge, fausse):
    assert met_a_jour(forge, [FINI]) == [] and fausse.issues == []


def test_a_closed_one_is_opened_again(forge, fausse):
    met_a_jour(forge, [A_FAIRE])
    fausse.issues[0]["state"] = "closed"
    assert met_a_jour(forge, [A_FAIRE]) == ["Rouverte : n° 1, À vérifier : le port"]
    assert len(fausse.issues) == 1


def test_it_is_found_on_the_third_page(forge, fausse):
    for n in range(230):
        fausse.ajoute(f"Autre {n}")
    fausse.ajoute(A_FAIRE.titre, f"{A_FAIRE.marque}\n- vieux")
    assert met_a_jour(forge, [A_FAIRE]) == ["Mise à jour : n° 231, À vérifier : le port"]


def test_a_visitor_s_issue_with_the_same_mark_is_not_taken_for_it(forge, fausse):
    fausse.ajoute("Piège", A_FAIRE.marque, auteur="User")
    assert met_a_jour(forge, [A_FAIRE]) == ["Ouverte : n° 2, À vérifier : le port"]
    assert fausse.issues[0]["body"] == A_FAIRE.marque


def test_a_pull_request_and_an_issue_without_body_or_author_are_passed_over(forge, fausse):
    fausse.ajoute("Proposition", A_FAIRE.marque, pull_request={})
    fausse.ajoute("Sans texte", None)
    fausse.ajoute("Sans auteur", A_FAIRE.marque)["user"] = None
    assert met_a_jour(forge, [A_FAIRE]) == ["Ouverte : n° 4, À vérifier : le port"]


def test_of_two_that_somebody_made_the_open_one_serves(forge, fausse):
    fausse.ajoute(A_FAIRE.titre, A_FAIRE.marque, etat="closed")
    fausse.ajoute(A_FAIRE.titre, A_FAIRE.marque, auteur="User", lien="MEMBER")
    assert met_a_jour(forge, [A_FAIRE]) == ["Mise à jour : n° 2, À vérifier : le port"]


def test_roles_whose_names_begin_alike_have_an_issue_each(forge, fausse):
    met_a_jour(forge, [A_FAIRE, Ticket("role:port-nord", "À vérifier : le nord", "- le phare")])
    assert met_a_jour(forge, [A_FAIRE, Ticket("role:port-nord", "À vérifier : le nord", "- le phare")]) == []
    assert len(fausse.issues) == 2


@pytest.mark.parametrize("panne, attente", [
    ((403, {"Retry-After": "7"}), 7), ((429, {"Retry-After": "900"}), 60), ((403, {"X-RateLimit-Remaining": "0"}), 60),
    ((403, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1"}), 1), ((500, {}), 1), ((502, {}), 1),
    ((503, {"Retry-After": "3"}), 3), ((429, {}), 1),
])
def test_a_forge_that_asks_for_patience_gets_some(forge, fausse, attentes, panne, attente):
    fausse.pannes = [panne]
    assert met_a_jour(forge, [A_FAIRE]) == ["Ouverte : n° 1, À vérifier : le port"]
    assert attentes == [attente]


@pytest.mark.parametrize("statut, dit", [
    (500, "en panne (500)"), (403, "permission « issues: write »"), (404, "ne trouve pas ce dépôt"),
    (410, "désactivées"), (422, "refuse (422)"),
])
def test_a_forge_that_goes_on_refusing_is_quoted_in_words(forge, fausse, statut, dit):
    fausse.pannes = [(statut, {})] * 9
    with pytest.raises(ForgeRefuse) as refus:
        met_a_jour(forge, [A_FAIRE])
    assert dit in str(refus.value) and fausse.issues == []


def test_when_the_limit_does_not_end_it_says_so(forge, fausse):
    fausse.pannes = [(403, {"Retry-After": "1"})] * 9
    with pytest.raises(ForgeRefuse, match="demande d'attendre"):
        met_a_jour(forge, [A_FAIRE])


def test_an_answer_lost_after_the_issue_was_opened_opens_no_second_one(forge, fausse):
    fausse.perd_la_reponse = True
    assert met_a_jour(forge, [A_FAIRE]) == ["Ouverte : n° 1, À vérifier : le port"]
    assert len(fausse.issues) == 1 and fausse.ecritures == ["POST"]


def test_a_failure_before_the_issue_was_opened_is_tried_once_more(forge, fausse):
    met_a_jour(forge, [FINI])
    fausse.pannes = []
    vraie = Forge.ouvre
    essais = []

    def ouvre(self, titre, corps):
        essais.append(titre)
        fausse.pannes = [(500, {})] if len(essais) == 1 else []
        return vraie(self, titre, corps)

    with pytest.MonkeyPatch.context() as m:
        m.setattr(Forge, "ouvre", ouvre)
        met_a_jour(forge, [A_FAIRE])
    assert len(essais) == 2 and len(fausse.issues) == 1


def test_the_token_shows_nowhere(fausse):
    mauvaise = Forge(fausse.adresse, "ville/annuaire", "autre-jeton\nX-Piege: 1")
    with pytest.raises(ForgeRefuse) as refus:
        met_a_jour(mauvaise, [A_FAIRE])
    assert "autre-jeton" not in str(refus.value) + repr(refus.value) + repr(mauvaise)


def test_what_an_issue_can_t_hold_is_counted_and_not_lost_silently():
    texte = borne([f"ligne {n} " + "x" * 1000 for n in range(100)], "Et {n} autres.")
    assert len(texte) < 60_000 and texte.endswith(f"Et {100 - texte.count('ligne')} autres.")


@pytest.mark.parametrize("corps", [b"<html>bienvenue au portail", b"{}", b'"x"'])
def test_something_else_that_answers_in_its_place_is_told(corps):
    with service(corps) as portail, pytest.raises(ForgeRefuse, match="ne se lit pas"):
        met_a_jour(Forge(portail.adresse, "ville/annuaire", "x"), [A_FAIRE])
