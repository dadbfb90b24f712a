"""The hand-written pages."""
