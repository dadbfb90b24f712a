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

  // What comes from the schema is in French, whatever the page speaks.
  function enFrancais(genre, classe, texte) {
    var element = fait(genre, classe, texte);
    element.lang = "fr";
    element.dir = "auto";
    return element;
  }

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

  function unChoix(saisie, valeur, mots) {
    var choix = fait("select"), connus = saisie.choix.slice();
    if (valeur && connus.indexOf(valeur) < 0) connus.unshift(valeur);
    choix.append(new Option(mots.rien, ""));
    connus.forEach(function (un) {
      var option = new Option(un.replace(/-/g, " "), un, false, un === valeur);
      option.lang = "fr";
      choix.append(option);
    });
    choix.value = valeur || "";
    return choix;
  }

  // Boxes that are ticked, and the others: all of them where they are few, else in a list to choose from.
  function desCases(saisie, valeur, noms, mots, id) {
    var cases = fait("div", "modifier-cases"), choisis = valeur || [], restent = noms.filter(function (n) { return choisis.indexOf(n[0]) < 0; });
    function nomDe(slug) { return (noms.filter(function (n) { return n[0] === slug; })[0] || [slug, slug])[1]; }
    function uneCase(slug, cochee) {
      var label = fait("label"), boite = fait("input");
      boite.type = "checkbox";
      boite.value = slug;
      boite.checked = cochee;
      label.append(boite, fait("span", "", nomDe(slug)));
      return label;
    }
    choisis.forEach(function (slug) { cases.append(uneCase(slug, true)); });
    if (noms.length <= PEU) restent.forEach(function (n) { cases.append(uneCase(n[0], false)); });
    else {
      var plus = fait("select"), label = fait("label", "modifier-plus", mots.ajouter);
      label.htmlFor = plus.id = id + "-plus";
      plus.append(new Option(mots.choisir, ""));
      restent.forEach(function (n) { plus.append(new Option(n[1], n[0])); });
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

  // A field: `element` to show, `lit()` its value now, `dit(faute)` what is wrong with it, `change()` whether it is another than before.
  q.champ = function (donnee, saisie, mots, noms) {
    var id = "modifier-" + (numero += 1), cases = saisie.genre === "plusieurs" || saisie.genre === "termes";
    var avant = saisie.genre === "horaires" && donnee.v
      ? Object.keys(donnee.v).map(function (cle) { return [cle, donnee.v[cle]]; }) : donnee.v;
    var element = fait(cases ? "fieldset" : "div", "modifier-champ"), titre = enFrancais(cases ? "legend" : "label", "", saisie.titre);
    var aide = [saisie.aide, saisie.exemple && !/Exemple/.test(saisie.aide) ? mots.exemple.replace("{exemple}", saisie.exemple) : ""];
    var explique = enFrancais("p", "note", aide.filter(Boolean).join(" ")), faute = fait("p", "faute"), saisi;
    faute.id = id + "-faute";
    faute.hidden = true;
    explique.id = id + "-aide";
    if (cases) saisi = desCases(saisie, avant, saisie.genre === "termes" ? noms : saisie.choix.map(function (un) { return [un, un.replace(/-/g, " ")]; }), mots, id);
    else {
      saisi = saisie.genre === "choix" ? unChoix(saisie, avant, mots) : unTexte(saisie, avant);
      saisi.id = titre.htmlFor = id;
      saisi.dataset.champ = donnee.n;
    }
    (cases ? element : saisi).setAttribute("aria-describedby", (explique.textContent ? explique.id + " " : "") + faute.id);
    if (cases) element.dataset.champ = donnee.n;
    element.append(titre);
    if (explique.textContent) element.append(explique);
    element.append(saisi, faute);

    function lit() {
      if (cases) return Array.from(saisi.querySelectorAll("input:checked")).map(function (boite) { return boite.value; });
      if (saisie.genre === "horaires") return q.heuresDe(saisi.value);
      if (saisie.genre === "textes") return saisi.value.split(/\r\n?|\n/).map(function (l) { return l.trim(); }).filter(Boolean);
      return saisi.value.replace(/\r\n?/g, "\n").trim();
    }
    function cle(valeur) { return JSON.stringify(cases ? (valeur || []).slice().sort() : valeur && valeur.length ? valeur : ""); }
    var depart = cle(avant);
    return {
      nom: donnee.n, saisie: saisie, element: element, avant: avant, lit: lit,
      change: function () { return cle(lit()) !== depart; },
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

  q.enMots = function (valeur) {
    if (!valeur || !valeur.length) return "";
    return Array.isArray(valeur) ? valeur.map(function (un) { return Array.isArray(un) ? ligneDe(un) : un; }).join(" ; ") : valeur;
  };
  q.fait = fait;
  q.enFrancais = enFrancais;
})();
