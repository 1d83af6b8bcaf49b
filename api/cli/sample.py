"""tieout sample: made-up loan files with their truth beside them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from api.cli.exit import DONE, answered
from api.cli.speech import AsJson, InLanguage, Quiet, Speech, Verbose, speech
from extract.errors import WronglyCalled

if TYPE_CHECKING:
    from samples.population.plan import Wanted

EXAMPLE = """Example:\n
  tieout sample --cases 20 --seed 7 --out samples/\n
  tieout sample --cases 1000 --figures-only --out figures/\n
  tieout sample --cases 5 --only F20 --out altered-flows/"""

_Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="KIND", help="Plant this kind in every loan file: F01 to F28, or N01 and on; may be given again."),
]
_Share = Annotated[
    float | None,
    typer.Option("--fabricated", metavar="SHARE", min=0.0, max=1.0, help="Share of fabricated loan files.", show_default=False),
]
_Split = Annotated[
    str | None, typer.Option("--split", metavar="develop|test", help="Only cases of this side; else both.", show_default=False)
]
_Industry = Annotated[
    str | None, typer.Option("--industry", help="trade, manufacturing, catering, construction or services.", show_default=False)
]
_Firms = Annotated[str | None, typer.Option("--firms", metavar="zh|en", help="Only Chinese or only English firms.", show_default=False)]


@answered
def command(
    cases: Annotated[int, typer.Option(help="How many loan files, 1 to 100,000.")] = 10,
    seed: Annotated[int, typer.Option(help="The same seed gives the same loan files.")] = 1,
    out: Annotated[Path, typer.Option(metavar="DIR", help="A new or empty folder.")] = Path("tieout-samples"),
    figures_only: Annotated[bool, typer.Option("--figures-only", help="No papers: only what each would say, as JSON.")] = False,
    only: _Only = None,
    fabricated: _Share = None,
    split: _Split = None,
    industry: _Industry = None,
    firms: _Firms = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes at once; else one for each core.", show_default=False)] = None,
    language: InLanguage = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Write loan files of made-up firms, honest and fabricated, with the truth about each beside it."""
    voice = speech(language, as_json, quiet, verbose)
    from samples.population.plan import Wanted
    from samples.population.writing import write

    wanted = Wanted(
        cases=cases,
        seed=seed,
        only=tuple(code for one in only or () for code in one.split(",")),
        share=fabricated,
        split=cast(Any, _one_of("--split", split, ("develop", "test"))),
        language=cast(Any, _one_of("--firms", firms, ("zh", "en"))),
        industry=cast(Any, _one_of("--industry", industry, ("trade", "manufacturing", "catering", "construction", "services"))),
    )
    if cases > 100_000:
        raise WronglyCalled(f"--cases {cases}: at most 100,000 at once. Write several populations with different seeds.")
    with _Bar(voice) as bar:
        written = write(wanted, out, papers=not figures_only, workers=workers, progress=bar.moved)
    _tell(voice, wanted, out, [(one.name, one.split, one.kinds, one.mess) for one in written])
    return DONE


def _one_of(option: str, value: str | None, known: tuple[str, ...]) -> str | None:
    if value is not None and value not in known:
        raise WronglyCalled(f"{option} {value}: write {', '.join(known[:-1])} or {known[-1]}.")
    return value


def _tell(voice: Speech, wanted: Wanted, out: Path, written: list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]) -> None:
    if voice.as_json:
        cases = [{"name": name, "split": split, "fabrications": list(kinds), "mess": list(mess)} for name, split, kinds, mess in written]
        voice.answer({"out": str(out), "seed": wanted.seed, "cases": [case["name"] for case in cases], "details": cases})
        return
    voice.out.print(voice.say("cli.samples", count=len(written), path=out), soft_wrap=True)


class _Bar:
    """How far the writing is: a bar on a terminal, now and then a line elsewhere; nothing when quiet."""

    def __init__(self, voice: Speech) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        self.voice = voice
        self.bar = Progress(
            BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=voice.err, transient=True, disable=voice.quiet
        )
        self.task = self.bar.add_task("cases", total=None)
        self.terminal = voice.err.is_terminal

    def __enter__(self) -> _Bar:
        if self.terminal:
            self.bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.terminal:
            self.bar.stop()

    def moved(self, done: int, cases: int) -> None:
        if self.terminal:
            self.bar.update(self.task, completed=done, total=cases)
        elif done == cases or done % max(1, cases // 10) == 0:
            self.voice.remark(f"{done} / {cases}")


command.__doc__ = f"{command.__doc__}\n\n{EXAMPLE}"
