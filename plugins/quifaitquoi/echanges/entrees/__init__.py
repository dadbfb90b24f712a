"""Open data, in: what others publish → fiches, each fact with its source, none of them verified."""
