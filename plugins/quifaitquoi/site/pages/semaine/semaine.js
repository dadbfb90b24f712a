/* Hides what is over on the visitor's day in the territory, however long ago the page was made. */
"use strict";
(function () {
  var cadre = document.querySelector("[data-semaine]"), lu = {}, reste = 0;
  if (!cadre) return;
  try {
    new Intl.DateTimeFormat("en", { timeZone: cadre.dataset.fuseau, calendar: "gregory", numberingSystem: "latn",
      year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(new Date()).forEach(function (p) { lu[p.type] = p.value; });
  } catch (e) { return; }  // an engine without that zone: the page says itself which week it was made for
  var jour = lu.year + "-" + lu.month + "-" + lu.day;
  Array.prototype.forEach.call(cadre.querySelectorAll("[data-fin]"), function (annonce) {
    annonce.hidden = annonce.dataset.fin < jour;
    if (!annonce.hidden) reste += 1;
  });
  if (reste) return;
  var vide = document.createElement("p");
  vide.className = "vide";
  vide.textContent = cadre.dataset.vide;
  cadre.append(vide);
})();
