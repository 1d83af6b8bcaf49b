"""Locked archives and forwarded mails. The archives were made by pyzipper 0.4.0 (AES) and Info-ZIP 3.0 (the traditional encryption)."""

from __future__ import annotations

import base64
import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from api.passwords import Passwords
from extract.errors import Refused
from extract.flow import read, read_loan_file
from extract.formats.archive import expand, is_archive

TEXT = b"1,2\n" * 40
LOCKED = {
    "128": (
        "UEsDBBQAAQhjABeXeF0AAAAAHQAAAKAAAAAKAAsA5rWB5rC0LmNzdgGZBwACAEFFAQgASvBNSnzaIas5+MTgCW1FZ7MrbNqolxecJqkDQwJQSwECFAMUAAEI"
        "YwAXl3hdAAAAAB0AAACgAAAACgALAAAAAAAAAAAAgAEAAAAA5rWB5rC0LmNzdgGZBwACAEFFAQgAUEsFBgAAAAABAAEAQwAAAFAAAAAAAA=="
    ),
    "192": (
        "UEsDBBQAAQhjABeXeF0AAAAAuAAAAKAAAAAKAAsA5rWB5rC0LmNzdgGZBwACAEFFAgAAYJdkM4478W9dte7cT+L8oruQFjrxYXcr3gT/xzc8fpVajyLrpnPL"
        "PYieGp2nYFSvNy51pTJq3x9t/fv6x3aNbv5vPp73O3PgnNUTUfuw6MR1zAfXn6xiWFPdkult9xOX2kkocFFLaF1eT26WKWkAioL2dTTG1hw7oSHKSU+62snz"
        "dw4TRSZ1tnYHAL6qeAU+el4nQkXNqyYwG3yD/z+SKLyS3XJmPx49MjcxGrKFfUngzlY+Rbql21BLAQIUAxQAAQhjABeXeF0AAAAAuAAAAKAAAAAKAAsAAAAA"
        "AAAAAACAAQAAAADmtYHmsLQuY3N2AZkHAAIAQUUCAABQSwUGAAAAAAEAAQBDAAAA6wAAAAAA"
    ),
    "256": (
        "UEsDBBQAAQhjABeXeF0AAAAAJQAAAKAAAAAKAAsA5rWB5rC0LmNzdgGZBwACAEFFAwgAuXCyGmn/rgE+e8y973Q/PwI83ZoLF80X8X2dJ2VywsnLVmyP41BL"
        "AQIUAxQAAQhjABeXeF0AAAAAJQAAAKAAAAAKAAsAAAAAAAAAAACAAQAAAADmtYHmsLQuY3N2AZkHAAIAQUUDCABQSwUGAAAAAAEAAQBDAAAAWAAAAAAA"
    ),
    "zh": (
        "UEsDBBQAAQhjABeXeF0AAAAAJQAAAKAAAAAKAAsA5rWB5rC0LmNzdgGZBwACAEFFAwgAGA64WC1ClIeVSgWVLkXH7/ilH8V0yE7o9YhfVPVqNH6P1NpIyFBL"
        "AQIUAxQAAQhjABeXeF0AAAAAJQAAAKAAAAAKAAsAAAAAAAAAAACAAQAAAADmtYHmsLQuY3N2AZkHAAIAQUUDCABQSwUGAAAAAAEAAQBDAAAAWAAAAAAA"
    ),
    "old": (
        "UEsDBBQACQAIABeXeF179l4+FQAAAKAAAAAFABwAby5jc3ZVVAkAA+7dBWvu3QVrdXgLAAEEAAAAAAQAAAAA1XEYHYDt7iQyTtOzsWdVyipbMbhoUEsHCHv2"
        "Xj4VAAAAoAAAAFBLAQIeAxQACQAIABeXeF179l4+FQAAAKAAAAAFABgAAAAAAAEAAACkgQAAAABvLmNzdlVUBQAD7t0Fa3V4CwABBAAAAAAEAAAAAFBLBQYA"
        "AAAAAQABAEsAAABkAAAAAAA="
    ),
}  # fmt: skip
EXPORT = b"Date,Description,Amount,Balance\n03/01/2025,Rent,-250.00,750.00\n14/01/2025,Sale,500.00,1250.00\n"


def archive(kind: str) -> bytes:
    return base64.b64decode(LOCKED[kind])


