"""Statements as printed beside the facts that their figures are tagged with: what the tags add, and where the two differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from extract.document import DocumentWarning
from extract.figure import Figure, Reading
from extract.money import UNKNOWN_CURRENCY, Money
from extract.numerals import parse
from extract.page import Fact
from extract.records import FinancialStatement, PeriodFigure, Span, StatementLine
from extract.statements.period import span_between
from extract.statements.tagged.taxonomy import meaning_in

#: A figure that its own tag contradicts is one of two: neither is believed before a person has looked.
_CONTRADICTED = 0.5
#: Label and tag name different lines: the tag is the filer's own word, and the label was looked up.
_DISPUTED = 0.9
#: Differences told one by one; the rest are counted.
_TOLD = 3
#: So many figures must stand in one ratio to their tags before that ratio is the unit which the page does not print.
_AGREEING = 3
_FACES = ("balance_sheet", "income_statement", "cash_flow")


@dataclass(slots=True)
class Comparison:
    """used: facts that a figure of a record shows   differences: (English, Chinese), one for each figure that differs

    answered: (code, kind of statement) of warnings that the tags have answered
    """

    facts: Mapping[str, Sequence[Fact]]
    used: set[int] = field(default_factory=set)
    differences: list[tuple[str, str]] = field(default_factory=list)
    answered: set[tuple[str, str]] = field(default_factory=set)
    _meant: dict[date, date] = field(default_factory=dict)

    def statement(self, printed: FinancialStatement) -> FinancialStatement:
        """`printed` with currency, unit, periods and concepts from its tags where it lacks them."""
        pairs = [(line, column, self._fact(column.figure)) for line in printed.lines for column in line.figures]
        tagged = [(column.figure, fact) for _, column, fact in pairs if fact is not None and _is_money(fact)]
        if not tagged:
            return printed
        printed = self._with_currency(printed, [fact for _, fact in tagged])
        scale = _unprinted_scale(printed, tagged)
        if scale != 1:
            self.answered.add(("scale-missing", printed.statement))
        facts = {id(column): fact for _, column, fact in pairs if fact is not None}
        self._agree_on_periods(printed, [(column, fact) for _, column, fact in pairs if fact is not None])
        lines = tuple(self._line(printed, line, facts, scale) for line in printed.lines)
        if all(column.period is not None for line in lines for column in line.figures):
            self.answered.add(("periods-unclear", printed.statement))
        periods = {column.period for line in lines for column in line.figures if column.period is not None}
        return replace(printed, lines=lines, scale=printed.scale * scale, periods=tuple(sorted(periods, reverse=True)))

    def _agree_on_periods(self, printed: FinancialStatement, pairs: Sequence[tuple[PeriodFigure, Fact]]) -> None:
        """Note the columns whose tags all say one other period than their heading was read as: the heading was misread, or is wrong."""
        self._meant = {}
        said: dict[date, list[date]] = {}
        for column, fact in pairs:
            if column.period is not None and fact.end is not None:
                said.setdefault(column.period, []).append(date.fromisoformat(fact.end))
        for read, ends in said.items():
            if len(ends) >= _AGREEING and len(set(ends)) == 1 and ends[0] != read and printed.statement in _FACES:
                self._meant[read] = ends[0]
                self.differences.append(
                    (
                        f"A column of {len(ends)} figures was read as {read}; all its tags say {ends[0]}, which was taken.",
                        f"一列共 {len(ends)} 个数字读作 {read}，其标签均为 {ends[0]}，已按标签；",
                    )
                )

    def warning(self) -> list[DocumentWarning]:
        """One warning for all that differs; none where nothing does."""
        if not self.differences:
            return []
        more = len(self.differences) - _TOLD
        also, also_zh = (f" And {more} more.", f"另有 {more} 处。") if more > 0 else ("", "")
        told, told_zh = ("".join(f" {text}" for text, _ in self.differences[:_TOLD]), "".join(zh for _, zh in self.differences[:_TOLD]))
        text = f"What the page shows is not what its tags say.{told}{also} Ask the firm which is right."
        text_zh = f"页面显示的内容与其标签（XBRL）不一致。{told_zh}{also_zh}请向企业确认以哪个为准。"
        return [DocumentWarning("tagged-fact-differs", text, text_zh=text_zh)]

    def _fact(self, figure: Figure) -> Fact | None:
        """The fact that `figure` shows: at its place, and of several there the one with its printed digits."""
        at = [fact for fact in self.facts.get(figure.place.path or "", ()) if _is_number(fact)]
        digits = _magnitude(figure.printed)
        alike = [fact for fact in at if _magnitude(fact.shown) == digits]
        found = alike[0] if alike else at[0] if len(at) == 1 else None
        if found is not None:
            self.used.add(id(found))
        return found

    def _with_currency(self, printed: FinancialStatement, facts: Sequence[Fact]) -> FinancialStatement:
        units = Counter(fact.unit for fact in facts)
        unit = units.most_common(1)[0][0]
        if printed.currency != UNKNOWN_CURRENCY or len(units) > 1:
            return printed
        self.answered |= {("currency-missing", printed.statement)}
        return replace(printed, currency=unit)

    def _line(self, printed: FinancialStatement, line: StatementLine, facts: Mapping[int, Fact], scale: Decimal) -> StatementLine:
        own = [(column, facts.get(id(column))) for column in line.figures]
        named = {meaning for _, fact in own if fact is not None and (meaning := meaning_in(fact, printed.statement)) is not None}
        meaning = named.pop() if len(named) == 1 else None
        concept, sure = line.concept, line.concept_confidence
        if meaning is not None and meaning.concept != concept:
            concept, sure = meaning.concept, _DISPUTED if concept is not None else 1.0
        flips = [
            _turned(column.figure, fact, meaning.sign, scale) if meaning is not None and fact is not None and concept != line.concept else 1
            for column, fact in own
        ]
        turned = -1 in flips
        columns = []
        for (column, fact), flip in zip(own, flips, strict=True):
            # A bracket that no tag explains means what the tagged one beside it means.
            flip = -1 if turned and fact is None and _is_negative(column.figure) else flip
            column = replace(column, figure=_rescaled(column.figure, scale * flip, printed.currency))
            sign = meaning.sign if meaning is not None else 0
            columns.append(column if fact is None else self._column(printed, line, column, fact, sign))
        return replace(line, concept=concept, concept_confidence=sure, figures=tuple(columns), negated=line.negated is not turned)

    def _column(self, printed: FinancialStatement, line: StatementLine, column: PeriodFigure, fact: Fact, sign: int) -> PeriodFigure:
        column = self._in_period(printed.statement, line, column, fact)
        figure = column.figure
        if fact.value is None:
            return column
        value = Decimal(fact.value) * (sign or 1)
        if not _is_money(fact):
            return _counted(column, value, fact)
        same = value == figure.value if sign else abs(value) == abs(figure.value)
        if same:
            return column
        label = line.label[:60] or fact.name
        self.differences.append(
            (
                f"“{label}” ({column.period}) prints {figure.printed}; its tag {fact.name} says {fact.value}.",
                f"“{label}”（{column.period}）显示 {figure.printed}，标签 {fact.name} 为 {fact.value}；",
            )
        )
        other = (Reading(value, round(1 - _CONTRADICTED, 4)), *figure.alternatives)
        return replace(column, figure=replace(figure, confidence=min(figure.confidence, _CONTRADICTED), alternatives=other))

    def _in_period(self, statement: str, line: StatementLine, column: PeriodFigure, fact: Fact) -> PeriodFigure:
        """`column` with the period of its tag where its heading says none; a heading that says another one stands, doubted."""
        end, span = _period(fact)
        if end is None or span is None or (statement == "cash_flow" and fact.start is None):
            return column  # cash at the beginning is tagged with the day before, and stands under the period all the same
        # What a row of a note stands under is seldom a period of its own; its tag says which it is.
        if column.period is None or statement not in _FACES or column.period == end or self._meant.get(column.period) == end:
            return replace(column, period=end, span=span)
        label = line.label[:60] or fact.name
        self.differences.append(
            (
                f"“{label}” {column.figure.printed} stands under {column.period}; its tag says {end}.",
                f"“{label}”的 {column.figure.printed} 列在 {column.period} 下，标签的期间为 {end}；",
            )
        )
        return replace(column, figure=replace(column.figure, confidence=min(column.figure.confidence, _CONTRADICTED)))


def _counted(column: PeriodFigure, value: Decimal, fact: Fact) -> PeriodFigure:
    """A figure that is no money (shares, an amount per share), and is not of the statement's unit."""
    figure = column.figure
    ratio = abs(value / figure.value).normalize() if figure.value and value else Decimal(1)
    if ratio.as_tuple().digits != (1,):
        return column
    sign = -1 if (value < 0) is not (figure.value < 0) else 1
    return replace(column, figure=_rescaled(figure, ratio * sign, figure.money.currency), unit=fact.unit)


