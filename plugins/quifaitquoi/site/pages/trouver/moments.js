/* What the finder alone asks of hours: what is left of a day, and a moment that one chooses. */
"use strict";
(function () {
  var Heures = window.quifaitquoi.Heures;

  // Whether anything is left of the day: open, or perhaps open.
  Heures.prototype.encore = function (numero, t) {
    var jour = this.jour(t);
    if (jour < 0) return false;
    var plages = this.contenus[this.suite(numero)[jour]];
    for (var i = 0; i < plages.length; i += 3) if (this.minuits[jour] + plages[i] + plages[i + 1] > t) return true;
    return false;
  };

  // "2026-11-24T19:00" in the territory's time, as an instant; NaN if there is none.
  Heures.prototype.instant = function (local) {
    var lu = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(local);
    if (!lu || lu[4] > 23 || lu[5] > 59) return NaN;
    var jour = Date.UTC(lu[1], lu[2] - 1, lu[3]) / 86400000 - this.premier;
    if (!(jour >= 0 && jour < this.jours) || new Date(Date.UTC(lu[1], lu[2] - 1, lu[3])).getUTCDate() !== Number(lu[3])) return NaN;
    // After a change of clocks the day is as long as its wall clock says less what was skipped.
    var mur = lu[4] * 60 + Number(lu[5]), ecart = this.minuits[jour + 1] - this.minuits[jour] - 1440;
    return this.minuits[jour] + mur + (ecart && mur >= 180 ? ecart : 0);
  };
})();
