"""What happens on accounts that the records of made-up firms lack: reversals, movements of nothing, numbers that look like others."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.papers.banks.figures import Numbered
from samples.records.record import BankLine, BankStatement

_WORDS = {
    "zh": {"reversal": "冲正", "nil": "结息", "note": "账户信息变更"},
    "en": {"reversal": "REVERSAL", "nil": "FEE WAIVED", "note": "Address changed"},
}
#: What narratives hold: amounts, years, days and times of other things.
_NUMBERS = {
    "zh": ("货款1,234.00元", "2024年3月工资", "发票03-05", "合同20240305号", "手续费5.00", "8月房租", "订单10:24"),
    "en": ("INV 1,234.00", "MAR 2024", "REF 03-05", "ORDER 20240305", "FEE 5.00", "05 MAR", "2 of 3"),
}


def reversed_at(record: BankStatement, language: str, source: Random) -> tuple[BankStatement, int | None]:
    """`record` with one payment taken back by the bank at once, and the number of the row that takes it back."""
    places = [index for index, line in enumerate(record.lines) if line.amount < 0]
    if not places:
        return record, None
    at = source.choice(places)
    paid = record.lines[at]
    back = paid._replace(id=f"{paid.id}/back", amount=-paid.amount, balance=paid.balance - paid.amount, text=_WORDS[language]["reversal"],
                         summary=_WORDS[language]["reversal"])  # fmt: skip
    again = paid._replace(id=f"{paid.id}/again")
    lines = (*record.lines[: at + 1], back, again, *record.lines[at + 1 :])
    return replace(record, lines=lines, debits=record.debits - paid.amount, credits=record.credits - paid.amount), at + 2


def with_nil(record: BankStatement, language: str, source: Random) -> BankStatement:
    """`record` with a movement of nothing."""
    at = source.randrange(len(record.lines))
    line = record.lines[at]
    nil = line._replace(id=f"{line.id}/nil", amount=0, summary=_WORDS[language]["nil"], text=_WORDS[language]["nil"], counterparty="")
    return replace(record, lines=(*record.lines[: at + 1], nil, *record.lines[at + 1 :]))


def note(language: str) -> str:
    """What a row says that moved nothing and prints no amount."""
    return _WORDS[language]["note"]


def serial(style: str, row: Numbered) -> str:
    """The number of a voucher, in that style; some look like amounts or days."""
    number, line = row
    return {
        "counted": f"{number:06d}", "day": f"{line.day:%Y%m%d}", "day_counted": f"{line.day:%Y%m%d}{number:06d}",
        "short": f"{number + 1000}",
        "long": f"{number * 7919 + 3100000000000:d}", "dashed": f"{line.day:%m}-{number:02d}",
        "cents": f"{number + 100}.{number % 100:02d}",
    }.get(style) or line.reference or f"{number:06d}"  # fmt: skip


def with_numbers(line: BankLine, language: str, number: int) -> BankLine:
    """`line` whose narrative speaks of amounts and days."""
    several = _NUMBERS[language]
    return line._replace(text=f"{line.text or line.summary} {several[number % len(several)]}")
