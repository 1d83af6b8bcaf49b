"""The lines of a statement from top to bottom: the section each stands in, and the concept its label means there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.concepts import chart, normalise
from extract.records import StatementKind
from extract.statements.body import PrintedLine
from extract.statements.label import NO_MATCH, SECTION_TOTALS, Match, by_table, in_uk_format, match, section_of


@dataclass(frozen=True, slots=True)
class Labelled:
    """A printed line with the concept its label means and the section it stands in."""

    line: PrintedLine
    label: str
    match: Match
    section: str | None


def labelled_lines(kind: StatementKind, lines: Sequence[PrintedLine]) -> list[Labelled]:
    """Walk down the lines, keeping the section that the headings open, and give each line its concept."""
    uk_format = kind == "balance_sheet" and in_uk_format([line.label for line in lines])
    section: str | None = None
    result: list[Labelled] = []
    positions = _by_position(kind, lines)
    for index, line in enumerate(lines):
        opened = section_of(kind, line.label)
        below = lines[index + 1].label if index + 1 < len(lines) else ""
        if line.heading:
            section = opened or section
            continue
        found = match(kind, line.label, section=section, uk_format=uk_format, next_label=below) if line.label else NO_MATCH
        if not line.label:
            found = _unlabelled(kind, section, result)
        number = chart_line(kind, line.note) or positions.get(index)
        if found.concept is None and number is not None and re.search(r"[一-鿿]", line.label):
            found = Match(number, 0.9)
        if opened is not None:
            section = opened
        result.append(Labelled(line, line.label, found, section))
        if found.concept is not None:
            section = _section_after(kind, found.concept, section)
    if kind == "balance_sheet":
        result = _cost_above(result)
    if uk_format:
        return _with_reserves(result)
    return _by_the_others(_exceptional_above(result)) if kind == "income_statement" else result


def _cost_above(labelled: Sequence[Labelled]) -> list[Labelled]:
    """Fixed assets right above their accumulated depreciation are printed at cost."""
    result = list(labelled)
    for index, (item, below) in enumerate(pairwise(labelled)):
        if item.match.concept == "fixed_assets_net" and below.match.concept == "accumulated_depreciation":
            result[index] = replace(item, match=Match("fixed_assets_cost", 0.95))
    return result


def _by_the_others(labelled: Sequence[Labelled]) -> list[Labelled]:
    """Captions of older Chinese forms that mean what the lines beside them leave over.

    主营业务收入 opens a statement that has no line 营业收入 and none of other business; 营业费用 beside 管理费用 is what is
    now called 销售费用.
    """
    known = {item.match.concept for item in labelled}
    meant = []
    if known.isdisjoint({"revenue", "other_business_revenue"}) and not any("其他业务" in item.label for item in labelled):
        meant.append((re.compile(r"(?:[一1][、.])?(?:减：)?主营业务(?:净)?收入"), "revenue"))
    if "admin_expenses" in known and "selling_expenses" not in known:
        meant.append((re.compile(r"(?:减：)?营业费用"), "selling_expenses"))
    return [
        replace(item, match=Match(concept, 0.9))
        if (concept := next((concept for pattern, concept in meant if pattern.fullmatch(item.label.replace(" ", ""))), None))
        else item
        for item in labelled
    ]


def _exceptional_above(labelled: Sequence[Labelled]) -> list[Labelled]:
    """Exceptional items printed above operating profit are part of it, not what the concept below it means."""
    profit = next((index for index, item in enumerate(labelled) if item.match.concept == "operating_profit"), 0)
    below = {"non_operating_income", "non_operating_expenses"}
    return [
        replace(item, match=NO_MATCH) if index < profit and item.match.concept in below else item for index, item in enumerate(labelled)
    ]


def _by_position(kind: StatementKind, lines: Sequence[PrintedLine]) -> dict[int, str]:
    """Lines of the official form whose label and 行次 a seal hides, by where they stand: between line 28 and line 30 is line 29."""
    numbers: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        known = by_table(kind, line.label) or chart_line(kind, line.note)
        number = chart()[known].xqy_line if known is not None else None
        if number is not None:
            numbers.append((index, number))
    found = {}
    for (index, number), (after, next_number) in pairwise(numbers):
        between = range(index + 1, after)
        if len(between) == next_number - number - 1 and all(re.search(r"[一-鿿]", lines[middle].label) for middle in between):
            for middle in between:
                concept = chart_line(kind, str(number + middle - index))
                found.update({middle: concept} if concept is not None else {})
    return found


def _with_reserves(labelled: Sequence[Labelled]) -> list[Labelled]:
    """A micro-entity prints one line "Reserves" for all of its capital and reserves; beside other equity lines it is one of them."""
    equity = [item for item in labelled if item.section == "equity"]
    if len(equity) != 1 or normalise(equity[0].label) != "reserves":
        return list(labelled)
    return [replace(item, match=Match("total_equity", 0.9)) if item is equity[0] else item for item in labelled]


def _section_after(kind: StatementKind, concept: str, section: str | None) -> str | None:
    """Totals close their section; other lines of a known section keep the reader inside it."""
    entry = chart()[concept]
    if kind == "balance_sheet":
        closes = {
            "total_current_liabilities": "noncurrent_liabilities" if section == "current_liabilities" else section,
            "net_current_assets": None,
            "total_assets_less_current_liabilities": "noncurrent_liabilities",
            "net_assets": None,
            "total_assets": None,
            "total_current_assets": None if section == "current_assets" else section,
            "total_liabilities": None,
        }
        if concept in closes:
            return closes[concept] if concept == "total_current_assets" else closes[concept] or section
    if entry.section in SECTION_TOTALS or kind != "balance_sheet":
        return entry.section
    return section


def chart_line(kind: StatementKind, note: str | None) -> str | None:
    """The concept that the official 行次 of the small-enterprise form names."""
    if note is None or not note.strip().isdigit():
        return None
    number = int(note.strip())
    return next((concept.id for concept in chart().of_statement(kind) if concept.xqy_line == number), None)


def _unlabelled(kind: StatementKind, section: str | None, before: Sequence[Labelled]) -> Match:
    """A total without a caption prints the total of its section, unless that stands above already."""
    if kind != "balance_sheet" or section not in SECTION_TOTALS:
        return NO_MATCH
    total = SECTION_TOTALS[section]
    return NO_MATCH if any(item.match.concept == total for item in before) else Match(total, 0.9)
