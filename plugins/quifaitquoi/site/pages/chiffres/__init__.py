"""« L'annuaire en chiffres »."""
