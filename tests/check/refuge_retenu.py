"""A withheld place, and the words that give its door away."""

from __future__ import annotations

RETENUE = """\
nom: Refuge Horizon
organisme: horizon
genre: lieu
confidentialite: adresse-non-publiee
adresse:
  commune: Port-Exemple
contact:
  telephone: "02 61 91 09 09"
services:
  - quoi: violences
responsables: [coordination]
verification:
  le: 2026-11-02
  comment: telephone
  par: coordination
"""
SECRET = "au fond de la cour"
