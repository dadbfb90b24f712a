"""From files to text with positions: bounded, suspicious of everything, and never losing a word silently."""
