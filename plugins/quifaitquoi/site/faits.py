"""Facts as the lines of a list: a pictogram, then few words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from quifaitquoi.annuaire.model.accueil import Acces, Cout, Langues, Publics
from quifaitquoi.annuaire.model.dates import DateAnnoncee
from quifaitquoi.annuaire.model.equipe import Metier, Pairs
from quifaitquoi.annuaire.model.fiche import Service
from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.paroles.acces import acces
from quifaitquoi.paroles.accueil import cout, publics
from quifaitquoi.paroles.contact import contact
from quifaitquoi.paroles.dates import prochaines_dates
from quifaitquoi.paroles.equipe import equipe, pairs
from quifaitquoi.paroles.langues_parlees import langues
from quifaitquoi.paroles.professionnels import pour_les_professionnels
from quifaitquoi.paroles.segments import VA_DE_SOI, Fait, a_la_suite, ecrit
from quifaitquoi.paroles.service import du_service
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.icones import icone


class Faits:
    """The facts of one language, as templates ask for them."""

    def __init__(self, parole: ParoleEnPage):
        self._parole = parole.en_texte

    def publics(self, p: Redaction, x: Publics | None) -> Markup:
        return _lignes(p, publics(self._parole, x))

    def pairs(self, p: Redaction, x: Pairs | None) -> Markup:
        return _lignes(p, pairs(self._parole, x))

    def equipe(self, p: Redaction, x: tuple[Metier, ...] | None) -> Markup:
        return _lignes(p, equipe(self._parole, x))

    def prochaines_dates(self, p: Redaction, x: tuple[DateAnnoncee, ...] | None, jour: date) -> Markup:
        return _lignes(p, prochaines_dates(self._parole, x, jour))

    def pour_les_professionnels(self, p: Redaction, x: tuple[str, ...] | None) -> Markup:
        return _lignes(p, pour_les_professionnels(self._parole, x))

    def acces(self, p: Redaction, x: Acces | None) -> Markup:
        return _lignes(p, acces(self._parole, x))

    def cout(self, p: Redaction, x: Cout | None) -> Markup:
        return _lignes(p, cout(self._parole, x))

    def langues(self, p: Redaction, x: Langues | None) -> Markup:
        return _lignes(p, langues(self._parole, x))

    def contact(self, p: Redaction, x: Contact | None) -> Markup:
        return _lignes(p, contact(self._parole, x))

    def du_service(self, p: Redaction, x: Service, jour: date) -> Markup:
        return _lignes(p, du_service(self._parole, x, jour))

    def telephones(self, p: Redaction, x: Contact, de: str) -> Markup:
        """The numbers of one service, told apart from those of the whole place."""
        return _lignes(p, (f._replace(segments=a_la_suite((f.segments, ecrit(de)))) for f in contact(self._parole, x) if
                           f.champ == "contact.telephone"))


def d_un_trait(p: Redaction, faits: Iterable[Fait]) -> Markup:
    """Facts on one line of text, without what goes without saying on paper."""
    dits = (f for f in faits if f.poids != VA_DE_SOI)
    return Markup(" · ").join(
        Markup(f"{p.parole.mot(f.titre)} {p.dit(f.segments)}") if f.titre else p.dit(f.segments) for f in dits)


def _lignes(p: Redaction, faits: Iterable[Fait]) -> Markup:
    return Markup("".join([_ligne(p, fait) for fait in faits]))


def _ligne(p: Redaction, fait: Fait) -> Markup:
    tete = f"<b>{p.parole.mot(fait.titre)}</b> " if fait.titre else ""
    return Markup(f"<li>{icone(fait.picto)}<div>{tete}{p.dit(fait.segments)}</div></li>\n")
