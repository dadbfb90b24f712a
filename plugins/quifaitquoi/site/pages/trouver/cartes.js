/* Whether a place is open now, as every card says it: in one line, and the hours of the day below. */
"use strict";
(function () {
  var q = window.quifaitquoi, JOUR = 1440;

  q.ligneDeStatut = function (statut, dire) {
    var ligne = q.element("p", "statut statut-" + statut[0]);
    ligne.append(q.icone(statut[0] === "ouvert" ? "check-circle-outline" : statut[0] === "ferme" ? "clock-outline" : "alert-outline"),
      dire.pose(q.element("span"), statut[1]));
    return ligne;
  };

  // "Aujourd'hui : 9 h – 12 h, 14 h – 17 h"; "" of a day without hours, of one that is over or never ends: the state says that better.
  q.heuresDuJour = function (numero, t, heures, dire) {
    var jour = heures.jour(t), dites = [], reste = false, suite, plages, i;
    if (!numero || jour < 0) return "";
    suite = heures.suite(numero);
    plages = heures.contenus[suite[jour]];
    for (i = 0; i < plages.length; i += 3) {
      if (plages[i + 2] % 3 !== 0 || plages[i + 1] >= JOUR - 60) continue;
      reste = reste || heures.minuits[jour] + plages[i] + plages[i + 1] > t;
      dites.push(dire.mot("plage", { heure_debut: dire.heure(heures.minuits[jour] + plages[i]),
        heure_fin: dire.heure(heures.fin(suite, jour, heures.minuits[jour] + plages[i] + plages[i + 1], plages[i + 2])) }));
    }
    if (!reste) return "";
    return heures.premier + jour === heures.premier + heures.aujourdhui(Math.floor(Date.now() / 60000))
      ? dire.mot("aujourdhui", { heures: dites.join(dire.mot("virgule")) }) : dire.mot("ce_jour", { jour: dire.jour(t), heures: dites.join(dire.mot("virgule")) });
  };

  // Of several hours, those that are open, else those that may be, else those that open first.
  q.meilleur = function (numeros, t, heures) {
    return numeros.map(function (numero, rang) {
      var etat = heures.etat(numero, t), ouvre = etat.ouvre === null ? Infinity : etat.ouvre;
      return { numero: numero, etat: etat, rang: rang, cle: etat.etat === "ouvert" ? -2 : etat.etat === "ferme" || etat.etat === "hors" ? ouvre : -1 };
    }).sort(function (a, b) { return a.cle - b.cle || a.rang - b.rang; })[0];
  };

  // As a phone dials it, then as it is written where the rule of the country would write it otherwise; or where one writes to.
  q.boutonDAppel = function (tel) {
    var appele = tel.split("|"), sms = appele[0].indexOf("sms:") === 0, lien = q.element("a", "bouton tel"), national = /^\+33(\d{9})$/.exec(appele[0]);
    var numero = q.element("bdi", "", appele[1] || (national ? ("0" + national[1]).replace(/(..)(?=.)/g, "$1\u00a0") : appele[0]));
    lien.href = (sms ? "" : "tel:") + appele[0];
    numero.dir = "auto";
    lien.append(q.icone(sms ? "message-text-outline" : "phone"), numero);
    return lien;
  };

  document.querySelectorAll("[data-etats]").forEach(function (place) {
    var o = JSON.parse(place.textContent), heures = new q.Heures(o.heures), t = Math.floor(Date.now() / 60000);
    var dire = new q.Dire(o.mots, document.documentElement.lang, heures, o.source), jour = heures.aujourdhui(t);
    // Cards of places that are closed for good stand after all others.
    document.querySelectorAll(".vignette:not(.hors-service)").forEach(function (carte, rang) {
      var x = o.cartes[rang];
      var ici = x[0].length ? q.meilleur(x[0], t, heures) : null, quand = carte.querySelector(".quand");
      carte.querySelector(".statut, .faits").before(q.ligneDeStatut(q.jugeEtat(ici && ici.etat, t, heures, dire, { sur: x[1], lu: x[2], telephone: Boolean(x[3]), jour: jour }), dire));
      if (!quand) return;
      // The whole week stays for paper.
      quand.classList.add("sur-papier");
      var dites = ici ? q.heuresDuJour(ici.numero, t, heures, dire) : "";
      if (!dites) return;
      var li = q.element("li", "du-jour");
      li.append(q.icone("clock-outline"), q.element("span", "", dites));
      quand.before(li);
    });
  });
})();
