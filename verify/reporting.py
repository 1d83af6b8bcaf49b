"""From causes to findings: the sentence, the odds, the direction, the evidence."""

from __future__ import annotations

from decimal import Decimal

from verify.amounts import amount_text
from verify.carried import ChangeSet
from verify.catalogue import catalogue
from verify.companions import Explained
from verify.evidence import Evidence
from verify.finding import Benefit, Finding, Verdict
from verify.formulas.chart import chart
from verify.graph import TieGraph
from verify.localise import Cause
from verify.misread import Repair
from verify.tie import Tie
from verify.wording import Wording

#: Pieces of evidence shown with one finding; the ties hold the rest.
MAX_EVIDENCE = 60
#: Ways to make the papers agree that are listed.
MAX_WAYS = 5


def finding_of(graph: TieGraph, one: Explained) -> Finding:
    """The one finding of a cause."""
    cause, repair, sets = one.cause, one.repair, one.sets
    lead = cause.ties[0]
    misread = repair is not None and repair.probable and lead.verdict != "notice"
    verdict: Verdict = "probable_misread" if misread else lead.verdict
    entry = catalogue()[lead.id]
    innocent = dict.fromkeys(text for tie in cause.ties for text in catalogue()[tie.id].innocent)
    return Finding(
        code=lead.id,
        severity=lead.severity,
        verdict=verdict,
        title=entry.title,
        explanation=_explanation(graph, cause, repair, misread=misread),
        evidence=_evidence(graph, cause, sets),
        innocent_explanations=tuple(innocent),
        currency=lead.currency,
        expected=lead.rhs,
        observed=lead.lhs,
        difference=lead.difference,
        tolerance=lead.tolerance,
        odds=None if repair is None or lead.verdict == "notice" else repair.odds,
        benefit=_benefit(graph, cause, sets),
        amount=_amount(graph, cause),
        counterfactuals=_ways(graph, cause, sets),
        better_readings=repair.readings if repair is not None else (),
        also_breaks=tuple(sorted({tie.id for tie in cause.ties} - {lead.id})),
        subject=lead.subject,
    )


def _explanation(graph: TieGraph, cause: Cause, repair: Repair | None, *, misread: bool) -> Wording:
    parts = [_comparison(cause.ties[0])]
    if len(cause.ties) > 1:
        others = ", ".join(sorted({tie.id for tie in cause.ties}))
        parts.append(
            Wording(
                f"同一原因共涉及{len(cause.ties)}项勾稽（{others}）。",
                f"{len(cause.ties)} ties are broken by the same cause ({others}).",
            )
        )
    if cause.ties[0].reason is not None:
        parts.append(cause.ties[0].reason)
    if cause.suspect is not None:
        item = graph.evidence[cause.suspect]
        parts.append(Wording(f"这些勾稽都用到“{item.label}”。", f"All of them use '{item.label}'."))
    if misread and repair is not None:
        parts += [_better(graph, reading.figure, reading.value) for reading in repair.readings]
    if repair is not None and repair.bounded is not None:
        parts.append(repair.bounded)
    return Wording("".join(part.zh for part in parts), " ".join(part.en for part in parts))


def _comparison(tie: Tie) -> Wording:
    if tie.detail is not None:
        return tie.detail
    lhs, rhs, off = (amount_text(value or Decimal(0), tie.currency) for value in (tie.lhs, tie.rhs, abs(tie.difference or Decimal(0))))
    allowed = amount_text(tie.tolerance or Decimal(0), tie.currency)
    words = tie.words or tie.title
    when_zh, when_en = ("", "") if tie.period is None else (f"{tie.period.isoformat()}：", f"{tie.period.isoformat()}: ")
    return Wording(
        f"{when_zh}应有“{words.zh}”，而左边为{lhs}，右边为{rhs}，相差{off}（允许{allowed}）。",
        f"{when_en}'{words.en}' should be true, but the left side is {lhs} and the right {rhs}: {off} apart, {allowed} allowed.",
    )


