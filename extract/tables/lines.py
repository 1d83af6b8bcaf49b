"""Words to printed rows: what stands on one line, cut into the chunks that belong together.

Paper and workbooks meet here: a row of a page and a row of a sheet have the same shape, so every reader above works on both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extract.numerals import parse
from extract.page import Page, Sheet, Word
from extract.place import Box, Place
from extract.tables.damaged import next_column, one_day, parted, with_point, with_strokes, with_tears
from extract.tables.grouping import lines_of, same_height

#: Width that a sheet's column is given, so that columns of a workbook can be told apart by x as on paper.
SHEET_COLUMN_POINTS = 100.0
SHEET_ROW_POINTS = 12.0
#: Of wrong readings whose second reading differs, the share in which that one is right.
_SECOND_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words that belong together: a label, a caption or one printed figure.

    cell, path   where it stands in a workbook or a delimited file; both None on paper
    """

    text: str
    box: Box
    words: tuple[Word, ...] = ()
    cell: str | None = None
    path: str | None = None

    @property
    def confidence(self) -> float:
        return min((word.confidence for word in self.words), default=1.0)

    @property
    def second(self) -> str | None:
        """What the second recogniser read, where each of its words was read twice."""
        if not self.words or any(word.second is None for word in self.words):
            return None
        return " ".join(word.second or "" for word in self.words)

    @property
    def others(self) -> tuple[tuple[str, float], ...]:
        """What else it may say, with the probability of each: one of its words at a time read otherwise."""
        second = self.second
        if second is not None and second != self.text and not any(word.alternatives for word in self.words):
            return ((second, (1 - self.confidence) * _SECOND_SHARE),)
        return tuple(
            (joined([replace(word, text=text) if index == place else word for index, word in enumerate(self.words)]), chance)
            for place, changed in enumerate(self.words)
            for text, chance in changed.alternatives
        )

    def place(self, sha256: str, page: int | None) -> Place:
        if self.cell is not None:
            return Place(sha256=sha256, cell=self.cell)
        if self.path is not None:
            return Place(sha256=sha256, path=self.path)
        seen = [word.seen for word in self.words if word.seen is not None]
        return Place(sha256=sha256, page=page, box=Box.around(seen) if seen else self.box)


@dataclass(frozen=True, slots=True)
class Row:
    """Chunks on one printed line, left to right.   page: None for a sheet   number: from 0 within its page or sheet"""

    page: int | None
    number: int
    chunks: tuple[Chunk, ...]
    recognised: bool = False

    @property
    def text(self) -> str:
        return " ".join(chunk.text for chunk in self.chunks)

    @property
    def box(self) -> Box:
        return Box.around(chunk.box for chunk in self.chunks)


def rows_of_page(page: Page) -> list[Row]:
    """The printed lines of a page, top to bottom; words of one line overlap by more than half of the lower one's height."""
    if page.source == "ocr":
        words: Sequence[Word] = [piece for word in page.words for part in parted(with_point(with_strokes(word))) for piece in _pieces(part)]
    else:
        words = page.words
    if _is_letter_spaced(words):
        words = _closed_up(words)
    lines = [with_tears(line) for line in lines_of(words)] if page.source == "ocr" else _from_the_top(words)
    lines.sort(key=lambda line: median(word.box.middle for word in line))
    recognised = page.source == "ocr"
    return [
        Row(page.number, number, tuple(_chunks(sorted(line, key=lambda word: word.box.x0))), recognised or _is_doubted(line))
        for number, line in enumerate(lines)
    ]


def _from_the_top(words: Sequence[Word]) -> list[list[Word]]:
    """Words whose lines are level, as in a text layer: each to the line above that it stands on."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda item: (item.box.middle, item.box.x0)):
        home = next((line for line in reversed(lines[-4:]) if same_height(line, word)), None)
        if home is None:
            lines.append([word])
        else:
            home.append(word)
    return lines


def _is_doubted(line: Sequence[Word]) -> bool:
    """Whether a line of a text layer holds a word that its own reader doubts: each figure of it then has its word's confidence."""
    return any(word.confidence < 1.0 for word in line)


def rows_of_sheet(sheet: Sheet) -> list[Row]:
    """The filled rows of a sheet or delimited file."""
    by_row: dict[int, list[Chunk]] = {}
    for cell in sheet.cells:
        if not cell.text.strip():
            continue
        left, top = (cell.column - 1) * SHEET_COLUMN_POINTS, (cell.row - 1) * SHEET_ROW_POINTS
        box = Box(left, top, left + SHEET_COLUMN_POINTS * cell.span - 1, top + SHEET_ROW_POINTS - 1)
        if cell.left is not None and cell.right is not None:
            box = Box(cell.left, top, cell.right, box.bottom)
        by_row.setdefault(cell.row, []).append(
            Chunk(cell.text.strip(), box, (), None if sheet.delimited else cell.place, cell.place if sheet.delimited else None)
        )
    return [
        Row(None, number, tuple(sorted(chunks, key=lambda chunk: chunk.box.x0)))
        for number, (_, chunks) in enumerate(sorted(by_row.items()))
    ]


#: A page is set letter by letter when this share of its western words are single characters, and there are so many.
_SINGLE, _LEAST_SINGLE = 0.7, 40
#: A letter follows the one before it within this many usual distances between letters; a word stands further off.
_LETTER_GAP = 1.6


