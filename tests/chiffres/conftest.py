"""A visitor of the page of figures."""

from promenade import visiteur  # noqa: F401 - a fixture
