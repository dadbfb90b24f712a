"""`python -m quifaitquoi` is the command `quifaitquoi`."""

from quifaitquoi.commands import programme

programme()
