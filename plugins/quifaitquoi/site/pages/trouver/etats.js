/* How a page adds an element or a drawing, and how sure the state of a place is. */
"use strict";
(function () {
  var q = window.quifaitquoi, SVG = "http://www.w3.org/2000/svg", dessins = {};

  q.element = function (nom, classe, texte) {
    var e = document.createElement(nom);
    if (classe) e.className = classe;
    if (texte !== undefined) e.textContent = texte;
    return e;
  };

  // A copy of the page's drawing: references to it, as the page itself uses, are slow by the hundred. What is not on the page is
  // drawn by one of its sheets.
  q.icone = function (nom) {
    var dessin = dessins[nom];
    if (!dessin) {
      var trait = document.getElementById("i-" + nom);
      dessin = dessins[nom] = trait ? document.createElementNS(SVG, "svg") : document.createElement("i");
      dessin.setAttribute("class", trait ? "icone" : "icone i-" + nom);
      dessin.setAttribute("aria-hidden", "true");
      if (trait) {
        dessin.setAttribute("viewBox", "0 0 96 96");
        dessin.append(trait.cloneNode());
        dessin.firstChild.removeAttribute("id");
      }
    }
    return dessin.cloneNode(true);
  };

  // [kind, words] of a state of Heures, null where no hours are known. `x` says how sure they are: `sur`, the last day that they
  // may be trusted, null where nobody asked the place; `lu`, what is said then; `telephone`, whether one can ask; `jour`, today.
  q.jugeEtat = function (etat, t, heures, dire, x) {
    if (!etat) return ["sans", dire.mot("sans_horaires")];
    if (x.sur !== null && x.jour <= x.sur) return [etat.etat === "hors" ? "inconnu" : etat.etat, dire.statut(etat, t, heures)];
    return ["lu", x.sur === null ? x.lu : dire.perimes(heures.premier + x.sur, x.telephone)];
  };
})();
