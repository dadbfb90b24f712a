"""Any edit of any fiche changes what it says exactly as asked, and not one byte elsewhere."""

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quifaitquoi.annuaire.check.fields import champs
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.edition.decoupe import EditionImpossible, Pose, Retrait, editer, preuve
from quifaitquoi.edition.decoupe.trame import Trame

TESTS = Path(__file__).parents[1]
FICHES = sorted(TESTS.glob("port-exemple/fiches/*/*.yml"))
# Short, and written in every way that the check accepts: comments, quotes, blocks of text, other line ends.
PARTICULIERES = sorted(TESTS.glob("data/valid/fiche/yaml-*.yml"))

# How volunteers' editors and habits change the layout of a file without changing what it says.
MISES_EN_PAGE = {
    "telle quelle": lambda t: t,
    "fins de ligne de Windows": lambda t: t.replace("\n", "\r\n"),
    "sans fin de ligne à la fin": lambda t: t.rstrip("\n"),
    "tirets sous la clé": lambda t: re.sub(r"(?m)^  (?=- |  )", "", t) if "\n  - " in t else t,
    "crochets espacés": lambda t: re.sub(r"(?m)^( *[\w]+: )\[(.*)\]$", r"\1[ \2 ]", t),
    "commentaires partout": lambda t: re.sub(r"(?m)^( *)([a-z_]+:.*[^>|-])$", r"\1# au-dessus de \2\n\1\2  # à côté", t),
    "lignes vides": lambda t: re.sub(r"(?m)^(?=[a-z])", "\n", t),
}
MOTS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp"), blacklist_characters="\ufeff\ufffe\uffff"),
               min_size=1, max_size=60).map(str.strip).filter(
                   lambda mot: mot and mot not in ("~", "null", "Null", "NULL"))
VALEURS = st.one_of(
    MOTS,
    st.sampled_from(["02 61 91 00 11", "01000", "9:30", "non", "2026-11-20", "- tiret", "a: b", "a #b", "'", '"', "[x", "*", "&"]),
    st.lists(MOTS, min_size=1, max_size=3),
    st.dictionaries(MOTS, MOTS, min_size=1, max_size=3),
    st.lists(st.dictionaries(st.sampled_from(["du", "au", "motif"]), MOTS, min_size=1), min_size=1, max_size=2),
)


@lru_cache
def _lu(fichier: Path) -> str:
    return fichier.read_bytes().decode()


def _chemins(valeur, chemin=()):
    """The path of everything that is written."""
    if chemin:
        yield chemin
    suite = valeur.items() if isinstance(valeur, dict) else enumerate(valeur) if isinstance(valeur, list) else ()
    for nom, partie in suite:
        yield from _chemins(partie, (*chemin, nom))


@st.composite
def textes(draw):
    """A fiche in one of the layouts."""
    texte = _lu(draw(st.sampled_from([*FICHES, *PARTICULIERES])))
    autre = MISES_EN_PAGE[draw(st.sampled_from(sorted(MISES_EN_PAGE)))](texte.replace("\r\n", "\n"))
    if "\r\n" in texte:
        autre = re.sub(r"\r?\n", "\r\n", autre)
    try:
        meme = lire_yaml(autre).valeur == lire_yaml(texte).valeur and not lire_yaml(autre).fautes
    except Exception:
        meme = False
    return autre if meme else texte


@st.composite
def changements(draw):
    texte = draw(textes())
    arbre = lire_yaml(texte).valeur
    chemin = draw(st.sampled_from(list(_chemins(arbre))))
    if draw(st.integers(0, 3)) == 0:
        return texte, Retrait(chemin)
    blocs = [c for c in [(), *_chemins(arbre)] if isinstance(lire_yaml(texte).valeur_a(c), dict)]
    if draw(st.booleans()):
        chemin = (*draw(st.sampled_from(blocs)), draw(st.sampled_from(
            ["verification", "contact", "acces", "lundi", "telephone", "y_aller", "neuve", "ma clé: oui", "#x"])))
    return texte, Pose(chemin, draw(VALEURS))


def _ordre(chemin):
    return champs(Fiche, chemin)



@settings(max_examples=75)
@given(changements())
def test_any_edit_says_exactly_what_was_asked_or_is_refused(changement):
    texte, edition = changement
    avant = lire_yaml(texte).valeur
    try:
        apres = editer(texte, [edition], _ordre)
    except EditionImpossible:
        return
    attendu = (preuve.sans(avant, edition.chemin) if isinstance(edition, Retrait)
               else preuve.avec(avant, edition.chemin, edition.valeur))
    assert lire_yaml(apres).valeur == attendu
    assert not lire_yaml(apres).fautes


@settings(max_examples=100)
@given(changements())
def test_the_same_edit_again_changes_nothing(changement):
    texte, edition = changement
    if isinstance(edition, Retrait) and any(isinstance(nom, int) for nom in edition.chemin):
        return  # the item that was second is first once the first one went
    try:
        apres = editer(texte, [edition], _ordre)
    except EditionImpossible:
        return
    assert editer(apres, [edition], _ordre) == apres


