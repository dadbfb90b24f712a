"""What was answered, on the phone or in a form, written into a fiche."""
