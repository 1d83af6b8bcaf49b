"""What a process gives up before it looks at a hostile document: memory, time, files, network.

Runs inside the short-lived child only, and never undoes anything. Each step is tried and its failure is reported, because
containers often forbid one of them; the limits on memory, time and file size work everywhere.
Source: setrlimit(2), user_namespaces(7), landlock(7).
"""

from __future__ import annotations

import ctypes
import os
import resource
import struct
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

_CLONE_NEWUSER, _CLONE_NEWIPC, _CLONE_NEWNET = 0x10000000, 0x08000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_RULE_PATH_BENEATH, _VERSION_FLAG = 1, 1
_READ_FILE, _READ_DIR, _WRITE_FILE, _REMOVE_FILE, _MAKE_REG, _TRUNCATE = 1 << 2, 1 << 3, 1 << 1, 1 << 5, 1 << 8, 1 << 14
_EXECUTE, _REMOVE_DIR, _MAKE_DIR = 1 << 0, 1 << 4, 1 << 7

_libc = ctypes.CDLL(None, use_errno=True)


def limit_resources(*, memory: int, cpu: int, file_bytes: int, open_files: int) -> None:
    """Put hard limits on this process; bytes and seconds. No core file, and no further process."""
    # Soft and hard CPU limits a second apart: the first signal names the reason, the second cannot be caught.
    for what, soft, hard in (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, cpu, cpu + 1),
        (resource.RLIMIT_FSIZE, file_bytes, file_bytes),
        (resource.RLIMIT_NOFILE, open_files, open_files),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NPROC, 0, 0),
    ):
        _, ceiling = resource.getrlimit(what)
        if ceiling != resource.RLIM_INFINITY:
            soft, hard = min(soft, ceiling), min(hard, ceiling)
        resource.setrlimit(what, (soft, hard))


def die_with_parent() -> None:
    """Have the kernel kill this process when the one that started it ends."""
    _libc.prctl(_PR_SET_PDEATHSIG, 9, 0, 0, 0)


def leave_network() -> bool:
    """Move into a network of its own without a single interface. False where the system forbids it."""
    return bool(_libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET | _CLONE_NEWIPC) == 0)


def restrict_files(readable: Iterable[Path], writable: Sequence[Path]) -> bool:
    """Let this process read only below `readable` and write only below `writable`, and no TCP. False without Landlock."""
    abi = _libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION_FLAG)
    if abi < 1:
        return False
    rights = (1 << 13) - 1
    for version, right in ((2, 1 << 13), (3, _TRUNCATE), (5, 1 << 15)):
        rights |= right if abi >= version else 0
    # ABI 4 adds TCP bind and connect, ABI 6 keeps signals and abstract sockets inside.
    attributes = struct.pack("QQQ", rights, 3 if abi >= 4 else 0, 3 if abi >= 6 else 0)
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    ruleset = _libc.syscall(_CREATE_RULESET, attributes, ctypes.c_size_t(size), 0)
    if ruleset < 0:
        return False
    read = _READ_FILE | _READ_DIR | _EXECUTE
    write = _READ_FILE | _READ_DIR | _WRITE_FILE | _TRUNCATE | _MAKE_REG | _REMOVE_FILE | _MAKE_DIR | _REMOVE_DIR
    for paths, allowed in ((readable, read), (writable, write)):
        for path in paths:
            _allow(ruleset, path, allowed & rights)
    restricted = _libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 and _libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0
    os.close(ruleset)
    return bool(restricted)


def _allow(ruleset: int, path: Path, allowed: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # not on this system: nothing to allow
    try:
        if not path.is_dir():
            allowed &= _READ_FILE | _WRITE_FILE | _EXECUTE | _TRUNCATE
        rule = struct.pack("=Qi", allowed, descriptor)
        _libc.syscall(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(descriptor)


def library_paths() -> list[Path]:
    """What lazily imported modules and a renderer's substitute fonts need: Python's own library, packages, fonts.

    A checkout's root stands on the path of a developer's interpreter; only the package itself is let through.
    """
    own = [Path(entry) for entry in sys.path if entry and Path(entry).name in {"site-packages", "dist-packages", "lib-dynload"}]
    system = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/share/fonts", "/usr/local/share/fonts"]
    devices = ["/dev/null", "/dev/urandom", "/usr/share/zoneinfo"]
    return [Path(os.__file__).parent, Path(__file__).parents[1], *own, *map(Path, system), *map(Path, devices)]
