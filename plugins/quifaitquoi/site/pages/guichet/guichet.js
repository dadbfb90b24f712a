/* The desk's page: one question after the other, by a digit of the keyboard, then two or three answers. What is asked stays here and goes
   nowhere: not into the address, not into what the browser keeps. */
"use strict";
(function () {
  var q = window.quifaitquoi, element = q.element, NEUF = 9, TROIS = 3;

  function installe(racine, m) {
    function ou(role) { return racine.querySelector("[data-" + role + "]"); }
    var index = m.index, mots = JSON.parse(ou("mots").textContent), filtres = new q.Filtres(m), dire = new q.Dire(index.mots, index.langue, m.heures, index.source);
    q.oublie(index.mots);
    var lieux = new q.Lieux(index), recherche = new q.Recherche(m, lieux), arrets = new q.Arrets(lieux, recherche, racine.dataset.arrets);
    var rues = new q.Rues(lieux, m, (racine.dataset.rues || "").split(" ").filter(Boolean));
    var liste = new q.Liste(ou("liste"), m, filtres, dire, racine.dataset.racine);
    var reponses = new q.Reponses(liste, { donnees: racine.dataset.donnees, version: racine.dataset.version, mot: mot });
    var raisons = Object.keys(mots).filter(function (cle) { return cle.indexOf("raison_") === 0; }).map(function (cle) { return cle.slice(7); });
    var coches = new q.Coches(document.querySelector("[data-selection]").dataset.selection + ".manques", index, raisons);
    var champ = ou("ecrire").querySelector("input"), titre = ou("titre"), etat = {}, courante, trouve, donnees;
    var questions = q.questions({ m: m, dire: dire, mot: mot, lieux: lieux, arrets: arrets, rues: rues, etat: etat, raisons: raisons, connait: function () { return qui.connait(); } });
    var cinq = questions.cinq, qui = new q.QuiRepond(racine, { m: m, lieux: lieux, recherche: recherche, filtres: filtres, dire: dire, etat: etat }, encore);

    // More places are here, or will not come.
    function encore() { if (courante) qui.cherche(); else repond(true); }

    function mot(cle, valeurs) { return mots[cle].replace(/\{(\w+)\}/g, function (tout, nom) { return valeurs && nom in valeurs ? valeurs[nom] : tout; }); }
    function annonce(texte) { ou("annonce").textContent = texte; }
    function fait(texte) { annonce(texte); ou("fait").textContent = texte; }
    function personne() { Object.assign(etat, { rang: 0, page: 0, de: 0, criteres: {}, lieu: null, racine: null, semaine: false, coche: null }); }

    // Above everything, the line to call: for words that speak of a danger, and for a need that one of them is for.
    function secours(trouves) {
      var rang = filtres.rangs.besoin[etat.criteres.besoin];
      q.secours(ou("secours"), (trouves ? trouves.secours : m.secours.filter(function (l) { return l.besoins.indexOf(rang) >= 0; })).slice(0, TROIS), m, dire);
    }

    // To what comes next; whom to call stays in sight, and is heard.
    function regarde(e, dit) {
      var danger = !ou("secours").hidden;
      e.focus({ preventScroll: danger });
      if (danger) ou("secours").scrollIntoView({ block: "nearest" });
      annonce((danger ? ou("secours").innerText + " " : "") + dit);
    }

    // ---- a question

    function dits() {
      var noms = Object.keys(etat.criteres).map(function (cle) {
        var rang = cle === "q" || cle === "besoin" ? 0 : cle === "ouvert" ? 2 : cle === "langue" ? 3 : 4;
        return [q.Panneau.prototype.nom.call({ m: m, dire: dire }, cle, etat.criteres), rang];
      });
      if (etat.lieu) noms.push([etat.lieu.nom, 1]);
      if (etat.semaine) noms.push([mot("semaine"), 2]);
      ou("dits").replaceChildren.apply(ou("dits"), noms.map(function (x) {
        var li = element("li"), b = element("button", "puce choisie", x[0].replace(/[\u2068\u2069]/g, ""));
        b.type = "button";
        b.addEventListener("click", function () { va(x[1]); });
        li.append(b);
        return li;
      }));
      ou("dits").hidden = !noms.length;
    }

    // The choices of the question, nine at most at once: the ninth leads to more where there are more.
    function choix() {
      var tous = courante.choix(champ.value.trim()), page = tous.length > NEUF ? NEUF - 1 : NEUF, de = etat.page * page;
      if (de >= tous.length) etat.page = de = 0;
      var boutons = tous.slice(de, de + page).map(function (c, n) {
        var b = q.touche(n + 1, c.nom, function () { choisit(c); }, c.mis, c.picto);
        if (c.langue) { b.lastChild.lang = c.langue; b.lastChild.dir = "auto"; }
        return b;
      });
      if (tous.length > NEUF) boutons.push(q.touche(NEUF, mot("suite"), function () { etat.page += 1; choix(); titre.focus(); }));
      boutons.push(q.touche(0, courante.peu, function () { rien(); }));
      ou("choix").replaceChildren.apply(ou("choix"), boutons.map(function (b) { var li = element("li"); li.append(b); return li; }));
      return tous;
    }

    function choisit(c) {
      c.fait();
      if (c.fini) return;
      if (c.reste) pose(); else va(etat.rang + 1);
    }

    function rien() {
      var coche = etat.coche;
      courante.rien();
      if (!coche) va(etat.rang + 1);
    }

    // `garde`: the same question, on the same page of its choices.
    function pose() {
      var avant = courante;
      courante = etat.coche ? questions.manque(etat.coche, finitLaCoche) : cinq[etat.rang];
      if (avant !== courante || !courante.choix("").some(function (c) { return c.mis !== undefined; })) etat.page = 0;
      ou("reponses").hidden = true;
      ou("question").hidden = false;
      ou("rang").textContent = etat.coche ? "" : mot("rang", { n: etat.rang + 1, total: cinq.length });
      titre.textContent = courante.titre;
      champ.value = "";
      ou("ecrire").hidden = !courante.champ;
      ou("ecrire").querySelector("label").textContent = courante.champ ? mot(courante.champ) : "";
      if (ou("credit")) ou("credit").hidden = !courante.credit;
      ou("offres").hidden = true;
      ou("recule").hidden = !etat.coche && !etat.rang && etat.racine === null;
      dits();
      choix();
      if (etat.coche) { titre.focus(); return; }
      trouve = qui.cherche();
      secours(trouve.trouves);
      regarde(titre, Object.keys(etat.criteres).length ? trouve.dit : "");
    }

    function va(rang) {
      etat.page = etat.de = 0;
      etat.rang = Math.min(rang, cinq.length);
      if (!rang) etat.racine = null;
      if (etat.rang < cinq.length) pose(); else repond();
    }

    function recule() {
      if (etat.coche) { etat.coche = null; repond(); return; }
      if (!etat.rang && etat.racine !== null) { etat.racine = null; pose(); return; }
      va(Math.max(0, etat.rang - 1));
    }

    // Enter in the field: its words are the answer; where nothing is called so, what they may have meant.
    function entre() {
      var texte = champ.value.trim(), premiers;
      if (!texte) { rien(); return; }
      if (courante.entre) {
        if (courante.entre(texte)) { va(etat.rang + 1); return; }
        var offres = q.offres(etat.criteres, recherche.cherche(texte));
        ou("offres").hidden = false;
        if (!offres.length) { ou("offres").replaceChildren(element("p", "", dire.mot("mot_inconnu", { mot: texte }))); annonce(ou("offres").textContent); }
        else q.vouliezVous(ou("offres"), offres, { dire: dire, change: function (_, par) { champ.value = par; entre(); } });
        return;
      }
      premiers = choix();
      // A street may still be on its way; what is written meanwhile counts more.
      if (!premiers.length && courante.prepare && !courante.complet) {
        courante.prepare(function () { if (courante.complet && champ.value.trim() === texte) entre(); });
        return;
      }
      if (premiers.length) { choisit(premiers[0]); return; }
      ou("offres").hidden = false;
      ou("offres").replaceChildren(element("p", "", dire.mot(courante.credit ? "lieu_inconnu" : "mot_inconnu", { lieu: texte, mot: texte })));
      annonce(ou("offres").textContent);
    }

    // ---- the answers

    // `encore`: the same answers, of more places.
    function repond(encore) {
      var c = etat.criteres, proche = null, montres;
      courante = null;
      dits();
      trouve = qui.cherche();
      secours(trouve.trouves);
      var gardes = qui.lieuxDe(trouve.r), choisi = filtres.rangs.besoin[c.besoin], vides = trouve.trouves ? trouve.trouves.vides : [];
      if (choisi >= 0 && recherche.offerts && !recherche.existe(choisi)) vides = [choisi];
      q.vides(ou("vides"), vides, trouve.trouves ? trouve.trouves.secours : [], { m: m, dire: dire, racine: racine.dataset.racine, existe: recherche.existe.bind(recherche), change: function (slug) {
        delete c.q;
        c.besoin = slug;
        repond();
      } });
      ou("rien").replaceChildren();
      if (!gardes.length && !vides.length && qui.suivi.fini) {
        ou("rien").append(element("p", "", dire.mot("rien")));
        proche = q.plusProche(c, trouve.trouves, trouve.t, filtres);
        gardes = proche ? qui.lieuxDe(proche) : [];
        if (gardes.length) ou("rien").append(element("h3", "", dire.mot("le_plus_proche")));
        else { ou("rien").append(element("p", "", mot("aucune"))); q.aQui(ou("rien"), m, dire); }
      }
      ou("rien").hidden = !ou("rien").children.length;
      if (etat.de >= gardes.length) etat.de = 0;
      montres = gardes.slice(etat.de, etat.de + TROIS);
      etat.suite = gardes.length > TROIS;
      donnees = montres.map(function (x, n) {
        reponses.moment = c.ouvert && c.ouvert.indexOf("T") > 0;
        var d = { slug: m.slug(x[1]), donne: true, texte: reponses.texte(x[0], x[1]) };
        d.li = reponses.carte(x[0], x[1], n + 1, true, function () {
          d.donne = !d.donne;
          d.li.querySelector(":scope > .puce").setAttribute("aria-pressed", String(d.donne));
          donne();
        });
        return d;
      });
      ou("liste").replaceChildren.apply(ou("liste"), donnees.map(function (d) { return d.li; }));
      reponses.complete(donnees);
      ou("compte").textContent = proche ? "" : !gardes.length && !qui.suivi.fini ? qui.suivi.phrase : trouve.dit + (trouve.r.tous > trouve.r.n ? " · " + dire.compte("incertains", trouve.r.tous - trouve.r.n) : "");
      ou("question").hidden = true;
      ou("reponses").hidden = false;
      ou("fait").textContent = "";
      donne();
      if (!encore) regarde(document.getElementById("reponses"), ou("compte").textContent || ou("rien").textContent);
    }

    // What is in the text and on the sheet.
    function donne() {
      var donnes = donnees.filter(function (d) { return d.donne; }), texte = donnes.map(function (d) { return d.texte; }).join("\n\n");
      ou("texte").value = texte;
      ou("texte").rows = Math.max(3, texte.split("\n").length);
      ou("sms").href = q.sms(texte);
      ou("feuille").href = racine.dataset.racine + "selection/index.html#s=" + donnes.map(function (d) { return d.slug; }).join(",") + "&gros";
      ["4", "5", "6"].forEach(function (n) { touche(n).parentElement.hidden = !donnes.length; });
      touche("8").parentElement.hidden = !etat.suite;
      ou("texte").parentElement.hidden = !donnes.length;
    }
    function touche(n) { return ou("gestes").querySelector('[data-touche="' + n + '"]'); }

    // ---- what was not found

    function coche() {
      etat.coche = q.demande(filtres, etat, trouve.trouves);
      pose();
    }

    function finitLaCoche(raison) {
      var c = etat.coche, dit = "";
      etat.coche = null;
      if (raison) {
        coches.note(c.quartier, c.besoin, raison);
        dit = mot("note", { besoin: q.nomDe(index.besoins, c.besoin), quartier: q.nomDe(index.quartiers, c.quartier), raison: mot("raison_" + raison) });
      }
      repond();
      fait(dit);
    }

    // ---- what is pressed

    q.clavier(racine, { champ: champ, entre: entre, recule: recule, descend: function () { titre.focus(); }, ecrit: function () { return courante && courante.champ; } });
    champ.addEventListener("focus", function () {
      var ici = courante;
      if (ici.prepare) ici.prepare(function () { if (courante === ici && champ.value) choix(); });
    });
    champ.addEventListener("input", function () {
      var texte = champ.value.trim();
      etat.page = 0;
      ou("offres").hidden = true;
      if (!courante.entre) choix();
      else if (recherche.prete) { secours(texte ? recherche.cherche(texte) : null); annonce(ou("secours").innerText); }
    });
    touche("4").addEventListener("click", function () { q.copie(ou("texte"), function (reussi) { fait(mot(reussi ? "copie" : "a_copier")); }); });
    touche("7").addEventListener("click", coche);
    touche("8").addEventListener("click", function () { etat.de += TROIS; repond(); });
    touche("9").addEventListener("click", recule);
    touche("0").addEventListener("click", function () { personne(); va(0); });
    ou("recule").addEventListener("click", recule);
    coches.montre(ou("manques"), mot, annonce, function () { (courante ? titre : document.getElementById("reponses")).focus(); });

    racine.querySelectorAll("[data-avec-script]").forEach(function (e) { e.hidden = false; });
    personne();
    pose();
    qui.apprend(function () { if (!courante) repond(true); });
  }

  document.addEventListener("DOMContentLoaded", function () {
    var racine = document.querySelector("[data-guichet]");
    if (racine) q.demarre(racine, installe);
  });
})();
