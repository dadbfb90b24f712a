/* The answers of the desk: read out, or sent as plain text. What is said of a place comes from the finder's cards and, for the way in
   and what to bring, from the sheet of the selection: nothing is worded twice. */
"use strict";
(function () {
  var q = window.quifaitquoi, element = q.element, DITS = ["ouvert", "ferme", "rendez-vous"];

  // `liste`: the finder's cards. `x`: {donnees, version}, where the sheets are.
  function Reponses(liste, x) {
    this.liste = liste; this.x = x;
    // A message is read elsewhere: it says where a place is, and not how far from what was asked.
    this.dailleurs = Object.create(liste, { filtres: { get: function () { return { distances: new Float32Array(liste.m.total).fill(NaN), lieu: null }; } } });
  }

  function fait(faits, picto, contenu) {
    var li = element("li"), div = element("div");
    div.append(contenu);
    li.append(q.icone(picto), div);
    faits.append(li);
    return div;
  }

  Reponses.prototype.heures = function (u, fiche) {
    var l = this.liste;
    return l.m.index.f.etat[fiche] ? "" : q.heuresDuJour(l.m.h[u], l.filtres.t, l.m.heures, l.dire);
  };

  // Whether it is open, as the card says it; of another moment than now, with that moment.
  Reponses.prototype.statut = function (u, fiche) {
    var l = this.liste, t = l.filtres.t, statut = l.statut(u, fiche);
    if (!this.moment || DITS.indexOf(statut[0]) < 0) return statut;
    return [statut[0], l.dire.mot("ce_jour", { jour: l.dire.jour(t) + " " + l.dire.heure(t), heures: statut[1] })];
  };

  // `touche`: its digit; `donne`: whether it is in the text and on the sheet; `change()` turns that round.
  Reponses.prototype.carte = function (u, fiche, touche, donne, change) {
    var l = this.liste, m = l.m, f = m.index.f, dire = l.dire, li = element("li", "vignette"), titre = element("h3"), lien = l.ecrit(element("a", "", f.nom[fiche]));
    lien.href = l.racine + "fiches/" + m.slug(fiche) + "/index.html";
    lien.target = "_blank";  // what was asked is nowhere but on this page
    lien.rel = "noopener";
    titre.append(lien, element("span", "cache", " " + this.x.mot("onglet")));
    li.append(titre, q.ligneDeStatut(this.statut(u, fiche), dire));
    if (l.complet(u)) li.append(element("p", "statut statut-complet", dire.mot("complet")));
    var faits = element("ul", "faits"), heures = this.heures(u, fiche), conditions = l.conditions(u), langues = m.ensembles.l[m.l[u]];
    if (heures) fait(faits, "clock-outline", heures);
    fait(faits, "map-marker", l.lieu(u, fiche));
    li.entrer = fait(faits, "door-open", conditions.join(" · "));
    li.entrer.parentElement.hidden = !conditions.length;
    if (langues.length) fait(faits, "translate", dire.mot("langues") + " " + l.langues(langues));
    li.append(faits);
    l.actions(li, u, fiche);
    li.append(q.touche(touche, this.x.mot("donner", { nom: f.nom[fiche] }), change, donne));
    return li;
  };

  // The way in and what to bring, as the sheet says them, once it is here. Without it, what the card knows stays.
  Reponses.prototype.complete = function (cartes) {
    q.chargeFiches(cartes.map(function (c) { return c.slug; }), this.x.donnees, this.x.version, function (fiches) {
      cartes.forEach(function (c) {
        var entrer = fiches[c.slug] && q.feuilleDe(fiches[c.slug]).querySelector(".entrer > div");
        if (!entrer) return;
        c.li.entrer.replaceChildren.apply(c.li.entrer, Array.from(entrer.childNodes));
        c.li.entrer.parentElement.hidden = false;
      });
    });
  };

  // Name, hours, telephone, address: plain text, as short as a message.
  Reponses.prototype.texte = function (u, fiche) {
    var l = this.liste, m = l.m, index = m.index, f = index.f, rue = l.rue(u, fiche), cartes = index.cartes;
    var adresse = rue && !index.stops[u] ? [rue, cartes.communes[cartes.commune[fiche]]].filter(Boolean).join(", ") : "";
    if (adresse && cartes.provisoire[fiche]) adresse += " (" + cartes.provisoire[fiche] + ")";
    // In a line from the right the groups of a number would else come in the other order.
    var tel = m.tel(u) ? "\u2068" + q.boutonDAppel(m.tel(u)).textContent + "\u2069" : "";
    var texte = [f.nom[fiche], this.statut(u, fiche)[1], l.complet(u) ? l.dire.mot("complet") : "", this.heures(u, fiche),
      tel, adresse || this.dailleurs.lieu(u, fiche).textContent].filter(Boolean).join("\n").replace(/[\u00a0\u202f]/g, " ");
    return document.documentElement.dir === "rtl" ? texte : texte.replace(/[\u2068\u2069]/g, "");
  };

  q.Reponses = Reponses;
})();
