/* The search box of every page leads to the finder. Words go behind the #, which no server sees; another language keeps them. */
"use strict";
document.querySelectorAll("form[data-chercher]").forEach(function (formulaire) {
  formulaire.addEventListener("submit", function (evenement) {
    evenement.preventDefault();
    var mots = formulaire.querySelector("input").value.trim();
    location.href = formulaire.getAttribute("action") + (mots ? "#q=" + encodeURIComponent(mots) : "");
  });
});
["mousedown", "click"].forEach(function (geste) {
  document.addEventListener(geste, function (evenement) {
    var lien = evenement.target.closest && evenement.target.closest("a[lang][hreflang]");
    if (lien && location.hash) lien.hash = location.hash;
  });
});
