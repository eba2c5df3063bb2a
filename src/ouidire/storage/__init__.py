"""The ledger on disk: evidence that is only ever added to, and derived state that can be made again."""

from ouidire.storage.decisions import Decision, add_decision, decision_ids, decisions, decisions_with
from ouidire.storage.derived import (
    claim_with,
    claims,
    copies,
    export,
    fingerprint,
    full_id,
    links,
    search,
    with_facet,
    within_days,
)
from ouidire.storage.erasure import Erasing, erase, tombstones
from ouidire.storage.migrations import SCHEMA
from ouidire.storage.records import Derived, Document, Facet, Shown, StoredDocument, Told, World
from ouidire.storage.store import Store
from ouidire.storage.touching import (
    Pending,
    aging,
    claims_of,
    copies_among,
    counting_for,
    days,
    documents_of,
    links_among,
    meeting,
    pending,
    remembered,
    same_pages,
    size,
    tied,
)
from ouidire.storage.verify import verify
from ouidire.storage.writing import replace, update

__all__ = [
    "SCHEMA",
    "Decision",
    "Derived",
    "Document",
    "Erasing",
    "Facet",
    "Pending",
    "Shown",
    "Store",
    "StoredDocument",
    "Told",
    "World",
    "add_decision",
    "aging",
    "claim_with",
    "claims",
    "claims_of",
    "copies",
    "copies_among",
    "counting_for",
    "days",
    "decision_ids",
    "decisions",
    "decisions_with",
    "documents_of",
    "erase",
    "export",
    "fingerprint",
    "full_id",
    "links",
    "links_among",
    "meeting",
    "pending",
    "remembered",
    "replace",
    "same_pages",
    "search",
    "size",
    "tied",
    "tombstones",
    "update",
    "verify",
    "with_facet",
    "within_days",
]
