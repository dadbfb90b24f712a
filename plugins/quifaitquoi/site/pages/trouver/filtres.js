/* Filters: which units answer, how many fiches each filter would leave, and in which order they are shown. */
"use strict";
(function () {
  var q = window.quifaitquoi;
  var AUTANT = 1 << 21, LOIN = AUTANT - 1, JUSTESSES = 8, FICHES = 1 << 20;
  // Fiches come by the alphabet, which is nobody's merit: where nothing else tells them apart, an odd factor mixes them, and its
  // inverse finds them again.
  var MELE = 648055, DEMELE = inverse(MELE);
  function inverse(impair) {
    var x = 1;
    for (var i = 0; i < 5; i += 1) x = (x * ((2 + FICHES - impair * x % FICHES) % FICHES)) % FICHES;
    return x;
  }
  // What a filter says of a unit. Nobody knows is not no: such a unit is shown below the sure ones, and counted apart.
  var NON = 0, OUI = 1, INCONNU = 2, INCERTAINS = 3 * 4 * JUSTESSES * AUTANT * FICHES;
  function condition(nom) {
    return function (m, u) { return m.repond(u, nom) ? OUI : m.code(u, nom) ? NON : INCONNU; };
  }
  function ligne(m, u) { return m.index.f.g[m.fiche[u]] === m.genres.telephone; }
  // Name in the address, words, what it says of a unit, whether these words, in the name of a need, are for the filter to answer,
  // and which units these words find, where they are fewer: a telephone is also what was stolen.
  var SIMPLES = [
    ["rdv", "sans_rendez_vous", condition("rendez_vous"), true],
    ["gratuit", "gratuit", condition("tarif"), true],
    ["plain-pied", "plain_pied", condition("plain_pied"), true],
    ["animaux", "animaux", condition("animaux"), true],
    ["bu", "apres_avoir_bu", condition("consommation"), false],
    ["secret", "secret", condition("secret"), false],
    ["accompagne", "accompagne", condition("vous_accompagne"), false],
    ["chez-vous", "chez_vous", condition("chez_vous"), false],
    ["video", "video", condition("video"), false],
    // Of what says nothing else, its kind tells whether it is a line to call.
    ["telephone", "telephone", function (m, u) { return m.repond(u, "telephone") || ligne(m, u) ? OUI : NON; }, false, ligne],
  ];
  var AVANT = ["besoin", "ouvert", "langue", "pour", "sans", "pairs"];
  // Choices among terms that a unit has: its column.
  var COLONNES = { langue: "l", pour: "p", pairs: "v" };
  var GROUPES = AVANT.concat(SIMPLES.map(function (s) { return s[0]; }));

  function Filtres(m) {
    this.m = m;
    var index = m.index, rangs = {};
    function rang(nom, liste) { rangs[nom] = {}; liste.forEach(function (x, i) { rangs[nom][x[0]] = i; }); }
    rang("besoin", index.besoins); rang("racine", index.racines); rang("langue", index.langues); rang("pour", index.publics); rang("sans", index.sans); rang("pairs", index.pairs);
    this.rangs = rangs;
    this.cles = new Float64Array(m.n);
    this.unite = new Int32Array(m.n);
    this.compteurs = {};
    this.distances = new Float32Array(m.total).fill(NaN);
    this.lieu = this.t = null;
    // What each set says of each term that some place does not ask.
    this.exigences = m.ensembles.s.map(function (termes) {
      return index.sans.map(function (_, i) { return termes.indexOf(i) >= 0 ? OUI : termes.indexOf(i + index.sans.length) >= 0 ? NON : INCONNU; });
    });
    // Which roots each set of needs is under.
    this.racinesDe = m.ensembles.b.map(function (besoins) {
      var vues = {};
      besoins.forEach(function (b) { index.besoins[b][3].forEach(function (r) { vues[r] = true; }); });
      return Object.keys(vues).map(Number);
    });
  }

  Filtres.prototype.connait = function (groupe, valeur) {
    if (groupe === "besoin") return this.rangs.besoin[valeur] >= 0 || this.rangs.racine[valeur] >= 0;
    return this.rangs[groupe][valeur] >= 0;
  };

  Filtres.prototype.place = function (lieu) {
    if (lieu === this.lieu) return;
    this.lieu = lieu;
    var place = this.m.place;
    for (var u = 0; u < this.m.total; u += 1) {
      this.distances[u] = lieu ? q.loin(lieu.lat, lieu.lon, place[2 * u], place[2 * u + 1]) : NaN;
    }
  };

  // When it must be open: at the moment that was chosen, else now.
  Filtres.prototype.instant = function (criteres) {
    var moment = criteres.ouvert;
    return moment && moment.indexOf("T") > 0 ? this.m.heures.instant(moment) : Math.floor(Date.now() / 60000);
  };

  // For each distinct hours, once: its state, and what is written of it: whether it is open, whether anything is left today.
  Filtres.prototype.regarde = function (t) {
    if (this.t === t) return;
    this.t = t;
    var h = this.m.heures, n = h.semaines.length + 1;
    this.etats = [null];
    this.ouvert = new Uint8Array(n).fill(INCONNU);
    this.encore = new Uint8Array(n).fill(INCONNU);
    for (var i = 1; i < n; i += 1) {
      var etat = h.etat(i, t);
      this.etats.push(etat);
      this.ouvert[i] = etat.etat === "ferme" || etat.etat === "hors" ? NON : etat.etat === "ouvert" ? OUI : INCONNU;
      this.encore[i] = !h.encore(i, t) ? NON : this.ouvert[i] === INCONNU ? INCONNU : OUI;
    }
    this.aujourdhui = h.aujourdhui(Math.floor(Date.now() / 60000));
  };

  // Whether somebody verified the hours and need not have done so again, on the visitor's day.
  Filtres.prototype.sure = function (fiche) {
    var jusque = this.m.index.f.sur[fiche];
    return jusque !== null && this.aujourdhui <= jusque;
  };

  // What hours say, where somebody verified them; what others say is to be confirmed.
  Filtres.prototype.horaires = function (table, u) {
    var dit = table[this.m.h[u]];
    return dit === OUI && !this.sure(this.m.fiche[u]) ? INCONNU : dit;
  };

  // Whether a term is not asked there: said one by one, or at once where nothing is asked of anybody.
  Filtres.prototype.dispense = function (u, terme) {
    var dit = this.exigences[this.m.s[u]][terme];
    return dit === INCONNU && this.m.c[u] & this.m.index.inconditionnel ? OUI : dit;
  };

  // A function from a unit to NON, OUI or INCONNU.
  Filtres.prototype.bon = function (groupe, criteres) {
    var m = this.m, moi = this, valeur = criteres[groupe];
    if (groupe === "besoin") {
      var bons = m.ensembles.b.map(function (besoins, n) {
        return besoins.indexOf(moi.rangs.besoin[valeur]) >= 0 || moi.racinesDe[n].indexOf(moi.rangs.racine[valeur]) >= 0;
      });
      return function (u) { return bons[m.b[u]] ? OUI : NON; };
    }
    if (groupe === "ouvert") {
      var table = valeur === "aujourdhui" ? this.encore : this.ouvert;
      return function (u) { return moi.horaires(table, u); };
    }
    if (COLONNES[groupe]) {
      var nom = COLONNES[groupe], rang = this.rangs[groupe][valeur];
      var ont = m.ensembles[nom].map(function (termes) { return termes.indexOf(rang) >= 0 ? OUI : termes.length ? NON : INCONNU; });
      if (nom !== "p") return function (u) { return ont[m[nom][u]]; };
      return function (u) { return m.c[u] & m.index.inconditionnel ? OUI : ont[m.p[u]]; };
    }
    if (groupe === "sans") {
      var terme = this.rangs.sans[valeur];
      return function (u) { return moi.dispense(u, terme); };
    }
    var vaut = SIMPLES[GROUPES.indexOf(groupe) - AVANT.length][2];
    return function (u) { return vaut(m, u); };
  };

  // Everything about one state of the form, at the instant t. `trouves` is what the search found, null without words.
  // `vite` leaves out what each choice would leave.
  Filtres.prototype.applique = function (criteres, trouves, t, vite) {
    this.regarde(t);
    var m = this.m, f = m.index.f, moi = this, total = m.total, n = 0, u, fiche, g, i;
    var actifs = [], bons = [];
    GROUPES.forEach(function (groupe, rang) { if (criteres[groupe]) { actifs.push(rang); bons.push(moi.bon(groupe, criteres)); } });
    var comptes = this.neufs(), sans = {}, vuSans = {}, inconnus = {}, dits = [];
    actifs.forEach(function (rang) { sans[GROUPES[rang]] = 0; vuSans[rang] = -1; });
    var cles = this.cles, unites = this.unite, derniere = -1, avecLieu = this.lieu !== null;
    for (u = 0; u < total; u += 1) {
      fiche = m.fiche[u];
      if (trouves ? trouves.somme[u] === 0 : f.etat[fiche]) continue;
      if (f.etat[fiche] && actifs.length) continue;
      if (m.index.stops[u] && m.index.stops[u][1] !== null && m.index.stops[u][1] < this.aujourdhui) continue;
      var doutes = 0, rates = 0, rate = -1;
      for (i = 0; i < actifs.length && rates < 2; i += 1) {
        dits[i] = bons[i](u);
        if (dits[i] === INCONNU) doutes += 1;
        else if (dits[i] === NON) { rates += 1; rate = actifs[i]; }
      }
      if (rates && (vite || rates > 1)) continue;
      if (!vite) {
        // What fails one filter only, or is unknown in it, is what one would get without it.
        for (i = 0; i < actifs.length; i += 1) {
          g = actifs[i];
          if ((rates ? rate === g : true) && doutes === (dits[i] === INCONNU ? 1 : 0) && vuSans[g] !== fiche) { vuSans[g] = fiche; sans[GROUPES[g]] += 1; }
        }
        this.compte(comptes, u, fiche, rate, actifs, dits, doutes);
      }
      if (rates) continue;
      if (doutes) for (i = 0; i < actifs.length; i += 1) if (dits[i] === INCONNU) inconnus[GROUPES[actifs[i]]] = true;
      var cle = this.cle(u, fiche, trouves, avecLieu) + (doutes ? INCERTAINS : 0);
      if (derniere !== fiche) {
        derniere = fiche; cles[n] = cle; unites[fiche] = u; n += 1;
      } else if (cle < cles[n - 1]) { cles[n - 1] = cle; unites[fiche] = u; }
    }
    var ordre = cles.subarray(0, n).slice().sort(), surs = n;
    while (surs && ordre[surs - 1] >= INCERTAINS) surs -= 1;
    // n: those of which every filter is sure; tous: with those below, where some filters (doutes) do not know.
    return { n: surs, tous: n, doutes: Object.keys(inconnus), ordre: ordre, comptes: comptes, sans: sans,
      actifs: actifs.map(function (r) { return GROUPES[r]; }) };
  };

  // Open first, then perhaps open, then what opens next; what answers best; the nearest. With a place, near comes before soon.
  Filtres.prototype.cle = function (u, fiche, trouves, avecLieu) {
    var etat = this.etats[this.m.h[u]], rang = 2, suite = LOIN;
    if (this.m.index.f.etat[fiche]) rang = 3;
    else if (etat && this.ouvert[this.m.h[u]]) rang = this.horaires(this.ouvert, u) === OUI ? 0 : 1;
    if (avecLieu) { if (this.distances[u] === this.distances[u]) suite = Math.min(LOIN - 1, Math.round(this.distances[u] / 10)); }
    else if (rang < 2) suite = 0;
    else if (etat && etat.ouvre !== null) suite = Math.min(LOIN - 1, etat.ouvre - this.t);
    var faible = !trouves || trouves.nomme(fiche) ? 0 : trouves.somme[u] < trouves.fort ? 2 : 1;
    var loin = trouves && trouves.mieux ? JUSTESSES - 1 - Math.min(JUSTESSES - 1, Math.floor(trouves.somme[u] / trouves.mieux * JUSTESSES)) : 0;
    var apres = avecLieu ? loin * AUTANT + suite : suite * JUSTESSES + loin;
    return ((faible * 4 + rang) * JUSTESSES * AUTANT + apres) * FICHES + this.m.index.f.rang[fiche] * MELE % FICHES;
  };
  Filtres.prototype.ficheDe = function (cle) { return this.m.deRang[cle % FICHES * DEMELE % FICHES]; };
  Filtres.prototype.rangDe = function (cle) { return Math.floor(cle / FICHES / AUTANT / JUSTESSES) % 4; };

  Filtres.prototype.neufs = function () {
    var index = this.m.index;
    return { besoin: new Compteur(index.besoins.length), racine: new Compteur(index.racines.length), langue: new Compteur(index.langues.length),
      pour: new Compteur(index.publics.length), sans: new Compteur(index.sans.length), pairs: new Compteur(index.pairs.length), ouvert: new Compteur(2), simples: new Compteur(SIMPLES.length) };
  };

  // For each choice: how many fiches it would leave, and how many more of which it is not sure. Those of a fiche come one after the other.
  function Compteur(taille) {
    this.n = new Int32Array(taille); this.inconnus = new Int32Array(taille);
    this.vu = new Int32Array(taille).fill(-1); this.doute = new Int32Array(taille).fill(-1);
  }
  Compteur.prototype.note = function (i, fiche, dit) {
    if (dit === NON || this.vu[i] === fiche) return;
    if (dit === OUI) {
      this.vu[i] = fiche; this.n[i] += 1;
      if (this.doute[i] === fiche) this.inconnus[i] -= 1;
    } else if (this.doute[i] !== fiche) { this.doute[i] = fiche; this.inconnus[i] += 1; }
  };

  // Adds a unit to what each choice would leave; `rate` is the one filter it fails, -1 if none. A choice is sure where it is
  // itself, and the filters of other groups are.
  Filtres.prototype.compte = function (comptes, u, fiche, rate, actifs, dits, doutes) {
    var m = this.m, i, k, liste, vide;
    function sur(groupe) {
      if (rate >= 0 && rate !== groupe) return NON;
      k = actifs.indexOf(groupe);
      return doutes > (k >= 0 && dits[k] === INCONNU ? 1 : 0) ? INCONNU : OUI;
    }
    function note(compteur, i, groupe, dit) { if (dit !== NON) compteur.note(i, fiche, dit === OUI ? groupe : INCONNU); }
    var ici = sur(0);
    if (ici) {
      liste = m.ensembles.b[m.b[u]];
      for (i = 0; i < liste.length; i += 1) comptes.besoin.note(liste[i], fiche, ici);
      liste = this.racinesDe[m.b[u]];
      for (i = 0; i < liste.length; i += 1) comptes.racine.note(liste[i], fiche, ici);
    }
    if ((ici = sur(1))) {
      note(comptes.ouvert, 0, ici, this.horaires(this.ouvert, u));
      note(comptes.ouvert, 1, ici, this.horaires(this.encore, u));
    }
    for (var g = 0; g < AVANT.length; g += 1) {
      var nom = COLONNES[AVANT[g]], compteur = comptes[AVANT[g]];
      if (!nom || !(ici = sur(g))) continue;
      var tous = nom === "p" && m.c[u] & m.index.inconditionnel;
      liste = m.ensembles[nom][m[nom][u]]; vide = tous || !liste.length;
      for (i = 0; i < (vide ? compteur.n.length : liste.length); i += 1) compteur.note(vide ? i : liste[i], fiche, tous || !vide ? ici : INCONNU);
    }
    if ((ici = sur(4))) for (i = 0; i < m.index.sans.length; i += 1) note(comptes.sans, i, ici, this.dispense(u, i));
    for (i = 0; i < SIMPLES.length; i += 1) if ((ici = sur(AVANT.length + i))) note(comptes.simples, i, ici, SIMPLES[i][2](m, u));
  };

  q.Filtres = Filtres;
  q.SIMPLES = SIMPLES;
})();
