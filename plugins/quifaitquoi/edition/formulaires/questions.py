"""What the form « Corriger une fiche » asks, for whoever has no account on the forge."""

from __future__ import annotations

from quifaitquoi.langues.marques import N_

# The questions of the form « Corriger une fiche » (.github/ISSUE_TEMPLATE/corriger.yml), for a message; a test holds them together.
CORRIGER = {
    "horaires": N_("Les bons horaires"), "telephone": N_("Le bon téléphone"), "site": N_("Le bon site web"),
    "voie": N_("Le bon numéro et la bonne rue"), "code_postal": N_("Le bon code postal"), "commune": N_("La bonne ville"),
    "langues": N_("Les langues qu'on y parle"), "presentation": N_("Une meilleure présentation"),
    "remarque": N_("Autre chose à corriger"), "source": N_("D'où le savez-vous ?"),
}
# Never asked about a place whose address is withheld.
CORRIGER_OU = frozenset({"voie", "code_postal"})
