"""A return, ledger, report, bill, valuation or application on a layout drawn by chance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

from samples.case import Document
from samples.chance.form_blocks import Look, arranged, look_of, pairs, sentences, table
from samples.chance.form_days import Day, day_of, span_said
from samples.chance.form_figures import Figures, Numbered, split_by
from samples.chance.form_ledger import ledger
from samples.chance.words import kinds_known, worded, words
from samples.firms.firm import Firm
from samples.papers.paper import Block, Column, Entry, Line, Paper, Row, Table
from samples.population.splits import Split
from samples.records.record import Form

#: Kind of paper on the command line -> record.
KINDS = {
    "loan_application": "loan_application",
    "credit_report": "credit_report",
    "utility_bill": "utility_bill",
    "valuation": "valuation",
    "tax_return": "tax_return",
    "payroll": "payroll_return",
    "trial_balance": "trial_balance",
}
_ASKED = frozenset({"sum", "goods", "running", "purpose", "term"})


def fits(kind: str) -> Callable[[Document], bool]:
    """Whether a document is a form of that kind."""
    return lambda document: isinstance(document.record, Form) and document.record.record == KINDS[kind]


def paper(document: Document, firm: Firm, source: Random, face: str, split: Split) -> Paper:
    """The form in `document` on a layout of that stream."""
    record = document.record
    assert isinstance(record, Form)
    return _Draft(record, firm, source, split).paper(face)


def _said(record: Form, firm: Firm, source: Random, split: Split) -> dict[str, str]:
    """The words of the form, and those that all returns share."""
    found: dict[str, str] = {}
    shared = "tax_return" if record.record in ("tax_return", "payroll_return") else ""
    for kind in dict.fromkeys((shared, record.record, record.form)):
        if kind in kinds_known():
            found |= worded(kind, firm.language, source, split) if firm.language in _languages(kind) else {}
    return found


def _languages(kind: str) -> Sequence[str]:
    return tuple(words(kind))


class _Draft:
    def __init__(self, record: Form, firm: Firm, source: Random, split: Split) -> None:
        self.record, self.firm, self.source = record, firm, source
        self.chinese = firm.language == "zh"
        self.said = _said(record, firm, source, split)
        self.day: Day = day_of(record, source)
        self.look: Look = look_of(source, chinese=self.chinese)
        self.figures = Figures(record, self.said, source)
        self.lines: list[Numbered] = list(enumerate(record.lines, start=1))

    def paper(self, face: str) -> Paper:
        """Title, particulars, lines, foot."""
        bodies: dict[str, Callable[[], list[Block]]] = {
            "loan_application": self._application,
            "credit_report": self._report,
            "utility_bill": self._bill,
            "valuation": self._valuation,
            "trial_balance": lambda: ledger(self.record, self.figures, self.look, self.said, self.source),
        }
        body = bodies.get(self.record.record, self._return)()
        blocks = [*self._heading(), *body, *self._foot()]
        wide = self.record.record == "trial_balance" and self.chinese and self.source.random() < 0.6
        return Paper(
            record=self.record.record,
            language=self.firm.language,
            face=face,
            blocks=tuple(blocks),
            margin=float(self.source.randint(34, 62)),
            footer=self.source.choice(("", "第{page}页 共{pages}页" if self.chinese else "Page {page} of {pages}")),
            width=841.89 if wide else 595.28,
            height=595.28 if wide else 841.89,
        )

    def _heading(self) -> list[Block]:
        title = self.said.get("title") or self.record.title
        size = self.source.choice((13.0, 15.0, 17.0))
        place = self.source.choice(("centre", "centre", "left"))
        lines: list[Block] = [Line(**{place: title}, size=size, strong=self.source.random() < 0.7, gap=4)]
        if self.source.random() < 0.25:
            lines.insert(0, Line(left=self.firm.name if self.source.random() < 0.5 else None, size=9, gap=2))
        lines += self._particulars()
        if unit := self.figures.unit_said():
            lines.append(Line(right=unit, size=8.2, gap=3))
        return lines

    def _particulars(self) -> list[Block]:
        """Whose form, its number, what time it is about, other days near it."""
        told = self._told()
        if self.source.random() < 0.3:
            self.source.shuffle(told)
        colon = "：" if self.chinese else ": "
        way = self.source.choice(("lines", "two", "grid", "boxes"))
        if way == "lines":
            return [Line(left=f"{caption}{colon}{text}", size=9, gap=3) for caption, text in told]
        if way == "two":
            texts = [f"{caption}{colon}{text}" for caption, text in told]
            texts += [""] * (len(texts) % 2)
            return [Line(left=left, right=right or None, size=9, gap=3) for left, right in zip(texts[::2], texts[1::2], strict=True)]
        count = 2 if way == "grid" else 1
        rows = [Row(tuple(part for pair in told[place : place + count] for part in pair)) for place in range(0, len(told), count)]
        columns = tuple(part for _ in range(count) for part in (Column("", 0.4 / count), Column("", 0.6 / count)))
        return [Table(columns=columns, rows=tuple(rows), frame="grid" if way == "grid" else self.look.frame, header=False, size=8.6, gap=6)]

    def _told(self) -> list[tuple[str, str]]:
        said, record, firm = self.said, self.record, self.firm
        if record.record == "loan_application":
            told = [(said["applicant"], firm.name), (said["person"], firm.people[0]), (said["phone"], "13800138000")]
            told += [(said["founded"], self.day(firm.founded))] if self.source.random() < 0.6 else []
            return told + ([(said["dated"], self.day(firm.applied))] if self.source.random() < 0.5 else [])
        if record.record == "credit_report":
            day = self.day(min(firm.applied, firm.last + timedelta(days=20)))
            return [(said["party"], firm.name), (said["code"], firm.tax_id or firm.company_number), (said["reported"], day)]
        if record.record == "utility_bill":
            told = [
                (said["customer"], firm.name),
                (said["account"], dict(record.head).get("户号") or dict(record.head).get("Account", "1")),
            ]
            told += [(said["span"], span_said(record, self.day, self.source))]
            return told + ([(said["due"], self.day(record.end + timedelta(days=25)))] if self.source.random() < 0.6 else [])
        if record.record == "valuation":
            return [(said["day"], self.day(record.end)), (said["made"], self.day(record.end + timedelta(days=41)))]
        span = span_said(record, self.day, self.source)
        if record.record == "trial_balance":
            return [("单位" if self.chinese else "Company", firm.name), (said["span"], span)]
        told = [(said["taxpayer"], firm.name), (said["code"], firm.tax_id), (said["span"], span)]
        return told + ([(said["filed"], self.day(record.end + timedelta(days=12)))] if self.source.random() < 0.5 else [])

    def _foot(self) -> list[Block]:
        lines: list[Block] = []
        if self.record.record == "loan_application" and self.source.random() < 0.6:
            lines.append(Line(left=f"{self.said['signed']}{'：' if self.chinese else ': '}{self.firm.people[0]}",
                              right=self.day(self.firm.applied), size=8.8, gap=12))  # fmt: skip
        elif self.source.random() < 0.4:
            text = "本表真实、可靠、完整。" if self.chinese else "I declare that the information given is correct and complete."
            lines.append(Line(left=text, size=8, gap=10))
        return lines

    def _part(self, name: str) -> Line:
        return Line(left=self.said[name], size=self.look.size + 1, strong=self.source.random() < 0.6, gap=9)

    def _return(self) -> list[Block]:
        """A return: mostly a table; a short one may be pairs."""
        if len(self.record.columns) == 1 and self.source.random() < 0.35:
            arrange = arranged(self.figures, self.look, self.source, chinese=self.chinese)
            return arrange(self.lines, self.record.columns[0])
        numbered = any(line.number for _, line in self.lines) and self.source.random() < 0.8
        columns = self.record.columns[: 1 if self.source.random() < 0.15 else None]
        return [
            table(
                self.figures, self.lines, columns, self.look, self.said,
                number=self.said.get("number", "") if numbered else "",
                first=self.source.random() < 0.4,
                label=self.source.choice((0.4, 0.5, 0.56)),
            )
        ]  # fmt: skip

    def _application(self) -> list[Block]:
        asked, rest = split_by(self.lines, _ASKED)
        column = self.record.columns[0]
        if self.source.random() < 0.25:
            return self._letter()
        arrange = arranged(self.figures, self.look, self.source, chinese=self.chinese)
        if self.source.random() < 0.3:
            self.source.shuffle(rest)
        blocks: list[Block] = []
        parted = self.source.random() < 0.7
        for name, lines in (("loan_part", asked), ("finance_part", rest)):
            blocks += [self._part(name)] if parted else []
            blocks += arrange(lines, column)
        if self.source.random() < 0.4:
            blocks.append(Line(left=self.said["range"], right="3.5%-4.8%", size=self.look.size, gap=5))
        if self.source.random() < 0.35:
            blocks += [self._part("guarantor_part"), *self._guarantor()]
        return blocks

    def _guarantor(self) -> list[Block]:
        """The same captions once more, about somebody else: figures without a concept of the borrower's."""
        lines = [
            (item, replace(line, name=line.name, concept=None, amounts={name: amount // 7 * 3 for name, amount in line.amounts.items()}))
            for item, line in self.lines
            if line.name in ("assets", "debts", "loans")
        ]
        return pairs(self.figures, lines, self.record.columns[0], self.look, 1)

    def _letter(self) -> list[Block]:
        """Sentences around the amounts."""
        column = self.record.columns[0]
        parts: list[str | Entry] = [
            f"致：有关银行。我公司（{self.firm.name}）" if self.chinese else f"We, {self.firm.name}, write to you. "
        ]
        for item, line in self.lines:
            entry = self.figures.entry(item, line, column)
            text = line.texts.get(column.name)
            if entry is None and not text:
                continue
            link = self.source.choice(("为", "为", "约", "共计")) if self.chinese else self.source.choice((": ", " is ", " of ", " was "))
            if entry is not None and not entry.value:
                link = "为" if self.chinese else ": "
            parts.append(f"{self.figures.label(line)}{link}")
            parts.append(entry if entry is not None else str(text))
            parts.append(self.source.choice(("，", "，", "。")) if self.chinese else self.source.choice((". ", "; ", ". ")))
        return sentences(parts, self.look, chinese=self.chinese)

    def _report(self) -> list[Block]:
        totals = [one for one in self.lines if one[1].name in {"total", "guarantees"}]
        history = [one for one in self.lines if "history" in one[1].amounts]
        loans = [one for one in self.lines if one not in totals and one not in history]
        columns = {column.name: column for column in self.record.columns}
        words = [(name, self.said[name]) for name in ("class", "opened", "due") if self.source.random() < 0.8]
        shown = [columns[name] for name in ("amount", "balance", "overdue")]
        captions = {**self.said, "item": self.said["lender"]}
        parts: list[tuple[str, list[Block]]] = []
        if loans:
            parts.append(("loans_part", [table(self.figures, loans, shown, self.look, captions, texts=words, label=0.26, alone=True)]))
        arrange = arranged(self.figures, self.look, self.source, chinese=self.chinese)
        parts.append(("totals_part", arrange(totals, columns["balance"])))
        parts.append(("history_part", arrange(history, columns["history"])))
        if self.source.random() < 0.4:
            parts = [*parts[-2:], *parts[:-2]]
        return [block for name, blocks in parts for block in (self._part(name), *blocks)]

    def _bill(self) -> list[Block]:
        column = self.record.columns[0]
        if self.source.random() < 0.55:
            arrange = arranged(self.figures, self.look, self.source, chinese=self.chinese)
            return arrange(self.lines, column)
        texts = [(name, self.said[name]) for name in ("previous", "current", "price") if self.source.random() < 0.85]
        return [table(self.figures, self.lines, (column,), self.look, self.said, texts=texts, label=0.34)]

    def _valuation(self) -> list[Block]:
        columns = list(self.record.columns)
        if self.source.random() < 0.4:
            self.source.shuffle(columns)
        return [table(self.figures, self.lines, columns, self.look, self.said, label=0.34, alone=True)]
