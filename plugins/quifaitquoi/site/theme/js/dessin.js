/* A pictogram, as pages set it beside words: one path, in a square that the build says. */
"use strict";
(function () {
  var q = window.quifaitquoi, SVG = "http://www.w3.org/2000/svg";

  q.dessin = function (trace) {
    var svg = document.createElementNS(SVG, "svg"), trait = document.createElementNS(SVG, "path");
    svg.setAttribute("class", "icone");
    svg.setAttribute("viewBox", q.dessins.boite);
    svg.setAttribute("aria-hidden", "true");
    trait.setAttribute("d", trace);
    svg.append(trait);
    return svg;
  };
})();
