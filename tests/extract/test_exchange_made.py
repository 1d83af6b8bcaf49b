"""Bank files of made-up firms and of other people, read whole; and our reading against that of the libraries of these formats."""

from __future__ import annotations

import io
import json
import re
import warnings as python_warnings
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

import mt940
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ofxtools.Parser import OFXTree

from extract.records import BankStatement as Read
from samples.formats.writer import Writer
from samples.papers.paper import main_units
from samples.population.registry import declared
from samples.records.record import BankLine, BankStatement
from tests.extract.bank_file import amounts, codes, read_file
from tests.samples.papers_banks.examples import look, statement

#: Those of the develop side: the other side is kept for measuring.
NAMES = ("en_mt940", "en_camt053_02", "en_ofx_sgml")
FILES = Path(__file__).parents[2].parent / "shared" / "data" / "bank_statements"


@cache
def writer(name: str) -> Writer:
    every: tuple[Writer, ...] = declared("samples.formats", "WRITER")
    return next(one for one in every if one.name == name)


def letters(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", text)


def check(name: str, source: BankStatement) -> Read:
    """Reads what the writer made of `source`, and compares every line of it."""
    printed = writer(name).write(source, look("en"))
    (read,), warnings = read_file(printed.content)
    assert not warnings, [warning.text for warning in warnings]
    assert [movement.date for movement in read.transactions] == [line.day for line in source.lines]
    assert amounts(read) == [main_units(line.amount) for line in source.lines]
    assert read.opening is not None and read.closing is not None
    assert (read.opening.value, read.closing.value) == (main_units(source.opening), main_units(source.closing))
    assert (read.start, read.end, read.currency) == (source.start, source.end, source.currency)
    assert read.account in {source.account, source.iban}
    found = {figure.place.path: (figure.value, figure.printed) for figure in read.figures() if not figure.operands}
    for placed in printed.figures:
        value, shown = found.pop(placed.path)
        assert abs(value) == abs(placed.entry.value)
        assert shown.lstrip("-") == placed.entry.printed.lstrip("-")
    assert not found  # no figure is of our own making
    for line, movement in zip(source.lines, read.transactions, strict=True):
        told = letters(f"{movement.description} {movement.counterparty or ''}")
        for text in (line.summary, line.text, line.counterparty):
            # A field of 27 or 32 signs cuts a long name; what stands there is its beginning.
            assert letters(text)[:27] in told
    return read


@pytest.mark.parametrize("rows", [0, 1, 60])
@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_a_written_file_is_read(name: str, rows: int) -> None:
    check(name, statement("northmere", rows=rows, opening=-12_345))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "en_mt940"])
def test_the_other_side_is_read_where_the_format_has_a_place_for_it(name: str) -> None:
    source = statement("northmere", rows=60)
    for line, movement in zip(source.lines, check(name, source).transactions, strict=True):
        wanted = line.counterparty or None
        if name.startswith("en_ofx"):  # NAME holds the text where there is no other side
            wanted = (line.counterparty or line.text or line.summary)[:32].strip()
        assert letters(movement.counterparty or "") == letters(wanted or "")
        if not name.startswith("en_ofx"):
            assert movement.counterparty_account == (line.counterparty_account or None)


WORDS = st.text(st.characters(codec="ascii", categories=("Lu", "Ll", "Nd", "Zs"), include_characters="&<>'/.-?:+"), max_size=90)


@st.composite
def statements(draw: st.DrawFn) -> BankStatement:
    """A month with any amounts, texts and order of days; the balances follow."""
    source = statement("northmere", rows=0, opening=draw(st.integers(-(10**12), 10**12)))
    balance, lines = source.opening, []
    for item in range(1, 1 + draw(st.integers(0, 12))):
        amount = draw(st.integers(-(10**11), 10**11).filter(bool))
        balance += amount
        day = source.start + timedelta(min(30, 2 * item))
        party = draw(st.sampled_from(["", "Hartwell & Sons", "O'Brien Ltd"]))
        summary, text = " ".join(draw(WORDS)[:12].split()), " ".join(draw(WORDS).split())
        lines.append(BankLine(
            id=f"e-{item}", day=day, time="09:00:00", amount=amount, balance=balance, kind="payment", summary=summary, text=text,
            counterparty=party, counterparty_account="12345678" if party else "", counterparty_bank="", reference=f"REF{item}",
        ))  # fmt: skip
    debits = -sum(line.amount for line in lines if line.amount < 0)
    return replace(source, lines=tuple(lines), closing=balance, debits=debits, credits=balance - source.opening + debits)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(source=statements())
def test_whatever_is_written_is_read_back(name: str, source: BankStatement) -> None:
    printed = writer(name).write(source, look("en"))
    (read,), warnings = read_file(printed.content)
    assert not warnings, [warning.text for warning in warnings]
    assert amounts(read) == [main_units(line.amount) for line in source.lines]
    assert [movement.date for movement in read.transactions] == [line.day for line in source.lines]
    assert read.closing is not None and read.closing.value == main_units(source.closing)
    assert read.opening is not None and read.opening.value == main_units(source.opening)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(source=statements(), cut=st.floats(0.3, 0.97))
