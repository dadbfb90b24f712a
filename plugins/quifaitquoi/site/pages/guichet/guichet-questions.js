/* The questions of the desk: with what each may be answered, by a digit or in words, and what that asks of the finder's filters. */
"use strict";
(function () {
  var q = window.quifaitquoi, SOIR = 20, NUIT = 23, MATIN = 5, PROPOSES = 9;

  function deux(n) { return (n < 10 ? "0" : "") + n; }

  // Those of which some word begins as each word that was typed: {nom, autres}.
  function parmi(termes, texte) {
    var tapes = q.coupe(texte);
    return termes.filter(function (terme) {
      var mots = q.coupe(terme.nom + " " + (terme.autres || "").replace(/\|/g, " "));
      return tapes.every(function (mot) { return mots.some(function (du) { return du.indexOf(mot) === 0; }); });
    });
  }

  // x: {m, dire, mot, lieux, arrets, rues, raisons, connait, etat: {criteres, racine, lieu, semaine}}. Each question: `titre` and `peu`, what 0
  // says; `champ`, what the field is called, if it has one; `choix(words)`: [{nom, langue, mis, reste, fini, fait}], where `reste` stays with
  // the question and `fini` goes on by itself; `rien()`, what 0 does; `entre(words)`, what Enter does, false where nothing is called so.
  q.questions = function (x) {
    var m = x.m, index = m.index, etat = x.etat, mot = x.mot;

    function etranger(genre, rang) { return index.source && index.etrangers[genre].indexOf(rang) >= 0 ? index.source : ""; }

    function besoinsDe(racine, fait) {
      return index.besoins.map(function (b, n) {
        return { nom: b[1], autres: b[2], langue: etranger("b", n), racines: b[3], fait: function () { fait(b[0]); } };
      }).filter(function (choix) { return choix.racines.indexOf(racine) >= 0; });
    }

    function racines(fait) {
      return index.racines.map(function (r, n) {
        return { nom: r[1], langue: etranger("r", n), picto: r[3], reste: true, fait: function () { fait(n); } };
      });
    }

    function prend(cle, valeur) { if (valeur) etat.criteres[cle] = valeur; else delete etat.criteres[cle]; }

    var besoin = {
      champ: "besoin_champ",
      get titre() { return etat.racine === null ? mot("besoin") : mot("besoin_precis", { besoin: index.racines[etat.racine][1] }); },
      get peu() { return etat.racine === null ? mot("besoin_peu") : mot("besoin_tout", { besoin: index.racines[etat.racine][1] }); },
      choix: function () {
        if (etat.racine === null) return racines(function (n) { etat.racine = n; });
        return besoinsDe(etat.racine, function (slug) { prend("q", ""); prend("besoin", slug); });
      },
      rien: function () { prend("q", ""); prend("besoin", etat.racine === null ? "" : index.racines[etat.racine][0]); },
      // As in the finder, words are for the search: what they ask, and what in them is a danger.
      entre: function (texte) { prend("besoin", ""); prend("q", texte); etat.racine = null; return x.connait(texte); },
    };

    function lieuVoulu(lieu) {
      return { nom: lieu.nom, langue: lieu.vague ? index.source : "", fait: function () { etat.lieu = lieu; } };
    }
    var lieu = {
      champ: "lieu_champ", titre: mot("lieu"), peu: mot("lieu_peu"), credit: true,
      // Stops and streets come once somebody is about to write here: `puis` after each part, `complet` once all are here.
      prepare: function (puis) { x.arrets.charge(function () { puis(); x.rues.charge(puis); }); },
      get complet() { return x.arrets.tous && x.rues.toutes; },
      choix: function (texte) {
        return (texte ? x.lieux.proches(texte, PROPOSES) : x.lieux.tous.filter(function (l) { return l.cle.indexOf("quartier:") === 0; })).map(lieuVoulu);
      },
      rien: function () { etat.lieu = null; },
    };

    // Today at that hour; now where it is past.
    function ceJourA(heure) {
      var ici = q.ceJour(), voulu = ici.year + "-" + deux(ici.month) + "-" + deux(ici.day) + "T" + deux(heure) + ":00";
      var passe = ici.hour >= heure || heure === NUIT && ici.hour < MATIN;
      return passe || !(m.heures.instant(voulu) >= 0) ? "maintenant" : voulu;
    }
    function moment(nom, ouvert, semaine) {
      return { nom: mot(nom), fait: function () { etat.semaine = Boolean(semaine); prend("ouvert", ouvert()); } };
    }
    var quand = {
      titre: mot("quand"), peu: mot("quand_peu"),
      choix: function () {
        return [moment("maintenant", function () { return "maintenant"; }), moment("aujourdhui", function () { return "aujourdhui"; }),
          moment("soir", ceJourA.bind(null, SOIR)), moment("nuit", ceJourA.bind(null, NUIT)), moment("semaine", function () { return ""; }, true)];
      },
      rien: function () { etat.semaine = false; prend("ouvert", ""); },
    };

    // The languages that most places speak come first.
    var parle = index.langues.map(function (l, n) {
      return { nom: l[1], autres: l[2], combien: 0, rang: n, fait: function () { prend("langue", l[0]); } };
    });
    m.l.forEach(function (ensemble) { m.ensembles.l[ensemble].forEach(function (n) { parle[n].combien += 1; }); });
    parle.sort(function (a, b) { return b.combien - a.combien || a.rang - b.rang; });
    var langue = {
      champ: "langue_champ", titre: mot("langue"), peu: mot("langue_peu"),
      choix: function (texte) { return parmi(parle, texte); },
      rien: function () { prend("langue", ""); },
    };

    // One term of each list, and any of the others.
    function bascule(cle, valeur, nom, autres, langueDuNom) {
      return { nom: nom, autres: autres, langue: langueDuNom, reste: true, get mis() { return etat.criteres[cle] === valeur; },
        fait: function () { prend(cle, etat.criteres[cle] === valeur ? "" : valeur); } };
    }
    function termes(cle, liste, genre) {
      return liste.map(function (t, n) { return bascule(cle, t[0], t[1], t[2], genre ? etranger(genre, n) : ""); });
    }
    // An animal is what most often shuts a door at night: it is the first.
    var simples = q.SIMPLES.map(function (s) { return bascule(s[0], true, x.dire.mot(s[1]), x.dire.mot("synonymes_" + s[1]), ""); });
    var tous = simples.splice(q.SIMPLES.findIndex(function (s) { return s[0] === "animaux"; }), 1)
      .concat(termes("sans", index.sans, "s"), simples, termes("pour", index.publics, "p"), termes("pairs", index.pairs, ""));
    var avec = { champ: "avec_champ", titre: mot("avec"), peu: mot("avec_peu"), choix: function (texte) { return parmi(tous, texte); }, rien: function () {} };

    // What a cross still has to know: c: {besoin, quartier, racine, besoins: those that were meant, as numbers}.
    function manque(c, fini) {
      function termine(raison) { return function () { fini(raison); }; }
      if (!c.besoin) {
        return { titre: mot("quel_besoin"), peu: mot("annuler"), rien: termine(null), choix: function () {
          if (c.racine !== null) return besoinsDe(c.racine, function (slug) { c.besoin = slug; }).map(reste);
          if (c.besoins.length) return c.besoins.map(function (n) { return reste({ nom: index.besoins[n][1], langue: etranger("b", n), fait: function () { c.besoin = index.besoins[n][0]; } }); });
          return racines(function (n) { c.racine = n; });
        } };
      }
      if (!c.quartier) {
        return { titre: mot("quel_quartier"), peu: mot("annuler"), rien: termine(null), choix: function () {
          return q.quartiersParDistance(index, etat.lieu).map(function (n) {
            var z = index.quartiers[n];
            return reste({ nom: z[1], langue: etranger("q", n), fait: function () { c.quartier = z[0]; } });
          });
        } };
      }
      return {
        titre: mot("pourquoi", { besoin: nomDe(index.besoins, c.besoin), quartier: nomDe(index.quartiers, c.quartier) }), peu: mot("annuler"), rien: termine(null),
        choix: function () { return x.raisons.map(function (raison) { return { nom: mot("raison_" + raison), fini: true, fait: termine(raison) }; }); },
      };
    }
    function reste(choix) { choix.reste = true; return choix; }

    return { cinq: [besoin, lieu, quand, langue, avec], manque: manque };
  };

  // What a cross knows already: the need and the neighbourhood, where the answers name one, and the needs that words may have meant.
  q.demande = function (filtres, etat, trouves) {
    var rangs = filtres.rangs, slug = etat.criteres.besoin, cle = etat.lieu ? etat.lieu.cle : "", besoins = trouves ? trouves.besoins.slice(0, PROPOSES) : [];
    var entiers = besoins.filter(function (b) { return b.entier; }), choisi = rangs.besoin[slug] >= 0 ? slug : null, racine = rangs.racine[slug];
    if (entiers.length === 1) choisi = filtres.m.index.besoins[entiers[0].rang][0];
    return { besoin: choisi, quartier: cle.indexOf("quartier:") === 0 ? cle.slice(9) : null, racine: choisi || racine === undefined ? null : racine,
      besoins: (entiers.length ? entiers : besoins).map(function (b) { return b.rang; }) };
  };

  function nomDe(liste, slug) { return liste.filter(function (x) { return x[0] === slug; })[0][1]; }
  q.nomDe = nomDe;

  // The numbers of the neighbourhoods, the nearest to a place first; what is everywhere comes last.
  q.quartiersParDistance = function (index, lieu) {
    function loin(z) { return lieu && z[2] !== null ? q.loin(lieu.lat, lieu.lon, z[2], z[3]) : Infinity; }
    return index.quartiers.map(function (_, n) { return n; }).sort(function (a, b) {
      var za = index.quartiers[a], zb = index.quartiers[b];
      return za[4] - zb[4] || (loin(za) < loin(zb) ? -1 : loin(za) > loin(zb) ? 1 : a - b);
    });
  };
})();
