/* In a copy on a stick: links that scripts make lead to what it has instead of a page a fiche, to the site, or nowhere. No other script knows. */
"use strict";
(function () {
  var site = document.documentElement.dataset.copie, ICI = /^((?:\.\.\/)*)(fiches|besoins|droits|ressources|quartiers|organismes)\/(?:([^/]+)\/)?index\.html(.*)$/;

  function mene(lien) {
    var href = lien.getAttribute("href"), dit = href && ICI.exec(href);
    if (!dit) return;
    if (dit[2] === "fiches" && dit[3]) lien.setAttribute("href", dit[1] + "hors-ligne/fiche/index.html#" + dit[3]);
    else if (dit[2] === "besoins" && dit[3]) lien.setAttribute("href", dit[1] + "trouver/index.html#besoin=" + dit[3]);
    else if (site) lien.setAttribute("href", site + href.slice(dit[1].length));
    else lien.removeAttribute("href");
  }

  function regarde(ou) {
    if (ou.nodeType !== 1) return;
    if (ou.matches("a[href]")) mene(ou);
    ou.querySelectorAll("a[href]").forEach(mene);
  }

  new MutationObserver(function (changements) {
    changements.forEach(function (c) {
      if (c.type === "attributes") mene(c.target); else c.addedNodes.forEach(regarde);
    });
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["href"] });
  regarde(document.body);
})();
