/* The streets (rues.py) among the places that one may be near to: loaded when somebody is about to say where, and never before. */
"use strict";
(function () {
  var q = window.quifaitquoi;

  function Rues(lieux, m, adresses) {
    this.lieux = lieux; this.m = m; this.adresses = adresses;
    this.attendent = [];
    this.toutes = !adresses.length;
  }

  // `puis` is called after each part that comes, and when there is nothing more to wait for.
  Rues.prototype.charge = function (puis) {
    var moi = this;
    if (this.toutes) { puis(); return; }
    if (this.attendent.push(puis) === 1) suivante(0);
    function suivante(n) {
      moi.toutes = n === moi.adresses.length;
      if (n) moi.attendent.forEach(function (attend) { attend(); });
      if (moi.toutes) return;
      q.charge(moi.adresses[n], function (venue) {
        if (venue) moi.ajoute(q.rues);
        suivante(n + 1);
      });
    }
  };

  Rues.prototype.ajoute = function (rues) {
    var moi = this, est = q.nombres(rues.est), nord = q.nombres(rues.nord), noms = q.entiers(rues.noms), rang = 0;
    var connus = this.lieux.tous.filter(function (lieu) { return !lieu.vague; });
    var toutes = noms.map(function (nom, n) {
      var rue = { nom: nom, autres: "", lat: rues.origine[0] + nord[n] * rues.pas, lon: rues.origine[1] + est[n] * rues.pas, vague: true };
      rang = nom === noms[n - 1] ? rang + 1 : 1;
      rue.cle = "rue:" + q.devine(nom) + (rang > 1 ? "-" + rang : "");
      return rue;
    });
    this.lieux.ajoute(toutes);  // found by their own words, and not by those of what is near
    toutes.forEach(function (rue, n) { if (noms[n] === noms[n - 1] || noms[n] === noms[n + 1]) rue.nom = moi.distingue(rue, connus); });
  };

  // Of several streets with one name, each is told by what is nearest to it.
  Rues.prototype.distingue = function (rue, connus) {
    var m = this.m, mieux = null, moins = Infinity;
    connus.forEach(function (lieu) {
      var loin = q.loin(rue.lat, rue.lon, lieu.lat, lieu.lon);
      if (loin < moins) { moins = loin; mieux = lieu; }
    });
    // Where the reader's line runs from the right, each name runs in its own way.
    function isole(nom) { return m.index.source ? "\u2068" + nom + "\u2069" : nom; }
    return mieux ? isole(rue.nom) + " · " + isole(mieux.nom) : rue.nom;
  };

  q.Rues = Rues;
})();
