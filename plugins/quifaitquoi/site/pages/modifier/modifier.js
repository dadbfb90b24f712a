/* The editor: the fiche that the address names, as a form; what changed becomes a proposal, on the forge's own page. */
"use strict";
(function () {
  var q = window.quifaitquoi, page = document.querySelector("[data-modifier]"), LONGUEUR_MAX = 8000;
  if (!page) return;
  var tout = JSON.parse(page.querySelector("[data-tout]").textContent), mots = tout.mots, fiche, champs = [], restes = [];
  var formulaire = page.querySelector("[data-formulaire]"), proposition = page.querySelector("[data-proposition]");
  var slug = (/[?&]fiche=([a-z0-9-]+)(?:&|$)/.exec(location.search) || [])[1];

  function montre(nom, oui) { page.querySelector("[data-" + nom + "]").hidden = !oui; }

  function pret() { page.dataset.pret = ""; }

  q.modifiee = function (nom, donnees) { if (nom === slug) fiche = donnees; };

  function parties() {
    var placees = page.querySelector("[data-champs]");
    fiche.groupes.forEach(function (groupe) {
      var partie = q.fait("fieldset", "modifier-groupe"), plus = q.fait("details", "modifier-ajouter"), n = 0;
      partie.append(q.enFrancais("legend", "", groupe[1] || mots.general));
      plus.append(q.fait("summary", "", mots.plus));
      fiche.champs.forEach(function (donnee) {
        var ici = groupe[0] ? donnee.n.indexOf(groupe[0] + ".") === 0 : !/[.[]/.test(donnee.n);
        if (!ici) return;
        var saisie = tout.champs[donnee.c], champ = q.champ(donnee, saisie, mots, tout.termes[saisie.liste] || []);
        champs.push(champ);
        if (donnee.v === undefined) { plus.append(champ.element); n += 1; } else partie.append(champ.element);
      });
      if (n) partie.append(plus);
      placees.append(partie);
    });
    (fiche.restes || []).forEach(function (reste) {
      var texte = Array.from(fiche.texte).slice(reste[1], reste[2]).join("");
      var champ = q.champ({ n: "reste" + reste[1], v: texte }, { cle: "", titre: reste[0], genre: "long", aide: "", exemple: "" }, mots);
      champ.ou = reste[1];
      champ.element.querySelector("textarea").classList.add("modifier-yaml");
      restes.push(champ);
      page.querySelector("[data-restes]").append(champ.element);
    });
    montre("le-reste", restes.length);
    montre("sans-texte", !fiche.texte);
  }

  // A field that its block cannot be without, once anything else of the block is said.
  function manque(champ) {
    var bloc = champ.nom.slice(0, champ.nom.lastIndexOf(".") + 1);
    return champ.saisie.requis && !champ.lit().length && bloc && champs.some(function (autre) {
      return autre !== champ && autre.nom.indexOf(bloc) === 0 && autre.lit().length;
    });
  }

  function verifie() {
    var faux = champs.filter(function (champ) {
      var lu = champ.lit(), faute = manque(champ) ? mots.requis : lu.length && champ.change() ? q.fauteDe(champ.saisie, lu, tout) : "";
      champ.dit(faute);
      return faute;
    });
    if (faux.length) faux[0].vise();
    return !faux.length;
  }

  function valeurs() {
    var changees = {};
    champs.forEach(function (champ) { if (champ.change()) changees[champ.nom] = champ.lit(); });
    return changees;
  }

  function liste(changees) {
    var ou = page.querySelector("[data-changes]");
    ou.textContent = "";
    champs.concat(restes).filter(function (champ) { return champ.change(); }).forEach(function (champ) {
      var ligne = q.fait("li"), apres = q.enMots(champ.lit());
      ligne.append(q.enFrancais("b", "", champ.saisie.titre), q.fait("br"));
      if (champ.avant && champ.avant.length) ligne.append(q.enFrancais("del", "", q.enMots(champ.avant)), " ");
      ligne.append(apres ? q.enFrancais("ins", "", apres) : q.fait("i", "", mots.efface));
      ou.append(ligne);
    });
  }

  function propose() {
    var changees = valeurs(), ailleurs = restes.filter(function (reste) { return reste.change(); }), autres = {};
    var rien = !Object.keys(changees).length && !ailleurs.length;
    montre("rien", rien);
    if (rien) { proposition.hidden = true; return; }
    ailleurs.forEach(function (reste) { autres[reste.ou] = reste.lit(); });
    liste(changees);
    var adresse = tout.formulaire + "?template=corriger.yml&title=" + encodeURIComponent("Corriger : " + fiche.nom) + "&fiche=" + slug
      + "&changements=" + encodeURIComponent(q.changementsDe(changees).join("\n"));
    var forme = !!tout.formulaire && !ailleurs.length && adresse.length <= LONGUEUR_MAX;
    if (forme) page.querySelector("[data-vers-le-formulaire]").href = adresse;
    montre("par-formulaire", forme);
    montre("par-fichier", !!fiche.texte);
    page.querySelector("[data-par-fichier]").open = !forme;
    montre("impossible", !forme && !fiche.texte);
    Array.prototype.forEach.call(page.querySelectorAll("[data-vers-le-fichier]"), function (lien) {
      lien.href = tout.edition + "/" + fiche.chemin;
    });
    if (fiche.texte) page.querySelector("[data-texte]").value = q.texteChange(fiche, changees, autres);
    montre("copie", false);
    proposition.hidden = false;
    page.querySelector("#modifier-proposition").focus();
  }

  function copie() {
    var texte = page.querySelector("[data-texte]"), dit = page.querySelector("[data-copie]");
    function raconte(bien) { dit.textContent = bien ? mots.copie : mots.a_copier; dit.hidden = false; }
    texte.focus();
    texte.select();
    if (navigator.clipboard) {
      navigator.clipboard.writeText(texte.value).then(function () { raconte(true); }, function () { raconte(document.execCommand("copy")); });
    } else raconte(document.execCommand("copy"));
  }

  function commence() {
    if (!fiche) { montre("inconnue", true); pret(); return; }
    var titre = page.querySelector("[data-titre]"), lien = q.enFrancais("a", "", fiche.nom);
    lien.href = tout.racine + "fiches/" + slug + "/index.html";
    titre.append(lien);
    titre.hidden = false;
    Array.prototype.forEach.call(document.querySelectorAll("a[hreflang][href$='/modifier/index.html']"), function (langue) {
      langue.href += location.search;
    });
    parties();
    formulaire.hidden = false;
    formulaire.addEventListener("submit", function (e) {
      e.preventDefault();
      proposition.hidden = true;
      if (verifie()) propose();
    });
    // A proposal says what the form said when it was made.
    formulaire.addEventListener("input", function () { proposition.hidden = true; });
    formulaire.addEventListener("change", function (e) {
      proposition.hidden = true;
      champs.forEach(function (champ) {
        if (champ.element.contains(e.target)) champ.dit(champ.change() && champ.lit().length ? q.fauteDe(champ.saisie, champ.lit(), tout) : "");
      });
    });
    page.querySelector("[data-copier]").addEventListener("click", copie);
    pret();
  }

  if (!slug) { montre("choisir", true); pret(); return; }
  var script = document.createElement("script");
  script.src = page.dataset.donnees + slug + ".js?" + page.dataset.version;
  script.onload = script.onerror = commence;
  document.head.append(script);
})();
