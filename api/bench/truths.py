"""The documents of each class with the figures that are known to be on them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from api.bench.scoring import Expected
from extract.concepts import chart
from extract.numerals import parse

#: The face of the accounts, as against its notes.
FACE = ("balance_sheet", "income_statement", "cash_flow")
#: A count is no figure of money.
_NO_MONEY = ("quantity",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One document with its truth.

    group    what it is counted under
    periods  of its columns in printed order, handed to the rivals, which read no dates
    scanned  its pages are pictures
    alone    it is read without what is attached to it
    """

    path: Path
    group: str
    expected: tuple[Expected, ...]
    periods: tuple[date, ...] = field(default=())
    scanned: bool = False
    alone: bool = False


def samples(folder: Path) -> Iterator[Paper]:
    """The made-up loan files that come with tieout: each `<name>.truth.json` beside its folder."""
    for truth in sorted(folder.glob("*.truth.json")):
        case = truth.name.removesuffix(".truth.json")
        documents: dict[str, list[dict[str, Any]]] = {}
        told = json.loads(truth.read_text("utf-8"))
        pictures = {file["name"] for file in told["files"] if file["press"] in ("scan", "photo")}
        for entry in told["figures"]:
            if entry["field"] not in _NO_MONEY:
                documents.setdefault(entry["document"], []).append(entry)
        for name, entries in documents.items():
            kind = entries[0]["record"]
            group = "statements" if kind in FACE else f"{kind}s"
            expected = tuple(_of_sample(entry) for entry in entries)
            # Bank rows and invoices have no columns of periods: the rivals are not measured on them.
            periods = tuple(dict.fromkeys(one.period for one in expected if one.period is not None)) if kind in FACE else ()
            path = folder / case / name
            yield Paper(path=path, group=f"samples {group}", expected=expected, periods=periods, scanned=name in pictures)


def _of_sample(entry: Mapping[str, Any]) -> Expected:
    value = Decimal(entry["value"])
    printed = parse(entry["printed"])
    # The date of an invoice, or of a statement's ends, does not tell its figures apart: their field does.
    dated = entry["field"] in (None, "amount", "balance")
    return Expected(
        kind=entry["record"],
        label=entry["label"],
        concept=entry["concept"],
        field="line_unit_price" if entry["field"] == "price" else entry["field"],
        period=date.fromisoformat(entry["period"]) if dated else None,
        span=entry["span"] if entry["field"] is None else None,
        value=value,
        printed_value=printed.value if printed is not None and entry["field"] is None else value,
    )


def uk_ixbrl(folder: Path) -> Iterator[Paper]:
    """UK filings, each as the paged PDF of its content and as it was filed (inline XBRL): the money figures on the balance sheet page."""
    for row in _rows(folder):
        expected = []
        for line in row["lines"]:
            if line["part"] != "balance_sheet" or "unit" in line or line["label"] == "(in running text)":
                continue
            value = Decimal(line["value"])
            plain = "" if line["label"] == "(unlabelled)" else line["label"]
            printed = parse(line.get("printed") or line["shown"])
            expected.append(
                Expected(
                    kind="balance_sheet",
                    label=plain,
                    concept=None if line["dims"] else _by_tag().get(line["tag"]),
                    period=_last_day(line["period"]),
                    value=value,
                    printed_value=printed.value if printed is not None else value,
                )
            )
        periods = tuple(date.fromisoformat(day) for day in row["periods"])
        yield Paper(path=folder / row["rendered"], group="uk_ixbrl", expected=tuple(expected), periods=periods)
        yield Paper(path=folder / row["file"], group="uk_ixbrl, as filed", expected=tuple(expected))


def statements(folder: Path) -> Iterator[Paper]:
    """Accounts whose truth names XBRL tags, not labels: the lines that the chart of concepts knows. Others by their labels."""
    for row in _rows(folder):
        if row["statement"].startswith("note"):
            continue  # a page of the notes has no figure on the face of a statement
        path = folder / (row.get("rendered") or row["file"])
        expected = list(dict.fromkeys(_tagged(row) if "rendered" in row else _labelled(row)))
        periods = tuple(sorted({one.period for one in expected if one.period is not None}, reverse=True))
        group = {".pdf": "statements, digital", ".png": "statements, scanned"}.get(path.suffix, f"statements, {path.suffix.lstrip('.')}")
        yield Paper(path=path, group=group, expected=tuple(expected), periods=periods, scanned=path.suffix == ".png")
        if "rendered" in row:
            yield Paper(path=folder / row["file"], group="statements, inline XBRL", expected=tuple(expected))


def _tagged(row: Mapping[str, Any]) -> Iterator[Expected]:
    for line in row["lines"]:
        concept = _by_tag().get(line["label"])
        period = _last_day(line["period"])
        if concept is None or line["dims"] or period is None or chart()[concept].statement not in FACE:
            continue
        value = Decimal(line["value"])
        yield Expected(kind="", label="", concept=concept, period=period, value=value, printed_value=value)


