"""One page of the catalogue: what a test checks, why, with which tolerance, and what explains a break innocently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from extract.errors import WronglyCalled
from verify.catalogue import Entry, catalogue
from verify.finding import Severity, Verdict
from verify.formulas.tolerance import SHARES, ToleranceName
from verify.wording import Wording

#: Said until a rate has been measured on labelled loan files.
NOT_MEASURED = Wording("尚未测定。", "not yet measured")
_ROUNDING = Wording(
    "按打印位数取整：打印到最小货币单位时须完全相等（相差1至5个最小单位为提示），否则每个数字允许末位的一半。",
    "Rounding of the printed digits: exact where figures are printed to the minor unit (1 to 5 minor units apart is a notice), "
    "else half a step for each printed figure.",
)
_EXACT = Wording("不允许任何差额。", "None: the smallest difference counts.")
_BOUNDS = Wording("以所列界限为准，另加打印取整。", "The stated bounds, and rounding of the printed digits beside them.")


def tolerance_in_words(name: ToleranceName) -> Wording:
    """What a formula's tolerance allows."""
    share = SHARES.get(name)
    if share is not None:
        return Wording(
            f"较大一方的{share:.0%}，另加打印取整。", f"{share:.0%} of the larger side, and rounding of the printed digits beside it."
        )
    return {"exact": _EXACT, "range": _BOUNDS, "rate_band": _BOUNDS}.get(name, _ROUNDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """Everything a reader may ask about one test.   fires, silent: an example each"""

    code: str
    title: Wording
    severity: Severity
    verdict: Verdict
    since: str
    checks: Wording
    why: Wording
    formula: str
    tolerance: Wording
    innocent: tuple[Wording, ...]
    source: str
    fires: str
    silent: str
    false_alarm_rate: Wording


def rule_page(code: str) -> RulePage:
    """The page of one test.   Raises WronglyCalled for a code that the catalogue does not have, with the nearest ones."""
    entry = catalogue().get(code.strip().upper())
    if entry is None:
        near = _nearest(code.strip().upper())
        hint = f" Did you mean {', '.join(near)}?" if near else " `tieout rules` lists all codes."
        raise WronglyCalled(f"There is no rule {code.strip()[:40]!r}.{hint}")
    return _of_formula(entry) if entry.formula is not None else _of_rule(entry)


def _nearest(code: str) -> list[str]:
    """Codes that the caller may have meant; BAL1 is BAL001."""
    family, number = code.rstrip("0123456789"), code[len(code.rstrip("0123456789")) :]
    padded = f"{family}{number.lstrip('0').zfill(3)}"
    close = get_close_matches(code, catalogue(), n=3, cutoff=0.5)
    return list(dict.fromkeys([*([padded] if padded in catalogue() else []), *close]))[:3]


def _of_formula(entry: Entry) -> RulePage:
    formula, words = entry.formula, entry.in_words()
    assert formula is not None and words is not None
    return RulePage(
        code=entry.code,
        title=entry.title,
        severity=entry.severity,
        verdict=entry.verdict,
        since=entry.since,
        checks=words,
        why=formula.why,
        formula=formula.text,
        tolerance=tolerance_in_words(formula.tolerance),
        innocent=entry.innocent,
        source=formula.source,
        fires=_figures(formula.example.breaks),
        silent=_figures(formula.example.holds),
        false_alarm_rate=NOT_MEASURED,
    )


def _of_rule(entry: Entry) -> RulePage:
    rule = entry.rule
    assert rule is not None
    said = rule.sections
    return RulePage(
        code=entry.code,
        title=entry.title,
        severity=entry.severity,
        verdict=entry.verdict,
        since=entry.since,
        checks=Wording(rule.chinese["What it finds"], said["What it finds"]),
        why=Wording(rule.chinese["Why it matters"], said["Why it matters"]),
        formula=said["Formula"],
        tolerance=Wording(rule.chinese["Tolerance"], said["Tolerance"]),
        innocent=entry.innocent,
        source=said["References"],
        fires=said["Fires"],
        silent=said["Does not fire"],
        false_alarm_rate=NOT_MEASURED,
    )


def _figures(example: Mapping[str, str]) -> str:
    return ", ".join(f"{concept} {amount}" for concept, amount in example.items())
