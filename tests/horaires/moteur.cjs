// Reads [{osm, du, au, nominatim}] on stdin and answers, for each, the open and unknown intervals of npm's
// opening_hours as [start, end, unknown, comment], or {erreur}. Run with TZ set to the territory's zone.
const OpeningHours = require(process.argv[2]);
const demandes = JSON.parse(require("fs").readFileSync(0, "utf8"));
const reponses = demandes.map(({ osm, du, au, nominatim }) => {
  try {
    return new OpeningHours(osm, nominatim)
      .getOpenIntervals(new Date(du), new Date(au))
      .map(([debut, fin, inconnu, commentaire]) => [debut.toISOString(), fin.toISOString(), inconnu, commentaire || ""]);
  } catch (erreur) {
    return { erreur: String(erreur) };
  }
});
process.stdout.write(JSON.stringify(reponses));
