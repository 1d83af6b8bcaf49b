"""What bank lines say about payments that were made up: what honest ones of the kind that they pretend to be say."""

from __future__ import annotations

from datetime import date

from samples.books.journal import Kind
from samples.firms import narratives
from samples.firms.firm import Firm, Party
from samples.streams import stream


def phrase(firm: Firm, kind: Kind, name: str, day: date, party: Party | None = None) -> str:
    """The purpose of a payment that shall read as one of `kind`, whatever the books call it.

    name   of the entry, which the words hang on   party: who pays, where the firm itself does not
    A row whose entry is of the kind that it pretends to be needs none: the bank's own maker of rows draws its words.
    """
    source = stream(firm.seed, "made-up purpose", name)
    # A British or American payer signs with his own name; a Chinese one names whom he pays.
    other = party if firm.country != "CN" else None
    writer = firm.short_name if other is None else other.aliases[0] if other.aliases else other.name
    return narratives.purpose(kind, firm.country, firm.split, source, month=f"{day:%Y-%m}", party=writer)
