"""Papers drawn with characters: where a text stands in its line is where it stands on the page, a Chinese character two columns wide.

"~" is a narrow space, as between the thousands of continental amounts.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extract.document import DocumentWarning
from extract.figure import Figure
from extract.invoices.reader import read
from extract.page import Page, Word
from extract.place import Box
from extract.records import Invoice, InvoiceLine
from extract.series import FigureSeries
from extract.tables.lines import Row, rows_of_page

SHA = "ab" * 32
#: Points: width of a column, distance of lines, height of letters.
COLUMN, LINE, LETTER = 5.0, 13.0, 9.0
NARROW = 2.0


def pages(drawing: str) -> list[Page]:
    """The pages of `drawing`, parted by a line that holds a form feed or "=== page ===" alone."""
    parts = drawing.strip("\n").split("=== page ===")
    return [_page(part.strip("\n"), number) for number, part in enumerate(parts, 1)]


def rows(drawing: str) -> list[Row]:
    return [row for page in pages(drawing) for row in rows_of_page(page)]


def _page(drawing: str, number: int) -> Page:
    words: list[Word] = []
    widest = 0.0
    for line, text in enumerate(drawing.split("\n")):
        top = 30.0 + LINE * line
        for word, x0, x1 in _words(text):
            left, right = 20.0 + COLUMN * x0, 20.0 + COLUMN * x1
            parts = word.split("~")
            step = (right - left - NARROW * (len(parts) - 1)) / sum(map(len, parts))
            for part in parts:
                words.append(Word(part, Box(left, top, left + step * len(part), top + LETTER)))
                left += step * len(part) + NARROW
            widest = max(widest, 20.0 + COLUMN * x1)
    return Page(number=number, width=max(595.0, widest + 20), height=max(842.0, 60 + LINE * drawing.count("\n")), words=tuple(words))


def _words(text: str) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    column, word, start = 0, "", 0
    for character in text:
        if character == " ":
            if word:
                found.append((word, start, column))
            word = ""
        else:
            start = start if word else column
            word += character
        column += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return [*found, (word, start, column)] if word else found


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a paper says.   lines: description, quantity, unit price, net (gross where only that is printed), rate, tax; None: not printed"""

    number: str | None
    date: str | None
    net: str | None
    tax: str | None
    total: str
    currency: str
    kind: str = "invoice"
    due: str | None = None
    seller: str | None = None
    seller_id: str | None = None
    buyer: str | None = None
    buyer_id: str | None = None
    lines: tuple[tuple[str | None, ...], ...] = ()
    rates: tuple[tuple[str | None, str | None, str | None], ...] = ()
    amounts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Miss:
    field: str
    wanted: str | None
    got: str | None
    doubtful: bool = False

    @property
    def silent(self) -> bool:
        """A figure that is wrong and not marked."""
        return self.got is not None and not self.doubtful and self.field in _FIGURES


_FIGURES = {"net", "tax", "total", "price", "line net", "line tax", "rate net", "rate tax", "amount"}


def read_one(drawing: str) -> tuple[Invoice, list[DocumentWarning]]:
    found, warnings = read(SHA, rows(drawing), FigureSeries(SHA))
    assert len(found) == 1, f"{len(found)} invoices"
    return found[0], warnings


def compared(invoice: Invoice, truth: Truth) -> tuple[int, list[Miss]]:
    """How many fields were compared, and those that differ."""
    pairs: list[tuple[str, str | None, str | None, bool]] = [
        ("kind", truth.kind, invoice.kind, False),
        ("number", truth.number, invoice.number, False),
        ("date", truth.date, _day(invoice.date), False),
        ("due", truth.due, _day(invoice.due), False),
        ("currency", truth.currency, invoice.currency, False),
        ("seller", truth.seller, invoice.seller.name, False),
        ("seller id", truth.seller_id, invoice.seller.tax_id, False),
        ("buyer", truth.buyer, invoice.buyer.name, False),
        ("buyer id", truth.buyer_id, invoice.buyer.tax_id, False),
        _money("net", truth.net, invoice.net),
        _money("tax", truth.tax, invoice.tax),
        _money("total", truth.total, invoice.total),
    ]
    for index in range(max(len(truth.lines), len(invoice.lines))):
        wanted = truth.lines[index] if index < len(truth.lines) else (None,) * 6
        pairs.extend(_line(wanted, invoice.lines[index] if index < len(invoice.lines) else None))
    if truth.rates:
        for index in range(max(len(truth.rates), len(invoice.rates))):
            rate, net, tax = truth.rates[index] if index < len(truth.rates) else (None, None, None)
            got = invoice.rates[index] if index < len(invoice.rates) else None
            pairs.append(("rate", rate, str(got.rate.normalize()) if got and got.rate is not None else None, False))
            pairs.append(_money("rate net", net, got.net if got else None))
            pairs.append(_money("rate tax", tax, got.tax if got else None))
    found = [(one.role, str(one.figure.value)) for one in invoice.amounts]
    pairs.extend(
        ("amount", f"{role} {value}", f"{role} {value}" if (role, value) in found else None, False) for role, value in truth.amounts
    )
    misses = [Miss(field, wanted, got, doubtful) for field, wanted, got, doubtful in pairs if not _same(wanted, got)]
    return sum(wanted is not None or got is not None for _, wanted, got, _ in pairs), misses


def _line(wanted: tuple[str | None, ...], got: InvoiceLine | None) -> list[tuple[str, str | None, str | None, bool]]:
    description, quantity, price, net, rate, tax = wanted
    return [
        ("description", description, got.description if got else None, False),
        ("quantity", quantity, str(got.quantity) if got and got.quantity is not None else None, False),
        _money("price", price, got.unit_price if got else None),
        _money("line net", net, (got.net or (got.gross if net else None)) if got else None),
        ("line rate", rate, f"{got.tax_rate.normalize():f}" if got and got.tax_rate is not None else None, False),
        _money("line tax", tax, got.tax if got else None),
    ]


def _money(field: str, wanted: str | None, figure: Figure | None) -> tuple[str, str | None, str | None, bool]:
    return field, wanted, str(figure.value) if figure else None, bool(figure and figure.doubtful)


def _same(wanted: str | None, got: str | None) -> bool:
    if wanted == got:
        return True
    if wanted is None or got is None:
        return False
    try:
        return Decimal(wanted) == Decimal(got)
    except ArithmeticError:
        return False


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
