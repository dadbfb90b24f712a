"""Which files make a territory: none that someone wrote is forgotten silently."""

from quifaitquoi.annuaire.check.tree import parcourir


def trouves(racine, *chemins):
    for chemin in chemins:
        (racine / chemin).parent.mkdir(parents=True, exist_ok=True)
        (racine / chemin).write_text("x")
    return {str(t.fichier.relative_to(racine)): t for t in parcourir(racine)}


def test_each_file_is_what_its_place_says(tmp_path):
    vus = trouves(
        tmp_path,
        "annuaire.yml",
        "reperes.yml",
        "vocabulaire/langues.yml",
        "quartiers/port.yml",
        "organismes/ville.yml",
        "droits/carte-solidaire.yml",
        "fiches/port/bains.yml",
    )
    assert {nom: (t.genre, t.slug, t.zone) for nom, t in vus.items()} == {
        "annuaire.yml": ("annuaire", "", ""),
        "reperes.yml": ("reperes", "", ""),
        "vocabulaire/langues.yml": ("vocabulaire", "langues", ""),
        "quartiers/port.yml": ("quartier", "port", ""),
        "organismes/ville.yml": ("organisme", "ville", ""),
        "droits/carte-solidaire.yml": ("droit", "carte-solidaire", ""),
        "fiches/port/bains.yml": ("fiche", "bains", "port"),
    }


def test_pages_and_translations_are_read_elsewhere_hidden_files_and_readmes_are_other_people_s(tmp_path):
    d_autres = ("pages/index.md", "traductions/en/x.po", ".git/config", "fiches/.brouillon.yml", "README.md", "fiches/README.md")
    assert trouves(tmp_path, *d_autres) == {}


def test_pages_below_the_top_are_no_pages(tmp_path):
    assert list(trouves(tmp_path, "fiches/pages/a.yml")) == ["fiches/pages/a.yml"]


def test_any_other_file_is_told(tmp_path):
    vus = trouves(
        tmp_path, "note.txt", "fiche/port/a.yml", "fiches/a.yml", "fiches/port/a/b.yml", "fiches/port/A.yml",
        "annuaire.yaml", "photo.jpg",
    )
    assert len(vus) == 7 and all(t.faute and t.genre is None for t in vus.values())


def test_files_come_in_the_same_order_whatever_the_disk(tmp_path):
    noms = list(trouves(tmp_path, "quartiers/b.yml", "fiches/z/a.yml", "fiches/a/z.yml", "quartiers/a.yml"))
    assert noms == ["fiches/a/z.yml", "fiches/z/a.yml", "quartiers/a.yml", "quartiers/b.yml"]


def test_a_cache_that_says_so_holds_no_fiche(tmp_path):
    (tmp_path / "build" / "cache" / "rues").mkdir(parents=True)
    marque = tmp_path / "build" / "cache" / "rues" / "CACHEDIR.TAG"
    marque.write_text("Signature: 8a477f597d28d172789f06886806bc55\n")
    assert trouves(tmp_path, "build/cache/rues/a1/b2", "annuaire.yml").keys() == {"annuaire.yml"}
    marque.write_text("something else")
    assert "build/cache/rues/a1/b2" in trouves(tmp_path)


def test_a_mark_of_a_cache_among_fiches_hides_none(tmp_path):
    (tmp_path / "fiches/port").mkdir(parents=True)
    (tmp_path / "fiches/port/CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n")
    vus = trouves(tmp_path, "fiches/port/bains.yml")
    assert vus["fiches/port/bains.yml"].genre == "fiche" and "serait oublié" in vus["fiches/port/CACHEDIR.TAG"].faute.phrase
