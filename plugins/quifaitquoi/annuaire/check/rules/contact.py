"""A way to reach each place, and none that leads to a person's own phone or mailbox."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.check.rules.persons import PRENOMS
from quifaitquoi.annuaire.check.rules.printing import place_de
from quifaitquoi.annuaire.model.annuaire import ContactAnnuaire, Role
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.lieu import Contact, Numero
from quifaitquoi.annuaire.model.relais import Relais
from quifaitquoi.annuaire.model.telephone import est_mobile, est_sms
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.base.sosies import sosie
from quifaitquoi.base.texte import cle_de_tri, visible

RACCOURCISSEURS = frozenset({
    "bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "urlz.fr", "cutt.ly", "rb.gy", "lnkd.in",
    "shorturl.at", "tiny.cc", "vu.fr", "lc.cx", "url.bzh", "frama.link", "huit.re", "urlr.me", "fb.me", "youtu.be"})
MOTS_DE_SMS = ("sms", "mms", "texto", "textos")
SMS = re.compile(rf"\b(?:{'|'.join(MOTS_DE_SMS)})\b", re.IGNORECASE)
# What a file without a strange letter in any address does not hold.
ETRANGES = re.compile(r"[^\x00-\u024f\u2010-\u203a\u20ac]|\\[uUx]|xn--|https?://[^\s/]*%", re.IGNORECASE)
# A file without the beginning of one of them is not searched.
REVEIL = frozenset(hote.partition(".")[0] for hote in RACCOURCISSEURS)


@regle("sans-contact", "avertissement", Fiche, absence=True)
def sans_contact(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Ni téléphone, ni adresse où aller : personne ne peut s'y rendre ni appeler."""
    fiche: Fiche = lu.element
    contacts = [c for c in (fiche.contact, *(s.contact for s in fiche.services)) if c]
    joignable = any(c.telephone or c.sms for c in contacts)
    ou_aller = (fiche.adresse and (fiche.adresse.voie or fiche.adresse.position or fiche.adresse.y_aller)) or fiche.tournee
    en_ligne = fiche.genre == "en-ligne" and any(c.site or c.courriel for c in contacts)
    fini = fiche.etat and fiche.etat.statut in ("ferme", "remplace", "prevu", "saisonnier")
    if not (joignable or ou_aller or en_ligne or fini):
        manque = ("ni site, ni téléphone : personne ne peut s'en servir" if fiche.genre == "en-ligne" else
                  "ni téléphone, ni adresse : personne ne peut y aller ni appeler")
        yield Signal((), f"{manque}. Exemple : contact, puis à la ligne "
                         "« telephone: \"02 61 91 00 00\" »", place=(1, 1))


def _numeros(contact: Contact) -> Iterable[tuple[tuple, str]]:
    for i, numero in enumerate(contact.numeros):
        yield ("telephone", i), numero.numero
    if contact.sms:
        yield ("sms",), contact.sms