def test_a_file_cut_short_never_loses_a_line_in_silence(name: str, source: BankStatement, cut: float) -> None:
    content = writer(name).write(source, look("en")).content
    data = content[: int(len(content) * cut)]
    try:
        read, warnings = read_file(data)
    except AssertionError:
        return  # cut before the signs of its format
    found = [amount for one in read for amount in amounts(one)]
    wanted = [main_units(line.amount) for line in source.lines]
    assert found == wanted[: len(found)] or warnings
    assert len(found) == len(wanted) or warnings


@pytest.mark.parametrize("name", ["en_mt940"])
def test_mt940_is_read_as_the_library_reads_it(name: str) -> None:
    source = statement("northmere", rows=80)
    content = writer(name).write(source, look("en")).content
    (read,), _ = read_file(content)
    theirs = mt940.parse(content.decode("ascii"))
    assert amounts(read) == [row.data["amount"].amount for row in theirs.transactions]
    assert [movement.date for movement in read.transactions] == [row.data["date"] for row in theirs.transactions]


@pytest.mark.parametrize("name", ["en_ofx_sgml"])
def test_ofx_is_read_as_the_library_reads_it(name: str) -> None:
    content = writer(name).write(statement("northmere", rows=80), look("en")).content
    (read,), _ = read_file(content)
    parser = OFXTree()
    parser.parse(io.BytesIO(content))
    (theirs,) = parser.convert().statements
    assert amounts(read) == [row.trnamt for row in theirs.transactions]
    assert [movement.date for movement in read.transactions] == [row.dtposted.date() for row in theirs.transactions]
    assert [movement.counterparty for movement in read.transactions] == [row.name for row in theirs.transactions]


def others() -> list[dict[str, object]]:
    truth = FILES / "truth.jsonl"
    if not truth.is_file():
        return []
    rows = [json.loads(line) for line in truth.read_text("utf-8").splitlines()]
    return [row for row in rows if not row["format"].startswith("CSV")]


needs_files = pytest.mark.skipif(
    not (FILES / "truth.jsonl").is_file(), reason="the bank files of other projects are not beside this checkout"
)


def chained(stated: list[dict[str, str]]) -> list[dict[str, str]]:
    """The truth lists each page of an MT940 as a statement; pages follow each other by their balances."""
    whole: list[dict[str, str]] = []
    for one in stated:
        if (
            whole
            and one.get("opening_balance")
            and Decimal(one["opening_balance"]) == Decimal(whole[-1]["closing_balance"])
            and one["transactions"]
        ):
            whole[-1] = {
                **whole[-1],
                "closing_balance": one["closing_balance"],
                "transactions": whole[-1]["transactions"] + one["transactions"],
            }
        else:
            whole.append(one)
    return whole


@needs_files
@pytest.mark.parametrize("row", others(), ids=lambda row: str(row["file"])[6:30])
def test_files_of_other_people_are_read_as_their_truth_says(row: dict[str, list[dict[str, str]]]) -> None:
    read, warnings = read_file((FILES / str(row["file"])).read_bytes())
    stated = chained(row["statements"]) if str(row["format"]) == "MT940" else row["statements"]
    assert len(read) == len(stated)
    for one, wanted in zip(read, stated, strict=True):
        assert len(one.transactions) == wanted["transactions"]
        opening = wanted.get("opening_balance") or wanted.get("balances", {}).get("OPBD", [None])[0]  # type: ignore[attr-defined]
        closing = wanted.get("closing_balance") or wanted.get("balances", {}).get("CLBD", [None])[0] or wanted.get("ledger_balance")  # type: ignore[attr-defined]
        for figure, said in ((one.opening, opening), (one.closing, closing)):
            assert said is None or (figure is not None and figure.value == Decimal(said))
        if wanted.get("sum_of_amounts"):
            assert sum(amounts(one)) == Decimal(wanted["sum_of_amounts"])
    proved = all(one.get("opening_plus_movements_minus_closing", "0") is not None for one in row["statements"])
    assert ("balance-chain-broken" in codes(warnings)) == (not proved)


@needs_files
@pytest.mark.parametrize("row", [row for row in others() if row["format"] == "MT940"], ids=lambda row: str(row["file"])[6:30])
def test_mt940_of_other_people_is_read_as_the_library_reads_it(row: dict[str, str]) -> None:
    data = (FILES / row["file"]).read_bytes()
    read, _ = read_file(data)
    with python_warnings.catch_warnings():
        python_warnings.simplefilter("ignore")
        theirs = mt940.parse(data.decode("utf-8"))
    # It does not turn reversals (RC, RD); the balances do not run in its reading, and do in ours.
    assert [abs(amount) for one in read for amount in amounts(one)] == [abs(item.data["amount"].amount) for item in theirs.transactions]
    booked = [movement.date for one in read for movement in one.transactions]
    assert booked == [date.fromisoformat(str(item.data.get("entry_date") or item.data["date"])) for item in theirs.transactions]
