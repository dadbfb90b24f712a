"""Stories about the selection, in a real browser."""

from promenade import en_ligne, site, visiteur  # noqa: F401 - fixtures
