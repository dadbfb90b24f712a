"""`python -m quifaitquoi` is the command `quifaitquoi`."""

from quifaitquoi.commands import main

main(prog_name="quifaitquoi")
