/* What a page that answers from the index does first: waits for it, whichever comes first, then lets the search learn its words a
   little at a time, so that no keystroke waits for them. */
"use strict";
(function () {
  var q = window.quifaitquoi, PAUSE = 8;

  // `puis(true)` once it ran, `puis(false)` if it does not come.
  q.charge = function (adresse, puis) {
    var script = document.createElement("script");
    script.src = adresse;
    script.onload = script.onerror = function (evenement) { puis(evenement.type === "load"); };
    document.head.append(script);
  };

  // `installe(racine, m)` once the index is here and read; where it does not come, the page says so.
  q.demarre = function (racine, installe) {
    // Reading and showing are two tasks: a touch in between is not left waiting.
    function lit() {
      setTimeout(function () {
        var m = q.lit(q.index);
        setTimeout(function () { installe(racine, m); }, 0);
      }, 0);
    }
    if (q.index) { lit(); return; }
    q.arrive = lit;
    document.querySelectorAll("script[async]").forEach(function (script) {
      script.addEventListener("error", function () { racine.querySelector("[data-panne]").hidden = false; });
    });
  };

  // `arrive()` when the second part of the index is here, `prete()` each time that the search has learnt all there is. What it gives is
  // called where there are more fiches: the search learns anew.
  q.apprend = function (racine, m, recherche, arrive, prete) {
    function avance() {
      var fin = performance.now() + PAUSE, encore = true;
      while (encore && performance.now() < fin) encore = recherche.avance();
      if (encore) { setTimeout(avance, 0); return; }
      recherche.prete = true;
      racine.dataset.pret = q.suite ? "tout" : "noms";
      prete();
      if (!q.suite) q.charge(racine.dataset.suite, function () {});
    }
    q.arrive = function () {
      m.complete(q.suite);
      recherche.suite(q.suite);
      setTimeout(avance, 0);
      arrive();
    };
    if (q.suite) q.arrive();
    setTimeout(avance, 0);
    return function (lieux) {
      q.Recherche.call(recherche, m, lieux);
      delete racine.dataset.pret;
      recherche.suite(q.suite);
      setTimeout(avance, 0);
    };
  };
})();
