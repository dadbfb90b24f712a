/* The results as cards: text goes in as text, whatever a fiche holds. */
"use strict";
(function () {
  var q = window.quifaitquoi, SVG = "http://www.w3.org/2000/svg", PAGE = 20, VISIBLES = 6, BESOINS = 3, LANGUES = 6;
  var dessins = {};

  function element(nom, classe, texte) {
    var e = document.createElement(nom);
    if (classe) e.className = classe;
    if (texte !== undefined) e.textContent = texte;
    return e;
  }

  // A copy of the page's drawing: references to it, as the page itself uses, are slow by the hundred.
  function icone(nom) {
    var svg = dessins[nom];
    if (!svg) {
      svg = dessins[nom] = document.createElementNS(SVG, "svg");
      var symbole = document.getElementById("i-" + nom);
      svg.setAttribute("class", "icone");
      svg.setAttribute("aria-hidden", "true");
      if (symbole) {
        svg.setAttribute("viewBox", symbole.getAttribute("viewBox"));
        symbole.childNodes.forEach(function (trait) { svg.append(trait.cloneNode(true)); });
      }
    }
    return svg.cloneNode(true);
  }

  function Liste(ou, m, filtres, dire, racine) {
    this.ou = ou; this.m = m; this.filtres = filtres; this.dire = dire; this.racine = racine;
    this.faites = new Map();
  }

  // What nobody translated stays marked with its language: `genre` and `rang` say what it is, a fiche's name without them.
  Liste.prototype.ecrit = function (e, genre, rang) {
    if (this.m.index.source && (!genre || this.m.index.etrangers[genre].indexOf(rang) >= 0)) { e.lang = this.m.index.source; e.dir = "auto"; }
    return e;
  };

  function fait(liste, picto, contenu) {
    var li = element("li"), span = element("span");
    span.append(contenu);
    li.append(icone(picto), span);
    liste.append(li);
  }

  Liste.prototype.statut = function (u, fiche) {
    var f = this.m.index.f, etat = this.filtres.etats[this.m.h[u]];
    if (f.etat[fiche]) return ["hors-service", this.m.index.etats[f.etat[fiche]]];
    if (!etat) return ["sans", this.dire.mot("sans_horaires")];
    if (etat.etat === "hors") return ["inconnu", this.dire.mot("inconnu")];
    if (!this.filtres.sure(fiche)) {
      return ["lu", f.sur[fiche] === null ? this.m.index.lus[f.lu[fiche]] : this.dire.perimes(this.m.heures.premier + f.sur[fiche], Boolean(f.tel[fiche]))];
    }
    return [etat.etat, this.dire.statut(etat, this.filtres.t, this.m.heures)];
  };

  Liste.prototype.langues = function (rangs) {
    var index = this.m.index, noms = rangs.map(function (l) { return index.langues[l][1]; });
    return noms.length <= LANGUES ? this.dire.liste.format(noms) : noms.slice(0, LANGUES).join(this.dire.mot("virgule")) + " …";
  };

  Liste.prototype.conditions = function (u) {
    var m = this.m, conditions = m.index.conditions;
    return Object.keys(conditions).map(function (nom) { return conditions[nom][3][m.code(u, nom)]; }).filter(Boolean);
  };

  Liste.prototype.complet = function (u) {
    var dates = this.m.index.complets[u], jour = this.filtres.aujourdhui;
    return dates && dates[0] <= jour && (dates[1] === null || jour <= dates[1]);
  };

  Liste.prototype.carte = function (u, fiche, voulus) {
    var m = this.m, index = m.index, f = index.f, dire = this.dire, moi = this;
    var li = element("li", "vignette"), titre = element("h3"), lien = this.ecrit(element("a", "", f.nom[fiche]));
    lien.href = this.racine + "fiches/" + m.slug(fiche) + "/index.html";
    titre.append(lien);
    var statut = this.statut(u, fiche), dit = element("p", "statut statut-" + statut[0]);
    dit.append(icone(statut[0] === "ouvert" ? "check-circle-outline" : statut[0] === "ferme" ? "clock-outline" : "alert-outline"), dire.pose(element("span"), statut[1]));
    li.append(titre, dit);
    if (this.complet(u)) { var plein = element("p", "statut statut-complet"); plein.append(icone("account-group"), element("span", "", dire.mot("complet"))); li.append(plein); }
    var faits = element("ul", "faits"), tous = m.ensembles.b[m.b[u]].slice();
    if (!tous.length) for (var k = m.debut[fiche]; k < m.debut[fiche + 1]; k += 1) m.ensembles.b[m.b[k]].forEach(function (b) { if (tous.indexOf(b) < 0) tous.push(b); });
    tous.sort(function (a, b) { return (voulus[b] || 0) - (voulus[a] || 0); });
    if (tous.length) {
      var reste = tous.length - BESOINS, besoins = element("span");
      tous.slice(0, BESOINS).forEach(function (b, i) { besoins.append(i ? " · " : "", moi.ecrit(element("span", "", index.besoins[b][1]), "b", b)); });
      if (reste > 0) besoins.append(" ", element("span", "note", dire.compte("autres", reste)));
      fait(faits, "format-list-bulleted", besoins);
    }
    var ou = [], z = m.ensembles.q[f.q[fiche]][0], zone = index.quartiers[z], metres = this.filtres.distances[u], stop = index.stops[u];
    if (stop) ou.push(this.ecrit(element("span", "", index.arrets[stop[0]])));
    else if (zone && !zone[4]) ou.push(this.ecrit(element("span", "", zone[1]), "q", z));
    if (metres === metres) ou.unshift(element("b", "", dire.distance(metres)));
    else if (this.filtres.lieu && f.g[fiche] === m.genres.lieu) ou.push(element("span", "note", dire.mot("sans_position")));
    if (!ou.length && zone) ou.push(this.ecrit(element("span", "", zone[1]), "q", z));
    if (ou.length) {
      var place = element("span");
      ou.forEach(function (x, i) { if (i) place.append(" · "); place.append(x); });
      fait(faits, index.genres[f.g[fiche]][1], place);
    }
    var conditions = this.conditions(u), langues = m.ensembles.l[m.l[u]];
    if (conditions.length) fait(faits, "door-open", conditions.join(" · "));
    if (langues.length) fait(faits, "translate", dire.mot("langues") + " " + this.langues(langues));
    li.append(faits);
    if (f.tel[fiche] && (statut[0] !== "ouvert" || f.g[fiche] === m.genres.telephone)) {
      var appele = f.tel[fiche].split("|"), tel = element("a", "bouton tel"), sms = appele[0].indexOf("sms:") === 0;
      var numero = element("bdi", "", appele[1] || moi.lisible(appele[0]));
      tel.href = (sms ? "" : "tel:") + appele[0];
      numero.dir = "auto";
      tel.append(icone(sms ? "message-text-outline" : "phone"), numero);
      li.append(tel);
    }
    return li;
  };

  Liste.prototype.lisible = function (tel) {
    var national = /^\+33(\d{9})$/.exec(tel);
    return national ? ("0" + national[1]).replace(/(..)(?=.)/g, "$1\u00a0") : tel;
  };

  // `vite`: only the cards that fit on a screen, for somebody who is still typing. `suite` shows more.
  // `doutes`: the filters of which nothing is known for the cards that come last.
  Liste.prototype.montre = function (resultat, voulus, vite, doutes) {
    var moi = this;
    // While somebody types, most cards stay: they are made again only when what they say may have changed.
    var cle = [this.filtres.t, Object.keys(voulus), this.filtres.lieu && [this.filtres.lieu.lat, this.filtres.lieu.lon], this.m.index.f.tel.length].join();
    if (cle !== this.cle || this.faites.size > 400) { this.faites = new Map(); this.cle = cle; }
    this.resultat = resultat; this.voulus = voulus; this.doutes = doutes; this.montrees = 0;
    var cartes = this.cartes(vite ? VISIBLES : PAGE), avant = this.ou.children;
    while (avant.length > cartes.length) avant[avant.length - 1].remove();
    cartes.forEach(function (carte, i) { if (avant[i] !== carte) { if (avant[i]) avant[i].replaceWith(carte); else moi.ou.append(carte); } });
  };
  Liste.prototype.reste = function () { return this.resultat.tous > this.montrees; };

  Liste.prototype.suite = function () {
    var cartes = this.cartes(PAGE);
    this.ou.append.apply(this.ou, cartes);
    return cartes.filter(function (li) { return li.querySelector("a"); })[0];
  };

  // What stands before the places where the answer is not known.
  Liste.prototype.autres = function () {
    var r = this.resultat, li = element("li", "autres");
    li.append(element("h3", "", this.dire.compte("non_renseigne", r.tous - r.n).replace("{filtres}", this.dire.liste.format(this.doutes))));
    return li;
  };

  Liste.prototype.cartes = function (combien) {
    var r = this.resultat, fin = Math.min(r.tous, this.montrees + combien), cartes = [];
    for (; this.montrees < fin; this.montrees += 1) {
      if (this.montrees === r.n) cartes.push(this.autres());
      var fiche = this.filtres.ficheDe(r.ordre[this.montrees]), u = this.filtres.unite[fiche];
      if (!this.faites.has(u)) this.faites.set(u, this.carte(u, fiche, this.voulus));
      cartes.push(this.faites.get(u));
    }
    return cartes;
  };

  q.Liste = Liste;
  q.element = element;
  q.icone = icone;
})();
