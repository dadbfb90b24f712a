// The door of the site: straight to the reader's language if the site has it, else to its first one.
document.querySelectorAll("[data-langues]").forEach(function (porte) {
  var liens = Array.prototype.slice.call(porte.querySelectorAll("a[hreflang]"));
  var choix = (navigator.languages || []).map(function (code) { return code.toLowerCase(); });
  for (var i = 0; i < choix.length; i += 1) {
    var trouve = liens.filter(function (lien) { return lien.hreflang.toLowerCase() === choix[i] || lien.hreflang === choix[i].split("-")[0]; })[0];
    if (trouve) { location.replace(trouve.href); return; }
  }
  location.replace(liens[0].href);
});
