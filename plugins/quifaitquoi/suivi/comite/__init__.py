"""The folder of a review meeting: fiches in large type to tick and cross together, and a sheet for whoever writes down."""
