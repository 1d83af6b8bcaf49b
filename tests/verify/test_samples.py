"""Made-up firms of the population, read without fault: an honest one is not contradicted, a forged one is caught where it must be."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest

from samples.books.journal import Ledgers
from samples.books.simulate import books
from samples.case import Document, Dose, Papers
from samples.firms.draw import firm
from samples.firms.firm import Firm, Framework, Industry
from samples.population.plan import fabrications
from samples.population.splits import Split
from samples.records.compose import papers
from samples.records.record import BankStatement, Statement
from samples.streams import stream
from tests.verify.read_samples import judged
from verify.judgement import Judgement

_CHINESE: tuple[Framework, ...] = ("xqy", "cas")
_WESTERN: tuple[Framework, ...] = ("frs102", "frs105", "ifrs_smes", "us_gaap", "us_tax")
INDUSTRIES: tuple[Industry, ...] = ("trade", "manufacturing", "catering", "construction", "services")
#: Each framework on either side, and each industry in both languages.
KINDS: list[tuple[Framework, Industry, Split]] = [
    *((framework, "trade", split) for framework in (*_CHINESE, *_WESTERN) for split in ("develop", "test")),  # type: ignore[misc]
    *((framework, industry, "develop") for framework in ("xqy", "frs102") for industry in INDUSTRIES[1:]),  # type: ignore[misc]
]


@cache
def _firm(framework: Framework, industry: Industry, split: Split) -> Firm:
    """The first firm of that kind."""
    language = "zh" if framework in _CHINESE else "en"
    made = (firm(seed, split=split, language=language, industry=industry) for seed in range(1, 2000))  # type: ignore[arg-type]
    return next(one for one in made if one.framework == framework)


@cache
def _honest(framework: Framework, industry: Industry, split: Split) -> Papers:
    made = _firm(framework, industry, split)
    return papers(Ledgers(firm=made, books=books(made)).set(bank_months=24))


def _forged(code: str, honest: Papers, strength: float, care: int) -> Papers:
    """The papers after that kind, in the books or on the papers."""
    kind, dose = fabrications()[code], Dose(strength=strength, care=care)
    source = stream(honest.ledgers.firm.seed, "step", code)
    if kind.books is not None:
        cooked = kind.books(honest.ledgers, source, dose)
        assert cooked is not None
        return papers(cooked[0])
    assert kind.papers is not None
    done = kind.papers(honest, source, dose)
    assert done is not None
    return done[0]


def _judged(done: Papers) -> Judgement:
    return judged(done.documents, done.ledgers.firm)


def _broken(judgement: Judgement) -> set[str]:
    return {tie.id for tie in judgement.ties if tie.status == "broken"}


@pytest.mark.parametrize(("framework", "industry", "split"), KINDS)
def test_an_honest_firm_is_not_contradicted(framework: Framework, industry: Industry, split: Split) -> None:
    judgement = _judged(_honest(framework, industry, split))
    assert [(one.code, one.explanation.en) for one in judgement.findings if one.verdict == "contradiction"] == []
    # Dividends that no paper shows, cash in the till, and sales to consumers without invoices: what it lacks is asked for.
    assert {one.code for one in judgement.findings if one.verdict == "unsupported"} <= {"ROL001", "ROL002", "BNK005", "INV008"}
    # A small honest firm may be unusual; how often is measured, and weighs little.
    assert {one.code[:3] for one in judgement.findings if one.verdict == "suspicious"} <= {"PLA", "DEP"}


@pytest.mark.parametrize(("framework", "industry", "split"), KINDS)
def test_statements_of_an_honest_firm_are_judged(framework: Framework, industry: Industry, split: Split) -> None:
    """Agreement that rests on nothing would pass the test above."""
    ties = {tie.id for tie in _judged(_honest(framework, industry, split)).ties if tie.status == "holds"}
    assert {"BNK001", "BNK002", "BNK003"} <= ties
    assert len(ties) >= 10


def _balance_sheet(done: Papers) -> Document:
    day = done.ledgers.firm.year_ends[-1]
    return next(one for one in done.of("balance_sheet") if one.record.period == day)


def _banks(done: Papers) -> dict[str, list[BankStatement]]:
    found: dict[str, list[BankStatement]] = {}
    for document in done.of("bank_statement"):
        assert isinstance(document.record, BankStatement)
        found.setdefault(document.record.account_id, []).append(document.record)
    return found


FIRMS = [("xqy", "trade", "develop"), ("cas", "trade", "test"), ("frs102", "manufacturing", "develop"), ("us_gaap", "trade", "test")]
FORGED = pytest.mark.parametrize("which", FIRMS, ids=lambda which: "-".join(which))


@FORGED
@pytest.mark.parametrize("care", [0, 1])
def test_cash_that_the_banks_have_not(which: tuple[Framework, Industry, Split], care: int) -> None:
    done = _forged("F14", _honest(*which), 3.0, care)
    day = done.ledgers.firm.year_ends[-1]
    sheet = _balance_sheet(done).record
    assert isinstance(sheet, Statement)
    held = 0
    for statements in _banks(done).values():
        rows = [line for one in statements for line in one.lines if line.day <= day]
        held += rows[-1].balance if rows else statements[0].opening
    cash = sheet.columns[0].figures["cash"]
    assert cash - held > cash / 10
    tie = next(tie for tie in _judged(done).ties if tie.id == "BNK005" and tie.status == "broken" and tie.period == day)
    assert {evidence.figure.value for evidence in tie.evidence} & {_shown(cash, sheet.unit)}


def _shown(minor: int, unit: int) -> Decimal:
    return Decimal(round(minor / unit) * unit).scaleb(-2)


@FORGED
@pytest.mark.parametrize("care", [0, 1, 2])
def test_stock_that_is_booked_agrees_with_itself(which: tuple[Framework, Industry, Split], care: int) -> None:
    judgement = _judged(_forged("F11", _honest(*which), 0.4, care))
    contradicted = {one.code for one in judgement.findings if one.verdict == "contradiction"}
    # The statements agree with each other; what the tax office was told of the profit and its tax was not cooked with them.
    assert contradicted <= {"INV011", "INV012"}
    assert ("INV011" in contradicted) == (which[0] in _CHINESE)


@FORGED
def test_rows_that_were_made_larger(which: tuple[Framework, Industry, Split]) -> None:
    done = _forged("F20", _honest(*which), 0.1, 0)
    for document in done.of("bank_statement"):
        record = document.record
        assert isinstance(record, BankStatement)
        balances = [record.opening, *(line.balance for line in record.lines)]
        off = sum(one + line.amount != other for (one, other), line in zip(pairwise(balances), record.lines, strict=True))
        assert (document.how == "edited") == (off > 0)
    assert {"BNK001", "BNK002", "BNK003"} <= _broken(_judged(done))


@FORGED
def test_rows_whose_page_was_reckoned_again(which: tuple[Framework, Industry, Split]) -> None:
    assert {"BNK002", "BNK003"} <= _broken(_judged(_forged("F20", _honest(*which), 0.1, 1)))


@FORGED
def test_rows_that_were_reckoned_to_the_end_agree_with_each_other(which: tuple[Framework, Industry, Split]) -> None:
    broken = _broken(_judged(_forged("F20", _honest(*which), 0.1, 2)))
    assert not broken & {"BNK001", "BNK002", "BNK003", "BNK004"}


#: Totals that a cell of a statement enters.
_ENTERS = {
    **dict.fromkeys(("cash", "trade_receivables", "notes_receivable", "receivables_total", "prepayments", "inventories"), ("BAL004",)),
    **dict.fromkeys(("short_term_borrowings", "trade_payables", "other_payables"), ("BAL008",)),
    "fixed_assets_cost": ("BAL006",),
    **dict.fromkeys(("intangible_assets", "fixed_assets_net"), ("BAL005",)),
    **dict.fromkeys(("total_current_assets", "total_noncurrent_assets"), ("BAL003", "BAL004", "BAL005", "BAL012")),
    **dict.fromkeys(("revenue", "cost_of_sales"), ("INC001", "INC004")),
    **dict.fromkeys(("selling_expenses", "admin_expenses", "sga_expenses"), ("INC001", "INC005")),
    "finance_costs": ("INC001", "INC006"),
}


@FORGED
@pytest.mark.parametrize("strength", [0.02, 0.05, 0.2, 0.5])
def test_a_cell_that_was_changed_alone(which: tuple[Framework, Industry, Split], strength: float) -> None:
    honest = _honest(*which)
    done = _forged("F23", honest, strength, 0)
    (cell,) = _changed(honest, done)
    assert _broken(_judged(done)) & {*_ENTERS[cell]}


@FORGED
@pytest.mark.parametrize("strength", [0.02, 0.05, 0.2, 0.5])
def test_a_cell_whose_totals_were_added_up_again(which: tuple[Framework, Industry, Split], strength: float) -> None:
    done = _forged("F23", _honest(*which), strength, 1)
    assert not {code for code in _broken(_judged(done)) if code.startswith(("BAL", "INC"))}


def _changed(honest: Papers, done: Papers) -> set[str]:
    before = {document.id: dict(document.record.figures()) for document in honest.documents if isinstance(document.record, Statement)}
    return {
        key.name
        for document in done.documents
        if isinstance(document.record, Statement)
        for key, amount in document.record.figures()
        if before[document.id][key] != amount
    }
