"""What a field is called, for « à confirmer », « nous ne savons pas encore », sources and what changed."""

from __future__ import annotations

import re

from quifaitquoi.langues.marques import N_

CHAMPS = {
    "nom": N_("nom"),
    "autres_noms": N_("autres noms"),
    "genre": N_("quelle sorte de service c'est"),
    "ne_fait_pas": N_("ce que ce lieu ne fait pas"),
    "organisme": N_("organisme"),
    "presentation": N_("présentation"),
    "adresse": N_("adresse du lieu"),
    "adresse_provisoire": N_("adresse provisoire"),
    "tournee": N_("tournée"),
    "secteur": N_("secteur"),
    "horaires": N_("horaires"),
    "fermetures": N_("fermetures"),
    "complet": N_("places disponibles"),
    "langues": N_("langues"),
    "publics": N_("pour qui"),
    "pairs": N_("des gens qui sont passés par là"),
    "equipe": N_("métiers de l'équipe"),
    "prochaines_dates": N_("prochaines dates"),
    "pour_les_professionnels": N_("pour les professionnels"),
    "acces": N_("comment entrer"),
    "cout": N_("prix"),
    "contact": N_("contact"),
    "contact.telephone": N_("téléphone"),
    "contact.courriel": N_("courriel"),
    "contact.site": N_("site internet"),
    "accessibilite": N_("accessibilité"),
    "services": N_("services"),
    "etat": N_("état"),
    "acces.documents": N_("papiers à apporter"),
    "acces.rendez_vous": N_("rendez-vous"),
    "adresse.voie": N_("rue"),
    "adresse.position": N_("position sur la carte"),
    "adresse.y_aller": N_("comment y aller"),
    "acces.porte": N_("comment prendre contact"),
    "adresse.code_postal": N_("code postal"),
    "adresse.commune": N_("commune"),
    "acces.conditions": N_("conditions"),
    "acces.oriente_par": N_("qui peut envoyer quelqu'un"),
    "acces.ou": N_("où ça se passe"),
    "acces.sans_exiger": N_("ce qui n'est pas demandé"),
    "publics.accueil": N_("conditions d'accueil"),
    "publics.age": N_("âge"),
    "publics.communes": N_("communes où il faut habiter"),
}


def nom_du_champ(champ: str) -> str:
    """The name of a field, or of the nearest thing that holds it: « contact.telephone.0 » is « téléphone »."""
    # « services[2].horaires » are hours: which service has them shows beside it.
    entier = re.sub(r"\[\d+\]", "", champ)
    parts = entier.removeprefix("services.").split(".")
    for fin in range(len(parts), 0, -1):
        if nom := CHAMPS.get(".".join(parts[:fin])):
            return nom
    return CHAMPS.get(entier.partition(".")[0], champ)
