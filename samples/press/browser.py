"""A browser without a window, told over a pipe what to open and to print; one start for as many pages as wanted."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from extract.errors import WronglyCalled
from samples.press.programs import found, surroundings

_SECONDS = 120.0
#: A container has no user namespaces and a small /dev/shm; nothing that is opened here comes from outside.
_OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-pipe")

#: The browser reads from descriptor 3 and writes to 4; this puts ours there, whatever their numbers, and becomes the browser.
_WIRED = """import os, sys
reads, writes = os.dup(int(sys.argv[1])), os.dup(int(sys.argv[2]))
os.dup2(reads, 3)
os.dup2(writes, 4)
os.set_inheritable(3, True)
os.set_inheritable(4, True)
os.execv(sys.argv[3], sys.argv[3:])"""


def printed(pages: Sequence[str], made: datetime) -> list[bytes]:
    """Each HTML text as the PDF that Chromium prints.   Raises WronglyCalled when it is missing or does not answer."""
    with _started(made) as browser:
        target = browser.asked("Target.createTarget", url="about:blank")["targetId"]
        browser.session = browser.asked("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        frame = browser.asked("Page.getFrameTree")["frameTree"]["frame"]["id"]
        results = []
        for page in pages:
            browser.asked("Page.setDocumentContent", frameId=frame, html=page)
            # The fonts have to be there before the page is printed.
            browser.asked("Runtime.evaluate", expression="document.fonts.ready.then(() => 1)", awaitPromise=True)
            answer = browser.asked("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
            results.append(base64.b64decode(answer["data"]))
        browser.session = None
        with contextlib.suppress(WronglyCalled):  # it may be gone before it answers
            browser.asked("Browser.close")
        return results


class _Browser:
    """Questions and answers over the two pipes: JSON texts that end with a zero byte."""

    def __init__(self, questions: int, answers: int) -> None:
        self._questions, self._answers = questions, answers
        self._rest = b""
        self._number = 0
        self.session: str | None = None

    def asked(self, method: str, **parameters: object) -> dict[str, Any]:
        """The answer to one question; what the browser tells of its own accord in between is passed over."""
        self._number += 1
        question: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self.session is not None:
            question["sessionId"] = self.session
        content = json.dumps(question).encode() + b"\0"
        while content:
            content = content[os.write(self._questions, content) :]
        until = time.monotonic() + _SECONDS
        while True:
            answer = self._next(until)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise WronglyCalled(f"Chromium refused {method}: {answer['error'].get('message')}")
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self, until: float) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._answers], [], [], max(0.0, until - time.monotonic()))
            part = os.read(self._answers, 1 << 20) if ready else b""
            if not part:
                raise WronglyCalled("Chromium does not answer. Type: apt-get install --reinstall chromium")
            self._rest += part
        text, self._rest = self._rest.split(b"\0", 1)
        answer: dict[str, Any] = json.loads(text)
        return answer


@contextlib.contextmanager
def _started(made: datetime) -> Iterator[_Browser]:
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        read_question, write_question = os.pipe()
        read_answer, write_answer = os.pipe()
        command = [sys.executable, "-I", "-S", "-c", _WIRED, str(read_question), str(write_answer), found("chromium"), *_OPTIONS]
        command.append(f"--user-data-dir={folder / 'profile'}")
        process = subprocess.Popen(  # noqa: S603  a list of arguments of our own making, no shell
            command,
            env=surroundings(made, folder),
            cwd=folder,
            pass_fds=(read_question, write_answer),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read_question)
        os.close(write_answer)
        try:
            yield _Browser(write_question, read_answer)
            process.wait(timeout=20)
        finally:
            os.close(write_question)
            os.close(read_answer)
            if process.poll() is None:
                process.kill()
                process.wait()
