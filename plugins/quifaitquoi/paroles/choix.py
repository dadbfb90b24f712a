"""Which record says the values of a field that is chosen from a few: by the model and the name of the field."""

from __future__ import annotations

from collections.abc import Mapping

from quifaitquoi.annuaire.model.accueil import Acces, Age, Cout, Langues, Publics
from quifaitquoi.annuaire.model.confiance import Etat, Verification
from quifaitquoi.annuaire.model.equipe import Metier, Pairs
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.lieu import Accessibilite, Adresse, AdresseProvisoire
from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.valeurs import Valeur

CHOIX: dict[tuple[type, str], Mapping[str, Valeur]] = {
    (Acces, "porte"): valeurs.PORTE, (Acces, "oriente_par"): valeurs.ORIENTE_PAR, (Acces, "ou"): valeurs.OU,
    (Acces, "par"): {un: dite for (un, *autres), dite in valeurs.PAR.items() if not autres},
    (Acces, "ouvert_a"): valeurs.OUVERT_A, (Acces, "rendez_vous"): valeurs.RENDEZ_VOUS,
    (Acces, "inscription"): valeurs.INSCRIPTION, (Acces, "accompagnant"): valeurs.ACCOMPAGNANT,
    (Acces, "vous_accompagne"): valeurs.VOUS_ACCOMPAGNE, (Acces, "secret"): valeurs.SECRET,
    (Acces, "consommation"): valeurs.CONSOMMATION, (Acces, "traitement_de_substitution"): valeurs.SUBSTITUTION,
    (Acces, "animaux"): valeurs.ANIMAUX, (Acces, "a_la_sortie"): valeurs.A_LA_SORTIE,
    (Acces, "delai_environ"): valeurs.DELAI, (Acces, "duree_environ"): valeurs.DUREE,
    (Acces, "renouvelable"): valeurs.RENOUVELABLE,
    **{(Accessibilite, nom): valeurs.OUI_NON for nom in valeurs.ACCESSIBILITE},
    (Adresse, "precision"): valeurs.PRECISION, (AdresseProvisoire, "precision"): valeurs.PRECISION,
    (Age, "strict"): {un: valeurs.OUI_NON[un] for un in ("oui", "non")}, (Cout, "tarif"): valeurs.TARIF,
    (Etat, "statut"): valeurs.ETAT, (Fiche, "genre"): valeurs.GENRE,
    (Fiche, "pour_les_professionnels"): valeurs.POUR_LES_PROFESSIONNELS,
    (Langues, "interprete_delai"): valeurs.INTERPRETE_DELAI, (Metier, "metier"): valeurs.METIER,
    (Pairs, "vecu"): valeurs.VECU, (Publics, "accueil"): valeurs.ACCUEIL, (Publics, "genre"): valeurs.GENRE_PUBLIC,
    (Publics, "familles"): valeurs.FAMILLES, (Publics, "sans_separer"): valeurs.SANS_SEPARER,
    (Verification, "comment"): valeurs.COMMENT,
}
