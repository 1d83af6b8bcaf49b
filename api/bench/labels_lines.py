"""Labels with their meaning: of the statements of made-up firms, and of their other papers, which mean no line of a statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.concepts import chart, normalise
from extract.statements.label import section_of
from samples.case import Document
from samples.firms.firm import Firm
from samples.handover.sheaves import layouts
from samples.papers.layout import Look
from samples.population.assemble import assembled
from samples.population.plan import Wanted, plan
from samples.population.splits import Split
from samples.records.record import Statement
from samples.streams import stream
from samples.wording import PrintedLine, printed_lines

FACES = ("balance_sheet", "income_statement", "cash_flow")


#: Papers whose captions are those of statements: what they mean there is no fault here.
_LIKE_STATEMENTS = ("trial_balance", "tax_return")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label in its place.   concept: None for what the chart has no word for"""

    language: str
    statement: str
    section: str
    label: str
    concept: str | None
    following: str = ""


def of_population(split: Split, *, cases: int, seed: int) -> Iterator[Labelled]:
    """The labels of the faces of statements, each place once.

    Lines of a firm's own, which the truth gives no concept, are left out where the label table has one: nobody can say which is right.
    """
    seen: set[Labelled] = set()
    for line in printed_lines(split, cases=cases, seed=seed):
        if line.statement not in FACES or (line.concept is None and (line.statement, normalise(line.label)) in chart().by_label):
            continue
        labelled = Labelled(line.language, line.statement, _section(line), line.label, line.concept, line.following)
        if labelled not in seen:
            seen.add(labelled)
            yield labelled


def _section(line: PrintedLine) -> str:
    for heading in line.headings:
        section = section_of(line.statement, heading)  # type: ignore[arg-type]
        if section is not None:
            return section
    return ""


def foreign(split: Split, *, cases: int = 30, seed: int = 5) -> Iterator[Labelled]:
    """Captions of returns, ledgers, invoices and bank lines, as if they stood on a statement: all without a concept."""
    wanted = Wanted(cases=cases, seed=seed, split=split, share=0.0)
    seen: set[str] = set()
    for number in range(1, cases + 1):
        case = assembled(plan(wanted, number))
        for document in case.papers.documents:
            if isinstance(document.record, Statement) or document.record.record in _LIKE_STATEMENTS:
                continue
            for label in sorted(_captions(document, case.firm, split)):
                key = "".join(letter for letter in normalise(label) if not letter.isdigit())
                if key in seen or len(key) < 4 - 2 * (not key.isascii()) or any((kind, key) in chart().by_label for kind in FACES):
                    continue
                seen.add(key)
                yield Labelled(case.firm.language, FACES[len(seen) % len(FACES)], "", label, None)


def _captions(document: Document, firm: Firm, split: Split) -> set[str]:
    fit = [one for one in layouts() if one.split == split and one.language == firm.language and one.suits(document.record)]
    if not fit:
        return set()
    look = Look(firm=firm, face="", hints=document.hints, source=stream(firm.seed, "look", document.id))
    return {entry.label for entry in fit[0].draw(document.record, look).entries() if any(letter.isalpha() for letter in entry.label)}
