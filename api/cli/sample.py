"""tieout sample: made-up loan files with their truth beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from api.cli.exit import DONE, answered
from api.cli.speech import AsJson, InLanguage, Quiet, Verbose, speech

EXAMPLE = """Example:\n
  tieout sample --cases 20 --seed 7 --out samples/"""


@answered
def command(
    cases: Annotated[int, typer.Option(min=1, max=100_000, help="How many loan files.")] = 10,
    seed: Annotated[int, typer.Option(help="The same seed gives the same files.")] = 1,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where to write them.")] = Path("tieout-samples"),
    language: InLanguage = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Write sample loan files of made-up firms, honest and tampered, with the truth about each beside it."""
    voice = speech(language, as_json, quiet, verbose)
    from api.cli.output import prepared
    from samples.flow import sample

    folder = prepared(out)
    total = 0

    def progress(*state: Any) -> None:
        if voice.verbose:
            voice.remark(" ".join(str(part) for part in state))

    sample(cases, seed, folder, progress=progress)
    written = sorted(path.name for path in folder.iterdir() if path.is_dir())
    total = len(written)
    if as_json:
        voice.answer({"out": str(folder), "seed": seed, "cases": written})
    else:
        voice.out.print(voice.say("cli.samples", count=total, path=folder), soft_wrap=True)
    return DONE


command.__doc__ = f"{command.__doc__}\n\n{EXAMPLE}"
