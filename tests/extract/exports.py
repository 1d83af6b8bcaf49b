"""Exports of a bank account in whatever columns a bank or a program likes, with what is true of them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import openpyxl


@dataclass(frozen=True)
class Line:
    """One movement.   amount: money in positive"""

    day: date
    amount: Decimal
    balance: Decimal
    text: str
    party: str


@dataclass(frozen=True)
class Convention:
    """How an export shows its movements.

    columns   signed, two (money out, money in), zeros (two, 0.00 for none), negative (two, money out with a minus), flag (an unsigned
              amount beside a word), flag_signed (both)
    words     for money out and in
    days      strftime form
    money     plain 1234.50 · grouped 1,234.50 · comma 1234,50 · european 1.234,50 · trailing 1,234.50- · brackets (1,234.50) ·
              sign ¥1,234.50 · full １２３４．５０ · apostrophe '1234.50 · tab behind it
    books     debit and credit are the firm's, not the bank's
    names     of the columns, in place of the usual ones; None: no header at all
    """

    language: str = "en"
    columns: str = "signed"
    words: tuple[str, str] = ("DR", "CR")
    days: str = "%Y-%m-%d"
    money: str = "plain"
    newest_first: bool = False
    balances: bool = True
    preamble: bool = True
    totals: bool = False
    page_totals: int = 0
    ragged: bool = False
    books: bool = False
    delimiter: str = ","
    encoding: str = "utf-8"
    typed: bool = False
    names: tuple[str, ...] | None = ()


NAMES = {
    "en": {"day": "Date", "text": "Description", "party": "Counterparty", "out": "Debit", "in": "Credit", "amount": "Amount", "flag": "Dr/Cr", "balance": "Balance"},
    "zh": {"day": "交易日期", "text": "摘要", "party": "对方户名", "out": "借方发生额", "in": "贷方发生额", "amount": "交易金额", "flag": "借贷标志", "balance": "余额"},
}  # fmt: skip


def money(value: Decimal, how: str) -> str:
    if how == "european":
        return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
    if how == "trailing":
        return f"{abs(value):,.2f}{'-' if value < 0 else ''}"
    if how == "brackets":
        return f"({abs(value):,.2f})" if value < 0 else f"{value:,.2f}"
    if how == "sign":
        return f"{'-' if value < 0 else ''}¥{abs(value):,.2f}"
    shown = f"{value:,.2f}" if how == "grouped" else f"{value:.2f}"
    if how == "comma":
        return shown.replace(".", ",")
    if how == "full":
        return shown.translate(str.maketrans("0123456789.-", "０１２３４５６７８９．－"))
    return {"apostrophe": f"'{shown}", "tab": f"{shown}\t"}.get(how, shown)


def rows_of(lines: list[Line], opening: Decimal, how: Convention) -> list[list[object]]:
    """The rows of the export as values; amounts are text or, where typed, numbers."""
    names = NAMES[how.language]
    head = [
        "day",
        "text",
        "party",
        *{"signed": ["amount"], "flag": ["flag", "amount"], "flag_signed": ["flag", "amount"]}.get(how.columns, ["out", "in"]),
    ]
    head += ["balance"] if how.balances else []
    rows: list[list[object]] = []

    def show(value: Decimal) -> object:
        return float(value) if how.typed else money(value, how.money)

    if how.preamble:
        if how.language == "zh":
            rows += [["华川银行账户交易明细"], ["户名：杭州顺和机电设备有限公司", "", "账号：4105338820174459031"], ["币种：人民币"], []]
        else:
            rows += [
                ["Northmere Bank"],
                ["Account name", "Aldgate Fixings Limited"],
                ["Account number", "48221907"],
                ["Currency", "GBP"],
                [],
            ]
    if how.names is not None:
        rows.append(list(how.names) or [names[name] for name in head])
    page: list[Decimal] = []
    for number, line in enumerate(reversed(lines) if how.newest_first else lines, 1):
        out, into = (-line.amount, None) if line.amount < 0 else (None, line.amount)
        if how.columns == "signed":
            shown: list[object] = [show(line.amount)]
        elif how.columns == "flag":
            shown = [how.words[line.amount > 0], show(abs(line.amount))]
        elif how.columns == "flag_signed":
            shown = [how.words[line.amount > 0], show(line.amount)]
        else:
            nothing: object = show(Decimal(0)) if how.columns == "zeros" else "" if not how.typed else None
            first, second = (into, out) if how.books else (out, into)
            if how.columns == "negative" and out is not None:
                first = line.amount
            shown = [nothing if first is None else show(first), nothing if second is None else show(second)]
        day: object = line.day if how.typed else line.day.strftime(how.days)
        rows.append([day, line.text, line.party, *shown, *([show(line.balance)] if how.balances else [])])
        if how.ragged and number % 3 == 0:
            rows[-1] += ["", ""]
        page.append(line.amount)
        if how.page_totals and number % how.page_totals == 0:
            rows.append(total_row("本页小计" if how.language == "zh" else "Page total", page, head, show))
            page = []
    if how.totals:
        rows.append(total_row("合计" if how.language == "zh" else "Total", [line.amount for line in lines], head, show))
    return rows


def total_row(label: str, amounts: list[Decimal], head: list[str], show: object) -> list[object]:
    row: list[object] = [label, "", ""]
    sums = {
        "out": -sum((a for a in amounts if a < 0), Decimal(0)),
        "in": sum((a for a in amounts if a > 0), Decimal(0)),
        "amount": sum(amounts, Decimal(0)),
    }
    return row + [show(sums[name]) if name in sums else "" for name in head[3:] if name != "balance"]  # type: ignore[operator]


def as_text(rows: list[list[object]], how: Convention) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=how.delimiter)
    writer.writerows([["" if cell is None else cell for cell in row] for row in rows])
    return out.getvalue().encode(how.encoding)


def as_workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            if cell not in ("", None):
                sheet.cell(number, column).value = cell  # type: ignore[assignment]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
