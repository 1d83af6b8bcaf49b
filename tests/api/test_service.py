"""The service over a real socket: states, problems, who may call, and what survives a restart."""

from __future__ import annotations

import io
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from api.flow import Outcome
from api.jobs import stages
from api.jobs.engine import Run
from api.service.app import create_app
from api.service.settings import Settings
from api.store.cases import Store
from extract.errors import WronglyCalled

TOKEN = "a-token-of-enough-length"


@contextmanager
def serving(settings: Settings, run: Run) -> Iterator[httpx.Client]:
    """A client of a real server on a free port of this machine."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(settings, run=run), log_level="error", log_config=None))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{listening.getsockname()[1]}", timeout=30, trust_env=False) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


@pytest.fixture
def run(case: dict[str, Any], paper: Any) -> Run:
    """Carries a verification through without reading: what the readers make of a paper is their own test's business."""

    def verify(paths: list[Path], *, name: str, passwords: Mapping[str, str], on_document: Callable[..., None]) -> Outcome:
        names = sorted(path.relative_to(paths[0]).as_posix() for path in paths[0].rglob("*") if path.is_file())
        if "fail.pdf" in names:
            raise RuntimeError("a bug")
        if "refuse.pdf" in names:
            raise WronglyCalled("nothing in it. Send something.")
        on_document(paper.document, 1, 1)
        return Outcome(case={**case, "case": {**case["case"], "name": name, "names": names, "passwords": len(passwords)}}, originals={})

    def carry(store: Store, key: str, passwords: Mapping[str, str]) -> None:
        stages.run(store, key, passwords, verify=verify, report=lambda case, _: f"<!doctype html><p>{case['case']['name']}</p>")

    return carry


@pytest.fixture
def client(tmp_path: Path, run: Run) -> Iterator[httpx.Client]:
    with serving(Settings(data=tmp_path / "data", file_bytes=10_000, upload_bytes=40_000, files=5), run) as client:
        yield client


def handed_in(client: httpx.Client, *names: str) -> httpx.Response:
    client.put("/v1/cases/c-1", json={"name": "海岚食品"}).raise_for_status()
    return client.post("/v1/cases/c-1/documents", files=[("files", (name, f"content of {name}".encode())) for name in names])


def verified(client: httpx.Client, **options: Any) -> dict[str, Any]:
    started = client.post("/v1/cases/c-1/verifications", **options)
    assert started.status_code == 202, started.text
    answer: dict[str, Any] = client.get(started.headers["location"], headers={"Prefer": "wait=20"}).json()
    return answer


def problem(response: httpx.Response, status: int, code: str) -> dict[str, Any]:
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert (response.status_code, body["status"], body["type"]) == (status, status, f"urn:tieout:problem:{code}")
    assert body["title"]
    assert body["detail"]
    return body


def test_from_papers_to_findings(client: httpx.Client) -> None:
    assert client.put("/v1/cases/c-1", json={"name": "海岚食品"}).status_code == 201
    assert client.put("/v1/cases/c-1").status_code == 200  # the same call again changes nothing
    assert client.get("/v1/cases/c-1").json()["name"] == "海岚食品"
    answer = handed_in(client, "资产负债表.pdf", "流水/2025.csv")
    assert answer.status_code == 201
    assert [one["name"] for one in answer.json()["documents"]] == ["资产负债表.pdf", "流水/2025.csv"]
    verification = verified(client)
    assert verification["state"] == "in_review"
    assert verification["progress"] == {"done": 1, "total": 1}
    assert (verification["grade"], verification["findings"], verification["problem"]) == ("high", 1, None)
    at = f"/v1/verifications/{verification['id']}"
    assert [finding["code"] for finding in client.get(f"{at}/findings").json()["findings"]] == ["BAL004"]
    assert {test["status"] for test in client.get(f"{at}/tests").json()["tests"]} == {"holds", "broken", "not_run"}
    figures = client.get(f"{at}/figures").json()["figures"]
    assert len(figures) == 6
    assert (figures[0]["label"], figures[0]["concept"], figures[0]["value"]) == ("货币资金", "cash", "1751000.00")
    whole = client.get(f"{at}/case").json()
    assert whole["case"]["id"] == "c-1"
    assert whole["case"]["names"] == ["流水/2025.csv", "资产负债表.pdf"]
    report = client.get(f"{at}/report")
    assert report.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in report.headers["content-security-policy"]
    assert [one["latest"] for one in client.get("/v1/cases").json()["cases"]] == [verification["id"]]


