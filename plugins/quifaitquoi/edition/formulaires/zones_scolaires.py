"""In which school zone a territory of France is, from its département: what a new one needs for « quifaitquoi vacances ».

Which académies each zone has, the Ministry says with each calendar (arrêté du 15 décembre 2020, MENE2032706A, as before and since);
which départements an académie has is in the code de l'éducation, article R. 222-2. No date is known here.
"""

from __future__ import annotations

import re
from typing import get_args

from quifaitquoi.annuaire.model.vacances import ZoneScolaire
from quifaitquoi.base.texte import sans_accents, visible
from quifaitquoi.edition.reponses.comprendre import Incompris

DEPARTEMENTS: dict[str, dict[str, str]] = {
    "A": {"Besançon": "25 39 70 90", "Bordeaux": "24 33 40 47 64", "Clermont-Ferrand": "03 15 43 63", "Dijon": "21 58 71 89",
          "Grenoble": "07 26 38 73 74", "Limoges": "19 23 87", "Lyon": "01 42 69", "Poitiers": "16 17 79 86"},
    "B": {"Aix-Marseille": "04 05 13 84", "Amiens": "02 60 80", "Lille": "59 62", "Nancy-Metz": "54 55 57 88",
          "Nantes": "44 49 53 72 85", "Nice": "06 83", "Normandie": "14 27 50 61 76", "Orléans-Tours": "18 28 36 37 41 45",
          "Reims": "08 10 51 52", "Rennes": "22 29 35 56", "Strasbourg": "67 68"},
    "C": {"Créteil": "77 93 94", "Montpellier": "11 30 34 48 66", "Paris": "75", "Toulouse": "09 12 31 32 46 65 81 82",
          "Versailles": "78 91 92 95"},
    "corse": {"Corse": "20 2A 2B"},
}
# Saint-Barthélemy and Saint-Martin are in no zone of the Ministry's list.
OUTRE_MER = {"GP": "guadeloupe", "GF": "guyane", "MQ": "martinique", "YT": "mayotte", "NC": "nouvelle-caledonie", "PF": "polynesie",
             "RE": "reunion", "PM": "saint-pierre-et-miquelon", "WF": "wallis-et-futuna"}
PAR_DEPARTEMENT = {departement: zone for zone, academies in DEPARTEMENTS.items() for siens in academies.values()
                   for departement in siens.split()}


def zone_scolaire(texte: str) -> ZoneScolaire:
    """The zone that is meant by a département (« 67 »), a postcode, or its own name. Raises Incompris."""
    dit = sans_accents(texte.strip()).upper()
    if dit.removeprefix("ZONE ") in {zone.upper() for zone in get_args(ZoneScolaire)}:
        nom = dit.removeprefix("ZONE ")
        return nom if len(nom) == 1 else nom.lower()
    if re.fullmatch(r"\d|2[AB]|\d\d(\d{3})?", dit) and (zone := PAR_DEPARTEMENT.get(dit.zfill(2)[:2])):
        return zone
    raise Incompris(f"« {visible(texte)} » n'est ni un département, ni un code postal, ni une zone. Exemples : 67, 2A, 44000, B")
