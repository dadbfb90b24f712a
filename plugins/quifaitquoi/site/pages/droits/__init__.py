"""Rights: what one may be entitled to, and who helps to ask for it here."""
