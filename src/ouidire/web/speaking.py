"""In which language a person reads: as chosen, else as the browser asks, else English."""

from __future__ import annotations

from contextlib import AbstractContextManager

from starlette.requests import Request

from ouidire.presentation.messages import LANGUAGES, SOURCE, read_in
from ouidire.web.problems import API

__all__ = ["COOKIE", "chosen", "spoken_in", "wanted_language"]

COOKIE = "lang"
"""Keeps the language a person chose, and nothing else."""


def chosen(request: Request) -> str:
    """Return the language that the address asks for; empty where it asks for none there is."""
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else ""


def wanted_language(request: Request) -> str:
    """Return the language of the answer."""
    kept = request.cookies.get(COOKIE, "")
    return chosen(request) or (kept if kept in LANGUAGES else "") or _accepted(request)


def spoken_in(request: Request) -> AbstractContextManager[None]:
    """Say what is inside in the language of the request; plainly to programs."""
    return read_in("" if request.url.path.startswith(API) else wanted_language(request))


def _accepted(request: Request) -> str:
    """Return the language that ``Accept-Language`` likes best of those there are (RFC 9110, 12.5.4)."""
    weighed = []
    for n, part in enumerate(request.headers.get("accept-language", "")[:500].split(",")):
        tag, _, weight = part.strip().partition(";")
        tag = tag.strip().lower().partition("-")[0]
        if tag in LANGUAGES and (q := _weight(weight)) > 0:
            weighed.append((-q, n, tag))
    return min(weighed)[2] if weighed else SOURCE


def _weight(words: str) -> float:
    name, _, value = words.strip().partition("=")
    try:
        return min(max(float(value), 0.0), 1.0) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
