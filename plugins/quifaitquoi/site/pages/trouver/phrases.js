/* Which phrases have what was typed, how much of each, and which of them are whole. */
"use strict";
(function () {
  var Recherche = window.quifaitquoi.Recherche;
  // What a phrase is worth of which only a part was typed, one that stands inside a longer one that was typed, a name by one of its
  // words; and how close the words of a whole one must be.
  var EN_PARTIE = 0.6, DANS_UNE_AUTRE = 0.4, UN_MOT = 0.55, SUR = 0.5;

  Recherche.prototype.place = function () {
    var n = this.taille.length, vus = this.vus;
    if (vus.tampon.length < n) {
      this.vus = vus = { tampon: new Int32Array(n * 2), masque: new Int32Array(n * 2), valeur: new Float32Array(n * 2) };
    }
    return vus;
  };

  // The phrases that have what was typed; how much of each, and which are whole.
  Recherche.prototype.phrases = function (mots) {
    var vus = this.place(), tampon = this.tampon += 1, taille = this.taille, chose = this.chose, choses = this.choses, exige = this.exige, parles = this.parles, pesants = this.pesants, touchees = [], grands = new Map(), danger = this.m.danger;
    var par = mots.map(function (mot, rang) {
      var la = this.proches(mot[0], mot[1]);
      la.forEach(function (proche, ids) {
        for (var i = 0; i < ids.length; i += 1) {
          var n = ids[i];
          if (vus.tampon[n] !== tampon) { vus.tampon[n] = tampon; vus.masque[n] = 0; vus.valeur[n] = 0; if (taille[n] > 1 && choses[chose[n]].terme) touchees.push(n); }
          if (!(vus.masque[n] & 1 << rang)) { vus.masque[n] |= 1 << rang; vus.valeur[n] += proche; }
        }
      });
      return la;
    }, this);
    function combien(masque) { for (var n = 0; masque; masque &= masque - 1) n += 1; return n; }
    function entiere(n) { return combien(vus.masque[n]) >= taille[n] && (!exige[n] || exige[n].every(function (groupe) { return pesants[groupe]; })); }
    touchees.forEach(function (n) {
      if (entiere(n) && vus.valeur[n] >= SUR * taille[n]) grands.set(vus.masque[n], grands.get(vus.masque[n]) || Boolean(danger[choses[chose[n]].besoin]));
    });
    // « mort » in « mon mari est mort » says nothing by itself. A danger is silenced by no other danger: « il me frappe devant les enfants ».
    function dedans(n) {
      var masque = vus.masque[n], grave = danger[choses[chose[n]].besoin], cache = ailleurs && parles[n] === true;
      grands.forEach(function (aussi, grand) { if (grand !== masque && (grand & masque) === masque && !(grave && aussi)) cache = true; });
      return cache;
    }
    // « Avocat qui parle arabe » wants no interpreter: where a need is named beside it, what is spoken says how, and not what.
    var parle = 0, ailleurs = false;
    function chaque(faire) {
      par.forEach(function (la) {
        la.forEach(function (_, ids) { if (ids.besoin) ids.forEach(function (n) { if (choses[chose[n]].besoin !== undefined && entiere(n) && vus.valeur[n] >= SUR * taille[n]) faire(n); }); });
      });
    }
    if (mots.length > 2) chaque(function (n) { if (parles[n]) parle |= vus.masque[n]; });
    if (parle) chaque(function (n) { ailleurs = ailleurs || !(vus.masque[n] & parle); });
    function sure(n) { return entiere(n) && vus.valeur[n] >= SUR * taille[n] && !dedans(n); }
    return {
      par: par, entiere: entiere, sure: sure,
      // Whether a word is, alone or with others, what a need is called: then it says nothing of « gel douche » or of « garde d'enfants ».
      trouves: par.map(function (la) {
        var trouve = false;
        la.forEach(function (_, ids) { trouve = trouve || Boolean(ids.besoin) && ids.some(function (n) { return choses[chose[n]].besoin !== undefined && sure(n); }); });
        return trouve;
      }), masque: function (n) { return vus.masque[n]; },
      part: function (n, chose) {
        // A name is known by any of its words, and best by all of them.
        if (!chose.terme) return chose.poids < Recherche.POIDS.sigle || taille[n] === 1 ? 1 : UN_MOT + (1 - UN_MOT) * combien(vus.masque[n]) / taille[n];
        return entiere(n) ? dedans(n) ? DANS_UNE_AUTRE : 1 : EN_PARTIE * combien(vus.masque[n]) / taille[n];
      },
    };
  };
})();
