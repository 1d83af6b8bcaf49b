"""Bank statements as text and XML, read back by readers that are not ours."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

import mt940
import pytest
from lxml import etree
from ofxtools.Parser import OFXTree

from samples.formats.mt940 import fin
from samples.formats.writer import Writer
from samples.papers.paper import main_units
from samples.population.registry import declared
from samples.records.record import BankStatement
from tests.samples.papers_banks.examples import look, statement

WRITERS: tuple[Writer, ...] = declared("samples.formats", "WRITER")
DELIMITED = {
    "zh_csv_preamble": ("gb18030", ","),
    "zh_csv_signed": ("utf-8-sig", ","),
    "zh_text_tabs": ("gb18030", "\t"),
    "en_csv_columns": ("utf-8", ","),
    "en_csv_signed": ("utf-8", ","),
    "en_csv_semicolons": ("latin-1", ";"),
}


def named(name: str) -> Writer:
    (writer,) = (writer for writer in WRITERS if writer.name == name)
    return writer


def record(name: str, rows: int = 40, opening: int = 12_345_678) -> BankStatement:
    return statement("huachuan" if name.startswith("zh") else "northmere", rows=rows, opening=opening)


@pytest.mark.parametrize("rows", [0, 40])
@pytest.mark.parametrize("name", DELIMITED)
def test_each_place_of_a_delimited_file_holds_its_figure(name: str, rows: int) -> None:
    encoding, delimiter = DELIMITED[name]
    printed = named(name).write(record(name, rows), look(name[:2]))  # type: ignore[arg-type]
    text = list(csv.reader(io.StringIO(printed.content.decode(encoding), newline=""), delimiter=delimiter))
    for placed in printed.figures:
        found = re.fullmatch(r"line (\d+), column (\d+)", placed.path or "")
        assert found
        assert text[int(found[1]) - 1][int(found[2]) - 1] == placed.entry.printed


@pytest.mark.parametrize("name", DELIMITED)
def test_rows_of_a_delimited_file_keep_the_chain(name: str) -> None:
    source = record(name)
    figures = [placed.entry for placed in named(name).write(source, look()).figures]
    amounts = {entry.item: entry.value for entry in figures if entry.field == "amount"}
    balances = {entry.item: entry.value for entry in figures if entry.field == "balance"}
    assert sorted(amounts) == sorted(balances) == list(range(1, 41))
    running = main_units(source.opening)
    for item in range(1, 41):
        running += amounts[item]
        assert balances[item] == running
    assert running == main_units(source.closing)


def test_chinese_accounts_are_kept_from_being_read_as_numbers() -> None:
    text = named("zh_csv_preamble").write(record("zh"), look()).content.decode("gb18030")
    assert "4105338820174459031\t" in text


def test_utf8_export_bears_its_mark() -> None:
    assert named("zh_csv_signed").write(record("zh"), look()).content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("opening", [12_345_678, -12_345_678])
@pytest.mark.parametrize("name", ["en_mt940", "en_mt940_subfields"])
def test_mt940_is_read_back(name: str, opening: int) -> None:
    source = record(name, opening=opening)
    printed = named(name).write(source, look("en"))
    read = mt940.parse(printed.content.decode("ascii"))
    assert read.data["final_opening_balance"].amount.amount == main_units(source.opening)
    assert read.data["final_closing_balance"].amount.amount == main_units(source.closing)
    assert [row.data["amount"].amount for row in read.transactions] == [main_units(line.amount) for line in source.lines]
    assert [row.data["date"] for row in read.transactions] == [line.day for line in source.lines]
    assert source.opening + sum(int(row.data["amount"].amount * 100) for row in read.transactions) == source.closing


@pytest.mark.parametrize("name", ["en_mt940", "en_mt940_subfields"])
def test_mt940_lines_are_within_the_form(name: str) -> None:
    for line in named(name).write(record(name), look("en")).content.decode("ascii").split("\r\n"):
        assert len(re.sub(r"^:86:", "", line)) <= 65
        assert not line.startswith(("-", ":")) or line == "-" or re.match(r":\d\d[FC]?:|:28C:", line)


@pytest.mark.parametrize("name", ["en_mt940", "en_mt940_subfields"])
def test_mt940_places_name_the_field_that_holds_the_figure(name: str) -> None:
    printed = named(name).write(record(name), look("en"))
    lines = printed.content.decode("ascii").split("\r\n")
    moves = [line for line in lines if line.startswith(":61:")]
    for placed in printed.figures:
        found = re.fullmatch(r":61:\[(\d+)\]", placed.path or "")
        line = moves[int(found[1]) - 1] if found else next(line for line in lines if line.startswith(placed.path or "?"))
        assert placed.entry.printed in line


def test_fin_text_has_only_its_own_signs() -> None:
    assert fin("Müller & Söhne #4_x") == "M ller S hne 4 x"


@pytest.mark.parametrize("opening", [12_345_678, -12_345_678])
@pytest.mark.parametrize("version", ["02", "08"])
def test_camt053_is_read_back(version: str, opening: int) -> None:
    source = record("en", opening=opening)
    printed = named(f"en_camt053_{version}").write(source, look("en"))
    space = {"c": f"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"}
    root = etree.fromstring(printed.content)

    def signed(element: etree._Element) -> Decimal:
        value = Decimal(element.findtext("c:Amt", namespaces=space) or "")
        return -value if element.findtext("c:CdtDbtInd", namespaces=space) == "DBIT" else value

    balances = {one.findtext("c:Tp/c:CdOrPrtry/c:Cd", namespaces=space): signed(one) for one in root.iterfind(".//c:Bal", space)}
    entries = [signed(one) for one in root.iterfind(".//c:Ntry", space)]
    assert balances == {"OPBD": main_units(source.opening), "CLBD": main_units(source.closing)}
    assert entries == [main_units(line.amount) for line in source.lines]
    assert balances["OPBD"] + sum(entries) == balances["CLBD"]
    sums = {side: Decimal(root.findtext(f".//c:Ttl{side}Ntries/c:Sum", namespaces=space) or "") for side in ("Cdt", "Dbt")}
    assert sums == {"Cdt": main_units(source.credits), "Dbt": main_units(source.debits)}
    counts = sum(int(root.findtext(f".//c:Ttl{side}Ntries/c:NbOfNtries", namespaces=space) or "") for side in ("Cdt", "Dbt"))
    assert counts == len(source.lines)


@pytest.mark.parametrize("name", ["en_camt053_02", "en_camt053_08"])
def test_camt053_places_lead_to_their_figures(name: str) -> None:
    printed = named(name).write(record(name), look("en"))
    root = etree.fromstring(printed.content)
    for element in root.iter():
        element.tag = etree.QName(element).localname
    for placed in printed.figures:
        (found,) = root.xpath(placed.path or "")
        assert Decimal(found.text) == abs(placed.entry.value)


@pytest.mark.parametrize("name", ["en_ofx_sgml", "en_ofx_xml"])
def test_ofx_is_read_back(name: str) -> None:
    source = record(name, opening=-999)
    parser = OFXTree()
    parser.parse(io.BytesIO(named(name).write(source, look("en")).content))
    (read,) = parser.convert().statements
    assert [one.trnamt for one in read.transactions] == [main_units(line.amount) for line in source.lines]
    assert len({one.fitid for one in read.transactions}) == len(source.lines)
    assert read.ledgerbal.balamt == main_units(source.closing)
    assert sum(one.trnamt for one in read.transactions) == read.ledgerbal.balamt - main_units(source.opening)


def test_ofx_places_lead_to_their_figures() -> None:
    printed = named("en_ofx_xml").write(record("en"), look("en"))
    root = etree.fromstring(printed.content)
    for placed in printed.figures:
        (found,) = root.xpath(placed.path or "")
        assert found.text == placed.entry.printed


@pytest.mark.parametrize("name", ["en_mt940", "en_camt053_02", "en_camt053_08", "en_ofx_sgml", "en_ofx_xml"])
def test_an_empty_month_is_written(name: str) -> None:
    printed = named(name).write(record(name, rows=0), look("en"))
    assert {placed.entry.field for placed in printed.figures} <= {"opening", "closing", "total_debits", "total_credits"}
