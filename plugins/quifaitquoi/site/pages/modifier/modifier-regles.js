/* What can be said of a value before the check reads it: the rules that need no more than the value itself. */
"use strict";
(function () {
  var q = window.quifaitquoi, HEURE = /^(\d{1,2})\s*(?:[h:]\s*(\d\d)?)?$/i;

  function dit(phrase, mots) {
    return phrase.replace(/\{(\w+)\}/g, function (tout, nom) { return mots[nom] === undefined ? tout : mots[nom]; });
  }

  function court(texte) { return texte.length > 60 ? texte.slice(0, 59) + "…" : texte; }

  // The lines of hours: [days, hours]. A line without a colon has no hours.
  q.heuresDe = function (texte) {
    return texte.split(/\r\n?|\n/).map(function (l) { return l.trim(); }).filter(Boolean).map(function (ligne) {
      var deux = /^(.*?)\s*:\s+(.*)$/.exec(ligne) || /^([^:]*[^\d:\s])\s*:\s*(.*)$/.exec(ligne);
      return deux ? [deux[1].trim(), deux[2].trim()] : [ligne, ""];
    });
  };

  // A time that no clock shows, or that stands alone. What is no time at all is for the check: people have many ways.
  function fauteDesHeures(lignes, r) {
    var vus = {}, faute = "";
    lignes.some(function (ligne) {
      function dans(phrase, heure) { faute = court(ligne[0]) + " : " + dit(phrase, { heure: heure }); }
      if (!ligne[0] || !ligne[1]) faute = dit(r.mots.ligne, { lu: court(ligne[0] || ligne[1]) });
      else if (vus[ligne[0].toLowerCase()]) faute = dit(r.mots.double, { lu: court(ligne[0]) });
      else {
        ligne[1].split(/\s*[,;]\s*/).some(function (plage) {
          var bouts = plage.split(/\s*[-–]\s*/);
          if (!HEURE.test(bouts[0].trim())) return false;
          bouts.some(function (bout) {
            var h = HEURE.exec(bout.trim());
            if (h && (+h[1] > 24 || +(h[2] || 0) > 59 || +h[1] === 24 && +(h[2] || 0))) dans(r.mots.heure, bout.trim());
            return faute;
          });
          if (!faute && bouts.length < 2) dans(r.mots.seule, bouts[0].trim());
          return faute;
        });
      }
      vus[ligne[0].toLowerCase()] = true;
      return faute;
    });
    return faute;
  }

  function telephone(texte, dixChiffres) {
    var chiffres = texte.replace(/[\s.\-()/\u00a0\u202f]/g, "");
    if (!/^\+?\d+$/.test(chiffres)) return false;
    if (/^(?:\+|00)/.test(chiffres)) return chiffres.length >= 9 && chiffres.length <= 18;
    if (!dixChiffres) return chiffres.length >= 2 && chiffres.length <= 15;
    return /^0/.test(chiffres) ? /^0[1-9]\d{8}$/.test(chiffres) : chiffres.length <= 6 && chiffres.length >= 2;
  }

  function jour(texte) {
    var d = /^(\d{4})-(\d\d)-(\d\d)$/.exec(texte), vrai = d && new Date(Date.UTC(+d[1], d[2] - 1, +d[3]));
    return !!vrai && vrai.getUTCMonth() === d[2] - 1 && vrai.getUTCDate() === +d[3];
  }

  var REGLES = {
    telephone: function (v, s, r) { return telephone(v, r.dix); },
    courriel: function (v) { return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(v); },
    web: function (v) { return /^https?:\/\/[^\s/.]+(?:\.[^\s/.]+)+(?:\/\S*)?$/.test(v); },
    code: function (v, s, r) { return new RegExp("^(?:" + r.code + ")$").test(v); },
    jour: jour,
    date: function (v) { return /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(v) || jour(v); },
    nombre: function (v, s) { return /^\d{1,6}$/.test(v) && +v >= s.bornes[0] && +v <= s.bornes[1]; }
  };

  // The sentence to show beside the field, empty where nothing is wrong. `saisie`: how it is typed in; `r`: the words, the country.
  q.fauteDe = function (saisie, valeur, r) {
    var textes = Array.isArray(valeur) ? valeur : [valeur];
    if (!valeur.length) return saisie.requis ? r.mots.requis : "";
    if (saisie.genre === "horaires") return fauteDesHeures(valeur, r);
    var trop = saisie.max ? textes.filter(function (t) { return Array.from(t).length > saisie.max; })[0] : undefined;
    if (trop !== undefined) return dit(r.mots.trop, { n: Array.from(trop).length, max: saisie.max });
    var deux = textes.filter(function (t, rang) { return textes.indexOf(t) < rang; })[0];
    if (deux !== undefined) return dit(r.mots.double, { lu: court(deux) });
    if (REGLES[saisie.genre] && !REGLES[saisie.genre](valeur, saisie, r)) {
      return dit(r.mots[saisie.genre], { lu: court(valeur), min: saisie.bornes && saisie.bornes[0], max: saisie.bornes && saisie.bornes[1] });
    }
    return "";
  };

  // The same for two values of one block, where the second may not come before the first.
  q.fauteEntre = function (saisie, premier, dernier, r) {
    if (saisie.genre === "nombre") return +dernier < +premier ? dit(r.mots.ages, { min: premier, max: dernier }) : "";
    return dernier < premier && premier.indexOf(dernier) ? dit(r.mots.inverse, { debut: premier, fin: dernier }) : "";
  };
})();
