"""Who is welcome and how to get in: languages, publics, the door, what it costs."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from quifaitquoi.annuaire.model.types import Element, Liste, Mention, OuiNon, Phrase, Terme, Voie, faux


class Langues(Element):
    """Four different things: who speaks it, who mediates, who interprets, what is written in it."""

    parlees: Liste(Terme("langues")) | None = Field(
        None, title="Langues parlées par l'équipe", examples=[["fr", "ar"]],
        description="Codes de vocabulaire/langues.yml.")
    mediateur: Liste(Terme("langues")) | None = Field(None, title="Langues d'un médiateur ou d'une médiatrice", examples=[["ti"]])
    interprete: Liste(Terme("langues")) | None = Field(None, title="Langues d'un interprète professionnel", examples=[["ps"]])
    interprete_delai: Literal["le-jour-meme", "sur-reservation"] | None = Field(
        None, title="Quand avoir l'interprète",
        description="sur-reservation : il faut le demander avant. Quel jour pour quelle langue : equipe, métier interprete.")
    documents: Liste(Terme("langues")) | None = Field(None, title="Langues des documents remis", examples=[["fr", "en"]])
    precision: Phrase | None = Field(None, title="Précision", examples=["Interprète au téléphone, sur demande"])


class Age(Element):
    """An age range in years. `strict` says whether it is applied to the letter; absent, nobody knows."""

    min: Annotated[int, Field(ge=0, le=120)] | None = Field(None, title="Âge minimum", examples=["16"])
    max: Annotated[int, Field(ge=0, le=120)] | None = Field(None, title="Âge maximum", examples=["25"])
    strict: OuiNon | None = Field(
        None, title="Âge appliqué strictement", description="Souvent l'âge est indicatif : écrivez alors non.")


class Publics(Element):
    """For whom. Each condition is stated; « inconditionnel » means that nothing at all is asked."""

    accueil: Literal["inconditionnel", "prioritaire", "exclusif"] | None = Field(
        None, title="Accueil", description="inconditionnel : tout le monde, sans rien demander ; prioritaire : "
                                           "d'abord certains ; exclusif : seulement eux.")
    genre: Literal["femmes", "hommes", "tous"] | None = Field(None, title="Femmes, hommes ou tous")
    age: Age | None = Field(None, title="Âge", description="En années. Souvent indicatif : dites-le avec « strict ».")
    familles: Liste(Literal["personnes-seules", "couples", "binomes", "familles-avec-enfants", "grandes-familles",
                            "femmes-enceintes"]) | None = Field(
        None, title="Situations familiales accueillies", description="binomes : deux amis, deux frères, une mère et sa fille.")
    enfants: Age | None = Field(None, title="Âge des enfants accueillis", description="En années. Exemple : max, 3.")
    sans_separer: OuiNon | None = Field(
        None, title="Couples et familles restent ensemble", description="non : ils peuvent être séparés, la nuit par exemple.")
    situations: Liste(Terme("publics")) | None = Field(
        None, title="Situations", description="Termes de vocabulaire/publics.yml.", examples=[["etudiants"]])
    communes: Liste(Voie) | None = Field(
        None, title="Communes où il faut habiter", examples=[["Strasbourg", "Schiltigheim"]],
        description="Toute la liste : qui habite ailleurs n'est pas reçu.")
    precision: Phrase | None = Field(
        None, title="Précision", description="Ce que rien d'autre ne dit. Exemple : on reçoit jusqu'à trente ans.")


def _aucun_ou_liste(valeur: object) -> object:
    if valeur == "aucun":
        return ()
    if valeur in ("", [], ()):
        raise faux("documents_vides", "la liste est vide : écrivez « aucun » s'il ne faut rien apporter, ou la liste "
                                      "des papiers. Exemple : [justificatif-identite]. Ne sait-on pas ? Supprimez la ligne")
    if isinstance(valeur, str):
        raise faux("liste", "il faut une liste entre crochets, ou « aucun ». Exemple : [{lu}]", lu=valeur)
    return valeur


# Who sends people on, and alcohol and drugs, were said by the door and by the conditions before they had fields of their own.
ENVOYE = "« oriente_par: [{}] », avec tous ceux qui peuvent envoyer quelqu'un"
A_PART = {"sur-orientation": ENVOYE.format("professionnel"), "orientation-professionnel": ENVOYE.format("professionnel"),
          "orientation-115": ENVOYE.format("115"), "orientation-travailleur-social": ENVOYE.format("travailleur-social"),
          "orientation-siao": ENVOYE.format("siao"), "orientation-mission-locale": ENVOYE.format("mission-locale"),
          "orientation-france-travail": ENVOYE.format("france-travail"),
          "ne-pas-consommer-sur-place": "« consommation: pas-sur-place » (« avant » si l'on peut venir après avoir consommé)",
          "sans-alcool-ni-drogue": "« consommation: refusee » (« avant » si le lieu ne le demande pas)"}


def _a_part(valeur: object) -> object:
    for rang, ecrit in enumerate(valeur if isinstance(valeur, (list, tuple)) else ()):
        if isinstance(ecrit, str) and ecrit in A_PART:
            raise faux("a_part", "« {lu} » s'écrit maintenant à part : enlevez-le d'ici et ajoutez dans « acces » la ligne "
                       + A_PART[ecrit], lu=ecrit, rang=rang)
    return valeur


class Acces(Element):
    """How the door opens, who may knock, and who may send people there."""

    porte: Annotated[Liste(Literal["se-presenter", "telephoner", "envoyer-un-courriel", "utiliser-lien-mobilisation",
                                   "par-le-115", "l-equipe-vient", "on-vous-appelle", "on-vous-ecrit", "porte-a-porte"]),
                     BeforeValidator(_a_part)] | None = Field(
        None, title="Comment entrer en contact", examples=[["se-presenter", "telephoner"]],
        description="l-equipe-vient : l'équipe se déplace. on-vous-appelle, on-vous-ecrit, porte-a-porte : elle fait le premier "
                    "pas. S'il faut être envoyé par quelqu'un : oriente_par.")
    oriente_par: Liste(Literal["professionnel", "travailleur-social", "soignant", "115", "siao", "mairie", "departement",
                               "mission-locale", "france-travail", "mdph", "bailleur", "hopital", "addictologie", "ecole", "ase",
                               "justice", "police", "association"]) | None = Field(
        None, title="Qui peut envoyer quelqu'un", examples=[["travailleur-social", "mairie"]],
        description="Il faut être envoyé par l'un d'eux ; si « par » contient « personnes », on peut aussi venir de soi-même. "
                    "ase : aide sociale à l'enfance ; justice : juge, prison ou éducateur ; addictologie : un CSAPA, un CAARUD.")
    ou: Liste(Literal["ici", "chez-vous", "lieu-neutre", "rue", "telephone", "video", "ecole", "entreprise", "hopital",
                      "prison"]) | None = Field(
        None, title="Où ça se passe", examples=[["ici", "chez-vous", "video"]],
        description="ici : à l'adresse de la fiche ; lieu-neutre : un endroit choisi ensemble. Si la personne choisit, plusieurs.")
    ouvert_a: Literal["prison", "hopital", "foyer", "ecole", "entreprise"] | None = Field(
        None, title="Seulement pour ceux d'un lieu fermé", examples=["prison"],
        description="Un service à l'intérieur, où le public n'entre pas : ni carte, ni distance, ni « Y aller ». "
                    "hopital : un service d'hospitalisation ; foyer : ceux qui y habitent.")
    par: Liste(Literal["personnes", "professionnels"]) | None = Field(
        None, title="Qui peut prendre contact", examples=[["personnes", "professionnels"]])
    rendez_vous: Literal["sans", "conseille", "obligatoire"] | None = Field(None, title="Rendez-vous")
    inscription: Literal["sans", "a-tout-moment", "par-session", "sur-place", "sur-place-le-matin"] | None = Field(
        None, title="Inscription",
        description="sur-place : on s'inscrit en arrivant, le jour même. sur-place-le-matin : le matin, pour la journée.")
    conditions: Annotated[Liste(Terme("conditions")), BeforeValidator(_a_part)] | None = Field(
        None, title="Conditions", description="Termes de vocabulaire/conditions.yml. Absent : non renseigné.")
    sans_exiger: Annotated[Liste(Terme("conditions")), BeforeValidator(_a_part)] | None = Field(
        None, title="Ce qui n'est pas demandé", examples=[["abstinence", "accord-des-parents"]],
        description="Seulement ce que le lieu dit ne pas demander : les mêmes termes que les conditions. Absent : personne ne "
                    "sait. Un lieu où rien n'est demandé à personne est « inconditionnel » (publics.accueil).")
    documents: Annotated[tuple[Terme("documents"), ...], BeforeValidator(_aucun_ou_liste), WithJsonSchema(
        {"anyOf": [{"const": "aucun"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]})] | None = Field(
        None, title="Papiers à apporter", examples=["aucun", ["justificatif-identite"]],
        description="Une liste de termes de vocabulaire/conditions.yml, ou « aucun ». Absent : non renseigné.")
    accompagnant: OuiNon | None = Field(None, title="On peut venir avec quelqu'un de son choix")
    vous_accompagne: OuiNon | None = Field(
        None, title="Quelqu'un d'ici vient avec vous ailleurs", description="À un rendez-vous, au tribunal, à la préfecture.")
    secret: Liste(Literal["personne", "equipe", "parents", "orienteur", "justice"]) | None = Field(
        None, title="À qui est dit ce que l'on confie", examples=["personne"],
        description="À eux, et à nul autre. personne : cela reste entre vous et qui vous reçoit ; orienteur : qui vous a envoyé.")
    consommation: Literal["sur-place", "avant", "pas-sur-place", "refusee"] | None = Field(
        None, title="Alcool et drogues",
        description="sur-place : on peut consommer ici. avant : on peut venir après, pas ici. pas-sur-place : pas ici, on ne sait "
                    "rien d'autre. refusee : ni l'un ni l'autre.")
    traitement_de_substitution: OuiNon | None = Field(
        None, title="Traitement de substitution accepté", description="Méthadone, buprénorphine.")
    animaux: Literal["acceptes", "refuses", "dehors"] | None = Field(
        None, title="Animaux", description="dehors : ils attendent à l'extérieur, à l'abri ou attachés.")
    premiere_visite: Phrase | None = Field(
        None, title="Comment se passe la première visite",
        examples=["On vous accueille autour d'un café, sans rien vous demander."])
    a_la_sortie: Liste(Literal["intervient-avant", "sans-attente"]) | None = Field(
        None, title="Pour qui sort de prison, d'un hôpital ou d'un foyer", examples=[["intervient-avant", "sans-attente"]],
        description="intervient-avant : l'équipe vient avant la sortie. sans-attente : on est reçu le jour même.")
    delai_environ: Literal["ce-soir", "cette-semaine", "ce-mois", "plus-d-un-mois"] | None = Field(
        None, title="Délai d'attente, à peu près", description="D'ordinaire, pour une première demande.")
    delai: Mention | None = Field(None, title="Délai d'attente, en mots", examples=["Trois semaines"])
    duree_environ: Literal["une-nuit", "moins-de-6-mois", "6-mois-a-1-an", "1-a-2-ans", "plus-de-2-ans"] | None = Field(
        None, title="Durée, à peu près")
    renouvelable: OuiNon | None = Field(None, title="Durée renouvelable", description="On peut demander à rester plus longtemps.")
    duree: Mention | None = Field(None, title="Durée, en mots", examples=["Une nuit", "Six mois, après un mois d'essai"])
    precision: Phrase | None = Field(
        None, title="Précision", description="Ce que rien d'autre ne dit. Exemple : sonner deux fois.")


class Cout(Element):
    """What it costs. `tarif` alone may be written without a block: `cout: gratuit`."""

    tarif: Literal["gratuit", "participation", "adhesion", "payant"] = Field(title="Tarif")
    precision: Phrase | None = Field(None, title="Prix ou barème", examples=["1 euro par repas"])
    part_du_revenu_max: Annotated[int, Field(ge=1, le=100)] | None = Field(
        None, title="Part des revenus, au plus", examples=["20"],
        description="En pour cent des revenus de la personne, sans signe : 20 veut dire un euro sur cinq.")
    aide: Phrase | None = Field(None, title="Aide pour payer", examples=["Demander le tarif réduit à l'accueil"])


def _cout(valeur: object) -> object:
    return {"tarif": valeur} if isinstance(valeur, str) else valeur


class _CoutSchema:
    def __get_pydantic_json_schema__(self, core_schema, handler):
        return {"anyOf": [{"enum": ["gratuit", "participation", "adhesion", "payant"]}, handler(core_schema)]}


CoutLu = Annotated[Cout, BeforeValidator(_cout), _CoutSchema()]
