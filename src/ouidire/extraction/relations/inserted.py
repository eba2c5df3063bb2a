"""Cue clauses set beside what they attribute: *…, said X*; *…, a-t-il ajouté, …*; *as X put it*; *X said: …*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ouidire.extraction.relations.contents import Found
from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.subjects import adjacent_subject, inverted_subject, is_passive
from ouidire.extraction.relations.tree import QUOTE_MARKS, hull, is_finite, is_mark, trim
from ouidire.extraction.relations.verbs import Match, children
from ouidire.languages import Analysis, Token

__all__ = ["inserted_content", "is_quoted"]

_MAX_OPENING = 5
_MIN_WORDS = 5
"""Words before an inverted cue clause at the end of its sentence that say something, whatever the parser made of them."""
_STOPS = frozenset({",", "?", "!", "…", "—", "–", "-", ")", "(", ".", ";", ":"})


def inserted_content(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return the rest of the sentence around a parenthetical or inverted cue clause."""
    anchored = _anchor(analysis, cues, match, cue)
    if anchored is None:
        return None
    match, cue = anchored
    token = analysis.tokens[match.head]
    sentence = analysis.sentence_of(match.head)
    after = inverted_subject(analysis, match.head)
    if after is not None and match.entry.addressee and not after.deprel.startswith("nsubj"):
        after = None
    if after is None and not match.entry.addressee and _has_object(analysis, cues, match):
        return None
    first, last = _cue_clause(analysis, cues, match, cue, inverted=after is not None)
    last = last if after is None else _past_name(analysis, cues, last)
    if after is None and not analysis.children(match.head, "nsubj"):
        near = adjacent_subject(analysis, cue)
        first = near[1] if near else first
    opening = _opening(analysis, cues, sentence.first, first)
    first = opening if opening is not None else first
    if opening is None and token.deprel in {"acl:relcl", "acl", "advcl"} and _subordinate(analysis, token.i):
        return None
    start = sentence.first if opening is None else _clause_start(analysis, sentence.first, first)
    left = trim(analysis, range(start, first))
    if opening is not None and not left:
        right = trim(analysis, range(_comma(analysis, last + 1, sentence.last), sentence.last))
        return Found(right, "inverted") if right else None
    if not left or not _is_boundary(analysis, first - 1, last + 1, sentence.last):
        return None
    says = _says_something(analysis, left, match)
    enclosed = _between_commas(analysis, first, last)
    if enclosed and (_halved(analysis, left, last) if after is None else not says):
        return Found((*left, *trim(analysis, range(last + 1, sentence.last))), "inverted")
    whole = opening is None and len(left) >= _MIN_WORDS and _ends_with(analysis, match, after, last)
    if not (says or whole or _splits(analysis, match, first, last)):
        return None
    right = _resumed(analysis, cues, match, left, last)
    return Found((*left, *right), "inverted")


def _clause_start(analysis: Analysis, floor: int, first: int) -> int:
    """Return where the clause begins that an opening like *comme l'a dit X* bears on: after a conjunction right before it."""
    before = [i for i in range(floor, first) if analysis.tokens[i].upos != "PUNCT"]
    return first if before and analysis.tokens[before[-1]].upos == "CCONJ" else floor


def _ends_with(analysis: Analysis, match: Match, after: Token | None, last: int) -> bool:
    """Whether a verb of saying and its inverted subject end the sentence."""
    if after is None or not after.deprel.startswith("nsubj") or "quote" not in match.entry.takes:
        return False
    return all(t.upos == "PUNCT" for t in analysis.tokens[last + 1 : analysis.sentence_of(last).last])


def _anchor(
    analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]
) -> tuple[Match, tuple[int, ...]] | None:
    """Return the finite verb of a cue clause and its words; None where there is none.

    A gerund of speech has that of the verb it completes (*he was quoted as saying*).
    """
    token = analysis.tokens[match.head]
    if is_finite(analysis, token):
        return match, cue
    above = analysis.tokens[token.head]
    completes = any(cues.has("as", t) for t in analysis.children(token.i, "mark", "case"))
    if completes and above.i < cue[0] and cues.has("citing", above) and is_passive(analysis, above.i):
        return replace(match, head=above.i), tuple(range(above.i, cue[-1] + 1))
    return None


