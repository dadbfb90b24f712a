/* Says in words whether something is open, and when. "Ouvert" is said of hours that somebody verified in time, of no others. */
"use strict";
(function () {
  var JOUR = 1440;

  function remplir(modele, valeurs) {
    return modele.replace(/\{(\w+)\}/g, function (tout, nom) { return nom in valeurs ? valeurs[nom] : tout; });
  }

  // A sentence with its places filled: `{n}`, by name or by rank.
  window.quifaitquoi.remplir = remplir;

  // A date in one of the two forms that the build gives ("date", "date_longue"), with its names: an engine has others.
  window.quifaitquoi.date = function (mots, forme, an, mois, jour) {
    return remplir(mots[forme], { an: an, mois: mots.mois[mois - 1], j: jour === 1 && mots.premier ? mots.premier : jour, jj: deux(jour) });
  };

  // The day in the territory.
  window.quifaitquoi.aujourdhui = function (mots) {
    var jour = window.quifaitquoi.ceJour();
    return window.quifaitquoi.date(mots, "date_longue", jour.year, jour.month, jour.day);
  };

  function deux(n) { return (n < 10 ? "0" : "") + n; }

  function Dire(mots, langue, heures, source) {
    this.mots = mots;
    this.source = source;
    this.horloge = heures.horloge;
    this.langue = langue;
  }

  Dire.prototype.mot = function (cle, valeurs) { return remplir(this.mots[cle] || "", valeurs || {}); };

  // Into `e`: what stands between isolates is in the language of the fiches, since nobody translated it.
  window.quifaitquoi.pose = function (e, texte, source) {
    texte.split(/\u2068([^\u2068\u2069]*)\u2069/).forEach(function (partie, n) {
      if (n % 2 === 0) { e.append(partie); return; }
      var ecrit = document.createElement("span");
      ecrit.lang = source; ecrit.dir = "auto"; ecrit.textContent = partie;
      e.append(ecrit);
    });
    return e;
  };
  Dire.prototype.pose = function (e, texte) { return window.quifaitquoi.pose(e, texte, this.source); };

  Dire.prototype.heure = function (t) {
    var lu = this.horloge(t);
    if (lu.hour === 0 && lu.minute === 0) return this.mots.minuit;
    return remplir(lu.minute ? this.mots.heure_minutes : this.mots.heure, { h: lu.hour, m: deux(lu.minute) });
  };

  Dire.prototype.jour = function (t) {
    var lu = this.horloge(t);
    return this.mots.jours[(new Date(Date.UTC(lu.year, lu.month - 1, lu.day)).getUTCDay() + 6) % 7];
  };

  Dire.prototype.date = function (t) {
    var lu = this.horloge(t);
    return window.quifaitquoi.date(this.mots, "date", lu.year, lu.month, lu.day);
  };

  // In words; `etat` comes from Heures, `t` is the instant it is about, `heures` knows where days begin.
  Dire.prototype.statut = function (etat, t, heures) {
    var dit, ecart, valeurs;
    if (etat.etat === "hors") return this.mot("inconnu");
    if (etat.etat === "inconnu") {
      return etat.condition ? this.mot("condition", { statut: this.mot("a_confirmer"), condition: etat.condition }) : this.mot("a_confirmer");
    }
    if (etat.etat === "ouvert") {
      if (etat.fin === null || etat.fin - t > 6 * JOUR) { dit = this.mot("ouvert_toujours"); } else {
        ecart = heures.jour(etat.fin - 1) - heures.jour(t);
        valeurs = { heure: this.heure(etat.fin), jour: this.jour(etat.fin) };
        dit = this.mot(ecart === 0 || etat.fin - t < JOUR / 2 ? "ouvert" : ecart === 1 ? "ouvert_demain" : "ouvert_jour", valeurs);
      }
      return etat.condition ? this.mot("condition", { statut: dit, condition: etat.condition }) : dit;
    }
    if (etat.etat === "rendez-vous") {
      // What holds the rest of the day has no hour of its own: it ends with the day, or where the door opens to all.
      var sansHeure = etat.entier || etat.fin === null || etat.fin === etat.ouvre || heures.jour(etat.fin - 1) !== heures.jour(t);
      return sansHeure ? this.mot("rendez_vous") : this.mot("rendez_vous_heure", { heure: this.heure(etat.fin) });
    }
    if (etat.ouvre === null) return this.mot("ferme");
    ecart = heures.jour(etat.ouvre) - heures.jour(t);
    valeurs = { heure: this.heure(etat.ouvre), jour: this.jour(etat.ouvre), date: this.date(etat.ouvre) };
    if (etat.suivant === "rendez-vous") {
      var jour = ecart === 0 ? "" : ecart === 1 ? "_demain" : ecart < 7 ? "_jour" : "_date";
      return this.mot("ferme_rendez_vous" + jour + (etat.entier ? "" : "_heure"), valeurs);
    }
    return this.mot(ecart === 0 ? "ferme_heure" : ecart === 1 ? "ferme_demain" : ecart < 7 ? "ferme_jour" : "ferme_date", valeurs);
  };

  // Hours whose review is overdue on the visitor's day: since when, and what to do.
  Dire.prototype.perimes = function (jour, appelez) {
    var quand = new Date(jour * 86400000);
    return this.mot(appelez ? "perimes_appelez" : "perimes",
      { jour: window.quifaitquoi.date(this.mots, "date_longue", quand.getUTCFullYear(), quand.getUTCMonth() + 1, quand.getUTCDate()) });
  };

  window.quifaitquoi.Dire = Dire;
})();