def test_the_same_paper_is_kept_once(client: httpx.Client) -> None:
    handed_in(client, "a.pdf")
    assert [one["new"] for one in handed_in(client, "a.pdf").json()["documents"]] == [False]
    assert len(client.get("/v1/cases/c-1/documents").json()["documents"]) == 1


def test_passwords_reach_the_reader_and_are_never_stored(client: httpx.Client, tmp_path: Path) -> None:
    handed_in(client, "a.pdf")
    verification = verified(client, json={"passwords": {"a.pdf": "hunter2-secret"}})
    assert client.get(f"/v1/verifications/{verification['id']}/case").json()["case"]["passwords"] == 1
    assert all(b"hunter2-secret" not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("method", "path", "options", "status", "code"),
    [
        ("GET", "/v1/cases/none", {}, 404, "not-found"),
        ("GET", "/v1/verifications/none", {}, 404, "not-found"),
        ("GET", "/v1/nothing", {}, 404, "not-found"),
        ("DELETE", "/v1/cases", {}, 405, "method-not-allowed"),
        ("PUT", "/v1/cases/..%2fescape", {}, 404, "not-found"),
        ("PUT", "/v1/cases/-begins-badly", {}, 422, "invalid-request"),
        ("PUT", "/v1/cases/c", {"json": {"name": ["x"]}}, 422, "invalid-request"),
        ("PUT", "/v1/cases/c", {"content": b"{", "headers": {"content-type": "application/json"}}, 422, "invalid-request"),
        ("POST", "/v1/cases/none/documents", {"files": {"files": b"x"}}, 404, "not-found"),
        ("POST", "/v1/cases/none/verifications", {}, 404, "not-found"),
    ],
)
def test_every_error_is_a_problem(client: httpx.Client, method: str, path: str, options: dict[str, Any], status: int, code: str) -> None:
    problem(client.request(method, path, **options), status, code)


def test_uploads_are_bounded(client: httpx.Client) -> None:
    client.put("/v1/cases/c-1")
    problem(client.post("/v1/cases/c-1/documents", json={}), 415, "invalid-request")
    problem(client.post("/v1/cases/c-1/documents", data={"files": "text"}, files={}), 415, "invalid-request")
    problem(client.post("/v1/cases/c-1/documents", files={"files": ("a", b"x" * 10_001)}), 413, "too-large")
    problem(client.post("/v1/cases/c-1/documents", files=[("files", (str(n), b"x" * 9_000)) for n in range(5)]), 413, "too-large")
    problem(client.post("/v1/cases/c-1/documents", files=[("files", (str(n), b"x")) for n in range(6)]), 400, "invalid-request")

    def unannounced() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n'
        for _ in range(50):
            yield b"x" * 1_000
        yield b"\r\n--b--\r\n"

    chunked = client.post("/v1/cases/c-1/documents", content=unannounced(), headers={"content-type": "multipart/form-data; boundary=b"})
    problem(chunked, 413, "too-large")
    problem(
        client.put("/v1/cases/c-2", content=b'{"name": "' + b"x" * 70_000 + b'"}', headers={"content-type": "application/json"}),
        413,
        "too-large",
    )
    assert client.get("/v1/cases/c-1/documents").json()["documents"] == []


def test_a_case_without_papers_is_not_verified(client: httpx.Client) -> None:
    client.put("/v1/cases/c-1")
    problem(client.post("/v1/cases/c-1/verifications"), 409, "no-documents")


