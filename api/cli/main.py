"""The command line: one file for each command, and this one to join them."""

from __future__ import annotations

import sys
import traceback
from typing import Annotated

import typer

from api.cli import bench, read, rules, sample, serve, verify
from api.cli.exit import DONE, INTERNAL_ERROR
from api.version import VERSION

app = typer.Typer(
    name="tieout",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tieout {VERSION}")
        raise typer.Exit(0)


@app.callback()
def describe(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")] = False,
) -> None:
    """Do the papers of a small firm's loan file agree with each other?

    Reads every figure with its place, ties each to all others that must agree, and shows what does not.

    Exit status: 0 done, whatever was found; 1 done, and --fail-on was reached; 2 called wrongly, or not one document could
    be read; 3 some documents could not be read.

    Example: tieout verify loan-file/ --out report/
    """


app.command("verify")(verify.command)
app.command("read")(read.command)
app.command("rules")(rules.command)
app.command("sample")(sample.command)
app.command("serve")(serve.command)
app.command("bench")(bench.command)


def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        # A name that the terminal cannot show must not end the program after minutes of work.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app()
    except BrokenPipeError:
        # The reader of our output (head, less) has gone: nothing is left to say, and to nobody.
        sys.stderr.close()
        sys.exit(DONE)
    except Exception:
        # A bug: its own status, for the interpreter's would be the one of --fail-on.
        traceback.print_exc()
        print(f"tieout {VERSION}: an error of this program, not of the documents. Please report the lines above.", file=sys.stderr)
        sys.exit(INTERNAL_ERROR)
