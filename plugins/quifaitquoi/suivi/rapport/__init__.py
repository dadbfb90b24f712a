"""What is due and what is known, for a terminal and for a program."""
