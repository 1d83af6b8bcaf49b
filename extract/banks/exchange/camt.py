"""CAMT.053 to statements, of every version: names moved between them, meanings did not. Source: ISO 20022, camt.053.001.02 to .13."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from extract.banks.exchange.draft import Draft, Making, currency_code, plain_amount
from extract.banks.exchange.tree import Branch, grown
from extract.dates import parse_date
from extract.figure import Figure
from extract.money import UNKNOWN_CURRENCY
from extract.numerals import show
from extract.page import Node
from extract.records import BankStatement, Transaction

#: Balances that open and close the booked movements, the better one first.
_OPENING, _CLOSING = ("OPBD", "PRCD", "ITBD"), ("CLBD", "ITBD")
_MOST_TEXT = 1_000


class Camt:
    """Reads the elements of one message."""

    def __init__(self, making: Making) -> None:
        self.making = making
        self.pending = 0

    def read(self, nodes: Sequence[Node]) -> list[BankStatement]:
        statements = [self._statement(branch) for branch in grown(nodes).within("Stmt")]
        if self.pending:
            text = f"{self.pending} movements are announced and not booked yet; they are not counted."
            self.making.warn("pending-movements-left-out", text, f"{self.pending} 笔交易尚未入账，未计入。")
        return statements

    def _statement(self, branch: Branch) -> BankStatement:
        account = branch.at("Acct")
        number = (
            None
            if account is None
            else account.says("Id", "IBAN") or account.says("Id", "Othr", "Id") or account.says("Id", "PrtryAcct", "Id")
        )
        draft = Draft(f"account {number or 'unknown'}", number)
        if account is not None:
            draft.holder = account.says("Ownr", "Nm")
            servicer = account.at("Svcr", "FinInstnId")
            draft.bank = servicer.says("Nm") or servicer.says("BICFI") or servicer.says("BIC") if servicer is not None else None
        draft.currency = _currency(branch, account)
        span = branch.at("FrToDt")
        if span is not None:
            draft.start, draft.end = (_day(span.at(name)) for name in ("FrDtTm", "ToDtTm"))
            draft.start, draft.end = draft.start or _day(span.at("FrDt")), draft.end or _day(span.at("ToDt"))
        self._balances(branch, draft)
        booked = [entry for entry in branch.all("Ntry") if self._booked(entry)]
        for entry in booked:
            movement = self._movement(entry, draft.currency)
            if movement is not None:
                draft.movements.append(movement)
        self._summary(branch, draft, booked)
        self._ends(branch, draft)
        return self.making.statement(draft)

    def _balances(self, branch: Branch, draft: Draft) -> None:
        """The first of the best opening ones, the last of the best closing ones, by their days."""
        found: dict[str, list[tuple[date, int, Branch]]] = {}
        for index, balance in enumerate(branch.all("Bal")):
            code = balance.says("Tp", "CdOrPrtry", "Cd") or balance.says("Tp", "Cd") or ""
            if plain_amount(balance.says("Amt") or "") is not None:
                found.setdefault(code, []).append((_day(balance.at("Dt")) or date.min, index, balance))
        opening = next((code for code in _OPENING if code in found), None)
        if opening is not None:
            day, _, balance = min(found[opening], key=lambda item: item[:2])
            draft.opening, draft.start = self._amount(balance, draft.currency), draft.start or (None if day == date.min else day)
        closing = next((code for code in _CLOSING if code in found), None)
        if closing is not None:
            day, _, balance = max(found[closing], key=lambda item: item[:2])
            draft.closing, draft.end = self._amount(balance, draft.currency), draft.end or (None if day == date.min else day)

    def _ends(self, branch: Branch, draft: Draft) -> None:
        if draft.closing is None:
            text = f"The statement of {draft.named} (line {branch.line}) has no closing balance that can be read; it may break off."
            text_zh = f"账户 {draft.account or '不明'}（第 {branch.line} 行）的对账单没有可读的期末余额，可能不完整。"
            self.making.warn("part-missing", text, text_zh)

    def _booked(self, entry: Branch) -> bool:
        status = entry.says("Sts", "Cd") or entry.says("Sts") or "BOOK"
        self.pending += status in {"PDNG", "INFO", "FUTR"}
        return status not in {"PDNG", "INFO", "FUTR"}

    def _amount(self, branch: Branch, currency: str) -> Figure | None:
        amount = branch.at("Amt")
        if amount is None:
            self.making.unread(branch.path, "")
            return None
        code = currency_code(amount.says("@Ccy")) or currency
        if code != currency:
            text = f"The amount at {amount.path} is in {code}, and the account in {currency}; it was taken as it is printed."
            self.making.warn("currencies-differ", text, f"{amount.path} 处的金额为 {code}，而账户币种为 {currency}；已按原样读取。")
        return self.making.figure(amount.text, amount.path, code, outward=branch.says("CdtDbtInd") == "DBIT")

    def _movement(self, entry: Branch, currency: str) -> Transaction | None:
        figure = self._amount(entry, currency)
        if figure is None:
            return None
        day = _day(entry.at("BookgDt")) or _day(entry.at("ValDt"))
        if day is None:
            self.making.undated(entry.path)
        details = [each for group in entry.all("NtryDtls") for each in group.all("TxDtls")]
        self._parts(entry, figure, details)
        parties = {_party(each, outward=figure.value < 0) for each in details}
        name, account = parties.pop() if len(parties) == 1 else (None, None)
        return Transaction(
            date=day, description=_text(entry, details), counterparty=name, counterparty_account=account, amount=figure, balance=None
        )

    def _parts(self, entry: Branch, figure: Figure, details: Sequence[Branch]) -> None:
        """A batch states its parts: what they add up to must be its amount, where all are in its currency."""
        parts = [part for each in details if (part := _part(each, figure.money.currency)) is not None]
        if not parts or len(parts) != len(details):
            return
        signs = [
            (-1 if each.says("CdtDbtInd") == "DBIT" else 1) if each.says("CdtDbtInd") else (1 if figure.value >= 0 else -1)
            for each in details
        ]
        total = sum((sign * part for sign, part in zip(signs, parts, strict=True)), Decimal(0))
        if total != figure.value and any(parts):
            text = f"The {len(parts)} parts of {entry.path} add up to {show(total)}, and its amount is {show(figure.value)}."
            text_zh = f"{entry.path} 的 {len(parts)} 笔明细合计 {show(total)}，而该笔金额为 {show(figure.value)}。"
            self.making.warn("control-total-differs", text, text_zh)

    def _summary(self, branch: Branch, draft: Draft, booked: Sequence[Branch]) -> None:
        """The printed sums and counts of the statement against what it holds."""
        amounts = [movement.amount.value for movement in draft.movements]
        for name, outward in (("TtlCdtNtries", False), ("TtlDbtNtries", True)):
            total = branch.at("TxsSummry", name)
            if total is None:
                continue
            own = [amount for amount in amounts if (amount < 0) == outward]
            self._count(total, len(own), len(booked) == len(amounts))
            stated = total.at("Sum")
            figure = self.making.figure(stated.text, stated.path, draft.currency) if stated is not None and stated.text else None
            if figure is None:
                continue
            if outward:
                draft.total_debits = figure
            else:
                draft.total_credits = figure
            if figure.value != abs(sum(own, Decimal(0))):
                text = f"{figure.place.path} states {figure.printed}, and the movements add up to {show(abs(sum(own, Decimal(0))))}."
                text_zh = f"{figure.place.path} 记载 {figure.printed}，而各笔交易合计 {show(abs(sum(own, Decimal(0))))}。"
                self.making.warn("control-total-differs", text, text_zh)
        every = branch.at("TxsSummry", "TtlNtries")
        if every is not None:
            self._count(every, len(amounts), len(booked) == len(amounts))

    def _count(self, total: Branch, found: int, whole: bool) -> None:
        stated = total.at("NbOfNtries")
        if stated is not None and stated.text.isdecimal() and int(stated.text) != found and whole:
            text = f"{stated.path} counts {stated.text} movements, and {found} stand there."
            self.making.warn("control-total-differs", text, f"{stated.path} 记载 {stated.text} 笔交易，实有 {found} 笔。")


def _currency(branch: Branch, account: Branch | None) -> str:
    """The account's currency, else that of its balances or movements."""
    stated = currency_code(account.says("Ccy")) if account is not None else None
    amounts = (one.at("Amt", "@Ccy") for name in ("Bal", "Ntry") for one in branch.all(name))
    return stated or next((code for one in amounts if one is not None and (code := currency_code(one.text))), UNKNOWN_CURRENCY)


