"""What a directory is made of, in the words its volunteers write. Knows no YAML, no file and no page."""
