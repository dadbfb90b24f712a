"""Guides, kits and courses: one page, and the short list of other pages."""
