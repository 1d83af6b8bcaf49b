"""Opening hostile documents in a short-lived child, from the caller's side.

The caller never parses a document: it hands bytes to a child by descriptor and gets JSON back, which it takes apart field
by field. However the child ends, the caller gets an answer or `Refused`, never a crash and never a hang.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from extract.errors import Refused
from extract.formats.allowance import MOST_PATIENCE
from extract.formats.template import OUT_OF_MEMORY
from extract.limits import (
    CHILD_CPU_SECONDS,
    CHILD_FILE_BYTES,
    CHILD_MEMORY_BYTES,
    CHILD_OPEN_FILES,
    CHILD_WALL_SECONDS,
    MAX_ANSWER_BYTES,
)

#: Importing the parsers takes half a second; a busy machine twenty times that.
_START_SECONDS = 60.0
#: What the warden may need on top of the wall limit to kill and report.
_GRACE_SECONDS = 10.0
_BOOT = "import json,sys; sys.path[:]=json.loads(sys.argv[2]); import extract.formats.template as t; t._start()"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one child may take.   memory, file_bytes, answer: bytes   cpu, wall: seconds (allowance.py)"""

    memory: int = CHILD_MEMORY_BYTES
    cpu: int = CHILD_CPU_SECONDS
    wall: float = CHILD_WALL_SECONDS
    file_bytes: int = CHILD_FILE_BYTES
    open_files: int = CHILD_OPEN_FILES
    answer: int = MAX_ANSWER_BYTES


@dataclass(frozen=True, slots=True)
class Containment:
    """What was found, by trying, to hold a document's reader back on this system.

    memory, network, files   the reader cannot exceed its memory, reach a network, touch files outside its output folder
    description              one sentence for the service's health page
    """

    memory: bool
    network: bool
    files: bool
    description: str


class _Template:
    """The running template process of this process, restarted when it is gone."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.jobs: socket.socket | None = None
        self.process: subprocess.Popen[bytes] | None = None

    def send(self, message: bytes, descriptors: list[int]) -> None:
        """Hand one job over. Raises RuntimeError when no template can be started: a broken installation, no document's fault."""
        with self.lock:
            for attempt in (1, 2):
                jobs = self.jobs or self._start()
                try:
                    socket.send_fds(jobs, [message], descriptors)
                    return
                except OSError:
                    self.close()
                    if attempt == 2:
                        raise

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        here = str(Path(__file__).parents[2])
        path = [entry for entry in sys.path if Path(entry).is_absolute()]
        single = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "OPENPYXL_LXML": "False"}
        kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TZ"}}
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own code
                [sys.executable, "-I", "-c", _BOOT, str(theirs.fileno()), json.dumps([*path, here])],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=kept | single,
                cwd="/",
            )
        ours.settimeout(_START_SECONDS)
        try:
            ready = ours.recv(16)
        except OSError:
            ready = b""
        if ready != b"ready":
            ours.close()
            self.process.kill()
            self.process.wait()
            raise RuntimeError("the process that opens documents did not start; the reason is on standard error")
        self.jobs = ours
        return ours

    def close(self) -> None:
        if self.jobs is not None:
            self.jobs.close()
            self.jobs = None
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


