/* Who answers before any address: the line to call in danger, and for a need that no fiche offers, whom to ask. */
"use strict";
(function () {
  var q = window.quifaitquoi, element = q.element, VOISINS = 3;

  function numero(appele, ecrit) {
    var a = element("a", "bouton tel numero"), bdi = element("bdi", "", ecrit);
    a.href = appele;
    bdi.dir = "auto";
    a.append(q.icone(appele.indexOf("sms:") === 0 ? "message-text-outline" : "phone"), bdi);
    return a;
  }

  function lignes(ou, liste, m) {
    var ul = element("ul");
    liste.forEach(function (ligne) {
      var li = element("li"), mots = element("div");
      if (m.index.source && m.index.etrangers.u.indexOf(m.secours.indexOf(ligne)) >= 0) mots.lang = m.index.source;
      mots.append(element("b", "", ligne.nom));
      if (ligne.pour) mots.append(element("p", "", ligne.pour));
      li.append(numero(ligne.appele, ligne.numero), mots);
      ul.append(li);
    });
    ou.append(ul);
  }

  // Who keeps the directory, as a line to call; none where it has no number.
  function gardien(m) {
    var c = m.index.contact;
    return c ? [{ appele: c[0], numero: c[1], nom: c[2] }] : [];
  }

  // Above everything, for words that speak of a danger.
  q.secours = function (ou, liste, m, dire) {
    var cle = liste.map(function (l) { return l.numero; }).join();
    if (ou.dataset.lignes === cle) return;
    ou.dataset.lignes = cle;
    ou.replaceChildren();
    ou.hidden = !liste.length;
    if (!liste.length) return;
    ou.append(element("h2", "", dire.mot("a_appeler")));
    lignes(ou, liste, m);
  };

  // Whom to ask where no address is known: those that answer for many needs, and who keeps the directory.
  q.aQui = function (ou, m, dire) {
    var liste = m.secours.filter(function (l) { return l.racines.length; }).concat(gardien(m));
    if (!liste.length) return;
    ou.append(element("p", "", dire.mot("vide_qui")));
    lignes(ou, liste, m);
  };

  // Those of the same kind that some fiche offers: by the roots that they share, the first one above all, then as the vocabulary
  // puts them side by side.
  function voisins(besoin, m, existe) {
    var besoins = m.index.besoins, racines = besoins[besoin][3], notes = [];
    besoins.forEach(function (b, n) {
      if (n === besoin || !existe(n)) return;
      var communes = b[3].filter(function (r) { return racines.indexOf(r) >= 0; }).length;
      if (communes) notes.push([n, communes + (b[3][0] === racines[0] ? 4 : 0) - Math.abs(n - besoin) / besoins.length]);
    });
    return notes.sort(function (a, b) { return b[1] - a[1]; }).slice(0, VOISINS).map(function (x) { return x[0]; });
  }

  // x: {m, dire, racine, existe, change, nom(e, besoin)}. `dites`: the lines that are shown already.
  q.vides = function (ou, besoins, dites, x) {
    var cle = besoins.join();
    ou.hidden = !besoins.length;
    if (ou.dataset.besoins === cle) return;
    ou.dataset.besoins = cle;
    ou.replaceChildren();
    besoins.forEach(function (b) {
      var besoin = x.m.index.besoins[b], titre = element("h2", "", x.dire.mot("vide", { besoin: besoin[1] })), suite = element("p"), lien = element("a", "", x.dire.mot("vide_page"));
      lien.href = x.racine + "besoins/" + besoin[0] + "/index.html";
      suite.append(lien);
      ou.append(titre, suite);
      var qui = x.m.secours.filter(function (l) {
        return l.besoins.indexOf(b) >= 0 || l.racines.indexOf(besoin[3][0]) >= 0;
      }).filter(function (l) { return dites.indexOf(l) < 0; }).concat(gardien(x.m));
      if (qui.length) {
        ou.append(element("p", "", x.dire.mot("vide_qui")));
        lignes(ou, qui.slice(0, 1), x.m);
      }
      var pres = voisins(b, x.m, x.existe), ul = element("ul", "puces");
      if (!pres.length) return;
      pres.forEach(function (n) {
        var li = element("li"), bouton = q.bouton(x.m.index.besoins[n][1]);
        bouton.addEventListener("click", function () { x.change(x.m.index.besoins[n][0]); });
        li.append(bouton);
        ul.append(li);
      });
      ou.append(element("p", "", x.dire.mot("vide_voisins")), ul);
    });
  };
})();
