/* A large directory is searched around a place: says where one has searched and where one still does, and asks for more. Nothing is
   said not to exist before all of it was looked at. */
"use strict";
(function () {
  var q = window.quifaitquoi, A_LA_FOIS = 4, PAGE = 20, NOMMEES = 5;

  // `ou`: where it says so. `grandit(pieces)`: what the page does with more fiches.
  function Alentours(ou, m, filtres, dire, grandit) {
    var adresse = ou.dataset.alentours.split("?"), moi = this;
    this.ou = ou; this.m = m; this.filtres = filtres; this.dire = dire; this.grandit = grandit;
    // A copy on a stick has all of them in one file.
    this.zones = new q.Zones(m, function (nom) { return /\.js$/.test(adresse[0]) ? adresse[0] : adresse[0] + nom + ".js?" + adresse[1]; });
    this.venues = [];
    this.plus = ou.querySelector("[data-plus-loin]");
    this.plus.addEventListener("click", function () { moi.rates = {}; moi.force = true; moi.encore(); });
  }

  // The names of the zones of these pieces; one of which not all were looked at says so.
  Alentours.prototype.noms = function (pieces, tous) {
    var zones = this.zones, index = this.m.index, dire = this.dire, dites = {};
    pieces.forEach(function (x) { var z = zones.table.zones[x[0]]; if (z >= 0) dites[z] = true; });
    var noms = Object.keys(dites).map(function (z) {
      var entiere = tous.every(function (x) { return zones.table.zones[x[0]] !== Number(z) || zones.est(x[0], q.Zones.ICI) || pieces.indexOf(x) >= 0; });
      return entiere ? index.quartiers[z][1] : dire.mot("en_partie", { zone: index.quartiers[z][1] });
    });
    return dire.enumere(noms.length > NOMMEES ? noms.slice(0, NOMMEES).concat("…") : noms);
  };

  // Beyond the twentieth of the nearest, nothing changes what one sees first.
  Alentours.prototype.limite = function (r) {
    var filtres = this.filtres, loin = [];
    r.ordre.forEach(function (cle) {
      var metres = filtres.distances[filtres.unite[filtres.ficheDe(cle)]];
      if (metres === metres) loin.push(metres);
    });
    return loin.length < PAGE ? Infinity : loin.sort(function (a, b) { return a - b; })[PAGE - 1];
  };

  // While the search learns, nobody knows what words ask for.
  Alentours.prototype.apprend = function (lieu) {
    return this.dit(lieu ? this.dire.mot("on_cherche", { zones: lieu.nom }) : this.dire.mot("ou_cherchez"), false, true);
  };

  // After each answer `r`: asks for the pieces that may change it. `encore()` answers again. {fini: whether all was looked at, phrase}
  Alentours.prototype.suit = function (criteres, lieu, trouves, r, encore) {
    var moi = this, zones = this.zones, colonnes = zones.demandees(criteres, trouves), rates = [];
    this.encore = encore;
    if (lieu !== this.lieu) { this.lieu = lieu; this.reste = zones.table.reste; this.rates = {}; this.force = false; }
    if (!lieu) return this.dit(this.dire.mot(r.tous ? "ou_d_abord" : "ou_cherchez"), false, false);
    var tous = zones.autour(lieu, colonnes, Boolean(criteres.q)), limite = this.limite(r), voulus = [];
    var attend = tous.filter(function (x) { return zones.est(x[0], q.Zones.EN_ROUTE); });
    if (!attend.length && !this.venues.length) {
      voulus = tous.filter(function (x) { return zones.est(x[0], q.Zones.AILLEURS) && !moi.rates[x[0]] && (moi.force || x[1] < limite); });
      attend = voulus.slice(0, A_LA_FOIS).filter(function (x) { return moi.force || (moi.reste -= zones.table.poids[x[0]]) >= 0; });
      this.force = false;
    }
    if (voulus.length && attend.length) {
      zones.charge(attend.map(function (x) { return x[0]; }), function (pieces, manquent) {
        manquent.forEach(function (n) { moi.rates[n] = true; });
        moi.venues = moi.venues.concat(pieces);
        if (!moi.pose()) moi.encore();
      });
    }
    if (attend.length) return this.dit(this.dire.mot("on_cherche", { zones: this.noms(attend, tous) }), false, true);
    rates = tous.filter(function (x) { return moi.rates[x[0]]; });
    if (rates.length) return this.dit(this.dire.mot("pas_venu", { zones: this.noms(rates, tous) }), true, false);
    var ici = tous.filter(function (x) { return zones.est(x[0], q.Zones.ICI); });
    if (ici.length === tous.length) return this.dit("", false, this.venues.length > 0);
    return this.dit(this.dire.mot("cherche_dans", { zones: this.noms(ici, tous) }), true, false);
  };

  // What came is taken in once the start of the index is whole; whether anything was.
  Alentours.prototype.pose = function () {
    var pieces = this.venues;
    if (!q.suite || !pieces.length) return false;
    this.venues = [];
    this.grandit(pieces);
    return true;
  };

  Alentours.prototype.dit = function (phrase, plus, occupe) {
    var p = this.ou.querySelector("[data-alentours-dit]");
    if (p.textContent !== phrase) p.textContent = phrase;
    p.hidden = !phrase;
    this.plus.hidden = !plus;
    this.ou.setAttribute("aria-busy", String(occupe));
    return { fini: !phrase && !occupe, phrase: phrase };
  };

  // What the page says already is not said twice.
  Alentours.prototype.deja = function (dit) { if (dit) this.ou.querySelector("[data-alentours-dit]").hidden = true; };

  q.Alentours = Alentours;
})();
