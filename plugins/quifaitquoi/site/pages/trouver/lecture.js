/* Unfolds the index (index.py): rows of fiches and of their units, in arrays that filters run through. */
"use strict";
(function () {
  // Of a unit: its needs, hours, languages, publics, conditions, what it does not ask, what somebody there has lived.
  var COLONNES = ["b", "h", "l", "p", "c", "s", "v"];
  var COMME_AVANT = -2, RAYON = 6371009, RADIAN = Math.PI / 180;
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

  // A column with a value for each unit: the first units of all fiches were written before all others.
  function deplie(ecrits, m) {
    var colonne = new Int32Array(m.total), autre = m.n;
    for (var rang = 0; rang < m.total; rang += 1) {
      var fiche = m.fiche[rang], premiere = m.debut[fiche], valeur = ecrits[rang === premiere ? fiche : autre++];
      colonne[rang] = valeur === COMME_AVANT ? colonne[premiere] : valeur;
    }
    return colonne;
  }

  function lit(index) {
    var f = index.f, u = index.u, n = f.nom.length, rang = 0, i, k;
    f.nom = entiers(f.nom);
    ["q", "g", "lu", "etat", "n", "sur"].forEach(function (nom) { f[nom] = nombres(f[nom]); });
    COLONNES.forEach(function (nom) { u[nom] = nombres(u[nom]); });
    u.c = u.c.map(function (rang) { return rang === COMME_AVANT ? rang : index.acces[rang]; });
    // Days from the first of the index to the last that hours may be trusted; null where nobody ever asked the place.
    f.sur = Array.from(f.sur, function (jour) { return jour < 0 ? null : jour - index.longtemps; });
    var total = u.b.length;
    f.tel = [];  // comes with the second part, as what services have of their own
    index.appels = {};
    var m = {
      index: index, n: n, total: total, heures: new window.quifaitquoi.Heures(index.heures),
      fiche: new Int32Array(total), debut: new Int32Array(n + 1), place: new Float64Array(2 * total),
      ensembles: {},
    };
    Object.keys(index.ensembles).forEach(function (nom) { m.ensembles[nom] = listes(index.ensembles[nom]); });
    for (i = 0; i < n; i += 1) {
      m.debut[i] = rang;
      for (k = 0; k < f.n[i]; k += 1, rang += 1) m.fiche[rang] = i;
    }
    m.debut[n] = rang;
    COLONNES.forEach(function (nom) { m[nom] = deplie(u[nom], m); });
    // Latitude and longitude of each. They come with the second part: nobody needs them to search.
    m.place.fill(NaN);
    m.situe = function (xy) {
      var ecrites = positions(xy, index.origine, index.pas), suivante = 0, ici;
      m.situee = true;
      for (var rang = 0; rang < total; rang += 1) {
        // Written for the first unit of a fiche and for each stop of a round; any other is where the fiche is.
        var premiere = !rang || m.fiche[rang] !== m.fiche[rang - 1], place = premiere || index.stops[rang] ? ecrites[suivante++] : ici;
        if (premiere) ici = place;
        m.place.set(place, 2 * rang);
      }
      // Nobody goes from the street into a closed place.
      for (rang = 0; rang < total; rang += 1) if (m.c[rang] & index.clos) m.place[2 * rang] = m.place[2 * rang + 1] = NaN;
    };
    // The number of a condition of a unit; 0 where nobody knows.
    m.code = function (unite, nom) { return m.c[unite] >> index.conditions[nom][0] & index.conditions[nom][1]; };
    // Whether it is what the filter of that name keeps.
    m.repond = function (unite, nom) { return index.conditions[nom][2].indexOf(m.code(unite, nom)) >= 0; };
    // The number of each kind of fiche in `f.g`.
    m.genres = {};
    index.genres.forEach(function (genre, numero) { m.genres[genre[0]] = numero; });
    // The lines to call in danger; and those that a fiche tells of, where it is known when to call them.
    m.secours = index.urgences.map(function (l) { return { appele: l[0], numero: l[1], nom: l[2], pour: l[3], fiche: l[4], besoins: l[5], racines: l[6] }; });
    m.danger = {};
    m.secours.forEach(function (l) { l.besoins.forEach(function (b) { m.danger[b] = true; }); });
    m.lignes = {};
    m.secours.forEach(function (l) { if (l.fiche !== null && l.besoins.length) (m.lignes[l.fiche] = m.lignes[l.fiche] || []).push(l); });
    m.slug = function (fiche) { return adresse(f.slug[fiche], f.nom[fiche]); };
    m.tel = function (unite) { return index.appels[unite] || f.tel[m.fiche[unite]]; };
    m.latlon = function (unite) { return [m.place[2 * unite], m.place[2 * unite + 1]]; };
    return m;
  }

  // What cards alone say: columns of ranks in lists of words.
  window.quifaitquoi.cartes = function (cartes) {
    ["commune", "etiquette", "porte"].forEach(function (nom) { cartes[nom] = nombres(cartes[nom]); });
    return cartes;
  };
  window.quifaitquoi.lit = lit;
  window.quifaitquoi.loin = loin;
  window.quifaitquoi.positions = positions;
  window.quifaitquoi.nombres = nombres;
  window.quifaitquoi.entiers = entiers;
  window.quifaitquoi.devine = devine;
  window.quifaitquoi.adresse = adresse;
  window.quifaitquoi.listes = listes;
})();
