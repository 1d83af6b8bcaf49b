"""Findings, documents and records as tables on a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from api.cli.speech import Speech, printable
from api.report.amounts import grouped
from api.report.tables import grid

if TYPE_CHECKING:
    from rich.table import Table

Json = Mapping[str, Any]
_STYLES = {"high": "bold red", "medium": "yellow", "low": "cyan", "refused": "bold red", "partly_read": "yellow", "read": "green"}
#: Bank lines printed of one statement; --json has all.
MAX_LINES = 40


def findings_table(findings: Sequence[Json], speech: Speech) -> Table:
    """Severity, verdict, code, title, difference, documents."""
    table = _table(
        *(speech.say(f"column.{name}") for name in ("severity", "verdict", "code", "title", "difference", "documents")), right=(4,)
    )
    for finding in findings:
        names = dict.fromkeys(str(piece.get("document")) for piece in finding.get("evidence") or [])
        table.add_row(
            _cell(speech.term("severity", finding["severity"]), _STYLES.get(finding["severity"])),
            _cell(speech.term("verdict", finding["verdict"])),
            _cell(str(finding["code"])),
            _cell(speech.said(finding, "title")),
            _cell(grouped(finding.get("difference"))),
            _cell("\n".join(names)),
        )
    return table


def documents_table(documents: Sequence[Json], speech: Speech) -> Table:
    """Name, status, pages, what it was read as, remarks."""
    table = _table(*(speech.say(f"column.{name}") for name in ("document", "status", "pages", "records", "remarks")), right=(2,))
    for document in documents:
        kinds = dict.fromkeys(record_name(record, speech) for record in document["records"])
        remarks = "\n".join(speech.said(warning, "text") for warning in document["warnings"])
        status = _cell(speech.term("status", document["status"]), _STYLES.get(document["status"]))
        table.add_row(_cell(document["name"]), status, _cell(str(document["pages"] or "")), _cell(", ".join(kinds)), _cell(remarks))
    return table


def record_table(record: Json, speech: Speech) -> Table:
    """The lines of a record with their figures."""
    if record["type"] == "bank_statement":
        return _bank_table(record, speech)
    if record["type"] == "invoice":
        return _invoice_table(record, speech)
    laid = grid(record["lines"])
    heads = [f"{column.period or ''} {speech.term('span', column.span) if column.span else ''}".strip() for column in laid.columns]
    table = _table(speech.say("column.label"), *heads, right=tuple(range(1, len(heads) + 1)))
    for row in laid.rows:
        table.add_row(_cell(row.line["label"]), *(_amount(figure) for figure in row.figures))
    return table


def record_name(record: Json, speech: Speech) -> str:
    """What a record is, in words."""
    if record["type"] == "financial_statement":
        return speech.term("statement", record["statement"])
    return speech.term("kind", record["kind"]) if record["type"] == "invoice" else speech.term("record", record["type"])


def record_heading(record: Json, speech: Speech) -> str:
    """One line above a record: what it is, whose, in which currency."""
    whose = record.get("entity") or record.get("holder") or record.get("number") or record.get("title") or ""
    return printable(" · ".join(part for part in (record_name(record, speech), whose, record.get("currency") or "") if part))


def _bank_table(record: Json, speech: Speech) -> Table:
    names = ("date", "description", "counterparty", "amount", "balance")
    table = _table(*(speech.say(f"column.{name}") for name in names), right=(3, 4))
    if record["opening"]:
        table.add_row(_cell(record["start"] or ""), _cell(speech.say("report.opening")), _cell(""), _cell(""), _amount(record["opening"]))
    for line in record["transactions"][:MAX_LINES]:
        party = _cell(line["counterparty"] or "")
        table.add_row(_cell(line["date"] or ""), _cell(line["description"]), party, _amount(line["amount"]), _amount(line["balance"]))
    left = len(record["transactions"]) - MAX_LINES
    if left > 0:
        table.add_row(_cell(""), _cell(f"… +{left}"), _cell(""), _cell(""), _cell(""))
    if record["closing"]:
        table.add_row(_cell(record["end"] or ""), _cell(speech.say("report.closing")), _cell(""), _cell(""), _amount(record["closing"]))
    return table


def _invoice_table(record: Json, speech: Speech) -> Table:
    table = _table(*(speech.say(f"column.{name}") for name in ("description", "quantity", "unit_price", "net", "tax")), right=(1, 2, 3, 4))
    for line in record["lines"]:
        quantity = _cell(line["quantity"] or "")
        table.add_row(_cell(line["description"]), quantity, _amount(line["unit_price"]), _amount(line["net"]), _amount(line["tax"]))
    table.add_row(_cell(speech.say("column.total")), _cell(""), _amount(record["total"]), _amount(record["net"]), _amount(record["tax"]))
    return table


def _amount(figure: Json | None) -> Any:
    """An amount; one whose reading is doubtful has a question mark."""
    if figure is None:
        return _cell("")
    return _cell(grouped(figure["value"]) + (" ?" if figure["doubtful"] else ""), "yellow" if figure["doubtful"] else None)


def _cell(text: str, style: str | None = None) -> Any:
    from rich.text import Text

    return Text(printable(text), style=style or "")


def _table(*names: str, right: Sequence[int] = ()) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for number, name in enumerate(names):
        table.add_column(_cell(name), justify="right" if number in right else "left", overflow="fold", no_wrap=number in right)
    return table


def rules_table(rules: Sequence[Json], speech: Speech) -> Table:
    """Code, severity, verdict, title."""
    table = _table(*(speech.say(f"column.{name}") for name in ("code", "severity", "verdict", "title")))
    for rule in rules:
        severity = _cell(speech.term("severity", rule["severity"]), _STYLES.get(rule["severity"]))
        table.add_row(_cell(rule["code"]), severity, _cell(speech.term("verdict", rule["verdict"])), _cell(speech.said(rule, "title")))
    return table
