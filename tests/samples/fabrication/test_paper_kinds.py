"""Kinds that forge finished papers: F20 to F25 and F28. Their essential traces, by plain arithmetic."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from samples.case import Document, Papers
from samples.records.record import BankStatement, Form, Invoice, Statement

from .planted import LANGUAGES, file, forged

every_care = pytest.mark.parametrize("care", [0, 1, 2])
every_language = pytest.mark.parametrize("language", LANGUAGES)


def _statements(papers: Papers, account: str) -> list[BankStatement]:
    records = [document.record for document in papers.of("bank_statement")]
    return sorted((one for one in records if isinstance(one, BankStatement) and one.account_id == account), key=lambda one: one.start)


def _breaks(record: BankStatement) -> list[int]:
    """Rows whose balance does not follow from the one before."""
    running, found = record.opening, []
    for item, line in enumerate(record.lines, start=1):
        if running + line.amount != line.balance:
            found.append(item)
        running = line.balance
    return found


def _changed(before: Papers, after: Papers) -> list[tuple[Document, Document]]:
    there = {document.id: document for document in after.documents}
    return [(document, there[document.id]) for document in before.documents if document.id in there and there[document.id] is not document]


@pytest.mark.parametrize("code", ["F20", "F21", "F22", "F23", "F24", "F25"])
@every_language
@every_care
def test_a_forged_paper_remembers_what_it_said_and_the_others_are_untouched(code: str, language: str, care: int) -> None:
    after, _ = forged(code, language, care=care)
    pairs = _changed(file(language), after)
    assert pairs
    for old, new in pairs:
        assert new.genuine == old.record
        assert new.how == ("replaced" if code in {"F21", "F22"} else "edited")
        assert new.record != old.record
        assert (new.id, new.issuer, type(new.record)) == (old.id, old.issuer, type(old.record))
    assert {document.id for document in after.documents} == {document.id for document in file(language).documents}


@every_language
@every_care
@pytest.mark.parametrize("strength", [0.05, 0.3])
def test_f20_rows_edited_and_value_added(language: str, strength: float, care: int) -> None:
    after, drawn = forged("F20", language, strength, care)
    before = _statements(file(language), str(drawn["account"]))
    done = _statements(after, str(drawn["account"]))
    raised = [
        (new.amount, old.amount)
        for one, other in zip(done, before, strict=True)
        for new, old in zip(one.lines, other.lines, strict=True)
        if new.amount != old.amount
    ]
    assert len(raised) == drawn["edited"] == 1 + int(20 * strength)
    assert all(new % old == 0 and 2 <= new // old <= 20 for new, old in raised)
    money_in = sum(line.amount for one in before for line in one.lines if line.amount > 0)
    assert sum(new - old for new, old in raised) == drawn["value"]
    assert int(str(drawn["value"])) / money_in == pytest.approx(strength, rel=0.35)


@every_language
def test_f20_the_chain_breaks_where_it_was_left(language: str) -> None:
    for care in (0, 1, 2):
        after, drawn = forged("F20", language, 0.3, care)
        done = _statements(after, str(drawn["account"]))
        rows = set(drawn["rows"])
        broken = [(one, item) for one in done for item in _breaks(one)]
        at_edited = [one.lines[item - 1].id in rows for one, item in broken]
        if care == 0:
            assert len(broken) == len(rows) and all(at_edited)
        elif care == 1:
            # Only where a page of thirty rows begins.
            assert all((item - 1) % 30 == 0 and item > 1 for _, item in broken)
        else:
            assert not broken


def test_f20_care_two_holds_to_the_last_statement() -> None:
    after, drawn = forged("F20", "zh", 0.3, 2)
    done = _statements(after, str(drawn["account"]))
    before = _statements(file("zh"), str(drawn["account"]))
    for one in done:
        assert one.lines[-1].balance == one.closing
        assert one.opening + one.credits - one.debits == one.closing
        assert one.credits == sum(line.amount for line in one.lines if line.amount > 0)
    assert all(one.closing == two.opening for one, two in pairwise(done))
    assert done[-1].closing - before[-1].closing == drawn["value"]


def test_f20_the_careless_leave_totals_and_closing() -> None:
    after, drawn = forged("F20", "zh", 0.3, 0)
    for one, other in zip(_statements(after, str(drawn["account"])), _statements(file("zh"), str(drawn["account"])), strict=True):
        assert (one.opening, one.closing, one.credits, one.debits) == (other.opening, other.closing, other.credits, other.debits)
        assert [line.balance for line in one.lines] == [line.balance for line in other.lines]


@every_language
@every_care
@pytest.mark.parametrize("code", ["F21", "F22"])
def test_f21_f22_a_share_of_the_months_is_replaced(code: str, language: str, care: int) -> None:
    after, drawn = forged(code, language, 0.4, care)
    account = str(drawn["account"])
    replaced = [document for document in after.documents if document.how == "replaced"]
    assert [document.id for document in replaced] == list(drawn["documents"])
    assert len(replaced) == max(1, round(0.4 * len(_statements(after, account))))
    for document in replaced:
        record, genuine = document.record, document.genuine
        assert isinstance(record, BankStatement) and isinstance(genuine, BankStatement)
        assert not _breaks(record)
        heading = ("bank", "bank_name", "branch", "holder", "account", "account_id", "start", "end", "printed", "number", "count")
        assert [getattr(record, name) for name in heading] == [getattr(genuine, name) for name in heading]
        assert record.credits == sum(line.amount for line in record.lines if line.amount > 0)
        assert all(record.start <= line.day <= record.end and line.id.startswith(code) for line in record.lines)
        assert all(line.balance >= 0 for line in record.lines)


@every_language
def test_f21_a_naive_process_is_too_regular(language: str) -> None:
    record = _first_replaced(forged("F21", language, 0.4, 0)[0])
    gaps = {(two.day - one.day).days for one, two in pairwise(record.lines)}
    assert len(gaps) == 1
    assert all(line.amount % 100_000 == 0 or line.amount < 0 for line in record.lines)
    assert not any(line.counterparty_account for line in record.lines)
    assert not {line.kind for line in record.lines} & {"bank_fee", "deposit_interest", "vat_paid", "payroll", "fiction"}


def test_f21_the_most_careful_keep_fees_and_interest() -> None:
    document = next(document for document in forged("F21", "zh", 0.4, 2)[0].documents if document.how == "replaced")
    assert isinstance(document.record, BankStatement) and isinstance(document.genuine, BankStatement)
    kept = [line.kind for line in document.record.lines if line.kind == "bank_fee"]
    assert kept == [line.kind for line in document.genuine.lines if line.kind == "bank_fee"]
    assert [line.day for line in document.record.lines] == [line.day for line in document.genuine.lines]


@pytest.mark.parametrize("care", [1, 2])
def test_f21_the_careful_close_where_the_bank_did(care: int) -> None:
    for document in forged("F21", "zh", 0.4, care)[0].documents:
        if document.how == "replaced":
            assert document.record.closing == document.genuine.closing


def _first_replaced(papers: Papers) -> BankStatement:
    return next(
        document.record for document in papers.documents if document.how == "replaced" and isinstance(document.record, BankStatement)
    )


def test_f22_the_partners_are_strangers_until_care_two() -> None:
    own = {party.name for party in file("zh").ledgers.firm.parties.values()}
    share = []
    for care in (0, 1, 2):
        lines = _first_replaced(forged("F22", "zh", 0.4, care)[0]).lines
        named = [line for line in lines if line.counterparty]
        share.append(sum(line.counterparty in own for line in named) / len(named))
    assert share[0] == share[1] < share[2]


def test_f22_care_one_moves_the_balances_to_meet() -> None:
    after, drawn = forged("F22", "zh", 0.4, 1)
    done = _statements(after, str(drawn["account"]))
    place = next(place for place, one in enumerate(done) if one.start == drawn["start"])
    lifted = min(line.balance for one in done[place:] for line in one.lines)
    assert done[place - 1].closing == done[place].opening or lifted >= 0


@every_language
@every_care
@pytest.mark.parametrize("strength", [0.05, 0.3])
def test_f23_one_cell_changes_by_the_strength(language: str, strength: float, care: int) -> None:
    after, drawn = forged("F23", language, strength, care)
    document = next(document for document in after.documents if document.id == drawn["document"])
    record, genuine = document.record, document.genuine
    assert isinstance(record, Statement) and isinstance(genuine, Statement)
    cell = str(drawn["cell"])
    assert record.columns[0].figures[cell] == drawn["new"]
    assert genuine.columns[0].figures[cell] == drawn["old"]
    sheet = next(
        one.genuine or one.record for one in after.documents if one.id.startswith("balance_sheet") and one.record.period == genuine.period
    )
    figures = sheet.columns[0].figures
    assets = figures.get("total_assets", figures.get("total_noncurrent_assets", 0) + figures.get("total_current_assets", 0))
    assert abs(int(str(drawn["value"]))) / assets == pytest.approx(strength, rel=0.5)
    assert str(drawn["stroke"]) in {"digit", "extra digit", "swapped columns"}


@every_language
@pytest.mark.parametrize("strength", [0.05, 0.12, 0.3])
def test_f23_sums_break_until_they_are_added_up_again(language: str, strength: float) -> None:
    for care in (0, 1, 2):
        after, drawn = forged("F23", language, strength, care)
        document = next(document for document in after.documents if document.id == drawn["document"])
        figures = document.record.columns[0].figures
        holds = _balances(figures) if document.record.record == "balance_sheet" else _adds_up(figures, language)
        leaf = str(drawn["cell"]) not in {"total_current_assets", "total_noncurrent_assets"}
        if care or leaf:
            assert holds == (care > 0), (care, drawn)


def _balances(figures: dict[str, int]) -> bool:
    """Both sides equal, and the current assets the sum of theirs."""
    if "total_assets" in figures:
        equal = figures["total_assets"] == figures["total_liabilities_and_equity"]
        split = figures["total_assets"] == figures["total_current_assets"] + figures["total_noncurrent_assets"]
    else:
        equal = figures["net_assets"] == figures["total_equity"]
        split = figures["net_current_assets"] == figures["total_current_assets"] - figures["total_current_liabilities"]
    current = ("cash", "notes_receivable", "trade_receivables", "prepayments", "other_receivables", "inventories", "other_current_assets")
    british = ("cash", "receivables_total", "inventories", "other_current_assets")
    names = british if "receivables_total" in figures else current
    added = sum(figures.get(name, 0) for name in names) == figures["total_current_assets"]
    fixed = ("fixed_assets_net", "construction_in_progress", "intangible_assets", "development_expenditure", "long_term_deferred_expenses")
    whole = sum(figures.get(name, 0) for name in fixed) == figures["total_noncurrent_assets"]
    net = figures.get("fixed_assets_cost", 0) - figures.get("accumulated_depreciation", 0) in {0, figures.get("fixed_assets_net", 0)}
    due = ("short_term_borrowings", "notes_payable", "trade_payables", "advances_from_customers", "employee_benefits_payable")
    due += ("taxes_payable", "interest_payable", "dividends_payable", "other_payables")
    owed = "trade_payables" not in figures or sum(figures.get(name, 0) for name in due) == figures["total_current_liabilities"]
    return equal and split and added and whole and net and owed


def _adds_up(figures: dict[str, int], language: str) -> bool:
    get = figures.get
    costs = get("cost_of_sales", 0) + get("selling_expenses", 0) + get("admin_expenses", 0)
    if language == "zh":
        operating = get("revenue", 0) - costs - get("taxes_and_surcharges", 0) - get("finance_costs", 0)
        before = get("operating_profit", 0) + get("non_operating_income", 0) - get("non_operating_expenses", 0)
    else:
        operating = get("revenue", 0) - costs + get("other_income", 0)
        before = get("operating_profit", 0) + get("interest_income", 0) - get("finance_costs", 0)
    after = get("profit_before_tax", 0) - get("income_tax", 0)
    return (operating, before, after) == (get("operating_profit", 0), get("profit_before_tax", 0), get("net_profit", 0))


@every_language
@pytest.mark.parametrize("strength", [0.05, 0.12, 0.3])
def test_f23_care_two_carries_it_through_the_set(language: str, strength: float) -> None:
    """Profit, equity and comparative columns agree with the changed paper, and every balance sheet still balances."""
    after, _ = forged("F23", language, strength, 2)
    changed = {document.id for document in after.documents if document.how == "edited"}
    assert len(changed) >= 2
    figures: dict[tuple[str, object, str], set[int]] = {}
    for document in after.documents:
        record = document.record
        if isinstance(record, Statement) and not record.draft:
            for key, amount in record.figures():
                if key.period == file(language).ledgers.firm.year_ends[-1]:
                    figures.setdefault((key.name, key.period, key.span), set()).add(amount)
            if record.record == "balance_sheet":
                assert _balances(record.columns[0].figures)
    assert all(len(amounts) == 1 for amounts in figures.values()), {key: amounts for key, amounts in figures.items() if len(amounts) > 1}


@every_language
@every_care
def test_f24_the_sales_of_one_return_rise(language: str, care: int) -> None:
    after, drawn = forged("F24", language, 0.3, care)
    document = next(document for document in after.documents if document.id == drawn["document"])
    record, genuine = document.record, document.genuine
    assert isinstance(record, Form) and isinstance(genuine, Form)
    differ = [name for (name, new), (_, old) in zip(record.figures(), genuine.figures(), strict=True) if new != old]
    assert float(str(drawn["share"])) == pytest.approx(0.3, abs=0.12)
    others = [one for one in after.documents if one.how == "edited" and one.id != document.id]
    assert (len(differ) == 1) == (care == 0)
    assert {one.id for one in others} == set(drawn["followed"])
    if care < 2:
        assert not others


@every_language
@every_care
def test_f25_an_invoice_is_worth_more_and_care_says_where(language: str, care: int) -> None:
    after, drawn = forged("F25", language, 0.3, care)
    for document in after.documents:
        if document.how != "edited":
            continue
        record, genuine = document.record, document.genuine
        assert isinstance(record, Invoice) and isinstance(genuine, Invoice)
        assert record.total > genuine.total
        consistent = record.net + record.tax == record.total == record.capital and record.net == sum(line.net for line in record.lines)
        assert consistent == (care > 0)
        fits = all(_fits(line.quantity, line.price, line.net) for line in record.lines)
        assert fits == (care != 1)
        if genuine.qr:
            assert (record.qr != genuine.qr) == (care == 2)
    assert 0.1 <= float(str(drawn["share"])) <= 0.6


def _fits(quantity: str, price: str, net: int) -> bool:
    return not quantity or abs(Decimal(quantity) * Decimal(price) * 100 - net) < 1


@every_care
@every_language
def test_f28_what_is_left_out_is_the_strength_of_the_rows(language: str, care: int) -> None:
    after, drawn = forged("F28", language, 0.3, care)

    def rows(papers: Papers) -> int:
        return sum(len(document.record.lines) for document in papers.of("bank_statement") if isinstance(document.record, BankStatement))

    gone = rows(file(language)) - rows(after)
    assert gone == drawn["value"] > 0
    assert str(drawn["what"]) in (("months",), ("account", "months"), ("pages", "months"))[care]
    left_out = {document.id for document in file(language).documents} - {document.id for document in after.documents}
    assert (left_out == set(drawn["documents"])) == (drawn["what"] != "pages")


def test_f28_pages_leave_a_gap_that_the_chain_shows() -> None:
    for language in LANGUAGES:
        after, drawn = forged("F28", language, 0.3, 2)
        if drawn["what"] != "pages":
            continue
        for document in after.documents:
            if document.id in drawn["documents"]:
                assert isinstance(document.record, BankStatement)
                pages = document.hints["missing_pages"]
                assert pages and document.record.closing == document.genuine.closing
                assert 0 < len(_breaks(document.record)) <= len(pages)


def test_f28_an_account_can_be_missing() -> None:
    after, drawn = forged("F28", "zh", 0.3, 1)
    assert drawn["what"] == "account"
    accounts = {one.record.account_id for one in after.of("bank_statement")}
    assert accounts < {one.record.account_id for one in file("zh").of("bank_statement")}
