"""Misread or false: the likeliest other readings under which everything holds, and how likely they are.

For the broken ties of one cause the alternatives of their figures and simple repairs of what was read (one digit of a pair
that recognisers mix up, a lost minus, a comma taken for a point) are tried, one figure at a time, then pairs of figures that
a recogniser itself was in doubt about. A repair counts only when it mends every tie of the cause and breaks none.
The printed reading is never overwritten. Several misread figures of one statement are looked for in joint_readings.py.

Prior art: Fazzinga, Flesca, Furfaro, Parisi, "DART: a data acquisition and repairing tool" (2006), minimal repair under
aggregate constraints.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from verify.channel import FAR_SHARE, characters, differs_late, error_of, likely_readings, share
from verify.finding import BetterReading, Odds
from verify.graph import TieGraph
from verify.joint_readings import MAX_STEPS, JointSearch
from verify.localise import Cause
from verify.wording import Wording

# The constants below are expert priors, not measured: replace them by counts over labelled files.
#: How likely a figure on a lender's desk is false: 5 % of files, about four changed figures of forty.
FALSE_PRIOR = 0.005
#: A false figure that differs from the true one in just this one way. Forgers change what counts, the leading digit or
#: the number of digits; hardly ever a later digit alone.
FALSE_IN_A_LATER_DIGIT = 0.005
FALSE_OTHERWISE = 0.02
#: What is left of a reading's likelihood for each tie of its figure that stays broken for a cause of its own.
UNCONFIRMED = 0.5
#: From here on the finding says "probably misread".
PROBABLE = 0.8
#: Figures of one cause that are tried alone.
MAX_FIGURES = 400


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
    joint = JointSearch(graph, cause)
    joint.run()
    if joint.likelihood > misread:
        readings = tuple(_reading(graph, figure, value) for figure, value in joint.changes.items())
        false = FALSE_PRIOR * FALSE_IN_A_LATER_DIGIT
    misread += joint.likelihood
    if joint.exhausted:
        text = Wording(f"读法组合超过{MAX_STEPS}种，其余未尝试。", f"More than {MAX_STEPS} sets of readings; the rest were not tried.")
        bounded = bounded or text
    odds = round(misread / (misread + false), 4)
    return Repair(readings, Odds(odds, round(1 - odds, 4)), bounded)


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
        tried[needed] = error_of(figure) * share(characters(figure, figure.value), characters(figure, needed))
    found = []
    for value, likelihood in tried.items():
        effect = graph.effect({figure_id: value})
        if cause.equations <= effect.healed and not effect.harmed:
            # A tie that stays broken does so for a cause of its own (another figure was changed as well): it can neither confirm
            # the reading nor rule it out, but leaves less to confirm it.
            likelihood *= UNCONFIRMED ** len(effect.unhealed)
            false = FALSE_PRIOR * (FALSE_IN_A_LATER_DIGIT if differs_late(figure, value) else FALSE_OTHERWISE)
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


def _reading(graph: TieGraph, figure_id: str, value: Decimal) -> BetterReading:
    figure = graph.evidence[figure_id].figure
    return BetterReading(figure_id, figure.printed, figure.value, value)