def _is_number(fact: Fact) -> bool:
    return fact.unit != "text"


def _is_money(fact: Fact) -> bool:
    return len(fact.unit) == 3 and fact.unit.isupper() and fact.value is not None


def _magnitude(text: str) -> Decimal | None:
    numeral = parse(text)
    return abs(numeral.value) if numeral is not None else None


def _period(fact: Fact) -> tuple[date | None, Span | None]:
    if fact.end is None:
        return None, None
    end = date.fromisoformat(fact.end)
    return (end, "instant") if fact.start is None else (end, span_between(date.fromisoformat(fact.start), end) or "year")


def _unprinted_scale(printed: FinancialStatement, tagged: Sequence[tuple[Figure, Fact]]) -> Decimal:
    """What the figures must be multiplied with to be their tags, where the page prints no unit; 1 where it does, or they disagree."""
    if printed.scale_place is not None:
        return Decimal(1)
    ratios = Counter(
        abs(Decimal(fact.value or 0)) / abs(figure.value) for figure, fact in tagged if figure.value and Decimal(fact.value or 0)
    )
    if not ratios:
        return Decimal(1)
    (ratio, count), total = ratios.most_common(1)[0], sum(ratios.values())
    power = ratio.normalize()
    is_unit = power in (Decimal(1000).normalize(), Decimal(10000).normalize(), Decimal(10) ** 6, Decimal(10) ** 8, Decimal(10) ** 9)
    return ratio if is_unit and count >= _AGREEING and count > 0.8 * total else Decimal(1)


def _rescaled(figure: Figure, factor: Decimal, currency: str) -> Figure:
    if factor == 1 and figure.money.currency == currency:
        return figure
    others = tuple(replace(one, value=one.value * factor) for one in figure.alternatives)
    value = figure.value * factor
    return replace(figure, money=Money(value if value else abs(value), currency), step=figure.step * abs(factor), alternatives=others)


def _turned(figure: Figure, fact: Fact, sign: int, scale: Decimal) -> int:
    """-1 where a bracketed figure, whose label did not say what it is, is stored the other way round under the concept of its tag."""
    value = Decimal(fact.value or 0) * sign
    return -1 if _is_negative(figure) and value and figure.value * scale == -value else 1


def _is_negative(figure: Figure) -> bool:
    """Whether it is printed in brackets or with a minus."""
    numeral = parse(figure.printed)
    return numeral is not None and numeral.value < 0