def _better(graph: TieGraph, figure: str, value: Decimal) -> Wording:
    item = graph.evidence[figure]
    currency = item.value.currency
    read, better = amount_text(item.figure.value, currency), amount_text(value, currency)
    where_zh, where_en = where(item)
    return Wording(
        f"{where_zh}的“{item.label}”读作{read}，更可能是{better}；按后者全部勾稽成立。请对照原件。",
        f"'{item.label}' ({where_en}) was read as {read} and is more likely {better}: then every tie holds. Compare it with the paper.",
    )


def where(item: Evidence) -> tuple[str, str]:
    """The place of a figure in words, Chinese and English."""
    place = item.place
    if place.page is not None:
        return f"{item.document}第{place.page}页", f"{item.document}, page {place.page}"
    spot = place.cell or place.path
    return (f"{item.document} {spot}", f"{item.document}, {spot}") if spot else (item.document, item.document)


def _evidence(graph: TieGraph, cause: Cause, sets: tuple[ChangeSet, ...]) -> tuple[Evidence, ...]:
    """Figures of all its ties, each once; first the suspect, or the figures of the only smallest set of changed ones."""
    found: dict[str, Evidence] = {}
    if cause.suspect is not None:
        found[cause.suspect] = graph.evidence[cause.suspect]
    elif sets and (len(sets) == 1 or len(sets[0].changes) < len(sets[1].changes)):
        found = {figure: graph.evidence[figure] for figure in sets[0].changes}
    for tie in cause.ties:
        for item in tie.evidence:
            found.setdefault(item.figure.id, item)
    return tuple(found.values())[:MAX_EVIDENCE]


def _benefit(graph: TieGraph, cause: Cause, sets: tuple[ChangeSet, ...]) -> Benefit | None:
    """Whether the disagreement flatters the borrower: what the smallest sets of changed figures say, where they agree."""
    lead = cause.ties[0]
    if lead.benefit is not None and cause.suspect is None:
        return lead.benefit
    outside = [tie for tie in cause.ties if not tie.equations and tie.difference is not None]
    if outside:  # held against a witness who is not in the books, so the books are what may be wrong
        return _direction(outside[0].concept, outside[0].difference or Decimal(0))
    smallest = [found for found in sets if len(found.changes) == len(sets[0].changes)]
    excess = [(figure, -step) for found in smallest for figure, step in found.changes.items()]
    if cause.suspect is not None and cause.mended_at is not None:
        excess = [(cause.suspect, graph.value(cause.suspect) - cause.mended_at)]
    directions = {_direction(graph.evidence[figure].concept or lead.concept, by) for figure, by in excess}
    return directions.pop() if len(directions) == 1 else None


def _direction(concept: str | None, excess: Decimal) -> Benefit | None:
    known = chart().get(concept or "")
    favourable = 0 if known is None else known.favourable
    if not favourable or not excess:
        return None
    return "up" if (excess > 0) == (favourable > 0) else "down"


def _amount(graph: TieGraph, cause: Cause) -> Decimal | None:
    if cause.suspect is not None and cause.mended_at is not None:
        return abs(graph.value(cause.suspect) - cause.mended_at)
    differences = [abs(tie.difference) for tie in cause.ties if tie.difference is not None and tie.id == cause.ties[0].id]
    return max(differences, default=None)


def _ways(graph: TieGraph, cause: Cause, sets: tuple[ChangeSet, ...]) -> tuple[Wording, ...]:
    """What would make everything agree: the ways the rule itself knows, then the smallest sets of changed figures."""
    return (*cause.ties[0].counterfactuals, *(_way(graph, found) for found in sets))[:MAX_WAYS]


def _way(graph: TieGraph, found: ChangeSet) -> Wording:
    items = [(graph.evidence[figure], step) for figure, step in found.changes.items()]
    several = len({item.document for item, _ in items}) > 1
    parts = []
    for item, step in items:
        label = f"{item.label} ({item.document})" if several else item.label
        parts.append((label, amount_text(item.figure.value + step, item.value.currency)))
    zh = "，".join(f"“{label}”为{amount}" for label, amount in parts)
    en = ", ".join(f"'{label}' were {amount}" for label, amount in parts)
    return Wording(f"若{zh}，则相关勾稽全部成立。", f"If {en}, all ties concerned would hold.")
