"""Every word that the browser writes, in one language. `{heure}` and the like are filled in there."""

from __future__ import annotations

from functools import lru_cache

from quifaitquoi.langues import Langue
from quifaitquoi.langues.ecritures import dates, mot, nombres
from quifaitquoi.langues.marques import N_, NN_
from quifaitquoi.langues.mots_tapes import denombres, moments, mots_vides, pareils, pesants
from quifaitquoi.site.pages.trouver.unites import CONDITIONS

# Whether it is open: cards and the fiches' pages say it alike.
STATUT = {
    "ouvert": N_("Ouvert, ferme à {heure}"),
    "ouvert_demain": N_("Ouvert, ferme demain à {heure}"),
    "ouvert_jour": N_("Ouvert, jusqu'à {jour} {heure}"),
    "ouvert_toujours": N_("Ouvert jour et nuit"),
    "ferme_heure": N_("Fermé, ouvre à {heure}"),
    "ferme_demain": N_("Fermé, ouvre demain à {heure}"),
    "ferme_jour": N_("Fermé, ouvre {jour} à {heure}"),
    "ferme_date": N_("Fermé, ouvre le {date} à {heure}"),
    "ferme": N_("Fermé, prochaine ouverture inconnue"),
    "rendez_vous": N_("Sur rendez-vous"),
    "rendez_vous_heure": N_("Sur rendez-vous, jusqu'à {heure}"),
    "ferme_rendez_vous_heure": N_("Fermé, sur rendez-vous à {heure}"),
    "ferme_rendez_vous_demain": N_("Fermé, sur rendez-vous demain"),
    "ferme_rendez_vous_demain_heure": N_("Fermé, sur rendez-vous demain à {heure}"),
    "ferme_rendez_vous_jour": N_("Fermé, sur rendez-vous {jour}"),
    "ferme_rendez_vous_jour_heure": N_("Fermé, sur rendez-vous {jour} à {heure}"),
    "ferme_rendez_vous_date": N_("Fermé, sur rendez-vous le {date}"),
    "ferme_rendez_vous_date_heure": N_("Fermé, sur rendez-vous le {date} à {heure}"),
    "a_confirmer": N_("Horaires à confirmer ce jour-là"),
    "inconnu": N_("Inconnu : ces pages sont trop anciennes pour le dire"),
    "perimes": N_("Horaires à revérifier (c'était prévu le {jour})"),
    "perimes_appelez": N_("Horaires à revérifier (c'était prévu le {jour}), appelez"),
    "condition": N_("{statut} ({condition})"),
}
# What cards say beside it.
CARTES = {
    "sans_horaires": N_("Horaires inconnus"),
    "aujourdhui": N_("Aujourd'hui : {heures}"),
    "ce_jour": N_("{jour} : {heures}"),
    "plage": N_("{heure_debut} – {heure_fin}"),
    "virgule": N_(", "),
}

# What the browser calls the filters by a condition.
FILTRES = {"sans_rendez_vous": "rendez_vous", "gratuit": "tarif", "plain_pied": "plain_pied", "animaux": "animaux",
           "secret": "secret", "accompagne": "vous_accompagne", "chez_vous": "chez_vous", "video": "video",
           "telephone": "telephone"}
