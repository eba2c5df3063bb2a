"""What a document is, by its suffix and its first bytes."""

from __future__ import annotations

import re

from ouidire.errors import ReadError
from ouidire.reading.sources import Place

__all__ = ["sniff"]

_FOREIGN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"WARC/", "a web archive"),
    (b"{\\rtf", "an RTF document"),
)
_HTML = re.compile(
    rb"\s{0,200}(?:<!--.{0,2000}?-->\s{0,200})?<(?:!doctype\s{1,9}html|html|head|body|article|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_XHTML = re.compile(rb"\s{0,200}<\?xml.{0,1000}?<(?:!doctype\s{1,9}html|html)\b", re.IGNORECASE | re.DOTALL)
_RECORD = re.compile(rb'\s{0,200}\{\s{0,200}"')
_XML = re.compile(rb"\s{0,200}<\?xml", re.IGNORECASE)


def sniff(head: bytes, place: Place) -> str:
    """Return the media type to read a document as.

    Args:
        head: Its first bytes, decompressed.

    Raises:
        ReadError: ``type:unsupported``, the bytes are of a kind that is not read.

    """
    for magic, kind in _FOREIGN:
        if head.startswith(magic):
            raise ReadError(
                f"this is {kind}, which is not read yet; save it as text or HTML",
                code="type:unsupported",
                where=place.name,
            )
    if place.media_type:
        return place.media_type
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(plain) or _XHTML.match(plain):
        return "text/html"
    if _RECORD.match(plain):
        return "application/jsonl"
    if _XML.match(plain):
        raise ReadError(
            "XML that is not a web page is not read yet; save the article as HTML or text",
            code="type:unsupported",
            where=place.name,
        )
    return "text/plain"
