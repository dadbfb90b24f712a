"""Marks for French messages that are written in one place and said in another: extraction finds them by these names."""

from __future__ import annotations


def N_(message: str) -> str:
    return message


def NN_(un: str, plusieurs: str) -> tuple[str, str]:
    return un, plusieurs
