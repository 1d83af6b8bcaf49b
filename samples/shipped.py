"""The four loan files that come with tieout: firms of the population, few papers each, drawn by Python packages alone.

    python -m samples.shipped FOLDER

Seeds, papers, layouts and programs are fixed here, so that the committed files can be written again on any machine with the fonts.
Nothing sloppy is in them; what the fabricated ones have made up is said below, with the ties that it must break.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from extract.money import plain
from samples.books.journal import Ledgers
from samples.books.simulate import books
from samples.case import Document, Dose, Event, Papers
from samples.firms.draw import firm
from samples.firms.firm import Firm, Language
from samples.handover.plain import Way, entries, file
from samples.handover.sheaves import layouts, one_record
from samples.population.answers import File, truth
from samples.population.assemble import Assembled
from samples.population.plan import Plan, fabrications
from samples.population.plan import Planted as Asked
from samples.population.twins import changes
from samples.population.writing import prepare, put
from samples.press.placed import Placed
from samples.records.compose import papers
from samples.records.record import BankStatement, Invoice
from samples.streams import stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Planting:
    """One fabrication of a shipped loan file.

    strength, care   as the kind defines them
    among        ids of the papers that the forger has before him; () for all, and for kinds that cook the books
    must_break   name of a changed figure -> the ties of verify that can no longer hold, by plain arithmetic
    """

    code: str
    strength: float
    care: int
    among: tuple[str, ...] = ()
    must_break: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """One committed loan file.

    statements, bank, invoices   how these papers come (the bank's layout is its own)   export: data format of the older bank rows
    scanned   record kind of the last year's statement that is a scan
    """

    name: str
    language: Language
    seed: int
    statements: Way
    bank: Way
    invoices: Way
    export: str
    scanned: str
    plantings: tuple[Planting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """One paper that is handed in: what it says, how it becomes a file, and the name that its borrower gave it."""

    document: Document
    way: Way
    name: str


def shipped(out: Path, wanted: Iterable[Shipped] | None = None) -> list[Path]:
    """Write the loan files (None: the committed four) into the new or empty folder `out`, and <case>.truth.json beside each.

    Raises WronglyCalled for a folder that has something in it or cannot be written, a full disk, or a font that is not installed.
    """
    prepare(out)
    return [_write(one, out) for one in (SHIPPED if wanted is None else wanted)]


def _write(one: Shipped, out: Path) -> Path:
    case, handed = made(one)
    files = [file(each.document, each.way, case.firm, each.name) for each in handed]
    answers = {**truth(one.name, case, files), "planted": list(_planted(one, case, handed, files))}
    put(one.name, {each.name: each.content for each in files}, answers, out, indented=True)
    return out / one.name


def made(one: Shipped) -> tuple[Assembled, tuple[Handed, ...]]:
    """The case as figures, and the papers that are handed in, in order."""
    borrower = firm(one.seed, split="develop", language=one.language)
    ledgers = Ledgers(firm=borrower, books=books(borrower)).set(bank_months=24)
    honest = done = _chosen(papers(ledgers))
    events = []
    for planting in one.plantings:
        after = _planted_by(planting, done)
        found, dropped = changes(done, after)
        events.append(Event(code=planting.code, strength=planting.strength, care=planting.care, changes=found, dropped=dropped))
        done = after
    plan = Plan(
        number=0,
        seed=one.seed,
        split="develop",
        language=one.language,
        industry=borrower.industry,
        fabricated=bool(events),
        bundle="shipped" if events else "",
        planted=tuple(Asked(code=each.code, strength=each.strength, care=each.care) for each in one.plantings),
        required=(),
    )
    case = Assembled(plan=plan, firm=borrower, honest=honest, papers=done, mess=(), fabrications=tuple(events))
    return case, tuple(_handed(one, borrower, document) for document in done.documents)


def _planted_by(planting: Planting, before: Papers) -> Papers:
    """The papers after that fabrication.   Raises ValueError when it cannot be done to this firm: another seed must be taken."""
    kind = fabrications()[planting.code]
    dose = Dose(strength=planting.strength, care=planting.care)
    seed = before.ledgers.firm.seed
    done = before
    if kind.books is not None:
        cooked = kind.books(before.ledgers, stream(seed, "step", kind.code, "books"), dose)
        if cooked is not None:
            done = _carried(before, _chosen(papers(cooked[0])))
    if kind.papers is not None:
        seen = tuple(document for document in done.documents if not planting.among or document.id in planting.among)
        forged = kind.papers(replace(done, documents=seen), stream(seed, "step", kind.code, "papers"), dose)
        for document in forged[0].documents if forged is not None else ():
            done = done.replaced(document)
    if done == before:
        raise ValueError(f"{planting.code} leaves the firm of seed {seed} as it is")
    return done


def _carried(before: Papers, cooked: Papers) -> Papers:
    """Papers from books that were cooked.   Raises ValueError when a paper was forged before: its forgery would be lost."""
    if any(document.how for document in before.documents):
        raise ValueError("books are cooked before papers are forged")
    return cooked


def _chosen(every: Papers) -> Papers:
    """The few that are handed in: the last year's statements, the balance sheet before, half a year of the bank, three invoices."""
    borrower = every.ledgers.firm
    year = borrower.year_ends[-1].year
    wanted = (f"balance_sheet-{year}", f"income_statement-{year}", f"cash_flow-{year}", f"balance_sheet-{year - 1}")
    by_id = {document.id: document for document in every.documents}
    statements = [by_id[name] for name in wanted if name in by_id]
    return replace(every, documents=(*statements, *_bank(every, year), *_invoices(every, year)))


def _bank(every: Papers, year: int) -> Iterator[Document]:
    """The last half-year of the first account: one quarter as an export, the other as the bank prints it."""
    first = every.ledgers.firm.accounts[0].id
    found = [document for document in every.of("bank_statement") if document.record.period.year == year]
    own = [one for one in found if isinstance(one.record, BankStatement) and one.record.account_id == first]
    for name, months in (("export", range(7, 10)), ("print", range(10, 13))):
        part = [one for one in own if one.record.period.month in months]
        record = one_record(part)
        assert isinstance(record, BankStatement)
        yield replace(part[0], id=f"{first}-{year}-{name}", record=replace(record, number=1, count=1))


def _invoices(every: Papers, year: int) -> Iterator[Document]:
    """Two sales and a purchase of the year, the ones with fewest lines, of the kind that most are."""
    usual = "digital" if every.ledgers.firm.language == "zh" else "invoice"
    for direction, count in (("issued", 2), ("received", 1)):
        found = [
            document
            for document in every.of("invoice")
            if isinstance(document.record, Invoice)
            and document.record.direction == direction
            and document.record.day.year == year
            and document.record.kind.startswith(usual)
            and document.record.currency == every.ledgers.firm.currency
        ]
        yield from sorted(found, key=lambda document: (len(_invoice(document).lines), document.id))[:count]


def _invoice(document: Document) -> Invoice:
    assert isinstance(document.record, Invoice)
    return document.record


_NAMES = {
    "balance_sheet": ("资产负债表{}.pdf", "Balance sheet {}.pdf"),
    "income_statement": ("利润表{}.pdf", "Profit and loss {}.pdf"),
    "cash_flow": ("现金流量表{}.pdf", "Cash flow {}.pdf"),
}


def _handed(one: Shipped, borrower: Firm, document: Document) -> Handed:
    record, year = document.record, borrower.year_ends[-1].year
    zh = one.language == "zh"
    if isinstance(record, BankStatement) and document.id.endswith("export"):
        name = f"银行流水{year}年7-9月.csv" if zh else f"Bank Jul-Sep {year}.xlsx"
        return Handed(document=document, way=Way(writer=one.export), name=name)
    if isinstance(record, BankStatement):
        layout = next(each.name for each in layouts() if each.bank == record.bank and each.suits(record))
        name = f"银行对账单{year}年10-12月.pdf" if zh else f"Bank statement Oct-Dec {year}.pdf"
        return Handed(document=document, way=replace(one.bank, layout=layout), name=name)
    if isinstance(record, Invoice):
        return Handed(document=document, way=one.invoices, name=f"{'发票' if zh else 'Invoices'}/{record.number}.pdf")
    scanned = record.record == one.scanned and record.period.year == year
    way = replace(one.statements, degradation="scan_office") if scanned else one.statements
    return Handed(document=document, way=way, name=_NAMES[record.record][0 if zh else 1].format(record.period.year))


# -- the truth about what was planted ---------------------------------------------------------------------------------

_Where = tuple[str, str, date, str, int | None]


def _by_name(document: str, figures: Iterable[Placed]) -> Iterator[tuple[_Where, Placed]]:
    for placed in figures:
        entry = placed.entry
        yield (document, entry.field or entry.concept or entry.label, entry.period, entry.span, entry.item), placed


def _planted(one: Shipped, case: Assembled, handed: Iterable[Handed], files: Iterable[File]) -> Iterator[dict[str, Any]]:
    """Every changed figure that is printed: what the honest paper would say there, what it says, and where."""
    honest = {document.id: document for document in case.honest.documents}
    before: dict[_Where, Placed] = {}
    after: dict[_Where, tuple[str, Placed]] = {}
    for each, printed in zip(handed, files, strict=True):
        known = honest[each.document.id]
        before |= dict(_by_name(known.id, entries(each.document, known.record, each.way, case.firm)))
        after |= {where: (printed.name, placed) for where, placed in _by_name(known.id, (figure for _, figure in printed.figures))}
    for planting, event in zip(one.plantings, case.fabrications, strict=True):
        for change in event.changes:
            key = change.key
            where = (change.document, key.name, key.period, key.span, key.item)
            if where not in after or where not in before:
                continue
            (name, placed), old = after[where], before[where].entry
            entry = placed.entry
            if entry.value == old.value:
                continue  # less than a printed step
            yield {
                "kind": planting.code,
                "paper": change.document,
                "document": name,
                "name": key.name,
                "label": entry.label,
                "concept": entry.concept,
                "period": key.period.isoformat(),
                "span": key.span,
                "field": entry.field or None,
                "item": key.item,
                "row": change.row or None,
                "old": plain(old.value),
                "new": plain(entry.value),
                "must_break": list(planting.must_break.get(key.name, ())),
                "page": placed.page,
                "box": placed.box.as_list() if placed.box else None,
                "cell": placed.cell,
                "path": placed.path,
            }


_SHEET, _INCOME, _EXPORT, _PRINT = "balance_sheet-2025", "income_statement-2025", "bank_1-2025-export", "bank_1-2025-print"
#: A row made larger breaks the chain of balances at it, what all rows come to, and the printed total of its side.
_ROW = {"amount": ("BNK001", "BNK002", "BNK003")}
#: A cell that is changed alone no longer adds up to the total below it.
_CURRENT = dict.fromkeys(("notes_receivable", "trade_receivables", "receivables_total", "prepayments", "inventories"), ("BAL004",))
_OWED = dict.fromkeys(("short_term_borrowings", "trade_payables", "other_payables"), ("BAL008",))
_COSTS = ("cost_of_sales", "selling_expenses", "admin_expenses", "finance_costs")
_CELL_ZH = {**_CURRENT, **_OWED, **dict.fromkeys(("revenue", *_COSTS), ("INC001",))}
_CELL_EN = {
    **_CURRENT,
    **_OWED,
    **dict.fromkeys(("revenue", "cost_of_sales"), ("INC004",)),
    **dict.fromkeys(("selling_expenses", "admin_expenses"), ("INC005",)),
}
#: Cash that the books have and the bank has not.
_CASH = {"cash": ("BNK005",)}
_BANK_ZH, _BANK_EN = Way(face="hei", producer="fpdf2"), Way(face="sans", producer="fpdf2")
_INVOICES_ZH = Way(layout="zh_invoice_digital", face="song", producer="pikepdf")
_INVOICES_EN = Way(layout="en_invoice_classic", face="sans", producer="pikepdf")
_STATEMENTS_EN = Way(layout="en_ifrs_smes", face="serif", producer="reportlab")

SHIPPED: tuple[Shipped, ...] = (
    Shipped(
        name="honest-zh",
        language="zh",
        seed=3253,
        statements=Way(layout="zh_two_sided_grid", face="hei", producer="reportlab"),
        bank=_BANK_ZH,
        invoices=_INVOICES_ZH,
        export="zh_csv_preamble",
        scanned="cash_flow",
    ),
    Shipped(
        name="fabricated-zh",
        language="zh",
        seed=3099,
        statements=Way(layout="zh_vertical_report", face="hei", producer="reportlab"),
        bank=_BANK_ZH,
        invoices=_INVOICES_ZH,
        export="zh_csv_preamble",
        scanned="balance_sheet",
        plantings=(
            Planting(code="F14", strength=0.35, care=0, must_break=_CASH),
            Planting(code="F20", strength=0.06, care=0, among=(_PRINT,), must_break=_ROW),
            Planting(code="F23", strength=0.08, care=0, among=(_SHEET, _INCOME), must_break=_CELL_ZH),
            Planting(code="F23", strength=0.2, care=0, among=(_SHEET,), must_break=_CELL_ZH),
        ),
    ),
    Shipped(
        name="honest-en",
        language="en",
        seed=4369,
        statements=_STATEMENTS_EN,
        bank=_BANK_EN,
        invoices=_INVOICES_EN,
        export="en_xlsx_export",
        scanned="cash_flow",
    ),
    Shipped(
        name="fabricated-en",
        language="en",
        seed=4912,
        statements=_STATEMENTS_EN,
        bank=_BANK_EN,
        invoices=_INVOICES_EN,
        export="en_xlsx_export",
        scanned="cash_flow",
        plantings=(
            Planting(code="F14", strength=0.35, care=0, must_break=_CASH),
            Planting(code="F20", strength=0.06, care=0, among=(_EXPORT,), must_break=_ROW),
            Planting(code="F23", strength=0.5, care=0, among=(_SHEET, _INCOME), must_break=_CELL_EN),
            # Added up again with retained earnings as the plug: only the year's profit is against it.
            Planting(code="F23", strength=0.08, care=1, among=(_SHEET,), must_break={"retained_earnings": ("ROL001",)}),
        ),
    ),
)

if __name__ == "__main__":
    shipped(Path(sys.argv[1]))
