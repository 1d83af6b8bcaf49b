"""What a reader said of a paper, line by line in the form in which a person writes down what is printed on it.

    # balance_sheet | name of the firm | GBP 1
    columns | 2025-03-31 instant | 2024-03-31 instant
    Debtors [receivables_total] | 4,310 | 3,900
    Creditors [payables_short] | (2,000) = 2,000 | …      printed in brackets, meant positive; "?" behind a doubtful figure

Statements and forms show figures as printed, banks and invoices by value. A line of the result names its column, so that nothing hangs on the
order of columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

Json = dict[str, Any]
_BRACKETS = str.maketrans("（）", "()")


def of_document(document: Json) -> list[str]:
    """One line for each thing that the records say, then the warnings."""
    lines = [line for record in document["records"] for line in _record(record)]
    return _even([*lines, *(f"! {warning['code']}" for warning in document["warnings"])])


def of_text(text: str) -> list[str]:
    """The same lines from what a person wrote."""
    lines: list[str] = []
    columns: list[str] = []
    head = ""
    for line in (one.rstrip() for one in text.splitlines() if one.strip()):
        cells = [cell.strip() for cell in f" {line} ".split(" |")]
        if line.startswith("!"):
            lines.append(line)
        elif line.startswith("#"):
            columns, head = [], cells[0]
            lines.append(" | ".join(cells))
        elif cells[0] == "columns":
            columns = cells[1:]
        elif columns:
            assert len(cells) <= len(columns) + 1, f"{head}: more cells than columns in {line!r}"
            lines += [f"{cells[0]} | {column} | {cell}" for column, cell in zip(columns, cells[1:], strict=False) if cell]
        else:
            lines.append(" | ".join(cells))
    return _even(lines)


def _even(lines: list[str]) -> list[str]:
    """With half-width brackets and without case, in which a recogniser may err: neither changes what a paper says."""
    return [re.sub(r"\s+", " ", line.translate(_BRACKETS)).strip().casefold() for line in lines]


def _record(record: Json) -> Iterator[str]:
    if record["type"] == "bank_statement":
        yield from _bank(record)
    elif record["type"] in {"invoice"}:
        yield from _invoice(record)
    else:
        yield from _lines(record)


def _lines(record: Json) -> Iterator[str]:
    form = record.get("form") if record.get("form") != record["type"] else None
    name = record.get("statement") or " ".join(filter(None, (record["type"], form)))
    head = [f"# {name}", record.get("entity") or "", f"{_currency(record)} {record.get('scale', '1')}"]
    if "end" in record:
        head.append(" ".join(filter(None, (record["start"] or "", "to", record["end"] or ""))))
    yield " | ".join(head)
    for line in record["lines"]:
        label = line["label"] + (f" [{line['concept']}]" if line["concept"] else "")
        for one in line["figures"]:
            column = " ".join(filter(None, (one["period"] or "", one["span"] if one["period"] else "", one.get("column") or ""))) or "none"
            yield f"{label} | {column} | {_printed(one, record.get('scale', '1'))}{_doubt(one)}"


def _bank(record: Json) -> Iterator[str]:
    period = f"{record['start']} to {record['end']}"
    yield " | ".join([f"# {record['type']}", record["holder"] or "", record["account"] or "", _currency(record), period])
    for name, key in (("opening", "opening"), ("closing", "closing"), ("credits", "total_credits"), ("debits", "total_debits")):
        if record[key] is not None:
            yield f"{name} | {_value(record[key])}"
    for row in record["transactions"]:
        cells = [
            row["date"] or "",
            _value(row["amount"]),
            _value(row["balance"]),
            row["counterparty"] or "",
            row["counterparty_account"] or "",
        ]
        yield _joined(cells)


def _invoice(record: Json) -> Iterator[str]:
    yield " | ".join([f"# {record['kind']}", record["number"] or "", record["date"] or "", _currency(record)])
    for name, value in (("due", record["due"]), ("code", record["code"]), ("check code", record["check_code"])):
        if value:
            yield f"{name} | {value}"
    for name in ("seller", "buyer"):
        if any(record[name].values()):
            yield _joined([name, record[name]["name"] or "", record[name]["tax_id"] or ""])
    for line in record["lines"]:
        rate = f"{(Decimal(line['tax_rate']) * 100).normalize():f}%" if line["tax_rate"] is not None else ""
        quantity = " ".join(filter(None, (line["quantity"], line["unit"])))
        amount = _value(line["net"]) or (f"{_value(line['gross'])} gross" if line["gross"] else "")
        yield _joined([line["description"], quantity, _value(line["unit_price"]), amount, rate, _value(line["tax"])])
    for name in ("net", "tax", "total", "written"):
        if record[name] is not None:
            yield f"{name} | {_value(record[name])}"
    for one in record["amounts"]:
        yield f"{one['role']} | {one['label']} | {_value(one['figure'])}"


def _joined(cells: list[str]) -> str:
    return re.sub(r"(?: \|\s*)+$", "", " | ".join(cells)).rstrip()


def _currency(record: Json) -> str:
    return "?" if record["currency"] in {None, "XXX"} else str(record["currency"])


def _doubt(figure: Json) -> str:
    return " ?" if figure["doubtful"] else ""


def _value(figure: Json | None) -> str:
    return "" if figure is None else f"{Decimal(figure['value']):,}{_doubt(figure)}"


def _printed(figure: Json, scale: str) -> str:
    """The print, the unit of a count, and the value where the sign of the print says another one."""
    print_, value = str(figure["printed"]), Decimal(figure["value"])
    digits = re.sub(r"[^\d.]", "", print_)
    plain = Decimal(digits or 0) * (1 if figure.get("unit") else Decimal(scale))
    if re.search(r"^\W*[(（<-]", print_):
        plain = -plain
    said = print_ if plain == value else f"{print_} = {value:,}"
    return " ".join(filter(None, (said, figure.get("unit") or "")))
