// A map opens on the page where there is room for it. On a phone, or without a script, the link leads to it.
document.querySelectorAll("a[data-carte]").forEach(function (lien) {
  var cadre = null, mot = lien.querySelector("span"), ouvrir = mot.textContent;
  lien.addEventListener("click", function (evenement) {
    if (evenement.ctrlKey || evenement.metaKey || evenement.shiftKey || !window.matchMedia("(min-width: 48rem)").matches) return;
    evenement.preventDefault();
    if (cadre) { cadre.hidden = !cadre.hidden; } else {
      cadre = document.createElement("iframe");
      cadre.className = "carte-ouverte";
      cadre.title = ouvrir;
      cadre.src = lien.href;
      lien.closest(".outils").after(cadre);
    }
    lien.setAttribute("aria-expanded", String(!cadre.hidden));
    mot.textContent = cadre.hidden ? ouvrir : lien.dataset.fermer;
    if (!cadre.hidden) cadre.scrollIntoView({ block: "nearest" });
  });
});
