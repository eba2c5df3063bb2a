"""Relations whose cue is a verb or a predicate adjective."""

from __future__ import annotations

from collections.abc import Iterator

from ouidire.extraction.relations.announced import follows_colon, follows_comma, quoted_after
from ouidire.extraction.relations.contents import Found, content_of
from ouidire.extraction.relations.drafts import Draft
from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.inserted import inserted_content, is_quoted
from ouidire.extraction.relations.misread import astray
from ouidire.extraction.relations.passives import hands_over, passive_content, quoted_person
from ouidire.extraction.relations.polarity import modality, negated, negated_above
from ouidire.extraction.relations.qualify import act_of, author_of, neither_nor, with_wrongness
from ouidire.extraction.relations.quotations import Quotations
from ouidire.extraction.relations.subjects import (
    adjacent_subject,
    agent_of,
    antecedent,
    inverted_subject,
    is_passive,
    subject_of,
)
from ouidire.extraction.relations.verbs import Match, children, group, has_preposition, verb_matches
from ouidire.languages import Analysis, Token
from ouidire.model import Act

__all__ = ["verbal_drafts"]

_FEW = 5
"""Words in quotation marks up to which they are rather a distance kept than something said."""


def verbal_drafts(analysis: Analysis, cues: Cues, quotes: Quotations) -> Iterator[Draft]:
    """Yield a draft for each verb or adjective that is a cue with a content."""
    merged: set[int] = set()
    for readings in verb_matches(analysis, cues):
        for match in readings:
            if match.head in merged:
                break
            draft = _declined(analysis, cues, quotes, match, merged) or _draft(
                analysis, cues, quotes, match, group(analysis, cues, match)
            )
            if draft:
                yield draft
                break


def _declined(
    analysis: Analysis, cues: Cues, quotes: Quotations, match: Match, merged: set[int]
) -> Draft | None:
    """Return one refusal for *neither confirmed nor denied p*; its second verb is then spent."""
    both = neither_nor(analysis, cues, match, group(analysis, cues, match))
    if both is None:
        return None
    second, cue = both
    draft = _draft(analysis, cues, quotes, second, cue)
    if draft is None:
        return None
    merged.add(second.head)
    draft.act, draft.head, draft.lemma, draft.entry = Act.DECLINE, match.head, match.lemma, match.entry.id
    draft.polarity = "+"
    return draft


def _draft(
    analysis: Analysis, cues: Cues, quotes: Quotations, match: Match, cue: tuple[int, ...]
) -> Draft | None:
    found, opens = _content(analysis, cues, quotes, match, cue)
    if found is None:
        return None
    subject, named = _subject(analysis, cues, match, cue, found)
    if subject is not None and _is_quoted_word(analysis, quotes, subject, cue):
        subject = _beside(analysis, cue)
    if subject is None and _needs_subject(analysis, match, found):
        return None
    entry = match.entry
    word, refused = modality(analysis, cues, match)
    if refused and found.construction == "passive":
        return None
    whole = with_wrongness(analysis, cues, tuple(sorted({*cue, *found.link, *named})))
    impersonal = subject is not None and cues.has("expletive" if match.adjectival else "impersonal", subject)
    if impersonal and subject is not None and subject.i == cue[0] - 1:
        whole = (subject.i, *whole)
    source = None if impersonal else subject
    return Draft(
        cue=whole,
        head=match.head,
        lemma=match.lemma,
        act=Act.DECLINE if refused else act_of(analysis, match, found.construction, source),
        construction="adjectival" if match.adjectival else found.construction,
        content=tuple(i for i in found.tokens if i not in whole),
        source=None if source is None else source.i,
        polarity="-" if not refused and _denied(analysis, cues, match, cue, subject) else "+",
        modality=word,
        entry=entry.id,
        author=author_of(analysis, cues, match, whole),
        presupposes=entry.presupposes,
        document_act=entry.document_act,
        kinds=entry.kinds,
        speaker=entry.speaker,
        addressee=_addressee(analysis, cues, match, found),
        quotable="quote" in entry.takes,
        open=opens,
    )


