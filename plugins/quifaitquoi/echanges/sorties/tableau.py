"""A table for people: one line a service, in French, as a workbook and as CSV. No cell is ever a formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.services import ServiceVu
from quifaitquoi.annuaire.model.lieu import Arret
from quifaitquoi.annuaire.model.telephone import affiche
from quifaitquoi.base.classeur import classeur, rangee
from quifaitquoi.base.formules import inerte
from quifaitquoi.echanges.sorties.lignes import Rangees, ligne_de_csv
from quifaitquoi.horaires import Horaires, phrase
from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles import ou, texte, valeurs
from quifaitquoi.paroles.acces import acces
from quifaitquoi.paroles.accessibilite import accessibilite
from quifaitquoi.paroles.accueil import cout, publics
from quifaitquoi.paroles.champs import nom_du_champ
from quifaitquoi.paroles.dates import prochaines_dates
from quifaitquoi.paroles.equipe import equipe, pairs
from quifaitquoi.paroles.etat import complet, dates_de_l_arret, etat_et_motif, fermeture
from quifaitquoi.paroles.langues_parlees import langues
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.professionnels import pour_les_professionnels
from quifaitquoi.paroles.segments import Fait, Segments
from quifaitquoi.savoir import national
from quifaitquoi.savoir.donnees import D_AUTRES_BASES, Dits, Format

NOM = "annuaire"
# What a column says, field of ours first: the order of the columns.
COLONNES = {
    "Lieu": "nom", "Aussi appelé": "autres_noms", "Genre": "genre", "État": "etat", "Quartier": "", "Besoin": "services.quoi",
    "Service": "services.nom", "Organisme": "organisme", "Ce qu'on y trouve": "presentation",
    "Ce qu'on n'y trouve pas": "ne_fait_pas", "Adresse": "adresse", "À une autre adresse": "adresse_provisoire",
    "Comment y aller": "adresse.y_aller", "Tournée": "tournee", "Secteur": "secteur", "Latitude": "adresse.position",
    "Longitude": "adresse.position", "Position à peu près": "adresse.precision", "Horaires": "horaires", "Fermetures": "fermetures",
    "Complet": "complet", "Téléphone": "contact.telephone", "SMS": "contact.sms", "Courriel": "contact.courriel",
    "Site": "contact.site", "Rendez-vous en ligne": "contact.prise_de_rendez_vous", "Comment entrer": "acces",
    "Pour qui": "publics", "Passé par là": "pairs", "Équipe": "equipe", "Prochaines dates": "prochaines_dates",
    "Prix": "cout", "Langues": "langues",
    "Accessibilité": "accessibilite", "Pour les professionnels": "pour_les_professionnels", "À confirmer": "a_confirmer",
    "Vérifié le": "verification.le", "Identifiant": "",
}
PERDU = {
    "*identifiants.*": D_AUTRES_BASES,
    "accepte[].*": "Ce n'est que pour qui vérifie les fichiers.",
    "adresse*.score": "Le score dit si la commande peut écrire une position ; un lecteur n'en fait rien.",
    "anciens_slugs": "Les anciennes adresses mènent à la page du lieu.",
    "confidentialite": "D'une adresse qui n'est pas publiée, il n'y a rien à dire.",
    "*etat.remplace_par": "Ce qui est remplacé n'est plus en service.",
    "responsables": "Qui tient la fiche est dit sur sa page.",
    "sources[].*": "D'où vient chaque fait est dit sur la page du lieu.",
    "tournee[].position": "La place de chaque arrêt est dans le fichier GeoJSON.",
    "verification.comment": "Comment, et quel rôle, est dit sur la page du lieu.",
    "verification.par": "Comment, et quel rôle, est dit sur la page du lieu.",
}


def reunir(territoire: Territoire, lieux: Sequence[Dits]) -> dict[str, Iterable[bytes]]:
    """A line a service, by neighbourhood and slug."""
    lignes = Rangees(lieux, 2)
    feuilles = {"Annuaire": (list(COLONNES), lignes.colonne(3))}
    return {f"{NOM}.xlsx": [classeur(feuilles, territoire.directory.annuaire.nom, territoire.aujourdhui)],
            # A byte order mark, as a spreadsheet opens it in France.
            f"{NOM}.csv": chain([f"\ufeff{_csv(list(COLONNES))}".encode()], lignes.colonne(2))}


class Redacteur:
    """Writes the lines of a place: neighbourhood, slug, the line as CSV and as a row of the workbook."""

    def __init__(self, territoire: Territoire):
        self.territoire, self.annuaire = territoire, territoire.directory.annuaire
        self.parole = Parole.de_la_source(territoire.directory)

    def lieu(self, vue: FicheVue) -> Dits:
        lignes = (self.ligne(vue, vu) for vu in vue.services if vu.en_service)
        return [(vue.fiche.zone, vue.slug, _csv(ligne), rangee(ligne)) for ligne in lignes]

    def ligne(self, vue: FicheVue, vu: ServiceVu) -> list[str]:
        fiche = vue.fiche
        dit = {
            "Lieu": fiche.nom,
            "Aussi appelé": ", ".join(fiche.autres_noms or ()),
            "Genre": valeurs.GENRE[fiche.genre].dit,
            "État": self._dit(etat_et_motif(self.parole, vu.etat, vue.jour)) if vu.etat else "",
            "Quartier": self.territoire.directory.quartiers[fiche.zone].nom,
            "Besoin": vu.besoin.nom,
            "Service": vu.service.nom,
            "Organisme": ", ".join(o.nom for o in vu.organismes),
            "Ce qu'on y trouve": vu.service.presentation or fiche.presentation,
            "Ce qu'on n'y trouve pas": fiche.ne_fait_pas,
            **self._ou(vue, vu),
            "Horaires": self._heures(vu.horaires),
            "Fermetures": "\n".join(self._dit(fermeture(self.parole, f)) for f in vue.fermetures),
            "Complet": self._dit(complet(self.parole, vu.complet)) if vu.complet else "",
            **self._joindre(vu),
            "Comment entrer": self._faits(acces, vu.acces),
            "Pour qui": self._faits(publics, vu.publics),
            "Passé par là": self._faits(pairs, vu.pairs),
            "Équipe": self._faits(equipe, vu.equipe),
            "Prochaines dates": "\n".join(texte.fait(self.parole, fait) for fait in prochaines_dates(
                self.parole, vu.prochaines_dates, vue.jour)),
            "Pour les professionnels": self._faits(pour_les_professionnels, fiche.pour_les_professionnels),
            "Prix": self._faits(cout, vu.cout),
            "Langues": self._faits(langues, vu.langues),
            "Accessibilité": self._faits(accessibilite, None if vue.retenue else fiche.accessibilite),
            "À confirmer": "\n".join(f"{nom_du_champ(d.champ)} : {d.pourquoi}" for d in fiche.a_confirmer or ()),
            "Vérifié le": vue.confiance.verification.le.isoformat() if vue.confiance.verification else "",
            "Identifiant": national.id_de_service(self.annuaire, vue, vu),
        }
        return [str(dit.get(colonne) or "") for colonne in COLONNES]

    def _ou(self, vue: FicheVue, vu: ServiceVu) -> dict[str, object]:
        """Where one goes; of what is withheld, or behind a closed door, the town."""
        adresse = vue.adresse
        if vue.retenue or vu.clos:
            return {"Adresse": adresse and adresse.commune}
        latitude, longitude = vue.position or ("", "")
        return {
            "Adresse": ou.adresse(adresse), "À une autre adresse": self._dit(ou.demenagement(self.parole, vue)),
            "Comment y aller": adresse and adresse.y_aller, "Tournée": "\n".join(self._arret(vue, a) for a in vue.arrets),
            "Secteur": self._dit(ou.secteur(self.parole, vue)), "Latitude": latitude, "Longitude": longitude,
            "Position à peu près": valeurs.PRECISION[vue.precision].dit if vue.environ else "",
        }

    def _joindre(self, vu: ServiceVu) -> dict[str, object]:
        contact = vu.contact
        if contact is None:
            return {}
        return {
            "Téléphone": "\n".join(f"{affiche(n.numero, self.annuaire.pays)}" + (f" ({n.pour})" if n.pour else "")
                                   for n in contact.numeros),
            "SMS": contact.sms and affiche(contact.sms, self.annuaire.pays), "Courriel": contact.courriel, "Site": contact.site,
            "Rendez-vous en ligne": contact.prise_de_rendez_vous,
        }

    def _faits(self, dire: Callable[..., Iterable[Fait]], bloc: object) -> str:
        return "\n".join(texte.fait(self.parole, fait) for fait in dire(self.parole, bloc))

    def _dit(self, segments: Segments) -> str:
        return texte.en_texte(self.parole, segments)

    def _heures(self, horaires: Horaires | None) -> str:
        return phrase(horaires, self.parole.langue) if horaires else ""

    def _arret(self, vue: FicheVue, arret: Arret) -> str:
        quand = self._heures(vue.horaires_de(arret)), dates_de_l_arret(self.parole, arret)
        return " · ".join(filter(None, (arret.lieu, arret.commune, *quand, arret.y_aller)))


def _csv(ligne: list[str]) -> str:
    """Semicolons, as a spreadsheet opens it in France; an apostrophe before what it would compute."""
    return ligne_de_csv(map(inerte, ligne), ";", "\r\n")


FORMAT = Format(
    nom=N_("Tableau"),
    pour=N_("Pour lire, trier ou imprimer dans un tableur : une ligne par service"),
    adresse=None,
    chemins=(f"{NOM}.xlsx", f"{NOM}.csv"),
    un_lieu=lambda territoire: Redacteur(territoire).lieu,
    reunir=reunir,
    ou={champ: f"colonne « {colonne} »" for colonne, champ in COLONNES.items() if champ},
    perdu=PERDU,
)
