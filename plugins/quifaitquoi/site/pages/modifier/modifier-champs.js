/* The fields of a fiche as a form: each with its title and help from the schema, and a place for what is wrong with it. */
"use strict";
(function () {
  var q = window.quifaitquoi, PEU = 8, numero = 0;

  function fait(genre, classe, texte) {
    var element = document.createElement(genre);
    if (classe) element.className = classe;
    if (texte !== undefined) element.textContent = texte;
    return element;
  }

  // What stands in a file is in French, whatever the page speaks.
  function enFrancais(genre, classe, texte) {
    var element = fait(genre, classe, texte);
    element.lang = "fr";
    element.dir = "auto";
    return element;
  }

  // A title or a help, in French where the reader's language has none.
  function dansSaLangue(genre, classe, texte, saisie, quoi) {
    return ((saisie.francais || []).indexOf(quoi) < 0 ? fait : enFrancais)(genre, classe, texte);
  }

  // The name of a choice or a term, by its slug.
  function nomDe(noms, slug) { return (noms.filter(function (n) { return n[0] === slug; })[0] || [slug, slug])[1]; }

  function ligneDe(paire) { return paire[0] + ": " + paire[1]; }

  function zone(lignes) {
    var texte = fait("textarea");
    texte.rows = Math.max(2, Math.min(12, lignes));
    return texte;
  }

  function unTexte(saisie, valeur) {
    var champ;
    if (saisie.genre === "horaires") {
      champ = zone((valeur || []).length + 1);
      champ.value = (valeur || []).map(ligneDe).join("\n");
    } else if (saisie.genre === "textes") {
      champ = zone((valeur || []).length + 1);
      champ.value = (valeur || []).join("\n");
    } else if (saisie.genre === "long") {
      champ = zone(Math.ceil((valeur || "").length / 55) + 1);
      champ.value = valeur || "";
    } else {
      champ = fait("input");
      champ.type = saisie.genre === "telephone" ? "tel" : saisie.genre === "web" ? "url" : "text";
      if (/^(?:nombre|jour|date|code)$/.test(saisie.genre)) champ.inputMode = "text";
      if (saisie.genre === "courriel") champ.inputMode = "email";
      champ.value = valeur || "";
    }
    champ.dir = "auto";
    champ.lang = "fr";
    champ.spellcheck = /^(?:long|ligne)$/.test(saisie.genre);
    return champ;
  }

  function uneOption(n) {
    var option = new Option(n[1], n[0]);
    if (n[2]) option.lang = "fr";
    return option;
  }

  function unChoix(noms, valeur, rien) {
    var choix = fait("select");
    choix.append(new Option(rien, ""));
    if (valeur && !noms.some(function (n) { return n[0] === valeur; })) choix.append(uneOption([valeur, valeur, 1]));
    noms.forEach(function (n) { choix.append(uneOption(n)); });
    choix.value = valeur || "";
    return choix;
  }

  // Boxes that are ticked, and the others: all of them where they are few, else in a list to choose from.
  function desCases(valeur, noms, mots, id) {
    var cases = fait("div", "modifier-cases"), choisis = valeur || [], restent = noms.filter(function (n) { return choisis.indexOf(n[0]) < 0; });
    function uneCase(slug, cochee) {
      var label = fait("label"), boite = fait("input");
      boite.type = "checkbox";
      boite.value = slug;
      boite.checked = cochee;
      var nom = fait("span", "", nomDe(noms, slug));
      if (noms.some(function (n) { return n[0] === slug && n[2]; })) nom.lang = "fr";
      label.append(boite, nom);
      return label;
    }
    choisis.forEach(function (slug) { cases.append(uneCase(slug, true)); });
    if (noms.length <= PEU) restent.forEach(function (n) { cases.append(uneCase(n[0], false)); });
    else {
      var plus = fait("select"), label = fait("label", "modifier-plus", mots.ajouter);
      label.htmlFor = plus.id = id + "-plus";
      plus.append(new Option(mots.choisir, ""));
      restent.forEach(function (n) { plus.append(uneOption(n)); });
      cases.append(label, plus);
      plus.addEventListener("change", function () {
        if (!plus.value) return;
        cases.insertBefore(uneCase(plus.value, true), label);
        plus.options[plus.selectedIndex].remove();
        plus.value = "";
        cases.dispatchEvent(new Event("change", { bubbles: true }));
      });
    }
    return cases;
  }

  // A field: `element` to show, `lit()` its value now, `dit(faute)` what is wrong with it, `change()` whether it is another than before,
  // `enMots(valeur)` as the reader says it. `termes`: what a list of the vocabulary holds.
  q.champ = function (donnee, saisie, mots, termes) {
    var id = "modifier-" + (numero += 1), cases = /^(?:plusieurs|termes)$/.test(saisie.genre), heures = saisie.genre === "horaires";
    var noms = saisie.choix || termes || [], repetable = heures || cases || saisie.genre === "textes";
    var avant = heures && donnee.v ? Object.keys(donnee.v).map(function (cle) { return [cle, donnee.v[cle]]; }) : donnee.v;
    var element = fait(cases ? "fieldset" : "div", "modifier-champ");
    var titre = dansSaLangue(cases ? "legend" : "label", "", saisie.titre, saisie, "titre"), faute = fait("p", "faute"), saisi;
    // How hours are written is the page's own to say: what the schema says is for who writes files.
    var explique = fait("p", "note", heures ? mots.aide_heures : "");
    if (!heures && saisie.aide) explique.append(dansSaLangue("span", "", saisie.aide, saisie, "aide"));
    if (!heures && saisie.exemple && !/Exemple/.test(saisie.aide || "")) {
      // In a line from right to left, « 3 rue » would become « rue 3 ».
      var autour = mots.exemple.split("{exemple}");
      if (saisie.aide) explique.append(fait("br"));
      explique.append(autour[0], enFrancais("bdi", "", saisie.exemple), autour[1]);
    }
    faute.id = id + "-faute";
    faute.hidden = true;
    explique.id = id + "-aide";
    if (cases) saisi = desCases(avant, noms, mots, id);
    else {
      saisi = /^(?:choix|terme)$/.test(saisie.genre) ? unChoix(noms, avant, saisie.requis ? mots.choisir : mots.rien) : unTexte(saisie, avant);
      saisi.id = titre.htmlFor = id;
      saisi.dataset.champ = donnee.n;
    }
    if (saisie.requis) saisi.setAttribute("aria-required", "true");
    (cases ? element : saisi).setAttribute("aria-describedby", (explique.textContent ? explique.id + " " : "") + faute.id);
    if (cases) element.dataset.champ = donnee.n;
    element.append(titre);
    if (explique.textContent) element.append(explique);
    element.append(saisi, faute);

    function lit() {
      if (cases) return Array.from(saisi.querySelectorAll("input:checked")).map(function (boite) { return boite.value; });
      if (heures) return q.heuresDe(saisi.value);
      if (repetable) return saisi.value.split(/\r\n?|\n/).map(function (l) { return l.trim(); }).filter(Boolean);
      return saisi.value.replace(/\r\n?/g, "\n").trim();
    }
    function cle(valeur) { return JSON.stringify(cases ? (valeur || []).slice().sort() : valeur && valeur.length ? valeur : ""); }
    var depart = cle(avant);
    return {
      nom: donnee.n, saisie: saisie, element: element, avant: avant, lit: lit,
      change: function () { return cle(lit()) !== depart; },
      enMots: function (valeur) {
        return [].concat(valeur || []).map(function (un) { return Array.isArray(un) ? ligneDe(un) : nomDe(noms, un); }).join(heures ? " ; " : ", ");
      },
      dit: function (phrase) {
        faute.textContent = phrase;
        faute.hidden = !phrase;
        if (phrase) (cases ? element : saisi).setAttribute("aria-invalid", "true");
        else (cases ? element : saisi).removeAttribute("aria-invalid");
      },
      vise: function () {
        var repli = element.closest("details");
        if (repli) repli.open = true;
        (cases ? saisi.querySelector("input, select") : saisi).focus();
      }
    };
  };

  q.fait = fait;
  q.enFrancais = enFrancais;
  q.dansSaLangue = dansSaLangue;
})();
