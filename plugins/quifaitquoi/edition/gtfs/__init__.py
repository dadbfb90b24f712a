"""From a GTFS feed to the stops and lines of reperes.yml. Nothing else here knows GTFS."""
