"""« Ma feuille pour les jours difficiles »: a page that leads to a sheet of paper, and keeps nothing."""
