"""F22 借用流水: the genuine statements of another firm under this firm's name.

What is done
    Of the fullest account, a share of the statements, up to the last, is replaced by those of another firm of the same
    days; name, account and branch in the heading are this firm's.
Strength
    Share of the months replaced.
Care
    0   the rows as they are; opening balances and the statements around do not meet
    1   the other's balances are moved so that the first opens where the genuine one did
    2   also the counterparties of the larger rows are this firm's customers and suppliers
Traces
    The flow does not fit the business: other counterparties, another size of payroll, taxes of another number; nothing
    matches.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.books.journal import Ledgers
from samples.books.simulate import books
from samples.case import Document, Dose, Drawn, Intervention, Papers
from samples.fabrication.bank_rows import busiest, months_covered, statement
from samples.firms.draw import firm
from samples.firms.firm import Firm
from samples.records.bank import bank_statements
from samples.records.record import BankLine, BankStatement

_STRIDE = 9_000_011
_LARGE = 0.6
_MONTHS = 24


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    documents, own = busiest(papers), papers.ledgers.firm
    if not documents:
        return None
    other = _other(own, source)
    theirs = {(record.start, record.end): record for record in _statements(other, documents)}
    count = max(1, round(len(documents) * dose.strength))
    chosen = [document for document in documents[-count:] if (statement(document).start, statement(document).end) in theirs]
    if not chosen:
        return None
    first = statement(chosen[0])
    shift = first.opening - theirs[first.start, first.end].opening if dose.care else 0
    lowest = min(line.balance for document in chosen for line in theirs[statement(document).start, statement(document).end].lines or ())
    # A genuine statement is not overdrawn: where the gap is too wide, the forger keeps the other's balances.
    shift = shift if lowest + shift >= 0 else 0
    done = papers
    for document in chosen:
        genuine = statement(document)
        record = _headed(theirs[genuine.start, genuine.end], genuine, shift)
        if dose.care == 2:
            record = replace(record, lines=_renamed(record.lines, own, source))
        done = done.replaced(replace(document, record=record, genuine=document.genuine or document.record, how="replaced"))
    return done, {
        "start": first.start,
        "months": months_covered(chosen),
        "account": first.account_id,
        "statements": len(chosen),
        "share": f"{len(chosen) / len(documents):.4f}",
        "lender_of_the_flow": other.name,
        "documents": tuple(document.id for document in chosen),
    }


def _other(own: Firm, source: Random) -> Firm:
    """Another firm of the same side and country, with books of the same days."""
    found = firm(own.seed + _STRIDE * source.randint(1, 50), split=own.split, language=own.language, country=own.country)
    return replace(found, first=own.first, last=own.last, year_ends=own.year_ends, applied=own.applied)


def _statements(other: Firm, documents: list[Document]) -> list[BankStatement]:
    """Its statements of its basic account, cut into the same periods."""
    model = statement(documents[0])
    ledgers = Ledgers(firm=other, books=books(other), settings={"bank_months": _MONTHS})
    monthly = [
        record
        for record in (statement(document) for document in bank_statements(ledgers, ledgers.books.entries, ledgers.books.deals))
        if record.account_id == "bank_1" or len(other.accounts) == 1
    ]
    lines = tuple(line for record in monthly for line in record.lines)
    opened = monthly[0].opening if monthly else 0
    found: list[BankStatement] = []
    for document in documents:
        genuine = statement(document)
        before = [line for line in lines if line.day < genuine.start]
        inside = tuple(line for line in lines if genuine.start <= line.day <= genuine.end)
        opening = before[-1].balance if before else opened
        if inside and monthly and genuine.start >= monthly[0].start:
            found.append(_cut(model, genuine, inside, opening))
    return found


def _cut(model: BankStatement, genuine: BankStatement, lines: tuple[BankLine, ...], opening: int) -> BankStatement:
    return replace(
        model,
        start=genuine.start,
        end=genuine.end,
        opening=opening,
        closing=lines[-1].balance,
        lines=tuple(line._replace(id=f"F22-{line.id}") for line in lines),
        debits=-sum(line.amount for line in lines if line.amount < 0),
        credits=sum(line.amount for line in lines if line.amount > 0),
    )


def _headed(theirs: BankStatement, genuine: BankStatement, shift: int) -> BankStatement:
    """The other's rows under the genuine heading."""
    return replace(
        genuine,
        opening=theirs.opening + shift,
        closing=theirs.closing + shift,
        lines=tuple(line._replace(balance=line.balance + shift) for line in theirs.lines),
        debits=theirs.debits,
        credits=theirs.credits,
    )


def _renamed(lines: tuple[BankLine, ...], own: Firm, source: Random) -> tuple[BankLine, ...]:
    """The larger rows with the names of this firm's partners; the accounts beside the names stay the other's."""
    sizes = sorted(abs(line.amount) for line in lines)
    limit = sizes[int(len(sizes) * _LARGE)] if sizes else 0
    payers = own.of("customer") or own.of("other")
    payees = own.of("supplier") or own.of("other")
    done: list[BankLine] = []
    for line in lines:
        parties = payers if line.amount > 0 else payees
        if line.counterparty and abs(line.amount) >= limit and parties:
            line = line._replace(counterparty=source.choice(parties).name)
        done.append(line)
    return tuple(done)


KIND = Intervention(code="F22", name="borrowed_statement", split="develop", papers=_papers)
