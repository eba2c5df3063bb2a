"""The workbench: pages that people read in a browser, and the HTTP API that programs ask.

It only reads, unless it is told to write.
"""

from ouidire.web.app import create_app
from ouidire.web.guards import is_loopback
from ouidire.web.serving import serve
from ouidire.web.writing import Writing

__all__ = ["Writing", "create_app", "is_loopback", "serve"]
