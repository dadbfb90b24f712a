"""The pages that belong to no fiche: home, indexes, glossary, everything."""
