/* Rows of fiches and of their units (rangees.py), unfolded into arrays that filters run through; and several of them as one. */
"use strict";
(function () {
  var q = window.quifaitquoi;
  // Of a unit: its needs, hours, languages, publics, conditions, what it does not ask, what somebody there has lived.
  var COLONNES = ["b", "h", "l", "p", "c", "s", "v"], COMME_AVANT = -2, ETATS = 3, SEMAINE = 7;
  // Columns that are ranks in sets, and where these are.
  var ENSEMBLES = { b: "b", l: "l", p: "p", s: "s", v: "v" };

  // Growing numbers that were written as steps.
  function sommes(pas) {
    var ici = 0;
    return pas.map(function (n) { return ici += n; });
  }

  // A column with a value for each unit: the first units of all fiches were written before all others.
  function deplie(ecrits, r) {
    var colonne = new Int32Array(r.total), autre = r.n;
    for (var rang = 0; rang < r.total; rang += 1) {
      var fiche = r.fiche[rang], premiere = r.debut[fiche], valeur = ecrits[rang === premiere ? fiche : autre++];
      colonne[rang] = valeur === COMME_AVANT ? colonne[premiere] : valeur;
    }
    return colonne;
  }

  // Which fiche each unit is of, and where those of each fiche begin.
  function range(r, combien) {
    var rang = 0, i, k;
    for (i = 0; i < r.n; i += 1) {
      r.debut[i] = rang;
      for (k = 0; k < combien[i]; k += 1, rang += 1) r.fiche[rang] = i;
    }
    r.debut[r.n] = rang;
  }

  // `ecrites`: what finds them; `longtemps`: how many days before the build a review may have been due.
  q.ouvre = function (ecrites, longtemps) {
    var f = ecrites.f, n = f.nom.length, u = {}, combien = q.nombres(f.n), total = combien.reduce(function (a, b) { return a + b; }, 0);
    var r = { n: n, total: total, fiche: new Int32Array(total), debut: new Int32Array(n + 1), u: u, ensembles: {} };
    range(r, combien);
    r.f = { nom: q.entiers(f.nom), slug: f.slug, n: combien, tel: [] };
    ["q", "g", "lu", "etat"].forEach(function (nom) { r.f[nom] = q.nombres(f[nom]); });
    // Days from the first of the index to the last that hours may be trusted; null where nobody ever asked the place.
    r.f.sur = Array.from(q.nombres(f.sur), function (jour) { return jour < 0 ? null : jour - longtemps; });
    // Its place among all fiches of the directory.
    r.f.rang = ecrites.rangs ? sommes(ecrites.rangs) : r.f.slug.map(function (_, n) { return n; });
    COLONNES.forEach(function (nom) { u[nom] = deplie(q.nombres(ecrites.u[nom]), r); });
    u.c = u.c.map(function (rang) { return ecrites.acces[rang]; });
    Object.keys(ecrites.ensembles).forEach(function (nom) { r.ensembles[nom] = q.listes(ecrites.ensembles[nom]); });
    ["heures", "lus", "etats", "arrets", "autres", "complets", "stops", "environ"].forEach(function (nom) { r[nom] = ecrites[nom]; });
    r.appels = {};
    // Latitude and longitude of each unit. They come with what completes the rows: nobody needs them to search.
    r.place = new Float64Array(2 * total).fill(NaN);
    return r;
  };

  // `ecrites`: what cards and better searches add to these rows.
  q.complete = function (r, ecrites, index) {
    var positions = q.positions(ecrites.xy, index.origine, index.pas), suivante = 0, ici, rang, cartes = ecrites.cartes;
    for (rang = 0; rang < r.total; rang += 1) {
      // Written for the first unit of a fiche and for each stop of a round; any other is where the fiche is.
      var premiere = !rang || r.fiche[rang] !== r.fiche[rang - 1], place = premiere || r.stops[rang] ? positions[suivante++] : ici;
      if (premiere) ici = place;
      // Nobody goes from the street into a closed place.
      if (!(r.u.c[rang] & index.clos)) r.place.set(place, 2 * rang);
    }
    r.f.tel = ecrites.tel;
    r.appels = ecrites.appels;
    // What cards alone say: columns of ranks in lists of words.
    r.cartes = { rue: cartes.rue, provisoire: cartes.provisoire, communes: cartes.communes, etiquettes: cartes.etiquettes, portes: cartes.portes };
    ["commune", "etiquette", "porte"].forEach(function (nom) { r.cartes[nom] = q.nombres(cartes[nom]); });
    r.mots = { o: ecrites.o, organismesDe: q.listes(ecrites.organismesDe), organismes: ecrites.organismes, sigles: ecrites.sigles,
      ecrits: ecrites.ecrits ? ecrites.ecrits.split(" ") : [], ouEcrits: q.listes(ecrites.ouEcrits).map(sommes) };
    return r;
  };

  // ---- several as one: what is a rank in a list of theirs moves with the lists before it

  function suite(colonnes) {
    return Array.prototype.concat.apply([], colonnes.map(function (colonne) { return Array.from(colonne); }));
  }

  function heures(toutes) {
    var t = Object.assign({}, toutes[0], { contenus: [], semaines: [], commentaires: [] });
    toutes.forEach(function (h) {
      var contenus = t.contenus.length, dits = t.commentaires.length * ETATS;
      // The contents are the first seven numbers, then every third one; of each, every third number is a state with its comment.
      t.semaines = t.semaines.concat(h.semaines.map(function (code) {
        return code.map(function (n, i) { return i < SEMAINE || (i - SEMAINE) % 3 === 2 ? n + contenus : n; });
      }));
      t.contenus = t.contenus.concat(h.contenus.map(function (contenu) { return contenu.map(function (n, i) { return i % 3 === 2 ? n + dits : n; }); }));
      t.commentaires = t.commentaires.concat(h.commentaires);
    });
    return t;
  }

  q.reunit = function (toutes) {
    if (toutes.length === 1) { toutes[0].de = 0; return toutes[0]; }
    var de = { f: 0, u: 0, lus: 0, etats: 0, arrets: 0, semaines: 0, communes: 0, etiquettes: 0, portes: 0, b: 0, l: 0, p: 0, q: 0, s: 0, v: 0 };
    var t = { f: {}, u: {}, ensembles: {}, autres: {}, complets: {}, stops: {}, environ: {}, appels: {}, lus: [], etats: [], arrets: [],
      cartes: { rue: [], provisoire: {}, commune: [], communes: [], etiquette: [], etiquettes: [], porte: [], portes: [] } };
    var colonnes = { f: {}, u: {}, place: [] };
    function ajoute(ou, nom, valeurs) { (ou[nom] = ou[nom] || []).push(valeurs); }
    function decale(valeurs, n) { return n ? valeurs.map(function (valeur) { return valeur + n; }) : valeurs; }
    // 0 is no rank there: « in service », « hours unknown ».
    function saufZero(valeurs, n) { return n ? valeurs.map(function (valeur) { return valeur && valeur + n; }) : valeurs; }
    function liste(ou, nom, valeurs) { ou[nom] = ou[nom].concat(valeurs); }
    function table(nom, cles, change) { Object.keys(cles).forEach(function (n) { t[nom][Number(n) + change.de] = change.dit(cles[n]); }); }
    function meme(x) { return x; }
    toutes.forEach(function (r) {
      r.de = de.f;
      ["nom", "slug", "n", "g", "sur", "rang", "tel"].forEach(function (nom) { ajoute(colonnes.f, nom, r.f[nom]); });
      ajoute(colonnes.f, "q", decale(r.f.q, de.q));
      ajoute(colonnes.f, "lu", decale(r.f.lu, de.lus));
      ajoute(colonnes.f, "etat", saufZero(r.f.etat, de.etats));
      ajoute(colonnes.u, "c", r.u.c);
      ajoute(colonnes.u, "h", saufZero(r.u.h, de.semaines));
      Object.keys(ENSEMBLES).forEach(function (nom) { ajoute(colonnes.u, nom, decale(r.u[nom], de[nom])); });
      colonnes.place.push(r.place);
      table("autres", r.autres, { de: de.f, dit: meme });
      table("environ", r.environ, { de: de.f, dit: meme });
      table("complets", r.complets, { de: de.u, dit: meme });
      table("appels", r.appels, { de: de.u, dit: meme });
      table("stops", r.stops, { de: de.u, dit: function (stop) { return [stop[0] + de.arrets, stop[1]]; } });
      ["lus", "etats", "arrets"].forEach(function (nom) { liste(t, nom, r[nom]); de[nom] = t[nom].length; });
      Object.keys(r.ensembles).forEach(function (nom) { t.ensembles[nom] = (t.ensembles[nom] || []).concat(r.ensembles[nom]); de[nom] = t.ensembles[nom].length; });
      var c = t.cartes;
      liste(c, "rue", r.cartes.rue);
      Object.keys(r.cartes.provisoire).forEach(function (n) { c.provisoire[Number(n) + de.f] = r.cartes.provisoire[n]; });
      [["commune", "communes"], ["etiquette", "etiquettes"], ["porte", "portes"]].forEach(function (nom) {
        liste(c, nom[0], Array.from(decale(r.cartes[nom[0]], de[nom[1]])));
        liste(c, nom[1], r.cartes[nom[1]]);
        de[nom[1]] = c[nom[1]].length;
      });
      de.semaines += r.heures.semaines.length;
      de.f += r.n;
      de.u += r.total;
    });
    t.n = de.f;
    t.total = de.u;
    t.heures = heures(toutes.map(function (r) { return r.heures; }));
    Object.keys(colonnes.f).forEach(function (nom) { t.f[nom] = suite(colonnes.f[nom]); });
    Object.keys(colonnes.u).forEach(function (nom) { t.u[nom] = Int32Array.from(suite(colonnes.u[nom])); });
    t.place = Float64Array.from(suite(colonnes.place));
    t.fiche = new Int32Array(t.total);
    t.debut = new Int32Array(t.n + 1);
    range(t, t.f.n);
    return t;
  };
})();
