"""The content of a zip's entry, with a password where it needs one: the traditional encryption, and the AES of WinZip and 7-Zip.

The standard library opens the traditional one alone. What a document's own program encrypts (PDF) is not read here.
Source: WinZip, AES encryption information (AE-1 and AE-2); RFC 2898 for the key.
"""

from __future__ import annotations

import hashlib
import hmac
import zipfile
import zlib
from collections.abc import Sequence

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

ENCRYPTED_FLAG = 0x1
_AES_METHOD = 99
_AES_FIELD = 0x9901
#: Bytes of the salt and of the key, by strength.
_STRENGTHS = {1: (8, 16), 2: (12, 24), 3: (16, 32)}
_ROUNDS = 1000
_CHECK_BYTES, _SEAL_BYTES, _BLOCK = 2, 10, 16
_LOCAL_HEADER = 30


def passwords_of(password: str | None) -> tuple[bytes, ...]:
    """The bytes that a password may be: Chinese programs write theirs in GBK."""
    if password is None:
        return ()
    return tuple(dict.fromkeys((password.encode(), password.encode("gb18030", "replace"))))


def content_of(archive: zipfile.ZipFile, data: bytes, entry: zipfile.ZipInfo, passwords: Sequence[bytes]) -> bytes:
    """The bytes of `entry`, never more than it declares.

    data   the archive itself
    Raises RuntimeError where no password opens it, and what `zipfile` raises for a damaged one.
    """
    if not entry.flag_bits & ENCRYPTED_FLAG:
        return archive.read(entry)
    problem: Exception = RuntimeError("a password is needed")
    for password in passwords:
        try:
            if entry.compress_type == _AES_METHOD:
                return _decrypted(data, entry, password)
            return archive.read(entry, pwd=password)
        except (RuntimeError, zipfile.BadZipFile, zlib.error) as error:  # one wrong password in 256 passes its check byte
            problem = error
    raise RuntimeError("no password opens it") from problem


def _decrypted(data: bytes, entry: zipfile.ZipInfo, password: bytes) -> bytes:
    strength, method = _aes_field(entry.extra)
    salt_bytes, key_bytes = _STRENGTHS[strength]
    header = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
    names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    start = entry.header_offset + _LOCAL_HEADER + names
    packed = data[start : start + entry.compress_size]
    salt, check = packed[:salt_bytes], packed[salt_bytes : salt_bytes + _CHECK_BYTES]
    body, seal = packed[salt_bytes + _CHECK_BYTES : -_SEAL_BYTES], packed[-_SEAL_BYTES:]
    keys = hashlib.pbkdf2_hmac("sha1", password, salt, _ROUNDS, 2 * key_bytes + _CHECK_BYTES)
    if not hmac.compare_digest(keys[2 * key_bytes :], check):
        raise RuntimeError("the password is another one")
    if not hmac.compare_digest(hmac.new(keys[key_bytes : 2 * key_bytes], body, "sha1").digest()[:_SEAL_BYTES], seal):
        raise zipfile.BadZipFile("its seal does not fit its content")
    plain = _counted(body, keys[:key_bytes])
    if method == zipfile.ZIP_STORED:
        return plain[: entry.file_size]
    if method == zipfile.ZIP_DEFLATED:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(plain, max(1, entry.file_size))[: entry.file_size]
    raise NotImplementedError("packed in another way")


def _aes_field(extra: bytes) -> tuple[int, int]:
    """Strength of the key, and how the content was packed before it was encrypted."""
    position = 0
    while position + 4 <= len(extra):
        identity, size = (
            int.from_bytes(extra[position : position + 2], "little"),
            int.from_bytes(extra[position + 2 : position + 4], "little"),
        )
        field = extra[position + 4 : position + 4 + size]
        if identity == _AES_FIELD and len(field) >= 7 and field[4] in _STRENGTHS:
            return field[4], int.from_bytes(field[5:7], "little")
        position += 4 + size
    raise zipfile.BadZipFile("it does not say how it is encrypted")


def _counted(body: bytes, key: bytes) -> bytes:
    """Counter mode with a counter whose lowest byte comes first, which the library's own counter mode does not have."""
    blocks = -(-len(body) // _BLOCK)
    counters = np.zeros((blocks, 2), dtype="<u8")
    counters[:, 0] = np.arange(1, blocks + 1)
    stream = Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(counters.tobytes())  # noqa: S305 - the format's, block by block
    mask = np.frombuffer(stream, dtype=np.uint8)[: len(body)]
    return (np.frombuffer(body, dtype=np.uint8) ^ mask).tobytes()
