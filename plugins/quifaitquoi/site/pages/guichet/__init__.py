"""The desk: five questions by the digits of a keyboard, two or three answers to read out, and what was not found."""
