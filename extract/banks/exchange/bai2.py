"""BAI2 to statements. Source: ANSI X9.121 / BAI Cash Management Balance Reporting Specifications, version 2.

Amounts have no decimal mark: they are in the smallest unit of the currency. Control totals add up every amount of a record as it
is printed, and are checked; records are counted with their trailers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from extract.banks.exchange.draft import Draft, Making, currency_code
from extract.figure import Figure
from extract.money import minor_unit
from extract.page import Node
from extract.records import BankStatement, Transaction

#: Of details, by the specification's ranges; 7xx are loans, 890 is no money, and the rest is of each bank's own making.
_CREDITS, _DEBITS = (range(100, 400), range(900, 920)), (range(400, 700), range(920, 960))
_DEFAULT = "USD"


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a record.   path: "line 12, column 3", columns counted from the record's code"""

    text: str
    path: str
    line: int


@dataclass(slots=True)
class _Record:
    """A record with what its continuations (88) add."""

    code: str
    line: int
    fields: list[_Field]
    lines: int = 1


@dataclass(slots=True)
class _Sum:
    """A running control total.   records: all that it has counted, its own heading and trailer included"""

    total: int = 0
    records: int = 0
    members: int = 0


@dataclass(slots=True)
class Bai2:
    """Reads the records of one file."""

    making: Making
    drafts: list[Draft] = field(default_factory=list)
    day: date | None = None
    currency: str = _DEFAULT
    sums: dict[str, _Sum] = field(default_factory=lambda: {"49": _Sum(), "98": _Sum(), "99": _Sum()})
    draft: Draft | None = None
    trailers: set[str] = field(default_factory=set)

    def read(self, nodes: Sequence[Node]) -> list[BankStatement]:
        for record in _records(nodes):
            self._take(record)
        if "99" not in self.trailers:
            text = "The file has no trailer (record 99); it breaks off, and movements may be missing."
            self.making.warn("part-missing", text, "文件没有文件尾记录（99），内容中断，可能缺少交易。")
        return [self.making.statement(draft) for draft in self.drafts]

    def _take(self, record: _Record) -> None:
        for each in self.sums.values():
            each.records += record.lines
        texts = [one.text for one in record.fields]
        if record.code == "02":
            self.sums["98"] = _Sum(records=record.lines)
            self.day = _day(texts[3] if len(texts) > 3 else "")
            self.currency = currency_code(texts[5] if len(texts) > 5 else "") or _DEFAULT
        elif record.code == "03":
            self.sums["49"] = _Sum(records=record.lines)
            self._account(record)
        elif record.code == "16":
            self._detail(record)
        elif record.code in self.sums:
            self._trailer(record)
            if record.code == "49":
                self.draft = None

    def _account(self, record: _Record) -> None:
        texts = [one.text for one in record.fields]
        number = texts[0].strip() if texts else ""
        currency = currency_code(texts[1] if len(texts) > 1 else "") or self.currency
        draft = self.draft = Draft(f"account {number or 'unknown'} (line {record.line})", number or None, currency=currency)
        draft.start = draft.end = self.day
        self.drafts.append(draft)
        for code, amount in _summaries(record.fields[2:]):
            self._add(amount)
            if code in {"010", "015", "100", "400"} and amount.text.strip():
                figure = self.making.figure(amount.text.strip(), amount.path, currency, scale=minor_unit(currency))
                self._put(draft, code, figure)

    def _put(self, draft: Draft, code: str, figure: Figure | None) -> None:
        if code == "010":
            draft.opening = figure
        elif code == "015":
            draft.closing = figure
        elif code == "100":
            draft.total_credits = figure
        else:
            draft.total_debits = figure

    def _detail(self, record: _Record) -> None:
        draft = self.draft
        if draft is None or len(record.fields) < 2:
            self.making.unread(f"line {record.line}", ",".join(one.text for one in record.fields))
            return
        code, amount = record.fields[0], record.fields[1]
        self._add(amount)
        number = int(code.text) if code.text.strip().isdecimal() else 0
        outward = any(number in codes for codes in _DEBITS)
        if not outward and not any(number in codes for codes in _CREDITS):
            if number != 890 or amount.text.strip(" 0"):
                self.making.unread(amount.path, f"{code.text},{amount.text}")
            return
        figure = self.making.figure(amount.text.strip(), amount.path, draft.currency, outward=outward, scale=minor_unit(draft.currency))
        if figure is None:
            return
        taken, valued = _availability(record.fields[2:])
        rest = record.fields[2 + taken :]
        text = _text(rest[2:])
        references = " ".join(one.text.strip() for one in rest[:2] if one.text.strip())
        draft.movements.append(Transaction(
            date=self.day or valued, description=text or references or f"BAI {code.text}", counterparty=None, counterparty_account=None,
            amount=figure, balance=None,
        ))  # fmt: skip
        if self.day is None and valued is None:
            self.making.undated(f"line {record.line}")

    def _add(self, amount: _Field) -> None:
        if re.fullmatch(r"[+-]?\d{1,18}", amount.text.strip()):
            self.sums["49"].total += int(amount.text)

    def _trailer(self, record: _Record) -> None:
        """49: total, records.   98: total, accounts, records.   99: total, groups, records."""
        own = self.sums[record.code]
        self.trailers.add(record.code)
        texts = [one.text.strip() for one in record.fields]
        stated = [int(text) if re.fullmatch(r"[+-]?\d{1,20}", text) else None for text in texts[:3]]
        found = [own.total, own.records] if record.code == "49" else [own.total, own.members, own.records]
        names = ("total", "records") if record.code == "49" else ("total", "accounts" if record.code == "98" else "groups", "records")
        names_zh = {"total": "控制总额", "records": "记录数", "accounts": "账户数", "groups": "组数"}
        for name, said, have in zip(names, stated, found, strict=False):
            if said is not None and said != have:
                text = f"The trailer in line {record.line} (record {record.code}) states {name} {said}, and the file has {have}."
                text_zh = f"第 {record.line} 行的尾记录（{record.code}）{names_zh[name]}为 {said}，实际为 {have}。"
                self.making.warn("control-total-differs", text, text_zh)
        above = {"49": "98", "98": "99"}.get(record.code)
        if above is not None:
            # A trailer adds up those beneath it as they are stated.
            self.sums[above].total += stated[0] if stated and stated[0] is not None else own.total
            self.sums[above].members += 1


