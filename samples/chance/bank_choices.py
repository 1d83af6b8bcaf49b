"""What is drawn for one bank's layout: columns, their order and captions, days, signs, balances, totals, rules and pages."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

from samples.chance.bank_days import Shown, between, days, manner, whole_days
from samples.chance.words import worded
from samples.papers.paper import Frame
from samples.population.splits import Split
from samples.records.record import BankStatement

#: Marks of money in and money out.
_FLAGS: dict[str, tuple[tuple[str, str], ...]] = {
    "zh": (("贷", "借"), ("收", "支"), ("C", "D"), ("+", "-"), ("贷方", "借方"), ("收入", "支出"), ("转入", "转出")),
    "en": (("C", "D"), ("CR", "DR"), ("Cr", "Dr"), ("+", "-"), ("Credit", "Debit")),
}
Mode = Literal["two", "in_out", "signed", "plus", "flag", "suffix", "brackets", "trailing", "minus_out", "bare", "sections"]
#: Ways to tell money in from money out; "bare" leaves it to the balances, "sections" prints two tables.
_MODES: dict[str, tuple[Mode, ...]] = {
    "zh": (
        "two",
        "two",
        "two",
        "in_out",
        "signed",
        "signed",
        "plus",
        "flag",
        "flag",
        "suffix",
        "brackets",
        "trailing",
        "minus_out",
        "bare",
    ),
    "en": ("two", "two", "two", "in_out", "signed", "signed", "plus", "flag", "suffix", "brackets", "trailing", "minus_out", "bare"),
    "us": ("two", "two", "in_out", "signed", "signed", "brackets", "trailing", "minus_out", "sections", "sections"),
}
MONEY = ("out", "in", "amount", "balance")
PAIRS: tuple[Mode, ...] = ("two", "in_out", "minus_out")
#: Columns that may stand below another one in the same row: upper and lower.
_STACKS: dict[str, tuple[tuple[str, str], ...]] = {
    "zh": (("party", "party_account"), ("date", "time"), ("summary", "text"), ("voucher", "branch"), ("party", "party_bank")),
    "en": (("date", "value_date"), ("summary", "text"), ("text", "voucher"), ("date", "time")),
}
#: How numbers of vouchers look; "own" is the record's own reference.
_SERIALS = ("own", "own", "counted", "day", "day_counted", "short", "long", "dashed", "cents")
_FOOTERS = {
    "zh": (
        "第{page}页/共{pages}页",
        "第 {page} 页",
        "{page}/{pages}",
        "打印时间：{printed} 10:24:31  柜员：00123  第{page}页，共{pages}页",
        "",
    ),
    "en": ("Page {page} of {pages}", "{page}/{pages}", "Page {page}", "Printed {printed}  Sheet {page}", ""),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What was drawn for one bank.

    order    roles of the columns from left to right   stacked: roles that stand below another one, upper to lower
    day      how a day of a movement prints   full: one with its year   period: two days to fill in
    empty    what stands in the empty one of two columns   note: a row without an amount is printed
    red      reversals print negative in the column of what they take back   nil: a movement of nothing is printed
    carried  balances at the edges of pages   subtotals: "day", "month" or none   counted: totals say how many movements
    foreign  the captions in a second language   joined: what stands between two captions of one column
    """

    language: str
    split: Split
    order: tuple[str, ...]
    stacked: tuple[tuple[str, str], ...]
    captions: dict[str, str]
    foreign: dict[str, str] | None
    joined: str
    mode: Mode
    day: Shown
    full: Shown
    period: str
    timed: bool
    once_a_day: bool
    balances: str
    newest_first: bool
    spanned: bool
    header: str
    repeated: bool
    opening: str
    closing: str
    totals: str
    counted: bool
    page_totals: bool
    subtotals: str
    carried: bool
    low: bool
    wraps: int
    inside: bool
    symbol: str
    grouped: bool
    balance_marks: str
    frame: Frame
    size: float
    wide: bool
    tight: float
    flags: tuple[str, str]
    empty: str | None
    serials: str
    stripe: float | None
    wrapped_heads: bool
    unit: bool
    footer: str
    end: bool
    note: bool
    red: bool
    nil: bool
    numbers_in_words: bool


