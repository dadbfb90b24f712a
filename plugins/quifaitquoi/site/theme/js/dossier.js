/* From a folder, Firefox gives each page a memory of its own: what the next page has to know goes with the link that leads there. */
"use strict";
(function () {
  var q = window.quifaitquoi = window.quifaitquoi || {};
  if (location.protocol !== "file:" || !("MozAppearance" in document.documentElement.style)) return;
  var porte = new URLSearchParams(location.search);

  function adresse() { return String(porte) && "?" + porte; }

  function suit(evenement) {
    var lien = evenement.target.closest && evenement.target.closest("a[href]");
    if (lien && lien.protocol === "file:" && /\.html$/.test(lien.pathname) && lien.pathname !== location.pathname) lien.search = adresse();
  }
  document.addEventListener("pointerdown", suit, true);
  document.addEventListener("click", suit, true);

  q.dossier = {
    lit: function (cle) { return porte.get(cle); },
    // null takes it away. The address of this page says it too, for who comes back.
    ecrit: function (cle, valeur) {
      if (valeur === null) porte.delete(cle); else porte.set(cle, valeur);
      try { history.replaceState(history.state, "", location.pathname + adresse() + location.hash); } catch (_) { /* links say it */ }
    },
  };
})();
