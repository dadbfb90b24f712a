/* What was said at the desk → which places answer: the finder's own search; of a large directory, the pieces of its index around the place
   that was said. */
"use strict";
(function () {
  var q = window.quifaitquoi, SEMAINE = 7 * 1440;

  // x: {m, lieux, recherche, filtres, dire, etat: what was said}; `encore()` once more places are here, or will not come.
  function QuiRepond(racine, x, encore) {
    var moi = this;
    this.racine = racine; this.x = x; this.encore = encore;
    this.suivi = { fini: true };
    this.alentours = x.m.index.morceaux ? new q.Alentours(racine.querySelector("[data-alentours]"), x.m, x.filtres, x.dire, function (pieces) { moi.grandit(pieces); }) : null;
  }

  QuiRepond.prototype.grandit = function (pieces) {
    this.x.m.ajoute(pieces);
    q.Filtres.call(this.x.filtres, this.x.m);
    this.reapprend(this.x.lieux);
    this.encore();
  };

  // Learns the words of the index; `arrive()` once its second part is here.
  QuiRepond.prototype.apprend = function (arrive) {
    var moi = this, x = this.x, alentours = this.alentours;
    this.reapprend = q.apprend(this.racine, x.m, x.recherche, function () {
      x.filtres.lieu = null;
      if (!alentours || !alentours.pose()) arrive();
    }, function () { if (alentours) moi.encore(); });
  };

  QuiRepond.prototype.cherche = function () {
    var x = this.x, lieu = x.etat.lieu, c = x.etat.criteres, t = x.filtres.instant(c), trouves = c.q && x.recherche.prete ? x.recherche.cherche(c.q) : null;
    x.filtres.place(lieu);
    var r = x.filtres.applique(c, trouves, t), total = r.n;
    if (this.alentours) {
      this.suivi = c.q && !x.recherche.prete ? this.alentours.apprend(lieu) : this.alentours.suit(c, lieu, trouves, r, this.encore);
      if (!lieu) total = this.alentours.zones.duTout(c, r);
    }
    return { t: t, trouves: trouves, r: r, dit: total === null ? this.suivi.phrase : x.dire.compte("resultats", total) };
  };

  QuiRepond.prototype.connait = function () {
    var trouves = this.cherche().trouves;
    // A need is known that no place answers; a name may be one that has not come.
    return !trouves || !trouves.inconnu || trouves.besoins.length > 0 || !this.suivi.fini && !trouves.offres.some(function (offre) { return offre[1].length; });
  };

  // [unit, fiche] of each place that answers. Within seven days: not what is known to open later.
  QuiRepond.prototype.lieuxDe = function (r) {
    var gardes = [], x = this.x, f = x.m.index.f, filtres = x.filtres;
    for (var i = 0; i < r.tous; i += 1) {
      var fiche = filtres.ficheDe(r.ordre[i]), u = filtres.unite[fiche], e = filtres.etats[x.m.h[u]];
      var tard = x.etat.semaine && e && e.etat === "ferme" && (e.ouvre === null || e.ouvre - filtres.t > SEMAINE);
      if (!f.etat[fiche] && !tard) gardes.push([u, fiche]);
    }
    return gardes;
  };

  q.QuiRepond = QuiRepond;
})();
