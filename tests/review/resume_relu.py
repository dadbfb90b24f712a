"""The fiches that these tests change, and the summary as people read it."""

from html import unescape

ROUE = "fiches/gare/la-roue-libre.yml"
REFUGE = "fiches/partout/refuge-horizon.yml"
BAINS = "fiches/vieux-port/bains-du-port.yml"


def lisible(resume):
    """The summary as the forge shows its text."""
    return unescape(resume).replace("\u2060", "")
