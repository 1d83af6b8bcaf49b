"""Tagged reports: what tags mean, what they add to the print, and where the two differ."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from extract.document import Document
from extract.flow import read
from extract.formats.transformed import number_of
from extract.page import Fact
from extract.records import FinancialStatement, Other
from extract.statements.tagged.taxonomy import meaning_in

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "uk_ixbrl" / "files"

CONTEXTS = """<ix:header><ix:hidden><ix:nonFraction name="core:AverageNumberEmployeesDuringPeriod" contextRef="year" unitRef="pure"
decimals="0">3</ix:nonFraction></ix:hidden><ix:resources>
<xbrli:context id="now"><xbrli:entity/><xbrli:period><xbrli:instant>2025-03-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:context id="then"><xbrli:entity/><xbrli:period><xbrli:instant>2024-03-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:context id="year"><xbrli:entity/><xbrli:period><xbrli:startDate>2024-04-01</xbrli:startDate><xbrli:endDate>2025-03-31</xbrli:endDate>
</xbrli:period></xbrli:context>
<xbrli:context id="due"><xbrli:entity><xbrli:segment><xbrldi:explicitMember dimension="core:MaturitiesOrExpirationPeriodsDimension">
core:WithinOneYear</xbrldi:explicitMember></xbrli:segment></xbrli:entity><xbrli:period><xbrli:instant>2025-03-31</xbrli:instant>
</xbrli:period></xbrli:context>
<xbrli:context id="plant"><xbrli:entity><xbrli:segment><xbrldi:explicitMember dimension="core:PropertyPlantEquipmentClassesDimension">
core:PlantMachinery</xbrldi:explicitMember></xbrli:segment></xbrli:entity><xbrli:period><xbrli:instant>2025-03-31</xbrli:instant>
</xbrli:period></xbrli:context>
<xbrli:unit id="GBP"><xbrli:measure>iso4217:GBP</xbrli:measure></xbrli:unit>
<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit></ix:resources></ix:header>"""


def tag(name: str, context: str, shown: str, rest: str = 'format="ixt:numdotdecimal"') -> str:
    return f'<ix:nonFraction name="core:{name}" contextRef="{context}" unitRef="GBP" decimals="0" {rest}>{shown}</ix:nonFraction>'


def page(rows: list[tuple[str, str, str]], *, heading: str = "£", extra: str = "") -> bytes:
    lines = "".join(f"<tr><td>{label}</td><td align=right>{now}</td><td align=right>{then}</td></tr>" for label, now, then in rows)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="urn:test:inlineXBRL" xmlns:xbrli="urn:test:instance"
xmlns:xbrldi="urn:test:xbrldi" xmlns:core="urn:frc.org.uk:core">
<body><div style="display:none">{CONTEXTS}</div><p>Alder Joinery Limited</p><p>Balance sheet as at 31 March 2025</p>
<table width="500"><tr><td></td><td align="right">2025</td><td align="right">2024</td></tr>
<tr><td></td><td align="right">{heading}</td><td align="right">{heading}</td></tr>{lines}</table>{extra}</body></html>""".replace(
        "align=right", 'align="right"'
    ).encode()


ROWS = [
    ("Fixed assets", "", ""),
    ("Tangible assets", tag("PropertyPlantEquipment", "now", "12,000"), tag("PropertyPlantEquipment", "then", "9,500")),
    ("Current assets", "", ""),
    ("Debtors", tag("Debtors", "now", "4,310"), tag("Debtors", "then", "-", 'format="ixt:zerodash"')),
    ("Cash at bank and in hand", tag("CashBankOnHand", "now", "690"), tag("CashBankOnHand", "then", "500")),
    ("Amounts to be paid soon", f"({tag('Creditors', 'due', '2,000')})", "(1,000)"),
    ("Net assets", tag("NetAssetsLiabilities", "now", "15,000"), tag("NetAssetsLiabilities", "then", "9,000")),
    ("Total equity", tag("Equity", "now", "15,000"), tag("Equity", "then", "9,000")),
]


def statement(document: Document) -> FinancialStatement:
    return next(one for one in document.records if isinstance(one, FinancialStatement) and one.statement == "balance_sheet")


