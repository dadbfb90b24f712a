"""Values as sources write them → as fiches hold them. What speaks of a person is left out here, for all formats."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser

from quifaitquoi.annuaire.check.rules.contact import boite_de_personne
from quifaitquoi.annuaire.check.rules.persons import personne_nommee
from quifaitquoi.annuaire.model.pays import DIX_CHIFFRES, code_postal_lu
from quifaitquoi.annuaire.model.telephone import est_mobile, numero_possible
from quifaitquoi.echanges.entrees.notice import Notice

LU_MAX = 20_000  # signs of a text that are looked at
PARAGRAPHE, PHRASE, COURT = 3000, 400, 160  # as the model has them
BLOCS = frozenset("p br div li ul ol h1 h2 h3 h4 h5 h6 tr table section article".split())
TUS = frozenset("script style template title head".split())
BALISES = BLOCS | TUS | frozenset(
    "a abbr aside b big blockquote body button center cite code dd del dl dt em figure font footer form header hr html i iframe "
    "img input ins label link main mark meta nav noscript pre q s small source span strike strong sub sup svg tbody td th thead u"
    .split())
# Behind « M. » a name follows, no sentence.
DECOUPE = re.compile(r"(?<=[.!?;])(?<!\bM\.)(?<!\bDr\.)(?<!\bMe\.)\s+|\s*//\s*")
COURRIEL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
NUMERO = re.compile(r"(?<![\w+])(?:\+|00)?\d(?:[ .\-/]{0,3}\d){8,13}(?!\d)")
LIEN = re.compile(r"\[([^\[\]]{1,200})\]\(([^()\s]{0,500})\)")  # of Markdown
CODE = re.compile(r"\\x([0-9A-F]{2})")  # a sign as a form wrote it against scripts: « De\x209h »
PERSONNE = "des phrases qui nomment ou font joindre une personne"


class _SansBalises(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.morceaux: list[str] = []
        self._tus = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in BALISES and ":" not in tag:  # « <très> petit prix » is somebody's words; Word's tags have a colon
            self.handle_data(self.get_starttag_text() or "")
        self._tus += tag in TUS
        if tag in BLOCS:
            self.morceaux.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._tus = max(0, self._tus - (tag in TUS))
        if tag in BLOCS:
            self.morceaux.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._tus:
            self.morceaux.append(data)


def mot(valeur: object) -> str:
    """An identifier, a term, a figure: as it is written, without what nobody sees."""
    return " ".join("".join(c if c.isprintable() else " " for c in _ecrit(valeur)).split())


def _ecrit(valeur: object) -> str:
    if valeur is None or isinstance(valeur, (dict, list, bool)):
        return ""
    return str(int(valeur) if isinstance(valeur, float) and valeur.is_integer() else valeur)[:LU_MAX]


def texte(valeur: object) -> str:
    """Plain text in one paragraph: no tags, no entities, no marks of Markdown, nothing unprintable."""
    brut = CODE.sub(lambda code: chr(int(code[1], 16)), _ecrit(valeur))
    if "<" in brut and re.search(r"<[a-zA-Z/!][^>]*>", brut):
        lecteur = _SansBalises()
        lecteur.feed(brut)
        lecteur.close()
        brut = "".join(lecteur.morceaux)
    elif "&" in brut:
        brut = html.unescape(brut)
    brut = LIEN.sub(lambda lien: f"{lien[1]} ({lien[2]})" if lien[2] and lien[2] not in lien[1] else lien[1], brut)
    brut = re.sub(r"(?m)^\s*#{1,6}\s+|\*\*", "", brut)
    lignes = (" ".join("".join(c if c.isprintable() else " " for c in ligne).split()) for ligne in brut.splitlines())
    # Lines of a list become sentences of one paragraph.
    return re.sub(r"(?<=[\w)»])\n(?=[A-ZÀ-Ý])", ". ", "\n".join(filter(None, lignes))).replace("\n", " ").strip()


def coupe(dit: str, longueur: int) -> str:
    """At most so many signs, cut behind a sentence or a word."""
    if len(dit) <= longueur:
        return dit
    debut = dit[:longueur - 1]
    fin = max(debut.rfind(". "), debut.rfind("! "), debut.rfind("? "))
    return debut[:fin + 1] if fin > longueur // 2 else debut[:max(debut.rfind(" "), longueur // 2)].rstrip(" ,;:") + "…"


def pose_texte(notice: Notice, champ: str, valeur: object, longueur: int, pays: str) -> None:
    """A text of the source, without what speaks of a person; what is too long for the field is cut, and the cut is told."""
    dit = sans_personnes(notice, texte(valeur), pays)
    court = coupe(dit, longueur)
    if len(court) < len(dit):
        notice.doute(champ, f"la source en dit plus : « …{coupe(dit[len(court.rstrip('…')):].strip(), 300)} »")
    notice.pose(champ, court)


def sans_personnes(notice: Notice, dit: str, pays: str) -> str:
    """The text without the sentences that name somebody, or give their mailbox or mobile."""
    if not dit:
        return ""
    gardees, perdu, debut = [], False, 0
    for entre in [*DECOUPE.finditer(dit), None]:
        phrase = dit[debut:entre.start() if entre else len(dit)]
        if d_une_personne(phrase, pays):
            perdu = True
        else:
            gardees.append(dit[debut:entre.end() if entre else len(dit)])
        debut = entre.end() if entre else len(dit)
    if not perdu:
        return dit
    notice.ecartes.append(PERSONNE)
    reste = "".join(gardees).strip(" -–•/:;,")
    return "" if d_une_personne(reste, pays) else reste


def d_une_personne(phrase: str, pays: str) -> bool:
    if personne_nommee(phrase) or any(boite_de_personne(boite) for boite in COURRIEL.findall(phrase)):
        return True
    return any(est_mobile(re.sub(r"[ .\-/]+", " ", numero), pays) for numero in NUMERO.findall(phrase))


def pose_telephone(notice: Notice, valeur: object, pays: str, equipe: bool = False, champ: str = "contact.telephone",
                   ici: dict | None = None) -> None:
    """The numbers that can be dialled; a mobile only where a team may have one. `ici` is the block of a service."""
    ecrit = re.sub(r"\(0\)", "", mot(valeur))
    if not ecrit:
        return
    bons, autres, portables = [], [], 0
    for part in re.split(r"\s*(?:[/;,|]|\bou\b|\bet\b)\s*", ecrit) if not numero_possible(ecrit, pays) else [ecrit]:
        numero = part.strip()
        if re.fullmatch(r"[1-9]\d{8}", numero) and pays in DIX_CHIFFRES:
            numero = f"0{numero}"  # a workbook took it for a number
        if not numero:
            continue
        if not numero_possible(numero, pays):
            autres.append(numero)
        elif est_mobile(numero, pays) and not equipe:
            portables += 1
        elif numero not in bons:
            bons.append(numero)
    if portables:
        notice.ecartes.append("des portables, qui peuvent être ceux de personnes")
        if not bons:
            notice.doute(champ, "la source ne donne qu'un portable, qui peut être celui d'une personne : demandez le standard")
    if autres:
        notice.doute(champ, f"la source écrit : « {coupe(' / '.join(autres), 100)} »"
                     if not any(d_une_personne(autre, pays) for autre in autres) else "la source donne un numéro qui ne se lit pas")
    if bons and ici is not None:
        ici.setdefault("contact", {})["telephone"] = bons if len(bons) > 1 else bons[0]
    elif bons:
        notice.pose("contact.telephone", bons if len(bons) > 1 else bons[0])


def courriel(notice: Notice, valeur: object, champ: str = "contact.courriel") -> str:
    """The first mailbox that is nobody's own; the others are told."""
    boites = COURRIEL.findall(mot(valeur))
    bonnes = [boite for boite in boites if not boite_de_personne(boite)]
    if len(bonnes) < len(boites):
        notice.ecartes.append("des boîtes de personnes")
    if len(bonnes) > 1:
        notice.doute(champ, f"la source donne aussi : {', '.join(bonnes[1:4])}")
    if not boites and mot(valeur):
        notice.doute(champ, f"la source écrit : « {coupe(mot(valeur), 100)} »")
    return bonnes[0] if bonnes else ""


