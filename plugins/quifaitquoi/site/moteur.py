"""The templates and what they can call. Everything is escaped unless this package made it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from quifaitquoi.langues.typographie import majuscule
from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.champs import nom_du_champ
from quifaitquoi.site import liens
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.faits import Faits
from quifaitquoi.site.icones import icone
from quifaitquoi.site.regles import REGLES

SITE = Path(__file__).parent
# Each page has its template beside it; what several share is in gabarits/.
TEMPLATES = [SITE / "gabarits", *sorted(dossier for dossier in (SITE / "pages").iterdir() if dossier.is_dir())]
# What the lines of a template leave behind. Never the spaces that typography puts in a sentence.
_MARGES = " \t"
PICTO_CONFIANCE = {"verifiee": "check-circle-outline", "perimee": "clock-alert-outline", "lue": "book-open-outline"}


def sans_marges(html: str) -> str:
    """Without empty lines, and how far the others stand in: every visitor would pay for it. What is shown as typed stays."""
    if "<pre" in html or "\n" not in html:
        return html
    premiere, *lignes, derniere = html.split("\n")  # four times as fast as a regular expression
    pleines = [nue for ligne in lignes if (nue := ligne.strip(_MARGES))]
    return "\n".join([premiere.rstrip(_MARGES), *pleines, derniere.lstrip(_MARGES)])


class _DejaCompiles(BytecodeCache):
    """Templates are compiled once for all languages of a process."""

    codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.codes:
            bucket.bytecode_from_string(self.codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[bucket.key] = bucket.bytecode_to_string()


class _Connus(dict):
    """What a function said for each text, worked out at its first use."""

    def __init__(self, dire: Callable[[str], Markup]):
        super().__init__()
        self._dire = dire

    def __missing__(self, cle: str) -> Markup:
        dit = self[cle] = self._dire(cle)
        return dit


class _Constantes(NodeTransformer):
    """Turns `_("…")` and `icone("…")` into a look-up: a page has a hundred of them, and a call from a template is slow."""

    def visit_Call(self, appel: nodes.Call) -> nodes.Node:
        self.generic_visit(appel)
        seul = len(appel.args) == 1 and not (appel.kwargs or appel.dyn_args or appel.dyn_kwargs)
        if seul and isinstance(appel.node, nodes.Name) and appel.node.name in ("_", "icone") and isinstance(
                appel.args[0], nodes.Const):
            return nodes.Getitem(nodes.Name(f"connus{appel.node.name}", "load"), appel.args[0], "load")
        return appel


class _Environnement(Environment):
    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return _Constantes().visit(super()._parse(source, name, filename))


class Moteur:
    """Renders the templates in one language."""

    def __init__(self, parole: ParoleEnPage):
        # One environment per language: macros are imported once and see the words of their language.
        self._env = _Environnement(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, auto_reload=False,
            trim_blocks=True, lstrip_blocks=True, bytecode_cache=_DejaCompiles())
        self._env.filters["majuscule"] = majuscule
        self._env.globals.update(
            connus_=_Connus(parole.entre_balises),
            connusicone=_Connus(icone),
            _=parole.entre_balises,
            n_=parole.n_,
            date=parole.date,
            heures=parole.heures,
            liste=parole.liste,
            fr=parole.marque,
            langue=parole.langue,
            annuaire=parole.annuaire,
            vocabulaire=parole.directory.vocabulaire,
            icone=icone,
            valeurs=valeurs,
            courriel=liens.courriel,
            correction=liens.correction,
            picto_confiance=PICTO_CONFIANCE,
            faits=Faits(parole),
            regles=REGLES,
            champs_de=lambda champs: [parole._(nom) for nom in dict.fromkeys(map(nom_du_champ, champs))],
        )

    def compiler(self) -> None:
        for nom in self._env.list_templates(extensions=["html"]):
            self._env.get_template(nom)

    def rendre(self, modele: str, p: Redaction, **valeurs: object) -> Markup:
        return Markup(sans_marges(self._env.get_template(modele).render(p=p, **valeurs)))
