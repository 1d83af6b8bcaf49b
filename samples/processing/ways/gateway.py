"""Metadata added by a mail gateway or an archive, as a revision behind the file.

Why: every attachment is given a number and a time on its way.
"""

from __future__ import annotations

from random import Random

from pikepdf import Dictionary, String

from samples.alteration.hand import moment, pdf_date
from samples.alteration.revision import appended, body, next_number
from samples.alteration.technique import CannotAlter
from samples.processing.outside import opened
from samples.processing.way import CannotProcess, Processed, Way

_SYSTEMS = ("MailArchive 6.2", "SecureGate 11", "DocVault 2025.3")


def _apply(content: bytes, source: Random) -> Processed:
    with opened(content) as pdf:
        if "/Info" not in pdf.trailer or not pdf.trailer.Info.objgen[0]:
            free = next_number(pdf)
            pdf.trailer.Info = pdf.make_indirect(Dictionary())
            if pdf.trailer.Info.objgen[0] != free:
                raise CannotProcess("this file has no place for metadata")
        info = pdf.trailer.Info
        info.ModDate = pdf_date(moment(pdf, source, days=(0, 3)))
        info.ArchivedBy, info.ArchiveNumber = String(source.choice(_SYSTEMS)), String(f"{source.getrandbits(48):012X}")
        try:
            return Processed(appended(content, pdf, {info.objgen[0]: body(info)}))
        except CannotAlter as error:
            raise CannotProcess(str(error)) from error


WAY = Way(name="gateway", split="develop", media="pdf", apply=_apply)
