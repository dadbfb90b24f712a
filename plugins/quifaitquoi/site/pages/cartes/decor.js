/* What lies under the places: zones, lines, landmarks with the names that fit, a grid in metres, north.
   Drawn from the territory's own shapes, so that a map says where things are without any background. */
"use strict";
quifaitquoi.dessineDecor = function (carte, decor, outils) {
  const dessous = carte.createPane("reperes");
  dessous.style.zIndex = 450;
  dessous.setAttribute("aria-hidden", "true");
  ["grille", "zones", "lignes"].forEach(function (nom, i) { carte.createPane(nom).style.zIndex = 350 + i; });

  const noms = [];
  function nomme(latlng, texte, classe, poids, bornes, traduit) {
    const e = outils.element("div", classe);
    const nom = (traduit ? outils.element : outils.ecrit)("span", "nom", traduit || texte);
    e.appendChild(nom);
    const m = L.marker(latlng, { icon: L.divIcon({ html: e, className: "etiquette", iconSize: [0, 0] }), interactive: false,
      keyboard: false, pane: "reperes" }).addTo(carte);
    noms.push({ latlng: m.getLatLng(), nom: nom, texte: texte, classe: classe, poids: poids, bornes: bornes, large: 0 });
  }

  decor.zones.features.forEach(function (f) {
    const p = f.properties, voulue = p.slug === outils.zone;
    const options = { pane: "zones", interactive: false, renderer: carte.zones = carte.zones || L.svg({ pane: "zones", padding: 1 }),
      className: "zone" + (voulue ? " voulue" : "") + (p.schematique ? " schematique" : "") };
    const forme = p.rayon ? L.circle(L.GeoJSON.coordsToLatLng(f.geometry.coordinates), Object.assign(options, { radius: p.rayon }))
      : L.polygon(L.GeoJSON.coordsToLatLngs(f.geometry.coordinates, 1), options);
    forme.addTo(carte);
    f.bornes = forme.getBounds();
    nomme(f.bornes.getCenter(), p.nom, "nom-zone", voulue ? 0 : 1, f.bornes, outils.zones[p.slug]);
  });
  const tracees = decor.lignes.features.map(function (f) {
    const bouts = L.GeoJSON.coordsToLatLngs(f.geometry.coordinates);
    nomme(L.latLngBounds(bouts).getCenter(), f.properties.nom, "nom-ligne", 6);
    return bouts;
  });
  L.polyline(tracees, { className: "ligne", pane: "lignes", interactive: false, renderer: L.svg({ pane: "lignes", padding: 1 }) }).addTo(carte);
  const POIDS = { gare: 2, arret: 3, place: 4 };
  decor.reperes.features.forEach(function (f) {
    nomme(L.GeoJSON.coordsToLatLng(f.geometry.coordinates), f.properties.nom, "repere " + f.properties.genre,
      POIDS[f.properties.genre] || 5);
  });
  noms.sort(function (a, b) { return a.poids - b.poids; });

  // Each name takes the first place that no button and no weightier name holds; without room it stays away.
  const COTES = [["droite", 8, -10], ["gauche", -8, -10]];
  const HAUTEURS = [-10, -44, 24, -76, 56].map(function (y) { return ["milieu", 0, y]; });

  function place() {
    const taille = carte.getSize();
    // Computed, since asking the browser for the buttons' boxes would make it lay out the page twice.
    const prises = Array.from(carte.getPane("markerPane").children, function (e) {
      const p = carte.layerPointToContainerPoint(L.DomUtil.getPosition(e)), r = e.rayon;
      return [p.x - r, p.y - r, p.x + r, p.y + r];
    });
    function pris(b) {
      return prises.some(function (a) { return b[0] < a[2] && a[0] < b[2] && b[1] < a[3] && a[1] < b[3]; });
    }
    noms.forEach(function (n) { n.large = n.large || n.nom.offsetWidth + 4; });
    const dites = {};  // where the name of a line stands already: it is said again only further on
    noms.forEach(function (n) {
      const p = carte.latLngToContainerPoint(n.latlng);
      const point = [p.x - 5, p.y - 5, p.x + 5, p.y + 5], seul = n.poids < 2;
      const loin = p.x < -99 || p.y < -99 || p.x > taille.x + 99 || p.y > taille.y + 99;
      const ici = n.classe === "nom-ligne" ? dites[n.texte] = dites[n.texte] || [] : [];
      const redit = ici.some(function (q) { return p.distanceTo(q) < 320; });
      const haut = seul && carte.latLngToContainerPoint(n.bornes.getNorthWest()), bas = seul && carte.latLngToContainerPoint(n.bornes.getSouthEast());
      const libre = !loin && !redit && (seul || !pris(point)) && (seul ? HAUTEURS : COTES).find(function (c) {
        const gauche = p.x + c[1] - (c[0] === "gauche" ? n.large : c[0] === "milieu" ? n.large / 2 : 0);
        const b = [gauche, p.y + c[2], gauche + n.large, p.y + c[2] + 20];
        // The name of a zone that would stand in another one says something false.
        if (seul && c[2] !== HAUTEURS[0][2] && (b[1] + 10 < haut.y || b[1] + 10 > bas.y)) return false;
        const coupe = (b[0] < 0 || b[2] > taille.x) && p.x > 0 && p.x < taille.x;
        if (coupe || pris(b)) return false;
        prises.push(b);
        if (!seul) prises.push(point);
        return true;
      });
      n.nom.parentNode.className = n.classe + " " + (libre ? libre[0] : "cache");
      if (libre) { n.nom.style.top = libre[2] + "px"; ici.push(p); }
    });
  }

  const lignes = L.layerGroup().addTo(carte);
  const legende = outils.element("span", "carreau");
  function grille() {
    const bornes = carte.getBounds().pad(0.5), milieu = carte.getCenter();
    const parPixel = 40075017 * Math.cos(milieu.lat * Math.PI / 180) / Math.pow(2, carte.getZoom() + 8);
    const pas = [50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000].find(function (m) { return m / parPixel >= 90; }) || 1e5;
    const dLat = pas / 111195, dLng = dLat / Math.cos(decor.emprise[0][0] * Math.PI / 180);
    const traits = [];
    for (let a = Math.floor(bornes.getSouth() / dLat) * dLat; a < bornes.getNorth(); a += dLat) {
      traits.push([[a, bornes.getWest()], [a, bornes.getEast()]]);
    }
    for (let o = Math.floor(bornes.getWest() / dLng) * dLng; o < bornes.getEast(); o += dLng) {
      traits.push([[bornes.getSouth(), o], [bornes.getNorth(), o]]);
    }
    lignes.clearLayers();
    L.polyline(traits, { className: "grille", pane: "grille", interactive: false, weight: 1 }).addTo(lignes);
    const longueur = pas < 1000 ? outils.mots.m.replace("%n", pas) : outils.mots.km.replace("%n", pas / 1000);
    legende.textContent = outils.mots.carreau.replace("%longueur", longueur);
  }

  // Below the map: on a phone a box inside it would cover places, which could not be touched.
  const mesures = outils.element("span", "mesures"), nord = outils.element("span", "nord", outils.mots.n);
  nord.title = outils.mots.nord;
  mesures.append(nord, " ", legende);
  document.querySelector(".legende").append(mesures);
  grille();

  return { place: place, grille: grille };
};
