/* The results as cards: text goes in as text, whatever a fiche holds. */
"use strict";
(function () {
  var q = window.quifaitquoi, element = q.element, icone = q.icone, PAGE = 20, VISIBLES = 6, BESOINS = 3, LANGUES = 6;
  var CARTE = "https://www.openstreetmap.org/", ANDROID = /Android/.test(navigator.userAgent);

  function Liste(ou, m, filtres, dire, racine) {
    this.ou = ou; this.m = m; this.filtres = filtres; this.dire = dire; this.racine = racine;
    this.faites = new Map();
  }

  function enLigne(choses) {
    var ligne = element("span");
    choses.forEach(function (chose, i) { ligne.append(i ? " · " : "", chose); });
    return ligne;
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
    if (etat && etat.etat === "hors") return ["inconnu", this.dire.mot("inconnu")];
    return q.jugeEtat(etat, this.filtres.t, this.m.heures, this.dire, { sur: f.sur[fiche], lu: this.m.index.lus[f.lu[fiche]],
      telephone: Boolean(this.m.tel(u)), jour: this.filtres.aujourdhui });
  };

  Liste.prototype.langues = function (rangs) {
    var index = this.m.index, noms = rangs.map(function (l) { return index.langues[l][1]; });
    return noms.length <= LANGUES ? this.dire.enumere(noms) : noms.slice(0, LANGUES).join(this.dire.mot("virgule")) + " …";
  };

  Liste.prototype.conditions = function (u) {
    var m = this.m, conditions = m.index.conditions;
    var dites = Object.keys(conditions).map(function (nom) { return conditions[nom][3][m.code(u, nom)]; });
    return [m.index.cartes && m.index.cartes.portes[m.index.cartes.porte[u]]].concat(dites).filter(Boolean);
  };

  Liste.prototype.complet = function (u) {
    var dates = this.m.index.complets[u], jour = this.filtres.aujourdhui;
    return dates && dates[0] <= jour && (dates[1] === null || jour <= dates[1]);
  };

  Liste.prototype.carte = function (u, fiche, voulus) {
    var m = this.m, index = m.index, f = index.f, dire = this.dire, moi = this;
    var li = element("li", "vignette"), titre = element("h3"), lien = this.ecrit(element("a", "", f.nom[fiche])), cartes = index.cartes;
    lien.href = this.racine + "fiches/" + m.slug(fiche) + "/index.html";
    titre.append(lien);
    var statut = this.statut(u, fiche), dites = f.etat[fiche] ? "" : q.heuresDuJour(m.h[u], this.filtres.t, m.heures, dire);
    li.append(titre, q.ligneDeStatut(statut, dire));
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
    if (dites) fait(faits, "clock-outline", dites);
    fait(faits, index.genres[f.g[fiche]][1], this.lieu(u, fiche));
    var conditions = this.conditions(u), langues = m.ensembles.l[m.l[u]];
    if (conditions.length) fait(faits, "door-open", conditions.join(" · "));
    var sans = m.ensembles.s[m.s[u]].filter(function (rang) { return rang < index.sans.length; });
    if (sans.length) fait(faits, "lock-open-variant-outline", enLigne(sans.map(function (rang) { return moi.ecrit(element("span", "", index.sans[rang][1]), "s", rang); })));
    var vecu = m.ensembles.v[m.v[u]];
    if (vecu.length) fait(faits, "hand-heart-outline", dire.mot("pairs", { quoi: vecu.map(function (rang) { return index.pairs[rang][1]; }).join(" · ") }));
    if (langues.length) fait(faits, "translate", dire.mot("langues") + " " + this.langues(langues));
    li.append(faits);
    if (cartes) {
      var sure = element("p", "confiance confiance-" + (f.sur[fiche] === null ? "lue" : this.filtres.aujourdhui <= f.sur[fiche] ? "verifiee" : "perimee"));
      sure.append(icone(f.sur[fiche] === null ? "book-open-outline" : this.filtres.aujourdhui <= f.sur[fiche] ? "check-circle-outline" : "clock-alert-outline"),
        element("span", "", cartes.etiquettes[cartes.etiquette[fiche]]));
      li.append(sure);
    }
    if (!f.etat[fiche]) this.actions(li, u, fiche);
    return li;
  };

  // The street that one goes to; "" where there is none, 0 where it is withheld.
  Liste.prototype.rue = function (u, fiche) {
    var index = this.m.index;
    return this.m.c[u] & index.clos ? "" : index.cartes && index.cartes.rue[fiche];
  };

  // Where: how far, then the stop, or the neighbourhood and the street; of a line that one calls, what it is.
  Liste.prototype.lieu = function (u, fiche) {
    var m = this.m, index = m.index, f = index.f, dire = this.dire, ou = [];
    var z = m.ensembles.q[f.q[fiche]][0], zone = index.quartiers[z], metres = this.filtres.distances[u], stop = index.stops[u], rue = this.rue(u, fiche);
    if (metres === metres) ou.push(element("b", "", dire.distance(metres, this.filtres.lieu.vague || !stop && index.environ[fiche])));
    if (stop) ou.push(this.ecrit(element("span", "", index.arrets[stop[0]])));
    else if (index.surPlace[f.g[fiche]]) {
      if (zone && !zone[4]) ou.push(this.ecrit(element("span", "", zone[1]), "q", z));
      if (rue) ou.push(this.ecrit(element("span", "", rue)));
      if (rue && index.cartes.provisoire[fiche]) ou.push(index.cartes.provisoire[fiche]);
      else if (rue === 0) ou.push(dire.pose(element("span"), dire.mot("adresse_non_publiee")));
    }
    if (!ou.length && m.c[u] & index.clos) ou.push(dire.pose(element("span"), dire.mot("pas_de_la_rue")));
    if (!ou.length) ou.push(index.genres[f.g[fiche]][2]);
    if (metres !== metres && m.situee && this.filtres.lieu && f.g[fiche] === m.genres.lieu && !(m.c[u] & index.clos)) ou.push(element("span", "note", dire.mot("sans_position")));
    return enLigne(ou);
  };

  Liste.prototype.actions = function (li, u, fiche) {
    var m = this.m, index = m.index, f = index.f, actions = element("p", "actions"), ici = m.latlon(u), rue = this.rue(u, fiche);
    if (m.tel(u)) actions.append(q.boutonDAppel(m.tel(u)));
    var situe = ici[0] === ici[0] && f.g[fiche] === m.genres.lieu && !index.environ[fiche];
    if (situe || rue) {
      var point = ici[0].toFixed(5) + "," + ici[1].toFixed(5), commune = rue && index.cartes.communes[index.cartes.commune[fiche]];
      var cherche = encodeURIComponent(rue + (commune ? ", " + commune : "")), y = element("a", "bouton"), dit = element("span", "", this.dire.mot("y_aller"));
      y.rel = "noreferrer noopener external";
      if (ANDROID) y.href = situe ? "geo:" + point + "?q=" + point : "geo:0,0?q=" + cherche;
      else y.href = CARTE + (situe ? "?mlat=" + ici[0].toFixed(5) + "&mlon=" + ici[1].toFixed(5) + "#map=18/" + point.replace(",", "/") : "search?query=" + cherche);
      var precis = element("span", "cache", " : ");
      precis.append(this.ecrit(element("span", "", f.nom[fiche])));
      dit.append(precis);
      y.append(icone("directions"), dit);
      actions.append(" ", y);
    }
    if (actions.children.length) li.append(actions);
  };

  // `vite`: only the cards that fit on a screen, for somebody who is still typing.
  // `doutes`: the filters of which nothing is known for the cards that come last. These have a page of their own, so that nobody
  // has to ask for all the sure ones before their heading.
  Liste.prototype.montre = function (resultat, voulus, vite, doutes) {
    var moi = this;
    // While somebody types, most cards stay: they are made again only when what they say may have changed.
    var cle = [this.filtres.t, Object.keys(voulus), this.filtres.lieu && [this.filtres.lieu.lat, this.filtres.lieu.lon], this.m.index.f.tel.length].join();
    if (cle !== this.cle || this.faites.size > 400) { this.faites = new Map(); this.cle = cle; }
    this.resultat = resultat; this.voulus = voulus; this.doutes = doutes;
    var sures = { de: 0, a: resultat.n }, autres = { de: resultat.n, a: resultat.tous }, incertaines = resultat.tous > resultat.n;
    var cartes = this.page(sures, vite ? VISIBLES : PAGE), avant = this.ou.children;
    if (incertaines && sures.de < sures.a) cartes.push(this.encore(sures));
    if (incertaines) cartes = cartes.concat(this.autres(), this.page(autres, vite ? Math.max(0, VISIBLES - resultat.n) : PAGE));
    this.dernieres = incertaines ? autres : sures;
    while (avant.length > cartes.length) avant[avant.length - 1].remove();
    cartes.forEach(function (carte, i) { if (avant[i] !== carte) { if (avant[i]) avant[i].replaceWith(carte); else moi.ou.append(carte); } });
  };
  Liste.prototype.reste = function () { return this.dernieres.de < this.dernieres.a; };

  Liste.prototype.suite = function () {
    var cartes = this.page(this.dernieres, PAGE);
    this.ou.append.apply(this.ou, cartes);
    return cartes[0];
  };

  // More of the sure ones, before the heading of the others.
  Liste.prototype.encore = function (sures) {
    var moi = this, li = element("li", "suite-liste"), bouton = element("button", "bouton", this.dire.mot("plus"));
    bouton.type = "button";
    bouton.addEventListener("click", function () {
      var cartes = moi.page(sures, PAGE);
      li.before.apply(li, cartes);
      cartes[0].querySelector("a").focus();
      if (sures.de === sures.a) li.remove();
    });
    li.append(bouton);
    return li;
  };

  // What stands before the places where the answer is not known.
  Liste.prototype.autres = function () {
    var r = this.resultat, li = element("li", "autres");
    this.titre = element("h3", "", this.dire.compte("non_renseigne", r.tous - r.n).replace("{filtres}", this.dire.enumere(this.doutes)));
    this.titre.tabIndex = -1;
    li.append(this.titre);
    return li;
  };

  // The next cards of a group, which goes from one result to another.
  Liste.prototype.page = function (groupe, combien) {
    var r = this.resultat, fin = Math.min(groupe.a, groupe.de + combien), cartes = [];
    for (; groupe.de < fin; groupe.de += 1) {
      var fiche = this.filtres.ficheDe(r.ordre[groupe.de]), u = this.filtres.unite[fiche];
      if (!this.faites.has(u)) this.faites.set(u, this.carte(u, fiche, this.voulus));
      cartes.push(this.faites.get(u));
    }
    return cartes;
  };

  q.Liste = Liste;
})();
