/* What the sheet shows of each fiche comes as a classic script of its own: that works from a folder too, where a page
   may not read another one. Only those that are chosen are loaded. */
"use strict";
(function () {
  var q = window.quifaitquoi, recues = {}, attendent = {};

  q.fiche = function (slug, donnees) { recues[slug] = donnees; };

  function charge(slug, dossier, version, ensuite) {
    if (recues[slug]) { ensuite(); return; }
    // On a stick there is one script for all of them.
    var src = /\.js$/.test(dossier) ? dossier : dossier + slug + ".js?" + version, script;
    if (attendent[src]) { attendent[src].push(ensuite); return; }
    attendent[src] = [ensuite];
    script = document.createElement("script");
    script.src = src;
    script.onload = script.onerror = function () {
      var tous = attendent[src];
      delete attendent[src];
      script.remove();
      tous.forEach(function (suite) { suite(); });
    };
    document.head.append(script);
  }

  // What a sheet shows of one fiche, with a code that leads to its page below `adresse`, if there is one.
  q.feuilleDe = function (fiche, adresse, texteDuCode) {
    var dedans = document.createElement("div"), modele = document.createElement("template"), plans;
    dedans.className = "feuille-dedans";
    modele.innerHTML = fiche.html;  // written and escaped by the program that made this site
    dedans.append(modele.content);
    plans = dedans.querySelector(".feuille-plans");
    if (adresse && plans) plans.append(q.qr.dessin(adresse + fiche.slug + "/", texteDuCode));
    if (q.juge) q.juge(dedans);
    return dedans;
  };

  // A message that is written already: iOS and Android each read one of the two signs before `body`, and pass over the other.
  q.sms = function (texte) { return "sms:?&body=" + encodeURIComponent(texte); };

  // Calls `fini` with {slug asked for: {slug of today, nom, html, message} or null where there is none any more}.
  q.chargeFiches = function (slugs, dossier, version, fini) {
    var resultat = {}, attendues = slugs.length;
    if (!attendues) { fini(resultat); return; }
    function arrive(slug) {
      var d = recues[slug], vers = d && d.vers;
      function range() {
        var donnees = vers ? recues[vers] : d;
        resultat[slug] = donnees && donnees.html ? { slug: vers || slug, nom: donnees.nom, html: donnees.html, message: donnees.message } : null;
        attendues -= 1;
        if (!attendues) fini(resultat);
      }
      // A fiche that has another name today says which.
      if (vers) charge(vers, dossier, version, range); else range();
    }
    slugs.forEach(function (slug) { charge(slug, dossier, version, function () { arrive(slug); }); });
  };
})();
