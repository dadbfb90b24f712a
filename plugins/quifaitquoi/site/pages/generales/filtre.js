// On the list of everything: hides the lines whose name does not hold what is typed. Nothing is sent or kept.
document.querySelectorAll("[data-filtre]").forEach(function (bloc) {
  var champ = bloc.querySelector("input"), compte = bloc.querySelector("[data-filtre-compte]");
  function simple(texte) { return texte.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  var lignes = Array.prototype.map.call(document.querySelectorAll(".lignes > li"), function (li) { return [li, simple(li.textContent)]; });
  var groupes = document.querySelectorAll(".groupe");
  bloc.hidden = false;
  champ.addEventListener("input", function () {
    var voulu = simple(champ.value.trim()), restent = 0;
    lignes.forEach(function (ligne) {
      ligne[0].hidden = ligne[1].indexOf(voulu) < 0;
      if (!ligne[0].hidden) restent += 1;
    });
    groupes.forEach(function (groupe) { groupe.hidden = !groupe.querySelector(".lignes > li:not([hidden])"); });
    compte.textContent = restent ? "" : compte.dataset.aucun;
  });
});
