"""A made-up authority's key and certificate, the same each time: what a bank's or an accountant's signing card would hold.

The key is computed from a fixed seed and protects nothing.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from random import Random

from asn1crypto import keys, x509  # type: ignore[import-untyped]
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from samples.population.splits import Split
from samples.streams import stream

_OWNERS: dict[Split, str] = {"develop": "Northgate Document Services", "test": "明信电子签章中心"}
_EXPONENT = 65_537
_SMALL_PRIMES = tuple(number for number in range(3, 2000, 2) if all(number % divisor for divisor in range(3, int(number**0.5) + 1, 2)))


def _prime(source: Random, bits: int) -> int:
    """A prime of that many bits, its two highest set, fit for the exponent.   Miller and Rabin with 24 bases, none of a person's choice."""
    while True:
        candidate = source.getrandbits(bits) | 3 << (bits - 2) | 1
        if any(candidate % prime == 0 for prime in _SMALL_PRIMES) or (candidate - 1) % _EXPONENT == 0:
            continue
        if all(_strong(candidate, source.randrange(2, candidate - 1)) for _ in range(24)):
            return candidate


def _strong(candidate: int, base: int) -> bool:
    odd, power = candidate - 1, 0
    while odd % 2 == 0:
        odd, power = odd // 2, power + 1
    value = pow(base, odd, candidate)
    if value in {1, candidate - 1}:
        return True
    for _ in range(power - 1):
        value = value * value % candidate
        if value == candidate - 1:
            return True
    return False


@cache
def key(split: Split) -> rsa.RSAPrivateKey:
    """A key of 2,048 bits, about half a second to compute."""
    source = stream(20_260_316, "certificate", split)
    p, q = _prime(source, 1024), _prime(source, 1024)
    d = pow(_EXPONENT, -1, (p - 1) * (q - 1))
    public = rsa.RSAPublicNumbers(_EXPONENT, p * q)
    return rsa.RSAPrivateNumbers(p, q, d, d % (p - 1), d % (q - 1), pow(q, -1, p), public).private_key()


@cache
def certificate(split: Split) -> certificates.Certificate:
    """Its own issuer, good from 2015 to 2045."""
    name = certificates.Name([certificates.NameAttribute(NameOID.COMMON_NAME, _OWNERS[split])])
    usage = certificates.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False, key_agreement=False,
        key_cert_sign=True, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    builder = certificates.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key(split).public_key())
    builder = builder.serial_number(stream(20_260_316, "serial", split).getrandbits(64)).add_extension(usage, critical=True)
    builder = builder.not_valid_before(datetime(2015, 1, 1, tzinfo=UTC)).not_valid_after(datetime(2045, 1, 1, tzinfo=UTC))
    return builder.sign(key(split), hashes.SHA256())


def signer(split: Split) -> SimpleSigner:
    """What pyHanko signs with."""
    packed = key(split).private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    own = x509.Certificate.load(certificate(split).public_bytes(serialization.Encoding.DER))
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register(own)
    return SimpleSigner(own, keys.PrivateKeyInfo.load(packed), store)
