"""Show to those who keep it true: the phone round, the review of a change, the forge, the report."""
