"""One statement in the making: figures with their places in the file, and the proof that they add up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise

from extract.banks.chain import Movement, links
from extract.document import DocumentWarning
from extract.figure import Figure
from extract.money import UNKNOWN_CURRENCY
from extract.numerals import Numeral, parse, show
from extract.place import Place
from extract.records import BankStatement, Transaction
from extract.series import TEXT_LAYER_CONFIDENCE, FigureSeries

#: Rows that are named one by one; of a longer list the rest is counted.
_NAMED = 10
_PLAIN = re.compile(r"(?P<sign>[+-]?)(?P<whole>\d{1,18})(?:[.,](?P<cents>\d{0,8}))?")
#: A mark before three last digits parts thousands or thousandths.
_EITHER = re.compile(r"[+-]?\d{1,3},\d{3}")
_UNSURE = 0.5


@dataclass(slots=True)
class Draft:
    """What is known of one statement so far.

    named       what warnings call it: its path and account
    movements   in the order of the file
    """

    named: str
    account: str | None = None
    holder: str | None = None
    bank: str | None = None
    currency: str = UNKNOWN_CURRENCY
    start: date | None = None
    end: date | None = None
    opening: Figure | None = None
    closing: Figure | None = None
    total_credits: Figure | None = None
    total_debits: Figure | None = None
    movements: list[Transaction] = field(default_factory=list)
    #: The closing balance is that of the last movement, so that the opening one follows.
    closed: bool = True


@dataclass(slots=True)
class Making:
    """The figures and warnings of one file."""

    series: FigureSeries
    warnings: list[DocumentWarning] = field(default_factory=list)
    _unread: list[tuple[str, str]] = field(default_factory=list)
    _undated: list[str] = field(default_factory=list)

    def warn(self, code: str, text: str, text_zh: str) -> None:
        self.warnings.append(DocumentWarning(code, text, text_zh=text_zh))

    def figure(self, printed: str, path: str, currency: str, *, outward: bool = False, scale: Decimal = Decimal(1)) -> Figure | None:
        """The amount that stands at `path`; None, and said, where it is none.   outward: money out, printed without a sign"""
        numeral = plain_amount(printed)
        if numeral is None:
            self._unread.append((path, printed[:40]))
            return None
        confidence = _UNSURE if _EITHER.fullmatch(printed.strip()) and not currency.startswith(("BH", "KW", "JO", "TN", "OM")) else None
        place = Place(sha256=self.series.sha256, path=path)
        return self.series.figure(
            printed, numeral, place, currency=currency, negate=outward, scale=scale, confidence=confidence or TEXT_LAYER_CONFIDENCE
        )

    def unread(self, path: str, printed: str) -> None:
        """A movement that cannot be read is left out, and said."""
        self._unread.append((path, printed[:40]))

    def undated(self, path: str) -> None:
        self._undated.append(path)

    def said(self) -> list[DocumentWarning]:
        """Every warning, those about single places gathered."""
        found = list(self.warnings)
        for path, printed in self._unread[:_NAMED]:
            text = f"“{printed}” at {path} is no amount that can be read; it is left out. Send the bank's own export."
            text_zh = f"{path} 处的“{printed}”不是可以识读的金额，未计入。请提供银行原始导出文件。"
            found.append(DocumentWarning("amount-unreadable", text, text_zh=text_zh))
        rest = self._unread[_NAMED:]
        if rest:
            text = f"Another {len(rest)} amounts cannot be read and are left out, the first at {rest[0][0]}, the last at {rest[-1][0]}."
            text_zh = f"另有 {len(rest)} 个金额无法识读，未计入；第一处在 {rest[0][0]}，最后一处在 {rest[-1][0]}。"
            found.append(DocumentWarning("amount-unreadable", text, text_zh=text_zh))
        if self._undated:
            text = f"{len(self._undated)} movements have no date that can be read, the first at {self._undated[0]}."
            text_zh = f"{len(self._undated)} 笔交易的日期无法识读，第一处在 {self._undated[0]}。"
            found.append(DocumentWarning("dates-unclear", text, text_zh=text_zh))
        return found

    def statement(self, draft: Draft) -> BankStatement:
        """The record of `draft`, oldest movement first; what does not add up in it is said."""
        movements, backwards = _oldest_first(draft.movements)
        opening, closing = draft.opening, draft.closing
        amounts = tuple(movement.amount for movement in movements)
        total = sum((amount.value for amount in amounts), Decimal(0))
        if opening is None and closing is not None and draft.closed:
            opening = self.series.derived(closing.value - total, (closing, *amounts), currency=draft.currency)
        elif closing is None and opening is not None:
            closing = self.series.derived(opening.value + total, (opening, *amounts), currency=draft.currency)
        days = [movement.date for movement in movements if movement.date is not None]
        statement = BankStatement(
            holder=draft.holder, account=draft.account, bank=draft.bank, currency=draft.currency,
            start=draft.start or min(days, default=None), end=draft.end or max(days, default=None),
            opening=opening, closing=closing, transactions=tuple(movements),
            total_credits=draft.total_credits, total_debits=draft.total_debits, newest_first=backwards,
        )  # fmt: skip
        self.warnings.extend(_proof(statement, draft.named))
        return statement


def plain_amount(text: str) -> Numeral | None:
    """The number of a data format: digits with one point or comma, no groups; else what any paper would mean by it."""
    found = _PLAIN.fullmatch(text.strip())
    if found is None:
        numeral = parse(text)
        return None if numeral is None or numeral.nil else numeral
    cents = found["cents"] or ""
    value = Decimal(f"{found['whole']}.{cents}" if cents else found["whole"])
    return Numeral(-value if found["sign"] == "-" and value else value, Decimal(1).scaleb(-len(cents)))


def currency_code(text: str | None) -> str | None:
    """An ISO 4217 code; None for anything else."""
    code = (text or "").strip().upper()
    return code if re.fullmatch(r"[A-Z]{3}", code) else None


def _oldest_first(movements: Sequence[Transaction]) -> tuple[list[Transaction], bool]:
    """A file that runs backwards in time is turned: the movements, and whether they were."""
    days = [movement.date for movement in movements if movement.date is not None]
    backwards = len(days) > 1 and days[0] > days[-1] and all(earlier >= later for earlier, later in pairwise(days))
    if not backwards:
        return list(movements), False
    return list(reversed(movements)), True


def _proof(statement: BankStatement, named: str) -> list[DocumentWarning]:
    """One warning for each printed balance that does not follow from the one before it and the movements between."""
    opening = statement.opening.value if statement.opening is not None else None
    line = [Movement(item.amount.value, item.balance.value if item.balance is not None else None) for item in statement.transactions]
    closing = statement.closing
    printed = [item.balance for item in statement.transactions]
    if closing is not None and not closing.operands:
        line.append(Movement(Decimal(0), closing.value))
        printed.append(closing)
    broken = [(printed[index], missing) for index, missing in links(line, opening) if missing]
    warnings = []
    for figure, missing in broken[:_NAMED]:
        assert figure is not None
        text = (
            f"The balance {figure.printed} at {figure.place.path} of {named} is off by {show(missing)}: "
            "balance before + movements is another amount. Compare it with the bank's own export."
        )
        text_zh = (
            f"{named} 中 {figure.place.path} 处的余额 {figure.printed} 相差 {show(missing)}：上一余额加其后发生额得不出该数。"
            "请与银行原始导出文件核对。"
        )
        warnings.append(DocumentWarning("balance-chain-broken", text, text_zh=text_zh))
    if len(broken) > _NAMED:
        more = len(broken) - _NAMED
        text = f"{more} further balances of {named} do not follow from those before them."
        warnings.append(DocumentWarning("balance-chain-broken", text, text_zh=f"{named} 中另有 {more} 个余额与之前不衔接。"))
    return warnings
