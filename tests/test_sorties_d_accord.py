"""What browsers compute, what pages and paper print and what the open data carry tell the state that the hours have.

`test_accord.py` asks the hours that each part of the product holds. Here the outputs are asked, as whoever receives them asks:
the scripts of the site in Node, the words read back by the reader of hours.
"""

from __future__ import annotations

import json
import random
import subprocess
from datetime import datetime, time, timedelta

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.horaires import Horaires, HorairesIllisibles, composer, etat, feries, lire, semaine
from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants.quand import JOINT, compacte
from quifaitquoi.site.pages.trouver import index
from quifaitquoi.site.pages.trouver.commun import commun_de
from quifaitquoi.site.pages.trouver.etats import etats, ouverture
from quifaitquoi.site.pages.trouver.fichiers import STATIC
from trouveur_node import NODE

MOMENTS = 500
# Each build knows three months: five of them are a year, with both changes of clocks, the holidays and the closures of it.
DES_MOIS = [timedelta(n) for n in (0, 80, 160, 240, 320)]
DUREE = timedelta(88)
FR = langue("fr")
QUESTIONS = """
var q = window.quifaitquoi, o = JSON.parse(require("fs").readFileSync(0, "utf-8"));
var m = q.lit(q.index);
process.stdout.write(JSON.stringify(o.map(function (x) {
  if (x.unite !== undefined) return [m.heures.etat(m.h[x.unite], x.t).etat];
  var heures = new q.Heures(x.donnees);
  return x.numeros.map(function (n) { return heures.etat(n, x.t).etat; });
})));
"""


@pytest.fixture(scope="module", params=DES_MOIS, ids=lambda n: f"{n.days}-jours-plus-tard")
def territoire(request, port_exemple, aujourdhui):
    jour = aujourdhui + request.param
    return enrichir(verifier(port_exemple, jour).directory, jour)


def moments(territoire, vues, graine: int):
    """Seeded: a service that is there, and an instant that a build knows; half of them on a holiday or at the ends of a closure."""
    hasard, calendrier = random.Random(graine), territoire.directory.calendrier
    debut, fin = territoire.aujourdhui, territoire.aujourdhui + DUREE
    tous = [(vue, s) for vue in vues for s in vue.services if s.horaires and s.en_service and not vue.arrets]
    chomes = sorted(ferie.date for ferie in feries(calendrier, debut, fin))
    for n in range(MOMENTS // len(DES_MOIS)):
        vue, service = hasard.choice(tous)
        bouts = [jour + timedelta(d) for f in vue.fermetures for jour in (f.du, f.au) if jour for d in (-1, 0, 1)]
        remarquables = [jour for jour in (*chomes, *bouts) if debut <= jour < fin]
        jour = hasard.choice(remarquables) if n % 2 and remarquables else debut + timedelta(hasard.randrange(DUREE.days))
        yield vue, service, datetime.combine(jour, time(hasard.randrange(24), hasard.randrange(60)), calendrier.zone)


def en_node(territoire, questions: list[dict]) -> list[list[str]]:
    """What the site's own scripts answer, with the index of the finder as it is served."""
    scripts = [(STATIC / f"{nom}.js").read_text("utf-8") for nom in ("heures", "rangees", "lecture")]
    script = "globalThis.window = globalThis;\n" + "\n".join([*index(territoire, FR).values(), *scripts, QUESTIONS])
    fini = subprocess.run([NODE, "-e", script], input=json.dumps(questions), capture_output=True, text=True, timeout=120)
    assert fini.returncode == 0, fini.stderr[-2000:]
    return json.loads(fini.stdout)


def test_browsers_compute_the_state_that_the_hours_have(territoire):
    commun, calendrier = commun_de(territoire), territoire.directory.calendrier
    debuts = {vue.slug: sum(map(len, commun.unites[:n])) for n, vue in enumerate(commun.vues)}
    questions, attendus = [], []
    for vue, service, instant in moments(territoire, commun.vues, 11):
        t, siens = int(instant.timestamp()) // 60, commun.unites[commun.rangs[vue.slug]]
        rang = next(n for n, u in enumerate(siens) if service.besoin.slug in u.besoins and u.horaires == service.horaires)
        carte_ = json.loads(etats([(vue, service.besoin.slug)], territoire, FR))
        questions += [{"unite": debuts[vue.slug] + rang, "t": t},
                      {"donnees": carte_["heures"], "numeros": carte_["cartes"][0][0], "t": t}]
        voulu = etat(service.horaires, calendrier, instant)[0]
        attendus += [(voulu, "finder", vue.slug, instant), (voulu, "card", vue.slug, instant)]
        if page := ouverture(vue, territoire, FR)[0]:
            page = json.loads(page)
            questions.append({"donnees": page["heures"], "numeros": [page["numero"]], "t": t})
            attendus.append((etat(vue.horaires or siens[0].horaires, calendrier, instant)[0], "page", vue.slug, instant))
    reponses = en_node(territoire, questions)
    ecarts = [(dits, *a) for dits, a in zip(reponses, attendus, strict=True)
              if a[0] not in dits or (a[1] != "card" and dits != [a[0]])]
    assert not ecarts, (len(ecarts), ecarts[:3])
    assert {a[0] for a in attendus} >= {"ouvert", "ferme"}


def sur_papier(horaires: Horaires) -> str:
    return "\n".join(compacte(horaires, FR))


def sur_la_page(horaires: Horaires) -> dict[str, str] | str:
    vue = semaine(horaires, FR)
    if vue.sans_cesse:
        return "24h/24"
    lignes = {rangee.nom: ", ".join(rangee.plages) for rangee in vue.jours}
    lignes |= {f"{saison.titre}, {rangee.nom}": ", ".join(rangee.plages) for saison in vue.saisons for rangee in saison.jours}
    # « les jours fériés : à vérifier » goes for the hours above it, not for the night.
    autres = vue.autres[:-1] if horaires.feries_a_verifier else vue.autres
    return lignes | {ligne.quand: ligne.quoi for ligne in autres}


def propre(texte: str) -> str:
    return texte.replace(JOINT, "").replace("\u00a0", " ").replace("\u202f", " ").replace("fermé, sauf exceptions", "fermé")


def relu(dit: str | dict[str, str]) -> Horaires | None:
    """Printed words read as hours; None for the few that no volunteer would write so."""
    try:
        return lire({propre(cle): propre(v) for cle, v in dit.items()} if isinstance(dit, dict) else propre(dit))
    except HorairesIllisibles:
        return None


@pytest.mark.parametrize("imprime", [sur_papier, sur_la_page])
def test_what_is_printed_says_the_state_that_the_hours_have(territoire, imprime):
    calendrier, illisibles, tous, ecarts = territoire.directory.calendrier, set(), set(), []
    for vue, service, instant in moments(territoire, territoire.fiches.values(), 12):
        # Closures are printed apart, with their dates and their reason.
        horaires = composer(vue.fiche.horaires, service.service.horaires, ())
        tous.add(horaires)
        lu = relu(imprime(horaires))
        if lu is None:
            illisibles.add(horaires)
        elif (dit := etat(lu, calendrier, instant)[0]) != (voulu := etat(horaires, calendrier, instant)[0]):
            ecarts.append((dit, voulu, vue.slug, instant.isoformat(), horaires.osm, lu.osm))
    assert not ecarts, (len(ecarts), ecarts[:3])
    assert len(illisibles) <= 0.2 * len(tous), [h.osm for h in illisibles]
