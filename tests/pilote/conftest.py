"""Here alone, the pilot's data may be read."""

import pytest

from garde import ouverture


@pytest.fixture(autouse=True)
def pilote_ouvert():
    with ouverture():
        yield
