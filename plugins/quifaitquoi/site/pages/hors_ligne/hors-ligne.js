/* Asks the worker to keep a copy, says how far it is, and takes it away. Nothing is registered before somebody asks. */
"use strict";
(function () {
  var q = window.quifaitquoi, ici = document.querySelector("[data-hors-ligne]"), langue = ici && ici.dataset.langue;
  if (!ici) return;
  var mots = JSON.parse(ici.querySelector("[data-mots]").textContent), lot = null;
  var racine = new URL(ici.dataset.racine, location.href).href, dire = new q.Dire(mots, langue, {});
  function un(nom) { return ici.querySelector("[data-" + nom + "]"); }
  var zone = un("zone"), garder = un("garder"), enlever = un("enlever"), etat = un("etat"), avance = un("avance");

  function choisie() { return zone ? zone.value : ""; }

  function megas(octets) { return dire.nombre(Math.max(1, Math.round(octets / 1e5)) / 10); }

  function poidsDeCle() {
    var dit = document.querySelector("[data-poids-cle]");
    if (!dit || !lot.cle) return;
    dit.textContent = dire.mot("cle", { reseau: megas(lot.cle[0]), garde: megas(lot.cle[1]) });
    dit.hidden = false;
  }

  function poids() {
    var somme = lot.poids.slice(), seule = choisie();
    Object.keys(lot.parts).forEach(function (part) {
      if (seule && part !== seule && !lot.parts[part].commune) return;
      somme[0] += lot.parts[part].poids[0];
      somme[1] += lot.parts[part].poids[1];
    });
    un("poids").textContent = dire.mot("poids", { reseau: megas(somme[0]), garde: megas(somme[1]) });
  }

  function montre(copies) {
    var sienne = copies[langue], dit = un("copie-gardee");
    dit.hidden = enlever.hidden = !sienne;
    if (!sienne) return;
    dit.textContent = dire.mot("copie", { dit: sienne.dit });
    if (zone) zone.value = sienne.zone || "";
    poids();
  }

  // The worker that is there, or null: a page asks before it registers one.
  function present() {
    return navigator.serviceWorker.getRegistration(racine).then(function (r) { return r && r.scope === racine ? r.active : null; });
  }

  function demande(travailleur, quoi, suit) {
    return new Promise(function (bon, mauvais) {
      var canal = new MessageChannel();
      canal.port1.onmessage = function (e) {
        if (e.data.erreur) mauvais(new Error(e.data.erreur)); else if (e.data.copies) bon(e.data.copies); else suit(e.data);
      };
      travailleur.postMessage(quoi, [canal.port2]);
    });
  }

  function pret() {
    return navigator.serviceWorker.register(racine + "hors-ligne.js", { scope: racine }).then(function (r) {
      var vient = r.active || r.waiting || r.installing;
      if (r.active) return r.active;
      return new Promise(function (bon, mauvais) {
        vient.addEventListener("statechange", function () {
          if (vient.state === "activated") bon(vient); else if (vient.state === "redundant") mauvais(new Error("impossible"));
        });
      });
    });
  }

  function occupe(oui) {
    garder.disabled = enlever.disabled = oui;
    avance.hidden = !oui;
    ici.setAttribute("aria-busy", String(oui));
  }

  garder.addEventListener("click", function () {
    occupe(true);
    avance.value = 0;
    pret().then(function (travailleur) {
      return demande(travailleur, { faire: "garde", langue: langue, zone: choisie() }, function (suite) {
        avance.value = suite.fait / suite.total;
        etat.textContent = dire.mot("en_cours", { fait: suite.fait, total: suite.total });
      });
    }).then(function (copies) {
      etat.textContent = dire.mot("gardee");
      montre(copies);
    }, function (erreur) { etat.textContent = dire.mot(erreur.message === "place" || erreur.message === "reseau" ? erreur.message : "impossible"); })
      .then(function () { occupe(false); });
  });

  enlever.addEventListener("click", function () {
    occupe(true);
    present().then(function (travailleur) { return travailleur ? demande(travailleur, { faire: "enleve", langue: langue }) : {}; })
      .then(function (copies) {
        montre(copies);
        etat.textContent = dire.mot("enlevee");
        // The last copy takes the worker with it.
        return Object.keys(copies).length ? null : navigator.serviceWorker.getRegistration(racine).then(function (r) { return r && r.unregister(); });
      }).catch(function () { etat.textContent = dire.mot("impossible"); }).then(function () { occupe(false); });
  });

  function impossible() {
    un("impossible").textContent = dire.mot("impossible");
    un("impossible").hidden = false;
  }

  ici.hidden = false;
  q.lot = function (recu) {
    lot = recu;
    poidsDeCle();
    if (!("serviceWorker" in navigator) || !window.caches || location.protocol === "file:") { impossible(); return; }
    un("possible").hidden = false;
    poids();
    present().then(function (travailleur) { return travailleur ? demande(travailleur, { faire: "etat" }) : {}; }).then(montre, function () { /* none */ });
  };
  if (zone) zone.addEventListener("change", poids);
  var script = document.createElement("script");
  script.src = ici.dataset.lot;
  script.onerror = impossible;
  document.head.append(script);
})();
