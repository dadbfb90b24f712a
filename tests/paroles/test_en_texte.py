"""Where nothing can be clicked on, what is said stands in plain text, whole."""

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.paroles.contact import contact
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.texte import fait


def test_a_site_is_said_by_its_address(port_exemple, aujourdhui):
    parole = Parole.de_la_source(verifier(port_exemple, aujourdhui).directory)
    dits = [fait(parole, f) for f in contact(parole, Contact.model_validate({"site": "https://example.org/accueil"}))]
    assert dits == ["https://example.org/accueil"]
