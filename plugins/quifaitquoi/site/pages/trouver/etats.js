/* How a page adds an element or a drawing, and how sure the state of a place is. */
"use strict";
(function () {
  var q = window.quifaitquoi, dessins = {};

  q.element = function (nom, classe, texte) {
    var e = document.createElement(nom);
    if (classe) e.className = classe;
    if (texte !== undefined) e.textContent = texte;
    return e;
  };

  // A copy of the page's drawing: references to it, as the page itself uses, are slow by the hundred.
  q.icone = function (nom) {
    var symbole = document.getElementById("i-" + nom);
    dessins[nom] = dessins[nom] || q.dessin(symbole ? symbole.firstChild.getAttribute("d") : "");
    return dessins[nom].cloneNode(true);
  };

  // [kind, words] of a state of Heures, null where no hours are known. `x` says how sure they are: `sur`, the last day that they
  // may be trusted, null where nobody asked the place; `lu`, what is said then; `telephone`, whether one can ask; `jour`, today.
  q.jugeEtat = function (etat, t, heures, dire, x) {
    if (!etat) return ["sans", dire.mot("sans_horaires")];
    if (x.sur !== null && x.jour <= x.sur) return [etat.etat === "hors" ? "inconnu" : etat.etat, dire.statut(etat, t, heures)];
    return ["lu", x.sur === null ? x.lu : dire.perimes(heures.premier + x.sur, x.telephone)];
  };
})();
