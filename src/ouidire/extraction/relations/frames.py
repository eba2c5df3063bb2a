"""Frames: *selon X*, *according to X*, *de l'aveu de X*, *in the words of X*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ouidire.extraction.relations.drafts import Draft
from ouidire.extraction.relations.entries import Cues, FrameEntry
from ouidire.extraction.relations.tree import NOMINAL, clause_head, hull, lowest_above, phrase, trim
from ouidire.languages import Analysis

__all__ = ["frame_drafts", "match_forms"]


def match_forms(analysis: Analysis, forms: tuple[str, ...], at: int) -> int | None:
    """Return the index after the longest of `forms` that begins at token `at`."""
    last = analysis.sentence_of(at).last
    best: int | None = None
    for form in forms:
        words = form.replace("'", "' ").split()
        end = _match(analysis, words, at, last)
        best = max(best or 0, end) if end else best
    return best


def _match(analysis: Analysis, words: list[str], at: int, last: int) -> int | None:
    """Return the index after the words; an adverb may stand before the last of three or more."""
    k = at
    for n, word in enumerate(words):
        if n and n == len(words) - 1 >= 2 and k < last and analysis.tokens[k].upos == "ADV":
            k += analysis.tokens[k].lower != word
        if k >= last or analysis.tokens[k].lower != word:
            return None
        k += 1
    return k


def frame_drafts(analysis: Analysis, cues: Cues) -> Iterator[Draft]:
    """Yield a draft for each frame with a source and a content."""
    found = [*_drafts(analysis, cues)]
    for first, second in pairwise(found):
        _share(analysis, first, second)
    yield from found


def _share(analysis: Analysis, first: Draft, second: Draft) -> None:
    """Give two frames of one sentence each its own clause (*p, according to X, and q, according to Y*)."""
    mutual = set(first.cue) <= set(second.content) and set(second.cue) <= set(first.content)
    if not mutual or second.source is None:
        return
    own = clause_head(analysis, analysis.tokens[second.source].head)
    if analysis.tokens[own].deprel != "conj" or own < first.cue[-1]:
        return
    inside = set(analysis.subtree(own))
    frame = {*second.cue, *analysis.subtree(second.source)}
    joined = trim(analysis, (i for i in inside if i not in frame and analysis.tokens[i].deprel != "cc"))
    rest = trim(analysis, (i for i in first.content if i not in inside))
    if joined and rest:
        first.content, second.content = rest, joined


def _drafts(analysis: Analysis, cues: Cues) -> Iterator[Draft]:
    """Yield each frame with what it governs, taken alone."""
    taken = -1
    by_word: dict[str, list[FrameEntry]] = {}
    for entry in cues.frames:
        for form in entry.forms:
            by_word.setdefault(form.replace("'", "' ").split()[0], []).append(entry)
    for token in analysis.tokens:
        if token.i <= taken:
            continue
        rows = by_word.get(token.lower, ())
        ends = [(end, entry) for entry in rows if (end := match_forms(analysis, entry.forms, token.i))]
        for end, entry in sorted(ends, key=lambda row: -row[0]):
            draft = _draft(analysis, cues, entry, token.i, end)
            if draft:
                taken = draft.cue[-1]
                yield draft
                break


def _draft(analysis: Analysis, cues: Cues, entry: FrameEntry, first: int, end: int) -> Draft | None:
    sentence = analysis.sentence_of(first)
    if end < sentence.last and analysis.tokens[end].lower in entry.not_before:
        return None
    end -= entry.within
    found = _source(analysis, cues, entry, first, end)
    if found is None:
        return None
    source, last = found
    if entry.initial and not _initial(analysis, first, last):
        return None
    content = _scope(analysis, first, last)
    if not content:
        return None
    return Draft(
        cue=tuple(range(first, end)),
        head=first,
        lemma=entry.forms[0],
        act=entry.act,
        construction="frame",
        content=content,
        source=source,
        entry=entry.id,
        author=entry.author,
        document_act=entry.document_act,
        kinds=entry.kinds,
        speaker=entry.speaker,
        quotable=True,
    )


def _source(
    analysis: Analysis, cues: Cues, entry: FrameEntry, first: int, end: int
) -> tuple[int, int] | None:
    """Return the head of a frame's source, and the last token of the frame with it."""
    if end >= analysis.sentence_of(first).last:
        return None
    following = analysis.tokens[end]
    if (
        following.lower in entry.not_before
        or following.upos == "PUNCT"
        or cues.has("relative_which", following)
    ):
        return None
    source = lowest_above(analysis, end, end - 1)
    words = _source_words(analysis, source, first, end)
    head = analysis.tokens[source]
    if not words or head.upos not in NOMINAL or (entry.heads and head.lemma.lower() not in entry.heads):
        return None
    if head.lemma.lower() in entry.not_heads:
        return None
    if not _speaks(analysis, cues, source) and not _set_off(analysis, first, words[-1]):
        return None
    return source, _past_citation(analysis, cues, words[-1])


