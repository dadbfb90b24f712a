/* A button on every card and fiche puts it into my selection or takes it out; the link in the bar counts. */
"use strict";
(function () {
  var q = window.quifaitquoi, barre = document.querySelector("[data-selection]");
  if (!q || !q.selection || !barre) return;
  var m = q.selection, mots = barre.dataset, boutons = [];
  var lien = barre.querySelector("a"), compte = barre.querySelector("[data-compte-selection]");
  var annonce = document.querySelector("[data-annonce-selection]"), base = lien.getAttribute("href");

  function nomDe(hote) {
    var titre = hote.querySelector("h1, h3 a") || hote.querySelector("a");
    return titre ? titre.textContent.trim() : "";
  }

  function slugDe(hote) {
    if (hote.dataset.fiche) return hote.dataset.fiche;
    var vers = hote.querySelector("a[href*='fiches/']"), lu = vers && /fiches\/([a-z0-9-]+)\/(?:index\.html)?$/.exec(vers.getAttribute("href"));
    return lu ? lu[1] : null;
  }

  function icone() {
    var dessin = document.createElement("i");
    dessin.setAttribute("aria-hidden", "true");
    return dessin;
  }

  function montre(b, dedans) {
    b.bouton.classList.toggle("gardee", dedans);
    b.bouton.querySelector("i").className = "icone " + (dedans ? "i-bookmark-check" : "i-bookmark-plus-outline");
    b.dit.textContent = dedans ? mots.retirer : mots.ajouter;
  }

  // What the browser will not keep is said where the button was pressed, and stays there to be read.
  function previent(bouton) {
    var avis = bouton.parentNode.querySelector(".avis-selection");
    if (m.gardee || avis) return;
    avis = document.createElement("p");
    avis.className = "avis-selection";
    avis.textContent = mots.refus;
    bouton.after(avis);
    annonce.textContent = mots.refus;
  }

  function equipe(hote) {
    var slug = slugDe(hote), article = hote.matches("article"), ligne = hote.matches(".lignes > li");
    if (!slug || hote.querySelector(".garder")) return;
    var nom = nomDe(hote), bouton = document.createElement("button"), dit = document.createElement("span");
    bouton.type = "button";
    bouton.className = "bouton garder" + (ligne ? " garder-ligne" : "");
    if (!article) dit.className = "cache";
    bouton.append(icone(), dit);
    if (!article) {
      // Twenty buttons with the same words: each also says which place it is about.
      var precis = document.createElement("span"), source = hote.querySelector("a [lang], a[lang]");
      precis.className = "cache";
      precis.textContent = " : " + nom;
      if (source) precis.lang = source.lang;
      bouton.append(precis);
    }
    bouton.addEventListener("click", function () {
      var dedans = m.rang(slug) >= 0;
      if (!dedans && m.lit().length >= m.TOUT_AU_PLUS) { annonce.textContent = mots.pleine; return; }
      if (dedans) m.retire(slug); else m.ajoute(slug, nom);
      annonce.textContent = (dedans ? mots.retiree : mots.ajoutee).replace("{nom}", nom).replace("{n}", String(m.lit().length));
      previent(bouton);
    });
    var actions = article && hote.querySelector(".entete-fiche .actions"), titre = hote.querySelector("h3");
    if (article && !actions) {
      actions = document.createElement("p");
      actions.className = "actions";
      hote.querySelector(".entete-fiche").append(actions);
    }
    // On a card it stands in the corner, right after the name.
    if (!article && titre) titre.after(bouton); else (actions || hote).append(bouton);
    var b = { slug: slug, bouton: bouton, dit: dit };
    boutons.push(b);
    return b;
  }

  function rafraichit() {
    var dedans = {}, entrees = m.lit();
    entrees.forEach(function (e) { dedans[e.slug] = true; });
    boutons = boutons.filter(function (b) { return b.bouton.isConnected; });
    boutons.forEach(function (b) { montre(b, Boolean(dedans[b.slug])); });
    compte.textContent = entrees.length ? String(entrees.length) : "";
    compte.hidden = !entrees.length;
    // Where nothing is kept, the link itself carries the selection to its page.
    lien.href = m.gardee || !entrees.length ? base : base + "#s=" + entrees.map(function (e) { return e.slug; }).join(",");
  }

  Array.prototype.forEach.call(document.querySelectorAll(".vignette, .lignes > li[data-fiche], article.fiche"), equipe);
  // The finder makes its cards as one searches.
  document.querySelectorAll("[data-liste]").forEach(function (liste) {
    new MutationObserver(function (changements) {
      var nouvelles = changements.reduce(function (toutes, c) { return toutes.concat(Array.prototype.slice.call(c.addedNodes)); }, []);
      if (nouvelles.filter(function (n) { return n.matches && n.matches(".vignette") && equipe(n); }).length) rafraichit();
    }).observe(liste, { childList: true });
  });
  q.equipe = function (hote) {
    equipe(hote);
    rafraichit();
  };
  m.suit(rafraichit);
  barre.hidden = false;
  rafraichit();
})();
