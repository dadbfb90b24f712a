"""Know: what follows from the directory and its past, in slugs, dates and numbers. No words."""
