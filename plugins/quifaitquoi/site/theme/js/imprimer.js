// Print buttons: useless without a script, so they only appear with one.
document.querySelectorAll("[data-imprimer]").forEach(function (bouton) {
  bouton.hidden = false;
  bouton.addEventListener("click", function () { window.print(); });
});
// And links to what only a script can tell: the finder, with what this page is about already chosen.
document.querySelectorAll("[data-fragment]").forEach(function (lien) {
  lien.hash = lien.dataset.fragment;
  (lien.closest("[data-avec-script]") || lien).hidden = false;
});
// The sheet of correction shows once its address is open: then it can be printed.
document.querySelectorAll("[data-imprimer-ici]").forEach(function (lien) {
  lien.addEventListener("click", function () { setTimeout(function () { window.print(); }, 50); });
});
// What a page loads once it is there itself.
document.querySelectorAll("[data-apres]").forEach(function (place) {
  window.addEventListener("load", function () {
    var script = document.createElement("script");
    script.src = place.dataset.apres;
    document.head.append(script);
  });
});
// Android hands a place over to the map that its owner chose; elsewhere nothing would open.
if (/Android/.test(navigator.userAgent)) document.querySelectorAll("[data-geo]").forEach(function (lien) {
  lien.href = lien.href.replace(/.*mlat=(.+)&mlon=(.+)#.*/, "geo:$1,$2?q=$1,$2").replace(/.*query=/, "geo:0,0?q=");
});
