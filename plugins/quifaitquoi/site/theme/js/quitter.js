/* Clear everything and leave. What is on the screen goes first: the other site may be slow to come. */
"use strict";
(function () {
  var liens = document.querySelectorAll("[data-quitter]"), FOIS = 3, VITE = 2000, appuis = [];
  if (!liens.length) return;

  function quitte() {
    var vers = liens[0].href;
    document.documentElement.hidden = true;
    document.title = "";
    [function () { window.localStorage.clear(); }, function () { window.sessionStorage.clear(); }, function () { window.name = ""; }].forEach(
      function (vide) { try { vide(); } catch (_) { /* nothing is kept where nothing may be */ } });
    // Takes this page's place in the history, so that « back » does not lead to it.
    window.location.replace(vers);
  }

  liens.forEach(function (lien) {
    lien.addEventListener("click", function (evenement) { evenement.preventDefault(); quitte(); });
  });
  document.addEventListener("keydown", function (evenement) {
    if (evenement.key !== "Escape" || evenement.isComposing || evenement.repeat) { if (!evenement.repeat) appuis = []; return; }
    appuis = appuis.filter(function (t) { return evenement.timeStamp - t < VITE; }).concat([evenement.timeStamp]);
    if (appuis.length >= FOIS) quitte();
  });
  // Shown again from the browser's memory, the page is the one that was there before: it knows nothing any more.
  window.addEventListener("pageshow", function (evenement) {
    if (evenement.persisted && document.documentElement.hidden) window.location.reload();
  });
})();
