/* Texts as the search compares them: no accents, no middle dots, one spelling for letters that keyboards write in two ways. */
"use strict";
(function () {
  var q = window.quifaitquoi = window.quifaitquoi || {};  // this file comes first of the finder's; those of every page come after it
  var vides = {}, moments = {}, groupes = {}, pareils = {}, denombres = {};
  var ASCII = /^[\x00-\x7f]*$/;  // most words of most languages: a phone knows ten thousand names sooner without looking further

  // Of a verb in Persian; phones put a space after it, books an invisible mark, and many nothing.
  var PREFIXE = /(^|[^\p{L}\p{M}])(\u0646?\u0645[\u06cc\u064a])\s+(?=\p{L})/gu;

  // What changes words, and not letters only: seul·e, étudiant·e·s; one apostrophe; what is not seen.
  function net(texte) {
    if (ASCII.test(texte)) return texte.toLowerCase();
    return texte.normalize("NFC").toLowerCase().replace(/[\u00b7\u2022\u2027]\p{L}+/gu, "").replace(/[\u02bc\u2018\u2019]/g, "'")
      .replace(/\u200c/g, " ").replace(/[\u0640\u200b-\u200f]/g, "").replace(PREFIXE, "$1$2");
  }

  function simple(mot) {
    return ASCII.test(mot) ? mot : mot.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u0670]/g, "")
      .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/\u0629/g, "\u0647").replace(/[\u0649\u06cc]/g, "\u064a").replace(/\u06a9/g, "\u0643")
      .replace(/[\u1220-\u1227\u1340-\u1347]/g, function (c) { var n = c.charCodeAt(0); return String.fromCharCode(n < 0x1300 ? n + 16 : n - 8); })
      .replace(/\u0153/g, "oe").replace(/\u00e6/g, "ae").replace(/\u00df/g, "ss").replace(/\u0131/g, "i")
      .replace(/^\u0627\u0644(?=..)/, "");  // the article, which Arabic writes as a part of the word
  }

  // [as compared, as written] of each word.
  function tous(texte) {
    var lu = net(texte);
    return (lu.match(ASCII.test(lu) ? /[a-z0-9]+/g : /[\p{L}\p{M}\p{N}]+/gu) || []).map(function (ecrit) { return [simple(ecrit), ecrit]; });
  }

  // Of each that says something; of all where none does.
  function jetons(texte) {
    var mots = tous(texte), pleins = mots.filter(function (jeton) { return !vides[jeton[0]] && (jeton[0].length > 1 || /\d/.test(jeton[0])); });
    return pleins.length ? pleins : mots;
  }

  // The stems of a word by each of the languages' stemmers, memorised. Somebody types without accents what is written with them:
  // the stem of either spelling counts.
  function troncs(codes) {
    var connus = new Map(), outils = codes.map(function (code) { return q["tronc_" + code].stemmer; });
    return function (mot, ecrit) {
      var la = connus.get(ecrit);
      if (!la) {
        la = [];
        if (!/\d/.test(mot)) outils.forEach(function (tronc, n) {
          la.push(n + simple(tronc(ecrit)));
          var sans = n + simple(tronc(mot));
          if (sans !== la[la.length - 1]) la.push(sans);
        });
        connus.set(ecrit, la);
      }
      return la;
    };
  }

  // Whether two letters side by side changed places, and nothing else: « duoche ».
  q.echanges = function (mot, autre) {
    for (var i = 0; i < mot.length && mot[i] === autre[i]; i += 1);
    return mot.length === autre.length && i < mot.length - 1 && mot[i] === autre[i + 1] && mot[i + 1] === autre[i] && mot.slice(i + 2) === autre.slice(i + 2);
  };

  q.jetons = jetons;
  q.coupe = function (texte) { return jetons(texte).map(function (jeton) { return jeton[0]; }); };
  q.troncs = troncs;
  // The words of a language that find nothing: « je », « dans », « ce soir ».
  q.oublie = function (mots) {
    mots.vides.split(" ").forEach(function (mot) { vides[simple(net(mot))] = true; });
    mots.moments.split(" ").forEach(function (mot) { moments[simple(net(mot))] = true; });
    mots.pesants.forEach(function (groupe, n) { groupe.split(" ").forEach(function (mot) { groupes[simple(net(mot))] = n; }); });
    mots.denombres.split(" ").forEach(function (mot) { denombres[simple(net(mot))] = true; });
    mots.pareils.forEach(function (groupe) {
      var ensemble = groupe.split(" ").map(function (mot) { return simple(net(mot)); });
      ensemble.forEach(function (mot) { pareils[mot] = ensemble; });
    });
  };
  // Those that stand for a word, itself included.
  q.pareils = function (mot) { return pareils[mot] || []; };
  // The numbers that count something: « j'ai 18 ans », and call nobody.
  q.denombrent = function (texte) {
    var trouves = {}, mots = tous(texte);
    mots.forEach(function (jeton, n) { if (/^\d+$/.test(jeton[0]) && mots[n + 1] && denombres[mots[n + 1][0]]) trouves[jeton[0]] = true; });
    return trouves;
  };
  // The groups of those that weigh in a danger and are there: « ne respire plus ».
  q.pesants = function (texte) {
    var trouves = {};
    tous(texte).forEach(function (jeton) { if (vides[jeton[0]] && groupes[jeton[0]] !== undefined) trouves[groupes[jeton[0]]] = true; });
    return trouves;
  };
  // Those that say when: they make a need that has them in its name a better answer, and no other a worse one.
  q.estUnMoment = function (mot) { return moments[mot] === true; };
})();
