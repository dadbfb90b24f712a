/* Where "near" is: a landmark, a neighbourhood, a stop, a street or the visitor's own position. The last is asked for, used here, kept
   nowhere. */
"use strict";
(function () {
  var q = window.quifaitquoi, NUMERO = /^(\d+\w?|bis|ter)$/;
  // As addresses are written in a hurry.
  var ABREGES = { bd: "boulevard", bld: "boulevard", fbg: "faubourg", st: "saint", ste: "sainte" };

  function Lieux(index) {
    this.tous = [];
    this.ajoute(index.reperes.map(Lieux.repere));
    this.ajoute(index.quartiers.filter(function (z) { return z[2] !== null; }).map(function (z) {
      return { cle: "quartier:" + z[0], nom: z[1], autres: "", lat: z[2], lon: z[3] };
    }));
  }
  Lieux.repere = function (r) { return { cle: "repere:" + r[0], nom: r[1], autres: r[2], lat: r[3], lon: r[4] }; };

  Lieux.prototype.ajoute = function (lieux) {
    lieux.forEach(function (lieu) { lieu.mots = q.coupe(lieu.nom + " " + lieu.autres.replace(/\|/g, " ")); });
    this.tous = this.tous.concat(lieux);
  };

  Lieux.prototype.connu = function (cle) { return this.tous.filter(function (lieu) { return lieu.cle === cle; })[0] || null; };

  function ecart(a, b) {  // letters to change, 3 where there are more than two
    if (Math.abs(a.length - b.length) > 2) return 3;
    var avant = [], i, j;
    for (j = 0; j <= b.length; j += 1) avant.push(j);
    for (i = 1; i <= a.length; i += 1) {
      var ligne = [i];
      for (j = 1; j <= b.length; j += 1) ligne.push(Math.min(avant[j] + 1, ligne[j - 1] + 1, avant[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
      avant = ligne;
    }
    return avant[b.length];
  }

  // How well a word says one of a place: as it is, its beginning, with a slip.
  function rapport(mot, du, fautes) {
    if (du === mot || du === ABREGES[mot]) return 3;
    if (mot.length > 1 && du.indexOf(mot) === 0) return 2;
    return fautes && mot.length > 3 && du[0] === mot[0] && ecart(mot, du) <= (mot.length > 7 ? 2 : 1) ? 1 : 0;
  }

  // The places that may be meant, the best first. What a slip may mean is offered where nothing is called so; the number of a house
  // says where only in its street.
  Lieux.prototype.proches = function (texte, combien) {
    var mots = q.coupe(texte), sans = mots.filter(function (mot) { return !NUMERO.test(mot); });
    var trouves = this.parmi(mots, false);
    if (!trouves.length && sans.length) trouves = this.parmi(sans, false);
    if (!trouves.length) trouves = this.parmi(sans.length ? sans : mots, true);
    return trouves.slice(0, combien);
  };

  Lieux.prototype.parmi = function (mots, fautes) {
    if (!mots.length) return [];
    return this.tous.map(function (lieu, rang) {
      var points = 0;
      var tous = mots.every(function (mot) {
        var bien = 0;
        lieu.mots.forEach(function (du) { bien = Math.max(bien, rapport(mot, du, fautes)); });
        points += bien;
        return bien > 0;
      });
      return { lieu: lieu, points: tous ? points * 10 - lieu.mots.length - rang / 1e5 : 0 };
    }).filter(function (x) { return x.points > 0; }).sort(function (a, b) { return b.points - a.points; })
      .map(function (x) { return x.lieu; });
  };

  // reussi(lieu) or rate(): a refusal, a device without position, a browser that forbids it to files.
  Lieux.prototype.moi = function (nom, reussi, rate) {
    if (!navigator.geolocation) { rate(); return; }
    navigator.geolocation.getCurrentPosition(function (p) {
      reussi({ cle: "", nom: nom, lat: p.coords.latitude, lon: p.coords.longitude });
    }, rate, { enableHighAccuracy: false, timeout: 10000, maximumAge: 60000 });
  };

  q.Lieux = Lieux;
})();
