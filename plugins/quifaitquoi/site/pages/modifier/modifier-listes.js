/* Blocks of a list, a service or a closure: new ones, and a box to take out one that is there. */
"use strict";
(function () {
  var q = window.quifaitquoi;

  // Every block of a list that its name goes through: « services[2].contact.telephone[1].pour » is in two of them.
  q.estDans = function (nom, bloc) { return nom.indexOf(bloc) === 0 && /[.[]/.test(nom.charAt(bloc.length)); };

  // `dit`: what tells the block from the others. `champs` gives all fields of the form: those of the block hide while the box is ticked.
  q.retrait = function (donnee, dit, mots, champs) {
    var element = q.fait("label", "modifier-retirer"), boite = q.fait("input");
    boite.type = "checkbox";
    boite.dataset.retirer = donnee.n;
    element.append(boite, q.fait("span", "", mots.retirer), " ", q.enFrancais("span", "cache", dit));
    boite.addEventListener("change", function () {
      champs().forEach(function (champ) {
        if (!q.estDans(champ.nom, donnee.n)) return;
        champ.element.hidden = boite.checked;
        var repli = champ.element.closest("details.modifier-ajouter");
        if (repli && !repli.querySelector(".modifier-champ:not([hidden])")) repli.hidden = true; else if (repli) repli.hidden = false;
      });
    });
    return {
      nom: donnee.n, element: element, saisie: { titre: "", genre: "element" }, avant: dit, part: function () { return boite.checked; },
      lit: function () { return boite.checked ? "" : "x"; }, change: function () { return boite.checked; },
      enMots: function (valeur) { return valeur === "x" ? "" : valeur; }, dit: function () {}, vise: function () { boite.focus(); }
    };
  };

  // `saisie.contient` are the fields of a new block; `tout`: all that the page knows of fields and words.
  q.liste = function (donnee, saisie, tout) {
    var base = donnee.n.slice(0, -2), element = q.fait("div", "modifier-liste"), neufs = [], compte = donnee.k;
    var bouton = q.fait("button", "bouton", tout.mots["plus_" + base.slice(base.lastIndexOf(".") + 1)]);
    bouton.type = "button";
    bouton.dataset.ajouter = base;
    element.append(bouton);

    function bloc() {
      var partie = q.fait("fieldset", "modifier-neuf"), enleve = q.fait("button", "bouton", tout.mots.retirer), numero = compte += 1;
      var champs = saisie.contient.map(function (cle) {
        var autre = tout.champs[cle], nom = cle.slice(cle.indexOf(".") + 1);
        var champ = q.champ({ n: base + "[" + numero + "]." + nom, c: cle }, autre, tout.mots, tout.termes[autre.liste] || []);
        champ.court = nom;
        champ.neuf = true;
        partie.append(champ.element);
        return champ;
      });
      var titre = q.fait("legend");
      titre.append(q.dansSaLangue("span", "", saisie.titre, saisie, "titre"), " " + numero);
      partie.prepend(titre);
      enleve.type = "button";
      partie.append(enleve);
      return { partie: partie, enleve: enleve, champs: champs };
    }

    bouton.addEventListener("click", function () {
      var neuf = bloc();
      neufs.push(neuf);
      element.insertBefore(neuf.partie, bouton);
      neuf.enleve.addEventListener("click", function () {
        neufs.splice(neufs.indexOf(neuf), 1);
        neuf.partie.remove();
        bouton.focus();
        element.dispatchEvent(new Event("change", { bubbles: true }));
      });
      neuf.champs[0].vise();
      element.dispatchEvent(new Event("change", { bubbles: true }));
    });

    return {
      nom: donnee.n, saisie: saisie, element: element, avant: "", seul: donnee.s ? base : "",
      champs: function () { return [].concat.apply([], neufs.map(function (neuf) { return neuf.champs; })); },
      // Of each new block its fields that say something: [name, value, whether it is a number that only looks like one].
      lit: function () {
        return neufs.map(function (neuf) {
          return neuf.champs.filter(function (champ) { return champ.lit().length; }).map(function (champ) {
            return [champ.court, champ.lit(), champ.saisie.genre === "telephone"];
          });
        });
      },
      change: function () { return neufs.length > 0; },
      enMots: function () {
        return neufs.map(function (neuf) {
          return neuf.champs.map(function (champ) { return champ.enMots(champ.lit()); }).filter(Boolean).join(", ");
        }).join(" ; ");
      },
      dit: function () {}, vise: function () { bouton.focus(); }
    };
  };
})();
