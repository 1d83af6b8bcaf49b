"""The learning itself of train_figures.py: weights of the signs, shares of the mistakes, mixtures of the alternatives."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from api.bench.reliability import reliability
from extract.figure import DOUBTFUL_BELOW
from extract.numerals import parse_recognised
from extract.ocr.alternatives import MOST_ALTERNATIVES, edits_of, mixed
from extract.ocr.confidence import learned
from extract.ocr.signs import NAMES, Signs, Value, direction, rivals_of, second_of, value_of, vector

OUT = Path(__file__).resolve().parents[1] / "extract" / "ocr" / "figures.json"
_STRENGTH, _STRENGTH_OF_FORMER = 4.0, 0.7
_BOUNDS = {1: (0.0, None), -1: (None, 0.0), 0: (None, None)}
#: A mistake that was never seen still happens.
_SEEN_ONCE = 0.3
_MARKS = "0123456789.,"
_ROUNDS = 60
_SOURCES = ("lattice", "second", "repeated", "edits")


@dataclass(frozen=True, slots=True)
class Case:
    """One figure.   text, printed: as read and as printed, "" where nothing is"""

    signs: Signs
    text: str
    printed: str
    way: str
    face: str

    @property
    def right(self) -> bool:
        return value_of(self.text) == value_of(self.printed)


def fit(pages: Sequence[Mapping[str, Any]]) -> None:
    """Learn from all pages, write the file, and say how well it does on what it did not see."""
    cases = [
        Case(replace(signs, text=text, rivals=rivals_of(text, signs.readings)), text, printed, page["way"], page["face"])
        for page in pages
        for signs, text, printed in page["figures"]
        if parse_recognised(text) is not None and (_nothing_there(signs, text) if not printed else parse_recognised(printed) is not None)
    ]
    rows, right = np.array([vector(case.signs) for case in cases]), np.array([case.right for case in cases])
    _say(f"{len(pages)} pages, {len(cases)} figures, {int((~right).sum())} read wrongly")
    for name, group in (("ways of degrading", lambda case: case.way), ("fonts", lambda case: _fifth(case.face))):
        _report(name, cases, right, _held_out(rows, right, [group(case) for case in cases]))
    weights, constant = _learned(rows, right, learned().weights)  # what earlier pages showed and these happen not to
    shares = _shares(cases)
    wrong = [case for case in cases if not case.right]
    mixtures = {name: _mixture([case for case in wrong if _differs(case) == (name == "differs")], shares) for name in ("differs", "other")}
    _report_alternatives(wrong, shares, mixtures)
    data = {
        "weights": {name: round(float(weight), 4) for name, weight in zip(NAMES, weights, strict=True)},
        "constant": round(constant, 4),
        "shares": {change: round(share, 5) for change, share in sorted(shares.items(), key=lambda item: -item[1])},
        "mixtures": {name: {source: round(weight, 4) for source, weight in mixture.items()} for name, mixture in mixtures.items()},
    }
    OUT.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _nothing_there(signs: Signs, text: str) -> bool:
    """Whether a figure was made of dirt or of a seal: what both readers see is printed, in words that the text layer has otherwise."""
    return second_of(signs.second or "") != second_of(text)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _fifth(face: str) -> str:
    return str(sum(face.encode()) % 5)


def _learned(rows: NDArray[Any], right: NDArray[Any], former: NDArray[Any] | None = None) -> tuple[NDArray[Any], float]:
    """Logistic regression with a pull towards the former weights, or zero, each sign held to the direction in which it must point."""
    y = np.where(right, 1.0, -1.0)
    pull, strength = (np.zeros(len(NAMES)), _STRENGTH) if former is None else (former, _STRENGTH_OF_FORMER)

    def loss(values: NDArray[Any]) -> tuple[float, NDArray[Any]]:
        odds = y * (rows @ values[:-1] + values[-1])
        missed = 1 / (1 + np.exp(np.clip(odds, -500, 500)))
        slope = np.append(-(y * missed) @ rows + (values[:-1] - pull) / strength, -(y * missed).sum())
        return float(np.logaddexp(0, -odds).sum() + ((values[:-1] - pull) ** 2).sum() / 2 / strength), slope

    bounds = [*(_BOUNDS[direction(name)] for name in NAMES), (None, None)]
    found = minimize(loss, np.zeros(len(NAMES) + 1), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2_000})
    return found.x[:-1], float(found.x[-1])


def _held_out(rows: NDArray[Any], right: NDArray[Any], groups: Sequence[str]) -> NDArray[Any]:
    """The confidence of each figure by weights learned without its group."""
    chances = np.zeros(len(rows))
    names = np.array(groups)
    for name in sorted(set(groups)):
        own = names == name
        weights, constant = _learned(rows[~own], right[~own])
        chances[own] = 1 / (1 + np.exp(-(rows[own] @ weights + constant)))
    return chances


def _report(name: str, cases: Sequence[Case], right: NDArray[Any], chances: NDArray[Any]) -> None:
    sure = chances >= DOUBTFUL_BELOW
    silent, doubted = int((sure & ~right).sum()), int((~sure & right).sum())
    share = doubted / max(1, int(right.sum()))
    _say(f"\nHeld-out by {name}: {silent} of {len(right)} wrong and not doubtful, {share:.2%} of the right ones doubtful")
    for part in reliability((float(chance), bool(okay)) for chance, okay in zip(chances, right, strict=True)):
        _say(f"  from {part.low:5.3f}  {part.count:6d} figures  stated {part.stated:.4f}  right {part.right / part.count:.4f}")
    ways = Counter(case.way for case, okay, is_sure in zip(cases, right, sure, strict=True) if is_sure and not okay)
    _say(f"  silent by way: {dict(ways)}")


def _differs(case: Case) -> bool:
    again = second_of(case.signs.second or "")
    return bool(again) and again != second_of(case.text)


def _others(case: Case, shares: Mapping[str, float], mixture: Mapping[str, float], most: int) -> tuple[tuple[str, float], ...]:
    """The alternatives of a reading that is wrong for certain."""
    own = case.signs
    return mixed(case.text, 0.0, own.readings, second_of(own.second or "") or None, own.repeated, shares=shares, mixture=mixture, most=most)


def _shares(cases: Sequence[Case]) -> dict[str, float]:
    """How often each mistake explains what is printed, counted in errors and, softly, in the lattice's own doubts."""
    every = {f"{read}>{printed}": 1.0 for read in _MARKS for printed in _MARKS if read != printed}
    every |= {f"{read}>": 1.0 for read in "0123456789.,-("} | {f">{sign}": 1.0 for sign in ("-", "(", ".")}
    every |= {"lost double": 1.0, "read double": 1.0}
    counts = dict.fromkeys(every, _SEEN_ONCE / 10)
    for case in cases:
        texts = [(case.printed, 1.0)] if not case.right else [(text, chance) for text, chance in case.signs.readings[1:]]
        for text, weight in texts:
            value = value_of(text)
            if value == value_of(case.text) or parse_recognised(text) is None:
                continue
            explaining = [change for change in every if _explains(case.text, change, value)]
            for change in explaining:
                counts[change] += weight / len(explaining)
    total = sum(counts.values())
    return {change: count / total for change, count in counts.items()}


