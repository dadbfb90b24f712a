/* The page of my selection: arrange, note, print, share. A shared one is shown apart until its reader takes it in. */
"use strict";
(function () {
  var q = window.quifaitquoi, page = document.querySelector("[data-page-selection]");
  if (!page || !q.selection) return;
  var m = q.selection, reglages = page.dataset, mots = JSON.parse(page.querySelector("[data-mots]").textContent);
  var racine = document.documentElement;
  var un = function (nom) { return page.querySelector("[data-" + nom + "]"); };
  var liste = un("feuilles"), etat = un("etat"), defait = un("defait"), avis = un("avis"), recu = un("partagee"), montree = null, tour = 0, seul = false;
  var SERRE = 3000;  // characters that fill a sheet
  var envoi = new q.Envoi(un("envoi"), mots, dit("jour", { jour: q.aujourdhui(mots) }));

  function dit(nom, valeurs) {
    return mots[nom].replace(/\{(\w+)\}/g, function (tout, cle) { return valeurs && cle in valeurs ? valeurs[cle] : tout; });
  }

  function element(nom, classe, texte) {
    var e = document.createElement(nom);
    if (classe) e.className = classe;
    if (texte !== undefined) e.textContent = texte;
    return e;
  }

  function bouton(picto, texte, nom, action) {
    var b = element("button", "bouton");
    b.type = "button";
    b.append(q.icone(picto), element("span", "", texte));
    if (nom) b.append(element("span", "cache", " : " + nom));
    b.addEventListener("click", action);
    return b;
  }

  // One sentence each; they stay until something else is true.
  function previens(phrases) {
    avis.replaceChildren.apply(avis, phrases.filter(Boolean).map(function (texte) { return element("p", "alerte", texte); }));
  }

  function annule(phrase, entrees) {
    defait.replaceChildren(element("span", "", phrase), bouton("undo", mots.annuler, "", function () {
      m.ecrit(entrees);
      defait.hidden = true;
      etat.textContent = mots.retabli;
      montre();
    }));
    defait.hidden = false;
    defait.querySelector("button").focus();
  }

  function place(li) { return Array.prototype.indexOf.call(liste.children, li); }

  function range() {
    Array.prototype.forEach.call(liste.children, function (li, n) {
      var monter = li.querySelector("[data-monter]"), descendre = li.querySelector("[data-descendre]");
      if (monter) { monter.disabled = n === 0; descendre.disabled = n === liste.children.length - 1; }
    });
  }

  function deplace(li, entree, de, appuye) {
    var entrees = m.lit(), rang = m.rang(entree.slug), vers = rang + de;
    if (rang < 0 || vers < 0 || vers >= entrees.length) return;
    entrees.splice(vers, 0, entrees.splice(rang, 1)[0]);
    // The list is moved here, not drawn again.
    seul = true;
    m.ecrit(entrees);
    seul = false;
    if (de < 0) li.previousElementSibling.before(li); else li.nextElementSibling.after(li);
    range();
    montree = m.lit().map(function (e) { return e.slug; }).join(",");
    partage(m.lit());
    // Moving the element lost the focus; where the button can go no further, its neighbour can.
    (appuye.disabled ? li.querySelector(de < 0 ? "[data-descendre]" : "[data-monter]") : appuye).focus();
    etat.textContent = dit("place", { nom: entree.nom, n: place(li) + 1, total: liste.children.length });
  }

  function outils(li, entree) {
    var p = element("p", "feuille-outils"), avant = m.lit();
    var monter = bouton("arrow-up", mots.monter, entree.nom, function () { deplace(li, entree, -1, monter); });
    var descendre = bouton("arrow-down", mots.descendre, entree.nom, function () { deplace(li, entree, 1, descendre); });
    monter.dataset.monter = descendre.dataset.descendre = "";
    p.append(monter, descendre, bouton("delete-outline", mots.retirer, entree.nom, function () {
      avant = m.lit();
      m.retire(entree.slug);
      montre();
      annule(dit("retiree", { nom: entree.nom }), avant);
    }));
    return p;
  }

  function note(entree) {
    var bloc = element("div", "feuille-note"), label = q.pose(element("label"), mots.note, "fr"), champ = element("textarea");
    var imprimee = element("p", "note-imprimee", entree.note);
    champ.id = "note-" + entree.slug;
    champ.rows = 2;
    champ.maxLength = 2000;
    champ.value = entree.note;
    champ.setAttribute("autocomplete", "off");
    label.htmlFor = champ.id;
    label.append(element("span", "cache", " : " + entree.nom));
    champ.addEventListener("input", function () {
      m.ecrit(m.lit().map(function (e) { return e.slug === entree.slug ? { slug: e.slug, nom: e.nom, note: champ.value } : e; }));
      imprimee.textContent = champ.value;
      imprimee.hidden = !champ.value;
      if (!m.gardee) previens([mots.refus]);
    });
    imprimee.hidden = !entree.note;
    bloc.append(label, champ, imprimee);
    return bloc;
  }

  function feuille(entree, fiche, mienne) {
    var li = element("li", "feuille"), dedans = element("div", "feuille-dedans");
    if (fiche) {
      dedans = q.feuilleDe(fiche, reglages.qr, mots.qr);
    } else {
      li.classList.add("feuille-absente");
      dedans.append(element("h2", "", entree.nom), element("p", "", mots.absente));
    }
    li.append(dedans);
    if (mienne) li.append(note(entree), outils(li, entree));
    return li;
  }

  function partage(entrees) {
    var ici = reglages.adresse || window.location.href.replace(/#.*/, "");
    un("lien").value = ici + q.partage.ecrit(entrees);
    // On paper the whole list is one code: whoever holds the sheet has it on a phone, up to date.
    un("code").replaceChildren();
    try {
      if (reglages.adresse && entrees.length) un("code").append(q.qr.dessin(un("lien").value, mots.qr_liste));
    } catch (_) { /* a list too long for any code */ }
  }

  function remplis(entrees, mienne, phrases) {
    var ceTour = tour += 1;
    montree = mienne ? entrees.map(function (e) { return e.slug; }).join(",") : null;
    q.chargeFiches(entrees.map(function (e) { return e.slug; }), reglages.donnees, reglages.version, function (fiches) {
      if (ceTour !== tour) return;
      var absentes = [], vues = {}, change = false;
      var actuelles = entrees.map(function (e) {
        var f = fiches[e.slug];
        if (!f) { absentes.push(e.nom || e.slug.replace(/-/g, " ")); return { slug: e.slug, nom: e.nom || e.slug.replace(/-/g, " "), note: e.note }; }
        change = change || f.slug !== e.slug || f.nom !== e.nom;
        return { slug: f.slug, nom: f.nom, note: e.note, etait: e.slug };
      }).filter(function (e) {
        var premiere = !vues[e.slug];
        // Two old names of one place: its notes stay together.
        if (!premiere && e.note) vues[e.slug].note = [vues[e.slug].note, e.note].filter(Boolean).join("\n");
        if (premiere) vues[e.slug] = e;
        return premiere;
      });
      if (mienne && change) { montree = actuelles.map(function (e) { return e.slug; }).join(","); m.ecrit(actuelles); }
      liste.replaceChildren.apply(liste, actuelles.map(function (e) { return feuille(e, fiches[e.etait || e.slug], mienne); }));
      range();
      partage(actuelles);
      envoi.montre(actuelles.map(function (e) { return fiches[e.etait || e.slug]; }).filter(Boolean).map(function (f) { return f.message; }));
      racine.toggleAttribute("data-serre", liste.textContent.length > SERRE);
      if (absentes.length) phrases = phrases.concat(dit("manquent", { noms: absentes.join(", ") }));
      previens(phrases);
      page.dataset.pret = "";
    });
    un("vide").hidden = entrees.length > 0;
    un("outils").hidden = !entrees.length;
    un("vider").hidden = !mienne || !entrees.length;
  }

  function montre() {
    var lu = q.partage.lit(window.location.hash), mienne = m.lit(), phrases = [];
    // A fiche's own page led here, to send that fiche: nobody else chose it.
    var aEnvoyer = lu && lu.slugs.length && /&envoyer$/.test(window.location.hash);
    // Where the browser keeps nothing, the link of the bar carried the selection here: it is mine.
    if (lu && lu.slugs.length && !aEnvoyer && !m.gardee && !mienne.length) { m.ecrit(lu.slugs.map(function (slug) { return { slug: slug }; })); mienne = m.lit(); }
    if (!m.gardee) phrases.push(mots.refus);
    if (m.illisible) phrases.push(mots.illisible);
    if (lu && lu.casse) phrases.push(lu.slugs.length ? mots.casse_en_partie : mots.casse);
    var autre = aEnvoyer || lu && lu.slugs.length && lu.slugs.join(",") !== mienne.map(function (e) { return e.slug; }).join(",");
    recu.hidden = !autre || aEnvoyer;
    if (aEnvoyer) un("envoi").open = true;
    un("titre-mienne").hidden = Boolean(autre);
    un("titre-partagee").hidden = !autre || aEnvoyer;
    if (autre) {
      un("partagee-dit").textContent = dit(mienne.length ? "partagee" : "partagee_seule", { n: lu.slugs.length, moi: mienne.length });
      un("garder-mienne").querySelector("span").textContent = mienne.length ? mots.voir_mienne : mots.ne_pas_garder;
      remplis(lu.slugs.map(function (slug) { return { slug: slug, nom: "", note: "" }; }), false, phrases);
    } else {
      remplis(mienne, true, phrases);
    }
  }

  function quitteLePartage() {
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
    montre();
    document.getElementById("titre-selection").focus();
  }

  un("ajouter-tout").addEventListener("click", function () {
    var lu = q.partage.lit(window.location.hash), avant = m.lit(), ensemble;
    ensemble = m.propres(avant.concat(lu.slugs.map(function (slug) { return { slug: slug }; })));
    m.ecrit(ensemble);
    etat.textContent = dit("reunies", { n: ensemble.length });
    quitteLePartage();
  });
  un("garder-mienne").addEventListener("click", quitteLePartage);
  un("vider").addEventListener("click", function () {
    var avant = m.lit();
    m.ecrit([]);
    montre();
    annule(mots.videe, avant);
  });
  un("imprimer-feuille").addEventListener("click", function () { window.print(); });
  // The desk asks for large letters: a sheet to hang.
  if (/&gros$/.test(window.location.hash)) page.querySelector("input[value=gros]").checked = true;
  page.querySelectorAll("input[name=impression]").forEach(function (choix) {
    choix.addEventListener("change", function () { if (choix.checked) racine.dataset.impression = choix.value; });
    if (choix.checked) racine.dataset.impression = choix.value;
  });
  un("avec-notes").addEventListener("change", function () { racine.dataset.notes = un("avec-notes").checked ? "oui" : "non"; });
  un("copier").addEventListener("click", function () {
    var champ = un("lien"), copie = un("copie");
    champ.focus();
    champ.select();
    function fini(reussi) { copie.textContent = reussi ? mots.copie : mots.a_copier; }
    if (!navigator.clipboard) { fini(false); return; }
    navigator.clipboard.writeText(champ.value).then(function () { fini(true); }, function () { fini(false); });
  });
  un("jour").textContent = dit("jour", { jour: q.aujourdhui(mots) });

  window.addEventListener("hashchange", montre);
  // Another tab, or a button elsewhere: only what changed the list is worth drawing it again.
  m.suit(function () {
    if (!seul && recu.hidden && montree !== m.lit().map(function (e) { return e.slug; }).join(",")) montre();
  });
  page.hidden = false;
  montre();
})();
