/* What was asked for and not found, counted in this tab until it is handed over: a need, a neighbourhood, a month, why. No person, no
   day. It comes out as the lines of manques.yml (annuaire/model/manques.py). */
"use strict";
(function () {
  var q = window.quifaitquoi, AU_PLUS = 9999, MOIS = /^\d{4}-\d{2}$/;

  // `raisons`: those that a line may give, in their order.
  function Coches(cle, index, raisons) {
    this.cle = cle; this.raisons = raisons;
    this.connus = [index.quartiers, index.besoins].map(function (liste) { return liste.map(function (x) { return x[0]; }); });
    this.gardee = true;
    this.comptes = this.lit();
  }

  // {"2026-11 gare douche": {complet: 2}}: what storage holds is never trusted.
  Coches.prototype.lit = function () {
    var lus = {}, propres = {}, moi = this;
    try { lus = JSON.parse(window.sessionStorage.getItem(this.cle)) || {}; } catch (_) { /* nothing was kept, or not by us */ }
    Object.keys(lus).forEach(function (ligne) {
      var dit = ligne.split(" ");
      if (!MOIS.test(dit[0]) || moi.connus[0].indexOf(dit[1]) < 0 || moi.connus[1].indexOf(dit[2]) < 0) return;
      moi.raisons.forEach(function (raison) {
        var n = lus[ligne] && lus[ligne][raison];
        if (Number.isInteger(n) && n > 0 && n <= AU_PLUS) (propres[ligne] = propres[ligne] || {})[raison] = n;
      });
    });
    return propres;
  };

  Coches.prototype.ecrit = function () {
    try {
      if (this.vide()) window.sessionStorage.removeItem(this.cle); else window.sessionStorage.setItem(this.cle, JSON.stringify(this.comptes));
      this.gardee = true;
    } catch (_) { this.gardee = false; }
    this.rafraichit();
  };

  Coches.prototype.vide = function () { return !Object.keys(this.comptes).length; };

  Coches.prototype.note = function (quartier, besoin, raison) {
    var ici = q.ceJour(), ligne = [ici.year + "-" + (ici.month < 10 ? "0" : "") + ici.month, quartier, besoin].join(" ");
    var comptes = this.comptes[ligne] = this.comptes[ligne] || {};
    comptes[raison] = Math.min(AU_PLUS, (comptes[raison] || 0) + 1);
    this.ecrit();
  };

  Coches.prototype.efface = function () { this.comptes = {}; this.ecrit(); };

  // As the file has them, in the order of months and names.
  Coches.prototype.lignes = function () {
    var moi = this, dit = ["demandes:"];
    Object.keys(this.comptes).sort().forEach(function (ligne) {
      var cle = ligne.split(" ");
      dit.push("  - mois: " + cle[0], "    quartier: " + cle[1], "    besoin: " + cle[2]);
      moi.raisons.forEach(function (raison) { if (moi.comptes[ligne][raison]) dit.push("    " + raison + ": " + moi.comptes[ligne][raison]); });
    });
    return dit.join("\n") + "\n";
  };

  // The section that shows them, to be copied, downloaded or erased. `dit(text)` says what happened; `apres()` once they are gone.
  Coches.prototype.montre = function (section, mot, dit, apres) {
    var moi = this, lignes = section.querySelector("[data-lignes]"), lien = section.querySelector("[data-telecharger]"), avis = section.querySelector("[data-sans-memoire]");
    this.rafraichit = function () {
      if (lien.href) URL.revokeObjectURL(lien.href);
      section.hidden = moi.vide();
      avis.hidden = moi.gardee;
      avis.textContent = mot("sans_memoire");
      lignes.value = moi.lignes();
      lignes.rows = Math.min(12, lignes.value.split("\n").length);
      lien.href = URL.createObjectURL(new Blob([lignes.value], { type: "application/yaml" }));
    };
    section.querySelector("[data-copier-lignes]").addEventListener("click", function () { q.copie(lignes, function (reussi) { dit(mot(reussi ? "copie" : "a_copier")); }); });
    section.querySelector("[data-effacer]").addEventListener("click", function () { moi.efface(); apres(); dit(mot("efface")); });
    this.rafraichit();
  };

  q.Coches = Coches;
})();
