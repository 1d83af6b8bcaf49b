"""invoice2data beside tieout: asked in its own environment, its names of fields turned into ours."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

import pytest

from api.bench import rivals_apart
from api.bench.rivals_apart import Apart
from api.bench.rivals_invoices import NAME, amounts, answerable, installed
from api.bench.scoring import Expected

_FAKE = """import sys
for line in sys.stdin:
    print('[["amount", "120.0"], ["amount_untaxed", "100.0"], ["vat", "9"], ["amount_tax", "none"], ["price_unit", "50.0"]]', flush=True)
"""


def test_its_fields_are_ours_and_what_makes_no_sense_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "fake.py"
    program.write_text(_FAKE, "utf-8")
    interpreter = tmp_path / NAME / "bin" / "python"
    interpreter.parent.mkdir(parents=True)
    interpreter.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{program}"\n', "utf-8")
    interpreter.chmod(0o755)
    monkeypatch.setattr(rivals_apart, "FOLDER", tmp_path)
    assert installed()
    with Apart() as apart:
        found = amounts(apart, Path("a.pdf"))
    assert [(one.field, one.value) for one in found] == [
        ("total", Decimal("120.0")), ("net", Decimal("100.0")), ("line_unit_price", Decimal("50.0")),
    ]  # fmt: skip


def test_it_is_left_out_where_it_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rivals_apart, "FOLDER", tmp_path)
    assert not installed()
    with Apart() as apart:
        assert amounts(apart, Path("a.pdf")) == []


def test_it_is_held_only_to_the_fields_that_it_names() -> None:
    fields = ("net", "tax", "total", "line_unit_price", "line_net", "line_quantity", "other_net", "line_tax")
    expected = [_expected(field) for field in fields]
    assert [one.field for one in answerable(expected)] == ["net", "tax", "total", "line_unit_price", "line_net"]


def _expected(field: str) -> Expected:
    return Expected(kind="invoice", label=field, period=None, value=Decimal(1), printed_value=Decimal(1), field=field)
