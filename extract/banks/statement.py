"""One group of tables to bank statements: currency, direction, order, dates, and a figure for every printed amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from extract.banks.account import Account, account_of, is_chinese
from extract.banks.amount import Printed
from extract.banks.balances import PrintedAt, PrintedBalances, printed_balances
from extract.banks.calendar import days_of, is_certain, is_day_first, with_whole_years
from extract.banks.captions import currency_in
from extract.banks.entries import Block, Entry
from extract.banks.grouping import Group
from extract.banks.layout import BankLayout
from extract.banks.marks import outward_of
from extract.banks.proof import proof_of
from extract.banks.signs import Signed, oldest_first, signed, unsaid_among
from extract.banks.special import section_title
from extract.banks.trust import weighed
from extract.banks.unread import unread_warnings
from extract.document import DocumentWarning
from extract.figure import Figure
from extract.money import UNKNOWN_CURRENCY
from extract.records import BankStatement, Transaction
from extract.series import TEXT_LAYER_CONFIDENCE, FigureSeries
from extract.tables.lines import Row

#: An amount whose marks stand where no printer sets them lost digits, or a misreading put them there.
_MALFORMED = 0.3
#: A name, and beneath it in the same column an account's number, perhaps with a hidden part.
_NAME_AND_ACCOUNT = re.compile(r"(?P<name>\D*[^\W\d_]{2}\D*?)\s*(?P<account>[\d*]{8,32})")


def sections_of(blocks: Sequence[Block]) -> list[bool | None]:
    """`section_of` each table; one that goes on overleaf under the same names has the title of the table before it."""
    found: list[bool | None] = []
    for number, block in enumerate(blocks):
        section = section_of(block)
        before = blocks[number - 1] if number else None
        if section is None and before is not None and found[-1] is not None and _overleaf(before, block):
            section = found[-1]
        found.append(section)
    return found


def _overleaf(before: Block, block: Block) -> bool:
    same = [column.text for column in before.header.columns] == [column.text for column in block.header.columns]
    pages = [item.row.page for item in (*before.entries, *block.entries)]
    return same and bool(before.entries) and bool(block.entries) and None not in pages and before.entries[-1].row.page != pages[-1]


def section_of(block: Block) -> bool | None:
    """What the title right above a table says of all its amounts: True for money out, False for money in, None for neither."""
    return next((said for row in block.heading[-3:] if (said := section_title(row.text)) is not None), None)


def _repeats_days(entries: Sequence[Entry]) -> bool:
    """Whether a day is printed on each of its rows, and not once: then a row without one has lost it."""
    again = sum(
        after.dated and before.dated and after.day == before.day and after.row.page == before.row.page
        for before, after in pairwise(entries)
    )
    return again * 10 > len(entries)


@dataclass(slots=True)
class StatementReading:
    """The making of the statements of one group."""

    sha256: str
    series: FigureSeries
    layout: BankLayout
    group: Group
    warnings: list[DocumentWarning] = field(default_factory=list)

    def statements(self) -> tuple[list[BankStatement], list[DocumentWarning]]:
        account = account_of(self.group.around)
        account = replace(account, bank=self.layout.bank or account.bank)
        self.warnings.extend(unread_warnings([item for block in self.group.blocks for item in block.unread]))
        main = self._currency(account)
        entries = [entry for block in self.group.blocks for entry in block.entries]
        kept = self._moved(entries)
        made: list[BankStatement] = []
        if not entries and not any(block.specials for block in self.group.blocks):
            return made, self.warnings
        by_currency: dict[str, list[Entry]] = {}
        for entry in kept:
            code = currency_in(entry.currency) if entry.currency else None
            by_currency.setdefault(code or main, []).append(entry)
        if not by_currency:
            by_currency[main] = []
        for code, members in by_currency.items():
            made.append(self._statement(account, code, members, alone=len(by_currency) == 1))
        return made, self.warnings

    def _currency(self, account: Account) -> str:
        """The printed currency, the layout's, or one whose sign stands in the table; yuan on a Chinese paper without any."""
        names = " ".join(column.text for block in self.group.blocks for column in block.header.columns)
        found = account.currency or currency_in(names) or self.layout.currency or currency_in(self._amount_texts())
        if found is not None:
            return found
        if any(entry.currency for block in self.group.blocks for entry in block.entries):
            return UNKNOWN_CURRENCY
        rows = [*self.group.around, *(entry.row for block in self.group.blocks for entry in block.entries[:20])]
        if re.search(r"[(（]元[)）]|\d元", " ".join([names, *(row.text for row in rows)])):
            return "CNY"
        assumed = "CNY" if is_chinese(rows) else UNKNOWN_CURRENCY
        if re.search(r"sort code", " ".join(row.text for row in rows), re.IGNORECASE):
            assumed = "GBP"
        taken, taken_zh = (
            ("none is assumed", "未作假定") if assumed == UNKNOWN_CURRENCY else (f"{assumed} is assumed", f"暂按 {assumed} 计")
        )
        text, text_zh = f"The bank statement prints no currency; {taken}. Check it.", f"银行流水没有印明币种，{taken_zh}。请核对。"
        self.warnings.append(DocumentWarning("currency-missing", text, rows[0].page if rows else None, text_zh))
        return assumed

    def _amount_texts(self) -> str:
        entries = [entry for block in self.group.blocks for entry in block.entries[:50]]
        return " ".join(item.chunk.text for entry in entries for item in (entry.amount, entry.in_, entry.out, entry.balance) if item)

    def _moved(self, entries: Sequence[Entry]) -> list[Entry]:
        """The entries that moved money in or out; what is left out is said."""
        void = {word.lower() for word in self.layout.void}
        neutral = {word.lower() for word in self.layout.neutral}
        kept, left_out, closed = [], 0, 0
        for entry in entries:
            if entry.status is not None and entry.status.lower() in void:
                closed += 1
            elif entry.mark is not None and entry.mark.lower() in neutral and outward_of(entry.mark, self.layout) is None:
                left_out += 1
            else:
                kept.append(entry)
        if left_out:
            text = f"{left_out} movements are marked as neither income nor expense (own transfers, refunds) and are not counted."
            text_zh = f"{left_out} 笔交易标为不计收支（本人转账、退款等），未计入。"
            self.warnings.append(DocumentWarning("neutral-movements-left-out", text, text_zh=text_zh))
        if closed:
            text = f"{closed} movements are marked as closed or failed and are not counted: no money moved."
            text_zh = f"{closed} 笔交易标为关闭或失败，未计入：没有资金往来。"
            self.warnings.append(DocumentWarning("void-movements-left-out", text, text_zh=text_zh))
        return kept

    def _statement(self, account: Account, currency: str, entries: list[Entry], *, alone: bool) -> BankStatement:
        printed = printed_balances(self.group.blocks, account) if alone else PrintedBalances()
        days, dated = self._days(entries, account, currency)
        opening_value = printed.opening.printed.numeral.value if printed.opening else None
        titles = sections_of(self.group.blocks)
        sections_by_entry = {id(entry): title for block, title in zip(self.group.blocks, titles, strict=True) for entry in block.entries}
        sections = [sections_by_entry[id(entry)] for entry in entries]
        items, backwards = signed(entries, days, sections, self.layout, opening=opening_value) if entries else ([], False)
        day_of = {id(entry): day for entry, day in zip(entries, days, strict=True)}
        made = {id(item): self._transaction(item, day_of[id(item.entry)], currency) for item in items}
        transactions = [made[id(item)] for item in oldest_first(items, backwards)]
        if not any(item.balance for item in transactions) and all(item.date for item in transactions):
            transactions.sort(key=lambda item: item.date or date.max)
            transactions = self._with_daily_balances(transactions, account, currency)
        known = [item.date for item in transactions if item.date is not None]
        statement = BankStatement(
            holder=account.holder, account=account.number, bank=account.bank, currency=currency,
            start=account.start or (min(known) if known else None), end=account.end or (max(known) if known else None),
            opening=self._opening(printed.opening, transactions, currency),
            closing=self._closing(printed.closing, transactions, currency),
            transactions=tuple(transactions),
            total_credits=self._absolute(printed.total_in, currency), total_debits=self._absolute(printed.total_out, currency),
            newest_first=backwards,
        )  # fmt: skip
        self.warnings.extend(proof_of(statement))
        repeats = _repeats_days(entries)
        unsaid = unsaid_among(items, sections_by_entry, self.layout)
        statement, unproved = weighed(
            statement,
            unsaid={made[id(item)].amount.id for item in items if id(item) in unsaid},
            believed=self.layout.bank is not None,
            dated=dated,
            undated={made[id(item)].amount.id for item in items if item.entry.disputed or (repeats and not item.entry.dated)},
            within=account.start is not None and account.end is not None,
        )
        self.warnings.extend(unproved)
        return statement

    def _with_daily_balances(self, transactions: list[Transaction], account: Account, currency: str) -> list[Transaction]:
        """`transactions`, by day, with the balances that a list of its own prints for the end of each day."""
        listed = [item for block in self.group.blocks for item in block.daily]
        texts = [day for day, _, _ in listed]
        day_first = is_day_first(texts, stated=self.layout.day_first, otherwise=currency != "USD", start=account.start, end=account.end)
        days = days_of(texts, day_first=day_first, start=account.start, end=account.end, anchor=account.printed_on)
        found = {day: (printed, row) for day, (_, printed, row) in zip(days, listed, strict=True) if day is not None}
        result: list[Transaction] = []
        for index, item in enumerate(transactions):
            last = index + 1 == len(transactions) or transactions[index + 1].date != item.date
            if last and item.date in found:
                printed, row = found[item.date]
                item = replace(item, balance=self._figure(printed, row, currency))
            result.append(item)
        return result

    def _days(self, entries: Sequence[Entry], account: Account, currency: str) -> tuple[list[date | None], bool]:
        """The day of each entry, and whether the order of day and month is certain."""
        texts = with_whole_years([entry.day for entry in entries], start=account.start, end=account.end)
        month_first = currency == "USD" or (currency == "CNY" and all(text is None or len(text) <= 5 for text in texts))
        printed = [text for text in texts if text]
        stated, start, end = self.layout.day_first, account.start, account.end
        day_first = is_day_first(printed, stated=stated, otherwise=not month_first, start=start, end=end)
        certain = is_certain(printed, stated=stated, start=start, end=end)
        days = days_of(texts, day_first=day_first, start=account.start, end=account.end, anchor=account.printed_on)
        missing = sum(day is None for day in days)
        if missing:
            text = f"{missing} movements have no date that can be read with its year; the statement's period is not printed or not read."
            text_zh = f"{missing} 笔交易的日期无法确定年份；流水没有印明或未能读出起止期间。"
            self.warnings.append(DocumentWarning("dates-unclear", text, entries[days.index(None)].row.page, text_zh))
        return days, certain

    def _transaction(self, item: Signed, day: date | None, currency: str) -> Transaction:
        entry = item.entry
        amount = self._figure(item.printed, entry.row, currency, negate=item.negate)
        with_balance = entry.balance is not None and item.last_of_entry
        balance = self._figure(entry.balance, entry.row, currency) if entry.balance is not None and with_balance else None
        between = "" if any("\u4e00" <= character <= "\u9fff" for text in entry.texts for character in text) else " "
        texts = between.join(entry.texts) if len(entry.texts) > 1 and entry.row.page is not None else " ".join(entry.texts)
        name, account = _apart(entry.counterparty, entry.counterparty_account)
        return Transaction(
            date=day, description=texts, counterparty=name, counterparty_account=account,
            amount=amount, balance=balance, page=entry.row.page,
        )  # fmt: skip

    def _figure(self, printed: Printed, row: Row, currency: str, *, negate: bool = False) -> Figure:
        chunk = printed.chunk
        sure = chunk.confidence if row.recognised else TEXT_LAYER_CONFIDENCE
        others = chunk.others if row.recognised and printed.text == chunk.text else ()
        return self.series.figure(
            printed.text, printed.numeral, chunk.place(self.sha256, row.page), currency=currency, negate=negate,
            confidence=min(sure, _MALFORMED) if printed.numeral.malformed else sure, others=others,
        )  # fmt: skip

    def _absolute(self, printed: PrintedAt | None, currency: str) -> Figure | None:
        """A printed total as a positive figure, with or without a minus before it on the paper."""
        return self._figure(printed.printed, printed.row, currency, negate=printed.printed.numeral.value < 0) if printed else None

    def _opening(self, printed: PrintedAt | None, transactions: Sequence[Transaction], currency: str) -> Figure | None:
        if printed is not None:
            return self._figure(printed.printed, printed.row, currency)
        operands: list[Figure] = []
        value = None
        for transaction in transactions:
            operands.append(transaction.amount)
            if transaction.balance is not None:
                value = transaction.balance.value - sum(operand.value for operand in operands)
                operands.insert(0, transaction.balance)
                break
        return self.series.derived(value, tuple(operands), currency=currency) if value is not None else None

    def _closing(self, printed: PrintedAt | None, transactions: Sequence[Transaction], currency: str) -> Figure | None:
        if printed is not None:
            return self._figure(printed.printed, printed.row, currency)
        after: list[Figure] = []
        for transaction in reversed(transactions):
            if transaction.balance is not None:
                value = transaction.balance.value + sum(figure.value for figure in after)
                return self.series.derived(value, (transaction.balance, *reversed(after)), currency=currency)
            after.append(transaction.amount)
        return None


def _apart(name: str | None, account: str | None) -> tuple[str | None, str | None]:
    """Counterparty and its account where one column holds both."""
    both = _NAME_AND_ACCOUNT.fullmatch(name or account or "") if name is None or account is None else None
    return (both["name"], both["account"]) if both is not None else (name, account)
