"""An honest and a fabricated twin differ in what was made up and in nothing else."""

from __future__ import annotations

from functools import cache

import pytest

from samples.case import Document, Papers
from samples.records.compose import papers
from samples.records.record import BankStatement

from .planted import KINDS, file, forged, planted

#: What never knows of a fiction that only the books for the lender have.
_OF_OTHERS = {"bank", "tax_office", "credit_bureau", "utility", "valuer"}
#: Kinds of the stated books alone.
STATED_ONLY = ("F02", "F03", "F10", "F11", "F12", "F13", "F14", "F16")


@cache
def _after(code: str, care: int) -> Papers:
    return papers(planted(code, care=care)[0])


def _by_id(done: Papers) -> dict[str, Document]:
    return {document.id: document for document in done.documents}


@pytest.mark.parametrize("care", [0, 1])
@pytest.mark.parametrize("code", STATED_ONLY)
def test_papers_of_others_stay_equal(code: str, care: int) -> None:
    before, after = _by_id(file("zh")), _by_id(_after(code, care))
    for name, document in before.items():
        if document.issuer in _OF_OTHERS:
            assert after[name].record == document.record, name


@pytest.mark.parametrize("care", [0, 2])
@pytest.mark.parametrize("code", [code for code, kind in sorted(KINDS.items()) if kind.books and code not in {"F26", "F01", "F09"}])
def test_a_row_of_the_bank_that_nobody_touched_stays_as_it_was(code: str, care: int) -> None:
    """Times, texts, references, partners and amounts of rows that are on both; their balances follow from the others."""
    after = _by_id(_after(code, care))
    seen = 0
    for document in file("zh").of("bank_statement"):
        other = after[document.id].record
        assert isinstance(document.record, BankStatement) and isinstance(other, BankStatement)
        rows = {line.id: line for line in other.lines}
        for line in document.record.lines:
            there = rows.get(line.id)
            if there is None or line.kind in {"vat_paid", "surcharges_paid", "income_tax_paid", "payroll"}:
                continue
            if code == "F18":  # partners of the family bank where the borrower does
                line = line._replace(counterparty_account=there.counterparty_account, counterparty_bank=there.counterparty_bank)
            # Exchanged times put money in first on a day that would else be overdrawn in passing.
            assert there._replace(balance=0, time="") == line._replace(balance=0, time="")
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("code", [code for code, kind in sorted(KINDS.items()) if kind.books and code not in {"F26", "F01", "F09"}])
def test_no_document_vanishes_from_the_books(code: str) -> None:
    # What the threshold of printed invoices lets through depends on who has paid.
    gone = set(_by_id(file("zh"))) - set(_by_id(_after(code, 0)))
    assert {name for name in gone if not name.startswith("invoice-")} == set()


@pytest.mark.parametrize("code", [code for code, kind in sorted(KINDS.items()) if not kind.books])
def test_a_paper_that_nobody_forged_is_the_very_same(code: str) -> None:
    before = _by_id(file("zh"))
    after, _ = forged(code, care=0)
    same = [document for document in after.documents if before[document.id] is document]
    assert all(document.how for document in after.documents if before[document.id] is not document)
    assert len(same) >= 20
