"""One fact a line: a pictogram, then few words. Who is welcome, how to get in, what it costs, languages, contact.

Written in Python rather than as templates: a fiche has dozens of them, and this is most of a page's time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from quifaitquoi.model.accueil import Acces, Cout, Langues, Publics
from quifaitquoi.model.lieu import Contact
from quifaitquoi.render import liens, mots
from quifaitquoi.render.icones import icone
from quifaitquoi.render.redaction import Parole, Redaction

Fait = tuple[str, object, object]  # pictogram, what it is about (or None), what is said of it


def fait(picto: str, contenu: object, titre: object = None) -> Markup:
    """The line of a list. What is not markup yet is escaped here."""
    tete = f"<b>{escape(titre)}</b> " if titre else ""
    return Markup(f"<li>{icone(picto)}<div>{tete}{escape(contenu)}</div></li>\n")


class Faits:
    """The facts of one language, as lines."""

    def __init__(self, parole: Parole):
        self._parole, self._ = parole, parole._

    def publics(self, p: Redaction, x: Publics | None) -> Markup:
        return self._lignes(self._publics(p, x)) if x else Markup("")

    def acces(self, p: Redaction, x: Acces | None) -> Markup:
        return self._lignes(self._acces(p, x)) if x else Markup("")

    def cout(self, p: Redaction, x: Cout | None) -> Markup:
        return self._lignes(self._cout(p, x)) if x else Markup("")

    def langues(self, p: Redaction, x: Langues | None) -> Markup:
        return self._lignes(self._langues(p, x)) if x else Markup("")

    def contact(self, p: Redaction, x: Contact | None) -> Markup:
        return self._lignes(self._contact(p, x)) if x else Markup("")

    def en_bref(self, p: Redaction, publics: Publics | None, acces: Acces | None, cout: Cout | None) -> Markup:
        """What decides whether one can come, in one line of text: what goes without saying on a sheet is left out."""
        if acces:
            par = acces.par if acces.par == ("professionnels",) else None
            acces = acces.model_copy(update={"premiere_visite": None, "accompagnant": None, "par": par})
        if publics:
            # Families and situations that are named all the same take nothing away from anybody.
            tous = {"situations": None, "familles": None} if publics.accueil == "inconditionnel" else {}
            publics = publics.model_copy(update={**tous, "genre": None if publics.genre == "tous" else publics.genre})
        return self._a_la_suite((*(self._acces(p, acces) if acces else ()), *(self._publics(p, publics) if publics else ()),
                                 *(self._cout(p, cout) if cout else ())))

    def langues_en_bref(self, p: Redaction, x: Langues) -> Markup:
        return self._a_la_suite(self._langues(p, x.model_copy(update={"documents": None, "precision": None})))

    @staticmethod
    def _a_la_suite(faits: Iterable[Fait]) -> Markup:
        return Markup(" · ").join(Markup("{} {}").format(titre, contenu) if titre else contenu for _picto, titre, contenu in faits)

    @staticmethod
    def _lignes(faits: Iterable[Fait]) -> Markup:
        return Markup("").join(fait(picto, contenu, titre) for picto, titre, contenu in faits)

    def _publics(self, p: Redaction, x: Publics) -> Iterator[Fait]:
        _, v = self._, self._parole.directory.vocabulaire
        choisi = x.accueil in ("prioritaire", "exclusif")
        if x.accueil == "inconditionnel":
            yield "account-check", None, _(mots.ACCUEIL["inconditionnel"])
        if x.situations:
            yield "account-group", _(mots.ACCUEIL[x.accueil]) if choisi else _("Pour :"), p.termes(v.publics, x.situations)
        elif choisi and not (x.genre or x.age or x.familles or x.precision):
            yield "account-group", None, (_("Accueille d'abord certaines personnes") if x.accueil == "prioritaire"
                                          else _("Réservé à certaines personnes"))
        # Without a situation, whom a place is for stands in the lines below: the first of them says how strictly.
        reserve = _(mots.ACCUEIL[x.accueil]) if choisi and not x.situations else None
        suite: list[Fait] = []
        if x.genre:
            suite.append(("account-multiple", None, _(mots.GENRE_PUBLIC[x.genre])))
        if x.age and (dit := age(self._parole, x)):
            suite.append(("cake-variant", None, dit))
        if x.familles:
            suite.append(("human-male-female-child", None, Markup(" · ").join(_(mots.FAMILLES[f]) for f in x.familles)))
        if x.precision:
            suite.append(("information-outline", None, p.t(x.precision)))
        for n, (picto, titre, contenu) in enumerate(suite):
            yield picto, reserve if n == 0 else titre, contenu

    def _acces(self, p: Redaction, x: Acces) -> Iterator[Fait]:
        _, v = self._, self._parole.directory.vocabulaire
        for porte in x.porte or ():
            yield mots.PICTO_PORTE[porte], None, _(mots.PORTE[porte])
        if x.par:
            yield "account-voice", None, _(mots.PAR[frozenset(x.par)])
        if x.rendez_vous:
            yield "door-open" if x.rendez_vous == "sans" else "calendar-clock", None, _(mots.RENDEZ_VOUS[x.rendez_vous])
        if x.inscription:
            yield "clipboard-text-outline", None, _(mots.INSCRIPTION[x.inscription])
        if x.conditions:
            yield "clipboard-check-outline", _("Conditions :"), p.termes(v.conditions, x.conditions)
        if x.documents:
            yield "file-document-outline", _("Papiers à apporter :"), p.termes(v.documents, x.documents)
        elif x.documents is not None:
            yield "file-document-outline", None, _("Aucun papier à apporter")
        if x.premiere_visite:
            yield "human-greeting", _("La première fois :"), p.t(x.premiere_visite)
        if x.accompagnant:
            yield "account-heart-outline", None, _(mots.ACCOMPAGNANT[x.accompagnant])
        if x.animaux:
            yield "dog-side", None, _(mots.ANIMAUX[x.animaux])
        if x.delai:
            yield "timer-sand", _("Délai :"), p.t(x.delai)
        if x.duree:
            yield "calendar-range", _("Durée :"), p.t(x.duree)
        if x.precision:
            yield "information-outline", None, p.t(x.precision)

    def _cout(self, p: Redaction, x: Cout) -> Iterator[Fait]:
        dit = self._(mots.TARIF[x.tarif])
        yield "cash", None, dit + Markup(" · ") + p.t(x.precision) if x.precision else dit
        if x.aide:
            yield "hand-coin-outline", self._("Aide pour payer :"), p.t(x.aide)

    def _langues(self, p: Redaction, x: Langues) -> Iterator[Fait]:
        """Four different things, kept apart."""
        for champ, titre in mots.LANGUES.items():
            if codes := getattr(x, champ):
                yield mots.PICTO_LANGUES[champ], self._(titre), self._parole.liste(map(self._parole.nom_de_langue, codes))
        if x.precision:
            yield "information-outline", None, p.t(x.precision)

    def _contact(self, p: Redaction, x: Contact) -> Iterator[Fait]:
        for n in x.numeros:
            yield "phone", None, p.tel(n.numero) + Markup(" · ") + p.t(n.pour) if n.pour else p.tel(n.numero)
        if x.sms:
            yield "message-text-outline", self._("SMS :"), p.tel(x.sms)
        if x.prise_de_rendez_vous:
            yield "calendar-clock", None, p.dehors(x.prise_de_rendez_vous, self._("Prendre rendez-vous en ligne"))
        if x.courriel:
            yield "email-outline", None, Markup('<a href="{}"><bdi dir="ltr">{}</bdi></a>').format(
                liens.courriel(x.courriel), x.courriel)
        if x.site:
            yield "earth", None, p.dehors(x.site)


def age(parole: Parole, publics: Publics) -> Markup | None:
    """« De 16 à 25 ans », and whether that is applied to the letter."""
    a = publics.age
    if a is None or (a.min is None and a.max is None):
        return None
    if a.min is None:
        dit = parole._("Jusqu'à {max} ans", max=a.max)
    elif a.max is None:
        dit = parole._("À partir de {min} ans", min=a.min)
    else:
        dit = parole._("De {min} à {max} ans", min=a.min, max=a.max)
    if a.strict == "non":
        return parole._("{age} (âge indicatif)", age=dit)
    return parole._("{age} (âge strict)", age=dit) if a.strict == "oui" else dit