def codes(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings]


def values(found: FinancialStatement) -> dict[tuple[str | None, str], Decimal]:
    return {(line.concept, str(column.period)): column.figure.value for line in found.lines for column in line.figures}


@pytest.mark.parametrize(
    ("text", "form", "scale", "sign", "value"),
    [
        ("1,234.50", "ixt:numdotdecimal", "", "", "1234.50"),
        ("1,234", "ixt2:numcommadot", "3", "-", "-1234000"),
        ("1.234,50", "ixt:numcommadecimal", "", "", "1234.50"),
        ("1 234,50", "ixt:num-comma-decimal", "", "", "1234.50"),
        ("—", "ixt:zerodash", "", "", "0"),
        ("-", "ixt4:fixed-zero", "6", "", "0"),
        ("none", "ixt-sec:numwordsen", "", "", "0"),
        ("twelve", "ixt:num-word-en", "", "", "12"),
        ("1,500", "", "", "", "1500"),
        ("3 pounds 5 pence", "ixt:numunitdecimal", "", "", "3.05"),
        ("12,34,567", "ixt:numdotdecimalin", "", "", "1234567"),
        ("abc", "ixt:numdotdecimal", "", "", None),
        ("5", "ixt:unheard-of", "", "", None),
        ("5", "", "999999999", "", None),
    ],
)
def test_a_tagged_text_is_its_number(text: str, form: str, scale: str, sign: str, value: str | None) -> None:
    assert number_of(text, form, scale, sign) == (None if value is None else Decimal(value))


def test_print_and_tags_make_one_statement() -> None:
    document = read(page(ROWS), "accounts.xhtml")
    found = statement(document)
    assert (found.currency, found.entity) == ("GBP", "Alder Joinery Limited")
    assert "tagged-fact-differs" not in codes(document)
    read_values = values(found)
    assert read_values["fixed_assets_net", "2025-03-31"] == 12000
    assert read_values["receivables_total", "2024-03-31"] == 0
    assert read_values["total_current_liabilities", "2025-03-31"] == 2000  # known by its tag alone, and stored as what is owed
    line = next(line for line in found.lines if line.concept == "cash")
    assert line.label == "Cash at bank and in hand"
    assert line.figures[0].figure.place.path is not None and line.figures[0].figure.place.path.endswith("td[2]/nonfraction")


def test_a_tag_that_says_another_value_is_named_and_its_figure_doubted() -> None:
    wrong = [*ROWS[:4], ("Cash at bank and in hand", tag("CashBankOnHand", "now", "690", 'scale="3"'), "500"), *ROWS[5:]]
    document = read(page(wrong), "accounts.xhtml")
    (warning,) = [one for one in document.warnings if one.code == "tagged-fact-differs"]
    assert "690" in warning.text and "690000" in warning.text and "690000" in warning.text_zh
    cash = next(line for line in statement(document).lines if line.concept == "cash")
    assert cash.figures[0].figure.doubtful
    assert cash.figures[0].figure.alternatives[0].value == 690000


def test_the_unit_that_a_page_does_not_print_is_that_of_its_tags() -> None:
    rows = [(label, now.replace('decimals="0"', 'decimals="-3" scale="3"'), then.replace('decimals="0"', 'decimals="-3" scale="3"'))
            for label, now, then in ROWS]  # fmt: skip
    document = read(page(rows, heading=""), "accounts.xhtml")
    found = statement(document)
    assert (found.scale, found.currency) == (1000, "GBP")
    assert values(found)["cash", "2025-03-31"] == 690_000
    assert not {"scale-missing", "currency-missing"} & set(codes(document))


def test_facts_of_a_part_and_hidden_ones_are_kept_apart() -> None:
    extra = f"<p>Note 4</p><p>Plant {tag('PropertyPlantEquipment', 'plant', '7,000')}</p>"
    document = read(page(ROWS, extra=extra), "accounts.xhtml")
    assert values(statement(document))["fixed_assets_net", "2025-03-31"] == 12000
    (other,) = [one for one in document.records if isinstance(one, Other)]
    kept = {dict(line.texts)["tag"]: (line.figures[0].figure.value, dict(line.texts).get("hidden")) for line in other.lines}
    assert kept["AverageNumberEmployeesDuringPeriod"] == (3, "yes")
    assert kept["PropertyPlantEquipment"] == (7000, None)


