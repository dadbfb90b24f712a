"""Which program a repository names: where it is from and at which version, as requirements.txt and the workflows write it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, version

from quifaitquoi.base import git
from quifaitquoi.base.fourni import depot
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible

NOM = "quifaitquoi"
ADRESSE = re.compile(r"(?:https|file)://[\w.~/:%-]+")
# « git+https://forge/equipe/quifaitquoi@<revision>#egg=quifaitquoi  # v0.1.0 », or « quifaitquoi==0.1.0 » of a registry. Not
# « quifaitquoi @ git+… »: pip refuses that form for a repository on the same machine.
EPINGLE = re.compile(rf"^(?:{NOM}[ \t]*==[ \t]*(?P<nue>[\w.+-]+)|git\+(?P<adresse>\S+?)@(?P<revision>[\w./-]+)#egg={NOM})"
                     r"(?:[ \t]+#[ \t]*v?(?P<version>[\w.+-]+))?[ \t]*$", re.M)


@dataclass(frozen=True)
class Programme:
    """`adresse` of its git repository and `revision` (40 hexadecimal digits); both empty where nothing says where it is from."""

    version: str
    adresse: str = ""
    revision: str = ""

    def __post_init__(self) -> None:
        if self.adresse and not ADRESSE.fullmatch(self.adresse):
            raise Refus(f"« {visible(self.adresse)} » n'est pas l'adresse d'un dépôt git. Exemple : https://forge.example.org/equipe/quifaitquoi")

    @property
    def exigence(self) -> str:
        """The line of requirements.txt. A revision of git is a digest of all that it holds: it is the hash."""
        if self.adresse:
            return f"git+{self.adresse}@{self.revision}#egg={NOM}  # v{self.version}"
        return f"{NOM}=={self.version}"

    @property
    def nom_du_depot(self) -> str:
        """« equipe/quifaitquoi », as the forge's workflows name it; empty where it is not known."""
        lu = re.fullmatch(r"https://[^/]+/([\w.-]+/[\w.-]+?)(?:\.git)?/?", self.adresse)
        return lu[1] if lu else ""


def celui_ci() -> Programme:
    """The program that runs: what pip noted of where it came from, or the repository of its checkout."""
    numero = version(NOM)
    if racine := depot():
        adresse, revision = git.origine(racine)
    else:
        adresse, revision = _note_par_pip()
    # An address that only this machine knows, or that holds a password, is no use to others.
    return Programme(numero, adresse, revision) if ADRESSE.fullmatch(adresse) and revision else Programme(numero)


def _note_par_pip() -> tuple[str, str]:
    try:
        note = json.loads(distribution(NOM).read_text("direct_url.json") or "{}")
        return note["url"], note["vcs_info"]["commit_id"]
    except (PackageNotFoundError, KeyError, ValueError, TypeError):
        return "", ""


def demande(ecrit: str) -> Programme:
    """« https://…/quifaitquoi@v0.2.0 », as somebody types it. Asks the repository which revision that is; raises Refus."""
    adresse, _, etiquette = ecrit.rpartition("@") if "@" in ecrit.rpartition("/")[2] else (ecrit, "", "")
    connu = Programme("0", adresse)
    trouvee = git.etiquettes(connu.adresse)
    choisie = etiquette or derniere(trouvee)
    if choisie not in trouvee:
        raise Refus(f"« {visible(etiquette or 'v…')} » n'est pas une version de ce dépôt. Connues : "
                    f"{', '.join(sorted(trouvee, key=rang)[-5:]) or 'aucune'}")
    return Programme(choisie.removeprefix("v"), adresse, trouvee[choisie])


def lire(texte: str) -> Programme | None:
    """The program that this requirements.txt names."""
    lu = EPINGLE.search(texte)
    if lu is None:
        return None
    return Programme(lu["version"] or lu["nue"] or "0", lu["adresse"] or "", lu["revision"] or "")


def poser(texte: str, avant: Programme, apres: Programme) -> str:
    """A text of the repository with `apres` wherever it named `avant`: requirements.txt, workflows."""
    texte = EPINGLE.sub(lambda _: apres.exigence, texte)
    if not avant.nom_du_depot or not apres.nom_du_depot:
        return texte
    return re.sub(rf"(?<![\w./-]){re.escape(avant.nom_du_depot)}(/\.github/workflows/[\w.-]+@)[\w./-]+([ \t]+#[ \t]*v?[\w.+-]+)?",
                  lambda lu: f"{apres.nom_du_depot}{lu[1]}{apres.revision} # v{apres.version}", texte)


def rang(etiquette: str) -> tuple[int, ...]:
    """Versions in their order: v0.10.0 follows v0.9.0."""
    return tuple(int(nombre) for nombre in re.findall(r"\d+", etiquette))


def derniere(etiquettes: dict[str, str]) -> str:
    """The newest version among these tags; empty where there is none. Those that try something (« v1.0rc1 ») are left out."""
    versions = [nom for nom in etiquettes if re.fullmatch(r"v?\d+(\.\d+)*", nom)]
    return max(versions, key=rang, default="")
