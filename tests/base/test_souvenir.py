"""What is worked out once for an object is not kept longer than the object."""

import gc

from quifaitquoi.base.souvenir import une_fois


class Lieu(dict):
    """Holds a mapping, so that it has no hash."""


def test_it_is_worked_out_once_for_each_object_and_again_for_another_at_its_place():
    fait = une_fois(lambda lieu: [lieu["nom"]])
    rendus = []
    for nom in ("gare", "port", "gare"):
        lieu = Lieu(nom=nom)
        assert fait(lieu) is fait(lieu)
        rendus.append(fait(lieu))
        del lieu
        gc.collect()
    assert rendus == [["gare"], ["port"], ["gare"]]
