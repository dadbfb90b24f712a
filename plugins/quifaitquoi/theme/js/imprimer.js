// Print buttons: useless without a script, so they only appear with one.
document.querySelectorAll("[data-imprimer]").forEach(function (bouton) {
  bouton.hidden = false;
  bouton.addEventListener("click", function () { window.print(); });
});
