"""What to ask about one fiche, in the order of a phone call: what we believe, what is in doubt, what nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from quifaitquoi.enrich import FicheVue, ServiceVu, Territoire
from quifaitquoi.horaires import phrase
from quifaitquoi.model.accueil import Acces
from quifaitquoi.model.confiance import AConfirmer
from quifaitquoi.model.lieu import Adresse
from quifaitquoi.render import mots
from quifaitquoi.render.confiance import Doutes, avis_horaires
from quifaitquoi.render.faits import Faits
from quifaitquoi.render.fiche import etat_dit
from quifaitquoi.render.redaction import Parole, Redaction
from quifaitquoi.render.texte import majuscule
from quifaitquoi.upkeep.mots import lignes, simple

RETENUE = "Adresse non publiée : ne la demandez pas, ne la notez pas."


@dataclass(frozen=True)
class Question:
    """One line to read out. `cru` is what we believe, empty where nobody knows; `champ` is its name in the file.

    `serre` says that the room to write a correction comes with a later line.
    """

    champ: str
    titre: str
    cru: tuple[str, ...]
    doutes: tuple[str, ...] = ()
    serre: bool = False


@dataclass(frozen=True)
class Questionnaire:
    """`posees` have something to confirm; `ouvertes` name what nobody knows yet, each with its field."""

    posees: tuple[Question, ...]
    ouvertes: tuple[Question, ...] = field(default=())


class Redacteur:
    """The questions of one territory, worded as its pages are."""

    def __init__(self, territoire: Territoire, parole: Parole) -> None:
        self._jour, self._parole, self._ = territoire.aujourdhui, parole, parole._
        self._faits = Faits(parole)

    def questionnaire(self, vue: FicheVue) -> Questionnaire:
        p, doutes = Redaction(self._parole, ""), Doutes(vue)
        toutes = [replace(q, titre=simple(self._(q.titre)), doutes=_dits(doutes, q, *champs))
                  for q, champs in self._brutes(p, vue)]
        restes = doutes.autres()
        if restes:
            toutes.append(Question(restes[0].champ, simple(self._("Autres points")), (), tuple(_doute(d) for d in restes)))
        posees = tuple(q for q in toutes if q.cru or q.doutes)
        return Questionnaire(posees, tuple(q for q in toutes if not (q.cru or q.doutes)))

    def _brutes(self, p: Redaction, vue: FicheVue) -> Iterator[tuple[Question, tuple[str, ...]]]:
        """Each question with the fields whose doubts are said with it."""
        f, faits, lieu = vue.fiche, self._faits, vue.fiche.genre == "lieu"
        etat = (simple(etat_dit(self._parole, f.etat)), *_un(f.etat.motif)) if f.etat else ()
        yield Question("nom", "Existe toujours", (f.nom, *etat, *_un(f.presentation))), (
            "nom", "organisme", "etat", "presentation")
        yield Question("horaires", "Horaires", self._horaires(vue)), ("horaires",)
        yield Question("fermetures", "Fermetures prévues", self._fermetures(vue)), ("fermetures", "complet")
        for n, service in enumerate(vue.services):
            champ = f"services[{n + 1}]"
            yield (Question(champ, "Service" if len(vue.services) == 1 else f"Service {n + 1}", self._service(p, vue, service),
                            serre=n + 1 < len(vue.services)),
                   (champ, f"services.{n}"))
        sans_papiers = f.acces.model_copy(update={"documents": None}) if f.acces else None
        yield Question("acces", "Comment entrer", _d_un_trait(lignes(faits.acces(p, sans_papiers)))), (
            "acces.porte", "acces.rendez_vous", "acces.conditions", "acces.par", "acces.inscription")
        papiers = Acces.model_construct(documents=f.acces.documents) if f.acces and f.acces.documents is not None else None
        if lieu or papiers:
            yield Question("acces.documents", "Papiers", tuple(lignes(faits.acces(p, papiers)))), ("acces.documents",)
        yield Question("publics", "Pour qui", _d_un_trait(lignes(faits.publics(p, f.publics)))), ("publics",)
        yield Question("cout", "Prix", tuple(lignes(faits.cout(p, f.cout)))), ("cout",)
        yield Question("langues.parlees", "Langues", tuple(lignes(faits.langues(p, f.langues)))), ("langues",)
        yield from self._ou(p, vue)
        yield Question("contact", "Contact", tuple(lignes(faits.contact(p, f.contact)))), ("contact", "acces", "services")

    def _ou(self, p: Redaction, vue: FicheVue) -> Iterator[tuple[Question, tuple[str, ...]]]:
        f, champs = vue.fiche, ("adresse", "tournee", "secteur")
        if f.confidentialite:
            # Nothing of an address is asked for, shown or given room to be written.
            yield Question("confidentialite", "Adresse", (RETENUE,)), ()
            return
        if f.tournee:
            arrets = [a for a in f.tournee if a.au is None or a.au >= self._jour]
            yield Question("tournee", "Tournée", tuple(" : ".join(filter(None, (
                a.lieu, a.horaires and phrase(a.horaires, self._parole.langue)))) for a in arrets)), champs
        elif f.secteur:
            noms = [q.nom for q in vue.quartiers if q.slug in (f.secteur.quartiers or ())]
            yield Question("secteur", "Secteur", (*([", ".join(noms)] if noms else []), *_un(f.secteur.precision))), champs
        if f.genre == "lieu" or (f.adresse and f.adresse.voie):
            yield Question("adresse", "Adresse", _adresse(f.adresse)), champs
        if f.genre == "lieu":
            acc = f.accessibilite
            dits = [f"{simple(self._(nom))} : {simple(self._(mots.OUI_NON[valeur]))}" for champ, nom in mots.ACCESSIBILITE.items()
                    if (valeur := getattr(acc, champ, None))]
            yield Question("accessibilite", "Accès sans marche",
                           (" · ".join(dits), *_un(acc.precision)) if dits else ()), ("accessibilite",)

    def _horaires(self, vue: FicheVue) -> tuple[str, ...]:
        if not vue.fiche.horaires:
            return ()
        avis = avis_horaires(self._parole, vue)
        # « appelez avant de venir » is for readers; who phones only needs to know how old it is.
        constat = simple(avis).split("\u00a0:")[0].split(" :")[0] if avis else ""
        return (majuscule(phrase(vue.fiche.horaires, self._parole.langue)), *([f"({constat})"] if constat else []))

    def _fermetures(self, vue: FicheVue) -> tuple[str, ...]:
        date, f = self._parole.date, vue.fiche
        dits = [f"Du {date(x.du)} au {date(x.au)}" + (f" ({x.motif})" if x.motif else "")
                for x in sorted(f.fermetures or (), key=lambda x: x.du) if x.au >= self._jour]
        if f.complet and (f.complet.jusqu_au is None or f.complet.jusqu_au >= self._jour):
            dits.append(f"Complet depuis le {date(f.complet.depuis)}"
                        + (f", {f.complet.precision}" if f.complet.precision else ""))
        return tuple(dits)

    def _service(self, p: Redaction, vue: FicheVue, service: ServiceVu) -> tuple[str, ...]:
        """The service, then only what it says itself: the rest is asked once, for the fiche."""
        s, faits, propre = service.service, self._faits, []
        if s.etat:
            propre.append(simple(etat_dit(self._parole, s.etat)))
        if s.organisme:
            propre.append("Assuré par : " + ", ".join(o.nom for o in service.organismes))
        if s.horaires:
            propre.append(majuscule(phrase(s.horaires, self._parole.langue)))
        for html in (faits.acces(p, s.acces), faits.publics(p, s.publics), faits.cout(p, s.cout), faits.langues(p, s.langues),
                     faits.contact(p, s.contact)):
            propre += lignes(html)
        nom = service.nom if service.nom == service.besoin.nom else f"{service.nom} ({service.besoin.nom})"
        return (nom, *_un(s.presentation), *([" · ".join(propre)] if propre else []))


def _adresse(adresse: Adresse | None) -> tuple[str, ...]:
    if adresse is None or not (adresse.voie or adresse.complement or adresse.y_aller):
        return ()
    ville = " ".join(filter(None, (adresse.code_postal, adresse.commune)))
    return (", ".join(filter(None, (adresse.voie, adresse.complement, ville))), *_un(adresse.y_aller))


def _un(texte: str | None) -> tuple[str, ...]:
    return (" ".join(texte.split()),) if texte else ()


def _dits(doutes: Doutes, question: Question, *champs: str) -> tuple[str, ...]:
    return tuple(d.pourquoi if d.champ == question.champ else _doute(d) for d in doutes.sur(*champs)) if champs else ()


def _doute(doute: AConfirmer) -> str:
    """What is in doubt, after the name of the field where the words have one."""
    champ = re.sub(r"^services\[\d+\]\.?", "", doute.champ)
    nom = mots.nom_du_champ(champ)
    return doute.pourquoi if nom == champ and champ not in mots.CHAMPS.values() else f"{nom} : {doute.pourquoi}"


def _d_un_trait(dits: list[str]) -> tuple[str, ...]:
    return (" · ".join(dits),) if dits else ()
