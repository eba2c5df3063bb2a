"""The tables of a ledger: evidence, which is only ever added to, and what is derived from it."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

__all__ = [
    "DERIVED",
    "EVIDENCE",
    "SEARCHES",
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

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("rank", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

facets = Table(
    "facets",
    metadata,
    Column("claim", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
    Index("facets_value", "kind", "value"),
)

links = Table(
    "links",
    metadata,
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True),
    Column("body", Text, nullable=False),
    Index("links_right", "right"),
)

copies = Table(
    "copies", metadata, Column("n", Integer, primary_key=True), Column("body", Text, nullable=False)
)

state = Table("state", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

EVIDENCE = (captures, documents, extractions, judgements, worlds, tombstones, log)
SEARCHES = ("claim_search", "article_search")
DERIVED = (claims, facets, links, copies, state)


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
