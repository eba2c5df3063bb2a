"""Everything ouidire raises on purpose.

::

    OuidireError
    ├── ConfigError            a settings file breaks its shape
    ├── ReadError              an input could not be turned into an article
    ├── LexiconError           a lexicon or table file breaks its schema
    ├── WorldError             a world file breaks its schema
    ├── LanguageError
    │   └── LanguageNotInstalled
    └── LedgerError
        ├── LedgerTooNew
        └── UnknownId
"""

from __future__ import annotations

__all__ = [
    "ConfigError",
    "LanguageError",
    "LanguageNotInstalled",
    "LedgerError",
    "LedgerTooNew",
    "LexiconError",
    "OuidireError",
    "ReadError",
    "UnknownId",
    "WorldError",
]


class OuidireError(Exception):
    """Base of every error this package raises on purpose.

    Messages read ``what @ where; next step``.
    """


class ConfigError(OuidireError):
    """A settings file breaks its shape, or asks for what is not there."""


class ReadError(OuidireError):
    """An input could not be turned into an article.

    Attributes:
        code: Issue code, e.g. ``"limit:size"``.
        where: The place that was read.

    """

    def __init__(self, message: str, *, code: str, where: str) -> None:
        super().__init__(f"{message} @ {where}")
        self.message = message
        self.code = code
        self.where = where


class LexiconError(OuidireError):
    """A lexicon file breaks its schema.

    Attributes:
        where: Path and key of the fault, e.g. ``"fr/cues.toml$.entry[3].form"``.

    """

    def __init__(self, message: str, *, where: str) -> None:
        super().__init__(f"{message} @ {where}")
        self.where = where


class WorldError(OuidireError):
    """A world file breaks its schema or cannot be read."""


class LanguageError(OuidireError):
    """A language pack is missing or broken."""


class LanguageNotInstalled(LanguageError):
    """No installed pack declares this language.

    Attributes:
        code: The BCP 47 tag that was asked for.

    """

    def __init__(self, code: str, *, installed: tuple[str, ...]) -> None:
        super().__init__(
            f"no language pack for {code!r}; installed: {', '.join(installed) or 'none'}; "
            f"try: ouidire languages"
        )
        self.code = code


class LedgerError(OuidireError):
    """A ledger cannot be opened, read or written."""


class LedgerTooNew(LedgerError):
    """The ledger was written by a newer schema than this program knows."""


class UnknownId(LedgerError):
    """No claim, assertion or article has this id."""
