"""Captures and articles, with the ids that follow from their content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from ouidire.codec import canonical
from ouidire.model import Article, Capture, Issue
from ouidire.reading import language as lang
from ouidire.reading.moment import aware
from ouidire.reading.result import Outcome, ReadResult, ReadSettings, error, info, warning
from ouidire.text import replace_surrogates, untoward

__all__ = ["Draft", "article_id", "capture", "failure", "finish"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a format's reader found, before it becomes an article.

    Attributes:
        body: The text without its title.
        given_language: Stated by the caller or the record.
        declared_language: Stated by a page about itself.
        lost: Whether text is known or suspected to be missing.

    """

    body: str
    title: str = ""
    ref: str
    url: str | None = None
    outlet: str | None = None
    owner: str | None = None
    author: str | None = None
    given_language: str | None = None
    declared_language: str | None = None
    published_at: datetime | None = None
    issues: tuple[Issue, ...] = ()
    lost: bool = False


def capture(body: bytes, place: str, media_type: str) -> Capture:
    """Record bytes as they were had, now."""
    digest = "sha256:" + hashlib.sha256(body).hexdigest()
    return Capture(
        sha256=digest, place=place, captured_at=datetime.now(UTC), media_type=media_type, body=body
    )


def article_id(digest: str, *, url: str | None, outlet: str | None, title: str) -> str:
    """Return the id of an article: SHA-256 of canonical {hash, outlet, title, url}."""
    key = canonical({"hash": digest, "outlet": outlet, "title": title, "url": url})
    return "sha256:" + hashlib.sha256(key).hexdigest()


def failure(place: str, issue: Issue, *, refused: bool = False, had: Capture | None = None) -> ReadResult:
    """Record a document that could not, or must not, be read."""
    outcome = Outcome.REFUSED if refused else Outcome.FAILED
    return ReadResult(capture=had, article=None, issues=(issue,), outcome=outcome, place=place)


def finish(draft: Draft, had: Capture, settings: ReadSettings) -> ReadResult:
    """Turn what was found into an article, or record that there was nothing to read."""
    where = had.place
    issues = list(draft.issues)
    title, lone = replace_surrogates(draft.title)
    body, more = replace_surrogates(draft.body)
    if lone + more:
        issues.append(warning("characters:surrogate", f"{lone + more} lone surrogates became U+FFFD", where))
    text = f"{title}\n{body}" if title else body
    if not text.strip():
        issues.append(error("empty", "there is no text in it", where))
        return ReadResult(
            capture=had, article=None, issues=tuple(issues), outcome=Outcome.FAILED, place=where
        )
    if odd := untoward(text):
        issues.append(info("characters:control", f"{odd} control characters, kept as they are", where))
    code = _language(draft, text, settings, issues, where=where)
    outlet = draft.outlet or settings.outlet
    url = draft.url or settings.url
    moment = draft.published_at or settings.published_at
    article = Article(
        id=article_id(had.sha256, url=url, outlet=outlet, title=title),
        ref=draft.ref,
        url=url,
        outlet=outlet,
        owner=draft.owner,
        author=draft.author,
        language=code,
        title=title,
        published_at=aware(moment) if moment else None,
        text=text,
        capture=had.sha256,
    )
    outcome = Outcome.PARTIAL if draft.lost else Outcome.OK
    return ReadResult(capture=had, article=article, issues=tuple(issues), outcome=outcome, place=where)


def _language(draft: Draft, text: str, settings: ReadSettings, issues: list[Issue], *, where: str) -> str:
    given = draft.given_language or settings.language
    try:
        guess = lang.decide(text, given, draft.declared_language)
    except Exception as exc:  # noqa: BLE001 (a third party's model on hostile text)
        issues.append(warning("language:unidentified", f"language identification failed: {exc}", where))
        guess = lang.LanguageGuess("und")
    if guess.overruled:
        issues.append(
            warning(
                "language:declared", f"declared {guess.overruled!r}, but the words are {guess.code!r}", where
            )
        )
    if guess.code not in lang.supported():
        known = ", ".join(lang.supported()) or "none"
        issues.append(
            warning(
                "language:unsupported",
                f"no language pack for {guess.code!r} (installed: {known}); kept, but no claims can be taken from it",
                where,
            )
        )
    return guess.code
