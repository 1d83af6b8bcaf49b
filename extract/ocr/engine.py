"""pixels -> words: a warm pool of recognising processes, and what becomes of one that dies.

Processes and not threads: a picture that brings the recogniser down costs one page, not the run.
"""

from __future__ import annotations

import json
import math
import os
import queue
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from extract.errors import Refused
from extract.formats.allowance import Allowance
from extract.limits import MAX_FILE_BYTES, MAX_TEXT, MAX_WORDS_PER_PAGE
from extract.ocr.alternatives import MOST_ALTERNATIVES
from extract.ocr.retake import FLAWS
from extract.ocr.script import in_one_script
from extract.ocr.second import second_reader_available
from extract.page import Flaw, Page, Word
from extract.place import Box

__all__ = ["Recogniser", "second_reader_available"]

#: Of work and idleness; waiting for a processor does not count.
_START_SECONDS, _PAGE_SECONDS = 60.0, 120.0
_LOOK_SECONDS = 1.0
_MAX_ANSWER_BYTES = 16 * 1024 * 1024
_BOOT = "import json,sys; sys.path[:]=json.loads(sys.argv.pop(1)); import extract.ocr.worker as worker; worker.main()"
#: A page that lay tilted is turned on a larger sheet.
_MOST_GROWN = 3.0
_AGAIN = "Send the page as a clearer scan (200 to 300 dpi), or as the original PDF."
_AGAIN_ZH = "请重新清晰扫描该页（200 至 300 dpi），或发送原始 PDF。"


class _Worker:
    """One recognising process."""

    def __init__(self, threads: int) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="tieout-")
        here = str(Path(__file__).parents[2])
        path = json.dumps([*(entry for entry in sys.path if Path(entry).is_absolute()), here])
        names = {"PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TESSDATA_PREFIX"}
        kept = {name: value for name, value in os.environ.items() if name in names}
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own code
            [sys.executable, "-I", "-c", _BOOT, path, self._folder.name, str(threads)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=kept | {"OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": "1"},
            cwd="/",
        )
        self._starting = _START_SECONDS

    def ask(self, picture: bytes) -> dict[str, Any]:
        """The worker's answer. Raises OSError or ValueError when it died, hung, or said what is no answer."""
        assert self.process.stdin is not None
        # Writing may block as well as reading: a worker that hangs is killed, and both then end.
        answered = threading.Event()
        watch = threading.Thread(target=self._watch, args=(Allowance(self.process.pid, _PAGE_SECONDS + self._starting), answered))
        self._starting = 0.0
        watch.start()
        try:
            self.process.stdin.write(len(picture).to_bytes(8, "big") + picture)
            self.process.stdin.flush()
            size = int.from_bytes(self._read(8), "big")
            if size > _MAX_ANSWER_BYTES:
                raise ValueError("an answer too long to be one")
            answer = json.loads(self._read(size))
        finally:
            answered.set()
            watch.join()
        if not isinstance(answer, dict):
            raise ValueError("an answer of the wrong kind")
        return answer

    def _watch(self, allowance: Allowance, answered: threading.Event) -> None:
        while (left := allowance.left()) > 0:
            if answered.wait(min(left, _LOOK_SECONDS)):
                return
        self.process.kill()

    def _read(self, size: int) -> bytes:
        assert self.process.stdout is not None
        read = self.process.stdout.read(size)
        if len(read) < size:
            raise BrokenPipeError("the worker ended")
        return read

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was still to be written to a dead process
                    continue
        self._folder.cleanup()