def _explains(text: str, change: str, value: Value) -> bool:
    return any(value_of(other) == value for other, share in edits_of(text, {change: 1.0}) if share)


def _mixture(wrong: Sequence[Case], shares: Mapping[str, float]) -> dict[str, float]:
    """Weights of the sources by expectation and maximisation; what none explains is left over."""
    chances = np.array([[_chance(case, shares, source) for source in _SOURCES] for case in wrong]).reshape(-1, len(_SOURCES))
    weights = np.full(len(_SOURCES), 0.2)
    unexplained = 1e-3
    for _ in range(_ROUNDS):
        parts = chances * weights
        rest = unexplained * (1 - weights.sum())
        owned = parts / (parts.sum(axis=1, keepdims=True) + rest)
        weights = (owned.sum(axis=0) + 0.5) / (len(wrong) + 4)
    mixture = dict(zip(_SOURCES, (float(weight) for weight in weights), strict=True))
    # The few alternatives that are kept must be as likely together as they are right.
    kept = [_others(case, shares, mixture, MOST_ALTERNATIVES) for case in wrong]
    stated = sum(chance for others in kept for _, chance in others)
    right = sum(any(value_of(text) == value_of(case.printed) for text, _ in others) for case, others in zip(wrong, kept, strict=True))
    scale = min(0.9 / sum(mixture.values()), max(1.0, right / stated)) if stated > 0 else 1.0
    return {source: weight * scale for source, weight in mixture.items()}


def _chance(case: Case, shares: Mapping[str, float], source: str) -> float:
    """What one source alone gives to the printed value."""
    others = _others(case, shares, {name: float(name == source) for name in _SOURCES}, 200)
    return next((chance for text, chance in others if value_of(text) == value_of(case.printed)), 0.0)


def _report_alternatives(wrong: Sequence[Case], shares: Mapping[str, float], mixtures: Mapping[str, Mapping[str, float]]) -> None:
    ranks: Counter[int] = Counter()
    stated = 0.0
    for case in wrong:
        others = _others(case, shares, mixtures["differs" if _differs(case) else "other"], MOST_ALTERNATIVES)
        stated += sum(chance for _, chance in others)
        ranks[next((rank for rank, (text, _) in enumerate(others, 1) if value_of(text) == value_of(case.printed)), 0)] += 1
    told = sum(count for rank, count in ranks.items() if rank)
    _say(
        f"\nOf {len(wrong)} wrong readings the printed one is among the {MOST_ALTERNATIVES} alternatives in {told} "
        f"(stated: {stated:.1f}), the first in {ranks[1]}"
    )
