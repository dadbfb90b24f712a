/* Clear everything and leave. What is on the screen goes first: the other site may be slow to come. */
"use strict";
(function () {
  var liens = document.querySelectorAll("[data-quitter]"), FOIS = 3, VITE = 2000, PARTI = "p", ATTENTE = 2000;
  // The folder of this directory. Another one, or what is not ours, may stand above it on the same host with a worker of its own.
  var ICI = document.currentScript.src.replace(/assets\/(?:cartes\/)?[^/]*$/, "");
  if (!liens.length) return;

  function essaie(fait) { try { return fait(); } catch (_) { return null; } }  // nothing is kept where nothing may be

  // Keys may go to a map at first and to the page that holds it next: they count together.
  function appuis(nouveaux) {
    var ensemble = essaie(function () { return window.top.document && window.top; }) || window;
    if (nouveaux) ensemble.appuisPourQuitter = nouveaux;
    return ensemble.appuisPourQuitter || [];
  }

  function efface() {
    // A map is a page inside another: it is the outer one that must go.
    [document, essaie(function () { return window.top.document; })].forEach(function (page) {
      if (!page) return;
      page.documentElement.hidden = true;
      page.title = "";
    });
  }

  function part() {
    var vers = liens[0].href;
    efface();
    essaie(function () { window.sessionStorage.setItem(PARTI, "1"); });
    // Takes this page's place in the history, so that « back » does not lead to it.
    (window.top || window).location.replace(vers);
  }

  // The copy without network goes first, and its worker; a browser that is slow about it is not waited for.
  function sansCopie() {
    var travailleurs = essaie(function () { return window.caches && location.protocol !== "file:" && navigator.serviceWorker; });
    if (!travailleurs) return { then: function (fait) { fait(); } };
    return Promise.race([new Promise(function (fini) { setTimeout(fini, ATTENTE); }), travailleurs.getRegistration(ICI).then(function (le) {
      return le && le.scope === ICI && window.caches.keys().then(function (noms) {
        return Promise.all(noms.filter(function (nom) { return nom.indexOf("quifaitquoi " + ICI + " ") === 0; })
          .map(function (nom) { return window.caches.delete(nom); }));
      }).then(function () { return le.unregister(); });
    })]);
  }

  function quitte() {
    efface();
    [function () { window.localStorage.clear(); }, function () { window.sessionStorage.clear(); }, function () { window.name = ""; }].forEach(essaie);
    sansCopie().then(part, part);
  }

  liens.forEach(function (lien) {
    lien.addEventListener("click", function (evenement) { evenement.preventDefault(); quitte(); });
  });
  document.addEventListener("keydown", function (evenement) {
    var t = performance.timeOrigin + evenement.timeStamp;
    if (evenement.repeat) return;
    if (evenement.key !== "Escape" || evenement.isComposing) { appuis([]); return; }
    appuis(appuis().filter(function (avant) { return t - avant < VITE; }).concat([t]));
    if (appuis().length >= FOIS) quitte();
  });

  // Whoever left and presses « back » would see the page before: it leaves as well. Whoever comes back by a link or an address stays.
  function encore() {
    if (!essaie(function () { return window.sessionStorage.getItem(PARTI); })) return;
    var visite = window.performance && performance.getEntriesByType("navigation")[0];
    if (visite && visite.type === "back_forward") part(); else essaie(function () { window.sessionStorage.removeItem(PARTI); });
  }
  encore();
  // Shown again from the browser's memory, the page is the one that was there before: it knows nothing any more.
  window.addEventListener("pageshow", function (evenement) {
    if (!evenement.persisted) return;
    if (essaie(function () { return window.sessionStorage.getItem(PARTI); })) part();
    else if (document.documentElement.hidden) window.location.reload();
  });
})();