def _day(branch: Branch | None) -> date | None:
    """The day of a Dt or DtTm, whether it stands in the element itself or in one inside it; an offset of the clock is not applied."""
    text = branch and (branch.says("Dt") or branch.says("DtTm") or branch.text)
    return parse_date(text[:10]) if text else None


def _part(details: Branch, currency: str) -> Decimal | None:
    amount = details.at("Amt") or details.at("AmtDtls", "TxAmt", "Amt")
    if amount is None or currency_code(amount.says("@Ccy")) not in {None, currency}:
        return None
    numeral = plain_amount(amount.text)
    return abs(numeral.value) if numeral is not None else None


def _party(details: Branch, *, outward: bool) -> tuple[str | None, str | None]:
    """Name and account of the other side: the creditor of money out, the debtor of money in, the last one in a chain of them."""
    parties = details.at("RltdPties")
    if parties is None:
        return None, None
    roles = ("UltmtCdtr", "Cdtr") if outward else ("UltmtDbtr", "Dbtr")
    name = next((found for role in reversed(roles) if (found := parties.says(role, "Nm") or parties.says(role, "Pty", "Nm"))), None)
    name = name or next((found for role in roles if (found := parties.says(role, "Nm") or parties.says(role, "Pty", "Nm"))), None)
    account = parties.at(f"{roles[-1]}Acct", "Id")
    return name, _number(account)


def _number(identity: Branch | None) -> str | None:
    """The number of an account, in whichever scheme it is named."""
    if identity is None:
        return None
    return identity.says("IBAN") or identity.says("Othr", "Id") or identity.says("PrtryAcct", "Id") or identity.says("BBAN")


def _text(entry: Branch, details: Sequence[Branch]) -> str:
    """What the movement says of itself: the payers' words, else the bank's, else references and codes."""
    told = [one.text for each in details for one in each.within("Ustrd") if one.text]
    told = told or [one.text for each in details for info in each.within("Strd") for one in info.within("Ref", "AddtlRmtInf") if one.text]
    told += [text for text in (entry.says("AddtlNtryInf"), *(each.says("AddtlTxInf") for each in details)) if text and text not in told]
    if not told:
        references = [each.says("Refs", "EndToEndId") for each in details] + [entry.says("AcctSvcrRef"), entry.says("NtryRef")]
        told = [text for text in references if text and text != "NOTPROVIDED"][:1] or [entry.says("BkTxCd", "Prtry", "Cd") or ""]
    return " ".join(dict.fromkeys(told))[:_MOST_TEXT]
