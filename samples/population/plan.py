"""What each numbered case of a population is: which firm, which split, honest or fabricated, with what mess and what fabrication."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

from extract.errors import WronglyCalled
from samples.case import Intervention
from samples.fabrication.bundles import bundle as bundled
from samples.fabrication.order import ordered
from samples.firms.firm import Firm, Industry, Language
from samples.population import registry
from samples.population.parameters import parameters
from samples.population.splits import Split
from samples.streams import stream

#: How the firms' seeds are spread, so that the cases of two populations share no firm.
_STRIDE = 1_000_003


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the caller asks of a population.

    only       kinds to plant in every case (fabrications then), () for the mix of the parameter file; mess codes may stand among them
    share      of fabricated cases, 0 to 1; None: that of the parameter file
    split      None: both, each case of one of them
    language, industry   None: the mix of the parameter file
    """

    cases: int
    seed: int
    only: tuple[str, ...] = ()
    share: float | None = None
    split: Split | None = None
    language: Language | None = None
    industry: Industry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A fabrication to plant.   strength, care: as Event has them"""

    code: str
    strength: float
    care: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One case.   required: codes without which the case is not what was asked"""

    number: int
    seed: int
    split: Split
    language: Language | None
    industry: Industry | None
    fabricated: bool
    bundle: str
    planted: tuple[Planted, ...]
    required: tuple[str, ...]


def kinds(package: str) -> dict[str, Intervention]:
    """The interventions declared below "samples.mess" or "samples.fabrication", by code."""
    return {kind.code: kind for kind in registry.declared(package, "KIND")}


def fabrications() -> dict[str, Intervention]:
    return kinds("samples.fabrication")


def messes() -> dict[str, Intervention]:
    return kinds("samples.mess")


def checked(wanted: Wanted) -> Wanted:
    """`wanted`, its codes in capitals.   Raises WronglyCalled for less than one case, a share outside 0 to 1, or an unknown kind."""
    if wanted.cases < 1:
        raise WronglyCalled(f"{wanted.cases} loan files were asked for. Ask for at least one.")
    if wanted.share is not None and not 0 <= wanted.share <= 1:
        raise WronglyCalled(f"The share of fabricated loan files is {wanted.share}. Give a number from 0 to 1.")
    known = {**fabrications(), **messes()}
    only = tuple(dict.fromkeys(code.strip().upper() for code in wanted.only))
    unknown = [code for code in only if code not in known]
    if unknown:
        raise WronglyCalled(
            f"There is no kind {', '.join(unknown)}. Fabrications are {_listed(fabrications())}; honest mess is {_listed(messes())}."
        )
    return Wanted(
        cases=wanted.cases,
        seed=wanted.seed,
        only=only,
        share=wanted.share,
        split=wanted.split,
        language=wanted.language,
        industry=wanted.industry,
    )


def _listed(found: Iterable[str]) -> str:
    codes = sorted(found)
    return f"{codes[0]} to {codes[-1]}" if codes else "none"


def plan(wanted: Wanted, number: int) -> Plan:
    """The numbered case (from 1).   The same whatever the number of cases: case 7 of 10 is case 7 of 1,000."""
    source = stream(wanted.seed, "population", str(number))
    split: Split = wanted.split or ("develop" if source.random() < 0.7 else "test")
    fabricated = source.random() < (parameters()["fabrication"]["share"] if wanted.share is None else wanted.share)
    bundle = ""
    codes: tuple[str, ...]
    asked = [code for code in wanted.only if code in fabrications()]
    if asked:
        bundle, codes = "asked", ordered(asked)
    elif fabricated and not wanted.only:
        bundle, codes = bundled(source, split)
    else:
        codes = ()
    planted = tuple(_dosed(code, source, split) for code in codes)
    return Plan(
        number=number,
        seed=wanted.seed * _STRIDE + number,
        split=split,
        language=wanted.language,
        industry=wanted.industry,
        fabricated=bool(planted),
        bundle=bundle,
        planted=planted,
        required=wanted.only,
    )


def _dosed(code: str, source: Random, split: Split) -> Planted:
    fabrication = parameters()["fabrication"]
    low, high = fabrication["strength"]
    return Planted(code=code, strength=round(source.uniform(low, high), 3), care=source.choice(fabrication["care"][split]))


#: Mess that is another course of the firm.
_FIRST = frozenset({"N28", "N29"})


def mess_of(firm: Firm, source: Random, required: Iterable[str] = ()) -> list[str]:
    """The codes of honest mess that this firm's file has, drawn at the rates of the parameter file.

    The draw does not know whether the case is fabricated: honest and fabricated files are equally sloppy.
    """
    chosen = []
    for code, rates in parameters()["mess"].items():
        # Every code draws, whether it can happen here or not, so that a new code moves no other answer.
        chance = source.random()
        if code in messes() and (code in required or chance < _rate(rates, firm)):
            chosen.append(code)
    # What makes other books of the firm comes before what changes books.
    return sorted(chosen, key=lambda code: code not in _FIRST)


def _rate(rates: dict[str, Any], firm: Firm) -> float:
    """The file rate that fits: the industry's own, the bookkeeper's, a micro firm's, or the general one."""
    if firm.industry in rates:
        return float(rates[firm.industry])
    if firm.bookkeeper == "agency" and "agency" in rates:
        return float(rates["agency"])
    if firm.micro and "micro" in rates:
        return float(rates["micro"])
    return float(rates["rate"])
