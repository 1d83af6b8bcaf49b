"""What became of each figure and bank line of a made-up file, once it was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from api.bench.found import field_of, invoice_of, lines_of
from api.bench.population_truth import BankRow, MadeUp
from api.bench.scoring import Expected, Found, Scored, same_value, score
from extract.concepts import normalise
from extract.document import Document
from extract.records import BankStatement, FinancialStatement, Invoice, StatementLine, Transaction

E = TypeVar("E")
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Judged:
    """One expected figure.

    right     value, period and line agree, whether marked doubtful or not
    inked     a seal or a signature lies over it
    concept   its line was taken for the concept it means; None where it means none or was not found
    """

    kind: str
    found: bool
    right: bool
    doubtful: bool = False
    confidence: float | None = None
    concept: bool | None = None
    inked: bool = False

    @property
    def silent_wrong(self) -> bool:
        return self.found and not self.right and not self.doubtful


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted whole in one file.   bank rows: right, expected, read   invoices: fields right, expected"""

    rows_right: int = 0
    rows: int = 0
    rows_read: int = 0
    fields_right: int = 0
    fields: int = 0


def judged(made: MadeUp, document: Document) -> tuple[list[Judged], list[tuple[str, Scored]], Counts]:
    """Every expected figure of `made` judged, those that were not right with what was read for them, and what is counted whole."""
    figures: list[Judged] = []
    misses: list[tuple[str, Scored]] = []
    for kind, expected in made.expected.items():
        scored = _scored(kind, expected, document)
        for one in scored:
            verdict = _judged(kind, one)
            figures.append(verdict)
            if not verdict.right:
                misses.append((kind, one))
    right = 0
    if made.rows:
        rows, right = _bank_rows(made.rows, document)
        figures.extend(_judged("bank_statement", one) for one in rows)
        misses.extend(("bank_statement", one) for one in rows if not _judged("", one).right)
    read = sum(len(record.transactions) for record in document.records if isinstance(record, BankStatement))
    fields = _invoice_fields(made, document)
    return figures, misses, Counts(right, len(made.rows), read if made.rows else 0, *fields)


def _judged(kind: str, one: Scored) -> Judged:
    got = one.got
    if got is None:
        return Judged(kind, found=False, right=False, inked=one.expected.inked)
    concept = None if one.expected.concept is None else got.concept == one.expected.concept
    return Judged(kind, True, same_value(one.expected, got), got.doubtful, got.confidence, concept, one.expected.inked)


def _scored(kind: str, expected: Sequence[Expected], document: Document) -> list[Scored]:
    if kind == "statement":
        return score(expected, [one for record in document.records if isinstance(record, FinancialStatement) for one in _lines(record)])
    if kind == "bank_statement":
        statements = [record for record in document.records if isinstance(record, BankStatement)]
        return score(expected, [one for record in statements for one in _ends(record)])
    if kind == "invoice":
        return score(expected, [one for record in document.records if isinstance(record, Invoice) for one in invoice_of(record)])
    if kind == "invoice_register":
        return _registered(expected, list(_register(document)))
    others = [record for record in document.records if not isinstance(record, BankStatement | Invoice)]
    return score(expected, [replace(one, kind="") for record in others for one in _lines(record)])


def _lines(record: object) -> Iterator[Found]:
    lines: tuple[StatementLine, ...] = getattr(record, "lines", ())
    if isinstance(record, FinancialStatement):
        yield from lines_of(record.statement, lines, record.scale)
    else:
        yield from lines_of("", lines, Decimal(getattr(record, "scale", 1)))


def _ends(record: BankStatement) -> Iterator[Found]:
    ends = {"opening": record.opening, "closing": record.closing}
    totals = {"total_credits": record.total_credits, "total_debits": record.total_debits}
    for field, figure in {**ends, **totals}.items():
        yield from field_of("", field, figure)


def _register(document: Document) -> Iterator[Found]:
    """Figures under the number of their invoice, whether its list was read as invoices or as lines."""
    for record in document.records:
        if isinstance(record, Invoice):
            yield from (replace(one, kind="", label=record.number or "", field=None) for one in invoice_of(record))
        elif not isinstance(record, BankStatement):
            yield from (replace(one, kind="") for one in _lines(record))


def _registered(expected: Sequence[Expected], found: Sequence[Found]) -> list[Scored]:
    """A list of invoices is long: its figures are met by the number of their invoice and their value, then by the number alone."""
    answers = _paired(
        expected, found,
        [(lambda one: (normalise(one.label), one.printed_value), lambda one: (normalise(one.label), one.printed_value)),
         (lambda one: normalise(one.label), lambda one: normalise(one.label))],
    )  # fmt: skip
    return [Scored(one, "right", answers.get(index)) for index, one in enumerate(expected)]


