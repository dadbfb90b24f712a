"""Keeping the directory true: what is due, the sheet to phone through, and the answer written into the file."""
