"""How a fiche looks in a list: a card, or a single line where the list is long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.horaires import Horaires, composer, phrase
from quifaitquoi.langues.marques import N_
from quifaitquoi.langues.typographie import majuscule
from quifaitquoi.paroles.acces import dispenses
from quifaitquoi.paroles.confiance import avis_horaires, etiquette
from quifaitquoi.paroles.equipe import vecu
from quifaitquoi.paroles.etat import etat
from quifaitquoi.paroles.ou import provisoire
from quifaitquoi.site import liens
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.memoire import Faites
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.pages.trouver.unites import entree, qui_repond, voulus

# Cards of a page: with as many, whatever they say in whatever script, it stays below 15 KB compressed. Others are a line each.
CARTES = 15
# Of needs and languages, the first ones: `liste.js` draws the same card.
BESOINS, LANGUES = 3, 6


class Vignettes:
    """Cards of one language. Each is made once and reused by all the lists that show it."""

    def __init__(self, parole: ParoleEnPage, moteur: Moteur, faites: Faites):
        self._parole, self._moteur, self._faites = parole, moteur, faites

    def partages(self, groupes: Iterable[tuple[Sequence[FicheVue], str]], p: Redaction) -> Iterator[tuple[Markup, list[FicheVue]]]:
        """Of each group of a page, fiches and the need of its list: what it shows, and which of them as cards.

        With a need, or a family of them, hours and doors are those of the service that answers it. Cards go to whole groups, in
        their order, as long as the page has room; a fiche that has its card above is a line under a heading of its own.
        """
        plus_haut: set[str] = set()
        for vues, besoin in groupes:
            nouvelles = [vue for vue in vues if vue.slug not in plus_haut]
            connues = [vue for vue in vues if vue.slug in plus_haut]
            cartes = nouvelles if len(plus_haut) + len(nouvelles) <= CARTES else []
            plus_haut.update(vue.slug for vue in cartes)
            html = self.liste(nouvelles, p, besoin, nouvelles != cartes) if nouvelles else Markup("")
            if connues:
                html += Markup("\n<p class=\"aussi\">") + self._parole._("Aussi, déjà plus haut :") + Markup("</p>\n")
                html += self.liste(connues, p, besoin, compact=True)
            yield html, cartes

    def liste(self, vues: Sequence[FicheVue], p: Redaction, besoin: str = "", compact: bool = False) -> Markup:
        """These fiches, each as a card or, `compact`, as a line."""
        classe, faire = ("lignes", self._ligne) if compact else ("vignettes", self._vignette)
        faites = []
        for vue in vues:
            cle = (vue.slug, besoin, p.racine, classe)
            connue = self._faites.get(cle)
            if connue is None or connue[0] is not vue:
                connue = self._faites[cle] = (vue, faire(vue, p, besoin))
            faites.append(connue[1])
        return Markup(f'<ul class="{classe}">\n') + Markup("\n".join(faites)) + Markup("\n</ul>")

    def _vignette(self, vue: FicheVue, p: Redaction, besoin: str) -> Markup:
        cherches = voulus(self._parole.directory.vocabulaire, besoin)
        vue = vue.pour(cherches)
        service = next((s for s in vue.services if s.besoin.slug in cherches), None)
        horaires = self._horaires(vue, service.service.horaires if service else None)
        parole, f, unite = self._parole.en_texte, vue.fiche, qui_repond(vue, cherches)[0]
        return self._moteur.rendre(
            "vignette.html",
            Redaction(self._parole, p.chemin),
            vue=vue,
            besoins=_besoins(vue, unite.besoins, cherches),
            lieu=self._lieu(vue, p),
            phrase=self._parole.heures(majuscule(phrase(horaires, self._parole.langue))) if horaires else "",
            etat=etat(parole, f.etat, vue.jour) if f.etat else None,
            avis=avis_horaires(parole, vue) if horaires else None,
            etiquette=self._parole.mot(etiquette(parole, vue)),
            complet=service.complet if service else vue.complet,
            entree=[self._parole._(dit) for dit in entree(unite)],
            sans=p.dit(dispenses(parole, unite.sans), False),
            vecu=p.dit(vecu(parole, unite.vecu), False),
            langues=self._langues(unite.langues),
            y_aller=liens.y_aller(vue),
            numeros=unite.numeros or vue.numeros,
            au_plus=BESOINS,
        )

    def _langues(self, codes: Sequence[str]) -> str:
        noms = [self._parole.nom_de_langue(code).texte for code in codes]
        return str(self._parole.liste(noms)) if len(noms) <= LANGUES else self._parole._(", ").join(noms[:LANGUES]) + " …"

    def _horaires(self, vue: FicheVue, propres: Horaires | None) -> Horaires | None:
        """What holds from now on: closures that are over are left out. One service's hours speak for a fiche without any."""
        if propres is None and vue.fiche.horaires is None and len(vue.services) == 1:
            propres = vue.services[0].service.horaires
        return composer(vue.fiche.horaires, propres, vue.fermetures)

    def _lieu(self, vue: FicheVue, p: Redaction) -> Markup | None:
        """Where, in a few words: the neighbourhood and the street, never the street of a withheld address."""
        f, zone = vue.fiche, vue.quartiers[0] if vue.quartiers else None
        dit = [p.t(zone.nom, False)] if zone and zone.etendue == "quartier" else []
        if vue.retenue:
            dit.append(self._parole.entre_balises(N_("Adresse non publiée")))
        elif f.genre == "lieu" and not vue.clos and vue.adresse and vue.adresse.voie:
            dit.append(p.t(vue.adresse.voie, False))
            if jusqu_a := provisoire(self._parole.en_texte, vue):
                dit.append(p.dit(jusqu_a, False))
        elif f.tournee:
            dit.append(self._parole.n_("{n} arrêt : {lieux}", "{n} arrêts : {lieux}", len(vue.arrets),
                                       lieux=p.textes(a.lieu for a in vue.arrets[:3])))
        if vue.clos and not dit:
            dit.append(self._parole.entre_balises(N_("On n'y entre pas de la rue")))
        return Markup(" · ").join(dit) if dit and f.genre in ("lieu", "equipe-mobile") else None

    def _ligne(self, vue: FicheVue, p: Redaction, besoin: str) -> Markup:
        etat = f" · <b>{self._parole._('pas en service')}</b>" if not vue.en_service else ""
        appel = f" {p.tel(vue.numeros[0].numero)}" if vue.en_service and vue.numeros else ""
        cherches = voulus(self._parole.directory.vocabulaire, besoin)
        besoins = " · ".join(p.terme(b) for b in _besoins(vue, (), cherches)[:BESOINS])
        return Markup(f'<li data-fiche="{vue.slug}"><a href="{p.url(f"fiches/{vue.slug}/")}">{p.t(vue.fiche.nom, False)}</a> '
                      f'<span class="note">{besoins}{etat}</span>{appel}</li>')


def _besoins(vue: FicheVue, repondus: Sequence[str], cherches: Set[str]) -> list:
    """The needs that the card is about, those of its list first; all of the fiche's where it is about none."""
    return sorted((b for b in vue.besoins if not repondus or b.slug in repondus), key=lambda b: b.slug not in cherches)