@settings(max_examples=75)
@given(changements())
def test_all_that_is_outside_of_the_edited_place_stays_byte_for_byte(changement):
    texte, edition = changement
    try:
        apres = editer(texte, [edition], _ordre)
    except EditionImpossible:
        return
    # What the edited block is made of stands between the first and the last byte that changed.
    trame, nouvelle = Trame(texte), Trame(apres)
    ici = edition.chemin
    while ici and trame.part(ici) is None:
        ici = ici[:-1]
    while isinstance(edition, Retrait) and ici and nouvelle.part(ici[:-1]) is None:
        ici = ici[:-1]
    voisins = trame.part(ici[:-1]) if ici else trame.racine
    part = trame.part(ici) or voisins
    debut = trame.debut_de_ligne(part.cle[0] if part.cle else part.debut)
    fin = part.fin
    commun = next((i for i, (a, b) in enumerate(zip(texte, apres, strict=False)) if a != b), min(len(texte), len(apres)))
    reste = next((i for i, (a, b) in enumerate(zip(texte[::-1], apres[::-1], strict=False)) if a != b), min(len(texte), len(apres)))
    assert commun >= debut - 2, "something before the edited place changed"
    # After it: at most the rest of the line, comments that belong to the block, and one line break.
    assert len(texte) - reste <= _limite(trame, part, fin, edition), "something after the edited place changed"


def _limite(trame: Trame, part, fin: int, edition) -> int:
    limite = trame.apres_la_ligne(fin)
    while (ligne := re.compile(r"[ ]+#[^\r\n]*(?:\r\n?|\n|\Z)").match(trame.texte, limite)):
        limite = ligne.end()
    suivantes = [p.cle[0] for p in trame.racine.enfants.values() if p.cle[0] >= fin]
    # A first key taken out of an item brings the next one up, behind the dash.
    if isinstance(edition, Retrait):
        return max([limite, *([min(suivantes)] if suivantes else [len(trame.texte)])])
    return limite


@settings(max_examples=80)
@given(changements())
def test_no_comment_is_ever_lost_and_line_ends_stay_those_of_the_file(changement):
    texte, edition = changement
    try:
        apres = editer(texte, [edition], _ordre)
    except EditionImpossible:
        return
    assert _commentaires(texte) - _commentaires(apres) == Counter()
    if "\r\n" in texte:
        assert not re.search(r"(?<!\r)\n", apres)
    else:
        assert "\r" not in apres
    assert apres.endswith("\n") == texte.endswith("\n")


def _commentaires(texte: str) -> Counter:
    trame = Trame(texte)
    return Counter(texte[a:b].rstrip() for a, b in trame.commentaires)


@pytest.mark.parametrize("mise_en_page", MISES_EN_PAGE)
def test_layouts_of_volunteers_can_nearly_always_be_edited(mise_en_page):
    """A refusal is honest, but it must stay rare: recording a phone call works in every layout."""
    refus = 0
    for fichier in FICHES:
        texte = MISES_EN_PAGE[mise_en_page](_lu(fichier))
        try:
            if lire_yaml(texte).valeur != lire_yaml(_lu(fichier)).valeur:
                continue
            editer(texte, [Pose(("verification", "le"), "2026-11-20"), Pose(("verification", "comment"), "telephone"),
                           Pose(("verification", "par"), "equipe-port"), Pose(("contact", "telephone"), "02 61 91 00 11"),
                           Pose(("acces", "rendez_vous"), "sans"), Retrait(("presentation",))], _ordre)
        except EditionImpossible:
            refus += 1
    assert refus == 0


# Forms that no volunteer writes, and that a file may hold all the same.
ETRANGES = [
    "? a\n: b\n", "[a: b, c]\n", "x: [a: b, {c: d}]\n", "- - a\n  - b\n- c: [d,\n   e]\n",
    "a: |\n  x\n\n# c\nb: >+\n  z\n\n\nc: d\n", "'a': \"b\\\n  c\"\n", "a:\n-\n  c: d\n- # k\n  e\n", "{a: b, 'c': [d]}\n",
    "---\na: b\n...\n", "a: {b: c,}\n", "a: |2\n    x\n  y\nb: c\n", "x: sur\n  deux lignes # c\ny: z", "texte seul\n",
    "a: ''\nb: ~\nc:\n", "a: [\n  b, # x\n  c\n]\n",
]


@settings(max_examples=150)
@given(
    st.sampled_from(ETRANGES),
    st.integers(0, 40),
    st.sampled_from(["", "#", "\n", " ", "- ", ": ", "[", "}", '"', "|", "\r\n", "é"]),
    st.data(),
)
def test_whatever_a_file_holds_an_edit_is_exact_or_refused_in_words(texte, ici, signe, data):
    texte = texte[:ici] + signe + texte[ici:]
    try:
        document = lire_yaml(texte)
    except Illisible:
        return
    chemin = data.draw(st.sampled_from([(), *_chemins(document.valeur)]))
    chemin = (*chemin, *data.draw(st.sampled_from([(), ("neuve",), (0,), (1,)])))
    edition = Retrait(chemin) if data.draw(st.booleans()) else Pose(chemin, data.draw(VALEURS))
    try:
        apres = editer(texte, [edition])
    except (EditionImpossible, Illisible):
        return
    if isinstance(edition, Pose):
        assert preuve.valeur_a(lire_yaml(apres).valeur, chemin) == edition.valeur