@regle("portable-personnel", "avertissement", Contact, Relais)
def portable_personnel(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un numéro de portable est souvent celui d'une personne."""
    pays = contexte.directory.annuaire.pays
    numeros = [((*chemin, *suite), numero) for chemin, contact in lu.blocs(Contact) for suite, numero in _numeros(contact)]
    numeros += [((*chemin, "telephone"), relais.telephone) for chemin, relais in lu.blocs(Relais) if relais.telephone]
    for chemin, numero in numeros:
        if est_mobile(numero, pays):
            yield Signal(chemin, f"« {visible(numero)} » est un portable : est-ce celui d'une personne ? Mettez "
                                            "le standard ; si c'est le téléphone de l'équipe, dites-le dans « accepte »")


@regle("numero-de-sms", "erreur", Contact, ContactAnnuaire, Role)
def numero_de_sms(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un numéro qui ne reçoit que des SMS n'est pas un téléphone : qui ne peut pas parler y lancerait un appel."""
    pays = contexte.directory.annuaire.pays
    constat = "le {} ne reçoit que des SMS, personne n'y répond à la voix : {}"
    for chemin, contact in lu.blocs(Contact):
        for suite, numero in _numeros(contact):
            if suite != ("sms",) and est_sms(numero, pays):
                yield Signal((*chemin, *suite), constat.format(
                    numero, f"écrivez « sms: \"{numero}\" » à la place de « telephone »"))
    for chemin, bloc in (*lu.blocs(ContactAnnuaire), *lu.blocs(Role)):
        if bloc.telephone and est_sms(bloc.telephone, pays):
            yield Signal((*chemin, "telephone"), constat.format(bloc.telephone, "mettez un numéro que l'équipe décroche"))


@regle("sms-dans-pour", "avertissement", Numero)
def sms_dans_pour(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """« SMS » écrit dans « pour » laisse un lien qui appelle : le champ « sms » en fait un qui écrit."""
    for chemin, numero in lu.blocs(Numero) if not lu.mots.isdisjoint(MOTS_DE_SMS) else ():
        if trouve := SMS.search(numero.pour):
            yield Signal((*chemin, "pour"), (
                f"« {visible(trouve[0])} » ne change rien au lien, qui appelle : écrivez sous « contact » "
                f"« sms: \"{visible(numero.numero)}\" », et gardez ce numéro ici, sans ce mot, seulement si quelqu'un y répond "
                "à la voix"))


@regle("courriel-personnel", "avertissement", Contact, Role)
def courriel_personnel(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une adresse de courriel en prénom.nom est celle d'une personne."""
    for genre in (Contact, Role):
        for chemin, bloc in lu.blocs(genre):
            if boite_de_personne(bloc.courriel or ""):
                yield Signal((*chemin, "courriel"), "cette boîte semble être celle d'une personne : mettez une boîte de "
                                                    "fonction. Exemple : accueil@example.org")


def boite_de_personne(courriel: str) -> bool:
    """Whether a mailbox looks like « prénom.nom »."""
    mots = re.split(r"[._-]", cle_de_tri(courriel.partition("@")[0]))
    return len(mots) >= 2 and (mots[0] in PRENOMS or mots[-1] in PRENOMS or len(mots[0]) == 1)


@regle("lien-raccourci", "avertissement", Element)
def lien_raccourci(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un lien raccourci cache où il mène, piste ses lecteurs et meurt vite."""
    if REVEIL.isdisjoint(lu.mots):
        return
    for chemin, texte, _ in lu.textes:
        for adresse in re.findall(r"https?://[^\s<>\"]+", texte[:2000]):
            try:
                hote = (urlsplit(adresse).hostname or "").removeprefix("www.")
            except ValueError:
                continue
            if hote in RACCOURCISSEURS:
                yield Signal(
                    chemin, f"« {hote} » raccourcit les liens et cache où ils mènent : ouvrez-le et recopiez la vraie adresse"
                )


@regle("adresse-sosie", "avertissement", Element)
def adresse_sosie(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une lettre d'un autre alphabet, dans une adresse web ou une boîte, mène ailleurs sans que cela se voie."""
    if not ETRANGES.search(lu.texte):
        return
    for chemin, texte, _ in lu.textes:
        if vu := sosie(texte):
            yield Signal(chemin, dit_sosie(vu[1]), place=place_de(lu, chemin, {vu[1]}))


def dit_sosie(lettre: str) -> str:
    """The sentence for an address that holds this letter."""
    return (f"« {visible(lettre)} » (U+{ord(lettre):04X}) est ici une lettre d'un autre alphabet, qui ressemble à une autre : "
            "cette adresse mène ailleurs que ce qu'on y lit. Recopiez-la depuis le site lui-même")


@regle("sans-source", "avertissement", Fiche, absence=True)
def sans_source(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une fiche dit d'où viennent ses informations : une vérification ou une source."""
    if not lu.element.verification and not lu.element.sources:
        yield Signal((), "ni vérification, ni source : d'où viennent ces informations ? Exemple : sources, puis à la ligne "
                         "« - adresse: https://example.org »", place=(1, 1))
