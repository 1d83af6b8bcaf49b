"""Registers of invoices and trial balances as lists drawn by chance: which columns, in which order, under which captions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from samples.chance.listing import TOTAL, Column, Content, Listing, Numbered, entry, listed
from samples.chance.words import worded
from samples.firms.firm import Firm
from samples.papers.banks.texts import LONG_MONTHS
from samples.population.splits import Split
from samples.records.record import Form, FormLine

#: Lines of a register that are listed at most: more take time and show nothing new.
_MOST = 70
_VALID = ("正常", "")


def register(form: Form, firm: Firm, source: Random, split: Split) -> Listing:
    """A list of invoices."""
    said = worded("register_list", firm.language, source, split)
    lines = _cut(form)
    columns = _register_words(form, source, said)
    amounts = _register_amounts(
        form, source, said, source.choice((("net", "tax", "total"),) * 6 + (("net", "tax"), ("net", "total"), ("total",)))
    )
    if source.random() < 0.15:
        amounts = [replace(column, path=(said["over"], *column.path)) for column in amounts]
        columns = [replace(column, path=("", *column.path)) for column in columns]
    order = [*columns, *amounts]
    if source.random() < 0.12:
        cut = source.randint(1, len(columns))
        order = [*columns[:cut], *amounts, *columns[cut:]]
    if source.random() < 0.1:
        order = _captioned_twice(order, source, firm.language)
    title = said["title_in"] if form.form == "register_received" else said["title"]
    parted = "party" if source.random() < 0.15 else ""
    return listed(
        source, form, order, lines if source.random() < 0.7 else lines[:-1], said, language=firm.language, title=title,
        period=said_period(form, source, firm.language), dated=False, parted=parted,
    )  # fmt: skip


def _cut(form: Form) -> list[Numbered]:
    """The first lines and a total of just these."""
    plain = [row for row in enumerate(form.lines, 1) if row[1].name != TOTAL][:_MOST]
    valid = [line for _, line in plain if line.texts.get("status", "") in _VALID]
    total = {name: sum(line.amounts.get(name, 0) for line in valid) for name in ("net", "tax", "total")}
    last = form.lines[-1]
    return [*plain, (len(form.lines), replace(last, amounts=total))] if last.name == TOTAL else plain


def _register_words(form: Form, source: Random, said: dict[str, str]) -> list[Column]:
    plain = [line for line in form.lines if line.name != TOTAL]
    whole = any(line.texts.get("status", "") not in _VALID for line in plain)

    def text(name: str) -> Callable[[Numbered], Content]:
        return lambda row: row[1].texts.get(name) or None

    def day(row: Numbered) -> Content:
        return date.fromisoformat(row[1].texts["day"])

    def due(row: Numbered) -> Content:
        return date.fromisoformat(row[1].texts["day"]) + timedelta(days=30)

    found = [Column("number", (said["number"],), text("number")), Column("day", (said["day"],), day)]
    if any(line.texts.get("code") for line in plain) and source.random() < 0.8:
        found.append(Column("code", (said["code"],), text("code")))
    if source.random() < 0.9:
        found.append(Column("party", (said["party"],), text("party")))
    for name, chance in (("tax_id", 0.4), ("kind", 0.35), ("status", 1.0 if whole else 0.3)):
        if source.random() < chance and any(line.texts.get(name) for line in plain):
            found.append(Column(name, (said[name],), text(name)))
    if source.random() < 0.2:
        found.append(Column("due", (said["due"],), due))
    if source.random() < 0.25:
        found.append(Column("rate", (said["rate"],), lambda row: _rate(row[1])))
    if source.random() < 0.15:
        found.append(Column("order", (said["order"],), lambda row: f"HT-{2024000 + row[0] * 3}"))
    if source.random() < 0.15:
        found.append(Column("quantity", (said["quantity"],), lambda row: str(row[0] % 9 + 1)))
    if source.random() < 0.15:
        found.append(Column("user", (said["user"],), lambda row: ("admin", "lily")[row[0] % 2]))
    if source.random() < 0.1:
        found.append(Column("period", (said["month"],), lambda row: row[1].texts["day"][:7]))
    if source.random() < 0.2:
        found.append(Column("remark", (said["remark"],), lambda row: "" if row[0] % 5 else "OK"))
    source.shuffle(found)
    if source.random() < 0.35:
        found.insert(0, Column("row", (said["row"],), lambda row: str(row[0])))
    return found


def _rate(line: FormLine) -> str:
    net, tax = line.amounts.get("net", 0), line.amounts.get("tax", 0)
    return f"{round(100 * tax / net):d}%" if net else ""


def _register_amounts(form: Form, source: Random, said: dict[str, str], names: Sequence[str]) -> list[Column]:
    def money(name: str) -> Callable[[Numbered], Content]:
        return lambda row: entry(form, row, name, label=said["sum"] if row[1].name == TOTAL else "")

    columns = [Column(name, (said[name],), money(name), money(name)) for name in names]
    if "total" in names and source.random() < 0.2:
        columns += _settled(form, said)
    if source.random() < 0.12:
        columns.reverse()
    return columns


def _settled(form: Form, said: dict[str, str]) -> list[Column]:
    """What was paid of each invoice, and what is left: printed, and no figures of the record."""

    def part(share: int) -> Callable[[Numbered], Content]:
        def shown(row: Numbered) -> Content:
            total = row[1].amounts["total"]
            paid = total if row[0] % 3 else 0
            one = entry(form, row, "total", value=paid if share else total - paid)
            return replace(one, label="", field="") if one is not None else None

        return shown

    return [Column("paid", (said["paid"],), part(1), lambda _: None), Column("balance", (said["balance"],), part(0), lambda _: None)]


def _captioned_twice(columns: Sequence[Column], source: Random, language: str) -> list[Column]:
    """A third row of captions: units, or the number of each column."""
    money = "（元）" if language == "zh" else "(home currency)"
    numbered = source.random() < 0.5
    return [
        replace(column, path=(*column.path, f"({place})" if numbered else money if column.total else ""))
        for place, column in enumerate(columns, 1)
    ]


def said_period(form: Form, source: Random, language: str) -> str:
    """The time that a list is about, in words of its kind."""
    first, last = form.start, form.end
    if language == "zh":
        whole = f"{first:%Y-%m-%d} 至 {last:%Y-%m-%d}"
        months = f"{first.year}年{first.month}月-{last.year}年{last.month}月"
        return source.choice((whole, f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日", months))
    if form.record == "trial_balance":
        shown = f"{last.day} {LONG_MONTHS[last.month - 1]} {last.year}"
        return source.choice((f"As at {shown}", f"as of {LONG_MONTHS[last.month - 1]} {last.day}, {last.year}", f"Period to {shown}"))
    days = [f"{one.day} {LONG_MONTHS[one.month - 1]} {one.year}" for one in (first, last)]
    return source.choice((f"{days[0]} to {days[1]}", f"From {first.isoformat()} to {last.isoformat()}"))


def trial_balance(form: Form, firm: Firm, source: Random, split: Split) -> Listing:
    """Accounts with their balances."""
    said = worded("balance_list", firm.language, source, split)
    lines = list(enumerate(form.lines, 1))
    if source.random() < 0.2:
        lines = lines[:-1]
    flat = source.random() < 0.4
    chinese = firm.language == "zh"
    amounts = _chinese(form, source, said, flat) if chinese else _english(form, source, said)
    deep = max(len(column.path) for column in amounts)
    padding = ("",) * (deep - 1)
    above = deep > 1 and source.random() < 0.4
    columns = [replace(one, path=padding + one.path if above else one.path + padding) for one in _account(source, said, chinese)]
    order = [*columns, *amounts]
    if source.random() < 0.1:
        order = _captioned_twice(order, source, firm.language)
    period = said_period(form, source, firm.language)
    return listed(source, form, order, lines, said, language=firm.language, title=said["title"], period=period, dated=True)


def _account(source: Random, said: dict[str, str], chinese: bool) -> list[Column]:
    way = source.choice(("both", "both", "both", "both", "one", "none", "turned"))
    code = Column("number", (said["number"],), lambda row: row[1].number or None)
    name = Column("name", (said["name"],), lambda row: row[1].label)
    if way == "one":
        columns = [replace(name, cell=lambda row: f"{row[1].number} {row[1].label}".strip())]
    else:
        columns = {"both": [code, name], "none": [name], "turned": [name, code]}[way]
    if chinese and source.random() < 0.25:
        columns.append(Column("level", (said["level"],), lambda _: "1"))
    if chinese and source.random() < 0.15:
        columns.append(Column("currency", (said["currency"],), lambda _: "人民币"))
    if not chinese and source.random() < 0.25:
        columns.append(Column("kind", (said["kind"],), lambda row: "Asset" if row[1].amounts.get("closing_debit") else "Liability"))
    return columns


def _chinese(form: Form, source: Random, said: dict[str, str], flat: bool) -> list[Column]:
    names = {"opening": said["opening"], "period": said["moved"], "closing": said["closing"]}

    def money(name: str) -> Callable[[Numbered], Content]:
        return lambda row: entry(form, row, name, label=said["sum"] if row[1].name == TOTAL else "")

    def side(time: str) -> Callable[[Numbered], Content]:
        def shown(row: Numbered) -> Content:
            amounts = row[1].amounts
            return "借" if f"{time}_debit" in amounts else "贷" if f"{time}_credit" in amounts else "平"

        return shown

    def balance(time: str) -> Callable[[Numbered], Content]:
        def shown(row: Numbered) -> Content:
            return next((one for part in ("debit", "credit") if (one := entry(form, row, f"{time}_{part}")) is not None), None)

        return shown

    sided = source.random() < 0.3
    columns: list[Column] = []
    for time in ("opening", "period", "closing"):
        if sided and time != "period":
            columns.append(Column("side", (names[time], said["side"]), side(time)))
            columns.append(Column(time, (names[time], "金额"), balance(time), lambda _: None))
            continue
        columns += [
            Column(time, (names[time], said[part]), money(f"{time}_{part}"), money(f"{time}_{part}")) for part in ("debit", "credit")
        ]
    if sided or not flat:
        return columns
    joint = source.choice(("{0}{1}", "{0}（{1}）", "{1}{0}", "{0}-{1}", "{0} {1}"))
    return [replace(column, path=(joint.format(*column.path),)) for column in columns]


def _english(form: Form, source: Random, said: dict[str, str]) -> list[Column]:
    def money(name: str) -> Callable[[Numbered], Content]:
        return lambda row: entry(form, row, name, label=said["sum"] if row[1].name == TOTAL else "")

    def signed(row: Numbered) -> Content:
        debit = entry(form, row, "closing_debit")
        return debit if debit is not None else entry(form, row, "closing_credit", negative=True)

    if source.random() < 0.2:
        return [Column("balance", (said["balance"],), signed, lambda _: None)]
    columns = [Column(part, (said[part],), money(f"closing_{part}"), money(f"closing_{part}")) for part in ("debit", "credit")]
    return [replace(column, path=(said["closing"], *column.path)) for column in columns] if source.random() < 0.25 else columns
