/* The keys of the desk: a digit presses the button that shows it, a letter begins to write, Enter answers, Backspace goes back. They work
   where the focus is in the desk, and nowhere else on the page. */
"use strict";
(function () {
  var q = window.quifaitquoi, element = q.element;
  var CHIFFRES = ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"];  // as keyboards of some languages write them

  // The digit of a key, whatever its layout writes with it: a French one has « & » where the 1 is. -1 where it is none.
  function chiffre(e) {
    var place = /^Digit(\d)$/.exec(e.code), ecrit = /^\d$/.test(e.key) ? Number(e.key) : -1;
    CHIFFRES.forEach(function (dix) { if (e.key.length === 1 && dix.indexOf(e.key) >= 0) ecrit = dix.indexOf(e.key); });
    return ecrit < 0 && place ? Number(place[1]) : ecrit;
  }

  // A button with its digit; `mis` is whether it is chosen, undefined where it is no choice among others.
  q.touche = function (n, nom, fait, mis, picto) {
    var b = element("button", "puce");
    b.type = "button";
    b.dataset.touche = n;
    b.append(element("kbd", "", String(n)));
    if (picto) b.append(q.icone(picto));
    b.append(element("span", "", nom));
    if (mis !== undefined) b.setAttribute("aria-pressed", String(mis));
    b.addEventListener("click", fait);
    return b;
  };

  // x: {champ, entre(), descend(), recule(), ecrit(): whether a letter may go to the field}
  q.clavier = function (racine, x) {
    racine.addEventListener("keydown", function (e) {
      if (e.ctrlKey || e.altKey || e.metaKey || e.isComposing) return;
      var dedans = e.target === x.champ, n = chiffre(e), bouton;
      if (dedans && e.key === "Enter") { e.preventDefault(); x.entre(); return; }
      if (dedans && e.key === "ArrowDown") { e.preventDefault(); x.descend(); return; }
      if (e.target.matches("textarea") || dedans && (x.champ.value || e.key !== "Backspace")) return;
      if (e.key === "Backspace") { e.preventDefault(); x.recule(); return; }
      if (n < 0) { if (/^\p{L}$/u.test(e.key) && x.ecrit()) x.champ.focus(); return; }
      bouton = Array.from(racine.querySelectorAll('[data-touche="' + n + '"]')).filter(function (b) { return !b.closest("[hidden]"); })[0];
      if (bouton && !e.repeat) { e.preventDefault(); bouton.click(); }
    });
  };

  // Selects what a field holds, and copies it where the browser lets us: `fini(whether it did)`.
  q.copie = function (zone, fini) {
    zone.focus();
    zone.select();
    if (!navigator.clipboard) { fini(false); return; }
    navigator.clipboard.writeText(zone.value).then(function () { fini(true); }, function () { fini(false); });
  };
})();
