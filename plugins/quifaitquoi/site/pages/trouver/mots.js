/* Texts as the search compares them: no accents, no plurals, no middle dots, one spelling for Arabic letters. */
"use strict";
(function () {
  var VIDES = {};
  ("a au aux avec ce cet cette ces chez dans de des du elle en est et il ils j je l la le les leur ma mais me mes mon n ne notre nos ou " +
   "par pas pour qu que qui s sa sans se ses son sur un une vers veux vous votre cherche besoin the of for and to in an i need my with soir aujourd hui maintenant tonight today now where " +
   "\u0641\u064A \u0645\u0646 \u0627\u0644\u0649 \u0639\u0644\u0649 \u0639\u0646 \u0627\u0648 \u0627\u0631\u064A\u062F \u0627\u0646 \u0627\u0644\u0644\u064A\u0644\u0647 \u0627\u0644\u064A\u0648\u0645 \u0627\u0644\u0627\u0646 \u0627\u062D\u062A\u0627\u062C \u0627\u064A\u0646 \u0647\u0630\u0627 \u0647\u0630\u0647").split(" ").forEach(function (mot) { VIDES[mot] = true; });

  function simple(texte) {
    return texte.normalize("NFKD").toLowerCase()
      .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200e\u200f]/g, "")
      .replace(/[\u00b7\u2022\u2027]\p{L}+/gu, "")  // seul·e, étudiant·e·s
      .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/\u0629/g, "\u0647").replace(/\u0649/g, "\u064a")
      .replace(/\u0153/g, "oe").replace(/\u00e6/g, "ae");
  }

  // The word without what plurals, feminine forms and the Arabic article add.
  function racine(mot) {
    if (/^\u0627\u0644.{2,}/.test(mot)) return mot.slice(2);
    if (mot.length > 3 && /[a-z][sx]$/.test(mot)) mot = mot.slice(0, -1);
    if (mot.length > 4 && /[a-z]e$/.test(mot)) mot = mot.slice(0, -1);
    return mot;
  }

  // `cherche`: what somebody typed; there a word of two letters is worth looking for while it grows.
  function coupe(texte, cherche) {
    var tous = simple(texte).match(/[\p{L}\p{N}]+/gu) || [];
    var pleins = tous.filter(function (mot) { return !VIDES[mot] && (mot.length > 1 || /\d/.test(mot)); });
    return (cherche && !pleins.length ? tous : pleins).map(racine);
  }

  // This file comes first of the finder's; those of every page come after it.
  window.quifaitquoi = window.quifaitquoi || {};
  window.quifaitquoi.coupe = coupe;
})();
