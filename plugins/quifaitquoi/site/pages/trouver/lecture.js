/* Reads the index (index.py): what it says of the whole, and the signs in which rows of fiches are written. */
"use strict";
(function () {
  var RAYON = 6371009, RADIAN = Math.PI / 180;
  var CHIFFRES = " !#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

  // Lists that were written one after the other, each with its length in front.
  function listes(plat) {
    var resultat = [];
    for (var i = 0; i < plat.length; i += plat[i] + 1) resultat.push(plat.slice(i + 1, i + 1 + plat[i]));
    return resultat;
  }

  var rangs = new Uint8Array(128);
  for (var c = 0; c < CHIFFRES.length; c += 1) rangs[CHIFFRES.charCodeAt(c)] = c;
  function chiffre(signes, place) { return rangs[signes.charCodeAt(place)]; }

  // Numbers written as signs, the first of which says how many each takes.
  function nombres(signes) {
    var largeur = Number(signes[0]), n = (signes.length - 1) / largeur, resultat = new Int32Array(n);
    for (var i = 0, o; i < n; i += 1) {
      var valeur = 0;
      for (o = i + 1; o < signes.length; o += n) valeur = valeur * CHIFFRES.length + chiffre(signes, o);
      resultat[i] = valeur - 2;
    }
    return resultat;
  }

  // Names that say how many letters they take from the one before.
  function entiers(repris) {
    var avant = "";
    return repris.map(function (nom) { return avant = avant.slice(0, chiffre(nom, 0)) + nom.slice(1); });
  }

  // The words of a name as an address has them.
  function devine(nom) {
    return nom.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  }

  // A slug; or, as bits, which words of the name it leaves out (slugs.py).
  function adresse(slug, nom) {
    if (typeof slug === "string") return slug;
    return devine(nom).split("-").filter(function (_, mot) { return !(slug >> mot & 1); }).join("-");
  }

  // Metres from one [latitude, longitude] to another as the crow flies, across a town or an ocean.
  function loin(lat, lon, lat2, lon2) {
    var nord = Math.sin((lat2 - lat) * RADIAN / 2), est = Math.sin((lon2 - lon) * RADIAN / 2);
    return 2 * RAYON * Math.asin(Math.sqrt(nord * nord + Math.cos(lat * RADIAN) * Math.cos(lat2 * RADIAN) * est * est));
  }

  // [latitude, longitude] of each pair of numbers, steps from a corner; not a number where nobody knows. In front, how many signs
  // each takes.
  function positions(xy, coin, pas) {
    var largeur = Number(xy[0]), o = 1, resultat = [];
    function degres() {
      var n = chiffre(xy, o) - 1, fin = o + largeur;
      while ((o += 1) < fin) n = n * CHIFFRES.length + chiffre(xy, o);
      return n * pas;
    }
    while (o < xy.length) {
      var est = xy[o] === " " ? NaN : degres();
      if (est !== est) o += 1;
      resultat.push(est !== est ? [NaN, NaN] : [coin[0] + degres(), coin[1] + est]);
    }
    return resultat;
  }

  // Rows (rangees.js) among what the index says of the whole; `m.ajoute` brings more of them, and all numbers of places are new.
  function lit(index) {
    var q = window.quifaitquoi, m = { index: index, rangees: [q.ouvre(index, index.longtemps)] };
    // The number of each kind of fiche in `f.g`.
    m.genres = {};
    index.genres.forEach(function (genre, numero) { m.genres[genre[0]] = numero; });
    // The lines to call in danger; and those that a fiche tells of, where it is known when to call them.
    m.secours = index.urgences.map(function (l) { return { appele: l[0], numero: l[1], nom: l[2], pour: l[3], fiche: l[4], besoins: l[5], racines: l[6] }; });
    m.danger = {};
    m.secours.forEach(function (l) { l.besoins.forEach(function (b) { m.danger[b] = true; }); });
    // The number of a condition of a unit; 0 where nobody knows.
    m.code = function (unite, nom) { return m.c[unite] >> index.conditions[nom][0] & index.conditions[nom][1]; };
    // Whether it is what the filter of that name keeps.
    m.repond = function (unite, nom) { return index.conditions[nom][2].indexOf(m.code(unite, nom)) >= 0; };
    m.slug = function (fiche) { return adresse(index.f.slug[fiche], index.f.nom[fiche]); };
    // Of a service's own, if it has one, else that of the place.
    m.tel = function (unite) { return index.appels[unite] || index.f.tel[m.fiche[unite]]; };
    m.latlon = function (unite) { return [m.place[2 * unite], m.place[2 * unite + 1]]; };
    m.pose = function () {
      var r = q.reunit(m.rangees);
      ["f", "autres", "complets", "stops", "environ", "lus", "etats", "arrets", "cartes", "appels"].forEach(function (nom) { index[nom] = r[nom]; });
      ["n", "total", "fiche", "debut", "place", "ensembles"].forEach(function (nom) { m[nom] = r[nom]; });
      Object.assign(m, r.u);
      m.heures = new q.Heures(r.heures);
      m.deRang = {};
      r.f.rang.forEach(function (rang, fiche) { m.deRang[rang] = fiche; });
      m.lignes = {};
      m.secours.forEach(function (l) {
        var fiche = l.fiche === null ? undefined : m.deRang[l.fiche];
        if (fiche !== undefined && l.besoins.length) (m.lignes[fiche] = m.lignes[fiche] || []).push(l);
      });
    };
    // What came of the start's rows with the second part.
    m.complete = function (suite) {
      q.complete(m.rangees[0], suite, index);
      m.situee = true;
      m.pose();
    };
    // Pieces: [what finds their fiches, what completes it].
    m.ajoute = function (pieces) {
      pieces.forEach(function (piece) { m.rangees.push(q.complete(q.ouvre(piece[0], index.longtemps), piece[1], index)); });
      m.pose();
    };
    m.pose();
    return m;
  }

  window.quifaitquoi.lit = lit;
  window.quifaitquoi.loin = loin;
  window.quifaitquoi.positions = positions;
  window.quifaitquoi.nombres = nombres;
  window.quifaitquoi.entiers = entiers;
  window.quifaitquoi.devine = devine;
  window.quifaitquoi.adresse = adresse;
  window.quifaitquoi.listes = listes;
})();
