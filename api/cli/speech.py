"""Where a command says what: results on standard output, all else on standard error."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api import texts
from api.legible import legible
from extract.errors import WronglyCalled

if TYPE_CHECKING:
    from rich.console import Console

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON on standard output, and nothing else there.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no remarks.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more about what is done.")]
InLanguage = Annotated[
    str | None,
    typer.Option("--language", metavar="zh|en", help="Language of what is printed; else as the environment says.", show_default=False),
]


@dataclass(frozen=True)  # no slots: the consoles are made once, when they are first needed
class Speech:
    """The voice of one command."""

    language: texts.Language
    as_json: bool = False
    quiet: bool = False
    verbose: bool = False

    @cached_property
    def out(self) -> Console:
        """Standard output, for results; in a pipe wide enough that no table is cut."""
        return _console(sys.stdout)

    @cached_property
    def err(self) -> Console:
        """Standard error, for progress and remarks."""
        return _console(sys.stderr)

    def say(self, key: str, **values: object) -> str:
        return texts.say(key, self.language, **values)

    def term(self, group: str, value: str | None) -> str:
        return texts.term(group, value).said(self.language)

    def said(self, thing: Mapping[str, Any], name: str) -> str:
        """A text of the JSON in this language where it has it."""
        value = thing.get(f"{name}_zh") if self.language == "zh" else None
        return str(value or thing.get(name) or "")

    def remark(self, text: str) -> None:
        """One line on standard error, unless quiet."""
        if not self.quiet:
            print(printable(text), file=sys.stderr)

    def answer(self, value: Mapping[str, Any]) -> None:
        """The JSON, as the only thing on standard output. In ASCII where the terminal cannot show Chinese."""
        unicode = (sys.stdout.encoding or "").lower().replace("-", "") in {"utf8", "utf16", "gb18030"}
        print(json.dumps(value, ensure_ascii=not unicode, indent=2), file=sys.stdout)


def speech(language: str | None, as_json: bool, quiet: bool, verbose: bool) -> Speech:
    """The voice that the options ask for. Raises WronglyCalled for a language that we do not speak."""
    try:
        spoken = texts.language(language)
    except ValueError as error:
        raise WronglyCalled(f"--language {language}: write zh or en.") from error
    logging.basicConfig(
        level=logging.DEBUG if verbose else logging.ERROR, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr, force=True
    )
    for loud in ("pdfminer", "PIL", "asyncio"):  # they print what stands in documents
        logging.getLogger(loud).setLevel(logging.ERROR)
    return Speech(spoken, as_json, quiet, verbose)


def printable(text: str) -> str:
    """`text` without control characters: a file name or a label must not steer the terminal it is shown on."""
    text = legible(text)
    return "".join(letter if letter.isprintable() or letter in "\n\t" else "�" for letter in text)


def _console(stream: Any) -> Console:
    from rich.console import Console

    width = None if stream.isatty() else 160
    return Console(file=stream, width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)
