"""Change a file as text: cut, put in order, fill in from answers, forms or positions, prepare for translators."""
