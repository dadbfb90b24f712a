"""Show on paper: leaflets, and the map background of their plans."""
