/* The home page answers before anybody types: of what cannot wait, a place that is open, or that opens next. It comes with its
   places once the page itself is there (etats.py); hours that nobody verified are never called open. */
"use strict";
(function () {
  var q = window.quifaitquoi, place = document.querySelector("[data-apres]"), DEMAIN = 1440;

  q.maintenant = function (o) {
    var heures = new q.Heures(o.heures), t = Math.floor(Date.now() / 60000), jour = heures.aujourdhui(t);
    var dire = new q.Dire(o.mots, document.documentElement.lang, heures, o.source);
    place.querySelectorAll("[data-pressant]").forEach(function (li) {
      var choisi = (o.besoins[li.dataset.pressant] || []).map(function (x) {
        var ici = x[3].length ? q.meilleur(x[3], t, heures) : null, etat = ici && ici.etat, sure = x[4] !== null && jour <= x[4];
        return { nom: x[0], slug: x[1], tel: x[2], urgence: x[7], numero: ici && ici.numero, rang: rang(etat, sure, t, Boolean(x[2])),
          ouvre: etat && etat.ouvre !== null ? etat.ouvre : Infinity, statut: q.jugeEtat(etat, t, heures, dire, { sur: x[4], lu: x[5], telephone: Boolean(x[6]), jour: jour }) };
      }).sort(function (a, b) { return a.rang - b.rang || (a.rang ? a.ouvre - b.ouvre : 0); })[0];
      if (!choisi) return;
      var nom = li.querySelector(".pressant"), dit = q.element("b", "pressant");
      dit.append.apply(dit, Array.from(nom.childNodes));
      nom.replaceWith(dit);
      var lien = q.element("a", "", choisi.nom), ou = q.element("p"), dites = q.heuresDuJour(choisi.numero, t, heures, dire);
      lien.href = place.dataset.racine + "fiches/" + choisi.slug + "/index.html";
      if (o.source !== document.documentElement.lang) { lien.lang = o.source; lien.dir = "auto"; }
      ou.append(lien);
      li.querySelector(".note").replaceWith(ou);
      if (!choisi.urgence || choisi.statut[0] !== "lu") ou.after(q.ligneDeStatut(choisi.statut, dire));
      if (dites) li.querySelector("div").append(q.element("p", "note", dites));
      if (choisi.tel) li.append(q.boutonDAppel(choisi.tel));
    });
  };

  // Verified and open; opens within a day; may be open, to be asked; opens later; only a number; nothing.
  function rang(etat, sure, t, appelable) {
    if (!etat || etat.etat === "hors") return appelable ? 4 : 5;
    if (!sure) return etat.etat === "ferme" ? 4 : 2;
    if (etat.etat === "ouvert") return 0;
    return etat.ouvre !== null && etat.ouvre - t < DEMAIN ? 1 : 3;
  }
})();