def _is_letter_spaced(words: Sequence[Word]) -> bool:
    western = [word for word in words if word.text.isascii()]
    single = sum(len(word.text.replace(" ", "")) == 1 or _spelt(word.text) for word in western)
    return single >= _LEAST_SINGLE and single >= _SINGLE * len(western)


def _spelt(text: str) -> bool:
    """Whether `text` is letters with a space between each two."""
    return len(text) > 2 and all(len(part) == 1 for part in text.split(" "))


def _closed_up(words: Sequence[Word]) -> list[Word]:
    """Words put together again from the letters of a page whose letters are set apart ("1 , 7 2 3 . 3 0")."""
    lines = _from_the_top([replace(word, text=word.text.replace(" ", "")) for word in words])
    ordered = [sorted(line, key=lambda word: word.box.x0) for line in lines]
    gaps = [max(after.box.x0 - before.box.x1, 0.0) for line in ordered for before, after in pairwise(line)]
    limit = _LETTER_GAP * median(gaps) + 0.3 if gaps else 0.0
    result: list[Word] = []
    for line in ordered:
        whole = line[0]
        for word in line[1:]:
            if word.box.x0 - whole.box.x1 <= limit:
                whole = replace(whole, text=whole.text + word.text, box=whole.box.union(word.box), second=None)
            else:
                result.append(whole)
                whole = word
        result.append(whole)
    return result


def _pieces(word: Word) -> list[Word]:
    """A recognised phrase that runs from a figure into the label of the next column ("667,509.30 非流动负债："), cut between them."""
    parts = word.text.split()
    amounts = [re.search(r"\d[,.]\d", part) is not None and parse(part) is not None for part in parts]
    others = [part for part, amount in zip(parts, amounts, strict=True) if not amount]
    if not any(amounts) or not others or any(re.search(r"\d", part) for part in others):
        return [word]
    total = sum(display_width(part) for part in parts) + len(parts) - 1
    step = word.box.width / total
    pieces = []
    left = word.box.x0
    for part in parts:
        right = left + display_width(part) * step
        seen = word.seen
        if seen is not None:  # moved with the piece; on a page turned by a quarter the whole phrase is shown
            upright = seen.width >= seen.height
            shift = seen.x0 - word.box.x0
            seen = Box(left + shift, seen.top, right + shift, seen.bottom) if upright else seen
        box = Box(left, word.box.top, right, word.box.bottom)
        pieces.append(replace(word, text=part, box=box, second=None, seen=seen, alternatives=()))
        left = right + step
    return pieces


def display_width(text: str) -> int:
    """Width in half-width characters: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _chunks(words: Sequence[Word]) -> Iterable[Chunk]:
    """Cut one line at its wide gaps.

    A gap is wide when it exceeds 0.9 of the line's letter height; before or after a printed figure, 0.35 (columns of
    figures stand close), unless the two words together are one figure (1 234.50, or a bracket apart from its digits).
    """
    group: list[Word] = []
    for word in words:
        if group and _parted(group, word):
            yield _chunk(group)
            group = []
        group.append(word)
    if group:
        yield _chunk(group)


def _parted(group: Sequence[Word], word: Word) -> bool:
    last = group[-1]
    gap = word.box.x0 - last.box.x1
    height = max(min(last.box.height, word.box.height), 4.0)
    if _spaced_out(group, word) and gap < 2.5 * height:
        return False
    if re.fullmatch(r"[.,]\d{2}", word.text) and re.search(r"\d,?$", last.text) and gap < height:
        return False  # cents that a seal or a fold parted from their figure
    if gap < 1.5 * height and one_day("".join(item.text for item in group), word.text):
        return False
    if gap > 0.9 * height:
        # "£ 1,234" and "( 1,234 )" are set with a wide gap by some programs; the sign alone is no chunk of its own.
        joined = f"{last.text}{word.text}"
        apart = last.text in {"£", "$", "€", "¥", "￥", "(", "（", "-", "£(", "$("} or word.text in {")", "）"}
        both_stand_alone = parse(last.text) is not None and parse(word.text) is not None  # two nil dashes are two figures
        return both_stand_alone or not (apart and gap < 4 * height and parse(joined) is not None)
    left, right = parse(" ".join(item.text for item in group)), parse(word.text)
    if left is None and right is None:
        return False
    if left is not None and right is not None:
        return parse("".join(item.text for item in group) + word.text) is None or gap > 0.35 * height
    if left is not None and re.search(r"[\u4e00-\u9fff]", word.text) and re.search(r"\d[,.]\d", group[-1].text):
        return True  # a figure, then the label of the next column
    if left is not None and word.confidence < 1.0 and next_column(group[-1].text, word.text):
        return True
    # A number inside running text ("Note 3 to the accounts") stays with it; one column off stands clear.
    return gap > 0.6 * height


def _spaced_out(group: Sequence[Word], word: Word) -> bool:
    """Captions of Chinese forms are set wide (资　产, 合　　计): single characters that follow each other are one caption."""
    return all(len(item.text) == 1 and "一" <= item.text <= "鿿" for item in (*group, word))


def _chunk(words: Sequence[Word]) -> Chunk:
    return Chunk(joined(words), Box.around(word.box for word in words), tuple(words))


def joined(words: Sequence[Word]) -> str:
    """The words as one text, with a space where a gap is seen."""
    text = words[0].text
    for before, word in pairwise(words):
        gap = word.box.x0 - before.box.x1
        text += word.text if gap < 0.12 * max(word.box.height, 1.0) else f" {word.text}"
    return text.strip()
