"""OFX and QFX to statements, of bank accounts and cards. Source: OFX 2.3, chapters 3 and 11.

A file states the balance at its end and none at its beginning: that one follows from the movements, unless the balance is of a
later day than the last of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from extract.banks.exchange.draft import Draft, Making, currency_code
from extract.banks.exchange.tree import Branch, grown
from extract.dates import parse_date
from extract.money import UNKNOWN_CURRENCY
from extract.page import Node
from extract.records import BankStatement, Transaction

_NAMED = 5


class Ofx:
    """Reads the elements of one file."""

    def __init__(self, making: Making) -> None:
        self.making = making

    def read(self, nodes: Sequence[Node]) -> list[BankStatement]:
        root = grown(nodes)
        bank = next((one.text for one in root.within("ORG") if one.text), None)
        return [self._statement(branch, bank) for branch in root.within("STMTRS", "CCSTMTRS")]

    def _statement(self, branch: Branch, bank: str | None) -> BankStatement:
        account = branch.at("BANKACCTFROM") or branch.at("CCACCTFROM")
        number = account.says("ACCTID") if account is not None else None
        draft = Draft(f"account {number or 'unknown'}", number.replace(" ", "") if number else None, bank=bank)
        rows = [row for group in branch.all("BANKTRANLIST") for row in group.all("STMTTRN")]
        draft.currency = self._currency(branch, rows)
        listed = branch.at("BANKTRANLIST")
        if listed is not None:
            draft.start, draft.end = _day(listed.says("DTSTART")), _day(listed.says("DTEND"))
        for row in rows:
            movement = self._movement(row, draft.currency)
            if movement is not None:
                draft.movements.append(movement)
        self._closing(branch, draft)
        self._repeated(rows)
        return self.making.statement(draft)

    def _currency(self, branch: Branch, rows: Sequence[Branch]) -> str:
        code = currency_code(branch.says("CURDEF"))
        if code is not None:
            return code
        stated = {currency_code(row.says("CURRENCY", "CURSYM")) for row in rows}
        code = stated.pop() if len(stated) == 1 else None
        if code is None:
            text = f"The statement at {branch.path} names no currency; none is assumed. Check it."
            self.making.warn("currency-missing", text, f"{branch.path} 处的对账单没有注明币种，未作假定。请核对。")
        return code or UNKNOWN_CURRENCY

    def _movement(self, row: Branch, currency: str) -> Transaction | None:
        amount = row.at("TRNAMT")
        if amount is None or not amount.text:
            self.making.unread(row.path, amount.text if amount is not None else "")
            return None
        figure = self.making.figure(amount.text, amount.path, currency)
        if figure is None:
            return None
        day = _day(row.says("DTPOSTED")) or _day(row.says("DTUSER"))
        if day is None:
            self.making.undated(row.path)
        name, memo = row.says("NAME") or row.says("PAYEE", "NAME"), row.says("MEMO")
        told = [text for text in (memo, row.says("CHECKNUM") if not memo else None) if text and text != "0"]
        other = row.at("BANKACCTTO") or row.at("CCACCTTO")
        # What some banks add: the balance after the movement.
        after = row.at("ACCTBAL")
        balance = self.making.figure(after.text, after.path, currency) if after is not None and after.text else None
        return Transaction(
            date=day, description=" ".join(told) or name or row.says("TRNTYPE") or "", counterparty=name,
            counterparty_account=other.says("ACCTID") if other is not None else None, amount=figure, balance=balance,
        )  # fmt: skip

    def _closing(self, branch: Branch, draft: Draft) -> None:
        ledger = branch.at("LEDGERBAL")
        amount = ledger.at("BALAMT") if ledger is not None else None
        if ledger is None or amount is None or not amount.text:
            text = f"The statement at {branch.path} states no balance; its movements cannot be proved by themselves."
            text_zh = f"{branch.path} 处的对账单没有余额，无法自行验证其中交易。"
            self.making.warn("balance-missing", text, text_zh)
            return
        draft.closing = self.making.figure(amount.text, amount.path, draft.currency)
        day = _day(ledger.says("DTASOF"))
        draft.closed = day is None or draft.end is None or day <= draft.end
        late = [movement for movement in draft.movements if day is not None and movement.date is not None and movement.date > day]
        if late and draft.closing is not None:
            draft.closed = False
            text = f"The balance at {amount.path} is of {day}, and {len(late)} movements are later; it is not that after the last of them."
            text_zh = f"{amount.path} 处的余额截至 {day}，其后还有 {len(late)} 笔交易；该余额不是最后一笔交易之后的余额。"
            self.making.warn("balance-of-another-day", text, text_zh)

    def _repeated(self, rows: Sequence[Branch]) -> None:
        """An identifier is the bank's name for one movement: twice, it was exported or pasted twice."""
        places: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            identity = row.says("FITID")
            if identity:
                places[identity].append(row.path)
        twice = [(identity, paths) for identity, paths in places.items() if len(paths) > 1]
        for identity, paths in twice[:_NAMED]:
            steps = ", ".join(path.rpartition("/")[2] for path in paths[:10])
            text = f"The identifier {identity[:40]} is that of {len(paths)} movements ({steps}); each is counted."
            text_zh = f"标识 {identity[:40]} 出现在 {len(paths)} 笔交易上（{steps}），各笔均已计入。"
            self.making.warn("duplicate-movement", text, text_zh)
        if len(twice) > _NAMED:
            more = len(twice) - _NAMED
            self.making.warn(
                "duplicate-movement", f"{more} further identifiers are of several movements.", f"另有 {more} 个标识出现在多笔交易上。"
            )


def _day(text: str | None) -> date | None:
    """YYYYMMDD with a time and a zone behind it, which are left out: the day is the bank's own."""
    found = re.match(r"\d{8}", text or "")
    return parse_date(found.group()) if found else parse_date((text or "")[:10])