def _is_quoted_word(analysis: Analysis, quotes: Quotations, subject: Token, cue: tuple[int, ...]) -> bool:
    """Whether a supposed speaker stands in a quotation before the cue that the cue is not in."""
    around = quotes.at(subject.start)
    return around is not None and around.end <= analysis.tokens[cue[0]].start


def _beside(analysis: Analysis, cue: tuple[int, ...]) -> Token | None:
    """Return the noun right beside a cue at the end of its clause, by place alone."""
    near = adjacent_subject(analysis, cue)
    following = inverted_subject(analysis, cue[-1])
    if following is not None and following.i > cue[-1]:
        return following
    return near[0] if near else None


def _denied(
    analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...], subject: Token | None
) -> bool:
    """Whether the speech is said not to take place."""
    if negated(analysis, cues, cue) or _nobody(analysis, cues, subject):
        return True
    return negated_above(analysis, cues, match.head)


def _nobody(analysis: Analysis, cues: Cues, subject: Token | None) -> bool:
    if subject is None:
        return False
    below = analysis.children(subject.i, "det", "amod", "nummod", "advmod", "fixed")
    if any(cues.has("nobody", t) for t in (subject, *analysis.children(subject.i, "det"))):
        return True
    few = next((t for t in (subject, *below) if cues.has("hardly_any", t)), None)
    return few is not None and not any(
        cues.has("some", t) for t in analysis.tokens[max(0, few.i - 1) : few.i]
    )


def _needs_subject(analysis: Analysis, match: Match, found: Found) -> bool:
    """Whether a cue without a subject is an order or a failed parse rather than an attribution."""
    token = analysis.tokens[match.head]
    if found.construction in {"passive", "inverted", "quote", "colon", "impersonal"} or match.adjectival:
        return False
    return (
        token.feats.get("VerbForm") != "Part" and token.feats.get("Mood") != "Ind" and token.deprel == "root"
    )


def _content(
    analysis: Analysis, cues: Cues, quotes: Quotations, match: Match, cue: tuple[int, ...]
) -> tuple[Found | None, bool]:
    """Return the content, and whether it is still to come in what follows the sentence."""
    if hands_over(analysis, cues, match.head):
        return None, False
    found = _hanging(analysis, cues, match, cue)
    if found and found.construction == "clausal" and _by_clause(analysis, match, found):
        return _around(analysis, cues, match, cue, found), False
    if "quote" in match.entry.takes:
        beside = follows_colon(analysis, cue)
        if beside:
            return beside, not beside.tokens
        beside = quoted_after(analysis, quotes, cue)
        if beside and found is None and _is_worded_object(analysis, match, beside):
            return None, False
        beside = (
            _around(analysis, cues, match, cue, beside)
            if beside
            else inserted_content(analysis, cues, match, cue)
        )
        weak = found is None or _is_subject(analysis, match, found) or _about(analysis, cue, found, beside)
        if beside and weak:
            return beside, False
    elif "clause" in match.entry.takes and found is None:
        found = inserted_content(analysis, cues, match, cue)
    if found is None and {"clause", "quote"} & set(match.entry.takes):
        found = follows_comma(analysis, cues, match, cue)
    return found or astray(analysis, cues, match, cue), False


def _is_worded_object(analysis: Analysis, match: Match, beside: Found) -> bool:
    """Whether quotation marks only keep a distance to words of the verb's object (*poursuit la « voie tracée »*)."""
    inside = [analysis.tokens[i] for i in beside.tokens]
    if "object" in match.entry.takes or any(t.is_verbal for t in inside) or len(inside) > _FEW:
        return False
    objects = analysis.children(match.head, "obj")
    head = next((t for t in inside if t in objects), None)
    article = analysis.children(head.i, "det") if head is not None else ()
    return bool(article) and article[0].text.islower()


