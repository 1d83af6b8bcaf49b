"""Columns of amounts from all rows together: where they stand, and which captions they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.forms.header import Leaf
from extract.forms.pieces import Piece
from extract.place import Box

#: Two amounts stand in one column when they share this part of the narrower one's width.
_SHARED = 0.25
#: Points that it costs to leave a column of amounts without a caption: as much as standing so far from one.
_UNNAMED = 110.0


@dataclass(slots=True)
class Band:
    """A column of amounts.   members: (row, piece)"""

    members: list[tuple[int, Piece]]

    @property
    def box(self) -> Box:
        return Box.around(piece.box for _, piece in self.members)


def bands(amounts: Sequence[tuple[int, Piece]]) -> list[Band]:
    """The columns in which `amounts` (row, piece) stand, left to right; nil dashes are no evidence of one, unless nothing else is there."""
    solid = [one for one in amounts if one[1].numeral is not None and not one[1].numeral.nil] or list(amounts)
    found: list[Band] = []
    for member in sorted(solid, key=lambda one: -one[1].box.width):
        best, shared = None, 0.0
        for band in found:
            overlap = band.box.overlap_x(member[1].box) / max(1.0, min(member[1].box.width, band.box.width))
            if overlap > max(_SHARED, shared):
                best, shared = band, overlap
        if best is None:
            found.append(Band([member]))
        else:
            best.members.append(member)
    parted = [part for band in found for part in _parted(band)]
    return sorted(parted, key=lambda band: band.box.centre)


def _parted(band: Band) -> list[Band]:
    """The band, cut where one row has two amounts in it."""
    rows: dict[int, list[Piece]] = {}
    for row, piece in band.members:
        rows.setdefault(row, []).append(piece)
    double = next((sorted(pieces, key=lambda piece: piece.box.x0) for pieces in rows.values() if len(pieces) > 1), None)
    if double is None:
        return [band]
    edge = (double[0].box.x1 + double[1].box.x0) / 2
    left = Band([one for one in band.members if one[1].box.centre < edge])
    right = Band([one for one in band.members if one[1].box.centre >= edge])
    if not left.members or not right.members:
        return [band]
    return [*_parted(left), *_parted(right)]


def matched(found: Sequence[Band], leaves: Sequence[Leaf]) -> list[Leaf | None]:
    """For each band its column: in the order of both, the captions that stand nearest in all; None where none does.

    A band of few amounts, which one crooked row may make, counts for little.
    """
    if len(found) == 1 and len(leaves) == 1:
        return [leaves[0]]
    most = max((len(band.members) for band in found), default=1)
    weights = [min(1.0, 3.0 * len(band.members) / most) for band in found]
    width = len(leaves) + 1
    cost = [[0.0] * width for _ in range(len(found) + 1)]
    for row, (band, weight) in enumerate(zip(found, weights, strict=True), 1):
        cost[row][0] = cost[row - 1][0] + weight * _UNNAMED
        for place, leaf in enumerate(leaves, 1):
            cost[row][place] = min(
                cost[row - 1][place] + weight * _UNNAMED,
                cost[row][place - 1],
                cost[row - 1][place - 1] + weight * distance(leaf.box, band.box),
            )
    result: list[Leaf | None] = [None] * len(found)
    row, place = len(found), len(leaves)
    while row and place:
        if cost[row][place] == cost[row][place - 1]:
            place -= 1
        elif cost[row][place] == cost[row - 1][place] + weights[row - 1] * _UNNAMED:
            row -= 1
        else:
            result[row - 1] = leaves[place - 1]
            row, place = row - 1, place - 1
    return result


def distance(caption: Box, box: Box) -> float:
    """Points between a caption and what stands under it: overlap first, then the nearer edge or middle."""
    overlap = caption.overlap_x(box)
    aligned = min(abs(caption.x1 - box.x1), abs(caption.x0 - box.x0), abs(caption.centre - box.centre))
    return (0.0 if overlap > 0 else -overlap) + 0.05 * aligned
