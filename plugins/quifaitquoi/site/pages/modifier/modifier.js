/* The editor: the fiche that the address names, as a form; what changed becomes a proposal, on the forge's own page. */
"use strict";
(function () {
  var q = window.quifaitquoi, page = document.querySelector("[data-modifier]"), LONGUEUR_MAX = 8000;
  if (!page) return;
  var tout = q.reglages, mots = tout.mots, fiche, champs = [], listes = [], restes = [];
  var formulaire = page.querySelector("[data-formulaire]"), proposition = page.querySelector("[data-proposition]");
  var slug = (/[?&]fiche=([a-z0-9-]+)(?:&|$)/.exec(location.search) || [])[1];

  function montre(nom, oui) { page.querySelector("[data-" + nom + "]").hidden = !oui; }

  function pret() { page.dataset.pret = ""; }

  q.modifiee = function (nom, donnees) { if (nom === slug) fiche = donnees; };

  // What the form shows beside what has no field of its own: its fields, those of new blocks included, boxes and lists.
  function tous() {
    return [].concat.apply(champs.concat(listes), listes.map(function (liste) { return liste.champs ? liste.champs() : []; }));
  }

  function partis() { return listes.filter(function (un) { return un.part && un.part(); }); }

  function estParti(champ) { return partis().some(function (parti) { return q.estDans(champ.nom, parti.nom); }); }

  // The name of a need, or what the file says.
  function nomme(dit) { return (tout.termes.besoins.filter(function (n) { return n[0] === dit; })[0] || [dit, dit, 1]).slice(1); }

  function titreDe(groupe) {
    var titre = tout.titres[groupe[1]], legende = q.fait("legend"), dit = groupe[3] ? nomme(groupe[3]) : null;
    legende.append(titre ? q.dansSaLangue("span", "", titre[0], { francais: titre[1] ? ["titre"] : [] }, "titre") : mots.general);
    if (groupe[2]) legende.append(" " + groupe[2]);
    if (dit) legende.append(" : ", (dit[1] ? q.enFrancais : q.fait)("span", "", dit[0]));
    return legende;
  }

  function ajoute(donnee, legende) {
    var saisie = tout.champs[donnee.c], un;
    var numero = fiche.champs.filter(function (autre) { return autre.n === donnee.n + ".numero"; })[0];
    if (donnee.e) un = q.retrait(donnee, numero ? numero.v : legende.textContent, mots, function () { return champs.concat(listes); });
    else if (donnee.k !== undefined) un = q.liste(donnee, saisie, tout);
    else un = q.champ(donnee, saisie, mots, tout.termes[saisie.liste]);
    (donnee.e || donnee.k !== undefined ? listes : champs).push(un);
    return un;
  }

  function parties() {
    var placees = page.querySelector("[data-champs]");
    fiche.groupes.forEach(function (groupe) {
      var partie = q.fait("fieldset", "modifier-groupe"), plus = q.fait("details", "modifier-ajouter"), n = 0, legende = titreDe(groupe), fin = [];
      partie.append(legende);
      plus.append(q.fait("summary", "", mots.plus));
      fiche.champs.forEach(function (donnee) {
        var ici = groupe[0] ? donnee.n === groupe[0] || donnee.n.indexOf(groupe[0] + ".") === 0 : !/[.[]/.test(donnee.n);
        if (!ici) return;
        var element = ajoute(donnee, legende).element;
        if (donnee.n === groupe[0]) fin.push(element);
        else if (donnee.v === undefined && donnee.c && donnee.k === undefined) { plus.append(element); n += 1; } else partie.append(element);
      });
      if (n) partie.append(plus);
      partie.append.apply(partie, fin);
      if (partie.children.length > 1) placees.append(partie);
    });
    (fiche.restes || []).forEach(function (reste) {
      var texte = Array.from(fiche.texte).slice(reste[1], reste[2]).join("");
      var champ = q.champ({ n: "reste" + reste[1], v: texte }, { titre: reste[0], genre: "long", francais: ["titre"] }, mots);
      champ.ou = reste[1];
      champ.element.querySelector("textarea").classList.add("modifier-yaml");
      restes.push(champ);
      page.querySelector("[data-restes]").append(champ.element);
    });
    montre("le-reste", restes.length);
    montre("sans-texte", !fiche.texte);
  }

  function voisins(champ) {
    var bloc = champ.nom.slice(0, champ.nom.lastIndexOf(".") + 1);
    return bloc ? tous().filter(function (autre) { return autre !== champ && autre.nom.indexOf(bloc) === 0; }) : [];
  }

  // A field that its block cannot be without, once anything else of the block is said, or the block is new.
  function manque(champ) {
    return champ.saisie.requis && !champ.lit().length && (champ.neuf || voisins(champ).some(function (autre) { return autre.lit().length; }));
  }

  function fauteDe(champ) {
    var lu = champ.lit(), premier = champ.saisie.apres && voisins(champ).filter(function (autre) {
      return autre.nom.slice(autre.nom.lastIndexOf(".") + 1) === champ.saisie.apres;
    })[0];
    if (!lu.length || champ.saisie.genre === "liste" || champ.saisie.genre === "element") return "";
    var faute = champ.change() ? q.fauteDe(champ.saisie, lu, tout) : "";
    if (faute || !premier || !premier.lit() || !(champ.change() || premier.change()) || q.fauteDe(premier.saisie, premier.lit(), tout)) return faute;
    return q.fauteEntre(champ.saisie, premier.lit(), lu, tout);
  }

  function verifie() {
    var faux = tous().filter(function (champ) {
      var faute = estParti(champ) ? "" : manque(champ) ? mots.requis : fauteDe(champ);
      champ.dit(faute);
      return faute;
    });
    if (faux.length) faux[0].vise();
    return !faux.length;
  }

  // By name, in the order of the form; of a block that goes, all its fields are empty.
  function valeurs() {
    var changees = {}, seules = {};
    champs.concat(listes).forEach(function (champ) {
      var parti = estParti(champ);
      if (parti ? champ.saisie.genre !== "liste" : champ.change()) changees[champ.nom] = parti ? "" : champ.lit();
      if (champ.seul && changees[champ.nom]) seules[champ.seul] = champ;
    });
    // One number that is no list yet becomes its first.
    champs.forEach(function (champ) {
      if (!seules[champ.nom]) return;
      if (champ.lit()) changees[seules[champ.nom].nom].unshift(champ.lit());
      delete changees[champ.nom];
    });
    return changees;
  }

  function liste() {
    var ou = page.querySelector("[data-changes]");
    ou.textContent = "";
    champs.concat(listes, restes).filter(function (champ) { return champ.change() && !estParti(champ); }).forEach(function (champ) {
      var ligne = q.fait("li"), apres = champ.enMots(champ.lit());
      if (champ.saisie.titre) ligne.append(q.dansSaLangue("b", "", champ.saisie.titre, champ.saisie, "titre"), q.fait("br"));
      if (champ.avant && champ.avant.length) ligne.append(q.enFrancais("del", "", champ.enMots(champ.avant)), " ");
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
    liste();
    var adresse = tout.formulaire + "?template=corriger.yml&title=" + encodeURIComponent("Corriger : " + fiche.nom) + "&fiche=" + slug
      + "&changements=" + encodeURIComponent(q.changementsDe(fiche, changees).join("\n"));
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
      tous().forEach(function (champ) { if (champ.element.contains(e.target)) champ.dit(fauteDe(champ)); });
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