# Of the list, the form and the map.
TROUVER = {
    "complet": N_("Plus de place"),
    "rien": N_("Nous ne connaissons pas d'adresse qui réunit tout cela."),
    "essayez": N_("En enlevant un choix :"),
    "enlever": N_("Enlever : {filtre}"),
    "tout_enlever": N_("Tout enlever"),
    "mot_inconnu": N_("Nous ne connaissons pas « {mot} ». Essayez un autre mot, ou choisissez plus bas."),
    "vide": N_("{besoin} : pas encore d'adresse"),
    "vide_page": N_("Tout savoir sur ce besoin"),
    "vide_qui": N_("Demandez à :"),
    "vide_voisins": N_("Dans le même genre, il y a des adresses :"),
    "a_appeler": N_("À appeler d'abord"),
    "vouliez_vous": N_("Nous ne connaissons pas « {mot} ». Vouliez-vous dire :"),
    "resultats_de": N_("Adresses pour « {mot} »"),
    "toutes": N_("Toutes les adresses"),
    "mots_voisins": N_("Aucune adresse n'a tous ces mots. Voici celles qui en ont une partie."),
    "le_plus_proche": N_("Le plus proche de ce que vous cherchez"),
    "plus": N_("Montrer la suite"),
    "distance_m": N_("à {n} m"),
    "distance_km": N_("à {n} km"),
    "environ_m": N_("à environ {n} m"),
    "environ_km": N_("à environ {n} km"),
    "pres_de": N_("Près de {lieu}"),
    "pres_d_une_rue": N_("Près de {lieu} (à peu près)"),
    "pres_de_moi": N_("Près de moi"),
    "lieu_inconnu": N_("Nous ne connaissons pas « {lieu} ». Essayez un arrêt, une place ou un quartier."),
    "position_refusee": N_("Votre appareil n'a pas donné sa position. Écrivez plutôt un arrêt, une place ou un quartier."),
    "position_cherchee": N_("Recherche de votre position …"),
    "position_trouvee": N_("Classé du plus proche au plus loin. Votre position reste dans votre appareil."),
    "lien_casse": N_("Une partie de ce lien n'existe pas ou n'existe plus : {morceaux}. Le reste est gardé."),
    "moment_passe": N_("Cette date est passée ou trop lointaine : nous ne savons pas ce qui sera ouvert."),
    "ouvert_maintenant": N_("Ouvert maintenant"),
    "ouvert_aujourdhui": N_("Ouvert aujourd'hui"),
    "aujourdhui_court": N_("Aujourd'hui"),
    "ouvert_moment": N_("Ouvert {quand}"),
    # A filter is called what the cards that it keeps say.
    **{cle: CONDITIONS[nom].dites[CONDITIONS[nom].filtre[0]] for cle, nom in FILTRES.items()},
    "langue_parlee": N_("On y parle : {langue}"),
    "langues": N_("Langues :"),
    "parle": N_("parle {langue}"),
    "y_aller": N_("Y aller"),
    "adresse_non_publiee": N_("Adresse non publiée"),
    "pour": N_("Pour : {public}"),
    "mot": N_("« {mot} »"),
    "tous_besoins": N_("Tous les besoins"),
    "toutes_langues": N_("Toutes les langues"),
    "tous_publics": N_("Tout le monde"),
    "pas_de_la_rue": N_("On n'y entre pas de la rue"),
    "peu_importe": N_("Peu importe"),
    "pairs": N_("Quelqu'un qui est passé par là : {quoi}"),
    "choix": N_("{nom} ({n})"),
    "dont": N_("{resultats}, dont {ouverts}"),
    "carte_vide": N_("Aucune adresse à montrer sur la carte."),
    "carte_absente": N_("La carte ne peut pas s'ouvrir ici. Tout est dans la liste."),
    "sans_position": N_("Ce lieu n'est pas sur la carte"),
    "synonymes_gratuit": N_("gratuite, sans payer, pas cher"),
    "synonymes_sans_rendez_vous": N_("rdv, venir directement"),
    "synonymes_plain_pied": N_("fauteuil roulant, poussette, accessible, handicap"),
    "synonymes_animaux": N_("chien, chat, animal"),
    "apres_avoir_bu": N_("Même après avoir bu"),
    "synonymes_apres_avoir_bu": N_("en ayant bu, ivre, alcoolisé"),
    "synonymes_secret": N_("confidentiel, discret, mes parents ne doivent pas savoir, sans que mes parents le sachent, "
                           "sans le dire à mes parents"),
    "synonymes_accompagne": N_("accompagnement physique, venir avec moi, tiers de confiance"),
    "synonymes_chez_vous": N_("à domicile, à la maison, visite à domicile"),
    "synonymes_video": N_("visio, téléconsultation, à distance"),
    "synonymes_telephone": N_("numéro, appeler, ligne"),
    "carte_des_resultats": N_("Carte des résultats"),
    "voir_carte": N_("Voir sur la carte"),
    "cacher_carte": N_("Cacher la carte"),
    # Of a directory too large to be here as a whole.
    "ou_cherchez": N_("Où cherchez-vous ?"),
    "ou_d_abord": N_("Choisissez où : en attendant, voici ce qui vaut partout."),
    "on_cherche": N_("On cherche encore dans : {zones} …"),
    "cherche_dans": N_("Cherché jusqu'ici dans : {zones}."),
    "en_partie": N_("{zone} (en partie)"),
    "pas_venu": N_("N'a pas pu se charger : {zones}."),
    "panne": N_("La recherche n'a pas pu se charger. Les listes de cette page restent utilisables."),
}
NOMBRES = {
    "resultats": NN_("{n} résultat", "{n} résultats"),
    "resultat_si": NN_("{n} résultat sans lui", "{n} résultats sans lui"),
    "ouverts": NN_("{n} ouvert", "{n} ouverts"),
    "lieux_proposes": NN_("{n} lieu proposé", "{n} lieux proposés"),
    "autres": NN_("et {n} autre", "et {n} autres"),
    "sur_la_carte": NN_("{n} adresse sur la carte.", "{n} adresses sur la carte."),
    "hors_carte": NN_("{n} autre est dans la liste seulement : position inconnue ou non publiée.",
                      "{n} autres sont dans la liste seulement : position inconnue ou non publiée."),
    "incertains": NN_("{n} à confirmer", "{n} à confirmer"),
    "non_renseigne": NN_("{n} autre, à confirmer : {filtres}", "{n} autres, à confirmer : {filtres}"),
}


@lru_cache(maxsize=64)
def statut(langue: Langue) -> dict[str, object]:
    """The words of « ouvert » and « fermé », and how the language writes hours and dates."""
    mots = _dits(STATUT, langue)
    # As `horaires.mots.heure`: one page must not say « 17:00 » here and « 5:00 PM » there.
    heures = {"heure": "{h}\u00a0h", "heure_minutes": "{h}\u00a0h\u00a0{m}"} if langue.francaise else {
        "heure": "{h}:00", "heure_minutes": "{h}:{m}"}
    return mots | heures | {"minuit": langue.dire("minuit")} | dates(langue)


def cartes(langue: Langue) -> dict[str, object]:
    """The same, and what cards say beside it."""
    return statut(langue) | _dits(CARTES, langue)


def trouver(langue: Langue) -> dict[str, object]:
    """All the words of the finder; those that count have a form for each of the language's plurals."""
    exemples: dict[str, int] = {}
    for n in (*range(0, 120), 1_000, 1_000_000):
        exemples.setdefault(langue.locale.plural_form(n), n)
    comptes = {cle: {forme: langue.typographie(langue.catalogue.ngettext(un, plusieurs, n)) for forme, n in exemples.items()}
               for cle, (un, plusieurs) in NOMBRES.items()}
    return cartes(langue) | nombres(langue) | _dits(TROUVER, langue) | comptes | {
        "vides": mots_vides(langue), "moments": moments(langue), "pesants": pesants(langue),
        "pareils": pareils(langue), "denombres": denombres(langue)}


def _dits(messages: dict[str, str], langue: Langue) -> dict[str, str]:
    return {cle: mot(langue, message) for cle, message in messages.items()}
