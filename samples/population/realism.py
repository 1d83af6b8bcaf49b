"""Whether the made-up firms look like firms, in the numbers that a lender would check, beside the parameters they were drawn with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log10, sqrt
from statistics import mean, median, stdev

from samples.books.journal import Ledgers
from samples.population.assemble import Assembled
from samples.population.parameters import parameters
from samples.population.plan import messes
from samples.records.record import BankStatement
from samples.records.stated import stated

INDUSTRIES = ("trade", "manufacturing", "catering", "construction", "services")
#: Share of first digits 1 to 9 by Benford's law.
BENFORD = tuple(log10(1 + 1 / digit) for digit in range(1, 10))


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """What one case shows. Ratios are of the last full year of the honest books; None where the year has no such figure.

    days of receivables and payables are on sales and purchases with tax; digits: first digits of amounts on bank statements
    """

    industry: str
    language: str
    split: str
    honest: bool
    margin: float | None
    growth: float | None
    receivable_days: float | None
    stock_days: float | None
    payable_days: float | None
    wages_share: float | None
    digits: Mapping[int, int]
    bank_lines: int
    papers: int
    mess: tuple[str, ...]
    kinds: tuple[str, ...]


def observed(case: Assembled) -> Observed:
    """What `case` shows."""
    firm = case.firm
    plain = Ledgers(firm=firm, books=case.papers.ledgers.books)
    last = firm.year_ends[-1]
    now = stated(plain, last, "actual")
    before = stated(plain, firm.year_ends[-2], "actual") if len(firm.year_ends) > 1 else {}
    revenue, cost = now.get("revenue", 0), now.get("cost_of_sales", 0)
    tax = 1 + firm.profile.vat_rate
    lines = [line.amount for one in case.honest.documents if isinstance(one.record, BankStatement) for line in one.record.lines]
    return Observed(
        industry=firm.industry,
        language=firm.language,
        split=case.plan.split,
        honest=not case.fabrications,
        margin=_ratio(revenue - cost, revenue),
        growth=_ratio(revenue - before.get("revenue", 0), before.get("revenue", 0)),
        receivable_days=_ratio(365 * (now.get("trade_receivables", 0) + now.get("notes_receivable", 0)), revenue * tax),
        stock_days=_ratio(365 * now.get("inventories", 0), cost),
        payable_days=_ratio(365 * now.get("trade_payables", 0), now.get("purchases", 0) * (1 + firm.profile.input_rate)),
        wages_share=_ratio(now.get("staff_costs", 0), revenue),
        digits=Counter(int(str(abs(amount))[0]) for amount in lines if amount),
        bank_lines=len(lines),
        papers=len(case.papers.documents),
        mess=tuple(event.code for event in case.mess),
        kinds=tuple(event.code for event in case.fabrications),
    )


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the comparison: what it is, what the specification says, what was found."""

    what: str
    specified: str
    found: str
    n: int = 0


