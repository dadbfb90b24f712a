"""« Ce qui a changé », and its feeds."""
