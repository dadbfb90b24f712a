"""Say: every fact, state and figure in a reader's language, as segments. No HTML, no Typst, no file."""
