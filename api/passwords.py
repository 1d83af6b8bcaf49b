"""The passwords of encrypted documents, as their sender gave them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from extract.errors import WronglyCalled

#: Tried on every document that has none of its own: keeps a password out of the list of processes.
VARIABLE = "TIEOUT_PASSWORD"


class Passwords(Mapping[str, str]):
    """Passwords by document name.

    A document is found by its whole name in the loan file, else by the last part of it, else the one for all is taken.
    """

    def __init__(self, by_name: Mapping[str, str] | None = None, for_all: str | None = None) -> None:
        self._by_name = dict(by_name or {})
        self._for_all = for_all

    @classmethod
    def parsed(cls, pairs: Iterable[str]) -> Passwords:
        """From NAME=PASSWORD pairs and the environment. Raises WronglyCalled for a pair without a name."""
        by_name: dict[str, str] = {}
        for pair in pairs:
            name, equals, password = pair.partition("=")
            if not equals or not name:
                raise WronglyCalled("--password: write it as NAME=PASSWORD, with the document's file name before the equals sign.")
            by_name[name] = password
        return cls(by_name, os.environ.get(VARIABLE) or None)

    def __getitem__(self, name: str) -> str:
        for key in (name, name.rpartition("/")[2]):
            if key in self._by_name:
                return self._by_name[key]
        if self._for_all is None:
            raise KeyError(name)
        return self._for_all

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def __bool__(self) -> bool:
        """Whether there is any: a mapping of no names may still hold the one for all."""
        return bool(self._by_name) or self._for_all is not None

    def __len__(self) -> int:
        return len(self._by_name)
