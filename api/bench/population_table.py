"""The tables of the reading benchmark on made-up firms: one row for each press, language, kind of paper and reader, and sums of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from api.bench.judging import Counts, Judged
from api.bench.outcome import Outcome
from api.bench.population_file import OURS
from api.bench.reliability import Bin, at_least, at_most, reliability

ALL, BOTH = "all papers", "both"
#: press, language, kind of paper, reader
Key = tuple[str, str, str, str]


@dataclass(slots=True)
class Group:
    """All that one reader made of one kind of paper, in one language, of one press."""

    figures: list[Judged] = field(default_factory=list)
    counts: list[Counts] = field(default_factory=list)
    files: int = 0

    def tally(self) -> dict[str, Any]:
        """The counts, and the bounds at 95 %: the share right is at least, the share silently wrong at most."""
        figures = self.figures
        total = len(figures)
        named = [one.concept for one in figures if one.concept is not None]
        silent = sum(one.silent_wrong for one in figures)
        right = sum(one.right for one in figures)
        return {
            "files": self.files,
            "figures": total,
            "right": right,
            "right_at_least": round(at_least(right, total), 5),
            "right_doubtful": sum(one.right and one.doubtful for one in figures),
            "wrong": sum(one.found and not one.right for one in figures),
            "doubtful": sum(one.doubtful for one in figures),
            "silent_wrong": silent,
            "silent_wrong_at_most": round(at_most(silent, total), 5),
            "missing": sum(not one.found for one in figures),
            "labels": len(named),
            "labels_right": sum(named),
            "bank_rows": sum(one.rows for one in self.counts),
            "bank_rows_right": sum(one.rows_right for one in self.counts),
            "bank_rows_read": sum(one.rows_read for one in self.counts),
            "invoice_fields": sum(one.fields for one in self.counts),
            "invoice_fields_right": sum(one.fields_right for one in self.counts),
        }


@dataclass(slots=True)
class Measured:
    """All groups, and the time by (press, reader).

    covered   tieout's figures with a seal or a signature over them, which are in the groups as well
    """

    groups: dict[Key, Group] = field(default_factory=dict)
    covered: dict[Key, Group] = field(default_factory=dict)
    pages: Counter[tuple[str, str]] = field(default_factory=Counter)
    seconds: dict[tuple[str, str], float] = field(default_factory=dict)

    def add(self, outcome: Outcome) -> None:
        press, language = outcome.press, outcome.language
        for part in outcome.parts:
            group = self.groups.setdefault((press, language, part.kind, part.reader), Group())
            group.files += 1
            group.figures.extend(part.figures)
            group.counts.extend([part.counts] if part.counts is not None else [])
            if part.reader == OURS and (covered := [one for one in part.figures if one.inked]):
                under = (f"{press.partition(' ')[0]}, under ink", language, ALL, OURS)
                self.covered.setdefault(under, Group()).figures.extend(covered)
        for timed in outcome.timed:
            self.pages[press, timed.reader] += max(timed.pages, 1)
            self.seconds[press, timed.reader] = self.seconds.get((press, timed.reader), 0.0) + timed.seconds

    def rows(self) -> Iterator[tuple[Key, Group]]:
        """Each group, tieout's before the others' of the same paper, then what tieout made of all papers, by press and language."""
        yield from sorted(self.groups.items(), key=lambda item: (*item[0][:3], item[0][3] != OURS, item[0][3]))
        ours = [item for item in self.groups.items() if item[0][3] == OURS]
        yield from _summed(ours, lambda key: (key[0], key[1], ALL, OURS))
        yield from _summed(ours, lambda key: (key[0], BOTH, ALL, OURS))
        if len({key[0] for key, _ in ours if key[0].startswith("scan")}) > 1:
            yield from _summed([item for item in ours if item[0][0].startswith("scan")], lambda _: ("scan, all", BOTH, ALL, OURS))
        yield from sorted(self.covered.items())
        yield from _summed(list(self.covered.items()), lambda _: ("under ink, all", BOTH, ALL, OURS))

    def bins(self) -> list[Bin]:
        """Stated confidence of tieout's figures beside the share that was right."""
        ours = [figure for key, group in self.groups.items() if key[3] == OURS for figure in group.figures]
        return list(reliability((one.confidence, one.right) for one in ours if one.found and one.confidence is not None))

    def as_json(self) -> dict[str, Any]:
        names = ("press", "language", "kind", "reader")
        covered = {id(group) for group in self.covered.values()}
        rows = list(self.rows())
        speed = [
            {"press": press, "reader": reader, "pages": pages, "seconds_per_page": round(self.seconds[press, reader] / pages, 3)}
            for (press, reader), pages in sorted(self.pages.items())
        ]
        return {
            "results": [{**dict(zip(names, key, strict=True)), **group.tally()} for key, group in rows if key in self.groups],
            "sums": [
                {**dict(zip(names, key, strict=True)), **group.tally()} for key, group in rows if key[2] == ALL and id(group) not in covered
            ],
            "under_ink": [{"press": key[0], "language": key[1], **group.tally()} for key, group in sorted(self.covered.items())],
            "reliability": [
                {"from": row.low, "figures": row.count, "stated": round(row.stated, 5), "right": row.right} for row in self.bins()
            ],
            "speed": speed,
        }


