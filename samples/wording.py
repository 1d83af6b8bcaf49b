"""The lines that the statement layouts print, each with what stands around it: what labels are learned from and compared on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from samples.firms.firm import Language
from samples.handover.sheaves import layouts
from samples.papers.layout import Layout, Look
from samples.papers.paper import Entry, Paper, Row, Table
from samples.population.assemble import assembled
from samples.population.plan import Wanted, plan
from samples.population.splits import Split
from samples.records.record import Statement
from samples.streams import stream


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One labelled line.

    label      as printed, joined to one line
    headings   the nearest lines without figures above it, nearest first, two at most
    following  label of the line below, "" of the last
    concept    what it means, None where the chart has no word for it
    """

    language: Language
    statement: str
    layout: str
    label: str
    headings: tuple[str, ...]
    following: str
    concept: str | None


def printed_lines(split: Split, *, cases: int, seed: int) -> Iterator[PrintedLine]:
    """The labelled lines of all statements of `cases` firms, on every layout of `split` that prints such a statement; repeats included."""
    wanted = Wanted(cases=cases, seed=seed, split=split, share=0.0)
    for number in range(1, cases + 1):
        case = assembled(plan(wanted, number))
        for document in case.papers.documents:
            if not isinstance(document.record, Statement):
                continue
            look = Look(firm=case.firm, face="", hints=document.hints, source=stream(case.firm.seed, "look", document.id))
            for layout in _suiting(document.record, case.firm.language, split):
                yield from _lines(layout.draw(document.record, look), document.record, layout, case.firm.language)


def _suiting(record: Statement, language: Language, split: Split) -> list[Layout]:
    return [layout for layout in layouts() if layout.split == split and layout.language == language and layout.suits(record)]


def _lines(paper: Paper, record: Statement, layout: Layout, language: Language) -> Iterator[PrintedLine]:
    for block in paper.blocks:
        if isinstance(block, Table):
            yield from _of_table(block, record, layout, language)


def _of_table(table: Table, record: Statement, layout: Layout, language: Language) -> Iterator[PrintedLine]:
    """Both halves of a two-sided table have lines of their own: a line's words are those nearest to the left of its first figure."""
    sides: dict[int, list[str]] = {}
    lines: list[tuple[int, PrintedLine]] = []
    for row in table.rows:
        for place, words, entry in _halves(row):
            if entry is None:
                sides.setdefault(place, []).insert(0, words)
                continue
            headings = tuple(sides.get(place, ())[:2])
            lines.append((place, PrintedLine(language, record.record, layout.name, words, headings, "", entry.concept)))
    for index, (place, line) in enumerate(lines):
        below = next((other.label for side, other in lines[index + 1 :] if side == place), "")
        yield PrintedLine(line.language, line.statement, line.layout, line.label, line.headings, below, line.concept)


def _halves(row: Row) -> Iterator[tuple[int, str, Entry | None]]:
    """(column of the words, the words, their first figure or None) of each half of a row."""
    place, words, shown = -1, "", False
    for column, cell in enumerate(row.cells):
        if isinstance(cell, Entry):
            if not shown and place >= 0:
                yield place, words, cell
            shown = True
        elif isinstance(cell, str) and any(letter.isalpha() for letter in cell):
            if place >= 0 and not shown:
                yield place, words, None
            place, words, shown = column, " ".join(cell.split()), False
    if place >= 0 and not shown:
        yield place, words, None


#: What a recogniser takes for what on a poor print, both ways.
_ALIKE = (
    "账帐", "货贷", "末未", "已己", "本木", "现观", "资货", "收牧", "付什", "预顶", "款歉", "存仔",
    "固囯", "产严", "负贝", "债偾", "利刊", "润闰", "合台", "计讨",
    "短矩", "期朝", "借惜", "其共", "他地", "应庇", "税悦", "净争", "长氏", "无元", "减咸", "加力", "营菅", "业亚", "入人", "费贵",
    "lI", "l1", "I1", "oc", "ec", "0O", "S5", "B8", "hb", "nu", "ft", "ij", "ao",
)  # fmt: skip
_TAKEN_FOR = {first: second for pair in _ALIKE for first, second in ((pair[0], pair[1]), (pair[1], pair[0]))}


def damaged(label: str, source: Random, times: int) -> str:
    """`label` with `times` faults of a recogniser or a typist: a look-alike letter, one lost, one doubled, two swapped, a space lost."""
    letters = list(label)
    for _ in range(times):
        if len(letters) < 3:
            break
        at = source.randrange(len(letters) - 1)
        fault = source.choice(("alike", "alike", "alike", "lost", "doubled", "swapped", "space"))
        alike = [place for place, letter in enumerate(letters) if letter in _TAKEN_FOR]
        if fault == "alike" and alike:
            at = source.choice(alike)
            letters[at] = _TAKEN_FOR[letters[at]]
        elif fault == "space" and " " in letters:
            letters.remove(" ")
        elif fault == "doubled":
            letters.insert(at, letters[at])
        elif fault == "swapped":
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        else:
            del letters[at]
    return "".join(letters)
