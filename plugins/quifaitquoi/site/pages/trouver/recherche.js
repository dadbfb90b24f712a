/* Words → fiches. Every word leads to things that have a name (needs, publics, places, fiches), and these to units.
   MiniSearch's radix tree finds beginnings and typing errors. It is filled a little at a time: no keystroke waits for it. */
"use strict";
(function () {
  var q = window.quifaitquoi, A_LA_FOIS = 400;
  // How much a match says, by what it is a match of.
  var POIDS = { besoin: 10, racine: 7, nom: 9, autre: 8, sigle: 7, organisme: 5, quartier: 5, public: 5, langue: 4, condition: 5, arret: 5, ecrit: 3 };
  var FORT = 5;

  function Recherche(m, conditions) {
    this.m = m;
    this.arbre = new window.MiniSearch();  // what its UMD file for the tree alone calls itself
    this.choses = [];  // {poids, unites} or, for a fiche, {poids, fiche}
    this.somme = new Float32Array(m.total);
    this.meilleur = new Float32Array(m.total);
    this.touches = new Uint8Array(m.n);
    this.nommes = new Uint8Array(m.n);
    this.offert = new Int32Array(m.n);
    this.ensemble = new Uint8Array(m.total);
    this.vu = new Int32Array(m.n);
    this.tampon = 0;
    this.prete = false;
    var reserves = this.reserves = {};
    conditions.forEach(function (condition) { q.coupe(condition.mots.split("|")[0]).forEach(function (mot) { reserves[mot] = true; }); });
    this.taches = this.plan(conditions);
  }

  // « douche gratuite » may be a need's synonym; whether it is free is for the conditions to say.
  Recherche.prototype.note = function (textes, chose) {
    var rang = this.choses.push(chose) - 1, arbre = this.arbre, reserves = chose.poids === POIDS.besoin ? this.reserves : {};
    textes.split("|").forEach(function (texte) {
      q.coupe(texte).forEach(function (mot, _, tous) {
        if (reserves[mot] && tous.length > 1) return;
        var la = arbre.get(mot);
        if (!la) arbre.set(mot, [rang]); else if (la[la.length - 1] !== rang) la.push(rang);
      });
    });
  };

  // One step after the other; each yields after a short while.
  Recherche.prototype.plan = function (conditions) {
    var m = this.m, index = m.index, moi = this, parSet = {}, taches = [];

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
        noms.forEach(function (x, i) { if (par[i]) moi.note(textes(x), { poids: POIDS[genre], unites: par[i] }); });
      });
    }
    liste(index.besoins, "besoin", deLUnite("b"), "b", function (b) { return b[1] + "|" + b[2]; });
    taches.push(function () {
      var par = unitesPar(deLUnite("b"), "b");
      index.racines.forEach(function (racine, r) {
        var unites = [];
        index.besoins.forEach(function (b, i) { if (par[i] && b[3].indexOf(r) >= 0) unites = unites.concat(par[i]); });
        if (unites.length) moi.note(racine[1] + "|" + racine[2], { poids: POIDS.racine, unites: unites });
      });
    });
    liste(index.publics, "public", deLUnite("p"), "p", function (x) { return x[1] + "|" + x[2]; });
    liste(index.langues, "langue", deLUnite("l"), "l", function (x) { return x[1] + "|" + x[2]; });
    liste(index.quartiers, "quartier", deLaFiche("q"), "q", function (x) { return x[1]; });
    taches.push(function () {
      conditions.forEach(function (condition) {
        var unites = [];
        for (var u = 0; u < m.total; u += 1) if (!index.f.etat[m.fiche[u]] && condition.vaut(u)) unites.push(u);
        moi.note(condition.mots, { poids: POIDS.condition, unites: unites });
      });
    });
    taches.push(function () {
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

  // What comes in the second part of the index: who runs it, old names, words of the texts.
  Recherche.prototype.suite = function (suite) {
    var moi = this, m = this.m, mots = suite.ecrits ? suite.ecrits.split(" ") : [], ou = q.listes(suite.ouEcrits), i = 0;
    var ensembles = q.listes(suite.organismesDe);
    this.taches.push(function () {
      var par = {};
      suite.o.forEach(function (n, fiche) {
        ensembles[n].forEach(function (o) { (par[o] = par[o] || []).push(fiche); });
      });
      suite.organismes.forEach(function (o, n) { if (par[n]) moi.note(o[0] + "|" + o[1], { poids: POIDS.organisme, fiches: par[n] }); });
      suite.sigles.forEach(function (s) { moi.note(s[0], { poids: POIDS.sigle, fiches: s[1] }); });
    }, function ecrits() {
      for (var fin = Math.min(mots.length, i + A_LA_FOIS); i < fin; i += 1) {
        var fiches = [], ici = 0;
        ou[i].forEach(function (pas) { ici += pas; if (!m.index.f.etat[ici]) fiches.push(ici); });
        moi.note(mots[i], { poids: POIDS.ecrit, fiches: fiches });
      }
      return i < mots.length;
    });
  };

  // A little more; false when there is nothing left to do.
  Recherche.prototype.avance = function () {
    if (this.taches.length && !this.taches[0]()) this.taches.shift();
    return this.taches.length > 0;
  };

  // token → how close it is to the word
  Recherche.prototype.proches = function (mot) {
    var trouves = new Map(), arbre = this.arbre;
    if (mot.length > 1 || /\d/.test(mot)) {
      // A word that is whole is seldom the beginning of another one: « cours » is not « courses ».
      var debut = arbre.has(mot) ? 0.4 : 0.8;
      arbre.atPrefix(mot).forEach(function (token, choses) { trouves.set(choses, token === mot ? 1 : debut * mot.length / token.length); });
    } else if (arbre.has(mot)) trouves.set(arbre.get(mot), 1);
    if (!trouves.size && mot.length > 3) {
      arbre.fuzzyGet(mot, mot.length < 8 ? 1 : 2).forEach(function (valeur) { trouves.set(valeur[0], 0.6 / (1 + valeur[1])); });
    }
    if (!trouves.size && mot.length > 4) {
      arbre.fuzzyGet(mot, 2).forEach(function (valeur) { trouves.set(valeur[0], 0.15); });
    }
    return trouves;
  };

  // {somme: what each unit is worth (0: not found), fort: what a good match is worth, nomme(fiche), partiel, inconnu}. Arrays are used again by the next search.
  Recherche.prototype.cherche = function (texte) {
    var m = this.m, moi = this, mots = q.coupe(texte, true), somme = this.somme, touches = this.touches, vu = this.vu;
    var meilleur = this.meilleur, offert = this.offert, maximum = 0, u, f;
    if (!mots.length) return null;
    var ensemble = this.ensemble, complets = 0, nommes = this.nommes, besoin = false;
    nommes.fill(0);
    somme.fill(0);
    touches.fill(0);
    ensemble.fill(0);
    mots.forEach(function (mot) {
      var tampon = moi.tampon += 1;
      meilleur.fill(0);
      function compte(unite, valeur) {
        if (valeur > meilleur[unite]) meilleur[unite] = valeur;
        if (vu[m.fiche[unite]] !== tampon) { vu[m.fiche[unite]] = tampon; touches[m.fiche[unite]] += 1; }
      }
      var noms = [];
      moi.proches(mot).forEach(function (proche, choses) {
        choses.forEach(function (rang) {
          var chose = moi.choses[rang], valeur = chose.poids * proche, i;
          if (!chose.unites) { noms.push(chose, valeur); return; }
          for (i = 0; i < chose.unites.length; i += 1) {
            compte(chose.unites[i], valeur);
            if (chose.poids === POIDS.besoin) { besoin = true; offert[m.fiche[chose.unites[i]]] = tampon; }
          }
        });
      });
      // Where the word names something that a place offers, its own name says nothing of the other things it offers.
      for (var x = 0; x < noms.length; x += 2) {
        var fiches = noms[x].fiches || [noms[x].fiche];
        if (noms[x].poids === POIDS.nom && noms[x + 1] > FORT) nommes[noms[x].fiche] += 1;
        for (var i = 0; i < fiches.length; i += 1) {
          for (var k = m.debut[fiches[i]]; k < m.debut[fiches[i] + 1]; k += 1) {
            if (offert[fiches[i]] !== tampon || meilleur[k]) compte(k, noms[x + 1]);
          }
        }
      }
      for (u = 0; u < m.total; u += 1) if (meilleur[u]) { somme[u] += meilleur[u]; ensemble[u] += 1; }
    });
    // « douche gratuite » wants a free shower: one unit with all the words, if there is any, else one fiche.
    for (u = 0; u < m.total; u += 1) if (ensemble[u] === mots.length) complets += 1;
    for (f = 0; f < m.n; f += 1) if (touches[f] > maximum) maximum = touches[f];
    for (u = 0; u < m.total; u += 1) if (complets ? ensemble[u] < mots.length : !maximum || touches[m.fiche[u]] < maximum) somme[u] = 0;
    // Somebody who types a name wants that place, open or not; somebody who types a need wants what is open.
    function nomme(f) { return nommes[f] >= mots.length && (mots.length > 1 || !besoin); }
    return { somme: somme, fort: FORT * mots.length, nomme: nomme, partiel: maximum > 0 && maximum < mots.length, inconnu: !maximum };
  };

  q.Recherche = Recherche;
})();
