"""F28 in print: of a bank's whole statement some pages are kept back, and the others are as the bank printed them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from samples.case import Document
from samples.firms.firm import Firm
from samples.handover.left_out import kept_back, without_pages
from samples.handover.sheaves import layouts
from samples.papers.layout import Layout, Look
from samples.population.assemble import assembled
from samples.population.plan import Planted, Wanted, checked, plan
from samples.press.typeset import display
from samples.records.record import BankStatement
from samples.streams import stream

BANKS = [one for one in layouts() if one.bank]


@cache
def kept(language: str, split: str) -> tuple[Firm, Document]:
    for seed in range(1, 30):
        one = plan(checked(Wanted(cases=1, seed=seed, only=("F28",), language=language, split=split)), 1)  # type: ignore[arg-type]
        case = assembled(replace(one, planted=(Planted(code="F28", strength=0.3, care=2),)))
        for document in case.papers.documents:
            if kept_back(document):
                return case.firm, document
    raise AssertionError("no firm had pages to keep back")


@pytest.mark.parametrize("layout", BANKS, ids=lambda layout: layout.name)
def test_the_rows_that_are_left_stand_on_the_bank_s_own_pages(layout: Layout) -> None:
    firm, document = kept(layout.language, layout.split)
    whole, record = document.genuine, document.record
    assert isinstance(whole, BankStatement) and isinstance(record, BankStatement)
    whole, record = replace(whole, bank=layout.bank), replace(record, bank=layout.bank)
    look = Look(firm=firm, face="song" if firm.language == "zh" else "sans", hints=document.hints, source=stream(1, "look"))
    printed = layout.draw(whole, look)
    shown = without_pages(replace(document, record=record, genuine=whole), printed)
    assert shown is not None
    amounts = {
        text.entry.item: text.entry.value
        for page in shown.pages
        for text in page.texts
        if text.entry is not None and text.entry.field == "amount"
    }
    assert {number: int(value * 100) for number, value in amounts.items()} == {
        number: line.amount for number, line in enumerate(record.lines, start=1)
    }
    assert len(record.lines) < len(whole.lines)
    # Whatever numbers the bank's pages bear, they count the pages that are not there too.
    words = " ".join(text.text for page in shown.pages for text in page.texts)
    everything = " ".join(text.text for page in display(printed).pages for text in page.texts)
    assert len(words) < len(everything)
