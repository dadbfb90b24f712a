/* The pieces of a large index (morceaux.py): where each is, how many fiches it has, and which ones a question needs. */
"use strict";
(function () {
  var q = window.quifaitquoi, venus = {}, AILLEURS = 0, EN_ROUTE = 1, ICI = 2;

  // Each piece is a script that says this; on a stick, one script says it of all.
  q.morceau = function (morceau) { venus[morceau[0]] = [morceau[1], morceau[2]]; };

  function Zones(m, adresse) {
    var t = m.index.morceaux, moi = this;
    this.m = m; this.adresse = adresse; this.table = t;
    this.etats = t.noms.map(function () { return AILLEURS; });
    this.largeur = 1 + m.index.besoins.length + m.index.racines.length;
    this.comptes = q.nombres(t.comptes);
    // Columns of the counts: all fiches, then those of each need and of each family of needs.
    this.colonnes = {};
    m.index.besoins.forEach(function (b, n) { moi.colonnes[b[0]] = 1 + n; });
    m.index.racines.forEach(function (r, n) { moi.colonnes[r[0]] = 1 + m.index.besoins.length + n; });
    m.ailleurs = function (besoin) { return moi.partout([1 + besoin]) > 0; };
  }

  // How many fiches in service a piece has of any of these columns; a fiche of two of them counts twice.
  Zones.prototype.compte = function (n, colonnes) {
    var moi = this;
    return colonnes.reduce(function (somme, colonne) { return somme + moi.comptes[n * moi.largeur + colonne]; }, 0);
  };

  Zones.prototype.partout = function (colonnes) {
    var moi = this;
    return this.table.noms.reduce(function (somme, _, n) { return somme + moi.compte(n, colonnes); }, 0);
  };

  // The columns of what is asked: the family or need that is chosen, the needs that words name, or all there is.
  Zones.prototype.demandees = function (criteres, trouves) {
    var besoins = trouves ? trouves.besoins.filter(function (b) { return b.entier; }) : [];
    if (criteres.besoin) return [this.colonnes[criteres.besoin]];
    return besoins.length ? besoins.map(function (b) { return 1 + b.rang; }) : [0];
  };

  // Without a place, what is counted is counted in all of the directory, or not at all: of how many fiches the list is, null where
  // nobody knows.
  Zones.prototype.duTout = function (criteres, r) {
    var moi = this, seul = Object.keys(criteres).every(function (cle) { return cle === "besoin"; }), comptes = {};
    function entier(compteur, colonne) {
      return { n: Array.from(compteur.n, function (n, i) { return n + moi.partout([colonne + i]); }), inconnus: compteur.inconnus };
    }
    if (r.comptes && seul) comptes = { besoin: entier(r.comptes.besoin, 1), racine: entier(r.comptes.racine, 1 + this.m.index.besoins.length) };
    r.comptes = comptes;
    return seul ? r.n + this.partout(this.demandees(criteres, null)) : null;
  };

  // No place of the piece is nearer to it, in metres. All of a zone comes first where it is the place.
  Zones.prototype.loin = function (n, lieu) {
    var zone = this.table.zones[n], boite = this.table.boites[n];
    if (zone >= 0 && lieu.cle === "quartier:" + this.m.index.quartiers[zone][0]) return -1;
    if (!boite) return Infinity;
    return q.loin(lieu.lat, lieu.lon, Math.min(Math.max(lieu.lat, boite[0] / 1000), boite[2] / 1000), Math.min(Math.max(lieu.lon, boite[1] / 1000), boite[3] / 1000));
  };

  // The pieces with anything of these columns, the nearest first: [number, metres]. After them, where words ask, the others: a name or a
  // text may have these words where nobody offers what they mean.
  Zones.prototype.autour = function (lieu, colonnes, mots) {
    var moi = this, avec = [], sans = [];
    this.table.noms.forEach(function (_, n) { (moi.compte(n, colonnes) ? avec : sans).push([n, moi.loin(n, lieu)]); });
    function range(pieces) { return pieces.sort(function (a, b) { return a[1] - b[1] || a[0] - b[0]; }); }
    return range(avec).concat(mots ? range(sans).map(function (x) { return [x[0], Infinity]; }) : []);
  };

  Zones.prototype.est = function (n, etat) { return this.etats[n] === etat; };

  // Asks for these pieces; `puis(came, failed)` once each of them is here or will not come.
  Zones.prototype.charge = function (numeros, puis) {
    var moi = this, reste;
    function arrive() {
      if (reste -= 1) return;
      var la = numeros.filter(function (n) { return venus[moi.table.noms[n]]; });
      numeros.forEach(function (n) { moi.etats[n] = la.indexOf(n) >= 0 ? ICI : AILLEURS; });
      puis(la.map(function (n) { return venus[moi.table.noms[n]]; }), numeros.filter(function (n) { return la.indexOf(n) < 0; }));
    }
    numeros.forEach(function (n) { moi.etats[n] = EN_ROUTE; });
    var fichiers = numeros.map(function (n) { return moi.adresse(moi.table.noms[n]); }).filter(function (un, n, tous) { return tous.indexOf(un) === n; });
    reste = fichiers.length;
    fichiers.forEach(function (fichier) { q.charge(fichier, arrive); });
  };

  Zones.AILLEURS = AILLEURS; Zones.EN_ROUTE = EN_ROUTE; Zones.ICI = ICI;
  q.Zones = Zones;
})();
