"""One folder a page or part of a page, with its template, its style and its script."""
