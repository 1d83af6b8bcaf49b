"""Pages set by hand: each row is a list of (left edge, text) or (right edge, text, "r")."""

from collections.abc import Sequence

from extract.page import Page, Word
from extract.place import Box
from extract.tables.lines import Row, rows_of_page

HEIGHT = 10.0


def width(text: str) -> float:
    return sum(10.0 if ord(character) > 0x2E80 else 5.0 for character in text)


def page(rows: Sequence[Sequence[tuple]], number: int = 1, source: str = "text_layer") -> Page:
    words = []
    for index, row in enumerate(rows):
        top = 40.0 + 16.0 * index
        for item in row:
            x, text = item[0], item[1]
            left = x - width(text) if len(item) > 2 else x
            for part in text.split(" "):
                words.append(Word(part, Box(left, top, left + width(part), top + HEIGHT)))
                left += width(part) + 3.0
    return Page(number=number, width=595.0, height=842.0, words=tuple(words), source=source)


def rows(spec: Sequence[Sequence[tuple]], number: int = 1) -> list[Row]:
    return rows_of_page(page(spec, number))
