"""One overview map: a list's places in the shell that folium made once, with the words of one language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from urllib.parse import urlsplit

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.lignes import troncons
from quifaitquoi.annuaire.model.fond_de_carte import Fond
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.langues import Langue, Traduit
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.site.pages.cartes import coquille
from quifaitquoi.site.pages.cartes.donnees import Lieux, lieux
from quifaitquoi.site.pages.cartes.tuiles import pour_la_carte


def adresse(genre: str, slug: str) -> str:
    """Where a map lives below its language: adresse("besoin", "douche") is cartes/besoin-douche.html."""
    return f"cartes/{genre}-{slug}.html"


def apercu(vues: Sequence[FicheVue], territoire: Territoire, langue: Langue, *, titre: str, liste: str,
           quartier: Quartier | None = None, numerotee: bool = True, lien: str = "../fiches/{slug}/index.html",
           racine: str = "../../") -> str:
    """The complete HTML document of a map, for the address that `adresse` gives.

    `vues` are the fiches of the list that the map stands beside, **in the order of that list**: with
    `numerotee`, a marker bears the rank (from 1) of its fiche there. Those without a published position, or
    not in service, are not drawn; the page says how many. `quartier` is the zone to outline strongly.
    `titre` and `liste` (the list's address, relative to the map) are plain text. `lien` is a fiche's address
    relative to the map, `{slug}` in it; `racine` leads from the map to the site's root and ends in a slash.
    """
    annuaire = territoire.directory.annuaire
    rues = territoire.directory.fond
    # With streets of its own, a map asks nobody for others.
    fond = None if rues else _fond(annuaire.fond_de_carte)
    places = lieux(vues, langue, numerotee)
    donnees: dict = {"lieux": places.collection, "lien": lien, "mots": _mots(langue, titre, fond),
                     "fuseau": territoire.directory.calendrier.fuseau}
    if quartier:
        donnees["zone"] = quartier.slug
    if langue.code != annuaire.langues[0]:
        donnees["source"] = annuaire.langues[0]
    # Who reads another script reads what a zone is called in it, and what its signs say, where the translation does not hold it.
    francais = territoire.source.directory.quartiers
    if zones := {slug: zone.nom if (sur_place := francais[slug].nom) in zone.nom else f"{zone.nom} ({sur_place})"
                 for slug, zone in territoire.directory.quartiers.items() if isinstance(zone.nom, Traduit)}:
        donnees["zones"] = zones
    if fond:
        donnees["fond"] = {"tuiles": fond["tuiles"], "attribution": fond["attribution"], "zoom": fond["zoom"]}
    if rues:
        donnees["rues"] = pour_la_carte(rues, racine)
    parties = coquille.document(langue.code, langue.sens, langue.dire("Page"), racine, fond["regle"] if fond else "",
                                annuaire.emprise)
    voir = langue.dire("Voir la liste")
    papier = langue.dire("Une carte s'imprime mal. Imprimez plutôt la liste.")
    retour = (f'<a href="{escape(liste)}" target="_top">{escape(voir)}</a>'
              f'<a class="quitter" href="{escape(annuaire.sortie)}" rel="noreferrer noopener external" data-quitter>'
              f'{escape(langue.dire("Tout effacer et quitter"))}</a><p class="papier">{escape(papier)}</p>')
    # A neighbourhood's name stays as people there say it, and as its signs write it.
    ailleurs = quartier and langue.code != annuaire.langues[0] and not isinstance(quartier.nom, Traduit)
    en_tete = f'<span lang="{escape(annuaire.langues[0])}" dir="auto">{escape(titre)}</span>' if ailleurs else escape(titre)
    nom = Parole(territoire.directory, langue).typo(annuaire.nom)
    pied = _pied(places, langue, quartier, numerotee, bool(troncons(territoire.directory)))
    propres = (escape(langue.titre(titre, langue.dire("Carte"), nom)), en_tete, retour, pied, json_sans_danger(donnees))
    return "".join(morceau for paire in zip(parties, (*propres, ""), strict=True) for morceau in paire)


def suivie(territoire: Territoire, langue: Langue, *, liste: str) -> str:
    """A map of no place, which follows the list of the page around it: see `suivie` in carte.js for what it is sent."""
    titre = langue.dire("Les adresses trouvées")
    html = apercu((), territoire, langue, titre=titre, liste=liste)
    # What an empty map says of itself is not true of one that is filled later.
    avant, phrase, apres = html.partition(escape(langue.dire("Aucune adresse à montrer sur la carte.")))
    assert phrase
    avant += escape(langue.dire("Les adresses de la liste qui ont une position publiée."))
    return (avant + apres).replace('id="donnees">{', 'id="donnees">{"suivie":true,', 1)


def _pied(places: Lieux, langue: Langue, quartier: Quartier | None, numerotee: bool, lignes: bool) -> str:
    """What the map shows and what it cannot show, then the button for the background."""
    phrases = [langue.compter("{n} adresse sur la carte.", "{n} adresses sur la carte.", places.sur_la_carte)
               if places.sur_la_carte else langue.dire("Aucune adresse à montrer sur la carte.")]
    if places.hors_carte:
        phrases.append(langue.compter(
            "{n} autre est dans la liste seulement : position inconnue ou non publiée.",
            "{n} autres sont dans la liste seulement : position inconnue ou non publiée.",
            places.hors_carte))
    if quartier and quartier.schematique == "oui":
        phrases.append(langue.dire("Le contour de {quartier} est approximatif.", quartier=quartier.nom))
    numero = langue.dire("une adresse, avec son numéro dans la liste") if numerotee else langue.dire("une adresse")
    plusieurs = langue.dire("plusieurs adresses : touchez pour agrandir")
    cercle = langue.dire("à peu près : la porte est dans le cercle")
    trace = langue.dire("ligne de transport, tracée d'un arrêt au suivant")
    sans_script = langue.dire("La carte a besoin de JavaScript. Tout ce qu'elle montre est aussi dans la liste.")
    cle = '<span><span class="cle {}" aria-hidden="true">{}</span> {}</span>'
    return "".join((
        f'<p>{escape(" ".join(phrases))}</p>',
        f'<p class="legende">{cle.format("lieu", "1" if numerotee else "", escape(numero))}',
        f'{cle.format("groupe", "+" if numerotee else "5", escape(plusieurs))}',
        cle.format("lieu vague", "1" if numerotee else "", escape(cercle)) if places.a_peu_pres else "",
        cle.format("trace", "", escape(trace)) if lignes else "", "</p>",
        '<p class="fond"><button type="button" id="fond" hidden></button> <span id="etat" role="status"></span></p>',
        f"<noscript><p>{escape(sans_script)}</p></noscript>"))


def _mots(langue: Langue, titre: str, fond: dict[str, str] | None) -> dict[str, str]:
    """Every word that the script writes. `{n}` and the like are filled in by the browser."""
    dire = langue.dire
    mots = {
        "carte": dire("Carte : {titre}. Flèches pour se déplacer, plus et moins pour agrandir ou réduire.", titre=titre),
        "groupe": dire("%n : groupe d'adresses, agrandir"),
        "ouvrir": dire("Voir la page"),
        "arret": dire("Arrêt : %nom"),
        "environ": dire("À peu près : la porte est dans le cercle."),
        "fermer": dire("Fermer"),
        "plus": dire("Agrandir"),
        "moins": dire("Réduire"),
        "nord": dire("Le nord est en haut"),
        "n": dire("N"),
        "carreau": dire("Un carreau : %longueur"),
        "m": dire("%n m"),
        "km": dire("%n km"),
    }
    if fond:
        mots |= {
            "afficher": dire("Afficher le fond de carte (chargé depuis {nom}, {hote})", nom=fond["nom"], hote=fond["hote"]),
            "masquer": dire("Masquer le fond de carte"),
            "charge": dire("Fond de carte chargé depuis {hote}.", hote=fond["hote"]),
            "panne": dire("Le fond de carte ne répond pas. La carte reste lisible sans lui."),
        }
    return mots


def _fond(fond: Fond | str) -> dict[str, str] | None:
    """What a page needs of the background, None if there is none or its host cannot be told to the visitor."""
    if not isinstance(fond, Fond):
        return None
    hote = urlsplit(fond.tuiles).netloc
    # {s} stands for one of several servers; any other gap or a login in the host is nothing a visitor could judge.
    if not re.fullmatch(r"(\{s\}\.)?[A-Za-z0-9.-]+(:\d+)?", hote):
        return None
    return {"nom": fond.nom, "hote": hote.removeprefix("{s}."), "regle": f"https://{hote.replace('{s}', '*')}",
            "tuiles": fond.tuiles, "attribution": fond.attribution, "zoom": fond.zoom_max}
