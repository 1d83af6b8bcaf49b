"""One sentence in the two languages that reviewers read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """The same text in Chinese and in English. Raises ValueError when either is empty."""

    zh: str
    en: str

    def __post_init__(self) -> None:
        if not self.zh.strip() or not self.en.strip():
            raise ValueError("a wording needs both languages")

    def filled(self, **values: str) -> Wording:
        """The text with each {name} replaced by its value. Raises KeyError for a name that is not given."""
        return Wording(self.zh.format(**values), self.en.format(**values))
