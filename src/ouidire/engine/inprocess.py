"""Runs the pipeline in this process, one document at a time; a document that fails fails alone."""

from __future__ import annotations

from ouidire.engine import limits
from ouidire.errors import LanguageNotInstalled
from ouidire.gazetteer import World
from ouidire.model import Article, Extraction, Issue, IssueLevel

__all__ = ["extract"]


def extract(article: Article, world: World) -> Extraction:
    """Extract one article within `limits`; what goes wrong becomes an issue of its extraction.

    An article in a language without a pack, or beyond a limit, is kept with no assertions.
    """
    from ouidire import pipeline  # what only asks a ledger needs no language stage

    if len(article.text) > limits.CHARS:
        message = f"{len(article.text)} characters, more than {limits.CHARS}; no claims were taken, split it"
        return _nothing(article, IssueLevel.ERROR, "limit:length", message)
    try:
        with limits.bounded():
            return pipeline.extract(article, world)
    except LanguageNotInstalled as exc:
        return _nothing(article, IssueLevel.WARNING, "language:unsupported", str(exc))
    except limits.TookTooLong:
        message = f"extraction took more than {limits.SECONDS:g} seconds and was stopped; split the article"
        return _nothing(article, IssueLevel.ERROR, "limit:time", message)
    except MemoryError:
        message = f"extraction takes more than {limits.MEMORY_BYTES} bytes of memory; split the article"
        return _nothing(article, IssueLevel.ERROR, "limit:memory", message)
    except Exception as exc:  # noqa: BLE001 (the boundary: no document may stop a batch)
        said = f"{type(exc).__name__}: {exc}".rstrip(": ")
        return _nothing(article, IssueLevel.ERROR, "extraction-failed", f"extraction failed: {said}")


def _nothing(article: Article, level: IssueLevel, code: str, message: str) -> Extraction:
    issue = Issue(level=level, code=code, message=message, where=article.ref)
    return Extraction(article=article, passages=(), assertions=(), issues=(issue,))
