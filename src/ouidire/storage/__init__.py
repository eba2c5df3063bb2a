"""The ledger on disk: evidence that is only ever added to, and derived state that can be made again."""

from ouidire.storage.derived import (
    claim_with,
    claims,
    copies,
    export,
    fingerprint,
    full_id,
    links,
    replace,
    search,
    with_facet,
    within_days,
)
from ouidire.storage.migrations import SCHEMA
from ouidire.storage.records import Derived, Document, Facet, StoredDocument, World
from ouidire.storage.store import Store
from ouidire.storage.verify import verify

__all__ = [
    "SCHEMA",
    "Derived",
    "Document",
    "Facet",
    "Store",
    "StoredDocument",
    "World",
    "claim_with",
    "claims",
    "copies",
    "export",
    "fingerprint",
    "full_id",
    "links",
    "replace",
    "search",
    "verify",
    "with_facet",
    "within_days",
]
