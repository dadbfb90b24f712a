"""Open data: what the directory knows, given out in the formats of the field."""
