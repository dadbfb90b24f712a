"""An import of data.inclusion, beside pandas that only reads the same files. Its records are invented, in the published form."""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.measures import Mesure, mesure
from tests.bench.territory import DEPOT, MOTS, territoire

PANDAS = DEPOT / "build/reference"
LECTURE = "import sys, pandas\nfor fichier in sys.argv[1:]: pandas.read_json(fichier)"
NOMBRE, TAILLES, D_ICI = 10_000, (1_000, 10_000, 50_000), 500
PAR_STRUCTURE = 1.3  # services, as in the national file
ICI, AILLEURS = (46.33, -3.05), (48.58, 7.75)  # within Port-Exemple's rectangle, and outside it
MISE_A_JOUR = 1_790_899_200_000  # in milliseconds, as published
THEMATIQUES = ("numerique--acceder-a-une-connexion-internet", "equipement-et-alimentation--alimentation",
               "lecture-ecriture-calcul--maitriser-le-francais", "logement-hebergement--acheter-un-logement",
               "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives")
HEURES = ("Mo-Fr 09:00-12:00,14:00-17:30; PH off", 'Mo 08:00-18:00 open "Sans rendez-vous"; PH off', "Mo-Fr 09:00-17:00", None,
          "PH off")


def lignes(ligne: Callable[..., None], quifaitquoi: list[str]) -> None:
    """What it costs where every place comes in, and its memory as the file grows around the few places of one town."""
    with tempfile.TemporaryDirectory(prefix="quifaitquoi-inclusion-") as dossier:
        ici = Path(dossier)
        fichiers = publies(NOMBRE, ici / "tous")
        importe, lus = _importe(fichiers, ici / "port", quifaitquoi), _pandas(fichiers)
        ligne(f"import de {NOMBRE} services de data.inclusion", f"{importe.processeur:.1f} s",
              f"de processeur, pandas les lit en {lus.processeur:.1f} s",
              f"{importe.processeur / NOMBRE * 1000:.1f} ms par service")
        ligne("", f"{importe.memoire:.0f} Mio", f"pandas {lus.memoire:.0f} Mio",
              f"{importe.memoire / lus.memoire:.2f} de la sienne")
        petit = None
        for taille in TAILLES:
            fichiers = publies(taille, ici / f"{taille}", D_ICI)
            importe, lus = _importe(fichiers, ici / f"port-{taille}", quifaitquoi), _pandas(fichiers)
            petit = petit or importe.memoire
            ligne(f"import de {D_ICI} services parmi {taille}", f"{importe.memoire:.0f} Mio", f"pandas {lus.memoire:.0f} Mio",
                  f"{importe.memoire / petit:.2f} de celle de {TAILLES[0]} (but : 1,1 au plus)")


def _importe(fichiers: list[Path], port: Path, quifaitquoi: list[str]) -> Mesure:
    # What is refused is written into build/ of the folder where one is.
    return mesure(*quifaitquoi, "import", "data-inclusion", *fichiers, "--dans", territoire(0, port), cwd=port.parent)


def _pandas(fichiers: list[Path]) -> Mesure:
    return mesure("env", f"PYTHONPATH={PANDAS}", sys.executable, "-c", LECTURE, *fichiers)


def publies(nombre: int, vers: Path, ici: int | None = None, graine: int = 1) -> list[Path]:
    """The files of structures and of so many services; about `ici` of these are in Port-Exemple, all of them if None."""
    vers.mkdir(parents=True)
    structures, part = round(nombre / PAR_STRUCTURE), 1.0 if ici is None else ici / nombre
    siens = lambda nom, rang: random.Random(f"{graine} {nom} {rang}")
    lieux = lambda rang: _lieu(siens("lieu", rang), rang, part)
    par_nom = {"structures": (_structure(siens("structure", n), n, lieux(n)) for n in range(structures)),
               # In another order than their structures.
               "services": (_service(siens("service", n), n, de := n * 7919 % structures, lieux(de)) for n in range(nombre))}
    return [_ecrit(vers / f"{nom}-inclusion-2026-11-01.json", tous) for nom, tous in par_nom.items()]


def _ecrit(fichier: Path, tous: Iterator[dict]) -> Path:
    with fichier.open("w", encoding="utf-8") as flux:
        for rang, un in enumerate(tous):
            flux.write(("," if rang else "[") + json.dumps(un, ensure_ascii=False))
        flux.write("]")
    return fichier


def _lieu(hasard: random.Random, rang: int, part: float) -> dict:
    latitude, longitude = ICI if hasard.random() < part else AILLEURS
    return {"commune": "Port-Exemple", "code_postal": "99340", "code_insee": "99001", "adresse": f"{rang} rue du Sel",
            "complement_adresse": None, "longitude": longitude + hasard.uniform(-0.02, 0.02),
            "latitude": latitude + hasard.uniform(-0.02, 0.02), "telephone": f"+3326191{rang % 10_000:04}"}


def _structure(hasard: random.Random, rang: int, lieu: dict) -> dict:
    return {"id": f"dora--{rang}", "siret": None, "nom": f"{_mots(hasard, 3).capitalize()} {rang}", **lieu,
            "courriel": f"accueil@lieu-{rang}.example.org", "site_web": f"https://lieu-{rang}.example.org/",
            "description": _phrases(hasard, 12), "source": "dora", "date_maj": MISE_A_JOUR,
            "lien_source": f"https://dora.example.org/{rang}", "horaires_accueil": hasard.choice(HEURES),
            "accessibilite_lieu": None, "reseaux_porteurs": None}


def _service(hasard: random.Random, rang: int, de: int, lieu: dict) -> dict:
    return {"id": f"dora--service-{rang}", "structure_id": f"dora--{de}", "source": "dora",
            "nom": f"{_mots(hasard, 4).capitalize()} {rang}", "conditions_acces": _phrases(hasard, 2),
            "description": _phrases(hasard, 12), "type": "accompagnement", "thematiques": hasard.sample(THEMATIQUES, 2),
            "frais": hasard.choice(("gratuit", None)), "frais_precisions": None,
            "publics": hasard.choice((["tous-publics"], ["etudiants", "seniors"])), "publics_precisions": _phrases(hasard, 1),
            **lieu, "horaires_accueil": None, "lien_source": f"https://dora.example.org/services/{rang}", "courriel": None,
            "contact_nom_prenom": None, "date_maj": MISE_A_JOUR, "lien_mobilisation": None,
            "mobilisable_par": ["usagers", "professionnels"], "mobilisation_precisions": _phrases(hasard, 1),
            "modes_accueil": ["en-presentiel"], "modes_mobilisation": ["telephoner", "se-presenter"], "zone_eligibilite": ["99001"],
            "volume_horaire_hebdomadaire": None, "nombre_semaines": None, "score_qualite": 0.8}


def _mots(hasard: random.Random, combien: int) -> str:
    return " ".join(hasard.choices(MOTS, k=combien))


def _phrases(hasard: random.Random, combien: int) -> str:
    return " ".join(f"{_mots(hasard, 12).capitalize()}." for _ in range(combien))
