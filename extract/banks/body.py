"""The rows under a header: movements, the lines of text that belong to them, carried balances and totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.banks import generic
from extract.banks.amount import NOTHING, Printed, Unreadable, amount_of, is_day, unreadable
from extract.banks.captions import means, names_values, seems
from extract.banks.cells import MONEY, Cells, cells_of, is_amount, is_dated, pieces_of, with_marks_apart
from extract.banks.entries import Block, Entry, Special
from extract.banks.header import Header, find_header, lists_balances, own_day, with_bands
from extract.banks.layout import BankLayout, Role
from extract.banks.marks import outward_of
from extract.banks.special import CAPTION_END, KIND_OF, SpecialKind, section_title, special_kind
from extract.dates import find_dates
from extract.numerals import DecimalMark, parse
from extract.tables.lines import Row

#: Lines of one printed movement follow each other within this many letter heights; a footer stands further off.
_LINE_GAP = 1.3
#: An undated row is a movement of the day before only when it stands no further off than this many usual row distances.
_ROW_GAP = 2.5
#: Days and years of a heading are no amounts.
_COUNT = re.compile(r"\d{1,4}")
#: A time of day says nothing about which day it is.
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")

_TEXT_ROLES: frozenset[Role] = frozenset({"text", "counterparty", "counterparty_account", "reference", "other", "mark", "status"})


def blocks_of(rows: Sequence[Row], layout: BankLayout, decimal: DecimalMark | None) -> list[Block]:
    """Every table of `rows`, which are the rows of one sheet or of all pages."""
    headers: list[tuple[int, int, Header | None]] = []
    index = 0
    while index < len(rows):
        found = find_header(rows, index, layout)
        if found is not None:
            headers.append((index, index + found[1], found[0]))
            index += found[1]
        else:
            if headers and lists_balances(rows[index], layout):
                headers.append((index, index + 1, None))  # the table above it ends here
            index += 1
    blocks: list[Block] = []
    before: tuple[Row, ...] = tuple(rows[: headers[0][0]]) if headers else ()
    for number, (_, start, header) in enumerate(headers):
        end = headers[number + 1][0] if number + 1 < len(headers) else len(rows)
        first = _page_heading(rows, start, end, decimal) if number + 1 < len(headers) else end
        region = rows[start:first]
        if header is None:
            before = tuple(rows[start:end])
            if blocks:
                daily = tuple(_daily(rows[start:end], decimal))
                listed = {id(row) for _, _, row in daily}
                # What is said below the last list, such as the closing balance, is said of the statement.
                below = tuple(row for row in rows[start:end] if id(row) not in listed) if end == len(rows) else ()
                blocks[-1] = replace(blocks[-1], daily=(*blocks[-1].daily, *daily), tail=(*blocks[-1].tail, *below))
            continue
        region = with_marks_apart(region, header)
        # Only paper needs to learn how far its columns reach.
        days_apart = "date" not in header.roles
        dated = [] if header.sheet else [row for row in region if days_apart or is_dated(row)]
        filled = [row for row in dated if any(is_amount(chunk.text, decimal) for chunk in row.chunks)]
        above = [] if "date" in header.roles else [day for row in rows[:start] if (day := own_day(row))]
        running = blocks[-1].entries[-1] if blocks and blocks[-1].entries and not header.sheet else None
        if (
            not above
            and running is not None
            and region
            and running.row.page == (region[0].page or 0) - 1
            and _same_names(blocks[-1].header, header)
        ):
            above = [running.day] if running.day else []  # printed once a day, also across pages
        block = _block(with_bands(header, filled), before, region, decimal, day=above[-1] if above else None)
        blocks.append(block)
        before = (*block.tail, *rows[first:end])
    return blocks


def _daily(rows: Sequence[Row], decimal: DecimalMark | None) -> Iterator[tuple[str, Printed, Row]]:
    """The days and balances of rows that hold nothing else, several pairs side by side; the first other row ends the list."""
    for row in rows:
        chunks = pieces_of(row)
        pairs = list(zip(chunks[::2], chunks[1::2], strict=False))
        found = [(day, amount_of([amount], decimal)) for day, amount in pairs if is_day(day.text)]
        if len(chunks) % 2 or len(found) < len(pairs) or not all(printed for _, printed in found):
            if re.search(r"page|\d+\s*(?:of|/)\s*\d+", row.text, re.IGNORECASE) or not any(is_day(chunk.text) for chunk in chunks):
                continue  # a footer, or the title of a column that goes on overleaf
            return
        yield from ((day.text, printed, row) for day, printed in found if printed is not None)


def _same_names(one: Header, other: Header) -> bool:
    return [column.role for column in one.columns] == [column.role for column in other.columns]


def _page_heading(rows: Sequence[Row], start: int, end: int, decimal: DecimalMark | None) -> int:
    """Where the heading begins that stands over the next header at `end`, on a page of its own; `end` when there is none."""
    page = rows[end].page
    if page is None or start >= end or rows[start].page == page:
        return end
    first = next(index for index in range(start, end + 1) if rows[index].page == page)
    moved = any(
        is_dated(row) and any(is_amount(chunk.text, decimal) and not _COUNT.fullmatch(chunk.text) for chunk in row.chunks)
        for row in rows[first:end]
    )
    return end if moved else first


def _block(
    header: Header, heading: tuple[Row, ...], region: Sequence[Row], decimal: DecimalMark | None, *, day: str | None = None
) -> Block:
    entries: list[Entry] = []
    specials: list[Special] = []
    loose: list[tuple[int, Cells]] = []  # rows of text, each with the number of movements above it
    inner: list[Row] = []
    unread: list[Unreadable] = []
    # The movement, the row of the table of whatever kind, and the dated line of text that a movement begins with, its amount below it.
    last: Row | None = None
    below: Row | None = None
    begun: Row | None = None
    standing: dict[float, str] = {}  # what each column of days printed last: one may print a day once for all rows of it
    last_used, pitch, days_apart = -1, 0.0, "date" not in header.roles
    told_above = False  # whether a line of text since the last movement printed the day
    unbroken = False  # whether line followed line since the last movement
    dated_without_amount = 0
    for position, row in enumerate(region):
        cells = cells_of(row, header, decimal)
        above = region[position - 1] if position else None
        if _in_small_table(row, cells, above):
            inner.append(row)
            continue
        if days_apart and (said := own_day(row)) is not None:
            day, last = said, row
            continue
        if row.page is not None and cells.moved and _bare(cells) and not is_day(pieces_of(row)[0].text):
            inner.append(row)  # a sentence with a date in it, or a footer
            continue
        kind = special_kind(cells) if not (cells.by_role.get("mark") and cells.moved) else None
        if kind is not None and cells.money:
            specials.append(_special_row(kind, cells, len(entries)))
            unread.extend(_unread(cells, None, decimal))
            last_used, below = position, row
            continue
        unbroken = unbroken and above is not None and _touching(above, row)
        near = last is None or unbroken or _near(last, row, pitch) or (begun is not None and _near(begun, row, pitch))
        if cells.moved and (cells.day is not None or days_apart or (near and _told(cells) and not CAPTION_END.search(row.chunks[0].text))):
            day = cells.day or day
            if entries and entries[-1].row.page == row.page and cells.day is not None:
                pitch = max(pitch, row.box.middle - entries[-1].row.box.middle)
            day = None if cells.day is None and _blurred(cells) else day  # another day, which cannot be read: not the one above
            standing.update(cells.days)
            entries.append(replace(_entry(cells, day, standing), dated=cells.day is not None or told_above))
            told_above, unbroken, last, below = False, True, row, row
            unread.extend(_unread(cells, day, decimal))
            last_used = position
        elif cells.moved and near and "in" in cells.money and "out" in cells.money:
            specials.append(_special_row("total", cells, len(entries)))
            last_used = position
        elif _only_text(cells) and not (row is region[-1] and section_title(row.text) is not None):
            dated_without_amount += cells.day is not None
            told_above = told_above or cells.day is not None
            day = cells.day or day
            loose.append((len(entries), cells))
            if cells.day is not None and (below is None or _near(below, row, pitch)):
                begun = below = row
        else:
            inner.append(row)
            going_on = begun is not None and last is not None and _near(begun, row, pitch) and cells.day is None and not cells.money
            inside = (cells.day is not None or going_on) and not cells.moved and (below is None or _near(below, row, pitch))
            lost = list(_unread(cells, cells.day or day, decimal, lost=True)) if inside else []
            if any(item.kept is None for item in lost) or (lost and not _repeats(cells, entries)):
                unread.extend(lost)
                last, day = row, cells.day or day
            below = row if inside else below
    leading = dated_without_amount * 3 > len(entries)
    return _finished(
        Block(header, heading, tuple(entries), tuple(specials), (), tuple(inner), tuple(unread)), region, loose, last_used, leading
    )


def _finished(block: Block, region: Sequence[Row], loose: Sequence[tuple[int, Cells]], last_used: int, leading: bool) -> Block:
    """`block` with its lines of text given to their movements, and with what stands below its last row."""
    entries = list(block.entries)
    joined, attached = _join_text(entries, loose, leading=leading)
    numbers = [position for position, row in enumerate(region) if (row.page, row.number) in attached]
    tail = tuple(region[max([*numbers, last_used], default=-1) + 1 :])
    kept = {(row.page, row.number) for row in tail}
    within = tuple(row for row in block.inner if (row.page, row.number) not in kept)
    return replace(block, entries=tuple(joined), tail=tail, inner=within)


def _in_small_table(row: Row, cells: Cells, above: Row | None) -> bool:
    """Whether the row is of a small table of balances and totals: it names or says one, or stands below the names."""
    return _says_value(row, cells) or names_values(row) or (above is not None and names_values(above) and not is_dated(row))


def _bare(cells: Cells) -> bool:
    """Whether the amounts of a row are only whole numbers of a few digits, such as years and pages."""
    return all(_COUNT.fullmatch(printed.text.strip()) for printed in cells.money.values())


def _told(cells: Cells) -> bool:
    """Whether an undated row can be a movement: it has words, or one amount and the balance after it."""
    both = [cells.money[role].numeral.value for role in ("in", "out") if role in cells.money]
    if len(both) == 2 and all(both):
        return False  # a sum of each side
    return bool(cells.label) or ("balance" in cells.money and not {"in", "out"} <= set(cells.money))


def _says_value(row: Row, cells: Cells) -> bool:
    """Whether a row is the caption of a balance or total with its amount outside the columns of amounts."""
    if cells.day is not None or cells.money or len(row.chunks) < 2:
        return False
    return (means(row.chunks[0].text) or seems(row.chunks[0].text)) in KIND_OF and any(parse(chunk.text) for chunk in row.chunks[1:])


def _blurred(cells: Cells) -> bool:
    """Whether something with digits that is no day stands in the column of days."""
    if any(re.search(r"\d", _CLOCK.sub("", chunk.text)) for _, chunk in cells.by_role.get("date", ())):
        return True
    aside = {chunk.text for role in ("other", "reference") for _, chunk in cells.by_role.get(role, ())}
    return cells.row.page is not None and any(
        chunk.text[:1].isdigit() and find_dates(chunk.text) for chunk in cells.row.chunks[:3] if chunk.text not in aside
    )


def _repeats(cells: Cells, entries: Sequence[Entry]) -> bool:
    """Whether a row only says the balance of the movement above it once more: nothing moved."""
    said, last = cells.money.get("balance"), entries[-1].balance if entries else None
    return said is not None and last is not None and said.numeral.value == last.numeral.value and not said.numeral.malformed


def _unread(cells: Cells, day: str | None, decimal: DecimalMark | None, *, lost: bool = False) -> Iterator[Unreadable]:
    """What in the amounts' places of a row is no well-formed amount; of a row that is read, only what prints digits.

    A row that is left out for want of an amount is known by its balance.
    """
    silent = True
    for role in MONEY:
        printed = cells.money.get(role)
        if printed is not None:
            if printed.numeral.malformed or (lost and silent):
                yield Unreadable(cells.row, cells.day or day, role, printed.chunk, printed.numeral, lost)
            continue
        chunk = unreadable([chunk for _, chunk in cells.by_role.get(role, ())], decimal, paper=cells.row.page is not None)
        if chunk is not None and (lost or re.search(r"[\d#]", chunk.text)):
            silent = False
            yield Unreadable(cells.row, cells.day or day, role, chunk, None, lost)


def _special_row(kind: SpecialKind, cells: Cells, after: int) -> Special:
    balance = cells.money.get("balance") or (cells.money.get("amount") if kind in {"brought", "carried"} else None)
    if balance is None and kind in {"brought", "carried"}:
        balance = cells.money.get("in") or cells.money.get("out")
    return Special(kind, cells.row, after, cells.money.get("in"), cells.money.get("out"), balance)


def _entry(cells: Cells, day: str | None, standing: Mapping[float, str]) -> Entry:
    torn = cells.row.page is not None and cells.day is not None and len(set(standing.values())) > 1
    texts = tuple(chunk.text for _, chunk in cells.by_role.get("text", ()) if chunk.text not in NOTHING)
    return Entry(
        row=cells.row, day=day, texts=texts, counterparty=cells.text("counterparty"),
        counterparty_account=cells.text("counterparty_account"), out=cells.money.get("out"), in_=cells.money.get("in"),
        amount=cells.money.get("amount"), balance=cells.money.get("balance"), mark=_mark(cells), currency=cells.text("currency"),
        status=cells.text("status"), disputed=cells.disputed or torn,
    )  # fmt: skip


def _mark(cells: Cells) -> str | None:
    chunks = cells.by_role.get("mark")
    if not chunks:
        return None
    told = next((chunk.text for _, chunk in chunks if outward_of(chunk.text, generic.LAYOUT) is not None), None)
    return told or " ".join(chunk.text for _, chunk in chunks).strip()


def _near(before: Row, row: Row, pitch: float) -> bool:
    if row.page is None or before.page != row.page:
        return True
    return row.box.middle - before.box.middle <= _ROW_GAP * max(pitch, 2.0 * row.box.height)


def _only_text(cells: Cells) -> bool:
    return (
        cells.row.page is not None and not cells.money and bool(cells.by_role) and set(cells.by_role) <= _TEXT_ROLES | {"date", "currency"}
    )


def _join_text(
    entries: list[Entry], loose: Sequence[tuple[int, Cells]], *, leading: bool
) -> tuple[list[Entry], set[tuple[int | None, int]]]:
    """Give each run of text lines to the movement above or below it: the widest gap of the run parts them.

    leading   this bank prints the first lines of a movement above the line that holds its amount
    """
    attached: set[tuple[int | None, int]] = set()
    for after in sorted({after for after, _ in loose}):
        run = [cells for count, cells in loose if count == after]
        above = entries[after - 1] if after > 0 and entries[after - 1].row.page == run[0].row.page else None
        below = entries[after] if after < len(entries) and entries[after].row.page == run[-1].row.page else None
        cut = 0 if above is None else len(run)
        if above is not None and below is not None:
            line = [above.row, *(cells.row for cells in run), below.row]
            gaps = [lower.box.middle - upper.box.middle for upper, lower in pairwise(line)]
            widest = max(gaps)
            cut = len(run) if max(gaps) < 1.15 * min(gaps) else gaps.index(widest)
            cut = 0 if leading else cut
        if above is not None:
            previous = above.row
            for cells in run[:cut]:
                if not _touching(previous, cells.row) or _of_another_day(cells, entries[after - 1]):
                    break
                entries[after - 1] = _with_text(entries[after - 1], cells, behind=True)
                attached.add((cells.row.page, cells.row.number))
                previous = cells.row
        if below is not None:
            following = below.row
            for cells in reversed(run[cut:]):
                if not _touching(cells.row, following) or _of_another_day(cells, entries[after]):
                    break
                entries[after] = _with_text(entries[after], cells, behind=False)
                attached.add((cells.row.page, cells.row.number))
                following = cells.row
    return entries, attached


def _of_another_day(cells: Cells, entry: Entry) -> bool:
    return cells.day is not None and entry.day is not None and cells.day != entry.day


def _touching(upper: Row, lower: Row) -> bool:
    return upper.page == lower.page and lower.box.top - upper.box.bottom <= _LINE_GAP * max(lower.box.height, upper.box.height)


def _with_text(entry: Entry, cells: Cells, *, behind: bool) -> Entry:
    def joined(mine: str | None, other: str | None, mark: str = "") -> str | None:
        parts = [part for part in ((mine, other) if behind else (other, mine)) if part]
        return mark.join(parts) or None

    more = tuple(chunk.text for _, chunk in cells.by_role.get("text", ()))
    spaced = " " if (entry.counterparty or "").isascii() else ""
    return replace(
        entry,
        texts=(*entry.texts, *more) if behind else (*more, *entry.texts),
        counterparty=joined(entry.counterparty, cells.text("counterparty"), spaced),
        counterparty_account=joined(entry.counterparty_account, cells.text("counterparty_account")),
        day=entry.day if entry.day is not None and (behind or cells.day is None) else cells.day,
    )
