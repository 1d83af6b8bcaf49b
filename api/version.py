"""Which tieout this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def _installed() -> str:
    try:
        return version("tieout")
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "0+uninstalled"


VERSION = _installed()
ENGINE = f"tieout {VERSION}"
