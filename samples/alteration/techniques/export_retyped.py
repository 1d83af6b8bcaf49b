"""A figure typed over in a bank's export for programs (MT940, OFX, camt.053), with an editor: everything else stays byte for byte.

What it leaves: nothing in the file; balances and sums that do not follow from its rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from samples.alteration.technique import CannotAlter, Replacement, Technique

_STEP = re.compile(r"([A-Za-z0-9]+|:\w+:)(?:\[(\d+)\])?")
_FIGURE = re.compile(r"[+-]?\d[\d.,]*")


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:  # noqa: ARG001  nothing is left to chance
    # One character for each byte: whatever the file is written in, tags and digits are the same.
    text = content.decode("latin-1")
    if not text.startswith((":", "{", "OFX", "<")):
        raise CannotAlter("this is no export for programs")
    for replacement in replacements:
        start, end = _place(text, replacement.cell)
        if text[start:end].lstrip("+-") != replacement.old.lstrip("+-"):
            raise CannotAlter(f"{replacement.cell} does not show {replacement.old}")
        # Where the file says by a letter what is a debit, there is no sign at the digits, whatever the figure is.
        signed = text[start] in "+-" or replacement.old[:1] not in "+-"
        text = text[:start] + (replacement.new if signed else replacement.new.lstrip("+-")) + text[end:]
    return text.encode("latin-1")


def _place(text: str, path: str) -> tuple[int, int]:
    """Where the digits of `path` stand: ":61:[3]", or "/OFX/…/STMTTRN[3]/TRNAMT".   Raises CannotAlter when they do not."""
    at = 0
    steps = [_STEP.fullmatch(step) for step in path.strip("/").split("/")]
    for step in steps:
        if step is None:
            raise CannotAlter(f"nothing is known of the place {path}")
        tag = re.escape(step[1]) if step[1].startswith(":") else rf"<(?:\w+:)?{step[1]}(?:\s[^<>]*)?>"
        for _ in range(int(step[2] or 1)):
            found = re.compile(tag if tag.startswith("<") else f"^{tag}", re.MULTILINE).search(text, at)
            if found is None:
                raise CannotAlter(f"there is nothing at {path}")
            at = found.end()
    if path.startswith(":"):
        # Date (and a second one), D or C, then for balances the currency.
        head = re.compile(r"(?:\d{6}(?:\d{4})?R?[DC][A-Z]?|[DC]\d{6}[A-Z]{3})").match(text, at)
        at = head.end() if head else at
    digits = _FIGURE.match(text, at)
    if digits is None:
        raise CannotAlter(f"there is no figure at {path}")
    return digits.start(), digits.end()


TECHNIQUE = Technique(name="export_retyped", split="test", media="workbook", apply=_apply)
