"""Cases and what was handed in for them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Request, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from api.service.problems import Problem, not_found
from api.service.settings import Settings
from api.store.cases import Store, StoredCase, StoredDocument

router = APIRouter(prefix="/v1/cases", tags=["cases"])

Ref = Annotated[
    str,
    Path(
        alias="caseRef", pattern=r"^[A-Za-z0-9][A-Za-z0-9._~-]{0,127}$", description="The caller's own reference: opaque, no personal data."
    ),
]
#: Names are shown and put into files; longer ones are no names.
MAX_NAME = 300

UPLOAD = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {"files": {"type": "array", "items": {"type": "string", "format": "binary"}}},
                }
            }
        },
    }
}


class CaseBody(BaseModel):
    """What a case is called, for people. Without one it is called by its reference."""

    name: str = Field(default="", max_length=MAX_NAME)


@router.get("", summary="All cases, newest first")
def list_cases(request: Request) -> dict[str, Any]:
    found = store(request).all_cases()
    return {"cases": [{**shown(case), "latest": None if latest is None else latest.id} for case, latest in found]}


@router.put("/{caseRef}", summary="Make or rename a case")
def put_case(request: Request, response: Response, ref: Ref, body: Annotated[CaseBody | None, Body()] = None) -> dict[str, Any]:
    case, new = store(request).put_case(ref, (body or CaseBody()).name.strip())
    response.status_code = 201 if new else 200
    return shown(case)


@router.get("/{caseRef}", summary="A case with its documents and verifications")
def get_case(request: Request, ref: Ref) -> dict[str, Any]:
    case = known(request, ref)
    documents = [shown_document(document) for document in store(request).documents(ref)]
    runs = [{"id": run.id, "state": run.state, "created": run.created} for run in store(request).verifications(ref)]
    return {**shown(case), "documents": documents, "verifications": runs}


@router.get("/{caseRef}/documents", summary="What was handed in")
def get_documents(request: Request, ref: Ref) -> dict[str, Any]:
    known(request, ref)
    return {"documents": [shown_document(document) for document in store(request).documents(ref)]}


@router.post("/{caseRef}/documents", status_code=201, summary="Hand in files, or a zip of them", openapi_extra=UPLOAD)
async def post_documents(request: Request, ref: Ref) -> dict[str, Any]:
    await run_in_threadpool(known, request, ref)
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise Problem("invalid-request", 415, "Send the files as multipart/form-data, each in a field called files.")
    settings: Settings = request.app.state.settings
    try:
        form = await request.form(max_files=settings.files, max_fields=100)
    except HTTPException as error:  # the parser's own words name its parts, not the caller's mistake
        raise Problem("invalid-request", 400, f"The upload cannot be taken apart, or has more than {settings.files} files.") from error
    try:
        uploads = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
        if not uploads:
            raise Problem("invalid-request", 422, "There is no file in the request. Send each in a field called files.")
        for upload in uploads:
            if (upload.size or 0) > settings.file_bytes:
                name = (upload.filename or "")[:MAX_NAME]
                raise Problem("too-large", 413, f"{name}: at most {settings.file_bytes} bytes are taken of one file. Split it.")
        kept = [await run_in_threadpool(_keep, request, ref, upload) for upload in uploads]
    finally:
        await form.close()
    return {"documents": [{**shown_document(document), "new": new} for document, new in kept]}


def _keep(request: Request, ref: str, upload: UploadFile) -> tuple[StoredDocument, bool]:
    name = (upload.filename or "document")[:MAX_NAME]
    return store(request).add_document(ref, name, upload.file)


def store(request: Request) -> Store:
    """The store of the service that got this request."""
    kept: Store = request.app.state.store
    return kept


def known(request: Request, ref: str) -> StoredCase:
    """The case of this reference. Raises Problem when there is none."""
    case = store(request).case(ref)
    if case is None:
        raise not_found(f"case as {ref}; make it with PUT /v1/cases/{ref}")
    return case


def shown(case: StoredCase) -> dict[str, Any]:
    return {"ref": case.ref, "name": case.name, "created": case.created}


def shown_document(document: StoredDocument) -> dict[str, Any]:
    return {"name": document.name, "sha256": document.sha256, "size": document.size, "added": document.added}
