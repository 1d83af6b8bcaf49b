"""Every test that tieout knows: the formulas and the rules, found by walking their folders."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import verify.rules
from verify.case import Case
from verify.finding import SEVERITIES, VERDICTS, Finding, Severity, Verdict
from verify.formulas.formula import Formula, formulas
from verify.formulas.spoken import formula_in_words
from verify.tie import Tie
from verify.wording import Wording

#: Version of the catalogue as a whole; it rises when a test is added, changed or withdrawn.
RULESET = "2026.1"
_SECTION = re.compile(
    r"^(What it finds|Why it matters|Formula|Tolerance|Innocent explanations|References|Fires|Does not fire)$", re.MULTILINE
)
IN_CHINESE = ("What it finds", "Why it matters", "Tolerance")
NEEDED_SECTIONS = (
    "What it finds",
    "Why it matters",
    "Formula",
    "Tolerance",
    "Innocent explanations",
    "References",
    "Fires",
    "Does not fire",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A test that no formula can state: one module of verify.rules.

    sections   of its docstring, by heading
    chinese    what it finds, why it matters and its tolerance once more, in Chinese
    check      from a loan file to ties, or straight to findings where there is nothing to compare
    """

    sections: Mapping[str, str]
    chinese: Mapping[str, str]
    headline: str
    check: Callable[[Case], Iterator[Tie | Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One test of the catalogue, whether formula or rule; exactly one of the two is set."""

    code: str
    title: Wording
    severity: Severity
    verdict: Verdict
    since: str
    innocent: tuple[Wording, ...]
    formula: Formula | None = None
    rule: Rule | None = None

    def in_words(self) -> Wording | None:
        """The formula in words; None for a rule, which says it in its docstring."""
        return None if self.formula is None else formula_in_words(self.formula)


@cache
def catalogue() -> Mapping[str, Entry]:
    """All tests by code, in the order of their codes.   Raises ValueError for a code used twice or a rule half described."""
    found: dict[str, Entry] = {}
    for entry in [*_formulas(), *_rules()]:
        if entry.code in found:
            raise ValueError(f"code used twice: {entry.code}")
        found[entry.code] = entry
    return {code: found[code] for code in sorted(found)}


def _formulas() -> Iterator[Entry]:
    for formula in formulas():
        yield Entry(
            code=formula.id,
            title=formula.title,
            severity=formula.severity,
            verdict=formula.verdict,
            since=formula.since,
            innocent=formula.innocent,
            formula=formula,
        )


def _rules() -> Iterator[Entry]:
    for module_info in pkgutil.iter_modules(verify.rules.__path__):
        module = importlib.import_module(f"verify.rules.{module_info.name}")
        sections = _sections(module.__doc__ or "")
        missing = [name for name in NEEDED_SECTIONS if not sections.get(name)]
        missing += [f"{name} in Chinese" for name in IN_CHINESE if not module.CHINESE.get(name)]
        if missing or not module.INNOCENT or module.SEVERITY not in SEVERITIES or module.VERDICT not in VERDICTS:
            raise ValueError(f"{module_info.name}: not fully described: {', '.join(missing) or 'innocent, severity or verdict'}")
        yield Entry(
            code=module.CODE,
            title=module.TITLE,
            severity=module.SEVERITY,
            verdict=module.VERDICT,
            since=module.SINCE,
            innocent=tuple(module.INNOCENT),
            rule=Rule(sections, module.CHINESE, (module.__doc__ or "").strip().splitlines()[0], module.check),
        )


def _sections(docstring: str) -> dict[str, str]:
    parts = _SECTION.split(docstring)
    return {
        heading: " ".join(text.split()) if heading != "Innocent explanations" else text.strip()
        for heading, text in zip(parts[1::2], parts[2::2], strict=True)
    }
