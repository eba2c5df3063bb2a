"""Relations whose cue is a verb or a predicate adjective."""

from __future__ import annotations

from collections.abc import Iterator

from ouidire.extraction.relations.contents import Found, content_of
from ouidire.extraction.relations.drafts import Draft
from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.inserted import follows_colon, inserted_content, is_quoted, quoted_after
from ouidire.extraction.relations.quotations import Quotations
from ouidire.extraction.relations.subjects import inverted_subject, is_passive, subject_of
from ouidire.extraction.relations.verbs import Match, children, group, modality, negated, verb_matches
from ouidire.languages import Analysis, Token
from ouidire.model import Act

__all__ = ["verbal_drafts"]


def verbal_drafts(analysis: Analysis, cues: Cues, quotes: Quotations) -> Iterator[Draft]:
    """Yield a draft for each verb or adjective that is a cue with a content."""
    for readings in verb_matches(analysis, cues):
        for match in readings:
            draft = _draft(analysis, cues, quotes, match)
            if draft:
                yield draft
                break


def _draft(analysis: Analysis, cues: Cues, quotes: Quotations, match: Match) -> Draft | None:
    cue = group(analysis, cues, match)
    found, opens = _content(analysis, cues, quotes, match, cue)
    if found is None:
        return None
    subject = _subject(analysis, cues, match, cue, found)
    if subject is not None and subject.i in found.tokens:
        subject = None
    entry = match.entry
    word, refused = modality(analysis, cues, match)
    whole = tuple(sorted({*cue, *found.link}))
    nobody = subject is not None and any(
        cues.has("nobody", t) for t in (subject, *analysis.children(subject.i, "det"))
    )
    return Draft(
        cue=whole,
        head=match.head,
        lemma=match.lemma,
        act=Act.DECLINE if refused else entry.act,
        construction="adjectival" if match.adjectival else found.construction,
        content=found.tokens,
        source=None if subject is None or cues.has("impersonal", subject) else subject.i,
        polarity="-" if negated(analysis, cues, cue) or nobody else "+",
        modality=word,
        entry=entry.id,
        author=entry.author,
        presupposes=entry.presupposes,
        document_act=entry.document_act,
        speaker=entry.speaker,
        addressee=_addressee(analysis, cues, match, found),
        quotable="quote" in entry.takes,
        open=opens,
    )


def _content(
    analysis: Analysis, cues: Cues, quotes: Quotations, match: Match, cue: tuple[int, ...]
) -> tuple[Found | None, bool]:
    """Return the content, and whether it is still to come in what follows the sentence."""
    found = content_of(analysis, cues, match, cue)
    if found and found.construction == "clausal" and _by_clause(analysis, match, found):
        return _around(analysis, cues, match, cue, found), False
    if "quote" in match.entry.takes:
        beside = follows_colon(analysis, cue)
        if beside:
            return beside, not beside.tokens
        beside = quoted_after(analysis, quotes, cue) or inserted_content(analysis, cues, match, cue)
        if beside and (found is None or _is_subject(analysis, match, found)):
            return beside, False
    elif "clause" in match.entry.takes and found is None:
        return inserted_content(analysis, cues, match, cue), False
    return found, False


def _around(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...], found: Found) -> Found:
    """Join both halves of a quotation that the cue interrupts (*"p," she told them, "q"*)."""
    if "quote" not in match.entry.takes or not is_quoted(analysis, found.tokens):
        return found
    left = inserted_content(analysis, cues, match, cue)
    if left and is_quoted(analysis, [i for i in left.tokens if i < cue[0]]):
        return Found(tuple(sorted({*left.tokens, *found.tokens})), "inverted")
    return found


def _by_clause(analysis: Analysis, match: Match, found: Found) -> bool:
    heads = {t.i for t in children(analysis, match, "ccomp", "csubj")}
    return bool(heads & set(found.tokens))


def _is_subject(analysis: Analysis, match: Match, found: Found) -> bool:
    """Whether what looks like the object is the subject of an inverted cue."""
    token = inverted_subject(analysis, match.head)
    return token is not None and token.i in found.tokens


def _subject(
    analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...], found: Found
) -> Token | None:
    if found.construction in {"inverted", "quote", "colon"}:
        subject = inverted_subject(analysis, match.head)
        if subject is not None and subject.i not in found.tokens:
            return subject
    if found.construction == "impersonal":
        return None
    subject = subject_of(analysis, cues, match, cue)
    return subject if subject is None or subject.i not in cue or subject.upos == "PRON" else None


def _addressee(analysis: Analysis, cues: Cues, match: Match, found: Found) -> int | None:
    """Return the head of the phrase that says who was told."""
    inside = set(found.tokens)
    if is_passive(analysis, match.head):
        return None
    for child in children(analysis, match, "iobj", "obj", "obl", "nmod"):
        if child.i in inside or child.i < match.head:
            continue
        if child.deprel.startswith("iobj") or (child.deprel.startswith("obj") and match.entry.addressee):
            return child.i
        if any(cues.has("addressee", t) for t in analysis.children(child.i, "case")):
            return child.i
    return None
