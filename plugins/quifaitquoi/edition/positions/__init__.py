"""Positions of addresses, from the national address base: asked once, kept, and refused where in doubt.

    ban.chercheur(...)       what asks the base (the network), slowly, and keeps its answers
    choix.choisir(...)       its candidates → a position with its score, or the sentence of a doubt
"""
