/* Words → fiches. What is typed is compared with the phrases that things are called by (needs, publics, places, fiches), and these
   lead to units. MiniSearch's radix tree finds words and their beginnings; remplissage.js fills it. */
"use strict";
(function () {
  var q = window.quifaitquoi, MOTS_AU_PLUS = 30;
  // How much a match says, by what it is a match of.
  var POIDS = { besoin: 10, synonyme: 9, racine: 7, nom: 9, autre: 8, sigle: 7, organisme: 5, quartier: 5, public: 5, langue: 4, condition: 5, arret: 5, lieu: 4, connu: 4, ecrit: 3 };
  var FORT = 6;
  // How close a word is to the one typed: another form of it, when the form itself is known or is not; the beginning of one.
  var MEME_FAMILLE = 0.9, AUTRE_FORME = 0.7, DEBUT = 0.9, ASSEZ = 0.75;
  var COURT = /^\d[a-z]{1,3}$/;
  // The part of the best that is among the answers, and the part that is as good.
  var PRESQUE = 0.6, AUSSI_BIEN = 0.8;
  // A danger before what else was said: « à la rue avec mon bébé » wants a bed before nappies.
  var GRAVE = 1.3;

  function Recherche(m, lieux) {
    this.m = m;
    this.arbre = new window.MiniSearch();  // what its UMD file for the tree alone calls itself
    this.troncs = q.troncs(m.index.troncs);
    this.appels = {};  // the numbers that are lines to call
    m.secours.forEach(function (ligne) { this.appels[ligne.numero.replace(/\D/g, "")] = true; }, this);
    this.tous = new Map();  // the words of the tree, found at once where the whole word is known
    this.familles = new Map();  // stem → words of the tree that have it
    this.choses = [];  // {poids, and unites, fiche or fiches; terme: whether its phrases count as wholes; besoin, lieu: its number}
    this.chose = [];  // of each phrase; and how many words it has
    this.taille = [];
    this.exige = {};  // of a phrase of danger: the groups of small words that must have been typed too
    this.parles = {};  // phrases of needs that say what is spoken
    this.parler = q.jetons(m.index.mots.parle.replace("{langue}", "")).map(function (jeton) { return this.troncs(jeton[0], jeton[1]); }, this);
    this.vus = { tampon: new Int32Array(0) };
    this.somme = new Float32Array(m.total);
    this.meilleur = new Float32Array(m.total);
    this.pointe = new Float32Array(m.total);
    this.touches = new Uint8Array(m.n);
    this.nommes = new Uint8Array(m.n);
    this.offert = new Int32Array(m.n);
    this.ensemble = new Uint8Array(m.total);
    this.vu = new Int32Array(m.n);
    this.tampon = 0;
    this.prete = false;
    this.taches = this.plan(lieux);
  }

  // Phrases that have a word → how close it is to the one typed. A word that things are called by is meant as it is: it is no
  // beginning of another one (« repas », « réparer »), and never corrected.
  Recherche.prototype.proches = function (mot, ecrit) {
    var trouves = new Map(), arbre = this.arbre, moi = this, entier = this.tous.get(mot), nomme = Boolean(entier && entier.nomme);
    var forme = nomme ? AUTRE_FORME : MEME_FAMILLE;
    if (entier) trouves.set(entier, 1);
    this.troncs(mot, ecrit).forEach(function (tronc) {
      (moi.familles.get(tronc) || []).forEach(function (autre) {
        var la = moi.tous.get(autre);
        // Three Latin letters are the stem of too much, « comida » and « coma »: there, a form only adds to the other.
        if (COURT.test(tronc) && autre.indexOf(mot) && mot.indexOf(autre)) return;
        if (!trouves.has(la)) trouves.set(la, forme);
        nomme = nomme || la.nomme;
      });
    });
    q.pareils(mot).forEach(function (autre) {
      var la = moi.tous.get(autre);
      if (la && !trouves.has(la)) trouves.set(la, MEME_FAMILLE);
      nomme = nomme || Boolean(la && la.nomme);
    });
    if (!nomme && (mot.length > 1 || /\d/.test(mot))) {
      arbre.atPrefix(mot).forEach(function (token, la) { if (!trouves.has(la)) trouves.set(la, DEBUT * mot.length / token.length); });
    }
    return trouves;
  };

  // What a word that nothing has may have been meant to be: one slip, two in a long word, never in the first letter.
  Recherche.prototype.offres = function (mot) {
    var offres = [], pres = 3;
    if (mot.length < 4 || /\d/.test(mot)) return [];
    this.arbre.fuzzyGet(mot, 2).forEach(function (valeur, token) {
      // Two letters that changed places are one slip.
      var loin = q.echanges(mot, token) ? 1 : valeur[1];
      if (token[0] !== mot[0] || loin > Math.min(pres, mot.length < 8 ? 1 : 2)) return;
      if (loin < pres) offres = [];
      pres = loin;
      offres.push(valeur[0]);
    });
    return offres.sort(function (a, b) { return (b.nomme ? 1 : 0) - (a.nomme ? 1 : 0) || b.length - a.length; })
      .slice(0, 3).map(function (la) { return la.ecrit; });
  };

  // {somme: what each unit is worth (0: not found), fort: what a good match is worth, mieux: the best one, nomme(fiche), partiel, inconnu,
  // besoins: [{rang, valeur, entier}], vides: those of them that no fiche offers, secours: lines to call first,
  // offres: [[word, [words]]]}. Arrays are used again by the next search.
  Recherche.prototype.cherche = function (texte) {
    var m = this.m, moi = this, deja = {}, somme = this.somme, touches = this.touches, vu = this.vu;
    var mots = q.jetons(texte).filter(function (jeton) { return deja[jeton[0]] ? false : (deja[jeton[0]] = true); }).slice(0, MOTS_AU_PLUS);
    var denombrent = q.denombrent(texte), pleins = mots.filter(function (jeton) { return !(denombrent[jeton[0]] && moi.appels[jeton[0]]); });
    if (pleins.length) mots = pleins;
    if (!mots.length) return null;
    this.pesants = q.pesants(texte);
    var phrases = this.phrases(mots), nb = m.index.besoins.length, valeurs = new Float32Array(nb), ici = new Float32Array(nb), entiers = new Int32Array(nb);
    var meilleur = this.meilleur, offert = this.offert, ensemble = this.ensemble, nommes = this.nommes, pointe = this.pointe, offres = [];
    var appelees = new Map(), corrige = null, besoin = false, cherches = 0, maximum = 0, u, f;
    nommes.fill(0); pointe.fill(0); somme.fill(0); touches.fill(0); ensemble.fill(0);
    mots.forEach(function (mot, rang) {
      var tampon = moi.tampon += 1, quand = mots.length > 1 && q.estUnMoment(mot[0]), noms = [], valeurDe = new Map(), mene = false;
      meilleur.fill(0); ici.fill(0);
      function compte(unite, valeur) {
        if (valeur > meilleur[unite]) meilleur[unite] = valeur;
        if (vu[m.fiche[unite]] !== tampon) { vu[m.fiche[unite]] = tampon; touches[m.fiche[unite]] += 1; }
      }
      if (!phrases.par[rang].size && !quand) offres.push([mot[1], moi.offres(mot[0])]);
      phrases.par[rang].forEach(function (proche, la) {
        la.forEach(function (n) {
          var chose = moi.choses[moi.chose[n]];
          if (quand && chose.besoin === undefined) return;
          if (chose.terme && phrases.trouves[rang] && !phrases.entiere(n)) return;
          var valeur = chose.poids * proche * phrases.part(n, chose);
          if (mots.length > 1 && chose.besoin !== undefined && m.danger[chose.besoin] && phrases.sure(n)) valeur *= GRAVE;
          if (!chose.unites) { noms.push(chose, valeur, proche); return; }
          if (chose.ligne) appelees.set(chose.ligne, Math.max(appelees.get(chose.ligne) || 0, valeur));
          if (chose.besoin !== undefined && phrases.sure(n)) entiers[chose.besoin] |= phrases.masque(n);
          if (!(valeurDe.get(chose) >= valeur)) valeurDe.set(chose, valeur);
        });
      });
      valeurDe.forEach(function (valeur, chose) {
        var duBesoin = chose.besoin !== undefined;
        if (duBesoin) { ici[chose.besoin] = Math.max(ici[chose.besoin], valeur); besoin = true; }
        mene = mene || duBesoin || Boolean(chose.ligne) || chose.unites.length > 0;
        for (var i = 0; i < chose.unites.length; i += 1) {
          compte(chose.unites[i], valeur);
          if (duBesoin) offert[m.fiche[chose.unites[i]]] = tampon;
        }
      });
      // Where the word names something that a place offers, its own name says nothing of the other things it offers.
      for (var x = 0; x < noms.length; x += 3) {
        var fiches = noms[x].fiches || [noms[x].fiche];
        if (noms[x].poids === POIDS.nom && noms[x + 2] >= ASSEZ) nommes[noms[x].fiche] += 1;
        for (var i = 0; i < fiches.length; i += 1) {
          for (var k = m.debut[fiches[i]]; k < m.debut[fiches[i] + 1]; k += 1) {
            if (offert[fiches[i]] !== tampon || meilleur[k]) compte(k, noms[x + 1]);
          }
        }
      }
      // A landmark alone says where, not what.
      if (!quand && (mene || noms.length)) cherches += 1;
      for (u = 0; u < m.total; u += 1) if (meilleur[u]) { somme[u] += meilleur[u]; ensemble[u] += 1; pointe[u] = Math.max(pointe[u], meilleur[u]); }
      for (i = 0; i < nb; i += 1) valeurs[i] += ici[i];
    });
    // Somebody who types a name wants that place, open or not; somebody who types a need wants what is open.
    function nomme(fiche) { return nommes[fiche] >= mots.length && (mots.length > 1 || !besoin); }
    var secours = m.secours.filter(function (l) { return l.besoins.some(function (b) { return entiers[b]; }); });
    // Who slips in danger is in danger.
    if (!secours.length && offres.some(function (offre) { return offre[1].length; })) {
      corrige = moi.entiers(mots.map(function (mot) {
        var offre = offres.filter(function (o) { return o[0] === mot[1] && o[1].length; })[0];
        return offre ? q.jetons(offre[1][0])[0] : mot;
      }));
      secours = m.secours.filter(function (l) { return l.besoins.some(function (b) { return corrige[b]; }); });
    }
    // The one for what was said best; « police » asks for one of them by its name.
    function vise(ligne) {
      return Math.max.apply(null, ligne.besoins.map(function (b) { return corrige ? corrige[b] || 0 : entiers[b] ? valeurs[b] : 0; }));
    }
    secours.sort(function (a, b) { return vise(b) - vise(a) || (appelees.get(b) || 0) - (appelees.get(a) || 0); });
    this.sansLignes(secours, nomme);
    // « douche gratuite » wants a free shower: one unit with all the words, if there is any, else one fiche, else most of them.
    var complets = 0, fort = 0, entier = 0, nommeOffert = false;
    valeurs.forEach(function (valeur, b) { if (entiers[b] && valeur > entier) entier = valeur; });
    valeurs.forEach(function (valeur, b) { if (entiers[b] && valeur === entier && moi.offerts[b].length) nommeOffert = true; });
    for (u = 0; u < m.total; u += 1) if (somme[u]) {
      // Where a need was named, words of a text alone say little; nor do phrases inside the one that names it, where it is offered.
      if (somme[u] < PRESQUE * entier && (pointe[u] <= POIDS.ecrit || nommeOffert && pointe[u] < POIDS.langue)) somme[u] = 0;
      if (!somme[u]) continue;
      if (ensemble[u] >= cherches) complets += 1;
      if (touches[m.fiche[u]] > maximum) maximum = touches[m.fiche[u]];
      if (somme[u] > fort) fort = somme[u];
    }
    fort = Math.max(fort, entier);
    for (u = 0; u < m.total; u += 1) if (somme[u]) {
      if (complets ? ensemble[u] < cherches : maximum >= cherches ? touches[m.fiche[u]] < cherches : somme[u] < PRESQUE * fort) somme[u] = 0;
    }
    // Where nothing is a good match of all that was said, what offers the need that was named is.
    var besoins = [], bon = FORT * Math.max(1, cherches);
    valeurs.forEach(function (valeur, b) { if (valeur) besoins.push({ rang: b, valeur: valeur, entier: entiers[b] !== 0 }); });
    besoins.sort(function (a, b) { return (b.entier ? 1 : 0) - (a.entier ? 1 : 0) || b.valeur - a.valeur; });
    return { somme: somme, fort: nommeOffert && bon > fort ? AUSSI_BIEN * entier : Math.max(bon, AUSSI_BIEN * fort), mieux: fort, nomme: nomme, partiel: maximum > 0 && maximum < mots.length, inconnu: !maximum,
      mots: mots.length, besoins: besoins, vides: this.vides(besoins), secours: secours, offres: offres };
  };

  // The needs of which a phrase is there as a whole, and how many words the longest has.
  Recherche.prototype.entiers = function (mots) {
    var phrases = this.phrases(mots), besoins = {}, moi = this;
    phrases.par.forEach(function (la) {
      la.forEach(function (_, ids) {
        if (ids.besoin) ids.forEach(function (n) { var b = moi.choses[moi.chose[n]].besoin; if (b !== undefined && phrases.sure(n)) besoins[b] = Math.max(besoins[b] || 0, moi.taille[n]); });
      });
    });
    return besoins;
  };

  // A line to call in danger is an answer to who asks for it, and to nobody else as long as there is another one.
  Recherche.prototype.sansLignes = function (secours, nomme) {
    var m = this.m, somme = this.somme, tues = {}, u;
    Object.keys(m.lignes).map(Number).forEach(function (f) {
      if (nomme(f) || m.lignes[f].some(function (l) { return secours.indexOf(l) >= 0; })) return;
      for (var k = m.debut[f]; k < m.debut[f + 1]; k += 1) tues[k] = true;
    });
    for (u = 0; u < m.total; u += 1) if (somme[u] && !tues[u]) break;
    if (u < m.total) Object.keys(tues).forEach(function (k) { somme[k] = 0; });
  };

  // The needs that were meant and that no fiche offers, unless one that is offered was meant as well.
  Recherche.prototype.vides = function (besoins) {
    var moi = this, sans = [], mieux = 0;
    besoins.forEach(function (b) {
      if (!b.entier) return;
      if (moi.existe(b.rang)) mieux = Math.max(mieux, b.valeur); else sans.push(b);
    });
    return sans.filter(function (b) { return b.valeur > mieux && b.valeur === sans[0].valeur; }).slice(0, 2).map(function (b) { return b.rang; });
  };

  // Whether any fiche of the directory offers a need, those that have not come included.
  Recherche.prototype.existe = function (besoin) {
    return this.offerts[besoin].length > 0 || Boolean(this.m.ailleurs && this.m.ailleurs(besoin));
  };

  Recherche.POIDS = POIDS;
  q.Recherche = Recherche;
})();
