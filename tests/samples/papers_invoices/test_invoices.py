"""Every look of an invoice prints every figure once, as it is."""

from __future__ import annotations

import io
from decimal import Decimal

import cv2
import numpy as np
import pytest
from PIL import Image as Picture

from samples.papers.invoices.chinese import capital_text
from samples.papers.layout import Layout
from samples.papers.paper import Entry, Image, Line, Paper, Table, main_units
from samples.papers.qr import qr_code
from samples.population.registry import declared
from samples.records.record import Invoice, Key
from tests.samples.papers_banks.examples import look
from tests.samples.papers_invoices.examples import EN_KINDS, ZH_KINDS, chinese, english

LAYOUTS: tuple[Layout, ...] = tuple(layout for layout in declared("samples.papers.invoices", "LAYOUT") if "register" not in layout.name)
RECORDS: tuple[Invoice, ...] = (
    *(chinese(kind) for kind in ZH_KINDS),
    chinese("digital_special", lines=9),
    chinese("digital_general", sign=-1),
    *(english(kind) for kind in EN_KINDS),
    english("invoice", currency="USD"),
    english("credit_note", currency="USD"),
    english("receipt", currency="USD", lines=1),
    english("invoice", currency="EUR", rate="0.8512"),
)
EXTRA = frozenset({"quantity", "price", "line_total", "rate_net", "rate_tax", "home_tax"})
CASES = [
    pytest.param(layout, record, id=f"{layout.name}-{record.kind}-{place}")
    for layout in LAYOUTS
    for place, record in enumerate(RECORDS)
    if layout.suits(record)
]


def drawn(layout: Layout, record: Invoice) -> Paper:
    return layout.draw(record, look(layout.language))


def test_there_are_enough_looks() -> None:
    for language, least in (("zh", 5), ("en", 6)):
        looks = [layout for layout in LAYOUTS if layout.language == language]
        assert len(looks) >= least
        assert 0.2 <= sum(layout.split == "test" for layout in looks) / len(looks) <= 0.45


@pytest.mark.parametrize("split", ["develop", "test"])
def test_every_kind_has_a_look_in_either_split(split: str) -> None:
    for record in RECORDS:
        language = "zh" if record.currency == "CNY" else "en"
        assert [layout.name for layout in LAYOUTS if layout.split == split and layout.language == language and layout.suits(record)], (
            record.kind,
            record.currency,
        )


def test_no_look_suits_the_other_language() -> None:
    for layout in LAYOUTS:
        assert not any(layout.suits(record) for record in RECORDS if (record.currency == "CNY") != (layout.language == "zh"))


@pytest.mark.parametrize(("layout", "record"), CASES)
def test_every_figure_is_printed_once(layout: Layout, record: Invoice) -> None:
    printed: dict[Key, Entry] = {}
    for entry in drawn(layout, record).entries():
        key = Key(entry.field, entry.period, "day", entry.item)
        assert key not in printed, key
        printed[key] = entry
    expected = {key: main_units(amount) for key, amount in record.figures()}
    if layout.language == "en":
        # No capitals in English; a look may show a line without its tax, or a till receipt with it.
        expected = {key: value for key, value in expected.items() if key.name != "capital"}
        for name in ("line_tax", "line_net"):
            if not any(key.name == name for key in printed):
                expected = {key: value for key, value in expected.items() if key.name != name}
        assert any(key.name in {"line_net", "line_total"} for key in printed)
    assert {key: entry.value for key, entry in printed.items() if key.name not in EXTRA} == expected


@pytest.mark.parametrize(("layout", "record"), CASES)
def test_the_digits_are_those_of_the_value(layout: Layout, record: Invoice) -> None:
    for entry in drawn(layout, record).entries():
        if entry.field != "capital":
            digits = "".join(sign for sign in entry.printed if sign.isdigit())
            assert digits == "".join(sign for sign in f"{entry.value:f}" if sign.isdigit()), entry
            assert (entry.value < 0) == any(sign in entry.printed for sign in "-(" if "（" not in entry.printed), entry


@pytest.mark.parametrize(("layout", "record"), CASES)
def test_quantities_and_prices_are_as_the_record_has_them(layout: Layout, record: Invoice) -> None:
    for entry in drawn(layout, record).entries():
        if entry.field in {"quantity", "price"}:
            assert entry.item is not None
            assert entry.value == Decimal(getattr(record.lines[entry.item - 1], entry.field))


@pytest.mark.parametrize(("layout", "record"), CASES)
def test_parties_and_number_are_named(layout: Layout, record: Invoice) -> None:
    texts = []
    for block in drawn(layout, record).blocks:
        if isinstance(block, Line):
            texts += [part for part in (block.left, block.centre, block.right) if isinstance(part, str)]
        elif isinstance(block, Table):
            texts += [cell for row in block.rows for cell in row.cells if isinstance(cell, str)]
    whole = "\n".join(texts).upper()
    assert record.number in whole
    assert record.seller.name.upper() in whole
    assert record.kind == "receipt" or record.buyer.name.upper() in whole


@pytest.mark.parametrize("kind", ["digital_special", "digital_general", "electronic_general"])
def test_the_code_reads_as_the_record_says(kind: str) -> None:
    record = chinese(kind)
    (layout,) = (one for one in LAYOUTS if one.name == ("zh_invoice_electronic" if kind.startswith("elec") else "zh_invoice_digital"))
    (picture,) = (block for block in drawn(layout, record).blocks if isinstance(block, Image))
    pixels = np.array(Picture.open(io.BytesIO(picture.png)).convert("L"))
    text, _, _ = cv2.QRCodeDetector().detectAndDecode(cv2.copyMakeBorder(pixels, 20, 20, 20, 20, cv2.BORDER_CONSTANT, value=255))
    assert text == record.qr


def test_codes_are_the_same_each_time() -> None:
    first = qr_code("01,32,,1,112,20250215,,74AE")
    qr_code.cache_clear()
    assert qr_code("01,32,,1,112,20250215,,74AE") == first


def test_older_kinds_bear_an_oval_seal_with_the_tax_number() -> None:
    for layout in LAYOUTS:
        for kind in ("paper_special", "paper_general", "electronic_general"):
            record = chinese(kind)
            if layout.suits(record):
                (seal,) = drawn(layout, record).seals
                assert (seal.kind, seal.text, seal.below) == ("oval", record.seller.name, record.seller.tax_id)


@pytest.mark.parametrize(("fen", "text"), [(140950, "壹仟肆佰零玖圆伍角整"), (-140950, "（负数）壹仟肆佰零玖圆伍角整"), (0, "零圆整")])
def test_capitals_below_zero_are_marked(fen: int, text: str) -> None:
    assert capital_text(fen) == text


def test_a_forged_capital_is_printed_apart() -> None:
    record = chinese("digital_special")
    forged = record.amended({Key("total", record.day, "day"): record.total * 10})
    for layout in LAYOUTS:
        if layout.suits(record):
            before = {entry.field: entry.printed for entry in drawn(layout, record).entries()}
            after = {entry.field: entry.printed for entry in drawn(layout, forged).entries()}
            assert {field for field in before if before[field] != after[field]} == {"total"}


def test_the_tax_in_home_currency_follows_the_stated_rate() -> None:
    (layout,) = (one for one in LAYOUTS if one.name == "en_invoice_foreign")
    (home,) = (entry for entry in drawn(layout, english("invoice", currency="EUR", rate="0.8512")).entries() if entry.field == "home_tax")
    assert (home.value, home.printed) == (Decimal("69.71"), "£69.71")
