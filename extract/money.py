"""Exact amounts of money."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

#: ISO 4217's own code for "no currency": the paper does not say which one it is.
UNKNOWN_CURRENCY = "XXX"

#: Currencies with another number of decimals than two (ISO 4217 minor unit). Only those a small firm's papers carry.
_EXPONENTS = {"JPY": 0, "KRW": 0, "VND": 0, "ISK": 0, "CLP": 0, "BHD": 3, "KWD": 3, "JOD": 3, "TND": 3}


def minor_unit(currency: str) -> Decimal:
    """The smallest amount that `currency` (ISO 4217) can be booked in, in its main unit: 0.01 for CNY, 1 for JPY."""
    return Decimal(1).scaleb(-_EXPONENTS.get(currency, 2))


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in the main unit of `currency` (ISO 4217), after the printed scale.

    Raises TypeError for an amount that is not a Decimal: a float has already lost the cent.
    Raises ValueError for an amount that is not a finite number, or a currency that is not three capital letters.
    """

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Decimal):
            raise TypeError(f"amount must be Decimal, not {type(self.amount).__name__}")
        if not self.amount.is_finite():
            raise ValueError(f"amount must be finite, not {self.amount}")
        if len(self.currency) != 3 or not (self.currency.isascii() and self.currency.isupper()):
            raise ValueError(f"currency must be an ISO 4217 code, not {self.currency!r}")

    def scaled(self, factor: Decimal) -> Money:
        """The same printed amount in a unit `factor` times as large (元 to 万元: 10000)."""
        return Money(self.amount * factor, self.currency)

    def negated(self) -> Money:
        """The amount with the other sign; zero stays a plain zero."""
        return Money(-self.amount if self.amount else self.amount, self.currency)


def plain(amount: Decimal) -> str:
    """`amount` as a plain decimal number, never in scientific notation: Decimal("1E+3") is "1000"."""
    text = format(amount, "f")
    return "0" if text in {"-0", ""} else text
