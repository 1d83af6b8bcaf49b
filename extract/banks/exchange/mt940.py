"""MT940: fields to statements. Source: SWIFT Standards MT, category 9 (field formats 25, 28C, 60a, 61, 62a, 86).

Reversal marks turn the direction: RC takes money out, RD brings it in. A statement may go over several messages ("pages"): an
intermediate closing balance (62M) is carried to the intermediate opening balance (60M) of the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extract.banks.exchange.draft import Draft, Making
from extract.banks.exchange.owner_text import owner_text
from extract.figure import Figure
from extract.page import Node
from extract.records import BankStatement, Transaction

_BALANCE = re.compile(r"\s*(?P<mark>[CD])(?P<day>\d{6})(?P<currency>[A-Z]{3})(?P<amount>[\d.,' ]+)\s*$", re.IGNORECASE)
_LINE = re.compile(
    r"\s*(?P<day>\d{6})(?P<entry>\d{4})?(?P<mark>R?[CD])(?P<funds>[A-Z])?(?P<amount>\d[\d.,]*)(?P<rest>[SNF][A-Z0-9 ]{3}.*|\s.*|//.*|)",
    re.IGNORECASE | re.DOTALL,
)
_TYPE = re.compile(r"(?P<type>[SNF][A-Z0-9 ]{3})?(?P<own>(?:(?!//).){0,34})(?://(?P<bank>.*))?", re.IGNORECASE)
_SUMMARY = re.compile(r"\s*(?P<count>\d{1,5})(?P<currency>[A-Z]{3})(?P<amount>[\d.,]+)\s*$")
#: A currency that some banks put behind the account number.
_ACCOUNT = re.compile(r"(?P<number>.*?\d)\s?(?P<currency>[A-Z]{3})?\s*$")


@dataclass(slots=True)
class _Row:
    """A movement that may still get its text."""

    node: Node
    day: date | None
    amount: Figure | None
    reference: str
    more: str
    owner: list[str]


@dataclass(slots=True)
class _Page:
    """One message."""

    draft: Draft
    rows: list[_Row]
    number: str = ""
    continued: bool = False  # opens with 60M
    continues: bool = False  # closes with 62M
    counts: tuple[tuple[str, bool, int], ...] = ()


class Mt940:
    """Reads the fields of one file."""

    def __init__(self, making: Making) -> None:
        self.making = making
        self.pages: list[_Page] = []
        self.page: _Page | None = None
        self.heading: dict[str, str] = {}

    def read(self, nodes: Sequence[Node]) -> list[BankStatement]:
        for node in nodes:
            self._take(node)
        drafts: list[Draft] = []
        before: _Page | None = None
        for page in self.pages:
            self._fill(page)
            if page.continued and before is not None and before.continues and before.draft.account == page.draft.account:
                self._join(drafts[-1], page)
            else:
                self._part(before, page)
                drafts.append(page.draft)
            before = page
        self._part(before, None)
        return [self.making.statement(draft) for draft in drafts]

    def _take(self, node: Node) -> None:
        tag = node.step.split("[")[0].strip(":")
        page = self.page
        row = page.rows[-1] if page is not None and page.rows else None
        ended = page is not None and page.draft.closing is not None
        if tag in {"20", "-"}:
            self.heading, self.page = {}, None
        elif tag in {"25", "25P", "28", "28C"}:
            self.heading[tag[:2]] = node.text
        elif tag in {"60F", "60M"}:
            self._open(node, continued=tag == "60M")
        elif tag == "61":
            self._row(node, None if ended else page)
        elif tag in {"86", "NS"} and row is not None and not ended and (tag == "86" or not row.owner):
            row.owner = [*row.owner, *node.text.split("\n")]
        elif tag in {"62F", "62M"} and page is not None:
            page.continues = tag == "62M"
            page.draft.closing, page.draft.end, _ = self._balance(node)
        elif tag in {"90D", "90C"} and page is not None:
            self._summary(node, page, outward=tag == "90D")

    def _open(self, node: Node, *, continued: bool) -> None:
        figure, day, currency = self._balance(node)
        found = _ACCOUNT.match(self.heading.get("25", "").strip())
        number = (found["number"] if found else self.heading.get("25", "")).strip()
        head, slash, tail = number.rpartition("/")
        account = tail if slash and any(sign.isdigit() for sign in tail) else number
        draft = Draft(f"account {account or 'unknown'}", account.replace(" ", "") or None, start=day, opening=figure)
        draft.currency = currency or draft.currency
        if re.fullmatch(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?", head):
            draft.bank = head
        self.page = _Page(draft, [], self.heading.get("28", ""), continued)
        self.pages.append(self.page)

    def _balance(self, node: Node) -> tuple[Figure | None, date | None, str | None]:
        found = _BALANCE.match(node.text.split("\n")[0])
        if found is None:
            self.making.unread(node.step, node.text)
            return None, None, None
        currency = found["currency"].upper()
        figure = self.making.figure(found["amount"].strip(), node.step, currency, outward=found["mark"].upper() == "D")
        return figure, _day(found["day"]), currency

    def _row(self, node: Node, page: _Page | None) -> None:
        first, _, more = node.text.partition("\n")
        found = _LINE.fullmatch(first)
        if page is None:
            page = self._without_opening(node)
        if found is None:
            self.making.unread(node.step, first)
            page.rows.append(_Row(node, None, None, "", "", []))
            return
        mark = found["mark"].upper()
        outward = mark in {"D", "RC"}
        figure = self.making.figure(found["amount"], node.step, page.draft.currency, outward=outward)
        details = _TYPE.match(found["rest"])
        own = (details["own"] or "").strip() if details else found["rest"].strip()
        value = _day(found["day"])
        day = _entered(value, found["entry"]) if found["entry"] else value
        if day is None:
            self.making.undated(node.step)
        page.rows.append(_Row(node, day, figure, "" if own.upper() == "NONREF" else own, more, []))

    def _without_opening(self, node: Node) -> _Page:
        """A page for movements that stand before any opening balance, or behind a closing one."""
        page = self.page = _Page(Draft(f"the fields from {node.step} on"), [])
        self.pages.append(page)
        text = f"The movements from {node.step} (line {node.line}) on belong to no opening balance; a part of the file is missing."
        text_zh = f"自 {node.step}（第 {node.line} 行）起的交易没有期初余额；文件缺少一部分。"
        self.making.warn("part-missing", text, text_zh)
        return page

    def _summary(self, node: Node, page: _Page, *, outward: bool) -> None:
        found = _SUMMARY.match(node.text)
        figure = self.making.figure(found["amount"], node.step, found["currency"]) if found else None
        if found is None or figure is None:
            return
        if outward:
            page.draft.total_debits = figure
        else:
            page.draft.total_credits = figure
        page.counts = (*page.counts, (node.step, outward, int(found["count"])))

    def _fill(self, page: _Page) -> None:
        for row in page.rows:
            if row.amount is None:
                continue
            said = owner_text(row.owner)
            parts = [said.description]
            more = " ".join(row.more.split())
            if more and more not in said.description:
                parts.append(more)
            if not any(parts) and row.reference:
                parts.append(row.reference)
            text = " ".join(part for part in parts if part)
            page.draft.movements.append(Transaction(
                date=row.day, description=text, counterparty=said.counterparty, counterparty_account=said.account,
                amount=row.amount, balance=None,
            ))  # fmt: skip
        for step, outward, count in page.counts:
            found = sum((movement.amount.value < 0) == outward for movement in page.draft.movements)
            if found != count:
                text = f"{step} counts {count} movements, and {found} stand there."
                self.making.warn("control-total-differs", text, f"{step} 记载 {count} 笔交易，实有 {found} 笔。")

    def _join(self, draft: Draft, page: _Page) -> None:
        """Continue a statement on its next page: the balance carried between them is that after the last movement so far."""
        carried, opened = draft.closing, page.draft.opening
        if carried is not None and opened is not None and carried.value != opened.value:
            text = (
                f"The balance {opened.printed} at {opened.place.path} is not the one carried from {carried.place.path}, {carried.printed}."
            )
            text_zh = f"{opened.place.path} 处的余额 {opened.printed} 与 {carried.place.path} 处结转的 {carried.printed} 不一致。"
            self.making.warn("balance-chain-broken", text, text_zh)
        if draft.movements and carried is not None:
            last = draft.movements[-1]
            draft.movements[-1] = Transaction(
                date=last.date, description=last.description, counterparty=last.counterparty,
                counterparty_account=last.counterparty_account, amount=last.amount, balance=carried,
            )  # fmt: skip
        draft.movements.extend(page.draft.movements)
        draft.closing, draft.end = page.draft.closing, page.draft.end or draft.end
        draft.total_credits = draft.total_credits or page.draft.total_credits
        draft.total_debits = draft.total_debits or page.draft.total_debits

    def _part(self, before: _Page | None, page: _Page | None) -> None:
        """Say that a page is missing behind `before`, or in front of `page`, or that a closing balance is."""
        if before is not None and before.continues:
            text = f"The last page of {before.draft.named}, statement {before.number or '?'}, is missing: it is carried forward to none."
            text_zh = f"账户 {before.draft.account or '不明'} 第 {before.number or '?'} 号对账单缺少末页：结转后没有下一页。"
            self.making.warn("part-missing", text, text_zh)
        if before is not None and before.draft.closing is None:
            text = f"{before.draft.named}, statement {before.number or '?'}, has no closing balance that can be read; it may break off."
            text_zh = f"账户 {before.draft.account or '不明'} 第 {before.number or '?'} 号对账单没有可读的期末余额，可能不完整。"
            self.making.warn("part-missing", text, text_zh)
        if page is not None and page.continued:
            text = f"The first page of {page.draft.named}, statement {page.number or '?'}, is missing: it is brought forward from none."
            text_zh = f"账户 {page.draft.account or '不明'} 第 {page.number or '?'} 号对账单缺少首页：承前余额没有上一页。"
            self.making.warn("part-missing", text, text_zh)


def _day(digits: str) -> date | None:
    """YYMMDD; bank files of this form are younger than 1980."""
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    try:
        return date(1900 + year if year >= 80 else 2000 + year, month, day)
    except ValueError:
        return None


def _entered(value: date | None, digits: str) -> date | None:
    """The day of booking, MMDD, in the year that lies nearest to the value date."""
    if value is None:
        return None
    candidates = []
    for year in (value.year - 1, value.year, value.year + 1):
        try:
            candidates.append(date(year, int(digits[:2]), int(digits[2:])))
        except ValueError:
            continue
    return min(candidates, key=lambda day: abs((day - value).days), default=value)
