/* What the search knows things by: the words of needs, publics, places and fiches are noted a little at a time, so that no keystroke
   waits for them. */
"use strict";
(function () {
  var q = window.quifaitquoi, Recherche = q.Recherche, POIDS = Recherche.POIDS, A_LA_FOIS = 400;

  // « douche gratuite » may be a need's synonym; whether it is free is for the conditions to say.
  Recherche.prototype.reserve = function (jetons) {
    var moi = this, cles = jetons.map(function (jeton) { return moi.troncs(jeton[0], jeton[1]); });
    function est(dits, n) { return dits.some(function (tronc) { return cles[n].indexOf(tronc) >= 0; }); }
    var pris = {};
    this.reserves.forEach(function (mots) {
      var ou = mots.map(function (dits) { return jetons.findIndex(function (_, n) { return est(dits, n); }); });
      if (ou.every(function (n) { return n >= 0; })) ou.forEach(function (n) { pris[n] = true; });
    });
    var reste = jetons.filter(function (_, n) { return !pris[n]; });
    return reste.length ? reste : jetons;
  };

  // Whether a word is the one before a language: « parle arabe ».
  Recherche.prototype.parle = function (jeton) {
    var cles = this.troncs(jeton[0], jeton[1]);
    return this.parler.some(function (dits) { return dits.some(function (tronc) { return cles.indexOf(tronc) >= 0; }); });
  };

  // A name that lists, « Vêtements, couvertures », is called by each part too.
  Recherche.prototype.note = function (textes, chose) {
    var rang = this.choses.push(chose) - 1, moi = this, arbre = this.arbre;
    textes.split("|").forEach(function (texte) {
      (chose.terme ? [texte].concat(texte.split(/[,\u060c]/).filter(function (_, __, tous) { return tous.length > 1; })) : [texte]).forEach(function (phrase) {
        var vus = {}, jetons = q.jetons(phrase);
        if (chose.besoin !== undefined && jetons.length > 1) jetons = moi.reserve(jetons);
        if (jetons.length > 1) jetons = jetons.filter(function (jeton) { return vus[jeton[0]] ? false : (vus[jeton[0]] = true); });
        if (!jetons.length) return;
        var n = moi.chose.push(rang) - 1;
        moi.taille.push(jetons.length);
        // Of a danger, one word says nothing without the small ones around it: « on me suit », « suivi ».
        if (jetons.length === 1 && moi.m.danger[chose.besoin]) moi.exige[n] = Object.keys(q.pesants(phrase));
        if (chose.besoin !== undefined && jetons.length > 1 && jetons.some(moi.parle, moi) && !moi.m.danger[chose.besoin]) moi.parles[n] = true;
        jetons.forEach(function (jeton) {
          var mot = jeton[0], la = moi.tous.get(mot);
          if (!la) {
            la = [];
            arbre.set(mot, la);
            moi.tous.set(mot, la);
            la.ecrit = jeton[1];
            moi.troncs(mot, jeton[1]).forEach(function (tronc) {
              var famille = moi.familles.get(tronc);
              if (famille) famille.push(mot); else moi.familles.set(tronc, [mot]);
            });
          }
          if (chose.poids > POIDS.ecrit) la.nomme = true;
          if (chose.besoin !== undefined) la.besoin = true;
          la.push(n);
        });
      });
    });
  };

  // One step after the other; each yields after a short while.
  Recherche.prototype.plan = function (lieux) {
    var m = this.m, index = m.index, moi = this, parSet = {}, taches = [], situes = lieux.tous.filter(function (lieu) { return !lieu.vague; });  // streets are no words of it
    var conditions = q.SIMPLES.map(function (s) {
      return { nom: index.mots[s[1]], reserve: s[3], mots: index.mots[s[1]] + "|" + index.mots["synonymes_" + s[1]].replace(/, ?|\u060c ?/g, "|"), vaut: function (u) { return s[4] ? s[4](m, u) : s[2](m, u) === 1; } };
    });
    this.reserves = conditions.filter(function (c) { return c.reserve; }).map(function (c) {
      return q.jetons(c.nom).map(function (jeton) { return moi.troncs(jeton[0], jeton[1]); });
    });

    // The units that have each term, through the sets of terms they share. Fiches out of service answer to their name only.
    function unitesPar(colonne, nom) {
      if (parSet[nom]) return parSet[nom];
      var ensembles = m.ensembles[nom], par = parSet[nom] = {};
      for (var u = 0; u < m.total; u += 1) {
        if (index.f.etat[m.fiche[u]]) continue;
        var termes = ensembles[colonne(u)];
        for (var i = 0; i < termes.length; i += 1) (par[termes[i]] = par[termes[i]] || []).push(u);
      }
      return par;
    }
    function deLUnite(nom) { return function (u) { return m[nom][u]; }; }
    function deLaFiche(nom) { return function (u) { return index.f[nom][m.fiche[u]]; }; }
    function liste(noms, genre, colonne, nom, textes) {
      taches.push(function () {
        var par = unitesPar(colonne, nom);
        noms.forEach(function (x, i) { moi.note(textes(x), { poids: POIDS[genre], terme: true, unites: par[i] || [] }); });
      });
    }
    // Every need, those that no fiche offers too: what is known is never taken for a slip of the finger.
    taches.push(function () {
      var par = unitesPar(deLUnite("b"), "b");
      moi.offerts = index.besoins.map(function (_, i) { return par[i] || []; });
      index.besoins.forEach(function (b, i) {
        moi.note(b[1], { poids: POIDS.besoin, terme: true, besoin: i, unites: moi.offerts[i] });
        if (b[2]) moi.note(b[2], { poids: POIDS.synonyme, terme: true, besoin: i, unites: moi.offerts[i] });
      });
      index.racines.forEach(function (racine, r) {
        var unites = [];
        index.besoins.forEach(function (b, i) { if (b[3].indexOf(r) >= 0) unites = unites.concat(moi.offerts[i]); });
        moi.note(racine[1] + "|" + racine[2], { poids: POIDS.racine, terme: true, unites: unites });
      });
    });
    liste(index.publics, "public", deLUnite("p"), "p", function (x) { return x[1] + "|" + x[2]; });
    liste(index.sans, "condition", deLUnite("s"), "s", function (x) { return x[1] + "|" + x[2]; });
    liste(index.pairs, "public", deLUnite("v"), "v", function (x) { return x[1] + "|" + x[2]; });
    // « Quelqu'un qui parle dari » wants no one to talk to.
    liste(index.langues, "langue", deLUnite("l"), "l", function (x) { return x[1] + "|" + x[2] + "|" + index.mots.parle.replace("{langue}", x[1]); });
    taches.push(function () {
      var par = unitesPar(deLaFiche("q"), "q");
      index.quartiers.forEach(function (z, i) { moi.note(z[1], { poids: POIDS.quartier, unites: par[i] || [] }); });
      conditions.forEach(function (condition) {
        var unites = [];
        for (var u = 0; u < m.total; u += 1) if (!index.f.etat[m.fiche[u]] && condition.vaut(u)) unites.push(u);
        moi.note(condition.mots, { poids: POIDS.condition, terme: true, unites: unites });
      });
      moi.situe(situes);
      m.secours.forEach(function (ligne) { moi.note(ligne.nom + "|" + ligne.numero.replace(/\s/g, ""), { poids: POIDS.nom, terme: true, ligne: ligne, unites: [] }); });
      var arrets = {};
      Object.keys(index.stops).forEach(function (u) { (arrets[index.stops[u][0]] = arrets[index.stops[u][0]] || []).push(Number(u)); });
      index.arrets.forEach(function (nom, i) { if (arrets[i]) moi.note(nom, { poids: POIDS.arret, unites: arrets[i] }); });
    });
    var f = 0;
    taches.push(function noms() {
      for (var fin = Math.min(m.n, f + A_LA_FOIS); f < fin; f += 1) {
        moi.note(index.f.nom[f], { poids: POIDS.nom, fiche: f });
        if (index.autres[f]) moi.note(index.autres[f], { poids: POIDS.autre, fiche: f });
      }
      return f < m.n;
    });
    return taches;
  };

  // What comes in the second part of the index: words that are known and lead nowhere, then of each group of rows its own.
  Recherche.prototype.suite = function (suite) {
    var moi = this;
    this.taches.push(function () {
      moi.note(suite.connus.replace(/ /g, "|"), { poids: POIDS.connu, unites: [] });
      // What names a right or a guide is no slip of the finger; it is found beside the places, and moves none of them.
      q.A_PART.forEach(function (genre) {
        if (!suite[genre]) return;
        suite[genre].tous.forEach(function (d) { moi.note(d[1] + "|" + d[2], { poids: POIDS.connu, unites: [] }); });
        moi[genre] = new q.Droits(suite[genre], moi.troncs);
      });
    });
    this.m.rangees.forEach(function (rangees) { moi.ecrits(rangees.mots, rangees.de); });
  };

  // Who runs fiches, old names, words of their texts; `de`: the number of the first of them.
  Recherche.prototype.ecrits = function (dits, de) {
    var moi = this, m = this.m, i = 0;
    this.taches.push(function () {
      var par = {};
      dits.o.forEach(function (n, fiche) {
        dits.organismesDe[n].forEach(function (o) { (par[o] = par[o] || []).push(de + fiche); });
      });
      dits.organismes.forEach(function (o, n) { if (par[n]) moi.note(o[0] + "|" + o[1], { poids: POIDS.organisme, fiches: par[n] }); });
      dits.sigles.forEach(function (s) { moi.note(s[0], { poids: POIDS.sigle, fiches: s[1].map(function (fiche) { return de + fiche; }) }); });
    }, function ecrits() {
      for (var fin = Math.min(dits.ecrits.length, i + A_LA_FOIS); i < fin; i += 1) {
        var fiches = dits.ouEcrits[i].map(function (fiche) { return de + fiche; }).filter(function (fiche) { return !m.index.f.etat[fiche]; });
        moi.note(dits.ecrits[i], { poids: POIDS.ecrit, fiches: fiches });
      }
      return i < dits.ecrits.length;
    });
  };

  // Places that one may be near to: they say where, not what.
  Recherche.prototype.situe = function (lieux) {
    lieux.forEach(function (lieu) { this.note(lieu.nom + "|" + lieu.autres, { poids: POIDS.lieu, terme: true, unites: [] }); }, this);
  };

  // A little more; false when there is nothing left to do.
  Recherche.prototype.avance = function () {
    if (this.taches.length && !this.taches[0]()) this.taches.shift();
    return this.taches.length > 0;
  };
})();
