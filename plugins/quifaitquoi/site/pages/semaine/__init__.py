"""« Cette semaine, chez vous »: what is announced, for the screen and to be read on the radio."""
