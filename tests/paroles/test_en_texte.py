"""Where nothing can be clicked on, what is said stands in plain text, whole."""

from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.paroles.contact import contact
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.texte import fait


def test_a_site_is_said_by_its_address(directory):
    parole = Parole.de_la_source(directory)
    dits = [fait(parole, f) for f in contact(parole, Contact.model_validate({"site": "https://example.org/accueil"}))]
    assert dits == ["https://example.org/accueil"]
