"""Reviewing a change: each fiche before and after, in sentences that one can judge without being a programmer."""
