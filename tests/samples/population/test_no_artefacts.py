"""What is made up looks as honest papers do wherever a forger has no hand in it: words, numbers, partners, goods, days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from samples.books.journal import Deal
from samples.case import Papers
from samples.firms import banks, narratives
from samples.firms.calendar import is_bank_day
from samples.firms.firm import Firm, Language
from samples.population.assemble import Assembled, assembled
from samples.population.plan import Wanted, checked, plan
from samples.records.record import BankLine, BankStatement, Form, Invoice, Statement

#: Kinds by which the bank sees other rows, and of those the ones whose rows come from real payments.
_PAID = ("F04", "F05", "F08", "F15", "F17", "F19", "F26", "F27")
_DEALS = ("F01", "F02", "F06", "F07", "F13")
#: What only this program calls things.
_INTERNAL = re.compile(
    r"(?<![A-Za-z0-9])(?:[FN]\d\d-|(?:customer|supplier|helper|private|related)-\d|s-20\d\d-\d\d-\d|p-20\d\d-\d\d-\d\d-)|FICTION|fabricat"
)
#: Slips of the pen, which honest rows have too.
_SLIPPED = 0.08


@cache
def _case(kind: str, language: Language, number: int = 1) -> Assembled:
    wanted = checked(Wanted(cases=9, seed=316, only=(kind,) if kind else (), share=None if kind else 0.0, language=language))
    return assembled(plan(wanted, number))


def _cases(kinds: tuple[str, ...]) -> Iterator[Assembled]:
    for place, kind in enumerate(kinds):
        yield _case(kind, ("zh", "en")[place % 2], 1 + place % 3)


def _lines(papers: Papers) -> Iterator[tuple[BankStatement, BankLine]]:
    for document in papers.of("bank_statement"):
        assert isinstance(document.record, BankStatement)
        for line in document.record.lines:
            yield document.record, line


def _made_up(case: Assembled) -> list[BankLine]:
    return [line for _, line in _lines(case.papers) if re.match(r"F\d\d", line.id)]


def _deals(case: Assembled) -> list[Deal]:
    return [deal for deal in case.papers.ledgers.deals("stated") if re.match(r"F\d\d", deal.id) and deal.number]


@cache
def _vocabulary(firm_country: str, split: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """The summaries of the honest rows of that side, and what their purposes look like."""
    known = narratives._file()[firm_country]
    summaries = {word for kind in known.values() for word in kind[split]["s"].split(";")}
    summaries |= {term for bank in banks.BANKS if (bank.country, bank.split) == (firm_country, split) for term in bank.terms.values()}
    if firm_country == "US":
        summaries |= {word for kind in narratives._file()["US"].values() for word in kind[split]["s"].split(";")}
    forms = {form for kind in known.values() for form in kind[split]["p"].split(";")}
    patterns = [re.sub(r"\\\{\w+\\\}", ".*", re.escape(form)) for form in sorted(forms)]
    return frozenset(summaries), re.compile("|".join(patterns))


def test_rows_say_what_honest_rows_of_their_side_say() -> None:
    rows, strange = 0, []
    for case in _cases(_PAID):
        summaries, purposes = _vocabulary(case.firm.country, case.firm.split)
        for line in _made_up(case):
            rows += 1
            if line.summary not in summaries or not purposes.fullmatch(line.text):
                strange.append((line.id, line.summary, line.text))
    assert rows > 100
    assert len(strange) <= _SLIPPED * rows, strange[:5]


def test_no_lender_but_a_bank_pays_out_and_collects_as_one() -> None:
    banks_own = {"loan_draw", "loan_repayment", "loan_interest"}
    for language, number in (("zh", 1), ("en", 2)):
        case = _case("F15", language, number)  # type: ignore[arg-type]
        own = {term for bank in banks.BANKS for word, term in bank.terms.items() if word == "loan" and bank.country == "CN"}
        rows = _made_up(case)
        assert rows
        assert not any(line.kind in banks_own for line in rows)
        assert not any(line.summary in own for line in rows)


def test_some_honest_firms_borrow_of_persons_and_say_so() -> None:
    for number in range(1, 10):
        for language in ("zh", "en"):
            case = _case("", language, number)  # type: ignore[arg-type]
            lent = [entry for entry in case.papers.ledgers.entries("actual") if entry.kind == "private_in"]
            if lent:
                assert {entry.party for entry in lent} <= set(case.firm.parties)
                return
    pytest.fail("no honest firm of eighteen has a private loan")


def test_references_and_accounts_have_the_banks_form() -> None:
    """Careless forgers of whole statements may not know it; payments that were made have it always."""
    for case in _cases(_PAID):
        zh = case.firm.language == "zh"
        reference = re.compile(r"\d{16}" if zh else r"\d{9}")
        honest = {len(line.counterparty_account) for _, line in _lines(case.honest)} | {
            bank.length for bank in banks.BANKS if bank.country == case.firm.country
        }
        for line in _made_up(case):
            assert reference.fullmatch(line.reference), line
            assert not zh or line.reference.startswith(f"{line.day:%y%m%d}")
            assert len(line.counterparty_account) in honest, line
            assert is_bank_day(line.day, case.firm.country) or line.kind in {"bank_fee", "deposit_interest"}, line
            assert case.firm.first <= line.day <= case.firm.last


def test_partners_are_as_full_as_honest_ones() -> None:
    """Name, number, address, telephone, other spellings, and an account of the form of their bank."""
    seen = 0
    for case in _cases((*_PAID, *_DEALS)):
        firm = case.firm
        known = banks.of(firm.country, firm.split)
        for name, party in firm.parties.items():
            if not re.match(r"F\d\d", name):
                continue
            seen += 1
            assert party.name and party.address and party.phone, party
            assert bool(party.tax_id) != party.natural
            spellings = 3 if not party.natural else 1 if firm.country == "CN" else 2
            assert len(party.aliases) == spellings
            theirs = [bank for bank in known if party.bank.startswith((bank.short, bank.name))]
            assert theirs, party
            if not party.natural or firm.country != "CN":
                assert any(party.account.startswith(bank.prefix) and len(party.account) == bank.length for bank in theirs), party
            else:
                assert party.account.startswith("62") and len(party.account) == 19
    assert seen > 10


def test_nothing_internal_is_printed() -> None:
    for case in _cases((*_PAID, *_DEALS, "F21", "F22")):
        for text in _printed(case):
            assert not _INTERNAL.search(text), text


def _printed(case: Assembled) -> Iterator[str]:
    for document in case.papers.documents:
        record = document.record
        if isinstance(record, BankStatement):
            yield from (record.holder, record.account, record.branch)
            for line in record.lines:
                yield from (line.summary, line.text, line.counterparty, line.counterparty_account, line.counterparty_bank, line.reference)
        elif isinstance(record, Invoice):
            yield from (record.number, record.code, record.check, record.qr, record.note, record.issuer)
            for identity in (record.seller, record.buyer):
                yield from (identity.name, identity.tax_id, identity.address, identity.phone, identity.bank, identity.account)
            yield from (text for item in record.lines for text in (item.category, item.description, item.unit))
        elif isinstance(record, Form):
            yield from (text for pair in (*record.head, *record.foot) for text in pair)
            for row in record.lines:
                yield from (row.label, row.number, *row.texts.values())
        else:
            assert isinstance(record, Statement)
            yield from (caption for caption, _, _ in record.inner)


def test_invoices_are_numbered_as_honest_ones() -> None:
    found = 0
    for case in _cases(_DEALS):
        form = re.compile(r"\d{20}" if case.firm.language == "zh" else r"(?:INV-|INV|SI|A|S|CN-)?\d{5,6}")
        numbers = [(deal.kind == "sale", deal.party if deal.kind != "sale" else "", deal.number) for deal in _all_deals(case)]
        for deal in _deals(case):
            found += 1
            assert form.fullmatch(deal.number), deal.number
            assert numbers.count((deal.kind == "sale", deal.party if deal.kind != "sale" else "", deal.number)) == 1
            if case.firm.language == "zh" and deal.invoiced:
                assert deal.number.startswith(f"{deal.invoiced:%y}")
    assert found > 10


def _all_deals(case: Assembled) -> tuple[Deal, ...]:
    return tuple(deal for deal in case.papers.ledgers.deals("stated") if deal.number)


def test_a_made_up_suppliers_numbers_rise_from_day_to_day() -> None:
    for number in range(1, 4):
        case = _case("F06", "en", number)
        by_party: dict[str, list[Deal]] = {}
        for deal in _deals(case):
            if deal.kind == "purchase":
                by_party.setdefault(deal.party, []).append(deal)
        for deals in by_party.values():
            ordered = sorted(deals, key=lambda deal: (deal.invoiced or deal.day, deal.number))
            assert [deal.number for deal in ordered] == sorted(
                (deal.number for deal in ordered), key=lambda text: int(re.sub(r"\D", "", text))
            )


def test_goods_and_taxes_are_the_firms_own() -> None:
    for case in _cases(("F01", "F02", "F06", "F07", "F15")):
        firm = case.firm
        known = {(good.category, good.name, good.unit) for good in (*firm.goods, *firm.materials)}
        for deal in _deals(case):
            for line in deal.lines:
                assert (line.category, line.name, line.unit) in known
                assert abs(line.quantity * line.price / 1000 - line.net) <= 1
                assert abs(line.tax - line.net * line.rate) <= 1.5


def test_made_up_deals_are_due_as_partners_have_it() -> None:
    """Not all on the same number of days."""
    terms = {(deal.due - deal.invoiced).days for case in _cases(_DEALS) for deal in _deals(case) if deal.due and deal.invoiced}
    assert len(terms) >= 4


def test_what_slips_into_honest_books_speaks_as_they_do() -> None:
    """Rows of honest mess, by the first letter of their names."""
    strange = []
    for language in ("zh", "en"):
        for number in (1, 2, 3):
            case = _case("", language, number)  # type: ignore[arg-type]
            summaries, purposes = _vocabulary(case.firm.country, case.firm.split)
            for _, line in _lines(case.papers):
                if line.id.startswith("N") and (line.summary not in summaries or not purposes.fullmatch(line.text)):
                    strange.append((line.id, line.summary, line.text))
    assert len(strange) <= 1, strange[:5]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_careful_forgers_of_statements_know_the_banks_numbers(language: Language) -> None:
    for number in range(1, 10):
        case = _case("F21", language, number)
        if case.plan.planted[0].care < 2:
            continue
        zh = language == "zh"
        for line in _made_up(case):
            assert re.fullmatch(r"\d{16}" if zh else r"\d{9}", line.reference)
            assert not zh or line.reference.startswith(f"{line.day:%y%m%d}")
            assert line.kind != "fiction"
        return


def test_hidden_family_is_missing_in_the_application() -> None:
    """F18 changes a paper: the application names fewer firms than the honest one."""
    case = _case("F18", "zh", 1)
    change = next(event for event in case.fabrications if event.code == "F18")
    assert any(one.document == "loan_application" and one.new is None for one in change.changes)


def _families(cases: Iterator[Assembled]) -> Iterator[tuple[Firm, int]]:
    for case in cases:
        yield case.firm, sum(not party.natural for party in case.firm.of("related"))


def test_honest_firms_name_no_firm_one_or_several() -> None:
    counts = {count for _, count in _families(_case("", language, number) for language in ("zh", "en") for number in (1, 2, 3))}  # type: ignore[arg-type]
    assert len(counts) > 1


def test_some_honest_invoices_were_taken_back() -> None:
    """F07 is not known by a register that has such a line at all."""
    wanted = checked(Wanted(cases=1, seed=316, only=("N34",), language="zh"))
    case = assembled(plan(wanted, 1))
    assert not case.fabrications
    register = next(document.record for document in case.honest.documents if document.id == "register_issued")
    assert isinstance(register, Form)
    gone = [line for line in register.lines if line.texts.get("status", "正常") != "正常"]
    ledgers = case.papers.ledgers
    taken = [deal for deal in ledgers.deals("stated") if deal.status != "valid"]
    assert taken and len(gone) <= len(taken)
    assert not {deal.id for deal in taken} & {entry.deal for entry in ledgers.entries("stated")}
