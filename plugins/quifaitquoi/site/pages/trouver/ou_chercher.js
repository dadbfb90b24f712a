/* A large directory before anybody said where: its start knows how many of what is asked each zone has, so that the zones are the
   choice, those with most of it at once and all of them in a list. */
"use strict";
(function () {
  var q = window.quifaitquoi, NOMMES = 3;

  // `ou`: where the zones stand; `choisit(key)`: once one is chosen.
  function OuChercher(ou, zones, dire, choisit) {
    var choix = ou.querySelector("select"), index = zones.m.index, pieces = {};
    this.ou = ou; this.zones = zones; this.dire = dire; this.choisit = choisit; this.choix = choix;
    zones.table.zones.forEach(function (z, n) { if (z >= 0) (pieces[z] = pieces[z] || []).push(n); });
    this.toutes = index.ordres.quartiers.filter(function (z) { return pieces[z]; }).map(function (z) {
      return { rang: z, cle: "quartier:" + index.quartiers[z][0], nom: index.quartiers[z][1], pieces: pieces[z] };
    });
    choix.addEventListener("change", function () { choisit(choix.value); });
  }

  // The zones with anything of what is asked; `n` only where it is how many fiches answer.
  OuChercher.prototype.avec = function (criteres, trouves) {
    var zones = this.zones, colonnes = zones.demandees(criteres, trouves);
    var su = colonnes.length === 1 && Object.keys(criteres).every(function (cle) { return cle === "besoin" || cle === "q" && colonnes[0]; });
    if (!zones.partout(colonnes)) { colonnes = [0]; su = false; }
    return this.toutes.map(function (zone) {
      return { zone: zone, combien: zone.pieces.reduce(function (somme, n) { return somme + zones.compte(n, colonnes); }, 0), su: su };
    }).filter(function (x) { return x.combien; });
  };

  OuChercher.prototype.montre = function (lieu, criteres, trouves) {
    var moi = this, dire = this.dire, avec = lieu ? [] : this.avec(criteres, trouves), puces = this.ou.querySelector("ul");
    var cle = avec.map(function (x) { return x.zone.rang + (x.su ? ":" + x.combien : ""); }).join();
    this.ou.hidden = !avec.length;
    if (this.cle === cle) return;
    this.cle = cle;
    var vues = avec.slice().sort(function (a, b) { return b.combien - a.combien; }).slice(0, OuChercher.EN_VUE);
    puces.replaceChildren.apply(puces, avec.filter(function (x) { return vues.indexOf(x) >= 0; }).map(function (x) { return moi.puce(x); }));
    this.choix.hidden = avec.length === vues.length;
    this.choix.replaceChildren(new Option(dire.compte("autres", avec.length - vues.length), ""));
    avec.forEach(function (x) { moi.choix.append(new Option(x.su ? dire.mot("choix", { nom: x.zone.nom, n: dire.nombre(x.combien) }) : x.zone.nom, x.zone.cle)); });
  };

  OuChercher.prototype.puce = function (x) {
    var moi = this, index = this.zones.m.index, li = q.element("li"), b = q.bouton(x.zone.nom, "map-marker");
    if (x.su) b.querySelector("small").textContent = this.dire.nombre(x.combien);
    if (index.source && index.etrangers.q.indexOf(x.zone.rang) >= 0) b.querySelector("span").lang = index.source;
    b.addEventListener("click", function () { moi.choisit(x.zone.cle); });
    li.append(b);
    return li;
  };

  // Of the needs that words name, how many fiches of the whole directory there are; "" where they name none that is offered.
  OuChercher.prototype.compte = function (trouves) {
    var zones = this.zones, dire = this.dire;
    return dire.enumere((trouves ? trouves.besoins : []).filter(function (b) { return b.entier && zones.partout([1 + b.rang]); }).slice(0, NOMMES).map(function (b) {
      return dire.mot("choix", { nom: zones.m.index.besoins[b.rang][1], n: dire.nombre(zones.partout([1 + b.rang])) });
    }));
  };

  OuChercher.EN_VUE = 12;
  q.OuChercher = OuChercher;
})();
