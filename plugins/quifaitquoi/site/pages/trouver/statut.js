/* On every page: how old this copy of the site is, judged on the day of the visit. On a fiche: whether it is open now. */
"use strict";
(function () {
  var q = window.quifaitquoi, UN_JOUR = 86400000, LONGTEMPS = 365, SAISON = 91;

  // Days since then in the territory; a site that nobody rebuilt must not show what was fresh then as fresh.
  function age(jour) {
    var lu = /^(\d{4})-(\d{2})-(\d{2})$/.exec(jour || ""), ici = q.ceJour();
    return lu ? Math.round((Date.UTC(ici.year, ici.month - 1, ici.day) - Date.UTC(lu[1], lu[2] - 1, lu[3])) / UN_JOUR) : 0;
  }

  document.querySelectorAll("[data-jour]").forEach(function (pied) {
    var jours = age(pied.dataset.jour);
    if (jours < SAISON) return;
    var avis = document.createElement("p");
    avis.className = "vieille-copie";
    avis.textContent = jours >= LONGTEMPS ? pied.dataset.tresVieux : pied.dataset.vieux;
    document.body.insertBefore(avis, document.querySelector("header") || document.body.firstChild);
  });

  q.juge = function (ou) { ou.querySelectorAll(".confiance[data-a-revoir-le]").forEach(function (etiquette) {
    var passe = age(etiquette.dataset.aRevoirLe) >= 1, pied = document.querySelector("[data-a-reverifier]");
    if (!passe || etiquette.dataset.statut !== "verifiee" || !pied) return;
    etiquette.dataset.statut = "perimee";
    etiquette.classList.replace("confiance-verifiee", "confiance-perimee");
    etiquette.querySelector("span").append(pied.dataset.aReverifier);
  }); };
  q.juge(document);

  document.querySelectorAll("[data-ouverture]").forEach(function (place) {
    var donnees = place.querySelector("script");
    if (!donnees) return;
    var o = JSON.parse(donnees.textContent), heures = new q.Heures(o.heures), t = Math.floor(Date.now() / 60000);
    var dire = new q.Dire(o.mots, document.documentElement.lang, heures, o.source), etat = heures.etat(o.numero, t);
    var statut = q.jugeEtat(etat, t, heures, dire, { sur: o.sur, telephone: o.telephone, jour: heures.aujourdhui(t) });
    place.append(dire.pose(q.element("p", "statut statut-" + statut[0]), statut[1]));
    place.hidden = false;
  });
})();
