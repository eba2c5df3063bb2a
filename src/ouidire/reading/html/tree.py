"""A page's tree, parsed by us so that nothing is lost without a word.

libxml2 drops what stands deeper than its limit and tells only its error log; a tag with tens of
thousands of attributes, or a cell that spans millions of columns, stops every later step.
"""

from __future__ import annotations

import re
from typing import Any

from ouidire.errors import ReadError
from ouidire.reading.limits import TAG_CHARS

__all__ = ["losses", "parse"]

_LONG_TAG = re.compile(rf"<[A-Za-z/][^<>]{{{TAG_CHARS}}}")
_LONG_VALUE = re.compile(r"""=\s?(?:"[^"<>]{256,}"|'[^'<>]{256,}')""")  # an image or a path, not a flood
_SPAN_LIMIT = 20
_DECLARATION = re.compile(r"\s{0,200}<\?xml[^>]{0,500}\?>")


def parse(text: str, where: str = "page") -> tuple[Any, list[str]]:
    """Parse a page.

    Returns:
        The root element, and what the parser dropped, in its words.

    Raises:
        ReadError: ``limit:tag``, a tag is longer than any page's; ``empty``, there is no element.

    """
    import lxml.html
    from lxml import etree

    text = _DECLARATION.sub("", text, count=1).replace("\0", "\N{REPLACEMENT CHARACTER}")
    if _LONG_TAG.search(text) and _LONG_TAG.search(_LONG_VALUE.sub("", text)):
        raise ReadError(f"a tag is longer than {TAG_CHARS} characters", code="limit:tag", where=where)
    parser = lxml.html.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True,
        collect_ids=False, default_doctype=False,
    )  # fmt: skip
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        raise ReadError("there is no text in it", code="empty", where=where) from None
    _cap_spans(root)
    return root, losses(parser.error_log)


def losses(log: Any) -> list[str]:
    """Return the messages of an lxml error log that mean lost text, each once."""
    lost = [
        e.message for e in log if e.level_name == "FATAL" or "LIMIT" in e.type_name or "HUGE" in e.type_name
    ]
    return sorted(set(lost))


def _cap_spans(root: Any) -> None:
    """Take out spans of cells that no reader could follow; extractors repeat a cell's text by them."""
    for cell in root.iter("td", "th"):
        for name in ("colspan", "rowspan"):
            value = cell.get(name)
            if value is not None and not (
                value.strip().isdecimal() and len(value) < 4 and int(value) <= _SPAN_LIMIT
            ):
                del cell.attrib[name]
