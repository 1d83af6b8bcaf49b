"""Signed with pyHanko: a proper signature over the whole file, by a certificate that nobody has on a list.

Why: portals and accountants seal what they hand out.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
from datetime import datetime
from random import Random

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.metadata.model import DocumentMetadata
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import cms_embedder
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

from samples.alteration.hand import moment
from samples.processing.certificate import signer
from samples.processing.outside import opened
from samples.processing.way import CannotProcess, Processed, Way


class _Dated(DocumentMetadata):
    """pyHanko's, with a date of change that its writer cannot set to the machine's now."""

    def __init__(self, when: datetime) -> None:
        super().__init__()
        self.__dict__["last_modified"] = when

    def __setattr__(self, name: str, value: object) -> None:
        if name != "last_modified":
            super().__setattr__(name, value)


class _Revision(IncrementalPdfFileWriter):
    """pyHanko's, with the number that it gives to the file taken from the file and not from chance."""

    @classmethod
    def _handle_id(cls, prev):  # type: ignore[no-untyped-def]
        first = prev.trailer["/ID"][0] if "/ID" in prev.trailer else b"tieout"
        original = bytes(getattr(first, "original_bytes", first))
        second = hashlib.md5(original + b"signed", usedforsecurity=False).digest()
        return generic.ArrayObject([generic.ByteStringObject(original), generic.ByteStringObject(second)])


def _apply(content: bytes, source: Random) -> Processed:
    with opened(content) as pdf:
        if pdf.is_encrypted:
            raise CannotProcess("an encrypted file is not signed")
        when = moment(pdf, source, days=(0, 2))
    try:
        writer = _Revision(io.BytesIO(content), strict=False)
        writer._meta = _Dated(when)
        embedder = cms_embedder.PdfCMSEmbedder(new_field_spec=SigFieldSpec(sig_field_name="Signature1", on_page=0))
        steps = embedder.write_cms("Signature1", writer)
        next(steps)
        steps.send(cms_embedder.SigObjSetup(sig_placeholder=SignatureObject(timestamp=when, bytes_reserved=8192)))
        prepared, output = steps.send(cms_embedder.SigIOSetup(md_algorithm="sha256", in_place=False))
        settings = PdfCMSSignedAttributes(signing_time=when)  # left out, it is the machine's clock
        signing = signer("develop").async_sign(prepared.document_digest, "sha256", signed_attr_settings=settings)
        signature = asyncio.run(signing)
        steps.send(signature)
    except (PdfError, ValueError) as error:
        raise CannotProcess("pyHanko cannot sign this file") from error
    return Processed(output.getvalue())


WAY = Way(name="signed", split="develop", media="pdf", apply=_apply)
