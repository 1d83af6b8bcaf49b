"""Bank files that were made to do harm: nothing outside is read, nothing grows, nothing crashes, and what is lost is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import REMARKS
from extract.flow import read
from extract.formats import bank_file
from extract.formats.sniff import sniffed
from tests.extract.bank_file import amounts, codes, read_file
from tests.extract.test_exchange_bai2 import FILE as BAI2
from tests.extract.test_exchange_camt import ENTRY, message
from tests.extract.test_exchange_mt940 import ONE as MT940
from tests.extract.test_exchange_ofx import FILE as OFX

CAMT = message()
GOOD = {"mt940": MT940, "camt": CAMT, "ofx": OFX, "bai2": BAI2.encode()}
LAUGHS = "<!DOCTYPE Document [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"


def with_type(declaration: str, text: str) -> bytes:
    head, _, rest = CAMT.decode().partition("<Document")
    return f"{head}{declaration}<Document{rest}".replace("Aldgate Fixings", text).encode()


@pytest.mark.parametrize("form", GOOD)
def test_each_is_read_through_the_door(form: str) -> None:
    document = read(GOOD[form], f"statement.{form}")
    assert (document.status, document.warnings) == ("read", ())
    assert document.records and all(record.type == "bank_statement" for record in document.records)


def test_entities_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a secret of this machine")
    for data in (
        with_type(LAUGHS, "&a11;"),
        with_type(f'<!DOCTYPE Document [<!ENTITY x SYSTEM "file://{secret}">]>', "&x;"),
        with_type('<!DOCTYPE Document SYSTEM "http://127.0.0.1:9/camt.dtd">', "x"),
        with_type('<!DOCTYPE Document [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>', "x"),
    ):
        document = read(data, "statement.xml")
        assert (document.status, codes(document.warnings)) == ("refused", ["xml-not-allowed"])
        assert document.warnings[0].text_zh


def test_entities_of_ofx_are_letters() -> None:
    declared = OFX.replace(b"<OFX>", LAUGHS.encode() + b"<OFX>", 1).replace(b"Invoice 10442", b"&a11;&#65;&lt;b&gt;")
    (statement,), _ = read_file(declared)
    assert statement.transactions[0].description == "&a11;A<b>"


def test_deep_nesting_is_refused() -> None:
    deep = CAMT.replace(b"<Ntry>", b"<a>" * 200_000 + b"<Ntry>", 1)
    document = read(deep, "statement.xml")
    assert (document.status, codes(document.warnings)) == ("refused", ["document-too-heavy"])


def test_deep_ofx_is_flat_from_some_depth_on() -> None:
    deep = OFX.replace(b"<BANKTRANLIST>", b"<A>" * 5_000 + b"<BANKTRANLIST>") + b"</A>"
    (statement,), _ = read_file(deep)
    assert statement.closing is not None


@pytest.mark.parametrize("form", GOOD)
@pytest.mark.parametrize("share", [0.25, 0.5, 0.7, 0.8])
def test_what_is_cut_short_is_partly_read(form: str, share: float) -> None:
    whole, _ = read_file(GOOD[form])
    document = read(GOOD[form][: int(len(GOOD[form]) * share)], f"statement.{form}")
    assert document.status in {"partly_read", "refused"}
    assert [warning for warning in document.warnings if warning.code not in REMARKS]
    lines = [movement.amount.value for record in document.records if record.type == "bank_statement" for movement in record.transactions]
    wanted = [value for one in whole for value in amounts(one)]
    assert lines == wanted[: len(lines)] or len(lines) <= len(wanted)


@pytest.mark.parametrize("form", GOOD)
def test_more_pieces_than_the_bound_are_said(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bank_file, "MAX_CELLS", 9)
    opened = bank_file.read_bank_file(GOOD[form], "x", sniffed(GOOD[form]))
    assert opened.exchange is not None and len(opened.exchange.nodes) <= 9
    (warning,) = [one for one in opened.warnings if one.code == "too-many-cells"]
    assert re.search(r"line \d+", warning.text) and warning.text_zh


def test_a_field_longer_than_the_bound_is_said() -> None:
    for data in (OFX.replace(b"Invoice 10442", b"x" * 5_000), CAMT.replace(b"Invoice 7", b"x" * 5_000)):
        opened = bank_file.read_bank_file(data, "x", sniffed(data))
        assert codes(opened.warnings) == ["text-cut"]


@pytest.mark.parametrize("form", GOOD)
def test_random_damage_never_ends_in_a_traceback(form: str) -> None:
    data = GOOD[form]

    @settings(max_examples=120, deadline=None)
    @given(st.lists(st.tuples(st.integers(0, len(data) - 1), st.binary(max_size=6), st.integers(0, 40)), min_size=1, max_size=5))
    def damaged(changes: list[tuple[int, bytes, int]]) -> None:
        changed = data
        for place, put, taken in changes:
            changed = changed[:place] + put + changed[place + taken :]
        kind = sniffed(changed)
        if kind.reader != "bank_file":
            return
        try:
            statements, _ = read_file(changed)
        except bank_file.Refused as refused:
            assert refused.text and refused.text_zh
            return
        for one in statements:
            assert all(figure.value.is_finite() for figure in one.figures())

    damaged()


@pytest.mark.slow
def test_fifty_megabytes_are_read_as_far_as_the_bound_and_said() -> None:
    entry = ENTRY.format(amount="1.00", side="CRDT", status="BOOK", day=2, details="").encode()
    document = read(message(body="@@").replace(b"@@", entry * (50 * 2**20 // len(entry))), "statement.xml")
    assert document.status == "partly_read"
    assert "too-many-cells" in codes(document.warnings)
