/* The QR code of an address, drawn in the browser: made at build time, those of a thousand pages in four languages would take
   a minute and a half. lean-qr says which modules are black; a seventh of the code may be lost (correction M). */
"use strict";
(function () {
  var lean = window.quifaitquoi.leanQr, MARGE = 4, SVG = "http://www.w3.org/2000/svg";

  // The code as a drawing with its quiet zone, black on white in the dark too; `dit` is what it says to those who do not see it.
  function dessin(texte, dit) {
    var code = lean.generate(texte, { minCorrectionLevel: lean.correction.M }), trace = "";
    for (var y = 0; y < code.size; y += 1) for (var x = 0; x < code.size; x += 1) {
      var debut = x;
      while (code.get(x, y)) x += 1;
      if (x > debut) trace += "M" + (debut + MARGE) + " " + (y + MARGE) + "h" + (x - debut) + "v1h-" + (x - debut) + "z";
    }
    var svg = document.createElementNS(SVG, "svg"), fond = document.createElementNS(SVG, "rect"), path = document.createElementNS(SVG, "path");
    var cote = String(code.size + 2 * MARGE);
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

  window.quifaitquoi.qr = { dessin: dessin };
})();
