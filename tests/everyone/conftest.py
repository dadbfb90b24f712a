"""What must hold for everybody: any ability, any browser, any text in a fiche."""

from promenade import en_ligne, visiteur  # noqa: F401 - fixtures
