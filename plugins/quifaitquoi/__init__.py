"""Qui fait quoi: read → model → check → enrich → render → site, leaflets, data."""

import os

# The models are ours alone: no other package installed beside them gets a say, nor costs the time to look for it.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