class Recogniser:
    """Reads rendered pages, several at a time. A context manager; processes start when the first page comes.

    workers   processes; call `recognise` from as many threads to use them all
    """

    def __init__(self, workers: int = 2) -> None:
        self.workers = max(1, workers)
        self._threads = max(1, (os.cpu_count() or 1))
        self._idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
        self._free = threading.Semaphore(self.workers)
        self._lock = threading.Lock()
        self._all: set[_Worker] = set()

    def __enter__(self) -> Recogniser:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End all processes; a later call starts new ones."""
        with self._lock:
            workers, self._all = self._all, set()
            while not self._idle.empty():
                self._idle.get_nowait()
        for worker in workers:
            worker.end()

    def recognise(self, picture: Path, page: Page) -> Page:
        """`page` with the words that its picture shows, source "ocr"; boxes in points of the page as it lies straight.

        A page that lies on its side or head is returned upright, with width and height exchanged where they must be; each word
        also says where it is `seen` on the page as it came. A picture without text gives a page without words.
        Raises Refused, code `page-not-recognised`, when the picture is missing or broken or its reader died over it.
        """
        try:
            if picture.stat().st_size > MAX_FILE_BYTES:
                raise ValueError("a picture of impossible size")
            data = picture.read_bytes()
        except (OSError, ValueError) as error:
            raise _refused(page, "The picture of the page could not be opened.", "该页的图像无法打开。") from error
        with self._free:
            answer = self._asked(data, page)
        if answer.get("unreadable"):
            raise _refused(page, "The picture of the page is damaged.", "该页的图像已损坏。")
        try:
            return _recognised(answer, page)
        except (KeyError, TypeError, ValueError) as error:
            raise _refused(page, "The recogniser gave an answer that makes no sense.", "识别程序给出的结果不合理。") from error

    def _asked(self, data: bytes, page: Page) -> dict[str, Any]:
        worker = self._taken()
        try:
            answer = worker.ask(data)
        except (OSError, ValueError) as error:
            with self._lock:
                self._all.discard(worker)
            worker.end()
            raise _refused(page, "The recogniser broke off over this page.", "识别程序在处理该页时中断。") from error
        self._idle.put(worker)
        return answer

    def _taken(self) -> _Worker:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            worker = _Worker(self._threads)
            with self._lock:
                self._all.add(worker)
            return worker


def _refused(page: Page, problem: str, problem_zh: str) -> Refused:
    return Refused(
        "page-not-recognised", problem, _AGAIN, name=f"page {page.number}", page=page.number, problem_zh=problem_zh, remedy_zh=_AGAIN_ZH
    )


def _recognised(answer: dict[str, Any], page: Page) -> Page:
    quarters = answer["quarters"]
    if quarters not in (0, 1, 2, 3):
        raise ValueError("no quarter turn")
    width, height = (page.height, page.width) if quarters % 2 else (page.width, page.height)
    across, down = (float(share) for share in answer["size"])
    if not (0.5 <= across <= _MOST_GROWN and 0.5 <= down <= _MOST_GROWN):
        raise ValueError("no size of a page")
    width, height = width * across, height * down
    found = answer["found"]
    if not isinstance(found, list) or len(found) > MAX_WORDS_PER_PAGE:
        raise ValueError("not a list of words")
    skew = float(answer["skew"])
    if not abs(skew) < math.pi / 4:
        raise ValueError("no skew")
    words = in_one_script([_word(item, _Frame(width, height, quarters, skew)) for item in found])
    seen = answer["seen"]
    if seen:  # drawn flat: the worker says where each word was
        words = tuple(replace(word, seen=_seen(box, page)) for word, box in zip(words, seen, strict=True))
    flaws = tuple(Flaw(str(code), float(measure), str(side)) for code, measure, side in answer["flaws"])
    if any(flaw.code not in FLAWS for flaw in flaws):
        raise ValueError("no flaw")
    return replace(page, width=width, height=height, words=words, source="ocr", flaws=flaws)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The upright, straightened page, in points, and how it came: turned by `quarters` clockwise and by `skew` to be so."""

    width: float
    height: float
    quarters: int
    skew: float

    def seen(self, box: Box) -> Box:
        """`box` on the page as it came: around its corners, skewed and turned back."""
        middle_x, middle_y = self.width / 2, self.height / 2
        cosine, sine = math.cos(self.skew), math.sin(self.skew)
        # Only the centre is turned back; the box keeps its size, as a line of text on a skewed page does.
        across, down = box.centre - middle_x, box.middle - middle_y
        x, y = middle_x + across * cosine - down * sine, middle_y + across * sine + down * cosine
        half_width, half_height = box.width / 2, box.height / 2
        upright = Box(x - half_width, y - half_height, x + half_width, y + half_height)
        if self.quarters == 1:
            return Box(upright.top, self.width - upright.x1, upright.bottom, self.width - upright.x0)
        if self.quarters == 2:
            return Box(self.width - upright.x1, self.height - upright.bottom, self.width - upright.x0, self.height - upright.top)
        if self.quarters == 3:
            return Box(self.height - upright.bottom, upright.x0, self.height - upright.top, upright.x1)
        return upright


def _seen(shares: list[Any], page: Page) -> Box:
    x0, top, x1, bottom = (float(share) for share in shares)
    if not (0.0 <= x0 <= x1 <= 1.0 and 0.0 <= top <= bottom <= 1.0):
        raise ValueError("no box on the page")
    return Box(x0 * page.width, top * page.height, x1 * page.width, bottom * page.height)


def _word(item: list[Any], frame: _Frame) -> Word:
    text, x0, top, x1, bottom, confidence, second, others = item
    shares = [float(value) for value in (x0, top, x1, bottom, confidence)]
    alternatives = tuple((str(reading)[:MAX_TEXT], float(chance)) for reading, chance in others[:MOST_ALTERNATIVES])
    if not all(0.0 <= chance <= 1.0 for _, chance in alternatives):
        raise ValueError("no chance")
    if not all(0.0 <= value <= 1.0 for value in shares) or not isinstance(text, str) or not isinstance(second, str | None):
        raise ValueError("not a word")
    box = Box(shares[0] * frame.width, shares[1] * frame.height, shares[2] * frame.width, shares[3] * frame.height)
    again = None if second is None else second[:MAX_TEXT]
    seen = frame.seen(box) if frame.skew or frame.quarters else None
    return Word(text[:MAX_TEXT], box, shares[4], again, seen=seen, alternatives=alternatives)