@pytest.mark.parametrize(("name", "code"), [("fail.pdf", "internal-error"), ("refuse.pdf", "documents-unreadable")])
def test_a_failure_is_a_state_with_a_reason(client: httpx.Client, name: str, code: str) -> None:
    handed_in(client, name)
    verification = verified(client)
    assert (verification["state"], verification["problem"]["code"]) == ("failed", code)
    assert "a bug" not in verification["problem"]["text"]
    problem(client.get(f"/v1/verifications/{verification['id']}/findings"), 409, "verification-failed")
    problem(client.get(f"/v1/verifications/{verification['id']}/report"), 409, "verification-failed")


def test_one_verification_of_a_case_at_a_time(tmp_path: Path) -> None:
    gate = threading.Event()

    def slow(store: Store, key: str, _passwords: Mapping[str, str]) -> None:
        gate.wait(20)
        store.finish(key, {"case": {}, "findings": []}, "")

    with serving(Settings(data=tmp_path), slow) as client:
        handed_in(client, "a.pdf")
        first = client.post("/v1/cases/c-1/verifications")
        problem(client.post("/v1/cases/c-1/verifications"), 409, "state-conflict")
        waiting = client.get(first.headers["location"], headers={"Prefer": "respond-async, wait=1"})
        assert waiting.headers["preference-applied"] == "wait=1"
        assert waiting.json()["state"] == "received"
        problem(client.get(f"{first.headers['location']}/findings"), 409, "not-finished")
        gate.set()
        assert client.get(first.headers["location"], headers={"Prefer": "wait=20"}).json()["state"] == "in_review"


def test_a_restart_keeps_results_and_ends_what_was_interrupted(tmp_path: Path, run: Run) -> None:
    settings = Settings(data=tmp_path)
    with serving(settings, run) as client:
        handed_in(client, "a.pdf")
        done = verified(client)
    with serving(settings, lambda *_: None) as client:  # a run that never ends, as when the machine goes down
        lost = client.post("/v1/cases/c-1/verifications").json()
    with serving(settings, run) as client:
        ended = client.get(f"/v1/verifications/{lost['id']}").json()
        assert (ended["state"], ended["problem"]["code"]) == ("failed", "interrupted")
        assert client.get(f"/v1/verifications/{done['id']}/findings").json()["findings"]
        assert verified(client)["state"] == "in_review"


def test_a_token_guards_everything_but_health(tmp_path: Path, run: Run) -> None:
    with serving(Settings(data=tmp_path, token=TOKEN), run) as client:
        for path in ("/v1/cases", "/v1/rules", "/openapi.json", "/docs", "/v1/verifications/x/report"):
            problem(client.get(path), 401, "unauthorised")
        problem(client.get("/v1/cases", headers={"Authorization": f"Bearer {TOKEN}x"}), 401, "unauthorised")
        problem(
            client.get("/v1/cases", headers={"Authorization": "Bearer ÿ".encode("latin-1").decode("latin-1").encode("latin-1")}),
            401,
            "unauthorised",
        )
        problem(client.get("/v1/cases", headers={"Cookie": f"tieout-session={TOKEN}"}), 401, "unauthorised")
        assert client.get("/v1/cases", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
        assert client.get("/", headers={"Accept": "text/html"}).headers["location"] == "/sign-in"
        assert client.post("/sign-in", data={"token": "wrong"}).status_code == 403
        signed = client.post("/sign-in", data={"token": TOKEN})
        assert (signed.status_code, signed.headers["location"]) == (303, "/")
        cookie = signed.headers["set-cookie"]
        assert TOKEN not in cookie
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert client.get("/v1/cases").status_code == 200  # the client keeps the cookie


def test_pages_of_other_sites_cannot_use_it(client: httpx.Client) -> None:
    problem(client.post("/v1/cases/c-1/verifications", headers={"Origin": "http://evil.example"}), 403, "cross-site")
    problem(client.put("/v1/cases/c-1", headers={"Sec-Fetch-Site": "cross-site"}), 403, "cross-site")
    problem(client.get("/v1/cases", headers={"Host": "evil.example"}), 421, "wrong-host")
    assert (
        client.put("/v1/cases/c-1", headers={"Origin": str(client.base_url).rstrip("/"), "Sec-Fetch-Site": "same-origin"}).status_code
        == 201
    )


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "tieout.example"])
def test_others_are_let_in_only_with_a_token(tmp_path: Path, host: str) -> None:
    with pytest.raises(WronglyCalled, match="token"):
        Settings(data=tmp_path, host=host)
    Settings(data=tmp_path, host=host, token=TOKEN)