def _labelled(row: Mapping[str, Any]) -> Iterator[Expected]:
    for line in row["lines"]:
        if "period" not in line or isinstance(line.get("dims"), list):
            continue
        value = Decimal(line["value"]) * row.get("scale", 1)
        yield Expected(kind="", label=line["label"], period=_last_day(line["period"]), value=None, printed_value=value)


def uk_scans(folder: Path) -> Iterator[Paper]:
    """Scanned UK accounts, several statements to a file; values have the sign of the print and the unit of the page."""
    files: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(folder):
        files.setdefault(row["file"], []).append(row)
    for name, rows in sorted(files.items()):
        expected = []
        for row in rows:
            for line in row["lines"]:
                value = Decimal(line["value"]) * row["scale"]
                label = "" if line["label"].startswith("(unlabelled") else line["label"]
                period = _last_day(line["period"])
                kind = row["statement"] if row["statement"] in FACE else ""
                expected.append(Expected(kind=kind, label=label, period=period, value=None, printed_value=value))
        periods = tuple(date.fromisoformat(day) for day in rows[0]["periods"])
        yield Paper(path=folder / name, group="uk_scans", expected=tuple(expected), periods=periods, scanned=True)


def sroie_receipts(folder: Path) -> Iterator[Paper]:
    """Photographed receipts: the total. Some labels of the challenge are known to be wrong."""
    for row in _rows(folder):
        printed = parse(re.sub(r"^(?:RM|\$)\s*", "", row["fields"]["total"]))
        if printed is None:
            continue
        value = printed.value
        expected = Expected(kind="invoice", label="total", field="total", period=None, value=value, printed_value=value)
        yield Paper(path=folder / row["file"], group="sroie_receipts", expected=(expected,))


def bank_statements(folder: Path) -> Iterator[Paper]:
    """Bank files: opening and closing balance of each statement, how many movements it has and what they add up to, as far as it is known.

    The truth has each page of an MT940 statement as a statement of its own; pages that the file marks as such are put together.
    """
    for row in _rows(folder):
        path = folder / row["file"]
        found = row["statements"] or []
        if row["format"] == "MT940" and path.is_file():
            found = _whole(found, path.read_text("utf-8", "replace"))
        expected = [one for statement in found for one in _of_statement(statement)]
        if expected:
            yield Paper(path=path, group="bank_statements", expected=tuple(expected))


def _of_statement(statement: Mapping[str, Any]) -> Iterator[Expected]:
    stated = {name: statement[key] for name, key in _OF_BANK_FILES.items() if statement.get(key) is not None}
    if statement.get("total_credits") is not None and statement.get("total_debits") is not None:
        stated.setdefault("sum_of_amounts", Decimal(statement["total_credits"]) - Decimal(statement["total_debits"]))
    for name, printed in stated.items():
        value = Decimal(printed)
        yield Expected(kind="bank_statement", label=name, field=name, period=None, value=value, printed_value=value)


#: Our name of a figure, and the truth's.
_OF_BANK_FILES = {
    "opening": "opening_balance",
    "closing": "closing_balance",
    "sum_of_amounts": "sum_of_amounts",
    "movements": "transactions",
}


def _whole(pages: Sequence[Mapping[str, Any]], text: str) -> list[Mapping[str, Any]]:
    """Statements whose pages end on a balance carried forward (:62M:) put together, where the file marks as many ends as the truth has."""
    ends = re.findall(r"^:62([FM]):", text, re.MULTILINE)
    if len(ends) != len(pages):
        return list(pages)
    statements: list[Mapping[str, Any]] = []
    open_page: dict[str, Any] | None = None
    for page, end in zip(pages, ends, strict=True):
        if open_page is None:
            open_page = dict(page)
        else:
            added = {key: open_page[key] + page[key] for key in ("transactions",)}
            sums = {key: str(Decimal(open_page[key]) + Decimal(page[key])) for key in ("total_credits", "total_debits")}
            open_page = {**open_page, **added, **sums, "closing_balance": page["closing_balance"]}
        if end == "F":
            statements.append(open_page)
            open_page = None
    return statements + ([open_page] if open_page is not None else [])


#: Class -> how its papers are listed. The first comes with tieout; the others lie in a sibling folder that not everyone has.
CLASSES: Mapping[str, Callable[[Path], Iterator[Paper]]] = {
    "samples": samples,
    "uk_ixbrl": uk_ixbrl,
    "statements": statements,
    "uk_scans": uk_scans,
    "sroie_receipts": sroie_receipts,
    "bank_statements": bank_statements,
}


@cache
def _by_tag() -> Mapping[str, str]:
    """XBRL tag (UK FRC, else US GAAP) -> concept."""
    tags: dict[str, str] = {}
    for taxonomy in ("frc", "us_gaap"):
        for concept in chart().concepts.values():
            # The profit of the year has one tag wherever it stands; a line of its own among equity is what few balance sheets print.
            if (tag := concept.xbrl.get(taxonomy)) and concept.id != "current_year_profit_equity":
                tags.setdefault(tag, concept.id)
    return tags


def _last_day(period: str) -> date | None:
    try:
        return date.fromisoformat(period.rpartition("/")[2])
    except ValueError:
        return None


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)
