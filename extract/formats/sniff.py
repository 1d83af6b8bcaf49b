"""Which format the bytes are, decided by their content and never by the name.

Sources: PDF 2.0 (7.5.2, header within the first 1,024 bytes); PNG, JPEG, TIFF, WebP and BMP signatures; ECMA-376 and
GB/T 33190 part names; SWIFT MT940 block headers.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

Reader = Literal[
    "pdf", "image", "xlsx", "delimited", "markup", "ofd", "bank_file", "web", "xbrl", "xls", "docx", "odf", "sheet_xml", "archive", "none"
]


@dataclass(frozen=True, slots=True)
class Kind:
    """A format.

    name        what a person calls it;   name_zh: in Chinese
    media_type  IANA's name for it
    reader      who opens it; "none": known, but not read
    endings     usual endings of its file names, lower case
    remedy      for one that is not read: what to send instead;   remedy_zh: in Chinese
    """

    name: str
    media_type: str
    reader: Reader
    endings: tuple[str, ...]
    remedy: str = ""
    name_zh: str = ""
    remedy_zh: str = ""


def _read(name: str, name_zh: str, media_type: str, reader: Reader, *endings: str) -> Kind:
    return Kind(name, media_type, reader, endings, name_zh=name_zh)


def _unread(name: str, name_zh: str, media_type: str, remedy: tuple[str, str], *endings: str) -> Kind:
    return Kind(name, media_type, "none", endings, remedy[0], name_zh, remedy[1])


_OPEN_XML = "application/vnd.openxmlformats-officedocument"
PDF = _read("PDF", "PDF 文件", "application/pdf", "pdf", ".pdf")
PNG = _read("PNG picture", "PNG 图片", "image/png", "image", ".png")
JPEG = _read("JPEG picture", "JPEG 图片", "image/jpeg", "image", ".jpg", ".jpeg", ".jpe", ".jfif")
TIFF = _read("TIFF picture", "TIFF 图片", "image/tiff", "image", ".tif", ".tiff")
WEBP = _read("WebP picture", "WebP 图片", "image/webp", "image", ".webp")
BMP = _read("BMP picture", "BMP 图片", "image/bmp", "image", ".bmp", ".dib")
XLSX = _read("Excel workbook", "Excel 工作簿", f"{_OPEN_XML}.spreadsheetml.sheet", "xlsx", ".xlsx", ".xlsm", ".xltx", ".xltm")
DELIMITED = _read("delimited text", "分隔符文本", "text/csv", "delimited", ".csv", ".tsv", ".tab", ".txt", ".psv", ".asc", ".prn")
OFD = _read("OFD document", "OFD 文档", "application/ofd", "ofd", ".ofd")
INVOICE_XML = _read("electronic invoice in XML", "XML 格式的电子发票", "application/xml", "markup", ".xml")
OFX = _read("OFX bank export", "OFX 银行导出文件", "application/x-ofx", "bank_file", ".ofx", ".qfx", ".qbo")
MT940 = _read("MT940 bank export", "MT940 银行导出文件", "application/x-mt940", "bank_file", ".sta", ".940", ".mt940", ".swi", ".txt")
CAMT = _read("CAMT.053 bank export", "CAMT.053 银行导出文件", "application/x-camt053+xml", "bank_file", ".xml", ".camt", ".c53")
BAI2 = _read("BAI2 bank export", "BAI2 银行导出文件", "application/x-bai2", "bank_file", ".bai2", ".bai", ".txt")
XHTML = _read("web page or inline XBRL", "网页或内嵌 XBRL", "application/xhtml+xml", "web", ".html", ".htm", ".xhtml", ".xht")
XBRL = _read("XBRL report", "XBRL 报告", "application/xbrl-instance+xml", "xbrl", ".xbrl", ".xml")
XLS = _read("Excel 97-2003 workbook", "Excel 97-2003 工作簿", "application/vnd.ms-excel", "xls", ".xls", ".xlt", ".et")
DOCX = _read("Word document", "Word 文档", f"{_OPEN_XML}.wordprocessingml.document", "docx", ".docx", ".docm", ".dotx")
ODF = _read("OpenDocument file", "OpenDocument 文件", "application/vnd.oasis.opendocument", "odf", ".ods", ".odt")
SHEET_XML = _read("XML spreadsheet", "XML 电子表格", "application/vnd.ms-excel", "sheet_xml", ".xml", ".xls")
HEIC = _read("HEIC picture", "HEIC 图片", "image/heic", "image", ".heic", ".heif", ".hif", ".avif")
GIF = _read("GIF picture", "GIF 图片", "image/gif", "image", ".gif")
ZIP = _read("zip archive", "zip 压缩包", "application/zip", "archive", ".zip")

_SAVE_XLSX = "Open it in Excel or WPS, save it as .xlsx, and send that.", "请用 Excel 或 WPS 打开，另存为 .xlsx 后发送。"
_PRINT_PDF = "Open it, print it to PDF, and send that.", "请打开后打印为 PDF 再发送。"
_UNPACK = "Unpack it and send the files, or a .zip of them.", "请解压后发送其中的文件，或打包为 .zip 发送。"
_NO_PASSWORD = "Send it without a password.", "请发送不带密码的文件。"
_ATTACHMENTS = "Send its attachments as files of their own.", "请将附件作为单独的文件发送。"
_AGAIN = "Send it again; the transfer may have broken off.", "请重新发送，传输可能中断。"
_KNOWN = "Send it as PDF, .xlsx, CSV, or a picture (JPEG, PNG, TIFF).", "请以 PDF、.xlsx、CSV 或图片（JPEG、PNG、TIFF）发送。"
_OLE = "application/x-ole-storage"
XLSB = _unread("Excel binary workbook", "Excel 二进制工作簿", "application/vnd.ms-excel.sheet.binary.macroEnabled.12", _SAVE_XLSX, ".xlsb")
OLE = _unread("old Office document", "旧版 Office 文档", _OLE, _PRINT_PDF, ".doc", ".ppt", ".msg", ".wps", ".et")
LOCKED = _unread("Office document with a password", "带密码的 Office 文档", _OLE, _NO_PASSWORD, ".xlsx", ".docx")
PPTX = _unread("PowerPoint document", "PowerPoint 文档", f"{_OPEN_XML}.presentationml.presentation", _PRINT_PDF, ".pptx")
XML = _unread("XML file", "XML 文件", "application/xml", _PRINT_PDF, ".xml", ".xbrl")
RTF = _unread("RTF document", "RTF 文档", "application/rtf", _PRINT_PDF, ".rtf", ".doc")
RAR = _unread("RAR archive", "RAR 压缩包", "application/vnd.rar", _UNPACK, ".rar")
SEVEN = _unread("7z archive", "7z 压缩包", "application/x-7z-compressed", _UNPACK, ".7z")
GZIP = _unread("gzip file", "gzip 文件", "application/gzip", _UNPACK, ".gz", ".tgz")
MAIL = replace(_unread("e-mail", "电子邮件", "message/rfc822", _ATTACHMENTS, ".eml"), reader="archive")
CUT_OFF = _unread("Office document that is cut off", "不完整的 Office 文档", _OLE, _AGAIN, ".xls", ".doc")
BROKEN_ZIP = _read("damaged zip archive", "已损坏的 zip 压缩包", "application/zip", "archive", ".zip", ".xlsx", ".docx", ".ods", ".ofd")
UNKNOWN = _unread("file of an unknown format", "格式不明的文件", "application/octet-stream", _KNOWN)

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
)
#: How electronic invoices begin: UN/CEFACT's (and ZUGFeRD 1.0's), UBL's, and those of the Chinese tax platform.
_INVOICE_ROOT = re.compile(
    rb"<(?:[\w.-]+:)?(?:CrossIndustryInvoice|CrossIndustryDocument|EInvoice|eInvoice)[\s>]"
    rb"|<(?:[\w.-]+:)?(?:Invoice|CreditNote)\s[^>]*urn:oasis:names:specification:ubl"
)
#: Licence texts of some makers fill the first pages of their XML.
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_XML_HEAD = 64 * 1024
_MT940_TAGS = (rb"(?:^|[\n\r}:]):20:", rb"[\n\r]:25:", rb"[\n\r]:60[FM]:")
_BAI2_HEAD = re.compile(rb"01,[^,\r\n]{0,40},[^,\r\n]{0,40},\d{6},[^\r\n]{0,120}[\r\n]+\s*02,")
#: A picture of scattered bytes has control characters; text does not, in any of the encodings that are read.
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1a\x1b")
_HEAD = 4096
#: A header of an e-mail, and those of which it has two at least.
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t\r\n]")
_MAIL_HEADERS = (b"subject:", b"from:", b"to:", b"date:", b"message-id:")
#: What a web page, or a part of one saved alone, begins with.
_HTML_TAGS = frozenset(
    {b"html", b"head", b"body", b"table", b"div", b"p", b"meta", b"title", b"style", b"script", b"center", b"h1", b"pre"}
)
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc", b"hevx", b"avif", b"avis"})


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
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
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
        return BROKEN_ZIP
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
    # The header says where the directory begins; a file cut off before it cannot say what it is.
    directory = (int.from_bytes(data[48:52], "little") + 1) * (1 << min(int.from_bytes(data[30:32], "little"), 16))
    if len(data) > 512 and directory >= len(data):
        return CUT_OFF
    # Directory entries of an OLE file are UTF-16; a workbook's stream is called Workbook (or Book before 1997).
    if "EncryptedPackage".encode("utf-16-le") in data:
        return LOCKED
    if "Workbook".encode("utf-16-le") in data or "Book\0".encode("utf-16-le") in data:
        return XLS
    return OLE


def _text(data: bytes, head: bytes) -> Kind:
    if _is_invoice(data):
        return INVOICE_XML
    bank_file = _bank_file(head)
    if bank_file is not None:
        return bank_file
    markup = _markup(data[:_XML_HEAD])
    if markup is not None:
        return markup
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) or looks_like_utf_16(head):
        return DELIMITED
    # Some exports pad fields with zeros; what is text without them is text.
    plain = head.replace(b"\x00", b"")
    if len(plain) < len(head) * 0.7 or sum(byte in _CONTROL for byte in plain) > len(plain) * 0.01:
        return UNKNOWN
    start, lower = head.lstrip(), head.lower()
    if start[:9].lower() in {b"received:", b"return-pa"} or (
        _HEADER.match(start) and b"mime-version:" in lower and sum(b"\n" + one in b"\n" + lower for one in _MAIL_HEADERS) >= 2
    ):
        return MAIL
    return DELIMITED


def _markup(head: bytes) -> Kind | None:
    """Which markup `head` begins; None where it begins none. Exports of shops' and banks' pages often lack <html> itself."""
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not plain.startswith(b"<"):
        return None
    lower = _COMMENT.sub(b"", plain.lower())
    first = re.search(rb"<([a-z][\w.-]*:)?([a-z][\w.-]*)[\s>/]", lower)
    root = first.group(2) if first is not None else b""
    if root == b"xbrl":
        return XBRL
    if root == b"workbook" and b"urn:schemas-microsoft-com:office:spreadsheet" in lower:
        return SHEET_XML
    if root in _HTML_TAGS or b"<!doctype html" in lower[:_HEAD] or b"<html" in lower[:_HEAD]:
        return XHTML
    return XML


def _is_invoice(data: bytes) -> bool:
    head = data[:_XML_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<") and _INVOICE_ROOT.search(_COMMENT.sub(b"", head)) is not None


def _bank_file(head: bytes) -> Kind | None:
    """The bank's exchange format that `head` begins, in any encoding whose letters are those of ASCII."""
    plain = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe \t\r\n")
    if plain.startswith(b"<") and re.search(rb"<(?:[\w.-]+:)?BkToCstmrStmt[\s/>]|[:.]camt\.053\.", plain):
        return CAMT
    if re.search(rb"<ofx[\s>]", plain, re.IGNORECASE) or plain.startswith(b"OFXHEADER"):
        return OFX
    if _BAI2_HEAD.match(plain):
        return BAI2
    return MT940 if all(re.search(tag, plain) for tag in _MT940_TAGS) else None


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
