"""The files of made-up loan files, each with every figure that is printed on it and how it was printed."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Any

from api.bench.inked import under_ink
from api.bench.scoring import Expected
from api.bench.truths import FACE
from extract.numerals import parse

STATEMENTS = (*FACE, "equity_changes")
#: What a page or a section of a bank statement adds up or carries over: no record keeps it, no tie needs it.
_NOT_KEPT = ("brought_forward", "carried_forward", "page_credits", "page_debits", "section_total")
#: A quantity is no figure of money: it is counted with what stands beside the figures.
_NOT_COUNTED = ("quantity", *_NOT_KEPT)
#: Papers that do not print the day that the truth files their figures under: an application, a report, a list.
_UNDATED = ("bank_statement", "invoice", "invoice_register", "loan_application", "credit_report")


@dataclass(frozen=True, slots=True)
class BankRow:
    """One movement as the truth has it.   balance: None where the row prints none   inked: which of the two have a seal over them"""

    day: date
    amount: Decimal
    balance: Decimal | None
    inked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUp:
    """One file.

    press     "digital", "data" (workbook or text), "scan 200 dpi" and so on as its degradation states it, or "photo"
    expected  kind of paper to its figures; those of bank rows are in `rows`
    periods   of the columns of its statements, in printed order
    raw       figures of statements with the print as it stands, without its scale: what a reader of no scale is held to
    dates     of the invoices in it, and `firm`, a party to each of them
    said      what its only paper says beside its figures, where the truth has that
    counted   quantities on the lines of its invoices
    """

    path: Path
    press: str
    language: str
    expected: Mapping[str, tuple[Expected, ...]]
    rows: tuple[BankRow, ...]
    periods: tuple[date, ...]
    raw: tuple[Expected, ...]
    dates: tuple[date, ...]
    firm: str
    said: Mapping[str, str] = field(default_factory=dict)
    counted: tuple[Decimal, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(self.expected) | (frozenset({"bank_statement"}) if self.rows else frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One file that may be read; its figures are taken from the truth by `made`, which for scans takes a second.

    key   case and name, by which a run that was cut off knows it again
    """

    key: str
    press: str
    language: str
    kinds: frozenset[str]
    made: Callable[[], MadeUp]


def made_up(folder: Path, presses: Sequence[str] = ()) -> Iterator[MadeUp]:
    """Every file of every case in `folder` that prints a figure, in the order of the cases and of their files.

    presses   beginnings of the presses that are wanted; () for all
    """
    return (one.made() for one in listed(folder, presses))


def listed(folder: Path, presses: Sequence[str] = ()) -> Iterator[Listed]:
    """As `made_up`, each file before its figures are looked at."""
    for truth in sorted(folder.glob("*.truth.json")):
        told = json.loads(truth.read_text("utf-8"))
        case = truth.name.removesuffix(".truth.json")
        by_file: dict[str, list[dict[str, Any]]] = {}
        for entry in told.pop("figures"):
            by_file.setdefault(entry["document"], []).append(entry)
        invoices: dict[str, list[date]] = {}
        said = {paper["file"]: paper["said"] for paper in told["papers"] if paper.get("said")}
        for paper in told["papers"]:
            if paper["record"] == "invoice" and paper["file"]:
                invoices.setdefault(paper["file"], []).append(date.fromisoformat(paper["period"]))
        kept = {"language": told["language"], "firm": told["firm"]}
        for file in told["files"]:
            name = file["name"]
            press = _press(file["press"], file["degradation"])
            if name in by_file and (not presses or press.startswith(tuple(presses))):
                entries = by_file[name]
                kinds = frozenset(_kind(entry["record"]) for entry in entries if _counted(entry)) | {
                    "bank_statement" for entry in entries if entry["record"] == "bank_statement"
                }
                made = partial(_file, folder / case / name, file, kept, entries, invoices.get(name, []), said.get(name, {}))
                yield Listed(key=f"{case}/{name}", press=press, language=told["language"], kinds=kinds, made=made)


def _kind(record: str) -> str:
    return "statement" if record in STATEMENTS else record


def _counted(entry: Mapping[str, Any]) -> bool:
    """Whether it is counted as a figure by itself; the rows of a bank statement are counted as rows."""
    return entry["field"] not in _NOT_COUNTED and not (entry["record"] == "bank_statement" and entry["field"] in ("amount", "balance"))