class _Spent:
    """Processor time of the children that have ended."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._lock = threading.Lock()

    def add(self, seconds: object) -> None:
        with self._lock:
            self.seconds += float(seconds) if isinstance(seconds, int | float) else 0.0


_template = _Template()
_spent = _Spent()


def _forget_after_fork() -> None:
    # A forked copy of this process must not share its parent's template; the descriptor is closed without a word.
    global _template
    if _template.jobs is not None:
        _template.jobs.close()
    _template = _Template()
    containment.cache_clear()


def _stop() -> None:
    _template.close()


os.register_at_fork(after_in_child=_forget_after_fork)
atexit.register(_stop)


def run_contained(
    work: str, data: bytes, name: str, folder: Path | None, arguments: dict[str, Any], bounds: Bounds | None = None
) -> dict[str, Any]:
    """Do `work` on `data` in a child, and return its answer, a JSON object that is not validated yet.

    work      a name of `child.WORK`
    folder    the only place where the child may write; None: nowhere
    Raises Refused when the document is refused, or when the child crashed, was killed or said too much.
    """
    bounds = bounds or Bounds()
    job = {
        "work": work,
        "folder": str(folder.resolve()) if folder is not None else None,
        "arguments": arguments,
        "memory": bounds.memory,
        "cpu": bounds.cpu,
        "wall": bounds.wall,
        "file_bytes": bounds.file_bytes,
        "open_files": bounds.open_files,
    }
    message = json.dumps(job).encode()
    answer_read, answer_write = os.pipe()
    status_read, status_write = os.pipe()
    ours, theirs = [answer_read, status_read], [answer_write, status_write]
    try:
        # In memory: a loan paper leaves no copy on the disk.
        with os.fdopen(os.memfd_create("document"), "r+b") as document:
            document.write(data)
            document.seek(0)
            _template.send(message, [document.fileno(), answer_write, status_write])
        while theirs:
            os.close(theirs.pop())
        answer, status = _collect(answer_read, status_read, bounds)
    finally:
        for descriptor in ours + theirs:
            os.close(descriptor)
    return _judge(answer, status, name, bounds)


def cpu_seconds() -> float:
    """Processor seconds of all children that have ended so far: the kernel reaps them, so that no other count holds them."""
    return _spent.seconds


def _collect(answer: int, status: int, bounds: Bounds) -> tuple[bytes | None, dict[str, Any]]:
    """Read both pipes to their ends. The answer is None when it grew over its cap or the time was up."""
    deadline = time.monotonic() + MOST_PATIENCE * bounds.wall + _GRACE_SECONDS
    parts: dict[int, list[bytes]] = {answer: [], status: []}
    size = 0
    poll = select.poll()
    poll.register(answer, select.POLLIN)
    poll.register(status, select.POLLIN)
    open_pipes = {answer, status}
    while open_pipes:
        left = deadline - time.monotonic()
        if left <= 0:
            return None, {"timed_out": True}
        for descriptor, _ in poll.poll(left * 1000):
            part = os.read(descriptor, 1 << 20)
            if not part:
                poll.unregister(descriptor)
                open_pipes.discard(descriptor)
                continue
            size += len(part)
            if size > bounds.answer:
                return None, {"too_long": True}
            parts[descriptor].append(part)
    try:
        ended = json.loads(b"".join(parts[status]))
    except ValueError:
        ended = {}
    if not isinstance(ended, dict):
        ended = {}
    _spent.add(ended.get("cpu"))
    return b"".join(parts[answer]), ended


def _judge(answer: bytes | None, status: dict[str, Any], name: str, bounds: Bounds) -> dict[str, Any]:
    """The answer, or the refusal that says in the sender's words how the child ended."""
    killed = status.get("signal", 0)
    if status.get("timed_out") or killed in (signal.SIGXCPU, signal.SIGKILL):
        raise _too_heavy(name, "Opening it took longer than an honest paper needs.", "打开文件耗时过长，不像正常材料。")
    if status.get("too_long"):
        size = bounds.answer // 2**20
        raise _too_heavy(name, f"It holds more than {size} MB of text.", f"文件中的文字超过 {size} MB。")
    if status.get("exit") == OUT_OF_MEMORY:
        size = bounds.memory // 2**20
        raise _too_heavy(name, f"Opening it needs more than {size} MB of memory.", f"打开文件需要超过 {size} MB 内存。")
    try:
        result = json.loads(answer or b"")
    except (ValueError, RecursionError) as error:
        raise _broke_off(name) from error
    if not isinstance(result, dict) or killed or status.get("exit") != 0:
        raise _broke_off(name)
    refused = result.get("refused")
    if refused is not None:
        if not isinstance(refused, list):
            raise _broke_off(name)
        code, problem, remedy, problem_zh, remedy_zh = (str(part)[:500] for part in [*refused, "", "", "", "", ""][:5])
        raise Refused(code, problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh)
    return result


def _too_heavy(name: str, problem: str, problem_zh: str) -> Refused:
    remedy = "Send it in smaller parts, or print it to a new file and send that."
    remedy_zh = "请拆分成较小的部分，或打印为新文件后发送。"
    return Refused("document-too-heavy", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh)


def _broke_off(name: str) -> Refused:
    problem, problem_zh = "Its reader broke off while opening it.", "读取程序在打开文件时中断。"
    remedy = "Open it in its own program, save or print it to a new file, and send that."
    remedy_zh = "请用原程序打开，另存或打印为新文件后发送。"
    return Refused("document-crashed-reader", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh)


@lru_cache(maxsize=1)
def containment() -> Containment:
    """Try, in a child, what a hostile document would try, and say what was held back. Tried once for each process."""
    try:
        found = run_contained("probe", b"", "probe", None, {"memory": CHILD_MEMORY_BYTES})
    except (Refused, RuntimeError):
        return Containment(False, False, False, "The process that opens documents does not start; no document can be read.")
    memory, network, files = (found.get(part) is True for part in ("memory", "network", "files"))
    held = [text for holds, text in ((memory, "memory and time"), (network, "network"), (files, "files")) if holds]
    lacking = [text for holds, text in ((memory, "memory"), (network, "network"), (files, "files")) if not holds]
    description = f"Each document is opened in a process of its own, held back from: {', '.join(held) or 'nothing'}."
    if lacking:
        description += f" This system does not allow to hold back: {', '.join(lacking)}; run the service in a container without them."
    return Containment(memory, network, files, description)