def pose_site(notice: Notice, champ: str, valeur: object) -> None:
    """The first web address of a list; what is none, and the others, are told."""
    premier, *autres = re.split(r"\s*\|\s*", mot(valeur))
    notice.pose(champ, lu := site(premier))
    if autres or premier and not lu:
        ecrit = f"la source écrit : « {coupe(mot(valeur), 300)} »"
        notice.doute(champ, f"la source donne aussi : {', '.join(autres)}" if lu else ecrit)


def site(valeur: object) -> str:
    """A web address, with its scheme."""
    ecrit = mot(valeur)
    if not ecrit or re.search(r"\s", ecrit):
        return ""
    return ecrit if re.match(r"https?://", ecrit, re.I) else f"https://{ecrit}" if re.match(r"[\w-]+(\.[\w-]+)+", ecrit) else ""


def pose_adresse(notice: Notice, voie: object, complement: object, code_postal: object, commune: object,
                 insee: object = None, *, pays: str) -> None:
    notice.pose("adresse.voie", coupe(texte(voie), COURT))
    notice.pose("adresse.complement", coupe(sans_personnes(notice, texte(complement), pays), COURT))
    notice.pose("adresse.code_postal", code_postal_lu(mot(code_postal), pays))
    notice.pose("adresse.commune", coupe(texte(commune), COURT))
    code = mot(insee).upper()
    if code and code != mot(code_postal).upper():  # some write the postcode there
        notice.identifiants["insee"] = f"0{code}" if re.fullmatch(r"\d{4}", code) else code


def pose_position(notice: Notice, latitude: object, longitude: object) -> None:
    """Where it is, as precisely as ten centimetres; zero and zero is where nothing was entered."""
    if ici := position_lue(latitude, longitude):
        notice.position = ici
        notice.pose("adresse.position", [str(ici[0]), str(ici[1])])


def position_lue(latitude: object, longitude: object) -> tuple[float, float] | None:
    try:
        ici = round(float(str(latitude).replace(",", ".")), 6), round(float(str(longitude).replace(",", ".")), 6)
    except (TypeError, ValueError, OverflowError):
        return None
    return ici if ici != (0, 0) and -90 <= ici[0] <= 90 and -180 <= ici[1] <= 180 else None


def jour(valeur: object, aujourdhui: date) -> str:
    """The day of a date in any of the forms in which it is published; "" for one that is no date, or is still to come."""
    ecrit = mot(valeur)
    try:
        if re.fullmatch(r"\d{9,10}|\d{12,13}", ecrit):
            lue = datetime.fromtimestamp(int(ecrit) / (1000 if len(ecrit) > 10 else 1), UTC).date()
        elif dit := re.match(r"(\d\d)/(\d\d)/(\d{4})", ecrit):
            lue = date(int(dit[3]), int(dit[2]), int(dit[1]))
        else:
            lue = date.fromisoformat(ecrit[:10])
    except (ValueError, OverflowError, OSError):
        return ""
    return lue.isoformat() if date(2000, 1, 1) <= lue <= aujourdhui else ""


def siret(valeur: object) -> str:
    chiffres = re.sub(r"\D", "", mot(valeur))
    return chiffres if len(chiffres) == 14 and chiffres.strip("0") else ""
