"""Qui fait quoi: read → model → check → enrich → render → site, leaflets, data."""
