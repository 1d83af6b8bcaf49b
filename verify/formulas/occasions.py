"""On what a formula is judged: single columns, columns of several statements for one period, or two documents.

Each occasion depends on its own documents alone, so that one more document in the loan file only ever adds occasions.
"""

from __future__ import annotations

import calendar
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from extract.money import UNKNOWN_CURRENCY
from extract.records import StatementKind
from verify.case import Case, newest, same_entity
from verify.column import WHOLE_YEAR, Column
from verify.facts.collect import facts_of
from verify.facts.fact import DAY, YEARS, Stretch
from verify.formulas.source import Source
from verify.formulas.unmapped import has_chinese_captions
from verify.wording import Wording

#: Combinations of documents judged for one formula; more than this many copies of one period is no loan file.
MAX_OCCASIONS = 400
#: Years of 52 or 53 weeks end up to a week away from the same day of the last year.
WEEK = timedelta(days=7)
_FLOWS: tuple[StatementKind, ...] = ("income_statement", "cash_flow", "equity_changes")
_UK_CONCEPTS = frozenset({"net_current_assets", "total_assets_less_current_liabilities", "net_assets", "creditors_after_one_year"})
_NATURE_CONCEPTS = frozenset({"raw_materials_consumed", "staff_costs", "depreciation_amortisation"})
_GENERAL_CONCEPTS = frozenset(
    {
        "other_income",
        "credit_impairment",
        "asset_impairment",
        "rd_expenses",
        "contract_liabilities",
        "receivables_financing",
        "cf_tax_refunds",
    }
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is compared, and for which stretch of time.

    subject   names it in the case
    columns   of statements; none where only papers beside the statements are compared
    case      where facts of other papers, and other periods, are looked up
    stretch   the days it is about; of balances alone, their day
    fault     why its columns cannot be compared, or None
    """

    subject: str
    columns: Mapping[Source, Column]
    fault: Wording | None = None
    case: Case = field(default_factory=lambda: Case("", ()))
    stretch: Stretch | None = None

    @property
    def main(self) -> Column:
        """Its first column.   Raises StopIteration where it has none."""
        return next(iter(self.columns.values()))

    @property
    def currency(self) -> str:
        return self.main.statement.currency if self.columns else UNKNOWN_CURRENCY

    @property
    def entity(self) -> str | None:
        return self.main.statement.entity if self.columns else None

    @property
    def period(self) -> date | None:
        return self.main.period if self.columns else None if self.stretch is None else self.stretch.end

    @property
    def layouts(self) -> frozenset[str] | None:
        """The layouts of its first statement; None where there is no statement that could have one."""
        return layouts(self.main) if self.columns else None


def layouts(column: Column) -> frozenset[str]:
    """The layouts a statement follows: what the reader said, else what its captions and lines show."""
    form = column.statement.form
    if form in {"xqy", "cas"}:
        return frozenset({"any", "cn", form})
    concepts = column.by_concept.keys()
    by_nature = bool(_NATURE_CONCEPTS & concepts) and "gross_profit" not in concepts
    extra = {"uk_frs105"} if by_nature else set()
    if form == "uk" or (form is None and _UK_CONCEPTS & concepts):
        return frozenset({"any", "uk", "western", *extra})
    if form is None and has_chinese_captions(column):
        return frozenset({"any", "cn", "cas" if _GENERAL_CONCEPTS & concepts else "xqy"})
    return frozenset({"any", "western", *extra})


def within(case: Case, kind: StatementKind) -> Iterator[Occasion]:
    """Each column of each statement of one kind."""
    for column in case.columns_of_kind(kind):
        yield Occasion(column.subject, {(kind, None): column}, case=case, stretch=stretch_of(column))


def across(case: Case, needed: list[Source], optional: list[Source]) -> Iterator[Occasion]:
    """Statements of one period side by side, with the balance sheet that opens it where the formula asks for one.

    needed     in the order of the formula; flows must cover the year up to the period's last day
    optional   taken when they are there: the fullest one
    """
    flow = next((source for source in needed if source[0] in _FLOWS), needed[0])
    for anchor in case.columns_of_kind(flow[0]):
        if anchor.period is None or (flow[0] in _FLOWS and anchor.span not in WHOLE_YEAR):
            continue
        pools = [[anchor] if source == flow else _matching(case, source, anchor) for source in needed]
        for combination in itertools.product(*pools):
            columns = dict(zip(needed, combination, strict=True))
            fault = incomparable(*combination)
            for source in optional:
                found = [column for column in _matching(case, source, anchor) if incomparable(anchor, column) is None]
                if found:
                    columns[source] = max(found, key=lambda column: (column.statement.complete, len(column.entries)))
            subject = " + ".join(dict.fromkeys(column.subject for column in combination))
            yield Occasion(subject, columns, fault, case, stretch_of(anchor))


def between_periods(case: Case, kind: StatementKind | None = None) -> Iterator[Occasion]:
    """A comparative column, and the older document in which the same period is the newest column."""
    for newer in case.columns:
        if newer.period is None or newer.period == newest(newer) or kind not in (None, newer.kind):
            continue
        for older in case.columns_of_kind(newer.kind, period=newer.period):
            if older.document is not newer.document and newest(older) == older.period and _same_stretch(newer, older):
                columns: dict[Source, Column] = {(newer.kind, "prior_column"): newer, (newer.kind, "last_year_doc"): older}
                yield Occasion(f"{newer.subject} + {older.subject}", columns, incomparable(newer, older), case, stretch_of(newer))


def between_months(case: Case, kind: StatementKind, at: str) -> Iterator[Occasion]:
    """Two statements of one year, the later one first: their year-opening columns, or their columns of the year to date.

    at   suffix of the earlier one in formulas: "open_other_month" for balances of the day that opens the year, "previous_month"
    """
    opening = at == "open_other_month"
    columns = [column for column in case.columns_of_kind(kind) if column.period is not None and newest(column) is not None]
    wanted = [column for column in columns if (_opens_year(column) if opening else column.span == "year_to_date")]
    for later, earlier in itertools.permutations(wanted, 2):
        last, first = newest(later), newest(earlier)
        if last is None or first is None or not (first < last and first.year == last.year) or later.document is earlier.document:
            continue
        if not opening and (later.period, earlier.period) != (last, first):
            continue
        compared: dict[Source, Column] = {(kind, "open" if opening else None): later, (kind, at): earlier}
        yield Occasion(f"{later.subject} + {earlier.subject}", compared, incomparable(later, earlier), case, stretch_of(later))


def of_papers(case: Case, concept: str) -> Iterator[Occasion]:
    """Each stretch of time for which papers beside the statements state a concept."""
    for stretch in case.kept(facts_of).stretches(concept):
        yield Occasion(f"papers/{stretch}", {}, case=case, stretch=stretch)


def _opens_year(column: Column) -> bool:
    last = newest(column)
    if last is None or last.year <= date.min.year:
        return False
    return column.period == date(last.year - 1, 12, 31) and column.span == "instant"


def stretch_of(column: Column) -> Stretch | None:
    """The days that a column is about; None where it has no date."""
    if column.period is None or column.period.year not in YEARS:
        return None
    end = column.period
    if column.kind in ("balance_sheet", "notes") and column.span == "instant":
        return Stretch(end, end)
    if column.span == "month":
        return Stretch(end.replace(day=1), end)
    if column.span == "quarter":
        return Stretch(_first_of_quarter(end), end)
    opening = opening_day(column)
    return None if opening is None else Stretch(opening + DAY, end)


def _first_of_quarter(end: date) -> date:
    index = end.year * 12 + end.month - 1 - 2
    return date(index // 12, index % 12 + 1, 1)


def incomparable(*columns: Column) -> Wording | None:
    """Why the columns cannot be held against each other: other firm or other currency."""
    for one, other in itertools.combinations(columns, 2):
        if one.statement.currency != other.statement.currency:
            pair = f"{one.statement.currency} / {other.statement.currency}"
            return Wording(f"两份报表币种不同（{pair}）。", f"The statements are in different currencies ({pair}).")
        if not same_entity(one.statement.entity, other.statement.entity):
            return Wording("两份报表属于不同的单位。", "The statements are of different firms.")
    return None


def opening_day(column: Column) -> date | None:
    """Last day of the year before the one that a flow column covers; the calendar year where it is a year to date."""
    if column.period is None or column.period.year <= date.min.year:
        return None
    if column.span == "year_to_date":
        return date(column.period.year - 1, 12, 31)
    return a_year_before(column.period)


def a_year_before(day: date) -> date:
    """The same day of the year before; the last day of a month stays the last day of a month. The first year has none before it."""
    if day.year <= date.min.year:
        return date.min
    last = calendar.monthrange(day.year, day.month)[1] == day.day
    before = calendar.monthrange(day.year - 1, day.month)[1]
    return date(day.year - 1, day.month, before if last else min(day.day, before))


def _matching(case: Case, source: Source, anchor: Column) -> list[Column]:
    kind, at = source
    if at == "open":
        day = opening_day(anchor)
        if day is None:
            return []
        slack = WEEK if anchor.span == "year" else timedelta(0)
        return [column for column in case.columns_of_kind(kind) if column.period is not None and abs(column.period - day) <= slack]
    same = case.columns_of_kind(kind, period=anchor.period)
    return [column for column in same if kind not in _FLOWS or column.span in WHOLE_YEAR]


def _same_stretch(one: Column, other: Column) -> bool:
    return one.span == other.span or {one.span, other.span} <= WHOLE_YEAR
