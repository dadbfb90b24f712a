"""The files at the root of the site: the door to the languages, the page that does not exist, the map for search engines."""

from __future__ import annotations

from urllib.parse import urlsplit

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.langues import Langue
from quifaitquoi.langues.marques import N_
from quifaitquoi.site.actifs import Actifs
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.icones import icone, planche
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.plan_du_site import plan_du_site

# What the page that does not exist says in each language of the site: nobody knows which one its reader wanted.
INTROUVABLE = {
    "titre": N_("Cette page n'existe pas, ou plus."),
    "que": N_("Que cherchez-vous ?"),
    "exemples": N_("Douche, repas, papiers …"),
    "chercher": N_("Chercher"),
    "accueil": N_("Aller à l'accueil"),
    "tout": N_("Voir toutes les adresses"),
}


def fichiers_de_racine(annuaire: Annuaire, langues: tuple[Langue, ...], actifs: Actifs, territoire: Territoire) -> dict[str, str]:
    parole = ParoleEnPage(territoire.directory, langues[0])
    moteur, p = Moteur(parole), Redaction(parole, "index.html")
    dits = [(langue, {nom: langue.dire(message) for nom, message in INTROUVABLE.items()}) for langue in langues]
    valeurs = {"langues": langues, "actifs": actifs, "nom": p.simple(annuaire.nom), "sortie": annuaire.sortie,
               "planche": planche("".join(map(icone, ("magnify", "alert", "phone", "message-text-outline"))))}
    # A page that is not found has any depth: its links start at the site's own folder, where that is known.
    base = (urlsplit(annuaire.adresse_du_site).path.rstrip("/") if annuaire.adresse_du_site else "") + "/"
    fichiers = {
        "index.html": moteur.rendre("racine.html", p, base="", **valeurs),
        "404.html": moteur.rendre("introuvable.html", p, base=base, dits=dits, **valeurs),
        "robots.txt": "User-agent: *\nAllow: /\n",
    }
    if annuaire.adresse_du_site:
        site = annuaire.adresse_du_site.rstrip("/")
        chemins = _a_trouver(territoire)
        fichiers |= plan_du_site(site, [f"{langue.code}/{chemin}index.html" for langue in langues for chemin in chemins])
        fichiers["robots.txt"] += f"Sitemap: {site}/sitemap.xml\n"
    return fichiers


def _a_trouver(territoire: Territoire) -> list[str]:
    """The pages that people should find first: needs, neighbourhoods, fiches, rights and guides."""
    directory = territoire.directory
    return ["", *(f"besoins/{slug}/" for slug in (*directory.vocabulaire.racines, *directory.vocabulaire.besoins)),
            *(f"quartiers/{slug}/" for slug in directory.quartiers),
            *(f"fiches/{slug}/" for slug in territoire.fiches),
            *(("droits/", *(f"droits/{slug}/" for slug in directory.droits)) if directory.droits else ()),
            *(["jours-difficiles/"] if directory.annuaire.jours_difficiles else ()),
            *(["ressources/"] if directory.ressources else ())]
