"""The page of leaflets."""
