"""What a report shows, worked out from the JSON of a case: the templates only lay it out.

The report is made from the JSON that is kept and sent, not from the values that made it, so that a case which was stored
yesterday, or comes from elsewhere, gives the same report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from api.report.amounts import money
from api.report.crops import Crop, Gallery, Spot
from api.report.excerpts import Excerpt, Ledger, Mark

Json = Mapping[str, Any]
#: How a figure fared: broken beats holds beats untested.
Fate = Literal["broken", "holds", "untested"]

#: Pictures for one finding; a sum over a whole page shares one picture, so this is rarely reached.
MAX_CROPS = 8
#: Lines named beside a tie; a sum of thirty is recognised by its first ones.
MAX_LABELS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One figure that a finding rests on.   number: as in the pictures   printed: as on the paper, "" when derived"""

    number: int
    label: str
    document: str
    where: Json
    printed: str
    value: str
    confidence: float | None
    doubtful: bool
    alternatives: tuple[str, ...]
    derived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """One finding with its evidence and pictures.   odds: share of each explanation, 0 to 1"""

    finding: Json
    evidence: tuple[Evidence, ...]
    crops: tuple[Crop, ...]
    excerpts: tuple[Excerpt, ...]
    odds: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """Everything on the page.   fates: figure id to how its ties fared   findings_of: figure id to finding anchors

    labels   figure id to the label of its line
    codes    finding id to code
    largest  the finding that concerns most money
    """

    case: Json
    findings: tuple[FindingView, ...]
    fates: Mapping[str, Fate]
    findings_of: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, int]
    ties: Mapping[str, tuple[Json, ...]]
    labels: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    largest: Json | None = None


def view(case: Json, gallery: Gallery, ledger: Ledger) -> ReportView:
    """The report of `case`, findings ordered by money, then severity."""
    figures = dict(_figures(case))
    findings = sorted(case.get("findings") or [], key=_order)
    gallery.prepare(spot for finding in findings for spot in _spots(finding))
    ties = case.get("ties") or []
    return ReportView(
        case=case,
        findings=tuple(_finding(finding, figures, gallery, ledger) for finding in findings),
        fates=_fates(ties),
        findings_of=_findings_of(findings),
        counts={level: sum(one.get("severity") == level for one in findings) for level in ("high", "medium", "low")},
        ties={status: tuple(tie for tie in ties if tie.get("status") == status) for status in ("broken", "holds", "not_run")},
        labels={key: label for key, (label, _) in figures.items()},
        codes={str(finding.get("id")): str(finding.get("code")) for finding in findings},
        largest=findings[0] if findings and _stake(findings[0]) else None,
    )


def caption(shown: ReportView, tie: Json) -> str:
    """The lines that a tie joins and its period, in one line."""
    labels = list(dict.fromkeys(label for label in (shown.labels.get(key, "") for key in tie.get("figures") or []) if label))
    named = labels[:MAX_LABELS] + (["…"] if len(labels) > MAX_LABELS else [])
    return " · ".join([*named, *([str(tie["period"])] if tie.get("period") else [])])


def _order(finding: Json) -> tuple[Decimal, int, str]:
    """Largest money first; of equal money the severer."""
    rank = {"high": 0, "medium": 1, "low": 2}.get(str(finding.get("severity")), 3)
    return (-_stake(finding), rank, str(finding.get("code")))


def _stake(finding: Json) -> Decimal:
    """The money that a finding concerns; zero where it cannot be said."""
    return abs(money(finding.get("amount")) or money(finding.get("difference")) or Decimal(0))


def _finding(finding: Json, figures: Mapping[str, tuple[str, Json]], gallery: Gallery, ledger: Ledger) -> FindingView:
    pieces = finding.get("evidence") or []
    marks = [
        Mark(number=number, sha256=str(piece.get("sha256")), place=str(piece.get("cell") or piece.get("path")))
        for number, piece in enumerate(pieces, 1)
        if piece.get("cell") or piece.get("path")
    ]
    odds = [(name, share) for name, share in (finding.get("odds") or {}).items() if isinstance(share, (int, float))]
    return FindingView(
        finding=finding,
        evidence=tuple(_evidence(number, piece, figures) for number, piece in enumerate(pieces, 1)),
        crops=gallery.crops(list(_spots(finding)))[:MAX_CROPS],
        excerpts=ledger.excerpts(marks),
        odds=tuple(odds),
    )


def _evidence(number: int, piece: Json, figures: Mapping[str, tuple[str, Json]]) -> Evidence:
    _, figure = figures.get(str(piece.get("figure")), ("", {}))
    return Evidence(
        number=number,
        label=str(piece.get("label") or ""),
        document=str(piece.get("document") or ""),
        where={key: piece.get(key) for key in ("page", "box", "cell", "path")},
        printed=str(figure.get("printed") or ""),
        value=str(piece.get("value") or figure.get("value") or ""),
        confidence=figure.get("confidence"),
        doubtful=bool(figure.get("doubtful")),
        alternatives=tuple(str(other.get("value")) for other in figure.get("alternatives") or []),
        derived=bool(figure.get("operands")),
    )


def _spots(finding: Json) -> Iterator[Spot]:
    for number, piece in enumerate(finding.get("evidence") or [], 1):
        box = piece.get("box")
        if piece.get("page") and isinstance(box, Sequence) and len(box) == 4:
            x0, top, x1, bottom = (float(side) for side in box)
            yield Spot(number=number, sha256=str(piece.get("sha256")), page=int(piece["page"]), box=(x0, top, x1, bottom))


def _fates(ties: Sequence[Json]) -> dict[str, Fate]:
    fates: dict[str, Fate] = {}
    for tie in ties:
        status = tie.get("status")
        for key in tie.get("figures") or []:
            if status == "broken":
                fates[key] = "broken"
            elif status == "holds":
                fates.setdefault(key, "holds")
    return fates


def _findings_of(findings: Sequence[Json]) -> dict[str, tuple[str, ...]]:
    anchors: dict[str, tuple[str, ...]] = {}
    for finding in findings:
        for piece in finding.get("evidence") or []:
            key, anchor = piece.get("figure"), str(finding.get("id"))
            if key and anchor not in anchors.get(key, ()):
                anchors[key] = (*anchors.get(key, ()), anchor)
    return anchors


def _figures(case: Json) -> Iterator[tuple[str, tuple[str, Json]]]:
    """Every figure of the case by id, with the label of its line."""
    for document in case.get("documents") or []:
        for record in document.get("records") or []:
            yield from _figures_in(record, "")


def _figures_in(value: Any, label: str) -> Iterator[tuple[str, tuple[str, Json]]]:
    """Figures anywhere below `value`: a figure is an object with an id and a printed text."""
    if isinstance(value, Mapping):
        label = str(value.get("label") or value.get("description") or label)
        if "id" in value and "printed" in value:
            yield str(value["id"]), (label, value)
            return
        for child in value.values():
            yield from _figures_in(child, label)
    elif isinstance(value, list):
        for child in value:
            yield from _figures_in(child, label)
