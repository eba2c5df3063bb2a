"""Originals, kept by content hash beside the ledger: ``LEDGER.objects/ab/<sha256>``."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from ouidire.errors import LedgerError

__all__ = ["ObjectStore"]


class ObjectStore:
    """A folder of immutable byte strings, named by their SHA-256.

    Digests are written ``"sha256:"`` and 64 hex digits everywhere outside the file names.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, body: bytes) -> str:
        """Keep `body` and return its digest; when this returns it survives a power cut."""
        digest = hashlib.sha256(body).hexdigest()
        path = self._path(digest)
        if not path.exists():
            _make_folder(path.parent)
            _write(path, body)
        return f"sha256:{digest}"

    def get(self, digest: str) -> bytes:
        """Return the bytes with this digest, unchecked.

        Raises:
            LedgerError: They are not there.

        """
        try:
            return self._path(digest.removeprefix("sha256:")).read_bytes()
        except OSError as exc:
            raise LedgerError(
                f"original {digest} is missing @ {self.root}; restore the folder from a backup"
            ) from exc

    def has(self, digest: str) -> bool:
        """Whether the bytes with this digest are there."""
        return self._path(digest.removeprefix("sha256:")).exists()

    def remove(self, digest: str) -> bool:
        """Delete the bytes with this digest; return False where they were not there."""
        path = self._path(digest.removeprefix("sha256:"))
        if not path.exists():
            return False
        path.unlink()
        _sync_folder(path.parent)
        return True

    def _path(self, digest: str) -> Path:
        return self.root / digest[:2] / digest


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    _sync_folder(folder.parent)


def _write(path: Path, body: bytes) -> None:
    """Write, sync, rename, sync the folder: a reader sees the whole object or none."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(body)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # only there can a folder be opened for syncing
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