def test_a_token_that_can_be_guessed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WronglyCalled, match="guessed"):
        Settings(data=tmp_path, token="secret")


def test_every_answer_carries_the_headers(client: httpx.Client) -> None:
    for path in ("/", "/v1/cases", "/v1/none", "/static/pages.js", "/docs"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in headers["content-security-policy"]


def test_the_api_describes_itself_from_here_alone(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert {
        "/v1/cases/{caseRef}",
        "/v1/cases/{caseRef}/documents",
        "/v1/cases/{caseRef}/verifications",
        "/v1/verifications/{id}",
        "/v1/rules",
        "/health",
    } <= set(described["paths"])
    page = client.get("/docs").text
    assert "//" not in page.replace("http://www.w3.org/2000/svg", "")
    for name in ("swagger-ui-bundle.js", "swagger-ui.css"):
        assert client.get(f"/static/vendor/swagger-ui/{name}").status_code == 200


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("../../etc/passwd", ("etc", "passwd")),
        ("..", ("document",)),
        ("", ("document",)),
        ("/abs/olute.pdf", ("abs", "olute.pdf")),
        ("C:\\scans\\报表.pdf", ("C:", "scans", "报表.pdf")),
        (".hidden.pdf", ("hidden.pdf",)),
        ("a\x00b\x1b[2J.pdf", ("ab[2J.pdf",)),
        ("a/b/c/d/e/f.pdf", ("c", "d", "e", "f.pdf")),
    ],
)
def test_names_stay_inside_their_folder(name: str, parts: tuple[str, ...]) -> None:
    assert stages.safe_parts(name) == parts


def test_long_names_keep_their_ending() -> None:
    (part,) = stages.safe_parts("报" * 300 + ".pdf")
    assert part.endswith(".pdf")
    assert len(part.encode()) <= stages.MAX_NAME_BYTES


def test_two_papers_of_one_name_are_both_read(client: httpx.Client) -> None:
    client.put("/v1/cases/c-1")
    for content in (b"one", b"two"):
        client.post("/v1/cases/c-1/documents", files={"files": ("a.pdf", content)}).raise_for_status()
    client.post("/v1/cases/c-1/documents", files={"files": ("a.pdf/b.pdf", b"three")}).raise_for_status()
    verification = verified(client)
    names = client.get(f"/v1/verifications/{verification['id']}/case").json()["case"]["names"]
    assert len(names) == 3


def test_what_is_stored_is_what_was_sent(tmp_path: Path) -> None:
    store = Store(tmp_path)
    sha256, size = store.blobs.put(io.BytesIO(b"paper"))
    assert (store.blobs.get(sha256), size) == (b"paper", 5)
    assert list((tmp_path / "blobs" / "incoming").iterdir()) == []
    for wrong in ("../../x", "0" * 63, "G" * 64, "0" * 64):
        with pytest.raises(KeyError):
            store.blobs.path(wrong)
    store.close()


def test_who_reads_does_not_wait_for_who_writes(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put_case("c-1", "one")
    with store._engine.begin():  # holds the write lock
        answered: list[Any] = []
        reader = threading.Thread(target=lambda: answered.append(store.case("c-1")), daemon=True)
        reader.start()
        reader.join(10)
        assert [case.name for case in answered] == ["one"]
    store.close()


def test_many_writers_lose_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put_case("c-1", "one")

    def write(number: int) -> None:
        for turn in range(5):
            store.add_document("c-1", f"{number}-{turn}.pdf", io.BytesIO(f"{number}-{turn}".encode()))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len({document.sha256 for document in store.documents("c-1")}) == 30
    store.close()
