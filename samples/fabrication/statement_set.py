"""The statements of one year as a set: what must follow on the others when one of them was changed by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from samples.case import Document, Papers
from samples.fabrication.add_up import added_up
from samples.records.record import Key, Span, Statement

_SET = ("balance_sheet", "income_statement", "cash_flow", "equity_changes", "notes")


def latest(papers: Papers, kind: str) -> Document | None:
    """The last annual statement of that kind that is no draft."""
    year_end = papers.ledgers.firm.year_ends[-1]
    found = [
        document
        for document in papers.of(kind)
        if isinstance(document.record, Statement) and document.record.period == year_end and not document.record.draft
    ]
    return found[0] if found else None


class StatementSet:
    """The papers after one statement of a year was changed.

    papers    with that change in them   changed: id of the changed document   before: what it said
    """

    def __init__(self, papers: Papers, changed: str, before: Statement) -> None:
        self.papers, self.changed, self.before = papers, changed, before
        self.year_end = before.period

    def following(self, figures: Mapping[Key, int]) -> Papers:
        """The papers with every other statement brought in line with `figures`, those of the changed document."""
        moved = self._moved(figures)
        if self.before.record == "balance_sheet":
            self._profit(moved.get("retained_earnings", moved.get("total_equity", 0)))
            self._cash(moved.get("cash", 0))
        else:
            profit = moved.get("net_profit", 0)
            self._equity(profit)
            self._year(profit)
        self._copied(figures)
        return self.papers

    def _moved(self, figures: Mapping[Key, int]) -> dict[str, int]:
        now = dict(self.before.figures())
        return {key.name: amount - now[key] for key, amount in figures.items() if key.period == self.year_end}

    def _profit(self, change: int) -> None:
        """More equity is more profit: it came from revenue."""
        if change:
            self._add("income_statement", {"revenue": change}, "year")
            self._year(change)

    def _year(self, change: int) -> None:
        if change:
            self._add("equity_changes", {"eq_profit": change}, "year")

    def _equity(self, change: int) -> None:
        """More profit is more equity: the buyers owe it."""
        sheet = latest(self.papers, "balance_sheet")
        if sheet is None or not change:
            return
        column = sheet.record.columns[0].figures if isinstance(sheet.record, Statement) else {}
        asset = next((name for name in ("trade_receivables", "receivables_total", "total_current_assets") if name in column), "")
        equity = "retained_earnings" if "retained_earnings" in column else "total_equity"
        if asset:
            self._add("balance_sheet", {asset: change, equity: change}, "instant")

    def _cash(self, change: int) -> None:
        if change:
            self._add("cash_flow", {"cf_receipts_customers": change}, "year")

    def _add(self, kind: str, changes: Mapping[str, int], span: Span) -> None:
        """Raise lines of the year's statement of that kind, its totals with them."""
        document = latest(self.papers, kind)
        if document is None or not isinstance(document.record, Statement):
            return
        record = document.record
        now = dict(record.figures())
        figures = {Key(name, self.year_end, span): amount for name, amount in changes.items()}
        known = {key: now[key] + amount for key, amount in figures.items() if key in now}
        if known:
            after = document.edited(added_up(record, known))
            self.papers = self.papers.replaced(after)
            assert isinstance(after.record, Statement)
            self._copied({key: amount for key, amount in after.record.figures() if now[key] != amount}, document.id)

    def _copied(self, figures: Mapping[Key, int], origin: str = "") -> None:
        """The same figures wherever else a statement prints them: notes, the comparative column of a later paper, a draft."""
        for kind in _SET:
            for document in self.papers.of(kind):
                if document.id in {origin or self.changed} or not isinstance(document.record, Statement):
                    continue
                record = document.record
                now = dict(record.figures())
                same = {key: amount for key, amount in figures.items() if key in now and now[key] != amount}
                if same:
                    self.papers = self.papers.replaced(replace(document.edited(same)))


__all__ = ["StatementSet", "latest"]