def drawn(source: Random, record: BankStatement, language: str, split: Split) -> Choices:
    """A bank's choices.   The record's currency decides whose dates they are."""

    def chance(share: float) -> bool:
        return source.random() < share

    whose = manner(language, record.currency)
    mode = source.choice(_MODES[whose])
    balances = source.choice(("each", "each", "each", "each", "day", "none"))
    balances = {"bare": "each", "sections": "none"}.get(mode, balances)
    order = ordered(source, mode, balances, language)
    stacked = tuple(pair for pair in _STACKS[language] if set(pair) <= set(order) and chance(0.3))
    stacked = tuple(pair for number, pair in enumerate(stacked) if not set(pair) & {role for one in stacked[:number] for role in one})
    bare = balances == "none"
    header = source.choice(("pages", "pages", "pages", "first", "none") if balances == "each" else ("pages", "pages", "first"))
    return Choices(
        language=language,
        split=split,
        order=tuple(role for role in order if role not in {lower for _, lower in stacked}),
        stacked=stacked,
        captions=worded("bank", language, source, split),
        foreign=worded("bank", "en", source, split) if language == "zh" and chance(0.15) else None,
        joined=source.choice((" ", "/", "\n")),
        mode=mode,
        day=source.choice(days(language, record.currency)),
        full=source.choice(whole_days(language, record.currency)),
        period=source.choice(between(language)),
        timed=("time" not in order and chance(0.12)),
        once_a_day=chance(0.2) and not bare and ("date", "value_date") not in stacked,
        balances=balances,
        newest_first=chance(0.2) and balances == "each",
        spanned=mode in PAIRS and chance(0.2),
        header=header,
        repeated=chance(0.25),
        opening="above" if bare else source.choice(("row", "row", "above", "above", "none")),
        closing=source.choice(("above", "below") if bare else ("row", "above", "below", "none")),
        totals=source.choice(("row", "above", "below", "none", "none")) if mode != "sections" else source.choice(("above", "none")),
        counted=chance(0.35),
        page_totals=chance(0.12),
        subtotals=source.choice(("", "", "", "", "", "day", "month")),
        carried=chance(0.2) and balances == "each",
        low=chance(0.4),
        wraps=source.choice((1, 1, 2, 3)),
        inside=chance(0.4),
        symbol={"zh": "¥", "us": "$", "en": "£"}[whose] if chance(0.12) else "",
        grouped=chance(0.8),
        balance_marks=source.choice(("minus", "minus", "suffix", "brackets", "side")),
        frame=source.choice(("grid", "columns", "open", "open")),
        size=source.choice((6.4, 7.0, 7.6, 8.2, 9.0)),
        wide=len(order) > 8 or chance(0.25),
        tight=source.choice((1.0, 1.0, 0.75, 0.6)),
        flags=source.choice(_FLAGS[language]),
        empty=source.choice((None, None, None, "0.00", "-", "--")),
        serials=source.choice(_SERIALS),
        stripe=source.choice((None, None, 0.93)),
        wrapped_heads=chance(0.15),
        unit=chance(0.15),
        footer=source.choice(_FOOTERS[language]),
        end=chance(0.25),
        note=chance(0.1),
        red=chance(0.15) and mode in ("two", "in_out"),
        nil=chance(0.12),
        numbers_in_words=chance(0.25),
    )


def ordered(source: Random, mode: str, balances: str, language: str) -> tuple[str, ...]:
    """Roles from left to right: usually day, words, money, balance; now and then otherwise."""

    def one(role: str, share: float) -> list[str]:
        return [role] * (source.random() < share)

    dates = ["date", *one("value_date", 0.2)]
    if source.random() < 0.3:
        dates.reverse()
    head = [*one("number", 0.2), *dates, *one("time", 0.15)]
    words = {
        "zh": ["summary", "party", "party_account", "party_bank", "text", "voucher", "branch", "teller", "currency"],
        "en": ["summary", "text", "voucher", "party", "branch", "currency"],
    }[language]
    rare = ("party_bank", "branch", "teller", "currency")
    chosen = [role for role in words if source.random() < (0.15 if role in rare else 0.55)]
    chosen = chosen if set(chosen) & {"text", "summary", "party"} else [*chosen, "text"]
    source.shuffle(chosen)
    money = {
        "two": ["out", "in"], "minus_out": ["out", "in"], "in_out": ["in", "out"],
        "flag": source.choice((["flag", "amount"], ["amount", "flag"], ["flag", "amount"])),
    }.get(mode, ["amount"])  # fmt: skip
    balance = ["balance"] if balances != "none" else []
    way = source.random()
    cut = source.randint(0, len(chosen))
    if way < 0.5:
        parts = [head, chosen, money, balance]
    elif way < 0.7:
        parts = [head, money, balance, chosen]
    elif way < 0.85:
        parts = [head, chosen[:cut], money, balance, chosen[cut:]]
    elif way < 0.93:
        parts = [head, chosen[:cut], balance, chosen[cut:], money]
    elif way < 0.97:
        parts = [head, balance, chosen, money]
    else:
        parts = [chosen, head, money, balance]
    return tuple(role for part in parts for role in part)
