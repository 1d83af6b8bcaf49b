"""Papers as a whole: what is there, what names it, and that one entry more moves nothing else."""

from __future__ import annotations

import pytest

from samples.firms.firm import Framework
from samples.records.compose import papers
from samples.records.record import BankStatement, Invoice, Key
from tests.samples.records.made import clean, ledgers, with_entry

_EVERY: tuple[Framework, ...] = ("xqy", "cas", "frs102", "frs105", "ifrs_smes", "us_gaap", "us_tax")


@pytest.mark.parametrize("framework", _EVERY)
def test_ids_are_unique(framework: Framework) -> None:
    ids = [document.id for document in clean(framework).documents]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("framework", _EVERY)
def test_figures_are_whole_minor_units_under_unique_keys(framework: Framework) -> None:
    for document in clean(framework).documents:
        figures = list(document.record.figures())
        assert all(type(amount) is int for _, amount in figures), document.id
        assert len({key for key, _ in figures}) == len(figures), document.id


def test_a_figure_of_every_record_can_be_amended() -> None:
    for document in clean("cas").documents:
        figures = dict(document.record.figures())
        if not figures:
            continue
        key = next(iter(figures))
        assert dict(document.record.amended({key: 17}).figures())[key] == 17, document.id


@pytest.mark.parametrize(
    ("framework", "kinds"),
    [
        ("xqy", {"balance_sheet", "income_statement", "cash_flow", "notes"}),
        ("cas", {"balance_sheet", "income_statement", "cash_flow", "equity_changes", "notes"}),
        ("frs105", {"balance_sheet", "income_statement", "notes"}),
        ("ifrs_smes", {"balance_sheet", "income_statement", "cash_flow", "equity_changes", "notes"}),
        ("us_tax", {"balance_sheet", "income_statement", "notes"}),
    ],
)
def test_a_framework_has_its_statements(framework: Framework, kinds: set[str]) -> None:
    statements = {"balance_sheet", "income_statement", "cash_flow", "equity_changes", "notes"}
    assert {document.record.record for document in clean(framework).documents} & statements == kinds


def test_only_the_firms_own_papers_are_the_firms() -> None:
    issuers = {document.record.record: document.issuer for document in clean("xqy").documents}
    assert issuers["balance_sheet"] == issuers["trial_balance"] == issuers["loan_application"] == "firm"
    assert issuers["bank_statement"] == "bank"
    assert issuers["tax_return"] == issuers["payroll_return"] == "tax_office"
    assert issuers["credit_report"] == "credit_bureau"
    assert issuers["utility_bill"] == "utility"


def test_an_entry_more_moves_no_other_row_of_the_bank() -> None:
    made = ledgers("xqy")
    before, after = _rows(papers(made).documents), _rows(papers(with_entry(made, "receipt", "payment")).documents)
    assert set(after) - set(before) == {("bank_1", "T00-1")} or len(set(after) - set(before)) == 1
    assert {name: after[name] for name in before} == before


def _rows(documents: object) -> dict[tuple[str, str], tuple[object, ...]]:
    assert isinstance(documents, tuple)
    return {
        (document.record.account_id, line.id): (
            line.day,
            line.time,
            line.amount,
            line.summary,
            line.text,
            line.counterparty,
            line.reference,
        )
        for document in documents
        if isinstance(document.record, BankStatement)
        for line in document.record.lines
    }


def test_an_entry_more_keeps_every_document() -> None:
    made = ledgers("cas")
    ids = [document.id for document in papers(made).documents]
    assert [document.id for document in papers(with_entry(made, "receipt")).documents] == ids


def test_a_deal_less_moves_no_other_invoice() -> None:
    from samples.books.journal import Overlay

    made = ledgers("xqy", invoices=30)
    chosen = [document.record for document in papers(made).of("invoice")]
    assert isinstance(chosen[0], Invoice)
    dropped = chosen[0].deal
    fewer = made.laid(Overlay(source="T00", views=frozenset(("stated",)), deals_dropped=frozenset((dropped,))))
    assert [document.record for document in papers(fewer).of("invoice")] == chosen[1:]


def test_views_stay_apart() -> None:
    """What only the tax office is not told is on the statements and at the bank."""
    from samples.books.journal import Overlay

    made = ledgers("xqy", taxpayer="small_scale")
    year = made.firm.year_ends[-1]
    sale = [entry for entry in made.books.entries if entry.kind == "sale" and entry.day.year == year.year][-1]
    hidden = made.laid(Overlay(source="T00", views=frozenset(("filed",)), dropped=frozenset((sale.id,))))
    honest, told = ({document.id: document.record for document in papers(one).documents} for one in (made, hidden))
    net = -sum(amount for account, amount in sale.postings if account == "sales")
    name = f"cit-{year.year}"
    key = Key("revenue/year", year, "year", 1)
    assert dict(honest[name].figures())[key] - dict(told[name].figures())[key] == net
    assert honest[f"income_statement-{year.year}"] == told[f"income_statement-{year.year}"]
