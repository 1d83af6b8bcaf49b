"""Monthly payroll returns: 个税扣缴 and 社保 in China, full payment submissions in Britain, form 941 a quarter in America."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samples.books.journal import Month
from samples.case import Document
from samples.records.record import Form, FormColumn, FormLine, Span
from samples.records.returns.tax_year import quarters
from samples.records.workbook import Workbook

#: Contribution rates of the Chinese social insurance, employer and employee; what the employer owes beyond these is for injuries.
_INSURANCE = (
    ("pension", "基本养老保险", 0.16, 0.08),
    ("medical", "基本医疗保险（含生育）", 0.09, 0.02),
    ("unemployment", "失业保险", 0.005, 0.005),
)
_EMPLOYEE = 0.105


def payroll_returns(book: Workbook, since: date) -> Iterator[Document]:
    """The payroll returns from the month of `since` on.   book: of the version "filed"

    Persons are held in hundredths (see notes.COUNTS).
    """
    country = book.firm.country
    months = [month for month in book.ledgers.books.months if since.replace(day=1) <= month.first <= book.firm.last]
    if country == "US":
        yield from _form_941(book, since)
        return
    for month in months:
        end = _end(month)
        if country == "CN":
            yield _document(book, "wage_tax", "个人所得税扣缴申报表", month.first, end, _wage_tax(book, month))
            if month.insured:
                yield _document(book, "social_insurance", "社会保险费缴费申报表", month.first, end, _insurance(book, month))
        else:
            yield _document(book, "rti_fps", "Full Payment Submission summary", month.first, end, _submission(book, month))


def _end(month: Month) -> date:
    count = month.first.year * 12 + month.first.month
    return date.fromordinal(date(count // 12, count % 12 + 1, 1).toordinal() - 1)


def _withheld(book: Workbook, month: Month) -> int:
    """What is kept back from a month's wages: contributions of employees and their wage tax."""
    return round(month.wages * book.firm.profile.withheld)


def _social(book: Workbook, month: Month) -> int:
    """The employees' own contributions in China."""
    return min(_withheld(book, month), round(month.base * _EMPLOYEE))


def _wage_tax(book: Workbook, month: Month) -> tuple[FormLine, ...]:
    return (
        FormLine(name="persons", label="纳税人数", concept="iit_persons", amounts={"month": 100 * month.declared}),
        FormLine(name="income", label="收入（工资薪金所得）", concept="iit_wages", amounts={"month": month.wages}),
        FormLine(name="tax", label="应扣缴税额", amounts={"month": _withheld(book, month) - _social(book, month)}),
    )


def _insurance(book: Workbook, month: Month) -> tuple[FormLine, ...]:
    lines = [
        FormLine(name="persons", label="缴费人数", concept="si_persons", amounts={"month": 100 * month.insured}),
        FormLine(name="base", label="缴费基数合计", concept="si_base", amounts={"month": month.base}),
    ]
    levy = round(month.wages * book.firm.profile.levy)
    total = levy + _social(book, month)
    left = total
    for name, label, employer, employee in _INSURANCE:
        amount = min(round(month.base * employer) + round(month.base * employee), left)
        left -= amount
        rates = f"{100 * employer:.2f}%+{100 * employee:.2f}%"
        lines.append(FormLine(name=name, label=label, amounts={"month": amount}, texts={"rate": rates}))
    lines.append(FormLine(name="injury", label="工伤保险", amounts={"month": left}))
    return (*lines, FormLine(name="total", label="应缴合计", amounts={"month": total}))


def _submission(book: Workbook, month: Month) -> tuple[FormLine, ...]:
    return (
        FormLine(name="employees", label="Number of employees", concept="iit_persons", amounts={"month": 100 * month.declared}),
        FormLine(name="pay", label="Taxable pay", concept="iit_wages", amounts={"month": month.wages}),
        FormLine(name="withheld", label="Income tax and National Insurance", amounts={"month": _withheld(book, month)}),
    )


def _form_941(book: Workbook, since: date) -> Iterator[Document]:
    for first, last in quarters(book.firm.first, book.firm.last):
        months = [month for month in book.ledgers.books.months if first <= month.first <= last]
        if last < since or not months:
            continue
        wages = sum(month.wages for month in months)
        social, medicare = round(wages * 0.124), round(wages * 0.029)
        income = round(wages * 0.1)
        lines = (
            FormLine(
                name="1", number="1", label="Number of employees", concept="iit_persons", amounts={"quarter": 100 * months[-1].declared}
            ),
            FormLine(name="2", number="2", label="Wages, tips, and other compensation", concept="iit_wages", amounts={"quarter": wages}),
            FormLine(name="3", number="3", label="Federal income tax withheld", amounts={"quarter": income}),
            FormLine(name="5a", number="5a", label="Taxable social security wages x 0.124", amounts={"quarter": social}),
            FormLine(name="5c", number="5c", label="Taxable Medicare wages x 0.029", amounts={"quarter": medicare}),
            FormLine(name="6", number="6", label="Total taxes before adjustments", amounts={"quarter": income + social + medicare}),
            FormLine(name="12", number="12", label="Total taxes after adjustments", amounts={"quarter": income + social + medicare}),
        )
        yield _document(book, "us_941", "Form 941 Employer's Quarterly Federal Tax Return", first, last, lines, "quarter")


def _document(
    book: Workbook, form: str, title: str, first: date, last: date, lines: tuple[FormLine, ...], span: Span = "month"
) -> Document:
    firm = book.firm
    caption = {"CN": "本月数", "GB": "This month", "US": "This quarter"}[firm.country]
    columns = [FormColumn(name=span, caption=caption, period=last, span=span)]
    head = (("扣缴义务人名称", firm.name), ("纳税人识别号", firm.tax_id)) if firm.language == "zh" else (("Employer", firm.name),)
    record = Form(
        record="payroll_return",
        form=form,
        title=title,
        entity=firm.name,
        currency=firm.currency,
        start=first,
        end=last,
        columns=tuple(columns),
        lines=lines,
        head=head,
    )
    return Document(id=f"{form}-{last:%Y-%m}", record=record, issuer="tax_office")
