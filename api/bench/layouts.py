"""Reading on layouts drawn by chance, each another one: how far it carries over to papers that nobody has seen."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from api.bench.population import measure
from extract.errors import WronglyCalled
from samples.chance.data import DRAWN, write_data
from samples.chance.writing import KINDS, write


def run(arguments: list[str]) -> int:
    """Prints the tables of the reading benchmark for papers on layouts drawn by chance.   Returns 0, or 2 when it was called wrongly."""
    parser = argparse.ArgumentParser(prog="tieout bench layouts", description=__doc__)
    parser.add_argument("--count", type=int, default=60, metavar="N", help="layouts to draw for each kind of paper")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--split", choices=["develop", "test"], default="test", help="whose captions, faces and firms")
    parser.add_argument("--kind", action="append", choices=sorted({*KINDS, *DRAWN}), help="may be given again; else all")
    parser.add_argument(
        "--press", choices=["digital", "scan", "photo", "data"], default="digital", help="as made, scanned, photographed, or lists as data"
    )
    parser.add_argument("--out", type=Path, help="keep the papers there, a new folder; else they are made for the run")
    parser.add_argument("--show", action="store_true", help="every figure that was not read right, on standard error")
    parser.add_argument("--no-rivals", action="store_true", help="read by tieout alone")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="files read at the same time")
    parser.add_argument("--json", dest="as_json", action="store_true")
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args(arguments)
    press = options.press
    drawn = DRAWN if press == "data" else KINDS
    kinds = options.kind or sorted(drawn)
    if strange := sorted({*kinds} - {*drawn}):
        print(f"bench layouts: {strange[0]} is not drawn as {press}; choose among {', '.join(sorted(drawn))}", file=sys.stderr)
        return 2
    options.limit, options.press, options.kind = None, None, None
    options.resume, options.timed, options.cases = None, 0, 0
    with tempfile.TemporaryDirectory(prefix="tieout-") as folder:
        out = options.out or Path(folder) / "papers"
        try:
            if press == "data":
                written = write_data(out, layouts=options.count, seed=options.seed, split=options.split, kinds=kinds)
            else:
                written = write(out, layouts=options.count, seed=options.seed, split=options.split, kinds=kinds, press=press)
        except WronglyCalled as error:
            print(f"bench layouts: {error}", file=sys.stderr)
            return 2
        print(f"layouts: {written} drawn from seed {options.seed}, side {options.split}", file=sys.stderr)
        return measure(options, out)