def _summed(items: Iterable[tuple[Key, Group]], name: Any) -> Iterator[tuple[Key, Group]]:
    sums: dict[Key, Group] = {}
    for key, group in items:
        one = sums.setdefault(name(key), Group())
        one.figures.extend(group.figures)
        one.files += group.files
    yield from sorted(sums.items())


def print_tables(measured: Measured) -> None:
    """Figures, labels, what is counted whole, confidence, and seconds a page."""
    head = f"{'press':<22} {'':<4} {'paper':<17} {'reader':<26} {'n':>6} {'right':>8} {'at least':>8} {'wrong':>7} {'silent wrong':>14} "
    print(f"{head}{'at most':>8} {'missing':>8} {'doubtful':>8} {'of right':>8}")
    for (press, language, kind, reader), group in measured.rows():
        one = group.tally()
        if not one["figures"]:  # counted by lines alone
            continue
        total = one["figures"]
        doubted = f"{one['right_doubtful'] / one['right']:.2%}" if one["right"] else "-"
        print(
            f"{press:<22} {language:<4} {kind:<17} {reader:<26} {total:>6} {one['right'] / total:>8.2%} {one['right_at_least']:>8.2%} "
            f"{one['wrong'] / total:>7.2%} {one['silent_wrong']:>6} {one['silent_wrong'] / total:>7.3%} "
            f"{one['silent_wrong_at_most']:>8.3%} {one['missing'] / total:>8.2%} {one['doubtful'] / total:>8.2%} {doubted:>8}"
        )
    _print_whole(measured)
    print(f"\n{'confidence from':<16} {'figures':>8} {'stated':>8} {'right':>8} {'at least':>8} {'at most':>8}")
    for row in measured.bins():
        bounds = f"{at_least(row.right, row.count):>8.3%} {1 - at_least(row.count - row.right, row.count):>8.3%}"
        print(f"{row.low:<16} {row.count:>8} {row.stated:>8.3%} {row.right / row.count:>8.3%} {bounds}")
    print(f"\n{'press':<22} {'reader':<26} {'pages':>6} {'s/page':>8}")
    for (press, reader), pages in sorted(measured.pages.items(), key=lambda item: (item[0][0], item[0][1] != OURS, item[0][1])):
        print(f"{press:<22} {reader:<26} {pages:>6} {measured.seconds[press, reader] / pages:>8.3f}")


def _print_whole(measured: Measured) -> None:
    print(f"\n{'counted whole':<71} {'n':>6} {'right':>8} {'at least':>8}")
    for (press, language, kind, reader), group in measured.rows():
        one = group.tally()
        counted = (
            ("labels to concepts", one["labels_right"], one["labels"], ""),
            ("bank lines", one["bank_rows_right"], one["bank_rows"], f"  {one['bank_rows_read']} read"),
            ("fields beside figures", one["invoice_fields_right"], one["invoice_fields"], ""),
        )
        for what, right, total, more in counted:
            if total:
                name = f"{press:<22} {language:<4} {kind:<17} {what}" + ("" if reader == OURS else f", {reader}")
                print(f"{name:<71} {total:>6} {right / total:>8.2%} {at_least(right, total):>8.2%}{more}")
