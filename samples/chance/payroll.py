"""A month's payroll of a firm as a list drawn by chance: what each person earned, what was kept back, what was paid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

from samples.case import Document
from samples.chance.listing import TOTAL, Column, Content, Listing, Numbered, entry, listed
from samples.chance.lists import said_period
from samples.chance.words import worded
from samples.firms.firm import Firm
from samples.population.splits import Split
from samples.records.record import Form, FormColumn, FormLine
from samples.streams import stream

_EARNED, _TAKEN = ("base", "bonus", "extra"), ("pension", "medical", "fund", "tax")
_NAMES = {
    "zh": ("王伟", "李娜", "张敏", "刘洋", "陈静", "杨勇", "赵磊", "黄丽", "周强", "吴霞", "徐平", "孙刚", "马超群", "朱慧",
           "胡建国", "林芳"),
    "en": ("Amy Cole", "Ben Hart", "Cara Dunn", "Dev Patel", "Ed Marsh", "Fay Lowe", "Gus Reid", "Hana Ito", "Ivy Nash", "Jo Pike",
           "Ken Rudd", "Lea Voss", "Max Byrne", "Nia Webb", "Oli Crane", "Pam Yates"),
}  # fmt: skip
_UNITS = {"zh": ("销售部", "生产部", "财务部"), "en": ("Sales", "Works", "Office")}


def document(firm: Firm) -> Document:
    """The payroll of the firm's last month."""
    source = stream(firm.seed, "chance", "payroll")
    names = source.sample(_NAMES[firm.language], source.randint(5, 16))
    lines = [FormLine(name=f"p{number}", label=name, amounts=_amounts(source)) for number, name in enumerate(names, 1)]
    roles = (*_EARNED, "gross", *_TAKEN, "taken", "net")
    total = {role: sum(line.amounts[role] for line in lines) for role in roles}
    last = firm.last
    form = Form(
        record="payroll_return",
        form="payroll",
        title="",
        entity=firm.name,
        currency=firm.currency,
        start=date(last.year, last.month, 1),
        end=last,
        columns=tuple(FormColumn(name=role, caption=role, period=last, span="month") for role in roles),
        lines=(*lines, FormLine(name=TOTAL, label="", amounts=total)),
    )
    return Document(id="payroll-list", record=form)


def _amounts(source: Random) -> dict[str, int]:
    base = source.randint(300_000, 1_800_000) // 100 * 100
    found = {"base": base, "bonus": source.choice((0, source.randint(10_000, 400_000))), "extra": source.randint(0, 90_000)}
    found["gross"] = sum(found.values())
    kept = {
        "pension": base * 8 // 100,
        "medical": base * 2 // 100,
        "fund": base * 7 // 100,
        "tax": max(0, found["gross"] - 500_000) * 3 // 100,
    }
    taken = sum(kept.values())
    return found | kept | {"taken": taken, "net": found["gross"] - taken}


def paper(form: Form, firm: Firm, source: Random, split: Split) -> Listing:
    """The list on a layout of that stream."""
    said = worded("payroll_list", firm.language, source, split)

    def money(role: str) -> Callable[[Numbered], Content]:
        return lambda row: entry(form, row, role, label=said["sum"] if row[1].name == TOTAL else "")

    roles = [*_EARNED, "gross", *_TAKEN, *(["taken"] if source.random() < 0.6 else []), "net"]
    grouped = source.random() < 0.35

    def path(role: str) -> tuple[str, ...]:
        over = said["over_pay"] if role in _EARNED else said["over_taken"] if role in _TAKEN else ""
        return (over, said[role]) if grouped else (said[role],)

    amounts = [Column(role, path(role), money(role), money(role)) for role in roles]
    words = [Column("name", (said["name"],), lambda row: row[1].label)]
    units = _UNITS[firm.language]
    if source.random() < 0.4:
        words.append(Column("unit", (said["unit"],), lambda row: units[row[0] % len(units)]))
    if source.random() < 0.3:
        words.append(Column("post", (said["post"],), lambda _: "员工" if firm.language == "zh" else "Staff"))
    if source.random() < 0.3:
        shown = "3301021990{:02d}12{:04d}" if firm.language == "zh" else "QQ{:02d}{:04d}C"
        words.append(Column("id", (said["id"],), lambda row: shown.format(row[0] % 12 + 1, 1000 + row[0] * 7)))
    if source.random() < 0.5:
        words.insert(0, Column("row", (said["row"],), lambda row: str(row[0])))
    if source.random() < 0.3:
        amounts.append(Column("sign", (said["sign"],), lambda _: None))
    if grouped:
        words = [replace(column, path=(*column.path, "")) for column in words]
        amounts = [replace(column, path=(*column.path, "")) if len(column.path) == 1 else column for column in amounts]
    lines = list(enumerate(form.lines, 1))
    return listed(
        source, form, [*words, *amounts], lines if source.random() < 0.8 else lines[:-1], said, language=firm.language, title=said["title"],
        period=said_period(form, source, firm.language), dated=True,
    )  # fmt: skip
