"""tieout rules: the catalogue of ties, rules and signals."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.exit import DONE, answered
from api.cli.speech import AsJson, InLanguage, Quiet, Verbose, speech

EXAMPLE = """Example:\n
  tieout rules\n
  tieout rules BAL001"""


@answered
def command(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="Show the page of this one.", show_default=False)] = None,
    language: InLanguage = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """List the catalogue of ties and rules, or show the page of one: what it finds, why, and the innocent explanations."""
    voice = speech(language, as_json, quiet, verbose)
    from api import rules

    if code is not None:
        page = rules.page(code, voice.language)
        if as_json:
            voice.answer(page)
        else:
            voice.out.print(page["page"], soft_wrap=True)
        return DONE
    listed = rules.listed()
    if as_json:
        voice.answer({"ruleset": rules.ruleset(), "rules": listed})
        return DONE
    from api.cli.tables import rules_table

    voice.out.print(rules_table(listed, voice))
    return DONE


command.__doc__ = f"{command.__doc__}\n\n{EXAMPLE}"
