"""What a line of a British or American statement is, and how such a statement is written down here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samples.papers.paper import RowStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line.

    captions  wordings in use, of which a firm keeps one; "" for a sum without words
    concepts  the first of them that the record has is printed; (): a heading
    level     steps that it is indented
    deducted  what is stored positive prints negative
    inner     stands in the inner column where each year has two
    note      number of the note that it refers to
    whole     left out when the firm's own lines of the group are listed (they stand in its place)
    only      "fallback": printed when none of the parts of its concept is; "sum": when one of them is; "": always
    """

    captions: tuple[str, ...]
    concepts: tuple[str, ...] = ()
    style: RowStyle = "plain"
    level: int = 0
    deducted: bool = False
    inner: bool = False
    note: str = ""
    whole: bool = False
    only: str = ""


def items(text: str) -> tuple[Item, ...]:
    """Lines "caption ~ other caption | concept/other concept | words": two blanks a level; words: those of Item."""
    return tuple(_items(text.strip("\n").splitlines()))


def _items(lines: Iterable[str]) -> Iterable[Item]:
    styles: dict[str, RowStyle] = {"subtotal": "subtotal", "total": "total", "strong": "strong"}
    for line in lines:
        caption, concept, words = ([part.rstrip() for part in line.split("|")] + ["", ""])[:3]
        given = words.split()
        style: RowStyle = next((styles[word] for word in given if word in styles), "plain")
        yield Item(
            captions=tuple(part.strip() for part in caption.split(" ~ ")),
            concepts=tuple(concept.strip().split("/")) if concept.strip() else (),
            style=style if concept.strip() else "section",
            level=(len(caption) - len(caption.lstrip())) // 2,
            deducted="deducted" in given,
            inner="inner" in given,
            note=next((word for word in given if word.isdigit()), ""),
            whole="whole" in given,
            only=next((word for word in given if word in {"fallback", "sum"}), ""),
        )
