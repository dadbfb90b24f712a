/* The form: buttons, lists of choices with how many results each would leave, and what is chosen, to be taken away. */
"use strict";
(function () {
  var q = window.quifaitquoi, element = q.element, icone = q.icone;

  function Panneau(racine, m, dire, change) {
    this.racine = racine; this.m = m; this.dire = dire; this.change = change;
    this.ou = function (role) { return racine.querySelector("[data-" + role + "]"); };
    this.boutons = {};
    this.construit();
  }

  function bouton(texte, picto) {
    var b = element("button", "puce");
    b.type = "button";
    if (picto) b.append(icone(picto));
    b.append(element("span", "", texte), " ", element("small"));
    return b;
  }

  Panneau.prototype.bascule = function (ou, cle, valeur, texte, picto) {
    var moi = this, b = bouton(texte, picto), li = element("li");
    b.addEventListener("click", function () { moi.change(cle, b.getAttribute("aria-pressed") === "true" ? null : valeur); });
    li.append(b);
    ou.append(li);
    this.boutons[cle + " " + valeur] = b;
    return b;
  };

  Panneau.prototype.construit = function () {
    var moi = this, index = this.m.index, dire = this.dire, racines = this.ou("racines");
    racines.replaceChildren();
    index.racines.forEach(function (r, n) { moi.marque(moi.bascule(racines, "besoin", r[0], r[1], r[3]), "r", n); });
    var rapides = this.ou("rapides");
    this.bascule(rapides, "ouvert", "maintenant", dire.mot("ouvert_maintenant"), "clock-outline");
    // A narrow screen has room for the end of these words only.
    var jour = this.bascule(rapides, "ouvert", "aujourdhui", dire.mot("ouvert_aujourdhui"));
    jour.querySelector("span").className = "cache au-large";
    jour.querySelector("span").after(element("span", "court", dire.mot("aujourdhui_court")));
    var simples = this.ou("simples");
    q.SIMPLES.forEach(function (s) { dire.pose(moi.bascule(simples, s[0], true, "").querySelector("span"), dire.mot(s[1])); });
    this.choix = [["langue", index.langues, "toutes_langues", index.ordres.langues], ["pour", index.publics, "tous_publics", index.ordres.publics],
      ["sans", index.sans, "peu_importe", index.ordres.sans], ["pairs", index.pairs, "peu_importe", index.ordres.pairs]];
    this.choix.forEach(function (x) {
      var select = moi.ou("choix-" + x[0]);
      select.parentElement.hidden = !x[1].length;
      select.append(new Option(dire.mot(x[2]), ""));
      x[3].forEach(function (rang) { select.append(new Option(x[1][rang][1], x[1][rang][0])); });
      select.addEventListener("change", function () { moi.change(x[0], select.value || null); });
    });
  };

  // A name that nobody translated says which language it is in.
  Panneau.prototype.marque = function (e, genre, rang) {
    if (this.m.index.source && this.m.index.etrangers[genre].indexOf(rang) >= 0) e.querySelector("span").lang = this.m.index.source;
  };

  // How many fiches a choice would leave, and of how many more it is not sure: the numbers that stand above the list once it is made.
  Panneau.prototype.combien = function (compteur, i, dit) {
    var n = dit(compteur.n[i]), inconnus = compteur.inconnus[i];
    return inconnus ? [n, this.dire.compte("incertains", inconnus)] : [n];
  };

  Panneau.prototype.nombre = function (b, compteur, i) {
    if (b.closest("[hidden]")) return;
    if (!compteur) {  // nobody knows how many
      b.querySelector("small").textContent = "";
      b.removeAttribute("aria-label");
      b.classList.remove("vide");
      return;
    }
    var dire = this.dire, court = this.combien(compteur, i, function (n) { return dire.nombre(n); }).join(" · ");
    // What is seen is part of what is heard.
    var long = b.querySelector("span").textContent + dire.mot("virgule") + (compteur.inconnus[i] ? court : dire.compte("resultats", compteur.n[i]));
    if (b.getAttribute("aria-label") === long) return;
    b.querySelector("small").textContent = court;
    b.setAttribute("aria-label", long);
    b.classList.toggle("vide", !compteur.n[i] && !compteur.inconnus[i]);
  };

  // `criteres` and what the filters counted, into the form; `besoins`: the same, as needs count it; `repondu`: whether what was
  // typed has an answer, here or elsewhere.
  Panneau.prototype.montre = function (criteres, r, besoins, repondu) {
    var m = this.m, index = m.index, dire = this.dire, comptes = r.comptes, moi = this, i;
    function pose(cle, valeur, compteur, n) {
      var b = moi.boutons[cle + " " + valeur];
      b.setAttribute("aria-pressed", String(criteres[cle] === valeur));
      moi.nombre(b, compteur, n);
    }
    index.racines.forEach(function (racine, n) { pose("besoin", racine[0], besoins.racine, n); });
    pose("ouvert", "maintenant", comptes.ouvert, 0);
    pose("ouvert", "aujourdhui", comptes.ouvert, 1);
    q.SIMPLES.forEach(function (s, n) { pose(s[0], true, comptes.simples, n); });
    this.choix.forEach(function (x) {
      var rangs = {}, select = moi.ou("choix-" + x[0]);
      x[1].forEach(function (terme, n) { rangs[terme[0]] = n; });
      for (i = 1; i < select.options.length; i += 1) {
        var o = select.options[i], rang = rangs[o.value];
        var dit = !comptes[x[0]] ? x[1][rang][1] : dire.mot("choix", { nom: x[1][rang][1], n: moi.combien(comptes[x[0]], rang, function (n) { return dire.nombre(n); }).join(" · ") });
        if (o.text !== dit) o.text = dit;
      }
      select.value = criteres[x[0]] || "";
    });
    this.sousBesoins(criteres, besoins, repondu);
    var champ = this.ou("mots");
    if (document.activeElement !== champ) champ.value = criteres.q || "";
  };

  // Once a large need is chosen, the ones inside it take its place.
  Panneau.prototype.sousBesoins = function (criteres, comptes, repondu) {
    var index = this.m.index, moi = this, choisi = criteres.besoin, ou = this.ou("sous");
    var racines = [];
    index.racines.forEach(function (r, n) { if (r[0] === choisi) racines = [n]; });
    if (choisi && !racines.length) index.besoins.forEach(function (b) { if (b[0] === choisi) racines = b[3].slice(0, 1); });
    var cle = racines.join();
    this.ou("racines").hidden = racines.length > 0 || (Boolean(criteres.q) && repondu);
    ou.hidden = !racines.length;
    if (ou.dataset.de !== cle) {
      ou.dataset.de = cle;
      ou.replaceChildren();
      this.sous = [];
      if (racines.length) {
        var li = element("li"), tous = bouton(moi.dire.mot("tous_besoins"), "arrow-left");
        tous.classList.add("retour");
        tous.addEventListener("click", function () { moi.change("besoin", null); moi.ou("racines").querySelector("button").focus(); });
        li.append(tous);
        ou.append(li);
        var racine = index.racines[racines[0]];
        this.marque(this.bascule(ou, "besoin", racine[0], racine[1], racine[3]), "r", racines[0]);
        index.besoins.forEach(function (b, n) {
          if (b[3].indexOf(racines[0]) < 0) return;
          if (!moi.existe(n)) return;
          moi.marque(moi.bascule(ou, "besoin", b[0], b[1]), "b", n);
          moi.sous.push(n);
        });
      }
    }
    if (!racines.length) return;
    var large = this.boutons["besoin " + index.racines[racines[0]][0]];
    large.setAttribute("aria-pressed", String(choisi === index.racines[racines[0]][0]));
    this.nombre(large, comptes.racine, racines[0]);
    this.sous.forEach(function (n) {
      var b = moi.boutons["besoin " + index.besoins[n][0]];
      b.setAttribute("aria-pressed", String(choisi === index.besoins[n][0]));
      moi.nombre(b, comptes.besoin, n);
    });
  };

  Panneau.prototype.existe = function (besoin) {
    if (!this.existants) {
      var m = this.m, vus = this.existants = {};
      for (var u = 0; u < m.total; u += 1) m.ensembles.b[m.b[u]].forEach(function (b) { vus[b] = true; });
    }
    return this.existants[besoin] || this.m.ailleurs && this.m.ailleurs(besoin);
  };

  // The name of a choice in words.
  Panneau.prototype.nom = function (cle, criteres) {
    var index = this.m.index, dire = this.dire, valeur = criteres[cle];
    function dans(liste) { return (liste.filter(function (x) { return x[0] === valeur; })[0] || ["", valeur])[1]; }
    if (cle === "q") return dire.mot("mot", { mot: valeur });
    if (cle === "besoin") return index.racines.some(function (r) { return r[0] === valeur; }) ? dans(index.racines) : dans(index.besoins);
    if (cle === "langue") return dire.mot("langue_parlee", { langue: dans(index.langues) });
    if (cle === "pour") return dire.mot("pour", { public: dans(index.publics) });
    if (cle === "sans") return dans(index.sans);
    if (cle === "pairs") return dire.mot("pairs", { quoi: dans(index.pairs) });
    if (cle === "ouvert") {
      if (valeur === "maintenant" || valeur === "aujourdhui") return dire.mot("ouvert_" + valeur);
      var t = this.m.heures.instant(valeur);
      return dire.mot("ouvert_moment", { quand: dire.jour(t) + " " + dire.date(t) + " " + dire.heure(t) });
    }
    return dire.mot(q.SIMPLES.filter(function (s) { return s[0] === cle; })[0][1]);
  };

  q.Panneau = Panneau;
  q.bouton = bouton;
})();
