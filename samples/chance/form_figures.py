"""How a form drawn by chance words its lines and writes its amounts: units before, behind, above or in the caption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from random import Random

from samples.capitals import capitals
from samples.papers.banks.texts import LONG_MONTHS, MONTHS
from samples.papers.layout import in_unit
from samples.papers.paper import Entry
from samples.papers.statements.printing import Numbers, worth
from samples.records.notes import COUNTS
from samples.records.record import Form, FormColumn, FormLine

#: A line with its place in the form, from 1.
Numbered = tuple[int, FormLine]
#: Forms whose borrower or office chooses the unit; returns and ledgers are in the main unit.
_IN_ANY_UNIT = frozenset({"loan_application", "valuation", "credit_report"})
_COUNTED = frozenset({"persons", "employees"})
_ZH_NAMES = {1: "元", 1_000: "千元", 10_000: "万元"}
_EN_SIGNS = {"GBP": "£", "USD": "$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """One way to write the amounts of a form.

    unit     minor units of a printed step
    where    its unit stands: "page" in the heading, "label" in each caption, "amount" with each amount, "" nowhere
    sign     before each amount: ¥, £, 人民币; "" for none   behind: after each: 元, 万元, k, m
    capital  amounts of what is asked for are written in capital numerals as well
    """

    numbers: Numbers
    unit: int
    where: str
    sign: str = ""
    behind: str = ""
    capital: bool = False


def writing(record: Form, source: Random) -> Writing:
    """How this paper writes its amounts."""
    return _chinese(record, source) if record.currency == "CNY" else _western(record, source)


def _chinese(record: Form, source: Random) -> Writing:
    nil = source.choice(("0.00", "0.00", "-", "—"))
    numbers = Numbers(nil=nil, negative=source.choice(("minus", "minus", "brackets")), grouping=source.random() < 0.85)
    if record.record not in _IN_ANY_UNIT:
        sign = source.choice(("", "", "", "¥")) if record.record == "utility_bill" else ""
        return Writing(numbers=numbers, unit=1, where="", sign=sign)
    numbers = replace(numbers, nil=source.choice(("0.00", "-", "无", "0.00")))
    unit = source.choice((1, 1, 10_000, 10_000, 1_000_000, 100))
    where = source.choice(("page", "label", "amount", "amount"))
    name = _ZH_NAMES[worth(unit)]
    sign = source.choice(("", "", "人民币", "RMB ")) if where == "amount" else source.choice(("", "", "￥")) if unit == 1 else ""
    return Writing(
        numbers=numbers, unit=unit, where=where, sign=sign, behind=name if where == "amount" else "", capital=source.random() < 0.3
    )


def _western(record: Form, source: Random) -> Writing:
    sign = _EN_SIGNS[record.currency]
    nil = source.choice(("0.00", "0.00", "-", "nil"))
    numbers = Numbers(nil=nil, negative=source.choice(("brackets", "minus", "minus")), grouping=source.random() < 0.92)
    if record.record not in _IN_ANY_UNIT:
        return Writing(numbers=numbers, unit=1, where="", sign=sign if source.random() < 0.4 else "")
    numbers = replace(numbers, nil=source.choice(("0.00", "Nil", "None", "n/a", "-")))
    where = source.choice(("page", "label", "amount", "amount", "amount"))
    if where == "amount":
        unit, behind = source.choice(((1, ""), (100, ""), (100, ""), (100_000, "k"), (100_000, "K")))
        return Writing(numbers=numbers, unit=unit, where=where, sign=sign, behind=behind)
    return Writing(numbers=numbers, unit=source.choice((1, 100, 100, 100_000)), where=where)


class Figures:
    """Writes the captions and amounts of one form."""

    def __init__(self, record: Form, said: dict[str, str], source: Random) -> None:
        self.record, self.said = record, said
        self.chinese = record.currency == "CNY"
        self.how = writing(record, source)
        self.past = source.randrange(3)
        self.plain = source.random() < 0.5

    def unit_said(self) -> str:
        """The unit as a heading says it; "" where it is said elsewhere."""
        if self.record.record in _IN_ANY_UNIT:
            if self.how.where != "page":
                return ""
            if self.chinese:
                return f"{'金额单位' if self.plain else '单位'}：{'人民币' if self.plain else ''}{_ZH_NAMES[worth(self.how.unit)]}"
            sign = _EN_SIGNS[self.record.currency]
            return f"All amounts in {sign}{chr(39) + '000' if worth(self.how.unit) > 1 else ''}"
        return self.said.get("unit", "") if self.chinese and self.record.record == "tax_return" else ""

    def label(self, line: FormLine, *, plain: bool = False) -> str:
        """The caption of a line in the words of this paper.   plain: never with the unit"""
        name = line.name
        if name.startswith("history-"):
            return self._balance_at(date(int(name.split("-")[1]), 12, 31), line.label)
        if self.record.record == "loan_application" and name not in self.said:
            name = "traded" if name.endswith("-traded") else "related"
        text = self.said.get(name) or line.label
        counted = line.concept in COUNTS or line.name in _COUNTED or not line.amounts
        return text if counted or plain else self.captioned(text)

    def captioned(self, text: str) -> str:
        """A caption with the unit, where this paper puts it there."""
        if self.how.where != "label":
            return text
        unit = _ZH_NAMES[worth(self.how.unit)] if self.chinese else _EN_SIGNS[self.record.currency]
        return f"{text}（{unit}）" if self.chinese else f"{text} ({unit}{'000' if worth(self.how.unit) > 1 else ''})"

    def _balance_at(self, day: date, label: str) -> str:
        if self.chinese:
            return (label, f"{day.year}年末余额", f"截至{day.year}年12月31日")[self.past]
        british = self.record.currency == "GBP"
        long = f"{day.day} {LONG_MONTHS[11]} {day.year}" if british else f"{LONG_MONTHS[11]} {day.day}, {day.year}"
        return (
            (label, f"Balance at {long}", f"At {day.day} {MONTHS[11]} {day.year}")[self.past] if label.startswith("Balance at") else label
        )

    def entry(self, item: int, line: FormLine, column: FormColumn, *, plain: bool = False) -> Entry | None:
        """The amount in that column; None where there is none.   plain: its line's caption has no unit"""
        amount = line.amounts.get(column.name)
        if amount is None:
            return None
        counted = line.concept in COUNTS or line.name in _COUNTED
        value = Decimal(amount).scaleb(-2) if counted else in_unit(amount, self.how.unit)
        return Entry(
            label=self.label(line, plain=plain),
            concept=line.concept,
            period=column.period,
            span=column.span,
            value=value,
            printed=f"{value:,.0f}" if counted else self._written(value, line),
            field=f"{line.name}/{column.name}",
            item=item,
        )

    def _written(self, value: Decimal, line: FormLine) -> str:
        how = self.how
        if not value:
            return how.numbers.written(value, how.unit) or "0"
        text = how.numbers.written(value, how.unit, mark=how.sign) + how.behind
        if how.capital and line.name == "sum" and self.chinese and how.where == "amount" and value > 0:
            return f"人民币{capitals(int(value * 100), '元')}（{text}）"
        return text

    def text(self, line: FormLine, name: str) -> str:
        """Words that stand in that column of the line."""
        return line.texts.get(name, "")


def split_by(lines: Sequence[Numbered], names: frozenset[str]) -> tuple[list[Numbered], list[Numbered]]:
    """(lines with those names, all others)"""
    return [one for one in lines if one[1].name in names], [one for one in lines if one[1].name not in names]
