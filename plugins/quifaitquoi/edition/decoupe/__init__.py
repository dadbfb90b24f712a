"""Changing a YAML file as a careful hand would: the place asked for, and not one byte beside it.

A file is edited as text, at the places where its values stand, rather than loaded and written out again. On the
183 fiches of both territories as they are laid out today, ruamel.yaml at its best settings gives every byte
back; the same fiches with Windows line ends, two spaces after a colon, dashes flush with their key or no line
break at the end come back changed in every file. A volunteer's layout is the volunteer's.

`editer` in `edition.py` is the way in: it proves each change before it returns.
"""

from quifaitquoi.edition.decoupe.edition import Ajout, Edition, EditionImpossible, Pose, Retrait, editer, editer_entrees

__all__ = ["Ajout", "Edition", "EditionImpossible", "Pose", "Retrait", "editer", "editer_entrees"]
