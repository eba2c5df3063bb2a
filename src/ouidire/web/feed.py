"""Status changes of a search as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from ouidire.model import Claim, Status, StatusChange
from ouidire.presentation import words
from ouidire.presentation.moves import Move, moves
from ouidire.web.rendering import address, visible

__all__ = ["MOST", "atom"]

MOST = 100
"""Entries of a feed."""

_ATOM = "http://www.w3.org/2005/Atom"
_FULL = re.compile(r"\d{4}-\d\d-\d\d")


def atom(claims: Sequence[Claim], *, title: str, here: str, base: str) -> bytes:
    """Return the newest `MOST` changes.

    Args:
        here: Full address of the feed; `base` that of the server, without a slash at its end.

    """
    ET.register_namespace("", _ATOM)
    found = [move for move in moves(claims) if _FULL.match(move.change.date)][:MOST]
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _put(feed, "title", title)
    _put(feed, "id", here)
    _put(feed, "updated", _moment(found[0].change.date) if found else "1970-01-01T00:00:00Z")
    _put(_put(feed, "author"), "name", "Ouï-dire")
    _put(feed, "link", rel="self", href=here)
    for move in found:
        _entry(feed, move, base)
    whole: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return whole


def _entry(feed: ET.Element, move: Move, base: str) -> None:
    claim, change = move.claim, move.change
    status = _says(change)
    entry = _put(feed, "entry")
    _put(entry, "title", f"{status}: « {claim.gloss} »")
    _put(entry, "id", f"urn:ouidire:{claim.id}:{change.date}:{change.assertion}:R{change.rule}")
    _put(entry, "updated", _moment(change.date))
    _put(entry, "link", rel="alternate", href=base + address("claims", claim.id))
    said = next((one for one in claim.assertions if one.id == change.assertion), None)
    rests = f" It rests on « {said.quote} » ({said.ref})." if said else ""
    earlier = f", before: {_says(move.before)}" if move.before else ""
    _put(entry, "summary", f"From {change.date}: {status} (R{change.rule}){earlier}.{rests}")


def _says(change: StatusChange) -> str:
    return words.status(Status(support=change.support, contest=change.contest))


def _put(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = visible(text) or None
    return child


def _moment(day: str) -> str:
    return f"{day[:10]}T00:00:00Z"