def _hanging(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return what hangs on the verb, by its voice."""
    voice = match.entry.voice
    if is_passive(analysis, match.head):
        if voice == "active":
            return None
        if not match.entry.addressee:
            return passive_content(analysis, cues, match)
    elif voice == "passive":
        return None
    return content_of(analysis, cues, match, cue)


def _around(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...], found: Found) -> Found:
    """Join both halves of a quotation that the cue interrupts (*"p," she told them, "q"*)."""
    if "quote" not in match.entry.takes or not is_quoted(analysis, found.tokens):
        return found
    left = inserted_content(analysis, cues, match, cue)
    if left and is_quoted(analysis, [i for i in left.tokens if i < cue[0]]):
        return Found(tuple(sorted({*left.tokens, *found.tokens})), "inverted")
    return found


def _about(analysis: Analysis, cue: tuple[int, ...], found: Found, beside: Found | None) -> bool:
    """Whether a cue that says what it is about also has a quotation before it (*"p," she said of X*)."""
    if beside is None or not (found.link or found.tokens[0] > cue[-1] + 1):
        return False
    if beside.construction == "quote" and beside.tokens[0] > found.tokens[-1]:
        return True  # *commented on the strike, "p"*
    left = [i for i in beside.tokens if i < cue[0]]
    return bool(left) and is_quoted(analysis, left[-1:])


def _by_clause(analysis: Analysis, match: Match, found: Found) -> bool:
    heads = {t.i for t in children(analysis, match, "ccomp", "csubj")}
    return bool(heads & set(found.tokens))


def _is_subject(analysis: Analysis, match: Match, found: Found) -> bool:
    """Whether what looks like the object is the subject of an inverted cue."""
    token = inverted_subject(analysis, match.head)
    return token is not None and token.i in found.tokens


def _subject(
    analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...], found: Found
) -> tuple[Token | None, tuple[int, ...]]:
    """Return the head of the source, and tokens that thereby belong to the cue (*a-t-on appris de*)."""
    if "stimulus" in match.entry.takes:
        moved = [t for t in children(analysis, match, "obj") if t.i > match.head]
        return (moved[0] if moved else None), ()
    quoted = quoted_person(analysis, cues, match.head)
    if quoted is not None and found.construction in {"colon", "quote", "inverted"}:
        return quoted, ()
    told = _told_by(analysis, match, cue)
    if told is not None and told.i not in found.tokens:
        return told, tuple(range(cue[-1] + 1, min(analysis.subtree(told.i)) + 1))
    subject: Token | None = None
    if found.construction in {"inverted", "quote", "colon"}:
        subject = None if _told_object(analysis, match) else inverted_subject(analysis, match.head)
    if (subject is None or subject.i in found.tokens) and found.construction != "impersonal":
        subject = subject_of(analysis, cues, match, cue)
    if subject is None or subject.i in found.tokens or (subject.i in cue and subject.upos != "PRON"):
        return None, ()
    named = antecedent(analysis, cues, subject)
    return (subject if named is None or named.i in found.tokens else named), ()


def _told_object(analysis: Analysis, match: Match) -> bool:
    """Whether the noun after the verb is the one spoken to, so that no subject is inverted (*told AFP*)."""
    return match.entry.addressee and not any(t.i > match.head for t in analysis.children(match.head, "nsubj"))


def _told_by(analysis: Analysis, match: Match, cue: tuple[int, ...]) -> Token | None:
    """Return the head of the phrase that names whom it was learned from, right after the cue."""
    if not match.entry.origin:
        return None
    for child in children(analysis, match, "obl", "nmod"):
        if (
            has_preposition(analysis, child, match.entry.origin)
            and min(analysis.subtree(child.i)) == cue[-1] + 1
        ):
            return child
    return None


def _addressee(analysis: Analysis, cues: Cues, match: Match, found: Found) -> int | None:
    """Return the head of the phrase that says who was told."""
    inside = set(found.tokens)
    if is_passive(analysis, match.head):
        by = agent_of(analysis, cues, match.head)
        return by.i if by and quoted_person(analysis, cues, match.head) else None
    for child in children(analysis, match, "iobj", "obj", "obl", "nmod"):
        if child.i in inside or child.i < match.head:
            continue
        if child.deprel.startswith("iobj") or (child.deprel.startswith("obj") and match.entry.addressee):
            return child.i
        if any(cues.has("addressee", t) for t in analysis.children(child.i, "case")):
            return child.i
    return None
