"""What to ask about one fiche, in the order of a phone call: what we believe, what is in doubt, what nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from quifaitquoi.annuaire.enrich import FicheVue, ServiceVu
from quifaitquoi.annuaire.model.confiance import AConfirmer
from quifaitquoi.annuaire.model.lieu import Arret
from quifaitquoi.horaires import phrase
from quifaitquoi.langues.typographie import majuscule
from quifaitquoi.paroles import ou, texte
from quifaitquoi.paroles.acces import acces
from quifaitquoi.paroles.accessibilite import accessibilite
from quifaitquoi.paroles.accueil import cout, publics
from quifaitquoi.paroles.arrets import depuis_l_arret
from quifaitquoi.paroles.champs import CHAMPS, nom_du_champ
from quifaitquoi.paroles.confiance import constat_des_horaires
from quifaitquoi.paroles.contact import contact
from quifaitquoi.paroles.dates import prochaines_dates
from quifaitquoi.paroles.equipe import equipe, pairs
from quifaitquoi.paroles.etat import complet, dates_de_l_arret, etat_entier, fermeture
from quifaitquoi.paroles.langues_parlees import langues
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.professionnels import pour_les_professionnels
from quifaitquoi.paroles.segments import Fait, Segments
from quifaitquoi.paroles.service import du_service
from quifaitquoi.savoir.doutes import touche

RETENUE = "Adresse non publiée : ne la demandez pas, ne la notez pas."
Lignes = tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """One line to read out. `cru` is what we believe, empty where nobody knows; `champ` is its name in the file.

    `aussi` names the other fields that it is about. `serre` says that the room to write a correction comes with a later line.
    """

    champ: str
    titre: str
    cru: Lignes
    doutes: Lignes = ()
    serre: bool = False
    aussi: tuple[str, ...] = ()


@dataclass(frozen=True)
class Questionnaire:
    """`posees` have something to confirm; `ouvertes` name what nobody knows yet, each with its field."""

    posees: tuple[Question, ...]
    ouvertes: tuple[Question, ...] = field(default=())


class Questions:
    """The questions of one territory, worded as its pages are."""

    def __init__(self, parole: Parole) -> None:
        self._parole, self._ = parole, parole._

    def questionnaire(self, vue: FicheVue) -> Questionnaire:
        toutes = [replace(q, titre=self._(q.titre)) for q in self._questions(vue)]
        # A doubt is asked with the question that is the most about its field.
        doutes: dict[int, list[AConfirmer]] = {}
        for doute in vue.fiche.a_confirmer or ():
            proches = [
                (len(champ), -rang) for rang, q in enumerate(toutes) for champ in (q.champ, *q.aussi) if touche(doute, champ)
            ]
            doutes.setdefault(-max(proches, default=(0, 1))[1], []).append(doute)
        posees = [replace(q, doutes=tuple(_dit(d, q) for d in doutes.get(rang, ()))) for rang, q in enumerate(toutes)]
        if autres := doutes.get(-1):
            posees.append(Question(autres[0].champ, self._("Autres points"), (), tuple(map(_doute, autres))))
        return Questionnaire(tuple(q for q in posees if q.cru or q.doutes), tuple(q for q in posees if not (q.cru or q.doutes)))

    def _questions(self, vue: FicheVue) -> Iterator[Question]:
        p, f, lieu = self._parole, vue.fiche, vue.fiche.genre == "lieu"
        yield Question("nom", "Existe toujours", self._identite(vue), aussi=(
            "autres_noms", "genre", "organisme", "etat", "presentation", "ne_fait_pas"))
        yield Question("horaires", "Horaires", self._horaires(vue))
        if f.prochaines_dates:
            yield Question("prochaines_dates", "Prochaines dates",
                           self._un_par_un(prochaines_dates(p, f.prochaines_dates, vue.jour)))
        fermetures = [*map(self._texte, (fermeture(p, x) for x in vue.fermetures)),
                      *([self._texte(complet(p, vue.complet))] if vue.complet else [])]
        yield Question("fermetures", "Fermetures prévues", tuple(fermetures), aussi=("complet",))
        for n, service in enumerate(vue.services):
            yield Question(
                f"services[{n + 1}]",
                "Service" if len(vue.services) == 1 else f"Service {n + 1}",
                self._service(service, vue.jour),
                serre=n + 1 < len(vue.services),
                aussi=(f"services.{n}",),
            )
        entrer = list(acces(p, f.acces))
        yield Question("acces", "Comment entrer", self._d_un_trait(x for x in entrer if x.champ != "acces.documents"))
        if lieu or (f.acces and f.acces.documents is not None):
            yield Question("acces.documents", "Papiers", self._un_par_un(x for x in entrer if x.champ == "acces.documents"))
        yield Question("publics", "Pour qui", self._d_un_trait((*publics(p, f.publics), *pairs(p, f.pairs),
                                                                *equipe(p, f.equipe))), aussi=("pairs", "equipe"))
        yield Question("cout", "Prix", self._un_par_un(cout(p, f.cout)))
        yield Question("langues.parlees", "Langues", self._un_par_un(langues(p, f.langues)), aussi=("langues",))
        yield from self._ou(vue)
        if f.pour_les_professionnels:
            yield Question("pour_les_professionnels", "Pour les professionnels",
                           self._d_un_trait(pour_les_professionnels(p, f.pour_les_professionnels)))
        yield Question("contact", "Contact", self._un_par_un(contact(p, f.contact)), aussi=("services",))

    def _identite(self, vue: FicheVue) -> Lignes:
        f = vue.fiche
        noms = {"Aussi appelé": f.autres_noms or (), "Organisme": [o.nom for o in vue.organismes]}
        autres = [f"{titre} : {', '.join(dits)}" for titre, dits in noms.items() if dits]
        etat = [self._texte(etat_entier(self._parole, f.etat, vue.jour))] if f.etat else []
        sans = ["On n'y trouve pas : " + " ".join(f.ne_fait_pas.split())] if f.ne_fait_pas else []
        return (f.nom, *autres, *etat, *_un(f.presentation), *sans)

    def _ou(self, vue: FicheVue) -> Iterator[Question]:
        f, p = vue.fiche, self._parole
        if vue.retenue:
            # Nothing of an address is asked for, shown or given room to be written.
            yield Question("confidentialite", "Adresse", (RETENUE,))
            return
        if f.tournee:
            yield Question("tournee", "Tournée", tuple(map(self._arret, vue.arrets)))
        if f.secteur:
            yield Question("secteur", "Secteur", _un(self._texte(ou.secteur(p, vue))))
        if f.genre == "lieu" or (f.adresse and f.adresse.voie):
            yield Question("adresse", "Adresse", self._adresse(vue))
        if f.genre == "lieu":
            yield Question("accessibilite", "Accès sans marche", self._d_un_trait(accessibilite(p, f.accessibilite)))

    def _adresse(self, vue: FicheVue) -> Lignes:
        adresse = vue.adresse
        if adresse is None or not (adresse.voie or adresse.complement or adresse.y_aller):
            return ()
        return (ou.adresse(adresse), *_un(self._texte(ou.demenagement(self._parole, vue))), *_un(adresse.y_aller),
                *_un(self._(ou.a_peu_pres(vue)) if vue.environ else None),
                *_un(self._texte(depuis_l_arret(self._parole, vue))))

    def _arret(self, arret: Arret) -> str:
        lieu = ", ".join(filter(None, (arret.lieu, arret.commune)))
        dits = (
            arret.horaires and phrase(arret.horaires, self._parole.langue),
            dates_de_l_arret(self._parole, arret),
            arret.y_aller,
        )
        return " : ".join(filter(None, (lieu, " · ".join(filter(None, dits)))))

    def _horaires(self, vue: FicheVue) -> Lignes:
        if not vue.fiche.horaires:
            return ()
        # « appelez avant de venir » is for readers; who phones only needs to know how old it is.
        constat = constat_des_horaires(self._parole, vue)
        return (majuscule(phrase(vue.fiche.horaires, self._parole.langue)), *([f"({constat})"] if constat else []))

    def _service(self, service: ServiceVu, jour: date) -> Lignes:
        """The service, then only what it says itself: the rest is asked once, for the fiche."""
        s, p, propre = service.service, self._parole, []
        if s.etat:
            propre.append(self._texte(etat_entier(p, s.etat, jour)))
        if service.complet_a_lui:
            propre.append(self._texte(complet(p, service.complet)))
        if s.organisme:
            propre.append("Assuré par : " + ", ".join(o.nom for o in service.organismes))
        if s.horaires:
            propre.append(majuscule(phrase(s.horaires, p.langue)))
        propre += self._un_par_un(du_service(p, s, jour))
        nom = service.nom if service.nom == service.besoin.nom else f"{service.nom} ({service.besoin.nom})"
        return (nom, *_un(s.presentation), *([" · ".join(propre)] if propre else []))

    def _texte(self, segments: Segments) -> str:
        return texte.en_texte(self._parole, segments)

    def _un_par_un(self, faits: Iterable[Fait]) -> Lignes:
        return tuple(texte.fait(self._parole, fait) for fait in faits)

    def _d_un_trait(self, faits: Iterable[Fait]) -> Lignes:
        return _un(" · ".join(self._un_par_un(faits)))


def _un(ecrit: str | None) -> Lignes:
    return (" ".join(re.split(r"[ \n]+", ecrit)),) if ecrit else ()


def _dit(doute: AConfirmer, question: Question) -> str:
    return doute.pourquoi if doute.champ == question.champ else _doute(doute)


def _doute(doute: AConfirmer) -> str:
    """What is in doubt, after the name of the field where the words have one."""
    champ = re.sub(r"^services\[\d+\]\.?", "", doute.champ)
    nom = nom_du_champ(champ)
    return doute.pourquoi if nom == champ and champ not in CHAMPS.values() else f"{nom} : {doute.pourquoi}"