@dataclass(slots=True)
class Realism:
    """Observations gathered into the comparison."""

    cases: list[Observed] = field(default_factory=list)

    def rows(self) -> list[Row]:
        """The comparison, ratios by industry first."""
        return [*self._ratios(), *self._shares(), *self._digits(), *self._mess(), *self._kinds()]

    def _ratios(self) -> Iterable[Row]:
        firms = parameters()["industries"]
        for industry in INDUSTRIES:
            of = [case for case in self.cases if case.industry == industry and not {"N28", "N29"} & set(case.mess)]
            if len(of) < 2:
                continue
            average, deviation, _ = firms["gross_margin"][industry]
            yield _spread(f"{industry}: gross margin", f"{average:.2f} ± {deviation:.2f}", [case.margin for case in of], 2)
            average, deviation = firms["growth"][industry]
            yield _spread(f"{industry}: growth a year", f"{average:.2f} ± {deviation:.2f}", [case.growth for case in of], 2)
            terms, deviation = firms["sales_terms"][industry]
            yield _middle(f"{industry}: days of receivables", f"terms {terms} ± {deviation}", [case.receivable_days for case in of])
            yield _middle(f"{industry}: days of stock", f"{firms['stock_days'][industry]}", [case.stock_days for case in of])
            terms, deviation = firms["purchase_terms"][industry]
            yield _middle(f"{industry}: days of payables", f"terms {terms} ± {deviation}", [case.payable_days for case in of])
            wages = f"wages {firms['wages_of_revenue'][industry]}, contributions apart"
            yield _spread(f"{industry}: staff costs of revenue", wages, [case.wages_share for case in of], 2)

    def _shares(self) -> Iterable[Row]:
        total = len(self.cases)
        for industry in INDUSTRIES:
            found = sum(case.industry == industry for case in self.cases)
            yield Row(
                what=f"share of {industry}",
                specified=f"{parameters()['industries']['share'][industry]:.2f}",
                found=_share(found, total),
                n=total,
            )
        chinese = sum(case.language == "zh" for case in self.cases)
        yield Row(
            what="share of Chinese firms", specified=f"{parameters()['firms']['chinese_share']:.2f}", found=_share(chinese, total), n=total
        )

    def _digits(self) -> Iterable[Row]:
        """Benford's law over bank lines: mean absolute deviation of the nine shares, and the lines it is over."""
        counted: Counter[int] = Counter()
        for case in self.cases:
            counted.update(case.digits)
        lines = sum(counted.values())
        if lines:
            off = mean(abs(counted[digit] / lines - BENFORD[digit - 1]) for digit in range(1, 10))
            yield Row(what="bank lines, first digits: mean deviation from Benford", specified="below 0.015", found=f"{off:.4f}", n=lines)

    def _mess(self) -> Iterable[Row]:
        """Share of files with each mess among firms that it can befall, honest beside fabricated: they must not differ."""
        for code, rates in parameters()["mess"].items():
            kind = messes()[code]
            open_to = [case for case in self.cases if case.language in kind.languages and case.industry in kind.industries]
            honest = [case for case in open_to if case.honest]
            made_up = [case for case in open_to if not case.honest]
            one, other = (sum(code in case.mess for case in group) for group in (honest, made_up))
            specified = ", ".join(f"{name} {value}" for name, value in rates.items() if name in {"rate", "agency", "micro", *INDUSTRIES})
            found = f"honest {_share(one, len(honest))}, fabricated {_share(other, len(made_up))}"
            yield Row(what=f"files with {code} {kind.name}", specified=specified, found=found, n=len(open_to))

    def _kinds(self) -> Iterable[Row]:
        made_up = [case for case in self.cases if case.kinds]
        total = len(made_up)
        specified: dict[str, float] = {}
        for name, bundle in parameters()["fabrication"]["bundles"].items():
            # The last bundle is one kind out of many, the others are all their kinds at once.
            parts = len(bundle["kinds"]) if name == "other" else 1
            for code in bundle["kinds"]:
                specified[code] = specified.get(code, 0) + bundle["share"] / parts
        for code in sorted(specified):
            found = sum(code in case.kinds for case in made_up)
            yield Row(what=f"fabricated files with {code}", specified=f"{specified[code]:.3f}", found=_share(found, total), n=total)


def _share(part: int, whole: int) -> str:
    """A share with its standard error."""
    if not whole:
        return "-"
    share = part / whole
    return f"{share:.3f} ± {sqrt(share * (1 - share) / whole):.3f}"


def _spread(what: str, specified: str, values: Sequence[float | None], digits: int) -> Row:
    known = [value for value in values if value is not None]
    found = f"{mean(known):.{digits}f} ± {stdev(known):.{digits}f}" if len(known) > 1 else "-"
    return Row(what=what, specified=specified, found=found, n=len(known))


def _middle(what: str, specified: str, values: Sequence[float | None]) -> Row:
    """Median and quartiles: these ratios have long tails."""
    known = sorted(value for value in values if value is not None)
    if not known:
        return Row(what=what, specified=specified, found="-")
    low, high = known[len(known) // 4], known[3 * len(known) // 4]
    return Row(what=what, specified=specified, found=f"median {median(known):.0f}, quartiles {low:.0f} to {high:.0f}", n=len(known))
