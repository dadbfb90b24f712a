"""What could lead to a door that must stay unknown: in a text, in a link, among the names of the territory."""
