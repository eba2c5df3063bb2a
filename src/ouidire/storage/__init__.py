"""The ledger on disk: evidence that is only ever added to, and derived state that can be made again."""

from ouidire.storage.decisions import Decision, add_decision, decision_id, decision_ids, decisions
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
from ouidire.storage.erasure import Erasing, erase, tombstones
from ouidire.storage.migrations import SCHEMA
from ouidire.storage.records import Derived, Document, Facet, StoredDocument, World
from ouidire.storage.store import Store
from ouidire.storage.verify import verify

__all__ = [
    "SCHEMA",
    "Decision",
    "Derived",
    "Document",
    "Erasing",
    "Facet",
    "Store",
    "StoredDocument",
    "World",
    "add_decision",
    "claim_with",
    "claims",
    "copies",
    "decision_id",
    "decision_ids",
    "decisions",
    "erase",
    "export",
    "fingerprint",
    "full_id",
    "links",
    "replace",
    "search",
    "tombstones",
    "verify",
    "with_facet",
    "within_days",
]
