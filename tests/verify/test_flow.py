"""The whole of verification: an honest firm, strange loan files, and the laws that hold for all of them."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.document import Document
from extract.figure import Figure
from extract.records import FinancialStatement
from tests.verify.papers import BALANCE, CASH_FLOW, INCOME, LAST, THIS, Paper, altered, broken, case_of, firm, judged
from verify.case import Case
from verify.flow import verify
from verify.judgement import Judgement


def outcome(judgement: Judgement) -> tuple[object, ...]:
    """Everything that is said about a case, without the case."""
    return (judgement.ties, judgement.findings, judgement.score, judgement.coverage, judgement.requests)


def test_every_tie_of_an_honest_firm_holds() -> None:
    judgement = judged(*firm())
    assert broken(judgement) == set() and judgement.findings == () and judgement.requests == ()
    assert judgement.coverage.run >= 75
    assert judgement.score.grade == "low"
    ran = {tie.id for tie in judgement.ties if tie.status == "holds"}
    assert {"BAL001", "INC001", "CFS001", "XST001", "XST002", "ROL001", "PER001", "PER002", "PER003", "BNK001", "BNK004", "BNK005"} <= ran


def test_nothing_was_handed_in() -> None:
    judgement = judged()
    assert judgement.coverage.run == 0 and judgement.findings == ()
    assert judgement.score.grade == "insufficient"
    assert all(tie.status == "not_run" and tie.reason is not None for tie in judgement.ties)


def test_id_and_subject_name_a_tie() -> None:
    judgement = judged(*firm())
    keys = [(tie.id, tie.subject) for tie in judgement.ties]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_documents_changes_nothing(seed: int) -> None:
    papers = [*firm(), Paper("second.pdf").statement("balance_sheet", altered(BALANCE, {"cash": "351,900.00"}))]
    shuffled = papers[:]
    random.Random(seed).shuffle(shuffled)
    assert outcome(judged(*papers)) == outcome(judged(*shuffled))


def test_the_same_document_twice_counts_once() -> None:
    papers = firm()
    copy = replace(papers[0].document(), name="a copy of the balance sheet.pdf")
    assert len(judged(*papers, copy).ties) == len(judged(*papers).ties)


def extras() -> list[Paper]:
    return [
        Paper("other-currency.pdf", currency="USD").statement("balance_sheet", altered(BALANCE, {})),
        Paper("other-version.pdf").statement("balance_sheet", altered(BALANCE, {"cash": "999.00"})),
        Paper("other-bank.pdf").bank([("2025-12-30", "5.00", "10.00")], opening="5.00", closing="10.00", account="7"),
        Paper("broken-bank.pdf").bank([("2025-12-15", "5.00", "10.00")], opening="4.00", closing="11.00"),
        Paper("other-firm.pdf", entity="Harbour Joinery Ltd").statement("income_statement", altered(INCOME, {})),
        Paper("2024.pdf").statement("cash_flow", {LAST: dict(CASH_FLOW[THIS])}),
    ]


ALL = [*firm(), *extras()]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(st.integers(0, len(ALL) - 1)), st.integers(0, len(ALL) - 1))
def test_a_further_document_never_removes_a_test_that_ran(chosen: set[int], added: int) -> None:
    before = judged(*[ALL[index] for index in sorted(chosen - {added})])
    after = judged(*[ALL[index] for index in sorted(chosen | {added})])

    def ran(judgement: Judgement) -> set[tuple[str, str]]:
        return {(tie.id, tie.subject) for tie in judgement.ties if tie.status != "not_run"}

    assert ran(before) <= ran(after)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(st.integers(0, len(ALL) - 1)), st.integers(0, len(ALL) - 1))
def test_leaving_a_document_out_never_mends_a_tie(chosen: set[int], left_out: int) -> None:
    """Save where banks are added up: there an account that is left out makes the sum smaller."""
    with_it = {(tie.id, tie.subject): tie.status for tie in judged(*[ALL[index] for index in sorted(chosen | {left_out})]).ties}
    for tie in judged(*[ALL[index] for index in sorted(chosen - {left_out})]).ties:
        if tie.status == "holds" and tie.id != "BNK005":
            assert with_it[tie.id, tie.subject] == "holds"


def test_less_evidence_never_earns_a_low_grade() -> None:
    for size in range(3):
        for papers in itertools.combinations(firm(), size):
            grade = judged(*papers).score.grade
            ran = [tie.id for tie in judged(*papers).ties if tie.status != "not_run"]
            assert grade == "low" if len(ran) >= 10 and len(set(ran)) >= 5 else grade == "insufficient"


def test_two_statements_for_one_period_are_both_judged() -> None:
    judgement = judged(*firm(), Paper("second.pdf").statement("balance_sheet", altered(BALANCE, {"cash": "351,900.00"})))
    assert {"BAL004", "XST001"} <= broken(judgement)
    assert [tie.status for tie in judgement.ties if tie.id == "XST001"].count("holds") == 1


WEIRD_FIGURES = st.sampled_from(["0.00", "-", "1.00", "-1.00", "999,999,999,999.99", "7", "0.5"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["balance_sheet", "income_statement", "cash_flow", "equity_changes", "notes"]),
            st.dictionaries(
                st.sampled_from([*BALANCE[THIS], *INCOME[THIS], *CASH_FLOW[THIS], "待摊|", "小计|current_assets"]),
                WEIRD_FIGURES,
                max_size=8,
            ),
            st.sampled_from([None, THIS, LAST, date.min, date.max]),
            st.sampled_from(["CNY", "GBP", "JPY", "XXX"]),
            st.sampled_from([None, "xqy", "cas", "uk", "western", "martian"]),
            st.booleans(),
        ),
        max_size=4,
    )
)
def test_no_loan_file_is_too_strange(statements: list[tuple[str, dict[str, str], object, str, str | None, bool]]) -> None:
    papers = []
    for number, (kind, column, period, currency, form, complete) in enumerate(statements):
        paper = Paper(f"{number}.pdf", currency=currency, form=form)
        papers.append(paper.statement(kind, {period: column}, span="year", complete=complete))  # type: ignore[arg-type, dict-item]
    judgement = judged(*papers)
    assert judgement.coverage.run + judgement.coverage.not_run == len(judgement.ties)
    assert 0 <= judgement.score.fabrication_probability <= 1


def test_a_line_with_a_concept_nobody_knows() -> None:
    paper = Paper("a.pdf").statement("balance_sheet", altered(BALANCE, {}))
    (statement,) = paper.records
    assert isinstance(statement, FinancialStatement)
    lines = (*statement.lines, replace(statement.lines[0], concept="no_such_concept"))
    paper.records = [replace(statement, lines=lines)]
    assert broken(judged(paper, paper)) == set()


def test_refused_documents_and_empty_bank_statements() -> None:
    refused = Document(name="x", sha256="0" * 64, media_type="application/pdf", pages=0, status="refused")
    assert judged(refused, Paper("b").bank([])).findings == ()


def test_a_finding_keeps_its_id_when_other_documents_come_and_go() -> None:
    wrong = Paper("balance-2025.pdf").statement("balance_sheet", altered(BALANCE, {"inventories": "411,733.00"}))
    (alone,) = judged(wrong).findings
    (among,) = judged(wrong, *firm()[1:]).findings
    assert alone.id == among.id and alone.code == "BAL004"


def test_requests_settle_findings_and_name_the_money() -> None:
    wrong = Paper("balance-2025.pdf").statement("balance_sheet", altered(BALANCE, {"inventories": "195,000.00"}))
    judgement = judged(wrong, *firm()[1:])
    (request,) = judgement.requests
    assert request.settles == (judgement.findings[0].id,)
    assert request.amount == Decimal("100000.00")
    assert request.text.zh and "balance-2025.pdf" in request.text.en


def test_the_case_finds_its_papers() -> None:
    case = case_of(*firm())
    best = case.best("balance_sheet", LAST)
    assert best is not None and best.document.name == "balance-2024.pdf"  # there it is the newest column
    assert [document.name for document, _ in case.statements("balance_sheet", THIS)] == ["balance-2025.pdf"]
    assert [account.document.name for account in case.bank_statements] == ["bank-november.pdf", "bank-december.pdf"]
    assert list(case.invoices) == []


def test_verification_takes_the_case_as_it_is() -> None:
    case = Case("x", tuple(paper.document() for paper in firm()))
    assert verify(case).case is case


def test_figures_are_shown_as_printed() -> None:
    paper = Paper("balance-2025.pdf")
    printed = "（411,733.00）"
    figure: Figure = paper.figure(printed)
    (finding,) = judged(paper.statement("balance_sheet", altered(BALANCE, {"inventories": figure}))).findings
    assert printed in [item.printed for item in finding.evidence]
