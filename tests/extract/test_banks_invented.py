"""Bank papers in invented settings that no layout of the project has, read by what they print: columns are learned, nothing is guessed.

Each case prints the same kind of movements in another way. A reading may leave a figure doubtful; it may never be wrong and certain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from extract.banks.reader import read
from extract.records import BankStatement
from extract.series import FigureSeries
from extract.tables.lines import Row
from tests.extract.paper import rows as page

Item = tuple[object, ...]
Line = list[Item]


@dataclass(frozen=True)
class Move:
    day: date
    amount: Decimal
    balance: Decimal
    text: str
    last: bool


def moves(seed: int, count: int = 24, start: date = date(2026, 1, 3), opening: str = "5000.00") -> list[Move]:
    """A run of movements, several on some days; `last` marks the last one of its day."""
    source = Random(seed)
    balance, day = Decimal(opening), start
    found: list[tuple[date, Decimal, Decimal, str]] = []
    for number in range(count):
        amount = Decimal(source.randint(101, 180_000)) / 100 * (1 if source.random() < 0.5 else -1)
        balance += amount
        found.append((day, amount, balance, f"ITEM{chr(65 + number % 26)} {source.choice(('SUPPLY', 'RENT', 'FEE'))}"))
        day += timedelta(days=source.choice((0, 0, 1, 2)))
    days = [item[0] for item in found]
    return [Move(*item, last=index + 1 == len(found) or days[index + 1] != item[0]) for index, item in enumerate(found)]


def money(value: Decimal) -> str:
    return f"{value:,.2f}"


def size(move: Move) -> str:
    return money(abs(move.amount))


def statements(*pages: Sequence[Sequence[Item]]) -> list[BankStatement]:
    rows: list[Row] = [row for number, lines in enumerate(pages, start=1) for row in page(lines, number)]
    return read("ab" * 32, rows, FigureSeries("ab" * 32))[0]


def split(lines: Sequence[Line], head: Sequence[Line], every: int, header: Line | None, *, each: bool = True) -> list[list[Line]]:
    """`lines` on pages of `every`, the head on the first, the header on each or the first alone."""
    pages = []
    for number, start in enumerate(range(0, len(lines), every)):
        top = [*head] if number == 0 else []
        if header is not None and (each or number == 0):
            top.append(header)
        pages.append([*top, *lines[start : start + every]])
    return pages


def checked(found: Sequence[BankStatement], expected: Sequence[Move], *, balances: bool = True, certain: bool = True) -> None:
    """Every movement with its day, amount and (where printed) balance; each of them certain, unless the paper proves nothing."""
    got = [(item.date, item.amount.value) for one in found for item in one.transactions]
    assert got == [(move.day, move.amount) for move in expected]
    if balances:
        printed = [item.balance.value for one in found for item in one.transactions if item.balance]
        assert printed == [move.balance for move in expected if balances]
    doubtful = [figure.printed for one in found for figure in one.figures() if figure.doubtful]
    assert not certain or not doubtful


HEAD_ZH: list[Line] = [
    [(200, "某某银行客户往来清单")],
    [(40, "户名：温州远帆贸易有限公司"), (300, "账号：6222000111122223333")],
    [(40, "期间：2026-01-01至2026-03-31"), (300, "币种：人民币")],
]
HEAD_EN: list[Line] = [
    [(200, "Example Savings Bank plc")],
    [(40, "Account name: Farr Trading Limited"), (300, "Account number: 40218834")],
    [(40, "Statement period: 1 January 2026 to 31 March 2026"), (300, "Currency: GBP")],
]


def balance_first_no_names(items: Sequence[Move]) -> list[list[Line]]:
    lines: list[Line] = [
        [(110, money(m.balance), "r"), (190, size(m) if m.amount > 0 else "", "r"), (270, size(m) if m.amount < 0 else "", "r"),
         (300, "货款"), (430, f"{m.day:%Y%m%d} 09:12:33")]
        for m in items
    ]  # fmt: skip
    return split([[item for item in line if item[1]] for line in lines], HEAD_ZH, 12, None)


def odd_names(items: Sequence[Move]) -> list[list[Line]]:
    header: Line = [(40, "发生"), (120, "事由"), (300, "增加数", "r"), (380, "减少数", "r"), (470, "现存数", "r")]
    lines: list[Line] = [
        [(40, f"{m.day:%y.%m.%d}"), (120, "往来"), (300 if m.amount > 0 else 380, size(m), "r"), (470, money(m.balance), "r")]
        for m in items
    ]
    return split(lines, HEAD_ZH, 15, header)


def mark_before_amount(items: Sequence[Move]) -> list[list[Line]]:
    header: Line = [(40, "日期"), (140, "方"), (260, "数额", "r"), (360, "存款数", "r"), (400, "事由")]
    lines: list[Line] = [
        [(40, f"{m.day.month}月{m.day.day}日"), (140, "贷" if m.amount > 0 else "借"), (260, size(m), "r"), (360, money(m.balance), "r"),
         (400, "往来")]
        for m in items
    ]  # fmt: skip
    return split(lines, HEAD_ZH, 15, header)


def day_totals(items: Sequence[Move]) -> list[list[Line]]:
    header: Line = [(40, "日期"), (120, "摘要"), (300, "付", "r"), (380, "收", "r"), (470, "余额", "r")]
    lines: list[Line] = []
    for m in items:
        lines.append([(40, f"{m.day:%Y-%m-%d}"), (120, "往来"), (380 if m.amount > 0 else 300, size(m), "r"), (470, money(m.balance), "r")])
        if m.last:
            day = [one for one in items if one.day == m.day]
            out, into = (sum((abs(one.amount) for one in day if (one.amount > 0) == side), Decimal(0)) for side in (False, True))
            lines.append([(120, "本日合计"), (300, money(out), "r"), (380, money(into), "r")])
    return split(lines, HEAD_ZH, 20, header)


def once_a_day(items: Sequence[Move]) -> list[list[Line]]:
    header: Line = [(40, "Day"), (110, "What for"), (330, "Went out", "r"), (410, "Came in", "r"), (500, "Left", "r")]
    lines: list[Line] = []
    for index, m in enumerate(items):
        first = index == 0 or items[index - 1].last
        line: Line = [(110, m.text), (410 if m.amount > 0 else 330, size(m), "r")]
        lines.append([*([(40, f"{m.day.day} {m.day:%b}")] if first else []), *line, *([(500, money(m.balance), "r")] if m.last else [])])
    return split(lines, [*HEAD_EN, [(40, "Opening balance"), (300, "5,000.00", "r")]], 16, header)


def overdrawn(items: Sequence[Move]) -> list[list[Line]]:
    header: Line = [(40, "Dt"), (110, "Item"), (330, "Sum", "r"), (430, "Standing", "r")]
    lines: list[Line] = [
        [(40, f"{m.day:%d.%m.%y}"), (110, m.text), (330, f"{size(m)}{'-' if m.amount < 0 else ''}", "r"),
         (430, f"{money(abs(m.balance))} {'OD' if m.balance < 0 else 'CR'}", "r")]
        for m in items
    ]  # fmt: skip
    return split(lines, HEAD_EN, 16, header)


def newest_first_words_last(items: Sequence[Move]) -> list[list[Line]]:
    header: Line = [(40, "Entered"), (200, "Net", "r"), (300, "Funds", "r"), (330, "Explanation")]
    lines: list[Line] = []
    for m in reversed(items):
        lines.append([(40, f"{m.day.day:02d}{m.day:%b}{m.day:%y}".upper()), (200, f"{m.amount:+,.2f}", "r"), (300, money(m.balance), "r"),
                      (330, m.text)])  # fmt: skip
        lines.append([(330, "FURTHER WORDS")])
    return split(lines, HEAD_EN, 24, header, each=False)


def three_lines_low(items: Sequence[Move]) -> list[list[Line]]:
    header: Line = [(40, "When"), (120, "Story"), (400, "Movement", "r"), (500, "Position", "r")]
    lines: list[Line] = []
    for m in items:
        lines.append([(40, f"{m.day:%b} {m.day.day}, {m.day.year}"), (120, m.text)])
        lines.append([(120, "SECOND LINE")])
        lines.append([(120, "THIRD LINE"), (400, f"({size(m)})" if m.amount < 0 else size(m), "r"), (500, money(m.balance), "r")])
    return split(lines, HEAD_EN, 24, header)


def suffix_marks(items: Sequence[Move]) -> list[list[Line]]:
    header: Line = [(40, "No"), (80, "Date"), (180, "Value date"), (280, "Text"), (450, "Amount", "r"), (540, "Running", "r")]
    lines: list[Line] = [
        [(40, str(number)), (80, f"{m.day:%d/%m/%Y}"), (180, f"{m.day:%d/%m/%Y}"), (280, m.text),
         (450, f"{size(m)} {'CR' if m.amount > 0 else 'DR'}", "r"), (540, money(m.balance), "r")]
        for number, m in enumerate(items, start=1)
    ]  # fmt: skip
    return split(lines, HEAD_EN, 16, header)


def no_balance_with_totals(items: Sequence[Move]) -> list[list[Line]]:
    header: Line = [(40, "日子"), (120, "对象"), (330, "划出", "r"), (430, "划入", "r")]
    lines: list[Line] = [[(40, f"{m.day:%Y/%m/%d}"), (120, "温州某商行"), (430 if m.amount > 0 else 330, size(m), "r")] for m in items]
    out, into = (sum((abs(one.amount) for one in items if (one.amount > 0) == side), Decimal(0)) for side in (False, True))
    pages = split(lines, HEAD_ZH, 16, header)
    pages[-1] += [[(40, "总计"), (330, money(out), "r"), (430, money(into), "r")]]
    return pages


def carried_over_pages(items: Sequence[Move]) -> list[list[Line]]:
    header: Line = [(40, "Date"), (110, "Details"), (330, "Drawn", "r"), (410, "Lodged", "r"), (500, "Balance", "r")]
    pages: list[list[Line]] = []
    for start in range(0, len(items), 10):
        part = items[start : start + 10]
        before = part[0].balance - part[0].amount
        lines: list[Line] = [*(HEAD_EN if not start else []), header, [(110, "Brought forward"), (500, money(before), "r")]]
        for m in part:
            lines.append(
                [(40, f"{m.day:%d-%b}"), (110, m.text), (410 if m.amount > 0 else 330, size(m), "r"), (500, money(m.balance), "r")]
            )
        pages.append([*lines, [(110, "Carried forward"), (500, money(part[-1].balance), "r")]])
    return pages


def year_turns(items: Sequence[Move]) -> list[list[Line]]:
    header: Line = [(40, "Posted"), (120, "Bal.", "r"), (200, "Chg", "r"), (230, "Note")]
    lines: list[Line] = [[(40, f"{m.day:%d/%m}"), (140, money(m.balance), "r"), (210, money(m.amount), "r"), (230, m.text)] for m in items]
    head: list[Line] = [HEAD_EN[0], HEAD_EN[1], [(40, "Statement period: 15/12/2025 to 15/02/2026"), (300, "Currency: GBP")]]
    return split(lines, head, 30, header)


def ruled_left_aligned(items: Sequence[Move]) -> list[list[Line]]:
    header: Line = [(40, "序"), (70, "交易时间"), (180, "转入/转出"), (260, "变动"), (340, "变动后"), (430, "往来方")]
    lines: list[Line] = [
        [(40, str(number)), (70, f"{m.day:%Y-%m-%d} 10:00:00"), (180, "转入" if m.amount > 0 else "转出"), (260, size(m)),
         (340, money(m.balance)), (430, "某商行")]
        for number, m in enumerate(items, start=1)
    ]  # fmt: skip
    return split(lines, HEAD_ZH, 18, header)


def yen_signs_and_spaces(items: Sequence[Move]) -> list[list[Line]]:
    lines: list[Line] = [
        [(40, f"{m.day.year}年{m.day.month}月{m.day.day}日"), (150, "转账"), (330, f"{'-' if m.amount < 0 else '+'}￥{size(m)}", "r"),
         (450, f"￥{money(m.balance)}", "r"), (470, "6222000111122229999")]
        for m in items
    ]  # fmt: skip
    return split(lines, HEAD_ZH, 14, [(40, "时日"), (150, "名目"), (300, "金"), (430, "存"), (470, "彼方")])


LAYOUTS: dict[str, tuple[Callable[[Sequence[Move]], list[list[Line]]], bool]] = {
    "balance first, no names, day and time last": (balance_first_no_names, True),
    "names that nobody uses, two-digit years": (odd_names, True),
    "mark before the amount, days without years": (mark_before_amount, True),
    "totals of each day": (day_totals, True),
    "day and balance once a day": (once_a_day, False),
    "overdrawn balances, minus behind": (overdrawn, True),
    "newest first, words last, two lines": (newest_first_words_last, True),
    "three lines, amount on the last": (three_lines_low, True),
    "marks behind the amount, two days": (suffix_marks, True),
    "no balances, totals below": (no_balance_with_totals, False),
    "balances carried over pages": (carried_over_pages, True),
    "the year turns, days without it": (year_turns, True),
    "left-aligned, a word for the direction": (ruled_left_aligned, True),
    "signs of money, account numbers beside the balance": (yen_signs_and_spaces, True),
}


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("seed", [1, 2])
def test_an_invented_layout_is_read_whole(name: str, seed: int) -> None:
    set_by, balances = LAYOUTS[name]
    items = moves(seed, start=date(2025, 12, 20) if set_by is year_turns else date(2026, 1, 3))
    checked(statements(*set_by(items)), items, balances=balances)
