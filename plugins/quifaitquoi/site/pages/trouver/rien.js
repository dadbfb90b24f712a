/* Never an empty page: what a word may have meant, which filter to drop and what that would leave, and below it what comes nearest. */
"use strict";
(function () {
  var q = window.quifaitquoi, ORDRE = ["ouvert", "bu", "animaux", "plain-pied", "accompagne", "secret", "video", "chez-vous", "telephone", "rdv", "gratuit", "langue", "pour", "sans", "pairs", "besoin"];

  function sans(criteres, cles) {
    var reste = {};
    Object.keys(criteres).forEach(function (cle) { if (cles.indexOf(cle) < 0) reste[cle] = criteres[cle]; });
    return reste;
  }

  q.sans = sans;

  function puce(texte, picto, fait, note) {
    var li = q.element("li"), b = q.bouton(texte, picto);
    if (note) b.querySelector("small").textContent = note;
    b.addEventListener("click", fait);
    li.append(b);
    return li;
  }

  // What was typed, with a word in the place of another.
  function corrige(texte, mot, par) {
    var ici = texte.toLowerCase().indexOf(mot);
    return ici < 0 ? par : texte.slice(0, ici) + par + texte.slice(ici + mot.length);
  }
  q.offres = function (criteres, trouves) {
    if (!trouves) return [];
    return trouves.offres.map(function (offre) {
      return { mot: offre[0], par: offre[1].map(function (par) { return corrige(criteres.q, offre[0], par); }) };
    }).filter(function (offre) { return offre.par.length; });
  };

  // The words that nothing has, and what they may have meant: an offer, no result.
  q.vouliezVous = function (ou, offres, x) {
    ou.replaceChildren();
    ou.hidden = !offres.length;
    offres.forEach(function (offre) {
      var liste = q.element("ul", "puces");
      offre.par.forEach(function (texte) { liste.append(puce(texte, "magnify", function () { x.change("q", texte); })); });
      ou.append(q.element("p", "", x.dire.mot("vouliez_vous", { mot: offre.mot })), liste);
    });
  };

  // Above the choices that may take the place of a word that nobody knows: that it is not known, and whom to ask.
  q.inconnu = function (ou, mot, m, dire) {
    ou.replaceChildren();
    ou.hidden = mot === null;
    if (mot === null) return;
    ou.append(q.element("p", "", dire.mot("mot_inconnu", { mot: mot })));
    q.aQui(ou, m, dire);
  };

  // `dit`: something else says already why there is nothing.
  q.sansResultat = function (ou, x) {
    ou.replaceChildren();
    ou.hidden = !x;
    if (!x) return;
    var inconnu = x.trouves && x.trouves.inconnu, liste = q.element("ul", "puces"), proposes = 0;
    if (!x.dit && !inconnu) ou.append(q.element("p", "", x.dire.mot("rien")));
    function propose(cle, n) {
      if (!n) return;
      liste.append(puce(x.dire.mot("enlever", { filtre: x.panneau.nom(cle, x.criteres) }), "close", function () {
        x.change(cle, null);
        document.querySelector("[data-trouver] [data-compte]").focus();
      }, x.dire.compte("resultat_si", n)));
      proposes += 1;
    }
    x.resultat.actifs.forEach(function (cle) { propose(cle, x.resultat.sans[cle]); });
    if (x.criteres.q) propose("q", x.filtres.applique(sans(x.criteres, ["q"]), null, x.t).tous);
    if (!proposes || Object.keys(x.criteres).length > 1) liste.append(puce(x.dire.mot("tout_enlever"), "close", x.tout));
    if (!inconnu && proposes) ou.append(q.element("p", "note", x.dire.mot("essayez")));
    ou.append(liste);
  };

  // The same question with as little taken away as gives an answer; null where no part of it has one.
  q.plusProche = function (criteres, trouves, t, filtres) {
    var ote = [], r;
    for (var i = 0; i < ORDRE.length; i += 1) if (criteres[ORDRE[i]]) {
      r = filtres.applique(sans(criteres, [ORDRE[i]]), trouves, t);
      if (r.tous) return r;
    }
    for (i = 0; i < ORDRE.length; i += 1) {
      if (!criteres[ORDRE[i]]) continue;
      ote.push(ORDRE[i]);
      r = filtres.applique(sans(criteres, ote), trouves, t);
      if (r.tous) return r;
    }
    return null;
  };

  // Everything one can go to, and no emergency line.
  q.partout = function (criteres, t, filtres) {
    var m = filtres.m, somme = new Float32Array(m.total), u;
    for (u = 0; u < m.total; u += 1) somme[u] = m.index.f.g[m.fiche[u]] === m.genres.telephone || m.index.f.etat[m.fiche[u]] ? 0 : 1;
    var lieux = { somme: somme, fort: 1, mieux: 0, nomme: function () { return false; } }, r = filtres.applique(sans(criteres, ["q"]), lieux, t);
    return r.tous ? r : filtres.applique({}, lieux, t);
  };
})();
