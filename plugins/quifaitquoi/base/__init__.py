"""What any program may need: days, git, cores, the network, text. It knows nothing of this one, and imports nothing of it."""
