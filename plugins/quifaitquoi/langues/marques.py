"""Marks for French messages that are written in one place and said in another: extraction finds them by these names."""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802 - the usual name
    return message


def NN_(un: str, plusieurs: str) -> tuple[str, str]:  # noqa: N802 - as N_, for messages that count
    return un, plusieurs
