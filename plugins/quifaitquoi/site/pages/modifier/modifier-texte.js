/* The text of a fiche with some of its values changed: each is put into the mould that the build made for it. All that is known of
   YAML here is how one value is quoted. */
"use strict";
(function () {
  var q = window.quifaitquoi = window.quifaitquoi || {}, SAUT = /\r\n?|\n/, LARGEUR = 110;
  var TROMPEUR = /^(?:true|false|yes|no|on|off|null|y|n)$/i, DATE = /^\d{4}-\d\d(?:-\d\d)?$/, NOMBRE = /^[1-9]\d{0,3}$/;

  function entre(texte) {
    return '"' + texte.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n").replace(/\t/g, "\\t") + '"';
  }

  // Plain only where any reader of YAML takes it for this very text.
  function nu(texte, flux) {
    if (DATE.test(texte) || NOMBRE.test(texte)) return true;
    if (!/^[A-Za-z0-9À-ÖØ-öø-ÿŒœ]/.test(texte) || /[\n\t]|\s$|: | #|:$/.test(texte) || TROMPEUR.test(texte)) return false;
    if (/^\d/.test(texte) && (!/[A-Za-zÀ-ÿ]/.test(texte) || /:|^0[xo]|^[\d.]+e[+-]?\d+$/i.test(texte))) return false;
    return !flux || !/[,[\]{}:]/.test(texte);
  }

  function ecrit(texte, flux) { return nu(texte, flux) ? texte : entre(texte); }

  function replie(texte, largeur, suite) {
    var lignes = [""];
    texte.split(" ").forEach(function (mot) {
      var ici = lignes[lignes.length - 1];
      if (ici && ici.length + mot.length + 1 > largeur) lignes.push(mot); else lignes[lignes.length - 1] = ici ? ici + " " + mot : mot;
    });
    return lignes.join(suite);
  }

  // What comes in the place of the cut: `valeur` is a text, a list of texts, or for hours a list of [days, hours].
  function remplit(m, valeur, saut) {
    var avant = m[2], apres = m[3], style = m[4], marge = / *$/.exec(avant)[0];
    if (style === "liste") return avant + valeur.map(function (un) { return ecrit(un, true); }).join(", ") + apres;
    if (style === "lignes" || style === "accolades") {
      return avant + valeur.map(function (ligne) {
        return ecrit(ligne[0], style === "accolades") + ": " + ecrit(ligne[1], style === "accolades");
      }).join(style === "lignes" ? saut + marge : ", ") + apres;
    }
    if (style === "replie") {
      return /\n|\s\s|\t/.test(valeur) ? entre(valeur) : avant + replie(valeur, Math.max(40, LARGEUR - marge.length), saut + marge) + apres;
    }
    if (style === "simple" && !/[\n\t]/.test(valeur)) return avant + "'" + valeur.replace(/'/g, "''") + "'" + apres;
    return avant + (style === "nu" ? ecrit(valeur, /[[{]/.test(avant) || /^, /.test(avant)) : entre(valeur)) + apres;
  }

  // The blocks that a list gets, each [name, value, whether it is a number that only looks like one]…; a text stays one.
  function enElements(m, elements, saut) {
    var flux = m[4] === "accolades", tiret = /[^\r\n]*$/.exec(m[2])[0], marge = tiret.replace(/-/, " ");
    function lignes(paires, marge) {
      return paires.map(function (l) { return ecrit(l[0], flux) + ": " + ecrit(l[1], flux); }).join(flux ? ", " : saut + marge);
    }
    function un(element) {
      if (typeof element === "string") return entre(element);
      var dits = element.map(function (e) {
        if (!Array.isArray(e[1])) return e[0] + ": " + (e[2] ? entre(e[1]) : ecrit(e[1], flux));
        if (!Array.isArray(e[1][0])) return e[0] + ": [" + e[1].map(function (x) { return ecrit(x, true); }).join(", ") + "]";
        return e[0] + ":" + (flux ? " {" + lignes(e[1]) + "}" : saut + marge + "  " + lignes(e[1], marge + "  "));
      });
      return flux ? "{" + dits.join(", ") + "}" : dits.join(saut + marge);
    }
    var dedans = elements.map(un).join(flux ? ", " : saut + tiret);
    return flux ? m[2].slice(0, -1) + dedans + m[3].slice(1) : m[2] + dedans + m[3];
  }

  // A block that is not there yet comes with the first of its fields, and only with that one.
  function enTete(neuf) {
    var lignes = /^((?:\r\n?|\n) *[^\r\n]+:)((?:\r\n?|\n)[^]*)$/.exec(neuf);
    return lignes ? [lignes[1], lignes[2]] : ["", neuf];
  }

  function coupesDe(fiche, valeurs, saut) {
    var coupes = [], ouverts = {};
    fiche.champs.forEach(function (champ) {
      var valeur = valeurs[champ.n];
      if (valeur === undefined || !champ.m) return;
      if (!valeur.length) {
        if (champ.r) coupes.push({ n: champ.n, d: champ.r[0], f: champ.r[1], neuf: champ.r[2] });
        return;
      }
      var neuf = (champ.k === undefined ? remplit : enElements)(champ.m, valeur, saut), tete = champ.m[0] === champ.m[1] ? enTete(neuf) : ["", neuf], cle = champ.m[0] + tete[0];
      coupes.push({ n: champ.n, d: champ.m[0], f: champ.m[1], neuf: tete[0] && ouverts[cle] ? tete[1] : neuf });
      ouverts[cle] = true;
    });
    return sansLesBlocsVides(fiche, valeurs, coupes, saut);
  }

  // Where all the fields of a block are emptied, it goes with them; where others come in their place, these are all that it holds.
  function sansLesBlocsVides(fiche, valeurs, coupes, saut) {
    var partis = [], listes = fiche.champs.filter(function (champ) { return champ.k && valeurs[champ.n]; });
    function estDans(nom, bloc) { return nom.indexOf(bloc) === 0 && /[.[]/.test(nom.charAt(bloc.length)); }
    (fiche.blocs || []).forEach(function (bloc) {
      var vides = bloc[1].every(function (nom) { return valeurs[nom] !== undefined && !valeurs[nom].length; });
      if (!vides || partis.some(function (parti) { return estDans(bloc[0], parti); })) return;
      var neufs = coupes.filter(function (coupe) { return estDans(coupe.n, bloc[0]) && bloc[1].indexOf(coupe.n) < 0; });
      var liste = listes.filter(function (champ) { return estDans(champ.n, bloc[0]); })[0];
      // What comes deeper inside stays in the block that holds it.
      var dedans = neufs.every(function (coupe) { return coupe.n.slice(0, coupe.n.lastIndexOf(".")) === bloc[0]; });
      if (liste ? liste.n !== bloc[0] + "[]" : neufs.length && !(bloc[3] && dedans)) return;
      partis.push(bloc[0]);
      coupes = coupes.filter(function (coupe) { return !estDans(coupe.n, bloc[0]); });
      if (liste) coupes.push({ n: bloc[0], d: liste.t[0], f: liste.t[1], neuf: enElements(liste.t, valeurs[liste.n], saut) });
      else coupes.push(neufs.length ? { n: bloc[0], d: bloc[3][0], f: bloc[3][1], neuf: neufs.map(function (coupe) {
        return coupe.neuf; }).join("").replace(/^(?:\r\n?|\n| |,)+/, "") } : { n: bloc[0], d: bloc[2][0], f: bloc[2][1], neuf: bloc[2][2] });
    });
    return coupes;
  }

  // The new text. `valeurs`: the changed ones by name, empty for what goes; `restes`: other parts by the place where they begin.
  q.texteChange = function (fiche, valeurs, restes) {
    var signes = Array.from(fiche.texte), saut = (SAUT.exec(fiche.texte) || ["\n"])[0], sortie = "", ici = 0;
    var coupes = coupesDe(fiche, valeurs, saut);
    (fiche.restes || []).forEach(function (reste) {
      if (restes && restes[reste[1]] !== undefined) coupes.push({ d: reste[1], f: reste[2], neuf: restes[reste[1]] });
    });
    coupes.map(function (coupe, rang) { coupe.rang = rang; return coupe; }).sort(function (a, b) {
      return a.d - b.d || a.f - b.f || a.rang - b.rang;
    }).forEach(function (coupe) {
      if (coupe.d < ici) {
        // What came after a line that goes takes its place.
        sortie += SAUT.test(coupe.neuf.charAt(0)) ? coupe.neuf.replace(SAUT, "") + saut : coupe.neuf.replace(/^, ([^]*)$/, "$1, ");
      } else sortie += signes.slice(ici, coupe.d).join("") + coupe.neuf;
      ici = Math.max(ici, coupe.f);
    });
    return sortie + signes.slice(ici).join("");
  };

  function enForme(valeur) {
    if (!Array.isArray(valeur)) return JSON.stringify(valeur);
    if (!Array.isArray(valeur[0])) return "[" + valeur.map(enForme).join(", ") + "]";
    return "{" + valeur.map(function (l) { return JSON.stringify(l[0]) + ": " + enForme(l[1]); }).join(", ") + "}";
  }

  // The same changes as the form takes them, a line each: what goes comes last, and from the end, for items move up.
  q.changementsDe = function (fiche, valeurs) {
    var lignes = [], vides = [], partis = fiche.champs.filter(function (champ) { return champ.e && valeurs[champ.n] === ""; });
    fiche.champs.forEach(function (champ) {
      var valeur = valeurs[champ.n], base = champ.n.replace(/\[\]$/, "");
      if (valeur === undefined || partis.some(function (parti) { return parti.n !== champ.n && champ.n.indexOf(parti.n) === 0; })) return;
      if (!valeur.length) vides.unshift(champ.n + "=");
      else if (champ.k === undefined) lignes.push(champ.n + "=" + enForme(valeur));
      else if (champ.s) lignes.push(base + "=[" + valeur.map(enForme).join(", ") + "]");
      else valeur.forEach(function (un, rang) { lignes.push(base + "[" + (champ.k + rang + 1) + "]=" + enForme(un)); });
    });
    return lignes.concat(vides);
  };
})();
