"""F24 篡改申报表, 完税证明: figures of a tax return changed on the file.

What is done
    The sales line of one return that reaches into the last year is raised by another digit or one digit more: a return of
    turnover tax, or the annual one of income tax, drawn.
Strength
    Change over the sales of that return: an amount near (1 + s) times the genuine one is taken.
Care
    0   the sales alone   1   what follows from them on the same return: tax, profit, taxable income, what is due
    2   also the year to date of the later returns of that year, and the certificate of the tax paid
Traces
    Inner ties broken, as far as they were left; the bank paid less tax; statements, registers and the other returns
    disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from samples.case import Document, Dose, Drawn, Intervention, Papers
from samples.fabrication.digits import nearest, raised, within_reach
from samples.fabrication.periods import last_year
from samples.records.record import Form, Key

#: Form -> line of its sales, by name.
_SALES = {
    "vat_general": "1", "vat_small": "1", "uk_vat": "box6", "us_sales_tax": "gross", "cit_annual": "revenue", "ct600": "145",
    "us_1120": "1a",
}  # fmt: skip
#: Form -> line -> what a change of the sales adds to it: "sales" the change itself, "vat" the tax on it, "full" the statutory income tax,
#: "tax" the income tax at the rate of the return, "relief" the difference of the two.
_FOLLOWS: Mapping[str, Mapping[str, str]] = {
    "vat_general": {"11": "vat", "19": "vat", "24": "vat", "s1_unbilled": "sales"},
    "vat_small": {"15": "vat", "20": "vat"},
    "uk_vat": {"box1": "vat", "box3": "vat", "box5": "vat"},
    "us_sales_tax": {"taxable": "sales", "tax": "vat", "total": "vat"},
    "cit_annual": {
        "operating": "sales", "profit": "sales", "adjusted": "sales", "taxable": "sales", "full": "full", "relief": "relief", "tax": "tax",
    },
    "ct600": {"155": "sales", "235": "sales", "315": "sales", "430": "tax", "510": "tax"},
    "us_1120": {"3": "sales", "11": "sales", "30": "sales", "31": "tax", "M1-1": "after", "M1-2": "tax", "M1-10": "sales"},
}  # fmt: skip
_TAX_LINES = {"cit_annual": ("taxable", "tax"), "ct600": ("315", "510"), "us_1120": ("30", "31")}
_STATUTORY = 0.25
#: Whole pounds on the British return.
_UNIT = 100


def _form(document: Document) -> Form:
    record = document.record
    assert isinstance(record, Form)
    return record


def _sales(document: Document) -> int:
    """Sales of that return, 0 where it has none."""
    form = _form(document)
    name = _SALES.get(form.form, "")
    return next((line.amounts.get(form.columns[0].name, 0) for line in form.lines if line.name == name), 0)


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    since = last_year(papers.ledgers).first
    returns = [document for document in papers.of("tax_return") if _form(document).end > since and _sales(document) > 100 * _UNIT]
    if not returns:
        return None
    goals = [(one, raised(now := _sales(one), _UNIT), round(now * (1 + dose.strength)), round(now * dose.strength)) for one in returns]
    near = within_reach(goals)
    # Twelve monthly returns must not crowd out the one of the year.
    yearly = [document for document in near if _form(document).form in _TAX_LINES]
    others = [document for document in near if document not in yearly]
    document = source.choice(source.choice([found for found in (yearly, others) if found]))
    form, before = _form(document), _sales(document)
    after, stroke = nearest(source, raised(before, _UNIT), round(before * (1 + dose.strength)))
    moves = _moves(papers, form, after - before) if dose.care else {_SALES[form.form]: after - before}
    first = form.columns[0].name
    done = papers.replaced(_raised(document, moves, None if dose.care else first))
    others_changed: list[str] = []
    if dose.care == 2:
        done, others_changed = _followed(done, document, moves)
    return done, {
        "start": form.start,
        "months": max((form.end.year - form.start.year) * 12 + form.end.month - form.start.month + 1, 1),
        "document": document.id,
        "stroke": stroke,
        "value": after - before,
        "share": f"{(after - before) / before:.4f}",
        "followed": tuple(others_changed),
    }


def _moves(papers: Papers, form: Form, change: int) -> dict[str, int]:
    """Line -> by how much it rises when the sales do by `change`."""
    vat = round(change * papers.ledgers.firm.profile.vat_rate)
    amounts = {line.name: line.amounts.get(form.columns[0].name, 0) for line in form.lines}
    income, due = _TAX_LINES.get(form.form, ("", ""))
    rate = amounts[due] / amounts[income] if income and amounts[income] > 0 else 0.0
    tax, full = round(change * rate), round(change * _STATUTORY)
    sizes = {"sales": change, "vat": vat, "tax": tax, "full": full, "relief": full - tax, "after": change - tax}
    found = {_SALES[form.form]: change}
    found.update({name: sizes[size] for name, size in _FOLLOWS[form.form].items() if name in amounts})
    return found


def _raised(document: Document, moves: Mapping[str, int], column: str | None) -> Document:
    """The return with those lines raised, in one column or in every one that has them."""
    form = _form(document)
    columns = {one.name: one for one in form.columns}
    figures: dict[Key, int] = {}
    for item, line in enumerate(form.lines, start=1):
        for name, amount in line.amounts.items():
            if line.name in moves and moves[line.name] and column in {None, name}:
                at = columns[name]
                figures[Key(f"{line.name}/{name}", at.period, at.span, item)] = amount + moves[line.name]
    return document.edited(figures)


def _followed(papers: Papers, document: Document, moves: Mapping[str, int]) -> tuple[Papers, list[str]]:
    """The later returns of the calendar year that count on, and the certificate of what was paid."""
    form = _form(document)
    done, changed = papers, []
    for other in papers.of("tax_return"):
        theirs = _form(other)
        later = theirs.form == form.form and theirs.end > form.end and theirs.end.year == form.end.year
        if later and any(column.name == "year" for column in theirs.columns[1:]):
            after = _raised(other, moves, "year")
        elif theirs.form == "tax_certificate" and theirs.start <= form.end <= theirs.end and form.form.startswith(("vat", "cit")):
            kind = "vat_paid" if form.form.startswith("vat") else "income_tax_paid"
            more = moves.get("24", moves.get("20", moves.get("tax", 0)))
            after = _raised(other, {kind: more, "total": more} if any(line.name == kind for line in theirs.lines) else {}, None)
        else:
            continue
        if after.record != other.record:
            done = done.replaced(after)
            changed.append(other.id)
    return done, changed


KIND = Intervention(code="F24", name="edited_return", split="test", papers=_papers)
