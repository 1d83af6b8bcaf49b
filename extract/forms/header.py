"""The captions over a form's columns: one row of them or several, groups over their columns, words parted or wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise

from extract.dates import find_dates
from extract.forms.columns import by_their_neighbours, meaning_of, unknown, worded
from extract.forms.heading import firm_named, is_pair
from extract.forms.layout import ColumnMeaning, FormKind, tight
from extract.forms.period import span_of
from extract.forms.pieces import Piece, is_number
from extract.forms.recognised import mended
from extract.page import Word
from extract.place import Box
from extract.tables.lines import Row, display_width

#: Rows that the captions of one table may take.
_MOST_ROWS = 4
_LONGEST_CAPTION = 40
#: A row of captions follows the one above it within this many heights of a letter.
_CLOSE = 2.6
#: Points that it costs a group to have two columns of one caption: each has a debit and a credit.
_TWICE = 60.0
#: Captions that are set wide most often.
_WIDE = re.compile(r"[期年][初末]余额|本[期年月](?:累计)?发生额|本年累计|科目(?:编码|代码|名称)?|项目|金额|栏次|行次")
_DAYS = re.compile(
    r"(?:日期?|时间|时点|(?<!to )date|period|所属期间?|期间|年月|since|on|established|incorporated|signed|completed|by)\s*[:：]?$",
    re.IGNORECASE,
)
#: Words of a phrase that is looked at for several captions, and the places at most at which it is cut.
_MOST_WORDS, _MOST_CUTS = 12, 4
#: Captions at most that are read as one parted by spaces (项 目, 期 初 余 额).
_PARTS = 6


@dataclass(slots=True)
class Leaf:
    """A column.   path: its captions, top to bottom   box: of all of them, and of the amounts that were found to stand in it"""

    path: list[str]
    box: Box
    meaning: ColumnMeaning | None = None
    caption: Box | None = None

    @property
    def holds(self) -> str:
        return self.meaning.holds if self.meaning is not None else "amount"


@dataclass(slots=True)
class Header:
    """The captions of one table.   first, last: indexes of their rows   leaves: left to right"""

    first: int
    last: int
    leaves: list[Leaf] = field(default_factory=list)

    @property
    def amounts(self) -> list[Leaf]:
        return [leaf for leaf in self.leaves if leaf.holds == "amount"]


def headers(rows: Sequence[Row], pieces: Sequence[tuple[Piece, ...]], kind: FormKind) -> list[Header]:
    """Every block of captions of a form, top to bottom."""
    found: list[Header] = []
    captions = [_captions(row, line, kind) for row, line in zip(rows, pieces, strict=True)]
    index = 0
    while index < len(rows):
        if not captions[index]:
            index += 1
            continue
        run = index
        while run + 1 < len(rows) and captions[run + 1] and _follows(rows[run], rows[run + 1]):
            run += 1
        best = _best(captions, index, run, kind)
        if best is not None:
            found.append(best)
        index = (best.last if best is not None else run) + 1
    return found


def _best(captions: Sequence[list[Piece]], first: int, last: int, kind: FormKind) -> Header | None:
    """The block of captions among the rows of a run that says most; of equals the lowest, since nearest to the amounts."""
    best: tuple[float, Header] | None = None
    for start in range(first, last + 1):
        for end in range(start, min(last, start + _MOST_ROWS - 1) + 1):
            header = _block(captions, start, end, kind)
            if header is None:
                continue
            told = _worth(header) - 0.3 * (end - start)
            if best is None or told > best[0] or (told == best[0] and end > best[1].last):
                best = (told, header)
    return best[1] if best is not None else None


def _worth(header: Header) -> float:
    """How much a block of captions says: columns that are known, one less for each that is not."""
    names = [(leaf.meaning.name, leaf.meaning.span, leaf.meaning.holds, leaf.meaning.on) for leaf in header.leaves if leaf.meaning]
    named = sum(leaf.meaning is not None and leaf.meaning.name == tight(leaf.path[-1])[:24] for leaf in header.leaves)
    return len(set(names)) - 0.6 * named - 0.6 * sum(leaf.meaning is None for leaf in header.leaves) - 0.5 * (len(names) - len(set(names)))


def _block(captions: Sequence[list[Piece]], start: int, end: int, kind: FormKind) -> Header | None:
    """The rows `start` to `end` read as one block of captions; None where they head no table of this form."""
    lines = [captions[index] for index in range(start, end + 1)]
    lowest = max(range(len(lines)), key=lambda place: (len(lines[place]), place))
    if any(len(line) == 1 and not any(line[0].box.overlap_x(piece.box) > 0 for piece in lines[lowest]) for line in lines[lowest + 1 :]):
        return None  # words that open a part of the table
    best: tuple[float, Header] | None = None
    uppers = [place for place in range(len(lines)) if place != lowest]
    for ways in _ways(len(uppers)):
        leaves = [Leaf([piece.text], piece.box, caption=piece.box) for piece in lines[lowest]]
        for place, way in sorted(zip(uppers, ways, strict=True), reverse=True):
            _stack(leaves, lines[place], above=place < lowest, own=way == "own", kind=kind)
        leaves.sort(key=lambda leaf: leaf.box.centre)
        told = [(leaf.path, meaning_of(kind, leaf.path)) for leaf in leaves]
        for leaf, meaning in zip(
            leaves, by_their_neighbours(told) if kind.type == "trial_balance" else [one for _, one in told], strict=True
        ):
            leaf.meaning = meaning
        header = Header(start, end, leaves)
        if best is None or _worth(header) > best[0]:
            best = (_worth(header), header)
    if best is None:
        return None
    header = best[1]
    known = [leaf for leaf in header.leaves if leaf.meaning is not None]
    amounts = [leaf for leaf in known if leaf.holds == "amount"]
    headed = [leaf for leaf in amounts if leaf.meaning is not None and leaf.meaning.headed and not leaf.meaning.caption]
    if len(headed) == len(amounts) == 1 and len(header.leaves) <= 2:
        return None  # one caption of a line is the line and no column
    if not amounts or len(known) * 2 < len(header.leaves):
        return None
    if len(header.leaves) == 1:
        return header if len(header.leaves[0].path) == 1 and _alone(header.leaves[0].path[0]) else None
    return header


def _alone(text: str) -> bool:
    """Whether one caption by itself heads the amounts of a form: £, GBP, 金额, Amount."""
    return (
        re.fullmatch(
            r"[£$¥￥]|gbp|usd|金\s*额(?:[(（]元[)）])?|amount(?: ?\(?[£$]\)?)?|本年累计(?:金额)?|本期(?:数|金额)?", text.strip(), re.I
        )
        is not None
    )


def _ways(count: int) -> Iterator[tuple[str, ...]]:
    if count == 0:
        yield ()
        return
    for rest in _ways(count - 1):
        yield ("own", *rest)
        yield ("shared", *rest)


def _stack(leaves: list[Leaf], line: Sequence[Piece], *, above: bool, own: bool, kind: FormKind) -> None:
    """Put a row of captions above or below the columns.   own: each over the one column that it stands over; else over several"""
    mine = list(leaves)
    rest: list[Piece] = []
    for piece in line:
        over = [leaf for leaf in mine if leaf.box.overlap_x(piece.box) > 0.3 * min(leaf.box.width, piece.box.width)]
        meaning = meaning_of(kind, [piece.text])
        if not over and meaning is not None and meaning.holds != "amount":
            leaves.append(Leaf([piece.text], piece.box, caption=piece.box))
        elif (own or not above) and over:
            _add(max(over, key=lambda leaf: leaf.box.overlap_x(piece.box)), piece, above)
        elif own and meaning is not None:
            leaves.append(Leaf([piece.text], piece.box, caption=piece.box))
        elif meaning is None or meaning.holds == "amount":
            rest.append(piece)
        elif over:
            _add(over[0], piece, above)
    if own or not rest:
        return
    under = [leaf for leaf in sorted(mine, key=lambda leaf: leaf.box.centre) if _amountlike(leaf, kind)]
    for piece, group in _shared(rest, under):
        for leaf in group:
            _add(leaf, piece, above, widen=False)


def _amountlike(leaf: Leaf, kind: FormKind) -> bool:
    meaning = meaning_of(kind, leaf.path)
    return meaning is None or meaning.holds == "amount"


def _add(leaf: Leaf, piece: Piece, above: bool, *, widen: bool = True) -> None:
    leaf.path.insert(0 if above else len(leaf.path), piece.text)
    if widen:
        leaf.box = Box.around((leaf.box, piece.box))


def _shared(groups: Sequence[Piece], leaves: Sequence[Leaf]) -> list[tuple[Piece, list[Leaf]]]:
    """Captions of groups, each with the columns beside each other that it stands over."""
    count, many = len(groups), len(leaves)
    if not count or many < count or many > 16:
        return [(piece, [leaf]) for piece, leaf in zip(groups, leaves, strict=False)] if many else []
    best: tuple[float, list[tuple[Piece, list[Leaf]]]] | None = None
    for skipped in range(many - count + 1):  # columns at the left that no group covers
        for cuts in combinations(range(skipped + 1, many), count - 1):
            edges = (skipped, *cuts, many)
            parts = [list(leaves[left:right]) for left, right in pairwise(edges)]
            cost = sum(_off(piece, part) for piece, part in zip(groups, parts, strict=True)) + 4.0 * skipped
            cost += sum(_TWICE * (len(part) - len({leaf.path[-1] for leaf in part})) for part in parts)
            if best is None or cost < best[0]:
                best = (cost, list(zip(groups, parts, strict=True)))
    return best[1] if best is not None else []


def _off(piece: Piece, leaves: Sequence[Leaf]) -> float:
    """Points by which a caption misses the middle, or the left edge, of the columns below it."""
    box = Box.around(leaf.box for leaf in leaves)
    return min(abs(piece.box.centre - box.centre), abs(piece.box.x0 - box.x0) + 4.0)


def _captions(row: Row, pieces: Sequence[Piece], kind: FormKind) -> list[Piece]:
    """The captions of a row that may head columns; empty where it is none: amounts, pairs and sentences do not stand in one."""
    if not pieces or any(len(piece.text) > _LONGEST_CAPTION for piece in pieces):
        return []
    if any(piece.amount and not _year(piece) and not re.fullmatch(r"[-—£$]+", piece.text) for piece in pieces):
        return []
    if any(is_number(piece.text) and not _year(piece) for piece in pieces):
        return []
    if any(
        re.fullmatch(r"[A-Z]{0,3}[\d\s-]{7,}|.{2,}[:：]", piece.text.strip()) for piece in pieces if not re.search(r"单位|币别", piece.text)
    ):
        return []  # a telephone number, or a caption that its amount follows
    if len(pieces) == 2 and re.fullmatch(r"[-—]+", pieces[1].text.strip()):
        return []  # a line with nothing in it
    if any(_dated(piece, after, kind) for piece, after in pairwise(pieces)):
        return []  # a day beside its caption
    if any(is_pair(piece.text) and not re.match(r"单位|金额单位|币别", piece.text) for piece in pieces):
        return []
    pieces = [piece for piece in pieces if not re.search(r"单位\s*[:：]|币别\s*[:：]", piece.text)]
    if any(re.fullmatch(r"[0-9A-Z]{12,}", piece.text.strip()) or kind.titled(piece.text) or firm_named(piece.text) for piece in pieces):
        return []
    if any(len(find_dates(piece.text)) > 1 or re.search(r"\d\s*[至~]", piece.text) for piece in pieces):
        return []
    if row.recognised:
        pieces = [piece if meaning_of(kind, [piece.text]) is not None else replace(piece, chunk=mended(piece.chunk)) for piece in pieces]
    return [part for piece in _whole(pieces, kind) for part in _split(piece, kind)]


def _dated(piece: Piece, after: Piece, kind: FormKind) -> bool:
    """Whether a caption of a day, or one that heads no column of the form, stands before a day."""
    if _DAYS.search(piece.text):
        return span_of(after.text)[1] is not None
    timed = span_of(after.text)[1] is not None and span_of(piece.text)[1] is None
    return timed and kind.meaning(piece.text) is None and kind.type != "trial_balance"


def _year(piece: Piece) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", piece.text.strip()) is not None


def _whole(pieces: Sequence[Piece], kind: FormKind) -> list[Piece]:
    """Captions set wide (项   目), put together again where that gives one that is known."""
    result: list[Piece] = []
    index = 0
    while index < len(pieces):
        for count in range(min(_PARTS, len(pieces) - index), 1, -1):
            group = pieces[index : index + count]
            text = "".join(re.sub(r"\s", "", piece.text) for piece in group)
            single = all(len(piece.text.strip()) == 1 for piece in group)
            if (single and not set(text) <= {"借", "贷"} and meaning_of(kind, [text]) is not None) or _WIDE.fullmatch(text):
                chunk = replace(group[0].chunk, text=text, box=Box.around(piece.box for piece in group))
                result.append(Piece(chunk))
                index += count
                break
        else:
            result.append(pieces[index])
            index += 1
    return result


def _split(piece: Piece, kind: FormKind) -> Iterator[Piece]:
    """Several captions taken for one phrase ("行次 项目", "Debit Credit", "Balance (£) Overdue (£)"), cut where every part is one."""
    parts = piece.text.split()
    whole = meaning_of(kind, [piece.text])
    sided = kind.type == "trial_balance" and re.search(
        r"借.*贷|贷.*借|debit.*credit|credit.*debit|\bdr\b.*\bcr\b", piece.text, re.IGNORECASE
    )
    if len(parts) < 2 or (whole is not None and not whole.by_word and not sided):
        yield piece
        return
    words = piece.chunk.words
    if 1 < len(words) <= _MOST_WORDS and (cuts := _cuts(words, kind)):
        for left, right in pairwise((0, *cuts, len(words))):
            group = words[left:right]
            text = " ".join(word.text for word in group)
            yield Piece(replace(piece.chunk, text=text, box=Box.around(word.box for word in group), words=tuple(group)))
        return
    if whole is not None or any(kind.meaning(part) is None for part in parts):
        yield piece
        return
    step = piece.box.width / max(1, sum(display_width(part) for part in parts) + len(parts) - 1)
    left_edge = piece.box.x0
    for part in parts:
        right_edge = left_edge + step * display_width(part)
        yield Piece(replace(piece.chunk, text=part, box=Box(left_edge, piece.box.top, right_edge, piece.box.bottom), words=()))
        left_edge = right_edge + step


def _cuts(words: Sequence[Word], kind: FormKind) -> tuple[int, ...]:
    """Where a phrase falls into captions of different columns that are all known, at its widest gaps; () where it does not."""
    gaps = [0.0, *(right.box.x0 - left.box.x1 for left, right in pairwise(words))]
    for count in range(min(_MOST_CUTS, len(words) - 1), 0, -1):
        found = [cuts for cuts in combinations(range(1, len(words)), count) if _different(words, cuts, kind)]
        if found:
            return max(found, key=lambda cuts: sum(gaps[at] for at in cuts))
    return ()


def _different(words: Sequence[Word], cuts: Sequence[int], kind: FormKind) -> bool:
    """Whether each part of a phrase is a caption, and each of another column."""
    names = set()
    for left, right in pairwise((0, *cuts, len(words))):
        text = " ".join(word.text for word in words[left:right])
        plain = re.sub(r"\s*[(（][^()（）]*[)）]\s*$", "", text)
        meaning = meaning_of(kind, [plain]) if kind.type == "trial_balance" else kind.meaning(plain)
        if meaning is None or re.match(r"[(（]", text):
            return False
        names.add((meaning.name, meaning.span, meaning.holds))
    return len(names) == len(cuts) + 1


def _follows(above: Row, below: Row) -> bool:
    return above.page == below.page and below.box.top - above.box.bottom < _CLOSE * max(above.box.height, 6.0)


def resolved(header: Header, *, instant: bool = False) -> None:
    """Name the columns of amounts that the form does not know, so that they are told apart from its own."""
    number = 0
    for leaf in header.leaves:
        if leaf.meaning is None:
            number += 1
            leaf.meaning = (
                ColumnMeaning("", leaf.path[-1][:24], holds="words") if worded(leaf.path) else unknown(leaf.path, number, instant=instant)
            )
