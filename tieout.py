"""The door for Python callers.

    import tieout
    document = tieout.read(Path("bs-2025.pdf").read_bytes(), "bs-2025.pdf")
    judgement = tieout.verify(tieout.Case(name="loan file", documents=(document,)))

Everything behind it is private to the project and may change.
"""

from __future__ import annotations

from api.version import VERSION
from extract.document import Document
from extract.flow import read, read_loan_file
from verify.case import Case
from verify.flow import verify

__version__ = VERSION

__all__ = ["Case", "Document", "__version__", "read", "read_loan_file", "verify"]
