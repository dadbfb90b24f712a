"""A page carries those words alone that its hours may need: whatever the moment, none is missing."""

from __future__ import annotations

import json
import subprocess

from quifaitquoi.langues import langue
from quifaitquoi.site.pages.trouver import mots
from quifaitquoi.site.pages.trouver.etats import etats, ouverture
from quifaitquoi.site.pages.trouver.fichiers import STATIC
from trouveur_node import NODE

FR = langue("fr")
# Of each page, at every seventh half-hour of three months and a few days, with its own words and with all of them.
DITS = """
const [pages, tous] = JSON.parse(require("fs").readFileSync(0, "utf8")), ecarts = [], entendus = {};
pages.forEach(function (o) {
  const heures = new quifaitquoi.Heures(o.heures), siens = new quifaitquoi.Dire(o.mots, "fr", heures, "fr");
  const complets = new quifaitquoi.Dire(tous, "fr", heures, "fr");
  for (let t = o.heures.minuit - 1440; t < o.heures.minuit + 95 * 1440; t += 210) {
    o.heures.semaines.forEach(function (_, n) {
      const etat = heures.etat(n + 1, t), dit = siens.statut(etat, t, heures);
      entendus[etat.etat] = true;
      if (!dit || dit !== complets.statut(etat, t, heures)) ecarts.push([dit, complets.statut(etat, t, heures)]);
    });
  }
});
console.log(JSON.stringify([ecarts.slice(0, 3), Object.keys(entendus).sort()]));
"""


def test_no_word_is_missing_at_any_moment_of_three_months(territoire):
    vues = [vue for vue in territoire.fiches.values() if vue.en_service]
    pages = [json.loads(etats([(vue, service.besoin.slug)], territoire, FR)) for vue in vues for service in vue.services]
    pages += [json.loads(dit) for vue in vues if (dit := ouverture(vue, territoire, FR)[0])]
    scripts = [(STATIC / f"{nom}.js").read_text("utf-8") for nom in ("heures", "dire")]
    fini = subprocess.run([NODE, "-e", "globalThis.window = globalThis;\n" + "\n".join([*scripts, DITS])],
                          input=json.dumps([pages, mots.statut(FR)]), capture_output=True, text=True, timeout=120)
    assert fini.returncode == 0, fini.stderr[-2000:]
    ecarts, entendus = json.loads(fini.stdout)
    assert not ecarts and entendus == ["ferme", "hors", "inconnu", "ouvert", "rendez-vous"]


def test_a_page_of_plain_days_says_nothing_of_nights_or_appointments(territoire):
    plains, entiers = (
        json.loads(ouverture(territoire.fiches[slug], territoire, FR)[0])["mots"] for slug in ("la-chaloupe", "le-quart-de-nuit"))
    assert "ferme_demain" in plains and not {"ouvert_toujours", "rendez_vous", "condition", "a_confirmer"} & plains.keys()
    assert "ouvert_toujours" in entiers


def test_hours_that_nobody_verified_are_said_the_same_with_or_without_a_script(ouvre, en_ligne):
    for avec in (True, False):
        page = ouvre(f"{en_ligne}/fr/fiches/laverie-des-voyageurs/index.html", java_script_enabled=avec)
        assert "Horaires lus sur une page sans date" in page.locator("[data-ouverture]").inner_text().replace("\u00a0", " ")
