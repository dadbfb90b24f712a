"""My selection: its page, and what it shows of each fiche."""
