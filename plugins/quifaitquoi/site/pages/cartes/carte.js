/* A list's places on the map that folium created (see coquille.py), as buttons that a keyboard reaches.
   Every text comes from the page's JSON and goes in as text, never as HTML. Nothing is loaded or stored by itself. */
"use strict";
(function () {
  const { carte, groupe, decor } = quifaitquoi;
  const donnees = JSON.parse(document.getElementById("donnees").textContent);
  const mots = donnees.mots;
  const langueSource = donnees.source || "";

  function element(nom, classe, texte) {
    const e = document.createElement(nom);
    if (classe) e.className = classe;
    if (texte !== undefined) e.textContent = texte;
    return e;
  }

  // What contributors wrote stays in their language: a screen reader then pronounces it as such.
  function ecrit(nom, classe, texte) {
    const e = element(nom, classe, texte);
    if (langueSource) { e.lang = langueSource; e.dir = "auto"; }
    return e;
  }

  // ---- Places and groups: real elements with names, in the order of the list

  const Bouton = L.DivIcon.extend({
    createIcon: function () {
      const o = this.options;
      const e = element("div", "bouton " + o.classe);
      e.appendChild(element("span", "disque" + (o.texte.length > 2 ? " petit" : ""), o.texte));
      e.setAttribute("aria-label", o.nom);
      if (langueSource && o.source) e.lang = langueSource;
      this._setIconStyles(e, "icon");
      e.rang = o.rang;
      e.rayon = o.iconSize[0] / 2 - (o.texte ? 3 : 11);
      e.active = o.active;
      return e;
    },
  });

  function bouton(classe, cote, texte, nom, rang, active, source) {
    return new Bouton({ className: "bouton " + classe, classe: classe, iconSize: [cote, cote], texte: texte, nom: nom, rang: rang,
      active: active, source: source });
  }

  function rang(marqueur) { return marqueur.feature.properties.rang; }

  groupe.options.iconCreateFunction = function (amas) {
    const n = amas.getChildCount();
    const premier = Math.min.apply(null, amas.getAllChildMarkers().map(rang));
    // Beside places that bear their number in the list, how many there are is no number of one.
    const numerotes = amas.getAllChildMarkers()[0].feature.properties.n !== undefined;
    return bouton("groupe", 52, (numerotes ? "+" : "") + n, mots.groupe.replace("%n", n), premier, function () { ouvreGroupe(amas); });
  };

  function marqueur(feature, latlng) {
    const p = feature.properties;
    const texte = p.n === undefined ? "" : String(p.n);
    const nom = (texte ? texte + ". " : "") + p.nom + (p.arret ? " (" + p.arret + ")" : "");
    const m = L.marker(latlng, { icon: bouton(p.environ ? "lieu vague" : "lieu", 44, texte, nom, p.rang, function () { m.openPopup(); }, true) });
    m.bindPopup(function () { return bulle(p); }, { maxWidth: 280, minWidth: 180, offset: [0, -12], autoPanPadding: [16, 16] });
    return m;
  }

  function bulle(p) {
    const b = element("div", "bulle");
    b.appendChild(ecrit("h2", "", (p.n === undefined ? "" : p.n + ". ") + p.nom));
    if (p.arret) b.appendChild(ecrit("p", "arret", mots.arret.replace("%nom", function () { return p.arret; })));
    if (p.etat) b.appendChild(element("p", "etat", p.etat));
    if (p.environ) b.appendChild(element("p", "environ", mots.environ));
    if (p.quand) b.appendChild(element("p", "quand", p.quand));
    b.appendChild(ecrit("p", "besoins", p.besoins.map(function (i) { return donnees.lieux.besoins[i]; }).join(" · ")));
    if (p.tel) {
      const appel = element("a", "appeler", p.tel[1]);
      appel.href = p.tel[0];
      appel.dir = "ltr";
      appel.target = "_top";
      b.append(appel, " ");
    }
    const a = element("a", "ouvrir", mots.ouvrir);
    a.href = donnees.lien.replace("{slug}", encodeURIComponent(p.slug));
    a.target = "_top";
    b.appendChild(a);
    return b;
  }

  // Around a point that is not that of a door: where the door can be.
  const cercles = L.layerGroup().addTo(carte);
  function cerne(places) {
    cercles.clearLayers();
    places.forEach(function (f) {
      if (f.properties.environ) cercles.addLayer(L.circle(L.GeoJSON.coordsToLatLng(f.geometry.coordinates), {
        radius: f.properties.environ, interactive: false, className: "environ" }));
    });
  }

  // The day in the territory. Engines order the parts of a date as they like.
  const lu = {};
  new Intl.DateTimeFormat("en", { timeZone: donnees.fuseau, calendar: "gregory", numberingSystem: "latn",
    year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(new Date()).forEach(function (p) { lu[p.type] = p.value; });
  const jour = [lu.year, lu.month, lu.day].join("-");
  function marque(lieux) {
    const places = lieux.features.filter(function (f) { return !f.properties.au || f.properties.au >= jour; });
    places.forEach(function (f, i) { f.properties.rang = i; });
    cerne(places);
    donnees.lieux = lieux;
    return L.geoJSON(places, { pointToLayer: marqueur }).getLayers();
  }
  let marqueurs = marque(donnees.lieux);

  // The group keeps what is up to a screen away: a thousand places would be too many, and Tab would lead out of sight.
  groupe._getExpandedVisibleBounds = function () { return carte.getBounds().pad(0.05); };

  // ---- Keyboard: Tab in the order of the list, Enter or Space opens, Escape closes and gives the focus back

  const boutons = carte.getPane("markerPane");

  function range() {
    const actif = document.activeElement;
    const avant = Array.from(boutons.children), voulus = avant.slice().sort(function (a, b) { return a.rang - b.rang; });
    if (voulus.every(function (e, i) { return e === avant[i]; })) return;
    // Moving the focused element would take its focus away: the others move around it.
    const ici = voulus.indexOf(actif), debut = document.createDocumentFragment(), fin = document.createDocumentFragment();
    voulus.forEach(function (e, i) { if (e !== actif) (i < ici ? debut : fin).appendChild(e); });
    boutons.insertBefore(debut, ici < 0 ? null : actif);
    boutons.appendChild(fin);
  }

  function ouvreGroupe(amas) {
    const enfants = amas.getAllChildMarkers().sort(function (a, b) { return rang(a) - rang(b); });
    const zoom = carte.getZoom();
    let bas = amas;
    while (bas._childClusters.length === 1) bas = bas._childClusters[0];
    function focalise() {
      const visible = groupe.getVisibleParent(enfants[0]) || enfants[0];
      if (visible.getElement()) visible.getElement().focus();
    }
    if (zoom >= carte.getMaxZoom() || bas.getChildCount() === amas.getChildCount() && bas._zoom >= carte.getMaxZoom()) {
      groupe.once("spiderfied", focalise);
      amas.spiderfy();
    } else {
      carte.once("moveend", function () { setTimeout(focalise, 0); });
      amas.zoomToBounds({ padding: [40, 40] });
    }
  }

  carte.getContainer().addEventListener("keydown", function (e) {
    if (e.key === "Escape") {
      carte.closePopup();
    } else if ((e.key === "Enter" || e.key === " ") && e.target.active) {
      e.preventDefault();
      e.stopPropagation();
      e.target.active();
    }
  }, true);

  carte.on("popupopen", function (e) {
    const boite = e.popup.getElement();
    const fermer = boite.querySelector(".leaflet-popup-close-button");
    fermer.setAttribute("aria-label", mots.fermer);
    boite.setAttribute("role", "dialog");
    boite.setAttribute("aria-label", boite.querySelector("h2").textContent);
    boite.querySelector("a.ouvrir").focus({ preventScroll: true });
  });
  carte.on("popupclose", function (e) {
    const actif = document.activeElement;
    const source = e.popup._source && e.popup._source.getElement();
    if (source && (actif === document.body || e.popup.getElement().contains(actif))) source.focus({ preventScroll: true });
  });

  // ---- The backdrop below, and the zoom

  const { place, grille } = quifaitquoi.dessineDecor(carte, decor, { mots: mots, zone: donnees.zone, zones: donnees.zones || {}, element: element, ecrit: ecrit });
  L.control.zoom({ position: "bottomright", zoomInTitle: mots.plus, zoomOutTitle: mots.moins }).addTo(carte);

  // ---- The streets, from the site itself; a square is asked for when it is looked at

  function dit(attribution) {
    const credit = element("span", "", attribution);
    credit.dir = "auto";
    return credit.outerHTML;  // Leaflet takes HTML here
  }
  if (donnees.rues) {
    const r = donnees.rues;
    // Leaflet counts zooms in squares of 256 pixels, and these are larger.
    L.tileLayer(r.adresse, { className: "rues", tileSize: r.cote, zoomOffset: -Math.log2(r.cote / 256), minNativeZoom: r.de, maxNativeZoom: r.a,
      maxZoom: carte.getMaxZoom(), bounds: r.bornes, attribution: dit(r.attribution) }).addTo(carte);
    document.body.classList.add("avec-rues");
  }

  // ---- The background of others, only once it was asked for

  const demande = document.getElementById("fond"), etat = document.getElementById("etat");
  let tuiles = null;
  function bascule() {
    if (tuiles) {
      tuiles.remove();
      tuiles = null;
    } else {
      tuiles = L.tileLayer(donnees.fond.tuiles, { attribution: dit(donnees.fond.attribution), maxNativeZoom: donnees.fond.zoom,
        maxZoom: carte.getMaxZoom(), referrerPolicy: "no-referrer" });
      // Its colours are made for a background: without one they would stand on nothing.
      tuiles.once("tileerror", function () { if (tuiles) { bascule(); etat.textContent = mots.panne; } });
      tuiles.addTo(carte);
    }
    document.body.classList.toggle("avec-fond", !!tuiles);
    demande.textContent = tuiles ? mots.masquer : mots.afficher;
    etat.textContent = tuiles ? mots.charge : "";
    carte.invalidateSize({ animate: false });
  }
  if (donnees.fond) {
    demande.textContent = mots.afficher;
    demande.hidden = false;
    demande.addEventListener("click", bascule);
  }

  // ---- Together

  const cadre = carte.getContainer();
  cadre.setAttribute("role", "region");
  cadre.setAttribute("aria-label", mots.carte);
  carte.attributionControl.setPrefix(false);

  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    // Leaflet glides to a popup whatever its options say.
    carte.panBy = function (pas, o) { return L.Map.prototype.panBy.call(carte, pas, Object.assign({}, o, { animate: false })); };
  }

  const dansUnePage = window.parent !== window;
  if (dansUnePage) {
    document.documentElement.classList.add("encadree");
    // The wheel scrolls the page around until the map was touched.
    carte.scrollWheelZoom.disable();
    carte.on("focus click", function () { carte.scrollWheelZoom.enable(); });
    carte.on("blur", function () { carte.scrollWheelZoom.disable(); });
    try {  // the page around may have been set to dark by hand; from a folder the browser hides it from us
      const choix = window.parent.document.body.getAttribute("data-md-color-scheme");
      if (choix) document.documentElement.dataset.theme = choix === "slate" ? "sombre" : "clair";
    } catch (_) { /* the system's choice holds */ }
  }

  function vue() {
    const zone = decor.zones.features.find(function (f) { return f.properties.slug === donnees.zone; });
    const bornes = L.latLngBounds(marqueurs.map(function (m) { return m.getLatLng(); }));
    if (zone) bornes.extend(zone.bornes);
    // Nothing to show: the neighbourhoods, rather than all around them.
    if (!bornes.isValid()) decor.zones.features.forEach(function (f) { bornes.extend(f.bornes); });
    return bornes.isValid() ? bornes : L.latLngBounds(decor.emprise);
  }
  carte.invalidateSize({ animate: false });  // the button has taken some of the room since the map was made
  function montreTout() {
    carte.setMaxBounds(L.latLngBounds(decor.emprise).extend(vue()).pad(1));
    carte.fitBounds(vue(), { padding: [34, 34], maxZoom: 17, animate: false });
    groupe.addLayers(marqueurs);
  }
  montreTout();
  function suit() { range(); place(); }
  carte.on("moveend", function () { grille(); setTimeout(suit, 0); });
  groupe.on("spiderfied unspiderfied", suit);
  grille();
  suit();

  // ---- A map that follows a list: the page around it sends the places, as a collection like our own

  if (donnees.suivie && dansUnePage) {
    window.addEventListener("message", function (e) {
      if (e.source !== window.parent || !e.data || e.data.quifaitquoi !== "lieux") return;
      carte.closePopup();
      groupe.clearLayers();
      marqueurs = marque(e.data.lieux);
      document.querySelector("footer p").textContent = e.data.dit;
      montreTout();
      suit();
    });
    window.parent.postMessage("quifaitquoi:carte", "*");
  }
})();