def _text(fields: Sequence[_Field]) -> str:
    """The text at the end of a detail, in which a comma is a comma, with its continuations."""
    lines: dict[int, list[str]] = {}
    for one in fields:
        lines.setdefault(one.line, []).append(one.text)
    return " ".join(" ".join(",".join(texts).strip(" ,/").split()) for texts in lines.values()).strip()


def _records(nodes: Sequence[Node]) -> Iterator[_Record]:
    """Logical records: each with its continuations."""
    current: _Record | None = None
    for node in nodes:
        body = node.text.strip()
        code, _, rest = body.partition(",")
        texts = (rest[:-1] if rest.endswith("/") else rest).split(",")
        fields = [_Field(text, f"line {node.line}, column {column}", node.line) for column, text in enumerate(texts, 2)]
        if code.strip() == "88" and current is not None:
            current.fields.extend(fields)
            current.lines += 1
            continue
        if current is not None:
            yield current
        current = _Record(code.strip(" /"), node.line, fields)
    if current is not None:
        yield current


def _summaries(fields: Sequence[_Field]) -> Iterator[tuple[str, _Field]]:
    """Type code and amount of each summary: code, amount, count, and how the money is available. Empty fields between them are skipped."""
    index = 0
    while index < len(fields):
        code = fields[index].text.strip()
        if not re.fullmatch(r"\d{3}", code) or index + 1 >= len(fields):
            index += 1
            continue
        yield code, fields[index + 1]
        index += 3
        index += _availability(fields[index:])[0]


def _availability(fields: Sequence[_Field]) -> tuple[int, date | None]:
    """How many fields say when the money is available, and the day where they name one."""
    if not fields:
        return 0, None
    kind = fields[0].text.strip().upper()
    if kind == "V":
        return 3, _day(fields[1].text if len(fields) > 1 else "")
    if kind == "S":
        return 4, None
    if kind == "D":
        count = fields[1].text.strip() if len(fields) > 1 else ""
        return 2 + 2 * min(int(count), 50) if count.isdecimal() else 2, None
    return 1, None


def _day(digits: str) -> date | None:
    """YYMMDD."""
    if not re.fullmatch(r"\d{6}", digits.strip()):
        return None
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    try:
        return date(1900 + year if year >= 80 else 2000 + year, month, day)
    except ValueError:
        return None
