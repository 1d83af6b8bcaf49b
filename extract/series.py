"""Numbering the figures of one document, and putting a printed amount into the one figure shape."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extract.figure import Figure, Reading
from extract.money import Money
from extract.numerals import DecimalMark, Numeral, parse, parse_recognised
from extract.place import Place

#: A text layer says what the producer wrote; what remains is the risk that it lies over the picture.
TEXT_LAYER_CONFIDENCE = 0.9995
#: Alternatives of one figure at most, and the least likely one that is kept.
MOST_ALTERNATIVES = 4
_LEAST_CHANCE = 0.0001
#: Of wrong readings whose second reading differs, the share in which that one is right.
_SECOND_SHARE = 0.6


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
        others: Sequence[tuple[str, float]] = (),
        second: str | None = None,
    ) -> Figure:
        """The figure printed at `place`.

        negate   the print has the opposite sign of what is stored
        others   what else a recognised print may say, each with its probability (`Chunk.others`): other values become alternatives
        second   what a second recogniser read, where that is all that is known
        """
        sign = -1 if negate else 1
        value = numeral.value * scale * sign
        if second is not None and not others:
            others = ((second, (1 - confidence) * _SECOND_SHARE),)
        alternatives = tuple(
            Reading(_unsigned_zero(other * scale * sign), chance) for other, chance in _other_values(printed, numeral, others, confidence)
        )
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


def _other_values(printed: str, numeral: Numeral, others: Sequence[tuple[str, float]], confidence: float) -> list[tuple[Decimal, float]]:
    """Values other than the numeral's, likeliest first; with `confidence` their probabilities add up to 1 at most.

    They are read as the reader read the print: with its decimal mark, and with the sign that it gave to the amount.
    """
    if not others:
        return []
    mark: DecimalMark | None
    for mark in (None, ",", "."):
        own = parse_recognised(printed) if mark is None else parse(printed, decimal=mark)
        if own is not None and abs(own.value) == abs(numeral.value):
            break
    else:
        return []
    turned = -1 if own.value != numeral.value else 1
    chances: dict[Decimal, float] = {}
    for text, chance in others:
        other = parse_recognised(text) if mark is None else parse(text, decimal=mark)
        if other is not None and other.value * turned != numeral.value:
            chances[other.value * turned] = chances.get(other.value * turned, 0.0) + chance
    ranked = sorted(chances.items(), key=lambda item: -item[1])[:MOST_ALTERNATIVES]
    total = sum(chance for _, chance in ranked)
    share = min(1.0, (1 - confidence) / total) if total > 0 else 0.0
    return [(value, round(chance * share, 4)) for value, chance in ranked if chance * share >= _LEAST_CHANCE]


def _unsigned_zero(value: Decimal) -> Decimal:
    return value if value else abs(value)
