"""Invoices, receipts and credit notes, through the shared reader."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from extract.document import DocumentWarning
from extract.invoices import generic
from extract.invoices.catalogue import layouts
from extract.invoices.layout import InvoiceLayout, LayoutError
from extract.invoices.printed import amount_in, currency_of
from extract.invoices.reader import read, recognises
from extract.page import Page, Word
from extract.place import Box
from extract.records import Invoice
from extract.series import FigureSeries
from extract.tables.lines import Row, rows_of_page

SHA = "cd" * 32
Line = tuple[float, Sequence[tuple[float, str]]]


def width(text: str) -> float:
    return sum(9.0 if ord(character) > 0x2E80 else 4.5 for character in text)


def paper(lines: Sequence[Line], number: int = 1) -> list[Row]:
    """A page: each line is its height and its texts, a text at a negative x ends there (set right)."""
    words = []
    for top, texts in lines:
        for x, text in texts:
            left = -x - width(text) if x < 0 else x
            for part in text.split(" "):
                words.append(Word(part, Box(left, top, left + width(part), top + 9)))
                left += width(part) + 3
    return rows_of_page(Page(number=number, width=600, height=850, words=tuple(words)))


def one(rows: list[Row]) -> tuple[Invoice, list[DocumentWarning]]:
    found, warnings = read(SHA, rows, FigureSeries(SHA))
    assert len(found) == 1
    return found[0], warnings


def values(invoice: Invoice) -> tuple[str | None, str | None, str | None]:
    net, tax, total = (str(figure.value) if figure else None for figure in (invoice.net, invoice.tax, invoice.total))
    return net, tax, total


def english(number: str = "INV-0042", title: str = "INVOICE") -> list[Line]:
    return [
        (40.0, [(40.0, "Seller Tools Ltd"), (450.0, title)]),
        (52.0, [(40.0, "1 High Street, Leeds")]),
        (64.0, [(40.0, "VAT Reg No: GB 980 7806 84")]),
        (90.0, [(40.0, "Bill to:"), (380.0, "Invoice number:"), (500.0, number)]),
        (102.0, [(40.0, "Buyer Trading Ltd"), (380.0, "Invoice date:"), (500.0, "03/01/2025")]),
        (114.0, [(40.0, "9 Low Road, York"), (380.0, "Due date:"), (500.0, "2 February 2025")]),
        (126.0, [(380.0, "Order date:"), (500.0, "01/01/2025")]),
        (150.0, [(40.0, "Description"), (-330.0, "Qty"), (-420.0, "Unit price"), (-480.0, "VAT %"), (-560.0, "Amount")]),
        (164.0, [(40.0, "Drill 18V"), (-330.0, "2"), (-420.0, "40.00"), (-480.0, "20%"), (-560.0, "80.00")]),
        (174.0, [(40.0, "with two batteries")]),
        (186.0, [(40.0, "Delivery"), (-330.0, "1"), (-420.0, "20.00"), (-480.0, "20%"), (-560.0, "20.00")]),
        (220.0, [(380.0, "Subtotal"), (-560.0, "£100.00")]),
        (232.0, [(380.0, "VAT @ 20%"), (-560.0, "£20.00")]),
        (244.0, [(380.0, "Total (GBP)"), (-560.0, "£120.00")]),
        (256.0, [(380.0, "Paid"), (-560.0, "£50.00")]),
        (268.0, [(380.0, "Amount due"), (-560.0, "£70.00")]),
    ]


def test_an_english_invoice() -> None:
    invoice, warnings = one(paper(english()))
    assert warnings == []
    assert (invoice.kind, invoice.number, invoice.date, invoice.due) == ("invoice", "INV-0042", date(2025, 1, 3), date(2025, 2, 2))
    assert (invoice.seller.name, invoice.seller.tax_id) == ("Seller Tools Ltd", "GB980780684")
    assert (invoice.buyer.name, invoice.buyer.address) == ("Buyer Trading Ltd", "9 Low Road, York")
    assert values(invoice) == ("100.00", "20.00", "120.00") and invoice.currency == "GBP"
    assert invoice.total and invoice.total.printed == "£120.00" and invoice.total.place.page == 1
    drill, delivery = invoice.lines
    assert (drill.description, drill.quantity, drill.tax_rate) == ("Drill 18V with two batteries", Decimal(2), Decimal("0.2"))
    assert drill.unit_price and drill.unit_price.value == Decimal("40.00") and drill.net and drill.net.value == Decimal("80.00")
    assert delivery.description == "Delivery"


def test_a_credit_note() -> None:
    invoice, _ = one(paper(english("CN-7", "CREDIT NOTE")))
    assert (invoice.kind, invoice.number) == ("credit_note", "CN-7")


def test_arithmetic_chooses_and_never_changes() -> None:
    """The total does not add up: every figure stays as it is printed."""
    lines = [(top, [(x, text.replace("£120.00", "£190.00")) for x, text in texts]) for top, texts in english()]
    assert values(one(paper(lines))[0]) == ("100.00", "20.00", "190.00")


def test_several_invoices_in_one_document() -> None:
    found, _ = read(SHA, paper(english("A1")) + paper(english("A2"), 2) + paper([(40.0, [(40.0, "Terms of sale")])], 3), FigureSeries(SHA))
    assert [(item.number, item.page) for item in found] == [("A1", 1), ("A2", 2)]
    ids = [figure.id for item in found for figure in item.figures()]
    assert len(ids) == len(set(ids))


def test_each_rate_by_itself_is_summed_with_operands() -> None:
    invoice, _ = one(
        paper(
            [
                (40.0, [(40.0, "Rechnung Nr. 2025-17 vom 05.03.2025")]),
                (60.0, [(40.0, "Verkäufer")]),
                (72.0, [(40.0, "Name:"), (150.0, "Lieferant GmbH")]),
                (84.0, [(40.0, "USt-IdNr.:"), (150.0, "DE136695976")]),
                (100.0, [(40.0, "Käufer")]),
                (112.0, [(40.0, "Name:"), (150.0, "Kunden AG")]),
                (200.0, [(300.0, "Summe netto"), (-500.0, "1.300,00")]),
                (212.0, [(300.0, "MwSt 19 %"), (-500.0, "190,00")]),
                (224.0, [(300.0, "MwSt 7 %"), (-500.0, "21,00")]),
                (236.0, [(300.0, "Gesamtbetrag"), (-500.0, "1.511,00 €")]),
            ]
        )
    )
    assert (invoice.number, invoice.date, invoice.currency) == ("2025-17", date(2025, 3, 5), "EUR")
    assert values(invoice) == ("1300.00", "211.00", "1511.00")
    assert invoice.tax and len(invoice.tax.operands) == 2
    assert (invoice.seller.name, invoice.seller.tax_id, invoice.buyer.name) == ("Lieferant GmbH", "DE136695976", "Kunden AG")


def chinese(capitals: str = "⊗壹佰壹拾叁圆整") -> list[Line]:
    return [
        (40.0, [(200.0, "电子发票（增值税专用发票）")]),
        (55.0, [(400.0, "发票号码：25442000005495930254")]),
        (67.0, [(400.0, "开票日期：2025年07月01日")]),
        (90.0, [(30.0, "购"), (60.0, "名称：宁波某某工贸有限公司"), (300.0, "销"), (330.0, "名称：佛山某某机电有限公司")]),
        (
            110.0,
            [
                (30.0, "信"),
                (60.0, "统一社会信用代码/纳税人识别号：91330212MA9E99F130"),
                (300.0, "信"),
                (335.0, "统一社会信用代码/纳税人识别号：91440604MAAD3HDG30"),
            ],
        ),
        (
            130.0,
            [
                (60.0, "项目名称"),
                (240.0, "单位"),
                (-310.0, "数量"),
                (-380.0, "单价"),
                (-450.0, "金额"),
                (470.0, "税率/征收率"),
                (-590.0, "税额"),
            ],
        ),
        (
            144.0,
            [
                (30.0, "*电动工具*冲击钻"),
                (240.0, "台"),
                (-310.0, "2"),
                (-380.0, "50.00"),
                (-450.0, "100.00"),
                (480.0, "13%"),
                (-590.0, "13.00"),
            ],
        ),
        (200.0, [(40.0, "合"), (80.0, "计"), (-450.0, "¥100.00"), (-590.0, "¥13.00")]),
        (214.0, [(40.0, "价税合计（大写）"), (150.0, capitals), (380.0, "（小写）"), (430.0, "¥113.00")]),
        (230.0, [(40.0, "备注：订单号 998877")]),
    ]


def test_a_chinese_digital_invoice() -> None:
    invoice, warnings = one(paper(chinese()))
    assert warnings == []
    assert (invoice.number, invoice.date, invoice.currency) == ("25442000005495930254", date(2025, 7, 1), "CNY")
    assert (invoice.buyer.name, invoice.buyer.tax_id) == ("宁波某某工贸有限公司", "91330212MA9E99F130")
    assert (invoice.seller.name, invoice.seller.tax_id) == ("佛山某某机电有限公司", "91440604MAAD3HDG30")
    assert values(invoice) == ("100.00", "13.00", "113.00")
    (line,) = invoice.lines
    assert (line.description, line.quantity, line.tax_rate) == ("*电动工具*冲击钻", Decimal(2), Decimal("0.13"))
    assert line.tax and line.tax.value == Decimal("13.00")


def test_capital_numerals_that_differ_are_said() -> None:
    invoice, warnings = one(paper(chinese("⊗玖佰壹拾叁圆整")))
    assert values(invoice) == ("100.00", "13.00", "113.00")
    assert [warning.code for warning in warnings] == ["capital-numerals-differ"] and "913.00" in warnings[0].text


def test_a_chinese_paper_invoice_has_the_buyer_above_the_seller() -> None:
    lines = [line for line in chinese() if line[0] not in {90.0, 110.0}]
    lines += [
        (90.0, [(60.0, "名称：宁波某某工贸有限公司")]),
        (105.0, [(60.0, "纳税人识别号：91330212MA9E99F130")]),
        (260.0, [(60.0, "名称：佛山某某机电有限公司")]),
        (275.0, [(60.0, "纳税人识别号：91440604MAAD3HDG30")]),
    ]
    invoice, _ = one(paper(lines))
    assert (invoice.buyer.name, invoice.seller.name) == ("宁波某某工贸有限公司", "佛山某某机电有限公司")
    assert (invoice.buyer.tax_id, invoice.seller.tax_id) == ("91330212MA9E99F130", "91440604MAAD3HDG30")


def test_a_shop_receipt_with_rounding() -> None:
    invoice, _ = one(
        paper(
            [
                (40.0, [(40.0, "CORNER SHOP SDN BHD")]),
                (55.0, [(40.0, "Receipt No: CS0031"), (200.0, "Date: 25/12/2018")]),
                (80.0, [(40.0, "Total (Excluding GST)"), (-300.0, "80.91")]),
                (92.0, [(40.0, "Total GST"), (-300.0, "0.00")]),
                (104.0, [(40.0, "Rounding"), (-300.0, "-0.01")]),
                (116.0, [(40.0, "Total Sales (Inclusive of GST)"), (-300.0, "80.90")]),
                (128.0, [(40.0, "CASH"), (-300.0, "100.00")]),
                (140.0, [(40.0, "CHANGE"), (-300.0, "19.10")]),
            ]
        )
    )
    assert (invoice.kind, invoice.number, invoice.date, invoice.seller.name) == (
        "receipt",
        "CS0031",
        date(2018, 12, 25),
        "CORNER SHOP SDN BHD",
    )
    assert invoice.total and invoice.total.value == Decimal("80.90")


def test_an_invoice_without_a_currency_says_so() -> None:
    lines = [(top, [(x, text.replace("£", "").replace(" (GBP)", "")) for x, text in texts]) for top, texts in english()]
    invoice, warnings = one(paper(lines))
    assert invoice.currency == "XXX" and [warning.code for warning in warnings] == ["currency-missing"]


@pytest.mark.parametrize(
    ("rows", "low", "high"),
    [
        (paper(english()), 0.9, 1.0),
        (paper(chinese()), 0.9, 1.0),
        (paper([(40.0, [(40.0, "Balance sheet")]), (60.0, [(40.0, "Total"), (-300.0, "5.00")])]), 0.0, 0.1),
        (paper([(40.0, [(40.0, "对账单")]), (60.0, [(40.0, "日期"), (100.0, "余额")])]), 0.0, 0.1),
        ([], 0.0, 0.0),
    ],
)
def test_evidence(rows: list[Row], low: float, high: float) -> None:
    assert low <= recognises(rows) <= high


def test_nothing_is_made_of_nothing() -> None:
    assert read(SHA, [], FigureSeries(SHA)) == ([], [])
    assert read(SHA, paper([(40.0, [(40.0, "Good morning")])]), FigureSeries(SHA)) == ([], [])


@pytest.mark.parametrize(
    ("text", "decimal", "expected"),
    [
        ("3,3333", ",", "3.3333"),
        ("1.234,56 €", ",", "1234.56"),
        ("€ 9,90", ",", "9.90"),
        ("RM 12.50", ".", "12.50"),
        ("£1,200.00", ".", "1200.00"),
        ("-", ".", None),
        ("19 %", ",", None),
        ("RMB", None, None),
    ],
)
def test_printed_amounts(text: str, decimal: str, expected: str | None) -> None:
    found = amount_in(text, decimal)  # type: ignore[arg-type]
    assert (str(found.value) if found else None) == expected


def test_the_currency_printed_most_often() -> None:
    assert currency_of("Total £5.00, about EUR 6, £1 each") == "GBP"
    assert currency_of("HK$5 HK$6") == "HKD"
    assert currency_of("FORM 5") is None


@pytest.mark.parametrize(
    ("captions", "says"),
    [({"number": ("No",), "total": ("Total",)}, "date"), ({"number": ("No",), "date": ("D",), "total": ("T",), "sum": ("S",)}, "unknown")],
)
def test_a_layout_that_cannot_read_fails_at_import(captions: dict[str, tuple[str, ...]], says: str) -> None:
    with pytest.raises(LayoutError, match=says):
        InvoiceLayout(name="x", signs=("x",), captions=captions)  # type: ignore[arg-type]


def test_the_catalogue_walks_its_folder() -> None:
    names = {layout.name for layout in layouts()}
    assert {"Chinese VAT invoice", "English invoice", "German invoice", "receipt", "generic"} <= names
    assert layouts()[-1] is generic.LAYOUT


def test_a_receipt_whose_total_cannot_be_read_has_none() -> None:
    """Neither the cash that was handed over nor the sums of the tax table are its total."""
    lines = [
        (40.0, [(40.0, "CORNER SHOP SDN BHD")]),
        (50.0, [(40.0, "Doc No"), (100.0, "CS0031"), (200.0, "Date"), (240.0, "25/12/2018")]),
        (60.0, [(40.0, "Item"), (100.0, "Qty"), (160.0, "Price"), (-300.0, "Amount")]),
        (70.0, [(40.0, "Palm oil"), (100.0, "1"), (160.0, "21.20"), (-300.0, "21.20")]),
        (90.0, [(40.0, "CASH :"), (-300.0, "100.00")]),
        (100.0, [(40.0, "Change :"), (-300.0, "78.80")]),
        (110.0, [(40.0, "GST SUMMARY")]),
        (120.0, [(40.0, "Total :"), (-220.0, "20.00"), (-300.0, "1.20")]),
    ]
    invoice, _ = one(paper(lines))
    assert invoice.total is None


@pytest.mark.parametrize(
    ("address", "day"),
    [("5220 Quarry Hill, Peoria, IL 61633", date(2023, 4, 5)), ("188 Albert Street, Bolton, BL11 2DQ", date(2023, 5, 4))],
)
def test_days_are_read_as_the_country_writes_them(address: str, day: date) -> None:
    lines = [
        (40.0, [(40.0, "Jarvis Distribution"), (300.0, "INVOICE")]),
        (52.0, [(40.0, address)]),
        (70.0, [(40.0, "Nimbus Electrical"), (300.0, "Invoice number: 39699")]),
        (82.0, [(40.0, address.replace("5220", "17").replace("188", "17")), (300.0, "Invoice date: 04/05/2023")]),
        (110.0, [(40.0, "Work done"), (200.0, "Qty"), (240.0, "Rate"), (-400.0, "Amount")]),
        (122.0, [(40.0, "1."), (60.0, "Repairs"), (200.0, "1"), (240.0, "100.00"), (-400.0, "100.00")]),
        (140.0, [(240.0, "Net"), (-400.0, "100.00")]),
        (152.0, [(240.0, "Tax"), (-400.0, "0.00")]),
        (164.0, [(240.0, "To pay"), (-400.0, "$100.00")]),
        (176.0, [(40.0, "Payment by 30 May 2023.")]),
    ]
    invoice, _ = one(paper(lines))
    assert (invoice.date, invoice.due) == (day, date(2023, 5, 30))
    assert (invoice.seller.name, invoice.buyer.name) == ("Jarvis Distribution", "Nimbus Electrical")
    assert [(line.description, line.net and line.net.value) for line in invoice.lines] == [("Repairs", Decimal("100.00"))]
    assert invoice.total is not None and invoice.total.value == Decimal("100.00")
