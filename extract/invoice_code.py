"""What the QR code of a Chinese VAT invoice says.

Fields by commas: version, kind, invoice code, number, amount, date, check code, checksum. The amount is without tax on the older
kinds and with it on digital ones. Source: the domain pages on invoices, from public decoders and samples.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

#: Digits of a digital invoice's number; older kinds have eight and a code.
DIGITAL_NUMBER = 20
_FORM = re.compile(
    r"01,(?P<kind>\d{2}),(?P<code>\d{0,12}),(?P<number>\d{8}|\d{20}),(?P<amount>-?\d{1,12}(?:\.\d{1,2})?),(?P<day>\d{8}),"
    r"(?P<check>\d{0,20}),(?P<sum>[0-9A-Za-z]{0,8}),?"
)


@dataclass(frozen=True, slots=True)
class InvoiceCode:
    """What a code says.   code, check_code: "" where the kind has none   text: all of it, as decoded"""

    text: str
    code: str
    number: str
    amount: Decimal
    day: date | None
    check_code: str

    @property
    def digital(self) -> bool:
        """Whether it is an invoice of the newer kind, without a code of its own."""
        return len(self.number) == DIGITAL_NUMBER


def invoice_code(text: str) -> InvoiceCode | None:
    """The invoice that `text` names; None for any other QR code (a link, a payment)."""
    match = _FORM.fullmatch(text.strip())
    if match is None:
        return None
    day = match["day"]
    try:
        printed = date(int(day[:4]), int(day[4:6]), int(day[6:]))
    except ValueError:
        printed = None
    return InvoiceCode(text.strip(), match["code"], match["number"], Decimal(match["amount"]), printed, match["check"])
