"""tieout verify: reads a loan file, ties everything to everything, and says what does not agree."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from api.cli.exit import SEVERITIES, answered, status_of
from api.cli.speech import AsJson, InLanguage, Quiet, Speech, Verbose, printable, speech
from extract.document import Document
from extract.errors import WronglyCalled
from verify.parameters import INDUSTRIES

EXAMPLE = """Example:\n
  tieout verify loan-file/ --out report/ --fail-on high\n
  tieout verify statements.xlsx bank-2025.csv --json > case.json"""


@answered
def command(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="A folder, a zip, or files of one borrower.", show_default=False)],
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write case.json and report.html there.", show_default=False)] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="LEVEL", help="Exit with 1 when a finding is at least this severe: high, medium or low.", show_default=False),
    ] = None,
    password: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=PASSWORD",
            help="Password of an encrypted document; repeat for more. TIEOUT_PASSWORD holds one for all.",
            show_default=False,
        ),
    ] = None,
    industry: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The borrower's: trade, manufacturing, catering, construction or services. Without it no ratio is held against its peers.",
            show_default=False,
        ),
    ] = None,
    language: InLanguage = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Read a loan file, verify it, print findings and score."""
    voice = speech(language, as_json, quiet, verbose)
    if fail_on is not None and fail_on not in SEVERITIES:
        raise WronglyCalled(f"--fail-on {fail_on}: write high, medium or low.")
    if industry is not None and industry not in INDUSTRIES:
        raise WronglyCalled(f"--industry {industry}: write one of {', '.join(INDUSTRIES)}.")
    from api import flow
    from api.cli.output import prepared, write
    from api.cli.progress import Reading
    from api.passwords import Passwords

    known = Passwords.parsed(password or [])
    folder = None if out is None else prepared(out)
    with Reading(voice, None if quiet or as_json else _so_far(voice, paths, industry)) as reading:
        outcome = flow.verify_paths(paths, passwords=known, industry=industry, on_document=reading.document, on_waiting=reading.waiting)
    case = outcome.case
    if folder is not None:
        from api.report.html import report

        page = report(case, outcome.originals, language=voice.language)
        write(folder, {"case.json": json.dumps(case, ensure_ascii=False, indent=2) + "\n", "report.html": page})
    if as_json:
        voice.answer(case)
    else:
        _print(case, voice, folder)
    status = status_of(case["documents"], case["findings"], fail_on)
    _explain(case, voice, status, fail_on)
    return status


command.__doc__ = f"{command.__doc__}\n\n{EXAMPLE}"


def _so_far(voice: Speech, paths: Sequence[Path], industry: str | None) -> Any:
    """Tells the findings of the documents that were quick to read, while the scans are still being read."""

    def tell(documents: Sequence[Document], left: int) -> None:
        from api import flow
        from api.cli.tables import findings_table

        case = flow.judge(paths[0].name, documents, industry=industry)
        voice.err.print(voice.say("cli.so_far", count=left))
        if case["findings"]:
            voice.err.print(findings_table(case["findings"], voice))
        else:
            voice.err.print(voice.say("cli.no_findings"))

    return tell


def _print(case: Mapping[str, Any], voice: Speech, folder: Path | None) -> None:
    from api.cli.tables import findings_table

    if case["findings"]:
        voice.out.print(findings_table(case["findings"], voice))
    else:
        voice.out.print(voice.say("cli.no_findings"))
    voice.out.print(_summary(case, voice))
    for document in case["documents"]:
        for warning in document["warnings"]:
            head = voice.say("cli.refused" if document["status"] == "refused" else "cli.warning")
            voice.remark(f"{head}: {document['name']}: {voice.said(warning, 'text')}")
    if folder is None:
        voice.remark(voice.say("cli.no_report"))
    else:
        voice.out.print(printable(voice.say("cli.report_at", path=folder / "report.html")), soft_wrap=True)


def _summary(case: Mapping[str, Any], voice: Speech) -> str:
    from api.report.amounts import percent
    from api.report.calibration import population

    score, coverage = case["score"] or {}, case["coverage"]
    counts = {"run": coverage["run"], "not_run": coverage["not_run"], "documents": len(case["documents"])}
    grade = voice.term("grade", score.get("grade") or "none")
    probability = score.get("fabrication_probability")
    measured_on = population(score)
    if probability is None or measured_on is None:
        return voice.say("cli.summary", grade=f"{grade} ({voice.say('cli.uncalibrated')})" if score.get("grade") else grade, **counts)
    return voice.say("cli.summary_probability", grade=grade, probability=percent(probability), population=measured_on, **counts)


def _explain(case: Mapping[str, Any], voice: Speech, status: int, fail_on: str | None) -> None:
    """One line on why the exit status is not 0."""
    refused = sum(document["status"] == "refused" for document in case["documents"])
    if status == 1:
        voice.remark(voice.say("cli.fail_on", level=voice.term("severity", fail_on)))
    elif status == 2:
        voice.remark(voice.say("cli.nothing_read"))
    elif status == 3:
        voice.remark(voice.say("cli.some_refused", count=refused))
