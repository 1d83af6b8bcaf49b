"""The template process: it has the parsers imported, and forks one short-lived child for each document.

Three processes take part. The *template* is started once by whoever reads documents, is single-threaded (so that forking
it is safe whatever threads its owner has) and never touches a document. For each job it forks a *warden*, which forks the
*child* that opens the document, kills it when its time is up (allowance.py) or when nobody waits for the answer any more, and says how it
ended. A child that takes over its own process can reach neither the template nor another document.

One message is one job: JSON, with three descriptors (the document, the answer's pipe, the status's pipe).
Source of the pattern: multiprocessing's forkserver, which cannot be used here because it imports the owner's main module again.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import resource
import select
import signal
import socket
import sys
from typing import Any, NoReturn

from extract.formats.allowance import Allowance

#: Imported before the first fork; a child then costs a few milliseconds.
PRELOADED = (
    "pdfplumber",
    "pikepdf",
    "pypdfium2",
    "PIL.Image",
    "PIL.ImageOps",
    "PIL.PngImagePlugin",
    "PIL.JpegImagePlugin",
    "PIL.TiffImagePlugin",
    "PIL.WebPImagePlugin",
    "PIL.BmpImagePlugin",
    "PIL.GifImagePlugin",
    "pi_heif",
    "xlrd",
    "lxml.html",
    "openpyxl",
    "encodings.gb18030",
    "encodings.big5",
    "encodings.cp1252",
    "encodings.utf_16",
    "encodings.cp437",
    "extract.formats.child",
)
#: Exit status of a child that ran out of memory; the others are 0 and Python's 1.
OUT_OF_MEMORY = 3
#: A message holds names and page numbers, never a document.
MAX_MESSAGE_BYTES = 128 * 1024
#: How often a warden looks whether anyone still waits.
_LOOK_SECONDS = 0.25


def serve(descriptor: int) -> NoReturn:
    """Fork a warden for each message on the socket `descriptor`; end when its other side closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the owner's to handle; it closes the socket
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # wardens are reaped by the kernel
    for name in PRELOADED:
        importlib.import_module(name)
    gc.freeze()
    jobs = socket.socket(fileno=descriptor)
    jobs.send(b"ready")
    while True:
        try:
            message, descriptors, _, _ = socket.recv_fds(jobs, MAX_MESSAGE_BYTES, 3)
        except OSError:
            break
        if not message:
            break
        if len(descriptors) == 3 and os.fork() == 0:
            jobs.close()
            _warden(json.loads(message), *descriptors)
        for held in descriptors:
            os.close(held)
    os._exit(0)


def _warden(job: dict[str, Any], document: int, answer: int, status: int) -> NoReturn:
    """Watch over one child; write to `status` how it ended. Always ends this process."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    child = os.fork()
    if child == 0:
        os.close(status)
        _child(job, document, answer)
    os.close(document)
    os.close(answer)
    allowance = Allowance(child, float(job["wall"]))
    hangup = select.poll()
    hangup.register(status, 0)
    timed_out = False
    while True:
        pid, code = os.waitpid(child, os.WNOHANG)
        if pid:
            break
        left = allowance.left()
        if left <= 0 or hangup.poll(0):
            timed_out = left <= 0
            os.kill(child, signal.SIGKILL)
            _, code = os.waitpid(child, 0)
            break
        signal.sigtimedwait({signal.SIGCHLD}, min(_LOOK_SECONDS, left))
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = {
        "signal": os.WTERMSIG(code) if os.WIFSIGNALED(code) else 0,
        "exit": os.WEXITSTATUS(code) if os.WIFEXITED(code) else 0,
        "timed_out": timed_out,
        "peak": usage.ru_maxrss * 1024,
        "cpu": round(usage.ru_utime + usage.ru_stime, 3),
    }
    try:
        os.write(status, json.dumps(ended).encode())
    except OSError:
        os._exit(1)  # nobody waits any more
    os._exit(0)


def _child(job: dict[str, Any], document: int, answer: int) -> NoReturn:
    """Give everything up, then do the job."""
    from extract.formats import child

    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    code = 1
    try:
        child.main(job, document, answer)
        code = 0
    except MemoryError:
        code = OUT_OF_MEMORY
    finally:
        os._exit(code)


def _start() -> NoReturn:
    """Called in a fresh interpreter: the socket's descriptor and the owner's module path are its arguments."""
    sys.setrecursionlimit(1_500)
    serve(int(sys.argv[1]))


if __name__ == "__main__":
    _start()