@pytest.mark.parametrize(("kind", "password"), [("128", "s3cret"), ("192", "s3cret"), ("256", "s3cret"), ("zh", "密码1"), ("old", "密码1")])
def test_a_locked_archive_is_opened(kind: str, password: str) -> None:
    files, warnings = expand(archive(kind), "a.zip", password=password)
    assert [content for _, content in files] == [TEXT]
    assert not warnings


@pytest.mark.parametrize(("password", "says"), [(None, "needs a password"), ("", "does not open"), ("s3creT", "does not open")])
@pytest.mark.parametrize("kind", ["128", "256", "old"])
def test_without_its_password_it_is_refused(kind: str, password: str | None, says: str) -> None:
    with pytest.raises(Refused) as refused:
        expand(archive(kind), "a.zip", password=password)
    assert refused.value.code == "archive-encrypted"
    assert says in refused.value.text and "密码" in refused.value.text_zh


@pytest.mark.parametrize("place", range(40, 300, 20))
def test_a_damaged_one_is_refused_and_gives_nothing_else(place: int) -> None:
    broken = bytearray(archive("256"))
    if place >= len(broken):
        return
    broken[place] ^= 0x55
    try:
        files, warnings = expand(bytes(broken), "a.zip", password="s3cret")
    except Refused as error:
        assert error.text_zh
    else:
        assert [content for _, content in files] in ([TEXT], []) and (files or warnings)


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def test_each_archive_within_has_a_password_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "case.zip").write_bytes(zipped(**{"a.zip": archive("128"), "b.zip": archive("zh"), "c.csv": EXPORT}))
    known = Passwords.parsed(["a.zip=s3cret", "case.zip/b.zip=密码1"])
    documents = read_loan_file([tmp_path], passwords=known).documents
    assert {document.name for document in documents} == {"case.zip/a.zip/流水.csv", "case.zip/b.zip/流水.csv", "case.zip/c.csv"}


def test_a_locked_archive_leaves_the_rest_of_the_loan_file(tmp_path: Path) -> None:
    (tmp_path / "case.zip").write_bytes(zipped(**{"a.zip": archive("128"), "c.csv": EXPORT}))
    documents = read_loan_file([tmp_path]).documents
    assert {document.name: document.status for document in documents} == {"case.zip": "refused", "case.zip/c.csv": "read"}
    assert [warning.code for document in documents for warning in document.warnings if "archive" in warning.code] == ["archive-encrypted"]


def mail(*attached: tuple[str, bytes], html: str = "", forwarded: EmailMessage | None = None) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "Unterlagen 资料", "a@firm.test", "b@bank.test"
    message.set_content("Please find attached.")
    if html:
        message.add_alternative(html, subtype="html")
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    if forwarded is not None:
        message.add_attachment(forwarded)
    return message


def test_what_is_attached_to_a_mail_is_read(tmp_path: Path) -> None:
    inner = mail(("../流水.csv", EXPORT))
    data = mail(
        ("流水.csv", EXPORT.replace(b"Rent", b"Hire")), ("more.zip", zipped(**{"x.csv": EXPORT.replace(b"Rent", b"Loan")})), forwarded=inner
    )
    (tmp_path / "mail.eml").write_bytes(data.as_bytes())
    documents = {document.name: document for document in read_loan_file([tmp_path]).documents}
    assert set(documents) == {"mail.eml", "mail.eml/流水.csv", "mail.eml/流水 (2).csv", "mail.eml/more.zip/x.csv"}
    assert documents["mail.eml"].status == "read"
    assert [warning.code for warning in documents["mail.eml"].warnings] == ["mail-letter-left-out"]
    assert all(document.records for name, document in documents.items() if name != "mail.eml")


def test_a_letter_with_a_table_of_amounts_is_read_as_a_page() -> None:
    page = "<html><body><table><tr><td>Rent</td><td>1,250.00</td></tr></table></body></html>"
    files, _ = expand(mail(html=page).as_bytes(), "mail.eml")
    assert [name for name, _ in files] == ["letter-3.html"]


def test_a_mail_without_papers_says_so() -> None:
    with pytest.raises(Refused) as refused:
        expand(mail().as_bytes(), "mail.eml")
    assert refused.value.code == "mail-without-papers"
    assert read(mail().as_bytes(), "mail.eml").status == "refused"


def test_text_with_colons_is_no_mail() -> None:
    assert not is_archive(b"Name: Alder Ltd\nDate: 2025-01-31\nSubject: Statement\nBalance: 1,250.00\n")
    assert is_archive(mail(("a.csv", EXPORT)).as_bytes())
