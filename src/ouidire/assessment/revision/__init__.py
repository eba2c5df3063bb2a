"""Versions of one page: which articles are, what changed between two, and which tellings still stand."""

from ouidire.assessment.revision.changed import revised
from ouidire.assessment.revision.notices import NoticeEntry, notices
from ouidire.assessment.revision.pages import current, in_versions, page_of, pages, version_state, versions_of

__all__ = [
    "NoticeEntry",
    "current",
    "in_versions",
    "notices",
    "page_of",
    "pages",
    "revised",
    "version_state",
    "versions_of",
]
