"""Misread or false: the likeliest other readings under which everything holds, and how likely they are.

For the broken ties of one cause the alternatives of their figures and simple repairs of what was read (one digit of a pair
that recognisers mix up, a lost minus, a comma taken for a point) are tried, one figure at a time, then pairs of figures that
a recogniser itself was in doubt about. A repair counts only when it mends every tie that uses the figure and breaks none.
The printed reading is never overwritten.

Prior art: Fazzinga, Flesca, Furfaro, Parisi, "DART: a data acquisition and repairing tool" (2006), minimal repair under
aggregate constraints.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from extract.figure import Figure
from extract.series import TEXT_LAYER_CONFIDENCE
from verify.finding import BetterReading, Odds
from verify.graph import TieGraph
from verify.localise import Cause
from verify.wording import Wording

# The constants below are expert priors, not measured: replace them by counts over labelled files.
#: How likely a figure on a lender's desk is false: 5 % of files, about four changed figures of forty.
FALSE_PRIOR = 0.005
#: A false figure that differs from the true one in just this one way: few forgers change one digit, and any digit to any.
FALSE_LOOKS_SO = 0.005
FALSE_OTHERWISE = 0.02
#: Share of all misreadings that one particular repair accounts for.
REPAIR_SHARE = 0.06
#: Share of one particular other value, by how many printed characters (sign included) it differs in.
NEAR_SHARES = {1: 0.01, 2: 0.001}
#: Share of a figure whose front or end was lost, or that was glued to another one.
CUT_SHARE = 0.01
FAR_SHARE = 0.0001
#: Digits that must be left of a figure for it to be recognised as cut.
MIN_KEPT = 3
#: A text layer is written by a program: what remains is a broken font or a layer that lies.
TEXT_LAYER_ERROR = 1e-5
#: From here on the finding says "probably misread".
PROBABLE = 0.8
#: Figures of one cause that are tried alone, and pairs that are tried together.
MAX_FIGURES = 400
MAX_PAIRS = 5_000
#: Digits that recognisers take for each other.
CONFUSED = ("17", "38", "06", "56", "80")


@dataclass(frozen=True, slots=True)
class Repair:
    """The readings that would make a cause vanish.

    readings   best first choice: one figure, or two; empty when none was found
    bounded    why the search stopped early, or None
    """

    readings: tuple[BetterReading, ...]
    odds: Odds
    bounded: Wording | None = None

    @property
    def probable(self) -> bool:
        return bool(self.readings) and self.odds.misread >= PROBABLE


def search(graph: TieGraph, cause: Cause) -> Repair | None:
    """The likeliest repair of a cause; None where its ties are no equations, so that no reading can be tried."""
    if not cause.equations:
        return None
    shared = _shared_figures(graph, cause)
    candidates: list[tuple[float, float, str, Decimal]] = []
    for figure in shared[:MAX_FIGURES]:
        candidates += _single(graph, cause, figure)
    bounded = None
    if len(shared) > MAX_FIGURES:
        bounded = Wording(f"只尝试了把握最小的{MAX_FIGURES}个数字。", f"Only the {MAX_FIGURES} least certain figures were tried.")
    readings, false, misread = _best_single(graph, candidates)
    pair, pair_likelihood, cut = _best_pair(graph, cause)
    if pair_likelihood > misread:
        readings, false = pair, FALSE_PRIOR * FALSE_LOOKS_SO
    misread += pair_likelihood
    if cut:
        text = Wording(f"成对的读法超过{MAX_PAIRS}组，其余未尝试。", f"More than {MAX_PAIRS} pairs of readings; the rest were not tried.")
        bounded = bounded or text
    share = misread / (misread + false)
    return Repair(readings, Odds(round(share, 4), round(1 - round(share, 4), 4)), bounded)


def _shared_figures(graph: TieGraph, cause: Cause) -> list[str]:
    """Figures that stand in all broken equations of the cause, least certain first."""
    sets = [{term.evidence.figure.id for term in graph.equations[index].terms} for index in sorted(cause.equations)]
    shared = set.intersection(*sets)
    return sorted(shared, key=lambda figure: (graph.evidence[figure].figure.confidence, figure))


def _single(graph: TieGraph, cause: Cause, figure_id: str) -> list[tuple[float, float, str, Decimal]]:
    """Likelihood as a misreading, likelihood as a falsehood, figure, value: for each value that mends the cause."""
    figure = graph.evidence[figure_id].figure
    tried = dict(likely_readings(figure))
    needed = graph.mending_value(figure_id, cause.equations)
    if needed is not None and needed not in tried:
        tried[needed] = error_of(figure) * _share(_characters(figure, figure.value), _characters(figure, needed))
    found = []
    for value, likelihood in tried.items():
        effect = graph.effect({figure_id: value})
        if cause.equations <= effect.healed and not effect.harmed and not effect.unhealed:
            false = FALSE_PRIOR * (FALSE_LOOKS_SO if value in dict(likely_readings(figure)) else FALSE_OTHERWISE)
            found.append((likelihood, false, figure_id, value))
    return found


def _best_single(graph: TieGraph, candidates: list[tuple[float, float, str, Decimal]]) -> tuple[tuple[BetterReading, ...], float, float]:
    """The reading to show, the likelihood that the papers are false, the likelihood of any misreading."""
    misread = sum(likelihood for likelihood, _, _, _ in candidates)
    named = [candidate for candidate in candidates if candidate[0] > error_of(graph.evidence[candidate[2]].figure) * FAR_SHARE]
    if not named:
        return (), FALSE_PRIOR * FALSE_OTHERWISE, misread
    _, false, figure_id, value = max(named, key=lambda candidate: (candidate[0] / candidate[1], candidate[2]))
    return (_reading(graph, figure_id, value),), false, misread


def _best_pair(graph: TieGraph, cause: Cause) -> tuple[tuple[BetterReading, ...], float, bool]:
    """Two figures read otherwise, among those with alternatives of the recogniser's own; whether the bound was hit."""
    figures = sorted({term.evidence.figure.id for index in cause.equations for term in graph.equations[index].terms})
    doubted = [(figure, reading) for figure in figures for reading in graph.evidence[figure].figure.alternatives]
    pairs = [pair for pair in itertools.islice(itertools.combinations(doubted, 2), MAX_PAIRS + 1) if pair[0][0] != pair[1][0]]
    best: tuple[float, Mapping[str, Decimal]] | None = None
    for (one, first), (other, second) in pairs[:MAX_PAIRS]:
        changes = {one: first.value, other: second.value}
        effect = graph.effect(changes)
        likelihood = first.confidence * second.confidence
        if cause.equations <= effect.healed and not effect.harmed and not effect.unhealed and (best is None or likelihood > best[0]):
            best = (likelihood, changes)
    if best is None:
        return (), 0.0, len(pairs) > MAX_PAIRS
    return tuple(_reading(graph, figure, value) for figure, value in best[1].items()), best[0], len(pairs) > MAX_PAIRS


