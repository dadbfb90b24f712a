/* The fiche that this page's address names, from what the copy holds of it. */
"use strict";
(function () {
  var q = window.quifaitquoi, ici = document.querySelector("[data-feuille-seule]");
  var slug = ici && (/\/fiches\/([a-z0-9-]+)\/(?:index\.html)?$/.exec(location.pathname) || /^#([a-z0-9-]+)$/.exec(location.hash) || [])[1];
  window.addEventListener("hashchange", function () { location.reload(); });
  if (!slug) return;
  q.chargeFiches([slug], ici.dataset.donnees, ici.dataset.version, function (fiches) {
    var fiche = fiches[slug], entete = document.createElement("div"), titre;
    if (!fiche) return;
    ici.append(q.feuilleDe(fiche));
    // On the sheet of several it is one of many; here it is the page.
    titre = document.createElement("h1");
    titre.append(...ici.querySelector("h2 a").childNodes);
    ici.querySelector("h2").replaceWith(titre);
    // As on the fiche's own page, it can be put into the selection.
    ici.dataset.fiche = fiche.slug;
    entete.className = "entete-fiche";
    ici.append(entete);
    if (q.equipe) q.equipe(ici);
    // A sheet's links are those of a page one folder higher.
    ici.querySelectorAll('a[href^="../"]').forEach(function (lien) { lien.setAttribute("href", "../" + lien.getAttribute("href")); });
    document.querySelector("[data-pas-la]").remove();
    document.querySelector("title:last-of-type").textContent = fiche.nom;
  });
})();
