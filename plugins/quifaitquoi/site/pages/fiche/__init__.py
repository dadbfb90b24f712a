"""The page of a fiche."""
