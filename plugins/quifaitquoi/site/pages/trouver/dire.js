/* Says in words whether something is open, and when. "Ouvert" is said of hours that somebody verified in time, of no others. */
"use strict";
(function () {
  var JOUR = 1440;

  function remplir(modele, valeurs) {
    return modele.replace(/\{(\w+)\}/g, function (tout, nom) { return nom in valeurs ? valeurs[nom] : tout; });
  }

  function Dire(mots, langue, fuseau, source) {
    function format(options) {
      options.timeZone = fuseau;
      // As the build writes them, whatever the language's own calendar and digits.
      options.calendar = "gregory";
      options.numberingSystem = "latn";
      try { return new Intl.DateTimeFormat(langue, options); } catch (_) { return new Intl.DateTimeFormat("fr", options); }
    }
    this.mots = mots;
    this.source = source;
    this.parties = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.horloge = format({ hour: "numeric", minute: "2-digit" });
    this.semaine = format({ weekday: "long" });
    this.date = format({ day: "numeric", month: "long" });
    this.complete = format({ day: "numeric", month: "long", year: "numeric" });
    this.nombre = new Intl.NumberFormat(langue, { maximumFractionDigits: 1, numberingSystem: "latn" });
    this.liste = Intl.ListFormat ? new Intl.ListFormat(langue) : { format: function (noms) { return noms.join(", "); } };
    this.pluriel = new Intl.PluralRules(langue);
  }

  Dire.prototype.mot = function (cle, valeurs) { return remplir(this.mots[cle] || "", valeurs || {}); };

  // Into `e`: what stands between isolates was written by a contributor and nobody translated it.
  Dire.prototype.pose = function (e, texte) {
    texte.split(/\u2068([^\u2068\u2069]*)\u2069/).forEach(function (partie, n) {
      if (n % 2 === 0) { e.append(partie); return; }
      var ecrit = document.createElement("span");
      ecrit.lang = this.source; ecrit.dir = "auto"; ecrit.textContent = partie;
      e.append(ecrit);
    }, this);
    return e;
  };

  Dire.prototype.compte = function (cle, n) {
    var formes = this.mots[cle];
    return remplir(formes[this.pluriel.select(n)] || formes.other, { n: this.nombre.format(n) });
  };

  Dire.prototype.heure = function (t) {
    var quand = new Date(t * 60000);
    if (!this.mots.heure) return this.horloge.format(quand);
    var h = 0, m = 0;
    this.parties.formatToParts(quand).forEach(function (p) {
      if (p.type === "hour") h = Number(p.value) % 24;  // some engines call midnight 24
      if (p.type === "minute") m = Number(p.value);
    });
    if (h === 0 && m === 0) return this.mots.minuit;
    return remplir(m ? this.mots.heure_minutes : this.mots.heure, { h: h, m: (m < 10 ? "0" : "") + m });
  };

  Dire.prototype.jour = function (t) { return this.semaine.format(new Date(t * 60000)); };

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
    valeurs = { heure: this.heure(etat.ouvre), jour: this.jour(etat.ouvre), date: this.date.format(new Date(etat.ouvre * 60000)) };
    if (etat.suivant === "rendez-vous") {
      var jour = ecart === 0 ? "" : ecart === 1 ? "_demain" : ecart < 7 ? "_jour" : "_date";
      return this.mot("ferme_rendez_vous" + jour + (etat.entier ? "" : "_heure"), valeurs);
    }
    return this.mot(ecart === 0 ? "ferme_heure" : ecart === 1 ? "ferme_demain" : ecart < 7 ? "ferme_jour" : "ferme_date", valeurs);
  };

  // Hours whose review is overdue on the visitor's day: since when, and what to do.
  Dire.prototype.perimes = function (jour, appelez) {
    return this.mot(appelez ? "perimes_appelez" : "perimes", { jour: this.complete.format(new Date((jour + 0.5) * 86400000)) });
  };

  Dire.prototype.distance = function (metres) {
    if (metres < 975) return this.mot("distance_m", { n: this.nombre.format(Math.max(10, metres < 100 ? Math.round(metres / 10) * 10 : Math.round(metres / 50) * 50)) });
    return this.mot("distance_km", { n: this.nombre.format(Math.round(metres / 100) / 10) });
  };

  window.quifaitquoi.Dire = Dire;
})();
