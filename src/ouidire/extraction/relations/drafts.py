"""A relation while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from ouidire.model import Act, SourceKind, Span

__all__ = ["Draft"]


@dataclass(slots=True, kw_only=True)
class Draft:
    """A relation as token sets; becomes a `FoundRelation` once its chain and parent are known.

    Attributes:
        cue: Token indices of the cue, one stretch.
        head: Token index of the cue's head.
        content: Token indices of the content.
        source: Token index of the source's head; None for an implicit source.
        extra: Further content, as spans (quotations in other sentences).
        kinds: Kinds of source the cue is one with; any where empty.
        speaker: Whether the source must be able to speak.
        addressee: Token index of the head of the phrase that names who was told.
        quotable: Whether quotations beside the cue belong to its content.
        open: Whether the content is still to be found in what follows (*He said:*).
    """

    cue: tuple[int, ...]
    head: int
    lemma: str
    act: Act
    construction: str
    content: tuple[int, ...] = ()
    source: int | None = None
    polarity: str = "+"
    modality: str | None = None
    entry: str = ""
    author: int = 0
    presupposes: bool = False
    document_act: Act | None = None
    kinds: tuple[SourceKind, ...] = ()
    speaker: bool = False
    addressee: int | None = None
    extra: tuple[Span, ...] = field(default=())
    quotable: bool = False
    open: bool = False
    quoted: bool = False
