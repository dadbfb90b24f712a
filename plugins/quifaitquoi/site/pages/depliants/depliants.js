/* My leaflet: the PDF where the build made it, else the same addresses on a sheet that this page prints. What is asked
   for stands behind the # of the address; nothing else is kept, and the visitor's selection is not touched. */
"use strict";
(function () {
  var q = window.quifaitquoi, page = document.querySelector("[data-depliants]");
  if (!page || !q) return;
  var reglages = page.dataset, tout = JSON.parse(page.querySelector("[data-tout]").textContent), mots = tout.mots, tour = 0;
  var un = function (nom) { return page.querySelector("[data-" + nom + "]"); };
  var besoins = Array.prototype.slice.call(page.querySelectorAll("[data-besoin]")), avis = un("avis"), apercu = un("apercu");
  var TOUT_AU_PLUS = 100;

  // One line a neighbourhood, and the one that the address names unfolded; without a script all are.
  var prets = Array.prototype.slice.call(document.querySelectorAll("[data-plie]"));
  function deplie() {
    prets.filter(function (quartier) { return location.hash === "#" + quartier.id; }).forEach(function (quartier) {
      quartier.open = true;
      quartier.scrollIntoView();
    });
  }

  function dit(texte, valeurs) { return texte.replace(/\{(\w+)\}/g, function (_, cle) { return valeurs[cle]; }); }

  function previens(texte) {
    avis.textContent = texte;
    avis.hidden = !texte;
  }

  function offerts(select) { return Array.prototype.map.call(select.options, function (o) { return o.value; }); }

  // What a fragment asks for, or null: only what the form itself offers is ever taken from it.
  function lit(fragment) {
    var demande = { besoins: [] };
    fragment.replace(/^#/, "").split("&").forEach(function (part) {
      var deux = part.split("="), valeur = deux[1] || "";
      if (deux[0] === "besoins") demande.besoins = valeur.split(",").filter(function (b) { return besoins.some(function (c) { return c.value === b; }); });
      else demande[deux[0]] = valeur;
    });
    return offerts(un("quartier")).indexOf(demande.quartier) >= 0 && offerts(un("format")).indexOf(demande.format) >= 0 ? demande : null;
  }

  function ecrit(d) { return "#quartier=" + d.quartier + "&format=" + d.format + (d.besoins.length ? "&besoins=" + d.besoins.join(",") : ""); }

  function remplis(d) {
    un("quartier").value = d.quartier;
    un("format").value = d.format;
    besoins.forEach(function (champ) { champ.checked = d.besoins.indexOf(champ.value) >= 0; });
  }

  // What is in a zone comes when it is asked for: those of a whole country would weigh more than the page.
  q.zones = {};
  function avecLaZone(slug, puis) {
    if (q.zones[slug]) { puis(); return; }
    var script = document.createElement("script");
    script.src = reglages.zones + slug + ".js?" + reglages.version;
    script.onload = script.onerror = puis;
    document.head.append(script);
  }

  // The fiches of the zone under the first of their needs that is asked for, in the order of the needs.
  function choisies(d) {
    var vues = {}, groupes = [];
    besoins.forEach(function (champ) {
      if (d.besoins.length && d.besoins.indexOf(champ.value) < 0) return;
      var slugs = q.zones[d.quartier].filter(function (f) { return f[1].indexOf(champ.value) >= 0 && !vues[f[0]]; }).map(function (f) { return f[0]; });
      slugs.forEach(function (slug) { vues[slug] = true; });
      if (slugs.length) groupes.push({ nom: tout.besoins[champ.value], slugs: slugs });
    });
    return groupes;
  }

  function element(nom, classe, contenu) {
    var e = document.createElement(nom);
    e.className = classe;
    e.append(contenu);
    return e;
  }

  function montre() {
    var d = lit(window.location.hash), ceTour = tour += 1;
    apercu.hidden = true;
    document.documentElement.toggleAttribute("data-depliant", false);
    previens("");
    if (!d) return;
    remplis(d);
    avecLaZone(d.quartier, function () {
      if (ceTour !== tour) return;
      if (q.zones[d.quartier]) montreChoisies(d, ceTour);
      else previens(dit(mots.manquent, { noms: tout.zones[d.quartier] }));
    });
  }

  function montreChoisies(d, ceTour) {
    var groupes = choisies(d), slugs = groupes.reduce(function (tous, g) { return tous.concat(g.slugs); }, []);
    if (!slugs.length) { previens(mots.aucune); return; }
    if (slugs.length > TOUT_AU_PLUS) { previens(dit(mots.trop, { n: slugs.length })); return; }
    q.chargeFiches(slugs, reglages.fiches, reglages.version, function (fiches) {
      if (ceTour !== tour) return;
      var feuilles = [], absentes = slugs.filter(function (slug) { return !fiches[slug]; });
      groupes.forEach(function (g) {
        feuilles.push(element("li", "feuille-groupe", g.nom));
        g.slugs.forEach(function (slug) {
          if (fiches[slug]) feuilles.push(element("li", "feuille", q.feuilleDe(fiches[slug], reglages.adresse && reglages.adresse + "fiches/", mots.qr)));
        });
      });
      un("feuilles").replaceChildren.apply(un("feuilles"), feuilles);
      // Nothing on a discreet sheet says what it is.
      un("titre").textContent = d.format === "discret" ? mots.discret : tout.zones[d.quartier];
      previens(absentes.length ? dit(mots.manquent, { noms: absentes.join(", ").replace(/-/g, " ") }) : "");
      document.documentElement.setAttribute("data-depliant", d.format);
      apercu.hidden = false;
      un("titre").focus();
    });
  }

  un("formulaire").addEventListener("submit", function (evenement) {
    evenement.preventDefault();
    var langue = un("choix-langue").value, d = { quartier: un("quartier").value, format: un("format").value, besoins: [] };
    besoins.forEach(function (champ) { if (champ.checked) d.besoins.push(champ.value); });
    var pdf = tout.pdf[[d.quartier, d.format, langue].concat(d.besoins.slice().sort()).join("/")];
    if (pdf) window.location.href = reglages.pdf + pdf;
    else if (langue !== reglages.langue) window.location.href = reglages.racine + "../" + langue + "/depliants/index.html" + ecrit(d);
    else if (window.location.hash === ecrit(d)) montre();
    else window.location.hash = ecrit(d);
  });
  un("imprimer-depliant").addEventListener("click", function () { window.print(); });
  un("jour").textContent = dit(mots.jour, { jour: q.aujourdhui(mots) });
  window.addEventListener("hashchange", function () { deplie(); montre(); });
  un("mon-depliant").hidden = false;
  prets.forEach(function (quartier) { quartier.open = false; });
  deplie();
  montre();
})();
