"""tieout serve: the service with its web pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.exit import DONE, answered
from api.cli.speech import AsJson, InLanguage, Quiet, Verbose, speech

EXAMPLE = """Example:\n
  tieout serve --data ~/tieout\n
  TIEOUT_TOKEN=$(openssl rand -hex 24) tieout serve --host 0.0.0.0 --data /srv/tieout"""


@answered
def command(
    host: Annotated[str, typer.Option(help="Address to listen on; other than this machine's own only with a token.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8000,
    data: Annotated[Path, typer.Option(metavar="DIR", help="Where cases and results are kept.")] = Path("tieout-data"),
    token: Annotated[
        str | None,
        typer.Option(
            envvar="TIEOUT_TOKEN", help="What callers must present; the variable keeps it out of the list of processes.", show_default=False
        ),
    ] = None,
    language: InLanguage = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Serve the API and the web pages, on this machine alone unless told otherwise. Stop it with Ctrl-C."""
    voice = speech(language, as_json, quiet, verbose)
    import socket

    import uvicorn

    from api.cli.output import prepared
    from api.service.app import create_app
    from api.service.settings import Settings
    from extract.errors import WronglyCalled

    settings = Settings(data=data, token=token or None, host=host, port=port)
    prepared(data)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host.strip("[]"), port))
    except OSError as error:
        raise WronglyCalled(f"--host {host} --port {port}: {error.strerror or error}. Choose another port or address.") from error
    address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
    if as_json:
        voice.answer({"address": address, "data": str(data)})
    voice.remark(voice.say("cli.serving", address=address, data=data))
    if settings.token is None:
        voice.remark(voice.say("cli.serving_open"))
    level = "info" if verbose else "warning"
    config = uvicorn.Config(
        create_app(settings), log_level=level, access_log=verbose, server_header=False, timeout_graceful_shutdown=3, log_config=None
    )
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:  # how it is meant to be stopped
        return DONE
    return DONE


command.__doc__ = f"{command.__doc__}\n\n{EXAMPLE}"
