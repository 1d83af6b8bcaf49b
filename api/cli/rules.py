"""tieout rules: the catalogue of ties, rules and signals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from api.cli.exit import DONE, answered
from api.cli.speech import AsJson, InLanguage, Quiet, Speech, Verbose, printable, speech

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
        page = rules.page(code)
        if as_json:
            voice.answer(page)
        else:
            _print(page, voice)
        return DONE
    listed = rules.listed()
    if as_json:
        voice.answer({"ruleset": rules.ruleset(), "rules": listed})
        return DONE
    from api.cli.tables import rules_table

    voice.out.print(rules_table(listed, voice))
    return DONE


command.__doc__ = f"{command.__doc__}\n\n{EXAMPLE}"


def _print(page: Mapping[str, Any], voice: Speech) -> None:
    voice.out.print(printable(f"{page['code']} · {voice.said(page, 'title')}"), style="bold")
    terms = (
        voice.term("severity", page["severity"]),
        voice.term("verdict", page["verdict"]),
        f"{voice.say('page.rule.since')} {page['since']}",
    )
    voice.out.print(" · ".join(terms) + "\n")
    for name in ("checks", "why", "formula", "tolerance", "innocent_explanations", "fires", "silent", "false_alarm_rate", "source"):
        if name == "innocent_explanations":
            texts = page["innocent_explanations_zh" if voice.language == "zh" else "innocent_explanations"]
            voice.out.print(voice.say("page.rule.innocent"), style="bold")
            for text in texts:
                voice.out.print(f"  - {printable(text)}")
            continue
        voice.out.print(voice.say(f"page.rule.{name}"), style="bold")
        voice.out.print(f"  {printable(voice.said(page, name))}")
