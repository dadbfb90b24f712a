"""What cannot be done, said to whoever asked for it."""


class Refus(Exception):
    """Its text is a plain French sentence for whoever asked. The command line says it and stops, and so nobody else has to."""
