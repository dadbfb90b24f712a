/* A discreet visit: the window's title and icon say nothing of the page. It runs before the page's own title is read: a slow network
   would show that one for seconds, and the browser keep it. Chosen for this tab, and until it closes or one leaves. */
"use strict";
(function () {
  var CLE = "discrete", neutre = document.currentScript.dataset.neutre, titre = null;

  function essaie(fait) { try { return fait(); } catch (_) { return null; } }  // nothing is kept where nothing may be
  var dossier = window.quifaitquoi.dossier;
  function choisie() {
    return Boolean(dossier ? dossier.lit(CLE) : essaie(function () { return window.sessionStorage.getItem(CLE); }));
  }
  function choisit(oui) {
    if (dossier) { dossier.ecrit(CLE, oui ? "1" : null); return; }
    essaie(function () { if (oui) window.sessionStorage.setItem(CLE, "1"); else window.sessionStorage.removeItem(CLE); });
  }

  // Of two titles, the first is the window's.
  function cache(oui) {
    if (oui && !titre) {
      titre = document.createElement("title");
      titre.textContent = neutre;
      document.head.prepend(titre);
    } else if (!oui && titre) {
      titre.remove();
      titre = null;
    }
    document.querySelectorAll("link[rel=icon]").forEach(function (icone) {
      icone.dataset.propre = icone.dataset.propre || icone.getAttribute("href");
      icone.setAttribute("href", oui ? "data:," : icone.dataset.propre);
    });
    document.querySelectorAll("[data-discrete]").forEach(function (bouton) { bouton.setAttribute("aria-pressed", String(oui)); });
  }

  if (choisie()) cache(true);
  document.addEventListener("DOMContentLoaded", function () {
    var bouton = document.querySelector("[data-discrete]");
    if (titre) cache(true);  // the icon and the button have come
    if (!bouton) return;
    bouton.hidden = false;
    bouton.addEventListener("click", function () {
      var oui = bouton.getAttribute("aria-pressed") !== "true", avis = document.querySelector("[data-avis-discret]");
      choisit(oui);
      cache(oui);
      // What it does not hide, as the foot of each page says it.
      avis.textContent = oui ? document.getElementById("discrete-dit").textContent : "";
    });
  });
  // Shown again from the browser's memory: as was chosen since.
  window.addEventListener("pageshow", function (evenement) { if (evenement.persisted) cache(choisie()); });
})();
