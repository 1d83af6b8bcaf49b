"""增值税及附加税费申报表: monthly for general taxpayers with schedules 1 and 2 in short, quarterly for small-scale ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from samples.books.journal import Deal
from samples.case import Document
from samples.firms.calendar import month_end
from samples.records.record import Form, FormColumn, FormLine
from samples.records.returns.tax_year import Vat, months, quarters, vat
from samples.records.workbook import Workbook

_DAY = timedelta(days=1)
_TITLE_GENERAL = "增值税及附加税费申报表（一般纳税人适用）"
_TITLE_SMALL = "增值税及附加税费申报表（小规模纳税人适用）"
_CAPTIONS = {"month": "一般项目 本月数", "year": "一般项目 本年累计"}
#: number, caption, concept of the month's figure
_LINES: tuple[tuple[str, str, str | None], ...] = (
    ("1", "（一）按适用税率计税销售额", "vat_sales_taxable"), ("5", "（二）按简易办法计税销售额", None),
    ("7", "（三）免、抵、退办法出口销售额", None),
    ("8", "（四）免税销售额", None), ("11", "销项税额", "vat_output"), ("12", "进项税额", "vat_input"),
    ("13", "上期留抵税额", "vat_carried_forward_open"), ("14", "进项税额转出", "vat_input_transferred_out"),
    ("15", "免、抵、退应退税额", None), ("16", "按适用税率计算的纳税检查应补缴税额", None), ("17", "应抵扣税额合计", None),
    ("18", "实际抵扣税额", None), ("19", "应纳税额", None), ("20", "期末留抵税额", "vat_carried_forward_close"),
    ("21", "简易计税办法计算的应纳税额", None), ("23", "应纳税额减征额", None), ("24", "应纳税额合计", "vat_due"),
)  # fmt: skip


class MonthlyVat:
    """The VAT returns of a general taxpayer in a chain: what one month leaves over, the next brings forward."""

    def __init__(self, book: Workbook) -> None:
        firm = book.firm
        # What the books open with: a debit balance of the account is input tax still to be used.
        opening = book.running.balances(firm.first.replace(day=1) - _DAY).get("vat_payable", 0)
        carried = max(opening, 0)
        deemed = _deemed(book)
        self.months: dict[date, dict[str, int]] = {}
        self.vat: dict[date, Vat] = {}
        for first, last in months(firm.first, firm.last):
            found = vat(book.running.moved(first, last))
            found = found._replace(sales=found.sales + deemed.get(last, 0))
            self.vat[last] = found
            self.months[last] = _general(found, carried)
            carried = self.months[last]["20"]

    def year(self, last: date) -> dict[str, int]:
        """本年累计 to `last`: sums over the calendar year; what is brought and carried forward is the month's own."""
        spans = [lines for day, lines in self.months.items() if day.year == last.year and day <= last]
        total = {number: sum(lines[number] for lines in spans) for number, _, _ in _LINES}
        return total | {"13": spans[0]["13"], "20": spans[-1]["20"], "17": spans[0]["13"] + total["12"] - total["14"]}


def _deemed(book: Workbook) -> dict[date, int]:
    """Net amounts by last day of the month that are sales for VAT only (视同销售): the tax is booked as a cost and names the deal."""
    booked = [entry for entry in book.entries if entry.kind == "other_cost" and entry.deal]
    if not booked:
        return {}
    sold = {deal.id: deal.net for deal in book.ledgers.deals(book.view) if deal.kind == "sale"}
    found: dict[date, int] = {}
    for entry in booked:
        last = month_end(entry.day.year, entry.day.month)
        found[last] = found.get(last, 0) + sold.get(entry.deal, 0)
    return found


def _general(found: Vat, carried: int) -> dict[str, int]:
    lines = dict.fromkeys((number for number, _, _ in _LINES), 0)
    lines |= {"1": found.sales, "11": found.output, "12": found.input, "13": carried}
    lines["17"] = lines["12"] + lines["13"] - lines["14"]
    lines["18"] = min(lines["17"], lines["11"]) if lines["11"] > 0 else 0
    lines["19"] = lines["11"] - lines["18"]
    lines["20"] = lines["17"] - lines["18"]
    lines["23"] = min(found.relief, max(lines["19"], 0)) if found.relief > 0 else 0
    lines["24"] = lines["19"] + lines["21"] - lines["23"]
    return lines


