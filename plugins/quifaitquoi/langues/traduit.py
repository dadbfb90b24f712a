"""A territory's own text in the reader's language, told apart from one that is still in French."""

from __future__ import annotations


class Traduit(str):
    """A translated text. `ancien`: its French source has changed since it was translated."""

    ancien: bool = False

    @classmethod
    def de(cls, texte: str, ancien: bool = False) -> Traduit:
        traduit = cls(texte)
        traduit.ancien = ancien
        return traduit

    def __repr__(self) -> str:
        # Digests of pages are made from this: a text that grows old changes its page.
        return f"Traduit({str(self)!r}, {self.ancien})"
