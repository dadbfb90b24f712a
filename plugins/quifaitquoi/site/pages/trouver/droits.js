/* Rights, moments of life and guides that were named: a few lines above the places, which they never move. They are no places:
   they have no hours and no street. */
"use strict";
(function () {
  var q = window.quifaitquoi, AU_PLUS = 3;
  // What the index has beside places, and where each of them is told.
  var OU = { droits: ["droits/", "/index.html"], temps: ["temps-de-vie/", "/index.html"], ressources: ["ressources/index.html#", ""] };

  // A right is called by its name, its acronym and other words, each of which is a set of stems.
  function Droits(droits, troncs) {
    this.troncs = troncs;
    this.titre = droits.titre;
    this.tous = droits.tous.map(function (d) {
      var phrases = (d[1] + "|" + d[2]).split("|").filter(Boolean).map(function (phrase) {
        return q.jetons(phrase).map(function (jeton) { return troncs(jeton[0], jeton[1]).concat(jeton[0]); });
      });
      return { slug: d[0], nom: d[1], pour: d[3], francais: d[4], phrases: phrases };
    });
  }

  function meme(a, b) { return a.some(function (tronc) { return b.indexOf(tronc) >= 0; }); }
  function dans(peu, beaucoup) { return peu.every(function (a) { return beaucoup.some(function (b) { return meme(a, b); }); }); }

  // Those of which a whole phrase was typed, the longest first; then those that have all that was typed in one of theirs, where
  // that is more than a word: « aide » alone asks for none.
  Droits.prototype.trouve = function (texte) {
    var troncs = this.troncs, ecrits = q.jetons(texte || "").slice(0, 30).map(function (jeton) { return troncs(jeton[0], jeton[1]).concat(jeton[0]); });
    if (!ecrits.length) return [];
    return this.tous.map(function (droit) {
      var vaut = 0;
      droit.phrases.forEach(function (phrase) {
        if (dans(phrase, ecrits)) vaut = Math.max(vaut, 100 + phrase.length);
        else if (ecrits.length > 1 && dans(ecrits, phrase)) vaut = Math.max(vaut, ecrits.length);
      });
      return { droit: droit, vaut: vaut };
    }).filter(function (x) { return x.vaut; }).sort(function (a, b) { return b.vaut - a.vaut; }).slice(0, AU_PLUS)
      .map(function (x) { return x.droit; });
  };

  // x: {genre, titre, racine, source}
  q.montreDroits = function (ou, droits, x) {
    var cle = droits.map(function (d) { return d.slug; }).join();
    ou.hidden = !droits.length;
    if (ou.dataset.droits === cle) return;
    ou.dataset.droits = cle;
    ou.replaceChildren();
    if (!droits.length) return;
    var ul = q.element("ul", "lignes");
    droits.forEach(function (d) {
      var li = q.element("li"), a = q.element("a", "", d.nom), pour = q.element("span", "", d.pour);
      a.href = x.racine + OU[x.genre][0] + d.slug + OU[x.genre][1];
      if (d.francais && x.source) pour.lang = x.source;
      li.append(a, " ", pour);
      ul.append(li);
    });
    ou.append(q.element("h2", "", x.titre), ul);
  };

  q.Droits = Droits;
  q.A_PART = Object.keys(OU);
})();
