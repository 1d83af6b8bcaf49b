"""What bank lines say about payments that were made up: what honest ones of the kind that they pretend to be say."""

from __future__ import annotations

from datetime import date

from samples.books.journal import Kind
from samples.firms import narratives
from samples.firms.firm import Firm
from samples.streams import stream


def phrase(firm: Firm, kind: Kind, name: str, day: date, number: str = "") -> str:
    """The purpose of a payment that shall read as one of `kind`, whatever the books call it.

    name     of the entry, which the words hang on   number: of the invoice that it is said to pay; "" without one
    A row whose entry is of the kind that it pretends to be needs none: the bank's own maker of rows draws its words.
    """
    source = stream(firm.seed, "made-up purpose", name)
    shown = number[-8:] if firm.country == "CN" else number
    return narratives.purpose(kind, firm.country, firm.split, source, number=shown, month=f"{day:%Y-%m}", party=firm.short_name)
