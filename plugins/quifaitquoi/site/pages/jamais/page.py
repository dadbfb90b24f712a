"""« Ce que nous ne demandons jamais »: the program's own page, the same in every territory."""

from __future__ import annotations

from quifaitquoi.langues.typographie import majuscule
from quifaitquoi.paroles import jamais as dites
from quifaitquoi.paroles.valeurs import SECRET
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page

CHEMIN = "jamais/index.html"


def page(parole: ParoleEnPage, moteur: Moteur, confidentialite: bool, en_morceaux: bool) -> Page:
    """`confidentialite`: whether the territory has written a page of that name to lead to; `en_morceaux`: whether the finder loads
    what is around a place, so that the server may tell where."""
    p, dire = Redaction(parole, CHEMIN), parole.langue.dire

    def deux(paires: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
        return [(dire(nom), dire(suite)) for nom, suite in paires]

    titre, fond = dire(dites.TITRE), parole.annuaire.fond_de_carte
    contenu = moteur.rendre(
        "jamais.html", p, titre=titre, jamais=deux(dites.JAMAIS), reste=deux(dites.RESTE), mots_dits=deux(dites.MOTS),
        secrets=[(majuscule(dire(SECRET[qui].dit)), dire(suite)) for qui, suite in dites.SECRET.items()], limite=dire(dites.LIMITE),
        fond=fond != "aucun", confidentialite=confidentialite,
        en_morceaux=dire(dites.EN_MORCEAUX) if en_morceaux else "")
    return Page(p.chemin, titre, dire(dites.JAMAIS[0][1]), contenu, "index")
