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

// The list of languages closes like any menu: with Escape, or when one goes on elsewhere.
document.querySelectorAll("[data-langues-du-site]").forEach(function (menu) {
  // The same place in the page, and the same search: terms have one name in all languages.
  menu.addEventListener("toggle", function () { menu.querySelectorAll("a").forEach(function (lien) { lien.hash = location.hash; }); });
  document.addEventListener("click", function (evenement) { if (!menu.contains(evenement.target)) menu.open = false; });
  menu.addEventListener("focusout", function (evenement) { if (evenement.relatedTarget && !menu.contains(evenement.relatedTarget)) menu.open = false; });
  menu.addEventListener("keydown", function (evenement) {
    if (evenement.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});
