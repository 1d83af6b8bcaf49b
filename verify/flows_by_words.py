"""What a row of a bank statement is about, told by its words: a first, plain classifier. What fits nothing stays unknown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from extract.records import Transaction
from verify.case import Case
from verify.evidence import ZERO

#: Short names would fit anything.
MIN_NAME = 2
_SEPARATORS = re.compile(r"[,，、;；/]")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of the firm beside its rows.

    accounts  numbers of its own accounts, letters and digits alone
    names     its own names, as holders of accounts are printed, plain
    owners    names of those who own or run it, plain
    """

    accounts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Class:
    concept: str
    incoming: bool
    words: re.Pattern[str] | None
    names: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    lender: bool
    unnamed: bool
    firm: bool


def flow_of(row: Transaction, known: Knowledge) -> str | None:
    """The class of a row: a concept of bank flows, another class of the file that no tie asks for, or None where nothing fits."""
    text, name = _folded(row.description), _folded(row.counterparty)
    incoming = row.amount.value > ZERO
    if _is_own(row, text, known):
        return "bank_own_transfers"
    if is_person_of(row.counterparty, known.owners):
        return "bank_related_in" if incoming else "bank_related_out"
    for one in _classes():
        if one.incoming == incoming and _fits(one, text, name):
            return one.concept
    return None


def owners_named(case: Case) -> frozenset[str]:
    """Names of owners and directors that forms of the case state beside such a caption, plain."""
    caption = re.compile(rf"(?:{_file()['owners']})(?:姓名)?\s*[:：]?", re.IGNORECASE)
    found = {
        plain(name)
        for _, form in case.forms
        for field in form.fields
        if caption.fullmatch(field.caption.strip())
        for name in _SEPARATORS.split(field.text)
    }
    return frozenset(name for name in found if len(name) >= MIN_NAME and not _firm().search(name))


def plain(name: str | None) -> str:
    """A name's letters and digits alone, folded."""
    return "".join(letter for letter in _folded(name) if letter.isalnum())


def account_number(number: str | None) -> str:
    return "".join(letter for letter in number or "" if letter.isalnum()).upper()


def is_person_of(name: str | None, persons: Iterable[str]) -> bool:
    """Whether a printed name is one of these: written in full, in another order, by initials, or with its middle masked (邓*)."""
    folded = _folded(name).strip()
    return bool(folded) and any(_same_person(folded, person) for person in persons)


def _same_person(name: str, person: str) -> bool:
    if plain(name) == person:
        return True
    if "*" in name:
        # 邓* of 邓静: each star is one letter; a bank that masks a firm's name prints more letters than stars.
        pattern = "".join("." if letter == "*" else re.escape(letter) for letter in name if not letter.isspace())
        return re.fullmatch(pattern, person) is not None
    words = [word for word in re.split(r"[^\w]+", name) if word]
    return len(words) > 1 and all(len(word) > 1 for word in words) and "".join(reversed(words)) == person


def _is_own(row: Transaction, text: str, known: Knowledge) -> bool:
    if account_number(row.counterparty_account) in known.accounts - {""} or plain(row.counterparty) in known.names - {""}:
        return True
    pattern = _pattern(_file()["own"])
    return pattern is not None and pattern.search(text) is not None


def _fits(one: _Class, text: str, name: str) -> bool:
    both = f"{text} {name}"
    if one.firm:
        return _firm().search(name) is not None
    if one.unless is not None and one.unless.search(both):
        return False
    if one.names is not None and one.names.search(name):
        return True
    if one.words is None or not one.words.search(both):
        return False
    if one.unnamed and name.strip():
        return False
    # "贷款" is typed for "货款" and the other way: a loan is one where a bank is on the other side, or nobody.
    return not one.lender or not name.strip() or _lender().search(name) is not None


def _folded(text: str | None) -> str:
    return unicodedata.normalize("NFKC", text or "").casefold()


@cache
def _file() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load(files("verify").joinpath("flows_by_words.yaml").read_text(encoding="utf-8"))
    return loaded


@cache
def _classes() -> tuple[_Class, ...]:
    return tuple(
        _Class(
            concept=row["concept"],
            incoming=row["way"] == "in",
            words=_pattern(row),
            names=_any(row.get("names", ())),
            unless=_any(row.get("unless", ())),
            lender=bool(row.get("lender")),
            unnamed=bool(row.get("unnamed")),
            firm=bool(row.get("firm")),
        )
        for row in _file()["classes"]
    )


@cache
def _firm() -> re.Pattern[str]:
    return _needed("firms")


@cache
def _lender() -> re.Pattern[str]:
    return _needed("lenders")


def _needed(part: str) -> re.Pattern[str]:
    pattern = _pattern(_file()[part])
    if pattern is None:
        raise ValueError(f"flows_by_words.yaml has no words for {part}")
    return pattern


def _pattern(row: Mapping[str, Any]) -> re.Pattern[str] | None:
    return _any(row.get("words", ()), row.get("english", ()))


def _any(anywhere: Iterable[str], whole: Iterable[str] = ()) -> re.Pattern[str] | None:
    """Matches any of `anywhere`, or any of `whole` as a whole word."""
    parts = [re.escape(_folded(word)) for word in anywhere]
    parts += [rf"(?<![a-z]){re.escape(_folded(word))}(?![a-z])" for word in whole]
    return re.compile("|".join(parts)) if parts else None
