"""Pages from templates: everything is escaped, and characters that act unseen are shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

from markupsafe import Markup

from ouidire.model import Article
from ouidire.presentation import page_words, reasons, words
from ouidire.presentation.gathered import source_key
from ouidire.presentation.messages import day_words, language, language_name, number, say
from ouidire.presentation.occurrences import day, outlet_name
from ouidire.presentation.page import safe_link
from ouidire.presentation.retelling import retold

__all__ = ["address", "as_markup", "listing", "render", "visible"]

_TURNING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_SEEN = {
    code: f"[{unicodedata.name(chr(code))}]" if code in _TURNING else "\N{REPLACEMENT CHARACTER}"
    for code in (*range(0x20), *range(0x7F, 0xA0), *_TURNING)
    if chr(code) not in "\n\t\r"
}
"""Characters that turn the direction of what follows, by name; control characters as a mark."""


def visible(value: Any) -> Any:
    """Return `value` with its control and direction characters written out; what is no text as it is."""
    return value.translate(_SEEN) if isinstance(value, str) else value


def as_markup(markup: str) -> Markup:
    """Let markup through that our own modules built from escaped words."""
    return Markup(visible(markup))  # noqa: S704  (every word of a text in it is escaped where it is built)


def address(kind: str, id_: str) -> str:
    """Return the path of a claim, article or source."""
    return f"/{kind}/{quote(id_, safe=':')}"


def listing(path: str, given: Mapping[str, Any], **changed: Any) -> str:
    """Return a path with a query of what is given and changed; empty values are left out."""
    asked = {name: value for name, value in {**given, **changed}.items() if value not in {"", None}}
    return f"{path}?{urlencode(asked)}" if asked else path


def render(name: str, /, **values: Any) -> str:
    """Return the page that a template makes."""
    return str(_environment().get_template(name).render(**values))


@lru_cache(maxsize=1)
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    env: Any = Environment(
        loader=PackageLoader("ouidire.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=visible,
        undefined=StrictUndefined,
    )
    env.globals.update(
        words=words, page_words=page_words, outlet_name=outlet_name, reason=_reason, source_key=source_key
    )
    env.globals.update(address=address, listing=listing, language=language, tongue=language_name)
    env.globals.update(number=number, retold=retold, writing=None, tongues=(), done=None, back="")
    env.filters.update(link=safe_link, day=day, iso=_iso, on=day_words)
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_callables(say, lambda one, many, n: one if n == 1 else many, newstyle=True)
    return env


def _iso(article: Article) -> str:
    """Return the ISO day of publication; empty where it is not known."""
    return article.published_at.date().isoformat() if article.published_at else ""


def _reason(item: Any) -> str:
    """Return why an occurrence bears its label, without the label's name before it."""
    return reasons.of_label(item.assertion, item.article.text).says.partition(": ")[2]