def _paired(
    expected: Sequence[E], found: Sequence[F], keys: Iterable[tuple[Callable[[E], Hashable], Callable[[F], Hashable]]]
) -> dict[int, F]:
    """For each expected one by index the found one of the same key, each used once, by the first keys before the later ones."""
    free = list(range(len(found)))
    answers: dict[int, F] = {}
    for of_expected, of_found in keys:
        waiting: dict[Hashable, list[int]] = {}
        for index in reversed(free):
            waiting.setdefault(of_found(found[index]), []).append(index)
        for number, one in enumerate(expected):
            if number not in answers and (same := waiting.get(of_expected(one))):
                answers[number] = found[same.pop()]
        left = {index for indices in waiting.values() for index in indices}
        free = [index for index in free if index in left]
    return answers


def _bank_rows(rows: Sequence[BankRow], document: Document) -> tuple[list[Scored], int]:
    """The amounts and balances of all rows of a file, and how many rows are right as a whole.

    A row read with one thing wrong is met by the two that are right; its day counts as the period of both its figures.
    """
    read = [one for record in document.records if isinstance(record, BankStatement) for one in record.transactions]
    answers = _paired(
        rows, read,
        [(lambda row: (row.day, row.amount, row.balance), lambda one: (one.date, one.amount.value, _balance(one))),
         (lambda row: (row.day, row.amount), lambda one: (one.date, one.amount.value)),
         (lambda row: (row.day, row.balance), lambda one: (one.date, _balance(one))),
         (lambda row: (row.amount, row.balance), lambda one: (one.amount.value, _balance(one)))],
    )  # fmt: skip
    scored: list[Scored] = []
    right = 0
    for index, row in enumerate(rows):
        pair = list(_row(row, answers.get(index)))
        scored.extend(pair)
        right += all(one.got is not None and same_value(one.expected, one.got) for one in pair)
    return scored, right


def _balance(one: Transaction) -> Decimal | None:
    return one.balance.value if one.balance is not None else None


def _row(row: BankRow, got: Transaction | None) -> Iterator[Scored]:
    for field, value in (("amount", row.amount), ("balance", row.balance)):
        if value is None:
            continue
        figure = None if got is None else got.amount if field == "amount" else got.balance
        wanted = Expected(kind="", label=field, field=field, period=row.day, value=value, printed_value=value, inked=field in row.inked)
        if got is None or figure is None:
            yield Scored(wanted, "missing", None)
            continue
        # A figure on the wrong day is a wrong figure: it is shown as read, and never equal.
        value_read = figure.value if got.date == row.day else Decimal("NaN")
        yield Scored(wanted, "wrong", Found(kind="", label=field, field=field, period=got.date, value=value_read,
                     printed_value=value_read, doubtful=figure.doubtful, confidence=figure.confidence))  # fmt: skip


def _invoice_fields(made: MadeUp, document: Document) -> tuple[int, int]:
    """What stands on the invoices of a file beside their figures: (right, expected).

    Where the truth keeps no more, the dates, the borrower's own name and the quantities of the lines.
    """
    invoices = [record for record in document.records if isinstance(record, Invoice)]
    if made.said:
        return len(made.said) + len(made.dates) - len(list(unlike(made, document))), len(made.said) + len(made.dates)
    dates = Counter(record.date for record in invoices if record.date is not None)
    right = (Counter(made.dates) & dates).total()
    names = sum(normalise(made.firm) in (normalise(record.seller.name or ""), normalise(record.buyer.name or "")) for record in invoices)
    quantities = Counter(line.quantity for record in invoices for line in record.lines if line.quantity is not None)
    counted = (Counter(made.counted) & quantities).total()
    return right + min(names, len(made.dates)) + counted, 2 * len(made.dates) + len(made.counted)


def unlike(made: MadeUp, document: Document) -> Iterator[tuple[str, str, str]]:
    """What the only paper of a file says beside its figures and was read otherwise: (name, said, read)."""
    record = next((one for one in document.records if isinstance(one, Invoice)), None)
    for name, wanted in (*made.said.items(), *(("date", day.isoformat()) for day in made.dates)):
        got = "" if record is None else _said(record, name)
        if _spaceless(wanted) != _spaceless(got):
            yield name, wanted, got


def _spaceless(text: str) -> str:
    return "".join(text.split()).lower()


def _said(record: Invoice, name: str) -> str:
    """That field of a record, as the truth writes it."""
    if name == "quantities":
        return "|".join("" if line.quantity is None else f"{line.quantity.normalize():f}" for line in record.lines)
    role, _, part = name.partition("_")
    if role in ("seller", "buyer"):
        return getattr(getattr(record, role), part or "name") or ""
    found = getattr(record, name)
    return found.isoformat() if isinstance(found, date) else found or ""
