"""What a sender can mend. A bug is an assertion, never one of these.

TieoutError
    Refused          a document that cannot be read at all
    WronglyCalled    the caller asked for something that does not exist or makes no sense
"""

from __future__ import annotations


class TieoutError(Exception):
    """Anything that the caller can do something about."""


class Refused(TieoutError):
    """A document that cannot be read at all.

    code     stable id, lower-case words joined by hyphens; it stands in the JSON
    problem  what is wrong, one sentence
    remedy   what the sender can do, one sentence
    problem_zh, remedy_zh   the same in Chinese
    """

    def __init__(
        self, code: str, problem: str, remedy: str, *, name: str, page: int | None = None, problem_zh: str = "", remedy_zh: str = ""
    ) -> None:
        super().__init__(f"{name}: {problem} {remedy}")
        self.code = code
        self.problem = problem
        self.remedy = remedy
        self.problem_zh = problem_zh
        self.remedy_zh = remedy_zh
        self.name = name
        self.page = page

    @property
    def text(self) -> str:
        """Problem and remedy."""
        return f"{self.problem} {self.remedy}"

    @property
    def text_zh(self) -> str:
        """Problem and remedy in Chinese."""
        return f"{self.problem_zh}{self.remedy_zh}"


class WronglyCalled(TieoutError):
    """The call itself is wrong: a path that is not there, an unknown rule, an output folder that cannot be written."""
