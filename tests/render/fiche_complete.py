"""A fiche of which everything that a reader asks is known."""

COMPLETE = {
    "presentation": "Un lieu ouvert.", "organisme": "ville", "adresse": {"voie": "3 rue des Exemples", "commune": "Essai"},
    "horaires": {"lundi": "9h-12h"}, "langues": {"parlees": ["fr", "ar"]}, "publics": {"accueil": "inconditionnel"},
    "acces": {"rendez_vous": "sans", "documents": "aucun"}, "cout": "gratuit", "contact": {"telephone": "02 61 91 00 01"},
    "verification": {"le": "2026-10-02", "comment": "telephone", "par": "equipe"},
}
