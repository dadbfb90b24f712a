"""Lists of fiches: by need, neighbourhood, life moment, organisation."""
