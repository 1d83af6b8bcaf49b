"""Which format the bytes are, decided by their content and never by the name.

Sources: PDF 2.0 (7.5.2, header within the first 1,024 bytes); PNG, JPEG, TIFF, WebP and BMP signatures; ECMA-376 and
GB/T 33190 part names; SWIFT MT940 block headers.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

Reader = Literal["pdf", "image", "xlsx", "delimited", "archive", "none"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A format.

    name        what a person calls it
    media_type  IANA's name for it
    reader      who opens it; "none": known, but not read
    endings     usual endings of its file names, lower case
    remedy      for one that is not read: what to send instead
    """

    name: str
    media_type: str
    reader: Reader
    endings: tuple[str, ...]
    remedy: str = ""


PDF = Kind("PDF", "application/pdf", "pdf", (".pdf",))
PNG = Kind("PNG picture", "image/png", "image", (".png",))
JPEG = Kind("JPEG picture", "image/jpeg", "image", (".jpg", ".jpeg", ".jpe", ".jfif"))
TIFF = Kind("TIFF picture", "image/tiff", "image", (".tif", ".tiff"))
WEBP = Kind("WebP picture", "image/webp", "image", (".webp",))
BMP = Kind("BMP picture", "image/bmp", "image", (".bmp", ".dib"))
XLSX = Kind(
    "Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", (".xlsx", ".xlsm", ".xltx", ".xltm")
)
DELIMITED = Kind("delimited text", "text/csv", "delimited", (".csv", ".tsv", ".tab", ".txt", ".psv", ".asc", ".prn"))
ZIP = Kind("zip archive", "application/zip", "archive", (".zip",))

_SAVE_XLSX = "Open it in Excel or WPS, save it as .xlsx, and send that."
_PRINT_PDF = "Open it, print it to PDF, and send that."
_EXPORT = "Export the same account as CSV, .xlsx or PDF, and send that."
_UNPACK = "Unpack it and send the files, or a .zip of them."
XLS = Kind("Excel 97-2003 workbook", "application/vnd.ms-excel", "none", (".xls", ".xlt"), _SAVE_XLSX)
XLSB = Kind("Excel binary workbook", "application/vnd.ms-excel.sheet.binary.macroEnabled.12", "none", (".xlsb",), _SAVE_XLSX)
OLE = Kind("old Office document", "application/x-ole-storage", "none", (".doc", ".ppt", ".msg", ".wps", ".et"), _PRINT_PDF)
LOCKED = Kind("Office document with a password", "application/x-ole-storage", "none", (".xlsx", ".docx"), "Send it without a password.")
DOCX = Kind("Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "none", (".docx",), _PRINT_PDF)
PPTX = Kind(
    "PowerPoint document", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "none", (".pptx",), _PRINT_PDF
)
ODF = Kind("OpenDocument file", "application/vnd.oasis.opendocument", "none", (".ods", ".odt"), "Save it as .xlsx or PDF, and send that.")
OFD = Kind("OFD document", "application/ofd", "none", (".ofd",), _PRINT_PDF)
OFX = Kind("OFX bank export", "application/x-ofx", "none", (".ofx", ".qfx", ".qbo"), _EXPORT)
MT940 = Kind("MT940 bank export", "application/x-mt940", "none", (".sta", ".940", ".mt940", ".txt"), _EXPORT)
CAMT = Kind("CAMT.053 bank export", "application/x-camt053+xml", "none", (".xml", ".camt"), _EXPORT)
XHTML = Kind("web page or inline XBRL", "application/xhtml+xml", "none", (".html", ".htm", ".xhtml"), _PRINT_PDF)
XML = Kind("XML file", "application/xml", "none", (".xml", ".xbrl"), _PRINT_PDF)
RTF = Kind("RTF document", "application/rtf", "none", (".rtf", ".doc"), _PRINT_PDF)
RAR = Kind("RAR archive", "application/vnd.rar", "none", (".rar",), _UNPACK)
SEVEN = Kind("7z archive", "application/x-7z-compressed", "none", (".7z",), _UNPACK)
GZIP = Kind("gzip file", "application/gzip", "none", (".gz", ".tgz"), _UNPACK)
HEIC = Kind("HEIC picture", "image/heic", "none", (".heic", ".heif"), "Save it as JPEG or PNG, and send that.")
GIF = Kind("GIF picture", "image/gif", "none", (".gif",), "Save it as PNG, and send that.")
MAIL = Kind("e-mail", "message/rfc822", "none", (".eml",), "Send its attachments as files of their own.")
UNKNOWN = Kind(
    "file of an unknown format", "application/octet-stream", "none", (), "Send it as PDF, .xlsx, CSV, or a picture (JPEG, PNG, TIFF)."
)

_ENDINGS = frozenset(ending for kind in tuple(globals().values()) if isinstance(kind, Kind) for ending in kind.endings)

_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
    (b"{\\rtf", RTF),
    (b"Rar!\x1a\x07", RAR),
    (b"7z\xbc\xaf\x27\x1c", SEVEN),
    (b"\x1f\x8b\x08", GZIP),
    (b"GIF8", GIF),
    (b"OFXHEADER", OFX),
)
#: A picture of scattered bytes has control characters; text does not, in any of the encodings that are read.
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1a\x1b")
_HEAD = 4096


