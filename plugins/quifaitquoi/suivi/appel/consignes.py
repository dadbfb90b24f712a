"""What is said and done around the questions, on paper and on screen alike."""

from __future__ import annotations

from quifaitquoi.suivi.appel.feuille import Feuille

CONSIGNES = (
    "Lisez à voix haute ce que nous croyons, puis cochez : oui si c'est juste, non si c'est faux, et écrivez la "
    "correction. Une ligne vide veut dire « nous ne savons pas ».",
    "Ne devinez rien. Si la personne ne sait pas, laissez vide et passez à la suite.",
    "Notez la date et votre rôle. Jamais de nom, ni le vôtre, ni celui de la personne qui répond ; pas de portable ni de "
    "courriel personnel.",
    "N'écrivez rien sur les personnes accueillies.",
    "Personne ne répond ? Essayez un autre jour, à une autre heure, avant de conclure que c'est fermé.",
)
CONSEILS = {
    "À appeler": "Un seul appel suffit pour toutes les fiches d'un même cadre.",
    "À visiter ou à écrire": "Nous n'avons pas de téléphone : passez, écrivez, ou cherchez un numéro de standard à noter ici.",
    "Numéros d'urgence : ne pas appeler": "N'occupez jamais ces lignes. Vérifiez sur leur site officiel, ou en écrivant à "
                                          "l'organisme, et notez ce que vous trouvez.",
}
RELAIS = "Feuilles à remplacer"
CONSEIL_DES_RELAIS = ("Les feuilles affichées dans ces lieux sont là depuis trop longtemps : apportez-en de nouvelles, puis notez "
                      "le jour dans relais.yml.")


def presentation(feuille: Feuille) -> str:
    """The sentence to begin a call with."""
    return (f"Bonjour, c'est pour l'annuaire « {feuille.annuaire} ». Il aide les gens d'ici à trouver où aller, "
            "quand et comment. Vous y êtes. Est-ce que je peux vérifier avec vous ce que nous avons écrit ? Cela prend "
            "cinq minutes. Je ne note le nom de personne.")


def conclusion() -> str:
    return "Merci ! Y a-t-il autre chose que les gens devraient savoir avant de venir ?"
