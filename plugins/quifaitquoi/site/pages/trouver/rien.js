/* Never an empty page: which filter to drop and what that would leave, and below it what comes nearest. */
"use strict";
(function () {
  var q = window.quifaitquoi, ORDRE = ["ouvert", "animaux", "plain-pied", "telephone", "rdv", "gratuit", "langue", "pour", "besoin"];

  function sans(criteres, cles) {
    var reste = {};
    Object.keys(criteres).forEach(function (cle) { if (cles.indexOf(cle) < 0) reste[cle] = criteres[cle]; });
    return reste;
  }

  q.sansResultat = function (ou, x) {
    ou.replaceChildren();
    ou.hidden = !x;
    if (!x) return;
    var inconnu = x.trouves && x.trouves.inconnu;
    ou.append(q.element("p", "", inconnu ? x.dire.mot("mot_inconnu", { mot: x.criteres.q }) : x.dire.mot("rien")));
    var liste = q.element("ul", "puces"), proposes = 0;
    function propose(cle, n) {
      if (!n) return;
      var li = q.element("li"), b = q.bouton(x.dire.mot("enlever", { filtre: x.panneau.nom(cle, x.criteres) }), "close");
      b.querySelector("small").textContent = x.dire.compte("resultat_si", n);
      b.addEventListener("click", function () { x.change(cle, null); document.querySelector("[data-trouver] [data-compte]").focus(); });
      li.append(b);
      liste.append(li);
      proposes += 1;
    }
    x.resultat.actifs.forEach(function (cle) { propose(cle, x.resultat.sans[cle]); });
    if (x.criteres.q) propose("q", x.filtres.applique(sans(x.criteres, ["q"]), null, x.t).n);
    if (!proposes || Object.keys(x.criteres).length > 1) {
      var li = q.element("li"), b = q.bouton(x.dire.mot("tout_enlever"), "close");
      b.addEventListener("click", x.tout);
      li.append(b);
      liste.append(li);
    }
    if (!inconnu && proposes) ou.append(q.element("p", "note", x.dire.mot("essayez")));
    ou.append(liste, q.element("h3", "", x.dire.mot("le_plus_proche")));
  };

  // The same question with as little taken away as gives an answer.
  q.plusProche = function (criteres, trouves, t, filtres) {
    var ote = [], r;
    for (var i = 0; i < ORDRE.length; i += 1) if (criteres[ORDRE[i]]) {
      r = filtres.applique(sans(criteres, [ORDRE[i]]), trouves, t);
      if (r.n) return r;
    }
    for (i = 0; i < ORDRE.length; i += 1) {
      if (!criteres[ORDRE[i]]) continue;
      ote.push(ORDRE[i]);
      r = filtres.applique(sans(criteres, ote), trouves, t);
      if (r.n) return r;
    }
    var autres = sans(criteres, ["q"]);
    r = filtres.applique(autres, Object.keys(autres).length ? null : lieux(filtres.m), t);
    return r.n ? r : filtres.applique({}, lieux(filtres.m), t);
  };

  // Everything one can go to. An emergency line is never what comes nearest to a word that nobody knows.
  function lieux(m) {
    var somme = new Float32Array(m.total), u;
    for (u = 0; u < m.total; u += 1) somme[u] = m.index.f.g[m.fiche[u]] === m.genres.telephone || m.index.f.etat[m.fiche[u]] ? 0 : 1;
    return { somme: somme, fort: 0, nomme: function () { return false; } };
  }
})();
