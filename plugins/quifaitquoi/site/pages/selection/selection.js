/* My selection: which fiches, in which order, with which notes. It is kept in this browser and nowhere else; where the
   browser keeps nothing, it lives as long as the page. From a folder, Firefox gives each page a memory of its own, which
   nothing could erase at once: there the address of each page carries it to the next. */
"use strict";
(function () {
  var q = window.quifaitquoi = window.quifaitquoi || {};
  var SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/, TOUT_AU_PLUS = 100, NOTE_MAX = 2000;
  var PORTEE = "s";  // under what an address has it

  // An entry as it may be kept, or null: what storage or a link holds is never trusted.
  function entree(e) {
    if (!e || typeof e.slug !== "string" || !SLUG.test(e.slug) || e.slug.length > 80) return null;
    return { slug: e.slug, nom: String(e.nom || "").slice(0, 200), note: String(e.note || "").slice(0, NOTE_MAX) };
  }

  // The same entries without those that cannot be, each slug once.
  function propres(entrees) {
    var vues = {};
    return (Array.isArray(entrees) ? entrees : []).map(entree).filter(function (e) {
      if (!e || vues[e.slug]) return false;
      vues[e.slug] = true;
      return true;
    }).slice(0, TOUT_AU_PLUS);
  }

  // `gardee`: whether the browser keeps it. `illisible`: what it kept was not ours; it is put aside, not thrown away.
  function Magasin(cle) {
    this.cle = cle;
    this.gardee = true;
    this.illisible = false;
    this.memoire = null;
    this.suivent = [];
    this.essaie();
  }

  // Whether this browser keeps anything: some forbid it, some have no room left. What is there already is not touched.
  Magasin.prototype.essaie = function () {
    if (q.dossier) {
      this.gardee = false;
      this.memoire = propres((q.dossier.lit(PORTEE) || "").split(",").map(function (slug) { return { slug: slug }; }));
      return;
    }
    try {
      window.localStorage.setItem(this.cle + ".essai", "1");
      window.localStorage.removeItem(this.cle + ".essai");
    } catch (_) {
      this.gardee = false;
      this.memoire = this.lit();
    }
  };

  Magasin.prototype.lit = function () {
    if (this.memoire) return this.memoire.slice();
    var brut = null;
    try { brut = window.localStorage.getItem(this.cle); } catch (_) { return []; }
    if (!brut) return [];
    try {
      var lu = JSON.parse(brut);
      if (!Array.isArray(lu)) throw new Error();
      return propres(lu);
    } catch (_) {
      this.illisible = true;
      try {
        window.localStorage.setItem(this.cle + ".illisible", brut);
        window.localStorage.removeItem(this.cle);
      } catch (_) { this.gardee = false; }
      return [];
    }
  };

  Magasin.prototype.ecrit = function (entrees) {
    var bonnes = propres(entrees);
    if (q.dossier) {
      this.memoire = bonnes;
      q.dossier.ecrit(PORTEE, bonnes.length ? bonnes.map(function (e) { return e.slug; }).join(",") : null);
      this.previent();
      return;
    }
    try {
      if (bonnes.length) window.localStorage.setItem(this.cle, JSON.stringify(bonnes)); else window.localStorage.removeItem(this.cle);
      this.gardee = true;
      this.memoire = null;
    } catch (_) {
      this.gardee = false;
      this.memoire = bonnes;
    }
    this.previent();
  };

  Magasin.prototype.rang = function (slug) {
    return this.lit().map(function (e) { return e.slug; }).indexOf(slug);
  };

  Magasin.prototype.ajoute = function (slug, nom) {
    if (this.rang(slug) < 0) this.ecrit(this.lit().concat([{ slug: slug, nom: nom, note: "" }]));
  };

  Magasin.prototype.retire = function (slug) {
    this.ecrit(this.lit().filter(function (e) { return e.slug !== slug; }));
  };

  Magasin.prototype.suit = function (fonction) { this.suivent.push(fonction); };
  Magasin.prototype.previent = function () { this.suivent.forEach(function (fonction) { fonction(); }); };

  var barre = document.querySelector("[data-selection]");
  if (!barre) return;
  q.selection = new Magasin(barre.dataset.selection);
  q.selection.propres = propres;
  q.selection.TOUT_AU_PLUS = TOUT_AU_PLUS;
  // Another tab changed it, or this page comes back from the browser's memory after everything was erased.
  window.addEventListener("storage", function () { if (!q.selection.memoire) q.selection.previent(); });
  window.addEventListener("pageshow", function (evenement) { if (evenement.persisted) q.selection.previent(); });
})();
