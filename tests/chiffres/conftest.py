"""Port-Exemple's site, for its page of figures."""

from promenade import site, visiteur  # noqa: F401 - fixtures
