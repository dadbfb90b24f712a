/* What the finder alone says in words: how many, how far, one thing after another. Dire.js says the rest. */
"use strict";
(function () {
  var Dire = window.quifaitquoi.Dire, remplir = window.quifaitquoi.remplir;

  Dire.prototype.compte = function (cle, n) {
    this.pluriel = this.pluriel || new Intl.PluralRules(this.langue);
    var formes = this.mots[cle];
    return remplir(formes[this.pluriel.select(n)] || formes.other, { n: this.nombre(n) });
  };

  // With at most one decimal.
  Dire.prototype.nombre = function (n) {
    var dit = String(n).split(".");
    return dit[0].replace(/\B(?=(\d{3})+$)/g, this.mots.milliers) + (dit[1] ? this.mots.decimale + dit[1] : "");
  };

  // "a, b et c": CLDR joins the last two, then each with what follows it.
  Dire.prototype.enumere = function (noms) {
    var liste = this.mots.liste, n = noms.length - 2, i = n, dit = n < -1 ? "" : noms[n + 1];
    if (n === 0) return remplir(liste[2], noms);
    for (; i >= 0; i -= 1) dit = remplir(i === n ? liste.end : i ? liste.middle : liste.start, [noms[i], dit]);
    return dit;
  };

  // `vague`: from a position that is not that of a door.
  Dire.prototype.distance = function (metres, vague) {
    var quoi = vague ? "environ" : "distance";
    if (metres < 975) return this.mot(quoi + "_m", { n: this.nombre(Math.max(vague ? 50 : 10, metres < 100 && !vague ? Math.round(metres / 10) * 10 : Math.round(metres / 50) * 50)) });
    return this.mot(quoi + "_km", { n: this.nombre(Math.round(metres / 100) / 10) });
  };
})();
