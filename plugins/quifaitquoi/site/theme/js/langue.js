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
