/* The stops of the territory (index.py) among the places that one may be near to: loaded when somebody says where, and never before. */
"use strict";
(function () {
  var q = window.quifaitquoi;

  function Arrets(lieux, recherche, adresse) {
    this.lieux = lieux; this.recherche = recherche; this.adresse = adresse;
    this.attendent = [];
    this.tous = false;
  }

  // `puis` is called once they are here, or do not come.
  Arrets.prototype.charge = function (puis) {
    var moi = this;
    if (this.tous) { puis(); return; }
    if (this.attendent.push(puis) > 1) return;
    q.charge(this.adresse, function (venus) {
      var arrets = venus ? q.arrets.map(q.Lieux.repere) : [];
      moi.tous = true;
      moi.lieux.ajoute(arrets);
      moi.recherche.situe(arrets);
      moi.attendent.forEach(function (attend) { attend(); });
    });
  };

  q.Arrets = Arrets;
})();
