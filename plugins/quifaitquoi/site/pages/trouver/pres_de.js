/* The field that says where: proposes places while one types, takes the best with Enter, or the visitor's own position. */
"use strict";
(function () {
  var q = window.quifaitquoi;

  // `choisi(lieu)` is called with each place that is taken.
  function PresDe(ou, parts, choisi) {
    var moi = this, champ = ou("lieu");
    this.ou = ou; this.choisi = choisi; this.champ = champ;
    this.lieux = parts.lieux; this.arrets = parts.arrets; this.rues = parts.rues;
    this.dire = parts.dire; this.dit = parts.dit; this.source = parts.source;
    champ.addEventListener("focus", function () {
      moi.charge(function () { if (document.activeElement === champ && champ.value) moi.propose(); });
    });
    champ.addEventListener("input", function () { moi.propose(); });
    champ.addEventListener("keydown", function (e) {
      if (e.key !== "Enter") return;
      e.preventDefault();
      moi.prendLeMeilleur();
    });
    ou("moi").addEventListener("click", function () { moi.demandePosition(); });
  }

  // Stops first: streets of one name are told apart by what is near them. `puis` is called after each part that comes.
  PresDe.prototype.charge = function (puis) {
    var rues = this.rues;
    this.arrets.charge(function () { puis(); rues.charge(puis); });
  };
  PresDe.prototype.complet = function () { return this.arrets.tous && this.rues.toutes; };

  PresDe.prototype.propose = function () {
    var moi = this, place = this.ou("lieux"), texte = this.champ.value.trim(), proches = this.lieux.proches(texte, 6), dire = this.dire;
    place.replaceChildren();
    proches.forEach(function (lieu) {
      var li = q.element("li"), b = q.bouton(lieu.nom, "map-marker");
      if (lieu.vague && moi.source) b.querySelector("span").lang = moi.source;
      b.addEventListener("click", function () { moi.prend(lieu); });
      li.append(b);
      place.append(li);
    });
    this.ou("annonce-lieux").textContent = proches.length ? dire.compte("lieux_proposes", proches.length) : "";
    this.dit("avis-lieu", texte.length > 2 && !proches.length && this.complet() ? dire.mot("lieu_inconnu", { lieu: texte }) : "");
    return proches;
  };

  PresDe.prototype.prend = function (lieu) {
    this.choisi(lieu);
    this.ou("compte").focus();
  };

  // The best is known once all have come; what is written meanwhile counts more.
  PresDe.prototype.prendLeMeilleur = function () {
    var moi = this, voulu = this.champ.value, fait = false;
    this.charge(function () {
      if (fait || !moi.complet() || moi.champ.value !== voulu) return;
      fait = true;
      var proches = moi.propose();
      if (proches.length) moi.prend(proches[0]);
    });
  };

  PresDe.prototype.demandePosition = function () {
    var moi = this, dire = this.dire;
    this.dit("avis-lieu", dire.mot("position_cherchee"));
    this.lieux.moi(dire.mot("pres_de_moi"), this.choisi, function () { moi.dit("avis-lieu", dire.mot("position_refusee")); });
  };

  // A place that an address names, as soon as it is here and `encore()`: `puis(lieu, cle)`, with null where nothing is called so.
  PresDe.prototype.attend = function (cle, encore, puis) {
    var moi = this;
    this.charge(function () {
      var lieu = moi.lieux.connu(cle);
      if (encore() && (lieu || moi.complet())) puis(lieu, cle);
    });
  };

  q.PresDe = PresDe;
})();
