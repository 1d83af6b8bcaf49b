"""The process that recognises: it loads the networks once, then reads one picture after another.

It sees our own rendered pictures only, and still has no network and no files but the libraries and a folder of its own: a
document that takes over the child which drew it must not reach further through its picture. A message is a length and JSON
or a picture; it ends when its input does.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
from pathlib import Path
from typing import Any, BinaryIO

from extract.formats import sandbox

#: Both networks and a page take 0.7 GB; a worker that wants this much has gone wrong.
_MEMORY_BYTES = 6 * 1024 * 1024 * 1024
#: What the second reader and the networks' runtime read beyond Python's own library.
_PROGRAMS = (
    "/usr/bin",
    "/usr/local/bin",
    "/usr/share/tesseract-ocr",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/etc/ld.so.cache",
    "/proc/cpuinfo",
    "/sys/devices/system/cpu",
)


def main() -> None:
    """Read requests from standard input until it ends; answer each on standard output."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    folder = sys.argv[1]
    tempfile.tempdir = folder
    os.environ["TMPDIR"] = folder
    data = [Path(value) for value in (os.environ.get("TESSDATA_PREFIX"),) if value]
    sandbox.leave_network()
    sandbox.restrict_files([*sandbox.library_paths(), *map(Path, _PROGRAMS), *data], [Path(folder), Path(os.devnull)])
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    _serve(requests, answers, threads=int(sys.argv[2]))


def _serve(requests: BinaryIO, answers: BinaryIO, threads: int) -> None:
    from extract.ocr.models import Models

    models = Models(threads)
    while True:
        size = requests.read(8)
        if len(size) < 8:
            return
        picture = requests.read(int.from_bytes(size, "big"))
        answer = json.dumps(_answer(models, picture)).encode()
        answers.write(len(answer).to_bytes(8, "big") + answer)
        answers.flush()


def _answer(models: Any, picture: bytes) -> dict[str, Any]:
    import cv2
    import numpy as np

    from extract.ocr.reading import read_picture
    from extract.ocr.second import second_reader_available

    pixels = cv2.imdecode(np.frombuffer(picture, dtype=np.uint8), cv2.IMREAD_COLOR)
    if pixels is None:
        return {"unreadable": True}
    result = read_picture(models, np.asarray(pixels, dtype=np.uint8), second=second_reader_available())
    found = [[item.text, *item.box, item.confidence, item.second, item.alternatives] for item in result.found]
    return {
        "found": found,
        "quarters": result.quarters,
        "skew": result.skew,
        "seen": result.seen,
        "size": result.size,
        "flaws": [[flaw.code, flaw.measure, flaw.side] for flaw in result.flaws],
    }


if __name__ == "__main__":
    main()