def _source_words(analysis: Analysis, source: int, first: int, end: int) -> tuple[int, ...]:
    """Return the source's phrase; it ends at a comma unless an apposition or the rest of a list follows."""
    words = phrase(analysis, source, floor=end - 1)
    for n, i in enumerate(words):
        if analysis.tokens[i].text != "," or i < source:
            continue
        rest = words[n + 1 :]
        ties = {analysis.tokens[k].deprel.partition(":")[0] for k in rest if analysis.tokens[k].head < i}
        listed = any(analysis.tokens[k].upos == "CCONJ" for k in rest) and first + 1 < source
        closed = bool(ties & {"appos", "acl", "flat"})
        if not rest or not (closed or (listed and not _framed(analysis, first))):
            return words[:n]
    return words


def _framed(analysis: Analysis, first: int) -> bool:
    """Whether a comma stands before the frame, so that the next one closes it."""
    return first > 0 and analysis.tokens[first - 1].text == ","


def _speaks(analysis: Analysis, cues: Cues, source: int) -> bool:
    """Whether a head can be a source by itself: a name, a pronoun, or a noun for those who speak."""
    token = analysis.tokens[source]
    return token.upos in {"PROPN", "PRON"} or cues.source(token) is not None


def _set_off(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a frame opens its sentence or stands between commas."""
    sentence = analysis.sentence_of(first)
    return (
        first == sentence.first
        or analysis.tokens[first - 1].upos == "PUNCT"
        or (last + 1 < sentence.last and analysis.tokens[last + 1].text == ",")
    )


def _past_citation(analysis: Analysis, cues: Cues, last: int) -> int:
    """Return the end of a frame that goes on with whom its source cites (*selon X, citant Y, …*)."""
    end = analysis.sentence_of(last).last
    if last + 3 >= end or analysis.tokens[last + 1].text != ",":
        return last
    second = analysis.tokens[last + 2]
    passed_on = second.feats.get("Tense") == "Past" and cues.has("agent", analysis.tokens[last + 3])
    if not cues.has("citing", second) and not passed_on:
        return last
    for k in range(last + 3, end):
        if analysis.tokens[k].text == ",":
            return k - 1
    return last


def _initial(analysis: Analysis, first: int, last: int) -> bool:
    sentence = analysis.sentence_of(first)
    starts = first == sentence.first or analysis.tokens[first - 1].upos in {"PUNCT", "CCONJ", "SCONJ"}
    return starts and last + 1 < sentence.last and analysis.tokens[last + 1].text == ","


def _scope(analysis: Analysis, first: int, last: int) -> tuple[int, ...]:
    """Return what a frame governs: the rest of the sentence, or of its clause where it stands within.

    At the start or the end of a sentence a frame governs all of it; between, its own clause.
    """
    start, end = _bounds(analysis, first, last)
    before = trim(analysis, range(start, first))
    after = trim(analysis, range(last + 1, end))
    cut = _cut_verb(analysis, first, last)
    if cut is not None and before and after:
        left = trim(analysis, (i for i in analysis.subtree(cut) if start <= i < first))
        return (*left, *after)
    if not before:
        return after
    if not after:
        return before if analysis.tokens[first - 1].upos == "PUNCT" else _clause(analysis, first, last)
    return _clause(analysis, first, last)


def _bounds(analysis: Analysis, first: int, last: int) -> tuple[int, int]:
    """Return the tokens ``[start, end)`` a frame may govern: its sentence, or the brackets it stands in."""
    sentence = analysis.sentence_of(first)
    opening = next(
        (i for i in range(first - 1, sentence.first - 1, -1) if analysis.tokens[i].text in "()"), None
    )
    closing = next((i for i in range(last + 1, sentence.last) if analysis.tokens[i].text in "()"), None)
    if opening is None or closing is None or opening + 1 == first:
        return sentence.first, sentence.last
    inside = analysis.tokens[opening].text == "(" and analysis.tokens[closing].text == ")"
    return (opening + 1, closing) if inside else (sentence.first, sentence.last)


def _cut_verb(analysis: Analysis, first: int, last: int) -> int | None:
    """Return the verb of a subordinate clause that a frame between commas cuts from what follows (*qui sont, selon X, sûrs*)."""
    sentence = analysis.sentence_of(first)
    if first < sentence.first + 2 or last + 1 >= sentence.last:
        return None
    if analysis.tokens[first - 1].text != "," or analysis.tokens[last + 1].text != ",":
        return None
    verb = analysis.tokens[first - 2]
    finite = verb.is_verbal and verb.feats.get("VerbForm") == "Fin"
    return verb.i if finite and verb.deprel.partition(":")[0] in {"acl", "ccomp", "advcl"} else None


def _clause(analysis: Analysis, first: int, last: int) -> tuple[int, ...]:
    frame = set(range(first, last + 1))
    top = last
    for i in range(first, last + 1):
        if analysis.tokens[i].head not in frame:
            top = i
    governor = analysis.tokens[top].head
    if governor == top or (
        analysis.tokens[governor].upos in {"NOUN", "PROPN"} and not _predicative(analysis, governor)
    ):
        governor = clause_head(analysis, governor)
    root = clause_head(analysis, governor)
    inside = set(analysis.subtree(root)) - frame
    left = trim(analysis, hull(i for i in inside if i < first))
    right = trim(analysis, hull(i for i in inside if i > last))
    return (*left, *right)


def _predicative(analysis: Analysis, i: int) -> bool:
    return bool(analysis.children(i, "cop", "nsubj"))
