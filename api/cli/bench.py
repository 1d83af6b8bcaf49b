"""tieout bench: the project's own benchmarks."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import Annotated, Any, cast

import typer

import api.bench
from api.cli.exit import DONE, answered
from api.cli.speech import AsJson, InLanguage, Quiet, Verbose, speech
from extract.errors import WronglyCalled

EXAMPLE = """Example:\n
  tieout bench\n
  tieout bench statements --json"""


@answered
def command(
    name: Annotated[str | None, typer.Argument(help="Which one; none lists them.", show_default=False)] = None,
    arguments: Annotated[list[str] | None, typer.Argument(help="Passed on to the benchmark.", show_default=False)] = None,
    language: InLanguage = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Run one of the project's benchmarks; each prints what it is compared with."""
    voice = speech(language, as_json, quiet, verbose)
    known = benchmarks()
    if name is None:
        if as_json:
            voice.answer({"benchmarks": [{"name": one, "text": text} for one, text in known.items()]})
        else:
            for one, text in known.items():
                voice.out.print(f"{one:<20} {text}")
        return DONE
    if name not in known:
        raise WronglyCalled(f"bench {name}: there is no such benchmark. There are: {', '.join(known) or 'none'}.")
    run = cast(Callable[[list[str]], int], importlib.import_module(f"api.bench.{name}").run)
    passed = [*(arguments or []), *(["--json"] if as_json else []), *(["--quiet"] if quiet else []), *(["--verbose"] if verbose else [])]
    return run(passed)


command.__doc__ = f"{command.__doc__}\n\n{EXAMPLE}"


def benchmarks() -> dict[str, str]:
    """Modules of api.bench that have a `run`, with the first line of what they say about themselves."""
    found: dict[str, str] = {}
    for module in sorted(pkgutil.iter_modules(api.bench.__path__), key=lambda one: one.name):
        loaded: Any = importlib.import_module(f"api.bench.{module.name}")
        if callable(getattr(loaded, "run", None)):
            found[module.name] = (loaded.__doc__ or "").strip().partition("\n")[0]
    return found
