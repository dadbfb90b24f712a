/* The finder's page: puts the parts together and keeps form, list, map and address in step. */
"use strict";
(function () {
  var q = window.quifaitquoi, ANNONCE = 700, FRAPPE = 180, MINUTE = 60000, LIGNES = 3;

  function installe(racine, m) {
    var index = q.index, heures = m.heures, filtres = new q.Filtres(m), lieux;
    var dire = new q.Dire(index.mots, index.langue, heures, index.source);
    q.oublie(index.mots);
    lieux = new q.Lieux(index);
    var recherche = new q.Recherche(m, lieux), arrets = new q.Arrets(lieux, recherche, racine.dataset.arrets);
    var rues = new q.Rues(lieux, m, (racine.dataset.rues || "").split(" ").filter(Boolean));
    var panneau = new q.Panneau(racine, m, dire, change), ou = panneau.ou;
    var liste = new q.Liste(ou("liste"), m, filtres, dire, racine.dataset.racine);
    var suivie = ou("carte-suivie") ? new q.Suivie(ou("carte-suivie"), ou("place-carte"), liste) : null;
    var presDe = new q.PresDe(ou, { lieux: lieux, arrets: arrets, rues: rues, dire: dire, dit: dit, source: index.source }, pres);
    var etat = { criteres: {}, lieu: null }, annonce = null, plein = null, repondue, apprend;
    var alentours = index.morceaux ? new q.Alentours(ou("alentours"), m, filtres, dire, grandit) : null;
    var ouChercher = alentours ? new q.OuChercher(ou("ou"), alentours.zones, dire, function (cle) {
      pres(lieux.connu(cle));
      ou("compte").focus();
    }) : null;
    var suivi = { fini: !alentours, phrase: "" };

    // More fiches of a large directory are here.
    function grandit(pieces) {
      m.ajoute(pieces);
      q.Filtres.call(filtres, m);
      apprend(lieux);
      montre();
    }

    function dit(role, texte) {
      var p = ou(role);
      p.replaceChildren();
      dire.pose(p, texte || "");
      p.hidden = !texte;
    }

    // `vite`: the first results at once; what each choice would leave, and the rest, when nobody types any more.
    function montre(vite) {
      clearTimeout(plein);
      if (vite) plein = setTimeout(function () { adresse(false); montre(); }, FRAPPE);
      var criteres = etat.criteres, trouves = criteres.q ? recherche.cherche(criteres.q) : null, t = filtres.instant(criteres);
      filtres.place(etat.lieu);
      // While the search is not ready, words find nothing yet: the list waits rather than say so.
      if (trouves && trouves.inconnu && !recherche.prete) trouves = null;
      // A word that nothing has may be that of a stop.
      if (trouves && trouves.offres.length && racine.dataset.pret === "tout" && !arrets.tous) arrets.charge(function () { montre(vite); });
      var r = filtres.applique(criteres, trouves, t, vite);
      if (vite && !r.tous) { montre(); return; }
      if (alentours && !vite) suivi = criteres.q && !recherche.prete ? alentours.apprend(etat.lieu) : alentours.suit(criteres, etat.lieu, trouves, r, montre);
      var total = alentours && !etat.lieu ? alentours.zones.duTout(criteres, r) : r.n, ailleurs = total === null || !total && !r.tous && !suivi.fini;
      if (!vite) {
        // A need takes the place of a word that nobody knows: it shows what it would leave without it.
        var besoins = trouves && trouves.inconnu ? filtres.applique(q.sans(criteres, ["q"]), null, t).comptes : r.comptes;
        panneau.montre(criteres, r, besoins, r.tous > 0 || ailleurs);
        if (alentours) ouChercher.montre(etat.lieu, criteres, trouves);
        enleve(criteres);
      }
      var voulus = {};
      index.besoins.forEach(function (b, n) {
        if (b[0] === criteres.besoin || b[3].some(function (r) { return index.racines[r][0] === criteres.besoin; })) voulus[n] = 1;
      });
      var compte = q.combien(ou("compte"), r, { total: total, filtres: filtres, dire: dire, maintenant: criteres.ouvert === "maintenant",
        ailleurs: ailleurs ? !etat.lieu && ouChercher.compte(trouves) || suivi.phrase : null, vers: function () { liste.titre.focus(); } });
      if (alentours) alentours.deja(ailleurs && compte === suivi.phrase);
      clearTimeout(annonce);
      annonce = setTimeout(function () { annonceLe(compte, q.fragment.ecrit(criteres, etat.lieu)); }, ANNONCE);
      dit("avis-mots", trouves && trouves.partiel && r.tous ? dire.mot("mots_voisins") : "");
      var avant = repond(criteres, trouves), aMontrer = r;
      var rien = !r.tous && suivi.fini;
      q.inconnu(ou("inconnu"), etat.inconnu && rien && !avant.dit ? criteres.q : null, m, dire);
      q.sansResultat(ou("rien"), !rien ? null : { criteres: criteres, trouves: trouves, resultat: r, t: t, filtres: filtres, dire: dire, panneau: panneau,
        change: change, tout: tout, dit: avant.dit });
      // After what each choice would leave was counted: the filters show the units of the last question they were asked.
      if (rien) aMontrer = faute(criteres, trouves, avant, t) || r;
      if (aMontrer !== r) { aMontrer.tous = Math.min(aMontrer.tous, 5); aMontrer.n = Math.min(aMontrer.n, 5); }
      liste.montre(aMontrer, voulus, vite, r.doutes.map(function (cle) { return panneau.nom(cle, criteres); }));
      ou("suite").hidden = !liste.reste();
      if (suivie && !vite) suivie.montre(aMontrer);
    }

    // For who hears the page: what does not change is not read, so another question with as many answers changes what is not seen.
    function annonceLe(compte, question) {
      var p = ou("annonce");
      if (question !== repondue || p.textContent.trim() !== compte) p.textContent = p.textContent === compte ? compte + "\u00a0" : compte;
      repondue = question;
    }

    // What stands above the list: whom to call, needs without an address, what a word may have meant.
    function repond(criteres, trouves) {
      var offres = recherche.prete ? q.offres(criteres, trouves) : [], secours = trouves ? trouves.secours : [], vides = trouves ? trouves.vides : [];
      var choisi = filtres.rangs.besoin[criteres.besoin], autres = null;
      if (choisi >= 0 && recherche.offerts && !recherche.existe(choisi)) vides = [choisi];
      etat.inconnu = Boolean(trouves && trouves.inconnu);
      if (etat.inconnu && offres.length) autres = recherche.cherche(offres[0].par[0]);
      q.secours(ou("secours"), secours.slice(0, LIGNES), m, dire);
      q.vides(ou("vides"), vides, secours, { m: m, dire: dire, racine: racine.dataset.racine, existe: recherche.existe.bind(recherche), change: function (slug) {
        delete etat.criteres.q;
        ou("mots").value = "";
        change("besoin", slug);
      } });
      var ailleurs = 0;
      q.A_PART.forEach(function (genre) {
        var connus = recherche[genre], siens = connus ? connus.trouve(criteres.q) : [];
        q.montreDroits(ou(genre), siens, { genre: genre, titre: connus && connus.titre, racine: racine.dataset.racine, source: index.source });
        ailleurs += siens.length;
      });
      q.vouliezVous(ou("offres"), offres, { dire: dire, change: function (_, texte) { ou("mots").value = texte; change("q", texte); ou("compte").focus(); } });
      return { offres: offres, autres: autres, vides: vides, dit: vides.length + secours.length + offres.length + ailleurs > 0 };
    }

    // Cards that are no results, for want of any, below a title that says what they are.
    function faute(criteres, trouves, avant, t) {
      var montre = null, titre;
      if (avant.vides.length) return null;  // no filter is to blame
      if (!etat.inconnu) { montre = q.plusProche(criteres, trouves, t, filtres); titre = dire.mot("le_plus_proche"); }
      else if (avant.autres && avant.offres[0].mot.length > 4) {
        montre = filtres.applique(criteres, avant.autres, t);
        titre = dire.mot("resultats_de", { mot: avant.offres[0].par[0] });
      }
      if ((!montre || !montre.tous) && !avant.dit) { montre = q.partout(criteres, t, filtres); titre = dire.mot("toutes"); }
      if (!montre || !montre.tous) return null;
      ou("rien").append(q.element("h3", "", titre));
      return montre;
    }

    // What is chosen and may be out of sight, each to be taken away with one touch.
    function cache(cle) { return cle !== "q" && cle !== "besoin" && !(cle === "ouvert" && etat.criteres.ouvert.indexOf("T") < 0); }
    function enleve(criteres) {
      var barre = ou("choisis"), avait = barre.contains(document.activeElement);
      barre.replaceChildren();
      Object.keys(criteres).filter(cache).forEach(function (cle) { barre.append(puce(panneau.nom(cle, criteres), function () { change(cle, null); })); });
      if (etat.lieu) barre.append(puce(etat.lieu.cle ? dire.mot(etat.lieu.vague ? "pres_d_une_rue" : "pres_de", { lieu: etat.lieu.nom }) : etat.lieu.nom, function () { pres(null); }));
      if (Object.keys(criteres).length + (etat.lieu ? 1 : 0) > 1) barre.append(puce(dire.mot("tout_enlever"), tout));
      barre.hidden = !barre.children.length;
      if (avait) (barre.querySelector("button") || ou("compte")).focus();
    }
    function puce(nom, fait) {
      var li = q.element("li"), b = q.element("button", "puce choisie");
      b.type = "button";
      b.setAttribute("aria-label", dire.mot("enlever", { filtre: nom }));
      b.append(q.element("span", "", nom), q.icone("close"));
      b.addEventListener("click", fait);
      li.append(b);
      return li;
    }

    function adresse(pousse) {
      var ici = q.fragment.ecrit(etat.criteres, etat.lieu);
      try {
        if (ici !== (location.hash || "#")) history[pousse ? "pushState" : "replaceState"](null, "", ici);
      } catch (_) { /* some browsers forbid it to files: the search works all the same */ }
    }

    function change(cle, valeur, tape) {
      if (valeur === null || valeur === "") delete etat.criteres[cle]; else etat.criteres[cle] = valeur;
      // A choice in the place of a word that nobody knows.
      if (cle === "besoin" && valeur && etat.inconnu) { delete etat.criteres.q; ou("mots").value = ""; }
      if (cle === "q" && !valeur) ou("mots").value = "";
      dit("avis-lien", "");
      if (!tape) adresse(true);
      montre(tape);
    }
    function tout() {
      etat = { criteres: {}, lieu: null };
      ou("mots").value = ou("lieu").value = "";
      dit("avis-lieu", "");
      adresse(true);
      montre();
      ou("mots").focus();
    }
    function pres(lieu) {
      etat.lieu = lieu;
      ou("lieu").value = lieu && lieu.cle ? lieu.nom : "";
      ou("lieux").replaceChildren();
      ou("annonce-lieux").textContent = "";
      dit("avis-lieu", lieu && !lieu.cle ? dire.mot("position_trouvee") : "");
      adresse(true);
      montre();
    }

    function casses(morceaux) {
      dit("avis-lien", morceaux.length ? dire.mot("lien_casse", { morceaux: morceaux.slice(0, 5).map(function (x) { return x.slice(0, 60); }).join(", ") }) : "");
    }

    // What the address names, once it is here, or null.
    function arrive(lieu, cle) {
      if (!lieu) { casses(["pres=" + cle]); return; }
      etat.lieu = lieu;
      ou("lieu").value = lieu.nom;
      adresse(false);
      montre();
    }

    function relit() {
      var lu = q.fragment.lit(location.hash, filtres, lieux, arrets, rues);
      // A position that was found here stays, although no address holds it.
      etat = { criteres: lu.criteres, lieu: lu.lieu || (etat.lieu && !etat.lieu.cle ? etat.lieu : null) };
      casses(lu.casses);
      ou("mots").value = lu.criteres.q || "";
      if (lu.lieu) ou("lieu").value = lu.lieu.nom;
      montre(true);
      if (lu.moi) presDe.demandePosition();
      if (lu.attend) presDe.attend(lu.attend, function () { return !etat.lieu; }, arrive);
    }

    // ---- the fields

    ou("mots").addEventListener("input", function (e) { change("q", e.target.value.trim(), true); });
    ou("formulaire").addEventListener("submit", function (e) {
      e.preventDefault();
      change("q", ou("mots").value.trim());
      ou("compte").focus();
    });
    function moment() {
      var jour = ou("moment-jour").value, heure = ou("moment-heure").value, valeur = jour + "T" + (heure || "12:00");
      if (!jour) return;
      var bon = heures.instant(valeur) >= 0;
      dit("avis-moment", bon ? "" : dire.mot("moment_passe"));
      if (bon) change("ouvert", valeur);
    }
    ou("moment-jour").addEventListener("change", moment);
    ou("moment-heure").addEventListener("change", moment);
    ou("suite").addEventListener("click", function () {
      var premiere = liste.suite();
      ou("suite").hidden = !liste.reste();
      if (premiere) premiere.querySelector("a").focus();
    });
    window.addEventListener("hashchange", relit);
    window.addEventListener("popstate", relit);

    racine.querySelectorAll("[data-avec-script]").forEach(function (e) { e.hidden = false; });
    relit();

    apprend = q.apprend(racine, m, recherche, function () {
      filtres.lieu = null;  // how far things are is not known yet
      if (!alentours || !alentours.pose()) montre();
    }, function () { if (etat.criteres.q) montre(); });
    setInterval(function () { if (!document.hidden && !document.activeElement.closest("[data-liste], .vers-autres")) montre(); }, 5 * MINUTE);
  }

  document.addEventListener("DOMContentLoaded", function () {
    var racine = document.querySelector("[data-trouver]");
    if (racine) q.demarre(racine, installe);
  });
})();
