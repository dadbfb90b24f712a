/* The fiche that this page's address names, from what the copy holds of it. */
"use strict";
(function () {
  var q = window.quifaitquoi, ici = document.querySelector("[data-feuille-seule]");
  var slug = ici && (/\/fiches\/([a-z0-9-]+)\/(?:index\.html)?$/.exec(location.pathname) || /^#([a-z0-9-]+)$/.exec(location.hash) || [])[1];
  if (!slug) return;
  q.chargeFiches([slug], ici.dataset.donnees, ici.dataset.version, function (fiches) {
    var fiche = fiches[slug], titre;
    if (!fiche) return;
    ici.append(q.feuilleDe(fiche));
    // On the sheet of several it is one of many; here it is the page.
    titre = document.createElement("h1");
    titre.append(...ici.querySelector("h2 a").childNodes);
    ici.querySelector("h2").replaceWith(titre);
    document.querySelector("[data-pas-la]").remove();
    document.querySelector("title:last-of-type").textContent = fiche.nom;
  });
})();