def _past_name(analysis: Analysis, cues: Cues, last: int) -> int:
    """Return the end of an inverted cue clause with a name set off after its subject, and who was told."""
    end = analysis.sentence_of(last).last
    for entity in analysis.entities:
        if entity.label == "PER" and entity.first == last + 2 < end and analysis.tokens[last + 1].text == ",":
            last = entity.last - 1
            break
    told = last + 2 < end and analysis.tokens[last + 1].text == ","
    if told and cues.has("addressee", analysis.tokens[last + 2]):
        return _comma(analysis, last + 2, end) - 1 if _comma(analysis, last + 2, end) > last + 2 else end - 1
    return last


def _comma(analysis: Analysis, start: int, end: int) -> int:
    """Return the index of the next comma, `start` where there is none."""
    return next((i for i in range(start, end) if analysis.tokens[i].text == ","), start)


def _opening(analysis: Analysis, cues: Cues, floor: int, first: int) -> int | None:
    """Return where a comparative opening of the cue clause begins (*comme l'a dit X*, *contrary to what X said*)."""
    start = first
    while start > floor and first - start < _MAX_OPENING and analysis.tokens[start - 1].upos != "PUNCT":
        start -= 1
    tokens = analysis.tokens[start : first + 1]
    if any(t.is_verbal for t in tokens[:-1]):
        return None
    if any(cues.has("as", t) for t in tokens[:2]):
        return start
    if tokens and (cues.has("contrary", tokens[0]) or cues.has("per", tokens[0])):
        return start if any(cues.has("what", t) for t in tokens) else None
    return None


def _subordinate(analysis: Analysis, head: int) -> bool:
    """Whether a clause is opened by a conjunction or a relative word, so that it cannot be a parenthesis."""
    if analysis.children(head, "mark"):
        return True
    return any(t.feats.get("PronType") in {"Rel", "Int"} for t in analysis.children(head))


def is_quoted(analysis: Analysis, tokens: Sequence[int]) -> bool:
    """Whether a stretch begins or ends with a quotation mark."""
    near = {i for k in (*tokens[:1], *tokens[-1:]) for i in (k - 1, k, k + 1)}
    return any(analysis.tokens[i].text in QUOTE_MARKS for i in near if 0 <= i < len(analysis.tokens))


