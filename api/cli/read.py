"""tieout read: what stands in documents, without judging it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.exit import answered, status_of
from api.cli.speech import AsJson, InLanguage, Quiet, Verbose, speech

EXAMPLE = """Example:\n
  tieout read balance-sheet.pdf bank-2025.xlsx\n
  tieout read balance-sheet.pdf --json | jq '.documents[0].records[0].lines'"""


@answered
def command(
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Documents; a folder or a zip stands for all in it.", show_default=False)
    ],
    password: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=PASSWORD",
            help="Password of an encrypted document; repeat for more. TIEOUT_PASSWORD holds one for all.",
            show_default=False,
        ),
    ] = None,
    language: InLanguage = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Read documents only: records and figures."""
    voice = speech(language, as_json, quiet, verbose)
    from api import wire
    from api.cli.progress import Reading
    from api.passwords import Passwords
    from extract.flow import read_loan_file

    known = Passwords.parsed(password or [])
    with Reading(voice) as reading:
        loan_file = read_loan_file(paths, passwords=known, on_document=reading.document)
    answer = wire.documents(loan_file.documents)
    documents = answer["documents"]
    if as_json:
        voice.answer(answer)
    else:
        from api.cli.tables import documents_table, record_heading, record_table

        voice.out.print(documents_table(documents, voice))
        for document in documents:
            for record in document["records"]:
                voice.out.print(record_heading(record, voice), style="bold")
                voice.out.print(record_table(record, voice))
    status = status_of(documents)
    if status == 2:
        voice.remark(voice.say("cli.nothing_read"))
    elif status == 3:
        voice.remark(voice.say("cli.some_refused", count=sum(document["status"] == "refused" for document in documents)))
    return status


command.__doc__ = f"{command.__doc__}\n\n{EXAMPLE}"
