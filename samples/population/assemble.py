"""One case as figures: the firm, its books, the mess, the fabrication, and all papers that come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TypeVar

from extract.errors import WronglyCalled
from samples.books.journal import Ledgers
from samples.books.simulate import books
from samples.case import Change, Dose, Drawn, Event, Intervention, Papers
from samples.firms.draw import firm
from samples.firms.firm import Firm
from samples.population import plan as plans
from samples.population.parameters import parameters
from samples.population.plan import Plan, Planted
from samples.population.twins import changes
from samples.records.compose import papers
from samples.streams import stream

#: Firms that are drawn before it is given up that a kind can be planted in one.
_TRIES = 40
_STRIDE = 7_000_003

_State = TypeVar("_State", Ledgers, Papers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A case as figures.

    honest   the papers of the honest twin: the same firm with the same mess in its books, before anything was made up
    papers   what there is to hand in
    mess, fabrications   what was done; a fabrication says which figures it changed
    """

    plan: Plan
    firm: Firm
    honest: Papers
    papers: Papers
    mess: tuple[Event, ...]
    fabrications: tuple[Event, ...]


def assembled(plan: Plan) -> Assembled:
    """The case of `plan`.

    A firm that does not lend itself to what was asked for by name is passed over for the next one.
    Raises WronglyCalled when none of many firms does.
    """
    for attempt in range(_TRIES):
        found = _assembled(plan, plan.seed + attempt * _STRIDE, last=attempt == _TRIES - 1)
        if found is not None:
            return found
    raise WronglyCalled(
        f"None of {_TRIES} firms lends itself to {', '.join(plan.required)}. Ask for fewer kinds at once, or for another split, "
        "language or industry."
    )


def _assembled(plan: Plan, seed: int, *, last: bool) -> Assembled | None:
    borrower = firm(seed, split=plan.split, language=plan.language, industry=plan.industry)
    ledgers = Ledgers(firm=borrower, books=books(borrower))
    mess = _Steps(borrower, [plans.messes()[code] for code in plans.mess_of(borrower, stream(seed, "mess"), plan.required)], {})
    made = _Steps(borrower, [plans.fabrications()[planted.code] for planted in plan.planted], {one.code: one for one in plan.planted})
    ledgers = mess.on_books(ledgers)
    honest = papers(ledgers)
    done = honest
    for kind in made.kinds:
        changed = made.on_books_of(kind, ledgers)
        if changed is not None:
            ledgers = changed
            after = papers(ledgers)
            made.note(kind, done, after)
            done = after
    done = mess.on_papers(done)
    done = made.on_papers(done)
    missing = set(plan.required) - set(mess.drawn) - set(made.drawn)
    if missing or (plan.planted and not made.drawn and not last):
        return None
    return Assembled(
        plan=plan,
        firm=done.ledgers.firm,
        honest=honest,
        papers=done,
        mess=mess.events(""),
        fabrications=made.events(plan.bundle),
    )


class _Steps:
    """Interventions on one firm, and what each of them drew and changed."""

    def __init__(self, borrower: Firm, kinds: list[Intervention], planted: Mapping[str, Planted]) -> None:
        fits = [kind for kind in kinds if borrower.language in kind.languages and borrower.industry in kind.industries]
        self.firm, self.kinds, self.planted = borrower, fits, planted
        self.drawn: dict[str, dict[str, object]] = {}
        self.found: dict[str, list[tuple[tuple[Change, ...], tuple[str, ...]]]] = {}

    def on_books(self, ledgers: Ledgers) -> Ledgers:
        for kind in self.kinds:
            ledgers = self.on_books_of(kind, ledgers) or ledgers
        return ledgers

    def on_books_of(self, kind: Intervention, ledgers: Ledgers) -> Ledgers | None:
        """The books after that kind; None when it leaves them alone."""
        if kind.books is None or (kind.suits is not None and not kind.suits(ledgers)):
            return None
        return self._done(kind, "books", kind.books, ledgers)

    def on_papers(self, done: Papers) -> Papers:
        for kind in self.kinds:
            if kind.papers is None or (kind.suits is not None and not kind.suits(done.ledgers)):
                continue
            after = self._done(kind, "papers", kind.papers, done)
            if after is not None:
                self.note(kind, done, after)
                done = after
        return done

    def note(self, kind: Intervention, before: Papers, after: Papers) -> None:
        self.found.setdefault(kind.code, []).append(changes(before, after))

    def _done(
        self, kind: Intervention, step: str, act: Callable[[_State, Random, Dose], tuple[_State, Drawn] | None], state: _State
    ) -> _State | None:
        answer = act(state, stream(self.firm.seed, "step", kind.code, step), self._dose(kind))
        if answer is None:
            return None
        self.drawn.setdefault(kind.code, {}).update(answer[1])
        return answer[0]

    def _dose(self, kind: Intervention) -> Dose:
        planted = self.planted.get(kind.code)
        if planted is not None:
            return Dose(strength=planted.strength, care=planted.care)
        return Dose(rate=parameters()["mess"].get(kind.code, {}))

    def events(self, bundle: str) -> tuple[Event, ...]:
        return tuple(self._event(kind, bundle) for kind in self.kinds if kind.code in self.drawn)

    def _event(self, kind: Intervention, bundle: str) -> Event:
        drawn = dict(self.drawn[kind.code])
        start, months = drawn.pop("start", None), drawn.pop("months", 0)
        planted = self.planted.get(kind.code)
        pairs = self.found.get(kind.code, [])
        return Event(
            code=kind.code,
            strength=planted.strength if planted else 0.0,
            care=planted.care if planted else 0,
            bundle=bundle,
            start=start if isinstance(start, date) else None,
            months=months if isinstance(months, int) else 0,
            parameters=drawn,
            changes=tuple(change for found, _ in pairs for change in found),
            dropped=tuple(name for _, names in pairs for name in names),
        )
