"""What a service is told when it is started."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from extract.errors import WronglyCalled
from extract.limits import MAX_FILE_BYTES, MAX_FILES

#: One request may carry a whole loan file; honest ones have under 300 MB.
MAX_UPLOAD_BYTES = 4 * MAX_FILE_BYTES
#: A body that is no upload has a name and a few passwords.
MAX_JSON_BYTES = 64 * 1024
#: The longest that a caller may wait for a verification in one request, seconds.
MAX_WAIT_SECONDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a service.

    data         folder of the installation: database and blobs
    token        what callers must present; None: everyone who reaches it may use it
    host         address it listens on; other than this machine's own only with a token
    upload_bytes, file_bytes, files   what one request may carry, what one file may have, how many files

    Raises WronglyCalled for a host that others can reach when there is no token, and for a token that can be guessed.
    """

    data: Path
    token: str | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    upload_bytes: int = MAX_UPLOAD_BYTES
    file_bytes: int = MAX_FILE_BYTES
    files: int = MAX_FILES

    def __post_init__(self) -> None:
        if self.token is not None and len(self.token) < 16:
            raise WronglyCalled("--token: it can be guessed. Give at least 16 characters, for example from: openssl rand -hex 24")
        if self.token is None and not is_loopback(self.host):
            raise WronglyCalled(
                f"--host {self.host}: others could reach the service and every paper in it. Set a token (--token, or TIEOUT_TOKEN), "
                "or listen on 127.0.0.1."
            )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches `host`."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
