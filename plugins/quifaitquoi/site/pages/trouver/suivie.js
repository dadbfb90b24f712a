/* The map beside the list, on demand: a page of its own in a frame, told which places to show. Nothing loads before that. */
"use strict";
(function () {
  var q = window.quifaitquoi, AU_PLUS = 200;

  function Suivie(bouton, ou, liste) {
    this.ou = ou; this.liste = liste; this.dire = liste.dire; this.cadre = null; this.prete = false;
    this.bouton = bouton;
    var moi = this;
    bouton.hidden = false;
    bouton.addEventListener("click", function () { moi.bascule(); });
    window.addEventListener("message", function (e) {
      if (moi.cadre && e.source === moi.cadre.contentWindow && e.data === "quifaitquoi:carte") { moi.prete = true; moi.envoie(); }
    });
  }

  Suivie.prototype.bascule = function () {
    if (!this.cadre) {
      this.cadre = document.createElement("iframe");
      this.cadre.className = "carte-ouverte";
      this.cadre.title = this.dire.mot("carte_des_resultats");
      this.cadre.src = this.bouton.dataset.page;
      this.ou.append(this.cadre);
    } else this.cadre.hidden = !this.cadre.hidden;
    var ouverte = !this.cadre.hidden;
    this.bouton.setAttribute("aria-expanded", String(ouverte));
    this.bouton.querySelector("span").textContent = this.dire.mot(ouverte ? "cacher_carte" : "voir_carte");
    if (ouverte) this.envoie();
  };

  Suivie.prototype.montre = function (resultat) {
    this.resultat = resultat;
    if (this.cadre && !this.cadre.hidden) this.envoie();
  };

  Suivie.prototype.envoie = function () {
    if (!this.prete || !this.resultat) return;
    var m = this.liste.m, filtres = this.liste.filtres, dire = this.dire, r = this.resultat, besoins = [], rangs = {}, features = [], sans = 0;
    for (var i = 0; i < r.n; i += 1) {
      var fiche = filtres.ficheDe(r.ordre[i]), u = filtres.unite[fiche], ici = m.latlon(u), stop = m.index.stops[u];
      if (ici[0] !== ici[0]) { sans += 1; continue; }
      if (features.length >= AU_PLUS) continue;
      var proprietes = { nom: m.index.f.nom[fiche], slug: m.slug(fiche), n: i + 1, besoins: m.ensembles.b[m.b[u]].map(function (b) {
        if (!(b in rangs)) rangs[b] = besoins.push(m.index.besoins[b][1]) - 1;
        return rangs[b];
      }) };
      var etat = this.liste.statut(u, fiche)[1], tel = m.tel(u);
      if (etat) proprietes.etat = etat.replace(/[\u2068\u2069]/g, "");
      if (tel) proprietes.tel = [q.boutonDAppel(tel).href, q.boutonDAppel(tel).textContent.trim()];
      if (m.index.environ[fiche] && !stop) proprietes.environ = m.index.environ[fiche];
      if (stop) proprietes.arret = m.index.arrets[stop[0]];
      features.push({ type: "Feature", geometry: { type: "Point", coordinates: [ici[1], ici[0]] }, properties: proprietes });
    }
    var n = features.length, dit = n ? dire.compte("sur_la_carte", n) : dire.mot("carte_vide");
    if (sans) dit += " " + dire.compte("hors_carte", sans);
    // From a folder both pages have no origin to name; what is sent is public.
    this.cadre.contentWindow.postMessage({ quifaitquoi: "lieux", dit: dit, lieux: { type: "FeatureCollection", besoins: besoins, features: features } }, "*");
  };

  q.Suivie = Suivie;
})();
