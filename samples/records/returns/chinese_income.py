"""企业所得税: quarterly prepayment A200000 and the annual return A100000 in either of its two line layouts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from samples.case import Document
from samples.population.parameters import parameters
from samples.records.record import Form, FormColumn, FormLine
from samples.records.returns.tax_year import quarters
from samples.records.workbook import Workbook, year_start
from samples.streams import share

#: Years from which the annual return has the newer lines: research at 6, other income at 8, disposal gains at 14.
_NEW_LAYOUT = 2025


class Assessed(NamedTuple):
    """How profit becomes tax.   profit + adjustments - losses = taxable; taxable at 25 % less relief = tax"""

    profit: int
    adjustments: int
    losses: int
    taxable: int
    full: int
    relief: int
    tax: int


def assessed(profit: int, tax: int) -> Assessed:
    """The return behind a tax that was booked: small low-profit firms pay an effective 5 % up to a limit, others 25 %."""
    rates = parameters()["events"]["income_tax"]
    low, limit, full_rate = rates["low_profit_rate"], int(rates["low_profit_limit"]) * 100, rates["rate"]
    if tax <= 0:
        taxable = 0
    else:
        taxable = round(tax / low) if round(tax / low) <= limit + 100 else round(tax / full_rate)
        # The tax was rounded: a taxable income that differs from the profit by less than a unit of that is the profit.
        if abs(taxable - profit) <= round(1 / low) + 1:
            taxable = profit
    losses = max(profit - taxable, 0) if profit > 0 else 0
    adjustments = taxable - profit + losses if profit > 0 else max(taxable - profit, 0) if taxable else 0
    full = round(max(taxable, 0) * full_rate)
    return Assessed(profit, adjustments, losses, taxable, full, full - tax, tax)


def quarterly(book: Workbook, since: date) -> Iterator[Document]:
    """One prepayment return a quarter, cumulative in the calendar year.   book: of the version "filed" """
    firm = book.firm
    for _, last in quarters(firm.first, firm.last):
        begun = date(last.year, 1, 1)
        if last < since or begun < firm.first:
            continue
        result = book.result(begun, last)
        told = assessed(result["profit_before_tax"], result["income_tax"])
        lines = (
            FormLine(name="revenue", number="1", label="营业收入", concept="cit_revenue", amounts={"year": result["revenue"]}),
            FormLine(name="cost", number="2", label="营业成本", concept="cit_cost", amounts={"year": result["cost_of_sales"]}),
            FormLine(name="profit", number="3", label="利润总额", concept="cit_profit", amounts={"year": result["profit_before_tax"]}),
            FormLine(name="losses", number="8", label="减：弥补以前年度亏损", amounts={"year": told.losses}),
            FormLine(
                name="actual_profit",
                number="9",
                label="实际利润额",
                amounts={"year": told.taxable if told.tax else result["profit_before_tax"] - told.losses},
            ),
            FormLine(name="rate", number="10", label="税率(25%)", texts={"year": "25%"}),
            FormLine(name="full", number="11", label="应纳所得税额", amounts={"year": told.full}),
            FormLine(name="relief", number="12", label="减：减免所得税额", amounts={"year": told.relief}),
            FormLine(
                name="tax", number="15", label="本期应补（退）所得税额（累计应纳）", concept="cit_tax_due", amounts={"year": told.tax}
            ),
        )
        yield Document(
            id=f"cit-{last:%Y-%m}",
            record=_form(book, "cit_quarterly", "中华人民共和国企业所得税月（季）度预缴纳税申报表（A类）A200000", begun, last, lines),
            issuer="tax_office",
        )


def annual(book: Workbook, since: date) -> Iterator[Document]:
    """One return for each financial year.   book: of the version "filed" """
    for year_end in book.firm.year_ends:
        if year_end < since:
            continue
        newer = year_end.year >= _NEW_LAYOUT or share(book.firm.seed, "income tax layout", str(year_end.year)) < 0.1
        lines = _annual_lines(book, year_start(year_end), year_end, newer)
        yield Document(
            id=f"cit-{year_end.year}",
            record=_form(book, "cit_annual", "中华人民共和国企业所得税年度纳税申报表（A类）A100000", year_start(year_end), year_end, lines),
            issuer="tax_office",
        )


def _annual_lines(book: Workbook, first: date, last: date, newer: bool) -> tuple[FormLine, ...]:
    result = book.result(first, last)
    told = assessed(result["profit_before_tax"], result["income_tax"])
    head: list[tuple[str, str, int, str | None]] = [
        ("revenue", "一、营业收入", result["revenue"], "cit_revenue"),
        ("cost", "减：营业成本", result["cost_of_sales"], "cit_cost"),
        ("surcharges", "减：税金及附加", result["taxes_and_surcharges"], None),
        ("selling", "减：销售费用", result["selling_expenses"], None),
        ("admin", "减：管理费用", result["admin_expenses"], None),
    ]
    finance = ("finance", "减：财务费用", result["finance_costs"], None)
    if newer:
        head += [
            ("research", "减：研发费用", 0, None), finance, ("other_income", "加：其他收益", 0, None),
            ("investment", "加：投资收益", 0, None),
            ("hedge", "加：净敞口套期收益", 0, None), ("fair_value", "加：公允价值变动收益", 0, None),
            ("credit_impairment", "加：信用减值损失", 0, None), ("impairment", "加：资产减值损失", 0, None),
            ("disposal", "加：资产处置收益", 0, None),
        ]  # fmt: skip
    else:
        head += [
            finance,
            ("impairment", "减：资产减值损失", 0, None),
            ("fair_value", "加：公允价值变动收益", 0, None),
            ("investment", "加：投资收益", 0, None),
        ]
    rest: list[tuple[str, str, int, str | None]] = [
        ("operating", "二、营业利润", result["operating_profit"], None),
        ("extra_income", "加：营业外收入", result["non_operating_income"], None),
        ("extra_costs", "减：营业外支出", result["non_operating_expenses"], None),
        ("profit", "三、利润总额", result["profit_before_tax"], "cit_profit"),
        ("foreign", "减：境外所得", 0, None),
        ("increase", "加：纳税调整增加额", max(told.adjustments, 0), "cit_adjustments"),
        ("decrease", "减：纳税调整减少额", max(-told.adjustments, 0), None),
        ("exempt", "减：免税、减计收入及加计扣除", 0, None),
        ("foreign_losses", "加：境外应税所得抵减境内亏损", 0, None),
        ("adjusted", "四、纳税调整后所得", told.profit + told.adjustments, None),
        ("reduced", "减：所得减免", 0, None),
        ("losses", "减：弥补以前年度亏损", told.losses, None),
        ("venture", "减：抵扣应纳税所得额", 0, None),
        ("taxable", "五、应纳税所得额", told.taxable, "cit_taxable_income"),
        ("rate", "税率（25%）", -1, None),
        ("full", "六、应纳所得税额", told.full, None),
        ("relief", "减：减免所得税额", told.relief, None),
        ("credit", "减：抵免所得税额", 0, None),
        ("tax", "七、应纳税额", told.tax, "cit_tax_due"),
    ]
    lines = []
    for number, (name, label, amount, concept) in enumerate((*head, *rest), start=1):
        if name == "rate":
            lines.append(FormLine(name=name, number=str(number), label=label, texts={"year": "25%"}))
        else:
            lines.append(FormLine(name=name, number=str(number), label=label, concept=concept, amounts={"year": amount}))
    return tuple(lines)


def _form(book: Workbook, form: str, title: str, first: date, last: date, lines: tuple[FormLine, ...]) -> Form:
    firm = book.firm
    annual_return = form == "cit_annual"
    return Form(
        record="tax_return",
        form=form,
        title=title,
        entity=firm.name,
        currency=firm.currency,
        start=first,
        end=last,
        columns=(
            FormColumn(
                name="year",
                caption="金额" if annual_return else "本年累计金额",
                period=last,
                span="year" if annual_return else "year_to_date",
            ),
        ),
        lines=lines,
        head=(("纳税人识别号", firm.tax_id), ("纳税人名称", firm.name), ("税款所属期间", f"{first.isoformat()} 至 {last.isoformat()}")),
    )
