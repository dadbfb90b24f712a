/* A shared selection is a link: the slugs behind its #, never the notes. No server sees what follows the #. */
"use strict";
(function () {
  var q = window.quifaitquoi;

  // {slugs, casse}: what the fragment names, and whether any part of it could not be read; null where it is about nothing.
  function lit(fragment) {
    var brut = fragment.replace(/^#/, ""), casse = false;
    if (!brut || !/=|,/.test(brut)) return null;
    try { brut = decodeURIComponent(brut.replace(/\+/g, " ")); } catch (_) { casse = true; }
    var dit = /(?:^|&)s=([^&]*)/.exec(brut), parties = dit ? dit[1].split(",").map(function (s) { return s.trim(); }) : [];
    var slugs = q.selection.propres(parties.map(function (slug) { return { slug: slug }; })).map(function (e) { return e.slug; });
    var distincts = parties.filter(function (s, n) { return parties.indexOf(s) === n; });
    return { slugs: slugs, casse: casse || !dit || slugs.length < distincts.length || !slugs.length };
  }

  function ecrit(entrees) { return "#s=" + entrees.map(function (e) { return e.slug; }).join(","); }

  q.partage = { lit: lit, ecrit: ecrit };
})();
