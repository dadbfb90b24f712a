"""A YAML file in its usual form: keys in the order of the model, and one spelling for phones, hours and quotes.

Nothing else moves: line breaks, indents, empty lines and the choice between brackets and dashes are the volunteer's.
"""

from quifaitquoi.edition.mise_en_forme.mise_en_forme import mettre_en_forme

__all__ = ["mettre_en_forme"]