def sniffed(data: bytes) -> Kind:
    """The format of `data`. Never raises: what nothing fits is `UNKNOWN`."""
    head = data[:_HEAD]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[:2] == b"BM" and len(data) > 26 and head[6:10] == b"\0\0\0\0":
        return BMP
    if head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"mif1", b"hevc", b"avif"}:
        return HEIC
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _old_office(data)
    # After the signatures: a picture or archive may hold these five letters by chance.
    if b"%PDF-" in data[:1024] or (b" obj" in head and b"<<" in head and b"%%EOF" in data[-2048:]):
        return PDF
    return _text(data, head)


def _zipped(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {info.filename.lower() for info in archive.infolist()[:5_000]}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, KeyError, IndexError, RuntimeError):
        return ZIP
    if any(name.startswith("xl/workbook.bin") for name in names):
        return XLSB
    if "[content_types].xml" in names:
        for folder, kind in (("xl/", XLSX), ("word/", DOCX), ("ppt/", PPTX)):
            if any(name.startswith(folder) for name in names):
                return kind
    if "ofd.xml" in names:
        return OFD
    if "mimetype" in names and "content.xml" in names:
        return ODF
    return ZIP


def _old_office(data: bytes) -> Kind:
    # Directory entries of an OLE file are UTF-16; a workbook's stream is called Workbook (or Book before 1997).
    if "EncryptedPackage".encode("utf-16-le") in data:
        return LOCKED
    if "Workbook".encode("utf-16-le") in data or "Book\0".encode("utf-16-le") in data:
        return XLS
    return OLE


def _text(data: bytes, head: bytes) -> Kind:
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) or looks_like_utf_16(head):
        return DELIMITED if b"<html" not in head.lower() and not head.lstrip(b"\xef\xbb\xbf").startswith(b"<?xml") else XHTML
    if not data or sum(byte in _CONTROL for byte in head) > len(head) * 0.01:
        return UNKNOWN
    start = head.lstrip()
    lower = head.lower()
    if start.startswith(b"<"):
        if b"camt.053" in lower or b"bktocstmrstmt" in lower:
            return CAMT
        if b"<ofx" in lower:
            return OFX
        if b"<html" in lower or b"<!doctype html" in lower:
            return XHTML
        return XML
    if b":20:" in head and b":25:" in head and (b":60F:" in head or b":60M:" in head):
        return MT940
    if start[:9].lower() in {b"received:", b"return-pa"} or (b"\nmime-version:" in lower and b"\nsubject:" in lower):
        return MAIL
    return DELIMITED


def looks_like_utf_16(head: bytes) -> str | None:
    """The UTF-16 codec of text without a byte order mark, or None: half of its bytes are zero, all on one side."""
    if len(head) < 8 or (len(head) % 2 and len(head) < _HEAD):
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.3 and even < half * 0.02:
        return "utf-16-le"
    if even > half * 0.3 and odd < half * 0.02:
        return "utf-16-be"
    return None


def disagrees(name: str, kind: Kind) -> bool:
    """Whether the ending of `name` says another format than its content. A name without an ending says nothing."""
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    return bool(ending) and ending[1:].isalnum() and ending not in kind.endings and ending in _ENDINGS
