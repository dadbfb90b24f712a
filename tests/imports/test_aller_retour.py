"""Round trips through data.inclusion: what goes out and comes back is the same or in doubt; what came in goes out as it came."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from data_inclusion.schema.v1 import ModeMobilisation, PersonneMobilisatrice, Public, Thematique
from tests.imports.fichiers_essayes import ecrit

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.commands import main
from quifaitquoi.echanges.sorties.data_inclusion import services, structures
from quifaitquoi.horaires import Calendrier, intervalles, lire
from quifaitquoi.savoir import national
from quifaitquoi.savoir.publiable import publiable

JOUR = date(2026, 11, 20)
Enregistrements = dict[str, dict]

# Field of theirs that may come back otherwise → the fields of ours of which a doubt then says so. Nothing else may change.
EN_DOUTE = {
    "conditions_acces": ("acces.conditions",),  # text, of which only a person makes terms
    "zone_eligibilite": ("publics.communes",),  # codes of towns, of which only the directory knows the names
    "modes_accueil": ("acces.ou",),  # « à distance » is by telephone or by video
    # « tous-publics » is what a form says by default; of other terms this vocabulary has several, or none.
    "publics": ("publics.accueil", "publics.situations"),
    # A service that takes place elsewhere, without an address.
    **dict.fromkeys(("adresse", "complement_adresse", "code_postal", "latitude", "longitude"), ("acces.ou",)),
}
LIENS = {"id", "source", "structure_id", "lien_source", "code_insee"}  # whose it is now; a postcode is not taken for a code


@pytest.fixture(scope="module")
def parti(port_exemple) -> Territoire:
    return publiable(enrichir(verifier(port_exemple, JOUR).directory, JOUR))


@pytest.fixture(scope="module")
def revenu(port_exemple, parti, tmp_path_factory) -> Territoire:
    """Port-Exemple, all its fiches taken out and its own open data imported."""
    dossier = tmp_path_factory.mktemp("aller-retour")
    vide = Path(shutil.copytree(port_exemple, dossier / "port", ignore=shutil.ignore_patterns(
        "fiches", "droits", "ressources", "annonces", "traductions")))
    (vide / "fiches").mkdir()
    annuaire = vide / "annuaire.yml"
    annuaire.write_text(re.sub(r"(?m)^ +fiche: .*\n", "", annuaire.read_text("utf-8")), encoding="utf-8")
    fichiers = [ecrit(dossier, "structures.json", structures(parti)), ecrit(dossier, "services.json", services(parti))]
    return _importe(vide, fichiers, "--zone", "partout")


def _importe(dans: Path, fichiers: list[Path], *mots: str) -> Territoire:
    fait = CliRunner().invoke(main, ["import", "data-inclusion", *map(str, fichiers), "--dans", str(dans), *mots],
                              env={"SOURCE_DATE_EPOCH": "1795132800"})
    assert fait.exit_code == 0, fait.output
    rapport = verifier(dans, JOUR)
    assert rapport.erreurs == ()
    return enrichir(rapport.directory, JOUR)


def _par_origine(territoire: Territoire) -> tuple[Enregistrements, Enregistrements]:
    """The structures and services that go out now, by what they were called when they came in."""
    annuaire = territoire.directory.annuaire
    lieux = {lieu["id"]: lieu for lieu in structures(territoire)}
    siens = {service["id"]: service for service in services(territoire)}
    des_lieux, des_services = {}, {}
    for vue in territoire.fiches.values():
        for origine in (vue.fiche.identifiants and vue.fiche.identifiants.data_inclusion) or ():
            des_lieux[origine] = lieux[national.id_de_structure(annuaire, vue)]
        for vu in vue.services:
            for origine in (vu.service.identifiants and vu.service.identifiants.data_inclusion) or ():
                des_services[origine] = siens[national.id_de_service(annuaire, vue, vu)]
    return des_lieux, des_services


def _autrement(avant: dict, apres: dict) -> set[str]:
    return {nom for nom in {*avant, *apres} - LIENS if _lisse(nom, avant.get(nom)) != _lisse(nom, apres.get(nom))}


def _lisse(nom: str, dit: object) -> object:
    """Hours are compared as they open over a year, texts without their kinds of spaces."""
    if nom == "horaires_accueil" and dit:
        return intervalles(lire(dit), Calendrier("FR"), date(2026, 1, 1), date(2026, 12, 31))
    return " ".join(dit.split()) if isinstance(dit, str) else dit


def test_places_come_back_as_they_went(parti, revenu):
    lieux, _ = _par_origine(revenu)
    partis = {lieu["id"]: lieu for lieu in structures(parti)}
    assert {origine: _autrement(partis[origine], lieu) for origine, lieu in lieux.items()} == dict.fromkeys(lieux, set())
    # Those that are left out offer what no list of terms says: the account asks about each.
    assert len(partis.keys() - lieux.keys()) <= len(partis) // 10


def test_services_come_back_as_they_went_or_in_doubt(parti, revenu):
    _, siens = _par_origine(revenu)
    partis = {service["id"]: service for service in services(parti)}
    douteux = {origine: {doute.champ for doute in vue.fiche.a_confirmer or ()} for vue in revenu.fiches.values()
               for vu in vue.services for origine in (vu.service.identifiants and vu.service.identifiants.data_inclusion) or ()}
    for origine, service in siens.items():
        for nom in _autrement(partis[origine], service) - {"thematiques"}:
            if nom == "publics_precisions" and partis[origine][nom] in service[nom]:
                continue  # what was a term of ours is a sentence now, beside the terms of theirs
            assert any(champ.endswith(EN_DOUTE.get(nom, ())) for champ in douteux[origine]), (origine, nom)
    assert len(siens) > len(partis) * 0.9


DITS_PAR_NOUS = {"mobilisation_precisions", "publics_precisions", "frais_precisions"}  # our sentences about what came in


def test_what_came_in_goes_out_with_nothing_more(petit_port, tmp_path):
    port = Path(shutil.copytree(petit_port, tmp_path / "port"))
    lieux, siens = zip(*(_lieu(n, terme) for n, terme in enumerate(Thematique)), strict=True)
    avant = _importe(port, [ecrit(tmp_path, "structures.json", lieux), ecrit(tmp_path, "services.json", siens)])
    des_lieux, des_services = _par_origine(avant)
    entres = {un["id"]: un for un in (*lieux, *siens)}
    assert len(des_services) >= 20  # the terms that this vocabulary knows
    for origine, un in (des_lieux | des_services).items():
        for nom in un.keys() - LIENS - DITS_PAR_NOUS if origine in entres else ():
            dit, source = un[nom], entres[origine].get(nom)
            plus = set(dit) - set(source or ()) if isinstance(dit, tuple) else set() if dit == source else {dit}
            # A service says where its place is, and how to call it.
            assert not plus or (origine in des_services and dit == entres[entres[origine]["structure_id"]].get(nom)), (origine, nom)


def _lieu(n: int, terme: Thematique) -> tuple[dict, dict]:
    publics, modes, par = list(Public), list(ModeMobilisation), list(PersonneMobilisatrice)
    ici = {"commune": "Port-Exemple", "code_postal": "99340", "latitude": round(46.3315 + n / 10_000, 4), "longitude": -3.0560}
    lieu = {"source": "dora", "id": f"dora--{n}", "nom": f"Maison {n} du Port", "date_maj": "2026-10-02",
            "adresse": f"{n + 1} rue du Sel", **ici}
    return lieu, {
        "source": "dora", "structure_id": lieu["id"], "id": f"dora--service-{n}", "nom": f"Service {n}",
        "description": "Un accueil.", "date_maj": "2026-10-02", "thematiques": [terme.value], "modes_accueil": ["en-presentiel"],
        "frais": "payant" if n % 2 else None, "publics": [publics[n % len(publics)].value],
        "modes_mobilisation": [modes[n % len(modes)].value], "mobilisable_par": [par[n % len(par)].value]}
