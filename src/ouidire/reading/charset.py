"""From bytes to code points: byte order mark, then what the document declares, then what it looks like."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

__all__ = ["Decoded", "declared_in_html", "decode_bytes"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_XML = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
# The WHATWG Encoding Standard reads these labels as their Windows superset.
_SUPERSET = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
# A declaration in ASCII-compatible bytes cannot be true of UTF-16; UTF-7 is an attack, not an encoding.
_IMPOSSIBLE = {"utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"}
_WESTERN = {"cp1252", "cp1254", "iso8859-15"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text.

    Attributes:
        charset: Python name of the encoding that was used.
        replaced: How many undecodable sequences became U+FFFD.
        contradicted: The declared charset, where the bytes show that it is not theirs.

    """

    text: str
    charset: str
    replaced: int = 0
    contradicted: str | None = None


def declared_in_html(body: bytes) -> str | None:
    """Return the charset a page declares in its first 4,096 bytes, as it spells it."""
    head = body[:4096]
    match = _XML.search(head) or _META.search(head)
    return match.group(1).decode("ascii") if match else None


def decode_bytes(body: bytes, declared: str | None = None) -> Decoded:
    """Decode a document. Never raises; what cannot be decoded becomes U+FFFD and is counted.

    Args:
        declared: Charset label from the document or whoever sent it.

    """
    for bom, name in _BOMS:
        if body.startswith(bom):
            return _lenient(body[len(bom) :], name)
    charset = _known(declared)
    utf8 = _strict(body, "utf-8")
    if utf8 is not None:
        lied = charset not in (None, "utf-8") and not body.isascii()
        if charset is None or lied or body.isascii():
            return Decoded(utf8, "utf-8", contradicted=declared if lied else None)
    if charset is not None and charset != "utf-8":
        text = _strict(body, charset)
        if text is not None and not (charset in _WESTERN and _garbled(text)):
            return Decoded(text, charset)
    return _guess(body, declared, charset)


def _guess(body: bytes, declared: str | None, charset: str | None) -> Decoded:
    """Decide between a damaged UTF-8, what a detector says, and Windows-1252."""
    damaged = _lenient(body, "utf-8")
    if damaged.replaced * 4 <= _multibyte(damaged.text):
        return damaged
    from charset_normalizer import from_bytes

    best = from_bytes(body[:200_000], steps=5, chunk_size=512).best()
    name = best.encoding if best is not None else (charset or "cp1252")
    if name in _IMPOSSIBLE and b"\0" not in body[:200_000]:
        name = "cp1252"
    decoded = _lenient(body, name)
    lied = declared is not None and charset != name
    return Decoded(decoded.text, name, decoded.replaced, declared if lied else None)


def _known(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    if name in _IMPOSSIBLE:
        return None
    try:  # "hex", "rot13" and their like are codecs too, but not of text
        b"a".decode(name)
    except (LookupError, ValueError):
        return None
    return _SUPERSET.get(name, name)


def _strict(body: bytes, charset: str) -> str | None:
    try:
        return body.decode(charset)
    except (UnicodeError, LookupError, ValueError):
        return None


def _lenient(body: bytes, charset: str) -> Decoded:
    text = body.decode(charset, errors="replace")
    strict = _strict(body, charset) is not None
    return Decoded(text, charset, 0 if strict else text.count("\N{REPLACEMENT CHARACTER}"))


def _multibyte(text: str) -> int:
    return sum(1 for char in text if char > "\x7f" and char != "\N{REPLACEMENT CHARACTER}")


def _garbled(text: str) -> bool:
    """Whether over a quarter of the letters are accented: no Western European text, more likely Cyrillic."""
    letters = [char for char in text[:20_000] if char.isalpha()]
    return len(letters) > 40 and sum(char > "\x7f" for char in letters) * 4 > len(letters)
