"""The copy that a visitor keeps on the phone, on request only: its page, what is in it, and the worker that fills and shows it."""
