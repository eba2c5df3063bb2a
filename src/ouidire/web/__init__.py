"""The workbench: pages that people read in a browser, and the HTTP API that programs ask. It only reads."""

from ouidire.web.app import create_app
from ouidire.web.serving import serve

__all__ = ["create_app", "serve"]
