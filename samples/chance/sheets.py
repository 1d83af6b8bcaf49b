"""A list as a file: a workbook or delimited text, its numbers, days, marks and encoding written in a manner drawn by chance."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from samples.chance.listing import Content, Listing
from samples.papers.banks.texts import MONTHS
from samples.papers.paper import Entry
from samples.press.placed import Placed, Printed

_EPOCH = date(1899, 12, 30)
_FORMATS = ("#,##0.00", "0.00", "General", "#,##0.00;(#,##0.00)", "#,##0.00;-#,##0.00;-", "#,##0.00_);[Red](#,##0.00)")
_SIGNED = {"zh": ('"¥"#,##0.00', "￥#,##0.00"), "en": ('"£"#,##0.00', "#,##0.00")}
_DAYS: dict[str, Sequence[Callable[[date], str]]] = {
    "zh": (lambda day: f"{day:%Y-%m-%d}", lambda day: f"{day:%Y/%m/%d}", lambda day: f"{day:%Y%m%d}", lambda day: f"{day:%Y年%m月%d日}",
           lambda day: f"{day:%Y-%m-%d} 09:{day.day:02d}:00", lambda day: f"{day.year}.{day.month}.{day.day}"),
    "en": (lambda day: f"{day:%d/%m/%Y}", lambda day: f"{day:%Y-%m-%d}", lambda day: f"{day:%d %b %Y}", lambda day: f"{day:%d-%b-%y}",
           lambda day: f"{day:%d.%m.%Y}", lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """How its cells are written.   comma: cents behind a comma   sign: currency before amounts   negative, nil: of amounts"""

    comma: bool
    grouped: bool
    sign: str
    negative: str
    nil: str
    day: Callable[[date], str]
    serial: bool

    def money(self, one: Entry) -> str:
        """The amount as text."""
        if not one.value and self.nil:
            return self.nil
        size = f"{abs(one.value):,.2f}" if self.grouped else f"{abs(one.value):.2f}"
        if self.comma:
            size = size.translate(str.maketrans(",.", ".,"))
        size = f"{self.sign}{size}"
        if one.value >= 0:
            return size
        return {"brackets": f"({size})", "trailing": f"{size}-"}.get(self.negative, f"-{size}")

    def shown(self, one: Content) -> str:
        if isinstance(one, Entry):
            return self.money(one)
        if isinstance(one, date):
            return str((one - _EPOCH).days) if self.serial else self.day(one)
        return one or ""


def style(source: Random, language: str, currency: str) -> Style:
    """One for the file; an American's days are never written with the day first."""
    signs = {"CNY": "¥", "GBP": "£", "USD": "$"}
    days = [lambda day: f"{day:%m/%d/%Y}", *_DAYS["en"][1:4]] if currency == "USD" else list(_DAYS[language])
    comma = language == "en" and currency == "GBP" and source.random() < 0.08
    return Style(
        comma=comma,
        grouped=source.random() < 0.5,
        sign=signs.get(currency, "") if source.random() < 0.12 else "",
        negative=source.choice(("minus", "minus", "brackets", "trailing")),
        nil=source.choice(("", "", "-", "0.00")),
        day=source.choice(days),
        serial=source.random() < 0.05,
    )


def filed(listing: Listing, source: Random, currency: str) -> tuple[str, Printed]:
    """Suffix and content of the file."""
    own = style(source, listing.language, currency)
    return (".xlsx", _book(listing, source, own)) if source.random() < 0.5 else (".csv", _text(listing, source, own))


def _text(listing: Listing, source: Random, own: Style) -> Printed:
    """Delimited text, in an encoding of its language, with ragged rows or full ones."""
    delimiter = ";" if own.comma else source.choice((",", ",", ",", "\t", ";", "|"))
    ragged = source.random() < 0.4
    across = max(map(len, listing.rows))
    out = io.StringIO(newline="")
    if source.random() < 0.04:
        out.write(f"sep={delimiter}\r\n")
    before = out.getvalue().count("\n")
    ends = source.choice(("\r\n", "\n"))
    quoted = source.random() < 0.2
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ends, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    figures = []
    for number, cells in enumerate(listing.rows, before + 1):
        texts = [own.shown(one) for one in cells] + ([] if ragged else [""] * (across - len(cells)))
        while ragged and texts and not texts[-1]:
            texts.pop()
        if ragged and len(texts) == len(listing.rows[-1]) and source.random() < 0.05:
            texts += ["", ""]
        for column, one in enumerate(cells, 1):
            if isinstance(one, Entry) and one.field and own.shown(one):
                figures.append(Placed(entry=replace(one, printed=own.money(one)), path=f"line {number}, column {column}"))
        if texts:
            writer.writerow(texts)
        else:
            out.write(ends)
    codecs = ("utf-8", "utf-8-sig", "gb18030", "gb18030", "utf-16") if listing.language == "zh" else ("utf-8", "utf-8-sig", "cp1252")
    return Printed(out.getvalue().encode(source.choice(codecs), "replace"), tuple(figures))


def _book(listing: Listing, source: Random, own: Style) -> Printed:
    """A workbook, seldom with a sheet before the list, a hidden one behind it or a hidden column."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    if source.random() < 0.12:
        page.title = "说明" if listing.language == "zh" else "Cover"
        page["A1"] = "本工作簿由系统导出" if listing.language == "zh" else "Exported from the accounts system"
        page = book.create_sheet()
    page.title = source.choice((listing.title[:20].replace("/", " "), "Sheet1", "Data", listing.period[:4] or "List"))
    as_text, typed_days = source.random() < 0.2, source.random() < 0.6
    shape = source.choice((*_FORMATS, *_SIGNED[listing.language]))
    figures = []
    for number, cells in enumerate(listing.rows, 1):
        for column, one in enumerate(cells, 1):
            if one is None or one == "":
                continue
            cell = page.cell(row=number, column=column)
            if isinstance(one, Entry):
                if as_text:
                    cell.value, cell.data_type = own.money(one), "s"
                else:
                    cell.value, cell.number_format = one.value, shape
                if one.field:
                    printed = own.money(one) if as_text else f"{one.value:f}"
                    figures.append(Placed(entry=replace(one, printed=printed), cell=f"{page.title}!{cell.coordinate}"))
            elif isinstance(one, date):
                if typed_days:
                    cell.value, cell.number_format = one, source.choice(("yyyy-mm-dd", "dd/mm/yyyy", "mm-dd-yy"))
                else:
                    cell.value, cell.data_type = own.day(one), "s"
            elif one.isdigit() and one[0] != "0" and len(one) < 12 and source.random() < 0.3:
                cell.value = int(one)
            else:
                cell.value, cell.data_type = one, "s"
    if source.random() < 0.7:
        for row, first, last in listing.merged:
            page.merge_cells(f"{get_column_letter(first + 1)}{row + 1}:{get_column_letter(last + 1)}{row + 1}")
    if source.random() < 0.06:
        hidden = book.create_sheet("Lookup")
        hidden.sheet_state = "hidden"
        hidden.append(["Key", "Text"])
        hidden.append(["A", "Standard"])
    out = io.BytesIO()
    book.save(out)
    return Printed(out.getvalue(), tuple(figures))