def _between_commas(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a cue clause stands between two commas."""
    closed = last + 1 < len(analysis.tokens) and analysis.tokens[last + 1].text == ","
    return first > 0 and analysis.tokens[first - 1].text == "," and closed


def _said_it(analysis: Analysis, cues: Cues, match: Match) -> bool:
    """Whether a pronoun before the verb is its object already (*comme on l'a dit*)."""
    return any(t.i < match.head and cues.has("it", t) for t in children(analysis, match, "obj"))


def _has_object(analysis: Analysis, cues: Cues, match: Match) -> bool:
    """Whether a verb has an object noun after it, so that nothing before it is its content."""
    if _said_it(analysis, cues, match):
        return False
    objects = (t for t in children(analysis, match, "obj") if t.i > match.head)
    return any(t.upos in {"NOUN", "PROPN", "PRON"} for t in objects)


def _cue_clause(
    analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...], *, inverted: bool
) -> tuple[int, int]:
    """Return the first and last token of the cue's own clause around the verb group."""
    inside = set(cue)
    taken = _said_it(analysis, cues, match)
    for child in analysis.children(match.head):
        relation = child.deprel.partition(":")[0]
        if inverted and relation in {"nsubj", "dep", "nmod"} and child.i < cue[0]:
            continue
        later = relation == "conj" or (relation == "dep" and child.is_verbal)
        if inverted and later and child.i > cue[-1]:
            continue
        if relation in {"ccomp", "parataxis", "csubj", "conj", "root"} and child.i < cue[0]:
            continue
        if relation == "obj" and child.i > cue[-1] and taken:
            continue
        if relation in {"punct", "cc"} or (relation in {"ccomp", "parataxis"} and child.i > cue[-1]):
            continue
        inside.update(analysis.subtree(child.i))
    first, last = cue[0], cue[-1]
    sentence = analysis.sentence_of(match.head)
    for child in analysis.children(match.head, "nsubj"):
        if child.i < first and not inverted:
            first = min(analysis.subtree(child.i))
    while first < cue[0] and analysis.tokens[first].upos == "PUNCT":
        first += 1  # parsers hang the closing quotation mark on the speaker
    while first - 1 >= sentence.first and first - 1 in inside and not is_mark(analysis.tokens[first - 1]):
        first -= 1
    while last + 1 < sentence.last and (last + 1 in inside or _bridge(analysis, last + 1, inside)):
        last += 1
    return first, last


def _bridge(analysis: Analysis, i: int, inside: set[int]) -> bool:
    """Whether a comma stands between two parts of the cue's clause."""
    return (
        analysis.tokens[i].text == "," and i + 1 in inside and analysis.tokens[i + 1].text not in QUOTE_MARKS
    )


def _is_boundary(analysis: Analysis, before: int, after: int, end: int) -> bool:
    left = analysis.tokens[before]
    if left.text not in _STOPS and left.text not in QUOTE_MARKS:
        return False
    return (
        after >= end
        or analysis.tokens[after].upos == "PUNCT"
        or analysis.tokens[after].upos in {"CCONJ", "SCONJ", "ADP", "ADV", "VERB"}
    )


def _says_something(analysis: Analysis, left: tuple[int, ...], match: Match) -> bool:
    """Whether the left part is a clause of its own, or quoted, and not an adjunct of the cue."""
    if any(analysis.tokens[i].text in QUOTE_MARKS for i in left):
        return True
    own: set[int] = set()
    for child in analysis.children(match.head):
        if child.deprel.partition(":")[0] in {"obl", "advmod", "advcl", "nsubj", "mark", "cc", "obj"}:
            own.update(analysis.subtree(child.i))
    rest = [analysis.tokens[i] for i in left if i not in own]
    return any(_predicates(t) for t in rest)


def _splits(analysis: Analysis, match: Match, first: int, last: int) -> bool:
    """Whether a cue clause between commas splits a subject from its predicate (*The fee, it says, is due*)."""
    token = analysis.tokens[match.head]
    outside = token.deprel in {"parataxis", "ccomp", "advcl"} and not first <= token.head <= last
    return (
        outside
        and analysis.tokens[first - 1].text == ","
        and analysis.tokens[min(last + 1, token.head)].text == ","
    )


def _halved(analysis: Analysis, left: tuple[int, ...], last: int) -> bool:
    """Whether a clause between commas parts a noun phrase from the verb that follows (*The crew, X says, were late*)."""
    if last + 2 >= len(analysis.tokens) or analysis.tokens[last + 1].text != ",":
        return False
    opening, resumed = analysis.tokens[left[0]], analysis.tokens[last + 2]
    for token in analysis.tokens[last + 2 : analysis.sentence_of(last).last]:
        resumed = token
        if token.upos not in {"ADV", "PART", "PRON"}:
            break
    nominal = opening.upos in {"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"}
    return nominal and is_finite(analysis, resumed) and not any(analysis.tokens[i].is_verbal for i in left)


def _predicates(token: Token) -> bool:
    return token.is_verbal and not token.deprel.startswith("aux")


def _resumed(
    analysis: Analysis, cues: Cues, match: Match, left: tuple[int, ...], last: int
) -> tuple[int, ...]:
    """Return what follows the cue clause and still belongs to the clause on its left.

    Where the cue is a parenthesis, that is all that does not hang on the cue; where parsers make the
    cue the head of the sentence, only what hangs on the left part.
    """
    end = analysis.sentence_of(last).last
    if last + 1 >= end or analysis.tokens[last + 1].text not in {",", "—", "–", "-", ")"}:
        return ()
    if is_quoted(analysis, left[-1:]) and any(
        t.text in QUOTE_MARKS for t in analysis.tokens[left[0] : left[0] + 1]
    ):
        return ()
    own = set(analysis.subtree(match.head)) - _left_over(analysis, cues, match, last)
    inside = set(left)
    if _halved(analysis, left, last):
        return trim(analysis, range(last + 1, end))
    if inside & own:
        kept = {k for k in range(last + 1, end) if _under(analysis, k, inside)}
    else:
        kept = set(range(last + 1, end)) - own
    return trim(analysis, hull(k for k in kept if analysis.tokens[k].upos != "PUNCT")) if kept else ()


def _left_over(analysis: Analysis, cues: Cues, match: Match, last: int) -> set[int]:
    """Return what hangs on a cue after its clause though it has its object (*Il n'y a plus, comme on l'a dit, de grève*)."""
    if not _said_it(analysis, cues, match):
        return set()
    return {k for t in analysis.children(match.head, "obj") if t.i > last for k in analysis.subtree(t.i)}


def _under(analysis: Analysis, k: int, inside: set[int]) -> bool:
    """Whether a token hangs, at any depth, on one of those on the left."""
    return any(above.i in inside for above in analysis.ancestors(k))
