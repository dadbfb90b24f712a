"""What the weekly jobs tell the forge: one issue per role with what is due, one with the web addresses that died or moved."""