def test_excluded_text_is_no_part_of_a_fact() -> None:
    rows = [*ROWS]
    rows[4] = (
        "Cash at bank and in hand",
        tag("CashBankOnHand", "now", "6<ix:exclude>*</ix:exclude>90"),
        tag("CashBankOnHand", "then", "500"),
    )
    document = read(page(rows), "accounts.xhtml")
    assert "tagged-fact-differs" not in codes(document)


def test_a_report_without_a_page_becomes_statements_by_its_names() -> None:
    data = b"""<?xml version="1.0"?><xbrli:xbrl xmlns:xbrli="urn:test:instance" xmlns:us-gaap="urn:us-gaap:2024">
<xbrli:context id="a"><xbrli:entity/><xbrli:period><xbrli:instant>2024-12-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:context id="y"><xbrli:entity/><xbrli:period><xbrli:startDate>2024-01-01</xbrli:startDate><xbrli:endDate>2024-12-31</xbrli:endDate>
</xbrli:period></xbrli:context><xbrli:unit id="u"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
<us-gaap:Assets contextRef="a" unitRef="u" decimals="0">900</us-gaap:Assets>
<us-gaap:Liabilities contextRef="a" unitRef="u" decimals="0">300</us-gaap:Liabilities>
<us-gaap:StockholdersEquity contextRef="a" unitRef="u" decimals="0">600</us-gaap:StockholdersEquity>
<us-gaap:Revenues contextRef="y" unitRef="u" decimals="0">1200</us-gaap:Revenues>
<us-gaap:GrossProfit contextRef="y" unitRef="u" decimals="0">400</us-gaap:GrossProfit>
<us-gaap:NetIncomeLoss contextRef="y" unitRef="u" decimals="0">-50</us-gaap:NetIncomeLoss></xbrli:xbrl>"""
    document = read(data, "report.xbrl")
    assert document.status == "read"
    kinds = {one.statement: one for one in document.records if isinstance(one, FinancialStatement)}
    assert values(kinds["balance_sheet"])["total_assets", "2024-12-31"] == 900
    assert values(kinds["income_statement"])["net_profit", "2024-12-31"] == -50
    assert kinds["income_statement"].lines[0].figures[0].figure.place.path == "/xbrl/Revenues[1]"


def test_xbrl_with_an_entity_from_outside_is_refused() -> None:
    data = b'<!DOCTYPE xbrl [<!ENTITY x SYSTEM "file:///etc/passwd">]><xbrl xmlns="urn:test:instance">&x;</xbrl>'
    document = read(data, "report.xbrl")
    assert (document.status, codes(document)) == ("refused", ["xml-with-document-type"])


def test_dimensions_decide_what_a_name_means() -> None:
    def fact(name: str, *dims: str) -> Fact:
        return Fact(
            name=name, taxonomy="frc", value="1", unit="GBP", start=None, end="2025-03-31", dims=dims, shown="1", place="/x", hidden=False
        )

    def concept(one: Fact) -> str | None:
        found = meaning_in(one, "balance_sheet")
        return found.concept if found is not None else None

    assert concept(fact("Creditors", "MaturitiesOrExpirationPeriodsDimension=AfterOneYear")) == "creditors_after_one_year"
    assert concept(fact("Equity", "EquityClassesDimension=ShareCapital")) == "paid_in_capital"
    assert concept(fact("Equity")) == "total_equity"
    assert concept(fact("PropertyPlantEquipment", "PropertyPlantEquipmentClassesDimension=PlantMachinery")) is None


@pytest.mark.skipif(not DATA.is_dir(), reason="the filings are missing: ../shared/data/uk_ixbrl/files")
def test_a_filing_whose_page_and_tags_agree() -> None:
    path = DATA / "Prod223_2125_09124261_20171231.html"
    document = read(path.read_bytes(), path.name)
    assert document.status == "read" and not document.warnings
    assert values(statement(document))["total_current_liabilities", "2017-12-31"] == 34_289
