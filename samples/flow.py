"""Made-up loan files with their truth beside them: firm, books, papers, tampering, print.

sample(cases, seed, out)   as many as wanted, honest and fabricated, Chinese and English in turn
shipped(out)               the four that are committed under samples/files
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from extract.errors import WronglyCalled
from samples.company import Language, firm
from samples.loan_file import LoanFile, honest, printed
from samples.streams import stream
from samples.tamper import APART, KINDS
from samples.trading import books
from samples.truth import truth

#: Name, language, seed of the firm, and the kinds planted, of the committed loan files.
SHIPPED: tuple[tuple[str, Language, int, tuple[str, ...]], ...] = (
    ("honest-zh", "zh", 2621, ()),
    ("fabricated-zh", "zh", 2603, ("inventory", "prior_year", "bank_line", "revenue")),
    ("honest-en", "en", 2601, ()),
    ("fabricated-en", "en", 2617, ("cash", "prior_year", "revenue")),
)


def sample(cases: int, seed: int, out: Path, *, progress: Callable[[int, int], None] | None = None) -> list[Path]:
    """Write `cases` loan files into the new or empty folder `out`, and <case>.truth.json beside each.

    progress   called with how many are done and how many there will be

    The same `cases` and `seed` give the same figures everywhere. Raises WronglyCalled for less than one case, a folder that
    has something in it or cannot be written, a full disk, or a font that is not installed.
    """
    if cases < 1:
        raise WronglyCalled(f"{cases} loan files were asked for. Ask for at least one.")
    _prepare(out)
    paths = []
    for number in range(1, cases + 1):
        kinds = _kinds(seed, number)
        paths.append(_write(f"case-{number:04d}", made("zh" if number % 2 else "en", seed * 100_003 + number, kinds), out))
        if progress:
            progress(number, cases)
    return paths


def shipped(out: Path) -> list[Path]:
    """Write the four committed loan files into the new or empty folder `out`.   Raises WronglyCalled as `sample` does."""
    _prepare(out)
    return [_write(name, made(language, seed, kinds), out) for name, language, seed, kinds in SHIPPED]


def made(language: Language, seed: int, kinds: Sequence[str]) -> LoanFile:
    """The loan file of a firm, with every kind of `kinds` planted in it."""
    borrower = firm(seed, language)
    file = honest(borrower, books(borrower))
    for kind in kinds:
        file = KINDS[kind](file, stream(seed, language, "tamper", kind))
    return file


def _kinds(seed: int, number: int) -> tuple[str, ...]:
    """What is planted in the numbered case: nothing in every other pair, else one to three kinds."""
    if (number - 1) // 2 % 2 == 0:
        return ()
    source = stream(seed, "kinds", str(number))
    while True:
        kinds = tuple(sorted(source.sample(sorted(KINDS), source.randint(1, 3))))
        if not any(apart <= set(kinds) for apart in APART):
            return kinds


def _prepare(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise WronglyCalled(f"The folder {out} is not empty. Name a new folder, or empty this one.")
    except OSError as error:
        raise WronglyCalled(f"The folder {out} cannot be written ({error.strerror}). Name another one.") from error


def _write(case: str, file: LoanFile, out: Path) -> Path:
    """Write one loan file beside its place and move it there: what stands under its own name is whole, its truth with it."""
    folder, unfinished = out / case, out / f".{case}.unfinished"
    answers, unfinished_answers = out / f"{case}.truth.json", out / f".{case}.truth.unfinished"
    try:
        papers = {}
        for handed in file.documents:
            papers[handed.name] = printed(file.firm, handed)
            path = unfinished / handed.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(papers[handed.name].content)
        content = truth(case, file, papers)
        unfinished_answers.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        unfinished_answers.replace(answers)
        unfinished.replace(folder)
    except OSError as error:
        answers.unlink(missing_ok=True)
        raise WronglyCalled(
            f"The loan file {case} could not be written to {out} ({error.strerror}). Make room or name another folder; "
            "what was finished before stays."
        ) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished_answers.unlink(missing_ok=True)
    return folder


if __name__ == "__main__":
    shipped(Path(sys.argv[1]))
