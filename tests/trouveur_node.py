"""The finder without a page: its own scripts and the index of a territory, run by Node. What it answers is what a browser shows."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, time
from pathlib import Path

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.langues import langue
from quifaitquoi.site.pages.trouver import index
from quifaitquoi.site.pages.trouver.fichiers import MOTEUR, STATIC, bibliotheques, troncs

NODE = Path(sys.executable).parent / "node"
# Of an index in pieces, all of them: their scripts are here.
TOUT = """
function tout(m) {
  var q = window.quifaitquoi;
  if (!q.index.morceaux) return;
  q.charge = function (adresse, puis) { puis(true); };
  new q.Zones(m, String).charge(q.index.morceaux.noms.map(function (_, n) { return n; }), function (pieces) { m.ajoute(pieces); });
}
"""
SUITE = """
(function () {
  var q = window.quifaitquoi, fs = require("fs"), m = q.lit(q.index), filtres, recherche;
  q.oublie(q.index.mots);
  m.complete(q.suite);
  tout(m);
  filtres = new q.Filtres(m);
  recherche = new q.Recherche(m, new q.Lieux(q.index));
  while (recherche.avance()) {}
  recherche.suite(q.suite);
  recherche.situe(q.arrets.map(q.Lieux.repere));
  while (recherche.avance()) {}
  function slug(b) { return q.index.besoins[b][0]; }
  var reponses = JSON.parse(fs.readFileSync(0, "utf-8")).map(function (texte) {
    var trouves = recherche.cherche(texte);
    if (!trouves) return null;
    var r = filtres.applique({ q: texte }, trouves, QUAND / 60), premiers = [];
    for (var i = 0; i < Math.min(r.tous, 10); i += 1) {
      var f = filtres.ficheDe(r.ordre[i]), u = filtres.unite[f];
      premiers.push({ nom: q.index.f.nom[f], slug: m.slug(f), besoins: m.ensembles.b[m.b[u]].map(slug), somme: trouves.somme[u] });
    }
    return { n: r.tous, inconnu: trouves.inconnu, partiel: trouves.partiel, vides: trouves.vides.map(slug),
      besoins: trouves.besoins.map(function (b) { return [slug(b.rang), Math.round(b.valeur * 10) / 10, b.entier]; }).slice(0, 6),
      secours: trouves.secours.map(function (s) { return s.numero; }), offres: trouves.offres, premiers: premiers };
  });
  process.stdout.write(JSON.stringify(reponses));
})();
"""
A_PART = """
(function () {
  var q = window.quifaitquoi, fs = require("fs"), m = q.lit(q.index), recherche;
  q.oublie(q.index.mots);
  m.complete(q.suite);
  tout(m);
  recherche = new q.Recherche(m, new q.Lieux(q.index));
  recherche.suite(q.suite);
  while (recherche.avance()) {}
  process.stdout.write(JSON.stringify(JSON.parse(fs.readFileSync(0, "utf-8")).map(function (texte) {
    return recherche.GENRE.trouve(texte).map(function (d) { return d.slug; });
  })));
})();
"""


def reponses(territoire: Territoire, code: str, questions: list[str]) -> list[dict | None]:
    """What the finder of that language finds for each: the first fiches, needs without an address, lines to call, offers."""
    # At eleven, as the browser's tests.
    quand = int(datetime.combine(territoire.aujourdhui, time(11), UTC).timestamp())
    return _joue(territoire, code, SUITE.replace("QUAND", str(quand)), questions)


def a_part(territoire: Territoire, code: str, genre: str, questions: list[str]) -> list[list[str]]:
    """The slugs of what it shows above the places for each: of rights (`droits`), of moments of life (`temps`) …"""
    return _joue(territoire, code, A_PART.replace("GENRE", genre), questions)


def _joue(territoire: Territoire, code: str, suite: str, questions: list[str]) -> list:
    lang = langue(code)
    notres = (*(STATIC / f"{nom}.js" for nom in ("heures", *MOTEUR)),)
    # Node calls these names its own, and a library that finds them would hand itself over to nobody.
    parties = (bibliotheques(troncs(lang)), *(f.read_text("utf-8") for f in notres), *index(territoire, lang).values())
    script = "(function (module, exports) {\nvar window = globalThis;\n" + "\n".join(parties) + "\n}).call(globalThis);\n"
    with tempfile.TemporaryDirectory() as dossier:
        fichier = Path(dossier) / "trouveur.js"
        fichier.write_text("globalThis.window = globalThis;\n" + script + TOUT + suite, "utf-8")
        fini = subprocess.run([NODE, fichier], input=json.dumps(questions), capture_output=True, text=True, timeout=120)
    assert fini.returncode == 0, fini.stderr[-2000:]
    return json.loads(fini.stdout)
