"""A register or a trial balance as rows of a sheet: texts, then amounts; sums by formula where a formula gives them."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from samples.firms.firm import Language
from samples.formats.workbook import Formula, Number, SheetCell
from samples.papers.invoices.register import TOTAL, Numbered, cell, numbered
from samples.papers.paper import Entry
from samples.records.record import Form

#: Captions of the texts of a line, in the order of their columns; those that no line has are left out.
_TEXTS = {
    "zh": {
        "number": "发票号码",
        "code": "发票代码",
        "day": "开票日期",
        "party": "对方名称",
        "tax_id": "对方税号",
        "kind": "票种",
        "status": "发票状态",
    },
    "en": {
        "number": "Invoice number",
        "code": "Code",
        "day": "Date",
        "party": "Name",
        "tax_id": "Tax number",
        "kind": "Type",
        "status": "Status",
    },
}
_ACCOUNT = {"zh": ("科目编码", "科目名称"), "en": ("Code", "Account")}
_VALID = {"zh": "正常", "en": ""}


@dataclass(frozen=True, slots=True)
class Rows:
    """The captions and the lines of a form: columns of text, then its columns of amounts."""

    form: Form
    language: Language

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(name for name in _TEXTS[self.language] if any(line.texts.get(name) for line in self.form.lines))

    @property
    def accounts(self) -> bool:
        return self.form.record == "trial_balance"

    @property
    def captions(self) -> list[SheetCell]:
        texts = _ACCOUNT[self.language] if self.accounts else tuple(_TEXTS[self.language][name] for name in self.texts)
        return [*texts, *(column.caption for column in self.form.columns)]

    def start(self, row: Numbered) -> list[SheetCell]:
        """The texts of a line; a sum has only its label."""
        line = row[1]
        if self.accounts:
            return [line.number, line.label]
        if line.name == TOTAL:
            return [line.label, *[None] * (len(self.texts) - 1)]
        return [line.texts.get(name, "") for name in self.texts]

    def amounts(self, row: Numbered) -> list[Entry | None]:
        return [cell(self.form, row, column.name) for column in self.form.columns]

    def typed(self) -> list[list[SheetCell]]:
        """Every line with its amounts as numbers."""
        return [[*self.start(row), *(Number(entry) if entry else None for entry in self.amounts(row))] for row in numbered(self.form)]

    def printed(self) -> list[list[SheetCell]]:
        """Every line with its amounts as text."""
        return [[*self.start(row), *self.amounts(row)] for row in numbered(self.form)]

    def computed(self, first: int) -> list[list[SheetCell]]:
        """Every line, sums as formulas over the lines above them; a sum that does not add up stays a number.

        first   number of the first of these rows on the sheet
        """
        rows = numbered(self.form)
        above = [row for row in rows if row[1].name != TOTAL]
        valid = [row for row in above if row[1].texts.get("status", _VALID[self.language]) == _VALID[self.language]]
        result: list[list[SheetCell]] = []
        for row in rows:
            cells = self.start(row)
            for column, entry in zip(self.form.columns, self.amounts(row), strict=True):
                if entry is None:
                    cells.append(None)
                elif row[1].name == TOTAL and row[1].amounts[column.name] == sum(one.amounts.get(column.name, 0) for _, one in valid):
                    cells.append(Formula(entry, self._sum(len(cells) + 1, first, first + len(above) - 1)))
                elif self._gross(row, column.name):
                    number = first + row[0] - 1
                    net, tax = get_column_letter(len(cells) - 1), get_column_letter(len(cells))
                    cells.append(Formula(entry, f"={net}{number}+{tax}{number}"))
                else:
                    cells.append(Number(entry))
            result.append(cells)
        return result

    def _sum(self, column: int, first: int, last: int) -> str:
        letter = get_column_letter(column)
        if "status" not in self.texts:
            return f"=SUM({letter}{first}:{letter}{last})"
        status = get_column_letter(self.texts.index("status") + 1)
        return f'=SUMIFS({letter}{first}:{letter}{last},{status}{first}:{status}{last},"{_VALID[self.language]}")'

    def _gross(self, row: Numbered, column: str) -> bool:
        """Whether the amount is the net and the tax in the two cells before it, and adds up."""
        amounts = row[1].amounts
        names = [one.name for one in self.form.columns]
        return (
            row[1].name != TOTAL
            and names == ["net", "tax", "total"]
            and column == "total"
            and amounts["total"] == amounts.get("net", 0) + amounts.get("tax", 0)
        )
