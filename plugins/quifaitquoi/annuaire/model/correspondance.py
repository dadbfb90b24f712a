"""Our words beside those of data.inclusion v1, the national schema for this very data: one table, read by the exports.

Terms of the vocabularies carry their own match (`data_inclusion` in vocabulaire/*.yml).
"""

from __future__ import annotations

# Path of our field → (object, field) of data.inclusion. A service's own value goes to the service.
CHAMPS: dict[str, tuple[str, str]] = {
    "nom": ("structure", "nom"),
    "presentation": ("structure", "description"),
    "adresse.voie": ("structure", "adresse"),
    "adresse.complement": ("structure", "complement_adresse"),
    "adresse.code_postal": ("structure", "code_postal"),
    "adresse.commune": ("structure", "commune"),
    "identifiants.insee": ("structure", "code_insee"),
    "identifiants.siret": ("structure", "siret"),
    "contact.telephone": ("structure", "telephone"),
    "contact.courriel": ("structure", "courriel"),
    "contact.site": ("structure", "site_web"),
    "contact.prise_de_rendez_vous": ("service", "lien_mobilisation"),
    "horaires": ("structure", "horaires_accueil"),
    "verification.le": ("structure", "date_maj"),
    "services.quoi": ("service", "thematiques"),
    "services.identifiants.thematiques": ("service", "thematiques"),
    "services.nom": ("service", "nom"),
    "services.presentation": ("service", "description"),
    "services.horaires": ("service", "horaires_accueil"),
    "acces.porte": ("service", "modes_mobilisation"),
    "acces.par": ("service", "mobilisable_par"),
    "acces.conditions": ("service", "conditions_acces"),
    "acces.precision": ("service", "mobilisation_precisions"),
    "publics.situations": ("service", "publics"),
    "publics.communes": ("service", "zone_eligibilite"),
    "publics.precision": ("service", "publics_precisions"),
    "cout.tarif": ("service", "frais"),
    "cout.precision": ("service", "frais_precisions"),
    "acces.ou": ("service", "modes_accueil"),
    "genre": ("service", "modes_accueil"),
}

# Our value → theirs, for the fields whose values are fixed; None where the schema has no word for it.
VALEURS: dict[str, dict[str, str | None]] = {
    "acces.porte": {
        "se-presenter": "se-presenter", "telephoner": "telephoner", "envoyer-un-courriel": "envoyer-un-courriel",
        "utiliser-lien-mobilisation": "utiliser-lien-mobilisation", "par-le-115": None,
        "l-equipe-vient": None, "on-vous-appelle": None, "on-vous-ecrit": None, "porte-a-porte": None},
    "acces.ou": {
        "ici": "en-presentiel", "chez-vous": "en-presentiel", "lieu-neutre": "en-presentiel", "rue": "en-presentiel",
        "telephone": "a-distance", "video": "a-distance", "ecole": "en-presentiel", "entreprise": "en-presentiel",
        "hopital": "en-presentiel", "prison": "en-presentiel"},
    "acces.par": {"personnes": "usagers", "professionnels": "professionnels"},
    "cout.tarif": {"gratuit": "gratuit", "participation": "payant", "adhesion": "payant", "payant": "payant"},
    "genre": {"lieu": "en-presentiel", "equipe-mobile": "en-presentiel", "telephone": "a-distance", "en-ligne": "a-distance"},
}
