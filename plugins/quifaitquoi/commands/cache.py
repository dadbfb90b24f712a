"""The option that every command with a cache has: without it, the same comes out, later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import click

from quifaitquoi.base.cache import Cache, SansCache


def sans_cache(commande: Callable) -> Callable:
    """Gives the command the `cache` that it may use."""
    choisi = lambda _ctx, _option, sans: SansCache() if sans else Cache(dire=partial(click.echo, err=True))
    return click.option("--sans-cache", "cache", is_flag=True, callback=choisi,
                        help="Tout refaire, sans rien reprendre de build/cache.")(commande)
