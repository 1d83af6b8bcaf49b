"""What the fabricated loan files have made up: just what their truth states, with ties that break by plain arithmetic."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.errors import WronglyCalled
from samples.shipped import SHIPPED, Shipped, shipped

ROOT = Path(__file__).parents[2]
FILES = ROOT / "samples" / "files"
FABRICATED = [one for one in SHIPPED if one.plantings]
EACH = pytest.mark.parametrize("one", FABRICATED, ids=lambda one: one.name)


@cache
def truth(case: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((FILES / f"{case}.truth.json").read_text("utf-8"))
    return content


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same firms with nothing made up."""
    out = tmp_path_factory.mktemp("twins") / "files"
    shipped(out, [replace(one, plantings=()) for one in FABRICATED])
    return out


def named(figure: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(figure[key] for key in ("document", "label", "concept", "period", "span", "field", "item"))


@EACH
def test_exactly_what_is_stated_is_changed(one: Shipped, twins: Path) -> None:
    honest = {named(figure): figure["value"] for figure in json.loads((twins / f"{one.name}.truth.json").read_text("utf-8"))["figures"]}
    made = {named(figure): figure["value"] for figure in truth(one.name)["figures"]}
    assert honest.keys() == made.keys()
    changed = {(name, honest[name], made[name]) for name in made if made[name] != honest[name]}
    assert changed == {(named(planted), planted["old"], planted["new"]) for planted in truth(one.name)["planted"]}


@EACH
def test_a_twin_has_nothing_planted(one: Shipped, twins: Path) -> None:
    content = json.loads((twins / f"{one.name}.truth.json").read_text("utf-8"))
    assert (content["class"], content["planted"], content["fabrications"]) == ("honest", [], [])


@EACH
def test_each_planting_left_its_trace(one: Shipped) -> None:
    assert {planted["kind"] for planted in truth(one.name)["planted"]} == {planting.code for planting in one.plantings}
    broken = [{planted["name"] for planted in truth(one.name)["planted"] if planted["kind"] == planting.code} for planting in one.plantings]
    assert all(names & planting.must_break.keys() for names, planting in zip(broken, one.plantings, strict=True))


class Figures:
    """The figures of one case by document, as its truth has them."""

    def __init__(self, case: str) -> None:
        self.figures = truth(case)["figures"]
        self.planted = truth(case)["planted"]

    def column(self, record: str, period: str = "2025-12-31") -> dict[str, Decimal]:
        found = [one for one in self.figures if one["record"] == record and one["period"] == period and "2025" in one["document"]]
        return {one["concept"]: Decimal(one["value"]) for one in found}

    def bank(self, document: str) -> tuple[dict[str, Decimal], dict[int, Decimal], dict[int, Decimal]]:
        """Figures of the whole, amounts and balances of the rows."""
        own = [one for one in self.figures if one["document"] == document]
        rows = {name: {one["item"]: Decimal(one["value"]) for one in own if one["field"] == name} for name in ("amount", "balance")}
        return {one["field"]: Decimal(one["value"]) for one in own if one["item"] is None}, rows["amount"], rows["balance"]

    def edited_bank(self) -> str:
        return next(one["document"] for one in self.planted if one["kind"] == "F20")

    def printed_bank(self) -> str:
        return next(one["document"] for one in self.figures if one["record"] == "bank_statement" and one["document"].endswith(".pdf"))


def _chain(case: Figures) -> bool:
    """Every row that was edited is off by itself, and no other is."""
    ends, amounts, balances = case.bank(case.edited_bank())
    before = {item: balances.get(item - 1, ends["opening"]) for item in amounts}
    off = {item for item in amounts if balances[item] != before[item] + amounts[item]}
    return off == {planted["item"] for planted in case.planted if planted["kind"] == "F20"}


def _whole(case: Figures) -> bool:
    ends, amounts, _ = case.bank(case.edited_bank())
    return ends["opening"] + sum(amounts.values()) > ends["closing"]


def _total(case: Figures) -> bool:
    ends, amounts, _ = case.bank(case.edited_bank())
    return sum(amount for amount in amounts.values() if amount > 0) > ends["total_credits"]


def _cash(case: Figures) -> bool:
    """More than a tenth of the books' cash is not at the only bank, and the cash flow statement says the same as the books."""
    cash, flow = case.column("balance_sheet")["cash"], case.column("cash_flow")["cf_closing_cash"]
    return cash == flow and cash - case.bank(case.printed_bank())[0]["closing"] > cash / 10


def _current_assets(case: Figures) -> bool:
    sheet = case.column("balance_sheet")
    parts = ("cash", "notes_receivable", "trade_receivables", "prepayments", "inventories")
    return sheet["total_current_assets"] < sum(sheet.get(part, Decimal(0)) for part in parts)


def _current_liabilities(case: Figures) -> bool:
    sheet = case.column("balance_sheet")
    others = ("advances_from_customers", "employee_benefits_payable", "taxes_payable", "due_to_related")
    parts = ("short_term_borrowings", "trade_payables", "other_payables", *others)
    return sheet["total_current_liabilities"] > sum(sheet.get(part, Decimal(0)) for part in parts) + 2


def _operating_profit(case: Figures) -> bool:
    column = case.column("income_statement")
    spent = ("cost_of_sales", "taxes_and_surcharges", "selling_expenses", "admin_expenses", "finance_costs")
    return column["operating_profit"] < column["revenue"] - sum(column[concept] for concept in spent)


def _gross_profit(case: Figures) -> bool:
    column = case.column("income_statement")
    return column["gross_profit"] + 2 < column["revenue"] - column["cost_of_sales"]


def _retained(case: Figures) -> bool:
    now, before = case.column("balance_sheet"), case.column("balance_sheet", "2024-12-31")
    return now["retained_earnings"] > before["retained_earnings"] + case.column("income_statement")["net_profit"] + 2


BROKEN: dict[str, Callable[[Figures], bool]] = {
    "BNK001": _chain,
    "BNK002": _whole,
    "BNK003": _total,
    "BNK005": _cash,
    "BAL004": _current_assets,
    "BAL008": _current_liabilities,
    "INC001": _operating_profit,
    "INC004": _gross_profit,
    "ROL001": _retained,
}


@EACH
def test_every_tie_that_must_break_is_broken_by_plain_arithmetic(one: Shipped) -> None:
    case = Figures(one.name)
    ties = {tie for planted in case.planted for tie in planted["must_break"]}
    assert [tie for tie in sorted(ties) if not BROKEN[tie](case)] == []


def test_a_plug_balances_the_sheet() -> None:
    sheet = Figures("fabricated-en").column("balance_sheet")
    assert sheet["total_assets"] == sheet["total_liabilities_and_equity"]
    assert abs(sheet["total_liabilities"] + sheet["total_equity"] - sheet["total_assets"]) <= 1


def test_the_truth_is_the_same_in_another_time_zone_and_under_another_hash_seed(tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; from samples.shipped import SHIPPED, shipped; shipped(Path(sys.argv[1]), SHIPPED[1:2])"
    settings = {**os.environ, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711"}
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "out")], check=True, cwd=ROOT, env=settings, timeout=120)
    name = f"{SHIPPED[1].name}.truth.json"
    assert (tmp_path / "out" / name).read_bytes() == (FILES / name).read_bytes()


def test_a_full_disk_leaves_no_half_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = iter(range(100))
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if next(count) >= 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(WronglyCalled, match="No space left"):
        shipped(tmp_path / "out", SHIPPED[2:3])
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(WronglyCalled, match="not empty"):
        shipped(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_kind_that_leaves_the_firm_alone_is_no_planting(tmp_path: Path) -> None:
    one = FABRICATED[0]
    with pytest.raises(ValueError, match="F20 leaves the firm"):
        shipped(tmp_path / "out", [replace(one, plantings=(replace(one.plantings[1], among=("balance_sheet-2025",)),))])