def general(book: Workbook, deals: tuple[Deal, ...], since: date) -> Iterator[Document]:
    """One return a month.   book, deals: of the version "filed"   since: first month handed in"""
    chain = MonthlyVat(book)
    invoiced: dict[tuple[int, int], list[int]] = {}
    for deal in deals:
        if deal.kind in {"sale", "sale_return"} and deal.number and deal.status == "valid":
            day = deal.invoiced or deal.day
            invoiced.setdefault((day.year, day.month), []).append(-abs(deal.net) if deal.kind == "sale_return" else deal.net)
    for last, month in chain.months.items():
        if last < since:
            continue
        year = chain.year(last)
        lines = [
            FormLine(name=number, number=number, label=label, concept=concept, amounts={"month": month[number], "year": year[number]})
            for number, label, concept in _LINES
        ]
        # Schedule 1: invoiced sales apart from the others. What was declared before its invoice is taken out of the others again.
        billed = sum(invoiced.get((last.year, last.month), []))
        rate = book.firm.profile.vat_rate
        lines += [
            FormLine(name="s1_invoiced", label=f"附表一 {rate:.0%}税率 开具发票 销售额", amounts={"month": billed}),
            FormLine(name="s1_unbilled", label=f"附表一 {rate:.0%}税率 未开具发票 销售额", amounts={"month": month["1"] - billed}),
            FormLine(name="s2_certified", label="附表二 本期认证相符的增值税专用发票 税额", amounts={"month": month["12"]}),
        ]
        yield Document(
            id=f"vat-{last:%Y-%m}",
            record=_form(book, "vat_general", _TITLE_GENERAL, last.replace(day=1), last, ("month", "year"), tuple(lines)),
            issuer="tax_office",
        )


def small_scale(book: Workbook, since: date) -> Iterator[Document]:
    """One return a quarter: sales by levy rate, tax, what is forgiven, what is due.   book: of the version "filed" """
    cumulated: dict[int, dict[str, int]] = {}
    for first, last in quarters(book.firm.first, book.firm.last):
        found = vat(book.running.moved(first, last))
        year = cumulated.setdefault(last.year, {})
        exempt = found.relief >= found.output > 0
        quarter = {
            "1": 0 if exempt else found.sales,
            "9": found.sales if exempt else 0,
            "15": 0 if exempt else found.output,
            "16": 0 if exempt else found.relief,
            "17": found.output if exempt else 0,
            "20": 0 if exempt else found.output - found.relief,
        }
        for number, amount in quarter.items():
            year[number] = year.get(number, 0) + amount
        if last < since:
            continue
        captions = {
            "1": ("应征增值税不含税销售额（征收率）", "vat_sales_taxable"), "9": ("免税销售额", None), "15": ("本期应纳税额", None),
            "16": ("本期应纳税额减征额", None), "17": ("本期免税额", None), "20": ("应纳税额合计", "vat_due"),
        }  # fmt: skip
        lines = tuple(
            FormLine(
                name=number, number=number, label=captions[number][0], concept=captions[number][1],
                amounts={"quarter": amount, "year": year[number]},
            )
            for number, amount in quarter.items()
        )  # fmt: skip
        yield Document(
            id=f"vat-{last:%Y-%m}",
            record=_form(book, "vat_small", _TITLE_SMALL, first, last, ("quarter", "year"), lines),
            issuer="tax_office",
        )


def _form(book: Workbook, form: str, title: str, first: date, last: date, columns: tuple[str, ...], lines: tuple[FormLine, ...]) -> Form:
    firm = book.firm
    captions = {**_CAPTIONS, "quarter": "本期数 货物及劳务", **({} if form == "vat_general" else {"year": "本年累计"})}
    spans = {"month": "month", "quarter": "quarter", "year": "year_to_date"}
    return Form(
        record="tax_return",
        form=form,
        title=title,
        entity=firm.name,
        currency=firm.currency,
        start=first,
        end=last,
        columns=tuple(FormColumn(name=name, caption=captions[name], period=last, span=spans[name]) for name in columns),  # type: ignore[arg-type]
        lines=lines,
        head=(
            ("纳税人识别号", firm.tax_id),
            ("纳税人名称", firm.name),
            ("税款所属时间", f"{first.isoformat()} 至 {last.isoformat()}"),
        ),
    )
