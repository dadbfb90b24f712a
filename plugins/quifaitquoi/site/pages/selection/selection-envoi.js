/* What is shown, as a message or as a picture: the telephone sends it, to whom its owner says; this site sends nothing. */
"use strict";
(function () {
  var q = window.quifaitquoi, LARGEUR = 720, MARGE = 36, LIGNE = 1.4, TROP = 16e6;  // the pixels that every browser can draw

  // The lines of a text that are no wider than `largeur`. A word that is wider by itself is cut.
  function coupe(pinceau, texte, largeur) {
    var lignes = [], ligne = "";
    // A sign that French sets apart never begins a line; what is kept apart for its direction stays whole.
    texte.replace(/\u2066[\d +]+\u2069/g, function (numero) { return numero.replace(/ /g, "\u00a0"); }).split(/ (?![;:!?»·])/).forEach(function (mot) {
      var suite = ligne ? ligne + " " + mot : mot;
      if (pinceau.measureText(suite).width <= largeur) { ligne = suite; return; }
      if (ligne) lignes.push(ligne);
      ligne = "";
      Array.from(mot).forEach(function (signe) {
        if (ligne && pinceau.measureText(ligne + signe).width > largeur) { lignes.push(ligne); ligne = ""; }
        ligne += signe;
      });
    });
    return ligne ? lignes.concat(ligne) : lignes;
  }

  // A canvas with these messages, in large letters, and `jour` below.
  function dessine(messages, jour) {
    var toile = document.createElement("canvas"), pinceau = toile.getContext("2d"), page = getComputedStyle(document.body);
    var droite = document.documentElement.dir === "rtl", y = MARGE, traits = [], dites = [], echelle;
    function police(taille, gras) { return (gras ? "700 " : "400 ") + taille + "px " + page.fontFamily; }
    function pose(texte, taille, gras) {
      pinceau.font = police(taille, gras);
      coupe(pinceau, texte, LARGEUR - 2 * MARGE).forEach(function (ligne) {
        y += taille * LIGNE;
        dites.push([ligne, y, pinceau.font]);
      });
      y += taille * 0.3;
    }
    messages.forEach(function (message, n) {
      if (n) { y += 24; traits.push(y); y += 8; }
      message.split("\n").forEach(function (ligne, rang) { pose(ligne, rang ? 30 : 38, !rang); });
    });
    y += 24;
    traits.push(y);
    pose(jour, 24, false);
    y += MARGE;
    echelle = Math.min(1, Math.sqrt(TROP / LARGEUR / y), 16000 / y);
    toile.width = Math.round(LARGEUR * echelle);
    toile.height = Math.round(y * echelle);
    pinceau.scale(echelle, echelle);
    // Always dark on white: it may be printed, or shown in the sun.
    pinceau.fillStyle = "#fff";
    pinceau.fillRect(0, 0, LARGEUR, y);
    pinceau.fillStyle = "#111";
    pinceau.textAlign = droite ? "right" : "left";
    dites.forEach(function (dite) {
      pinceau.font = dite[2];
      // A line without a letter that is read from the right is read from the left: a number, an address.
      pinceau.direction = droite && /[\u0590-\u08ff\ufb1d-\ufeff]/.test(dite[0]) ? "rtl" : "ltr";
      pinceau.fillText(dite[0], droite ? LARGEUR - MARGE : MARGE, dite[1]);
    });
    traits.forEach(function (ici) { pinceau.fillRect(MARGE, ici, LARGEUR - 2 * MARGE, 2); });
    return toile;
  }

  // Fills the box `ou` once; then `montre(messages)` says what there is to send.
  q.Envoi = function (ou, mots, jour) {
    var un = function (nom) { return ou.querySelector("[data-envoi-" + nom + "]"); }, champ = un("texte"), dit = un("dit"), messages = [];
    this.montre = function (nouveaux) {
      messages = nouveaux;
      champ.value = messages.join("\n\n");
      champ.rows = Math.min(14, Math.max(3, champ.value.split("\n").length));
      un("sms").href = q.sms(champ.value);
      ou.hidden = !messages.length;
      dit.textContent = "";
    };
    un("partage").hidden = !navigator.share;
    un("partage").addEventListener("click", function () {
      navigator.share({ text: champ.value }).catch(function () { /* who closes the list of applications wants nothing */ });
    });
    un("copier").addEventListener("click", function () {
      champ.focus();
      champ.select();
      function fini(reussi) { dit.textContent = reussi ? mots.texte_copie : mots.texte_a_copier; }
      if (!navigator.clipboard) { fini(false); return; }
      navigator.clipboard.writeText(champ.value).then(function () { fini(true); }, function () { fini(false); });
    });
    un("image").addEventListener("click", function () {
      dessine(messages, jour).toBlob(function (image) {
        var lien = document.createElement("a");
        lien.href = URL.createObjectURL(image);
        lien.download = "adresses.png";  // says nothing of what is in it
        document.body.append(lien);
        lien.click();
        lien.remove();
        setTimeout(function () { URL.revokeObjectURL(lien.href); }, 60000);
      }, "image/png");
    });
  };
  q.imageDe = dessine;
})();
