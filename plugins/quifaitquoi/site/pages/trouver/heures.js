/* Reads the hours that the build worked out (finder/heures.py): open, closed or unknown at an instant, and what comes next.
   Instants are minutes since 1970. Nothing here knows about clocks that change: each day's midnight is in the data. */
"use strict";
(function () {
  var ETATS = ["ouvert", "inconnu", "rendez-vous"], OUVERT = 0, INCONNU = 1, SEMAINE = 7, JOUR = 1380;  // a day may have an hour less

  // What clocks and calendars show there at an instant, in numbers: engines write one date in many ways, its parts are the same in all.
  function horloge(fuseau) {
    var format = new Intl.DateTimeFormat("en", { timeZone: fuseau, calendar: "gregory", numberingSystem: "latn", hour12: false,
      year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" });
    return function (t) {
      var lu = {};
      format.formatToParts(new Date(t * 60000)).forEach(function (partie) { lu[partie.type] = Number(partie.value); });
      lu.hour %= 24;  // some call midnight 24
      return lu;
    };
  }

  function Heures(donnees) {
    this.fuseau = donnees.fuseau;
    this.jours = donnees.jours;
    this.commentaires = donnees.commentaires;
    this.contenus = donnees.contenus;
    this.semaines = donnees.semaines;
    this.lundi = donnees.lundi;
    this.minuits = [donnees.minuit];
    for (var n = 0; n < this.jours; n += 1) this.minuits.push(this.minuits[n] + (donnees.longueurs[n] || 1440));
    this.suites = [];
    var du = donnees.du.split("-");
    this.premier = Date.UTC(du[0], du[1] - 1, du[2]) / 86400000;  // counted as calendars do
    this.horloge = horloge(this.fuseau);
  }

  // The day that contains the instant: 0 is the eve of the build, -1 what lies outside the window.
  Heures.prototype.jour = function (t) {
    if (t < this.minuits[0] || t >= this.minuits[this.jours]) return -1;
    var n = Math.min(this.jours - 1, Math.floor((t - this.minuits[0]) / 1440));
    while (this.minuits[n] > t) n -= 1;
    while (this.minuits[n + 1] <= t) n += 1;
    return n;
  };

  // Days from there to the visitor's day in the territory, however long ago the build was.
  Heures.prototype.aujourdhui = function (t) {
    var lu = this.horloge(t);
    return Date.UTC(lu.year, lu.month - 1, lu.day) / 86400000 - this.premier;
  };

  // The content of each of the days, unfolded the first time it is asked for.
  Heures.prototype.suite = function (numero) {
    var suite = this.suites[numero];
    if (suite) return suite;
    var code = this.semaines[numero - 1], n, i, ici = 0;
    suite = new Uint16Array(this.jours);
    for (n = 0; n < this.jours; n += 1) suite[n] = code[(n + this.lundi) % SEMAINE];
    for (i = SEMAINE; i < code.length; i += 3) {
      ici += code[i];
      for (n = 0; n < code[i + 1]; n += 1) suite[ici + n] = code[i + 2];
      ici += code[i + 1];
    }
    this.suites[numero] = suite;
    return suite;
  };

  // etat: "ouvert", "rendez-vous", "ferme", "inconnu", or "hors" where nothing is known any more; fin: when that ends, null if
  // it does not in sight; ouvre: the next opening of what is closed or unknown, or null; entier: whether it has the day's hours, not its own;
  // suivant: the state that begins then, which may be by appointment.
  Heures.prototype.etat = function (numero, t) {
    var jour = this.jour(t);
    if (jour < 0) return { etat: "hors", fin: null, ouvre: null, condition: "" };
    var suite = this.suite(numero), plages = this.contenus[suite[jour]], debut = this.minuits[jour];
    for (var i = 0; i < plages.length; i += 3) {
      var de = debut + plages[i], a = de + plages[i + 1];
      if (t >= de && t < a) {
        var quoi = plages[i + 2], quel = quoi % ETATS.length;
        return { etat: ETATS[quel], fin: this.fin(suite, jour, a, quoi), condition: this.commentaires[Math.floor(quoi / ETATS.length)],
          ouvre: quel === OUVERT ? null : this.ouverture(suite, jour, t, OUVERT).t, entier: plages[i + 1] >= JOUR };
      }
    }
    var suivante = this.ouverture(suite, jour, t, null);
    return { etat: "ferme", fin: null, ouvre: suivante.t, suivant: suivante.etat, entier: suivante.entier, condition: "" };
  };

  // What was cut at midnight is one again.
  Heures.prototype.fin = function (suite, jour, fin, quoi) {
    while (fin === this.minuits[jour + 1]) {
      jour += 1;
      if (jour >= this.jours) return null;
      var plages = this.contenus[suite[jour]], trouve = -1;
      for (var i = 0; i < plages.length; i += 3) if (plages[i] === 0 && plages[i + 2] === quoi) trouve = i;
      if (trouve < 0) return fin;
      fin = this.minuits[jour] + plages[trouve + 1];
    }
    return fin;
  };

  // The next time that one is received: in that state, or if it is null in any but the unknown.
  Heures.prototype.ouverture = function (suite, jour, t, voulu) {
    for (; jour < this.jours; jour += 1) {
      var plages = this.contenus[suite[jour]];
      for (var i = 0; i < plages.length; i += 3) {
        var quel = plages[i + 2] % ETATS.length, quand = this.minuits[jour] + plages[i];
        if ((voulu === null ? quel !== INCONNU : quel === voulu) && quand > t) {
          return { t: quand, etat: ETATS[quel], entier: plages[i] === 0 };
        }
      }
    }
    return { t: null, etat: "ferme", entier: false };
  };

  window.quifaitquoi = window.quifaitquoi || {};
  window.quifaitquoi.Heures = Heures;

  // What the calendar shows in the territory, whatever the visitor's clock is set to: the page says where that is.
  window.quifaitquoi.ceJour = function () {
    return horloge(document.querySelector("[data-fuseau]").dataset.fuseau)(Math.floor(Date.now() / 60000));
  };
})();
