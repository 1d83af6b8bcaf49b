"""Numbering the figures of one document, and putting a printed amount into the one figure shape."""

from __future__ import annotations

from decimal import Decimal

from extract.figure import Figure, Reading
from extract.money import Money
from extract.numerals import Numeral, parse
from extract.place import Place

#: A text layer says what the producer wrote; what remains is the risk that it lies over the picture.
TEXT_LAYER_CONFIDENCE = 0.9995


class FigureSeries:
    """Gives the figures of one document their ids, in reading order.

    One series per document; one that goes on from another begins with its `next_number`. Ids are
    "f-<first eight of the hash>-<n>", so they are unique in a loan file and the same each time the document is read.
    """

    def __init__(self, sha256: str, first: int = 1) -> None:
        self.sha256 = sha256
        self._next = first

    @property
    def next_number(self) -> int:
        return self._next

    def figure(
        self,
        printed: str,
        numeral: Numeral,
        place: Place,
        *,
        currency: str,
        scale: Decimal = Decimal(1),
        negate: bool = False,
        confidence: float = TEXT_LAYER_CONFIDENCE,
        second: str | None = None,
    ) -> Figure:
        """The figure printed at `place`.

        negate   the print has the opposite sign of what is stored
        second   what a second recogniser read: another value becomes an alternative
        """
        sign = -1 if negate else 1
        value = numeral.value * scale * sign
        alternatives: tuple[Reading, ...] = ()
        if second is not None:
            other = parse(second)
            if other is not None and other.value != numeral.value:
                alternatives = (Reading(_unsigned_zero(other.value * scale * sign), round((1 - confidence) * 0.6, 4)),)
        return Figure(
            id=self._id(),
            printed=printed,
            money=Money(_unsigned_zero(value), currency),
            step=numeral.step * scale,
            place=place,
            confidence=round(confidence, 4),
            alternatives=alternatives,
        )

    def derived(self, value: Decimal, operands: tuple[Figure, ...], *, currency: str) -> Figure:
        """A figure that is printed nowhere and follows from `operands` (at least one), least sure as the least sure of them."""
        return Figure(
            id=self._id(),
            printed="",
            money=Money(_unsigned_zero(value), currency),
            step=min(operand.step for operand in operands),
            place=operands[0].place,
            confidence=min(operand.confidence for operand in operands),
            operands=tuple(operand.id for operand in operands),
        )

    def _id(self) -> str:
        number, self._next = self._next, self._next + 1
        return f"f-{self.sha256[:8]}-{number}"


def _unsigned_zero(value: Decimal) -> Decimal:
    return value if value else abs(value)