def _reading(graph: TieGraph, figure_id: str, value: Decimal) -> BetterReading:
    figure = graph.evidence[figure_id].figure
    return BetterReading(figure_id, figure.printed, figure.value, value)


def error_of(figure: Figure) -> float:
    """How likely the figure is misread."""
    return TEXT_LAYER_ERROR if figure.confidence >= TEXT_LAYER_CONFIDENCE else max(1 - figure.confidence, TEXT_LAYER_ERROR)


def likely_readings(figure: Figure) -> Iterator[tuple[Decimal, float]]:
    """Other values that the print may show, each with how likely the misreading is; the recogniser's own ones first."""
    error = error_of(figure)
    seen = {figure.value}
    for reading in figure.alternatives:
        if reading.value not in seen:
            seen.add(reading.value)
            yield reading.value, max(reading.confidence, error * REPAIR_SHARE)
    if figure.operands:
        return
    for value in repairs(figure):
        if value not in seen:
            seen.add(value)
            yield value, error * REPAIR_SHARE


def repairs(figure: Figure) -> Iterator[Decimal]:
    """Values that differ from the reading by one common fault: one digit, the sign, or the place of the point."""
    digits = _digits(figure, figure.value)
    sign = -1 if figure.value < 0 else 1
    for position, digit in enumerate(digits):
        for pair in CONFUSED:
            if digit in pair:
                other = pair[1 - pair.index(digit)]
                yield sign * figure.step * int(digits[:position] + other + digits[position + 1 :])
    if figure.value:
        yield -figure.value
        for shift in (-3, -2, 2, 3):
            yield figure.value.scaleb(shift)


def _digits(figure: Figure, value: Decimal) -> str:
    """The digits of a value as they would be printed, with the decimals that the figure is printed with."""
    return str(int(abs(value) / figure.step)) if figure.step > 0 else str(int(abs(value)))


def _share(read: str, needed: str) -> float:
    """Share of all misreadings that reads `needed` as `read`."""
    shorter, longer = sorted((read, needed), key=len)
    if MIN_KEPT <= len(shorter) < len(longer) and (longer.startswith(shorter) or longer.endswith(shorter)):
        return CUT_SHARE
    return NEAR_SHARES.get(edit_distance(read, needed), FAR_SHARE)


def _characters(figure: Figure, value: Decimal) -> str:
    return ("-" if value < 0 else "") + _digits(figure, value)


def edit_distance(one: str, other: str) -> int:
    """Fewest characters changed, put in or taken out to get from one to the other (Levenshtein 1966)."""
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, target in enumerate(other, start=1):
            current.append(min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (letter != target)))
        previous = current
    return previous[-1]
