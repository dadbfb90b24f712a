/* How many, above the list: the same numbers as on what was pressed; of other lists, how many are open now. */
"use strict";
(function () {
  var q = window.quifaitquoi, COMPTES = 5000;

  // Writes it into `e` and gives it back. x: {filtres, dire, total: of how many the list is, null where nobody knows; maintenant: whether
  // only what is open was asked for; ailleurs: what is said instead while they are somewhere else, or null; vers(): to the uncertain ones}.
  q.combien = function (e, r, x) {
    var dire = x.dire, resultats = dire.compte("resultats", x.total || 0), ouverts = 0, dit = resultats, i;
    for (i = 0; i < r.n && i < COMPTES; i += 1) if (x.filtres.rangDe(r.ordre[i]) === 0) ouverts += 1;
    if (x.ailleurs !== null) dit = x.ailleurs;
    else if (x.total === r.n && x.maintenant) dit = dire.compte("ouverts", r.n);
    else if (x.total === r.n && ouverts) dit = dire.mot("dont", { resultats: resultats, ouverts: dire.compte("ouverts", ouverts) });
    e.textContent = dit;
    if (r.tous > r.n && x.total === r.n) {
      var incertains = dire.compte("incertains", r.tous - r.n), vers = q.element("button", "vers-autres", incertains);
      vers.type = "button";
      vers.addEventListener("click", x.vers);
      e.append(" · ", r.n ? vers : incertains);
      dit += " · " + incertains;
    }
    return dit;
  };
})();