def _file(
    path: Path,
    file: Mapping[str, Any],
    told: Mapping[str, Any],
    entries: list[dict[str, Any]],
    dates: list[date],
    said: Mapping[str, str],
) -> MadeUp:
    expected: dict[str, list[Expected]] = {}
    inked = under_ink(path, entries) if file["press"] in ("scan", "photo") else frozenset()
    covered = {id(entries[index]) for index in inked}
    for entry in entries:
        if not _counted(entry):
            continue
        kind = _kind(entry["record"])
        expected.setdefault(kind, []).append(replace(_expected(entry, kind), inked=id(entry) in covered))
    statements = [entry for entry in entries if entry["record"] in STATEMENTS]
    return MadeUp(
        path=path,
        press=_press(file["press"], file["degradation"]),
        language=told["language"],
        expected={kind: tuple(found) for kind, found in expected.items()},
        rows=tuple(_rows([entry for entry in entries if entry["record"] == "bank_statement"], covered)),
        periods=tuple(dict.fromkeys(date.fromisoformat(entry["period"]) for entry in statements)),
        raw=tuple(_raw(entry) for entry in statements),
        dates=tuple(dates),
        firm=told["firm"]["name"],
        said=said,
        counted=tuple(Decimal(entry["value"]) for entry in entries if entry["record"] == "invoice" and entry["field"] == "quantity"),
    )


def _press(press: str, degradation: str) -> str:
    return f"scan {dpi}" if press == "scan" and (dpi := _dpi(degradation)) else press


@cache
def _dpi(degradation: str) -> str | None:
    """The resolution that a way of scanning states of itself."""
    said = importlib.import_module(f"samples.press.degrade.{degradation}").__doc__ or ""
    found = re.search(r"(\d+(?: or \d+)?) dpi|(\d+) by \d+ dots per inch", said)
    return f"{found.group(1) or found.group(2)} dpi" if found else None


def _expected(entry: Mapping[str, Any], kind: str) -> Expected:
    value = Decimal(entry["value"])
    named = {"price": "line_unit_price"}.get(entry["field"], entry["field"]) if kind in ("bank_statement", "invoice") else None
    return Expected(
        kind=entry["record"] if kind == "statement" else "",
        label=entry["label"],
        concept=entry["concept"],
        field=named,
        # The date of an invoice, or of a statement's ends, does not tell its figures apart: their field does.
        period=None if kind in _UNDATED else date.fromisoformat(entry["period"]),
        span=entry["span"] if kind == "statement" else None,
        value=value,
        # A credit is the customer's on an invoice, which no parser of statements knows.
        printed_value=value if kind == "invoice" and entry["printed"].endswith("CR") else _signed_as(entry["printed"], value),
    )


def _signed_as(printed: str, value: Decimal) -> Decimal:
    """The value, after the scale, with the sign of the print."""
    numeral = parse(printed)
    return abs(value).copy_sign(numeral.value) if numeral is not None and numeral.value else value


def _raw(entry: Mapping[str, Any]) -> Expected:
    numeral = parse(entry["printed"])
    value = numeral.value if numeral is not None else Decimal(entry["value"])
    period = date.fromisoformat(entry["period"])
    return Expected(kind=entry["record"], label=entry["label"], period=period, value=None, printed_value=value)


def _rows(entries: list[dict[str, Any]], covered: set[int]) -> Iterator[BankRow]:
    amounts: dict[tuple[str, int], dict[str, Any]] = {}
    balances: dict[tuple[str, int], Decimal] = {}
    inked: dict[tuple[str, int], set[str]] = {}
    for entry in entries:
        if entry["field"] not in ("amount", "balance"):
            continue
        key = (entry["paper"], entry["item"])
        if id(entry) in covered:
            inked.setdefault(key, set()).add(entry["field"])
        if entry["field"] == "amount":
            amounts[key] = entry
        else:
            balances[key] = Decimal(entry["value"])
    for key, entry in amounts.items():
        yield BankRow(date.fromisoformat(entry["period"]), Decimal(entry["value"]), balances.get(key), frozenset(inked.get(key, ())))
