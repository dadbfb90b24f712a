/* The state of the search behind the #: it can be shared, and no server sees it. A position never goes there. */
"use strict";
(function () {
  var q = window.quifaitquoi, CHOIX = ["besoin", "langue", "pour", "sans", "pairs"];

  function decode(texte) {
    try { return decodeURIComponent(texte.replace(/\+/g, " ")); } catch (_) { return null; }
  }

  // {criteres, lieu: slug or null, moi: whether a page of the site asks for what is near, attend: the stop or the street that it
  // names, while those have not come, casses: [what could not be read]}
  function lit(fragment, filtres, lieux, arrets, rues) {
    var criteres = {}, casses = [], lieu = null, moi = false, attend = null;
    fragment.replace(/^#/, "").split("&").forEach(function (partie) {
      if (!partie) return;
      var egal = partie.indexOf("="), nom = egal < 0 ? partie : partie.slice(0, egal), valeur = egal < 0 ? "" : decode(partie.slice(egal + 1));
      var bon = valeur !== null && valeur !== "";
      if (nom === "q" && valeur !== null) { if (valeur) criteres.q = valeur.slice(0, 200); return; }
      if (CHOIX.indexOf(nom) >= 0 && bon && filtres.connait(nom, valeur)) { criteres[nom] = valeur; return; }
      if (nom === "ouvert" && bon && (valeur === "maintenant" || valeur === "aujourdhui" || filtres.m.heures.instant(valeur) >= 0)) {
        criteres.ouvert = valeur;
        return;
      }
      if (nom === "pres" && valeur === "moi") { moi = true; return; }
      if (nom === "pres" && bon && !rues.toutes && valeur.indexOf("rue:") === 0) { attend = valeur; return; }
      if (nom === "pres" && bon && lieux.connu(valeur)) { lieu = lieux.connu(valeur); return; }
      if (nom === "pres" && bon && !arrets.tous && valeur.indexOf("repere:") === 0) { attend = valeur; return; }
      if (nom === "avec" && bon) {
        valeur.split(",").forEach(function (simple) {
          if (q.SIMPLES.some(function (s) { return s[0] === simple; })) criteres[simple] = true; else casses.push(simple);
        });
        return;
      }
      casses.push(decode(partie) || partie);
    });
    return { criteres: criteres, lieu: lieu, moi: moi, attend: attend, casses: casses };
  }

  function ecrit(criteres, lieu) {
    var parties = [];
    ["q", "besoin", "ouvert", "langue", "pour", "sans", "pairs"].forEach(function (nom) {
      if (criteres[nom]) parties.push(nom + "=" + encodeURIComponent(criteres[nom]).replace(/%3A/g, ":"));
    });
    var simples = q.SIMPLES.map(function (s) { return s[0]; }).filter(function (nom) { return criteres[nom]; });
    if (simples.length) parties.push("avec=" + simples.join(","));
    if (lieu && lieu.cle) parties.push("pres=" + encodeURIComponent(lieu.cle).replace(/%3A/g, ":"));
    return parties.length ? "#" + parties.join("&") : "#";
  }

  q.fragment = { lit: lit, ecrit: ecrit };
})();
