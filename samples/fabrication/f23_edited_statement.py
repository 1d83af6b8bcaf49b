"""F23 篡改报表: printed cells of a financial statement changed.

What is done
    On the last annual balance sheet or income statement one cell is made to look better: another digit, one digit more, or
    the figure of the column beside it. Assets, revenue and profit rise, costs and debts fall.
    (The year in the heading is left alone: how much such a change is worth could not be told by the strength.)
Strength
    Change of that cell over total assets: of all strokes on all cells, one that comes close to it is taken.
Care
    0   the cell alone: sums break
    1   its totals are added up again; a balance sheet that no longer balances is mended by one plug
    2   also the other statements of the set: profit, equity and cash follow, and so do comparative columns and notes
Traces
    Sums break, or are mended by a plug; the opening column of the next paper differs; bank, tax office and invoices
    disagree.
"""

from __future__ import annotations

from random import Random

from samples.case import Document, Dose, Drawn, Intervention, Papers
from samples.fabrication.add_up import added_up
from samples.fabrication.digits import nearest, retouched
from samples.fabrication.statement_set import StatementSet, latest
from samples.records.record import Key, Statement

#: Cells worth a stroke: 1 when it should rise, -1 when it should fall.
_CELLS = {
    "balance_sheet": {
        "cash": 1, "trade_receivables": 1, "notes_receivable": 1, "prepayments": 1, "inventories": 1, "receivables_total": 1,
        "fixed_assets_cost": 1, "intangible_assets": 1, "fixed_assets_net": 1, "other_payables": -1, "short_term_borrowings": -1,
        "trade_payables": -1, "total_current_assets": 1, "total_noncurrent_assets": 1,
    },
    "income_statement": {
        "revenue": 1, "cost_of_sales": -1, "admin_expenses": -1, "selling_expenses": -1, "finance_costs": -1,
        "raw_materials_consumed": -1, "staff_costs": -1, "sga_expenses": -1,
    },
}  # fmt: skip
#: Totals that are cells of their own only where nothing that they add is printed.
_TOTALS = {
    "receivables_total": ("trade_receivables",), "fixed_assets_net": ("fixed_assets_cost",),
    "total_current_assets": ("cash", "inventories"),
    "total_noncurrent_assets": ("fixed_assets_net",), "sga_expenses": ("admin_expenses",),
}  # fmt: skip


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    there = [document for document in (latest(papers, kind) for kind in _CELLS) if document is not None]
    sheet = latest(papers, "balance_sheet")
    if sheet is None:
        return None
    assets = _total_assets(sheet)
    wanted = round(assets * dose.strength)
    choices = [choice for document in there for choice in _choices(document)]
    choices = [choice for choice in choices if choice[2]]
    if not choices or wanted <= 0:
        return None
    # First the cell: one whose strokes reach the wanted change; then the stroke.
    reach = [(min(abs(abs(amount - now) - wanted) for amount in strokes), document.id, key) for document, key, strokes, now in choices]
    best = min(distance for distance, _, _ in reach)
    close = [choice for choice, (distance, _, _) in zip(choices, reach, strict=True) if distance <= max(best, wanted // 10)]
    document, key, strokes, now = source.choice(close)
    sign = _CELLS[document.record.record][key.name]
    amount, stroke = nearest(source, strokes, now + sign * wanted)
    done, plug = _changed(papers, document, key, amount, dose.care)
    return done, {
        "start": key.period,
        "document": document.id,
        "cell": key.name,
        "stroke": stroke,
        "old": now,
        "new": amount,
        "value": amount - now,
        "share": f"{abs(amount - now) / assets:.4f}",
        "plug": plug,
    }


def _statement(document: Document) -> Statement:
    record = document.record
    assert isinstance(record, Statement)
    return record


def _total_assets(document: Document) -> int:
    figures = _statement(document).columns[0].figures
    if "total_assets" in figures:
        return max(figures["total_assets"], 1)
    return max(figures.get("total_noncurrent_assets", 0) + figures.get("total_current_assets", 0), 1)


def _choices(document: Document) -> list[tuple[Document, Key, dict[int, str], int]]:
    """Every cell of the current column that is worth a stroke, the amounts that one stroke makes of it, and what it says."""
    record = _statement(document)
    column, beside = record.columns[0], record.columns[1].figures if len(record.columns) > 1 else {}
    found = []
    for name, sign in _CELLS[record.record].items():
        now = column.figures.get(name, 0)
        if now < 10 * record.unit or any(column.figures.get(part) for part in _TOTALS.get(name, ())):
            continue
        other = beside.get(name)
        strokes = {
            amount: stroke for amount, stroke in retouched(now, record.unit, other).items() if (amount - now) * sign > 0 and amount >= 0
        }
        found.append((document, Key(name, column.period, column.span), strokes, now))
    return found


def _changed(papers: Papers, document: Document, key: Key, amount: int, care: int) -> tuple[Papers, str]:
    """The papers with that cell changed and what a forger of that care mends, and the name of the plug that he took."""
    record = _statement(document)
    cells = {key: amount}
    before = dict(record.figures())[key]
    if key.name == "inventories" and care:
        cells |= _largest_part(record, key, amount - before)
    if care == 0:
        return papers.replaced(document.edited(cells)), ""
    figures, plug = added_up(record, cells), ""
    if record.record == "balance_sheet":
        plug, taken = _plug(record, figures, key)
        if plug:
            figures = added_up(record, {**cells, **taken})
    done = papers.replaced(document.edited(figures))
    if care == 2:
        done = StatementSet(done, document.id, record).following(figures)
    return done, plug


def _largest_part(record: Statement, key: Key, change: int) -> dict[Key, int]:
    """Of which the stock consists on a Chinese form: its largest line moves with it."""
    figures = record.columns[0].figures
    parts = [name for name in ("finished_goods", "raw_materials", "work_in_progress") if figures.get(name)]
    if not parts:
        return {}
    largest = max(parts, key=lambda name: figures[name])
    return {key._replace(name=largest): figures[largest] + change}


def _plug(record: Statement, figures: dict[Key, int], key: Key) -> tuple[str, dict[Key, int]]:
    """What makes the two sides equal again: retained earnings, or equity where only that is printed."""
    now = {**dict(record.figures()), **figures}
    column = record.columns[0].figures
    left, right = ("total_assets", "total_liabilities_and_equity") if "total_assets" in column else ("net_assets", "total_equity")
    off = now[key._replace(name=left)] - now[key._replace(name=right)]
    if not off:
        return "", {}
    plug = "retained_earnings" if "retained_earnings" in column else right
    at = key._replace(name=plug)
    return plug, {at: now[at] + off}


KIND = Intervention(code="F23", name="edited_statement", split="develop", papers=_papers)
