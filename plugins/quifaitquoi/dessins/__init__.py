"""Drawings that several outputs share: the small map of a place, labels that do not overlap. SVG, no page."""
