"""From an extract of OpenStreetMap to the street background that a territory keeps. Nothing else here knows OpenStreetMap."""
