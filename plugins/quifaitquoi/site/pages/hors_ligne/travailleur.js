/* The worker of the copy without network. A visitor asked for it: before that, no page registers it. It fills itself, since the rules of
   the pages let them ask for nothing. The network comes first; where it does not answer, the copy does, and says so.

   A copy is one cache: whole, or not there. `COPIES` says which one each language has: a fill that stops half-way changes nothing. */
"use strict";
(function () {
  // Another directory on the same host has caches too: each knows its own by the folder where it stands.
  var ICI = self.registration.scope, PREFIXE = "quifaitquoi " + ICI + " ", COPIES = PREFIXE + "copies";
  var PATIENCE = 8000, SOUVENT = 3600000, SEULE = "/hors-ligne/fiche/index.html", regarde = 0;

  self.addEventListener("install", function () { self.skipWaiting(); });
  self.addEventListener("activate", function (e) { e.waitUntil(self.clients.claim()); });

  function adresse(chemin) { return new URL(chemin, ICI).href; }

  // {language: {cache, version, dit, zone}}
  function copies() {
    return caches.open(COPIES).then(function (c) { return c.match(adresse("copies.json")); })
      .then(function (r) { return r ? r.json() : {}; });
  }

  function note(toutes) {
    if (!Object.keys(toutes).length) return caches.delete(COPIES);
    return caches.open(COPIES).then(function (c) { return c.put(adresse("copies.json"), new Response(JSON.stringify(toutes))); });
  }

  // Away with the caches of ours that nothing names: what a fill left behind that was stopped.
  function range(toutes) {
    var nommes = Object.keys(toutes).map(function (langue) { return toutes[langue].cache; });
    if (nommes.length) nommes.push(COPIES);
    return caches.keys().then(function (noms) {
      return Promise.all(noms.filter(function (nom) { return nom.indexOf(PREFIXE) === 0 && nommes.indexOf(nom) < 0; })
        .map(function (nom) { return caches.delete(nom); }));
    });
  }

  function telecharge(chemin) {
    return fetch(adresse(chemin), { cache: "no-cache" }).then(function (r) {
      if (!r.ok) throw new Error("reseau");
      return r;
    });
  }

  function lot(langue) {
    return telecharge(langue + "/hors-ligne/lot.js").then(function (r) { return r.text(); }).then(function (texte) {
      return JSON.parse(texte.slice(texte.indexOf("(") + 1, texte.lastIndexOf(")")));
    });
  }

  // `avance` is told (files done, of how many).
  function garde(langue, zone, avance) {
    var nom = PREFIXE + langue + " " + Date.now(), avant;
    return lot(langue).then(function (l) {
      var fichiers = l.fichiers.slice();
      Object.keys(l.parts).filter(function (part) { return !zone || part === zone || l.parts[part].commune; }).forEach(function (part) {
        l.parts[part].fichiers.forEach(function (chemin) { if (fichiers.indexOf(chemin) < 0) fichiers.push(chemin); });
      });
      avant = l;
      return caches.open(nom).then(function (cache) {
        // One after the other: a slow network is not asked for thirty at once.
        return fichiers.reduce(function (attend, chemin, n) {
          return attend.then(function () { return telecharge(chemin); })
            .then(function (r) { return cache.put(adresse(chemin), r); }).then(function () { avance(n + 1, fichiers.length); });
        }, Promise.resolve());
      });
    }).then(function () { return lot(langue); }).then(function (l) {
      if (l.version !== avant.version) throw new Error("reseau");  // the site was renewed meanwhile: half of each is no copy
      return copies();
    }).then(function (toutes) {
      toutes[langue] = { cache: nom, version: avant.version, dit: avant.dit, zone: zone };
      return note(toutes).then(function () { return range(toutes); }).then(function () { return toutes; });
    }).catch(function (erreur) {
      return caches.delete(nom).then(function () { throw new Error(erreur.name === "QuotaExceededError" ? "place" : "reseau"); });
    });
  }

  function enleve(langue) {
    return copies().then(function (toutes) {
      delete toutes[langue];
      return note(toutes).then(function () { return range(toutes); }).then(function () { return toutes; });
    });
  }

  // What has changed since is fetched while there is a network, once in a while, and nobody waits for it.
  function renouvelle() {
    if (Date.now() - regarde < SOUVENT) return Promise.resolve();
    regarde = Date.now();
    return copies().then(function (toutes) {
      return Object.keys(toutes).reduce(function (attend, langue) {
        return attend.then(function () { return lot(langue); }).then(function (l) {
          return l.version === toutes[langue].version ? null : garde(langue, toutes[langue].zone, function () {});
        }).catch(function () { /* later */ });
      }, Promise.resolve());
    });
  }

  self.addEventListener("message", function (e) {
    var q = e.data || {}, port = e.ports[0];
    if (!port) return;
    function avance(fait, total) { port.postMessage({ fait: fait, total: total }); }
    var faire = { garde: function () { return garde(q.langue, q.zone, avance); }, enleve: function () { return enleve(q.langue); }, etat: copies }[q.faire];
    if (faire) e.waitUntil(faire().then(function (toutes) { port.postMessage({ copies: toutes }); }, function (erreur) { port.postMessage({ erreur: erreur.message }); }));
  });

  // The file that a request names: without what follows ? and #, and with the name of the page of a folder.
  function chemin(url) {
    var lu = new URL(url);
    lu.search = lu.hash = "";
    return lu.href.slice(ICI.length).replace(/(^|\/)$/, "$1index.html");
  }

  // A page of the copy, which says that it is one.
  function marquee(r, dit) {
    if (!r) return r;
    return r.text().then(function (html) {
      var propre = dit.replace(/[<&]/g, "");
      return new Response(html.replace('<div id="contenu"', '<p class="hors-connexion" role="status">' + propre + '</p><div id="contenu"'),
        { headers: { "Content-Type": "text/html; charset=utf-8" } });
    });
  }

  // One fiche out of the file of its zone: a line each.
  function feuille(cache, slug) {
    var debut = "quifaitquoi.fiche(" + JSON.stringify(slug) + ",";
    return cache.keys().then(function (cles) {
      return cles.filter(function (cle) { return cle.url.indexOf("/hors-ligne/fiches/") > 0; }).reduce(function (attend, cle) {
        return attend.then(function (trouvee) {
          return trouvee || cache.match(cle).then(function (r) { return r.text(); }).then(function (texte) {
            return texte.split("\n").filter(function (ligne) { return ligne.indexOf(debut) === 0; })[0];
          });
        });
      }, Promise.resolve(null));
    }).then(function (ligne) {
      return ligne ? new Response(ligne, { headers: { "Content-Type": "text/javascript; charset=utf-8" } }) : null;
    });
  }

  function dansLaCopie(requete) {
    return copies().then(function (toutes) {
      var ou = chemin(requete.url), langue = ou.split("/")[0], page = requete.mode === "navigate", sienne = toutes[langue];
      if (page && ou === "index.html" && Object.keys(toutes).length) return Response.redirect(adresse(Object.keys(toutes)[0] + "/index.html"));
      // A page in a language that was not kept, a leaflet: who asked for it is told, in one that was.
      if (page && !sienne && Object.keys(toutes).length) return Response.redirect(adresse(Object.keys(toutes)[0] + SEULE));
      // Styles and scripts are of all languages.
      if (!sienne && ou.indexOf("assets/") !== 0) return null;
      return (sienne ? [sienne] : Object.keys(toutes).map(function (code) { return toutes[code]; })).reduce(function (attend, copie) {
        return attend.then(function (trouvee) { return trouvee || caches.open(copie.cache).then(function (cache) { return reponse(cache, copie, ou, langue, page); }); });
      }, Promise.resolve(null));
    });
  }

  function reponse(cache, copie, ou, langue, page) {
    return cache.match(adresse(ou)).then(function (r) {
      var fiche = /^[^/]+\/donnees\/fiches\/([a-z0-9-]+)\.js$/.exec(ou), besoin = /^[^/]+\/besoins\/([a-z0-9-]+)\/index\.html$/.exec(ou);
      if (r) return page ? marquee(r, copie.dit) : r;
      if (fiche) return feuille(cache, fiche[1]);
      if (page && besoin) return Response.redirect(adresse(langue + "/trouver/index.html#besoin=" + besoin[1]));
      if (!page) return null;
      // This page's links hold as deep as a fiche is: elsewhere one goes to where it stands.
      if (!/^[^/]+\/fiches\/[^/]+\/index\.html$/.test(ou)) return Response.redirect(adresse(langue + SEULE));
      return cache.match(adresse(langue + SEULE)).then(function (seule) { return marquee(seule, copie.dit); });
    });
  }

  // A network that is there and does not answer is no better than none.
  function presse(promesse) {
    return new Promise(function (bon, mauvais) { promesse.then(bon, mauvais); setTimeout(mauvais, PATIENCE); });
  }

  self.addEventListener("fetch", function (e) {
    if (e.request.method !== "GET" || e.request.url.indexOf(ICI) !== 0) return;
    var reseau = fetch(e.request);
    e.respondWith(presse(reseau).then(function (r) {
      if (e.request.mode === "navigate") e.waitUntil(renouvelle());
      return r;
    }, function () {
      regarde = 0;  // the network that comes back may bring news
      return dansLaCopie(e.request).then(function (r) { return r || reseau; }, function () { return reseau; });
    }));
  });
})();
