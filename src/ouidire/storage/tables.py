"""The tables of a ledger: evidence, which is only ever added to, and what is derived from it."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

__all__ = [
    "DERIVED",
    "EVIDENCE",
    "SEARCHES",
    "UNDATED",
    "articles",
    "captures",
    "claims",
    "copies",
    "documents",
    "extractions",
    "facets",
    "guards",
    "judgements",
    "links",
    "log",
    "marks",
    "metadata",
    "searches",
    "state",
    "tombstones",
    "unguards",
    "worlds",
]

metadata = MetaData()

captures = Table(
    "captures",
    metadata,
    Column("id", Text, primary_key=True),  # of {sha256, place}
    Column("sha256", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("captured_at", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Index("captures_sha256", "sha256"),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("place", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("capture", Text),  # captures.sha256; null where no bytes were had
    Column("article", Text),  # null where nothing was read
    Column("body", Text),  # the article, as canonical JSON
    Column("issues", Text, nullable=False),
    Index("documents_article", "article"),
)

extractions = Table(
    "extractions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("made_by", Text, nullable=False),  # code, lexicons and models
    Column("world", Text, nullable=False),  # digest of the world it was resolved with
    Column("body", Text, nullable=False),  # the extraction without its article
    Index("extractions_document", "document"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("body", Text, nullable=False),
)

worlds = Table(
    "worlds",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("body", Text, nullable=False),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("tombstones_article", "article"),
)

log = Table(
    "log",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index("log_subject", "subject"),
)

articles = Table(
    "articles",
    metadata,
    Column("n", Integer, primary_key=True),  # also the row of its full-text index
    Column("id", Text, nullable=False, unique=True),
    Column("document", Text, nullable=False),
    Column("day", Integer, nullable=False),  # proleptic ordinal of publication; UNDATED where none
    Column("language", Text, nullable=False),
    Column("page", Text),  # what it is a version of
    Index("articles_page", "page"),
)

marks = Table(  # what articles are found by when another is to be linked
    "marks",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("weak", Integer, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("article", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    Column("n", Integer, primary_key=True),  # also the row of its full-text index
    Column("id", Text, nullable=False, unique=True),
    Column("place", Text, nullable=False),  # sorts in reading order
    Column("ages", Text, nullable=False),  # ISO date after which an unrenewed state is made again; else empty
    Column("body", Text, nullable=False),
    Index("claims_ages", "ages"),
)

facets = Table(
    "facets",
    metadata,
    Column("claim", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
    Index("facets_value", "kind", "value"),
    Index("facets_claim", "claim"),
)

links = Table(
    "links",
    metadata,
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True),
    Column("left_article", Integer, nullable=False),  # articles.n
    Column("right_article", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("links_right", "right"),
    Index("links_left_article", "left_article"),
    Index("links_right_article", "right_article"),
)

copies = Table(
    "copies",
    metadata,
    Column("from_article", Integer, primary_key=True),  # articles.n
    Column("to_article", Integer, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("body", Text, nullable=False),
    Index("copies_to_article", "to_article"),
)

state = Table("state", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

EVIDENCE = (captures, documents, extractions, judgements, worlds, tombstones, log)
SEARCHES = ("claim_search", "article_search")
DERIVED = (articles, marks, claims, facets, links, copies, state)
UNDATED = -1
"""The day of an article without one."""


def guards() -> tuple[str, ...]:
    """Return the triggers that forbid changing or deleting evidence, as SQL."""
    return tuple(
        f"CREATE TRIGGER IF NOT EXISTS {table.name}_no_{verb.lower()} BEFORE {verb} ON {table.name} "
        f"BEGIN SELECT RAISE(ABORT, 'evidence is only ever added to'); END"
        for table in EVIDENCE
        for verb in ("UPDATE", "DELETE")
    )


def unguards() -> tuple[str, ...]:
    """Return what lifts `guards`, as SQL; for an erasure, which sets them again before it commits."""
    return tuple(
        f"DROP TRIGGER IF EXISTS {table.name}_no_{verb}"
        for table in EVIDENCE
        for verb in ("update", "delete")
    )


def searches() -> tuple[str, ...]:
    """Return the full-text tables, as SQL; accents and case do not matter to a search."""
    fold = "tokenize = 'unicode61 remove_diacritics 2'"
    return (
        f"CREATE VIRTUAL TABLE claim_search USING fts5(id UNINDEXED, words, names, {fold})",
        f"CREATE VIRTUAL TABLE article_search USING fts5(id UNINDEXED, title, words, {fold})",
    )
