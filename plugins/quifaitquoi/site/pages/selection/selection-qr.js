/* A QR code (ISO 18004), drawn in the browser: made at build time, those of a thousand pages in four languages would take
   a minute and a half. Bytes, error correction M, versions 1 to 15, always the third mask: any mask may be read. */
"use strict";
(function () {
  var CORRECTION = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];  // codewords of each block
  var BLOCS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];
  var MARGE = 4, NIVEAU_ET_MASQUE = 3;  // M is 00, the mask 011
  var exp = [], log = [];
  for (var i = 0, x = 1; i < 255; i += 1) { exp[i] = x; log[x] = i; x <<= 1; if (x & 256) x ^= 285; }
  function fois(a, b) { return a && b ? exp[(log[a] + log[b]) % 255] : 0; }

  function alignements(version) {
    if (version === 1) return [];
    var n = Math.floor(version / 7) + 2, pas = Math.ceil((version * 4 + 4) / (n * 2 - 2)) * 2, places = [6];
    for (var k = n - 2; k >= 0; k -= 1) places.push(version * 4 + 10 - k * pas);
    return places;
  }

  function mots(version) {
    var bits = (16 * version + 128) * version + 64, n = Math.floor(version / 7) + 2;
    if (version > 1) bits -= (25 * n - 10) * n - 55;
    if (version > 6) bits -= 36;
    return bits >> 3;
  }

  function generateur(degre) {
    var g = [1];
    for (var k = 0; k < degre; k += 1) {
      g.push(0);
      for (var j = g.length - 1; j > 0; j -= 1) g[j] ^= fois(g[j - 1], exp[k]);
    }
    return g;
  }

  function correction(donnees, g) {
    var reste = donnees.concat(g.slice(1).map(function () { return 0; }));
    donnees.forEach(function (_, k) {
      var tete = reste[k];
      if (tete) g.forEach(function (c, j) { reste[k + j] ^= fois(c, tete); });
    });
    return reste.slice(donnees.length);
  }

  // All codewords of the symbol, its blocks interleaved.
  function codes(octets, version) {
    var total = mots(version), utiles = total - CORRECTION[version] * BLOCS[version], bits = [];
    function pousse(valeur, n) { for (var k = n - 1; k >= 0; k -= 1) bits.push(valeur >> k & 1); }
    pousse(4, 4);
    pousse(octets.length, version < 10 ? 8 : 16);
    octets.forEach(function (o) { pousse(o, 8); });
    pousse(0, Math.min(4, utiles * 8 - bits.length));
    while (bits.length % 8) bits.push(0);
    var donnees = [], k, j;
    for (k = 0; k < bits.length; k += 8) donnees.push(parseInt(bits.slice(k, k + 8).join(""), 2));
    for (k = 0; donnees.length < utiles; k += 1) donnees.push(k % 2 ? 17 : 236);
    var n = BLOCS[version], court = Math.floor(utiles / n), longs = utiles % n, blocs = [], debut = 0, suite = [];
    var g = generateur(CORRECTION[version]);
    for (k = 0; k < n; k += 1) {
      var fin = debut + court + (k >= n - longs ? 1 : 0), bloc = donnees.slice(debut, fin);
      blocs.push([bloc, correction(bloc, g)]);
      debut = fin;
    }
    [0, 1].forEach(function (partie) {
      for (j = 0; j <= court || j < CORRECTION[version]; j += 1) blocs.forEach(function (b) { if (j < b[partie].length) suite.push(b[partie][j]); });
    });
    return suite;
  }

  // Rows of 0 and 1, or null where the text is too long.
  function matrice(texte) {
    var octets = Array.prototype.slice.call(new TextEncoder().encode(texte)), version = 1;
    while (version < CORRECTION.length && mots(version) - CORRECTION[version] * BLOCS[version] < octets.length + (version < 10 ? 2 : 3)) version += 1;
    if (version === CORRECTION.length) return null;
    var cote = version * 4 + 17, m = [], fixe = [], l, c;
    for (l = 0; l < cote; l += 1) { m.push([]); fixe.push([]); }
    function pose(ligne, colonne, noir) { m[ligne][colonne] = noir ? 1 : 0; fixe[ligne][colonne] = true; }
    for (l = 0; l < cote; l += 1) { pose(6, l, l % 2 === 0); pose(l, 6, l % 2 === 0); }
    [[3, 3], [3, cote - 4], [cote - 4, 3]].forEach(function (centre) {
      for (var dl = -4; dl <= 4; dl += 1) for (var dc = -4; dc <= 4; dc += 1) {
        var d = Math.max(Math.abs(dl), Math.abs(dc)), ll = centre[0] + dl, cc = centre[1] + dc;
        if (ll >= 0 && ll < cote && cc >= 0 && cc < cote) pose(ll, cc, d !== 2 && d !== 4);
      }
    });
    var places = alignements(version), der = places.length - 1;
    places.forEach(function (a, na) {
      places.forEach(function (b, nb) {
        if ((na === 0 && nb === 0) || (na === 0 && nb === der) || (na === der && nb === 0)) return;
        for (var dl = -2; dl <= 2; dl += 1) for (var dc = -2; dc <= 2; dc += 1) pose(a + dl, b + dc, Math.max(Math.abs(dl), Math.abs(dc)) !== 1);
      });
    });
    var reste = NIVEAU_ET_MASQUE;
    for (l = 0; l < 10; l += 1) reste = reste << 1 ^ (reste >> 9) * 0x537;
    var format = (NIVEAU_ET_MASQUE << 10 | reste) ^ 0x5412;
    for (l = 0; l < 15; l += 1) {
      var bit = format >> l & 1;
      pose(l < 6 ? l : l < 8 ? l + 1 : cote - 15 + l, 8, bit);
      pose(8, l < 8 ? cote - 1 - l : l < 9 ? 7 : 14 - l, bit);
    }
    pose(cote - 8, 8, true);
    if (version > 6) {
      for (reste = version, l = 0; l < 12; l += 1) reste = reste << 1 ^ (reste >> 11) * 0x1f25;
      var bits = version << 12 | reste;
      for (l = 0; l < 18; l += 1) {
        var a = cote - 11 + l % 3, b = Math.floor(l / 3);
        pose(a, b, bits >> l & 1);
        pose(b, a, bits >> l & 1);
      }
    }
    var suite = codes(octets, version), rang = 0;
    for (c = cote - 1; c > 0; c -= 2) {
      if (c === 6) c = 5;
      for (var v = 0; v < cote; v += 1) for (var k = 0; k < 2; k += 1) {
        var col = c - k, lig = (c + 1 & 2) === 0 ? cote - 1 - v : v;
        if (fixe[lig][col]) continue;
        var plein = rang < suite.length * 8 ? suite[rang >> 3] >> 7 - (rang & 7) & 1 : 0;
        m[lig][col] = plein ^ ((lig + col) % 3 === 0 ? 1 : 0);
        rang += 1;
      }
    }
    return m;
  }

  // The code as a drawing with its quiet zone, black on white in the dark too; `dit` is what it says to those who do not see it.
  function dessin(texte, dit) {
    var m = matrice(texte), SVG = "http://www.w3.org/2000/svg", trace = "";
    if (!m) return null;
    m.forEach(function (ligne, y) {
      for (var x = 0; x < ligne.length; x += 1) {
        var debut = x;
        while (ligne[x]) x += 1;
        if (x > debut) trace += "M" + (debut + MARGE) + " " + (y + MARGE) + "h" + (x - debut) + "v1h-" + (x - debut) + "z";
      }
    });
    var svg = document.createElementNS(SVG, "svg"), fond = document.createElementNS(SVG, "rect"), path = document.createElementNS(SVG, "path");
    var cote = String(m.length + 2 * MARGE);
    svg.setAttribute("viewBox", "0 0 " + cote + " " + cote);
    svg.setAttribute("class", "qr");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", dit);
    fond.setAttribute("width", cote);
    fond.setAttribute("height", cote);
    fond.setAttribute("fill", "#fff");
    path.setAttribute("d", trace);
    path.setAttribute("fill", "#000");
    svg.append(fond, path);
    return svg;
  }

  window.quifaitquoi.qr = { matrice: matrice, dessin: dessin };
})();
