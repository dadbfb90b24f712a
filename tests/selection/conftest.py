"""Stories about the selection, in a real browser."""

from promenade import en_ligne, visiteur  # noqa: F401 - fixtures
